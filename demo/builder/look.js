// The agency's own look, as custom properties.
import { contrast, hex, needed } from './contrast.js';

/** The colors that an agency chooses, as in the names of their custom properties. */
export const colorNames = ['text', 'surface', 'accent', 'quiet'];
export const schemes = ['light', 'dark'];

/**
 * Every color of a scheme, as `#rrggbb`: those chosen, and the library's for what is left out or is no color. What is small or thin (`muted`
 * for notes, `line` for edges) follows the chosen text where the library's could not be read on the chosen surfaces.
 */
export function colorsOf(chosen, scheme, defaults) {
  const own = (name) => hex(chosen?.[name] ?? '') ?? defaults[`color-${name}`][schemes.indexOf(scheme)];
  const colors = Object.fromEntries(colorNames.map((name) => [name, own(name)]));
  const reads = (color, least) => [colors.surface, colors.quiet].every((under) => contrast(color, under) >= least);
  const muted = own('muted');
  const line = own('line');
  return {
    ...colors,
    muted: reads(muted, needed.text) ? muted : colors.text,
    line: contrast(line, colors.surface) >= needed.line ? line : colors.text,
  };
}

/**
 * The lines of a style sheet for elements, with what differs from the library's look only. Empty: nothing does.
 *
 * @param look `light` and `dark` with colors, or neither; `radius` and `space`, empty for the library's.
 * @param defaults `look` of builder.json.
 */
export function cssOf(selector, { light, dark, radius = '', space = '' }, defaults) {
  const inLight = colorsOf(light, 'light', defaults);
  const inDark = colorsOf(dark, 'dark', defaults);
  const colors = Object.keys(inLight)
    .filter((name) => `${[inLight[name], inDark[name]]}` !== `${defaults[`color-${name}`]}`)
    .map((name) => `--alongside-color-${name}: light-dark(${inLight[name]}, ${inDark[name]});`);
  const sizes = Object.entries({ radius, space })
    .filter(([name, size]) => /^(0|\d*\.?\d+rem)$/.test(size) && size !== defaults[name][0])
    .map(([name, size]) => `--alongside-${name}: ${size};`);
  const lines = [...colors, ...sizes];
  return lines.length === 0 ? '' : `${selector} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}
