/** `npm run contents` writes the table of contents of docs/decisions.md from its headings. With `--check` nothing is written, and a stale table is an error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runAsTool, withMade } from './made-files.js';

const start = '<!-- Made by `npm run contents`. -->\n';
const path = 'docs/decisions.md';

/** The address of a heading, as GitHub makes it. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** A text with the table of contents that its headings make. */
export function withContents(text) {
  const [, rest] = text.split(start);
  const headings = [...rest.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  return withMade(text, start, headings.map((heading) => `- [${heading}](#${anchorOf(heading)})\n`).join(''));
}

const files = () => ({ [path]: withContents(readFileSync(join(root, path), 'utf8')) });

await runAsTool(import.meta.url, files, 'contents', `Contents: ${path} lists its headings.`);
