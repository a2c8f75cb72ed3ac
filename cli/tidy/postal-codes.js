// ZIP codes of the northeast and of Puerto Rico begin with a zero, which tables of numbers leave out.

const keys = ['postal_code', 'zip', 'zip_code', 'zipcode', 'postcode'];
const all = new Set(keys);
const stateKeys = ['state_province', 'state_province_code', 'state', 'state_code', 'region'];
const countryKeys = ['country', 'country_code'];

/** Whether a record may have a code, by the names of its keys: most records are no addresses. */
export const mayHaveCode = (names) => names.some((name) => all.has(name));

/** Where codes begin with one zero, and where with one or two. */
const one =
  /^(?:ct|connecticut|ma|mass\.?|massachusetts|me|maine|nh|new hampshire|nj|new jersey|ny|new york|ri|rhode island|vt|vermont|ae)$/i;
const two = /^(?:pr|puerto rico|vi|virgin islands|u\.?s\.? virgin islands|ny|new york)$/i;

const firstOf = (record, list) =>
  list.map((key) => record[key]).find((value) => typeof value === 'string' && value) ?? '';

/**
 * The code of an address with the zeros that it has lost.
 *
 * @param {object} record An address.
 * @param {string} country Where addresses are that name none.
 * @returns {{ key: string, code: string } | undefined} `undefined`: nothing is to be done. An empty code: something is wrong with it.
 */
export function postalCodes(record, country) {
  const key = keys.find((one) => typeof record[one] === 'string' || typeof record[one] === 'number');
  if (!key) return;
  const given = `${record[key]}`.trim();
  const plain = given.replace(/^(\d+)\.0+$/, '$1');
  const where = firstOf(record, countryKeys);
  const isHere = where
    ? /^(?:us|usa|u\.s\.(?:a\.)?|united states(?: of america)?|pr|vi)$/i.test(where)
    : country === 'US';
  const [, zip = '', rest = ''] = /^(\d{3,5})(-\d{4})?$/.exec(plain) ?? /^(\d{3,5})(\d{4})$/.exec(plain) ?? [];
  if (!isHere || !zip || zip.length === 5) return plain === given ? undefined : { key, code: plain };
  const state = firstOf(record, stateKeys).trim();
  const fits = zip.length === 4 ? !state || one.test(state) || two.test(state) : two.test(state);
  const more = rest && !rest.startsWith('-') ? `-${rest}` : rest;
  return { key, code: fits ? zip.padStart(5, '0') + more : '' };
}
