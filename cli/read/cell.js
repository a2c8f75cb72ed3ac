// What spreadsheets and databases write into a cell where people would write nothing, or something else.

const errors =
  /^(?:#[¡¿]?(?:N\/[AD]|NV|DIV\/0!|(?:REF|NAME|VALUE|NUM|NULL|SPILL|CALC|ERROR|FIELD|BLOCKED|UNKNOWN|CONNECT|BUSY|WERT|ZAHL|BEZUG|NOMBRE|VALOR|NÚM|NULO|NOM|VALEUR|NUL)[!?]|GETTING_DATA)|Err:\d{3}|#{3,})$/i;

/** `="02138"`, and what a formula for a link shows. */
const formula = /^=\s*(?:[A-Z]+\(\s*)?"((?:[^"]|"")*)"(?:\s*[,;][^]*\))?\)?$/i;

/** An apostrophe that a spreadsheet or a guard against formulas has put before what is a number or looks like a formula. */
const guarded = /^'(?=[=+\-@]|[\d\s().-]+$)/;

/**
 * What a cell says.
 *
 * @param {string} text Without white space around it.
 * @returns {{ text: string, kind?: string }} `kind`: what was wrong, for the report. An empty text: it says nothing.
 */
export function cellOf(text) {
  switch (text[0]) {
    case '\\':
      return { text: text === '\\N' ? '' : text };
    case '#':
    case 'E':
    case 'e':
      return errors.test(text) ? { text: '', kind: 'sheet-error' } : { text };
    case '=': {
      const inner = formula.exec(text)?.[1];
      return inner === undefined ? { text } : { text: inner.replaceAll('""', '"').trim(), kind: 'formula' };
    }
    case "'":
      return { text: text.replace(guarded, '') };
    default:
      return { text };
  }
}

/** An identifier without what tables of numbers put behind it: `12.0` is `12`. Nothing at all is `''`. */
export const idOf = (text) =>
  /^\d+\.0+$/.test(text)
    ? text.slice(0, text.indexOf('.'))
    : /^(?:\\N|null|nan|none|n\/a|<na>)$/i.test(text)
      ? ''
      : text;
