import type { Service } from '../content/schema.js';
import { dialable } from '../parse/links.js';
import type { Given } from './given.js';
import { cutText } from './plain-text.js';

type Phone = Service['phones'][number];
type PhoneType = Phone['type'];

/** Phones, and what stood where a number belongs but tells when somebody is there. */
export interface Phones {
  readonly phones: readonly Phone[];
  readonly hours: readonly string[];
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
const extension =
  /[\s,;(]*(?:\b(?:ext(?:ension|n)?|extensión|int(?:erno)?)\b|(?<=[\d\s).,(])x|#)\.?\s*:?\s*(\d{1,7})\b\)?/i;
const between =
  /\s*(?:[;|\n/&]|,|\b(?:or|and|o|y)\b)\s*(?=[^;,|/&]{0,30}?\d{3})(?![^;,|/&\d]{0,12}(?:ext|\bx\s?\d|#|press|option|dial|opri))/i;
// An area code, and a word on the keys of a phone instead of the rest.
const vanity = /(?:\+?1[\s.-]*)?\(?\b[2-9]\d\d\)?[\s.-]*(?=[\d\s.-]*[A-Z]{2})[A-Z\d]+(?:[\s.-]?[A-Z\d]+)*/;
const digitsOnly = /\+?\(?\d(?:[\d\s().\u2010-\u2015-]*\d)?/g;
const keys = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const onKeys = '22233344455566677778889999';

/** Numbers of three digits that lead somewhere. Others are a part of something else. */
const threeDigits = /^(?:[2-9]11|988|112|999)$/;

/** A number as it can be dialled, if it is one. Words in it are told beside it. */
function readNumber(text: string, alone: boolean): { number: string; words: string } | undefined {
  const worded = vanity.exec(text)?.[0].trim();
  if (worded) {
    const letters = worded.replace(/[A-Z]/g, (letter) => onKeys[keys.indexOf(letter)]!);
    const digits = letters.replace(/\D/g, '').replace(/^1/, '');
    // "1-800-799-SAFE (7233)" says both already.
    const said = dialable(text.replace(/[^\d+]/g, '')).replace(/^\+?1/, '');
    if (said.length === 10 && digits.length >= 10) return { number: text.trim(), words: '' };
    if (digits.length >= 10) {
      const parts = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 10)];
      return { number: (/^\+?1/.test(worded) ? '1-' : '') + parts.join('-'), words: worded };
    }
  }
  for (const [raw] of text.replace(/\b\d{1,2}:\d\d\b/g, ':').matchAll(digitsOnly)) {
    const number = raw.trim();
    const digits = number.replace(/\D/g, '');
    // A short code that somebody has put the country before.
    const [, short] = /^\+?1[\s.-]*(\d{5,6}|[2-9]11|988)$/.exec(number) ?? [];
    if (short && (number.startsWith('+') || short.length === 3 || /\D/.test(number)))
      return { number: short, words: '' };
    const isShort = digits.length === 3 && number === digits && (alone || threeDigits.test(digits));
    const isCode = /^(?:\d{5,6}|\d{3}[\s-]\d{3})$/.test(number);
    if (isShort || isCode || (digits.length >= 7 && digits.length <= 15)) return { number, words: '' };
  }
  return undefined;
}

function typesOf(given: string, said: string, number: string): readonly PhoneType[] {
  if (/^\d{5,6}$/.test(number.replace(/\D/g, '')) && !isTextphone.test(given)) return ['text'];
  for (const words of [said, given]) {
    if (isTextphone.test(words)) return ['textphone'];
    if (isText.test(words)) return isVoice.test(words) ? ['voice', 'text'] : ['text'];
  }
  return ['voice'];
}

function readPhone(given: Given, phones: Phone[], hours: string[]): void {
  const type = given.get('type', 'phone_type', 'number_type', 'phonetype').text();
  const said = given.get('description', 'label', 'department', 'purpose', 'title').text();
  if (isLost.test(type) || (!type && isLost.test(said))) return;
  const stated = given.isRecord ? given.get('number', 'phone_number', 'phone', 'value', 'telephone') : given;
  const whole = stated
    .text(300)
    .replace(/["“”«»]/g, ' ')
    .trim();
  if (!whole) return;
  const given4 = given.get('extension', 'ext').text(20).replace(/\D/g, '').slice(0, 10);
  let found = false;
  for (const part of whole.split(between)) {
    if (isLost.test(part)) {
      found = true;
      continue;
    }
    const word = keyword.exec(part)?.[1];
    const own = extension.exec(part);
    const bare = own ? part.slice(0, own.index) + part.slice(own.index + own[0].length) : part;
    const read = readNumber(bare, /^\D*\d+\D*$/.test(whole));
    if (!read) continue;
    found = true;
    const after = /\b(?:press|option|then dial|opri\w+|marque|opción)\b.*$/i.exec(bare)?.[0] ?? '';
    const isPlain = !type || plainTypes.test(type) || isText.test(type) || isTextphone.test(type);
    const words = [read.words, said || (isPlain ? '' : type), after].filter(Boolean).join(', ');
    const more = own?.[1] ?? given4;
    for (const one of word
      ? (['text'] as const)
      : typesOf(type, part === read.number ? said : `${part} ${said}`, read.number)) {
      phones.push({
        number: read.number,
        type: one,
        ...(more && { extension: more }),
        ...(word && { keyword: word }),
        ...(words && { description: cutText(words, 300) }),
      });
    }
  }
  if (found) return;
  stated.refuse('not-phone');
  if (/\b(?:24|hours?|daily|[ap]\.?m|horas)\b/i.test(whole)) hours.push(whole);
}

/** Phones of lists that may tell the same number again: it is kept once, with what is said about it anywhere. */
export function readPhones(lists: readonly Given[]): Phones {
  const all: Phone[] = [];
  const hours: string[] = [];
  for (const list of lists) for (const given of list.items()) readPhone(given, all, hours);
  const phones = new Map<string, Phone>();
  for (const phone of all) {
    const key = `${phone.type} ${dialable(phone.number).replace(/^\+?1(?=\d{10}$)/, '')} ${phone.extension ?? ''}`;
    phones.set(key, { ...phone, ...phones.get(key) });
  }
  return { phones: [...phones.values()], hours };
}
