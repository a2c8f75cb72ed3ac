import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { dialable } from '../../dist/parse/links.js';

/**
 * Whether a number can be one that somebody answers. Short codes such as 988 or 741741 are left alone: the library
 * would take them for the beginnings of longer numbers.
 */
export function isValidNumber(number, country) {
  const digits = dialable(number);
  if (/^\d{3,6}$/.test(digits)) return true;
  return parsePhoneNumberFromString(digits, country)?.isValid() ?? false;
}

/**
 * Checks the numbers of a service.
 *
 * @param {import('../../dist/content/schema.js').Service} service
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
