/**
 * What a table of an HSDS package is called, in HSDS 3, 2 and 1 and in the exports that came before them, and what its
 * columns are called. The names on the left are the ones that the join works with.
 */
const tables = {
  organization: ['organizations', 'organisation', 'organisations'],
  program: ['programs'],
  service: ['services'],
  location: ['locations'],
  service_at_location: ['service_at_locations', 'services_at_location', 'services_at_locations'],
  address: ['addresses', 'physical_address', 'physical_addresses'],
  postal_address: ['postal_addresses', 'mail_address', 'mail_addresses'],
  phone: ['phones'],
  contact: ['contacts'],
  schedule: ['schedules'],
  regular_schedule: ['regular_schedules'],
  holiday_schedule: ['holiday_schedules'],
  language: ['languages'],
  taxonomy: ['taxonomies', 'taxonomys'],
  taxonomy_term: ['taxonomy_terms'],
  service_taxonomy: ['service_taxonomys', 'services_taxonomy', 'service_taxonomies', 'services_taxonomies'],
  attribute: ['attributes', 'other_attribute', 'other_attributes'],
  eligibility: ['eligibilities', 'eligibilitys'],
  cost_option: ['cost_options'],
  fee: ['fees'],
  required_document: ['required_documents'],
  service_area: ['service_areas'],
  accessibility: ['accessibilities', 'accessibilitys', 'accessibility_for_disabilities'],
};

/** Tables of the standard that tell nothing that a directory shows. */
const unused = ['metadata', 'meta_table_description', 'meta_table_descriptions', 'funding', 'fundings', 'url', 'urls']
  .concat(['organization_identifier', 'organization_identifiers', 'service_capacity', 'service_capacities'])
  .concat(['unit', 'units', 'payment_accepted', 'payments_accepted']);

const names = new Map(Object.entries(tables).flatMap(([name, others]) => [name, ...others].map((one) => [one, name])));

/** `data/Services_Taxonomy.csv` → `service_taxonomy`; `''`: known, and of no use here; `undefined`: not known. */
export function tableOf(path) {
  const base = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const stem = base.replace(/\.(csv|tsv|json)$/, '').replace(/[\s-]+/g, '_');
  return unused.includes(stem) ? '' : names.get(stem);
}

const columns = {
  uuid: 'id',
  website: 'url',
  number_type: 'type',
  min_age: 'minimum_age',
  max_age: 'maximum_age',
  alternative_name: 'alternate_name',
};
/** Columns that some exports write with the name of the table before them, such as `service_name`. */
const prefixed = ['id', 'uuid', 'name', 'alternate_name', 'description', 'email', 'url', 'min_age', 'max_age'];

/** The HSDS name of a column: `service_uuid` of the services is `id`, of another table `service_id`. */
export function columnOf(table, name) {
  const plain = name.toLowerCase().replace(/[\s-]+/g, '_');
  const own = plain.startsWith(`${table}_`) ? plain.slice(table.length + 1) : '';
  const stem = prefixed.includes(own) ? own : plain;
  return columns[stem] ?? stem.replace(/_uuid$/, '_id');
}
