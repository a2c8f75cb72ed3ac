// Contrast of colors as WCAG 2.2 counts it, and what that means in words.

/** What text needs against what it stands on (WCAG 2.2, 1.4.3), and lines of controls (1.4.11). */
export const needed = { text: 4.5, line: 3 };

/** `#abc` and `#AABBCC` as `#aabbcc`. Anything else: undefined. */
export function hex(text) {
  const color = text.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(color)) return color;
  return /^#[0-9a-f]{3}$/.test(color) ? color.replace(/[0-9a-f]/g, '$&$&') : undefined;
}

function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black and white). Both as `#rrggbb`. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Which colors meet: what is written, and on what. */
const pairs = [
  ['text', 'surface', 'Text on the surface'],
  ['text', 'quiet', 'Text on the quiet surface'],
  ['accent', 'surface', 'Links and buttons on the surface'],
  ['accent', 'quiet', 'Links and buttons on the quiet surface'],
];

/**
 * What each pair of a look is like to read.
 *
 * @param colors `text`, `surface`, `accent` and `quiet`, each as `#rrggbb`.
 * @returns `fine`, and a sentence with the contrast, cut off (not rounded up) after one digit.
 */
export const readings = (colors) =>
  pairs.map(([over, under, what]) => {
    const ratio = contrast(colors[over], colors[under]);
    const fine = ratio >= needed.text;
    const said = `${what}: ${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1.`;
    if (fine) return { fine, words: `${said} Easy to read.` };
    const hard = ratio < 3 ? 'Very hard to read' : 'Hard to read';
    return { fine, words: `${said} ${hard} for many people. Choose colors further apart, 4.5 to 1 or more.` };
  });
