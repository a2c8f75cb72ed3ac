const marks = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/**
 * The text of a file. A byte order mark says what it is; otherwise it is UTF-8, and where it cannot be that, Windows-1252,
 * which is what old spreadsheets write and which contains Latin-1.
 *
 * @param {Uint8Array} bytes
 * @returns {{ text: string, encoding: string }} The text is without the mark.
 */
export function decode(bytes) {
  const marked = marks.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  if (marked) return { text: new TextDecoder(marked[0]).decode(bytes), encoding: marked[0] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
