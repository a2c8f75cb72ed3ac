/** How many letters have to be changed, added, taken away or swapped with the next to make one word of another. */
function distance(a, b) {
  const rows = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}

const plain = (word) => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The word of a list that somebody may have meant. Capitals, hyphens and underscores count for nothing.
 *
 * @returns `undefined` where none is near: more than a third of its letters would have to change.
 */
export function nearest(word, words) {
  // Nobody misspells a word at this length, and the measure takes time by the square.
  if (word.length > 60) return;
  const [best] = words
    .map((one) => ({ one, far: distance(plain(word), plain(one)) }))
    .filter(({ one, far }) => far <= Math.max(1, Math.floor(one.length / 3)) && far < plain(one).length)
    .sort((a, b) => a.far - b.far);
  return best?.one;
}
