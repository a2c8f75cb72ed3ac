import 'alongside-elements/define/options-explorer.js';
import 'alongside-elements/define/resource-card.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { OptionsExplorer, ResourceCard } from 'alongside-elements';
import { sessionOf } from 'alongside-elements/internal/private-text/fields/notebook-controller.js';
import english from '../../src/content/en/options.json' with { type: 'json' };
import spanish from '../../src/content/es/options.json' with { type: 'json' };
import { button, find, settled, waitUntil, words } from './support.js';
import {
  addTo,
  choose,
  field,
  focused,
  keepsToItself,
  paper,
  press,
  take,
  texts,
  tick,
  typed,
  write,
  writing,
} from './writing-parts.js';

const explorer = (template = html`<options-explorer></options-explorer>`) => writing<OptionsExplorer>(template);
/** One option, looked at closer. */
const looking = async (template?: ReturnType<typeof html>) => {
  const element = await explorer(template);
  await addTo(element, 'options', 'Stay with my aunt');
  await press(element, 'Look closer');
  return element;
};
/** The first option as the notebook holds it. */
const inNotebook = (element: Element) => {
  const values = sessionOf(element)!.notebook.values as unknown as { options: { options: object[] } };
  return values.options.options[0] as { helpers: { id: string; name: string }[] };
};
const range = (element: Element) => find<HTMLInputElement>(element, '[type=range]');
const slide = async (element: OptionsExplorer, to: number) => {
  range(element).value = `${to}`;
  range(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
};
/** An explorer beside cards that it may attach, with one option that is looked at closer. */
const beside = async () => {
  const element = await explorer(html`<options-explorer resources="help"></options-explorer>`);
  const page = await fixture(html`
    <div id="help">
      <resource-card resource-id="988"></resource-card>
      <resource-card name="Night line. Example" phone="555-0101"></resource-card>
    </div>
  `);
  for (const card of page.querySelectorAll('resource-card')) await settled(card);
  await addTo(element, 'options', 'Stay with my aunt');
  await press(element, 'Look closer');
  return { page, element };
};

describe('options-explorer', () => {
  describe('is accessible', () => {
    it('empty', async () => expect(await explorer()).to.be.accessible());
    it('with an option looked at closer, and two on one screen', async () => {
      const element = await looking();
      await tick(element, 'together');
      await slide(element, 3);
      await expect(element).to.be.accessible();
    });
    it('as assistive technology gets it', async function () {
      if (!/Chrome|Firefox/.test(navigator.userAgent)) return this.skip();
      const element = await looking();
      await slide(element, 1);
      const tree = await executeServerCommand<string, undefined>('aria-snapshot', undefined);
      for (const line of [
        /heading "My options" \[level=2\]/,
        /textbox "What matters most to me now"/,
        /textbox "What I already know"/,
        /heading "Options" \[level=3\]/,
        /button "Stay with my aunt"\n/,
        /button "More Stay with my aunt"/,
        /button "Close Stay with my aunt" \[expanded\]/,
        /textbox "What could be good"/,
        /textbox "What could be hard"/,
        /textbox "What I’d want to know"/,
        /textbox "Who or what could help"/,
        /group "Both sides of how I feel"/,
        /slider "Where I am between the two"/,
        /textbox "My decision, for now"/,
      ])
        expect(tree).to.match(line);
    });
  });

  it('says what the source says', async () => {
    const text = words(await explorer());
    for (const one of english.content.intro) expect(text).to.contain(one.text);
    expect(text).to.contain('You can leave any part blank and stop anytime.');
  });
  it('begins with what matters most and what the person knows, before any option', async () => {
    const text = words(await explorer());
    const order = ['What matters most to me now', 'What I already know', 'Options', 'If I decide something'];
    const at = order.map((one) => text.indexOf(one));
    expect(at).to.deep.equal([...at].sort((a, b) => a - b));
    expect(at[0]).to.be.above(0);
  });

  describe('the young person leads', () => {
    it('adds options in their own words, in an order of their own', async () => {
      const element = await explorer();
      await addTo(element, 'options', 'One', 'Two', 'Three');
      await choose(element, 'options.2', 'up');
      expect(texts(element, 'options')).to.deep.equal(['One', 'Three', 'Two']);
      expect(focused(element)).to.equal('up options.1');
    });
    it('looks closer at one without the others, and what is open goes along when it is moved', async () => {
      const element = await explorer();
      await addTo(element, 'options', 'One', 'Two');
      await press(element, 'Look closer', 1);
      await write(element, 'options.1.good.mine', 'Near school');
      await press(element, 'Move up', 1);
      expect(field(element, 'options.0.good.mine').value).to.equal('Near school');
      expect(element.shadowRoot?.querySelectorAll('.closer').length).to.equal(1);
      await press(element, 'Close');
      expect(element.shadowRoot?.querySelector('.closer')).to.equal(null);
    });
    it('sets an option aside with all that was said of it, and brings it back', async () => {
      const element = await explorer();
      await addTo(element, 'options', 'One', 'Two');
      await press(element, 'Look closer');
      await write(element, 'options.0.hard.mine', 'Far');
      await press(element, 'Set aside');
      expect(texts(element, 'options')).to.deep.equal(['Two']);
      expect(focused(element)).to.equal('undo');
      expect(find(element, 'details:has([data-do=putBack])').textContent).to.contain('One');
      await addTo(element, 'options', 'Three');
      await press(element, 'Bring back');
      expect(texts(element, 'options')).to.deep.equal(['Two', 'Three', 'One']);
      expect(field(element, 'options.2.hard.mine').value).to.equal('Far');
    });
    it('decides or leaves it open, and changes that at any time', async () => {
      const element = await explorer();
      await write(element, 'decision', 'Ask my aunt');
      await write(element, 'decision', 'Wait until Sunday');
      expect(field(element, 'decision').value).to.equal('Wait until Sunday');
      await press(element, 'Undo');
      expect(field(element, 'decision').value).to.equal('');
      expect(words(element)).to.contain('You can leave this open.');
    });
    it('takes an option from the agency’s pack, changes it or leaves it', async () => {
      const ideas = [
        { id: 'house', text: 'The house on Example Street.' },
        { id: 'aunt', text: 'Someone in the family.' },
      ];
      const element = await explorer(
        html`<options-explorer .content=${{ ideas, localNotes: ['Open all night.'] }}></options-explorer>`,
      );
      expect(words(element)).to.contain('Open all night.');
      await take(element);
      expect(texts(element, 'options')).to.deep.equal(['The house on Example Street.']);
      await press(element, 'Not for me');
      expect(find(element, 'details:has([data-do=bringBack])').textContent).to.contain('Someone in the family.');
      await press(element, 'Bring back');
      await press(element, 'Remove');
      expect(element.shadowRoot?.querySelectorAll('[data-do=take]').length).to.equal(2);
    });
  });

  describe('how I feel', () => {
    it('is a line in words, and no place on it until one is chosen', async () => {
      const element = await looking();
      expect(range(element).getAttribute('aria-valuetext')).to.equal('Nothing chosen');
      const said: (string | null)[] = [];
      for (const place of [0, 1, 2, 3, 4]) {
        await slide(element, place);
        said.push(range(element).getAttribute('aria-valuetext'));
        expect(find(element, '[part=place]').textContent?.trim()).to.equal(said.at(-1));
      }
      const { one, moreOne, between, moreOther, other } = english.words;
      expect(said).to.deep.equal([one, moreOne, between, moreOther, other]);
      for (const words of said) expect(words).not.to.match(/\d|%/);
    });
    it('the place can be left open again', async () => {
      const element = await looking();
      await slide(element, 4);
      await press(element, 'Leave this open');
      expect(range(element).getAttribute('aria-valuetext')).to.equal('Nothing chosen');
      expect(range(element).value).to.equal('2');
      expect(focused(element), 'the focus stays on the line').to.equal('stay options.0.place');
    });
    it('the middle can be chosen, too, by pressing where the handle is', async () => {
      const element = await looking();
      range(element).click();
      await element.updateComplete;
      expect(range(element).getAttribute('aria-valuetext')).to.equal('In between');
    });
    it('a press chooses the place where the handle is, wherever that is', async () => {
      const element = await looking();
      // As a tool that helps somebody may do it: it moves the handle without a word, and presses.
      range(element).value = '3';
      range(element).click();
      await element.updateComplete;
      expect(range(element).getAttribute('aria-valuetext')).to.equal('Leaning toward the other side');
    });
    it('is moved with the arrows, and what is kept of it is a word', async () => {
      const element = await looking();
      range(element).focus();
      await sendKeys({ press: 'ArrowRight' });
      await element.updateComplete;
      expect(range(element).getAttribute('aria-valuetext')).to.equal('Leaning toward the other side');
      expect(inNotebook(element)).to.include({ place: 'moreOther' });
    });
  });

  describe('with an advocate on one screen', () => {
    it('each has words of their own, and it shows whose are whose', async () => {
      const element = await looking();
      expect(words(element)).not.to.contain('Their words');
      await tick(element, 'together');
      await write(element, 'options.0.good.mine', 'Quiet');
      await write(element, 'options.0.good.theirs', 'You sleep there');
      const group = find(element, '[role=group][aria-label="What could be good"]');
      const labels = [...group.querySelectorAll('label')].map((label) => label.textContent?.trim());
      expect(labels).to.deep.equal(['My words', 'Their words']);
      const lines = paper(element);
      expect(lines).to.include('What could be good (My words): Quiet');
      expect(lines).to.include('What could be good (Their words): You sleep there');
    });
    it('what they said does not vanish when they go', async () => {
      const element = await looking();
      await tick(element, 'together');
      await write(element, 'matters.theirs', 'You said school');
      await tick(element, 'together');
      expect(field(element, 'matters.theirs').value).to.equal('You said school');
      expect(element.shadowRoot?.querySelector('[data-at="known.theirs"]')).to.equal(null);
    });
    it('how the person feels and what they decide are theirs alone', async () => {
      const element = await looking();
      await tick(element, 'together');
      expect(find(element, '.feel').querySelectorAll('textarea').length).to.equal(2);
      expect(element.shadowRoot?.querySelectorAll('[data-at^=decision]').length).to.equal(1);
    });
  });

  describe('who or what could help', () => {
    it('nothing of the page is offered unless the page says so', async () => {
      const element = await looking();
      expect(element.shadowRoot?.querySelector('[data-do=attach]')).to.equal(null);
      const none = await looking(html`<options-explorer resources="nowhere"></options-explorer>`);
      expect(none.shadowRoot?.querySelector('[data-do=attach]')).to.equal(null);
    });
    it('a service that the page shows is attached, with its numbers, and the person taken to it', async () => {
      const { page, element } = await beside();
      find(element, '[data-do=attach]').click();
      await element.updateComplete;
      expect(find(element, '.row:has([data-do=show])').textContent).to.contain('988 Suicide & Crisis Lifeline · 988');
      expect(paper(element)).to.include('988 Suicide & Crisis Lifeline · 988');
      expect(inNotebook(element).helpers).to.deep.equal([{ id: '988', name: '988 Suicide & Crisis Lifeline' }]);
      const { href } = location;
      await press(element, 'Go to it');
      const card = page.querySelector('resource-card')!;
      expect(document.activeElement).to.equal(card);
      expect(card.shadowRoot?.activeElement?.textContent).to.contain('988');
      expect(location.href).to.equal(href);
    });
    it('a service is offered once, and again when it is taken out', async () => {
      const { element } = await beside();
      const offered = () => element.shadowRoot?.querySelectorAll('[data-do=attach]').length;
      expect(offered()).to.equal(2);
      find(element, '[data-do=attach]').click();
      await element.updateComplete;
      expect(offered()).to.equal(1);
      find(element, '[data-at="options.0.helpers.0"][data-do=out]').click();
      await element.updateComplete;
      expect(offered()).to.equal(2);
    });
    it('the focus is not lost when the last one is attached', async () => {
      const { element } = await beside();
      find<HTMLDetailsElement>(element, '.closer details').open = true;
      for (let left = 2; left; left--) {
        find(element, '[data-do=attach]').focus();
        find(element, '[data-do=attach]').click();
        await element.updateComplete;
        await aTimeout(0);
      }
      expect(focused(element)).to.equal('undo');
    });
    it('a service is offered also when its card gets its content after an option was opened', async () => {
      const element = await looking(html`<options-explorer resources="later"></options-explorer>`);
      const page = await fixture(html`<div id="later"><resource-card></resource-card></div>`);
      element.requestUpdate();
      await element.updateComplete;
      const offered = () =>
        [...(element.shadowRoot?.querySelectorAll('.closer .row > [data-do=attach]') ?? [])].map((add) =>
          add.previousElementSibling?.textContent?.trim(),
        );
      const until = (...expected: string[]) =>
        waitUntil(() => offered().join() === expected.join(), `${offered().join()} is offered`);
      expect(offered()).to.deep.equal([]);
      const card = page.querySelector<ResourceCard>('resource-card')!;
      Object.assign(card, { name: 'Night line', phone: '555-0101' });
      await until('Night line · 555-0101');
      card.phone = '555-0102';
      await until('Night line · 555-0102');
      const another = document.createElement('resource-card') as ResourceCard;
      page.append(another);
      await another.updateComplete;
      another.resourceId = '988';
      await until('Night line · 555-0102', '988 Suicide & Crisis Lifeline · 988');
      card.remove();
      await until('988 Suicide & Crisis Lifeline · 988');
      page.append(document.createElement('late-card'));
      customElements.define(
        'late-card',
        class extends HTMLElement {
          service = { name: 'Late line', phones: [{ number: '555-0103' }] };
        },
      );
      await until('988 Suicide & Crisis Lifeline · 988', 'Late line · 555-0103');
    });
    it('cards are no longer watched once no option is open', async () => {
      const element = await looking(html`<options-explorer resources="watched"></options-explorer>`);
      const page = await fixture(html`<div id="watched"></div>`);
      await press(element, 'Close');
      const { observe } = MutationObserver.prototype;
      const asked: unknown[] = [];
      (element as unknown as { update(changed: unknown): void }).update = () => asked.push('drawn');
      MutationObserver.prototype.observe = (root) => void asked.push(root);
      try {
        page.append(document.createElement('resource-card'));
        await aTimeout(300);
      } finally {
        MutationObserver.prototype.observe = observe;
      }
      expect(asked.filter((one) => one === 'drawn' || one === page)).to.deep.equal([]);
    });
    it('one that the page does not show any more is still there by its name', async () => {
      const { page, element } = await beside();
      find(element, '[data-do=attach][data-value^="Night line"]').click();
      await element.updateComplete;
      page.remove();
      element.requestUpdate();
      await element.updateComplete;
      expect(words(element)).to.contain('Night line. Example');
      expect(element.shadowRoot?.querySelector('[data-do=show]')).to.equal(null);
    });
  });

  describe('paper', () => {
    it('has a heading that tells nothing, and what was written', async () => {
      const element = await looking();
      await write(element, 'matters.mine', 'My brother');
      await write(element, 'options.0.one', 'Go');
      await write(element, 'options.0.other', 'Stay');
      await slide(element, 1);
      const lines = paper(element);
      expect(lines[0]).to.equal('My notes');
      for (const line of [
        'What matters most to me now: My brother',
        'Stay with my aunt',
        'One side of me says: Go',
        'The other side says: Stay',
        'Where I am between the two: Leaning toward the first side',
      ])
        expect(lines).to.include(line);
      expect(lines.join()).not.to.match(/What could be hard|decide/);
    });
    it('prints empty, with lines to write on', async () => {
      const lines = paper(await explorer());
      expect(lines.filter((line) => !line).length).to.be.at.least(3);
    });
  });

  describe('what is typed', () => {
    keepsToItself(explorer, async (element) => {
      await write(element, 'matters.mine', 'MARKER');
      await addTo(element, 'options', 'MARKER');
      await press(element, 'Look closer');
      await write(element, 'options.0.one', 'MARKER');
    });
  });

  it('speaks another language as the page does, with what is typed left alone', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = await looking();
    page.append(element);
    await settled(element);
    page.lang = 'es';
    await waitUntil(() => [spanish.words.matters, 'Cerrar'].every((one) => words(element).includes(one)));
    expect(texts(element, 'options')).to.deep.equal(['Stay with my aunt']);
    expect(words(element)).to.contain('Esta traducción es un borrador.');
    page.lang = 'en';
    await waitUntil(() => [english.words.matters, 'Close'].every((one) => words(element).includes(one)));
    expect(button(element, 'Close').getAttribute('aria-expanded')).to.equal('true');
  });
  it('a hostile pack loses what is wrong in it, and no more', async () => {
    const told: unknown[] = [];
    const { warn } = console;
    console.warn = (...said: unknown[]) => void told.push(said);
    const ideas = [
      { id: 'a', text: '<b>x</b>' },
      { id: 'b', text: { _$litType$: 1, strings: ['<img>'] } },
      { id: 'c', text: 'Fine.' },
      { id: '__proto__', text: 'x' },
    ];
    const element = await explorer(html`<options-explorer .content=${{ ideas }}></options-explorer>`);
    console.warn = warn;
    expect(element.shadowRoot?.querySelectorAll('[data-do=take]').length).to.equal(1);
    expect(words(element)).to.contain('Fine.');
    expect(told.length).to.equal(1);
  });
  it('does nothing for a button that a page slips in', async () => {
    const element = await explorer();
    const button = document.createElement('button');
    // What every object has is no deed of ours: this one would throw.
    button.dataset['do'] = '__defineGetter__';
    find(element, '.surface').append(button);
    let thrown = '';
    const note = (event: ErrorEvent) => {
      thrown = event.message;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('error', note, { capture: true });
    button.click();
    removeEventListener('error', note, { capture: true });
    await element.updateComplete;
    expect(thrown).to.equal('');
    expect(typed(element)).to.equal('');
    button.remove();
  });
});
