/** What a person writes: plans, options, goals, reflections; on screen, kept, and on paper. */
const plan = (title) => ({ file: 'tests/elements/safety-checklist.test.ts', test: title });
const keeping = (title) => ({
  file: 'tests/pages/keeping.test.js',
  test: title,
  loads: ['safety-checklist.js', 'keeping-area.js'],
});

export const mutants = [
  {
    name: 'a password manager or a replay tool is not asked to leave a field alone',
    file: 'src/private-text/fields/private-fields.ts',
    find: "'data-1p-ignore data-bwignore",
    replace: "'data-bwignore",
    killedBy: { file: 'tests/elements/fields.test.ts', test: 'safety-checklist: each asks to be left alone' },
  },
  {
    name: 'a spelling service gets what is written into a note',
    file: 'src/private-text/fields/private-fields.ts',
    find: '<textarea data-field-marks rows="2"',
    replace: '<textarea data-part-marks rows="2"',
    killedBy: { file: 'tests/elements/fields.test.ts', test: 'safety-checklist: each asks to be left alone' },
  },
  {
    name: 'a session replay records the number of a friend beside the link to call',
    file: 'src/private-text/fields/private-fields.ts',
    find: '<div data-part-marks part=${name}>',
    replace: '<div part=${name}>',
    killedBy: plan('a link that holds a typed number stands in a part that asks the same'),
  },
  {
    name: 'moving an entry by keyboard loses the focus',
    file: 'src/private-text/form/form-controller.ts',
    find: '    const moved = `${list}.${to}`;',
    replace: '    const moved = `${list}.${from}`;',
    killedBy: plan('with the buttons of the menu, which stays open, and the focus goes along'),
  },
  {
    name: 'what is dragged carries its text to the page around',
    file: 'src/private-text/form/form-controller.ts',
    find: "dataTransfer?.setData('text/plain', '');",
    replace: "dataTransfer?.setData('text/plain', (target as Element).parentElement!.textContent!);",
    killedBy: plan('by dragging, within its own list only, and what is dragged carries no text'),
  },
  {
    name: 'what was cleared can be brought back by whoever sits down next',
    file: 'src/private-text/notebook/notebook.ts',
    find: 'past.splice(0, past.findLastIndex(isClearing) + 1)',
    replace: 'past.splice(0, 0)',
    killedBy: plan('after these seconds nothing can bring it back'),
  },
  {
    name: 'the plan on paper says in its heading what it is',
    file: 'src/elements/safety-checklist/sheet.ts',
    find: "<h1>${shared('sheet')}</h1>",
    replace: "<h1>${say('ideas')}</h1>",
    killedBy: plan('has a heading that tells nothing, and all that is in the plan'),
  },
  {
    name: 'the reflection of an advocate is printed whole, not only what they chose',
    file: 'src/elements/practice-check/sheet.ts',
    find: 'include && id === `${area.id}-${lens.id}`',
    replace: 'id === `${area.id}-${lens.id}`',
    killedBy: {
      file: 'tests/elements/practice-check.test.ts',
      test: 'is nothing but what they choose, note by note',
    },
  },
  {
    name: 'a young person is shown ideas that the agency has not turned on',
    file: 'src/elements/safety-checklist/safety-checklist.ts',
    find: '!harmReduction || (youth && this.harmReduction)',
    replace: '!harmReduction || youth',
    killedBy: plan('a young person is not shown them by default'),
  },
  {
    name: 'the element does not say that scripts of the page could read what is typed',
    file: 'src/private-text/keep/keep-panel.ts',
    find: 'return this.#writers.some(({ host }) => !host.inPage);',
    replace: 'return false;',
    killedBy: plan('that what is typed stays in memory, and who could read it'),
  },
  {
    name: 'printing the plan prints the page of the agency around it',
    file: 'src/private-text/keep/paper.ts',
    find: 'printAlone(sheet, title, fields.cssText);',
    replace: 'print();',
    killedBy: {
      file: 'tests/pages/print.test.js',
      test: 'prints the plan and nothing else of the page, under a title that tells nothing',
      loads: ['all.js'],
    },
  },
  {
    name: 'the name of the printed file tells what is in it',
    file: 'src/templates/print-alone.ts',
    find: '    page.title = title;\n',
    replace: '    page.title = document.title;\n',
    killedBy: {
      file: 'tests/pages/print.test.js',
      test: 'prints the plan and nothing else of the page, under a title that tells nothing',
      loads: ['all.js'],
    },
  },
  {
    name: 'after printing, the plan stays in the page for all to see',
    file: 'src/private-text/form/print-sheet.ts',
    find: "    this.#show(type === 'beforeprint' && this.#goes());\n",
    replace: '    this.#show(!!type);\n',
    killedBy: {
      file: 'tests/pages/print.test.js',
      test: 'the plan leaves the page again after printing',
      loads: ['all.js'],
    },
  },
  {
    name: 'a locked plan is on screen',
    file: 'src/private-text/vault/vault.ts',
    find: '    this.#saved = {};\n    this.#notebook.forget();',
    replace: '    this.#saved = {};',
    killedBy: keeping('locked, nothing of it is on screen'),
  },
  {
    name: 'a plan that was wiped in another tab comes back with Back',
    file: 'src/private-text/vault/vault.ts',
    find: "    if (type === 'pageshow') void this.sync();\n    else if",
    replace: '    if',
    killedBy: {
      file: 'tests/node/vault.test.js',
      test: 'back from the browser’s memory after it was wiped elsewhere: nothing is there',
    },
  },
  {
    name: 'a passphrase stays in its field',
    file: 'src/private-text/keep/keep-panel.ts',
    find: "    for (const field of fields) if (field.dataset['at'] !== 'text') field.value = '';\n",
    replace: '',
    killedBy: plan('leaves no passphrase in its fields'),
  },
  {
    name: 'a passphrase of three letters is taken',
    file: 'src/private-text/keep/keep-panel.ts',
    find: "    if (isNew && passphrase.length < shortest) return this.#tell('short');\n",
    replace: '',
    killedBy: plan('takes no passphrase that is quickly guessed'),
  },
  {
    name: 'leaving keeps the plan in the fields of the page',
    file: 'src/private-text/form/form-controller.ts',
    find: '  forget(): void {\n    this.#emptyFields();',
    replace: '  forget(): void {\n    if (this) return;\n    this.#emptyFields();',
    killedBy: {
      file: 'tests/pages/leave-forget.test.js',
      test: 'what was typed into a plan is gone while the other site does not answer',
      loads: ['safety-checklist.js', 'all.js'],
    },
  },
];
