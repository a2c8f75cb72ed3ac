import { service, type Service } from '../schema.js';
import { inside, isRecord, parse, type Problem } from '../../schema/parse.js';
import { columnOf, decodeColumn, isCount, valueInRow, type ObjectColumn } from './columns.js';
import type { Area } from '../directory-contract.js';

// A snapshot is JSON in lines: a head, one line for each chunk of at most 500 services, and `]}`. It is read line by line
// while it comes, and the services of a chunk can be searched before the next one is there. All of it in one, however it is
// laid out, is read too.

/** What this library writes, and the newest that it reads. */
export const version = 1;
/** How many services are in a chunk at most. */
export const chunkSize = 500;

/** Some services, in columns. */
export interface Chunk {
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
  readonly chunks: readonly Chunk[];
  readonly problems: readonly Problem[];
}

/** Services that were read already, in chunks that can be searched. Nothing is written for it, and they stay the objects that they are. */
export function* chunksOf(services: readonly Service[]): Generator<Chunk> {
  for (let from = 0; from < services.length; from += chunkSize) {
    const some = services.slice(from, from + chunkSize);
    const columns = columnOf(service, some) as ObjectColumn | undefined;
    yield {
      rows: some.length,
      columns: columns ?? { kind: 'object', of: new Map() },
      copies: new Map(),
      services: some,
    };
  }
}

type Raw = Record<string, unknown>;

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

/** Reads a chunk. It never throws: a column that cannot be read is left out, with a problem. */
export function decodeChunk(json: unknown, path: string, problems: Problem[]): Chunk {
  const chunk = isRecord(json) ? json : {};
  const rows = inside(chunk, 'rows');
  const count = isCount(rows) && rows <= 20_000 ? rows : 0;
  if (count !== rows) problems.push({ path: `${path}.rows`, reason: 'type', detail: 'rows' });
  const column = decodeColumn(service, inside(chunk, 'columns'), count, `${path}.columns`, problems);
  const copies = (Array.isArray(inside(chunk, 'copies')) ? inside(chunk, 'copies') : []) as unknown[];
  const pairs = copies.filter((pair): pair is [number, number] => Array.isArray(pair) && pair.every(isCount));
  return {
    rows: count,
    columns: column?.kind === 'object' ? column : { kind: 'object', of: new Map() },
    copies: new Map(pairs),
  };
}

/** A service as it is shown: cleaned and frozen. `undefined`: it has no name, or what is there is no service. */
export function serviceAt({ columns, services }: Chunk, row: number): Service | undefined {
  return services ? services[row] : parse(service, valueInRow(columns, row)).value;
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
    chunks: (Array.isArray(parts) ? parts : []).map((chunk, at) => decodeChunk(chunk, `$.parts[${at}]`, problems)),
    problems,
  };
}
