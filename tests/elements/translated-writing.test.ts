/** Elements to write in, in pages that are translated. What is measured, and how, is in translated-parts.ts. */
import 'alongside-elements/define/all.js';
import { expect, html } from '@open-wc/testing';
import { type LitElement } from 'lit';
import { worksWith } from '../works-with.js';
import { find, type, waitUntil, words } from './support.js';
import { check, late, onPage, rootsIn, testSessions, translators } from './translated-parts.js';
import { addTo, open, paper, press, take, texts, write } from './writing-parts.js';

const mine = ['My aunt’s house', 'Ask about school', 'Somewhere quiet'];

describe('elements to write in, in a page that is translated', function () {
  this.timeout(120_000);

  testSessions('safety-checklist', () => html`<safety-checklist audience="youth"></safety-checklist>`, 4);
  testSessions('options-explorer', () => html`<options-explorer resources="cards"></options-explorer>`, 4);
  testSessions('goal-planner', () => html`<goal-planner resources="cards"></goal-planner>`, 4);
  testSessions('practice-check', () => html`<practice-check></practice-check>`, 2);

  it(
    worksWith({
      kind: 'translator',
      name: 'Chrome, Edge, Firefox',
      condition: 'someone writes on a translated page',
      result: 'what they have typed stays, including text that isn’t added yet, and the focus stays where it was',
      limit: 'Imitated: nodes are changed in the ways in which these browsers were seen to change them.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      for (const translate of Object.values(translators)) {
        const element = await onPage(html`<options-explorer></options-explorer>`);
        await addTo(element, 'options', ...mine);
        await open(element, 'options.1.text');
        const field = find<HTMLInputElement>(element, '[data-at="options.1.text"]');
        const own = find<HTMLInputElement>(element, '[data-at=own]');
        type(own, 'Not added yet');
        field.focus();
        field.setSelectionRange(3, 5);
        translate(element.shadowRoot!);
        // What took everything out is put right by itself.
        await waitUntil(() => field.isConnected && own.isConnected, 'it stayed empty');
        await write(element, 'matters.mine', 'A quiet place');
        // What an extension shows beside the text is its own.
        if (translate !== translators.both) await check(element);
        expect(texts(element, 'options')).to.deep.equal(mine);
        expect(find<HTMLInputElement>(element, '[data-at="matters.mine"]').value).to.equal('A quiet place');
        expect(find(element, '[data-at=own]') === own).to.be.true;
        expect(own.value).to.equal('Not added yet');
        expect(element.shadowRoot!.activeElement === field, `the focus after ${translate.name}`).to.be.true;
        expect([field.selectionStart, field.selectionEnd]).to.deep.equal([3, 5]);
        element.remove();
      }
    },
  );

  it('leaves what a browser has translated as it is while somebody types', async () => {
    const element = await onPage(html`<goal-planner></goal-planner>`);
    await addTo(element, 'goals', ...mine);
    await open(element, 'goals.0.text');
    translators.fonts(element.shadowRoot!);
    const fonts = element.shadowRoot!.querySelectorAll('font').length;
    await write(element, 'goals.0.text', 'A');
    await write(element, 'goals.0.text', 'A b');
    // What says that something was done is gone.
    expect(element.shadowRoot!.querySelectorAll('font').length).to.be.within(fonts - 2, fonts);
  });

  it('adds the idea that a row shows, also where a translation of another one comes late', async () => {
    const element = await onPage(html`<safety-checklist audience="youth"></safety-checklist>`);
    const rows = () =>
      [...element.shadowRoot!.querySelectorAll('.rows > .row')].filter((row) => row.querySelector('[data-do=take]'));
    const finish = rootsIn(element).map(late);
    await take(element);
    for (const show of finish) show();
    await check(element);
    const row = rows()[0]!;
    const said = row.querySelector('span')!.textContent!;
    row.querySelector<HTMLElement>('[data-do=take]')!.click();
    await element.updateComplete;
    expect(texts(element, 'items').at(-1)).to.equal(said.replace(/\ufeff/g, ''));
  });

  it('draws itself into an empty root where nothing else helps, and keeps what was typed, unfolded and in focus', async () => {
    const element = await onPage(html`<options-explorer></options-explorer>`);
    await addTo(element, 'options', ...mine);
    await press(element, 'Set aside');
    const details = find<HTMLDetailsElement>(element, 'details:has([data-do=putBack])');
    details.open = true;
    type(find<HTMLInputElement>(element, '[data-at=own]'), 'Not added yet');
    await open(element, 'options.1.text');
    const field = find<HTMLInputElement>(element, '[data-at="options.1.text"]');
    field.focus();
    field.setSelectionRange(2, 4);
    // Drawing fails once, as it does where nodes are gone of which nobody was told.
    const part = element as unknown as { render(): unknown };
    const { render } = part;
    part.render = () => {
      part.render = render;
      throw new Error('A node is gone');
    };
    element.requestUpdate();
    await element.updateComplete;
    await check(element);
    const again = find<HTMLInputElement>(element, '[data-at="options.1.text"]');
    expect(again === field).to.be.false;
    expect(again.value).to.equal(mine[2]);
    expect(element.shadowRoot!.activeElement === again).to.be.true;
    expect([again.selectionStart, again.selectionEnd]).to.deep.equal([2, 4]);
    expect(find<HTMLInputElement>(element, '[data-at=own]').value).to.equal('Not added yet');
    expect(find<HTMLDetailsElement>(element, 'details:has([data-do=putBack])').open).to.be.true;
    await write(element, 'options.1.text', 'Still here');
    expect(texts(element, 'options')).to.deep.equal([mine[1], 'Still here']);
  });

  it('lets nothing come back that was let go of', async () => {
    const element = (await onPage(html`<options-explorer></options-explorer>`)) as LitElement;
    await addTo(element, 'options', mine[0]!);
    type(find<HTMLInputElement>(element, '[data-at=own]'), 'Not added yet');
    const part = element as unknown as { render(): unknown };
    const { render } = part;
    part.render = () => {
      part.render = render;
      throw new Error('A node is gone');
    };
    (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
    await element.updateComplete;
    const fields = [
      ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('textarea, input:not([type=checkbox], [type=range])'),
    ];
    expect(fields.map(({ value }) => value).join('')).to.equal('');
  });

  it('shows nothing that a person wrote without a mark against translating, on screen and on paper', async () => {
    const isMarked = (element: Element, text: string) => {
      const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
      let seen = 0;
      while (walker.nextNode()) {
        if (!walker.currentNode.nodeValue!.includes(text)) continue;
        seen++;
        expect(walker.currentNode.parentElement!.closest('[translate=no]'), text).to.exist;
      }
      return seen;
    };
    const element = await onPage(html`<options-explorer resources="cards"></options-explorer>`);
    await addTo(element, 'options', ...mine);
    await press(element, 'Set aside');
    // Among what is set aside, and where it was.
    expect(isMarked(element, mine[0]!)).to.equal(2);
    await press(element, 'Look closer');
    for (const row of element.shadowRoot!.querySelectorAll('[data-do=attach]')) (row as HTMLElement).click();
    await element.updateComplete;
    expect(isMarked(element, '988')).to.be.greaterThan(0);
    await write(element, 'decision', 'Wait a while');
    expect(paper(element).join(' ')).to.include('Wait a while');
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    // As words and on paper, and on paper alone.
    expect(isMarked(element, mine[1]!)).to.equal(2);
    expect(isMarked(element, 'Wait a while')).to.equal(1);
    dispatchEvent(new Event('afterprint'));
    expect(words(element)).to.include(mine[0]);
  });
});
