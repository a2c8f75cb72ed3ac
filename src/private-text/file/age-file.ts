import type { runFileJob, FileAnswer, FileJob, FileReason } from './age.js';

/** A file could not be written or opened. Nothing was changed. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(readonly reason: FileReason) {
    super(reason);
  }
}

/** In bytes. A notebook has some thousands. */
const largest = 5_000_000;

let load = (): Promise<{ readonly runFileJob: typeof runFileJob }> => import('./age.js');

/**
 * For a page that can start no worker and import no module, such as a sandboxed frame: says how the exports of `age.js`
 * come into it. Asked for each file, and never before there is one.
 */
export function loadFileCodeWith(loader: typeof load): void {
  load = loader;
}

/**
 * Seals a text with a passphrase, as a file that every age program opens. What it was done with is gone afterwards.
 *
 * @param passphrase Taken in its NFKC form, so that it does not matter on which device it is typed.
 * @param signal Ends it, and the promise rejects with the signal's reason.
 * @throws {FileError} `too-large`, `passphrase` (an empty one), `not-text` (half of a surrogate pair), `memory`, `unavailable`.
 */
export async function sealFile(text: string, passphrase: string, signal?: AbortSignal): Promise<Uint8Array> {
  if (text.length > largest) throw new FileError('too-large');
  const bytes = (await run({ text, passphrase }, signal)) as Uint8Array;
  if (bytes.length > largest) throw new FileError('too-large');
  return bytes;
}

/**
 * The text in a file that `sealFile` or another age program has sealed with a passphrase, binary or armored.
 *
 * @param signal Ends it, and the promise rejects with the signal's reason.
 * @throws {FileError} every reason.
 */
export async function openFile(file: Uint8Array | Blob, passphrase: string, signal?: AbortSignal): Promise<string> {
  const size = file instanceof Blob ? file.size : file.length;
  if (size > largest) throw new FileError('too-large');
  let bytes: Uint8Array;
  try {
    bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;
  } catch {
    throw new FileError('unreadable');
  }
  return (await run({ bytes, passphrase }, signal)) as string;
}

/** In a worker, which ends afterwards and takes the passphrase and the text along. Where there can be none, here. */
async function run(job: FileJob, signal?: AbortSignal): Promise<string | Uint8Array> {
  signal?.throwIfAborted();
  let worker: Worker | undefined;
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason as Error);
  });
  signal?.addEventListener('abort', stop);
  const done = new Promise<FileAnswer>((resolve, reject) => {
    worker = new Worker(new URL('./age-worker.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => resolve(data);
    // A policy forbids it, or the file is not there. What the job itself can run into comes as an answer.
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    worker.postMessage(job);
  })
    .catch(async () => (await load()).runFileJob(job))
    .catch((): FileAnswer => ({ reason: 'unavailable' }));
  try {
    const result = await Promise.race([done, stopped]);
    if ('reason' in result) throw new FileError(result.reason);
    return result.value;
  } finally {
    worker?.terminate();
    signal?.removeEventListener('abort', stop);
  }
}
