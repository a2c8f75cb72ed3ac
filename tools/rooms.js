/**
 * `npm run rooms` draws the rooms of src/ into CONTRIBUTING.md, from the ground up: what each holds and what it imports, as read from the imports
 * themselves. With `--check` nothing is written, and a table that is not that of the imports is an error.
 */
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsOf, layers, roomOf } from './check-layers.js';
import { root } from './made-files.js';

const start = '<!-- Made by `npm run rooms`. Change the imports, or the table in tools/check-layers.js. -->\n';
const end = '<!-- End of what is made. -->\n';

const packageOf = (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
const packages = (name) =>
  /^(lit(-html|-element)?|@lit\/.*)$/.test(name) ? 'lit' : name.replace(/^(@[^/]+)\/.*/, '$1');

/** The table, as Markdown. */
export async function tableOfRooms(folder = root) {
  const rooms = Object.keys(layers);
  /** By room, by what it imports: whether that is for types alone. */
  const found = new Map(rooms.map((room) => [room, new Map()]));
  for (const { from, to, isType } of await importsOf(folder)) {
    const room = roomOf(from);
    const target = to.startsWith('src/') ? roomOf(to) : packages(packageOf(to) ?? '');
    if (!room || !target || target === room) continue;
    const known = found.get(room);
    known.set(target, isType && (known.get(target) ?? true));
  }
  const order = (name) => (rooms.includes(name) ? rooms.indexOf(name) : rooms.length);
  const cell = (room) =>
    [...found.get(room)]
      .sort(([one], [other]) => order(one) - order(other) || one.localeCompare(other))
      .map(([name, isType]) => {
        const shown = rooms.includes(name) ? name : `**${name}**`;
        return isType ? `*${shown}*` : shown;
      })
      .join(', ') || '—';
  return [
    '| room | what it holds | what it imports |',
    '|---|---|---|',
    ...rooms.map((room) => `| ${room} | ${layers[room].about} | ${cell(room)} |`),
    '',
  ].join('\n');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const path = join(root, 'CONTRIBUTING.md');
  const text = readFileSync(path, 'utf8');
  const [before, rest] = text.split(start);
  const made = `${before}${start}\n${await tableOfRooms()}\n${end}${rest.split(end)[1]}`;
  if (made === text) console.log('Rooms: CONTRIBUTING.md shows them as the imports are.');
  else if (process.argv.includes('--check')) {
    console.log('CONTRIBUTING.md: the table of rooms is stale. Run: npm run rooms');
    process.exitCode = 1;
  } else {
    writeFileSync(path, made);
    console.log('CONTRIBUTING.md: the table of rooms is written.');
  }
}
