import 'alongside-elements/define/quick-exit.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { QuickExit, type ContentErrorEvent } from 'alongside-elements';
import english from '../../src/content/en/leaving.json' with { type: 'json' };
import limits from '../../src/content/en/limits.json' with { type: 'json' };
import spanish from '../../src/content/es/leaving.json' with { type: 'json' };
import spanishLimits from '../../src/content/es/limits.json' with { type: 'json' };
import { away, bar, complete, exit, first, ownLink, press, said, shown, theirs } from './quick-exit-parts.js';
import { find, waitUntil, warnings, words } from './support.js';

const says = (element: Element, text: string) =>
  waitUntil(() => words(element).includes(text), `it never said "${text}"`);
const lines = (element: Element) =>
  [...find(element, 'details').querySelectorAll('li')].map((line) => line.textContent ?? '');

describe('quick-exit', () => {
  before(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => document.querySelectorAll('quick-exit').forEach((element) => element.remove()));

  describe('is accessible', () => {
    it('with a link of its own', async () => expect(await exit()).to.be.accessible());
    it('with the link of the page', async () => expect(await exit(theirs)).to.be.accessible());
    it('with its limits open', async () => {
      const element = await exit();
      find(element, 'summary').click();
      await expect(element).to.be.accessible();
    });
    it('in Spanish, after a press of the key', async () => {
      const element = await exit(html`<quick-exit lang="es"></quick-exit>`);
      await press('Shift');
      await expect(element).to.be.accessible();
    });
    it('to assistive technology as a link and what it can do', async function () {
      const element = await exit();
      if (!/Chrome|Firefox/.test(navigator.userAgent)) return this.skip();
      const tree = await executeServerCommand<string, undefined>('aria-snapshot', undefined);
      expect(tree).to.contain(`link "${english.words.leave}"`);
      expect(tree).to.contain(limits.words.about);
      expect(tree).not.to.contain(limits.words.history);
      expect(said(element)).to.equal('');
    });
  });

  describe('the link', () => {
    it('of the page is shown, and keeps its words and its address', async () => {
      const element = await exit(theirs);
      const link = element.querySelector('a')!;
      expect([link.textContent, link.href, link.rel]).to.deep.equal(['Weather', away, 'noreferrer noopener']);
      expect(link.getBoundingClientRect().height).to.be.at.least(44);
      expect(shown(ownLink(element))).to.equal(false);
    });
    for (const [what, inside] of [
      ['nothing', ''],
      ['white space', '\n  '],
      ['limits of the agency only', '\n<p slot="limits">Ours.</p>\n'],
    ] as const)
      it(`is its own where there is ${what} inside`, async () => {
        const element = await first(`<quick-exit>${inside}</quick-exit>`);
        const link = ownLink(element);
        expect([link.textContent, link.rel]).to.deep.equal([english.words.leave, 'noreferrer noopener']);
        expect(link.getBoundingClientRect().height).to.be.at.least(44);
      });
    it('is its own where a link of the page stands beside it', async () => {
      const page = await fixture(
        html`<div><quick-exit></quick-exit><a rel="noreferrer" href=${away}>Weather</a></div>`,
      );
      const element = page.querySelector('quick-exit')!;
      await complete(element);
      expect(ownLink(element).getBoundingClientRect().height).to.be.at.least(44);
    });
    it('of its own leads where the attribute says, else to a place that shows no past searches', async () => {
      const element = await exit();
      const nowhere = 'https://www.wikipedia.org/';
      expect(ownLink(element).href).to.equal(nowhere);
      for (const [href, leads] of [
        ['https://news.example/a?b#c', 'https://news.example/a?b#c'],
        ['javascript:alert(1)', nowhere],
        [away, away],
        [location.href, nowhere],
        ['', nowhere],
      ] as const) {
        await warnings(async () => {
          element.href = href;
          await aTimeout(0);
        });
        expect(ownLink(element).href, href).to.equal(leads);
      }
    });
    it('of the page keeps its address, whatever the attribute says', async () => {
      const element = await exit(theirs);
      element.href = 'https://news.example/';
      expect(element.querySelector('a')!.href).to.equal(away);
    });
    for (const dir of ['ltr', 'rtl'])
      it(`has an arrow before its words, the way they are read, whatever the page draws before links: ${dir}`, async () => {
        const page = await fixture(
          html`<div dir=${dir}>
            <style>
              .exit-test a::before {
                content: 'x';
                border: 0 !important;
              }
            </style>
            <div class="exit-test">${theirs}</div>
          </div>`,
        );
        const element = page.querySelector('quick-exit')!;
        await complete(element);
        for (const link of [element.querySelector('a')!, ownLink(element)]) {
          const arrow = getComputedStyle(link, '::before');
          expect([arrow.content, arrow.clipPath.slice(0, 7)]).to.deep.equal(['""', 'polygon']);
          expect(parseFloat(arrow.borderTopWidth)).to.be.above(6);
          expect(arrow.scale).to.equal(dir === 'rtl' ? '-1 1' : 'none');
        }
      });
    it('of the page can come later, and go', async () => {
      const element = await exit();
      element.innerHTML = '<a href="https://weather.example/">Weather</a>';
      await waitUntil(() => !shown(ownLink(element)), 'there are two');
      element.replaceChildren();
      await waitUntil(() => shown(ownLink(element)), 'there is none');
    });
  });

  describe('the language', () => {
    const draft = spanishLimits.words.draft;
    it('is Spanish where the page is, as a draft, with the English beside', async () => {
      const page = await fixture(html`<div lang="es"><quick-exit></quick-exit></div>`);
      const element = page.firstElementChild!;
      await says(element, draft);
      expect(ownLink(element).textContent).to.equal(`${spanish.words.leave} · ${english.words.leave}`);
      expect(ownLink(element).lang).to.equal('es');
      const beside = [...find(element, '[part=bar]').querySelectorAll('[lang=en]')];
      expect(beside.map(({ textContent }) => textContent)).to.deep.equal([english.words.leave]);
    });
    it('has the English beside every line that safety can hang on', async () => {
      for (const shortcut of ['shift', 'escape']) {
        const element = await exit(html`<quick-exit lang="es" shortcut=${shortcut}></quick-exit>`);
        await says(element, draft);
        const beside = [...find(element, 'details').querySelectorAll('[lang=en]')].map(
          ({ textContent }) => textContent,
        );
        const other = shortcut === 'shift' ? 'escape' : 'shift';
        const critical = Object.entries(limits.words).filter(([key]) => limits.critical.includes(key) && key !== other);
        expect(beside).to.include.members(critical.map(([, text]) => text));
      }
    });
    it('leaves the words of the page alone', async () => {
      const element = await exit(html`<quick-exit lang="es"><a href=${away}>Weather</a></quick-exit>`);
      await says(element, draft);
      expect(element.textContent).to.equal('Weather');
    });
    it('changes live, there and back, also for what is said', async () => {
      const page = await fixture(html`<div lang="en"><quick-exit></quick-exit></div>`);
      const element = page.firstElementChild!;
      await says(element, limits.words.about);
      page.setAttribute('lang', 'es');
      await says(element, spanishLimits.words.about);
      await press('Shift');
      expect(said(element)).to.equal(spanish.words.twoMore);
      expect(find(element, '[aria-live]').lang).to.equal('es');
      page.setAttribute('lang', 'en');
      await waitUntil(() => ownLink(element).textContent === english.words.leave);
      expect(words(element)).not.to.contain(spanishLimits.words.about);
    });
    it('one that the library lacks is served in English, marked as English', async () => {
      const element = await exit(html`<quick-exit lang="vi"></quick-exit>`);
      expect([ownLink(element).lang, find(element, 'details').lang]).to.deep.equal(['en', 'en']);
      expect(ownLink(element).textContent).to.equal(english.words.leave);
    });
  });

  describe('what it can do and what it cannot', () => {
    const { shift, escape, does, back, forgets, cannot, history, files, tabs, watched } = limits.words;
    for (const [shortcut, keys] of [
      ['shift', [shift]],
      ['escape', [escape]],
      ['none', []],
      ['', [shift]],
    ] as const)
      it(`is there, closed, with the right keys: ${shortcut || 'default'}`, async () => {
        const element = await exit(html`<quick-exit shortcut=${shortcut}></quick-exit>`);
        expect(find<HTMLDetailsElement>(element, 'details').open).to.equal(false);
        expect(find(element, 'summary').textContent).to.equal(limits.words.about);
        expect(find(element, 'summary').getBoundingClientRect().height).to.be.at.least(44);
        expect(lines(element)).to.have.members([does, back, forgets, history, files, tabs, watched, ...keys]);
      });
    it('is two lists, and what it cannot do stands under words of its own', async () => {
      const element = await exit();
      const [can, not] = [...find(element, 'details').querySelectorAll('ul')].map((list) =>
        [...list.children].map(({ textContent }) => textContent),
      );
      expect(can).to.deep.equal([does, back, forgets, shift]);
      expect(not).to.deep.equal([history, files, tabs, watched]);
      expect(find(element, 'details ul + * + ul').previousElementSibling!.textContent).to.equal(cannot);
    });
    it('follows the keys', async () => {
      const element = await exit();
      element.shortcut = 'escape';
      await says(element, escape);
      expect(lines(element)).not.to.contain(shift);
    });
    it('is the agency’s own where it says so', async () => {
      const element = await exit(html`<quick-exit><p slot="limits">Ours.</p></quick-exit>`);
      find(element, 'summary').click();
      expect(shown(element.querySelector('p')!)).to.equal(true);
      expect([...find(element, 'details').querySelectorAll('li')].some(shown)).to.equal(false);
    });
    it('of the agency’s own looks as the text that it is, and not as a button', async () => {
      const element = await exit(html`<quick-exit><p slot="limits">Ours.</p></quick-exit>`);
      find(element, 'summary').click();
      const { fontWeight, textAlign } = getComputedStyle(element.querySelector('p')!);
      expect([fontWeight, textAlign]).to.deep.equal(['400', 'start']);
    });
  });

  describe('the keys', () => {
    const { twoMore, oneMore, stopped } = english.words;
    const drawn = (element: Element) => find(element, '[part=bar] > div').getBoundingClientRect().width;
    it('are counted aloud and in the bar, until something else is done', async () => {
      const element = await exit();
      const whole = bar(element).clientWidth;
      await press('Shift');
      expect(said(element)).to.equal(twoMore);
      expect(drawn(element)).to.be.closeTo(whole / 3, 1);
      await press('Shift');
      expect(said(element)).to.equal(oneMore);
      expect(drawn(element)).to.be.closeTo((whole * 2) / 3, 1);
      await sendMouse({ type: 'click', position: [100, 500] });
      expect([said(element), drawn(element)]).to.deep.equal([stopped, 0]);
      await press('Shift');
      expect(said(element)).to.equal(twoMore);
    });
    it('have two seconds, and then start over', async () => {
      const element = await exit();
      await press('Shift', 'Shift');
      await waitUntil(() => said(element) === stopped, 'it never stopped');
      await press('Shift');
      expect(said(element)).to.equal(twoMore);
    });
    it('do not count while a capital is typed, held or with Control', async () => {
      const element = await exit();
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'KeyA' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ down: 'Control' });
      await press('Shift');
      await sendKeys({ up: 'Control' });
      expect(said(element)).to.equal('');
    });
    it('can be Escape, twice', async () => {
      const element = await exit(html`<quick-exit shortcut="escape"></quick-exit>`);
      await press('Shift');
      expect(said(element)).to.equal('');
      await press('Escape');
      expect(said(element)).to.equal(oneMore);
    });
    it('leave an Escape to a dialog, a popover, and a page that has a use for it', async () => {
      const element = await exit(html`<quick-exit shortcut="escape"></quick-exit>`);
      const page = await fixture(
        html`<div>
          <dialog><button>Close</button></dialog>
          <p popover>Over</p>
        </div>`,
      );
      page.querySelector('dialog')!.showModal();
      await press('Escape');
      page.querySelector('dialog')!.show();
      page.querySelector('button')!.blur();
      await press('Escape');
      page.querySelector('dialog')!.close();
      page.querySelector('p')!.showPopover();
      await press('Escape');
      const use = (event: Event) => event.preventDefault();
      document.addEventListener('keydown', use);
      await press('Escape');
      document.removeEventListener('keydown', use);
      expect(said(element)).to.equal('');
      await press('Escape');
      expect(said(element)).to.equal(oneMore);
    });
    it('can be none', async () => {
      const element = await exit(html`<quick-exit shortcut="none"></quick-exit>`);
      await press('Shift', 'Shift', 'Shift', 'Escape', 'Escape');
      expect(said(element)).to.equal('');
    });
    it('that are unknown are Shift', async () => {
      const told = await warnings(async () => {
        const element = await exit(html`<quick-exit shortcut="f9"></quick-exit>`);
        await press('Shift');
        expect([said(element), lines(element).includes(limits.words.shift)]).to.deep.equal([twoMore, true]);
      });
      expect(told.length).to.equal(1);
    });
  });

  describe('tells what cannot be used', () => {
    const wrong: [string, string, string][] = [
      ['href', 'javascript:alert(1)', 'not-link'],
      ['href', 'http://weather.example/', 'not-link'],
      ['href', '/elsewhere', 'not-link'],
      ['clear-url', 'https://weather.example/clear', 'not-link'],
      ['shortcut', 'f9', 'not-choice'],
      ['shortcut', 'constructor', 'not-choice'],
      ['placement', 'left', 'not-choice'],
    ];
    for (const [path, value, reason] of wrong)
      it(`${path}="${value}": ${reason}, once`, async () => {
        const told: ContentErrorEvent[] = [];
        const page = await fixture<HTMLElement>(html`<div></div>`);
        page.addEventListener('content-error', (event) => told.push(event));
        const warned = await warnings(async () => {
          page.innerHTML = `<quick-exit ${path}="${value}"></quick-exit>`;
          const element = page.firstElementChild!;
          await complete(element);
          element.setAttribute('data-a', 'b');
          await aTimeout(0);
          page.append(element);
          await complete(element);
          await aTimeout(100);
        });
        expect(told.map(({ problems }) => problems.map(({ path, reason }) => [path, reason]))).to.deep.equal([
          [[path, reason]],
        ]);
        expect([told[0]!.bubbles, told[0]!.composed, warned.length]).to.deep.equal([true, false, 1]);
      });
    it('and nothing where all can be used', async () => {
      const warned = await warnings(() =>
        exit(
          html`<quick-exit
            href=${away}
            clear-url="/clear"
            shortcut="escape"
            placement="bottom"
            keep-out-of-history
          ></quick-exit>`,
        ),
      );
      expect(warned).to.deep.equal([]);
    });
  });

  describe('for scripts', () => {
    it('its properties are its attributes', async () => {
      const element = await exit();
      expect([element.href, element.shortcut, element.placement, element.clearUrl]).to.deep.equal(['', '', '', '']);
      Object.assign(element, { href: away, shortcut: 'none', placement: 'bottom', clearUrl: '/clear' });
      const names = ['href', 'shortcut', 'placement', 'clear-url'];
      expect(names.map((name) => element.getAttribute(name))).to.deep.equal([away, 'none', 'bottom', '/clear']);
      element.setAttribute('clear-url', '/other');
      expect(element.clearUrl).to.equal('/other');
    });
    it('keepOutOfHistory is an attribute that is there or not', async () => {
      const element = await exit();
      expect(element.keepOutOfHistory).to.equal(false);
      element.keepOutOfHistory = true;
      expect(element.outerHTML).to.contain('keep-out-of-history=""');
      element.removeAttribute('keep-out-of-history');
      expect(element.keepOutOfHistory).to.equal(false);
    });
    it('a property that was set before the element was defined is not lost', async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement('late-exit') as QuickExit;
      Object.assign(element, { shortcut: 'escape', keepOutOfHistory: true });
      page.append(element);
      customElements.define('late-exit', class extends QuickExit {});
      await complete(element);
      await waitUntil(() => element.getAttribute('shortcut') === 'escape', 'it is lost');
      expect(element.hasAttribute('keep-out-of-history')).to.equal(true);
      await says(element, limits.words.escape);
      element.shortcut = 'none';
      expect(element.getAttribute('shortcut')).to.equal('none');
    });
  });
});
