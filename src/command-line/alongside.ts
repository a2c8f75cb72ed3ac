#!/usr/bin/env node
/**
 * The command `alongside`, from when the command line was part of this package. It only says where the command line is now: nothing here
 * could do the work, and no one owns the bare name on npm.
 */
declare const PACKAGE_VERSION: string;
declare const process: { exitCode?: number };

console.error(
  'The command line is in a separate package, alongside-elements-cli. ' +
    'Run "npx alongside-elements-cli" with the same arguments, ' +
    `or install it first: npm install --save-dev alongside-elements-cli@${PACKAGE_VERSION}`,
);
process.exitCode = 1;

export {};
