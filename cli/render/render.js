import { leaveIn } from 'alongside-elements/internal/content/sections/quick-exit.js';
import { tags } from 'alongside-elements/define/all.js';
import { primary, validTag } from 'alongside-elements/internal/page/language.js';
import { destination } from 'alongside-elements/internal/leave/destination.js';
import { statics } from 'alongside-elements/internal/statics.js';
import { find } from './find.js';
import { readBeside } from './own-content.js';
import { inside, shadowOf } from './shadow.js';
import { hashesIn } from './styles.js';

const isOurs = (tag) => Object.hasOwn(tags, tag ?? '');

/** Content that cannot be had: what stands between the tags of the element is shown, if there is anything. */
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
  let follows = false;
  for (const found of page.found) {
    const { tag, line, start, rendered } = found;
    const tell = (more) => problems.push({ ...more, tag, line });
    // What the script shows follows the `lang` of the page, so that has to say it.
    if (said && found.lang === undefined) edits.push([found.nameEnd, found.nameEnd, ` lang="${said}"`]);
    const language = found.lang ?? lang;
    const shows = statics[tag]?.shows;
    const written =
      shows === 'link'
        ? linkFor(found, language)
        : shows === 'light'
          ? ''
          : await templateFor(found, language, { page, base, read, tell, hashes, follows });
    follows ||= shows === 'form';
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

async function templateFor(found, lang, { page, base, read, tell, hashes, follows }) {
  const { tag } = found;
  let { attributes } = found;
  try {
    const content = await contentOf(found, { page, base, read }).catch((error) => {
      if (!(error instanceof Unrendered) || found.light) throw error;
      // There is nothing else to show, so the default content is, as in a browser.
      tell(error.cause);
      attributes = new Map([...attributes].filter(([name]) => name !== 'src'));
      return undefined;
    });
    const around = { tags: page.tags, ids: page.ids, follows };
    const shadow = await shadowOf({ tag, attributes, lang, content, ...around });
    for (const problem of shadow.problems) tell(problem);
    if (!shadow.tree || (shadow.failed && found.light)) return '';
    const written = inside(tag, shadow);
    for (const hash of hashesIn(written)) hashes.add(hash);
    return `<template shadowrootmode="open">${written}</template>`;
  } catch (error) {
    if (!(error instanceof Unrendered)) throw error;
    tell(error.cause);
    return '';
  }
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
  const href = destination('', [attributes.get('href')])
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  return `<a href="${href}" rel="noreferrer noopener">${leaveIn(primary(lang))}</a>`;
}
