/** Finding services in a directory, and who hears what is searched for. */
const search = (title) => ({ file: 'tests/node/search.test.js', test: title });
const directory = (title) => ({ file: 'tests/node/directory.test.js', test: title });
const element = (title) => ({ file: 'tests/elements/resource-directory.test.ts', test: title });

export const mutants = [
  {
    name: 'a service with an accent in its name is not found without it',
    file: 'src/services/search/tokenize.ts',
    find: "String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase()",
    replace: 'String.fromCharCode(code).toLowerCase()',
    killedBy: search('of three letters too, which are never taken for misspelled'),
  },
  {
    name: 'who makes a slip in typing finds nothing',
    file: 'src/services/search/vocabulary.ts',
    find: 'const most = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;',
    replace: 'const most = 0;',
    killedBy: search('is found with one edit from four letters on'),
  },
  {
    name: 'a service is found under its own name only',
    file: 'src/services/search/matching.ts',
    find: "  { weight: 2, paths: [['description'], ['eligibilityDescription']] },\n",
    replace: '',
    killedBy: search('in a name count for more than elsewhere'),
  },
  {
    name: 'the last service of each part of a list is lost',
    file: 'src/services/search/service-index.ts',
    find: 'for (let row = 0; row < chunk.rows; row++) {',
    replace: 'for (let row = 0; row < chunk.rows - 1; row++) {',
    killedBy: search('without words come by name, whatever its case and accents'),
  },
  {
    name: 'a service that has been closed for good is recommended',
    file: 'src/services/search/service-index.ts',
    find: "if (!called || state === 'inactive' || state === 'defunct') continue;",
    replace: 'if (!called) continue;',
    killedBy: search('leave out services that are inactive or defunct'),
  },
  {
    name: 'a young person is shown services for other ages',
    file: 'src/services/search/facets.ts',
    find: 'this.#youngest[doc]! <= age && age <= this.#oldest[doc]!',
    replace: 'this.#youngest[doc]! <= age',
    killedBy: search('narrow to a term, an age, a language, what is free, what is open'),
  },
  {
    name: 'services whose hours are not known are called open now',
    file: 'src/services/search/facets.ts',
    find: "this.openAt(doc, now).state !== 'open' ? bitOf('openNow')",
    replace: "this.openAt(doc, now).state === 'closed' ? bitOf('openNow')",
    killedBy: search('narrow to a term, an age, a language, what is free, what is open'),
  },
  {
    name: 'the nearest service is said to be the farthest',
    file: 'src/services/search/facets.ts',
    find: 'const haversine = half * half + cosine * Math.cos(latitude) * side * side;',
    replace: 'const haversine = half * half;',
    killedBy: search('come by distance, with what has no place last, and say how far it is'),
  },
  {
    name: 'results of an older question come after those of the newer one',
    file: 'src/services/directory/directory-engine.ts',
    find: 'if (asked !== this.#asked) throw',
    replace: 'if (asked === -1) throw',
    killedBy: directory('are answered to the newest; an older one is overtaken'),
  },
  {
    name: 'a list of an agency asks files of another server',
    file: 'src/services/search/snapshot-read.ts',
    find: 'name.length <= 100 && /^[\\w-][\\w.-]*\\.json$/.test(name);',
    replace: 'name.length <= 100;',
    killedBy: { file: 'tests/node/snapshot.test.js', test: 'names no file outside its folder' },
  },
  {
    name: 'the server of a list is told which page and which visitor ask for it',
    file: 'src/services/directory/fetch-lines.ts',
    find: "      credentials: 'omit',\n      referrerPolicy: 'no-referrer',\n",
    replace: '',
    killedBy: directory('is asked for once, without cookies or referrer, and what is searched is told to nobody'),
  },
  {
    name: 'a server of the agency leads a search on to a server of others',
    file: 'src/services/directory/fetch-lines.ts',
    find: "mode: stays && new URL(url).origin === globalThis.origin ? 'same-origin' : 'cors',",
    replace: "mode: 'cors',",
    killedBy: {
      file: 'tests/pages/directory.test.js',
      test: 'follows no redirect of the page’s own server to another one',
      loads: ['all.js', 'directory-worker.js', 'directory-engine.js'],
    },
  },
  {
    name: 'each letter that is typed goes to a live server',
    file: 'src/elements/resource-directory/directory-search.ts',
    find: 'if (this.isLive) this.#asked = { ...this.#asked, text };\n    else void',
    replace: 'void',
    killedBy: {
      file: 'tests/pages/directory.test.js',
      test: 'sends what is searched for to a live server when the person asks for it, and not before',
      loads: ['all.js'],
    },
  },
  {
    name: 'what was searched for is on the screen after leaving',
    file: 'src/elements/resource-directory/directory-search.ts',
    find: '    this.#asked = nothingAsked;\n    this.results = this.choices = undefined;\n    this.cards = [];',
    replace: '    this.choices = undefined;',
    killedBy: element('lets go of what was typed when the person leaves'),
  },
  {
    name: 'who asks for more services loses the focus',
    file: 'src/elements/resource-directory/directory-search.ts',
    find: '      this.#host.renderRoot.querySelectorAll<HTMLElement>(selector)[index]?.focus(),',
    replace: '      void [selector, index],',
    killedBy: element('shows twenty at a time, and the focus goes to the first that was added'),
  },
  {
    name: 'who no longer wants to tell where they are is located once more',
    file: 'src/elements/resource-directory/directory-search.ts',
    find: '    if (this.#asked.near) return measure(undefined);\n',
    replace: '',
    killedBy: element('tells how far away services are only when asked, and keeps no place'),
  },
];
