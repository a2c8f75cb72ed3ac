import type { Directory, Source } from './directory.js';
export function openDirectory(_source: Source, _options?: { signal?: AbortSignal }): Promise<Directory> {
  return Promise.reject(new Error('not yet'));
}
