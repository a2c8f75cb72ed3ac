// Rollup plugins for what is bundled into cdn/: pages that make it hard for a guest.
import MagicString from 'magic-string';

/**
 * What is changed in Lit, by file: what stands there, what comes in its place. What is missing here fails the build.
 *
 * Lit asks for a Trusted Types policy of its own while it is loaded, and ends where the page's list of policies has not got it. Then
 * `setHTML` takes its templates, which needs none: it drops scripts and event attributes, and templates have neither. Until Lit
 * does so by itself (it does not as of 3.3).
 *
 * Lit leaves lists of its versions in the page, and looks there for helpers of browsers without shadow roots and of servers. Ours leaves
 * no names, takes nothing from there, and is smaller by it.
 */
const changes = {
  'lit-html': [
    [
      ',e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0,',
      ';let e;try{e=s?.createPolicy("lit-html",{createHTML:t=>t})}catch{}const ',
    ],
    ['return s.innerHTML=t,s', 'return!e&&s.setHTML?s.setHTML(t,{sanitizer:{comments:!0}}):s.innerHTML=t,s'],
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
  ],
  'lit-element': [
    [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ';'],
    [';(s.litElementVersions??=[]).push("4.2.2");', ';'],
  ],
  'reactive-element': [
    [',p=a.reactiveElementPolyfillSupport', ''],
    // What decorators keep: there are none here.
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
  ],
};

export const litAsGuest = {
  name: 'lit-as-guest',
  transform(code, id) {
    const [, file] = /\/node_modules\/(?:@lit\/)?([\w-]+)\/\1\.js$/.exec(id) ?? [];
    if (!file || !Object.hasOwn(changes, file)) return null;
    const edited = new MagicString(code);
    for (const [before, after] of changes[file]) {
      const at = code.indexOf(before);
      if (at < 0 || code.includes(before, at + 1)) this.error(`${id}: ${before} is not there once`);
      edited.update(at, at + before.length, after || ' ');
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
    const [end, name, as] = /(?:export\{([\w$]+) as (\w+)\})?;?\s*$/.exec(code);
    const edited = new MagicString(code);
    edited.remove(code.length - end.length, code.length);
    edited
      .prepend(`${name ? 'let T0;' : ''}try{`)
      .append(name ? `;T0=${name}}catch(e){console.warn(e)}export{T0 as ${as}};` : '}catch(e){console.warn(e)}');
    return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
  },
};

/** Where a plain script comes from: nothing but its own first moment knows. `whenRead` gives it this name. */
const here = 'ALONGSIDE_HERE';

/** What a module knows and a plain script does not: its address. And it has no exports, since it could give them to nobody. */
export const classic = {
  name: 'classic',
  resolveImportMeta: (property) => (property === 'url' ? here : null),
  transform: (code, id) =>
    /[\\/]define[\\/]all\.ts$/.test(id) ? { code: code.replace('export const tags', 'const tags'), map: null } : null,
};

/**
 * Has a plain script start when the page has been read, as a module does: an element that starts in mid-page does not have what stands inside
 * of it yet. `currentScript` is there only until then.
 */
export const whenRead = {
  name: 'when-read',
  renderChunk(code) {
    const edited = new MagicString(code);
    edited
      .prepend(`(${here}=>{const s=()=>{`)
      .append(
        '};document.readyState=="loading"?addEventListener("DOMContentLoaded",s,{once:!0}):s()})' +
          '(document.currentScript?.src||document.baseURI);',
      );
    return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
  },
};
