import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { fillPlan, inEachBrowser, planWords } from './partner-site.js';
import { inRepository } from './support.js';

const file = (name) => JSON.parse(readFileSync(inRepository(`src/content/en/${name}.json`), 'utf8'));
const { stages } = file('stages').content;
const plan = file('safety-plan');
const written = JSON.stringify(planWords).match(/secret\w+|555-\d+/g);
const strict = "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'";

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
      for (const words of [plan.content.youthTitle, plan.words.memory, plan.words.clear, plan.words.up])
        keepsQuiet(paper, words);
    });

    it('an empty plan prints too, with room to write', async () => {
      const { page } = await open('hosts/head.html');
      const paper = await onPaper(page);
      says(paper, 'My notes');
      for (const word of ['items', 'people', 'ride', 'who', 'where']) says(paper, plan.words[word]);
      keepsQuiet(paper, plan.words.none);
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
        await page.locator('safety-checklist [data-do=print]').click();
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
          await page.locator('safety-checklist [data-do=print]').click();
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
