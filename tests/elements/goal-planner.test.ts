import 'alongside-elements/define/goal-planner.js';
import 'alongside-elements/define/resource-card.js';
import 'alongside-elements/define/safety-checklist.js';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { GoalPlanner, SafetyChecklist } from 'alongside-elements';
import english from '../../src/content/en/goals.json' with { type: 'json' };
import spanish from '../../src/content/es/goals.json' with { type: 'json' };
import { find, settled, waitUntil, words } from './support.js';
import {
  addTo,
  done,
  field,
  focused,
  keepsToItself,
  open,
  paper,
  press,
  small,
  take,
  texts,
  tick,
  write,
  writing,
} from './writing-parts.js';

const planner = (template = html`<goal-planner></goal-planner>`) => writing<GoalPlanner>(template);
/** One goal with two steps, looked at closer. */
const looking = async (template?: ReturnType<typeof html>) => {
  const element = await planner(template);
  await addTo(element, 'goals', 'Learn to drive');
  await press(element, 'Look closer');
  await addTo(element, 'goals.0.steps', 'Find my papers', 'Ask for the form');
  return element;
};

describe('goal-planner', () => {
  describe('is accessible', () => {
    it('empty', async () => expect(await planner()).to.be.accessible());
    it('with a goal looked at closer, one reached and one set aside', async () => {
      const element = await looking();
      await addTo(element, 'goals', 'Cook', 'Read');
      await press(element, 'Look closer');
      await tick(element, 'goals.1.there');
      await press(element, 'Set aside', 2);
      await expect(element).to.be.accessible();
    });
    it('as assistive technology gets it', async function () {
      if (!/Chrome|Firefox/.test(navigator.userAgent)) return this.skip();
      const element = await looking();
      await tick(element, 'goals.0.steps.0.did');
      const tree = await executeServerCommand<string, undefined>('aria-snapshot', undefined);
      for (const line of [
        /heading "My goals" \[level=2\]/,
        /heading "Goals" \[level=3\]/,
        /button "Learn to drive"\n/,
        /button "More Learn to drive"/,
        /checkbox "I got there"/,
        /button "Close Learn to drive" \[expanded\]/,
        /button "Find my papers"\n/,
        /checkbox "Did it Find my papers" \[checked\]/,
        /textbox "A small step"/,
        /textbox "A day or time, if I want one"/,
        /textbox "How I want to celebrate"/,
      ])
        expect(tree).to.match(line);
    });
  });

  it('says what the sources say', async () => {
    const text = words(await planner());
    for (const one of english.content.intro) expect(text).to.contain(one.text);
  });

  describe('goals and steps', () => {
    it('are in the person’s own words and order', async () => {
      const element = await planner();
      await addTo(element, 'goals', 'One', ' ', 'Two', 'Three');
      await press(element, 'Move down');
      expect(texts(element, 'goals')).to.deep.equal(['Two', 'One', 'Three']);
      await press(element, 'Remove', 1);
      expect(texts(element, 'goals')).to.deep.equal(['Two', 'Three']);
      await press(element, 'Undo');
      expect(texts(element, 'goals')).to.deep.equal(['Two', 'One', 'Three']);
    });
    it('small steps have an order of their own', async () => {
      const element = await looking();
      find(element, '[data-do=down][data-at="goals.0.steps.0"]').click();
      await element.updateComplete;
      expect(texts(element, 'goals.0.steps')).to.deep.equal(['Ask for the form', 'Find my papers']);
      expect(texts(element, 'goals')).to.deep.equal(['Learn to drive']);
    });
    it('Alt and the arrows move what the focus is in: the step, not the goal around it', async () => {
      const element = await looking();
      await addTo(element, 'goals', 'Cook');
      await open(element, 'goals.0.steps.1.text');
      field(element, 'goals.0.steps.1.text').focus();
      await sendKeys({ down: 'Alt' });
      await sendKeys({ press: 'ArrowUp' });
      await sendKeys({ up: 'Alt' });
      await waitUntil(() => focused(element) === 'goals.0.steps.0.text');
      expect(texts(element, 'goals.0.steps')).to.deep.equal(['Ask for the form', 'Find my papers']);
      expect(texts(element, 'goals')).to.deep.equal(['Learn to drive', 'Cook']);
    });
    it('are dragged within their own list only', async () => {
      const element = await looking();
      await addTo(element, 'goals', 'Cook');
      const data = new DataTransfer();
      const fire = (name: string, at: string) =>
        find(element, `.entry[data-at="${at}"] .grip`).dispatchEvent(
          new DragEvent(name, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }),
        );
      fire('dragstart', 'goals.0.steps.0');
      expect(fire('dragover', 'goals.1'), 'a goal takes a step').to.equal(true);
      expect(fire('dragover', 'goals.0.steps.1'), 'steps refuse a step').to.equal(false);
      fire('drop', 'goals.0.steps.1');
      await element.updateComplete;
      expect(texts(element, 'goals.0.steps')).to.deep.equal(['Ask for the form', 'Find my papers']);
      fire('dragstart', 'goals.1');
      fire('drop', 'goals.0.steps.1');
      await element.updateComplete;
      expect(texts(element, 'goals')).to.deep.equal(['Cook', 'Learn to drive']);
    });
    it('a step that was done stays, and can be undone', async () => {
      const element = await looking();
      await tick(element, 'goals.0.steps.0.did');
      expect(field(element, 'goals.0.steps.0.did').checked).to.equal(true);
      await tick(element, 'goals.0.steps.0.did');
      expect(field(element, 'goals.0.steps.0.did').checked).to.equal(false);
    });
    it('a goal is set aside with its steps, and brought back', async () => {
      const element = await looking();
      await press(element, 'Set aside');
      expect(texts(element, 'goals')).to.deep.equal([]);
      expect(find(element, 'details:has([data-do=putBack])').textContent).to.contain('Learn to drive');
      await press(element, 'Bring back');
      expect(texts(element, 'goals.0.steps')).to.deep.equal(['Find my papers', 'Ask for the form']);
    });
    it('goals that the agency offers are taken, changed or left', async () => {
      const content = {
        ideas: [{ id: 'cook', text: 'Cook a meal.' }],
        localNotes: ['The kitchen is open on Sundays.'],
      };
      const element = await planner(html`<goal-planner .content=${content}></goal-planner>`);
      expect(words(element)).to.contain('The kitchen is open on Sundays.');
      await take(element);
      await write(element, 'goals.0.text', 'Cook for my brother');
      expect(texts(element, 'goals')).to.deep.equal(['Cook for my brother']);
      expect(words(element)).not.to.contain('Cook a meal.');
    });
  });

  it('a date is words, only where a person wants one, and never comes due', async () => {
    const element = await looking();
    expect(element.shadowRoot?.querySelector('[type=date], time')).to.equal(null);
    await write(element, 'goals.0.when', '1 January 2001');
    expect(words(element)).not.to.match(/\b(over)?(late|due|ago)\b|days? left/i);
    expect(paper(element)).to.include('A day or time, if I want one: 1 January 2001');
  });
  it('what was reached is celebrated in the person’s own way, which they can write before', async () => {
    const element = await looking();
    await write(element, 'goals.0.cheer', 'Noodles');
    expect(small(element, 'goals.0')).to.equal('');
    await tick(element, 'goals.0.there');
    await press(element, 'Close');
    expect(element.shadowRoot?.querySelector('[data-at="goals.0.cheer"]')).to.equal(null);
    expect(small(element, 'goals.0')).to.equal('I got there. How I want to celebrate: Noodles');
    expect(paper(element)).to.include.members(['Learn to drive (I got there)', 'How I want to celebrate: Noodles']);
    await press(element, 'Look closer');
    await tick(element, 'goals.0.there');
    expect(paper(element)).to.include('Learn to drive');
    expect(small(element, 'goals.0')).to.equal('');
  });

  describe('who and what can support a goal', () => {
    it('people of the phone tree, whose names stay those of the plan', async () => {
      const element = await looking();
      const plan = await fixture<SafetyChecklist>(html`<safety-checklist></safety-checklist>`);
      await settled(plan);
      await press(plan, 'Add a person');
      await write(plan, 'people.0.name', 'J.');
      await write(plan, 'people.0.number', '555-0151');
      await element.updateComplete;
      find(element, '[data-do=attach]').click();
      await element.updateComplete;
      expect(paper(element)).to.include('J. · 555-0151');
      await write(plan, 'people.0.name', 'Jo');
      await element.updateComplete;
      expect(paper(element)).to.include('Jo · 555-0151');
      await done(plan);
      await press(plan, 'Remove');
      await element.updateComplete;
      expect(paper(element).join()).not.to.match(/Jo|555/);
      expect(words(element)).not.to.match(/Jo|555/);
    });
    it('services that the page shows, where the page says which', async () => {
      const card = await fixture(html`<resource-card id="line" resource-id="988"></resource-card>`);
      await settled(card);
      const element = await looking(html`<goal-planner resources="line nowhere"></goal-planner>`);
      find(element, '[data-do=attach]').click();
      await element.updateComplete;
      await press(element, 'Go to it');
      expect(document.activeElement).to.equal(card);
    });
  });

  it('prints empty, with lines to write on, under a heading that tells nothing', async () => {
    const lines = paper(await planner());
    expect(lines[0]).to.equal('My notes');
    expect(lines.filter((line) => !line).length).to.be.at.least(3);
  });

  describe('what is typed', () => {
    keepsToItself(planner, async (element) => {
      await addTo(element, 'goals', 'MARKER');
      await press(element, 'Look closer');
      await addTo(element, 'goals.0.steps', 'MARKER');
      await write(element, 'goals.0.support', 'MARKER');
    });
  });

  it('speaks another language as the page does, with what is typed left alone', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = await looking();
    page.append(element);
    page.lang = 'es';
    await waitUntil(() => [spanish.words.steps, 'Cerrar'].every((one) => words(element).includes(one)));
    expect(texts(element, 'goals')).to.deep.equal(['Learn to drive']);
    expect(words(element)).to.contain('Esta traducción es un borrador.');
  });
});
