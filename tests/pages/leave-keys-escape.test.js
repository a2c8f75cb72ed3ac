/** Escape, twice, where the page asks for it; no key at all; and Tab, which leads to the way out first. */
import assert from 'node:assert/strict';
import { arrivals, inRealBrowsers, leads, leadsByKeys, linkTo, pageWith } from './leave-site.js';

const body = `<p><button id="button">Open</button> <input id="input"></p><h2 id="further">Further down</h2><p><a id="link" href="/b">On</a></p>
  <dialog id="dialog"><input></dialog><div id="popover" popover>Hello</div><div id="labelled" role="dialog"><input></div><menu id="menu" tabindex="0"></menu>
  <script>
    const on = (name) => document.querySelector('#' + name);
    on('menu').addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault());
    on('button').addEventListener('click', () => on('further').requestFullscreen());
  </script>`;

/** Places where Escape has something else to do, as scripts, and whether it is over after one press. */
const busy = {
  'a dialog is open': [`on('dialog').showModal()`, true],
  'a dialog is open, and the focus is in it': [`on('dialog').showModal(), on('dialog').firstChild.focus()`, true],
  'a dialog beside the page is open': [`on('dialog').show()`, false],
  'a popover is open': [`on('popover').showPopover()`, true],
  'the focus is in what the page calls a dialog': [`on('labelled').firstChild.focus()`, false],
  'the focus is in a menu that takes Escape': [`on('menu').focus()`, false],
};

const closeAll = `on('dialog').close(), on('popover').hidePopover(), document.activeElement.blur(), on('labelled').remove()`;

/** What was open has closed, and the focus is out of it. */
const closed = () =>
  ![...document.querySelectorAll('dialog, [popover]')].some((one) => one.matches('[open], :popover-open')) &&
  document.activeElement === document.body;

inRealBrowsers((at, test) => {
  const open = async ({ shortcut = 'escape', path = '/a', ...options } = {}) => {
    const { site, tab } = at;
    const page = pageWith({ to: site.elsewhere.address, attributes: `shortcut="${shortcut}"`, body, ...options });
    site.pages['/a'] = page;
    // The same, with the way out at the end.
    const [exit] = /<quick-exit.*?<.quick-exit>/.exec(page);
    site.pages['/last'] = page.replace(exit, '').replace('</body>', `${exit}</body>`);
    await tab.goto(`${site.address}${path}`);
  };
  const stays = async () => assert.equal(await at.tab.title(), 'Help near you');
  const leaves = (...keys) => leadsByKeys(at.site, at.tab, ...keys);
  const focused = () => at.tab.evaluate('document.activeElement.id || document.activeElement.localName');

  test('Escape, twice, leads away where the page says so; Shift does not', async () => {
    await open();
    await at.tab.keys('Shift', 'Shift', 'Shift', 'Escape', 'a', 'Escape', 'Shift');
    await stays();
    await leaves('Escape', 'Escape');
  });

  for (const [what, [act, once]] of Object.entries(busy)) {
    test(`Escape is left to the page where ${what}`, async () => {
      await open();
      await at.tab.evaluate(`void (${act})`);
      // A press that closes something is not one of the two.
      if (once) {
        await at.tab.keys('Escape');
        await at.tab.until(closed);
        await at.tab.keys('Escape');
      } else await at.tab.keys('Escape', 'Escape', 'Escape');
      await stays();
      if (!once) await at.tab.evaluate(`void (${closeAll})`);
      await leaves(...(once ? ['Escape'] : ['Escape', 'Escape']));
    });
  }

  test('Escape is left to the browser in full screen', async () => {
    await open();
    await at.tab.click('#button');
    await at.tab.until('!!document.fullscreenElement');
    await at.tab.keys('Escape', 'Escape');
    await stays();
    await at.tab.evaluate('document.fullscreenElement && document.exitFullscreen()');
    await at.tab.until('!document.fullscreenElement');
    await leaves('Escape', 'Escape');
  });

  test('Shift, three times, leads away where the page says something else', async () => {
    await open({ shortcut: 'control' });
    await at.tab.keys('Control', 'Control', 'Control', 'Escape', 'Escape');
    await stays();
    await leaves('Shift', 'Shift', 'Shift');
  });

  test('no key leads away where the page wants none; the button does', async () => {
    await open({ shortcut: 'none' });
    await at.tab.keys('Shift', 'Shift', 'Shift', 'Escape', 'Escape', 'Escape');
    await stays();
    await leads(at.site, at.tab, () => at.tab.click('quick-exit a'));
  });

  // The rest of the document never comes: the browser could still be stopped by Escape.
  for (const [name, shortcut, keys] of [
    ['Escape, twice,', 'escape', ['Escape', 'Escape']],
    ['Shift, three times,', 'shift', ['Escape', 'Shift', 'Shift', 'Shift']],
    ['Tab and Enter', 'shift', ['Tab', 'Enter']],
  ])
    test(`${name} leads away while the page is still loading`, async () => {
      const { site, tab } = at;
      const [start] = pageWith({ to: site.elsewhere.address, attributes: `shortcut="${shortcut}"` }).split('</body>');
      let response;
      site.pages['/slow'] = (request, answer) => {
        response = answer.writeHead(200, { 'content-type': 'text/html' });
        // WebKit waits for some text before it begins.
        response.write(`${start}<p>${'More to come. '.repeat(1000)}</p>`);
      };
      await tab.goto(`${site.address}/slow`, { waiting: false });
      await tab.until(
        `location.pathname === '/slow' && !!document.querySelector('quick-exit')?.shadowRoot && !!document.querySelector('h1')`,
      );
      assert.equal(await tab.evaluate('document.readyState'), 'loading');
      await leaves(...keys);
      response.end();
    });

  test('a second press of the button, and keys after it, change nothing', async () => {
    const { site, tab } = at;
    await open({ shortcut: 'shift' });
    site.elsewhere.delay = 1;
    const before = arrivals(site).length;
    await leads(site, tab, async () => {
      await tab.evaluate(() => {
        // Two presses in one moment, as by a hand that trembles.
        document.querySelector('quick-exit a').click();
        document.querySelector('quick-exit a').click();
      });
      await tab.keys('Shift', 'Shift', 'Shift', 'Enter');
    });
    site.elsewhere.delay = 0;
    assert.equal(arrivals(site).length, before + 1);
  });

  for (const [what, options] of Object.entries({
    'it stands first': {},
    'it stands last': { path: '/last' },
    'it stands last, with a link of ours': { path: '/last', attributes: 'href="TO"', own: true },
  })) {
    test(`the first Tab leads to it where ${what}, and Enter leads away`, async () => {
      const { site, tab } = at;
      await open(options);
      if (options.own) {
        site.pages['/last'] = site.pages['/last']
          .replace(linkTo(site.elsewhere.address), '')
          .replace('TO', site.elsewhere.address);
        await tab.goto(`${site.address}/last`);
      }
      await tab.keys('Tab');
      assert.equal(await tab.evaluate(`document.activeElement.closest('quick-exit')?.localName`), 'quick-exit');
      await leaves('Enter');
    });
  }

  for (const [what, { path, act, to }] of Object.entries({
    'was clicked': { path: '/last', act: (tab) => tab.click('h1'), to: 'button' },
    'has the focus somewhere': { path: '/last', act: (tab) => tab.evaluate(`on('button').focus()`), to: 'input' },
    'was used by keys': { path: '/last', act: (tab) => tab.keys('ArrowDown'), to: 'button' },
    'was opened at a place further down': { path: '/last#further', act: () => {}, to: 'link' },
  })) {
    test(`Tab goes on as always where the page ${what}`, async () => {
      await open({ path });
      await act(at.tab);
      await at.tab.keys('Tab');
      assert.equal(await focused(), to);
    });
  }
});
