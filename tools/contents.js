/** `npm run contents` writes the table of contents of docs/decisions.md from its headings. With `--check` nothing is written, and a stale table is an error. */
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './made-files.js';

const start = '<!-- Made by `npm run contents`. -->\n';
const end = '<!-- End of what is made. -->\n';

/** The address of a heading, as GitHub makes it. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** A text with the table of contents that its headings make. */
export function withContents(text) {
  const [before, rest] = text.split(start);
  const after = rest.slice(rest.indexOf(end));
  const headings = [...after.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  const lines = headings.map((heading) => `- [${heading}](#${anchorOf(heading)})\n`);
  return `${before}${start}\n${lines.join('')}\n${after}`;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const path = join(root, 'docs/decisions.md');
  const text = readFileSync(path, 'utf8');
  const made = withContents(text);
  if (made === text) console.log('Contents: docs/decisions.md lists its headings.');
  else if (process.argv.includes('--check')) {
    console.log('docs/decisions.md: its table of contents is stale. Run: npm run contents');
    process.exitCode = 1;
  } else {
    writeFileSync(path, made);
    console.log('docs/decisions.md: its table of contents is written.');
  }
}
