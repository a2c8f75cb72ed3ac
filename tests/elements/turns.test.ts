import { expect } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';
import { words } from './support.js';

/** What goes on in the same task goes on within so many turns of promises. */
async function endOfTask(): Promise<void> {
  for (let turns = 0; turns < 50; turns++) await Promise.resolve();
}

describe('many elements in a page, and the script with all of them', () => {
  const page = document.createElement('main');
  let registered = [true];
  let shown = [''];
  let early = [''];
  /** The places of the elements that were drawn in each task. */
  const tasks: number[][] = [];

  before(async () => {
    const one = '<stage-guide>Call 555-0100</stage-guide><csec-primer>Call 555-0100</csec-primer>';
    page.innerHTML = one.repeat(10) + '<source-note><b>Call 555-0100</b></source-note>';
    document.body.append(page);
    const elements = [...page.children];
    const { tags } = await import('alongside-elements/define/all.js');
    registered = Object.keys(tags).map((tag) => !!customElements.get(tag));
    await Promise.resolve();
    early = elements.map(words);
    shown = elements.map(({ shadowRoot }) =>
      shadowRoot?.querySelector('slot')?.assignedNodes().length ? 'inside' : '',
    );

    let task: number[] | undefined;
    const note = (at: number) => {
      if (!task) {
        tasks.push((task = []));
        void endOfTask().then(() => (task = undefined));
      }
      task.push(at);
    };
    await Promise.all(elements.map((element, at) => (element as ReactiveElement).updateComplete.then(() => note(at))));
  });
  after(() => page.remove());

  it('are all registered at once', () => expect(registered).not.to.include(false));
  it('show what stands inside of them until their turn', () => {
    expect(early.filter(Boolean)).to.deep.equal([]);
    expect(new Set(shown)).to.deep.equal(new Set(['inside']));
  });
  it('draw themselves from the top of the page, in more than one task', () => {
    expect(tasks.flat()).to.deep.equal([...page.children].map((_, at) => at));
    expect(tasks.length).to.be.greaterThan(1);
  });
  it('have nothing left of their wait', () => {
    for (const { shadowRoot } of page.children) expect(shadowRoot!.firstElementChild!.className).to.contain('surface');
  });
  it('draw themselves at once where they come later, one at a time', async () => {
    const later = document.createElement('source-note');
    page.append(later);
    await Promise.resolve();
    expect(words(later)).to.contain('Sources and credits');
  });
  it('wait as long as it takes for those who ask', async () => {
    const many = Array.from({ length: 30 }, () => document.createElement('stage-guide') as Element as ReactiveElement);
    page.append(...many);
    await many.at(-1)!.updateComplete;
    for (const element of many) expect(words(element)).to.contain('Stages of change');
  });
});
