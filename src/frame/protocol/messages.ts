import { movements, shortcuts, type Shortcut } from '../../leave/shortcut.js';
import type { Kept, Stored, StoreNews, StoreReason } from '../../private-text/vault/store.js';
import type { Problem } from '../../schema/parse.js';
import { isBytes, readEach, own, readPairs, isText, isWholeNumber, type Pair } from './read.js';

// What the page and a private frame say to each other. The first two messages go by way of the windows, and the second brings a port; from then
// on both listen to the port alone, which nobody else has. Whatever is not exactly one of these messages is as if it had not come.

/** Goes up when a message changes: a page and a frame of different versions do not start to talk. */
const version = 1;

/** The most bytes of a sealed record. A notebook has some thousands. */
export const largestRecord = 5_000_000;
/** The most characters of a pack, as JSON. */
export const largestPack = 1_000_000;

/** What the page gives an element in a frame, and what it looks like there. */
export interface Settings {
  /** Which element. */
  readonly tag: string;
  readonly attributes: readonly Pair[];
  /** A pack with the agency's own content, as JSON. Empty: the default content. */
  readonly content: string;
  /** The language around the frame. Empty: none is set. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** CSS properties as they are in the page: font, color scheme, tokens. */
  readonly look: readonly Pair[];
  /** The size of the page's root font, such as `16px`. */
  readonly rem: string;
  /** The keys that leave the page. `none`, where there is no way out in it. */
  readonly shortcut: Shortcut;
}

/** What the frame asks of the page's store. */
export type FrameRequest =
  | { readonly type: 'ask'; readonly id: number; readonly what: 'exists' | 'read' | 'wipe' }
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly what: 'write';
      readonly record: Stored;
      readonly expected: string;
      readonly alone: boolean;
    };

/** What the frame says over the port. `here`: the focus came into it. `leave`: the keys for that were pressed. */
export type FromFrame =
  | FrameRequest
  | { readonly type: 'tell'; readonly what: 'lock-others' | 'close' | 'here' | 'leave' }
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'problems'; readonly problems: readonly Problem[] };

/** What the store in the page answers. */
export type FrameAnswer =
  | { readonly type: 'answer'; readonly id: number; readonly value: boolean | Kept | undefined }
  | { readonly type: 'failed'; readonly id: number; readonly reason: StoreReason }
  | { readonly type: 'news'; readonly news: StoreNews };

/** What the page says over the port. `moved`: something in the page did, while the focus was in the frame. */
export type FromPage =
  | FrameAnswer
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'moved'; readonly what: (typeof movements)[number] }
  | { readonly type: 'forget' };

/** From the frame to the window around it: it is there. */
export const hello = { alongside: version, type: 'hello' } as const;

/** From the page to the window of the frame, with a port: here is how to go on. `works`: whether anything can be kept. */
export const welcome = (works: boolean, settings: Settings) =>
  ({ alongside: version, type: 'welcome', works, settings }) as const;

/** Whether a message is the frame's first. */
export function isHello(data: unknown): boolean {
  const { alongside, type } = own(data);
  return alongside === version && type === 'hello';
}

/** The page's first message, or `undefined`. */
export function readWelcome(data: unknown): Pick<ReturnType<typeof welcome>, 'works' | 'settings'> | undefined {
  const { alongside, type, works, settings } = own(data);
  const read = readSettings(settings);
  if (alongside !== version || type !== 'welcome' || typeof works !== 'boolean' || !read) return undefined;
  return { works, settings: read };
}

/** A message of the frame, or `undefined`. */
export function readFromFrame(data: unknown): FromFrame | undefined {
  const { type, what, id, height, problems, record, expected, alone } = own(data);
  if (type === 'height' && isWholeNumber(height, 1_000_000)) return { type, height };
  if (type === 'tell' && (what === 'lock-others' || what === 'close' || what === 'here' || what === 'leave'))
    return { type, what };
  if (type === 'problems') {
    const read = readEach(problems, 1000, readProblem);
    return read?.length ? { type, problems: read } : undefined;
  }
  if (type !== 'ask' || !isWholeNumber(id)) return undefined;
  if (what === 'exists' || what === 'read' || what === 'wipe') return { type, id, what };
  const stored = readStored(record);
  if (what !== 'write' || !stored || !mark(expected, true) || stored.mark === expected || typeof alone !== 'boolean')
    return undefined;
  return { type, id, what, record: stored, expected, alone };
}

/** A message of the page, or `undefined`. */
export function readFromPage(data: unknown): FromPage | undefined {
  const { type, what, id, value, reason, news, settings } = own(data);
  if (type === 'forget') return { type };
  if (type === 'moved') {
    const known = movements.find((movement) => movement === what);
    return known && { type, what: known };
  }
  if (type === 'settings') {
    const read = readSettings(settings);
    return read && { type, settings: read };
  }
  if (type === 'news' && (news === 'wiped' || news === 'gone' || news === 'saved' || news === 'lock'))
    return { type, news };
  if (!isWholeNumber(id)) return undefined;
  if (type === 'failed' && (reason === 'full' || reason === 'off' || reason === 'altered')) return { type, id, reason };
  if (type !== 'answer') return undefined;
  if (value === undefined || typeof value === 'boolean') return { type, id, value };
  const kept = own(value);
  const { now, before } = kept;
  const [newest, older] = [now, before].map(readStored);
  if (!('now' in kept) || (now !== undefined && !newest) || (before !== undefined && !older)) return undefined;
  return { type, id, value: { now: newest, before: older } };
}

const mark = (value: unknown, empty = false): value is string =>
  isText(value, 64) && (/^[\w-]+$/.test(value) || (empty && !value));

function readStored(value: unknown): Stored | undefined {
  const { mark: name, bytes: sealed } = own(value);
  return mark(name) && isBytes(sealed, largestRecord) ? { mark: name, bytes: sealed } : undefined;
}

function readProblem(value: unknown): Problem | undefined {
  const { path, reason, detail } = own(value);
  const fits = isText(path, 500) && isText(reason, 20) && /^[a-z-]+$/.test(reason) && isText(detail, 500);
  return fits ? { path, reason: reason as Problem['reason'], detail } : undefined;
}

/** Whether an attribute can be given to the element: none that a browser knows by itself. */
export const canPass = (name: string): boolean =>
  /^(?!on|aria-|data-|in-page$)[a-z][a-z\d-]{0,63}$/.test(name) && !ofBrowsers.includes(` ${name} `);
const ofBrowsers =
  ' id class style slot part exportparts hidden lang dir title tabindex role is name nonce inert popover draggable ' +
  'contenteditable accesskey autofocus translate spellcheck src frame-src tag href ';

/** A CSS property of `look`, with a value that can ask for nothing. */
export const isAppearance = ([name, value]: Pair): boolean =>
  /^(color-scheme|font-family|font-size|--[a-z][a-z\d-]{0,63})$/.test(name) &&
  /^[^\\;{}<>!]{0,500}$/.test(value) &&
  !/(url|image|src|element|paint|cross-fade)[\w-]*\(/i.test(value);

function readSettings(value: unknown): Settings | undefined {
  const { tag, attributes, content, lang, dir, look, rem, shortcut } = own(value);
  const passed = readPairs(attributes, 50, ([name, given]) => canPass(name) && given.length <= 1000);
  const looks = readPairs(look, 200, isAppearance);
  const known = isText(shortcut, 10) && Object.hasOwn(shortcuts, shortcut);
  if (!passed || !looks || !known || (dir !== 'ltr' && dir !== 'rtl')) return undefined;
  if (
    !isText(tag, 64) ||
    !isText(content, largestPack) ||
    !isText(lang, 64) ||
    !isText(rem, 20) ||
    !/^[\d.]*(px)?$/.test(rem)
  )
    return undefined;
  return { tag, attributes: passed, content, lang, dir, look: looks, rem, shortcut: shortcut as Shortcut };
}
