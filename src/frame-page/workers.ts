import type * as age from '../private-text/file/age.js';
import { loadFileCodeWith } from '../private-text/file/age-file.js';

/**
 * Lets workers start in a frame that has no origin. There a worker cannot start from an address; but it can from a blob, and load the file at the
 * address into that. For the frame's own page only, in which there is no other script.
 */
export function startWorkersFromBlobs(): void {
  const { Worker: FromAddress } = globalThis;
  globalThis.Worker = class extends FromAddress {
    constructor(address: string | URL) {
      const code = `importScripts(${JSON.stringify(String(address))})`;
      super(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    }
  };
}

/** Where no worker starts, the code for files comes as a plain script: without an origin nothing can be imported. */
export function loadFileCodeByScript(): void {
  loadFileCodeWith(
    () =>
      new Promise((resolve, reject) => {
        const onload = () => resolve((globalThis as unknown as { alongsideAge: typeof age }).alongsideAge);
        document.head.append(
          Object.assign(document.createElement('script'), { src: 'frame-age.js', onload, onerror: reject }),
        );
      }),
  );
}
