/** A page that asks whether people want to stay, or does not let them go, keeps nobody. WebKitGTK asks nobody while it is driven: there it is shown only that people leave. */
import assert from 'node:assert/strict';
import { inRealBrowsers, leads, pageWith, ways } from './leave-site.js';
import { eventually } from './real-browser.js';

const inScript = (code) => `<script>${code}</script>`;
const asking = {
  preventDefault: '(event) => event.preventDefault()',
  returnValue: `(event) => { event.returnValue = 'Stay?' }`,
  both: `(event) => { event.preventDefault(); return (event.returnValue = 'Stay?') }`,
};

/** Pages that ask, by how they do it. */
const pages = {
  'a listener that was there before': { head: inScript(`addEventListener('beforeunload', ${asking.preventDefault})`) },
  'a listener that came later': { body: inScript(`addEventListener('beforeunload', ${asking.preventDefault})`) },
  'a listener that was there first, in the first phase': {
    head: inScript(`addEventListener('beforeunload', ${asking.both}, true)`),
  },
  'a listener that came later, in the first phase': {
    body: inScript(`addEventListener('beforeunload', ${asking.both}, true)`),
  },
  'a listener that sets returnValue': { head: inScript(`addEventListener('beforeunload', ${asking.returnValue})`) },
  'window.onbeforeunload': { head: inScript(`onbeforeunload = ${asking.both}`) },
  'window.onbeforeunload that gives an answer': { body: inScript(`onbeforeunload = () => 'Stay?'`) },
  'an attribute of the body': { bodyAttribute: `onbeforeunload="return 'Stay?'"` },
  'a listener that comes again and again': {
    body: inScript(`setInterval(() => addEventListener('beforeunload', (event) => (${asking.both})(event)))`),
  },
  'window.onbeforeunload that comes again and again': {
    body: inScript(`setInterval(() => { onbeforeunload = () => 'Stay?' })`),
  },
};

const frames = {
  'a frame of the same site': 'address',
  'a frame of another site': 'partner',
};

/** Pages that stop or take over what leads elsewhere, where a browser has an API for that. */
const guards = {
  'navigation.onnavigate': 'onnavigate = (event) => event.preventDefault()',
  'a listener for navigate': `addEventListener('navigate', (event) => event.preventDefault())`,
};

/** Leaves, and fails at once where the browser asks. */
async function isNotAsked({ site, tab }, way) {
  let over = false;
  const asked = eventually(async () => over || (await tab.prompt()), { seconds: 60 });
  const left = leads(site, tab, () => way(tab, site));
  const question = await Promise.race([left.then(() => undefined), asked]);
  over = true;
  if (question && question !== true) {
    left.catch(() => {});
    await tab.answer(true);
  }
  assert.equal(question, undefined);
}

const build = ({ site }, { bodyAttribute = '', ...options }) => {
  site.pages['/a'] = pageWith({ to: site.elsewhere.address, ...options }).replace('<body>', `<body ${bodyAttribute}>`);
};

inRealBrowsers((at, test) => {
  for (const [what, options] of Object.entries(pages)) {
    test(`nobody is asked by ${what}`, async () => {
      build(at, options);
      await at.tab.goto(`${at.site.address}/a`);
      // Only a page that was used may ask.
      await at.tab.click('h1');
      await isNotAsked(at, ways.keys);
    });
  }

  for (const [what, whose] of Object.entries(frames)) {
    test(`nobody is asked by ${what}`, async () => {
      const { site, tab } = at;
      site.pages['/frame'] =
        `<!doctype html><title>Frame</title><h1>Frame</h1><script>addEventListener('beforeunload', ${asking.both});` +
        `onbeforeunload = ${asking.preventDefault}; addEventListener('click', () => top.postMessage('used', '*'))</script>`;
      const frame = `<iframe src="${site[whose]}/frame" style="position:absolute;left:0;top:200px;width:300px;height:200px"></iframe>`;
      build(at, { body: `${inScript('onmessage = () => (window.used = true)')}${frame}` });
      await tab.goto(`${site.address}/a`);
      await eventually(async () => {
        await tab.click(100, 300);
        return tab.evaluate('window.used === true');
      });
      await isNotAsked(at, ways.click);
    });
  }

  for (const [what, code] of Object.entries(guards)) {
    test(`nobody is kept by ${what}`, async () => {
      build(at, { body: inScript(`window.navigation && (navigation.${code})`) });
      await at.tab.goto(`${at.site.address}/a`);
      await at.tab.click('h1');
      await isNotAsked(at, ways.keys);
    });
  }

  test('these pages ask who follows another link', async (context) => {
    const { site, tab, browser } = at;
    if (!browser.can.prompts) return context.skip('It asks nobody while it is driven.');
    for (const options of Object.values(pages)) {
      build(at, options);
      await tab.goto(`${site.address}/a`);
      await tab.click('h1');
      // Firefox answers when the question has been.
      tab.navigate(`${site.partner}/start`).catch(() => {});
      assert.equal(await eventually(() => tab.prompt()), 'beforeunload', JSON.stringify(options));
      await tab.answer(true);
      await tab.until(`document.title === 'Start'`);
    }
  });
});
