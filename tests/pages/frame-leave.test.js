/** Leaving from inside a private frame, with real keys: does the whole page go, and does nothing of the plan come back? */
import assert from 'node:assert/strict';
import { inRealBrowsers, leads, leadsByKeys, pageWith, pressToLeave } from './leave-site.js';
import { eventually } from './real-browser.js';

const script = '<script src="/cdn/quick-exit.js"></script>';
const frames = '<script type="module" src="/cdn/private-frame.js"></script>';
const element = '<private-frame tag="safety-checklist" audience="youth">Call 988</private-frame>';

/** Runs in the page. Whether the frame is shown. */
const shown = () => {
  const frame = document.querySelector('private-frame')?.shadowRoot?.querySelector('iframe:not(.coming)');
  return frame?.clientHeight > 500 && frame.getBoundingClientRect().top < 300;
};

/** Runs in the page. Where the plan is in the window. */
const place = () => {
  const { left, top, width } = document.querySelector('private-frame').getBoundingClientRect();
  return [left + width - 40, Math.max(top, 80) + 60];
};

const databases = `indexedDB.databases().then((all) => all.map(({ name }) => name))`;

inRealBrowsers((at, test) => {
  const open = async (options = {}) => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, tag: script + frames, body: element, ...options });
    await tab.goto(`${site.address}/a`);
    await tab.until(shown);
  };

  /** Puts the focus into the frame, as a person does. A moment passes until clicks and keys go there: then the page hears none. */
  const enter = async () => {
    const { tab } = at;
    await tab.evaluate(() => {
      window.keys ??= window.addEventListener('keydown', () => window.keys++, true) ?? 0;
    });
    await eventually(async () => {
      await tab.click(...(await tab.evaluate(place)));
      const before = await tab.evaluate('keys');
      await tab.keys('Control');
      return (await tab.evaluate(`document.activeElement.localName === 'private-frame' && keys`)) === before;
    });
    await tab.evaluate('void localStorage.removeItem("heard")');
  };

  test('Shift, three times, inside: the whole page leaves, and the page has heard no key', async () => {
    const { site, tab } = at;
    await open({ head: `<script>window.addEventListener('keydown', () => (localStorage.heard = 1), true)</script>` });
    await enter();
    await tab.keys('a', 'Shift', 'Shift');
    assert.equal(await tab.title(), 'Help near you');
    await leadsByKeys(site, tab, 'Shift');
    await tab.goto(`${site.address}/plain`);
    assert.equal(await tab.evaluate('localStorage.heard'), null);
  });

  test('Back leads away again, and the plan is in no page that comes back', async () => {
    const { site, tab } = at;
    await open();
    await enter();
    await leadsByKeys(site, tab);
    await tab.goto(`${site.address}/start`);
    await leads(site, tab, async () => {
      await open();
      await enter();
      await pressToLeave(site, tab);
    });
    await tab.back();
    assert.match(await tab.url(), /start|elsewhere/);
  });

  test('Escape, twice, where the page has chosen that, also when it chooses it later', async () => {
    const { site, tab } = at;
    await open({ attributes: `href="${site.elsewhere.address}" shortcut="none"` });
    await enter();
    await tab.keys('Shift', 'Shift', 'Shift', 'Escape', 'Escape');
    assert.equal(await tab.title(), 'Help near you');
    await tab.evaluate(() => document.querySelector('quick-exit').setAttribute('shortcut', 'escape'));
    await tab.click('h1');
    await tab.until(() => document.activeElement === document.body);
    await enter();
    await leads(site, tab, async () => {
      // The frame learns which keys count when the focus comes into it, a moment later.
      for (let times = 0; times < 20 && (await tab.title().catch(() => '')) === 'Help near you'; times++) {
        await tab.keys('Escape', 'Escape').catch(() => {});
      }
    });
  });

  test('does nothing where the page has no way out', async () => {
    const { site, tab } = at;
    site.pages['/a'] = `<!doctype html><title>Help near you</title>${frames}${element}`;
    await tab.goto(`${site.address}/a`);
    await tab.until(shown);
    await enter();
    await tab.keys('Shift', 'Shift', 'Shift', 'Escape', 'Escape', 'Escape');
    assert.equal(await tab.title(), 'Help near you');
    assert.ok(await tab.evaluate(shown));
  });

  test('capital letters, Shift and Tab, and Shift with a click in between do not leave', async () => {
    const { site, tab } = at;
    await open();
    await enter();
    for (let times = 0; times < 4; times++) {
      await tab.keyDown('Shift');
      await tab.keys('A');
      await tab.keyUp('Shift');
    }
    await tab.keys('Shift', 'Shift');
    await enter();
    await tab.keys('Shift');
    assert.equal(await tab.title(), 'Help near you');
    assert.ok(await tab.evaluate(shown));
    await leadsByKeys(site, tab, 'Shift', 'Shift');
  });

  test('the button of the page leaves, too, while the focus is in the frame', async () => {
    const { site, tab } = at;
    await open();
    await enter();
    await leads(site, tab, () => tab.click('quick-exit a'));
  });

  test('what was kept is gone from the device', async () => {
    const { site, tab } = at;
    await open();
    // As the frame would have it kept.
    await tab.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('_ae', 1);
          opening.onupgradeneeded = () =>
            opening.result.createObjectStore('_').put({ mark: '1', bytes: new Uint8Array(200) }, 0);
          opening.onsuccess = () => resolve(opening.result.close());
        }),
    );
    assert.deepEqual(await tab.evaluate(databases), ['_ae']);
    await enter();
    await leadsByKeys(site, tab);
    await tab.goto(`${site.address}/plain`);
    await tab.until(`${databases}.then((names) => !names.length)`);
  });
});
