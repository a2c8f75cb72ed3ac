import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether a module is what Node was started with, rather than imported by something else. `url` is its `import.meta.url`. */
export const isMain = (url) => !!process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(url);
