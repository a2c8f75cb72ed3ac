/**
 * `npm run languages` writes the imports of every translated file in src/content that a page can show: no bundler follows an address that is put
 * together at run time, so each has to be written out. With `--check` it writes nothing and fails where a file is not what it would write.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTranslation, shownFiles, stateOf } from './translations.js';
import { camel, madeBy, root, runAsTool } from './made-files.js';

const others = Object.keys(shownFiles);
const english = readdirSync(join(root, 'src/content/en')).map((file) => file.replace('.json', ''));

/** The way out is loaded ahead of everything else, and takes along the words on its button and nothing that it can do without. */
const ofLeaving = ['leaving', 'limits'];

/** `export const stages = { es: () => import('./es/stages.json') };` */
function lazy(section) {
  const languages = others.filter((language) => shownFiles[language].includes(section));
  const imports = languages.map((language) => `  ${language}: () => import('./${language}/${section}.json'),`);
  return [`export const ${camel(section)} = {`, ...imports, '};'];
}

const { words: original } = JSON.parse(readFileSync(join(root, 'src/content/en/leaving.json'), 'utf8'));

const sections = english.filter((section) => !ofLeaving.includes(section));
/** Without a word of its own on it, the button is in English. */
const saying = others.filter(
  (language) =>
    shownFiles[language].includes('leaving') &&
    readTranslation(join(root, `src/content/${language}/leaving.json`)).words.leave,
);

/** A wrong word on the button can hurt somebody, so one that nobody has reviewed has the English beside it, as `englishBesideDraft` has it elsewhere. */
function onTheButton(language) {
  const file = join(root, `src/content/${language}/leaving.json`);
  const { leave } = readTranslation(file).words;
  return stateOf(file).status === 'reviewed' ? leave : `${leave} · ${original.leave}`;
}

/** Every file that this makes: `{ path: text }`. */
export const files = () => ({
  'src/content/languages.ts': [
    madeBy('languages'),
    '',
    '// What each section says in other languages, by primary language tag. Loaded when a page needs it.',
    '',
    ...sections.flatMap((section) => lazy(section)),
  ],
  'src/content/leave-languages.ts': [
    madeBy('languages'),
    '',
    '/**',
    ' * What is on the button in other languages, with the English beside a draft. Built in: files beside a script are not found where a tool of the',
    ' * site has copied the script elsewhere.',
    ' */',
    'export const leave = {',
    ...saying.map((one) => `  ${one}: ${JSON.stringify(onTheButton(one)).replace(/^"|"$/g, "'")},`),
    '};',
    '',
    '/** All that the way out says in other languages. */',
    ...lazy('leaving'),
    '',
    '/** What it can do and what it cannot. */',
    ...lazy('limits'),
  ],
});

await runAsTool(import.meta.url, files, 'languages', 'Languages: every translated file is imported.');
