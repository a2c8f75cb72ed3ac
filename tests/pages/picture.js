/** Reads the screenshots that browsers take. */
import { inflateSync } from 'node:zlib';

/** What PNG adds to a byte, from those to the left, above, and above to the left. */
const filters = [
  () => 0,
  (left) => left,
  (left, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const guess = left + above - corner;
    const [a, b, c] = [left, above, corner].map((byte) => Math.abs(guess - byte));
    return a <= b && a <= c ? left : b <= c ? above : corner;
  },
];

/**
 * Reads a PNG with eight bits for each of red, green, blue, and perhaps opacity.
 *
 * @returns `width`, `height`, `at(x, y)`, which gives a color such as `rgb(0, 0, 0)`, and `colors(width)`, which gives
 *   every color once, of so many columns; `bytes` are the colors one after the other, row by row.
 */
export function readPicture(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !size || png[28]) throw new Error('This kind of PNG is not read here.');
  const parts = [];
  for (let start = 8; start < png.length; start += png.readUInt32BE(start) + 12) {
    const data = png.subarray(start + 8, start + 8 + png.readUInt32BE(start));
    if (png.toString('latin1', start + 4, start + 8) === 'IDAT') parts.push(data);
  }
  const bytes = inflateSync(Buffer.concat(parts));
  const row = width * size;
  const picture = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = filters[bytes[y * (row + 1)]];
    for (let x = 0; x < row; x++) {
      const to = y * row + x;
      const left = x < size ? 0 : picture[to - size];
      const corner = x < size || !y ? 0 : picture[to - row - size];
      picture[to] = bytes[to + y + 1] + filter(left, y ? picture[to - row] : 0, corner);
    }
  }
  const at = (x, y) => {
    const start = Math.floor(y) * row + Math.floor(x) * size;
    return `rgb(${[...picture.subarray(start, start + 3)].join(', ')})`;
  };
  const colors = (most = width) => {
    const all = new Set();
    for (let y = 0; y < height; y++) for (let x = 0; x < most; x++) all.add(at(x, y));
    return [...all];
  };
  return { width, height, bytes: picture, at, colors };
}
