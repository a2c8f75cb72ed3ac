// What to know about a snippet, in plain words.
import { handsOff, isPrivate } from './snippet.js';

/** Where each part is put. With one part only, all of it goes to one place. */
export function whereOf(id, count) {
  if (count === 1) return 'Code for the place where it is to stand';
  return {
    'exit-head': 'The way out: code for the head of every page',
    'exit-body': 'The way out: code for the start of the body of every page',
    script: 'The script: code that stands once, in the page or in the footer of all pages',
    widget: 'The element: code for the place where it is to stand',
  }[id];
}

/** What holds for these choices, most important first. */
export function notesFor({ tag, framed, folder, form, look, exit, comments }, facts) {
  const writes = isPrivate(facts, tag);
  return [
    writes && !framed && 'Every script in your page can read what people type into this element. The element says so.',
    writes &&
      !folder &&
      'People write into this element, so whoever controls its files could read it. Better have them on your own server.',
    writes && framed && 'The page inside of a private frame cannot be pinned with integrity: browsers do not let it.',
    exit &&
      !folder &&
      'Your pages wait for the script of the way out. From your own server it is there first, whatever happens to a public one.',
    writes &&
      comments &&
      'Turn comments off for this page. Otherwise the site shows its own comment form below, and people could mistake it for part of this.',
    `The attributes before src (${Object.keys(handsOff).join(', ')}) ask tools that speed up pages to leave the script alone: Cloudflare Rocket Loader, LiteSpeed Cache, Autoptimize, Jetpack Boost, and WP Rocket. Such tools can hold a script back until the first tap, and then that tap does nothing.`,
    'If you use another tool for speed, such as Perfmatters, SiteGround Speed Optimizer, Flying Scripts, W3 Total Cache, or NitroPack, add these file names to its list of excluded scripts, for delaying and for minifying. docs/delivery.md has the details.',
    'Keep the scripts out of your cookie banner: they set no cookies, so nobody has to agree first. If your banner has to manage every script, load all.classic.js, which still works after such a tool has brought it back.',
    `The hash (integrity) is of version ${facts.version}: the browser refuses any other file. Files that come later, such as other languages, are not covered by it.`,
    'The phone numbers in the snippet are shown while the element loads, without scripts, and when something fails. Nobody of this project has checked them: call them before you publish, and add your own number.',
    form === 'div' &&
      'The div becomes the element when the script is there. In the div each attribute is written with data- before it.',
    look.light &&
      'Colors take effect where the browser knows light-dark() (since 2024). Older ones show the colors of your page.',
    !folder && 'Your content security policy, if you have one, has to allow scripts from https://unpkg.com.',
  ].filter(Boolean);
}
