import type { Problem } from '../../schema/parse.js';
import {
  DirectoryError,
  type Directory,
  type Opened,
  type Query,
  type Results,
  type Source,
} from '../directory-contract.js';
import { fetchLines, readJson, type Asking, type Opening } from './fetch-lines.js';
import { openApi } from './live-api.js';
import { plainServices } from './plain-services.js';
import { ServiceIndex } from '../search/service-index.js';
import { yieldToMain } from '../../page/next-task.js';
import { breathe } from './slices.js';
import {
  decodeHead,
  decodeChunk,
  decodeSnapshot,
  isNewer,
  isSnapshot,
  chunksOf,
  type AreaFiles,
  type SnapshotHead,
} from '../search/snapshot-read.js';

// What opens and searches a directory. It runs in a worker, or in the page where there can be none; there it works in
// slices, and the page stays alive in between.

const largest = 60_000_000;
/** Told at most: a broken feed has thousands. */
const mostProblems = 200;

/**
 * Opens a directory where this code runs.
 *
 * @throws {DirectoryError} every reason.
 */
export async function openHere(source: Source, opening: Opening = {}): Promise<Directory> {
  opening.signal?.throwIfAborted();
  if (source.kind === 'api') return openApi(source.url, opening);
  const directory = new LocalDirectory(opening.patience);
  if (source.kind === 'src') await directory.fetch(source.url, opening.signal);
  else await directory.read(source.services, '$', opening.signal);
  return directory;
}

class LocalDirectory implements Directory {
  #index = new ServiceIndex();
  #head: SnapshotHead = { made: '', count: 0, areas: [] };
  #problems: Problem[] = [];
  #loaded: string[] = [];
  /** Where the files of areas are. */
  #address = '';
  /** How many lines of an address were taken in: where it broke off, they are not taken twice. */
  #taken = new Map<string, number>();
  #loading: Promise<unknown> = Promise.resolve();
  #hours = 0;
  #asked = 0;
  #opened: Opened | undefined;
  /** Ends what is still loading once nobody wants the directory any more. */
  #ending = new AbortController();

  constructor(private readonly patience: number | undefined) {}

  get opened(): Opened {
    return (this.#opened ??= {
      count: this.#index.count,
      made: this.#head.made,
      areas: this.#head.areas.map(({ id, name, count, bytes }) => ({ id, name, count, bytes })),
      loaded: [...this.#loaded],
      problems: this.#problems.slice(0, mostProblems),
      choices: this.#index.choices(Date.now()),
    });
  }

  async fetch(url: string, signal: AbortSignal | undefined): Promise<void> {
    this.#address = await this.#fetchSnapshot(url, signal, (head) => (this.#head = head));
    await this.#ready();
  }

  /** Reads what is at hand already. */
  async read(data: unknown, path: string, signal?: AbortSignal): Promise<void> {
    if (isSnapshot(data)) {
      const snapshot = decodeSnapshot(data);
      if (!snapshot) throw new DirectoryError('version', path);
      // Its areas would be files beside it: where that is, nobody knows but who has fetched it.
      this.#head = { ...snapshot, areas: this.#address ? snapshot.areas : [] };
      this.#problems.push(...snapshot.problems);
      for (const part of snapshot.chunks) {
        this.#index.add(part);
        await breathe(signal);
      }
    } else {
      const { services, problems } = await plainServices(data, path);
      this.#problems.push(...problems);
      for (const chunk of chunksOf(services)) {
        this.#index.add(chunk);
        await breathe(signal);
      }
    }
    await this.#ready();
  }

  async search(query: Query, signal?: AbortSignal): Promise<Results> {
    const asked = ++this.#asked;
    await yieldToMain();
    signal?.throwIfAborted();
    if (asked !== this.#asked) throw new DOMException('A newer question was asked.', 'AbortError');
    return this.#index.search(query);
  }

  load(id: string): Promise<Opened> {
    const { signal } = this.#ending;
    const loading = this.#loading.then(async () => {
      signal.throwIfAborted();
      const area = this.#head.areas.find((one) => one.id === id);
      if (!area) throw new DirectoryError('unknown-id', id);
      if (!this.#loaded.includes(id)) await this.#fetchArea(area, signal);
      return this.opened;
    });
    this.#loading = loading.catch(() => undefined);
    return loading;
  }

  close(): void {
    this.#asked++;
    this.#ending.abort();
    this.#index = new ServiceIndex();
  }

  async #fetchArea({ id, files }: AreaFiles, signal: AbortSignal): Promise<void> {
    try {
      for (const file of files) await this.#fetchSnapshot(new URL(file, this.#address).href, signal);
      this.#loaded.push(id);
    } finally {
      await this.#ready();
    }
  }

  /** What was taken in can be searched, and its hours are worked out. */
  async #ready(): Promise<void> {
    this.#index.settle();
    await breathe();
    const now = Date.now();
    for (; this.#hours < this.#index.hours; this.#hours++) {
      this.#index.reckon(this.#hours, now);
      await breathe();
    }
    this.#opened = undefined;
  }

  /** Reads a snapshot line by line while it comes. What is laid out otherwise is read when it is there. */
  async #fetchSnapshot(
    url: string,
    signal: AbortSignal | undefined,
    onHead?: (head: SnapshotHead) => void,
  ): Promise<string> {
    const asking: Asking = { signal, patience: this.patience, largest };
    const whole: string[] = [];
    const reading = { state: 'start' as 'start' | 'parts' | 'end' | 'whole', line: 0 };
    const address = await fetchLines(url, asking, async (text, from) => {
      if (reading.state === 'start') {
        const head = headOf(text);
        reading.state = head ? 'parts' : 'whole';
        if (head && isNewer(head)) throw new DirectoryError('version', url);
        if (head) {
          this.#address ||= from;
          return onHead?.(decodeHead(head, this.#problems));
        }
      }
      if (reading.state === 'whole') whole.push(text);
      else if (text === ']}') reading.state = 'end';
      else if (reading.state === 'parts' && text && ++reading.line > (this.#taken.get(url) ?? 0)) {
        const part = readJson(text.replace(/,\s*$/, ''), url);
        this.#index.add(decodeChunk(part, `$.parts[${reading.line - 1}]`, this.#problems));
        this.#taken.set(url, reading.line);
        await breathe(signal);
      }
    });
    if (reading.state === 'parts') throw new DirectoryError('not-json', url, 'it breaks off');
    if (reading.state === 'whole') {
      this.#address ||= address;
      const data = readJson(whole.join('\n'), url);
      // Beside a snapshot lie snapshots only.
      if (!onHead && !isSnapshot(data)) throw new DirectoryError('type', url, 'snapshot');
      const head = this.#head;
      await this.read(data, url);
      if (!onHead) this.#head = head;
    }
    return address;
  }
}

/** The head of a snapshot that is laid out in lines. */
function headOf(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{') || !line.endsWith('[')) return;
  try {
    const head = JSON.parse(`${line}]}`) as unknown;
    return isSnapshot(head) ? head : undefined;
  } catch {
    return;
  }
}
