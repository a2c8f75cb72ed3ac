import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { fillPlan, inEachBrowser, planWords } from './partner-site.js';
import { inRepository } from './support.js';

const file = (name) => JSON.parse(readFileSync(inRepository(`src/content/en/${name}.json`), 'utf8'));
const { stages } = file('stages').content;
const plan = file('safety-plan');
const writing = file('writing');
const primer = file('primer');
const principles = file('principles');
const written = JSON.stringify(planWords).match(/secret\w+|555-\d+/g);
const strict =
  "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'";

/** The words on the pages of a PDF. Without pdftotext: undefined. */
function wordsOf(pdf) {
  const { error, stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return error ? undefined : stdout.replace(/\s+/g, ' ');
}

/**
 * What the page would look like on paper, as words: from a PDF of it where pdftotext is installed, otherwise what is
 * visible under the style sheets for print.
 */
async function onPaper(page) {
  const words = wordsOf(await page.pdf());
  if (words !== undefined) return words;
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const seen = await page.evaluate(() => {
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.parentElement?.checkVisibility() ? node.data : '';
      const inside = node.shadowRoot ?? (node.localName === 'slot' ? { childNodes: node.assignedNodes() } : node);
      return [...inside.childNodes].map(read).join('');
    };
    return read(document.body);
  });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  return seen.replace(/\s+/g, ' ');
}

// Long words are broken at the edge of the page, and a hyphen at the end of a line may go: compared without either.
const bare = (text) => text.replace(/[\s-]+/g, '');
const says = (paper, words) => assert.ok(bare(paper).includes(bare(words)), `"${words}" is in print:\n${paper}`);
const keepsQuiet = (paper, words) =>
  assert.ok(!bare(paper).includes(bare(words)), `"${words}" is not in print:\n${paper}`);

inEachBrowser(
  'On paper',
  ({ open }) => {
    it('every stage is there, whichever is open on screen', async () => {
      const { page } = await open('hosts/head.html');
      await page.locator('#tab-action .name').click();
      const paper = await onPaper(page);
      for (const { name, signs, help } of stages) {
        for (const words of [name, ...signs.map(({ text }) => text), ...help.map(({ text }) => text)])
          says(paper, words);
      }
    });

    it('the plan stands under a heading that tells nothing, with all that was written and none of the controls', async () => {
      const { page } = await open('hosts/head.html');
      await fillPlan(page, planWords);
      const paper = await onPaper(page);
      says(paper, 'My notes');
      for (const words of written) says(paper, words);
      says(paper, plan.words.inPlace);
      for (const words of [plan.content.youthTitle, writing.words.memory, writing.words.clear, writing.words.up])
        keepsQuiet(paper, words);
    });

    it('an empty plan prints too, with room to write', async () => {
      const { page } = await open('hosts/head.html');
      const paper = await onPaper(page);
      says(paper, 'My notes');
      for (const word of ['items', 'people', 'ride', 'who', 'where']) says(paper, plan.words[word]);
      keepsQuiet(paper, writing.words.none);
      const lines = await page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'));
        const sheet = document.querySelector('safety-checklist').shadowRoot.querySelector('[part=sheet]');
        const empty = [...sheet.querySelectorAll('p')].filter(({ innerText }) => !innerText.trim());
        window.dispatchEvent(new Event('afterprint'));
        return empty.length;
      });
      assert.ok(lines >= 4, `${lines} empty lines`);
    });

    it('the plan leaves the page again after printing', async () => {
      const { page } = await open('hosts/head.html');
      await fillPlan(page, planWords);
      await onPaper(page);
      assert.equal(await page.locator('safety-checklist [part=sheet]').count(), 0);
      assert.ok(await page.locator('safety-checklist [data-at=own]').isVisible());
    });

    it('every section of the primer is there, with the law in its place and of its date, and without the links', async () => {
      const { page } = await open('hosts/head.html');
      const paper = await onPaper(page);
      for (const { name, text = [], points = [], definitions = [], laws = [] } of primer.content.sections) {
        const said = [...text, ...points, ...[...definitions, ...laws].flatMap(({ says }) => says)];
        for (const words of [name, ...said.map(({ text }) => text)]) says(paper, words);
        for (const { source } of definitions) says(paper, source);
        for (const { place, name, dated } of laws) says(paper, `${name} ${place} ${dated}`);
      }
      says(paper, primer.words.placeOnly);
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.locator('csec-primer nav').isHidden());
      await page.emulateMedia({ media: 'screen' });
      assert.ok(await page.locator('csec-primer nav').isVisible());
    });

    it('the ways to reach a service are there', async () => {
      const { page } = await open('index.html');
      const paper = await onPaper(page);
      for (const words of ['1-888-373-7888', '233733', '988', '555-0101']) says(paper, words);
    });
  },
  { only: 'chromium' },
);

/** Notes what each document in the window holds at the moment it is printed, in place of a print dialog. */
const notePrints = (page) =>
  page.addInitScript(() => {
    window.print = () => {
      const shown = document.querySelector('[part=sheet]') ?? document.body;
      const styles = getComputedStyle(shown.querySelector('p') ?? shown);
      (window.top.prints ??= []).push({
        ownWindow: window === window.top,
        title: document.title,
        text: document.body.textContent.replace(/\s+/g, ' '),
        scripts: document.scripts.length,
        dir: getComputedStyle(shown).direction,
        font: `${getComputedStyle(document.documentElement).fontSize} ${getComputedStyle(document.documentElement).fontFamily}`,
        html: document.documentElement.outerHTML,
        css: document.adoptedStyleSheets
          .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
          .join(''),
        styled: styles.whiteSpace.includes('pre-wrap') || document.adoptedStyleSheets.length > 0,
      });
      window.dispatchEvent(new Event('afterprint'));
    };
  });

for (const [where, headers] of [
  ['Print, in the plan', {}],
  ['Print, in the plan, under a strict content security policy', { 'content-security-policy': strict }],
]) {
  inEachBrowser(
    where,
    ({ open }) => {
      it('prints the plan and nothing else of the page, under a title that tells nothing', async () => {
        const { page, problems } = await open('index.html', { prepare: notePrints });
        await fillPlan(page, planWords);
        await page.locator('safety-checklist [data-opens=print]').click();
        await page.locator('safety-checklist [data-keep=print]').click();
        await page.waitForFunction(() => window.prints?.length && !document.querySelector('iframe'));
        const [printed, ...more] = await page.evaluate(() => window.prints);
        assert.deepEqual(more, []);
        assert.equal(printed.ownWindow, false);
        assert.equal(printed.title, 'My notes');
        assert.equal(printed.scripts, 0);
        assert.equal(printed.styled, true);
        for (const words of ['My notes', ...written]) says(printed.text, words);
        for (const words of ['Example Youth Center', plan.content.youthTitle, stages[0].name])
          keepsQuiet(printed.text, words);
        assert.equal(await page.title(), 'Example Youth Center');
        assert.ok(await page.locator('safety-checklist [data-at=own]').isVisible());
        // The style sheet of the agency and its fonts are refused by the strict policy, which is its own affair.
        assert.deepEqual(
          problems.filter((problem) => !/style\.css|icon\.svg|violates|blocked/i.test(problem)),
          [],
        );
      });

      it('prints an empty plan, and a second time', async () => {
        const { page } = await open('hosts/head.html', { prepare: notePrints });
        for (const time of [1, 2]) {
          await page.locator('safety-checklist [data-opens=print]').click();
          await page.locator('safety-checklist [data-keep=print]').click();
          await page.waitForFunction(
            (times) => window.prints?.length === times && !document.querySelector('iframe'),
            time,
          );
        }
        const prints = await page.evaluate(() => window.prints);
        for (const { title, text } of prints) {
          assert.equal(title, 'My notes');
          says(text, plan.words.people);
        }
      });
    },
    { headers },
  );
}

/** How many pages a PDF has. */
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

/** An example for each of the ten principles, as often as asked for. */
const examples = (times) => ({
  sets: principles.content.sets.map(({ id, principles }) => ({
    id,
    principles: principles.map(({ id }) => ({
      id,
      examples: Array(times).fill('An example of what a team does, which takes a sentence of a usual length to tell.'),
    })),
  })),
});

/** Gives the principles a pack, or a language, and waits until that is on screen. */
const give = async (page, { content, lang = 'en' }) => {
  await page.evaluate(
    async ({ content, lang }) => {
      document.documentElement.lang = lang;
      const element = document.querySelector('practice-principles');
      element.content = content;
      await element.updateComplete;
    },
    { content, lang },
  );
  await page.waitForFunction(
    (words) => document.querySelector('practice-principles').shadowRoot.textContent.includes(words),
    lang === 'es' ? 'Imprimir esta hoja' : principles.words.print,
  );
};

const papers = ['A4', 'Letter'];
const fillings = [
  ['as they are', {}],
  ['in Spanish', { lang: 'es' }],
  ['with an example of each', { content: examples(1) }],
];

inEachBrowser(
  'The principles on paper',
  ({ open }) => {
    for (const [how, filling] of fillings)
      it(`take exactly one page, ${how}, printed with a page that has nothing else`, async () => {
        const { page } = await open('hosts/principles.html', { ready: ['practice-principles'] });
        await give(page, filling);
        for (const format of papers) assert.equal(pagesOf(await page.pdf({ format })), 1, format);
      });

    for (const [how, filling] of fillings)
      it(`take exactly one page, ${how}, printed alone from a page with much else`, async () => {
        const { page, context } = await open('index.html', { prepare: notePrints });
        await give(page, filling);
        await page.locator('practice-principles button').click();
        await page.waitForFunction(() => window.prints?.length && !document.querySelector('iframe'));
        const [{ html, css }] = await page.evaluate(() => window.prints);
        const alone = await context.newPage();
        await alone.setContent(html.replace('</head>', () => `<style>${css}</style></head>`));
        for (const format of papers) assert.equal(pagesOf(await alone.pdf({ format })), 1, format);
        // Both sets stand beside each other, as far as the paper is wide.
        await alone.setViewportSize({ width: 700, height: 900 });
        await alone.emulateMedia({ media: 'print' });
        const [one, two] = await alone.locator('section').evaluateAll((all) => all.map((set) => set.offsetTop));
        assert.equal(one, two);
      });

    it('are found to take more where there is more to say', async () => {
      const { page } = await open('hosts/principles.html', { ready: ['practice-principles'] });
      await give(page, { content: examples(8) });
      assert.ok(pagesOf(await page.pdf({ format: 'A4' })) > 1);
    });

    it('do not begin on one page and end on the next', async () => {
      const { page } = await open('hosts/principles.html', { ready: ['practice-principles'] });
      await page.emulateMedia({ media: 'print' });
      const inside = await page
        .locator('practice-principles [part=sheet]')
        .evaluate((sheet) => getComputedStyle(sheet).breakInside);
      assert.equal(inside, 'avoid');
      assert.ok(await page.locator('practice-principles button').isHidden());
    });
  },
  { only: 'chromium' },
);

for (const [where, headers] of [
  ['Print, in the principles', {}],
  ['Print, in the principles, under a strict content security policy', { 'content-security-policy': strict }],
]) {
  inEachBrowser(
    where,
    ({ open }) => {
      it('prints the sheet and nothing else of the page, under its own title', async () => {
        const { page } = await open('index.html', { prepare: notePrints });
        await page.locator('practice-principles button').click();
        await page.waitForFunction(() => window.prints?.length && !document.querySelector('iframe'));
        const [printed, ...more] = await page.evaluate(() => window.prints);
        assert.deepEqual(more, []);
        const { title, philosophy, sets, credits } = principles.content;
        assert.deepEqual([printed.ownWindow, printed.title, printed.scripts, printed.dir], [false, title, 0, 'ltr']);
        assert.match(printed.font, /^16px system-ui/);
        const said = [...philosophy, ...credits].map(({ text }) => text);
        const meant = sets.flatMap(({ name, principles }) => [name, ...principles.map(({ meaning }) => meaning)]);
        for (const words of [title, ...said, ...meant]) says(printed.text, words);
        for (const words of ['Example Youth Center', principles.words.print, stages[0].name])
          keepsQuiet(printed.text, words);
        assert.equal(await page.title(), 'Example Youth Center');
      });

      it('prints from right to left where the page is written so', async () => {
        const { page } = await open('rtl.html', { prepare: notePrints });
        await page.locator('practice-principles button').click();
        await page.waitForFunction(() => window.prints?.length && !document.querySelector('iframe'));
        assert.deepEqual(await page.evaluate(() => window.prints.map(({ dir }) => dir)), ['rtl']);
        const kept = page.locator('practice-principles [part=sheet]');
        assert.equal(await kept.getAttribute('dir'), null, 'what is on screen goes on following the page');
      });
    },
    { headers },
  );
}
