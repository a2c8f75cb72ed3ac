/**
 * Does a mock server made from HSDS's own API description give services? It runs where `PRISM` names the command of
 * Stoplight Prism, and the data beside the project is there:
 *
 *   mkdir /tmp/prism && cd /tmp/prism && npm i @stoplight/prism-cli@5.14.2
 *   PRISM=/tmp/prism/node_modules/.bin/prism node --test tests/node/cli-prism.test.js
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readApi } from '../../cli/read/api.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const hsds = join(process.env.ALONGSIDE_DATA ?? join(root, '../shared/data'), 'hsds-3.2.3');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** A schema with what it refers to inside of it, so that nothing is fetched. `depth` ends circles. */
function inlined(name, depth) {
  const schema = readJson(join(hsds, 'schema-3.1', name));
  const properties = Object.entries(schema.properties).flatMap(([key, value]) => {
    const ref = value.$ref ?? value.items?.$ref;
    if (!ref) return [[key, value]];
    if (depth === 0) return [];
    const inner = inlined(ref, depth - 1);
    return [[key, value.$ref ? inner : { type: 'array', items: inner }]];
  });
  return { type: 'object', example: schema.example, properties: Object.fromEntries(properties) };
}

/** HSDS's API description, with thin lists and full single services, as the standard has them. */
const description = () =>
  JSON.parse(JSON.stringify(readJson(join(hsds, 'openapi-reconstructed.json'))), (key, value) => {
    if (!value?.$ref?.startsWith('https:')) return value;
    const name = basename(value.$ref);
    return inlined(name.replace('_list', ''), name.includes('_list') ? 0 : 3);
  });

const skip = !process.env.PRISM ? 'PRISM is not set' : !existsSync(hsds) && 'the data is not there';

describe('a mock server of HSDS', { skip }, () => {
  it('is read', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'alongside-prism-'));
    test.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(description()));
    const port = 20_000 + (process.pid % 20_000);
    const server = spawn(process.env.PRISM, ['mock', join(folder, 'openapi.json'), '-h', '127.0.0.1', '-p', `${port}`]);
    test.after(() => server.kill());
    let output = '';
    await new Promise((resolve, reject) => {
      server.once('exit', () => reject(new Error(output)));
      server.stdout.on('data', (part) => (output += part).includes('Prism is listening') && resolve());
    });
    const polite = { rate: 100, timeout: 10_000, total: 30_000, bytes: 5_000_000, retries: 1, backoff: 10 };
    const options = { ...polite, longestWait: 1000, pages: 50, userAgent: 'alongside-elements' };
    const { documents, problems } = await readApi(`http://127.0.0.1:${port}`, options);
    const services = documents.flatMap(({ data }) => data);
    assert.equal(services.length, 1);
    assert.equal(services[0].name, 'Community Counselling');
    assert.equal(services[0].phones[0].type, 'voice');
    assert.equal(services[0].service_at_locations[0].location.name, 'MyCity Civic Center');
    // It sends page 1 whatever is asked for.
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['repeated-page'],
    );
  });
});
