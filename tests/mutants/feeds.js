/** Feeds of agencies, read into services, and the snapshot that is written from them. */
const feeds = (title) => ({ file: 'tests/node/feeds.test.js', test: title });
const snapshot = (title) => ({ file: 'tests/node/cli-snapshot.test.js', test: title });

export const mutants = [
  {
    name: 'a fax number is offered to call',
    file: 'src/services/hsds/read-phones.ts',
    find: 'if (isLost.test(type) || (!type && isLost.test(said))) {',
    replace: 'if (isLost.test(type) && !said && !type) {',
    killedBy: { file: 'tests/node/hsds.test.js', test: 'for letters and signals are dropped without a word' },
  },
  {
    name: 'a number from a spreadsheet is dialed with a zero too many',
    file: 'src/services/hsds/read-phones.ts',
    find: '  return text.replace(/^(\\s*\\+?\\d+)\\.0+\\s*$|',
    replace: '  return text.replace(/^(\\s*\\+?\\d+)\\.9+\\s*$|',
    killedBy: feeds('is dialed as it was: '),
  },
  {
    name: 'a number in exponents, which has lost digits, is dialed',
    file: 'src/services/hsds/read-phones.ts',
    find: "return rest.length === Number(zeros) ? whole + rest : '';",
    replace: "return (whole + rest).padEnd(Number(zeros) + 1, '0');",
    killedBy: feeds('and has lost digits is not dialed at all, and told'),
  },
  {
    name: 'an extension is dialed as a part of the number',
    file: 'src/services/hsds/read-phones.ts',
    find: '        ...(more && { extension: more }),\n',
    replace: '',
    killedBy: feeds('is dialed behind the number: '),
  },
  {
    name: 'a ZIP code of New England loses its zero',
    file: 'cli/tidy/postal-codes.js',
    find: "zip.padStart(5, '0') + more",
    replace: 'zip + more',
    killedBy: feeds('is MA 02138 for '),
  },
  {
    name: 'a directory that has lost a third of its services takes the place of the whole one',
    file: 'cli/commands/snapshot.js',
    find: 'const least = 0.8;',
    replace: 'const least = 0.5;',
    killedBy: snapshot('stays when the new one has over 20 % fewer services, unless forced'),
  },
  {
    name: 'a crash while writing leaves half a directory',
    file: 'cli/snapshot/write.js',
    find: '  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);',
    replace: '  const temporary = path;',
    killedBy: snapshot('can be read to its end by who has begun, while a new one is written'),
  },
  {
    name: 'the command deletes files that are none of its own',
    file: 'cli/snapshot/write.js',
    find: ".filter((name) => typeof name === 'string' && shardName.test(name));",
    replace: ".filter((name) => typeof name === 'string');",
    killedBy: snapshot('makes nothing go but its own parts'),
  },
  {
    name: 'the key of an API is sent on to another server',
    file: 'cli/read/fetch-json.js',
    find: 'if (to.origin !== url.origin && (Object.keys(headers).length > 0 || hasKey(url)))',
    replace: 'if (to.origin === undefined)',
    killedBy: {
      file: 'tests/node/cli-api.test.js',
      test: 'that leads to another server is not followed with a key',
    },
  },
  {
    name: 'a part of an API passes for all of its services',
    file: 'cli/read/fetch-json.js',
    find: '      if (!again || attempt >= retries',
    replace:
      '      if (status === 500) return { contents: [], last_page: true };\n      if (!again || attempt >= retries',
    killedBy: { file: 'tests/node/cli-api.test.js', test: 'is given up after a few 500s, also on a later page' },
  },
  {
    name: 'the words beside a phone number tell the withheld address',
    file: 'src/services/hsds/from-hsds.ts',
    find: '        ? phone\n        : { ...phone, description },',
    replace: '        ? { ...phone, description }\n        : { ...phone, description },',
    killedBy: {
      file: 'tests/node/feeds-confidential.test.js',
      test: 'is in no snapshot, no report, and nothing that is printed',
    },
  },
  {
    name: 'in a large feed, an address that one line withholds stands in another of the same organization',
    file: 'cli/snapshot/organizations.js',
    find: '.filter((number) => number > 0);',
    replace: '.filter((number) => number < 0);',
    killedBy: { file: 'tests/node/in-parts.test.js', test: 'as a line of JSON for each' },
  },
  {
    name: 'a name that was in capitals is not found any more as the feed spells it',
    file: 'cli/tidy/capitals.js',
    find: "phd: 'PhD' };",
    replace: "phd: 'Ph.D.' };",
    killedBy: feeds('is found by both spellings, and by each word of them'),
  },
  {
    name: 'a broken pack is called right',
    file: 'cli/commands/check.js',
    find: '    if (checked.problems.length) code = Math.max(code, 1);\n',
    replace: '',
    killedBy: { file: 'tests/node/check.test.js', test: 'leaves what is there where something is wrong' },
  },
  {
    name: 'a pack with words that are never used passes the strict check',
    file: 'cli/language/words.js',
    find: "    youth: ['must', 'should', ",
    replace: "    youth: ['must', ",
    killedBy: { file: 'tests/node/words.test.js', test: 'finds: You should call.' },
  },
];
