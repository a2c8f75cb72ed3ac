/** The private frame: who may speak to whom, what is passed on, and leaving from inside. */
const loads = ['private-frame.js', 'frame.js'];
const messages = (title) => ({ file: 'tests/node/frame-messages.test.js', test: title });
const frame = (title) => ({ file: 'tests/pages/frame.test.js', test: title, loads });

export const mutants = [
  {
    name: 'the page takes a message from a window that is not the frame',
    file: 'src/frame/host/open-frame.ts',
    find: "if (!view || source !== view || origin !== 'null' || !isHello(data)) return;",
    replace: 'if (!view || !isHello(data)) return;',
    killedBy: frame('the page listens to no other window than that of the frame'),
  },
  {
    name: 'the frame listens to a second page that speaks to it',
    file: 'src/frame-page/frame.ts',
    find: "    removeEventListener('message', onMessage);\n",
    replace: '',
    killedBy: frame('the frame listens to the page that it met, once'),
  },
  {
    name: 'the page can look into the frame',
    file: 'src/frame/host/open-frame.ts',
    find: "'allow-scripts allow-downloads",
    replace: "'allow-scripts allow-same-origin allow-downloads",
    killedBy: {
      file: 'tests/elements/private-frame.test.ts',
      test: 'gives its frame a sandbox without an origin, no referrer, and an address of its own',
    },
  },
  {
    name: 'the server of the frame is told which page somebody is on',
    file: 'src/frame/host/open-frame.ts',
    find: "  frame.referrerPolicy = 'no-referrer';\n",
    replace: '',
    killedBy: frame('is not asked for with a referrer or with cookies that tell who asks'),
  },
  {
    name: 'another document in the place of the frame is spoken to as if it were the frame',
    file: 'src/elements/private-frame/private-frame.ts',
    find: 'if (++loads > 1 && this.#port) void this.#start();',
    replace: '++loads;',
    killedBy: frame('a document that comes in the place of the frame is not spoken to'),
  },
  {
    name: 'the keys that leave do nothing while the focus is in the frame',
    file: 'src/frame-page/frame.ts',
    find: "    this.#send({ type: 'tell', what: 'leave' });\n",
    replace: '',
    killedBy: {
      file: 'tests/pages/frame-leave.test.js',
      test: 'Shift, three times, inside: the whole page leaves',
      loads,
    },
  },
  {
    name: 'what was kept in the frame is on the device after leaving',
    file: 'src/elements/private-frame/private-frame.ts',
    find: '    void device.wipe().catch(() => {});\n',
    replace: '',
    killedBy: {
      file: 'tests/elements/private-frame.test.ts',
      test: 'wipes what is kept on the device when the person leaves, whoever has kept it',
    },
  },
  {
    name: 'a frame that does not come leaves an empty place, without a plan and without a number',
    file: 'src/elements/private-frame/private-frame.ts',
    find: 'if (!port) return this.#showInPage(signal);',
    replace: 'if (!port) return;',
    killedBy: {
      file: 'tests/pages/frame-blocked.test.js',
      test: 'is said to have not come, and the plan stands in the page',
      loads,
    },
  },
  {
    name: 'what is typed is kept in a page that could not have the frame',
    file: 'src/elements/private-frame/in-page.ts',
    find: '  keepIn(desk, () => nowhere);\n',
    replace: '',
    killedBy: {
      file: 'tests/pages/frame-blocked.test.js',
      test: 'leaves what was kept before as it is',
      loads,
    },
  },
  {
    name: 'a style of the page makes the frame ask a server',
    file: 'src/frame/protocol/messages.ts',
    find: '(url|image|src|element|paint|cross-fade)',
    replace: '(image|element|paint|cross-fade)',
    killedBy: messages('the frame takes no settings with'),
  },
  {
    name: 'an attribute of the page becomes a script in the frame',
    file: 'src/frame/protocol/messages.ts',
    find: '/^(?!on|aria-|data-|in-page$)',
    replace: '/^(?!aria-|data-|in-page$)',
    killedBy: messages('the frame takes no settings with'),
  },
  {
    name: 'a record from the frame of another version is written over what is kept',
    file: 'src/frame/protocol/messages.ts',
    find: "return alongside === version && type === 'hello';",
    replace: "return type === 'hello';",
    killedBy: messages('of another version are none'),
  },
  {
    name: 'an answer to another question is taken for what is kept',
    file: 'src/frame-page/frame-store.ts',
    find: 'typeof value === kinds[ask.what]',
    replace: 'typeof value === kinds[ask.what] || !!ask',
    killedBy: messages('takes no answer that is of another kind than what it asked'),
  },
];
