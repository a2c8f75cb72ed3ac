import { children, Join, kinds, none } from './join.js';
import { sorted } from './numbers.js';
import { range } from './table.js';

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

/** Records that rows have become, by table and row. */
class Records {
  #records = new Map();
  #others;

  /** @param {Records} [others] Where those are that are not here. */
  constructor(others) {
    this.#others = others;
  }

  put(table, row, values) {
    if (!this.#records.has(table)) this.#records.set(table, new Map());
    this.#records.get(table).set(row, values);
  }

  get(table, row) {
    return this.#records.get(table)?.get(row) ?? this.#others?.get(table, row);
  }
}

/** Puts records together of rows. */
class Builder {
  #join;
  /** By their ids. */
  #terms = new Map();
  /** For each row between services and terms, the term. */
  #termOf;
  #shared = new Records();
  #rowsOf = new Map();

  constructor(join, numbers) {
    this.#join = join;
    // HSDS 1 and 2 call the terms themselves `taxonomy`.
    for (const name of ['taxonomy', 'taxonomy_term'])
      for (const values of this.#load(name, range(0, join.table(name).length)))
        this.#terms.set(`${values.id ?? values.taxonomy_id}`, values);
    const [own, old] = ['taxonomy_term_id', 'taxonomy_id'].map((column) =>
      join.table('service_taxonomy').ids(column, numbers),
    );
    this.#termOf = Array.from(own, (id, row) => this.#terms.get(`${numbers.text(id || old[row])}`));
    this.weights = new Float64Array(join.count + 1);
    for (const [name, documents] of join.documents) {
      this.#rowsOf.set(name, sorted(documents, join.count + 1));
      const table = join.table(name);
      for (let row = 0; row < documents.length; row++)
        if (documents[row] !== none) this.weights[documents[row]] += table.weight(row);
    }
    this.#attach([join.count], this.#shared);
  }

  #load(name, rows) {
    const values = this.#join.table(name).load(rows);
    if (tidy[name]) for (const one of values) tidy[name](one);
    return values;
  }

  /** The rows of a table that are in some documents, in their order. */
  #rows(name, documents) {
    const found = this.#rowsOf.get(name);
    if (!found) return [];
    const { order, starts } = found;
    if (documents.length === 1) return order.subarray(starts[documents[0]], starts[documents[0] + 1]);
    const rows = new Int32Array(documents.reduce((sum, one) => sum + starts[one + 1] - starts[one], 0));
    let at = 0;
    for (const one of documents) {
      rows.set(order.subarray(starts[one], starts[one + 1]), at);
      at += starts[one + 1] - starts[one];
    }
    return rows.sort();
  }

  /** Makes records of the rows of some documents. */
  #attach(documents, records) {
    const { linkService, linkLocation, parents } = this.#join;
    /** Each row of a table with its values. */
    const each = (name) => {
      const rows = this.#rows(name, documents);
      const all = this.#load(name, rows);
      if (kinds.includes(name)) for (const [at, values] of all.entries()) records.put(name, rows[at], values);
      return Array.from(rows, (row, at) => [row, all[at]]);
    };
    const parentOf = (name, row) => {
      const { kinds: of, rows } = parents.get(name);
      return records.get(kinds[of[row]], rows[row]);
    };
    const services = each('service');
    each('organization');
    const locations = each('location');
    for (const [row, values] of each('service_at_location')) {
      const between = Object.assign(values, { location: records.get('location', linkLocation[row]) });
      add(records.get('service', linkService[row]), 'service_at_locations', between);
    }
    for (const [row, service] of services) {
      const location = linkLocation[linkService.length + row];
      if (location === none) continue;
      const link = { location: records.get('location', location) };
      records.put('link', row, link);
      add(service, 'service_at_locations', link);
    }
    for (const [name, key, , defaults = {}] of children)
      for (const [row, values] of each(name)) {
        for (const [column, value] of Object.entries(defaults)) values[column] ??= value;
        add(parentOf(name, row), key, ...(name === 'language' ? split(values) : [values]));
      }
    for (const [row, { eligibility, eligibility_description, minimum_age, maximum_age }] of each('eligibility')) {
      const service = parentOf('eligibility', row);
      const text = eligibility_description ?? eligibility;
      if (text) service.eligibility_description = [service.eligibility_description, text].filter(Boolean).join('; ');
      service.minimum_age ??= minimum_age;
      service.maximum_age ??= maximum_age;
    }
    for (const [row, { fee, description }] of each('fee')) parentOf('fee', row).fees_description ??= description ?? fee;
    const termOf = (id) => this.#terms.get(`${id}`) ?? { id: `${id}` };
    this.#attachTerms(this.#rows('service_taxonomy', documents), (row) => parentOf('service_taxonomy', row));
    for (const [, values] of services)
      for (const id of texts(values.taxonomy_ids)) if (this.#terms.has(id)) add(values, 'taxonomy_terms', termOf(id));
    for (const [row, values] of each('attribute')) {
      const term = termOf(values.taxonomy_term_id ?? values.taxonomy_id);
      add(parentOf('attribute', row), 'attributes', { ...values, taxonomy_term: term });
    }
    for (const [row, values] of locations)
      if (parents.get('location').rows[row] !== none) add(parentOf('location', row), 'locations', values);
  }

  /** Terms are found by their ids: only of what has none that is known the row itself is read. */
  #attachTerms(rows, parentOf) {
    const terms = Array.from(rows, (row) => this.#termOf[row]);
    const others = Array.from(rows).filter((_, at) => terms[at] === undefined);
    const said = new Map(
      this.#load('service_taxonomy', others).map((values, at) => [others[at], values.taxonomy_detail]),
    );
    for (const [at, row] of rows.entries()) {
      const name = said.get(row);
      if (terms[at] ?? name) add(parentOf(row), 'taxonomy_terms', terms[at] ?? { name });
    }
  }

  /** @param {readonly number[]} indices They ascend. */
  documents(indices) {
    const records = new Records(this.#shared);
    this.#attach(indices, records);
    return indices.map((index) => {
      const services = this.#rows('service', [index]);
      const own = Array.from(services, (row) => records.get('service', row));
      const organization = records.get('organization', this.#join.organizations[index]);
      const table = this.#join.table('service');
      const rows = Array.from(services, (row) => table.placeOf(row).row);
      return {
        data: organization ? { ...organization, services: own } : own[0],
        file: table.placeOf(services[0]).file,
        rowOf: (path) => rows[Number(/^\$\.services\[(\d+)\]/.exec(path)?.[1] ?? 0)],
      };
    });
  }
}

/**
 * @param {Map<string, import('./table.js').Table>} tables By their names in `table-names.js`.
 * @param {import('./numbers.js').TextNumbers} numbers Those that columns were read with.
 * @returns {{ source: import('./parts.js').Source, problems: object[] }} A row whose parent is nowhere is told as an `orphan`.
 */
export function joinTables(tables, numbers) {
  const join = new Join(tables, numbers);
  const builder = new Builder(join, numbers);
  for (const table of tables.values()) table.settle();
  const source = {
    length: join.count,
    weight: (index) => builder.weights[index],
    load: (indices) => builder.documents(indices),
  };
  return { source, problems: join.problems };
}
