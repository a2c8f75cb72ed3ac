/**
 * Does `alongside-elements-cli snapshot` write what it has read, count every record, keep to itself what is confidential, and leave the
 * older file alone whenever something is not right?
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { existingSnapshot, writeSnapshot } from '../../cli/snapshot/write.js';
import { checkPhones, isValidNumber } from '../../cli/snapshot/phones.js';
import { progressOn } from '../../cli/snapshot/progress.js';
import { decodeSnapshot, serviceAt } from '../../dist/services/search/snapshot-read.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const command = join(root, 'cli/alongside.js');
const fixtures = join(root, 'tests/fixtures/cli');
const data = process.env.ALONGSIDE_DATA ?? join(root, '../shared/data');
const folder = mkdtempSync(join(tmpdir(), 'alongside-snapshot-'));
after(() => rmSync(folder, { recursive: true }));

const alongside = (...args) => spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });

let made = 0;
/** A new folder with a file of JSON in it: `{ input, out, report, run(...args) }`. `run` gives the exit code, what was printed and the report. */
function job(value, name = 'input.json') {
  const place = join(folder, `${++made}`);
  mkdirSync(place);
  const at = { input: join(place, name), out: join(place, 'out/services.json'), report: join(place, 'report.json') };
  const give = (given) => writeFileSync(at.input, typeof given === 'string' ? given : JSON.stringify(given));
  give(value);
  const run = (...args) => {
    rmSync(at.report, { force: true });
    const { status, stdout, stderr } = alongside('snapshot', at.input, '--out', at.out, '--report', at.report, ...args);
    const report = existsSync(at.report) ? JSON.parse(readFileSync(at.report, 'utf8')) : undefined;
    return { status, stdout, stderr, report };
  };
  return { ...at, place, give, run };
}

const servicesIn = (file) =>
  decodeSnapshot(JSON.parse(readFileSync(file, 'utf8'))).chunks.flatMap((part) =>
    Array.from({ length: part.rows }, (_, row) => serviceAt(part, row)),
  );
const some = (count, more = {}) =>
  Array.from({ length: count }, (_, id) => ({ id: `${id}`, name: `Service ${id}`, ...more }));
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

function addsUp({ inputs, services }) {
  for (const { input, read, written, leftOut } of inputs)
    assert.equal(
      read,
      written + sum(Object.values(leftOut)),
      `${input}: ${JSON.stringify({ read, written, leftOut })}`,
    );
  assert.equal(services, sum(inputs.map(({ written }) => written)));
}

describe('the command', () => {
  it('says which commands there are', () => {
    const help = alongside('--help');
    assert.equal(help.status, 0);
    assert.match(help.stdout, /^ {2}snapshot +makes services\.json/m);
    assert.equal(alongside().status, 2);
    const unknown = alongside('snapshoot');
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /no command "snapshoot"/);
    assert.equal(alongside('../alongside').status, 2);
  });

  it('tells about each, and its version', () => {
    const help = alongside('snapshot', '--help');
    assert.equal(help.status, 0);
    for (const option of ['--out', '--api', '--map', '--report', '--confidential-terms', '--force'])
      assert.ok(help.stdout.includes(option), option);
    assert.match(help.stdout, /Exit codes:/);
    assert.match(alongside('--version').stdout, /^\d+\.\d+\.\d+$/m);
  });
});

describe('wrong use', () => {
  const { input, out } = job(some(1));
  for (const [what, args] of [
    ['no output', [input]],
    ['no input', ['--out', out]],
    ['an option that there is not', [input, '--out', out, '--ou', 'x']],
    ['a number that is none', [input, '--out', out, '--min-services', 'many']],
    ['a number below its least', [input, '--out', out, '--rate', '0']],
    ['a day that is none', [input, '--out', out, '--made', '2026-02-31']],
    ['a zone that is none', [input, '--out', out, '--timezone=-05:00']],
    [
      'a zone without summer time, under a name that people use for another one',
      [input, '--out', out, '--timezone=EST'],
    ],
    ['a header that is none', [input, '--out', out, '--header', 'hush']],
    ['a country that is none', [input, '--out', out, '--country', 'XX']],
    ['a language that is none', [input, '--out', out, '--lang', '?']],
    ['an address that is none', ['--api', 'ftp://127.0.0.1', '--out', out]],
    ['a map that is not there', [input, '--out', out, '--map', 'none.json']],
    ['a map that is no map', [input, '--out', out, '--map', input]],
    ['terms that are not there', [input, '--out', out, '--confidential-terms', 'none.txt']],
  ])
    it(`is ${what}: exit code 2`, () => {
      const { status, stderr } = alongside('snapshot', ...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /^alongside-elements-cli snapshot: .+\n.*--help/);
      assert.ok(!existsSync(out));
    });
});

describe('what is written', () => {
  it('can be read again, with what was filled in', () => {
    const { out, run } = job([...some(2), { id: 'x', name: 'Own', source: 'Its own', lang: 'es' }]);
    const { status, report, stdout } = run('--source', 'County list', '--lang', 'en', '--made', '2026-01-02');
    assert.equal(status, 0);
    assert.equal(report.result, 'written');
    assert.match(stdout, /Written: 3 services\./);
    const services = servicesIn(out);
    assert.deepEqual(
      services.map(({ name }) => name),
      ['Service 0', 'Service 1', 'Own'],
    );
    assert.deepEqual([services[0].source, services[0].lang], ['County list', 'en']);
    assert.equal(JSON.parse(readFileSync(out, 'utf8')).made, '2026-01-02');
    addsUp(report);
  });

  it('is the same for the same input and day', () => {
    const { out, run } = job(some(20));
    run('--made', '2026-01-02');
    const first = readFileSync(out);
    run('--made', '2026-01-02');
    assert.deepEqual(readFileSync(out), first);
  });

  it('is made of several inputs, and of a service that two have the first counts', () => {
    const one = job([
      { id: 'a', name: 'A', description: 'First' },
      { id: 'b', name: 'B' },
    ]);
    const two = job([
      { id: 'a', name: 'A', description: 'Second' },
      { id: 'c', name: 'C' },
    ]);
    const { status, report } = one.run(two.input);
    assert.equal(status, 0);
    assert.deepEqual(
      report.inputs.map(({ read, written, leftOut }) => [read, written, leftOut.duplicate]),
      [
        [2, 2, 0],
        [2, 1, 1],
      ],
    );
    assert.equal(servicesIn(one.out)[0].description, 'First');
    addsUp(report);
  });

  it('keeps another service with an id that is taken, under an id of its own', () => {
    const { out, run } = job([
      { id: '1', name: 'A' },
      { id: '1', name: 'B' },
      { id: '1', name: 'C' },
      { id: '1', name: 'B' },
    ]);
    const { report } = run();
    const services = servicesIn(out);
    assert.deepEqual(
      services.map(({ name }) => name),
      ['A', 'B', 'C'],
    );
    assert.equal(new Set(services.map(({ id }) => id)).size, 3);
    assert.equal(report.inputs[0].problems['id-taken'].count, 2);
    addsUp(report);
  });

  it('knows the line of each service, also where those of an organization stand apart', () => {
    const organization = { name: 'Org' };
    const wrong = [{ number: '718-228-216' }];
    const lines = [{ name: 'A', organization }, { name: 'B' }, { id: 'n' }, { name: 'D', organization, phones: wrong }];
    const { run } = job(lines.map((one) => JSON.stringify({ ...one, status: 'active' })).join('\n'), 'a.ndjson');
    const [{ problems }] = run().report.inputs;
    assert.equal(problems['phone-invalid'].examples[0].row, 4);
    assert.equal(problems['no-name'].examples[0].row, 3);
  });

  it('knows the row of each service of a table, also after one without a name', () => {
    const { run, place } = job('id,organization_id,name\n1,o,\n2,o,Two\n', 'services.csv');
    writeFileSync(join(place, 'organizations.csv'), 'id,name\no,Org\n');
    writeFileSync(join(place, 'phones.csv'), 'id,service_id,number\n1,2,718-228-216\n');
    const [{ problems }] = run().report.inputs;
    assert.equal(problems['no-name'].examples[0].row, 2);
    assert.equal(problems['phone-invalid'].examples[0].row, 3);
  });

  it('is one service where it is told once for each of its places', () => {
    const place = (city) => ({
      id: city,
      service: { id: 's', name: 'S', organization: { name: 'O' } },
      location: { addresses: [{ address_1: '1 Main St', city }] },
    });
    const { out, run } = job(['Troy', 'Utica'].map((city) => JSON.stringify(place(city))).join('\n'), 'a.ndjson');
    const { report } = run();
    addsUp(report);
    assert.deepEqual(
      servicesIn(out).map(({ locations }) => locations.map(({ city }) => city)),
      [['Troy', 'Utica']],
    );
  });

  it('has no service that is not running, and counts those', () => {
    const list = [
      ...some(2),
      { id: 'i', name: 'I', status: 'inactive' },
      { id: 'd', name: 'D', status: 'defunct' },
      { id: 'n', status: 'active' },
    ];
    const { out, run } = job([...list, { id: 't', name: 'T', status: 'temporarily closed' }]);
    const { report } = run();
    const [{ read, written, leftOut, problems }] = report.inputs;
    assert.equal(read, 6);
    assert.equal(written, 3);
    assert.deepEqual(leftOut, { inactive: 1, defunct: 1, 'no-name': 1, 'no-service': 0, duplicate: 0 });
    assert.equal(problems['no-name'].examples[0].path, '$[4].name');
    assert.ok(!readFileSync(out, 'utf8').includes('"I"'));
    addsUp(report);
  });

  it('is divided by area when it is large, and older parts go when nothing names them', () => {
    const places = (count, city) =>
      some(count, {
        service_at_locations: [
          {
            location: { addresses: [{ address_1: '1 Main St', city, state_province: 'NY', address_type: 'physical' }] },
          },
        ],
      });
    const { out, run, give } = job([
      ...places(30, 'Albany'),
      ...places(30, 'Troy').map((one) => ({ ...one, id: `t${one.id}` })),
    ]);
    assert.equal(run('--shard-above', '20').status, 0);
    const parts = () => readdirSync(dirname(out)).filter((name) => name !== 'services.json');
    const before = parts();
    assert.ok(before.length > 0);
    assert.deepEqual(before, [...existingSnapshot(out).shards].sort());
    writeFileSync(join(dirname(out), 'services-mine.html'), '');
    give(places(50, 'Utica'));
    const { report } = run('--shard-above', '20');
    const after = parts();
    assert.ok(after.includes('services-mine.html'));
    assert.ok(before.every((name) => !after.includes(name)));
    assert.deepEqual(
      report.files.map(({ name }) => name).sort(),
      readdirSync(dirname(out))
        .filter((name) => name.endsWith('.json'))
        .sort(),
    );
  });

  it('comes from an API, too, with the header that it asks for', async () => {
    const server = createServer(({ headers }, response) => {
      response.statusCode = headers['x-key'] === 'hush' ? 200 : 401;
      response.end(JSON.stringify({ contents: some(3, { phones: [] }), last_page: true }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const out = join(folder, 'api/services.json');
    const url = `http://127.0.0.1:${server.address().port}`;
    const args = ['snapshot', '--api', url, '--header', 'X-Key: hush', '--out', out, '--quiet'];
    const child = spawn(process.execPath, [command, ...args]);
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += part));
    const [status] = await once(child, 'exit');
    server.close();
    assert.equal(status, 0, printed);
    assert.equal(printed, '');
    assert.equal(servicesIn(out).length, 3);
  });
});

describe('an older file', () => {
  it('stays when an input cannot be read, has no services, or is not there', () => {
    const { out, run, give, place } = job(some(4));
    run();
    const before = readFileSync(out);
    for (const [given, failed] of [
      ['{"id": "1", "na', 'not-json'],
      ['[]', 'nothing'],
      [{ message: 'Down for maintenance' }, 'nothing'],
    ]) {
      give(given);
      const { status, report } = run();
      assert.equal(status, 3);
      assert.equal(report.result, 'failed');
      assert.equal(report.inputs[0].failed, failed);
      assert.deepEqual(readFileSync(out), before);
    }
    give(some(4));
    assert.equal(run(join(place, 'none.json')).status, 3);
    assert.deepEqual(readFileSync(out), before);
    assert.deepEqual(readdirSync(dirname(out)), ['services.json']);
  });

  it('stays when the new one has over 20 % fewer services, unless forced', () => {
    const { out, run, give } = job(some(100));
    run();
    const before = readFileSync(out);
    give(some(79));
    const { status, report, stderr } = run();
    assert.equal(status, 4);
    assert.equal(report.result, 'kept');
    assert.match(stderr, /79 services, and 100 in/);
    assert.deepEqual(readFileSync(out), before);
    give(some(80));
    assert.equal(run().status, 0, 'four fifths are enough');
    give(some(50));
    assert.equal(run().status, 4);
    assert.equal(run('--force').status, 0);
    assert.equal(servicesIn(out).length, 50);
  });

  it('stays when over 20 % of the phone numbers are gone, though the services are there', () => {
    const { out, run, give } = job(some(10, { phones: [{ number: '202-555-0143' }] }));
    run();
    const before = readFileSync(out);
    give(some(10));
    const { status, stderr } = run();
    assert.equal(status, 4);
    assert.match(stderr, /0 phone numbers, and 10 in/);
    assert.deepEqual(readFileSync(out), before);
  });

  it('is compared with the new one, written or not', () => {
    const { run, give } = job(some(10));
    assert.equal(run().report.compared, undefined);
    const list = some(10);
    give(
      [...list.slice(1), { id: 'new', name: 'New' }].map((one) => (one.id === '5' ? { ...one, alert: 'Moved' } : one)),
    );
    const { compared } = run('--made', '2026-02-02').report;
    assert.deepEqual(
      [compared.added, compared.gone, compared.changed, compared.same],
      [{ count: 1, ids: ['new'] }, { count: 1, ids: ['0'] }, { count: 1, ids: ['5'] }, 8],
    );
    give(some(3));
    const { status, report, stderr } = run();
    assert.equal(status, 4);
    assert.equal(report.compared.made, '2026-02-02');
    assert.equal(report.compared.gone.count, 8);
    assert.match(stderr, /1 new, 8 gone, 0 changed, 2 the same/);
  });

  it('that is divided by area is compared, too', () => {
    const at = (city) => ({ locations: [{ addresses: [{ address_1: '1 Main St', city, state_province: 'NY' }] }] });
    const both = { locations: [...at('Albany').locations, ...at('Troy').locations] };
    const list = [...some(12, at('Albany')), { id: 'both', name: 'Both', ...both }];
    const { run, give } = job(list);
    run('--shard-above', '5');
    give([...list, { id: 'n', name: 'N' }]);
    const { compared } = run('--shard-above', '5').report;
    assert.deepEqual([compared.services, compared.added.ids, compared.same], [{ before: 13, now: 14 }, ['n'], 13]);
  });

  it('stays when there are too few services or too many problems', () => {
    const { out, run } = job([...some(3), { id: 'p', name: 'P', phones: [{ number: '718-228-216' }] }]);
    assert.equal(run('--min-services', '5').status, 4);
    assert.equal(run('--max-problems', '0').status, 4);
    assert.ok(!existsSync(out));
    assert.equal(run('--min-services', '4', '--max-problems', '1').status, 0);
  });

  it('stays when a quotation mark is left open, and the row is named', () => {
    const rows = (second, third) => `id,name,description\n1,A,"Text"\n2,B,${second}\n3,C,${third}\n4,D,Text\n`;
    const { out, give, run } = job(rows('"Text"', '"More"'), 'services.csv');
    assert.equal(run().status, 0);
    const before = readFileSync(out);
    for (const [cells, code, row, says] of [
      [['Text', '"More'], 3, 4, /services\.csv cannot be read from row 4 on/],
      [['"Text', '"More"'], 4, 3, /services\.csv row 3 holds what look like other rows/],
    ]) {
      give(rows(...cells));
      const { status, stderr, report } = run();
      assert.deepEqual([status, report.result], [code, code === 3 ? 'failed' : 'kept'], stderr);
      assert.match(stderr, says);
      const [input] = report.inputs;
      assert.equal(input.row ?? input.problems['open-quote'].examples[0].row, row);
      assert.deepEqual(readFileSync(out), before);
    }
  });

  it('that is no snapshot stays', () => {
    const { input, place } = job(some(3));
    const other = join(place, 'package.json');
    writeFileSync(other, '{"name":"site"}');
    assert.equal(alongside('snapshot', input, '--out', other).status, 4);
    assert.equal(readFileSync(other, 'utf8'), '{"name":"site"}');
  });

  it('stays whole when a part cannot be written, and nothing half-written is left', () => {
    const at = join(folder, 'atomic');
    const out = join(at, 'services.json');
    writeSnapshot(out, [{ name: 'services.json', text: '{"alongside":"services","count":1}' }]);
    // A folder stands where a part is to go.
    mkdirSync(join(at, 'services-2.json'));
    const files = [
      { name: 'services-1.json', text: 'one' },
      { name: 'services-2.json', text: 'two' },
      { name: 'services.json', text: 'new' },
    ];
    assert.throws(() => writeSnapshot(out, files));
    assert.equal(readFileSync(out, 'utf8'), '{"alongside":"services","count":1}');
    assert.ok(!readdirSync(at).some((name) => name.endsWith('.tmp')));
  });

  it('can be read to its end by who has begun, while a new one is written', () => {
    const out = join(folder, 'read/services.json');
    const text = '{"alongside":"services","count":1}';
    writeSnapshot(out, [{ name: 'services.json', text }]);
    const reader = openSync(out);
    writeSnapshot(out, [{ name: 'services.json', text: 'new' }]);
    assert.equal(readFileSync(reader, 'utf8'), text);
    closeSync(reader);
    assert.equal(readFileSync(out, 'utf8'), 'new');
  });

  it('makes nothing go but its own parts', () => {
    const at = join(folder, 'own');
    const out = join(at, 'services.json');
    mkdirSync(at);
    const names = ['../victim.json', 'package.json', 'services-a1.json'];
    writeFileSync(out, JSON.stringify({ alongside: 'services', count: 1, areas: [{ files: names }] }));
    for (const name of names) writeFileSync(join(at, name), '{}');
    writeSnapshot(out, [{ name: 'services.json', text: '{}' }]);
    assert.deepEqual(
      names.map((name) => existsSync(join(at, name))),
      [true, true, false],
    );
  });

  it('that cannot be replaced leads to exit code 3', () => {
    const { input, place } = job(some(3));
    mkdirSync(join(place, 'folder'));
    assert.equal(alongside('snapshot', input, '--out', join(place, 'folder'), '--force').status, 3);
  });
});

describe('confidential addresses', () => {
  const at = (name, { location, ...more }) => ({
    id: name,
    name,
    ...more,
    service_at_locations: [
      {
        location: {
          name: 'House',
          latitude: 40.77,
          longitude: -73.98,
          ...location,
          addresses: [
            {
              address_1: '77 Canary Street',
              city: 'Troy',
              state_province: 'NY',
              postal_code: '12180',
              address_type: 'physical',
            },
          ],
        },
      },
    ],
  });
  const hidden = (run, out) => {
    const { status, stdout, stderr, report } = run;
    assert.equal(status, 0);
    for (const text of [readFileSync(out, 'utf8'), stdout, stderr, JSON.stringify(report)])
      assert.ok(!/canary|40\.77/i.test(text));
    return report.inputs[0].withheld;
  };

  it('are nowhere, and are counted', () => {
    const { out, run } = job([at('Shelter', { location: { location_type: 'redacted' } })]);
    assert.equal(hidden(run(), out), 1);
  });

  it('are those of the agency’s own terms, too', () => {
    const { out, run, place } = job([at('Night Line', { taxonomy_terms: [{ name: 'Nachtasyl' }] })]);
    assert.equal(run().report.inputs[0].withheld, 0);
    assert.match(readFileSync(out, 'utf8'), /Canary/);
    writeFileSync(join(place, 'terms.txt'), '# ours\nNachtasyl\n\n');
    assert.equal(hidden(run('--confidential-terms', join(place, 'terms.txt')), out), 1);
  });

  it('of one line are in no other line of the same organization', () => {
    const organization = { id: 'o', name: 'Org' };
    const lines = [
      at('Office', { organization }),
      { name: 'Other' },
      at('Shelter', { organization, location: { location_type: 'redacted' } }),
    ];
    const { out, run } = job(lines.map((one) => JSON.stringify(one)).join('\n'), 'a.ndjson');
    assert.equal(hidden(run(), out), 2);
    assert.equal(servicesIn(out).length, 3);
  });

  it('of one row of a table are in no other row of the same organization', () => {
    const rows = ['Shelter,Org,77 Canary Street,Troy,NY,Confidential location', 'Office,Org,77 Canary Street,Troy,NY,'];
    const { out, run, place } = job(`NAME,ORG,STREET,CITY,STATE,NOTE\n${rows.join('\n')}\n`, 'flat.csv');
    const address = 'locations[0].addresses[0]';
    const columns = { NAME: 'name', ORG: 'organization.name', NOTE: 'locations[0].description' };
    Object.assign(columns, {
      STREET: `${address}.address_1`,
      CITY: `${address}.city`,
      STATE: `${address}.state_province`,
    });
    writeFileSync(join(place, 'map.json'), JSON.stringify({ columns }));
    assert.equal(hidden(run('--map', join(place, 'map.json')), out), 2);
  });
});

describe('phone numbers', () => {
  it('of short codes are left alone', () => {
    for (const number of ['988', '211', '911', '741741', '233733', '1-1-2'])
      assert.ok(isValidNumber(number, 'US'), number);
  });

  it('are told from what cannot be one', () => {
    for (const number of ['212-577-7777', '+1 888 373 7888', '(900) 500-9000', '+44 20 7946 0958'])
      assert.ok(isValidNumber(number, 'US'), number);
    for (const number of ['718-228-216', '291-873-1469', '7274-821-0726', '+1988', '555-1234'])
      assert.ok(!isValidNumber(number, 'US'), number);
  });

  it('of one exchange in North America are all valid or none, which saves asking for each', () => {
    const { countries, country_calling_codes: codes } = createRequire(import.meta.url)(
      'libphonenumber-js/metadata.max.json',
    );
    /** The alternatives of a pattern, without those inside of groups. */
    const alternatives = (pattern) => {
      let depth = 0;
      return [...pattern]
        .map((one) => {
          depth += one === '(' ? 1 : one === ')' ? -1 : 0;
          return one === '|' && depth === 0 ? '\n' : one;
        })
        .join('')
        .split('\n');
    };
    const patterns = codes[1].flatMap((code) => [countries[code][2], ...countries[code][11].map((type) => type?.[0])]);
    assert.ok(patterns.filter(Boolean).length > 100);
    for (const one of patterns.filter(Boolean).flatMap(alternatives)) assert.match(one, /\\d\{[3-9]\}$/);
    for (let area = 200; area < 1000; area += 7)
      for (const rest of ['2000143', '5550100', '7008999', '9110000']) {
        const number = `${area}${rest}`;
        const expected = parsePhoneNumberFromString(number, 'US')?.isValid() ?? false;
        for (const written of [`${number.slice(0, 7)}555`, number, `+1${number}`, `1${number}`])
          assert.equal(isValidNumber(written, 'US'), expected, written);
      }
    // Ten digits elsewhere are something else.
    assert.ok(isValidNumber('2079460958', 'GB') && !isValidNumber('2079460958', 'FR'));
  });

  it('that are invalid are told with their row, and kept or left out', () => {
    const service = { phones: [{ number: '988' }, { number: '718-228-216' }] };
    const kept = checkPhones(service, { country: 'US', drop: false });
    assert.equal(kept.service, service);
    assert.deepEqual(kept.problems, [{ kind: 'phone-invalid', path: '$.phones[1].number', detail: '718-228-216' }]);
    assert.deepEqual(checkPhones(service, { country: 'US', drop: true }).service.phones, [{ number: '988' }]);
    const { report } = job(
      ['988', '718-228-216'].map((number, id) => JSON.stringify({ id, name: 'N', phones: [{ number }] })).join('\n'),
      'a.ndjson',
    ).run();
    assert.equal(report.inputs[0].problems['phone-invalid'].examples[0].row, 2);
  });
});

describe('progress', () => {
  const output = (options) => {
    let [written, time] = ['', 0];
    const stream = { isTTY: options.isTTY, write: (text) => (written += text) };
    const { say, done } = progressOn(stream, { quiet: options.quiet, now: () => time });
    for (const [text, after] of [
      ['page 1: 100 services', 0],
      ['1000 services', 100],
      ['2000 services', 500],
    ]) {
      time += after;
      say(text);
    }
    done();
    return written;
  };

  it('is one line of a terminal, at most five times in a second, and gone before anything else is printed', () =>
    assert.equal(output({ isTTY: true }), '\r\u001b[Kpage 1: 100 services\r\u001b[K2000 services\r\u001b[K'));

  it('of an API is a line each in a log, and nothing where nobody wants any', () => {
    assert.equal(output({ isTTY: false }), 'page 1: 100 services\n');
    assert.equal(output({ isTTY: true, quiet: true }), '');
  });
});

describe('a field that a directory does not show', () => {
  const notUsed = (report) =>
    (report.inputs[0].notes['not-used']?.examples ?? []).map(({ file, row, path }) =>
      [file.split('/').at(-1), row, path].filter((one) => one !== undefined).join(' '),
    );

  it('is told with its row and path, unless it says nothing or binds records together', () => {
    const organization = { id: 'o', name: 'Org', year_incorporated: 1980 };
    const service = {
      id: 's',
      name: 'Service',
      organization_id: 'o',
      organization,
      description: 'Text',
      short_description: 'Less text',
      wait_time: '2 weeks',
      licenses: '',
      funding: [],
      phones: [{ id: 'p', number: '988', priority: 1 }],
      contacts: [{ name: 'Rae Example', title: 'Director' }],
      schedules: [{ freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00', attending_type: 'in person' }],
      service_at_locations: [
        { id: 'x', location: { id: 'l', addresses: [{ city: 'Troy', attention: 'Front desk' }] } },
      ],
      'Example, 77 Street': { note: 'as a key' },
    };
    const { report } = job(`{"id":"t","name":"Other"}\n${JSON.stringify(service)}`, 'a.ndjson').run();
    assert.deepEqual(notUsed(report).sort(), [
      'a.ndjson 2 $',
      'a.ndjson 2 $.contacts[0].name',
      'a.ndjson 2 $.contacts[0].title',
      'a.ndjson 2 $.organization.year_incorporated',
      'a.ndjson 2 $.phones[0].priority',
      'a.ndjson 2 $.schedules[0].attending_type',
      'a.ndjson 2 $.service_at_locations[0].location.addresses[0].attention',
      'a.ndjson 2 $.short_description',
      'a.ndjson 2 $.wait_time',
    ]);
  });

  it('is told of a column that the map leaves out, and of a table', () => {
    const table = job('name,mood,empty\nA,,\nB,calm,\n', 'a.csv');
    writeFileSync(join(table.place, 'map.json'), JSON.stringify({ columns: { name: 'name' } }));
    assert.deepEqual(notUsed(table.run('--map', join(table.place, 'map.json')).report), ['a.csv 3 mood']);
    const { place, out } = job('id,name\n1,A\n', 'services.csv');
    writeFileSync(join(place, 'funding.csv'), 'id,source\n1,Grant\n');
    const report = join(place, 'report.json');
    alongside('snapshot', place, '--out', out, '--report', report);
    assert.deepEqual(notUsed(JSON.parse(readFileSync(report, 'utf8'))), ['funding.csv']);
  });
});

/** Everything that a service says in words. */
const textOf = (value) =>
  typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join('\n') : `${value ?? ''}`;

/** Reads a set and checks that its report adds up. @returns The bytes after compression, those of its text alone, and how many services. */
function passes(path, expected, ...args) {
  const out = join(folder, `set-${++made}/services.json`);
  const report = `${out}.report.json`;
  mkdirSync(dirname(out));
  const { status, stderr } = alongside(
    'snapshot',
    path,
    '--out',
    out,
    '--report',
    report,
    '--made',
    '2026-01-01',
    ...args,
  );
  assert.equal(status, 0, stderr);
  const told = JSON.parse(readFileSync(report, 'utf8'));
  addsUp(told);
  assert.equal(servicesIn(out).length, told.services);
  if (expected) assert.equal(told.inputs[0].read, expected);
  const text = brotliCompressSync(servicesIn(out).map(textOf).join('\n')).length;
  return { bytes: brotliCompressSync(readFileSync(out)).length, services: told.services, text };
}

const nycMap = join(fixtures, 'nyc-victim-services/map.json');

describe('real data in part', () => {
  for (const [name, file, read, ...args] of [
    ['HAARRRvest', 'haarrrvest/results.ndjson'],
    ['hsds-transformer', 'hsds-transformer/datapackage.json', 19],
    ['HealthLeads', 'healthleads'],
    ['Ohana', 'ohana', 23],
    ['SMC-Connect', 'smcconnect', 1],
    ['New York', 'nyc-victim-services/facility.csv', 46, '--map', nycMap],
    ['Detroit and helplines', 'tiny-transcribed', 4],
  ])
    it(`of ${name} goes through, and the report adds up`, () => void passes(join(fixtures, file), read, ...args));
});

describe('real data', { skip: !existsSync(data) && 'the data is not there' }, () => {
  it('goes through whole, in at most 150 bytes for each service', (test) => {
    const adapters = 'servicenet-adapters/src/test/resources/adapters';
    const sets = [
      ['haarrrvest-llm-hsds/results.ndjson'],
      ['hsds-transformer/spec/fixtures/custom/ilao/output', 430],
      ['hsds-transformer/spec/fixtures/base_transformer/output', 19],
      ['hsds-transformer/examples/florida_data', 135],
      ['ohana-api/data/sample-csv', 23],
      ['hsds-3.2.3/hsds_official_examples'],
      ['tiny-transcribed', 4],
      [adapters],
      ['nyc-victim-services/facility.csv', 298, '--map', nycMap],
    ].map(([path, read, ...args]) => ({ path, ...passes(join(data, path), read, ...args) }));
    for (const { path, bytes, services, text } of sets.filter((set) => set.services >= 100))
      assert.ok(bytes <= Math.max(150 * services, 1.05 * text), `${path}: ${bytes} for ${services}, text ${text}`);
    for (const { path, bytes, services } of sets) test.diagnostic(`${path}: ${services} services, ${bytes} bytes`);
    const perService = sum(sets.map(({ bytes }) => bytes)) / sum(sets.map(({ services }) => services));
    test.diagnostic(`${perService.toFixed(1)} bytes for each service`);
    assert.ok(perService <= 150, `${perService}`);
  });

  it('without a service in it is refused', () => {
    const { status } = alongside(
      'snapshot',
      join(data, 'ohana-api/spec/support/fixtures'),
      '--out',
      join(folder, 'none.json'),
    );
    assert.equal(status, 3);
  });
});
