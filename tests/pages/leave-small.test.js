/** The way out on the page of an agency: on a small phone and at 400 % zoom it stays in sight and covers nothing that the focus is on; on paper it is not there. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inEachBrowser } from './partner-site.js';

const pages = ['index.html', 'es.html', 'rtl.html'];

/** A small phone, and a window of 1280 × 1024 at 400 %. */
const sizes = [
  [320, 568],
  [320, 256],
];

const untilWayOut = (page) => page.locator('quick-exit summary').waitFor({ state: 'attached' });

/** The bar, and what has the focus, as boxes: how it lies in the window, and what the bar covers of it. */
const look = (page) =>
  page.evaluate(() => {
    const exit = document.querySelector('quick-exit');
    const bar = exit.shadowRoot.querySelector('[part=bar]').getBoundingClientRect();
    let focused = document.activeElement;
    while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const box = focused.getBoundingClientRect();
    const width = Math.min(bar.right, box.right) - Math.max(bar.left, box.left);
    const height = Math.min(bar.bottom, box.bottom) - Math.max(bar.top, box.top);
    const { scrollPaddingBlockStart, scrollPaddingBlockEnd } = getComputedStyle(document.documentElement);
    const paper = document.body.appendChild(document.createElement('div'));
    paper.style.cssText = `position: fixed; inset: ${scrollPaddingBlockStart} 0 ${scrollPaddingBlockEnd}`;
    const room = paper.offsetHeight;
    paper.remove();
    const middle = document.elementFromPoint(bar.left + bar.width / 2, bar.top + bar.height / 2);
    return {
      inSight:
        bar.left >= 0 && bar.top >= 0 && bar.right <= innerWidth && bar.bottom <= innerHeight && bar.height >= 44,
      inFront: exit.contains(middle),
      own: exit.contains(focused),
      over: focused === document.body,
      // What is higher than the room that the page leaves free cannot be seen whole.
      covered: width > 1 && (box.height < room ? height > 1 : box.bottom < bar.bottom + 44),
      what: focused.outerHTML.slice(0, 80),
    };
  });

inEachBrowser('The way out on a page', ({ open }) => {
  for (const path of pages)
    for (const [width, height] of sizes) {
      it(`is in sight and covers nothing that has the focus: ${path} at ${width} × ${height}`, async () => {
        const { page } = await open(path, { viewport: { width, height } });
        await untilWayOut(page);
        await page.locator('[data-cookies=no]').click();
        // Where the click was is where Tab goes on: from the start again.
        await page.evaluate(() => {
          document.scrollingElement.scrollTop = 0;
          document.querySelector('.skip').focus();
        });
        let steps = 0;
        for (;;) {
          const { inSight, inFront, own, over, covered, what } = await look(page);
          if (over || (own && steps)) break;
          assert.deepEqual({ inSight, inFront, covered }, { inSight: true, inFront: true, covered: false }, what);
          await page.keyboard.press('Tab');
          steps++;
        }
        assert.ok(steps > 30, `${steps} steps`);
        const sideways = await page.evaluate(
          () => document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(sideways, 0, 'nothing has to be scrolled sideways');
      });

      it(`covers no words at the start, also with its limits open: ${path} at ${width} × ${height}`, async () => {
        const { page } = await open(path, { viewport: { width, height } });
        await untilWayOut(page);
        for (const opened of [false, true]) {
          if (opened) await page.locator('quick-exit summary').click();
          await page.evaluate(
            () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
          );
          const lies = await page.evaluate(() => {
            document.scrollingElement.scrollTop = 0;
            const root = document.querySelector('quick-exit').shadowRoot;
            const bar = root.querySelector('[part=bar]').getBoundingClientRect();
            const covers = (element) =>
              [...element.getClientRects()].some(
                ({ left, right, top, bottom }) =>
                  left < bar.right && bar.left < right && top < bar.bottom && bar.top < bottom,
              );
            return [root.querySelector('details'), ...document.querySelectorAll('header a, h1, main p')]
              .filter(covers)
              .map(({ outerHTML }) => outerHTML.slice(0, 80));
          });
          assert.deepEqual(lies, []);
        }
      });
    }
});

/** How system colors look in a page that leaves light and dark to the browser. */
const colors = () => {
  const paper = document.body.appendChild(document.createElement('div'));
  paper.style.cssText = 'color-scheme: light dark; background: Canvas; color: CanvasText';
  const { backgroundColor, color } = getComputedStyle(paper);
  paper.remove();
  return [backgroundColor, color];
};

inEachBrowser('The way out without colors of the page', ({ open, engine }) => {
  for (const colorScheme of ['light', 'dark'])
    it(`has the two strongest of the browser, and its cover those of an empty page: ${colorScheme}`, async () => {
      const { page } = await open('hosts/head.html', { colorScheme });
      await page.evaluate(() => {
        document.documentElement.style.colorScheme = 'light dark';
        document.body.prepend(document.createElement('quick-exit'));
      });
      await untilWayOut(page);
      const [background, text] = await page.evaluate(colors);
      assert.deepEqual(
        await page.evaluate(() => {
          const { shadowRoot } = document.querySelector('quick-exit');
          return [shadowRoot.querySelector('[part=bar]'), shadowRoot.lastElementChild].map((part) => {
            const { backgroundColor, color } = getComputedStyle(part);
            return [backgroundColor, color];
          });
        }),
        [
          [text, background],
          [background, text],
        ],
      );
      // So that the two can be told apart at all.
      if (engine === 'chromium') assert.equal(background === 'rgb(255, 255, 255)', colorScheme === 'light');
    });
});

inEachBrowser(
  'The way out on paper',
  ({ open }) => {
    it('is not there on paper, and takes no room', async () => {
      const { page } = await open('index.html');
      await untilWayOut(page);
      const drawn = () =>
        page.evaluate(() => {
          const exit = document.querySelector('quick-exit');
          const inside = [...exit.shadowRoot.querySelectorAll('*'), ...exit.children, exit];
          const { paddingBlockStart } = getComputedStyle(document.documentElement);
          return [inside.filter((one) => one.getClientRects().length).length > 0, paddingBlockStart];
        });
      assert.deepEqual(await drawn(), [true, '0px']);
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await drawn(), [false, '0px']);
    });

    it('is not there on paper, and takes no room, where it stands at the end of a page', async () => {
      const { page } = await open('index.html');
      await untilWayOut(page);
      const room = (least, most) => {
        const { paddingBlockStart } = getComputedStyle(document.documentElement);
        return parseFloat(paddingBlockStart) >= least && parseFloat(paddingBlockStart) <= most;
      };
      const until = (least, most) => page.waitForFunction(`(${room})(${least}, ${most})`);
      await page.evaluate(() => document.body.append(document.querySelector('quick-exit')));
      await until(40, 100);
      // What is printed is laid out at once: nothing that the element does later comes in time.
      await page.evaluate(() => {
        matchMedia('print').onchange = () => {
          window.printed = getComputedStyle(document.documentElement).paddingBlockStart;
        };
      });
      await page.emulateMedia({ media: 'print' });
      await page.waitForFunction('window.printed');
      assert.equal(await page.evaluate('window.printed'), '0px');
      await page.evaluate(() => (matchMedia('print').onchange = null));
      await page.emulateMedia({ media: 'screen' });
      await until(40, 100);
    });
  },
  { only: 'chromium' },
);
