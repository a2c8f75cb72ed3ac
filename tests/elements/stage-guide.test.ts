import 'alongside-elements/define/stage-guide.js';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { StageGuide, type ContentErrorEvent, type StageChangeEvent } from 'alongside-elements';
import english from '../../src/content/en/stages.json' with { type: 'json' };
import { button, find, settled, warnings, words } from './support.js';

const ids = english.content.stages.map(({ id }) => id);
const guide = async (template = html`<stage-guide></stage-guide>`) => {
  const element = await fixture<StageGuide>(template);
  await settled(element);
  return element;
};
const tab = (element: Element, id: string) => find(element, `#tab-${id}`);
const panel = (element: Element, id: string) => find(element, `#stage-${id}`);
const shown = (element: Element) => ids.filter((id) => getComputedStyle(panel(element, id)).display !== 'none');
const wide = () => setViewport({ width: 1280, height: 900 });

describe('stage-guide', () => {
  before(wide);

  describe('is accessible', () => {
    it('with no stage open', async () => expect(await guide()).to.be.accessible());
    it('with a stage open', async () =>
      expect(await guide(html`<stage-guide stage="action"></stage-guide>`)).to.be.accessible());
    it('when noticing, with a sign ticked', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      find(element, 'input').click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
    it('to assistive technology as tabs that open panels', async function () {
      const element = await guide(html`<stage-guide stage="preparation"></stage-guide>`);
      if (!/Chrome|Firefox/.test(navigator.userAgent)) return this.skip();
      const tree = await executeServerCommand<string, undefined>('aria-snapshot', undefined);
      expect(tree).to.contain('tablist "Stages of change, in a cycle"');
      expect(tree).to.contain('tab "Preparation" [selected]');
      expect(tree).to.contain('tabpanel "Preparation"');
      expect(tree).not.to.contain('tabpanel "Action"');
      expect(element.stage).to.equal('preparation');
    });
  });

  describe('the way to the plan', () => {
    it('is not there unless the page says where the plan is', async () => {
      expect(words(await guide())).not.to.contain('Go to the plan');
      expect(words(await guide(html`<stage-guide plan="nowhere"></stage-guide>`))).not.to.contain('Go to the plan');
    });
    it('stands with the help that speaks of making a plan, and leads there', async () => {
      await fixture(html`<section id="the-plan">Plan</section>`);
      const element = await guide(html`<stage-guide plan="the-plan" stage="preparation"></stage-guide>`);
      expect(find(element, '#stage-preparation').textContent).to.contain('Go to the plan');
      expect(find(element, '#stage-action').textContent).not.to.contain('Go to the plan');
      const { href } = location;
      button(element, 'Go to the plan').click();
      expect(document.activeElement?.id).to.equal('the-plan');
      expect(location.href).to.equal(href);
    });
  });

  describe('says what the sources say', () => {
    it('every statement is readable', async () => {
      const element = await guide();
      const text = words(element);
      const { intro, again, stages } = english.content;
      for (const { text: said } of [...intro, again, ...stages.flatMap(({ signs, help }) => [...signs, ...help])])
        expect(text).to.contain(said);
    });
    it('that it can go round once or many times, and draws a cycle of five', async () => {
      const element = await guide();
      expect(find(element, '.hub').textContent).to.match(/once or repeat many times/);
      expect(element.shadowRoot?.querySelectorAll('[part=diagram] svg path').length).to.equal(5);
    });
    it('fields for an agency are empty by default and are shown when filled', async () => {
      const element = await guide();
      expect(words(element)).not.to.contain('What you might say');
      element.content = {
        stages: ids.map((id) => ({
          id,
          phrases: ['I am here.'],
          localNotes: ['Call our line.'],
          ownSigns: ['Own sign.'],
        })),
      };
      await element.updateComplete;
      for (const said of ['What you might say', 'I am here.', 'Call our line.', 'Own sign.', 'May be defensive.'])
        expect(words(element)).to.contain(said);
    });
  });

  describe('any stage first, any order, any number of times', () => {
    for (const id of ids)
      it(`opens ${id} first`, async () => {
        const element = await guide();
        tab(element, id).click();
        await element.updateComplete;
        expect(shown(element)).to.deep.equal([id]);
        expect(element.getAttribute('stage')).to.equal(id);
      });
    for (const [way, end, step] of [
      ['after', 'last', 1],
      ['before', 'first', -1],
    ] as const)
      it(`goes round the cycle by the stage ${way}, and keeps the focus at the same end`, async () => {
        const element = await guide(html`<stage-guide stage="action"></stage-guide>`);
        const told: string[] = [];
        element.addEventListener('stage-change', ({ stage }) => told.push(stage));
        const next = () => find(element, `.stage.open .round > :${end}-child`);
        next().focus();
        const expected = ids.map((_, at) => ids[(ids.indexOf('action') + step * (at + 1) + 10) % 5]!);
        for (const id of expected) {
          const name = english.content.stages.find((one) => one.id === id)!.name;
          expect(next().textContent!.replace(/\s+/g, ' ').trim()).to.equal(`${name}, the stage ${way}`);
          await sendKeys({ press: 'Enter' });
          await element.updateComplete;
          expect([shown(element), element.shadowRoot!.activeElement]).to.deep.equal([[id], next()]);
        }
        expect([told, element.stage]).to.deep.equal([expected, 'action']);
      });
    it('goes back to the whole cycle, with the focus kept on it', async () => {
      const element = await guide(html`<stage-guide stage="action"></stage-guide>`);
      const fired = oneEvent(element, 'stage-change') as Promise<StageChangeEvent>;
      button(element, 'Back to the whole cycle').click();
      expect((await fired).stage).to.equal('');
      await element.updateComplete;
      expect(shown(element)).to.deep.equal([]);
      expect(element.shadowRoot?.activeElement?.id).to.equal('tab-action');
    });
    it('a stage set by the page opens without an event', async () => {
      const element = await guide();
      let fired = 0;
      element.addEventListener('stage-change', () => fired++);
      element.stage = 'maintenance';
      await element.updateComplete;
      expect(shown(element)).to.deep.equal(['maintenance']);
      expect(fired).to.equal(0);
    });
    it('a press tells the page the id alone, bubbling, not composed', async () => {
      const element = await guide();
      const fired = oneEvent(element, 'stage-change') as Promise<StageChangeEvent>;
      tab(element, 'action').click();
      const event = await fired;
      expect([event.stage, event.bubbles, event.composed, event.cancelable]).to.deep.equal([
        'action',
        true,
        false,
        false,
      ]);
    });
    it('a press on the open stage changes nothing and tells nothing', async () => {
      const element = await guide(html`<stage-guide stage="action"></stage-guide>`);
      let fired = 0;
      element.addEventListener('stage-change', () => fired++);
      tab(element, 'action').click();
      expect([fired, element.stage]).to.deep.equal([0, 'action']);
    });
  });

  describe('with the keyboard only', () => {
    const press = async (element: StageGuide, ...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
      await element.updateComplete;
      return element.stage;
    };
    const entered = async (template = html`<stage-guide></stage-guide>`) => {
      const element = await guide(template);
      find(element, '[role=tab][tabindex="0"]').focus();
      return element;
    };
    it('Enter and Space open the stage that has the focus', async () => {
      expect(await press(await entered(), 'Enter')).to.equal('precontemplation');
      expect(await press(await entered(), ' ')).to.equal('precontemplation');
    });
    it('wraps round at the end', async () => {
      expect(await press(await entered(html`<stage-guide stage="maintenance"></stage-guide>`), 'ArrowRight')).to.equal(
        ids[0],
      );
      expect(await press(await entered(html`<stage-guide stage="maintenance"></stage-guide>`), 'ArrowDown')).to.equal(
        ids[0],
      );
    });
    it('wraps round at the beginning', async () => {
      expect(await press(await entered(html`<stage-guide stage=${ids[0]}></stage-guide>`), 'ArrowLeft')).to.equal(
        'maintenance',
      );
      expect(await press(await entered(html`<stage-guide stage=${ids[0]}></stage-guide>`), 'ArrowUp')).to.equal(
        'maintenance',
      );
    });
    it('goes round more than once', async () => {
      expect(await press(await entered(), ...Array<string>(12).fill('ArrowRight'))).to.equal(ids[2]);
    });
    it('Home and End go to the first and the last', async () => {
      const element = await entered(html`<stage-guide stage="preparation"></stage-guide>`);
      expect(await press(element, 'End')).to.equal('maintenance');
      expect(await press(element, 'Home')).to.equal('precontemplation');
    });
    it('goes the way of the writing in a right-to-left page', async () => {
      const page = await fixture(html`<div dir="rtl"><stage-guide stage="action"></stage-guide></div>`);
      const element = page.firstElementChild as StageGuide;
      await settled(element);
      tab(element, 'action').focus();
      expect(await press(element, 'ArrowLeft')).to.equal('maintenance');
      expect(await press(element, 'ArrowRight')).to.equal('action');
    });
    it('leaves the shortcuts of the browser alone', async () => {
      const element = await entered(html`<stage-guide stage="action"></stage-guide>`);
      const event = new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true });
      tab(element, 'action').dispatchEvent(event);
      expect([event.defaultPrevented, element.stage]).to.deep.equal([false, 'action']);
    });
    it('one tab stop for the cycle, one for the open panel', async () => {
      const element = await guide(html`<stage-guide stage="action"></stage-guide>`);
      const stops = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
      expect(stops.map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, -1, -1, 0, -1]);
    });
  });

  describe('noticing', () => {
    const tick = async (element: StageGuide, text: string) => {
      const label = [...(element.shadowRoot?.querySelectorAll('label') ?? [])].find((one) =>
        one.textContent?.includes(text),
      );
      label?.querySelector('input')?.click();
      await element.updateComplete;
      return label?.closest('li')?.querySelector('.described')?.textContent?.replace(/\s+/g, ' ').trim();
    };
    it('is off unless the page turns it on', async () => {
      expect((await guide()).shadowRoot?.querySelector('input')).to.equal(null);
    });
    it('says in which stage a sign is described, and takes it back', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      expect(await tick(element, 'police report')).to.match(/^Described in\s*Action$/);
      expect(await tick(element, 'police report')).to.equal(undefined);
    });
    it('names every stage of a sign that is described in more than one', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      const sign = { id: 'shared', text: 'Seen twice.' };
      element.content = {
        stages: [
          { id: 'action', signs: [sign] },
          { id: 'maintenance', signs: [sign] },
        ],
      };
      await element.updateComplete;
      expect(await tick(element, 'Seen twice.')).to.match(/^Described in\s*Action\s*Maintenance$/);
    });
    it('says it to a screen reader, too', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      await tick(element, 'police report');
      const said = [...element.shadowRoot!.querySelectorAll('[aria-live]')].map((one) => one.textContent!.trim());
      expect(said.filter(Boolean)).to.deep.equal(['Described in Action']);
    });
    it('a stage that describes it opens from there, and has the focus', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      await tick(element, 'police report');
      const stage = find(element, '.described button');
      // Also where the stage is open already.
      for (let times = 0; times < 2; times++) {
        stage.click();
        await element.updateComplete;
        await element.updateComplete;
        expect(shown(element)).to.deep.equal(['action']);
        expect(element.shadowRoot!.activeElement?.id).to.equal('stage-action');
        stage.focus();
      }
    });
    const groups = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll('.signs > fieldset')].map((group) => [
        group.querySelector('legend')!.textContent,
        [...group.querySelectorAll('label')].map((label) => label.textContent!.trim()),
      ]);
    it('has the signs in groups, by alphabet inside, so that their order hints at no stage', async () => {
      const all = english.content.stages.flatMap(({ signs }) => signs);
      const of = (kind: string) =>
        all
          .filter((sign) => sign.kind === kind)
          .map(({ text }) => text)
          .sort();
      expect(groups(await guide(html`<stage-guide noticing></stage-guide>`))).to.deep.equal([
        ['How they see it', of('seeing')],
        ['What they do', of('doing')],
      ]);
    });
    it('has signs of an agency’s own apart, and those that say of which kind they are among the others', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      element.content = {
        stages: [
          { id: 'action', ownSigns: ['Ours.'], signs: [{ id: 'new', kind: 'doing', text: 'Does it.' }, 'Plain.'] },
        ],
      };
      await element.updateComplete;
      expect(groups(element)).to.deep.equal([
        ['What they do', ['Does it.']],
        ['Also', ['Ours.', 'Plain.']],
      ]);
    });
    it('keeps, counts and concludes nothing', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      const events: string[] = [];
      for (const type of ['stage-change', 'content-error', 'change', 'input'])
        document.addEventListener(type, () => events.push(type), { once: true });
      const before = element.outerHTML;
      const numbers = words(element).match(/\d+|%/g);
      await tick(element, 'police report');
      await tick(element, 'defensive');
      expect(element.outerHTML).to.equal(before);
      expect(words(element).match(/\d+|%/g)).to.deep.equal(numbers);
      expect(element.stage).to.equal('');
      expect(events.filter((type) => type.includes('-'))).to.deep.equal([]);
      const again = await guide(html`<stage-guide noticing></stage-guide>`);
      expect([...(again.shadowRoot?.querySelectorAll('input') ?? [])].some(({ checked }) => checked)).to.equal(false);
    });
    it('its ticks are not restored by the browser', async () => {
      const element = await guide(html`<stage-guide noticing></stage-guide>`);
      expect(find(element, 'input').getAttribute('autocomplete')).to.equal('off');
    });
  });

  describe('on narrow and wide screens', () => {
    after(wide);
    it('the same controls are a ring where it is wide and a list where it is narrow', async () => {
      const holder = await fixture(html`<div style="width: 60rem"><stage-guide></stage-guide></div>`);
      const element = holder.firstElementChild as StageGuide;
      await settled(element);
      const controls = [...(element.shadowRoot?.querySelectorAll('[role=tab]') ?? [])];
      const lefts = () =>
        new Set(controls.map((one) => Math.round(one.querySelector('.name')?.getBoundingClientRect().left ?? 0))).size;
      expect(lefts()).to.equal(5);
      (holder as HTMLElement).style.width = '20rem';
      expect(lefts()).to.equal(1);
      for (const one of controls) expect(one.getBoundingClientRect().height).to.be.at.least(44);
    });
    for (const dir of ['ltr', 'rtl'])
      for (const width of [480, 560, 800, 1100])
        it(`the middle of each tab is on its own part of the ring: ${width} px, ${dir}`, async () => {
          const holder = await fixture<HTMLElement>(html`<div dir=${dir}><stage-guide></stage-guide></div>`);
          // The room inside of the element, which its container queries ask for.
          holder.style.width = `${width}px`;
          const element = holder.firstElementChild as StageGuide;
          await settled(element);
          element.scrollIntoView();
          for (const id of ids) {
            const part = tab(element, id).querySelector('path')!;
            const isInPart = (x: number, y: number) => element.shadowRoot!.elementsFromPoint(x, y).includes(part);
            const box = tab(element, id).getBoundingClientRect();
            const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
            const hit = element.shadowRoot!.elementFromPoint(x, y)?.closest('[role=tab]')?.id;
            expect([hit, isInPart(x, y)]).to.deep.equal([`tab-${id}`, true]);
            const name = tab(element, id).querySelector('b')!.getBoundingClientRect();
            // Fonts differ in width: a letter may stick out a little.
            const [from, middle, to] = [name.left + 6, name.top + name.height / 2, name.right - 6];
            expect([isInPart(from, middle), isInPart(to, middle)], `the name ${id}`).to.deep.equal([true, true]);
          }
        });
    it('another number of stages is a list', async () => {
      const element = await guide();
      element.content = { stages: [{ id: 'action' }, { id: 'maintenance' }] };
      await element.updateComplete;
      expect(find(element, '[part=diagram]').classList.contains('five')).to.equal(false);
      expect(getComputedStyle(find(element, '[role=tab] svg')).display).to.equal('none');
    });
  });

  it('every stage can be read without JavaScript, once it is rendered on a server', async () => {
    const element = await guide();
    const css = StageGuide.elementStyles.map((sheet) => ('cssText' in sheet ? sheet.cssText : '')).join('');
    const page = await fixture<HTMLIFrameElement>(html`<iframe sandbox="allow-same-origin"></iframe>`);
    const loaded = oneEvent(page, 'load');
    page.srcdoc = `<stage-guide><template shadowrootmode="open"><style>${css}</style>${element.shadowRoot?.innerHTML}</template></stage-guide>`;
    await loaded;
    const rendered = page.contentDocument!.querySelector('stage-guide')!;
    const panels = [...rendered.shadowRoot!.querySelectorAll('[role=tabpanel]')];
    expect(panels.length).to.equal(5);
    for (const one of panels) expect(page.contentWindow!.getComputedStyle(one).display).to.equal('block');
  });

  it('an unknown stage is told once, opens none and throws nothing', async () => {
    const told = await warnings(async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const fired = oneEvent(holder, 'content-error') as Promise<ContentErrorEvent>;
      holder.innerHTML = '<stage-guide stage="ladder"></stage-guide>';
      const { problems } = await fired;
      expect(problems).to.deep.equal([{ path: 'stage', reason: 'unknown-id', detail: 'ladder' }]);
      const element = holder.firstElementChild as StageGuide;
      expect(shown(element)).to.deep.equal([]);
      element.headingLevel = 3;
      await element.updateComplete;
    });
    expect(told.length).to.equal(1);
  });

  it('connects, disconnects and connects again', async () => {
    const element = await guide(html`<stage-guide stage="action"></stage-guide>`);
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    await settled(element);
    expect(shown(element)).to.deep.equal(['action']);
    expect(words((await fixture(element.cloneNode(true) as StageGuide)) as Element)).to.contain('Stages of change');
  });

  it('headings follow the level that the page needs', async () => {
    const element = await guide(html`<stage-guide heading-level="3" stage="action"></stage-guide>`);
    const levels = [...(element.shadowRoot?.querySelectorAll('[role=heading]') ?? [])].map((one) =>
      one.getAttribute('aria-level'),
    );
    expect(levels[0]).to.equal('3');
    expect(new Set(levels)).to.deep.equal(new Set(['3', '4', '5']));
  });
});
