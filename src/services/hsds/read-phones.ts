import type { Service } from '../schema.js';
import { dialable } from '../../schema/links.js';
import type { RecordReader } from './record-reader.js';
import { cutText } from './plain-text.js';

type Phone = Service['phones'][number];
type PhoneType = Phone['type'];

/** Phones, and what stood where a number belongs but tells when somebody is there. */
export interface Phones {
  readonly phones: readonly Phone[];
  readonly hours: readonly string[];
  /** For each of the phones, all that was written where it stands. */
  readonly whole: Map<object, string>;
}

const isText = /\b(?:sms|text(?:ing|s)?(?! ?(?:phone|telephone))|txt|short ?code|mensajes? de texto)\b/i;
const isTextphone = /\b(?:tty|tdd|ttd|text ?(?:tele)?phone|relay|deaf)\b/i;
const isVoice = /\b(?:voice|call|llam\w+|phone)\b/i;
const isLost = /\b(?:fax|pager|beeper)\b/i;

/** What HSDS and forms call a phone, where that says nothing to a person. */
const plainTypes =
  /^(?:voice|text|sms|tty|tdd|textphone|phone|telephone|main|land ?line|cell|other|primary|office|work)$/i;

const keyword =
  /\b(?:text|txt|sms|env[ií]\w*|mand\w+|texte\w+)\s+(?:the word\s+|la palabra\s+)?["'“”‘’«]?([\p{L}\d]{2,20})["'“”‘’»]?\s+(?:to|al?)\s*:?\s*(?=\+?[\d(])/iu;
const press = 'press|option|opt\\.?|select|choose|then dial|dial|opri\\w+|marque|opción';
const extension = new RegExp(
  `[\\s,;(]*(?:(?<![a-z])(?:ext(?:ension|n)?|xtn|extensi[oó]n|int(?:erno)?|anexo)(?![a-z])|(?<=[\\d\\s).,(])x(?![a-z])|(?<!(?:${press})\\s{0,3})#)\\.?\\s*[:=]?\\s*(?:(?:no\\.?|number|#)\\s*)?(\\d{1,7})(?:\\.0+)?(?!\\d)#?\\s*\\)?`,
  'i',
);
const between = new RegExp(
  `(\\s*(?:[;|\\n/&]|,|\\b(?:or|and|o|y)\\b)\\s*)(?=[^;,|/&]{0,30}?\\d{3})(?![^;,|/&\\d]{0,12}(?:(?<![a-z])ext|\\bx\\s?\\d|#|(?:${press})\\b))`,
  'i',
);
// An area code, and a word on the keys of a phone instead of the rest.
const vanity = /(?:\+?1[\s.-]*)?\(?\b[2-9]\d\d\)?[\s.-]*(?=[\d\s.-]*[A-Z]{2})[A-Z\d]+(?:[\s.-]?[A-Z\d]+)*/;
const digitsOnly = /\+?\(?\d(?:[\d\s().\u2010-\u2015-]*\d)?/g;
const keys = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const onKeys = '22233344455566677778889999';

/** Numbers of three digits that lead somewhere. Others are a part of something else. */
const threeDigits = /^(?:[2-9]11|988|112|999)$/;

/** Ten digits as North America writes them, and not the end of a number from elsewhere. */
const ten =
  '(?<!\\d|(?:\\+|\\b00 ?)\\d{1,3}[\\s().-]{0,3})(?:\\+?1[\\s.-]*)?\\(?[2-9]\\d\\d\\)?[\\s./-]*[2-9]\\d\\d[\\s.-]*\\d{4}(?!\\d)';
const tenDigits = new RegExp(ten);
/** Two of them with no more than a word or a space between, which is said of the second one; or with more, said of the first. */
const twoInRow = new RegExp(
  `(${ten}(?:[\\s,]*(?:ext\\.?|x)\\s*\\d{1,6})?(?:\\s*\\([^()\\d]*\\))?)\\s+(?=[^\\d()\\n;,|/&]{0,25}${ten})`,
  'gi',
);
const twoApart = new RegExp(`(${ten}[^\\n;|/&]{1,60}?)[\\s,]+(?=${ten})`, 'gi');
/** An area code before a slash. */
const slashed = /(?<!\d)([2-9]\d\d)\/(?=[2-9]\d\d[\s.-]?\d{4}(?!\d))/g;
/** What follows a number after a pause, in the ways in which phones keep it: `,,22`, `;22`, `p22`. */
const afterPause =
  /(\d{4}\)?)\s?(?:,{2,}\s?|[,;]|[,;]\s(?!\d{4}(?!\d))|[pw]{1,3}\s?)(\d{1,7})#?(?![\d.]|[\s()-]{0,3}\d)/gi;
/** The relay service stands behind the numbers of those who answer by voice. */
const relay = /\(?\b(?:tty|tdd|ttd|relay)\W{0,3}711\b\)?/gi;

/** Words that only say that a number is one. Where nothing else stands beside it, nothing is said. */
const label =
  /(?<![\p{L}\d])(?:tel(?:[eé](?:phone|fono))?|phone|ph|call|dial|llam\w+|voice|number|no|text(?:ing|phone|s)?|sms|txt|tty|tdd|ttd|v|or|and|o|y|at|to|al?|us|the|p|t|x)(?![\p{L}\d])/giu;

/** Floating point, in which tables keep numbers: `2025550143.0`. What has lost digits is none, and empty. */
function withoutFloat(text: string): string {
  const [, whole = '', rest = '', zeros = ''] = /^\+?(\d)\.?(\d*)E\+?(\d{1,2})$/i.exec(text.trim()) ?? [];
  if (whole) return rest.length === Number(zeros) ? whole + rest : '';
  if (/^\s*\d{1,3}(?:,\d{3}){2,}(?:\.0+)?\s*$/.test(text)) return text.replace(/,|\.0+\s*$/g, '');
  return text.replace(/^(\s*\+?\d+)\.0+\s*$|(?<![\d.])(\+?\d{7,15})\.0{1,2}(?!\d)/g, '$1$2');
}

/** A number as links have it, `tel:+1-202-555-0143;ext=22`, and one with pauses, with words in their place. */
const asWritten = (text: string): string =>
  text
    .replace(/\b(?:tel|sms|callto):(?:\/\/)?/gi, ' ')
    .replace(/;\s*(?:ext|postd)=/gi, ' ext ')
    .replace(/;\s*[a-z-]+=[^;\s]*/gi, '')
    .replace(afterPause, (whole, before: string, more: string) =>
      threeDigits.test(more) && !/,,|[pw]/i.test(whole) ? whole : `${before} ext ${more}`,
    )
    .replace(slashed, '$1-')
    .replace(twoInRow, '$1\n')
    .replace(twoApart, '$1\n')
    .trim();

interface Read {
  readonly number: string;
  /** What it is in letters. Empty: it is none. */
  readonly words: string;
  /** The stretch of the text that it was read from. */
  readonly raw: string;
}

/** A number as it can be dialled, if it is one. Words in it are told beside it. */
function readNumber(text: string, alone: boolean): Read | undefined {
  const worded = tenDigits.test(text) ? undefined : vanity.exec(text)?.[0].trim();
  if (worded) {
    const letters = worded.replace(/[A-Z]/g, (letter) => onKeys[keys.indexOf(letter)]!);
    const digits = letters.replace(/\D/g, '').replace(/^1/, '');
    // "1-800-799-SAFE (7233)" says both already.
    const both = text.slice(text.indexOf(worded)).match(/^[^()]*\(\s*[\d-]+\s*\)/)?.[0] ?? '';
    const said = both.replace(/\D/g, '').replace(/^1/, '');
    if (said.length === 10 && digits.length >= 10) return { number: both, words: '', raw: both };
    if (digits.length >= 10) {
      const parts = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 10)];
      return { number: (/^\+?1/.test(worded) ? '1-' : '') + parts.join('-'), words: worded, raw: worded };
    }
  }
  const usual = tenDigits.exec(text)?.[0];
  if (usual) return { number: usual, words: '', raw: usual };
  for (const [raw] of text.replace(/\b\d{1,2}:\d\d\b/g, (time) => ':'.repeat(time.length)).matchAll(digitsOnly)) {
    // "555-0143 22": who knows what the rest is.
    const number = raw.trim().replace(/^(\d{3}[\s.-]?\d{4})\s+\(?\d{1,5}$/, '$1');
    const digits = number.replace(/\D/g, '');
    // A short code that somebody has put the country before.
    const [, short] = /^\+?1[\s.-]*(\d{5,6}|[2-9]11|988)$/.exec(number) ?? [];
    if (short && (number.startsWith('+') || short.length === 3 || /\D/.test(number)))
      return { number: short, words: '', raw: raw.trim() };
    const isShort = digits.length === 3 && number === digits && (alone || threeDigits.test(digits));
    const isCode = /^(?:\d{5,6}|\d{3}[\s-]\d{3})$/.test(number);
    if (isShort || isCode || (digits.length >= 7 && digits.length <= 15)) return { number, words: '', raw: number };
  }
  return undefined;
}

/** What is said around a number. Empty: nothing but that it is one. */
function wordsAround(text: string, raw: string): string {
  const around = text
    .replace(raw, '\n')
    .split('\n')
    .map((side) => side.replace(/^[\s,;:.)\]–-]+|[\s,;:([–-]+$/g, ''))
    .map((side) => (side.startsWith('(') && !side.includes(')') ? side.slice(1) : side))
    .map((side) => side.replace(/^\(([^()]*)\)?$|^([^()]*)\)$/, '$1$2').trim());
  return around.filter((side) => /[\p{L}\d]/u.test(side.replace(label, ''))).join(' ');
}

function typesOf(given: string, said: string, number: string): readonly PhoneType[] {
  if (/^\d{5,6}$/.test(number.replace(/\D/g, '')) && !isTextphone.test(given)) return ['text'];
  for (const words of [said, given]) {
    if (isTextphone.test(words)) return ['textphone'];
    if (isText.test(words)) return isVoice.test(words) ? ['voice', 'text'] : ['text'];
  }
  return ['voice'];
}

/** A piece of a number, behind a whole one: its last four digits, or all but the area. `undefined`: it stands for itself. */
function completed(piece: string, before: string, by: string): string | undefined {
  const [, area] = /^(?:\+?1[\s.-]*)?\(?([2-9]\d\d)\)?[\s./-]*\d{3}[\s.-]*\d{4}$/.exec(before) ?? [];
  const bare = piece.trim();
  if (area && /^\d{3}[\s.-]?\d{4}$/.test(bare)) return `${area}-${bare}`;
  // Behind a comma it may as well be an extension.
  return /^\d{4}$/.test(bare) && /\d{4}$/.test(before) && !/[,;]/.test(by) ? before.slice(0, -4) + bare : undefined;
}

/** What stands where an extension belongs: its digits, what is said with them, or another number. */
function readExtension(given: RecordReader): {
  readonly digits: string;
  readonly words: string;
  readonly number: string;
} {
  if (!given.isThere) return { digits: '', words: '', number: '' };
  const stated = given.text(60).trim();
  const text = stated.replace(/^(\d+)\.0+$/, '$1');
  if (text !== stated) given.note('decimal');
  if (text.replace(/\D/g, '').length > 7) return { digits: '', words: '', number: text };
  const [, digits = '', rest = ''] = /^(?:ext(?:ension|n)?|x)?[\s.:#]*(\d{1,7})#?(?!\d)(.*)$/i.exec(text) ?? [];
  return { digits, words: digits ? wordsAround(rest, '') : text, number: '' };
}

function readPhone(given: RecordReader, phones: [Phone, string][], hours: string[]): void {
  const type = given.get('type', 'phone_type', 'number_type', 'phonetype').text();
  const said = given.get('description', 'label', 'department', 'purpose', 'title').text();
  const stated = given.isRecord ? given.get('number', 'phone_number', 'phone', 'value', 'telephone') : given;
  if (isLost.test(type) || (!type && isLost.test(said))) {
    if (stated.isThere) stated.note('fax');
    return;
  }
  const written = stated
    .text(300)
    .replace(/["“”«»]/g, ' ')
    .trim();
  if (!written) return;
  const plain = withoutFloat(written);
  if (plain !== written && plain) stated.note('decimal');
  const apart = readExtension(given.get('extension', 'ext'));
  const whole = [asWritten(plain), apart.number && asWritten(apart.number)].filter(Boolean).join('\n');
  const alone = /^\D*\d+\D*$/.test(whole);
  const mine: { -readonly [K in keyof Phone]: Phone[K] }[] = [];
  let [found, last] = [false, ''];
  /** What is no number goes with the number before it, so that it is not lost. */
  const beside = (words: string): void => {
    const before = mine.filter(({ number }) => number === last);
    for (const phone of before) phone.description = cutText([phone.description, words].filter(Boolean).join(', '), 300);
    if (!before.length && /[\p{L}\d]/u.test(words.replace(label, ''))) stated.refuse('not-phone');
  };
  const pieces = whole.split(between);
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at]!;
    const by = pieces[at - 1]?.trim() ?? '';
    // "Call or text 988".
    if (!/\d/.test(piece) && at + 2 < pieces.length) {
      pieces[at + 2] = piece + pieces[at + 1] + pieces[at + 2];
      continue;
    }
    if (isLost.test(piece)) {
      stated.note('fax');
      found = true;
      continue;
    }
    const word = keyword.exec(piece);
    const own = extension.exec(piece);
    const rest = own ? piece.slice(0, own.index) + ' ' + piece.slice(own.index + own[0].length) : piece;
    const full = mine.some(({ number, extension }) => number === last && extension)
      ? undefined
      : completed(rest, last, by);
    if (full) stated.note('completed');
    const bare = full ?? rest;
    // Four digits behind an extension are another one, and behind a comma nobody knows.
    const isPiece = !full && !!last && /^\s*\d{1,4}\s*$/.test(rest) && !threeDigits.test(rest.trim());
    const read = isPiece ? undefined : readNumber(bare, alone);
    if (!read) {
      if (last && isPiece) stated.note('beside');
      if (last) beside([by, piece.trim()].filter(Boolean).join(' '));
      continue;
    }
    found = true;
    last = read.number;
    const around = wordsAround(bare.replace(word?.[0] ?? '', ''), read.raw);
    if (/^[\s,;/&-]*\d+$/.test(around)) stated.note('beside');
    const isPlain = !type || plainTypes.test(type) || isText.test(type) || isTextphone.test(type);
    const more = own?.[1] ?? apart.digits;
    // Two extensions: the one behind the number counts, and the other one is said.
    const other = own && apart.digits && Number(apart.digits) !== Number(own[1]) ? apart.digits : '';
    const words = [read.words, said || (isPlain ? '' : type), around, apart.words, other && `x${other}`].filter(
      (one, index, all) => one && all.indexOf(one) === index,
    );
    for (const one of word
      ? (['text'] as const)
      : typesOf(type, bare === read.number ? said : `${bare.replace(relay, '')} ${said}`, read.number)) {
      mine.push({
        number: read.number,
        type: one,
        ...(more && { extension: more }),
        ...(word && { keyword: word[1]! }),
        ...(words.length > 0 && { description: cutText(words.join(', '), 300) }),
      });
    }
  }
  const all = [written, given.get('extension', 'ext').text(60), type, said].join(' ');
  for (const phone of mine) phones.push([phone, all]);
  if (found) return;
  stated.refuse('not-phone');
  if (/\b(?:24|hours?|daily|[ap]\.?m|horas)\b/i.test(whole)) hours.push(whole);
}

/** Phones of lists that may tell the same number again: it is kept once, with what is said about it anywhere. */
export function readPhones(lists: readonly RecordReader[]): Phones {
  const all: [Phone, string][] = [];
  const hours: string[] = [];
  for (const list of lists) for (const given of list.items()) readPhone(given, all, hours);
  const phones = new Map<string, Phone>();
  const whole = new Map<object, string>();
  for (const [phone, text] of all) {
    const key = `${phone.type} ${dialable(phone.number).replace(/^\+?1(?=\d{10}$)/, '')} ${phone.extension ?? ''}`;
    const before = phones.get(key);
    const one = { ...phone, ...before };
    phones.set(key, one);
    whole.set(one, [text, before && whole.get(before)].filter(Boolean).join(' '));
  }
  return { phones: [...phones.values()], hours, whole };
}
