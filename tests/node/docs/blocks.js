/** The code blocks of the docs: those of the README, CONTRIBUTING, `docs/` and the pages of Storybook that are written by hand. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../texts.js';

const namesIn = (folder, ending) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

/** Every file that the docs consist of, by its path in the repository. */
export const docFiles = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/elements'].flatMap((folder) => namesIn(folder, '.md')),
  ...namesIn('stories', '.mdx'),
];

export const docText = (file) => readFileSync(join(root, file), 'utf8');

/**
 * The fenced blocks of a text: `{ file, line, language, code }`s. `line` is that of the fence, `language` is empty where the
 * fence names none, `code` has the indent of the fence taken away.
 *
 * @throws {Error} A fence is never closed.
 */
export function blocksIn(text, file) {
  const blocks = [];
  let open;
  for (const [index, line] of text.split('\n').entries()) {
    const [, indent, fence, language] = /^(\s*)(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? [];
    if (open && fence?.startsWith(open.fence) && !language) {
      const lines = open.lines.map((one) => (one.startsWith(open.indent) ? one.slice(open.indent.length) : one));
      blocks.push({ file, line: open.line, language: open.language, code: `${lines.join('\n')}\n` });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { fence, indent, language, line: index + 1, lines: [] };
  }
  if (open) throw new Error(`${file}:${open.line}: the code block is never closed`);
  return blocks;
}

/** Every code block of the docs. */
export const docBlocks = docFiles.flatMap((file) => blocksIn(docText(file), file));

/** What a block is called in a test. */
export const nameOf = ({ file, line, language }) => `${file}:${line} ${language}`;
