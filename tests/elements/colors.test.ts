import 'alongside-elements/define/source-note.js';
import { expect, fixture, html } from '@open-wc/testing';
import { settled } from './support.js';

/** A color as the browser mixes it, in whatever words it was written: red, green, blue, and how much of it covers what is below. */
function channels(color: string): number[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
}

/** The contrast between two colors, as WCAG counts it: 1 to 21. */
function contrast(...colors: readonly [string, string]): number {
  const [low, high] = colors
    .map((color) => {
      const [red, green, blue] = channels(color).map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    })
    .sort((one, other) => one - other);
  return (high! + 0.05) / (low! + 0.05);
}

const names = 'text muted surface quiet line accent on tint hair edge note focus'.split(' ');

/** Every color that an element has inside, as the browser computes it. */
async function colorsIn(scheme: string, brand = ''): Promise<Record<string, string>> {
  const page = await fixture(html`<div style="color-scheme: ${scheme}; ${brand}"><source-note></source-note></div>`);
  const element = page.firstElementChild!;
  await settled(element);
  const probe = document.createElement('span');
  element.shadowRoot!.append(probe);
  return Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--_${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
}

/** Words and what they stand on. */
const words = [
  ['text', 'surface'],
  ['text', 'quiet'],
  ['text', 'tint'],
  ['text', 'note'],
  ['muted', 'surface'],
  ['muted', 'quiet'],
  ['muted', 'tint'],
  ['accent', 'surface'],
  ['accent', 'quiet'],
  ['accent', 'tint'],
  ['on', 'accent'],
] as const;
/** Edges of what can be pressed or typed into, and what they stand on. */
const edges = [
  ['line', 'surface'],
  ['line', 'quiet'],
  ['focus', 'surface'],
  ['focus', 'tint'],
] as const;

const canMix = CSS.supports('color', 'oklch(from light-dark(red, red) l c h)');

describe('the colors', () => {
  before(function () {
    // Where a browser knows no colors for light and dark, there are only those for light.
    if (!CSS.supports('color', 'light-dark(red, red)')) this.skip();
  });

  for (const scheme of ['light', 'dark']) {
    describe(scheme, () => {
      for (const [over, under] of words)
        it(`${over} on ${under} can be read: 7 to 1`, async () => {
          const colors = await colorsIn(scheme);
          expect(contrast(colors[over]!, colors[under]!)).to.be.at.least(7);
        });
      for (const [over, under] of edges)
        it(`${over} on ${under} can be seen: 3 to 1`, async () => {
          const colors = await colorsIn(scheme);
          expect(contrast(colors[over]!, colors[under]!)).to.be.at.least(3);
        });
      it('what they are made of is there: none is see-through but the edge of buttons', async () => {
        const { edge, ...colors } = await colorsIn(scheme);
        for (const [name, color] of Object.entries(colors)) expect(channels(color)[3], name).to.equal(255);
        if (canMix) expect(channels(edge!)[3]).to.equal(0);
      });
      it('are those that tokens.css says', async () => {
        const css = await (await fetch('/src/styles/tokens.css')).text();
        const sheet = new CSSStyleSheet();
        const own = await colorsIn(scheme);
        sheet.replaceSync(css.replace(':root', '.said'));
        document.adoptedStyleSheets.push(sheet);
        document.documentElement.classList.add('said');
        try {
          document.documentElement.style.colorScheme = scheme;
          const said = await colorsIn(scheme);
          const channelsOf = (colors: Record<string, string>) =>
            Object.fromEntries(Object.entries(colors).map(([name, color]) => [name, channels(color)]));
          expect(channelsOf(said)).to.deep.equal(channelsOf(own));
        } finally {
          document.documentElement.removeAttribute('class');
          document.documentElement.style.colorScheme = '';
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
        }
      });
    });

    for (const [brand, css] of [
      ['violet', '--alongside-color-accent: light-dark(#5b2a86, #d9c2f0)'],
      ['blue', '--alongside-color-accent: light-dark(#123f6b, #a9d2ff)'],
      ['black', '--alongside-color-accent: light-dark(#000, #fff)'],
      ['green', '--alongside-color-accent: light-dark(#1a4d2e, #a8dab5)'],
    ] as const)
      it(`of a brand keep the contrast on the tint that is made of its accent: ${brand}, ${scheme}`, async () => {
        const colors = await colorsIn(scheme, css);
        for (const over of ['text', 'muted', 'accent'])
          expect(contrast(colors[over]!, colors['tint']!), over).to.be.at.least(7);
        expect(contrast(colors['on']!, colors['accent']!)).to.be.at.least(7);
      });
  }
});
