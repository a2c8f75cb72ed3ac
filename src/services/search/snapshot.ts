import { service, type Service } from '../../content/schema.js';
import { inside, isRecord, parse, type Problem } from '../../schema/parse.js';
import { divide, type Numbered } from './areas.js';
import { columnOf, decodeColumn, encodeColumn, valueAt, type ObjectColumn } from './columns.js';
import type { Area } from '../directory-contract.js';

// A snapshot is JSON in lines: a head, one line for each part of at most 500 services, and `]}`. It is read line by line
// while it comes, and the services of a part can be searched before the next one is there. All of it in one, however it is
// laid out, is read too.

/** What this library writes, and the newest that it reads. */
const version = 1;
const partSize = 500;

/** A file of a snapshot. */
export interface SnapshotFile {
  readonly name: string;
  readonly text: string;
}

/** Some services, in columns. */
export interface Part {
  readonly rows: number;
  readonly columns: ObjectColumn;
  /** Rows that stand in several areas, each with a number that is the same in all of them. */
  readonly copies: ReadonlyMap<number, number>;
  /** The services themselves, where they were read already. Empty: each is read from the columns when it is asked for. */
  readonly services?: readonly Service[];
}

/** An area, and where its services are. */
export interface AreaFiles extends Area {
  /** Names of files beside the snapshot. */
  readonly files: readonly string[];
}

/** What a snapshot says about itself. */
export interface SnapshotHead {
  /** The day on which it was made, as YYYY-MM-DD. Empty: not known. */
  readonly made: string;
  /** How many services it has, in all its areas. */
  readonly count: number;
  readonly areas: readonly AreaFiles[];
}

export interface Snapshot extends SnapshotHead {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

function encodePart(entries: readonly Numbered[]): unknown {
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

/** Services that were read already, in parts that can be searched. Nothing is written for it, and they stay the objects that they are. */
export function* partsOf(services: readonly Service[]): Generator<Part> {
  for (let from = 0; from < services.length; from += partSize) {
    const some = services.slice(from, from + partSize);
    const columns = columnOf(service, some) as ObjectColumn | undefined;
    yield {
      rows: some.length,
      columns: columns ?? { kind: 'object', of: new Map() },
      copies: new Map(),
      services: some,
    };
  }
}

/** Services in parts, as JSON of each: what a snapshot is written of. */
export function encodeParts(entries: readonly Numbered[]): string[] {
  const parts: string[] = [];
  for (let from = 0; from < entries.length; from += partSize)
    parts.push(JSON.stringify(encodePart(entries.slice(from, from + partSize))));
  return parts;
}

const write = (head: object, entries: readonly Numbered[]): string => {
  const start = JSON.stringify({ alongside: 'services', version, ...head, parts: [] }).slice(0, -2);
  return `${start}\n${encodeParts(entries).join(',\n')}\n]}\n`;
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
      const text = write({}, entries);
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
  return { files: [{ name: 'services.json', text: write(head, always) }, ...files] };
}

type Raw = Record<string, unknown>;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether some JSON says that it is a snapshot, of whatever version. */
export const isSnapshot = (json: unknown): json is Raw => isRecord(json) && inside(json, 'alongside') === 'services';

/** A name that stays in the folder of the snapshot. */
const isFileName = (name: unknown): name is string =>
  typeof name === 'string' && name.length <= 100 && /^[\w-][\w.-]*\.json$/.test(name);

function readArea(raw: unknown, path: string, problems: Problem[]): AreaFiles | undefined {
  const area = isRecord(raw) ? raw : {};
  const [id, name, files] = ['id', 'name', 'files'].map((key) => inside(area, key));
  const fits =
    typeof id === 'string' &&
    typeof name === 'string' &&
    id.length + name.length < 400 &&
    Array.isArray(files) &&
    files.length <= 1000 &&
    files.every(isFileName);
  if (!fits) {
    problems.push({ path, reason: 'type', detail: 'area' });
    return;
  }
  const [count = 0, bytes = 0] = ['count', 'bytes'].map((key) => inside(area, key)).map((n) => (isCount(n) ? n : 0));
  return { id, name, count, bytes, files };
}

/** Reads what a snapshot says about itself. It never throws. */
export function decodeHead(json: Raw, problems: Problem[]): SnapshotHead {
  const [made, count, areas] = ['made', 'count', 'areas'].map((key) => inside(json, key));
  const list = (Array.isArray(areas) ? areas.slice(0, 5000) : []) as unknown[];
  return {
    made: typeof made === 'string' && /^\d{4}-\d\d-\d\d$/.test(made) ? made : '',
    count: isCount(count) ? count : 0,
    areas: list.flatMap((area, at) => readArea(area, `$.areas[${at}]`, problems) ?? []),
  };
}

/** Whether a snapshot is of a version that this library does not know. */
export const isNewer = (json: Raw): boolean => inside(json, 'version') !== version;

/** Reads a part. It never throws: a column that cannot be read is left out, with a problem. */
export function decodePart(json: unknown, path: string, problems: Problem[]): Part {
  const part = isRecord(json) ? json : {};
  const rows = inside(part, 'rows');
  const count = isCount(rows) && rows <= 20_000 ? rows : 0;
  if (count !== rows) problems.push({ path: `${path}.rows`, reason: 'type', detail: 'rows' });
  const column = decodeColumn(service, inside(part, 'columns'), count, `${path}.columns`, problems);
  const copies = (Array.isArray(inside(part, 'copies')) ? inside(part, 'copies') : []) as unknown[];
  const pairs = copies.filter((pair): pair is [number, number] => Array.isArray(pair) && pair.every(isCount));
  return {
    rows: count,
    columns: column?.kind === 'object' ? column : { kind: 'object', of: new Map() },
    copies: new Map(pairs),
  };
}

/** A service as it is shown: cleaned and frozen. `undefined`: it has no name, or what is there is no service. */
export function serviceAt({ columns, services }: Part, row: number): Service | undefined {
  return services ? services[row] : parse(service, valueAt(columns, row)).value;
}

/**
 * Reads a snapshot or one of its other files. It never throws: of hostile JSON what can be read is read, and the rest is
 * told as problems. `undefined`: it is no snapshot, or one of a newer version.
 */
export function decodeSnapshot(json: unknown): Snapshot | undefined {
  if (!isSnapshot(json) || isNewer(json)) return;
  const problems: Problem[] = [];
  const parts = inside(json, 'parts');
  if (!Array.isArray(parts)) problems.push({ path: '$.parts', reason: 'type', detail: 'list' });
  return {
    ...decodeHead(json, problems),
    parts: (Array.isArray(parts) ? parts : []).map((part, at) => decodePart(part, `$.parts[${at}]`, problems)),
    problems,
  };
}
