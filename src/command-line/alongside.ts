#!/usr/bin/env node
/**
 * The command `alongside`, as it was called while the command line was part of this package. It says where that is now: nothing here
 * could do the work, and on npm the bare name belongs to nobody.
 */
declare const PACKAGE_VERSION: string;
declare const process: { exitCode?: number };

console.error(
  'The command line is a package of its own, alongside-elements-cli. ' +
    'Run "npx alongside-elements-cli" with the same words, ' +
    `or install it first: npm install --save-dev alongside-elements-cli@${PACKAGE_VERSION}`,
);
process.exitCode = 1;

export {};
