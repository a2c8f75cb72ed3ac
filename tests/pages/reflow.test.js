import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addReach, fillPlan, inEachBrowser, planWords } from './partner-site.js';

const pages = ['index.html', 'es.html', 'rtl.html'];
const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-and-on-without-a-place-to-break';

/** Everything open and filled, with a word that is longer than any line. */
async function fill(page) {
  await addReach(page);
  const names = {
    items: [long, 'Something short'],
    note: long,
    people: [{ name: long, number: '555-0109', note: long }],
  };
  await fillPlan(page, { ...planWords, ...names });
  await page.locator('safety-checklist details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await page.locator('stage-guide').evaluate((guide) => (guide.stage = 'action'));
  await page.locator('stage-guide label').first().click();
  // The banner of the agency is not what is looked at here.
  await page.locator('[data-cookies=no]').click();
}

/**
 * What of the elements cannot be read where the page is as narrow as it is: what sticks out of the window, what is cut off
 * inside its own box, and where the words of one lie over those of another.
 */
const unreadable = (page) =>
  page.evaluate(() => {
    const wrong = [];
    const width = document.documentElement.clientWidth;
    const say = (element) => `${element.getRootNode().host?.localName} ${element.outerHTML.slice(0, 90)}`;
    if (document.scrollingElement.scrollWidth > width)
      wrong.push(`the page is ${document.scrollingElement.scrollWidth} wide`);
    const texts = [];
    for (const element of window.everything().filter(window.drawn)) {
      const box = element.getBoundingClientRect();
      if (box.left < -1 || box.right > width + 1)
        wrong.push(`sticks out, ${box.left} to ${box.right}: ${say(element)}`);
      const { overflow, clipPath } = getComputedStyle(element);
      // What is for screen readers only is not drawn.
      if (clipPath === 'inset(50%)') continue;
      const cut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (overflow !== 'visible' && cut && !element.matches('input, textarea, svg, svg *'))
        wrong.push(`cut off: ${say(element)}`);
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const line of range.getClientRects()) {
          // Letters reach about this far; the line itself is higher.
          const rest = Math.max(0, (line.height - parseFloat(getComputedStyle(element).fontSize)) / 2);
          const { left, right, top, bottom } = line;
          if (right - left > 2) texts.push({ element, left, right, top: top + rest, bottom: bottom - rest });
          if (left < -1 || right > width + 1) wrong.push(`words stick out: ${say(element)}`);
        }
      }
    }
    texts.sort((a, b) => a.top - b.top);
    for (const [at, one] of texts.entries()) {
      for (let next = at + 1; next < texts.length && texts[next].top < one.bottom - 2; next++) {
        const other = texts[next];
        const over = other.left < one.right - 2 && one.left < other.right - 2;
        if (over && other.element !== one.element)
          wrong.push(`words over words: ${say(one.element)} and ${say(other.element)}`);
      }
    }
    return wrong;
  });

/** Puts rules into every root of ours and into the page. */
const inject = (page, css) =>
  page.evaluate((rules) => {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(rules);
    for (const root of [document, ...window.roots()]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }, css);

const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
  'p, li, dd, [role=heading] { margin-block-end: 2em !important }';

inEachBrowser('On small screens and with large or loose text', ({ open }) => {
  for (const path of pages) {
    it(`${path} needs no scrolling to the side at 320 px, which is 400 % of 1280, nor with loose text`, async () => {
      const { page } = await open(path, { viewport: { width: 320, height: 256 } });
      await fill(page);
      assert.deepEqual(await unreadable(page), []);
      await inject(page, spacing);
      assert.deepEqual(await unreadable(page), []);
    });

    it(`${path} keeps all its words with text of 200 %, and with loose text`, async () => {
      const { page } = await open(path);
      await fill(page);
      assert.deepEqual(await unreadable(page), []);
      await inject(page, spacing);
      assert.deepEqual(await unreadable(page), []);
      await inject(page, 'html { font-size: 200% }');
      assert.deepEqual(await unreadable(page), []);
    });
  }

  it('keeps all its words at widths between', async () => {
    const { page } = await open('es.html');
    await fill(page);
    for (const width of [360, 480, 560, 620, 768, 980, 1100, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await unreadable(page), [], `${width} px`);
    }
  });

  it('has no letters that do not grow with the text of the page', async () => {
    const { page } = await open('index.html');
    await fill(page);
    const sizes = () =>
      page.evaluate(() =>
        window
          .everything('button, a, p, input:not([type=checkbox]), .name, dt, [role=heading]')
          .map((one) => ({ size: parseFloat(getComputedStyle(one).fontSize), isTitle: one.matches('.title') })),
      );
    const before = await sizes();
    await inject(page, 'html { font-size: 200% }');
    for (const [at, { size, isTitle }] of (await sizes()).entries()) {
      const times = size / before[at].size;
      // A title follows the room that it has, too.
      const grows = isTitle ? times > 1.7 && times < 2.01 : Math.abs(times - 2) < 0.01;
      assert.ok(grows, `${before[at].size} px, then ${size} px`);
    }
  });

  it('moves nothing by itself: colors and chevrons take a moment to change, and none for those who asked for less motion', async () => {
    const moving = async (reducedMotion) => {
      const { page } = await open('index.html', { reducedMotion });
      await fill(page);
      return page.evaluate(() =>
        window.everything().flatMap((one) =>
          [undefined, '::before', '::after'].flatMap((part) => {
            const style = getComputedStyle(one, part);
            const isQuick = parseFloat(style.transitionDuration) <= 0.15;
            const still = style.animationName === 'none' && style.scrollBehavior !== 'smooth';
            const what = isQuick && still ? style.transitionProperty : `${one.outerHTML.slice(0, 80)} ${part}`;
            return style.transitionDuration === '0s' && still ? [] : [what];
          }),
        ),
      );
    };
    assert.deepEqual([...new Set(await moving('no-preference'))].sort(), ['border-color', 'fill, stroke', 'rotate']);
    assert.deepEqual(await moving('reduce'), []);
  });
});

for (const colorScheme of ['light', 'dark']) {
  inEachBrowser(
    `With colors that the person chose (${colorScheme})`,
    ({ open }) => {
      const forced = async (path) => {
        const opened = await open(path, { forcedColors: 'active', colorScheme });
        await addReach(opened.page);
        return opened;
      };

      it('the open stage looks different from the others', async () => {
        for (const viewport of [
          { width: 1280, height: 900 },
          { width: 360, height: 740 },
        ]) {
          const { page } = await forced('hosts/head.html');
          await page.setViewportSize(viewport);
          await page.locator('#tab-action .name').click();
          await page.mouse.move(0, 0);
          await page.locator('safety-checklist [data-at=own]').focus();
          const looks = await page.evaluate(() =>
            [...window.inside('stage-guide').querySelectorAll('[role=tab]')].map((tab) => {
              const { backgroundColor, color } = getComputedStyle(tab.querySelector('.name'));
              const { outlineStyle, outlineWidth, borderTopColor, borderTopWidth } = getComputedStyle(tab);
              const box = [backgroundColor, color, outlineStyle, outlineWidth, borderTopColor, borderTopWidth].join();
              return { open: tab.getAttribute('aria-selected'), box };
            }),
          );
          const open = looks.filter((look) => look.open === 'true');
          const rest = new Set(looks.filter((look) => look.open === 'false').map(({ box }) => box));
          assert.equal(open.length, 1);
          assert.equal(rest.size, 1);
          assert.ok(!rest.has(open[0].box), `${viewport.width} px: ${open[0].box}`);
        }
      });

      it('buttons, links to press and fields have an edge that is no shade of the background', async () => {
        const { page } = await forced('hosts/head.html');
        await fillPlan(page, planWords);
        const edges = await page.evaluate(() => {
          const probe = document.createElement('p');
          probe.style.color = 'Canvas';
          document.body.append(probe);
          const canvas = getComputedStyle(probe).color;
          probe.remove();
          return window
            .everything('button, a[part~=way], input:not([type=checkbox]), textarea')
            .filter(window.drawn)
            .map((one) => {
              const { borderTopStyle, borderTopWidth, borderTopColor, textDecorationLine } = getComputedStyle(one);
              // Where a stage is a part of the ring, that is drawn.
              const part = one.querySelector('.five > .tab path');
              const { stroke } = part?.getClientRects().length ? getComputedStyle(part) : { stroke: 'none' };
              const isDrawn = stroke !== 'none' && stroke !== canvas;
              const edge =
                isDrawn || (borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 && borderTopColor !== canvas);
              return { what: one.outerHTML.slice(0, 90), edge: edge || textDecorationLine === 'underline' };
            });
        });
        assert.ok(edges.length > 30, `${edges.length}`);
        assert.deepEqual(
          edges.filter(({ edge }) => !edge),
          [],
        );
      });

      it('what has the focus has a ring', async () => {
        const { page } = await forced('hosts/head.html');
        await fillPlan(page, planWords);
        await page.locator('#tab-precontemplation .name').click();
        const without = [];
        for (let press = 0; press < 60; press++) {
          await page.keyboard.press('Tab');
          const focused = await page.evaluate(() => {
            let active = document.activeElement;
            while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
            const rings = [active, active?.querySelector?.('.name b')]
              .filter(Boolean)
              .map((one) => getComputedStyle(one));
            const shown = rings.some(
              ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
            );
            return { what: active?.outerHTML.slice(0, 90), shown };
          });
          if (!focused.shown && !focused.what.startsWith('<body')) without.push(focused.what);
        }
        assert.deepEqual(without, []);
      });
    },
    { only: 'chromium' },
  );
}
