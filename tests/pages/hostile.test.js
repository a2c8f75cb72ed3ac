import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addReach, inEachBrowser, tags } from './partner-site.js';

/** Style sheets of pages that reach further than they know. */
const sheets = {
  'unset everything': '* { all: unset !important }',
  'set everything':
    '* { color: white; line-height: 1; text-transform: uppercase; letter-spacing: 4px; text-indent: 2em; white-space: nowrap; ' +
    'text-align: center; writing-mode: vertical-rl; font-size: 1em }',
  'text with a look of its own':
    'body { text-transform: uppercase; letter-spacing: 0.5em; text-indent: 4em; white-space: nowrap; text-align: right }',
  'vertical writing': 'body { writing-mode: vertical-rl }',
  'a root of 10 px': 'html { font-size: 10px } body { font-size: 1.6rem }',
  'large reset, in the manner of Bootstrap and others':
    '*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0; font-size: inherit; line-height: 1 } ' +
    'button, input { appearance: none; background: none; border-radius: 0 } ul { list-style: none } a { color: red; text-decoration: none } ' +
    'svg, img { display: block; max-width: 100%; height: auto } [hidden] { display: none !important } label { font-weight: bold }',
  'names that the elements use too':
    '.surface, .stack, .row, .entry, .tab, .title { display: none !important; color: red !important } [role=tab] { display: none }',
  'text that nobody can select or press':
    'body { line-height: 0.8; cursor: none; word-break: break-all; hyphens: auto }',
};

/** The contrast between two colors as a browser computes them, as WCAG counts it: 1 to 21. */
function contrast(...colors) {
  const [low, high] = colors
    .map((color) => {
      const [red, green, blue] = color
        .match(/[\d.]+/g)
        .slice(0, 3)
        .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** How the insides of the elements look: what a person needs in order to read and press. */
const look = (page) =>
  page.evaluate(() => {
    // Of any color, as red, green and blue: some are computed in other words.
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const plain = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return `rgb(${canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).join(' ')})`;
    };
    return window
      .everything('.title, p, li, button, a, input:not([type=checkbox]), textarea, dt, .name')
      .filter((element) => element.getClientRects().length)
      .map((element) => {
        const style = getComputedStyle(element);
        let ground = element;
        while (ground.parentElement && /^(transparent|rgba\(.*, 0\))$/.test(getComputedStyle(ground).backgroundColor)) {
          ground = ground.parentElement;
        }
        // The name of a stage stands on its part of the ring.
        const part = element.closest('.five > .tab')?.querySelector('path');
        const isDrawn = part?.getClientRects().length;
        const box = element.getBoundingClientRect();
        return {
          what: `${element.getRootNode().host.localName} ${element.outerHTML.slice(0, 60)}`,
          height: box.height,
          width: box.width,
          fontSize: parseFloat(style.fontSize),
          lineHeight: parseFloat(style.lineHeight) / parseFloat(style.fontSize),
          color: plain(style.color),
          ground: plain(isDrawn ? getComputedStyle(part).fill : getComputedStyle(ground).backgroundColor),
          textTransform: style.textTransform,
          letterSpacing: style.letterSpacing,
          textIndent: style.textIndent,
          whiteSpace: style.whiteSpace,
          writingMode: style.writingMode,
        };
      });
  });

inEachBrowser('Inside pages with style sheets that reach for everything', ({ open }) => {
  it('elements stay readable and can be pressed', async () => {
    const { page, problems } = await open('hosts/head.html');
    await addReach(page);
    await page.locator('#tab-action .name').click();
    const usual = await look(page);
    assert.ok(usual.length > 80, `${usual.length} places looked at`);
    for (const [name, css] of Object.entries(sheets)) {
      const sheet = await page.addStyleTag({ content: css });
      const now = await look(page);
      assert.equal(now.length, usual.length, `${name}: all that was there is there`);
      for (const [at, { what, ...style }] of now.entries()) {
        const say = `${name}: ${what} ${JSON.stringify(style)}`;
        assert.ok(contrast(style.color, style.ground) >= 4.5, say);
        for (const key of ['textTransform', 'letterSpacing', 'textIndent', 'whiteSpace', 'writingMode']) {
          assert.equal(style[key], usual[at][key], `${key}, ${say}`);
        }
        assert.ok(style.fontSize >= 13, say);
        assert.ok(style.lineHeight >= 1.2 || Number.isNaN(style.lineHeight), say);
        if (/<(button|a|input)/.test(what) && usual[at].height >= 44) assert.ok(style.height >= 27, say);
      }
      await sheet.evaluate((element) => element.remove());
    }
    assert.deepEqual(problems, []);
  });

  it('elements that the page hides stay hidden, and shows the rest', async () => {
    const { page } = await open('hosts/head.html');
    await page.locator('source-note').evaluate((note) => (note.hidden = true));
    for (const tag of tags) assert.equal(await page.locator(tag).first().isVisible(), tag !== 'source-note', tag);
  });

  it('nothing of their styles gets out', async () => {
    const { page } = await open('hosts/head.html');
    const outside = () =>
      page.evaluate(() => {
        const markup =
          '<button class="tab">x</button><p class="muted title">y</p><ul class="rows"><li class="row">z</li></ul><a href="#">w</a>';
        const box = document.createElement('div');
        box.innerHTML = markup;
        document.body.append(box);
        const style = [...box.querySelectorAll('*')].map((one) => {
          const { color, fontSize, padding, border, display, margin } = getComputedStyle(one);
          return [color, fontSize, padding, border, display, margin].join();
        });
        box.remove();
        return style;
      });
    const withElements = await outside();
    await page.evaluate(() => {
      document.body.replaceChildren();
      document.adoptedStyleSheets = [];
    });
    assert.deepEqual(withElements, await outside());
  });
});
