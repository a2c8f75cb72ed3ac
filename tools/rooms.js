/**
 * `npm run rooms` draws the rooms of src/ into CONTRIBUTING.md, from the ground up: what each holds and what it imports, as read from the imports
 * themselves. With `--check` nothing is written, and a table that is not that of the imports is an error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, layers, roomOf } from './check-layers.js';
import { root, runAsTool, withMade } from './made-files.js';

const start = '<!-- Made by `npm run rooms`. Change the imports, or the table in tools/check-layers.js. -->\n';
const path = 'CONTRIBUTING.md';

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

const files = async () => ({ [path]: withMade(readFileSync(join(root, path), 'utf8'), start, await tableOfRooms()) });

await runAsTool(import.meta.url, files, 'rooms', `Rooms: ${path} shows them as the imports are.`);
