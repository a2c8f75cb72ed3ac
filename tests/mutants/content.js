/** Words and their languages: packs, drafts with the English beside them, pages that are translated. */
export const mutants = [
  {
    name: 'a draft that nobody has reviewed stands without its English',
    file: 'src/content/english-beside-draft.ts',
    find: 'isDraft(shown) && english.critical?.includes(key)',
    replace: 'isDraft(shown) && english.critical === undefined',
    killedBy: {
      file: 'tests/elements/language.test.ts',
      test: 'the limits stand in both languages, the English marked',
    },
  },
  {
    name: 'a draft does not say that it is one',
    file: 'src/controllers/content.ts',
    find: '    this.draft = isDraft(this.#file);\n',
    replace: '    this.draft = false;\n',
    killedBy: { file: 'tests/elements/language.test.ts', test: 'the element says so' },
  },
  {
    name: 'the way out stands in a draft without its English',
    file: 'src/elements/quick-exit/quick-exit-later.ts',
    find: 'if (textContent) to.append(',
    replace: 'if (!textContent) to.append(',
    killedBy: {
      file: 'tests/elements/quick-exit.test.ts',
      test: 'has the English beside every line that safety can hang on',
    },
  },
  {
    name: 'a Spanish page is served in English',
    file: 'src/page/language.ts',
    find: "  const first = (/\\p{L}+/u.exec(tag)?.[0] ?? '').toLowerCase();",
    replace: '  const first = tag;',
    killedBy: { file: 'tests/elements/language.test.ts', test: 'lang="es_MX"' },
  },
  {
    name: 'a pack that fails takes the phone number of the page away',
    file: 'src/controllers/content.ts',
    find: 'return this.#busy || (this.#failed && hasLightContent(this.#host));',
    replace: 'return this.#busy;',
    killedBy: {
      file: 'tests/elements/content.test.ts',
      test: 'another origin that refuses: network, and the light DOM stays',
    },
  },
  {
    name: 'an answer that comes too late replaces what the page has set since',
    file: 'src/controllers/content.ts',
    find: '      if (given !== this.#given) return;\n',
    replace: '',
    killedBy: { file: 'tests/elements/content.test.ts', test: 'an answer that comes too late changes nothing' },
  },
  {
    name: 'the server of a pack is told which page somebody is on',
    file: 'src/page/own-content.ts',
    find: "{ credentials: 'omit', referrerPolicy: 'no-referrer', signal }",
    replace: '{ signal }',
    killedBy: {
      file: 'tests/elements/content.test.ts',
      test: 'is asked for without cookies, and is not told where the person is',
    },
  },
  {
    name: 'a translating browser turns a phone number into another one',
    file: 'src/templates/as-is.ts',
    find: 'html`<bdi translate="no" lang=${lang ?? nothing}>${text}</bdi>`;',
    replace: 'html`<bdi lang=${lang ?? nothing}>${text}</bdi>`;',
    killedBy: {
      file: 'tests/elements/translated-reading.test.ts',
      test: 'marks names, numbers, addresses and hosts as not to be translated',
    },
  },
  {
    name: 'text that a browser has translated breaks the element',
    file: 'src/controllers/content.ts',
    find: '    DrawnNodes.of(this.#host).beforeUpdate();\n',
    replace: '',
    killedBy: {
      file: 'tests/elements/translated-reading.test.ts',
      test: 'leaves alone what Chrome shows as long as it says the same, and shows the rest',
    },
  },
  {
    name: 'a translated draft counts as reviewed after its English has changed',
    file: 'tools/translations.js',
    find: "translation.status === 'reviewed' && current ? 'reviewed' : 'draft'",
    replace: 'translation.status',
    killedBy: { file: 'tests/node/translations.test.js', test: 'is a draft again when the English has changed' },
  },
];
