/**
 * Tables become nested HSDS: one document for each organization with its services. So an address that one service of an
 * organization withholds is known where another names it.
 */
const texts = (value) =>
  String(value ?? '')
    .split(/\s*[;,]\s*/)
    .filter(Boolean);

/** Adds to a list of a record, making the list where there is none. Text that an older export had there becomes a list first. */
function add(record, key, ...values) {
  if (!Array.isArray(record[key])) record[key] = [];
  record[key].push(...values);
}

/** A value goes to where HSDS 3 has it, unless something is there already. */
function move(row, from, to) {
  if (row[from] === undefined || (row[to] ?? '') !== '') return;
  row[to] = row[from];
  delete row[from];
}

/** What older exports write into one cell, as HSDS 3 has it. */
const tidy = {
  service(row) {
    for (const [key, name] of [
      ['languages', 'name'],
      ['service_areas', 'name'],
    ])
      if (typeof row[key] === 'string') row[key] = texts(row[key]).map((text) => ({ [name]: text }));
    if (typeof row.required_documents === 'string') row.required_documents = [{ document: row.required_documents }];
    // A sentence, not a list: `Age 18 or over, with children`.
    if (typeof row.eligibility === 'string') {
      if (!/^none\.?$/i.test(row.eligibility)) row.eligibility_description ??= row.eligibility;
      delete row.eligibility;
    }
    move(row, 'audience', 'eligibility_description');
    move(row, 'x_target_population', 'eligibility_description');
  },
  location(row) {
    if (typeof row.languages === 'string') row.languages = texts(row.languages).map((name) => ({ name }));
    if (typeof row.accessibility === 'string')
      row.accessibility = texts(row.accessibility).map((description) => ({
        description: description.replace(/_/g, ' '),
      }));
    if (/^(true|t|yes|1)$/i.test(row.virtual ?? '')) row.location_type ??= 'virtual';
    // It was understood, whatever it says.
    delete row.virtual;
    const hours = row.hours ?? row.x_schedule;
    if (hours) add(row, 'schedules', { description: hours });
    // Some exports have the address as one cell of the location.
    if (typeof row.location_address === 'string') add(row, 'addresses', { address_1: row.location_address });
  },
  phone(row) {
    move(row, 'department', 'description');
  },
  language(row) {
    move(row, 'language', 'name');
  },
};

/** `language: English;Spanish` is two rows. */
const split = (row) => texts(row.name).map((name) => ({ ...row, name }));

/** Which tables hang below which, from the nearest parent to the farthest, and under which key. */
const children = [
  ['address', 'addresses', ['location', 'organization'], { address_type: 'physical' }],
  ['postal_address', 'addresses', ['location', 'organization'], { address_type: 'postal' }],
  ['accessibility', 'accessibility', ['location']],
  ['contact', 'contacts', ['service_at_location', 'service', 'location', 'organization']],
  ['phone', 'phones', ['service_at_location', 'service', 'location', 'contact', 'organization']],
  ['schedule', 'schedules', ['service_at_location', 'service', 'location']],
  ['regular_schedule', 'regular_schedules', ['service_at_location', 'service', 'location']],
  ['holiday_schedule', 'holiday_schedules', ['service_at_location', 'service', 'location']],
  ['language', 'languages', ['phone', 'service', 'location']],
  ['service_area', 'service_areas', ['service_at_location', 'service']],
  ['required_document', 'required_documents', ['service']],
  ['cost_option', 'cost_options', ['service']],
];

/**
 * @param {Map<string, import('./tables.js').Row[]>} tables By their names in `table-names.js`.
 * @returns {{ documents: { data: object, file: string, rowOf(path: string): number | undefined }[], problems: object[] }}
 *   A row whose parent is nowhere is told as an `orphan`.
 */
export function joinTables(tables) {
  const problems = [];
  const rowsOf = (table) => tables.get(table) ?? [];
  const orphan = ({ file, row }, detail) => problems.push({ kind: 'orphan', file, row, detail });

  /** Records of a table by id. The first of two with one id counts. */
  const byId = new Map(
    [...tables.keys()].map((table) => {
      const records = new Map();
      for (const row of rowsOf(table)) {
        tidy[table]?.(row.values);
        const id = row.values.id;
        if (id === undefined || id === '') continue;
        // Services are told apart later, with those of other inputs.
        if (!records.has(`${id}`)) records.set(`${id}`, row.values);
        else if (table === 'organization' || table === 'location')
          problems.push({ kind: 'duplicate-id', file: row.file, row: row.row, detail: `${table} ${id}` });
      }
      return [table, records];
    }),
  );
  const find = (table, id) => (id === undefined ? undefined : byId.get(table)?.get(`${id}`));

  // Where a service is: the rows of the table between, or the location that the service names itself.
  const linked = new Set();
  const link = (service, location, row) => {
    const between = Object.assign(row, { location });
    add(service, 'service_at_locations', between);
    linked.add(location);
    return between;
  };
  for (const row of rowsOf('service_at_location')) {
    const service = find('service', row.values.service_id);
    const location = find('location', row.values.location_id);
    if (service && location) link(service, location, row.values);
    else orphan(row, service ? `location ${row.values.location_id ?? ''}` : `service ${row.values.service_id ?? ''}`);
  }
  for (const row of rowsOf('service')) {
    const id = row.values.location_id;
    const location = find('location', id);
    if (location) link(row.values, location, {});
    else if (id !== undefined) orphan(row, `location ${id}`);
  }

  /** The place between a service and a location, for a row that names both and not the place. */
  const between = ({ service_id, location_id }) =>
    service_id !== undefined && location_id !== undefined
      ? find('service', service_id)?.service_at_locations?.find(({ location }) => `${location.id}` === `${location_id}`)
      : undefined;

  for (const [table, key, parents, defaults = {}] of children) {
    for (const row of rowsOf(table)) {
      const { values } = row;
      const named = parents.filter((parent) => values[`${parent}_id`] !== undefined);
      const parent =
        find(named[0], values[`${named[0]}_id`]) && named[0] === 'service_at_location'
          ? find(named[0], values[`${named[0]}_id`])
          : (parents.includes('service_at_location') && between(values)) ||
            named.map((name) => find(name, values[`${name}_id`])).find(Boolean);
      if (!parent) {
        orphan(row, named.map((name) => `${name} ${values[`${name}_id`]}`).join(', ') || 'names no parent');
        continue;
      }
      for (const [name, value] of Object.entries(defaults)) values[name] ??= value;
      add(parent, key, ...(table === 'language' ? split(values) : [values]));
    }
  }

  const ofService = (table, use) => {
    for (const row of rowsOf(table)) {
      const service = find('service', row.values.service_id);
      if (service) use(service, row.values);
      else orphan(row, `service ${row.values.service_id ?? ''}`);
    }
  };
  ofService('eligibility', (service, { eligibility, eligibility_description, minimum_age, maximum_age }) => {
    const text = eligibility_description ?? eligibility;
    if (text) service.eligibility_description = [service.eligibility_description, text].filter(Boolean).join('; ');
    service.minimum_age ??= minimum_age;
    service.maximum_age ??= maximum_age;
  });
  ofService('fee', (service, { fee, description }) => {
    service.fees_description ??= description ?? fee;
  });

  // Terms: ids are looked up in both tables, since HSDS 1 and 2 call the terms themselves `taxonomy`.
  const terms = new Map();
  for (const { values } of [...rowsOf('taxonomy'), ...rowsOf('taxonomy_term')])
    terms.set(`${values.id ?? values.taxonomy_id}`, values);
  const termOf = (id) => terms.get(`${id}`) ?? { id: `${id}` };
  ofService('service_taxonomy', (service, values) => {
    const term = terms.get(`${values.taxonomy_term_id ?? values.taxonomy_id}`);
    if (term ?? values.taxonomy_detail) add(service, 'taxonomy_terms', term ?? { name: values.taxonomy_detail });
  });
  for (const { values } of rowsOf('service'))
    for (const id of texts(values.taxonomy_ids)) if (terms.has(id)) add(values, 'taxonomy_terms', termOf(id));
  for (const row of rowsOf('attribute')) {
    const { link_id, service_id, taxonomy_term_id, taxonomy_id } = row.values;
    const id = link_id ?? service_id;
    const parent = ['service', 'location', 'service_at_location', 'organization', 'phone', 'schedule']
      .map((table) => find(table, id))
      .find(Boolean);
    if (parent) add(parent, 'attributes', { ...row.values, taxonomy_term: termOf(taxonomy_term_id ?? taxonomy_id) });
    else orphan(row, `link ${id ?? ''}`);
  }

  for (const row of rowsOf('location')) {
    const organization = find('organization', row.values.organization_id);
    if (linked.has(row.values)) continue;
    // A place of an organization whose services are not said to be there.
    if (organization) add(organization, 'locations', row.values);
    else orphan(row, `organization ${row.values.organization_id ?? ''}`);
  }
  return { documents: documentsOf(rowsOf('service'), find, orphan), problems };
}

/** One document for each organization that has services, and one for each service without. */
function documentsOf(services, find, orphan) {
  const groups = new Map();
  for (const row of services) {
    const { values } = row;
    const program = find('program', values.program_id);
    const organizationId = values.organization_id ?? program?.organization_id;
    // Some exports know the organization by the location only.
    const place = values.service_at_locations?.[0]?.location;
    const id = organizationId ?? place?.organization_id;
    const organization = find('organization', id);
    if (!organization && id !== undefined) orphan(row, `organization ${id}`);
    const key = organization ?? row;
    if (groups.has(key)) groups.get(key).push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, rows]) => {
    const alone = key === rows[0];
    const own = rows.map(({ values }) => values);
    return {
      data: alone ? own[0] : { ...key, services: own },
      file: rows[0].file,
      rowOf: (path) => rows[Number(/^\$\.services\[(\d+)\]/.exec(path)?.[1] ?? 0)]?.row,
    };
  });
}
