import 'alongside-elements/define/safety-checklist.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SafetyChecklist } from 'alongside-elements';
import { sessionOf } from 'alongside-elements/internal/private-text/fields/notebook-controller.js';
import keeping from '../../src/content/en/keeping.json' with { type: 'json' };
import english from '../../src/content/en/safety-plan.json' with { type: 'json' };
import { button, emptyNotebook, find, settled, type, waitUntil, words } from './support.js';
import { addTo, choose, clearAll, done, keepButton, open, small, take, texts, write } from './writing-parts.js';

const { ideas } = english.content;
const harm = ideas.filter(({ harmReduction }) => harmReduction);
const checklist = async (template = html`<safety-checklist></safety-checklist>`) => {
  const element = await fixture<SafetyChecklist>(template);
  emptyNotebook(element);
  await settled(element);
  await waitUntil(() => element.shadowRoot?.querySelector('.keeping'), 'what can be kept never came');
  return element;
};
const youth = html`<safety-checklist audience="youth"></safety-checklist>`;
const field = (element: Element, at: string) =>
  find<HTMLInputElement>(element, `[data-at="${at}"]:is(input, textarea)`);
const press = async (element: SafetyChecklist, label: string, index = 0) => {
  button(element, label, index).click();
  await element.updateComplete;
  await aTimeout(0);
};
const addOwn = (element: SafetyChecklist, ...own: string[]) => addTo(element, 'items', ...own);
const items = (element: Element) => texts(element, 'items');
const people = (element: Element) => texts(element, 'people', 'name');
const status = (element: Element) => find(element, '.surface > [aria-live], .done [aria-live]').textContent;
const news = (element: Element) => find(element, '.keeping [aria-live]').textContent.trim();
const focused = (element: Element) => {
  const active = element.shadowRoot?.activeElement as HTMLElement | null;
  return `${active?.dataset['do'] ?? ''} ${active?.dataset['at'] ?? ''}`.trim();
};

describe('safety-checklist', () => {
  describe('is accessible', () => {
    it('empty, for an advocate', async () => expect(await checklist()).to.be.accessible());
    it('empty, for a young person', async () => expect(await checklist(youth)).to.be.accessible());
    it('with a plan in it', async () => {
      const element = await checklist(html`<safety-checklist audience="youth" harm-reduction></safety-checklist>`);
      await take(element);
      await press(element, 'Not for me');
      await addOwn(element, 'One', 'Two');
      await press(element, 'Add a person');
      type(field(element, 'people.0.number'), '555-0100');
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await done(element);
      await write(element, 'items.1.note', 'A note');
      await expect(element).to.be.accessible();
      await press(element, 'Remove');
      await expect(element).to.be.accessible();
    });
  });

  describe('says what the source says', () => {
    const said = (list: readonly { text: string }[]) => list.map(({ text }) => text);
    it('to an advocate', async () => {
      const text = words(await checklist());
      for (const one of [
        ...said(english.content.advocateIntro),
        ...ideas.map(({ advocate }) => advocate),
        english.content.more.text,
      ])
        expect(text).to.contain(one);
    });
    it('to a young person', async () => {
      const text = words(await checklist(html`<safety-checklist audience="youth" harm-reduction></safety-checklist>`));
      for (const one of [
        ...said(english.content.youthIntro),
        ...ideas.map(({ youth }) => youth),
        english.content.more.text,
      ])
        expect(text).to.contain(one);
    });
    it('that what is typed stays in memory, and who could read it', async () => {
      expect(words(await checklist())).to.match(
        /Only on this page for now.*gone when you close or reload this page.*Other programs on this site could read it/,
      );
    });
    it('not who could read it, where the agency chose that', async () => {
      const text = words(await checklist(html`<safety-checklist in-page></safety-checklist>`));
      expect(text).to.contain('Only on this page for now');
      expect(text).not.to.contain('Other code');
    });
  });

  describe('ideas about harm reduction', () => {
    it('an advocate has them as topics to talk through', async () => {
      const text = words(await checklist());
      expect(text.indexOf('Topics to talk through')).to.be.above(0);
      for (const { advocate } of harm)
        expect(text.indexOf(advocate)).to.be.above(text.indexOf('Topics to talk through'));
    });
    it('a young person is not shown them by default', async () => {
      const text = words(await checklist(youth));
      for (const idea of harm) expect(text).not.to.contain(idea.youth);
      expect(text).not.to.contain('Topics');
    });
    it('a young person is shown them where the agency turned them on', async () => {
      const text = words(await checklist(html`<safety-checklist audience="youth" harm-reduction></safety-checklist>`));
      for (const idea of harm) expect(text).to.contain(idea.youth);
    });
    it('nothing speaks for the young person where an advocate reads', async () => {
      const text = words(await checklist(html`<safety-checklist></safety-checklist>`));
      expect(text).not.to.match(/\b(I|me|my|mine)\b|I[’'](m|ve|d)/i);
      for (const said of ['Where the survivor is now', 'Not ready to change anything right now.'])
        expect(text).to.contain(said);
      const own = words(await checklist(youth));
      for (const said of ['Where I’m at right now', 'I’m not ready to change anything right now.', 'In my own words'])
        expect(own).to.contain(said);
    });
    it('says what a phone tree is', async () => {
      expect(words(await checklist(youth))).to.contain('Trusted people to call or text.');
    });
    it('an unknown audience is an advocate', async () => {
      expect(words(await checklist(html`<safety-checklist audience="teen"></safety-checklist>`))).to.contain(
        'Topics to talk through',
      );
    });
  });

  describe('the person decides', () => {
    it('takes an idea into the plan, changes it, and the offer is gone until it is taken out', async () => {
      const element = await checklist(youth);
      await take(element);
      expect(items(element)).to.deep.equal([ideas[0]!.youth]);
      await write(element, 'items.0.text', 'Ana, then Luis');
      expect(items(element)).to.deep.equal(['Ana, then Luis']);
      await done(element);
      expect(items(element)).to.deep.equal(['Ana, then Luis']);
      expect(words(element)).not.to.contain(ideas[0]!.youth);
      await press(element, 'Remove');
      expect(items(element)).to.deep.equal([]);
      expect(words(element)).to.contain(ideas[0]!.youth);
    });
    it('sets an idea aside and brings it back', async () => {
      const element = await checklist(youth);
      await press(element, 'Not for me');
      const aside = 'details:has([data-do=bringBack])';
      expect(find(element, aside).textContent).to.contain(ideas[0]!.youth);
      await press(element, 'Bring back');
      expect(element.shadowRoot?.querySelector(aside)).to.equal(null);
      expect(words(element)).to.contain(ideas[0]!.youth);
    });
    it('marks as in place, and writes a note', async () => {
      const element = await checklist();
      await addOwn(element, 'One');
      find<HTMLInputElement>(element, 'input[type=checkbox]').click();
      await write(element, 'items.0.note', 'Behind the school');
      expect(field(element, 'items.0.note').value).to.equal('Behind the school');
      await done(element);
      expect(find<HTMLInputElement>(element, 'input[type=checkbox]').checked).to.equal(true);
      expect(small(element, 'items.0')).to.equal('Behind the school');
    });
    it('adds own things with the button or Enter, never an empty one', async () => {
      const element = await checklist();
      await addOwn(element, 'One', '   ');
      field(element, 'own').focus();
      await sendKeys({ type: 'Two' });
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(items(element)).to.deep.equal(['One', 'Two']);
      expect(focused(element)).to.equal('own');
      expect(field(element, 'own').value).to.equal('');
    });
    it('nothing is scored, counted or called incomplete', async () => {
      const element = await checklist(youth);
      await addOwn(element, 'One');
      expect(words(element)).not.to.match(/%|\bof \d|incomplete|score|must|should|need to/i);
      expect(element.shadowRoot?.querySelector('progress, meter, [required], [aria-required]')).to.equal(null);
    });
  });

  describe('where the person is now', () => {
    const chosen = (element: Element) =>
      [...(element.shadowRoot?.querySelectorAll('[aria-pressed=true]') ?? [])].map((one) => one.textContent?.trim());
    it('can be said in words of the five stages, without their names, and is never said for them', async () => {
      const element = await checklist(youth);
      const text = find(element, 'details').textContent ?? '';
      for (const one of english.content.now) expect(text).to.contain(one.text);
      expect(english.content.now.length).to.equal(5);
      expect(words(element)).not.to.match(/contemplation|preparation|maintenance|stage/i);
      expect(chosen(element)).to.deep.equal([]);
    });
    it('is chosen, changed, and left out again', async () => {
      const element = await checklist(youth);
      const [first, second] = english.content.now.map(({ text }) => text) as [string, string];
      await press(element, first);
      expect(chosen(element)).to.deep.equal([first]);
      await press(element, second);
      expect(chosen(element)).to.deep.equal([second]);
      await press(element, second);
      expect(chosen(element)).to.deep.equal([]);
    });
    it('can be said in own words, and is on paper only when something was said', async () => {
      const element = await checklist(youth);
      const sheet = () => {
        dispatchEvent(new Event('beforeprint'));
        const text = find(element, '[part=sheet]').textContent ?? '';
        dispatchEvent(new Event('afterprint'));
        return text;
      };
      const { text } = english.content.now[1]!;
      expect(sheet()).not.to.contain(text);
      await press(element, text);
      type(field(element, 'now.words'), 'Some days more than others.');
      expect(sheet()).to.match(/but I’m open to it\.\s+Some days more than others\./);
    });
    it('a plan that was kept before there was such a thing still opens', async () => {
      const element = await checklist(youth);
      sessionOf(element)!.notebook.replace({
        plan: { items: [{ id: 'a', text: 'From before' }], people: [], notForMe: [] },
      });
      await element.updateComplete;
      expect(items(element)).to.deep.equal(['From before']);
      expect(chosen(element)).to.deep.equal([]);
    });
  });

  describe('moving', () => {
    const three = async () => {
      const element = await checklist();
      await addOwn(element, 'One', 'Two', 'Three');
      return element;
    };
    it('with the buttons of the menu, which stays open, and the focus goes along', async () => {
      const element = await three();
      const isOpen = (at: string) => find(element, `.menu[data-at="${at}"]`).checkVisibility();
      await choose(element, 'items.0', 'down');
      expect([isOpen('items.0'), isOpen('items.1')]).to.deep.equal([false, true]);
      expect(items(element)).to.deep.equal(['Two', 'One', 'Three']);
      expect(focused(element)).to.equal('down items.1');
      expect(status(element)).to.equal('Moved to 2 of 3.');
      await choose(element, 'items.1', 'down');
      expect(focused(element)).to.equal('up items.2');
      expect(isOpen('items.2')).to.equal(true);
      expect(items(element)).to.deep.equal(['Two', 'Three', 'One']);
    });
    it('the first cannot go up, the last cannot go down', async () => {
      const element = await three();
      expect([button(element, 'Move up').disabled, button(element, 'Move down', 2).disabled]).to.deep.equal([
        true,
        true,
      ]);
    });
    it('with Alt and the arrows, from inside a field', async () => {
      const element = await three();
      await open(element, 'items.2.text');
      field(element, 'items.2.text').focus();
      await sendKeys({ down: 'Alt' });
      await sendKeys({ press: 'ArrowUp' });
      await sendKeys({ up: 'Alt' });
      await element.updateComplete;
      await aTimeout(0);
      expect(items(element)).to.deep.equal(['One', 'Three', 'Two']);
      expect(focused(element)).to.equal('items.1.text');
    });
    it('by dragging, within its own list only, and what is dragged carries no text', async () => {
      const element = await three();
      await press(element, 'Add a person');
      const inside = (at: string) => find(element, `.entry[data-at="${at}"] :is(.grip, .writing)`);
      const data = new DataTransfer();
      const fire = (name: string, at: string) =>
        inside(at).dispatchEvent(
          new DragEvent(name, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }),
        );
      fire('dragstart', 'items.0');
      expect(fire('dragover', 'people.0'), 'another list takes it').to.equal(true);
      expect(fire('dragover', 'items.2'), 'its own list refuses it').to.equal(false);
      fire('drop', 'items.2');
      await element.updateComplete;
      expect(items(element)).to.deep.equal(['Two', 'Three', 'One']);
      expect(data.getData('text/plain')).to.equal('');
    });
  });

  describe('undo', () => {
    it('takes back each change, and typing as one', async () => {
      const element = await checklist();
      await addOwn(element, 'One');
      await open(element, 'items.0.text');
      for (const text of ['O', 'On', 'Onl', 'Only']) type(field(element, 'items.0.text'), text);
      await element.updateComplete;
      await press(element, 'Undo');
      expect(items(element)).to.deep.equal(['One']);
      await press(element, 'Undo');
      expect(items(element)).to.deep.equal([]);
      expect(button(element, 'Undo').disabled).to.equal(true);
    });
    it('brings back what was taken out, with its note', async () => {
      const element = await checklist();
      await addOwn(element, 'One');
      await write(element, 'items.0.note', 'A note');
      await done(element);
      await press(element, 'Remove');
      expect(focused(element)).to.equal('undo');
      await press(element, 'Undo');
      expect([...items(element), small(element, 'items.0')]).to.deep.equal(['One', 'A note']);
    });
  });

  describe('the phone tree and the ride', () => {
    it('people have a name, a number, a note and an order; nothing is required', async () => {
      const element = await checklist(youth);
      await press(element, 'Add a person');
      expect(focused(element)).to.equal('people.0.name');
      type(field(element, 'people.0.name'), 'A');
      await press(element, 'Add a person');
      type(field(element, 'people.1.name'), 'B');
      await done(element);
      await press(element, 'Move up', 1);
      expect(people(element)).to.deep.equal(['B', 'A']);
    });
    it('a number can be called and texted, with the trace said', async () => {
      const element = await checklist(youth);
      await press(element, 'Add a person');
      await write(element, 'people.0.number', '+1 (555) 555-0100');
      await done(element);
      const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])];
      expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['tel:+15555550100', 'sms:+15555550100']);
      // Not only what they stand in: a recorder that comes too late takes a link for one of the page, with the number in it.
      for (const link of links) {
        expect(link.matches('.rr-block.sentry-block.ph-no-capture.fs-exclude'), 'marked by class').to.be.true;
        expect(link.getAttribute('data-clarity-mask')).to.equal('true');
        expect(link.hasAttribute('data-openreplay-hidden')).to.be.true;
      }
      expect(words(element)).to.contain('Calls and texts show on the phone, and can show on the phone bill.');
      await write(element, 'people.0.number', 'ask Ana');
      expect(field(element, 'people.0.number').type).to.equal('tel');
      await done(element);
      expect(element.shadowRoot?.querySelector('a')).to.equal(null);
    });
    it('a ride has who and where to meet', async () => {
      const element = await checklist(youth);
      type(field(element, 'ride.who'), 'Aunt');
      type(field(element, 'ride.where'), 'Corner store');
      await element.updateComplete;
      expect([field(element, 'ride.who').value, field(element, 'ride.where').value]).to.deep.equal([
        'Aunt',
        'Corner store',
      ]);
    });
  });

  describe('clear everything', () => {
    const filled = async () => {
      const element = await checklist(youth);
      await addOwn(element, 'One');
      await press(element, 'Add a person');
      type(field(element, 'people.0.name'), 'Somebody');
      type(field(element, 'ride.who'), 'Aunt');
      type(field(element, 'own'), 'half typed');
      await clearAll(element);
      return element;
    };
    const typed = (element: Element) =>
      [
        ...items(element),
        ...people(element),
        ...['ride.who', 'ride.where', 'own', 'now.words'].map((at) => field(element, at).value),
      ].join('');
    it('leaves nothing on screen, and can be undone for some seconds', async () => {
      const element = await filled();
      expect(typed(element)).to.equal('');
      expect(news(element)).to.equal('Everything is cleared. You can undo this for 10 seconds.');
      await press(element, 'Undo');
      expect(typed(element)).to.equal('OneSomebodyAunt');
    });
    it('after these seconds nothing can bring it back', async function () {
      this.timeout(120_000);
      const element = await filled();
      await aTimeout(10_500);
      await element.updateComplete;
      expect(button(element, 'Undo').disabled).to.equal(true);
      expect(news(element)).to.equal('');
      button(element, 'Undo').click();
      await element.updateComplete;
      expect(typed(element)).to.equal('');
    });
    it('undone in time, the plan stays', async function () {
      this.timeout(120_000);
      const element = await filled();
      await press(element, 'Undo');
      await addOwn(element, 'Two');
      await aTimeout(10_500);
      expect(typed(element)).to.equal('OneTwoSomebodyAunt');
      expect(button(element, 'Undo').disabled, 'what came later can still be undone').to.equal(false);
    });
  });

  describe('keeping', () => {
    const keepWith = async (passphrase: string, again: string) => {
      const element = await checklist();
      const area = (await keepButton(element, 'keep')).closest('.panel')!;
      type(area.querySelector<HTMLInputElement>('[data-at=pass-new]')!, passphrase);
      type(area.querySelector<HTMLInputElement>('[data-at=pass-again]')!, again);
      area.querySelector<HTMLElement>('[data-keep=keep]')!.click();
      await element.updateComplete;
      return news(element);
    };
    it('takes no passphrase that is quickly guessed', async () => {
      expect(await keepWith('short', 'short')).to.equal(keeping.words.short);
    });
    it('leaves no passphrase in its fields', async () => {
      await keepWith('long enough', 'long enough');
      const element = document.querySelector('safety-checklist')!;
      const fields = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.keeping [data-at^=pass]')];
      expect(fields.map(({ value }) => value).join('')).to.equal('');
      // Nothing of it stays on the device for the tests after this one.
      (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
    });
    it('takes no passphrase that may have been mistyped', async () => {
      expect(await keepWith('long enough', 'not the same')).to.equal(keeping.words.differ);
    });
  });

  describe('private text', () => {
    const controls = (element: Element) => [
      ...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('input, textarea') ?? []),
    ];
    const full = async () => {
      const element = await checklist(youth);
      await addOwn(element, 'One');
      await press(element, 'Add a person');
      return element;
    };
    it('nothing fills in, corrects or submits it', async () => {
      for (const control of controls(await full())) {
        expect(control.getAttribute('autocomplete'), control.dataset['at']).to.equal('off');
        expect(control.hasAttribute('name'), control.dataset['at']).to.equal(false);
        if (control.type === 'checkbox') continue;
        expect(control.getAttribute('spellcheck')).to.equal('false');
        expect(control.getAttribute('autocorrect')).to.equal('off');
        expect(control.getAttribute('autocapitalize')).to.equal('off');
      }
    });
    it('each control asks the known replay tools to leave it out', async () => {
      for (const control of controls(await full()).filter(({ type }) => type !== 'checkbox')) {
        expect(control.matches('.rr-block.sentry-block.ph-no-capture.fs-exclude'), control.dataset['at']).to.equal(
          true,
        );
        for (const name of [
          'openreplay-hidden',
          'clarity-mask',
          'hj-suppress',
          'dd-privacy',
          'private',
          'heap-redact-text',
          'recording-disable',
        ])
          expect(control.hasAttribute(`data-${name}`), name).to.equal(true);
      }
    });
    it('a link that holds a typed number stands in a part that asks the same', async () => {
      const element = await full();
      type(field(element, 'people.0.number'), '555-0100');
      await done(element);
      expect(find(element, 'a').closest('.rr-block[data-private]')).not.to.equal(null);
    });
    it('is in no attribute and fires no event of ours', async () => {
      const element = await full();
      const custom: string[] = [];
      const dispatch = element.dispatchEvent.bind(element);
      element.dispatchEvent = (event) => (custom.push(event.type), dispatch(event));
      await write(element, 'items.0.text', 'MARKER');
      await write(element, 'people.0.name', 'MARKER');
      await done(element);
      const attributes = () =>
        [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((one) => [...one.attributes]);
      for (const { name, value } of attributes()) expect(value, name).not.to.contain('MARKER');
      await press(element, 'Remove');
      expect(status(element)).to.contain('MARKER');
      for (const { name, value } of attributes()) expect(value, name).not.to.contain('MARKER');
      expect(custom).to.deep.equal([]);
      expect(element.outerHTML).not.to.contain('MARKER');
    });
  });

  describe('paper', () => {
    const printing = async (element: SafetyChecklist) => {
      window.dispatchEvent(new Event('beforeprint'));
      const sheet = element.shadowRoot?.querySelector('[part=sheet]')?.textContent?.replace(/\s+/g, ' ');
      window.dispatchEvent(new Event('afterprint'));
      await element.updateComplete;
      return sheet;
    };
    it('has a heading that tells nothing, and all that is in the plan', async () => {
      const element = await checklist(youth);
      await addOwn(element, 'One');
      find<HTMLInputElement>(element, 'input[type=checkbox]').click();
      await press(element, 'Add a person');
      type(field(element, 'people.0.name'), 'Ana');
      type(field(element, 'people.0.number'), '555-0100');
      type(field(element, 'ride.where'), 'Corner store');
      const sheet = await printing(element);
      for (const said of ['My notes', 'One (Set up)', 'Ana · 555-0100', 'Corner store']) expect(sheet).to.contain(said);
      expect(sheet).not.to.match(/safety|plan for|victim|traffick/i);
      expect(element.shadowRoot?.querySelector('[part=sheet]')).to.equal(null);
    });
    it('an empty plan prints too, with lines to write on', async () => {
      const element = await checklist();
      window.dispatchEvent(new Event('beforeprint'));
      expect(element.shadowRoot?.querySelectorAll('[part=sheet] p').length).to.be.at.least(8);
      window.dispatchEvent(new Event('afterprint'));
    });
  });

  it('what was typed survives being moved on the page', async () => {
    const element = await checklist();
    await addOwn(element, 'One');
    const other = await fixture(html`<div></div>`);
    other.append(element);
    await settled(element);
    expect(items(element)).to.deep.equal(['One']);
  });
  it('two on a page are one plan', async () => {
    const one = await checklist();
    const other = await checklist(youth);
    await addOwn(one, 'One');
    await other.updateComplete;
    expect(items(other)).to.deep.equal(['One']);
    await press(other, 'Remove');
    await one.updateComplete;
    expect(items(one)).to.deep.equal([]);
  });
  it('own ideas come from a pack', async () => {
    const element = await checklist(
      html`<safety-checklist
        .content=${{ ideas: [{ id: 'phone-tree' }, { id: 'own', advocate: 'Ours.', youth: 'Mine.' }] }}
      ></safety-checklist>`,
    );
    expect(words(element)).to.contain('Ours.');
    expect(words(element)).to.contain(ideas[0]!.advocate);
    expect(words(element)).not.to.contain('Using condoms.');
  });
});
