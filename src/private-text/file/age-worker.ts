import { runFileJob, type FileJob } from './age.js';

// Where every module is loaded to see what it does, on a server, this one does nothing.
if ('WorkerGlobalScope' in globalThis)
  globalThis.onmessage = async ({ data }: MessageEvent<FileJob>) => postMessage(await runFileJob(data));
