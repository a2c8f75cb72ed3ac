import { overtaken } from './overtaken.js';
import { Requests } from '../../page/requests.js';
import type { DirectoryAnswer, DirectoryRequest } from './directory-worker.js';
import {
  DirectoryError,
  type Directory,
  type Opened,
  type Query,
  type Results,
  type Source,
} from '../directory-contract.js';

type Question = { open: Source } | { search: Query } | { load: string };

/**
 * Opens a directory in a worker of its own. Where there can be none, in the page.
 *
 * @param source Its address may be relative to the page's.
 * @param options.signal Ends it, and the promise rejects with the signal's reason.
 * @throws {DirectoryError} every reason.
 */
export async function openDirectory(source: Source, { signal }: { signal?: AbortSignal } = {}): Promise<Directory> {
  signal?.throwIfAborted();
  // In a worker it would be relative to the worker's.
  const absolute = 'url' in source ? { ...source, url: absoluteUrl(source.url) } : source;
  const inWorker = await openInWorker(absolute, signal);
  if (inWorker) return inWorker;
  const here = await import('./directory-engine.js').catch(() => {
    throw new DirectoryError('unavailable', 'directory-engine.js');
  });
  return here.openHere(absolute, { signal });
}

function absoluteUrl(url: string): string {
  try {
    return new URL(url, globalThis.document?.baseURI).href;
  } catch {
    throw new DirectoryError('not-link', url);
  }
}

/** @returns `undefined`: no worker can be started here, or it cannot be told the source. */
async function openInWorker(source: Source, signal: AbortSignal | undefined): Promise<Directory | undefined> {
  const requests = new Requests();
  let [searching, started] = [0, false];
  let worker: Worker;
  let opened: Opened;

  const ask = (question: Question, signal?: AbortSignal) =>
    requests.ask((id) => worker.postMessage({ id, ...question } satisfies DirectoryRequest), { signal });
  const end = (reason: Error) => {
    worker?.terminate();
    requests.end(reason);
  };

  try {
    worker = new Worker(new URL('./directory-worker.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<DirectoryAnswer>) => {
      started = true;
      if (!('error' in data)) return requests.resolve(data.id, data.value);
      const { id, error } = data;
      requests.reject(id, error ? new DirectoryError(error.reason, error.path, error.detail) : overtaken());
    };
    // A policy forbids it, or the file is not there. What the work itself can run into comes as an answer.
    worker.onerror = (event) => {
      event.preventDefault();
      end(new DirectoryError('unavailable', 'directory-worker.js'));
    };
    opened = (await ask({ open: source }, signal)) as Opened;
  } catch (error) {
    end(error as Error);
    if (started || signal?.aborted) throw error;
    return;
  }
  return {
    get opened() {
      return opened;
    },
    search(query, signal) {
      requests.reject(searching, overtaken());
      const answer = ask({ search: query }, signal) as Promise<Results>;
      searching = requests.last;
      return answer;
    },
    async load(area) {
      return (opened = (await ask({ load: area })) as Opened);
    },
    close: () => end(overtaken()),
  };
}
