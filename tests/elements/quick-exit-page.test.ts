import 'alongside-elements/define/quick-exit.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { QuickExit } from 'alongside-elements';
import english from '../../src/content/en/leaving.json' with { type: 'json' };
import { away, bar, complete, drawn, exit, first, ownLink, press, said, shown, theirs } from './quick-exit-parts.js';
import { find, waitUntil, warnings } from './support.js';

const { documentElement: root, body } = document;
const { twoMore, oneMore } = english.words;
const below = (height: number) => html`<div style="height: ${height}px"></div>`;
const rounded = (pixels: number) => Math.round(pixels * 10) / 10;
const roomOf = (page: Element) => {
  const { paddingTop, paddingBottom, scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(page);
  return [paddingTop, paddingBottom, scrollPaddingTop, scrollPaddingBottom].map((edge) =>
    rounded(parseFloat(edge) || 0),
  );
};
const overlap = (one: Element, other: Element) => {
  const [a, b] = [one, other].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
};

describe('quick-exit in a page', () => {
  let sheet: HTMLStyleElement | undefined;
  const style = (css: string) =>
    (sheet = document.head.appendChild(Object.assign(document.createElement('style'), { textContent: css })));

  before(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    document.querySelectorAll('quick-exit').forEach((element) => element.remove());
    sheet?.remove();
    for (const page of [root, body]) page.removeAttribute('style');
    scrollTo(0, 0);
  });

  describe('is seen', () => {
    const hostile = '* { all: unset !important; display: none !important }';
    const seen = (element: Element) => {
      const { width, height } = bar(element).getBoundingClientRect();
      return bar(element).matches(':popover-open') && width >= 44 && height >= 44;
    };
    for (const css of [
      hostile,
      `${hostile} quick-exit, quick-exit * { visibility: hidden !important; opacity: 0 !important; position: static !important }`,
      'body { display: none }',
      'html, body { display: none !important }',
      'html, body { visibility: hidden !important; opacity: 0 !important }',
      'body { pointer-events: none; transform: scale(0.5); overflow: hidden; height: 0 }',
    ])
      it(`whatever the page says: ${css}`, async () => {
        const element = await first('<quick-exit><a href="https://weather.example/">Weather</a></quick-exit>');
        const link = element.querySelector('a')!;
        style(css);
        await waitUntil(() => seen(element), 'it is not seen');
        const of = (one: Element) => getComputedStyle(one);
        expect([of(element).display, of(element).visibility]).to.deep.equal(['flex', 'visible']);
        expect([of(bar(element)).position, of(bar(element)).visibility]).to.deep.equal(['fixed', 'visible']);
        const { display, visibility, fontWeight, cursor, pointerEvents } = of(link);
        expect([display, visibility, fontWeight, cursor]).to.deep.equal(['block', 'visible', '700', 'pointer']);
        expect(pointerEvents).to.equal('auto');
        expect(of(link).opacity).to.equal('1');
      });
    it('also when the page says so before it comes', async () => {
      style(hostile);
      const element = await first();
      await waitUntil(() => seen(element), 'it is not seen');
    });
    it('not when it is hidden', async () => {
      const element = await exit();
      element.hidden = true;
      expect([element, bar(element), find(element, 'details')].some(shown)).to.equal(false);
    });
    it('in the colors and at the edge that the page gives', async () => {
      const element = await exit(
        html`<quick-exit
          style="--quick-exit-background: rgb(0, 0, 120); --quick-exit-color: rgb(255, 255, 200); --quick-exit-edge: 20px"
        ></quick-exit>`,
      );
      const { backgroundColor, color } = getComputedStyle(bar(element));
      expect([backgroundColor, color]).to.deep.equal(['rgb(0, 0, 120)', 'rgb(255, 255, 200)']);
      const { top, right } = bar(element).getBoundingClientRect();
      expect([top, root.clientWidth - right].map(rounded)).to.deep.equal([20, 20]);
    });
  });

  describe('covers nothing', () => {
    it('where it stands first: the room is its own', async () => {
      const page = await fixture(html`<div>The page begins here, with words as wide as there is room for them.</div>`);
      const before = roomOf(root);
      const element = await first();
      const details = find<HTMLDetailsElement>(element, 'details');
      for (details.open of [false, true]) {
        await drawn();
        expect([overlap(bar(element), page), overlap(bar(element), details)]).to.deep.equal([false, false]);
        expect(page.getBoundingClientRect().top).to.be.at.least(bar(element).getBoundingClientRect().bottom);
      }
      expect(roomOf(root).slice(0, 2)).to.deep.equal(before.slice(0, 2));
    });
    it('from the first moment on', () => {
      body.insertAdjacentHTML('afterbegin', '<quick-exit></quick-exit>');
      const [end, edge] = [body.firstElementChild!, bar(body.firstElementChild!)].map(
        (element) => element.getBoundingClientRect().bottom,
      ) as [number, number];
      expect(end).to.be.at.least(edge);
    });
    it('where it stands first on a small phone, with long words', async () => {
      await setViewport({ width: 320, height: 600 });
      const page = await fixture(html`<div>The page begins here.</div>`);
      const element = await first(`<quick-exit lang="es"></quick-exit>`);
      const { left, right, bottom } = bar(element).getBoundingClientRect();
      expect([left >= 0, right <= innerWidth, overlap(bar(element), find(element, 'summary'))]).to.deep.equal([
        true,
        true,
        false,
      ]);
      expect(page.getBoundingClientRect().top).to.be.at.least(bottom);
      await setViewport({ width: 800, height: 600 });
    });
    it('where it stands further down: the room is at the edge of the page', async () => {
      const page = await fixture(
        html`<div>
          <h1>Page</h1>
          ${below(300)}${theirs}
        </div>`,
      );
      const element = page.querySelector('quick-exit')!;
      await drawn();
      const { bottom } = bar(element).getBoundingClientRect();
      expect(roomOf(root)).to.deep.equal([bottom, 0, bottom, 0].map(rounded));
      expect(overlap(bar(element), page.querySelector('h1')!)).to.equal(false);
    });
    it('at the bottom', async () => {
      const page = await fixture(
        html`<div>
          ${below(3000)}
          <p>The end.</p>
        </div>`,
      );
      const element = await first('<quick-exit placement="bottom"></quick-exit>');
      const { top, bottom } = bar(element).getBoundingClientRect();
      expect(bottom).to.equal(innerHeight - 8);
      expect(roomOf(root)).to.deep.equal([0, innerHeight - top, 0, innerHeight - top].map(rounded));
      scrollTo(0, 1e6);
      expect(overlap(bar(element), page.querySelector('p')!)).to.equal(false);
      element.removeAttribute('placement');
      await drawn();
      expect(roomOf(root).slice(0, 2)).to.deep.equal([0, 0]);
    });
    for (const height of [20, 35, 80])
      it(`that is put above it later: ${height} px`, async () => {
        const element = await first();
        const above = Object.assign(document.createElement('div'), { style: `height: ${height}px` });
        body.prepend(above);
        await drawn();
        const covers = overlap(bar(element), above);
        above.remove();
        expect(covers).to.equal(false);
      });
    for (const [what, css, above] of [
      ['a bar of 32 px that stays at the top', 'html { margin-top: 32px }', 'position: fixed; top: 0; height: 32px'],
      ['a header of 35 px', '', 'height: 35px'],
    ] as const)
      it(`below ${what}, and takes its room once`, async () => {
        style(`body { margin: 0 } ${css}`);
        const before = roomOf(root);
        const page = await fixture(html`<h1>Page</h1>`);
        body.insertAdjacentHTML('afterbegin', `<div style="${above}; left: 0; right: 0; background: #eee">Above</div>`);
        const over = body.firstElementChild!;
        over.insertAdjacentHTML('afterend', '<quick-exit></quick-exit>');
        const element = over.nextElementSibling!;
        await complete(element);
        await drawn();
        const { top, bottom, height } = bar(element).getBoundingClientRect();
        const covers = [overlap(bar(element), over), overlap(bar(element), page)];
        const [, end] = [over, element].map((one) => one.getBoundingClientRect().bottom) as [number, number];
        over.remove();
        expect(covers).to.deep.equal([false, false]);
        expect([roomOf(root).slice(0, 2), rounded(end)]).to.deep.equal([before.slice(0, 2), rounded(bottom)]);
        expect(top).to.be.at.least(over.textContent ? 32 : 0);
        expect(height).to.be.within(45, 47);
      });
    it('that WordPress has at the top, which says how high it is', async () => {
      style(':root { --wp-admin--admin-bar--height: 32px }');
      const page = await fixture(html`<div>${below(300)}${theirs}</div>`);
      await complete(page.querySelector('quick-exit')!);
      await drawn();
      expect(bar(page.querySelector('quick-exit')!).getBoundingClientRect().top).to.equal(40);
    });
    it('that is scrolled to', async () => {
      const page = await fixture(html`<div>${below(1000)}<button>Here</button>${below(1000)}</div>`);
      const target = page.querySelector('button')!;
      const element = await first();
      target.scrollIntoView({ block: 'start', behavior: 'instant' });
      expect(target.getBoundingClientRect().top).to.be.at.least(bar(element).getBoundingClientRect().bottom);
      scrollTo(0, 1e6);
      target.focus();
      await drawn();
      expect(target.getBoundingClientRect().top).to.be.at.least(bar(element).getBoundingClientRect().bottom);
    });
    it('as its words grow', async () => {
      const page = await fixture(html`<div>${below(300)}${theirs}</div>`);
      const element = page.querySelector('quick-exit')!;
      await drawn();
      const [before] = roomOf(root) as [number];
      element.querySelector('a')!.innerHTML = 'Weather<br>and<br>more';
      await drawn();
      expect(roomOf(root)[0]).to.be.closeTo(bar(element).getBoundingClientRect().bottom, 0.1);
      expect(roomOf(root)[0]).to.be.above(before + 20);
    });
    it('and gives the room back when it goes', async () => {
      const sheets = document.adoptedStyleSheets.length;
      const before = roomOf(root);
      const page = await fixture(html`<div>${below(300)}${theirs}</div>`);
      await drawn();
      page.querySelector('quick-exit')!.remove();
      await drawn();
      expect([roomOf(root), document.adoptedStyleSheets.length]).to.deep.equal([before, sheets]);
    });
    it('and takes none while it is hidden', async () => {
      style(':root { padding-top: 20px }');
      const page = await fixture(html`<div>${below(300)}<quick-exit hidden></quick-exit></div>`);
      await complete(page.querySelector('quick-exit')!);
      await drawn();
      expect(roomOf(root)).to.deep.equal([20, 0, 0, 0]);
    });
    it('without a word to who listens for errors', async () => {
      const errors: string[] = [];
      const listen = ({ message }: ErrorEvent) => errors.push(message);
      addEventListener('error', listen);
      const element = await first();
      await setViewport({ width: 320, height: 600 });
      await drawn();
      await setViewport({ width: 800, height: 600 });
      await drawn();
      removeEventListener('error', listen);
      expect(errors).to.deep.equal([]);
      expect(shown(element)).to.equal(true);
    });
  });

  describe('comes and goes', () => {
    it('taken out, it listens no more', async () => {
      const element = await exit(theirs);
      let told = 0;
      element.addEventListener('content-error', () => told++);
      element.remove();
      element.placement = 'left';
      await press('Shift', 'Shift');
      expect([said(element), told]).to.deep.equal(['', 0]);
      body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', code: 'Tab', bubbles: true }));
      expect(document.activeElement === body).to.equal(true);
    });
    it('while it is there, links can stay out of the history of the tab', async () => {
      const page = await fixture(html`<div><quick-exit keep-out-of-history></quick-exit><a href="#one">One</a></div>`);
      const element = page.querySelector('quick-exit')!;
      const link = page.querySelector('a')!;
      const here = location.href;
      const length = history.length;
      await complete(element);
      link.click();
      await waitUntil(() => location.hash === '#one', 'nobody went there');
      expect(history.length).to.equal(length);
      element.remove();
      link.href = '#two';
      link.click();
      await waitUntil(() => location.hash === '#two', 'nobody went there');
      expect(history.length).to.equal(length + 1);
      history.replaceState(null, '', here);
    });
    it('put in again, it is there once', async () => {
      const element = await exit(theirs);
      const parent = element.parentElement!;
      const sheets = [document.adoptedStyleSheets.length, element.shadowRoot!.adoptedStyleSheets.length];
      const lines = find(element, 'details').childElementCount;
      for (let times = 0; times < 5; times++) {
        element.remove();
        parent.append(element);
        await aTimeout(20);
      }
      await press('Shift');
      expect(said(element)).to.equal(twoMore);
      await press('Shift');
      expect(said(element)).to.equal(oneMore);
      expect(find(element, 'details').childElementCount).to.equal(lines);
      expect([document.adoptedStyleSheets.length, element.shadowRoot!.adoptedStyleSheets.length]).to.deep.equal(sheets);
    });
    it('removed while the rest is on its way, nothing is thrown and nothing stays', async () => {
      const sheets = document.adoptedStyleSheets.length;
      const element = await fixture<QuickExit>(theirs);
      element.remove();
      await aTimeout(200);
      expect(document.adoptedStyleSheets.length).to.equal(sheets);
    });
    it('moved, it is in front and follows the language', async () => {
      const page = await fixture<HTMLElement>(
        html`<div>
          ${theirs}
          <div lang="es"></div>
        </div>`,
      );
      const element = page.querySelector('quick-exit')!;
      await complete(element);
      page.querySelector('div')!.append(element);
      await waitUntil(() => find(element, 'details').lang === 'es', 'it is English');
      expect(bar(element).matches(':popover-open')).to.equal(true);
      expect(element.querySelector('a')!.href).to.equal(away);
    });
    it('copied, the copy is whole', async () => {
      const element = await exit(theirs);
      const copy = element.cloneNode(true) as QuickExit;
      element.remove();
      body.append(copy);
      await complete(copy);
      expect(bar(copy).matches(':popover-open')).to.equal(true);
      expect(copy.querySelector('a')!.textContent).to.equal('Weather');
    });
  });

  describe('where it cannot be drawn, the link of the page stays, and nothing is thrown', () => {
    const { attachShadow } = Element.prototype;
    const { CSSStyleSheet, ResizeObserver } = globalThis;
    const { replaceSync } = CSSStyleSheet.prototype;
    afterEach(() => {
      Element.prototype.attachShadow = attachShadow;
      CSSStyleSheet.prototype.replaceSync = replaceSync;
      Object.assign(globalThis, { CSSStyleSheet, ResizeObserver });
    });
    const broken = () => {
      throw new Error('The page has changed this.');
    };
    const cases: Record<string, readonly [() => void, number]> = {
      'no shadow root': [() => (Element.prototype.attachShadow = broken), 1],
      'no style sheets': [() => Object.assign(globalThis, { CSSStyleSheet: broken }), 0],
      'style sheets that take no words': [() => (CSSStyleSheet.prototype.replaceSync = broken), 0],
      'no sizes': [() => Object.assign(globalThis, { ResizeObserver: undefined }), 0],
    };
    for (const [what, [breakIt, warned]] of Object.entries(cases))
      it(what + (warned ? '' : ': it is drawn all the same'), async () => {
        const errors: unknown[] = [];
        const listen = (event: Event) =>
          errors.push(String((event as PromiseRejectionEvent).reason ?? (event as ErrorEvent).message));
        addEventListener('error', listen);
        addEventListener('unhandledrejection', listen);
        breakIt();
        const told = await warnings(async () => {
          const element = await fixture<QuickExit>(theirs);
          await aTimeout(200);
          const link = element.querySelector('a')!;
          expect([shown(link), link.href, link.textContent]).to.deep.equal([true, away, 'Weather']);
          if (!warned) expect(bar(element).getBoundingClientRect().height).to.be.within(45, 47);
          element.href = 'https://news.example/';
          element.remove();
        });
        removeEventListener('error', listen);
        removeEventListener('unhandledrejection', listen);
        expect([errors, told.length]).to.deep.equal([[], warned]);
      });
    it('what comes later cannot be drawn', async () => {
      const errors: unknown[] = [];
      const listen = (event: Event) => errors.push(event);
      addEventListener('unhandledrejection', listen);
      const page = await fixture<HTMLElement>(html`<div></div>`);
      page.innerHTML = '<quick-exit></quick-exit>';
      const { before } = Element.prototype;
      Element.prototype.before = broken;
      await aTimeout(200);
      Element.prototype.before = before;
      removeEventListener('unhandledrejection', listen);
      const element = page.firstElementChild!;
      expect([errors, shown(ownLink(element)), element.shadowRoot!.querySelector('details')]).to.deep.equal([
        [],
        true,
        null,
      ]);
    });
  });
});
