import 'alongside-elements/define/quick-exit.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { bar, complete, drawn, exit, ownLink, press, theirs } from './quick-exit-parts.js';
import { waitUntil } from './support.js';

const { body } = document;

describe('quick-exit among what lies in front of a page', () => {
  before(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => document.querySelectorAll('quick-exit').forEach((element) => element.remove()));

  describe('stays in front', () => {
    const link = (element: Element) => element.querySelector('a')!;
    const atBar = (element: Element) => {
      const { left, top, width, height } = bar(element).getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2);
    };
    const all = 'position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0';
    /** How often it was brought to the front while something ran. */
    const raises = async (element: Element, run: () => unknown) => {
      let times = 0;
      const count = (event: Event) => (event as ToggleEvent).newState === 'open' && times++;
      bar(element).addEventListener('beforetoggle', count);
      await run();
      await drawn();
      await aTimeout(50);
      bar(element).removeEventListener('beforetoggle', count);
      return times;
    };
    it('of an element with the highest z-index', async () => {
      const element = await exit(theirs);
      await fixture(html`<div style="${all}; z-index: 2147483647"></div>`);
      expect(atBar(element) === link(element)).to.equal(true);
    });
    for (const kind of ['auto', 'manual'])
      it(`of a popover that opens after it: ${kind}`, async () => {
        const element = await exit(theirs);
        const over = await fixture<HTMLElement>(html`<div popover=${kind} style=${all}>Over</div>`);
        over.showPopover();
        await waitUntil(() => atBar(element) === link(element), 'the popover covers it');
        expect(over.matches(':popover-open')).to.equal(true);
      });
    it('of a dialog that opens after it, and of one more', async () => {
      const element = await exit(theirs);
      const page = await fixture(html`
        <div>
          <dialog style=${all}><button>One</button></dialog>
          <dialog style=${all}>Two</dialog>
        </div>
      `);
      for (const dialog of page.querySelectorAll('dialog'))
        expect(await raises(element, () => dialog.showModal()), dialog.textContent!).to.be.within(1, 3);
      expect(bar(element).matches(':popover-open')).to.equal(true);
    });
    it('and leaves the focus where it is, also in itself', async () => {
      for (const [template, link] of [
        [theirs, (element: Element) => element.querySelector('a')!],
        [html`<quick-exit></quick-exit>`, ownLink],
      ] as const) {
        const element = await exit(template);
        const over = await fixture<HTMLElement>(html`<div popover="manual" style=${all}><input /></div>`);
        const input = over.querySelector('input')!;
        link(element).focus();
        expect(await raises(element, () => over.showPopover())).to.equal(0);
        expect(link(element).matches(':focus')).to.equal(true);
        expect(await raises(element, () => input.focus())).to.be.above(0);
        expect(input.matches(':focus')).to.equal(true);
        over.remove();
        element.remove();
      }
    });
    it('and does nothing while nothing is in front', async () => {
      const element = await exit(theirs);
      const page = await fixture<HTMLElement>(html`<input />`);
      expect(await raises(element, () => page.focus())).to.equal(0);
      expect(await raises(element, () => link(element).focus())).to.equal(0);
    });
  });

  describe('the first Tab of a page', () => {
    const input = html`<input />`;
    it('leads to the link, wherever it stands', async () => {
      const page = await fixture(html`<div>${input}${theirs}</div>`);
      await complete(page.querySelector('quick-exit')!);
      await press('Tab');
      expect(document.activeElement === page.querySelector('a')).to.equal(true);
    });
    it('leads to its own link', async () => {
      const page = await fixture(html`<div>${input}<quick-exit></quick-exit></div>`);
      const element = page.querySelector('quick-exit')!;
      await complete(element);
      await press('Tab');
      expect(element.shadowRoot!.activeElement === ownLink(element)).to.equal(true);
    });
    /** Whether a Tab is left to the browser. */
    const tab = (init: KeyboardEventInit = {}) =>
      body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Tab', code: 'Tab', bubbles: true, cancelable: true, ...init }),
      );
    it('only the first', async () => {
      await exit(theirs);
      expect(tab()).to.equal(false);
      (document.activeElement as HTMLElement).blur();
      expect(tab()).to.equal(true);
    });
    it('not after a click, another key, a focus, or when it goes back', async () => {
      const page = await fixture<HTMLElement>(
        html`<div>
          ${input}
          <p>Words</p>
        </div>`,
      );
      for (const before of [
        () => page.querySelector('p')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
        () => press('PageDown'),
        () => (page.querySelector('input')!.focus(), page.querySelector('input')!.blur()),
      ]) {
        const element = await exit(theirs);
        await before();
        expect(tab(), `${before}`).to.equal(true);
        element.remove();
      }
      await exit(theirs);
      expect(tab({ shiftKey: true })).to.equal(true);
    });
    it('not where the address leads into the page', async () => {
      await exit(theirs);
      history.replaceState(null, '', '#here');
      const left = tab();
      history.replaceState(null, '', location.pathname + location.search);
      expect(left).to.equal(true);
    });
    it('is left to the browser where no link is seen', async () => {
      const element = await exit(theirs);
      element.hidden = true;
      expect(tab()).to.equal(true);
    });
  });
});
