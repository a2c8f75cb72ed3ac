/**
 * `npm run icons` writes src/templates/icons.ts: the drawings that elements use, out of lucide-static, each as a function that makes a template.
 * A bundle takes along those that it uses. With `--check` it writes nothing and fails where the file is not what it would write.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camel, madeBy, root, runAsTool } from './made-files.js';

/** By the names of the set. A new one is a name here. */
const names = `
  archive archive-restore arrow-down arrow-up book-open calendar car check chevron-down chevron-left chevron-right circle circle-check circle-dashed
  circle-minus circle-question-mark clock compass ellipsis eraser eye flag footprints globe hand-heart handshake heart-handshake history house info
  languages lightbulb list-checks locate map-pin message-square-text messages-square mouse-pointer-click notebook-pen phone plus printer quote
  refresh-cw rotate-cw scale search signpost sliders-horizontal sparkles sprout square-pen tag undo-2 users x`
  .trim()
  .split(/\s+/);

/** Those of a file that brings no Lit along: each is given Lit's `html`. */
const injectedNames = [
  'copy',
  'ellipsis',
  'file-lock',
  'folder-open',
  'info',
  'key-round',
  'lock',
  'lock-open',
  'undo-2',
];

/** What a function is called where its own name means another one of ours. */
const otherNames = { check: 'checkMark', clock: 'clockFace', search: 'magnifier', x: 'cross' };

/** Those that point along a line of text: from right to left, they point the other way. */
const pointing = new Set(['chevron-left', 'chevron-right', 'undo-2']);

/** The shapes of a drawing, without the tag around them and the white space between. */
export function shapesOf(svg) {
  const inner = /<svg[^>]*>([^]*)<\/svg>/.exec(svg)[1];
  return inner.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>').trim();
}

const drawing = (given) => (name) => {
  const svg = readFileSync(join(root, `node_modules/lucide-static/icons/${name}.svg`), 'utf8');
  const flip = pointing.has(name) ? ' flip' : '';
  return [
    given ? `  ${camel(name)}: () =>` : `export const ${otherNames[name] ?? camel(name)}: Icon = () =>`,
    `  html\`<svg class="i${flip}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapesOf(svg)}</svg>\`${given ? ',' : ';'}`,
  ];
};

const license =
  '// From Lucide (ISC license; parts of it from Feather, MIT). A drawing stands beside a word and never says anything alone.';

/** Every file that this makes: `{ path: text }`. */
export const files = () => ({
  'src/templates/icons.ts': [
    madeBy('icons'),
    '',
    license,
    "import { html, type TemplateResult } from 'lit';",
    '',
    '/** A drawing, as large as the text that it stands in. */',
    'export type Icon = () => TemplateResult;',
    '',
    ...names.flatMap(drawing(false)),
  ],
  'src/private-text/keep/keep-icons.ts': [
    madeBy('icons'),
    '',
    license,
    "import type { Injected } from './injected.js';",
    '',
    '/** The drawings of what can be done with what is written. */',
    "export const keepIcons = ({ html }: Pick<Injected, 'html'>) => ({",
    ...injectedNames.flatMap(drawing(true)),
    '});',
  ],
});

await runAsTool(
  import.meta.url,
  files,
  'icons',
  `Icons: ${names.length + injectedNames.length} drawings are as in lucide-static.`,
);
