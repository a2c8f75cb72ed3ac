/** The keys that tests press: code point in WebDriver, `key`, `code`, number, side of the keyboard, text that it types. */
const keys = {
  Shift: ['\uE008', 'Shift', 'ShiftLeft', 16, 1],
  ShiftRight: ['\uE050', 'Shift', 'ShiftRight', 16, 2],
  Control: ['\uE009', 'Control', 'ControlLeft', 17, 1],
  Alt: ['\uE00A', 'Alt', 'AltLeft', 18, 1],
  Tab: ['\uE004', 'Tab', 'Tab', 9],
  Enter: ['\uE007', 'Enter', 'Enter', 13, 0, '\r'],
  Escape: ['\uE00C', 'Escape', 'Escape', 27],
  ArrowLeft: ['\uE012', 'ArrowLeft', 'ArrowLeft', 37],
  ArrowUp: ['\uE013', 'ArrowUp', 'ArrowUp', 38],
  ArrowRight: ['\uE014', 'ArrowRight', 'ArrowRight', 39],
  ArrowDown: ['\uE015', 'ArrowDown', 'ArrowDown', 40],
};

/** A key by its name above, or by the character that it types. */
export function keyNamed(name) {
  const [point, key, code, number, side = 0, text] = keys[name] ?? typing(name);
  return { point, key, code, number, side, text };
}

function typing(character) {
  if ([...character].length !== 1) throw new Error(`There is no key ${character} here.`);
  const upper = character.toUpperCase();
  const code = { ' ': 'Space' }[character] ?? (/^[A-Z]$/.test(upper) ? `Key${upper}` : '');
  return [character, character, code, upper.charCodeAt(0), 0, character];
}

/** A key going down or up, as WebDriver wants it. */
export const keyActions = (way, { point }) => ({
  type: 'key',
  id: 'keyboard',
  actions: [{ type: `key${way}`, value: point }],
});

/** A press of the mouse, as WebDriver wants it. */
export const pressActions = (x, y) => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
});
