/** How elements come into a page: registered once, contained where they fail, in the place of divs; and the builder. */
const upgrade = (title) => ({ file: 'tests/elements/upgrade.test.ts', test: title, loads: ['all.js'] });
const snippet = (title) => ({ file: 'tests/node/snippet.test.js', test: title });

export const mutants = [
  {
    name: 'a page that loads the library twice breaks',
    file: 'src/register/define.ts',
    find: '    console.warn(tag, error);\n',
    replace: '    throw error;\n',
    killedBy: { file: 'tests/elements/define.test.ts', test: 'a class that is registered already is told, not thrown' },
  },
  {
    name: 'an element that fails takes the script of the page with it, and shows no number',
    file: 'src/register/contain.ts',
    find: "            this.renderRoot?.replaceChildren(document.createElement('slot'));\n",
    replace: '',
    killedBy: {
      file: 'tests/pages/strict-hosts.test.js',
      test: 'phone numbers are on screen where the browser has no other way to read templates',
      loads: ['all.js'],
    },
  },
  {
    name: 'who may write a div runs a script',
    file: 'src/register/div-upgrade.ts',
    find: 'ofBrowsers.test(own) || ',
    replace: '',
    killedBy: upgrade('gets no attribute that runs code, draws over the page, or brings in a page of others'),
  },
  {
    name: 'who may write a div sends what is searched for to a server of their own',
    file: 'src/register/div-upgrade.ts',
    find: 'return origin === location.origin && /^https?:$/.test(protocol);',
    replace: 'return !!origin && /^https?:$/.test(protocol);',
    killedBy: upgrade('gets no attribute that sends what is searched for to another server'),
  },
  {
    name: 'who may write a div takes the warning away that scripts can read along',
    file: 'src/register/div-upgrade.ts',
    find: '/^(frame-src|clear-url|in-page)$/',
    replace: '/^(frame-src|clear-url)$/',
    killedBy: upgrade('gets no attribute that takes a warning away'),
  },
  {
    name: 'a div of an editor becomes an element that has lost the number inside of it',
    file: 'src/register/div-upgrade.ts',
    find: '  element.append(...div.childNodes);\n',
    replace: '',
    killedBy: upgrade('becomes the element, with its attributes, and with what stood inside as the fallback'),
  },
  {
    name: 'the builder writes what was typed as markup',
    file: 'demo/builder/markup.js',
    find: ".replaceAll('<', '&lt;')",
    replace: '',
    killedBy: snippet('escapes what was typed'),
  },
  {
    name: 'the builder takes a way out to the agency’s own site',
    file: 'demo/builder/checks.js',
    find: 'return ownHost && siteOf(new URL(text).hostname) === siteOf(ownHost)',
    replace: 'return ownHost && text === ownHost',
    killedBy: snippet('a destination is judged as the way out itself judges it'),
  },
  {
    name: 'the snippet dials a number that the content does not have',
    file: 'demo/builder/snippet.js',
    find: "`${scheme}:${number.replace(/\\D/g, '')}`",
    replace: "`${scheme}:${number.replace(/\\D/g, '').slice(-7)}`",
    killedBy: snippet('holds the numbers of the content as links'),
  },
  {
    name: 'the snippet runs a file that somebody has changed on the way',
    file: 'demo/builder/snippet.js',
    find: '      integrity: facts.integrity[file],\n',
    replace: '',
    killedBy: snippet('resource-card, in the page, as element: pins each file'),
  },
  {
    name: 'what a person writes stands in the page though a private frame was chosen',
    file: 'demo/builder/snippet.js',
    find: 'const framed = isPrivate(facts, tag) && !!options.framed;',
    replace: 'const framed = false;',
    killedBy: snippet('puts private text into a frame, with its attributes, unless that was switched off'),
  },
];
