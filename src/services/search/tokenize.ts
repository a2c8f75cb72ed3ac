// What a word is: letters and digits, in lower case, without accents. English and Spanish words that say nothing are known.

const limit = 0x250;
/** What a character becomes. 0: it ends a word. 1: it is left out, as an apostrophe is. */
let folds: Uint16Array | undefined;

const isLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

function makeFolds(): Uint16Array {
  const alone: Record<string, string> = { ß: 's', æ: 'a', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 't', ı: 'i', œ: 'o' };
  const table = new Uint16Array(limit);
  for (let code = 0; code < limit; code++) {
    const lower = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase();
    if (isLetter(lower)) table[code] = (alone[lower] ?? lower).charCodeAt(0);
  }
  table[0x27] = table[0x60] = table[0xad] = 1;
  return table;
}

/** A word longer than this is cut. */
export const longestWord = 32;

/** Takes one word: its character codes from 0 on, how many they are, and their hash. */
export type TakeWord = (codes: Uint16Array, length: number, hash: number) => void;

const buffer = new Uint16Array(longestWord);
const firstHash = 0x811c9dc5;
const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/**
 * Hands over the words of a text, in order. The codes stand in a buffer that the next word overwrites. In Chinese and Japanese,
 * which have no spaces, each character is a word.
 */
export function eachWord(text: string, take: TakeWord): void {
  const table = (folds ??= makeFolds());
  let [length, hash] = [0, firstHash];
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    let alone = false;
    if (code < limit) code = table[code]!;
    else if (code === 0x2019 || code === 0x2018) code = 1;
    else if (code >= 0x2000 && code < 0x2c00) code = 0;
    else if (code === 0xfeff || (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff10)) code = 0;
    else if (code >= 0x300 && code < 0x370) code = 1;
    else if (code >= 0x3040 && code < 0xa000) alone = true;
    else if (code < 0x3040 || code >= 0xf900) {
      // Greek, Cyrillic, Vietnamese, Arabic and the like: rare enough to be folded one by one.
      const lower = text.charAt(at).normalize('NFKD').charAt(0).toLowerCase();
      code = lower.charCodeAt(0);
      if (code < limit) code = table[code]!;
    }
    if (code === 1) continue;
    if (code === 0 || alone) {
      if (length) take(buffer, length, hash);
      length = 0;
      hash = firstHash;
      if (code === 0) continue;
    }
    if (length === longestWord) continue;
    buffer[length++] = code;
    hash = hashWith(hash, code);
    if (alone) {
      take(buffer, length, hash);
      length = 0;
      hash = firstHash;
    }
  }
  if (length) take(buffer, length, hash);
}

/** The words of a text. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (codes, length) => words.push(String.fromCharCode(...codes.subarray(0, length))));
  return words;
}

/** English and Spanish words that stand in nearly every text. */
export const stopWords = (
  'a an and are as at be by for from in is it of on or our that the their this to we with you your ' +
  'al con de del el en es la las lo los o para por que se su sus un una y'
).split(' ');
