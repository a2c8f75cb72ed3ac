import { languageOf, reaches, type Filters } from '../../services/directory-contract.js';

/**
 * The filters that the address of a page asks for: `#id?terms=Housing&language=es&age=17&free&open-now&reach=text`, where `id` is that of the
 * element. What it does not know is left aside, and words to search for are never taken from there. `undefined`: it asks for none.
 */
export function filtersFrom(hash: string, id: string): Filters | undefined {
  const [name, asked] = hash.replace(/^#/, '').split('?', 2);
  if (!id || asked === undefined || name !== id) return;
  const given = new URLSearchParams(asked);
  const age = given.get('age') ?? '';
  const { terms, languages } = { terms: given.getAll('terms'), languages: given.getAll('language') };
  return {
    terms: terms.slice(0, 20),
    languages: [...new Set(languages.slice(0, 20).map(languageOf))],
    age: /^\d{1,3}$/.test(age) ? Number(age) : undefined,
    free: given.has('free'),
    openNow: given.has('open-now'),
    reach: reaches.filter((reach) => given.getAll('reach').includes(reach)),
  };
}
