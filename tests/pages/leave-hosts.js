/** Pages that make it hard to find the way out: something lies over it, or it is to be hidden. */
import { readPicture } from './picture.js';
import { eventually } from './real-browser.js';
import { pageWith, script } from './leave-site.js';

const style = (css) => `<style>${css}</style>`;

const lines = Array.from({ length: 60 }, (_, at) => `<p>Line ${at + 1} of a long page.</p>`).join('');
const large = 'box-sizing: border-box; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0;';
const most = 'position: fixed !important; inset: 0; z-index: 2147483647 !important; background: #fed;';
const everything = '* { all: unset !important; display: none !important }';
const unseen =
  '* { color: white !important; background: white !important; opacity: 0 !important; transform: translateX(-9999px) !important; ' +
  'clip-path: inset(50%) !important; visibility: hidden !important; pointer-events: none !important }';

/** Words that scripts of the pages below are made of. */
const words = `
  const put = (parent, name, set) => parent.appendChild(Object.assign(document.createElement(name), set));
  const root = (mode) => put(document.body, 'div').attachShadow({ mode });
  const large = '${large}';
  const dialog = (parent, set) => put(parent, 'dialog', { textContent: 'Hello', ...set }).showModal();
  const popover = (parent, set) => put(parent, 'div', { style: large, textContent: 'Hello', ...set }).showPopover();
  const sheet = (css) => put(document.head, 'style', { textContent: css });
  const full = () => put(document.body, 'div', { style: 'background: #fed', textContent: 'Hello' }).requestFullscreen();
  const banner = () => {
    const banner = put(document.body, 'div', { style: '${most}', ariaModal: true });
    const button = put(banner, 'button', { textContent: 'Accept all' });
    button.focus();
    addEventListener('focusin', ({ target }) => banner.contains(target) || button.focus(), true);
    banner.addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault());
  };`;

/** What a page does, as a script that has the words above: once the way out is there. */
export const then = (code) => ({
  body: `<button id="open">Open</button>${lines}<script>${words} const act = () => { ${code} };</script>`,
  act: (tab) => tab.evaluate('act()'),
});

const whenClicked = (code, until) => ({
  ...then(`document.querySelector('#open').onclick = () => ${code}`),
  async act(tab) {
    await tab.evaluate('act()');
    await tab.click('#open');
    await tab.until(until);
  },
});

/** The way out stands in something. */
const within = (start) => ({ within: [start, start.replace(/<(\w+).*/, '</$1>')] });

/** Pages by what is the matter with them. */
export const hosts = {
  'an element lies over everything': { body: `<div style="${most}"></div>` },
  'an element is put over everything': then(`put(document.body, 'div', { style: '${most}' })`),
  'a dialog is opened': then(`dialog(document.body)`),
  'a dialog was open before': { before: `dialog(document.documentElement)` },
  'a dialog as large as the window is opened': then(`dialog(document.body, { style: large, innerHTML: '<input>' })`),
  'a dialog is opened in a shadow root': then(`dialog(root('open'), { style: large })`),
  'a dialog is opened in a closed shadow root': then(`dialog(root('closed'), { style: large })`),
  'a popover is opened': then(`popover(document.body, { popover: 'auto' })`),
  // Nothing tells of it, until the page is used in some way.
  'a popover is opened in a shadow root, and a key is pressed': {
    ...then(`popover(root('open'), { popover: 'manual' })`),
    key: 'a',
  },
  'an element is in full screen': whenClicked(`full()`, '!!document.fullscreenElement'),
  'a banner covers the page and keeps the focus': then(`banner()`),
  'the page is scrolled': then(`scrollTo(0, 1e6)`),
  'the page is read from right to left': { html: 'dir="rtl"' },
  'text is twice as large': { head: style('html { font-size: 200% }') },
  'nothing is to be displayed': { head: style(everything) },
  'nothing is displayed from some time on': then(`sheet('${everything}')`),
  'nothing is to be seen': { head: style(unseen) },
  'nothing is seen from some time on': then(`sheet('${unseen}')`),
  'the body is moved, filtered and contained': {
    head: style('body { transform: scale(0.5) translateX(50%); filter: blur(2px); contain: strict; perspective: 9px }'),
  },
  'it stands in what is inert': within('<div inert>'),
  'it stands in what is not to be seen': within('<div style="visibility: hidden; opacity: 0; transform: scale(0)">'),
  'it stands in what is cut off': within('<div style="height: 0; overflow: hidden; clip-path: inset(50%)">'),
};

/** Pages in which it cannot be seen, but the keys lead away. */
export const hidden = {
  'it stands in what is not displayed': within('<div style="display: none">'),
  'it stands in what is not displayed, and a dialog is opened': {
    ...within('<div style="display: none">'),
    ...then(`dialog(document.body)`),
  },
  'it stands in what is skipped': within('<div style="content-visibility: hidden">'),
  'it stands in what is folded away': within('<details><summary>More</summary>'),
};

/** The bar has a color that nothing else in the page has. */
const blue = 'rgb(0, 90, 200)';

/** Where the link is, and a point of the bar beside its words, once both have come to rest. */
export const place = async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const measure = () => {
    const { x, y, width, height } = document.querySelector('quick-exit a').getBoundingClientRect();
    return [x + width / 2, y + height / 2, x + 5, y + height / 2];
  };
  const before = measure();
  await frame();
  await frame();
  const now = measure();
  return now[0] && `${now}` === `${before}` && now;
};

/** Waits until the way out is seen, and gives where to press. */
export async function seen(tab) {
  const [x, y, ...beside] = await tab.until(place);
  const isBlue = async () => readPicture(await tab.screenshot()).at(...beside) === blue;
  await eventually(isBlue, { what: `the way out is seen at ${beside}` });
  return [x, y];
}

/** Opens one of these pages. */
export async function open({ site, tab }, { html = '', within = ['', ''], before, act, key, to, ...options }) {
  const attributes = `style="--quick-exit-background: ${blue}"`;
  site.pages['/a'] = pageWith({ to: to ?? site.elsewhere.address, tag: before ? '' : script, attributes, ...options })
    .replace('<html', `<html ${html}`)
    .replace('<quick-exit', `${within[0]}<quick-exit`)
    .replace('</quick-exit>', `</quick-exit>${within[1]}`)
    .concat(before ? `<script>${words} ${before}</script>${script}` : '');
  await tab.goto(`${site.address}/a`);
  await act?.(tab);
  if (key) await tab.keys(key);
}
