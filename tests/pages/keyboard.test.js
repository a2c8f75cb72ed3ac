import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { addReach, inEachBrowser, rowTexts } from './partner-site.js';
import { inRepository } from './support.js';

const options = JSON.parse(readFileSync(inRepository('src/content/en/options.json'), 'utf8'));
const stages = ['precontemplation', 'contemplation', 'preparation', 'action', 'maintenance'];

/** What has the focus, however deep inside. */
const focused = (page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    // The element of the page that it is in: a directory holds cards.
    const host = active?.shadowRoot ? active.localName : '';
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const { localName, id, dataset, type, value, href, innerText } = active;
    const ring = [active, active.querySelector('.name b')].filter(Boolean).map((one) => getComputedStyle(one));
    const box = active.getBoundingClientRect();
    return {
      host,
      localName,
      id,
      does: dataset.do ?? '',
      opens: dataset.opens ?? '',
      keeps: dataset.keep ?? '',
      at: dataset.at ?? '',
      type: type ?? '',
      value: value ?? '',
      href: href ?? '',
      text: innerText?.trim() ?? '',
      ring: ring.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
      inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });

/** Goes on with Tab until something has the focus that `wanted` says yes to. */
async function tabTo(page, wanted, key = 'Tab') {
  for (let press = 0; press < 500; press++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (wanted(now)) return now;
  }
  throw new Error('The keyboard does not get there.');
}

const list = (page, name = 'items', field = 'text') => rowTexts(page, 'safety-checklist', name, field);

const stage = (page) => page.locator('stage-guide').getAttribute('stage');

inEachBrowser('With a keyboard only', ({ open: openAny }) => {
  // In a window that was used before, Firefox goes to its own buttons first.
  const open = (path, options) => openAny(path, { fresh: true, ...options });

  it('everything on the page that can be used is reached in order, in sight, with a ring, and nothing holds the focus', async () => {
    const { page } = await open('index.html');
    await addReach(page);
    const seen = [];
    for (let press = 0; press < 500; press++) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (seen.length > 20 && (now.localName === 'body' || now.localName === 'html' || now.text === seen[0].text))
        break;
      seen.push(now);
    }
    assert.ok(seen.length < 500, 'the end of the page is reached');
    assert.deepEqual(
      seen.filter(({ ring, inSight, host }) => host && !(ring && inSight)),
      [],
    );
    const hosts = seen.map(({ host }) => host).filter((host, at, all) => host && host !== all[at - 1]);
    assert.deepEqual(hosts, [
      'quick-exit',
      'resource-card',
      'resource-directory',
      'safety-checklist',
      'options-explorer',
      'goal-planner',
      'stage-guide',
      'practice-check',
      'csec-primer',
      'practice-principles',
      'source-note',
    ]);
    const missed = await page.evaluate(() => {
      const within = (root) => [
        root,
        ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? within(one.shadowRoot) : [])),
      ];
      return window
        .roots()
        .flatMap(within)
        .flatMap((root) => [
          ...root.querySelectorAll('a[href], button:not(:disabled):not([role=tab]), input, select, textarea, summary'),
        ])
        .filter(window.drawn).length;
    });
    // All of the five stages are one stop, and so are the three areas of the practice check. What the way out can do is not among the elements that are counted.
    const counted = seen.filter(({ host, localName }) => host && host !== 'quick-exit' && localName !== 'section');
    assert.equal(counted.length, missed + 2);
  });

  for (const [path, ahead, back] of [
    ['index.html', 'ArrowRight', 'ArrowLeft'],
    ['rtl.html', 'ArrowLeft', 'ArrowRight'],
  ]) {
    it(`the stages are gone round both ways on ${path}`, async () => {
      const { page } = await open(path);
      await page.locator('stage-guide').evaluate((guide) => guide.scrollIntoView());
      await tabTo(page, ({ id }) => id === 'tab-precontemplation');
      assert.equal(await stage(page), '', 'to arrive opens nothing');
      const round = [];
      for (const key of [
        ...Array(5).fill(ahead),
        ...Array(6).fill(back),
        'ArrowDown',
        'ArrowUp',
        'Home',
        'End',
        'Home',
      ]) {
        await page.keyboard.press(key);
        round.push(stages.indexOf(await stage(page)));
        assert.equal((await focused(page)).id, `tab-${await stage(page)}`);
      }
      assert.deepEqual(round, [1, 2, 3, 4, 0, 4, 3, 2, 1, 0, 4, 0, 4, 0, 4, 0]);
    });
  }

  it('a stage is opened with Enter and Space, read, and left again', async () => {
    const { page } = await open('hosts/head.html');
    await tabTo(page, ({ id }) => id === 'tab-precontemplation');
    await page.keyboard.press('Enter');
    assert.equal(await stage(page), 'precontemplation');
    await page.keyboard.press('Tab');
    assert.equal((await focused(page)).id, 'stage-precontemplation');
    const { localName } = await tabTo(page, ({ text }) => text === 'Back to the whole cycle');
    assert.equal(localName, 'button');
    await page.keyboard.press('Space');
    assert.equal(await stage(page), '');
    assert.equal((await focused(page)).id, 'tab-precontemplation');
    await page.keyboard.press('Space');
    assert.equal(await stage(page), 'precontemplation');
  });

  it('signs are ticked, and the stages that describe them opened from there', async () => {
    const { page } = await open('hosts/head.html');
    await tabTo(page, ({ type }) => type === 'checkbox');
    await page.keyboard.press('Space');
    const { text } = await tabTo(page, ({ localName }) => localName === 'button');
    await page.keyboard.press('Enter');
    assert.ok(stages.includes(await stage(page)), text);
  });

  it('a plan is made: an item of one’s own, moved with buttons and with Alt and arrows, set aside, taken back', async () => {
    const { page } = await open('hosts/head.html');
    const own = ({ at }) => at === 'own';
    await tabTo(page, own);
    for (const word of ['one', 'two', 'three']) {
      await page.keyboard.type(word);
      await page.keyboard.press('Enter');
      assert.ok(own(await focused(page)), 'the focus stays where the next can be written');
    }
    assert.deepEqual(await list(page), ['one', 'two', 'three']);

    await tabTo(page, ({ id }) => id === 'more-items.0', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['down', 'items.0']);
    await page.keyboard.press('Enter');
    assert.deepEqual(await list(page), ['two', 'one', 'three']);
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['down', 'items.1']);
    await page.keyboard.press('Space');
    assert.deepEqual(await list(page), ['two', 'three', 'one']);
    assert.equal((await focused(page)).at, 'items.2', 'at the end the focus stays with the item');

    await page.keyboard.press('Escape');
    assert.equal((await focused(page)).id, 'more-items.2', 'what opened the menu has the focus');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).at, 'items.2.text');
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await list(page), ['two', 'one', 'three']);
    assert.equal((await focused(page)).at, 'items.1.text');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await list(page), ['one', 'two', 'three'], 'the first cannot go further');
    await page.keyboard.press('Alt+ArrowDown');
    assert.deepEqual(await list(page), ['two', 'one', 'three']);
    assert.equal((await focused(page)).value, 'one');
    assert.match(await page.locator('safety-checklist .surface > [aria-live]').innerText(), /2.*3/);

    await page.keyboard.press('Escape');
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['write', 'items.1']);
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['write', 'items.0']);
    await page.keyboard.press('Alt+ArrowDown');
    await tabTo(page, ({ id }) => id === 'more-items.1');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ does, at }) => does === 'out' && at === 'items.1');
    await page.keyboard.press('Enter');
    assert.deepEqual(await list(page), ['two', 'three']);
    assert.equal((await focused(page)).does, 'undo');
    await page.keyboard.press('Enter');
    assert.deepEqual(await list(page), ['two', 'one', 'three']);
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['write', 'items.1']);
  });

  it('an idea is set aside and brought back', async () => {
    const { page } = await open('hosts/head.html');
    const before = await page.locator('safety-checklist [data-do=take]').count();
    await tabTo(page, ({ does }) => does === 'notForMe');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('safety-checklist [data-do=take]').count(), before - 1);
    assert.equal((await focused(page)).does, 'undo');
    await tabTo(page, ({ localName }) => localName === 'summary');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ does }) => does === 'bringBack');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('safety-checklist [data-do=take]').count(), before);
  });

  it('people are added, one after the other, and all is cleared and brought back', async () => {
    const { page } = await open('hosts/head.html');
    const addPerson = ({ does }) => does === 'addPerson';
    await tabTo(page, addPerson);
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).at, 'people.0.name');
    await page.keyboard.type('Somebody');
    await page.keyboard.press('Tab');
    await page.keyboard.type('555-0109');
    await page.keyboard.press('Enter');
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['write', 'people.0']);
    await tabTo(page, ({ href }) => href === 'tel:5550109');
    await tabTo(page, addPerson);
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).at, 'people.1.name');
    await page.keyboard.type('Another');
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await list(page, 'people', 'name'), ['Another', 'Somebody']);
    assert.equal((await focused(page)).at, 'people.0.name');

    await tabTo(page, ({ opens }) => opens === 'clear', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ keeps }) => keeps === 'clear');
    await page.keyboard.press('Enter');
    assert.deepEqual(await list(page, 'people', 'name'), []);
    assert.equal((await focused(page)).keeps, 'undo');
    await page.keyboard.press('Enter');
    assert.deepEqual(await list(page, 'people', 'name'), ['Another', 'Somebody']);
    const small = page
      .locator('safety-checklist .people .words')
      .evaluateAll((all) => all.map((one) => one.querySelector('small')?.textContent ?? ''));
    assert.deepEqual(await small, ['', '555-0109']);
  });

  it('options are added, looked at closer, placed on the line, set aside and brought back', async () => {
    const { page } = await open('hosts/head.html');
    const explorer = page.locator('options-explorer');
    const at = (path) => explorer.locator(`[data-at="${path}"]:is(input, textarea)`);
    const here = (wanted) => (now) => now.host === 'options-explorer' && wanted(now);
    await tabTo(
      page,
      here(({ at }) => at === 'matters.mine'),
    );
    await page.keyboard.type('My brother');
    await tabTo(
      page,
      here(({ at }) => at === 'own'),
    );
    for (const word of ['one', 'two']) {
      await page.keyboard.type(word);
      await page.keyboard.press('Enter');
      assert.equal((await focused(page)).at, 'own');
    }
    await tabTo(
      page,
      here(({ does }) => does === 'look'),
      'Shift+Tab',
    );
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).does, 'look', 'the focus stays where it closes again');
    await tabTo(
      page,
      here(({ at }) => at === 'options.1.good.mine'),
    );
    await page.keyboard.type('Near');
    await tabTo(
      page,
      here(({ type }) => type === 'range'),
    );
    await page.keyboard.press('ArrowLeft');
    assert.equal(await explorer.locator('[type=range]').getAttribute('aria-valuetext'), options.words.moreOne);
    await tabTo(
      page,
      here(({ does }) => does === 'leave'),
    );
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).type, 'range');
    assert.equal(await explorer.locator('[type=range]').getAttribute('aria-valuetext'), options.words.noPlace);
    await tabTo(
      page,
      here(({ does, at }) => does === 'write' && at === 'options.1'),
      'Shift+Tab',
    );
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['write', 'options.0']);
    assert.equal(await at('options.0.good.mine').inputValue(), 'Near', 'what is open goes along');
    await tabTo(
      page,
      here(({ id }) => id === 'more-options.0'),
    );
    await page.keyboard.press('Enter');
    await tabTo(
      page,
      here(({ does }) => does === 'putAside'),
    );
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).does, 'undo');
    assert.deepEqual(await rowTexts(page, 'options-explorer', 'options'), ['one']);
    await tabTo(
      page,
      here(({ localName }) => localName === 'summary'),
    );
    await page.keyboard.press('Enter');
    await tabTo(
      page,
      here(({ does }) => does === 'putBack'),
    );
    await page.keyboard.press('Space');
    assert.deepEqual(await rowTexts(page, 'options-explorer', 'options'), ['one', 'two']);
    await tabTo(
      page,
      here(({ at }) => at === 'decision'),
    );
    await page.keyboard.type('Ask first');
    assert.equal(await at('decision').inputValue(), 'Ask first');
  });

  it('two on one screen have words of their own', async () => {
    const { page } = await open('hosts/head.html');
    await tabTo(page, ({ host, at }) => host === 'options-explorer' && at === 'together');
    await page.keyboard.press('Space');
    await tabTo(page, ({ at }) => at === 'matters.mine');
    await page.keyboard.press('Tab');
    assert.equal((await focused(page)).at, 'matters.theirs');
  });

  it('a goal gets steps that are done, moved and taken out, and somebody of the phone tree', async () => {
    const { page } = await open('hosts/head.html');
    const planner = page.locator('goal-planner');
    const here = (wanted) => (now) => now.host === 'goal-planner' && wanted(now);
    await tabTo(page, ({ does }) => does === 'addPerson');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Somebody');
    await tabTo(
      page,
      here(({ at }) => at === 'own'),
    );
    await page.keyboard.type('Drive');
    await page.keyboard.press('Enter');
    await tabTo(
      page,
      here(({ does }) => does === 'look'),
      'Shift+Tab',
    );
    await page.keyboard.press('Enter');
    await tabTo(
      page,
      here(({ at }) => at === 'own'),
    );
    for (const word of ['one', 'two']) {
      await page.keyboard.type(word);
      await page.keyboard.press('Enter');
      assert.equal((await focused(page)).at, 'own');
    }
    const steps = () => rowTexts(page, 'goal-planner', 'goals.0.steps');
    assert.deepEqual(await steps(), ['one', 'two']);
    await tabTo(
      page,
      here(({ does, at }) => does === 'write' && at === 'goals.0.steps.1'),
      'Shift+Tab',
    );
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await steps(), ['two', 'one']);
    assert.deepEqual([(await focused(page)).does, (await focused(page)).at], ['write', 'goals.0.steps.0']);
    await tabTo(
      page,
      here(({ at }) => at === 'goals.0.steps.0.did'),
      'Shift+Tab',
    );
    await page.keyboard.press('Space');
    assert.ok(await planner.locator('[data-at="goals.0.steps.0.did"]').isChecked());
    await tabTo(
      page,
      here(({ localName }) => localName === 'summary'),
    );
    await page.keyboard.press('Enter');
    await tabTo(
      page,
      here(({ does }) => does === 'attach'),
    );
    await page.keyboard.press('Enter');
    assert.match(await planner.locator('.closer .rows').last().innerText(), /Somebody/);
    assert.equal((await focused(page)).does, 'undo', 'the last one to attach is gone, the focus is not');
    await page.keyboard.press('Enter');
    assert.equal(await planner.locator('[data-do=attach]').count(), 1);
    await tabTo(
      page,
      here(({ at }) => at === 'goals.0.there'),
      'Shift+Tab',
    );
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    assert.equal((await focused(page)).at, 'goals.0.cheer');
  });

  it('a note on one’s practice is written, placed, and chosen for paper', async () => {
    const { page } = await open('hosts/head.html');
    const check = page.locator('practice-check');
    const here = (wanted) => (now) => now.host === 'practice-check' && wanted(now);
    await tabTo(
      page,
      here(({ localName }) => localName === 'textarea'),
    );
    await page.keyboard.type('Three visits');
    await tabTo(
      page,
      here(({ does }) => does === 'choose'),
    );
    await page.keyboard.press('Space');
    assert.equal((await focused(page)).does, 'choose');
    assert.equal(await check.locator('[aria-pressed=true]').count(), 1);
    await page.keyboard.press('Enter');
    assert.equal(await check.locator('[aria-pressed=true]').count(), 0);
    await tabTo(
      page,
      here(({ type }) => type === 'checkbox'),
    );
    await page.keyboard.press('Space');
    assert.ok(await check.locator('[type=checkbox]').first().isChecked());
  });

  it('there is a way from an option to what helps with it, and from the guide to the plan', async () => {
    const { page } = await open('index.html');
    await tabTo(page, ({ host, at }) => host === 'options-explorer' && at === 'own');
    await page.keyboard.type('Call somebody');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ does }) => does === 'look', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ localName }) => localName === 'summary');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ does }) => does === 'attach');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ does }) => does === 'show', 'Shift+Tab');
    const address = page.url();
    await page.keyboard.press('Enter');
    const arrived = await focused(page);
    assert.deepEqual([arrived.host, arrived.inSight], ['resource-card', true]);

    await page.locator('stage-guide').evaluate((guide) => (guide.stage = 'preparation'));
    await tabTo(page, ({ id }) => id === 'tab-preparation');
    await tabTo(page, ({ localName, host }) => host === 'stage-guide' && localName === 'button');
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).host, 'safety-checklist');
    assert.equal(page.url(), address, 'the address stays as it is');
  });
});
