import { cleanProse, cleanText } from '../../schema/text.js';

// Descriptions hold HTML or Markdown, and nobody says which. There is no DOM in a worker, and no sanitizer is needed: what is
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

/** What a point of a list begins with. */
export const point = '• ';

const withoutTags = (text: string): string =>
  text
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/gi, '$1')
    .replace(/<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<li\b[^<>]*>/gi, `\n\n${point}`)
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<\/?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|section|article|blockquote|hr|pre)\b[^<>]*>/gi, '\n\n')
    .replace(/<[a-z!/?][^<>]*(?:>|$)/gi, '');

const withoutEntities = (text: string): string => text.replace(/&(#?\w{1,10});/g, entity);

function withoutMarkdown(text: string): string {
  const lines =
    /^[ \t]*[-*_>+•▪·●◦‣o\d]/m.test(text) && text.includes('\n')
      ? text
          .replace(/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/gm, '\n')
          .replace(/^[ \t]*>[ \t]?/gm, '')
          .replace(/^[ \t]*(?:[-*+•▪·●◦‣]|o(?=[ \t]+[\p{Lu}\d]))[ \t]+(?!$)/gmu, `\n\n${point}`)
          .replace(/^[ \t]*(\d{1,2}[.)][ \t])/gm, '\n\n$1')
      : text;
  if (!/[#[*_`\\]/.test(lines)) return lines;
  return lines
    .replace(/^[ \t]*#{1,6}[ \t]+(.*)$/gm, '\n\n$1\n\n')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]*[^*_\s])\1/g, '$2')
    .replace(/(^|[^\w*])([*_])(?=\S)([^*_\n]*[^*_\s])\2(?!\w)/g, '$1$3')
    .replace(/`+([^`\n]*)`+/g, '$1')
    .replace(/\\([\\`*_[\]()#+.!-])/g, '$1');
}

/** What is in no plain text, and in no line of it. Most text has none of it. */
const mayNeedCare = /[^ -~]|[<&*_`#[\\{%@]|\s\s|^\s|\s$/;

/** A line break that a program has written as the two characters that stand for one. */
const literalBreak = /(?:\\{1,2}r)?\\{1,2}n|\\{1,2}r(?![a-z])/g;
/** A marker that one program leaves for another one: `###MON###`. */
const marker = /(#{2,}|%{2,}|@{2,}|~{2,}|\^{2,})[A-Z\d_]{1,20}\1|(?:\{\{|\[\[|<<)[A-Z\d_]{1,20}(?:\}\}|\]\]|>>)/g;
const isPath = /^(?:[a-z]:)?\\/i;

/** What a text has that is not for people: line breaks spelled out, markers. */
export const oddities = (text: string): readonly ('line-break' | 'marker')[] =>
  /[\\#%@~^{[<]/.test(text)
    ? [
        ...(!isPath.test(text) && text.search(literalBreak) >= 0 ? (['line-break'] as const) : []),
        ...(text.search(marker) >= 0 ? (['marker'] as const) : []),
      ]
    : [];

const withoutOddities = (given: string): string => {
  const text = given.slice(0, longest).replace(/\r\n?/g, '\n');
  return (isPath.test(text) ? text : text.replace(literalBreak, '\n')).replace(marker, '');
};

// What was written as an entity inside of HTML that was written as entities is a tag after the second round only.
const bareText = (text: string): string =>
  withoutTags(withoutEntities(withoutTags(withoutEntities(withoutTags(text)))));

/** Text that may be HTML or Markdown, as plain text in one line: paragraphs and the points of a list become sentences. No tag is left. */
export function plainText(given: string): string {
  if (!mayNeedCare.test(given)) return given;
  const text = withoutOddities(given);
  if (!/[<&\n*_`#[\\]/.test(text)) return cleanText(text);
  const parts = withoutMarkdown(bareText(text))
    .split(/\n\s*\n/)
    .map((part) => cleanText(part.replace(point, '')))
    .filter(Boolean);
  const sentences = parts.map((part, index) =>
    index + 1 < parts.length && !/[.!?…:;,]["'”’)\]]*$/.test(part) ? `${part}.` : part,
  );
  return cleanText(sentences.join(' ')).replace(/<(?=[a-z!/?])/gi, '< ');
}

const mayHavePoints = /[•▪●◦‣]|(?:^|[\s:])[o*-] \S/;

/** Points that stand in one line, behind a colon or at the beginning: "Topics: o Coping o Safety". */
const inline = [
  /(?:^|:)\s*(o) (?=[\p{Lu}\d])/u,
  /(?:^|:)\s*(\*) (?=\S)/,
  /(?:^|:)\s*(-) (?=\S)/,
  /(?:^|[^\n])\s*([•▪●◦‣]) ?(?=\S)/,
];

function inlinePoints(line: string): string {
  if (!mayHavePoints.test(line)) return line;
  for (const begin of inline) {
    const found = begin.exec(line);
    if (!found) continue;
    const [whole, sign = ''] = found;
    const at = found.index + whole.lastIndexOf(sign);
    const space = /[•▪●◦‣]/.test(sign) ? '\\s*' : ' ';
    const next = new RegExp(`(?:^|\\s+)[${sign}]${space}(?=${sign === 'o' ? '[\\p{Lu}\\d]' : '\\S'})`, 'gu');
    const points = line.slice(at).split(next).filter(Boolean);
    // One alone is a dash or a star.
    if (points.length < 2) continue;
    // Behind the end of a sentence in the last point the text goes on.
    const [, last = '', rest = ''] = /^(.*?[.!?])\s+(\p{Lu}.*)$/u.exec(points.at(-1)!) ?? [];
    const all = last ? [...points.slice(0, -1), last] : points;
    return [line.slice(0, at).trim(), ...all.map((one) => point + one.trim()), rest && inlinePoints(rest)]
      .filter(Boolean)
      .join('\n');
  }
  return line;
}

/** "… of the family. LOCATIONS: 1 Main St": who writes so means a new paragraph. */
const beforeHeading = /(?<=[.!?)]) +(?=[A-Z]{4,}(?: [A-Z&/]{2,}){0,3}: )/g;

const mayHaveLines = /(?:^|[\s:])[o*•▪●◦‣-] \S|[.!?)] +[A-Z]{4,}(?: [A-Z&/]{2,}){0,3}: /;

/** Text that may be HTML or Markdown, as paragraphs and points of lists, each in a line of its own; points begin with `•`. No tag is left. */
export function readProse(given: string): string {
  if (!mayNeedCare.test(given) && !mayHaveLines.test(given)) return given;
  const text = withoutOddities(given);
  const bare = /[<&\n*_`#[\\]/.test(text) ? withoutMarkdown(bareText(text)) : text;
  const lines: string[] = [];
  let isNew = true;
  for (const raw of bare.replace(/(\n\s*• [^\n]*)\n\s*\n(?=• )/g, '$1\n').split('\n')) {
    const line = cleanText(raw);
    const last = lines.at(-1) ?? '';
    // Lines of sixty characters and more were broken by a program.
    const goesOn =
      !isNew &&
      !line.startsWith(point) &&
      (last.length > 59 || !/[.!?:;]$/.test(last)) &&
      !(/^[\p{Lu}\d]/u.test(line) && last.length < 40);
    if (line && goesOn) lines[lines.length - 1] = `${last} ${line}`;
    else if (line) lines.push(line);
    isNew = !line;
  }
  const parts = lines.flatMap((line) => {
    if (line.startsWith(point) && !line.includes('•', 1)) return line;
    const paragraphs = /[A-Z]{4,}[A-Z &/]*: /.test(line) ? line.replace(beforeHeading, '\n') : line;
    return paragraphs.split('\n').map(inlinePoints);
  });
  return cleanProse(parts.join('\n')).replace(/<(?=[a-z!/?])/gi, '< ');
}

/** Text without accents, in lower case: what is compared is compared so. */
export const folded = (text: string): string =>
  /[^\0-\x7f]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : text.toLowerCase();

/** Text of at most `max` characters, cut after a word. What was cut is told by `…`. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  // Not through the middle of a character of two units, and not far back where there are no spaces.
  return `${cut.replace(/[\ud800-\udbff]$/, '').replace(/\s+\S{0,60}$/, '')}…`;
}
