/**
 * The `age` program (https://age-encryption.org), with which the tests open what we write, and write what we open. It asks
 * for a passphrase on a terminal only: `script`, which every Debian has, brings one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { aptInstall, isDebianRoot } from './apt.js';

const runs = (program, says) => says.test(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '');
const isThere = () => runs('age', /^v?1\./) && runs('script', /util-linux/);

/** Gets `age` if it is not there. @returns whether it is there now. */
export function ensureAge() {
  if (!isThere() && isDebianRoot()) aptInstall(['age']);
  return isThere();
}

/**
 * Runs `age` with some arguments, which must need no quotes, and types the passphrase whenever it asks for one.
 *
 * @returns its exit code, and what the terminal showed.
 */
export function runAge(args, passphrase, options) {
  const terminal = spawn('script', ['-qec', ['age', ...args].join(' '), '/dev/null'], options);
  return new Promise((resolve, reject) => {
    let shown = '';
    let answered = 0;
    terminal.stdout.setEncoding('utf8').on('data', (text) => {
      shown += text;
      const asked = shown.match(/passphrase[^\n]*: /gi)?.length ?? 0;
      for (; answered < asked; answered++) terminal.stdin.write(`${passphrase}\n`);
    });
    terminal.on('error', reject).on('close', (code) => resolve({ code, shown }));
  });
}
