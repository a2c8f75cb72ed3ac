const [quote, lineFeed, carriageReturn] = ['"', '\n', '\r'].map((one) => one.charCodeAt(0));

/** A longer row is not plain. A quotation mark may have been left open. */
export const longestRow = 300_000;

/**
 * The rows of a CSV file in which every quotation mark is where it belongs, which most files are. It takes a tenth of the time that
 * a parser needs which can also make something of the others.
 *
 * @param {string} text
 * @param {string} delimiter One character.
 * @returns {string[][] | undefined} `undefined`: it is not such a file, and a parser has to say what is in it.
 */
export function plainRows(text, delimiter) {
  const between = delimiter.charCodeAt(0);
  const end = text.length;
  const rows = [];
  let row = [];
  let start = 0;
  let at = 0;
  if (text.startsWith('\ufeff')) return;
  while (at < end) {
    let cell = '';
    let from = at;
    if (text.charCodeAt(at) === quote) {
      from++;
      let close = text.indexOf('"', from);
      for (; close >= 0 && text.charCodeAt(close + 1) === quote; close = text.indexOf('"', from)) {
        cell += text.slice(from, close + 1);
        from = close + 2;
      }
      if (close < 0 || close - start > longestRow) return;
      cell += text.slice(from, close);
      at = close + 1;
    } else {
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === between || code === lineFeed || code === carriageReturn) break;
        if (code === quote) return;
      }
      cell = text.slice(from, at);
    }
    row.push(cell);
    const code = at < end ? text.charCodeAt(at) : lineFeed;
    if (code === between) {
      at++;
      if (at < end) continue;
      row.push('');
    } else if (code === carriageReturn) at += text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
    else if (code === lineFeed) at++;
    else return;
    if (at - start > longestRow) return;
    start = at;
    rows.push(row);
    row = [];
  }
  return rows;
}
