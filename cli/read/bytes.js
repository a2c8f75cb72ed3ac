import { fstatSync, openSync, readSync } from 'node:fs';

/**
 * The bytes of a file, wherever they are.
 *
 * @typedef {object} Bytes
 * @property {number} size
 * @property {(start: number, end: number) => Buffer} read
 */

/** Read at a time where a file is gone through. */
const step = 4_000_000;
/** Stretches that lie so near to each other are read at once, up to `step`. */
const near = 32_000;

export const lineFeed = 0x0a;
const quote = 0x22;

/** A file on disk. It stays open to the end of the program: one that takes its place meanwhile is not read. @returns {Bytes} */
export function bytesOnDisk(path) {
  const file = openSync(path);
  return {
    size: fstatSync(file).size,
    read(start, end) {
      const buffer = Buffer.allocUnsafeSlow(end - start);
      let filled = 0;
      while (filled < buffer.length) {
        const count = readSync(file, buffer, filled, buffer.length - filled, start + filled);
        if (count === 0) break;
        filled += count;
      }
      return buffer.subarray(0, filled);
    },
  };
}

/** @param {Uint8Array} bytes @returns {Bytes} */
export const bytesInMemory = (bytes) => ({
  size: bytes.length,
  read: (start, end) => Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end, bytes.length) - start),
});

/**
 * The lines of a file, each with its end.
 *
 * @param {Bytes} bytes
 * @param {object} [options]
 * @param {boolean} [options.quoted] A line break between quotation marks ends no line.
 * @param {number} [options.longest] What is longer is given up to there, as the last one.
 * @returns {Generator<{ start: number, end: number, line: Buffer }>} `start` and `end`: where it stands in the file.
 */
export function* linesIn({ size, read }, { quoted = false, longest = Infinity } = {}) {
  const nextQuote = (from) => (quoted ? buffer.indexOf(quote, from) : -1);
  let base = 0;
  let buffer = read(0, Math.min(step, size));
  let at = 0;
  let seen = 0;
  let isOpen = false;
  let mark = nextQuote(0);
  for (;;) {
    const feed = buffer.indexOf(lineFeed, seen);
    const stop = feed < 0 ? buffer.length : feed;
    for (; mark >= 0 && mark < stop; mark = nextQuote(mark + 1)) isOpen = !isOpen;
    const isTooLong = stop - at > longest;
    if (feed >= 0 && isOpen && !isTooLong) {
      seen = feed + 1;
      continue;
    }
    const next = base + buffer.length;
    if (feed < 0 && next < size && !isTooLong) {
      const rest = buffer.subarray(at);
      buffer = Buffer.concat([rest, read(next, Math.min(next + Math.max(step, rest.length), size))]);
      base += at;
      at = 0;
      seen = rest.length;
      mark = nextQuote(seen);
      continue;
    }
    const end = feed < 0 ? buffer.length : feed + 1;
    if (end > at) yield { start: base + at, end: base + end, line: buffer.subarray(at, end) };
    if (feed < 0 || isTooLong) return;
    at = seen = end;
    isOpen = false;
  }
}

/**
 * Some stretches of a file, in order. Those near to each other are read at once.
 *
 * @param {Bytes} bytes
 * @param {readonly number[]} indices Which ones, ascending.
 * @param {{ starts: ArrayLike<number>, sizes: ArrayLike<number> }} all Where each stretch begins, and how long it is. They ascend.
 * @returns {Generator<Buffer>}
 */
export function* stretches({ read }, indices, { starts, sizes }) {
  const end = (at) => starts[indices[at]] + sizes[indices[at]];
  for (let from = 0; from < indices.length;) {
    const start = starts[indices[from]];
    let to = from + 1;
    while (to < indices.length && starts[indices[to]] - end(to - 1) < near && end(to) - start < step) to++;
    const buffer = read(start, end(to - 1));
    for (; from < to; from++) yield buffer.subarray(starts[indices[from]] - start, end(from) - start);
  }
}
