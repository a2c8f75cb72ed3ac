/** Shift, three times: pressed with real keys, wherever the focus is. Typing, choosing text and the shortcuts of others do not lead away. */
import assert from 'node:assert/strict';
import { atRest, inRealBrowsers, leads, leadsByKeys, pageWith, script } from './leave-site.js';

const fields = `<p><input id="input" value="Hello"></p><p><textarea id="textarea"></textarea></p><p id="editable" contenteditable>Hello</p>
  <div id="shadow"></div><safety-checklist></safety-checklist><dialog><input id="inside"></dialog>
  <script>
    document.querySelector('#shadow').attachShadow({ mode: 'closed' }).append(window.hidden = document.createElement('input'));
    window.repeats = 0;
    addEventListener('keydown', (event) => (window.repeats += event.repeat), true);
  </script><script type="module" src="/cdn/safety-checklist.js"></script>`;

/** Puts the focus into something, by its name. */
const focus = (name) => {
  const at = (selector) => document.querySelector(selector);
  if (name === 'inside') at('dialog').showModal();
  const found = { shadow: window.hidden, plan: at('safety-checklist').shadowRoot?.querySelector('[data-at=own]') };
  (found[name] ?? at(`#${name}`))?.focus();
  return document.activeElement !== document.body;
};

const press =
  (...names) =>
  (tab) =>
    tab.keys(...names);

/** Presses keys while another is down. */
const with_ =
  (held, ...names) =>
  async (tab) => {
    await tab.keyDown(held);
    await tab.keys(...names);
    await tab.keyUp(held);
  };

const repeated = (count, act) => async (tab) => {
  for (let times = 0; times < count; times++) await act(tab);
};

/** Types with Shift where a person does. */
const typed = (text) => async (tab) => {
  for (const character of text) {
    if (/[A-Z?!]/.test(character)) await with_('Shift', character)(tab);
    else await tab.keys(character);
  }
};

/** Events of Shift that no key has made: those of an input method, or of a keyboard on the screen. */
const dispatch = (sets) => {
  for (const { type, ...set } of sets) {
    const event = { key: 'Shift', code: 'ShiftLeft', bubbles: true, composed: true, cancelable: true, ...set };
    document.activeElement.dispatchEvent(new KeyboardEvent(type, event));
  }
};
const made = (...sets) => repeated(3, (tab) => tab.evaluate(dispatch, sets));
const pressOf = (set) => made({ type: 'keydown', shiftKey: true, ...set }, { type: 'keyup', ...set });

/** The driver of WebKitGTK does not repeat a key that is down: there the events are made. */
const held = async (tab, engine) => {
  const down = { type: 'keydown', shiftKey: true };
  if (engine === 'webkit') return made(down, { ...down, repeat: true }, { type: 'keyup' })(tab);
  await repeated(3, async () => {
    for (let times = 0; times < 3; times++) await tab.keyDown('Shift');
    await tab.keyUp('Shift');
  })();
  assert.equal(await tab.evaluate('repeats'), 6);
};

/** Two keys, the second of which goes down before the first is up; then one of them. The drivers of Firefox and WebKitGTK know one Shift only: there the events are made. */
const overlapping = (first, second) => async (tab, engine) => {
  if (engine !== 'chromium') {
    const event = (type, code) => ({ type, code: code === 'Shift' ? 'ShiftLeft' : code, shiftKey: type === 'keydown' });
    const both = [event('keydown', first), event('keydown', second), event('keyup', first), event('keyup', second)];
    await tab.evaluate(dispatch, both);
    await tab.evaluate(dispatch, [event('keydown', first), event('keyup', first)]);
    return;
  }
  await tab.keyDown(first);
  await tab.keyDown(second);
  await tab.keyUp(first);
  await tab.keyUp(second);
  await tab.keys(first);
};

const shift = press('Shift');

const leading = {
  'Shift on the left': press('Shift', 'Shift', 'Shift'),
  'Shift on the right': press('ShiftRight', 'ShiftRight', 'ShiftRight'),
  'Shift on both sides in turn': press('Shift', 'ShiftRight', 'Shift'),
  'both Shift at once, and one of them once more': overlapping('Shift', 'ShiftRight'),
  'the same, the other way around': overlapping('ShiftRight', 'Shift'),
  'Shift by events that are made, as below': pressOf({}),
};

const staying = {
  'Shift, twice': press('Shift', 'Shift'),
  'capital letters': typed('HELP'),
  'a text with many capitals': typed('I Am. Is He? NO!'),
  'Shift and Tab': repeated(4, with_('Shift', 'Tab')),
  'Shift and a click': repeated(4, async (tab) => {
    await tab.keyDown('Shift');
    await tab.click('h1');
    await tab.keyUp('Shift');
  }),
  'Shift and an arrow': repeated(4, with_('Shift', 'ArrowLeft')),
  'Control and Shift': repeated(4, with_('Control', 'Shift')),
  'Shift and Control': repeated(4, with_('Shift', 'Control')),
  'Alt and Shift': repeated(4, with_('Alt', 'Shift')),
  'Shift that is held down': held,
  'another key in between': press('Shift', 'Shift', 'a', 'Shift', 'Shift'),
  'Tab in between': press('Shift', 'Shift', 'Tab', 'Shift', 'Shift'),
  'a click in between': async (tab) => {
    await tab.keys('Shift', 'Shift');
    await tab.click('h1');
    await tab.keys('Shift', 'Shift');
  },
  'Escape, which is not the key here': press('Escape', 'Escape', 'Escape'),
  'Shift of an input method': pressOf({ isComposing: true }),
  'Shift of an input method, told by its number': pressOf({ keyCode: 229 }),
  'Shift on a keyboard on the screen': pressOf({ code: '' }),
};

inRealBrowsers((at, test) => {
  const open = async (options) => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, tag: script, body: fields, ...options });
    await tab.goto(`${site.address}/a`);
  };

  /** The page is there as it was, and the keys can still lead away from it. */
  const stays = async () => {
    const { site, tab } = at;
    assert.equal(await tab.title(), 'Help near you');
    await tab.keys('a');
    await tab.evaluate(atRest);
    await leadsByKeys(site, tab);
  };

  for (const [what, act] of Object.entries(leading)) {
    test(`leads away: ${what}`, async () => {
      await open();
      await leads(at.site, at.tab, () => act(at.tab, at.engine));
    });
  }

  for (const name of ['input', 'textarea', 'editable', 'shadow', 'plan', 'inside']) {
    test(`leads away from ${name}, after typing capitals there, which do not`, async () => {
      const { site, tab } = at;
      await open();
      await tab.until(focus, { args: [name] });
      await typed('HELP Is')(tab);
      assert.equal(await tab.title(), 'Help near you');
      await leadsByKeys(site, tab, 'Shift', 'ShiftRight', 'Shift');
    });
  }

  for (const [what, act] of Object.entries(staying)) {
    test(`does not lead away: ${what}`, async () => {
      await open();
      await at.tab.until(focus, { args: ['input'] });
      await act(at.tab, at.engine);
      await stays();
    });
  }

  // Only Chromium lets an input method be driven from outside.
  if (at.engine === 'chromium') {
    test('does not lead away: Shift while an input method of the computer is at work', async () => {
      const { tab } = at;
      await open();
      await tab.until(focus, { args: ['input'] });
      await tab.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
      await repeated(3, shift)(tab);
      assert.equal(await tab.title(), 'Help near you');
      await tab.send('Input.insertText', { text: '日' });
      assert.match(await tab.evaluate(`document.querySelector('input').value`), /日/);
      await stays();
    });
  }

  test('says how far the presses have come, politely, until the time for more is over', async () => {
    const { tab } = at;
    await open();
    const said = `document.querySelector('quick-exit').shadowRoot.querySelector('[aria-live]').textContent`;
    assert.equal(await tab.evaluate(said), '');
    await shift(tab);
    assert.equal(await tab.evaluate(said), 'Press 2 more times to leave.');
    await shift(tab);
    assert.equal(await tab.evaluate(said), 'Press 1 more time to leave.');
    await tab.until(`${said} === 'Staying here.'`);
    await repeated(2, shift)(tab);
    assert.equal(await tab.evaluate(said), 'Press 1 more time to leave.');
    await stays();
  });
});
