import type { RunOptions } from 'axe-core';

export declare const axeOptions: RunOptions;
