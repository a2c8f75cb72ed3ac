/**
 * Do the words keep to what was promised? No word that labels, alarms or commands, no claim that the software cannot keep, no
 * sentence for a visitor outside of the content files, and no word that is asked for and missing, or there and not used.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { forbidden, wrongWords } from '../../cli/language/words.js';
import { contentFile, readJson, root, sections, sectionsOf, tags, textsOf } from './texts.js';

const { facts } = readJson('tests/fixtures/facts.json');

/** Interface words with "safe": each is about something between people, never about this software. */
const safeWords = { 'safety-plan words.ride': 'the safe ride of S1.plan-items' };

/** Whether "safe" in an English text is that of a fact, or of the list above. "Safety" and "unsafe" promise nothing. */
function safeIsFounded({ section, path, text, facts: cited }) {
  if (!/\bsafe(?:r|st|ly)?\b/i.test(text) || safeWords[`${section} ${path}`]) return true;
  return cited.some((id) => /\bsafe\b/i.test(facts.find((fact) => fact.id === id)?.fact ?? ''));
}

/** Every text, with what a reader of the failure needs to find it. */
const textsIn = (language) => sections.flatMap((section) => textsOf(section, contentFile(section, language)));
const place = ({ section, path, text }) => `${section} ${path}: ${text}`;

describe('the words of the content', () => {
  for (const language of Object.keys(forbidden)) {
    it(`label, alarm, claim and command nothing: ${language}`, () => {
      const found = textsIn(language).flatMap((text) =>
        wrongWords(text, language).map(([kind, word]) => `${kind} (${word}): ${place(text)}`),
      );
      assert.deepEqual(found, []);
    });
  }
  it('say "safe" of people and rides only', () => {
    assert.deepEqual(
      textsIn('en')
        .filter((text) => !safeIsFounded(text))
        .map(place),
      [],
    );
    const used = textsIn('en').filter(({ text }) => /\bsafe\b/i.test(text));
    for (const key of Object.keys(safeWords))
      assert.ok(
        used.some(({ section, path }) => `${section} ${path}` === key),
        key,
      );
  });
  it('say "seguro" where the English says "safe"', () => {
    const english = new Map(textsIn('en').map((text) => [`${text.section} ${text.path}`, text.text]));
    for (const text of textsIn('es'))
      if (/segur[oa]s?\b/i.test(text.text))
        assert.match(english.get(`${text.section} ${text.path}`), /safe/i, place(text));
  });
});

describe('the list of words', () => {
  const wrong = [
    ['en', { text: 'They were slaves.' }],
    ['en', { text: 'Help for at-risk girls.' }],
    ['en', { text: 'We rescue children.' }],
    ['en', { text: 'This erases your history.' }],
    ['en', { text: 'You can hide your visit.' }],
    ['en', { text: 'Your plan is secure.' }],
    ['en', { text: 'You are 60% done.' }],
    ['en', { text: 'You should call.', audience: 'youth' }],
    ['en', { text: 'You need to call.', audience: 'youth' }],
    ['en', { text: 'The plan is incomplete.', audience: 'youth' }],
    ['es', { text: 'Eran esclavas.' }],
    ['es', { text: 'Queremos rescatarte.' }],
    ['es', { text: 'Es anónima.' }],
    ['es', { text: 'Tienes que llamar.', audience: 'youth' }],
    ['es', { text: 'Deberías llamar.', audience: 'youth' }],
  ];
  for (const [language, text] of wrong)
    it(`finds: ${text.text}`, () => assert.equal(wrongWords(text, language).length, 1));
  const right = [
    ['en', { text: 'Has decided that things should change.', audience: 'advocate' }],
    ['en', { text: 'You may feel the urge to rescue.', facts: ['S1.urge-to-rescue'] }],
    ['en', { text: 'A mustard seed.', audience: 'youth' }],
    ['es', { text: 'Se debe a otra cosa.', audience: 'advocate' }],
  ];
  for (const [language, text] of right)
    it(`allows: ${text.text}`, () => assert.deepEqual(wrongWords(text, language), []));
  it('finds "safe" as a claim', () => {
    const text = { section: 'safety-plan', path: 'words.memory', facts: [] };
    assert.equal(safeIsFounded({ ...text, text: 'This page is safe.' }), false);
    assert.equal(
      safeIsFounded({ ...text, text: 'What you type is kept safely.', facts: ['S1.plan-individual'] }),
      false,
    );
    assert.equal(safeIsFounded({ ...text, text: 'A safe person.', facts: ['S1.plan-items'] }), true);
  });
});

const files = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.styles.ts'))
    .map((file) => join(folder, file));

const parseFile = (name, text = readFileSync(join(root, name), 'utf8')) =>
  ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);

function visit(node, look) {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

const spoken = /(?:^|\s)(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt)="([^"]*)"/g;

/** Text that a visitor would read, written into a source file: in a template, a spoken attribute, or a string like a sentence. */
function writtenWords(source) {
  const found = [];
  visit(source, (node) => {
    if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText())) {
      const { template } = node;
      const strings = template.head
        ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
        : [template];
      const whole = strings.map(({ text }) => text).join('\u0001');
      const inTags = whole.match(/<[^>]*>/g) ?? [];
      const outside = whole.replace(/<!--[\s\S]*?-->/g, ' ').replace(/<[^>]*>/g, ' ');
      const attributes = inTags.flatMap((tag) => [...tag.matchAll(spoken)].map(([, value]) => value));
      found.push(...[outside, ...attributes].filter((text) => /\p{L}{2}/u.test(text)).map((text) => text.trim()));
    } else if (
      ts.isStringLiteral(node) ||
      (ts.isNoSubstitutionTemplateLiteral(node) && !ts.isTaggedTemplateExpression(node.parent))
    ) {
      const words = /^[\p{L}\d'’,;-]+(?:[ ,][\p{L}\d'’,;-]+)+[.!?:…]?$/u.test(node.text);
      if (words && (/^\p{Lu}/u.test(node.text) || /[.!?:…]$/.test(node.text))) found.push(node.text);
    }
  });
  return found;
}

describe('elements and templates', () => {
  it('hold no sentence for a visitor', () => {
    const all = [...files('src/elements'), ...files('src/templates')].concat(
      ['form', 'keep', 'fields'].flatMap((room) => files(`src/private-text/${room}`)),
    );
    assert.ok(all.length > 5);
    assert.deepEqual(
      all.flatMap((file) => writtenWords(parseFile(file)).map((text) => `${file}: ${text}`)),
      [],
    );
  });
  const wrong = [
    'html`<p>Leave this site</p>`',
    'html`<p>Close</p>`',
    'html`<p>${name} is <b>here</b></p>`',
    'html`<button aria-label="Close the plan"></button>`',
    'html`<input placeholder="Your name" />`',
    "const words = 'Nothing is kept.';",
    'const words = `Leave this site`;',
    "html`<p>${open ? 'Close it' : nothing}</p>`",
  ];
  for (const code of wrong)
    it(`are told from those that do: ${code}`, () => assert.equal(writtenWords(parseFile('x.ts', code)).length, 1));
  const right = [
    'html`<p class="stack muted">${say(\'draft\')}</p>`',
    'html`<button aria-label=${say("close")}>⠿ · </button>`',
    "find('[data-at=own]'); set('stack muted open');",
    'html`<slot></slot><!-- a note -->`',
  ];
  for (const code of right)
    it(`are fine with: ${code}`, () => assert.deepEqual(writtenWords(parseFile('x.ts', code)), []));
});

/** Functions that take the key of a word first. */
const askers = new Set([
  'say',
  '#say',
  'beside',
  '#button',
  '#heading',
  '#line',
  '#renderLine',
  '#tell',
  '#withEnglish',
]);

/** Keys of words that no string in the element spells out, and how they come about. */
const dynamic = {
  'quick-exit': Object.fromEntries(
    Object.keys(contentFile('limits').words)
      .filter((key) => key !== 'about')
      .map((key) => [key, 'every line of src/content/en/limits.json, in its order']),
  ),
  'options-explorer': {
    ...Object.fromEntries(['good', 'hard', 'ask', 'help'].map((key) => [key, 'one of `aspects`'])),
    ...Object.fromEntries(['moreOne', 'moreOther'].map((key) => [key, 'one of `places`'])),
  },
  'resource-card': {
    text: '`say(kind)`: a kind of way to reach a service, in src/services/ways-to-reach.ts',
    call: '`say(kind)`: the same',
    callTrace: '`traceLine`, in src/templates/trace-line.ts',
    textTrace: '`traceLine`, in src/templates/trace-line.ts',
    chatTrace: '`traceLine`, in src/templates/trace-line.ts',
    siteTrace: '`traceLine`, in src/templates/trace-line.ts',
    pagesTrace: '`traceLine`, in src/templates/trace-line.ts',
    checked: 'what `freshness` gives',
    old: 'what `freshness` gives',
    unchecked: 'what `freshness` gives',
    open: '`#line(state)`: what `openState` gives',
    closed: '`#line(state)`: what `openState` gives',
    unknown: '`#line(state)`: what `openState` gives',
    openUntil: '`${state}Until`',
    closedUntil: '`${state}Until`',
  },
  'resource-directory': Object.fromEntries(
    Object.keys(contentFile('directory').words)
      .filter((key) => key.startsWith('without'))
      .map((key) => [key, '`without${…}`: what can be taken out of a question']),
  ),
};

/** Strings that an expression can be: `'a'`, or `x ? 'a' : 'b'`. */
function stringsOf(node) {
  if (!node) return [];
  if (ts.isStringLiteral(node)) return [node.text];
  return ts.isConditionalExpression(node) ? [...stringsOf(node.whenTrue), ...stringsOf(node.whenFalse)] : [];
}

/** The keys that sources ask words by, and all strings in them. */
function keysIn(sources) {
  const asked = new Set();
  const strings = new Set();
  for (const source of sources)
    visit(source, (node) => {
      if (ts.isStringLiteral(node)) strings.add(node.text);
      if (!ts.isCallExpression(node)) return;
      const name = node.expression.name?.text ?? node.expression.text;
      if (askers.has(name)) for (const key of stringsOf(node.arguments[0])) asked.add(key);
    });
  return { asked, strings };
}

/** The words of all sections that an element shows. */
const wordsOf = (tag) => Object.assign({}, ...sectionsOf(tag).map((section) => contentFile(section).words));

/** Words that an element asks for and that are missing, and words that nothing asks for. */
function keyProblems(tag, words, sources) {
  const { asked, strings } = keysIn(sources);
  const made = Object.keys(dynamic[tag] ?? {});
  return [
    ...[...asked].filter((key) => !(key in words)).map((key) => `${tag} asks for ${key}: no such word`),
    ...Object.keys(words)
      .filter((key) => !strings.has(key) && !made.includes(key))
      .map((key) => `${tag}: nothing asks for the word ${key}`),
    ...made.filter((key) => !(key in words)).map((key) => `${tag}: ${key} is on the list and is no word`),
    ...made.filter((key) => asked.has(key)).map((key) => `${tag}: ${key} is on the list and is spelled out`),
  ];
}

describe('the interface words', () => {
  const ask = (tag, module) =>
    files(`src/elements/${tag}`).some((file) =>
      readFileSync(join(root, file), 'utf8').includes(`'../../${module}.js'`),
    );
  // The month of a day is said by a function that elements share, and what is typed in private has words that they share.
  const writes = (tag) => ask(tag, 'private-text/form/form-controller');
  const sourcesOf = (tag) =>
    [
      // What only names words asks for none.
      ...files(`src/elements/${tag}`).filter((file) => !file.endsWith('/static.ts')),
      ...(ask(tag, 'i18n/month') ? ['src/i18n/month.ts'] : []),
      ...(writes(tag) ? [...files('src/private-text/form'), 'src/private-text/keep/keep-loader.ts'] : []),
      ...(ask(tag, 'private-text/notebook/options') ? ['src/private-text/notebook/options.ts'] : []),
    ].map((file) => parseFile(file));
  /** The words that elements with private text share, without those that only another of them shows. */
  const sharedWords = (tag) => {
    const spelled = (one) => keysIn(files(`src/elements/${one}`).map((file) => parseFile(file))).strings;
    const elsewhere = new Set(tags.filter((one) => one !== tag && writes(one)).flatMap((one) => [...spelled(one)]));
    const own = keysIn(sourcesOf(tag)).strings;
    const { words } = contentFile('writing');
    return Object.fromEntries(Object.entries(words).filter(([key]) => own.has(key) || !elsewhere.has(key)));
  };
  for (const tag of tags) {
    it(`are all there and all used: ${tag}`, () => {
      const words = { ...wordsOf(tag), ...(writes(tag) && sharedWords(tag)) };
      assert.deepEqual(keyProblems(tag, words, sourcesOf(tag)), []);
    });
    it(`name as critical only words that exist: ${tag}`, () => {
      for (const { words, critical } of sectionsOf(tag).map((section) => contentFile(section)))
        assert.deepEqual(
          critical.filter((key) => !(key in words)),
          [],
        );
    });
  }
  it('are missed, and found to be unused', () => {
    const source = parseFile(
      'x.ts',
      "class A { x() { this.#content.say(a ? 'here' : 'gone'); this.#button('also'); } }",
    );
    assert.deepEqual(keyProblems('x', { here: '', left: '' }, [source]), [
      'x asks for gone: no such word',
      'x asks for also: no such word',
      'x: nothing asks for the word left',
    ]);
  });
});
