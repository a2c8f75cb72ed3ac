// What to know about a snippet, in plain words.
import { handsOff, isPrivate } from './snippet.js';

/** Where each part is put. With one part only, all of it goes to one place. */
export function whereOf(id, count) {
  if (count === 1) return 'Code for the place where you want it';
  return {
    'exit-head': 'Quick exit: code for the head of every page',
    'exit-body': 'Quick exit: code for the start of the body of every page',
    script: 'The script: code you need once, in the page or in the footer of all pages',
    widget: 'The element: code for the place where you want it',
  }[id];
}

/** What holds for these choices, most important first. */
export function notesFor({ tag, framed, folder, form, look, exit, comments }, facts) {
  const writes = isPrivate(facts, tag);
  return [
    writes && !framed && 'Every script on your page can read what people type into this element. The element says so.',
    writes &&
      !folder &&
      'People write in this element, so anyone who controls its files could read that. It’s better to host them on your own server.',
    writes && framed && 'Browsers can’t check the page inside a private frame with an integrity hash.',
    exit &&
      !folder &&
      'Your pages wait for the quick-exit script. From your own server it loads first, even when a public server is slow or down.',
    writes &&
      comments &&
      'Turn comments off for this page. Otherwise the site shows its own comment form below, and people could mistake it for part of this.',
    `The attributes before src (${Object.keys(handsOff).join(', ')}) ask tools that speed up pages to leave the script alone: Cloudflare Rocket Loader, LiteSpeed Cache, Autoptimize, Jetpack Boost, and WP Rocket. Such tools can delay a script until the first tap, and then that tap does nothing.`,
    'If you use another speed tool, such as Perfmatters, SiteGround Speed Optimizer, Flying Scripts, W3 Total Cache, or NitroPack, add these file names to its list of scripts to exclude from delaying and minifying. docs/delivery.md has the details.',
    'Keep the scripts out of your cookie banner: they set no cookies, so no one has to agree first. If your banner has to manage every script, use all.classic.js, which still works when such a tool loads it late.',
    `The integrity hash is for version ${facts.version}. The browser refuses any other file. It doesn’t cover files that load later, such as other languages.`,
    'Visitors see the phone numbers in the snippet while the element loads, when scripts are off, and when something fails. No one on this project has verified them. Call them before you publish, and add your own number.',
    form === 'div' &&
      'The div becomes the element once the script loads. In the div, every attribute name starts with data-.',
    look.light &&
      'Your colors work in browsers from 2024 on, which know light-dark(). Older browsers show the colors of your page.',
    !folder && 'If you have a content security policy, it has to allow scripts from https://unpkg.com.',
  ].filter(Boolean);
}
