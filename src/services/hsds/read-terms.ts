import type { Service } from '../schema.js';
import { nowhere, type RecordReader } from './record-reader.js';
import { folded } from './plain-text.js';

/** Texts of lists whose entries are texts, or objects that have one under one of these keys. Each once, at most 500. */
export function textsOf(lists: readonly RecordReader[], keys: readonly string[], max: number): readonly string[] {
  const texts = lists
    .flatMap((list) => list.items())
    .map((item) => (item.isRecord ? item.get(...keys) : item).text(max))
    .filter(Boolean);
  return [...new Set(texts)].slice(0, 500);
}

const termLists = [
  'taxonomy_terms',
  'services_taxonomy',
  'service_taxonomy',
  'service_taxonomies',
  // As the United Kingdom's feeds form the plural.
  'service_taxonomys',
  'taxonomy',
  'taxonomies',
  'taxonomys',
  'categories',
  'category',
  'service_category',
  'service_type',
];

/** What a service is for: names of its taxonomy terms, each once; and their ids and codes. */
export function readTerms(service: RecordReader): {
  readonly terms: readonly string[];
  readonly ids: readonly string[];
} {
  const attributes = [service.get('attributes'), service.get('attribute')]
    .flatMap((list) => list.items())
    .filter((item) => item.isRecord)
    .flatMap((item) => [item.get('taxonomy_term'), item.get('taxonomy_term_id')]);
  const given = [...attributes, ...termLists.flatMap((key) => service.get(key).items())].filter((item) => item.isThere);
  const terms = new Map<string, string>();
  const ids = new Set<string>();
  for (const item of given) {
    // HSDS 2 has the term inside of what binds it to the service.
    const inner = item.get('taxonomy', 'taxonomy_detail', 'taxonomy_term');
    const isId = item.step === 'taxonomy_term_id';
    for (const one of inner.isRecord ? [item, inner] : [item]) {
      const isTaxonomy = one === inner && item.get('name', 'term').isThere;
      const name = one.isRecord ? one.get('name', 'term', 'label') : one;
      const text = isTaxonomy || isId ? '' : name.text(200);
      if (text && !terms.has(folded(text))) terms.set(folded(text), text);
      for (const key of ['id', 'code', 'taxonomy_id', 'term_uri', 'taxonomy_term_id']) ids.add(one.get(key).text(300));
      if (isId) ids.add(one.text(300));
    }
  }
  ids.delete('');
  return { terms: [...terms.values()].slice(0, 500), ids: [...ids] };
}

/** In whole years. Ages that contradict each other are left out. */
export function readAges(service: RecordReader): Pick<Service, 'minimumAge' | 'maximumAge'> {
  const inside = ['eligibility', 'eligibilities', 'eligibilitys'].flatMap((key) => service.get(key).items());
  const ageOf = (...keys: readonly string[]): [RecordReader, number | undefined] => {
    const given = [service, ...inside].map((one) => one.get(...keys)).find((one) => one.isThere) ?? nowhere;
    const age = given.number();
    if (given.isThere && (age === undefined || age < 0)) given.refuse('type', 'whole');
    return [given, age === undefined || age < 0 ? undefined : Math.floor(age)];
  };
  const [, least] = ageOf('minimum_age', 'min_age', 'age_min');
  const [given, most] = ageOf('maximum_age', 'max_age', 'age_max');
  if (most !== undefined && most < (least ?? 0)) {
    given.refuse('type', 'whole');
    return {};
  }
  return {
    ...(least && { minimumAge: least }),
    // Nobody is older than that: it means that there is no end.
    ...(most && most < 120 && { maximumAge: most }),
  };
}

const isFree =
  /^(?:(?:all |our |the |this )?(?:services?|program|it) (?:is |are )?)?(?:(?:provided|offered|available) )?(?:always |completely |totally )?(?:for )?(?:free|no (?:cost|costs|charge|charges|fee|fees)|\$ ?0(?:\.00)?|0(?:\.00)?|without charge|gratis|gratuit[oa]s?|sin (?:costo|cargo))(?: of (?:charge|cost))?(?: (?:to|for) (?:all|everyone|clients|participants|survivors|victims|residents))?[.! ]*$/;

/** What it costs in words, and whether that is nothing: only where nothing else is said. */
export function readFees(service: RecordReader): Pick<Service, 'feesDescription' | 'free'> {
  const said = ['fees_description', 'fees', 'fee'].map((key) => service.get(key).text(3000));
  const options = service
    .get('cost_options')
    .items()
    .filter((option) => option.isRecord);
  const priced = options.map((option) => {
    const price = [option.get('amount').text(20), option.get('currency').text(10).toUpperCase()]
      .filter(Boolean)
      .join(' ');
    return [
      option.get('option').text(300),
      [price, option.get('amount_description').text(300)].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join(': ');
  });
  const words = [...new Set([said[0] || said[1] || said[2] || '', ...priced].filter(Boolean))];
  const amounts = options.map((option) => option.get('amount').number());
  const inWords = said.filter(Boolean);
  const free =
    inWords.every((text) => isFree.test(folded(text).trim())) &&
    amounts.every((amount) => amount === 0) &&
    inWords.length + amounts.length > 0;
  const joined = words.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(' ');
  const text = words.length === 1 ? words[0]! : joined;
  return { ...(text && { feesDescription: text.slice(0, 3000) }), ...(free && { free }) };
}

const statuses: readonly [RegExp, NonNullable<Service['status']>][] = [
  [/^temp|suspend|on hold|paused|seasonal/, 'temporarily closed'],
  [/defunct|permanent/, 'defunct'],
  [/inactive|not active|closed|archived|disabled|deleted|removed|retired|rejected/, 'inactive'],
  [/^(?:active|open|current|approved|published|live|ok|yes|true|1)$/, 'active'],
];

/** The status in HSDS's words. `undefined`: there is none, or it is none that is known. */
export function readStatus(given: RecordReader): Service['status'] {
  const text = folded(given.text(100)).replace(/[_-]+/g, ' ');
  const status = statuses.find(([spelled]) => spelled.test(text))?.[1];
  if (text && !status) given.refuse('not-choice');
  return status;
}
