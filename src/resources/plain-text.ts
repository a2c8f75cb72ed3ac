import { cleanText } from '../parse/text.js';

// Descriptions hold HTML or Markdown, and nobody says which. There is no DOM in a worker, and no sanitiser is needed: what is
// left is text, never markup.

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  iexcl: '¡',
  iquest: '¿',
};
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
};

/** Longer text is nobody's description: it is cut before anything looks at it. */
const longest = 50_000;

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = Number(name.replace(/^#x?/i, (mark) => (mark.length > 1 ? '0x' : '')));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  if (Object.hasOwn(named, name)) return named[name]!;
  const [, letter = '', accent = ''] = /^([a-z])(acute|grave|circ|tilde|uml|cedil)$/i.exec(name) ?? [];
  return letter ? (letter + accents[accent]).normalize('NFC') : whole;
}

const withoutTags = (text: string): string =>
  text
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/gi, '$1')
    .replace(/<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?(?:p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|section|article|blockquote|hr|pre)\b[^<>]*>/gi, '\n\n')
    .replace(/<[a-z!/?][^<>]*(?:>|$)/gi, '');

const withoutEntities = (text: string): string => text.replace(/&(#?\w{1,10});/g, entity);

function withoutMarkdown(text: string): string {
  const lines = text.includes('\n')
    ? text
        .replace(/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/gm, '\n')
        .replace(/^[ \t]*>[ \t]?/gm, '')
        .replace(/^[ \t]*(?:[-*+•▪·]|\d{1,2}[.)])[ \t]+/gm, '\n\n')
    : text;
  return lines
    .replace(/^[ \t]*#{1,6}[ \t]+(.*)$/gm, '\n\n$1\n\n')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]*[^*_\s])\1/g, '$2')
    .replace(/(^|[^\w*])([*_])(?=\S)([^*_\n]*[^*_\s])\2(?!\w)/g, '$1$3')
    .replace(/`+([^`\n]*)`+/g, '$1')
    .replace(/\\([\\`*_[\]()#+.!-])/g, '$1');
}

/** What is in no plain text, and in no line of it. Most text has none of it. */
const mayNeedCare = /[^ -~]|[<&*_`#[\\]|\s\s|^\s|\s$/;

/** Text that may be HTML or Markdown, as plain text in one line: paragraphs and the points of a list become sentences. No tag is left. */
export function plainText(given: string): string {
  if (!mayNeedCare.test(given)) return given;
  const text = given.slice(0, longest).replace(/\r\n?/g, '\n');
  if (!/[<&\n*_`#[\\]/.test(text)) return cleanText(text);
  // What was written as an entity inside of HTML that was written as entities is a tag after the second round only.
  const bare = withoutTags(withoutEntities(withoutTags(withoutEntities(withoutTags(text)))));
  const parts = withoutMarkdown(bare)
    .split(/\n\s*\n/)
    .map(cleanText)
    .filter(Boolean);
  const sentences = parts.map((part, index) =>
    index + 1 < parts.length && !/[.!?…:;,]["'”’)\]]*$/.test(part) ? `${part}.` : part,
  );
  return cleanText(sentences.join(' ')).replace(/<(?=[a-z!/?])/gi, '< ');
}

/** Text without accents, in lower case: what is compared is compared so. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Text of at most `max` characters, cut after a word. What was cut is told by `…`. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  // Not through the middle of a character of two units, and not far back where there are no spaces.
  return `${cut.replace(/[\ud800-\udbff]$/, '').replace(/\s+\S{0,60}$/, '')}…`;
}
