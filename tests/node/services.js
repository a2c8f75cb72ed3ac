/** Real services to test with: machine-made HSDS documents, where the data is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHsds } from '../../dist/services/hsds/from-hsds.js';
import { root } from './texts.js';

const folder = process.env.ALONGSIDE_DATA ?? join(root, '../shared/data');
const file = join(folder, 'haarrrvest-llm-hsds/results.ndjson');

/** `undefined` where the data is not at hand. */
export const realServices = existsSync(file)
  ? () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => fromHsds(JSON.parse(line).data).services)
  : undefined;
