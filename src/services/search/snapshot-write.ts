import { service, type Service } from '../schema.js';
import { divide, type Numbered, type ServiceList } from './areas.js';
import { encodeColumn } from './columns.js';
import { chunkSize, version, type AreaFiles } from './snapshot-read.js';

/** A file of a snapshot. */
export interface SnapshotFile {
  readonly name: string;
  readonly text: string;
}

/** A service and, if it stands in several areas, a number that is the same in all of them. */
interface Entry {
  readonly service: Service;
  readonly copy: number | undefined;
}

function encodeChunk(entries: readonly Entry[]): string {
  const copies = entries.flatMap(({ copy }, row) => (copy === undefined ? [] : [[row, copy]]));
  return JSON.stringify({
    rows: entries.length,
    columns:
      encodeColumn(
        service,
        entries.map((entry) => entry.service),
      ) ?? {},
    copies: copies.length ? copies : undefined,
  });
}

const inChunks = <T>(entries: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(entries.length / chunkSize) }, (_, chunk) =>
    entries.slice(chunk * chunkSize, (chunk + 1) * chunkSize),
  );

/** Services in chunks, as JSON of each: what a snapshot is written of. */
export const encodeChunks = (entries: readonly Entry[]): string[] => inChunks(entries).map(encodeChunk);

function textOfFile(head: object, entries: readonly Numbered[], services: ServiceList): string {
  const start = JSON.stringify({ alongside: 'services', version, ...head, parts: [] }).slice(0, -2);
  const chunks = inChunks(entries).map((some) =>
    encodeChunk(some.map(({ at, copy }) => ({ service: services.at(at)!, copy }))),
  );
  return `${start}\n${chunks.join(',\n')}\n]}\n`;
}

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

/** How a snapshot is written. */
export interface SnapshotOptions {
  /** The day of today, as YYYY-MM-DD. */
  readonly made: string;
  /** With more services than this, they are divided by area, a file or more for each. */
  readonly shardAbove?: number | undefined;
}

/**
 * The files of a snapshot, each made when it is asked for. What `decodeSnapshot` reads from them are the same services. Names
 * of parts change with what is in them; `services.json`, which names them, comes last.
 */
export function* snapshotFiles(
  services: ServiceList,
  { made, shardAbove = 20_000 }: SnapshotOptions,
): Generator<SnapshotFile> {
  const whole = services.length <= shardAbove;
  const { always, areas } = whole
    ? { always: Array.from({ length: services.length }, (_, at) => ({ at, copy: undefined })), areas: [] }
    : divide(services);
  const listed: AreaFiles[] = [];
  for (const { id, name, files: contents } of areas) {
    const files: string[] = [];
    let bytes = 0;
    for (const entries of contents) {
      const text = textOfFile({}, entries, services);
      const file = { name: `services-${hashOf(text)}.json`, text };
      files.push(file.name);
      bytes += text.length;
      yield file;
    }
    listed.push({ id, name, count: contents.reduce((sum, entries) => sum + entries.length, 0), bytes, files });
  }
  const head = { made, count: services.length, areas: listed.length ? listed : undefined };
  yield { name: 'services.json', text: textOfFile(head, always, services) };
}

/** All files of a snapshot at once: `services.json`, which names the others, and the others. */
export function encodeSnapshot(services: ServiceList, options: SnapshotOptions): { files: SnapshotFile[] } {
  const parts = [...snapshotFiles(services, options)];
  return { files: [parts.pop()!, ...parts] };
}
