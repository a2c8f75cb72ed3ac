import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addReach, fillPlan, inEachBrowser, openRow, planWords, tags, untilShown } from './partner-site.js';

const secrets = JSON.stringify(planWords).match(/secret\w+|555-\d+/g);

/** Takes note of every event that scripts fire, with all that it carries, and lets nothing open a print dialog. */
const listen = (page) =>
  page.addInitScript(() => {
    window.fired = [];
    window.print = () => window.dispatchEvent(new Event('afterprint'));
    const original = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function dispatchEvent(event) {
      const carried = JSON.stringify({ ...event, detail: event.detail }) ?? '';
      window.fired.push({ type: event.type, bubbles: event.bubbles, carried });
      return original.call(this, event);
    };
  });

/** Everything that a browser can keep for a page, and everything that shows outside of it. */
const kept = async (page, context) => ({
  cookies: await context.cookies(),
  ...(await page.evaluate(async () => {
    const names = async (entries) => {
      const found = [];
      for await (const [name] of entries) found.push(name);
      return found;
    };
    return {
      documentCookie: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      files: await names((await navigator.storage.getDirectory()).entries()),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      windowName: window.name,
      url: location.href,
      title: document.title,
      history: history.length,
      state: history.state,
    };
  })),
});

/**
 * Uses every control of every element at least once: presses each kind of button, ticks each box, follows each link as
 * far as the page lets it, writes into each field.
 */
async function useEverything(page) {
  await fillPlan(page, planWords);
  return page.evaluate(async () => {
    const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    document.addEventListener(
      'click',
      (event) => event.composedPath().some(({ href }) => href) && event.preventDefault(),
    );
    const used = new Set();
    const name = (control) =>
      [
        control.getRootNode().host.localName,
        control.localName,
        control.dataset.do ?? control.dataset.keep ?? control.dataset.opens,
        control.type,
        control.id.replace(/\d+/g, 'n'),
        control.href,
      ]
        .concat(control.dataset.at?.replace(/\d+/, 'n'), control.localName === 'summary' ? control.textContent : '')
        .join(' ')
        .trim();
    // What is in a menu is reached through what opens it.
    const opener = (control) => control.closest('.menu')?.previousElementSibling;
    const reach = (control) => window.drawn(opener(control) ?? control);
    // "Clear everything" comes last: after it there is less to use.
    const next = () => {
      const controls = window
        .everything('button, summary, input, textarea, a')
        .filter((control) => reach(control) && !control.disabled && !used.has(name(control)))
        // Keeping is what a person asks for, and has tests of its own.
        .filter(
          (control) =>
            !control.closest('.keeping') ||
            ['print', 'clear', 'undo'].includes(control.dataset.keep ?? control.dataset.opens),
        );
      // An idea that is taken cannot be set aside, and the other way round: one of them each.
      const taken = [...used].some((name) => name.startsWith('safety-checklist button take'));
      const first = ({ dataset }) => dataset.do === (taken ? 'notForMe' : 'take');
      // What is looked at closer is gone when it is set aside.
      const closer = (control) => control.closest('.closer');
      return (
        controls.find(closer) ??
        // Somebody to call is gone when they are taken out.
        controls.find(({ href }) => href) ??
        controls.find(first) ??
        controls.find(({ dataset }) => (dataset.keep ?? dataset.opens) !== 'clear') ??
        controls[0]
      );
    };
    for (let control = next(); control; control = next()) {
      used.add(name(control));
      if (!window.drawn(control)) opener(control).click();
      control.focus();
      if (control.type === 'range') {
        control.value = '4';
        control.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true }));
      } else if (/^(text|tel)/.test(control.type)) {
        control.value += 'secretmore';
        control.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true, data: 'secretmore' }));
        const key = { key: 'Enter', bubbles: true, composed: true, cancelable: true };
        control.dispatchEvent(new window.KeyboardEvent('keydown', key));
      } else control.click();
      await settle();
    }
    return [...used];
  });
}

inEachBrowser('What a person does stays theirs', ({ open }) => {
  describe('with every control used, inside a form of the page', () => {
    let used;
    let opened;
    let before;

    const prepared = async () => {
      if (opened) return;
      opened = await open('hosts/form.html', { prepare: listen, keep: true });
      await addReach(opened.page);
      await opened.page.evaluate(() => history.replaceState({ of: 'the page' }, ''));
      before = await kept(opened.page, opened.context);
      opened.requestsBefore = opened.requests.length;
      await opened.page.evaluate(() => (window.fired.length = 0));
      used = await useEverything(opened.page);
    };

    it('uses every control', async () => {
      await prepared();
      const buttons = [
        'take',
        'notForMe',
        'bringBack',
        'add',
        'addPerson',
        'up',
        'down',
        'out',
        'undo',
        'print',
        'clear',
      ];
      for (const button of buttons) {
        assert.ok(
          used.some((name) => name.startsWith(`safety-checklist button ${button} `)),
          `"${button}" among ${used.join('\n')}`,
        );
      }
      for (const control of [
        'goal-planner button putBack',
        'goal-planner button look',
        'options-explorer button leave',
        'options-explorer input stay range',
        'options-explorer input  checkbox   together',
        'practice-check button choose',
        'practice-check textarea  textarea',
      ])
        assert.ok(
          used.some((name) => name.startsWith(control)),
          `"${control}" among ${used.join('\n')}`,
        );
      const stages = used.filter((name) => /^stage-guide button .*tab-/.test(name));
      assert.equal(stages.length, 5);
      assert.ok(used.some((name) => name.startsWith('resource-card a')));
      assert.ok(used.some((name) => name.startsWith('safety-checklist a') && name.includes('sms:')));
    });

    it('asks for nothing but the files of the library', async () => {
      await prepared();
      assert.deepEqual(opened.requests.slice(0, opened.requestsBefore), [
        '/hosts/form.html',
        '/cdn/all.js',
        '/cdn/keeping-area.js',
      ]);
      assert.deepEqual(opened.requests.slice(opened.requestsBefore), []);
    });

    it('leaves cookies, every kind of storage, the address, the title and the history as they were', async () => {
      await prepared();
      assert.deepEqual(await kept(opened.page, opened.context), before);
    });

    it('fires only its own events, and nothing that was typed is in them', async () => {
      await prepared();
      const fired = await opened.page.evaluate(() => window.fired);
      const own = fired.filter(({ type }) => !['input', 'keydown', 'afterprint'].includes(type));
      assert.deepEqual([...new Set(own.map(({ type }) => type))], ['stage-change']);
      for (const { type, carried } of own) {
        for (const secret of [...secrets, 'secretmore']) assert.ok(!carried.includes(secret), `${type}: ${carried}`);
      }
    });

    it('leaves nothing of it in the page around, and no frame behind', async () => {
      await prepared();
      const html = await opened.page.content();
      for (const secret of [...secrets, 'secretmore']) assert.ok(!html.includes(secret), secret);
      assert.equal(await opened.page.locator('iframe').count(), 0);
    });

    it('says nothing on the console', async () => {
      await prepared();
      assert.deepEqual(opened.problems, []);
    });
  });

  it('keeps private controls out of what a form of the page sends', async () => {
    const { page } = await open('hosts/form.html');
    await fillPlan(page, planWords);
    await page.locator('stage-guide input[type=checkbox]').first().check();
    const sent = await page.evaluate(() => [...new window.FormData(document.querySelector('form'))]);
    assert.deepEqual(sent, [['host', 'of the page']]);
    assert.equal(await page.evaluate(() => document.querySelector('form').elements.length), 2);
    await openRow(page.locator('safety-checklist'), 'items.1');
    await page.locator('safety-checklist [data-at="items.1.text"]').press('Enter');
    await openRow(page.locator('safety-checklist'), 'people.0');
    await page.locator('safety-checklist [data-at="people.0.name"]').press('Enter');
    await page.locator('safety-checklist [data-at="ride.who"]').press('Enter');
    assert.match(page.url(), /hosts\/form\.html$/);
  });

  it('asks browsers and recording tools, on each private control, to leave it alone', async () => {
    const { page } = await open('hosts/head.html');
    await addReach(page);
    await fillPlan(page, planWords);
    const fields = await page.evaluate(() =>
      window.everything('input, textarea, select').map((control) => ({
        at: `${control.getRootNode().host.localName} ${control.dataset.at}`,
        type: control.type,
        name: control.hasAttribute('name'),
        autocomplete: control.getAttribute('autocomplete'),
        spellcheck: control.getAttribute('spellcheck'),
        autocorrect: control.getAttribute('autocorrect'),
        autocapitalize: control.getAttribute('autocapitalize'),
        marked: control.matches(
          '.rr-block.sentry-block.ph-no-capture.fs-exclude[data-openreplay-hidden][data-clarity-mask=true]' +
            '[data-hj-suppress][data-dd-privacy=hidden][data-private][data-heap-redact-text][data-recording-disable]',
        ),
      })),
    );
    assert.ok(fields.length >= 12, `${fields.length} fields`);
    for (const { at, type, name, autocomplete, spellcheck, autocorrect, autocapitalize, marked } of fields) {
      assert.equal(name, false, at);
      assert.equal(autocomplete, 'off', at);
      if (type === 'checkbox') continue;
      assert.deepEqual(
        { spellcheck, autocorrect, autocapitalize },
        { spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off' },
        at,
      );
      assert.equal(marked, true, at);
    }
  });

  it('marks the links that hold a private number, too', async () => {
    const { page } = await open('hosts/head.html');
    await fillPlan(page, planWords);
    const links = page.locator('safety-checklist .entry a');
    assert.deepEqual(await links.evaluateAll((all) => all.map(({ protocol }) => protocol)), ['tel:', 'sms:']);
    assert.equal(await page.locator('safety-checklist .rr-block.sentry-block[data-dd-privacy=hidden] > a').count(), 2);
  });

  it('is empty again when the page is loaded again', async () => {
    const { page } = await open('hosts/head.html');
    await fillPlan(page, planWords);
    await page.reload();
    await untilShown(page, tags);
    await addReach(page);
    const fields = await page.evaluate(() =>
      window.everything('input, textarea').map(({ value, checked }) => [value, checked]),
    );
    assert.ok(fields.length > 3);
    for (const [value, checked] of fields) assert.ok(!checked && (value === '' || value === 'on'), value);
    assert.equal(await page.locator('safety-checklist .entry').count(), 0);
  });

  it('hands no text to the page when something is dragged', async () => {
    const { page } = await open('hosts/head.html');
    await fillPlan(page, planWords);
    const carried = await page.evaluate(() => {
      const data = new window.DataTransfer();
      const grip = document.querySelector('safety-checklist').shadowRoot.querySelector('.grip');
      grip.dispatchEvent(new window.DragEvent('dragstart', { bubbles: true, composed: true, dataTransfer: data }));
      return data.types.map((type) => data.getData(type));
    });
    assert.ok(
      carried.every((text) => text === ''),
      carried.join(),
    );
  });
});
