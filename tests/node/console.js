/** Runs a command of the command line in this process, and keeps what it prints. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** @returns the exit code, and what was printed to either stream. */
export async function runCommand({ run }, ...args) {
  const said = { out: [], err: [] };
  const { log, error } = console;
  console.log = (...parts) => said.out.push(parts.join(' '));
  console.error = (...parts) => said.err.push(parts.join(' '));
  try {
    const code = await run(args);
    return { code, out: said.out.join('\n'), err: said.err.join('\n') };
  } finally {
    Object.assign(console, { log, error });
  }
}

/** A folder for the tests of one file, and a function that writes a file into it and gives its path. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-'));
  after(() => rmSync(folder, { recursive: true }));
  const put = (name, content) => {
    const path = join(folder, name);
    writeFileSync(
      path,
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2),
    );
    return path;
  };
  return { folder, put };
}
