// Empties what the build makes, so that nothing of a source that is gone stays behind.
import { rmSync } from 'node:fs';

for (const made of ['dist', 'cdn']) rmSync(made, { recursive: true, force: true });
