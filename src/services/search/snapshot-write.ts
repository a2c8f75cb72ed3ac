import { service, type Service } from '../schema.js';
import { divide, type Numbered } from './areas.js';
import { encodeColumn } from './columns.js';
import { chunkSize, version, type AreaFiles } from './snapshot-read.js';

/** A file of a snapshot. */
export interface SnapshotFile {
  readonly name: string;
  readonly text: string;
}

function encodeChunk(entries: readonly Numbered[]): unknown {
  const copies = entries.flatMap(({ copy }, row) => (copy === undefined ? [] : [[row, copy]]));
  return {
    rows: entries.length,
    columns:
      encodeColumn(
        service,
        entries.map((entry) => entry.service),
      ) ?? {},
    copies: copies.length ? copies : undefined,
  };
}

/** Services in chunks, as JSON of each: what a snapshot is written of. */
export function encodeChunks(entries: readonly Numbered[]): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < entries.length; from += chunkSize)
    chunks.push(JSON.stringify(encodeChunk(entries.slice(from, from + chunkSize))));
  return chunks;
}

const textOfFile = (head: object, entries: readonly Numbered[]): string => {
  const start = JSON.stringify({ alongside: 'services', version, ...head, parts: [] }).slice(0, -2);
  return `${start}\n${encodeChunks(entries).join(',\n')}\n]}\n`;
};

/** A name for a file that is another one when its text is. It guards against old copies, not against forgery. */
function hashOf(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  return [one, two].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('');
}

/**
 * Writes a snapshot. What `decodeSnapshot` reads from its files are the same services.
 *
 * @param options.made The day of today, as YYYY-MM-DD.
 * @param options.shardAbove With more services than this, they are divided by area, a file or more for each.
 * @returns `services.json`, which names the others, and the others. Their names change with what is in them.
 */
export function encodeSnapshot(
  services: readonly Service[],
  { made, shardAbove = 20_000 }: { readonly made: string; readonly shardAbove?: number },
): { files: SnapshotFile[] } {
  const whole = services.length <= shardAbove;
  const { always, areas } = whole
    ? { always: services.map((service) => ({ service, copy: undefined })), areas: [] }
    : divide(services);
  const files: SnapshotFile[] = [];
  const listed: AreaFiles[] = areas.map(({ id, name, files: contents }) => {
    const own = contents.map((entries) => {
      const text = textOfFile({}, entries);
      return { name: `services-${hashOf(text)}.json`, text };
    });
    files.push(...own);
    return {
      id,
      name,
      count: contents.reduce((sum, entries) => sum + entries.length, 0),
      bytes: own.reduce((sum, { text }) => sum + text.length, 0),
      files: own.map((file) => file.name),
    };
  });
  const head = { made, count: services.length, areas: listed.length ? listed : undefined };
  return { files: [{ name: 'services.json', text: textOfFile(head, always) }, ...files] };
}
