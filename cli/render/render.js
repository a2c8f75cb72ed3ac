import { leaveOthers, leavingEnglish } from '../../dist/content/sections/quick-exit.js';
import { tags } from '../../dist/define/all.js';
import { primary, validTag } from '../../dist/page/language.js';
import { destination } from '../../dist/leave/destination.js';
import { find } from './find.js';
import { readBeside } from './own-content.js';
import { inside, shadowOf } from './shadow.js';
import { hashesIn } from './styles.js';

/** Frames and searches need scripts: until those are there, what stands between the tags is shown, as it is without them. */
const leftAsTheyAre = ['private-frame', 'quick-exit', 'resource-directory'];

const isOurs = (tag) => Object.hasOwn(tags, tag ?? '');

/** What goes wrong with one element: it then keeps its light DOM, as where there is no script. */
class Unrendered extends Error {}

/**
 * Writes into a page, or a piece of one, what our elements show, as declarative shadow DOM: it is there to read without JavaScript, and before
 * the script has come. All else in the page stays as it is, byte for byte; what an earlier run wrote is replaced.
 *
 * @type {typeof import('./render.d.ts').render}
 */
export async function render(html, { lang = '', base, read } = {}) {
  if (typeof html !== 'string') throw new TypeError('render() takes a page as a string');
  const page = find(html, isOurs);
  const hashes = new Set();
  const problems = [];
  const edits = [];
  const said = validTag(lang);
  for (const found of page.found) {
    const { tag, line, start, rendered } = found;
    const tell = (more) => problems.push({ ...more, tag, line });
    // What the script shows follows the `lang` of the page, so that has to say it.
    if (said && found.lang === undefined) edits.push([found.nameEnd, found.nameEnd, ` lang="${said}"`]);
    const language = found.lang ?? lang;
    const written =
      tag === 'quick-exit'
        ? linkFor(found, language)
        : leftAsTheyAre.includes(tag)
          ? ''
          : await templateFor(found, language, { page, base, read, tell, hashes });
    if (rendered) edits.push([...rendered, written]);
    else if (written) edits.push([start, start, written]);
  }
  let output = '';
  let at = 0;
  for (const [from, to, text] of edits.sort((a, b) => a[0] - b[0])) {
    output += html.slice(at, from) + text;
    at = to;
  }
  return { html: output + html.slice(at), hashes: [...hashes].sort(), problems };
}

async function templateFor(found, lang, { page, base, read, tell, hashes }) {
  const { tag } = found;
  let { attributes } = found;
  let content;
  try {
    content = await contentOf(found, { page, base, read });
  } catch (error) {
    if (!(error instanceof Unrendered)) throw error;
    tell(error.cause);
    // As with a script: where there is nothing to show in its place, the default content is shown.
    if (found.light) return '';
    // It is not to be asked for again.
    attributes = new Map([...attributes].filter(([name]) => name !== 'src'));
  }
  const shadow = await shadowOf({ tag, attributes, lang, content, tags: page.tags, ids: page.ids });
  for (const problem of shadow.problems) tell(problem);
  if (!shadow.html || (shadow.failed && found.light)) return '';
  const written = inside(tag, shadow);
  for (const hash of hashesIn(written)) hashes.add(hash);
  return `<template shadowrootmode="open">${written}</template>`;
}

/** The agency's own content for an element. `undefined`: the default. */
async function contentOf({ attributes, json }, { page, base, read }) {
  const src = attributes.get('src');
  const fail = (reason, detail) => {
    throw new Unrendered(detail, { cause: { path: src || '$', reason, detail } });
  };
  let text = json;
  if (src) {
    try {
      if (read) text = await read(src);
      else if (page.hasBase) throw new Error('the page has a <base>, so it is not known where it is');
      else if (!base) throw new Error('it is not known where the page is');
      else text = await readBeside(src, base);
    } catch (error) {
      fail('network', error.message);
    }
  }
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail('not-json', error.message);
  }
}

/** A way out needs a link inside, to lead out without a script. Where the page has put none there, it gets one. */
function linkFor({ link, attributes }, lang) {
  if (link) return '';
  const language = primary(lang);
  const leave = Object.hasOwn(leaveOthers, language) ? leaveOthers[language] : leavingEnglish.words.leave;
  const href = destination('', [attributes.get('href')])
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  return `<a href="${href}" rel="noreferrer noopener">${leave}</a>`;
}
