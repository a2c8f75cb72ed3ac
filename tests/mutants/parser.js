/** What comes from outside: packs, links, numbers, hostile text. */
const test = (title) => ({ file: 'tests/node/parse.test.js', test: title });

export const mutants = [
  {
    name: 'a link of a pack runs a script',
    file: 'src/schema/links.ts',
    find: 'if (!/^https?:\\/\\/[^\\s\\u0000-\\u001f\\\\]+$/i.test(raw)) return;',
    replace: '',
    killedBy: test('are of the web or nothing, whatever is tried'),
  },
  {
    name: 'a link hides where it leads behind a user name',
    file: 'src/schema/links.ts',
    find: 'return url.username || url.password ? undefined : url.href;',
    replace: 'return url.href;',
    killedBy: test('refused: "https://user:word@a.org"'),
  },
  {
    name: 'a call link dials a number without its country',
    file: 'src/schema/links.ts',
    find: "(/^\\s*\\+/.test(number) ? '+' : '') + digits",
    replace: 'digits',
    killedBy: test('dial digits only'),
  },
  {
    name: 'markup of a pack gets as far as the page',
    file: 'src/schema/parse.ts',
    find: "    if (hasMarkup(cleaned)) return refuse(path, 'markup');\n",
    replace: '',
    killedBy: test('never has a character that cannot be seen, and never markup'),
  },
  {
    name: 'characters that turn text around make one number look like another',
    file: 'src/schema/text.ts',
    find: '\\u202a-\\u202e',
    replace: '',
    killedBy: test('has nothing in it that hides, reorders or breaks lines'),
  },
  {
    name: 'one wrong entry of a pack takes the whole list away',
    file: 'src/schema/parse.ts',
    find: '      return entry ?? [];\n',
    replace: '      return entry ?? [undefined];\n',
    killedBy: test('takes away only its own entry'),
  },
  {
    name: 'what a pack holds can be changed behind the back of the elements',
    file: 'src/schema/parse.ts',
    find: 'return whole ? Object.freeze(result) : undefined;',
    replace: 'return whole ? result : undefined;',
    killedBy: test('is frozen all the way down'),
  },
  {
    name: 'a page that has changed Object.prototype puts its own text into the content',
    file: 'src/schema/parse.ts',
    find: 'isRecord(known) && own(known, key) ? known[key] : undefined;',
    replace: 'isRecord(known) ? known[key] : undefined;',
    killedBy: test('give nothing to what is read, where the page has changed Object.prototype'),
  },
];
