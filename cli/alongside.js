#!/usr/bin/env node
/**
 * The command `alongside-elements-cli`. Each file in `commands/` is one command, and the file's name is the command's: it exports
 * `summary` (one line), `help` (the whole text of its `--help`) and `run(args)`, which gives the exit code.
 */
import { readFileSync, readdirSync } from 'node:fs';

const commands = new URL('./commands/', import.meta.url);
const names = readdirSync(commands)
  .filter((name) => name.endsWith('.js'))
  .map((name) => name.slice(0, -3))
  .sort();
const load = (name) => import(new URL(`${name}.js`, commands).href);

async function overview() {
  const lines = await Promise.all(names.map(async (name) => `  ${name.padEnd(12)}${(await load(name)).summary}`));
  return [
    'Usage: npx alongside-elements-cli <command> [options]',
    '',
    ...lines,
    '',
    '`npx alongside-elements-cli <command> --help` explains each one; `npx alongside-elements-cli --version` says which version this is.',
  ].join('\n');
}

async function main([name, ...args]) {
  if (name === '--version') {
    console.log(JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).version);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(await overview());
    return name === undefined ? 2 : 0;
  }
  if (!names.includes(name)) {
    console.error(`alongside-elements-cli: there is no command ${JSON.stringify(name)}.\n\n${await overview()}`);
    return 2;
  }
  const command = await load(name);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  return command.run(args);
}

// The exit code is set, not forced: what is still to be printed is printed.
process.exitCode = await main(process.argv.slice(2));
