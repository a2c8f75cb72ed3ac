import { openHere } from './directory-engine.js';
import { DirectoryError, type Directory, type Query, type Source } from '../directory-contract.js';

/** What a page asks its worker. */
export type DirectoryRequest =
  | { readonly id: number; readonly open: Source }
  | { readonly id: number; readonly search: Query }
  | { readonly id: number; readonly load: string };

/** What it is answered. An error that is no `DirectoryError` is one of a question that was overtaken. */
export interface DirectoryAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: Pick<DirectoryError, 'reason' | 'path' | 'detail'> | undefined;
}

let directory: Directory;

async function answerPage(ask: DirectoryRequest): Promise<unknown> {
  if ('open' in ask) {
    directory = await openHere(ask.open);
    return directory.opened;
  }
  return 'search' in ask ? directory.search(ask.search) : directory.load(ask.load);
}

// Where every module is loaded to see what it does, on a server, this one does nothing.
if ('WorkerGlobalScope' in globalThis)
  globalThis.onmessage = async ({ data }: MessageEvent<DirectoryRequest>) => {
    const { id } = data;
    postMessage(
      await answerPage(data).then(
        (value): DirectoryAnswer => ({ id, value }),
        (error: unknown): DirectoryAnswer => {
          if (!(error instanceof DirectoryError)) return { id, error: undefined };
          const { reason, path, detail } = error;
          return { id, error: { reason, path, detail } };
        },
      ),
    );
  };
