import 'alongside-elements/define/goal-planner.js';
import 'alongside-elements/define/safety-checklist.js';
import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { GoalPlanner, SafetyChecklist } from 'alongside-elements';
import { sessionOf } from 'alongside-elements/internal/private-text/fields/notebook-controller.js';
import english from '../../src/content/en/safety-plan.json' with { type: 'json' };
import { button, find, type, waitUntil, words } from './support.js';
import {
  addTo,
  choose,
  done,
  field,
  focused,
  open,
  press,
  said,
  small,
  spoken,
  take,
  texts,
  write,
  writing,
} from './writing-parts.js';

const checklist = () => writing<SafetyChecklist>(html`<safety-checklist audience="youth"></safety-checklist>`);
const planner = () => writing<GoalPlanner>(html`<goal-planner></goal-planner>`);
/** A plan with two things in it. */
const two = async () => {
  const element = await checklist();
  await addTo(element, 'items', 'One', 'Two');
  return element;
};
const active = (element: Element) => element.shadowRoot!.activeElement as HTMLElement;
const wordsAt = (element: Element, at: string) => find(element, `[data-do=write][data-at="${at}"]`);
const isWritten = (element: Element) => !!element.shadowRoot!.querySelector('.writing');
/** The name that a control is given by what it is labelled by. */
const nameOf = (element: Element, control: Element) =>
  control
    .getAttribute('aria-labelledby')!
    .split(' ')
    .map((id) => element.shadowRoot!.getElementById(id)!.textContent.trim())
    .join(' ');
const pressKey = async (element: LitElement, key: string) => {
  await sendKeys({ press: key });
  await element.updateComplete;
  await aTimeout(0);
};

describe('a row of what a person wrote', () => {
  it('is a box, the words, and one menu: three stops of the Tab key', async () => {
    const element = await two();
    field(element, 'items.0.inPlace').focus();
    const stops: string[] = [];
    for (let stop = 0; stop < 4; stop++) {
      stops.push(active(element).id || focused(element));
      await pressKey(element, 'Tab');
    }
    expect(stops).to.deep.equal(['items.0.inPlace', 'write items.0', 'more-items.0', 'items.1.inPlace']);
  });

  it('says which row each of its controls is about, and begins with the word that is seen', async () => {
    const element = await two();
    await press(element, 'Add a person');
    await write(element, 'people.0.name', 'Sam');
    await write(element, 'people.0.number', '555-0142');
    await done(element);
    const names = [...element.shadowRoot!.querySelectorAll('.entry [aria-labelledby]')].map((one) =>
      nameOf(element, one),
    );
    for (const name of [
      'Set up One',
      'More One',
      'Move down One',
      'Add a note Two',
      'Remove Two',
      'Call Sam',
      'Text Sam',
    ])
      expect(names).to.include(name);
    const idea = find(element, '[data-do=take]');
    expect(idea.getAttribute('aria-label')).to.equal(`Add: ${english.content.ideas[0]!.youth}`);
  });

  it('turns into its fields, with the focus in the first, and back with Done', async () => {
    const element = await two();
    wordsAt(element, 'items.0').click();
    await waitUntil(() => focused(element) === 'items.0.text');
    expect(element.shadowRoot!.querySelector('.opens[data-at="items.0"]'), 'its menu is away meanwhile').to.equal(null);
    await press(element, 'Done');
    expect(focused(element)).to.equal('write items.0');
    expect(isWritten(element)).to.equal(false);
  });

  it('saves each letter while it is written, before anything is closed', async () => {
    const element = await two();
    await open(element, 'items.0.text');
    field(element, 'items.0.text').select();
    await sendKeys({ type: 'Th' });
    const { plan } = sessionOf(element)!.notebook.values as unknown as { plan: { items: { text: string }[] } };
    expect(plan.items[0]!.text).to.equal('Th');
    expect(isWritten(element)).to.equal(true);
  });

  it('Escape, Enter in a field of one line, and the Tab key past its end only close it', async () => {
    const element = await two();
    await press(element, 'Add a person');
    await sendKeys({ type: 'Sam' });
    await pressKey(element, 'Escape');
    expect([isWritten(element), focused(element)]).to.deep.equal([false, 'write people.0']);
    await open(element, 'people.0.name');
    await pressKey(element, 'Enter');
    expect([isWritten(element), focused(element)]).to.deep.equal([false, 'write people.0']);
    await open(element, 'people.0.name');
    for (let stop = 0; stop < 3; stop++) await pressKey(element, 'Tab');
    expect([isWritten(element), focused(element)]).to.deep.equal([true, 'wrote people.0']);
    await pressKey(element, 'Tab');
    expect([isWritten(element), focused(element)]).to.deep.equal([false, 'addPerson']);
    expect(texts(element, 'people', 'name')).to.deep.equal(['Sam']);
  });

  it('Enter in a field of more lines is a new line', async () => {
    const element = await two();
    await open(element, 'items.0.text');
    await pressKey(element, 'Enter');
    expect(isWritten(element)).to.equal(true);
    expect(field(element, 'items.0.text').value).to.equal('One\n');
  });

  it('a press beside it does not close it: what is pressed would move away under the finger', async () => {
    const element = await two();
    await open(element, 'items.0.text');
    field(element, 'ride.who').focus();
    await element.updateComplete;
    expect(isWritten(element)).to.equal(true);
  });

  it('opens with its fields where there are no words yet, and says so when there are none', async () => {
    const element = await checklist();
    await press(element, 'Add a person');
    expect(focused(element)).to.equal('people.0.name');
    await press(element, 'Done');
    expect(wordsAt(element, 'people.0').textContent.trim()).to.equal('Nothing written yet');
    await write(element, 'people.0.number', '555-0142');
    await done(element);
    expect(texts(element, 'people')).to.deep.equal(['555-0142']);
  });

  it('shows what is typed as text, with its breaks, never as markup', async () => {
    const element = await two();
    await write(element, 'items.0.text', '<b>x</b>\ny');
    await done(element);
    const text = wordsAt(element, 'items.0').querySelector('bdi')!;
    expect(text.textContent).to.equal('<b>x</b>\ny');
    expect(text.children.length).to.equal(0);
    expect(getComputedStyle(text).whiteSpace).to.match(/pre-line/);
  });

  it('lists that are empty say so calmly', async () => {
    const element = await checklist();
    const empty = [...element.shadowRoot!.querySelectorAll('.empty')].map(({ textContent }) => textContent.trim());
    expect(empty).to.deep.equal(Array(2).fill('Nothing here yet, and that’s okay.'));
    expect(element.shadowRoot!.querySelector('ol'), 'a list of nothing').to.equal(null);
  });
});

describe('the menu of a row', () => {
  const shown = (element: Element, at: string) => find(element, `.menu[data-at="${at}"]`).checkVisibility();
  const openMenu = async (element: LitElement, at: string) => {
    const opens = find(element, `.opens[data-at="${at}"]`);
    opens.focus();
    await pressKey(element, 'Enter');
  };
  const items = (element: Element, at: string) =>
    [...find(element, `.menu[data-at="${at}"]`).querySelectorAll('button')].map(({ textContent }) =>
      textContent.trim(),
    );

  it('has ordinary buttons, in an order of its own, and only those that do something here', async () => {
    const plan = await two();
    expect(items(plan, 'items.0')).to.deep.equal(['Move up', 'Move down', 'Add a note', 'Remove']);
    expect(plan.shadowRoot!.querySelector('.menu [role]')).to.equal(null);
    const goals = await planner();
    await addTo(goals, 'goals', 'One');
    await press(goals, 'Look closer');
    await addTo(goals, 'goals.0.steps', 'Two');
    expect(items(goals, 'goals.0')).to.deep.equal(['Move up', 'Move down', 'Set aside', 'Remove']);
    expect(items(goals, 'goals.0.steps.0')).to.deep.equal(['Move up', 'Move down', 'Remove']);
  });

  it('adds a note: the fields open with the focus in it', async () => {
    const element = await two();
    await choose(element, 'items.1', 'addNote');
    expect(focused(element)).to.equal('items.1.note');
    await sendKeys({ type: 'By the door' });
    await done(element);
    expect(small(element, 'items.1')).to.equal('By the door');
  });

  const tests = (way: string, start: () => Promise<SafetyChecklist>) => {
    it(`${way}: Escape closes it, and what opened it has the focus`, async () => {
      const element = await start();
      await openMenu(element, 'items.0');
      expect(shown(element, 'items.0')).to.equal(true);
      await pressKey(element, 'Tab');
      expect(focused(element)).to.equal('down items.0');
      await pressKey(element, 'Escape');
      expect(shown(element, 'items.0')).to.equal(false);
      expect(active(element).id).to.equal('more-items.0');
    });
    it(`${way}: a press elsewhere closes it`, async () => {
      const element = await start();
      await openMenu(element, 'items.0');
      const heading = find(element, '[role=heading]');
      heading.scrollIntoView({ block: 'center' });
      const { x, y } = heading.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(x) + 2, Math.round(y) + 2] });
      await waitUntil(() => !shown(element, 'items.0'));
    });
    it(`${way}: its own button closes it`, async () => {
      const element = await start();
      await openMenu(element, 'items.0');
      const { x, y, width, height } = find(element, '.opens[data-at="items.0"]').getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      await aTimeout(50);
      expect(shown(element, 'items.0')).to.equal(false);
    });
    it(`${way}: it goes along with what is moved, and stays open`, async () => {
      const element = await start();
      await choose(element, 'items.0', 'down');
      expect(texts(element, 'items')).to.deep.equal(['Two', 'One']);
      expect([shown(element, 'items.0'), shown(element, 'items.1')]).to.deep.equal([false, true]);
      expect(focused(element)).to.equal('up items.1');
    });
    it(`${way}: it is not left open over the row that comes after one that is removed`, async () => {
      const element = await start();
      await choose(element, 'items.0', 'out');
      expect(texts(element, 'items')).to.deep.equal(['Two']);
      expect(shown(element, 'items.0')).to.equal(false);
    });
  };
  if (CSS.supports('anchor-scope: all')) {
    tests('over the page', two);
    it('stands beside what opens it, within the window, in both directions', async () => {
      const element = await two();
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir;
        await openMenu(element, 'items.1');
        const [menu, opens] = ['.menu', '.opens'].map((one) =>
          find(element, `${one}[data-at="items.1"]`).getBoundingClientRect(),
        ) as [DOMRect, DOMRect];
        const gap = Math.min(Math.abs(menu.top - opens.bottom), Math.abs(opens.top - menu.bottom));
        expect(gap, dir).to.be.below(12);
        expect(Math.abs(dir === 'ltr' ? menu.right - opens.right : menu.left - opens.left), dir).to.be.below(2);
        expect(menu.left >= 0 && menu.right <= innerWidth, dir).to.equal(true);
        await pressKey(element, 'Escape');
      }
      document.documentElement.dir = '';
    });
  }

  describe('where it cannot be laid over the page', () => {
    const { supports } = CSS;
    before(
      () =>
        (CSS.supports = (...asked: string[]) =>
          !/anchor|position-area/.test(asked.join()) && supports(...(asked as [string]))),
    );
    after(() => (CSS.supports = supports));
    tests('as a line', two);
    it('is below its row, and says whether it is open', async () => {
      const element = await two();
      const opens = find(element, '.opens[data-at="items.0"]');
      expect(opens.getAttribute('aria-expanded')).to.equal('false');
      await openMenu(element, 'items.0');
      expect(opens.getAttribute('aria-expanded')).to.equal('true');
      const menu = find(element, '.menu[data-at="items.0"]').getBoundingClientRect();
      expect(menu.top).to.be.at.least(opens.getBoundingClientRect().bottom - 1);
      expect(wordsAt(element, 'items.1').getBoundingClientRect().top, 'the next row').to.be.at.least(menu.bottom);
    });
  });
});

describe('undo in place', () => {
  it('is where the line was: what was done as a status, and the button beside it', async () => {
    const element = await checklist();
    await addTo(element, 'items', 'One', 'Two', 'Three');
    await choose(element, 'items.1', 'out');
    const line = find(element, '.done');
    expect(line.previousElementSibling?.getAttribute('data-at')).to.equal('items.0');
    expect(line.nextElementSibling?.getAttribute('data-at')).to.equal('items.1');
    const status = line.querySelector('[aria-live]')!;
    expect(status.textContent).to.equal('“Two” is removed.');
    expect(status.querySelector('button')).to.equal(null);
    expect(active(element) === line.querySelector('button'), 'the focus is on Undo').to.equal(true);
    expect(active(element).getAttribute('aria-describedby')).to.equal(status.id);
    await press(element, 'Undo');
    expect(texts(element, 'items')).to.deep.equal(['One', 'Two', 'Three']);
    expect(focused(element)).to.equal('write items.1');
  });

  it('is where an idea was that is not for somebody, and where a goal was that is set aside', async () => {
    const element = await checklist();
    await press(element, 'Not for me');
    expect(said(element)).to.equal(`“${english.content.ideas[0]!.youth}” is set aside.`);
    expect(find(element, '.done').closest('.rows')!.querySelector('[data-do=take]')).to.exist;
    await press(element, 'Undo');
    expect(focused(element)).to.equal(`notForMe ${english.content.ideas[0]!.id}`);
    const goals = await planner();
    await addTo(goals, 'goals', 'Drive', 'Cook');
    await choose(goals, 'goals.0', 'putAside');
    expect(said(goals)).to.equal('“Drive” is set aside.');
    expect(find(goals, '.done').nextElementSibling?.getAttribute('data-at')).to.equal('goals.0');
    await press(goals, 'Undo');
    expect(texts(goals, 'goals')).to.deep.equal(['Drive', 'Cook']);
  });

  it('goes with the next change, here or in another element of the page', async () => {
    const element = await two();
    await choose(element, 'items.0', 'out');
    type(field(element, 'ride.who'), 'A');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.done')).to.equal(null);
    await choose(element, 'items.0', 'out');
    sessionOf(element)!.notebook.forget();
    await element.updateComplete;
    expect(words(element)).not.to.contain('is removed');
  });

  it('goes ten seconds after it was left; the undo of the element goes on working', async function () {
    this.timeout(120_000);
    const element = await two();
    await choose(element, 'items.0', 'out');
    await aTimeout(300);
    field(element, 'ride.who').focus();
    await aTimeout(9000);
    expect(element.shadowRoot!.querySelector('.done')).to.exist;
    await waitUntil(() => !element.shadowRoot!.querySelector('.done'), 'it stayed');
    await press(element, 'Undo');
    expect(texts(element, 'items')).to.deep.equal(['One', 'Two']);
  });

  it('says what was added, also a second time, and goes on to the next idea', async () => {
    const element = await checklist();
    await take(element);
    expect(said(element)).to.equal(`Added: ${english.content.ideas[0]!.youth}`);
    expect(focused(element)).to.equal(`take ${english.content.ideas[1]!.id}`);
    await addTo(element, 'items', 'One');
    const before = find(element, spoken).firstElementChild;
    await addTo(element, 'items', 'One');
    expect(said(element)).to.equal('Added: One');
    expect(find(element, spoken).firstElementChild === before, 'it is new, so that it is heard').to.equal(false);
  });

  it('says the beginning of what is long', async () => {
    const element = await checklist();
    await addTo(element, 'items', 'word '.repeat(100));
    expect(said(element).length).to.be.below(100);
    expect(said(element)).to.match(/word…$/);
  });

  it('brings back what was set aside, with the focus on it', async () => {
    const goals = await planner();
    await addTo(goals, 'goals', 'Drive', 'Cook');
    await choose(goals, 'goals.0', 'putAside');
    await press(goals, 'Bring back');
    expect(texts(goals, 'goals')).to.deep.equal(['Cook', 'Drive']);
    expect(focused(goals)).to.equal('write goals.1');
    expect(said(goals)).to.equal('Back again: Drive');
    expect(button(goals, 'Undo').disabled).to.equal(false);
  });
});
