/** Addresses that nobody may know. */
const test = (title) => ({ file: 'tests/node/confidential.test.js', test: title });

export const mutants = [
  {
    name: 'the address of a shelter that calls it confidential is shown',
    file: 'src/services/hsds/confidential.ts',
    find: '    `\\\\b${where}\\\\W{1,3}(?:${kept}|private)\\\\b`,\n',
    replace: '',
    killedBy: test('in a description of the service: "Address: confidential"'),
  },
  {
    name: 'a flag that says "withheld" is passed over, and the address shown',
    file: 'src/services/hsds/confidential.ts',
    find: '(isFlag && isRaised(given.get(key))) || ',
    replace: '',
    killedBy: test('on the service, the place, the address, the organization'),
  },
  {
    name: 'a flag that is not a plain yes counts as a no',
    file: 'src/services/hsds/confidential.ts',
    find: "given.isThere && given.flag() !== false && given.value !== 'public'",
    replace: 'given.flag() === true',
    killedBy: test('on the service, the place, the address, the organization'),
  },
  {
    name: 'a place is marked "address is not public", and shown',
    file: 'src/services/hsds/confidential.ts',
    find: ' || (isPublicFlag && given.get(key).flag() === false)) return',
    replace: ') return',
    killedBy: test('on the service, the place, the address, the organization'),
  },
  {
    name: 'a domestic violence shelter without any remark is shown with its address',
    file: 'src/services/hsds/confidential.ts',
    find: "    'domestic violence',\n",
    replace: '',
    killedBy: test('of a shelter: '),
  },
  {
    name: 'a withheld address still stands in the description',
    file: 'src/services/hsds/redact-address.ts',
    find: "    if (typeof value === 'string') return this.#text(value);\n",
    replace: "    if (typeof value === 'string') return value;\n",
    killedBy: test('is taken out of every text'),
  },
  {
    name: 'a link to a map leads to the withheld address',
    file: 'src/services/hsds/redact-address.ts',
    find: '      if (/url|email/i.test(key) && this.#found(decoded(part as string))) return [];\n',
    replace: '      if (/url|email/i.test(key)) return [[key, part] as const];\n',
    killedBy: test('takes whole links with it'),
  },
  {
    name: 'another service of the same organization tells the withheld address',
    file: 'src/services/hsds/from-hsds.ts',
    find: '        withheld.some((some) => place.known.some((known) => some.has(known)));',
    replace: '        false;',
    killedBy: test('is not told by another service or place of the same organization'),
  },
  {
    name: 'the coordinates of a confidential address stay in a pack',
    file: 'src/content/schema.ts',
    find: "for (const key of ['address', 'city', 'latitude', 'longitude']) delete read[key];",
    replace: "for (const key of ['city', 'latitude', 'longitude']) delete read[key];",
    killedBy: { file: 'tests/node/parse.test.js', test: 'is withheld when the flag is' },
  },
  {
    name: 'a snapshot that was made elsewhere brings a confidential address to the page',
    file: 'src/content/schema.ts',
    find: "  if (!(given['addressConfidential'] || read['addressConfidential'])) return;",
    replace: "  if (read['addressConfidential'] !== true) return;",
    killedBy: { file: 'tests/node/parse.test.js', test: 'is withheld when the flag is' },
  },
];
