import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { inEachBrowser, screenText, tags, untilShown } from './partner-site.js';
import { eventually } from './real-browser.js';
import { inRepository } from './support.js';

const file = (language, name) => JSON.parse(readFileSync(inRepository(`src/content/${language}/${name}.json`), 'utf8'));

/** Words that each element has of its own in a language, as its content has them. */
function wordsOf(language) {
  const stages = file(language, 'stages');
  const plan = file(language, 'safety-plan');
  const resources = file(language, 'resources');
  const sources = file(language, 'sources');
  const primer = file(language, 'primer');
  const principles = file(language, 'principles');
  const [options, goals, practice] = ['options', 'goals', 'practice'].map((name) => file(language, name));
  return {
    'csec-primer': [primer.content.title, ...primer.content.sections.map(({ name }) => name), primer.words.placeOnly],
    'practice-principles': [
      principles.content.title,
      ...principles.content.sets.flatMap(({ name, principles }) => [name, ...principles.map(({ meaning }) => meaning)]),
      principles.words.print,
    ],
    // What comes after two sentences is folded.
    'options-explorer': [
      options.content.title,
      ...options.content.intro.slice(0, 2).map(({ text }) => text),
      file(language, 'writing').words.moreWords,
      options.words.stop,
    ],
    'goal-planner': [goals.content.title, ...goals.content.intro.map(({ text }) => text), goals.words.own],
    // One area at a time.
    'practice-check': [
      practice.content.title,
      ...practice.content.areas.map(({ name }) => name),
      ...practice.content.questions.filter(({ area }) => area === practice.content.areas[0].id).map(({ text }) => text),
    ],
    'stage-guide': [stages.content.title, ...stages.content.stages.map(({ name }) => name), stages.words.noticing],
    'resource-card': ['1-888-373-7888', '233733', resources.words.callTrace],
    'resource-directory': [file(language, 'directory').words.title, file(language, 'directory').content.intro[0].text],
    'safety-checklist': [
      plan.content.youthTitle,
      plan.content.ideas[0].youth,
      file(language, 'writing').words.here,
      plan.words.ride,
    ],
    'source-note': [sources.content.title, file('en', 'sources').content.sources[0].name, sources.words.disclaimer],
  };
}
const english = wordsOf('en');

async function assertWords(page, expected) {
  for (const [tag, said] of Object.entries(expected)) {
    const text = await screenText(page, tag);
    for (const word of said) assert.ok(text.includes(word), `<${tag}> says "${word}":\n${text}`);
  }
}

async function assertPhoneNumbers(page) {
  for (const element of await page.locator(tags.join()).all()) {
    const number = element.locator('a[href^="tel:"]').first();
    assert.ok(await number.isVisible(), await element.evaluate(({ outerHTML }) => outerHTML));
  }
  assert.equal(await page.locator(tags.join()).count(), 12);
}

/** What a directory loads when it has services to search. */
const ofDirectory = ['/cdn/directory-worker.js', '/cdn/resource-details.js'];
const wayOut = ['/cdn/quick-exit.js', '/cdn/quick-exit-later.js'];

/** Waits for what the way out loads last, and sees that it shows the link of the page. */
async function untilWayOut(page, about) {
  const exit = page.locator('quick-exit');
  await exit.locator('summary', { hasText: about }).waitFor();
  assert.ok(await exit.locator('> a').isVisible());
}

/** These files are loaded, however busy the machine is, and no others. */
async function assertFiles(page, requests, expected) {
  const files = () => requests.filter((url) => url.includes('cdn/')).sort();
  await eventually(() => files().length >= expected.length).catch(() => {});
  await page.waitForLoadState('networkidle');
  assert.deepEqual(files(), [...expected].sort());
}

const upgraded = (page) =>
  page.evaluate(
    (names) => names.flatMap((name) => [...document.querySelectorAll(name)].map((one) => !!one.shadowRoot)),
    tags,
  );

inEachBrowser('The partner page', ({ open, engine }) => {
  const shared = ['/cdn/all.js', '/cdn/keeping-area.js', ...ofDirectory, ...wayOut, '/cdn/en/limits.js'];

  it('shows what the elements have to say, from one script tag and one for the way out, with nothing on the console', async () => {
    const { page, problems, requests } = await open('index.html');
    assert.equal(await page.locator('script[src*=cdn]').count(), 2);
    await assertWords(page, english);
    await untilWayOut(page, file('en', 'limits').words.about);
    await assertFiles(page, requests, shared);
    assert.deepEqual(problems, []);
  });

  it('shows them in Spanish on a Spanish page, with the files of that language and no more', async () => {
    const { page, problems, requests } = await open('es.html');
    await assertWords(page, wordsOf('es'));
    await untilWayOut(page, file('es', 'limits').words.about);
    const sections = [
      'directory',
      'goals',
      'keeping',
      'leaving',
      'limits',
      'options',
      'practice',
      'primer',
      'principles',
      'resource-details',
      'resources',
    ].concat(['safety-plan', 'sources', 'stages', 'writing']);
    const spanish = sections.map((name) => `/cdn/es/${name}.js`);
    await assertFiles(page, requests, [...shared, ...spanish]);
    assert.deepEqual(problems, []);
  });

  it('shows them from right to left, and says where the words are English', async () => {
    const { page, problems } = await open('rtl.html');
    await assertWords(page, english);
    for (const tag of tags) {
      assert.equal(await page.locator(tag).first().locator('[lang]').first().getAttribute('lang'), 'en', tag);
    }
    assert.deepEqual(problems, []);
  });

  for (const [where, name] of [
    ['in the head', 'head'],
    ['in the head, as soon as it comes', 'async'],
    ['at the end of the page', 'end'],
    ['twice', 'twice'],
    ['long after the page has loaded', 'late'],
    ['as one file for each element', 'single'],
    ['as one file for each element and the one for all', 'both'],
    ['from two places at once', 'two-versions'],
  ]) {
    it(`works with the script ${where}`, async () => {
      const { page, problems } = await open(`hosts/${name}.html`);
      assert.deepEqual(await upgraded(page), Array(tags.length).fill(true));
      await assertWords(page, english);
      assert.deepEqual(problems, []);
    });
  }

  it('keeps two of each element apart, and what is typed together', async () => {
    const { page, problems } = await open('hosts/two-of-each.html');
    await page.locator('stage-guide').nth(1).locator('#tab-action .name').click();
    await page.locator('safety-checklist').nth(1).locator('[data-do=take]').first().click();
    assert.deepEqual(await page.locator('stage-guide').evaluateAll((guides) => guides.map(({ stage }) => stage)), [
      '',
      'action',
    ]);
    for (const plan of await page.locator('safety-checklist').all())
      assert.equal(await plan.locator('.entry').count(), 1);
    assert.deepEqual(problems, []);
  });

  it('leaves a tag that the page has taken to the page, with the fallback on screen', async () => {
    const rest = tags.filter((tag) => tag !== 'stage-guide');
    const { page, problems } = await open('hosts/taken.html', { ready: rest });
    assert.equal(await page.locator('stage-guide').evaluate((host) => host.shadowRoot), null);
    assert.ok(await page.locator('stage-guide a').isVisible());
    assert.deepEqual(problems, []);
  });

  it('shows a phone number in place of each element where the script does not come', async () => {
    const { page } = await open('index.html', {
      ready: [],
      prepare: (page) => page.route('**/cdn/**', (route) => route.abort()),
    });
    await assertPhoneNumbers(page);
  });

  it('shows a phone number in place of each element where scripts are off', async (t) => {
    if (engine !== 'chromium') return t.skip('only Chromium can switch scripts off from outside');
    const { page } = await open('index.html', { ready: [], javaScriptEnabled: false });
    await assertPhoneNumbers(page);
  });

  it('shows the English where the files of the language do not come', async () => {
    const { page } = await open('es.html', {
      prepare: (page) => page.route('**/cdn/es/**', (route) => route.abort()),
    });
    await assertWords(page, english);
  });

  for (const choice of ['no', 'yes']) {
    it(`puts the banner of the agency away with "${choice}", also where the browser keeps nothing`, async () => {
      const { page, problems } = await open('index.html', {
        prepare: (page) =>
          page.addInitScript(() => {
            Object.defineProperty(window, 'localStorage', {
              get() {
                throw new window.DOMException('', 'SecurityError');
              },
            });
          }),
      });
      assert.ok(await page.locator('.banner').isVisible());
      await page.locator(`[data-cookies=${choice}]`).click();
      assert.ok(await page.locator('.banner').isHidden());
      assert.deepEqual(problems, []);
    });
  }

  it('sends nothing with the form of the agency', async () => {
    const { page, requests } = await open('index.html');
    // What elements load once they are there has come.
    await page.waitForLoadState('networkidle');
    const before = requests.length;
    await page.locator('.contact button').click();
    assert.match(await page.locator('.contact [role=status]').innerText(), /nothing was sent/);
    assert.equal(requests.length, before);
  });
});

// Chromium goes to what was in sight; Firefox to so many pixels, and only in a page as high as it was before its scripts ran: render.test.js.
inEachBrowser(
  'A page that is opened again',
  ({ open }) => {
    it('is where it was', async () => {
      const { page } = await open('index.html', { fresh: true });
      const place = () => page.evaluate(() => document.querySelector('#advocates').getBoundingClientRect().top);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.querySelector('#advocates').scrollIntoView());
      const before = await place();
      assert.ok(Math.abs(before) < 100, `${before}`);
      await page.reload();
      await untilShown(page);
      const isThere = async () => Math.abs((await place()) - before) < 100;
      await eventually(isThere, { what: 'it is where it was' });
    });
  },
  { only: 'chromium' },
);

/**
 * Counts what moves in sight before a person has done anything, from the first picture on.
 *
 * Where elements above grow in the same frame, Chromium takes the scrolling that evens this out off the old places, and counts what was out of sight
 * all the time. So the places are also noted in each frame, and what has not moved in sight by them is not counted.
 */
const countShifts = (page) =>
  page.addInitScript(() => {
    window.shifts = [];
    const frames = [];
    const note = () => {
      const places = new Map();
      for (const element of document.querySelectorAll('body, body *')) {
        const { top, right, bottom, left } = element.getBoundingClientRect();
        const inSight =
          bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && bottom > top && right > left;
        places.set(element, { sides: { top, right, bottom, left }, inSight });
      }
      frames.push({ at: performance.now(), places });
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    const movedInSight = (node, at) => {
      const after = frames.findIndex((frame) => frame.at > at);
      const around = frames
        .slice(Math.max(0, after < 0 ? frames.length - 3 : after - 3), after < 0 ? undefined : after + 2)
        .map(({ places }) => places.get(node))
        .filter(Boolean);
      // What is in a shadow root is not noted.
      if (around.length === 0) return true;
      return around.some(
        ({ sides, inSight }, index) =>
          index > 0 &&
          (inSight || around[index - 1].inSight) &&
          Object.entries(sides).some(([side, place]) => Math.abs(place - around[index - 1].sides[side]) > 1),
      );
    };
    const count = (list) => {
      for (const { value, startTime, sources } of list) {
        // In a page from right to left, Chromium names the page itself where elements above grow, with the same box before and after.
        const moved = sources.filter(
          ({ node, previousRect, currentRect }) =>
            ['x', 'y', 'width', 'height'].some((side) => previousRect[side] !== currentRect[side]) &&
            movedInSight(node, startTime),
        );
        if (moved.length === 0 && sources.length > 0) continue;
        window.shifts.push({ value, moved: moved.map(({ node }) => node?.id || node?.localName) });
      }
    };
    const observer = new window.PerformanceObserver((list) => entries.push(...list.getEntries()));
    const entries = [];
    observer.observe({ type: 'layout-shift', buffered: true });
    window.countRest = () => count([...entries, ...observer.takeRecords()]);
  });

/** Two frames later: what was there to be drawn is on screen. */
const drawn = (page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );

/** Whether the page has been read, and stands where its address leads to. No script of the library has come by then, but for the way out. */
const inPlace = () =>
  performance.getEntriesByType('navigation')[0]?.domContentLoadedEventEnd > 0 &&
  (!location.hash || Math.abs(document.querySelector(location.hash).getBoundingClientRect().top) < 100);

/** Holds the library back until the page has been painted at its place: what comes late is what moves things. */
const comeLate = (page) =>
  page.route('**/cdn/**', async (route) => {
    if (!route.request().url().endsWith('/quick-exit.js')) {
      await page.waitForFunction(inPlace);
      await drawn(page);
    }
    await route.continue();
  });

inEachBrowser(
  'Nothing in sight moves when the elements come',
  ({ open }) => {
    for (const [path, width, height] of [
      ['index.html', 360, 740],
      ['index.html', 390, 844],
      ['index.html', 1280, 800],
      ['index.html', 1280, 1600],
      ['index.html#advocates', 360, 740],
      ['index.html#advocates', 1280, 800],
      ['index.html#contact', 360, 740],
      ['index.html#contact', 390, 844],
      ['index.html#contact', 1280, 800],
      ['es.html', 360, 740],
      ['es.html', 390, 844],
      ['es.html', 1280, 800],
      ['es.html#contact', 390, 844],
      ['rtl.html', 360, 740],
      ['rtl.html', 390, 844],
      ['rtl.html', 1280, 800],
      ['rtl.html#contact', 1280, 800],
    ]) {
      it(`${path} at ${width} × ${height}`, async () => {
        const { page } = await open(path, {
          viewport: { width, height },
          prepare: async (page) => {
            await countShifts(page);
            await comeLate(page);
          },
        });
        await page.waitForFunction(inPlace);
        await page.locator('quick-exit summary').waitFor({ state: 'attached' });
        await drawn(page);
        await page.evaluate(() => window.countRest());
        assert.deepEqual(await page.evaluate(() => window.shifts), []);
      });
    }

    it('not for the way out either, where the styles of the page come after all of its files', async () => {
      const { page } = await open('es.html', {
        viewport: { width: 390, height: 844 },
        ready: [],
        prepare: async (page) => {
          await countShifts(page);
          await page.route('**/cdn/all.js', (route) => route.abort());
          const files = page.waitForEvent('requestfinished', (request) =>
            request.url().endsWith('/quick-exit-later.js'),
          );
          await page.route('**/style.css', async (route) => {
            await files;
            await page.waitForTimeout(500);
            await route.continue();
          });
        },
      });
      await page.locator('quick-exit summary').waitFor();
      await drawn(page);
      await page.evaluate(() => window.countRest());
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
    });
  },
  { only: 'chromium' },
);
