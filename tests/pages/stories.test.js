/**
 * Every story: is axe content, do the words fit, are controls large enough and where the middle of their box is, does nothing fail and is nobody else asked for
 * anything? The stories are those of storybook-static/, which `npm test` builds first.
 *
 * STORY_LOOKS says how many looks each is opened in: `one` (if nothing is said), as the story is, wide and on a small phone;
 * `others`, on a small phone that is dark, written from right to left and Spanish, where every part of a look differs from
 * the first; `differing`, both; `all`, each combination. STORY_TAGS names the elements whose stories are opened.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { axeOptions } from '../../.storybook/axe-options.js';
import { lookAtFields, marks } from '../marks.js';
import { inRepository, launch, serveRepository } from './support.js';

const { entries } = JSON.parse(readFileSync(inRepository('storybook-static/index.json'), 'utf8'));
const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The heading of an element, and those of its interface words that are one sentence without gaps. */
function wordsOf(language, file) {
  const { words, content } = JSON.parse(readFileSync(inRepository(`src/content/${language}/${file}.json`), 'utf8'));
  return Object.fromEntries(
    Object.entries({ ...words, title: content?.title }).filter(
      ([, word]) => typeof word === 'string' && !/\{|^.{0,3}$/.test(word),
    ),
  );
}

const smallPhone = { width: 320, height: 640 };
const phone = { width: 390, height: 844 };

/** Runs in the page. What axe finds, one line for each place. */
async function axeFindings(options) {
  const lines = ({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.flat().join(' >>> ')}\n  ${failureSummary}`);
  const resultTypes = ['violations', 'incomplete'];
  const { violations, incomplete } = await axe.run(document, { ...options, resultTypes });
  const found = violations.flatMap(lines);
  const contrasts = incomplete.map(({ id }) => id).filter((id) => id.startsWith('color-contrast'));
  if (contrasts.length === 0) return found;

  // Where a drawing or the box of a button lies below some words and not below others, axe does not judge their contrast. So it
  // looks once more, without drawings, and without boxes that paint nothing.
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(
    'svg[aria-hidden=true], [data-unseen] { visibility: hidden !important } [data-unseen] > * { visibility: visible }',
  );
  const roots = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  const paintsNothing = (button) => {
    const { backgroundColor, backgroundImage, borderTopWidth } = getComputedStyle(button);
    const holdsWords = [...button.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    return !holdsWords && `${backgroundColor}${backgroundImage}${borderTopWidth}` === 'rgba(0, 0, 0, 0)none0px';
  };
  const unseen = roots.flatMap((root) => [...root.querySelectorAll('button')].filter(paintsNothing));
  for (const button of unseen) button.dataset.unseen = '';
  for (const root of roots) root.adoptedStyleSheets.push(sheet);
  const byContrast = { resultTypes, runOnly: { type: 'rule', values: contrasts } };
  // Nor does it know that a menu that is open lies above the lines that come after it.
  const menus = roots.flatMap((root) => [...root.querySelectorAll('.menu:popover-open')]);
  const again = [await axe.run(menus.length > 0 ? { include: document, exclude: menus } : document, byContrast)];
  if (menus.length > 0) {
    const above = new window.CSSStyleSheet();
    above.replaceSync('.surface { visibility: hidden } .menu:popover-open { visibility: visible }');
    for (const root of roots) root.adoptedStyleSheets.push(above);
    again.push(await axe.run({ include: menus }, byContrast));
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== above);
  }
  for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  for (const button of unseen) delete button.dataset.unseen;
  // What it cannot judge even then is listed, so that it does not pass unseen.
  return [...found, ...again.flatMap(({ violations, incomplete }) => [...violations, ...incomplete]).flatMap(lines)];
}

/** Runs in the page. Everything that can be seen, through open shadow roots; called with what to say of each. */
function lookAround(what) {
  const found = [];
  const name = (element) => {
    const { id, className } = element;
    const { host } = element.getRootNode();
    const own = `${element.localName}${id && `#${id}`}${typeof className === 'string' && className ? `.${className}` : ''}`;
    return host ? `${host.localName} >>> ${own}` : own;
  };
  // What is for screen readers alone is clipped away.
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0 &&
    !element.closest('.away');
  const isControl = (element) =>
    element.matches('button:enabled, a[href], summary, input:enabled, textarea:enabled, select:enabled') &&
    element.getRootNode() instanceof ShadowRoot;
  const missedIn = (element) => {
    // A link over several lines is pressed on the first.
    const { left, top, width, height } = element.getClientRects()[0];
    let hit = document.elementFromPoint(left + width / 2, top + height / 2);
    for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)) && inner !== hit;)
      hit = inner;
    const isHit = (one) => one === element || !!one?.closest?.('label')?.control?.isSameNode(element);
    // A menu that is open lies over what is below.
    const isMenu = (one) => !element.closest('.menu') && one.matches?.(':popover-open');
    for (let one = hit; one; one = one.parentNode ?? one.host) if (isHit(one) || isMenu(one)) return;
    return `the middle of ${name(element)} is ${hit ? name(hit) : 'out of the window'}`;
  };
  const known = new Map();
  /** All words of a root that can be seen, and where they are. */
  const wordsIn = (root) => {
    if (known.has(root)) return known.get(root);
    const words = [];
    const walker = document.createTreeWalker(root, window.NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const { parentElement: parent } = node;
      if (!node.data.trim() || !parent || parent.closest('style, option, svg, .grip') || !seen(parent)) continue;
      // What is only for those who listen.
      if (getComputedStyle(parent).clipPath === 'inset(50%)') continue;
      const range = new window.Range();
      range.selectNodeContents(node);
      words.push({ node, parent, boxes: [...range.getClientRects()] });
    }
    known.set(root, words);
    return words;
  };
  const say = {
    tooWide(element) {
      const { left, right } = element.getBoundingClientRect();
      if (left < -0.5 || right > innerWidth + 0.5) return `${name(element)} reaches from ${left} to ${right}`;
    },
    tooSmall(element) {
      if (!element.matches('button, a[href], summary, input, textarea, select')) return;
      if (!(element.getRootNode() instanceof ShadowRoot)) return;
      // A link inside a sentence is as high as the line is.
      if (getComputedStyle(element).display === 'inline') return;
      // Who presses the label has pressed the box.
      const target = element.matches('[type=checkbox], [type=radio]') ? (element.closest('label') ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      if (width < 43.9 || height < 43.9) return `${name(element)} is ${width} by ${height}`;
    },
    // Voice control, taps of a screen reader and automatic tests press the middle of a control's box.
    missed(element) {
      if (!isControl(element) || element.closest('.menu:popover-open')) return;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return missedIn(element);
    },
    // A menu stands where its button is, which `showMenu` has brought into the window.
    missedInMenu(element) {
      if (isControl(element) && element.closest('.menu:popover-open')) return missedIn(element);
    },
    // The line around what has the focus lies on no words but those of the control itself.
    ringed(element) {
      const root = element.getRootNode();
      // A link inside a sentence has other words next to it.
      if (!isControl(element) || getComputedStyle(element).display === 'inline') return;
      element.focus({ preventScroll: true, focusVisible: true });
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      const reach = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
      if (reach <= 0) return;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isNear = (box) =>
        box.left < right + reach && box.right > left - reach && box.top < bottom + reach && box.bottom > top - reach;
      const menu = element.closest(':popover-open');
      for (const { node, parent, boxes } of wordsIn(root))
        // A menu that is open lies over what is below.
        if (!element.contains(node) && parent.closest(':popover-open') === menu && boxes.some(isNear))
          return `the focus line of ${name(element)} lies on “${node.data.trim().slice(0, 30)}” of ${name(parent)}`;
    },
  }[what];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (!seen(element)) continue;
      const said = say(element);
      if (said) found.push(said);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  // Storybook's own messages stand beside the story, and are none of it.
  look(document.querySelector('#storybook-root'));
  return found;
}

/** Runs in the page. Brings the button of a menu that is open into the window, and waits until the menu is there, too. */
function showMenu() {
  const roots = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  const opener = (root) => root.querySelector(`[popovertarget="${root.querySelector('.menu:popover-open')?.id}"]`);
  roots.map(opener).find(Boolean)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Asks of every control whether the middle of its box is that control. */
async function noneMissed(page, where) {
  await page.evaluate(showMenu);
  const inMenu = await page.evaluate(lookAround, 'missedInMenu');
  none([...inMenu, ...(await page.evaluate(lookAround, 'missed'))], `not where their middle is${where}`);
}

/** Runs in the page. Goes to a story as Storybook's own sidebar does; `window.outcome` tells when it is over, and how. */
function goTo({ id, viewMode }) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  const failed = (name) => (said) => `${name}: ${said?.message ?? said?.description ?? said}`;
  // Each looks at what an event says, and gives the outcome, or nothing where the event is about another story.
  const ends = {
    storyFinished: ({ storyId }) => storyId === id && 'fine',
    docsRendered: (rendered) => rendered === id && 'fine',
    storyMissing: (missing) => missing === id && 'storyMissing',
    storyErrored: failed('storyErrored'),
    storyThrewException: failed('storyThrewException'),
    playFunctionThrewException: failed('playFunctionThrewException'),
  };
  for (const [name, listener] of window.listeners ?? []) channel.off(name, listener);
  window.outcome = undefined;
  window.listeners = Object.entries(ends).map(([name, end]) => [name, (said) => (window.outcome ||= end(said))]);
  for (const [name, listener] of window.listeners) channel.on(name, listener);
  channel.emit('setCurrentStory', { storyId: id, viewMode });
}

/** A page to open stories in, one after another, that notes what goes wrong. */
async function openPage(browser, address, { viewport, globals }) {
  // For a test runner, Storybook does not wait whether something is still moving.
  const userAgent = 'Chrome StorybookTestRunner';
  const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce', userAgent })).newPage();
  const wrong = [];
  const asked = new Set();
  page.on('pageerror', (error) => wrong.push(`uncaught: ${error.stack ?? error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    asked.add(request);
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) wrong.push(`asked ${request.url()}`);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  await page.goto(`${address}/iframe.html?globals=${globals.join(';')}`);
  await page.waitForFunction(() => window.__STORYBOOK_PREVIEW__);
  await page.evaluate(() => window.__STORYBOOK_PREVIEW__.ready());
  // Otherwise Storybook's own addon runs axe as well.
  await page.evaluate(() =>
    window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals: { a11y: { manual: true } } }),
  );
  await page.addScriptTag({ path: axeScript });
  return { page, wrong, asked };
}

/** Waits until nothing is on its way any more, and what came has been drawn. */
async function settled({ page, asked }) {
  for (let quiet = 0; quiet < 2; quiet = asked.size > 0 ? 0 : quiet + 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

async function visit(opened, id, viewMode = 'story') {
  opened.wrong.length = 0;
  await opened.page.evaluate(goTo, { id, viewMode });
  const outcome = await opened.page.waitForFunction(() => window.outcome, null, { timeout: 240_000 });
  assert.equal(await outcome.jsonValue(), 'fine');
  await settled(opened);
}

const none = (lines, what) => assert.equal(lines.join('\n'), '', `${what}:\n${lines.join('\n')}`);

async function examine({ page, wrong }) {
  none(await page.evaluate(axeFindings, axeOptions), 'axe');
  none(await page.evaluate(lookAround, 'tooSmall'), 'smaller than 44 by 44');
  await noneMissed(page, '');
  none((await page.evaluate(lookAtFields, marks)).wrong, 'fields that do not ask to be left alone');
  none(wrong, 'went wrong');
}

/** What is different where a story is opened in a look that is not its own, and what a test is called there. */
const choices = [
  { name: 'on a small phone', viewport: smallPhone },
  { name: 'dark', global: 'theme:dark' },
  { name: 'right to left', global: 'direction:rtl' },
  { name: 'Spanish', global: 'language:es' },
];

/** A look from some of these. */
const lookOf = (chosen) => ({
  name: chosen.map(({ name }) => name).join(', '),
  viewport: chosen.find(({ viewport }) => viewport)?.viewport ?? { width: 1280, height: 900 },
  globals: chosen.map(({ global }) => global).filter(Boolean),
  idle: [],
});

/** Every combination of these but the empty one, which is a story as it is. */
const combinations = Array.from({ length: 2 ** choices.length - 1 }, (_, at) =>
  choices.filter((_, bit) => (at + 1) & (1 << bit)),
);

const asItIs = lookOf([]);
const looks = {
  one: [asItIs],
  others: [lookOf(choices)],
  differing: [asItIs, lookOf(choices)],
  all: [asItIs, ...combinations.map(lookOf)],
}[process.env.STORY_LOOKS ?? 'one'];
if (!looks) throw new Error(`STORY_LOOKS is ${process.env.STORY_LOOKS}; it can be one, others, differing or all.`);

const wantedTags = process.env.STORY_TAGS?.split(',');
const wanted = Object.values(entries).filter(({ title }) => wantedTags?.includes(title) ?? true);

describe('stories', { concurrency: 2 }, () => {
  let browser;
  let site;

  before(async () => {
    browser = await launch('chromium');
    site = await serveRepository({ root: inRepository('storybook-static') });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Takes a page that is free, or a new one. Where the work failed the page is not used again: it may be stuck. */
  async function withPage(kind, work) {
    const opened = kind.idle.pop() ?? (await openPage(browser, site.address, kind));
    try {
      await opened.page.setViewportSize(kind.viewport);
      await work(opened);
      kind.idle.push(opened);
    } catch (error) {
      await opened.page.context().close();
      throw error;
    }
  }

  for (const { id, title, name, type } of wanted) {
    if (type === 'docs') {
      if (looks.includes(asItIs))
        it(`${title}, documentation, is drawn`, () =>
          withPage(asItIs, async (opened) => {
            await visit(opened, id, 'docs');
            none(opened.wrong, 'went wrong');
          }));
      continue;
    }

    for (const look of looks)
      it([title, name, look.name].filter(Boolean).join(', '), () =>
        withPage(look, async (opened) => {
          await visit(opened, id);
          await examine(opened);
          await opened.page.setViewportSize(smallPhone);
          none(await opened.page.evaluate(lookAround, 'tooWide'), 'wider than a small phone');
          await noneMissed(opened.page, ' on a small phone');
          await opened.page.setViewportSize(phone);
          await noneMissed(opened.page, ' on a phone');
          none(await opened.page.evaluate(lookAround, 'ringed'), 'with a focus line on the words of others');
        }),
      );
  }

  // A translation is a file of its own, which a bundler has to find and take along.
  const files = {
    'csec-primer': 'primer',
    'practice-principles': 'principles',
    'stage-guide': 'stages',
    'resource-card': 'resources',
    'resource-directory': 'directory',
    'goal-planner': 'goals',
    'options-explorer': 'options',
    'practice-check': 'practice',
    'safety-checklist': 'safety-plan',
    'source-note': 'sources',
  };
  for (const [tag, file] of Object.entries(files)) {
    if (!looks.includes(asItIs) || !(wantedTags?.includes(tag) ?? true)) continue;
    it(`${tag} finds its Spanish words in a bundle`, () =>
      withPage(asItIs, async (opened) => {
        const [english, spanish] = ['en', 'es'].map((language) => wordsOf(language, file));
        await visit(opened, `${tag}--spanish`);
        const text = await opened.page.evaluate((tag) => document.querySelector(tag).shadowRoot.textContent, tag);
        const found = Object.keys(spanish).filter(
          (key) => spanish[key] !== english[key] && text.includes(spanish[key]),
        );
        assert.ok(found.length >= 3, `Of its words only these are there: ${found}`);
      }));
  }
});
