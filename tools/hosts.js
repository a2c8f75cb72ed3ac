// Rollup plugins for what is bundled into cdn/: pages that make it hard for a guest.
import MagicString from 'magic-string';

/**
 * Lit asks for a Trusted Types policy of its own while it is loaded, and ends where the page's list of policies has not got it. Then
 * `setHTML` takes its templates, which needs none: it drops scripts and event attributes, and templates have neither. Until Lit
 * does so by itself (lit/lit has no such fallback as of 3.3). A place that is missing here fails the build.
 */
const places = [
  [
    'e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0,',
    'e=(()=>{try{return s?.createPolicy("lit-html",{createHTML:t=>t})}catch{return 0}})(),',
  ],
  ['void 0!==e?e.createHTML(i):i', 'e?e.createHTML(i):i'],
  [
    'return s.innerHTML=t,s',
    'return 0===e&&s.setHTML?s.setHTML(t,{sanitizer:{removeAttributes:[],comments:!0}}):s.innerHTML=t,s',
  ],
];

export const withoutPolicy = {
  name: 'without-policy',
  transform(code, id) {
    if (!/\/lit-html\/lit-html\.js$/.test(id)) return null;
    const edited = new MagicString(code);
    for (const [before, after] of places) {
      const at = code.indexOf(before);
      if (at < 0 || code.includes(before, at + 1)) this.error(`${id}: ${before} is not there once`);
      edited.overwrite(at, at + before.length, after);
    }
    return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
  },
};

/**
 * Puts a finished script into a `try`: where the page has broken what it is made with, that is said on the console, and the page hears of
 * no error. The one export of all.js is taken out of it.
 */
export const contained = {
  name: 'contained',
  renderChunk(code) {
    const [end = '', name, as] = /export\{([\w$]+) as (\w+)\};?\s*$/.exec(code) ?? [];
    const edited = new MagicString(code);
    edited.remove(code.length - end.length, code.length);
    edited
      .prepend(`${end && 'let T0;'}try{`)
      .append(`${end && `;T0=${name}`}}catch(e){console.warn(e)}${end && `export{T0 as ${as}};`}`);
    return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
  },
};
