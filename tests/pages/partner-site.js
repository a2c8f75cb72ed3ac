/**
 * Where the page tests go: the partner page at `/`, small host pages at `/hosts/`, the bundles at `/cdn/` and, as a second
 * copy of the library, at `/copy/`; libraries that pages come with at `/packages/` and `/vendor/`. And what most of them do there: start each browser, wait for the elements, look
 * inside them.
 */
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe } from 'node:test';
import { drivenEngines, inRepository, serveRepository } from './support.js';
import { openWindow } from './windows.js';

export const tags = [
  'csec-primer',
  'goal-planner',
  'options-explorer',
  'practice-check',
  'practice-principles',
  'resource-card',
  'resource-directory',
  'safety-checklist',
  'source-note',
  'stage-guide',
];

const elements = readFileSync(inRepository('tests/fixtures/hosts/elements.html'), 'utf8');

/** Starts serving. In a host page, the comment `elements` stands for one of each element. */
const servePartner = (headers = {}) =>
  serveRepository({
    root: inRepository('demo'),
    folders: {
      '/hosts/': inRepository('tests/fixtures/hosts'),
      '/cdn/': inRepository('cdn'),
      '/copy/': inRepository('cdn'),
      '/packages/': inRepository('node_modules'),
      '/vendor/': inRepository('tests/fixtures/vendor'),
    },
    headers,
    page: (html) => html.replaceAll('<!-- elements -->', () => elements),
  });

const engines = await drivenEngines();

/**
 * Runs a suite once in each browser that can be driven here. The suite gets `open`, which opens an address of the partner
 * site in a new window with nothing left of the others, and closes it after the test; with `keep`, after the suite.
 *
 * @param options.headers sent with every answer of the site.
 * @param options.only the one engine in which the tests can run.
 */
export function inEachBrowser(title, suite, { headers, only } = {}) {
  for (const engine of engines.filter((name) => !only || name === only)) {
    describe(`${title} (${engine})`, { timeout: 600_000 }, () => {
      let opened = [];
      let site;
      const close = async (which) => {
        const done = opened.filter(which);
        opened = opened.filter((one) => !which(one));
        for (const one of done) await one.close();
      };
      before(async () => {
        site = await servePartner(headers);
      });
      afterEach(() => close(({ keep }) => !keep));
      after(async () => {
        await close(() => true);
        await site?.close();
      });
      const open = async (path, { ready = tags, prepare, keep = false, ...options } = {}) => {
        const { page, context, close } = await openWindow(engine, options);
        opened.push({ close, keep });
        context.setDefaultTimeout(30_000);
        const problems = watchProblems(page);
        const requests = [];
        page.on('request', (request) => requests.push(request.url().replace(site.address, '')));
        await prepare?.(page);
        await page.goto(`${site.address}/${path}`);
        // Also what looks into the page for a test needs globals that are whole.
        if (ready.length > 0) await untilShown(page, ready);
        return { page, context, problems, requests };
      };
      suite({ open, engine });
    });
  }
}

/** Whatever the page complains of: errors nobody caught, and errors and warnings on the console. */
function watchProblems(page) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(`${error}`));
  page.on('console', (message) => {
    // Firefox has remarks of its own about pages; what scripts say there has an address.
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  return problems;
}

/** Those that hold private text. What it can be kept with comes a moment after them. */
const privateTags = ['goal-planner', 'options-explorer', 'practice-check', 'safety-checklist'];

/** Waits until every element of these tags has rendered, in whatever language, and has no fallback on screen. */
export async function untilShown(page, wanted = tags) {
  await page.waitForFunction(
    ([names, holding]) =>
      names.every((name) => {
        const found = [...document.querySelectorAll(name)];
        const whole = holding.includes(name) ? '.surface .keeping' : '.surface';
        const shown = ({ shadowRoot }) =>
          // A directory whose services a policy keeps away shows the fallback beside what it says.
          shadowRoot?.querySelector(whole) &&
          (name === 'resource-directory' || !shadowRoot.querySelector('slot:not([name])'));
        return found.length > 0 && found.every(shown);
      }),
    [wanted, privateTags],
  );
}

/** What can be read on screen in all elements of a tag. */
export const screenText = (page, tag) =>
  page.evaluate(
    (name) =>
      [...document.querySelectorAll(name)]
        .map((host) => host.shadowRoot.querySelector('.surface').innerText)
        .join('\n'),
    tag,
  );

/**
 * Gives the page's own functions names to reach into elements: `inside(tag)` is the root of the first, `everything()` all
 * that is rendered in all of them, `drawn(element)` whether it takes up room.
 */
export const addReach = (page) =>
  page.evaluate((names) => {
    window.inside = (tag) => document.querySelector(tag).shadowRoot;
    window.roots = () => names.flatMap((name) => [...document.querySelectorAll(name)]).map((host) => host.shadowRoot);
    window.everything = (selector = '*') => window.roots().flatMap((root) => [...root.querySelectorAll(selector)]);
    // What is for screen readers alone is clipped away.
    window.drawn = (element) =>
      element.checkVisibility() && element.getClientRects().length > 0 && !element.closest('.away');
  }, tags);

/** The texts of the entries of a list, in their order: words, or the field that is shown in their place. */
export const rowTexts = (page, tag, list, field = 'text') =>
  page.locator(`${tag} .entry[data-at^="${list}."]`).evaluateAll(
    (entries, [of, name]) =>
      entries
        .filter(({ dataset }) => /^\.\d+$/.test(dataset.at.slice(of.length)))
        .map((entry) => {
          const { at } = entry.dataset;
          return (
            entry.querySelector(`[data-at="${at}.${name}"]:is(input, textarea)`)?.value ??
            entry.querySelector(`bdi[id="words-${at}"]`)?.textContent ??
            ''
          );
        }),
    [list, field],
  );

/** Shows the fields of an entry. */
export const openRow = (host, at) => host.locator(`[data-do=write][data-at="${at}"]`).click();

/** A plan with something in every field: an idea taken, one set aside, own items, people, a ride. */
export async function fillPlan(page, words) {
  const plan = page.locator('safety-checklist');
  await plan.locator('[data-do=take]').first().click();
  await plan.locator('[data-do=notForMe]').first().click();
  for (const word of words.items) {
    await plan.locator('[data-at=own]').fill(word);
    await plan.locator('[data-do=add]').click();
  }
  await openRow(plan, 'items.1');
  await plan.locator('[data-at="items.1.note"]').fill(words.note);
  await plan.locator('[data-do=wrote]').click();
  await plan.locator('[data-at="items.1.inPlace"]').check();
  for (const [at, person] of words.people.entries()) {
    await plan.locator('[data-do=addPerson]').click();
    for (const [field, value] of Object.entries(person)) {
      await plan.locator(`[data-at="people.${at}.${field}"]`).fill(value);
    }
  }
  if (words.people.length > 0) await plan.locator('[data-do=wrote]').click();
  await plan.locator('[data-at="ride.who"]').fill(words.who);
  await plan.locator('[data-at="ride.where"]').fill(words.where);
}

/** What `fillPlan` can be given: every word of it is to be found nowhere else. */
export const planWords = {
  items: ['secretitemone', 'secretitemtwo'],
  note: 'secretnote',
  people: [{ name: 'secretfriend', number: '555-0109', note: 'secretpersonnote' }],
  who: 'secretdriver',
  where: 'secretplace',
};
