import 'alongside-elements/define/all.js';
import { expect, fixture, html } from '@open-wc/testing';
// @ts-expect-error: a plain module, which the builder's page loads.
import { factsOf, snippet } from '../../demo/builder/snippet.js';
import { worksWith } from '../works-with.js';
import { settled } from './support.js';

/** Mozilla's Readability, as Firefox reads with it; a plain script. */
interface Reader {
  parse(): { content: string; textContent: string } | null;
}
declare const Readability: new (document: Document) => Reader;

const get = async (path: string) => (await fetch(path)).text();
const json = async (path: string) => JSON.parse(await get(path)) as unknown;

const around =
  '<p>This is a long paragraph about the help that an agency gives, with commas, and more words, so that a reader finds an article here.</p>';

/** Where sites put a snippet: right in the text, or in the boxes that page builders make. */
const places: Readonly<Record<string, (inside: string) => string>> = {
  'in the text': (inside) => `<article><h1>Help near you</h1>${around.repeat(4)}${inside}${around.repeat(4)}</article>`,
  'in a section': (inside) => `<article>${around.repeat(4)}<section>${inside}</section>${around.repeat(4)}</article>`,
  'in a box': (inside) =>
    `<article>${around.repeat(4)}<div class="code-block">${inside}</div>${around.repeat(4)}</article>`,
  'in a box in a box': (inside) =>
    `<main>${around.repeat(4)}<div class="row"><div class="col">${inside}</div></div>${around.repeat(4)}</main>`,
};

const read = (document: Document) => new Readability(document).parse();
const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><title>Help near you</title><body>${body}</body></html>`;
const parsed = (body: string) => new DOMParser().parseFromString(pageOf(body), 'text/html');

/** The links to call that stand in a piece of markup, outside of templates. */
const numbersIn = (markup: string) =>
  [...parsed(markup).querySelectorAll('a[href^="tel:"]')].map((link) => link.getAttribute('href')!);

/** Checks that each number is read, and can be called, wherever the snippet stands. */
function expectRead(markup: string, wanted = numbersIn(markup)): void {
  expect(wanted.length, markup).to.be.above(0);
  for (const [where, place] of Object.entries(places)) {
    const article = read(parsed(place(markup)));
    for (const href of wanted)
      expect(article?.content, `${where}: ${markup.slice(0, 300)}`).to.contain(`href="${href}"`);
  }
}

const elements =
  'resource-card|resource-directory|safety-checklist|options-explorer|goal-planner|stage-guide|practice-check|private-frame';
const ours = new RegExp(`<(${elements})(\\s[^>]*)?>[\\s\\S]*?</\\1>`, 'g');

/** The blocks of HTML in a text, without their scripts. */
const blocksIn = (markdown: string) =>
  [...markdown.matchAll(/```html\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.match(ours) ?? []);

describe(
  worksWith({
    kind: 'browser',
    name: 'Reading views',
    condition: 'one cleans the page up with Readability, as Firefox does',
    result: 'the phone numbers between the tags are read and can be called, also in boxes of a page builder',
    limit:
      'Reading views see what is between the tags, not what the element shows. Safari, Chrome and Edge use their own code, which was not tried.',
    engines: 'Chromium, Firefox, WebKit',
  }),
  () => {
    before(async () => {
      const script = document.createElement('script');
      script.src = '/node_modules/@mozilla/readability/Readability.js';
      document.head.append(script);
      await new Promise((resolve) => script.addEventListener('load', resolve));
    });

    it('snippets of the README and the docs', async () => {
      let found = 0;
      for (const path of ['README', 'docs/directory', 'docs/private-text'])
        for (const block of blocksIn(await get(`/${path}.md`))) {
          if (!numbersIn(block).length) continue;
          expectRead(block);
          found += 1;
        }
      expect(found).to.be.at.least(3);
    });

    it('snippets of the builder, for each element, in each language and form', async () => {
      const facts = factsOf(await json('/cdn/builder.json'), await json('/cdn/manifest.json'));
      for (const tag of Object.keys(facts.elements).filter((one) => !['quick-exit', 'private-frame'].includes(one)))
        for (const language of ['', 'es'])
          for (const form of ['element', 'div', 'frame'])
            for (const framed of [false, true]) {
              const { html: made } = snippet({ tag, language, form, framed }, facts) as { html: string };
              expectRead(made, ['tel:18883737888', 'tel:988']);
            }
    });

    it('pieces that were rendered beforehand', async () => {
      const files = (await json('/cdn/manifest.json')) as { file: string }[];
      const pieces = files.filter(({ file }) =>
        /^html\/(resource-card\.(988|national)|stage|csec|practice|source)/.test(file),
      );
      expect(pieces.length).to.equal(12);
      for (const { file } of pieces) {
        const piece = await get(`/cdn/${file}`);
        expectRead(piece, /988/.test(file) ? ['tel:988'] : ['tel:18883737888']);
      }
    });

    it('a card without numbers has its site', async () => {
      const piece = await get('/cdn/html/resource-card.misssey.en.html');
      for (const place of Object.values(places))
        expect(read(parsed(place(piece)))?.content).to.contain('href="https://misssey.org');
    });

    it('text right between the tags, in a page in which the elements are drawn', async () => {
      const inside = '<resource-card resource-id="988">Call or text <a href="tel:988">988</a></resource-card>';
      const page = await fixture<HTMLElement>(html`<main></main>`);
      page.innerHTML = places['in the text']!(inside);
      await settled(page.querySelector('resource-card')!);
      const copy = document.cloneNode(true) as Document;
      for (const other of copy.querySelectorAll('body > :not(:has(article)), script, style')) other.remove();
      const article = read(copy);
      expect(article?.textContent).to.contain('Call or text 988');
      expect(article?.content).to.contain('href="tel:988"');
    });
  },
);
