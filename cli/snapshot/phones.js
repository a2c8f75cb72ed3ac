import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { dialable } from 'alongside-elements/internal/schema/links.js';

/** An organization's number stands at each of its services. */
const known = new Map();

/**
 * What tells whether a number is valid. In North America every line of an exchange is, or none: the library's patterns end
 * in any three digits at least, so that the last three never matter.
 */
const keyOf = (digits, country) =>
  /^(?:\+1|1?)[2-9]\d{9}$/.test(digits) && (digits.startsWith('+') || getCountryCallingCode(country) === '1')
    ? `+1${digits.slice(-10, -3)}`
    : `${country} ${digits}`;

/**
 * Whether a number can be one that somebody answers. Short codes such as 988 or 741741 are left alone: the library
 * would take them for the beginnings of longer numbers.
 */
export function isValidNumber(number, country) {
  const digits = dialable(number);
  if (/^\d{3,6}$/.test(digits)) return true;
  const key = keyOf(digits, country);
  let is = known.get(key);
  if (is === undefined) {
    is = parsePhoneNumberFromString(digits, country)?.isValid() ?? false;
    if (known.size < 100_000) known.set(key, is);
  }
  return is;
}

/**
 * Checks the numbers of a service.
 *
 * @param {import('alongside-elements/internal/services/schema.js').Service} service
 * @param {{ country: string, drop: boolean }} options `country`: of numbers without `+`. `drop`: leave invalid ones out.
 * @returns {{ service: object, problems: object[] }}
 */
export function checkPhones(service, { country, drop }) {
  const problems = [];
  const phones = service.phones.filter(({ number }, index) => {
    if (isValidNumber(number, country)) return true;
    problems.push({ kind: 'phone-invalid', path: `$.phones[${index}].number`, detail: number });
    return !drop;
  });
  return { service: phones.length === service.phones.length ? service : { ...service, phones }, problems };
}
