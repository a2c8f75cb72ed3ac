/**
 * Screen readers take the letter of Shift+H for themselves: the page sees Shift alone, and that something moves with it. With real keys, and with
 * what Orca was seen to do in Firefox and Chromium: the selection moves, and the page scrolls, while Shift is down or when it has just come up.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { worksWith } from '../works-with.js';
import { inRealBrowsers, leadsByKeys, pageWith } from './leave-site.js';
import { eventually } from './real-browser.js';
import { inRepository, silence } from './support.js';

const headings = [1, 2, 3, 4, 5, 6].map((n) => `<h2 id="h${n}" tabindex="-1">Part ${n}</h2><p>Words.</p>`).join('');
const body = `<style>p { margin: 60vh 0 } h1 { margin: 0 }</style><p><textarea id="text"></textarea></p>${headings}`;

/* global getSelection, addEventListener */

/** In the page: what a screen reader does with each letter that it takes, at the moment that is asked for. */
const reader = `<script>{
  let at = 0;
  const acts = {
    selection: (heading) => getSelection().setPosition(heading, 0),
    scroll: (heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 100),
    focus: (heading) => heading.focus({ preventScroll: true }),
  };
  addEventListener('keydown', (event) => event.key === 'Shift' && act('keydown'));
  addEventListener('keyup', (event) => event.key === 'Shift' && act('keyup'));
  const act = (when) => {
    if (window.reads?.when === when)
      for (const what of window.reads.what) acts[what](document.querySelector('#h' + ((at++ % 6) + 1)));
  };
  // Until what has moved has been told.
  window.told = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
}</script>`;

/** What moves, and which screen reader or browser does that. */
const movements = { 'the selection': ['selection'], 'the page': ['scroll'], 'the focus': ['focus'] };
const moments = { 'while Shift is down': 'keydown', 'when Shift has just come up': 'keyup' };

const said = `document.querySelector('quick-exit').shadowRoot.querySelector('[aria-live]').textContent`;

inRealBrowsers((at, test) => {
  const open = async (options = {}) => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, head: reader, body, ...options });
    await tab.goto(`${site.address}/a`);
  };

  /** A letter with Shift, of which the page sees Shift alone, and what moves with it. */
  const read = async (what, when) => {
    const { tab } = at;
    await tab.evaluate((reads) => void (window.reads = reads), { what, when });
    await tab.keyDown('Shift');
    await tab.evaluate('told()');
    await tab.keyUp('Shift');
    await tab.evaluate('told()');
    await tab.evaluate('void (window.reads = undefined)');
  };

  const stays = async () => assert.equal(await at.tab.title(), 'Help near you');
  const threeTimes = () => leadsByKeys(at.site, at.tab);

  for (const [name, what] of Object.entries(movements))
    for (const [moment, when] of Object.entries(moments))
      test(`does not leave where ${name} moves ${moment}; Shift alone leaves afterwards`, async () => {
        await open();
        for (let times = 0; times < 5; times++) await read(what, when);
        await stays();
        assert.notEqual(await at.tab.evaluate(said), 'Press 1 more time to leave.');
        await threeTimes();
      });

  test(
    worksWith({
      kind: 'assistive technology',
      name: 'Orca',
      condition:
        'Shift+H, Shift+K or Shift+B is pressed several times, and the page gets the events that Orca 43 was seen to cause',
      result: 'no one leaves, and pressing Shift three times alone still works',
      limit:
        'With nothing further back to go to, nothing moves, and the press counts. NVDA, JAWS and VoiceOver were not tried.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      await open();
      for (const when of ['keydown', 'keydown', 'keyup', 'keydown', 'keyup', 'keyup'])
        await read(['selection', 'scroll'], when);
      await stays();
      await threeTimes();
    },
  );

  test('takes back what was said of a press, when something moves right after it', async () => {
    const { tab } = at;
    await open();
    await tab.keys('Shift');
    assert.equal(await tab.evaluate(said), 'Press 2 more times to leave.');
    await read(['selection'], 'keyup');
    // The one of before may be too long ago by now.
    assert.match(await tab.evaluate(said), /^(Press 2 more times to leave|Staying here)\.$/);
    await stays();
  });

  test('leaves with the third, also where something moves right after that', async () => {
    const { site, tab } = at;
    await open();
    await tab.evaluate(() => {
      let ups = 0;
      const act = () => ++ups === 3 && getSelection().setPosition(document.querySelector('h1'), 0);
      addEventListener('keyup', act, true);
    });
    await leadsByKeys(site, tab);
  });

  const scrolling = {
    'frame by frame': `(() => { const on = () => (scrollBy(0, 3), requestAnimationFrame(on)); on(); })()`,
    'a little every 50 ms': `void setInterval(() => scrollBy(0, 5), 50)`,
    smoothly: `(() => { const on = () => scrollTo({ top: scrollY > 1500 ? 0 : 3000, behavior: 'smooth' }); on(); setInterval(on, 400); })()`,
    'inside of a box': `(() => {
      const box = document.querySelector('#box');
      const on = () => ((box.scrollTop = (box.scrollTop + 3) % 900), requestAnimationFrame(on));
      on();
    })()`,
  };
  for (const [how, script] of Object.entries(scrolling))
    test(`leaves while the page scrolls from before: ${how}`, async () => {
      const { site, tab } = at;
      const box = '<div id="box" style="height: 100px; overflow: auto"><div style="height: 1200px">Words.</div></div>';
      await open({ body: `${box}${body}` });
      await tab.evaluate(`void addEventListener('scroll', () => (window.scrolls = (window.scrolls ?? 0) + 1), true)`);
      await tab.evaluate(script);
      await tab.until('window.scrolls > 3');
      await leadsByKeys(site, tab);
    });

  test('leaves with the caret in a text, right after something was typed', async () => {
    const { site, tab } = at;
    await open();
    await tab.evaluate(`document.querySelector('#text').focus()`);
    await tab.type('help me');
    await leadsByKeys(site, tab);
  });

  test('leaves while media plays', async () => {
    const { site, tab } = at;
    site.pages['/silence.wav'] = (request, response) => {
      response.writeHead(200, { 'content-type': 'audio/wav' });
      response.end(silence());
    };
    await open({ body: `<audio src="/silence.wav" muted loop></audio>${body}` });
    // A press of the mouse, so that the browser lets it play.
    await tab.click('h1');
    await tab.evaluate(`document.querySelector('audio').play()`);
    await leadsByKeys(site, tab);
  });
});

/** The same with the focus in a private frame, where the page gets no keys. */
inRealBrowsers((at, test) => {
  const frame = '<private-frame tag="safety-checklist" audience="youth">Call 988</private-frame>';
  const shown = () => {
    const frame = document.querySelector('private-frame')?.shadowRoot?.querySelector('iframe:not(.coming)');
    return frame?.clientHeight > 500;
  };
  const open = async () => {
    const { site, tab } = at;
    const head = `${reader}<script type="module" src="/cdn/private-frame.js"></script>`;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, head, body: `${frame}${body}` });
    await tab.goto(`${site.address}/a`);
    await tab.until(shown);
    // A moment passes until keys go into the frame: then the page hears none.
    await tab.evaluate(() => {
      window.keys = 0;
      addEventListener('keydown', () => window.keys++, true);
    });
    await eventually(async () => {
      await tab.click(700, 300);
      const before = await tab.evaluate('keys');
      await tab.keys('Control');
      return (await tab.evaluate(`document.activeElement.localName === 'private-frame' && keys`)) === before;
    });
  };

  test('with the focus in a private frame: does not leave where something moves in the page around it', async () => {
    const { site, tab } = at;
    await open();
    await tab.evaluate('void (window.at = 0)');
    const acts = [`getSelection().setPosition(document.querySelector('#h' + ((at++ % 6) + 1)), 0)`, 'scrollBy(0, 2)'];
    for (const act of acts) {
      for (let times = 0; times < 4; times++) {
        await tab.keyDown('Shift');
        await tab.evaluate(`void ${act}`);
        await tab.evaluate('told()');
        await tab.keyUp('Shift');
      }
      assert.equal(await tab.title(), 'Help near you', act);
      assert.ok(await tab.evaluate(shown));
    }
    await leadsByKeys(site, tab);
  });

  test('with the focus in a private frame: does not leave where something moves in the frame', async () => {
    const { site, tab } = at;
    // What a screen reader does in the frame. Its own page is as it is built, and has one script more.
    const text = await readFile(inRepository('cdn/frame.html'), 'utf8');
    site.pages['/reads.js'] = `{
      let at = 0;
      addEventListener('keydown', ({ key }) => key === 'Shift' && getSelection().setPosition(document.body, at++ % 2));
    }`;
    site.pages['/cdn/frame.html'] = text.replace('<script', '<script src="/reads.js"></script><script');
    assert.notEqual(site.pages['/cdn/frame.html'], text);
    await open();
    for (let times = 0; times < 5; times++) {
      await tab.keyDown('Shift');
      await tab.evaluate('told()');
      await tab.keyUp('Shift');
    }
    assert.equal(await tab.title(), 'Help near you');
    delete site.pages['/cdn/frame.html'];
  });
});
