import { isUtf8 } from 'node:buffer';

const marks = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

const markOf = (bytes) => marks.find(([, first, second]) => bytes[0] === first && bytes[1] === second)?.[0];

/**
 * The text of a file. A byte order mark says what it is; otherwise it is UTF-8, and where it cannot be that, Windows-1252,
 * which is what old spreadsheets write and which contains Latin-1.
 *
 * @param {Uint8Array} bytes
 * @returns {{ text: string, encoding: string }} The text is without the mark.
 */
export function decode(bytes) {
  const marked = markOf(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** What is told of a file that is in another encoding than all others. */
export const encodingProblems = (file, encoding) =>
  encoding === 'utf-8' ? [] : [{ kind: 'encoding', file, detail: `read as ${encoding}` }];

/** A part of a file is not in the encoding of the parts before. */
class OtherEncoding extends Error {}

/**
 * Decodes a file line by line.
 *
 * @param {(textOf: (line: Buffer, start: number) => string, encoding: string) => T} read Goes through the whole file; a second
 *   time, where only then its encoding is known.
 * @param {Buffer} head How the file begins.
 * @returns {T | undefined} What `read` gives. `undefined`: it is in UTF-16, in which bytes do not tell where lines end.
 * @template T
 */
export function inLines(read, head) {
  if (markOf(head)) return;
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const from = (line, start) => (isMarked && start === 0 ? line.subarray(3) : line);
  try {
    return read((line, start) => {
      const text = from(line, start).toString();
      if (text.includes('\ufffd') && !isUtf8(line)) throw new OtherEncoding();
      return text;
    }, 'utf-8');
  } catch (error) {
    if (!(error instanceof OtherEncoding)) throw error;
    const decoder = new TextDecoder('windows-1252');
    return read((line) => decoder.decode(line), 'windows-1252');
  }
}
