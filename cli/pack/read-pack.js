/** Reads a pack's file so that every value in it can be found again by line and column. */
import { parseTree, printParseErrorCode, visit } from 'jsonc-parser';

/** The most characters that a page takes from an address, as in src/page/own-content.ts. */
const largest = 1_000_000;

/** Deeper than any pack, and less than what would end the reader. */
const deepest = 100;

const expected = {
  InvalidSymbol: 'This is not JSON. Text goes in straight quotes: "like this".',
  InvalidNumberFormat: 'This is not a number as JSON writes them.',
  PropertyNameExpected: 'A key in straight quotes belongs here, such as "title".',
  ValueExpected: 'A value is missing here. There may be an extra comma before it.',
  ColonExpected: 'A colon belongs here, between the key and its value.',
  CommaExpected: 'A comma belongs here, after the value before it.',
  CloseBraceExpected: 'A } is missing: the file may have been cut short.',
  CloseBracketExpected: 'A ] is missing: the file may have been cut short.',
  EndOfFileExpected: 'The pack ends before this, but more text follows.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'A comment that begins with /* has no end.',
  UnexpectedEndOfString: 'A text has no end: a straight quote is missing.',
  UnexpectedEndOfNumber: 'A number has no end.',
  InvalidUnicode: 'After \\u four digits or letters from a to f belong.',
  InvalidEscapeCharacter: 'After a \\ only one of " \\ / b f n r t u can follow. A \\ itself is written \\\\.',
  InvalidCharacter: 'A text contains a tab or an invisible character. A line break is written \\n.',
};

/** The value of a node, with `__proto__` as a key like any other. Of a key that is there twice the last one counts, as in a browser. */
export function valueOf(node) {
  if (node.type === 'array') return node.children.map(valueOf);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    node.children
      .filter(({ children }) => children[1])
      .map(({ children: [key, value] }) => [key.value, valueOf(value)]),
  );
}

/** Line and column of each place in a text, both from 1. */
export function positionsIn(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  };
}

/** What bytes say, or why nobody can read them. A page reads UTF-8 and nothing else. */
function decode(bytes) {
  const [first, second] = bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (utf16 || bytes.subarray(0, 200).includes(0))
    return { wrong: 'The file is saved as UTF-16. Pages read only UTF-8, so save it as UTF-8.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { wrong: 'The file is not saved as UTF-8, so a page would show the wrong letters. Save it as UTF-8.' };
  }
}

/** How deep brackets go, looked at before a reader that would end where they never close. */
function depthOf(text) {
  let depth = 0;
  let most = 0;
  for (const [part] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{\]}]/g)) {
    if (part === '[' || part === '{') most = Math.max(most, ++depth);
    else if (part === ']' || part === '}') depth--;
  }
  return most;
}

/** Keys that an object has twice, with the places of both. */
function duplicateKeys(node, found = []) {
  const seen = new Map();
  for (const child of node.children ?? []) {
    if (child.type !== 'property') {
      duplicateKeys(child, found);
      continue;
    }
    const [key, value] = child.children;
    if (seen.has(key.value)) found.push({ key: key.value, at: key.offset, first: seen.get(key.value) });
    seen.set(key.value, key.offset);
    if (value) duplicateKeys(value, found);
  }
  return found;
}

/**
 * Reads the bytes of a file.
 *
 * @param comments Whether comments and a comma after the last entry may stand in it: not where a page is to read it.
 * @returns `text`; `tree`, the nodes with their places (undefined where nothing can be read); and `wrong`, a list of
 *   `{ reason, offset, sentence }` in reading order. Where `tree` is there, what is wrong kept nothing from being read.
 */
export function readPack(bytes, { comments = false } = {}) {
  const no = (text, reason, sentence, offset = 0) => ({ text, wrong: [{ reason, offset, sentence }] });
  const { text = '', wrong: encoding } = decode(bytes);
  if (encoding) return no('', 'encoding', encoding);
  if (text.length > largest)
    return no('', 'too-large', `The file has ${text.length} characters. A page accepts ${largest}.`);
  if (!text.trim()) return no(text, 'not-json', 'The file is empty.');
  if (depthOf(text) > deepest) return no('', 'not-json', 'Brackets are nested far deeper than in any pack.');
  const errors = [];
  const tree = parseTree(text, errors, { allowTrailingComma: comments });
  if (errors.length || !tree) {
    const [{ error, offset } = { error: 4, offset: 0 }] = errors;
    const early = offset >= text.trimEnd().length && 'The file ends too early. It may have been cut short.';
    return no(text, 'not-json', early || (expected[printParseErrorCode(error)] ?? 'This is not JSON.'), offset);
  }
  const position = positionsIn(text);
  const wrong = duplicateKeys(tree).map(({ key, at, first }) => ({
    reason: 'duplicate-key',
    offset: at,
    sentence: `The key "${key}" appears twice, first on line ${position(first).line}. Only this one counts.`,
  }));
  if (!comments) {
    let comment;
    visit(text, { onComment: (offset) => (comment ??= offset) });
    if (comment !== undefined)
      wrong.push({
        reason: 'comment',
        offset: comment,
        sentence: 'Pages cannot read a file with comments. Name it .jsonc, and let --out write the file for the page.',
      });
  }
  return { text, tree, wrong: wrong.sort((a, b) => a.offset - b.offset) };
}

/** The property of an object's node with that key: of several the last, which counts. */
const propertyOf = (node, key) => node.children.findLast(({ children }) => children[0].value === key);

/**
 * The place of a JSON path such as `$.stages[0].name`: of the key where there is one, of the entry in a list, and where the
 * path leads to something that is not there, of what it is missing from.
 */
export function nodeAt(tree, path) {
  let node = tree;
  let place = tree;
  let rest = path.slice(1);
  while (rest) {
    const index = /^\[(\d+)\]/.exec(rest);
    if (index && node.type === 'array') {
      node = place = node.children[Number(index[1])];
      rest = rest.slice(index[0].length);
      if (!node) return { node, place: tree };
      continue;
    }
    // A key can have dots and brackets in it, so the longest that fits is taken.
    const fits = ({ children: [{ value }] }) =>
      rest.startsWith(value, 1) && /^($|[.[])/.test(rest.slice(value.length + 1));
    const length = ({ children: [{ value }] }) => value.length;
    const property = node.type === 'object' && node.children.filter(fits).sort((a, b) => length(b) - length(a))[0];
    if (!property) return { node: undefined, place };
    const [key, value] = propertyOf(node, property.children[0].value).children;
    place = key;
    node = value;
    rest = rest.slice(key.value.length + 1);
  }
  return { node, place };
}

/** The JSON path of keys and places in lists: `['stages', 0, 'name']` is `$.stages[0].name`. */
export const pathOf = (keys) => `$${keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`;
