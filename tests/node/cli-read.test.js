/**
 * Does every kind of file become nested HSDS with nothing lost in silence: JSON in lines and in pages, CSV of any
 * spreadsheet, tables of all versions, zip files, flat CSV with a map? Does what is broken lead to a problem with its row?
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readCsv } from '../../cli/read/csv.js';
import { readInput } from '../../cli/read/input.js';
import { readMap } from '../../cli/read/map.js';
import { plainRows } from '../../cli/read/plain-csv.js';

const fixtures = join(dirname(fileURLToPath(import.meta.url)), '../fixtures/cli');
const limits = { bytes: 5_000_000, files: 100 };
const folder = mkdtempSync(join(tmpdir(), 'alongside-read-'));
after(() => rmSync(folder, { recursive: true }));

let made = 0;
/** Writes files into a new folder and gives its path. */
function folderOf(files) {
  const path = join(folder, `${++made}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}
const fileOf = (name, content) => join(folderOf({ [name]: content }), name);
const read = (path, map) => readInput(path, { limits, map: map && readMap(map) });
const dataOf = ({ documents }) => documents.map(({ data }) => data);
const short = ({ problems }) =>
  problems.map(({ kind, row, detail }) => [kind, row, detail].filter((one) => one !== undefined).join(' '));
const reason = (expected) => (error) => error.reason === expected || assert.fail(error.stack);
const csv = (text) => readCsv(typeof text === 'string' ? Buffer.from(text) : text, 'x.csv');
const values = ({ records }) => records.map(({ values }) => ({ ...values }));

describe('a CSV file', () => {
  it('is read with a byte order mark, any line ends, quotes and empty lines', () => {
    const read = csv('\ufeffid,name\r\n1,"A ""quoted"", long\nname"\r\n\r\n , \r\n2, B \r\n');
    assert.deepEqual(values(read), [
      { id: '1', name: 'A "quoted", long\nname' },
      { id: '2', name: 'B' },
    ]);
    assert.deepEqual(
      read.records.map(({ row }) => row),
      [2, 5],
    );
    assert.deepEqual(read.problems, []);
  });

  it('is read with semicolons and tabs', () => {
    assert.deepEqual(values(csv('id;name;url\n1;A, B;x\n')), [{ id: '1', name: 'A, B', url: 'x' }]);
    assert.deepEqual(values(csv('id\tname\n1\tA, B; C\n')), [{ id: '1', name: 'A, B; C' }]);
  });

  it('is read in the encodings of old spreadsheets, which is told', () => {
    const latin = csv(Buffer.from('id,name\n1,Dirección\n', 'latin1'));
    assert.equal(values(latin)[0].name, 'Dirección');
    assert.deepEqual(short(latin), ['encoding read as windows-1252']);
    const wide = csv(Buffer.from('\ufeffid,name\n1,Dirección\n', 'utf16le'));
    assert.equal(values(wide)[0].name, 'Dirección');
  });

  it('with every quotation mark in its place is read as the parser reads it; any other is left to the parser', () => {
    const asParsed = (text) =>
      parse(text, { relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] });
    const pieces = fc.constantFrom(
      'a',
      'é',
      '’',
      ' ',
      ',',
      ';',
      '"',
      '""',
      '"b"',
      '"c, d"',
      '"e\nf"',
      '\n',
      '\r\n',
      '\r',
    );
    let plain = 0;
    const isSame = (parts) => {
      const rows = plainRows(parts.join(''), ',');
      if (rows) assert.deepEqual(rows, asParsed(parts.join('')), JSON.stringify(parts.join('')));
      if (rows?.length > 2) plain++;
    };
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), isSame), { numRuns: 3000 });
    assert.ok(plain > 100, `${plain}`);
    for (const open of ['a,"b\nc,d\n', 'a,b"c\n', 'a,"b"c\n', `a,"${'b,c\n'.repeat(100_000)}"\n`])
      assert.equal(plainRows(open, ','), undefined);
  });

  it('with rows that are too long or too short is read, and each is told with its row', () => {
    const read = csv('id,name,url\n1,A\n2,B,x,extra\n3,C,x,,\n4,D,x\n');
    assert.deepEqual(short(read), ['ragged 2 2 cells, 3 columns', 'ragged 3 4 cells, 3 columns']);
    assert.deepEqual(
      values(read).map(({ name }) => name),
      ['A', 'B', 'C', 'D'],
    );
  });

  it('with a quote that never ends is refused, with the row that it begins in', () => {
    const refused = (row) => (error) =>
      error.reason === 'csv' && error.row === row && error.message.includes(`row ${row}`);
    assert.throws(() => csv('id,name\n1,A\n2,"B\n3,C\n'), refused(3));
    const rows = Array.from({ length: 3000 }, (_, id) => `${id},${'x'.repeat(600)}`);
    assert.throws(() => csv(`id,name\n${rows.join('\n')}\n7,"B\n${rows.join('\n')}\n8,"C"\n`), refused(3002));
  });

  it('in which a quote was closed too late is told, with the row and the column', () => {
    for (const [text, row] of [
      ['id,name,note\n1,A,x\n2,B,"y\n3,C,"z"\n4,D,w\n', 3],
      ['id;name;note\n1;A;"y\n2;B;x\n3;C;"z, or w"\n', 2],
      ['name,id\n"A,1\nB,2\n"C, too",3\n', 2],
      ['a,b,c,d,e\n1,2,3,4,"x\n1,2,3,4,5\n1,2,3,4,5\n1,2,3,4,"\n', 2],
    ])
      assert.deepEqual(
        csv(text)
          .problems.filter(({ kind }) => kind === 'open-quote')
          .map((one) => one.row),
        [row],
        text,
      );
    const prose = 'id,name,note\n1,A,"Mon, Tue, Wed\nThu, Fri, Sat\nHe said, ""Call"", and left"\n';
    assert.deepEqual(csv(prose).problems, []);
  });

  it('says which character stands between its cells, as spreadsheets do', () => {
    for (const first of ['sep=;', 'SEP=;', '"sep=;"', '\ufeffsep=;', 'sep=;;;'])
      for (const end of ['\r\n', '\n']) {
        const read = csv([first, 'id;name', '1;A, B', '2', ''].join(end));
        assert.deepEqual(values(read), [{ id: '1', name: 'A, B' }, { id: '2' }], first);
        // The line is none of the table's: the header is row 1 all the same.
        assert.deepEqual(short(read), ['ragged 3 1 cells, 2 columns']);
      }
    assert.deepEqual(values(csv('sep=\t\nid\tname\n1\tA;B\n')), [{ id: '1', name: 'A;B' }]);
  });

  it('has nothing for what databases and spreadsheets write for nothing, and the errors are told', () => {
    const errors = [
      '#N/A',
      '#REF!',
      '#NAME?',
      '#VALUE!',
      '#DIV/0!',
      '#NUM!',
      '#NULL!',
      '#¡REF!',
      '#NV',
      'Err:502',
      '#####',
    ];
    for (const error of errors) {
      const read = csv(`id,name\n1,${error}\n`);
      assert.deepEqual(values(read), [{ id: '1' }], error);
      assert.deepEqual(
        read.problems.map(({ kind, row, path }) => [kind, row, path]),
        [['sheet-error', 2, 'name']],
        error,
      );
    }
    assert.deepEqual(values(csv('id,name\n1,\\N\n')), [{ id: '1' }]);
    assert.deepEqual(
      values(csv('id,name\n1,#1 Friends\n2,E-mail only\n')).map(({ name }) => name),
      ['#1 Friends', 'E-mail only'],
    );
  });

  it('has the text of what a spreadsheet keeps as a formula', () => {
    const read = csv(
      'zip,url\n"=""02138""","=HYPERLINK(""https://x.example/"",""Site"")"\n\'02138,\'+1 202 555 0143\n',
    );
    assert.deepEqual(values(read), [
      { zip: '02138', url: 'https://x.example/' },
      { zip: '02138', url: '+1 202 555 0143' },
    ]);
    assert.deepEqual(short(read), ['formula 2', 'formula 2']);
  });

  it('may have columns that are called like parts of every object', () => {
    const [row] = csv('__proto__,constructor,id\na,b,1\n').records;
    assert.equal(row.values.constructor, 'b');
    assert.equal(row.values.id, '1');
    assert.equal({}.a, undefined);
  });

  it('of nothing has no records', () => assert.deepEqual(csv('').records, []));
});

describe('JSON', () => {
  const one = { id: '1', name: 'A' };
  const two = { id: '2', name: 'B' };

  it('is handed on as it is', () => {
    const page = { contents: [one, two] };
    assert.deepEqual(dataOf(read(fileOf('a.json', JSON.stringify(page)))), [page]);
  });

  it('is taken out of an envelope, and problems still lead to its place', () => {
    const [document] = read(fileOf('a.json', JSON.stringify({ path: 'x', data: { data: one } }))).documents;
    assert.deepEqual([document.data, document.at], [one, '$.data.data']);
    const own = { name: 'A', data: { more: 1 } };
    assert.deepEqual(dataOf(read(fileOf('b.json', JSON.stringify(own)))), [own]);
  });

  it('in lines is read without those that are broken, which are told', () => {
    const result = read(fileOf('a.ndjson', `${JSON.stringify(one)}\n{"id": "2", "na\n\n${JSON.stringify(two)}\r\n`));
    assert.deepEqual(dataOf(result), [one, two]);
    assert.deepEqual(short(result), ['not-json 2']);
    assert.deepEqual(
      result.documents.map(({ rowOf }) => rowOf('$')),
      [1, 4],
    );
  });

  it('in lines is read also where the file is called .json', () => {
    assert.deepEqual(dataOf(read(fileOf('a.json', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`))), [one, two]);
  });

  it('that is cut off, or HTML, is an error', () => {
    const text = JSON.stringify([one, two], undefined, 2);
    assert.throws(() => read(fileOf('a.json', text.slice(0, -10))), reason('not-json'));
    assert.throws(() => read(fileOf('b.json', JSON.stringify([one, two]).slice(0, -5))), reason('not-json'));
    assert.throws(() => read(fileOf('c.json', '<!doctype html>')), reason('not-json'));
  });

  it('of no lines is an error', () => {
    assert.throws(() => read(fileOf('a.ndjson', '')), reason('nothing'));
  });

  it('in a folder is read from all files, and one that is broken is told', () => {
    const path = folderOf({
      'a.json': JSON.stringify(one),
      'deep/b.json': JSON.stringify([two]),
      'c.json': '{"id":',
      '.hidden/d.json': JSON.stringify(one),
      'README.md': '# Data',
    });
    const result = read(path);
    assert.deepEqual(dataOf(result), [one, [two]]);
    assert.deepEqual(
      result.problems.map(({ kind, file }) => [kind, file]),
      [['not-json', `${path}/c.json`]],
    );
  });
});

describe('tables', () => {
  const three = {
    'organizations.csv': 'id,name\no1,Org\n',
    'services.csv': 'id,organization_id,name\ns1,o1,One\ns2,o1,Two\ns3,,Alone\n',
    'locations.csv': 'id,name,organization_id\nl1,House,o1\nl2,Unused,o1\nl3,Lost,o9\n',
    'service_at_locations.csv': 'id,service_id,location_id\nx1,s1,l1\nx2,s9,l1\n',
    'addresses.csv': 'id,location_id,address_1,address_type\na1,l1,1 Main St,physical\na2,l9,2 Main St,physical\n',
    'phones.csv':
      'id,service_id,location_id,organization_id,service_at_location_id,contact_id,number\np1,s1,,o1,,,111-1111\np2,s1,l1,,,,222-2222\np3,,,o1,,,333-3333\np4,,,,x1,,444-4444\np5,s9,,,,,555-5555\np6,,,,,,666-6666\np7,,,,,c1,777-7777\n',
    'contacts.csv': 'id,organization_id,name\nc1,o1,Front desk\n',
    'languages.csv': 'id,phone_id,service_id,name\ng1,p1,,Spanish\ng2,,s2,English;Polish\n',
    'schedules.csv': 'id,service_id,location_id,freq\nh1,s1,,WEEKLY\nh2,,l1,WEEKLY\n',
    'taxonomy_terms.csv': 'id,name\nt1,Shelter\n',
    'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\nb1,s1,service,t1\nb2,nowhere,service,t1\n',
    'cost_options.csv': 'id,service_id,amount\nk1,s2,0\n',
    'funding.csv': 'id,source\nf1,City\n',
  };

  it('of HSDS 3 are joined', () => {
    const [organization, alone] = dataOf(read(folderOf(three)));
    assert.equal(organization.name, 'Org');
    assert.equal(alone.name, 'Alone');
    const [one, two] = organization.services;
    const [place] = one.service_at_locations;
    const numbers = (record) => record.phones?.map(({ number }) => number);
    assert.equal(place.location.name, 'House');
    assert.equal(place.location.addresses[0].address_1, '1 Main St');
    assert.deepEqual(numbers(one), ['111-1111']);
    assert.deepEqual(numbers(place), ['222-2222', '444-4444']);
    assert.deepEqual(numbers(organization), ['333-3333']);
    assert.deepEqual(numbers(organization.contacts[0]), ['777-7777']);
    assert.equal(one.phones[0].languages[0].name, 'Spanish');
    assert.deepEqual(
      two.languages.map(({ name }) => name),
      ['English', 'Polish'],
    );
    assert.equal(one.schedules.length, 1);
    assert.equal(place.location.schedules.length, 1);
    assert.equal(one.attributes[0].taxonomy_term.name, 'Shelter');
    assert.equal(two.cost_options[0].amount, '0');
    assert.deepEqual(
      organization.locations.map(({ name }) => name),
      ['Unused'],
    );
  });

  it('tell every row whose parent is nowhere', () => {
    const orphans = read(folderOf(three)).problems;
    assert.deepEqual(
      orphans.map(({ kind, file, row, detail }) => [kind, file.split('/').at(-1), row, detail]),
      [
        ['not-used', 'funding.csv', undefined, undefined],
        ['orphan', 'service_at_locations.csv', 3, 'service s9'],
        ['orphan', 'addresses.csv', 3, 'location l9'],
        ['orphan', 'phones.csv', 6, 'service s9'],
        ['orphan', 'phones.csv', 7, 'does not name a parent'],
        ['orphan', 'attributes.csv', 3, 'link nowhere'],
        ['orphan', 'locations.csv', 4, 'organization o9'],
      ],
    );
  });

  it('know the row of each service', () => {
    const [organization] = read(folderOf(three)).documents;
    assert.equal(organization.rowOf('$.services[1].name'), 3);
  });

  it('are the same from a zip file, and with a datapackage.json that names them otherwise', () => {
    const plain = dataOf(read(folderOf(three)));
    const packed = zipSync(
      Object.fromEntries(Object.entries(three).map(([name, text]) => [`data/${name}`, strToU8(text)])),
    );
    assert.deepEqual(dataOf(read(fileOf('a.zip', packed))), plain);
    const { 'phones.csv': phones, ...others } = three;
    const resources = [
      { name: 'phone', path: 'numbers.csv' },
      { name: 'contact', path: '../outside.csv' },
    ];
    const path = folderOf({ ...others, 'numbers.csv': phones, 'datapackage.json': JSON.stringify({ resources }) });
    const named = read(join(path, 'datapackage.json'));
    assert.deepEqual(dataOf(named), plain);
    assert.ok(short(named).includes('missing-file outside.csv'));
    assert.deepEqual(dataOf(read(join(path, 'services.csv'))), plain);
  });

  it('of HSDS 2 are joined', () => {
    const result = read(join(fixtures, 'hsds-transformer/datapackage.json'));
    const services = dataOf(result).flatMap(({ services, ...alone }) => services ?? [alone]);
    assert.equal(services.length, 19);
    const [{ service_at_locations: places, eligibility_description: eligibility }] = services;
    assert.equal(places[0].location.name, 'Arlington Heights Memorial Library');
    assert.deepEqual(places[0].location.regular_schedules[0].weekday, 'Monday');
    assert.equal(eligibility, undefined);
    assert.equal(services[1].eligibility_description, 'Federal Poverty Level');
  });

  it('of Ohana are joined, with lists in cells', () => {
    const services = dataOf(read(join(fixtures, 'ohana'))).flatMap(({ services }) => services);
    assert.equal(services.length, 23);
    const passport = services.find(({ name }) => name === 'Passport Photos');
    assert.deepEqual(
      passport.service_areas.map(({ name }) => name),
      ['Alameda County', 'San Mateo County'],
    );
    assert.deepEqual(passport.languages, [{ name: 'Spanish' }]);
    assert.ok(passport.taxonomy_terms.length > 3);
    const { location } = passport.service_at_locations[0];
    assert.deepEqual(location.accessibility[0], { description: 'disabled parking' });
    assert.ok(location.regular_schedules.length > 0 && location.holiday_schedules.length > 0);
  });

  it('may be JSON', () => {
    const [{ services }] = dataOf(read(join(fixtures, 'smcconnect')));
    assert.equal(services[0].phones[0].number, '(900) 500-9000');
    assert.equal(services[0].phones[0].description, '24 hours daily');
    assert.equal(
      services[0].service_at_locations[0].location.schedules[0].description,
      'Monday-Thursday, 8:30-5; Friday, 8:30-4',
    );
    const tabular = {
      'organizations.csv': [{ id: 1, name: 'O' }],
      'services.csv': [{ id: 2, name: 'S', organization_id: 1 }],
    };
    assert.equal(dataOf(read(fileOf('tabular.json', JSON.stringify(tabular))))[0].services[0].name, 'S');
  });

  it('with the name of the table before each column are joined', () => {
    const path = folderOf({
      'organizations.csv': 'organization_uuid,organization_name\no1,Org\n',
      'services.csv': 'service_uuid,organization_uuid,service_name,service_min_age\ns1,o1,One,12\n',
    });
    const [{ name, services }] = dataOf(read(path));
    assert.equal(name, 'Org');
    assert.equal(services[0].id, 's1');
    assert.equal(services[0].minimum_age, '12');
  });

  it('that lack some tables, or name themselves as parents, still end', () => {
    const path = folderOf({
      'services.csv': 'id,name,program_id,organization_id\n1,A,9,9\n1,A,,\n',
      'organizations.csv': '',
      'phones.csv': 'id,service_id\n,1\n',
    });
    assert.equal(read(path).documents.length, 2);
  });
});

describe('tables of numbers', () => {
  it('find each other where some ids have a point and a zero behind', () => {
    const path = folderOf({
      'organizations.csv': 'id,name\n1.0,O\n',
      'services.csv': 'id,organization_id,name\n7,1,S\n8.0,1.0,T\n',
      'phones.csv': 'id,service_id,number\n1,7.0,2025550143.0\n2,8,988\n3,NULL,211\n',
    });
    const { problems, documents } = read(path);
    const [{ data }] = documents;
    assert.deepEqual(
      data.services.map(({ id, phones }) => [id, phones.length]),
      [
        ['7', 1],
        ['8', 1],
      ],
    );
    assert.deepEqual(
      problems.map(({ kind, file, row, path }) => [kind, file?.split('/').at(-1), row, path].join(' ')),
      [
        'decimal organizations.csv 2 id',
        'decimal phones.csv 2 service_id',
        'decimal services.csv 3 id',
        'decimal services.csv 3 organization_id',
        'orphan phones.csv 4 ',
      ],
    );
  });

  it('may have the plurals of the feeds of the United Kingdom', () => {
    const { documents } = read(
      folderOf({
        'services.csv': 'id,name\n1,S\n',
        'eligibilitys.csv': 'id,service_id,minimum_age\n1,1,13\n',
        'taxonomys.csv': 'id,name\n5,Counselling\n',
        'service_taxonomys.csv': 'id,service_id,taxonomy_id\n1,1,5\n',
      }),
    );
    assert.deepEqual([documents[0].data.minimum_age, documents[0].data.taxonomy_terms[0].name], ['13', 'Counselling']);
  });
});

describe('a zip file', () => {
  it('may have paths as older programs of Windows write them', () => {
    const files = {
      'x\\services.csv': 'id,name\n1,A\n',
      'x\\phones.csv': 'service_id,number\n1,988\n',
      'x\\sub\\': '',
    };
    const { documents, problems } = read(
      fileOf('a.zip', zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))),
    );
    assert.deepEqual(problems, []);
    assert.equal(documents[0].data.phones[0].number, '988');
    assert.match(documents[0].file, /x\/services\.csv$/);
  });

  const packed = (files) => zipSync(Object.fromEntries(Object.entries(files).map(([name, data]) => [name, data])));

  it('that unpacks to too much is refused', () => {
    const bomb = packed({ 'services.csv': new Uint8Array(limits.bytes + 1) });
    assert.ok(bomb.length < 10_000);
    assert.throws(() => read(fileOf('a.zip', bomb)), reason('too-large'));
  });

  it('that lies about how much it unpacks to gives no more than it says', () => {
    const bomb = packed({ 'a.json': strToU8(`[{"id":"1","name":"A"}]${' '.repeat(limits.bytes * 2)}`) });
    // The size before compression stands in the entry's own header and in the directory at the end.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.length);
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === limits.bytes * 2 + 23) view.setUint32(at, 23, true);
    const result = read(fileOf('a.zip', bomb));
    assert.deepEqual(dataOf(result), [[{ id: '1', name: 'A' }]]);
  });

  it('with too many entries is refused', () => {
    const files = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.json`, strToU8('[]')]));
    assert.throws(() => read(fileOf('a.zip', packed(files))), reason('too-many'));
  });

  it('that is none, or is cut off, is an error', () => {
    assert.throws(() => read(fileOf('a.zip', 'PK')), reason('zip'));
    const whole = packed({ 'a.json': strToU8('[{"name":"A"}]') });
    assert.throws(() => read(fileOf('b.zip', whole.slice(0, -30))), reason('zip'));
  });
});

describe('a map', () => {
  const rows =
    'ORG,NAME,PHONE,EXT,TTY,ES,FR,LANGS,HOURS,ZIP LINE\nOrg,One,988,5,711,1,0,"Urdu, Thai",<ul><li>9 to 5</li></ul>,"NY, NY 10001"\norg,,1,,,,,,,\n';
  const map = {
    columns: {
      NAME: 'name',
      ORG: ['organization.name', { to: 'name', join: false }],
      PHONE: 'phones[0].number',
      EXT: 'phones[0].extension',
      TTY: [{ to: 'phones[1].number' }, { to: 'phones[1].type', value: 'textphone' }],
      ES: { to: 'languages[].name', value: 'Spanish', when: '1' },
      FR: { to: 'languages[].name', value: 'French', when: ['1', 'yes'] },
      LANGS: { to: 'languages[].name', split: ', *' },
      HOURS: 'schedules[].description',
      'ZIP LINE': [
        { to: 'locations[0].addresses[0].postal_code', match: '(\\d{5})$' },
        { to: 'locations[0].addresses[0].city', match: '^(.*?), [A-Z]{2}' },
      ],
    },
    constants: { status: 'active', 'locations[0].location_type': 'physical' },
  };

  it('says what the columns of a flat file are', () => {
    const result = read(fileOf('a.csv', rows), map);
    assert.deepEqual(result.problems, []);
    const [{ name, services }] = dataOf(result);
    assert.equal(name, 'Org');
    assert.deepEqual(services[0], {
      name: 'One',
      organization: { name: 'Org' },
      phones: [
        { number: '988', extension: '5' },
        { number: '711', type: 'textphone' },
      ],
      languages: [{ name: 'Spanish' }, { name: 'Urdu' }, { name: 'Thai' }],
      schedules: [{ description: '<ul><li>9 to 5</li></ul>' }],
      locations: [{ addresses: [{ postal_code: '10001', city: 'NY' }], location_type: 'physical' }],
      status: 'active',
    });
    assert.equal(services[1].name, 'org');
    assert.equal(result.documents[0].rowOf('$.services[1]'), 3);
  });

  it('tells columns that are not there', () => {
    assert.deepEqual(short(read(fileOf('a.csv', 'NAME\nA\n'), { columns: { NAME: 'name', URL: 'url' } })), [
      'missing-column URL',
    ]);
  });

  for (const [what, wrong] of [
    ['no columns', {}],
    ['a list', []],
    ['no target', { columns: { A: { value: 1 } } }],
    ['a word that is not known', { columns: { A: { to: 'name', form: 'x' } } }],
    ['a path that is none', { columns: { A: 'a b' } }],
    ['a path with an endless index', { columns: { A: 'phones[100000].number' } }],
    ['a path to the prototype', { columns: { A: '__proto__.x' } }],
    ['a pattern that is none', { columns: { A: { to: 'name', match: '(' } } }],
  ])
    it(`with ${what} is refused`, () => assert.throws(() => readMap(wrong), reason('map')));

  it('is what a flat file needs', () => {
    assert.throws(() => read(fileOf('a.csv', 'NAME\nA\n')), reason('map'));
  });

  it('does for New York', () => {
    const path = join(fixtures, 'nyc-victim-services');
    const map = JSON.parse(readFileSync(join(path, 'map.json'), 'utf8'));
    const result = read(join(path, 'facility.csv'), map);
    assert.deepEqual(
      result.problems.filter(({ kind }) => kind !== 'not-used'),
      [],
    );
    assert.ok(
      result.problems.some(({ path }) => path === 'X'),
      'columns that the map leaves out are listed',
    );
    const services = dataOf(result).flatMap(({ services }) => services);
    assert.equal(services.length, 46);
    assert.ok(services.every(({ name }) => name));
    assert.ok(!JSON.stringify(services).includes('987687'), 'coordinates in feet are left alone');
    assert.equal(services[0].locations[0].addresses[0].city, 'Brooklyn');
  });
});

describe('an input', () => {
  it('that is not there, or none that is known, is an error', () => {
    assert.throws(() => read(join(folder, 'nothing.json')), reason('missing'));
    assert.throws(() => read(fileOf('a.xlsx', 'PK')), reason('kind'));
    assert.throws(() => read(folderOf({ 'a.txt': 'A' })), reason('nothing'));
  });

  it('that is too large is an error', () => {
    assert.throws(() => read(fileOf('a.json', ' '.repeat(limits.bytes + 1))), reason('too-large'));
  });
});
