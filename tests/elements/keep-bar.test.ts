import 'alongside-elements/define/all.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { sessionOf } from 'alongside-elements/internal/private-text/fields/notebook-controller.js';
import type { LitElement, TemplateResult } from 'lit';
import { button, emptyNotebook, find, settled, waitUntil, words } from './support.js';
import { addTo, clearAll, keepButton, paper, press, texts } from './writing-parts.js';

/** Elements of a page, in their order, with nothing in the notebook. */
async function pageWith(template: TemplateResult): Promise<LitElement[]> {
  const page = await fixture(html`<div>${template}</div>`);
  const elements = [...page.querySelectorAll<LitElement>('safety-checklist, options-explorer, goal-planner')];
  emptyNotebook(elements[0]!);
  for (const element of elements) {
    await settled(element);
    await waitUntil(() => element.shadowRoot?.querySelector('.keeping'), 'it never came');
  }
  return elements;
}

const three = () =>
  pageWith(html`
    <safety-checklist audience="youth"></safety-checklist>
    <options-explorer></options-explorer>
    <goal-planner></goal-planner>
  `);

const barOf = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('.notebook');
const pointerOf = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('.pointer');
const barsAndPointers = (elements: readonly Element[]) =>
  elements.map((element) => `${barOf(element) ? 'bar' : ''}${pointerOf(element) ? 'pointer' : ''}`);
const opened = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-opens][aria-expanded=true]') ?? [])].map(
    ({ dataset }) => dataset['opens'],
  );
const said = (element: Element) => find(element, '.keeping [aria-live]').textContent?.trim();
const drawn = async (elements: readonly LitElement[]) => {
  await aTimeout(0);
  for (const element of elements) await element.updateComplete;
};

/** What is printed while something runs: the words of each sheet. */
async function printed(run: () => Promise<unknown>): Promise<string[]> {
  const sheets: string[] = [];
  const append = document.body.append.bind(document.body);
  // The frame that would be printed: it is filled as any other, and its dialog never opens.
  document.body.append = (...nodes) => {
    for (const node of nodes)
      if (node instanceof HTMLIFrameElement) {
        const { onload } = node;
        node.onload = (event) => {
          node.contentWindow!.print = () => {};
          onload?.call(node, event);
        };
      }
    append(...nodes);
  };
  try {
    await run();
    const frame = await waitUntil(() => document.querySelector('body > iframe'), 'nothing is printed').then(() =>
      document.querySelector<HTMLIFrameElement>('body > iframe'),
    );
    await waitUntil(() => frame?.contentDocument?.body.firstElementChild, 'the sheet is empty');
    sheets.push(...[...frame!.contentDocument!.querySelectorAll('h1, h2, p')].map((one) => one.textContent!.trim()));
    frame!.remove();
  } finally {
    document.body.append = append;
  }
  return sheets;
}

describe('the bar of the notebook', () => {
  describe('is there once', () => {
    it('in the first element of the page, before its first field; a line leads there from all others', async () => {
      const elements = await three();
      expect(barsAndPointers(elements)).to.deep.equal(['bar', 'pointer', 'pointer']);
      const root = elements[0]!.shadowRoot!;
      const all = [...root.querySelectorAll('.head, .notebook, [data-at]')];
      expect(all.findIndex((one) => one.matches('.notebook'))).to.equal(1);
      for (const element of elements.slice(1)) {
        expect(pointerOf(element)!.textContent).to.match(/Only on this page for now\s+Save, print or clear/);
        const order = [...element.shadowRoot!.querySelectorAll('.head, .pointer, [data-at]')];
        expect(order.findIndex((one) => one.matches('.pointer'))).to.equal(1);
      }
    });
    it('alone', async () =>
      expect(barsAndPointers(await pageWith(html`<goal-planner></goal-planner>`))).to.deep.equal(['bar']));
    it('in the next one when that element goes, and in an earlier one when that comes', async () => {
      const elements = await three();
      const [first, second, third] = elements as [LitElement, LitElement, LitElement];
      const place = first.parentElement!;
      first.remove();
      await drawn(elements);
      expect(barsAndPointers([second, third])).to.deep.equal(['bar', 'pointer']);
      place.prepend(third);
      await drawn(elements);
      expect(barsAndPointers([third, second])).to.deep.equal(['bar', 'pointer']);
      place.prepend(first);
      await drawn(elements);
      expect(barsAndPointers([first, third, second])).to.deep.equal(['bar', 'pointer', 'pointer']);
    });
    it('in the order of the page, also in shadow roots', async () => {
      const elements = await pageWith(
        html`<div id="before"></div>
          <goal-planner></goal-planner>`,
      );
      const root = document.querySelector('#before')!.attachShadow({ mode: 'open' });
      const early = root.appendChild(document.createElement('options-explorer')) as LitElement;
      await waitUntil(() => early.shadowRoot?.querySelector('.keeping'), 'it never came');
      await drawn([early, ...elements]);
      expect(barsAndPointers([early, ...elements])).to.deep.equal(['bar', 'pointer']);
    });
    it('stays where somebody is using it when an earlier element comes', async () => {
      const [first] = (await pageWith(html`<goal-planner></goal-planner>`)) as [LitElement];
      await press(first, 'Save on this device');
      find(first, '.panel [data-at=pass-new]').focus();
      const early = document.createElement('safety-checklist') as LitElement;
      first.before(early);
      await settled(early);
      await drawn([first, early]);
      expect(barsAndPointers([early, first])).to.deep.equal(['pointer', 'bar']);
      expect((first.shadowRoot!.activeElement as HTMLElement).dataset['at']).to.equal('pass-new');
    });
    it('not in an element that shows its fallback', async () => {
      const log = console.warn;
      console.warn = () => {};
      try {
        const elements = await pageWith(html`<goal-planner></goal-planner>`);
        const broken = document.createElement('safety-checklist') as LitElement & { content: unknown };
        broken.content = [];
        broken.innerHTML = '<p>Call 555-0100</p>';
        elements[0]!.before(broken);
        await drawn([broken, ...elements]);
        expect(barsAndPointers([broken, ...elements])).to.deep.equal(['', 'bar']);
      } finally {
        console.warn = log;
      }
    });
  });

  describe('the line that leads there', () => {
    it('gives it the focus', async () => {
      const [first, , third] = (await three()) as [LitElement, LitElement, LitElement];
      pointerOf(third)!.querySelector('button')!.click();
      expect(first.shadowRoot!.activeElement === barOf(first)).to.equal(true);
      expect(barOf(first)!.tabIndex).to.equal(-1);
    });
    it('brings the bar here where it cannot be seen', async () => {
      const elements = await three();
      const [first, , third] = elements as [LitElement, LitElement, LitElement];
      first.hidden = true;
      pointerOf(third)!.querySelector('button')!.click();
      await drawn(elements);
      expect(barsAndPointers(elements)).to.deep.equal(['pointer', 'pointer', 'bar']);
      await waitUntil(() => third.shadowRoot!.activeElement === barOf(third), 'it has no focus');
    });
    it('follows the state at once', async function () {
      this.timeout(120_000);
      const elements = await three();
      const [first, second] = elements as [LitElement, LitElement];
      const { vault } = sessionOf(first)!;
      try {
        await vault!.keep('four small green words');
        await waitUntil(() => /Saved on this device\s+Lock, print or wipe/.test(pointerOf(second)!.textContent!));
        expect(find(first, '#state').textContent).to.equal('Saved on this device');
        find(first, '[data-keep=lock]').focus();
        find(first, '[data-keep=lock]').click();
        // The button has gone, and nothing is said but how things are now.
        await waitUntil(() => first.shadowRoot!.activeElement?.id === 'state', 'the state has no focus');
        await drawn(elements);
        expect(pointerOf(second)!.textContent).to.match(/There are locked notes on this device\s+Open, print or wipe/);
        expect(words(first)).to.contain('What you type now stays on this page only, until you open them.');
        expect(find<HTMLInputElement>(first, '.panel [data-at=pass-pass]').type).to.equal('text');
      } finally {
        await vault!.wipe();
      }
    });
  });

  describe('notes that were locked and opened again', () => {
    const passphrase = 'four small green words';
    const placeOf = (element: Element) => find<HTMLInputElement>(element, '[data-at="ride.where"]').value;
    it('are whole in an element that comes later, and in one that was taken out meanwhile', async function () {
      this.timeout(120_000);
      const [first, second] = (await pageWith(
        html`<safety-checklist></safety-checklist><goal-planner></goal-planner>`,
      )) as [LitElement, LitElement];
      const page = first.parentElement!;
      const { vault, notebook } = sessionOf(first)!;
      const field = find<HTMLInputElement>(first, '[data-at="ride.where"]');
      field.value = 'The library';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      try {
        await vault!.keep(passphrase);
        first.remove();
        await vault!.lock();
        await first.updateComplete;
        expect([...first.shadowRoot!.querySelectorAll('input')].map(({ value }) => value).join('')).to.equal('');
        await vault!.unlock(passphrase);
        page.prepend(first);
        await drawn([first, second]);
        expect(placeOf(first)).to.equal('The library');
        const late = document.createElement('safety-checklist') as LitElement;
        page.append(late);
        await settled(late);
        expect(placeOf(late)).to.equal('The library');
        expect(JSON.stringify(notebook.values)).to.contain('The library');
      } finally {
        await vault!.wipe();
      }
    });
    it('take in no file that was still being opened when they were locked', async function () {
      this.timeout(120_000);
      const [first] = (await pageWith(html`<safety-checklist></safety-checklist>`)) as [LitElement];
      const { notebook } = sessionOf(first)!;
      const { sealFile } = await import('alongside-elements/internal/private-text/file/age-file.js');
      const { toText } = await import('alongside-elements/internal/private-text/file/file-format.js');
      const bytes = await sealFile(toText({ plan: { items: [{ id: 'x', text: 'From the file' }] } }), passphrase);
      await keepButton(first, 'add');
      const files = new DataTransfer();
      files.items.add(new File([bytes as BlobPart], 'notes.age'));
      find<HTMLInputElement>(first, '.panel [type=file]').files = files.files;
      find<HTMLInputElement>(first, '.panel [data-at=pass-pass]').value = passphrase;
      find(first, '.panel [data-keep=add]').click();
      notebook.forget();
      await waitUntil(() => !first.shadowRoot!.querySelector('[data-keep=stop]'), 'it never ended');
      await aTimeout(100);
      expect(JSON.stringify(notebook.values)).not.to.contain('From the file');
    });
  });

  describe('opens one panel at a time', () => {
    it('Escape closes it, and what opened it has the focus', async () => {
      const [first] = (await three()) as [LitElement];
      await press(first, 'Save on this device');
      find(first, '.panel [data-at=pass-new]').focus();
      await sendKeys({ press: 'Escape' });
      await drawn([first]);
      expect(opened(first)).to.deep.equal([]);
      expect((first.shadowRoot!.activeElement as HTMLElement).dataset['opens']).to.equal('keep');
    });
    it('by its button, and closes it with the same, with “Cancel”, or with another', async () => {
      const [first] = (await three()) as [LitElement];
      expect(opened(first)).to.deep.equal([]);
      await press(first, 'Save on this device');
      expect(opened(first)).to.deep.equal(['keep']);
      await press(first, 'Print');
      expect(opened(first)).to.deep.equal(['print']);
      await press(first, 'Print');
      expect(opened(first)).to.deep.equal([]);
      await press(first, 'Clear');
      find(first, '.panel .quiet').focus();
      await press(first, 'Cancel');
      expect(opened(first)).to.deep.equal([]);
      expect((first.shadowRoot!.activeElement as HTMLElement).dataset['opens']).to.equal('clear');
    });
    it('what comes from “More” starts with its heading', async () => {
      const [first] = (await three()) as [LitElement];
      await press(first, 'More');
      button(first, 'Save a locked file').focus();
      await press(first, 'Save a locked file');
      expect(opened(first)).to.deep.equal(['more']);
      expect(first.shadowRoot!.activeElement?.textContent).to.equal('Save a locked file');
      await press(first, 'More');
      expect(!!first.shadowRoot!.querySelector('.panel')).to.equal(false);
    });
    it('is accessible, whatever is open', async () => {
      const [first] = (await three()) as [LitElement];
      for (const does of ['keep', 'print', 'clear', 'file', 'add', 'copy']) {
        await keepButton(first, does);
        await expect(first).to.be.accessible();
      }
    });
    it('Enter in a field does what its first button does, and what is wrong is said inside of it', async () => {
      const [first] = (await three()) as [LitElement];
      await press(first, 'Save on this device');
      find(first, '[data-at=pass-new]').focus();
      await sendKeys({ type: 'short' });
      await sendKeys({ press: 'Enter' });
      expect(said(first)).to.equal('Use 8 letters or more.');
      expect(find(first, '.panel [aria-live]').classList.contains('note')).to.equal(true);
      expect(opened(first)).to.deep.equal(['keep']);
    });
  });

  describe('printing', () => {
    const filled = async () => {
      const elements = await three();
      const [first, second, third] = elements as [LitElement, LitElement, LitElement];
      await addTo(first, 'items', 'Of the plan');
      await addTo(second, 'options', 'Of the options');
      await addTo(third, 'goals', 'Of the goals');
      await drawn(elements);
      return elements as [LitElement, LitElement, LitElement];
    };
    const boxes = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.panel [data-part]')].map(
        ({ dataset, checked }) => `${dataset['part']} ${checked}`,
      );
    it('asks which parts: the one of the element is ticked, none of the others', async () => {
      const [first] = await filled();
      await press(first, 'Print');
      expect(boxes(first)).to.deep.equal(['plan true', 'options false', 'goals false']);
      expect(words(first)).to.contain('Someone else could find the printed pages.');
    });
    it('prints what is chosen and nothing else, under one heading', async () => {
      const [first] = await filled();
      expect((await printed(async () => (await keepButton(first, 'print')).click())).join(' | ')).to.match(
        /^My notes \|.*Of the plan/,
      );
      const both = await printed(async () => {
        const print = await keepButton(first, 'print');
        find(first, '[data-part=plan]').click();
        find(first, '[data-part=goals]').click();
        find(first, '[data-part=options]').click();
        print.click();
      });
      expect(both.filter((line) => line === 'My notes')).to.have.length(1);
      expect(both.join()).to.match(/Of the options.*Of the goals/);
      expect(both.join()).not.to.contain('Of the plan');
    });
    it('says so where nothing is chosen, and prints nothing', async () => {
      const [first] = await filled();
      const print = await keepButton(first, 'print');
      find(first, '[data-part=plan]').click();
      print.click();
      await first.updateComplete;
      expect(said(first)).to.equal('Nothing is chosen yet.');
      expect(!!document.querySelector('body > iframe')).to.equal(false);
    });
    it('“Print this” is where the bar is not, and prints what is there', async () => {
      const [first, second] = await filled();
      expect(!!first.shadowRoot!.querySelector('[data-do=print]')).to.equal(false);
      const sheet = await printed(() => press(second, 'Print this'));
      expect(sheet.join()).to.contain('Of the options').and.not.to.contain('Of the plan');
      expect(words(second)).to.contain('Someone else could find the printed page.');
    });
    it('the browser’s own printing takes all of it along, as before', async () => {
      const elements = await filled();
      expect(elements.map((element) => paper(element).join()).join()).to.match(
        /Of the plan.*Of the options.*Of the goals/,
      );
    });
  });

  describe('clearing', () => {
    const filled = async () => {
      const elements = await three();
      const [first, , third] = elements as [LitElement, LitElement, LitElement];
      await addTo(first, 'items', 'Of the plan');
      await addTo(third, 'goals', 'Of the goals');
      await drawn(elements);
      return elements as [LitElement, LitElement, LitElement];
    };
    it('says which parts, and for how long it can be undone', async () => {
      const [first, , third] = await filled();
      await press(first, 'Clear');
      expect(words(first)).to.contain(
        'This clears My plan, My options, and My goals on this page. You can undo this for 10 seconds.',
      );
      expect(texts(third, 'goals')).to.deep.equal(['Of the goals']);
    });
    it('takes all of them, also what is half typed; “Undo” in the bar brings them back', async () => {
      const elements = await filled();
      const [first, , third] = elements;
      const half = find<HTMLInputElement>(third, '[data-at=own]');
      half.value = 'half typed';
      await clearAll(first);
      await drawn(elements);
      expect([texts(first, 'items'), texts(third, 'goals'), half.value]).to.deep.equal([[], [], '']);
      await press(first, 'Undo');
      await drawn(elements);
      expect([texts(first, 'items'), texts(third, 'goals')]).to.deep.equal([['Of the plan'], ['Of the goals']]);
      expect(!!first.shadowRoot!.querySelector('[data-keep=undo]')).to.equal(false);
    });
    it('what is written meanwhile stays beside what comes back', async () => {
      const elements = await filled();
      const [first] = elements;
      await clearAll(first);
      await addTo(first, 'items', 'Later');
      await press(first, 'Undo');
      expect(texts(first, 'items').sort()).to.deep.equal(['Later', 'Of the plan']);
    });
    it('what came back stays when what was written meanwhile is undone', async () => {
      const elements = await filled();
      const [first] = elements;
      await clearAll(first);
      await addTo(first, 'items', 'Later');
      find(first, '[data-keep=undo]').click();
      await drawn(elements);
      find(first, '.row > [data-do=undo]').click();
      await drawn(elements);
      expect(texts(first, 'items')).to.deep.equal(['Of the plan']);
    });
    it('can be undone, whatever was said of this device before', async () => {
      const elements = await filled();
      const [first] = elements;
      const { vault } = sessionOf(first)!;
      await vault!.wipe();
      expect(said(first)).to.contain('Deleted');
      await addTo(first, 'items', 'Later');
      await clearAll(first);
      expect(said(first)).to.match(/^Everything is cleared/);
      expect(first.shadowRoot!.activeElement === find(first, '[data-keep=undo]')).to.equal(true);
      vault!.news = 'off';
      await addTo(first, 'items', 'Later still');
      await clearAll(first);
      expect(!!first.shadowRoot!.querySelector('[data-keep=undo]')).to.equal(true);
      vault!.news = '';
    });
    it('“Undo” stays with the bar when that goes to another element', async () => {
      const elements = await filled();
      const [first, second, third] = elements;
      await clearAll(first);
      first.remove();
      await drawn(elements);
      await press(second, 'Undo');
      await drawn(elements);
      expect(texts(third, 'goals')).to.deep.equal(['Of the goals']);
    });
    it('after these seconds nothing can bring it back, in no element', async function () {
      this.timeout(120_000);
      const elements = await filled();
      const [first, , third] = elements;
      await clearAll(first);
      await waitUntil(() => !first.shadowRoot!.querySelector('[data-keep=undo]'), 'it can be undone still');
      expect(button(third, 'Undo').disabled).to.equal(true);
      expect(JSON.stringify(sessionOf(first)!.notebook.values)).not.to.contain('Of the');
    });
  });

  it('says that code of the page could read it, unless all of them are there with the agency’s knowledge', async () => {
    const readable = 'Other programs on this site could read it.';
    const [known] = await pageWith(html`<safety-checklist in-page></safety-checklist>`);
    expect(words(known!)).not.to.contain(readable);
    known!.remove();
    const [first] = await pageWith(html`<safety-checklist in-page></safety-checklist><goal-planner></goal-planner>`);
    expect(words(first!)).to.contain(readable);
  });
});
