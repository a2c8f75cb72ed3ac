/**
 * What the library was tried with: translators, cache plugins, minifiers, consent tools, page libraries, extensions, browsers,
 * hosts. A test that shows a result says so in its title, with this call, and `npm run works-with` makes `docs/works-with.md`
 * from the calls. So a row is in the table for as long as its test is.
 *
 * @example
 * test(worksWith({ kind: 'minifier', name: 'JSMin', condition: 'cdn/all.js goes through it', result: 'the text inside the
 *   element stays, and the console says why', engines: 'Chromium, Firefox' }), async () => { … });
 *
 * The argument is one object literal with strings only, since a tool reads it without running the file.
 *
 * @typedef {object} Row
 * @property {'translator' | 'cache plugin' | 'minifier' | 'consent tool' | 'page library' | 'extension' | 'browser' | 'assistive technology' | 'host'} kind
 * @property {string} name What was tried, as people know it.
 * @property {string} condition What it does to a page.
 * @property {string} result What the test shows, in the present tense.
 * @property {string} [limit] What does not work, or was not tried.
 * @property {string} engines Where the test runs, such as `Chromium, Firefox, WebKit`.
 *
 * @param {Row} row
 * @returns {string} the title of the test.
 */
export const worksWith = ({ name, condition, result }) => `${name}: ${condition}: ${result}`;
