import { Table } from './table.js';

// Tables become nested HSDS: one document for each organization with its services. So an address that one service of an
// organization withholds is known where another names it. Here it is found out by numbers alone which row belongs to which
// record, and to which document; `build.js` makes documents of them, as many at a time as are asked for.

/** Which tables hang below which, from the nearest parent to the farthest, and under which key. */
export const children = [
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

/** Belongs to nothing. */
export const none = -1;

/** Of the tables that rows are found in by what they name, in which order an attribute looks through them. */
const withAttributes = ['service', 'location', 'service_at_location', 'organization', 'phone', 'schedule'];

/** What a row can hang on. A `link` is the place between a service and the location that it names itself, by the row of the service. */
export const kinds = [...new Set([...children.flatMap(([, , parents]) => parents), ...withAttributes]), 'link'];

/** What each row of a table hangs on: the number of its kind in `kinds`, its row, and the document that both are in. */
class Parents {
  constructor(length) {
    this.kinds = new Uint8Array(length);
    this.rows = new Int32Array(length).fill(none);
    this.documents = new Int32Array(length).fill(none);
  }
}

const noTable = new Table([]);

/** Finds out where each row belongs, and tells of rows that belong nowhere. */
export class Join {
  problems = [];
  /** The document of each row, by table. That after the last one has what several documents share. */
  documents = new Map();
  /** What rows hang on, by table. */
  parents = new Map();
  /** How many documents there are. */
  count = 0;
  /** For each document, the row of its organization. */
  organizations = [];
  /** For each row between services and locations, the row of the service. */
  linkService;
  /** For each of them, then for each service that names a location itself, the row of the location. */
  linkLocation;

  #tables;
  #numbers;
  #firsts = new Map();
  #firstLink;
  #nextLink;

  constructor(tables, numbers) {
    this.#tables = tables;
    this.#numbers = numbers;
    // Services are told apart later, with those of other inputs.
    for (const name of tables.keys()) if (name === 'organization' || name === 'location') this.#firstsOf(name);
    this.#link();
    const homeless = this.#divide();
    const unused = this.#placeLocations();
    for (const [name, , parents] of children) this.#hang(name, parents);
    for (const name of ['eligibility', 'fee', 'service_taxonomy']) this.#hangOnServices(name);
    this.#hangAttributes();
    for (const [name, orphans] of [
      ['location', unused],
      ['service', homeless],
    ])
      for (const [row, organization] of orphans) this.#orphan(name, row, this.#said('organization', organization));
    // What only this needed is let go.
    this.#firsts.clear();
    this.#numbers = undefined;
  }

  table(name) {
    return this.#tables.get(name) ?? noTable;
  }

  #ids(table, column) {
    return this.table(table).ids(column, this.#numbers);
  }

  #said(what, number) {
    return `${what} ${this.#numbers.text(number) ?? ''}`;
  }

  #orphan(table, row, detail) {
    this.problems.push({ kind: 'orphan', ...this.table(table).placeOf(row), detail });
  }

  /** The row of each id. The first of two with one id counts. */
  #firstsOf(table) {
    let firsts = this.#firsts.get(table);
    if (firsts) return firsts;
    const ids = this.#ids(table, 'id');
    this.#firsts.set(table, (firsts = new Int32Array(this.#numbers.size).fill(none)));
    for (let row = 0; row < ids.length; row++) {
      const id = ids[row];
      if (id === 0) continue;
      if (firsts[id] === none) firsts[id] = row;
      else if (table === 'organization' || table === 'location')
        this.problems.push({
          kind: 'duplicate-id',
          ...this.table(table).placeOf(row),
          detail: this.#said(table, id),
        });
    }
    return firsts;
  }

  #find(table, id) {
    return id > 0 ? (this.#firstsOf(table)[id] ?? none) : none;
  }

  /** Where a service is: the rows of the table between, or the location that the service names itself. */
  #link() {
    const [between, services] = [this.table('service_at_location').length, this.table('service').length];
    this.linkLocation = new Int32Array(between + services).fill(none);
    this.#nextLink = new Int32Array(between + services).fill(none);
    this.#firstLink = new Int32Array(services).fill(none);
    const lastLink = new Int32Array(services).fill(none);
    this.linkService = new Int32Array(between).fill(none);
    const link = (at, service, location) => {
      this.linkLocation[at] = location;
      if (lastLink[service] === none) this.#firstLink[service] = at;
      else this.#nextLink[lastLink[service]] = at;
      lastLink[service] = at;
    };
    const [theirs, places] = ['service_id', 'location_id'].map((column) => this.#ids('service_at_location', column));
    for (let row = 0; row < between; row++) {
      const service = this.#find('service', theirs[row]);
      const location = this.#find('location', places[row]);
      if (service !== none && location !== none) {
        link(row, service, location);
        this.linkService[row] = service;
      } else
        this.#orphan(
          'service_at_location',
          row,
          service === none ? this.#said('service', theirs[row]) : this.#said('location', places[row]),
        );
    }
    const own = this.#ids('service', 'location_id');
    for (let row = 0; row < services; row++) {
      const location = this.#find('location', own[row]);
      if (location !== none) link(between + row, row, location);
      else if (own[row] > 0) this.#orphan('service', row, this.#said('location', own[row]));
    }
  }

  *#linksOf(service) {
    for (let at = this.#firstLink[service]; at !== none; at = this.#nextLink[at]) yield at;
  }

  /** One document for each organization that has services, and one for each service without. @returns {number[][]} Services whose organization is nowhere. */
  #divide() {
    const homeless = [];
    const theirs = new Int32Array(this.table('organization').length).fill(none);
    const own = new Int32Array(this.table('service').length);
    const [organizations, programs] = ['organization_id', 'program_id'].map((column) => this.#ids('service', column));
    const ofProgram = this.#ids('program', 'organization_id');
    const ofLocation = this.#ids('location', 'organization_id');
    for (let row = 0; row < own.length; row++) {
      const program = this.#find('program', programs[row]);
      // Some exports know the organization by the location only.
      const first = this.#firstLink[row];
      const id =
        organizations[row] ||
        (program !== none && ofProgram[program]) ||
        (first !== none && ofLocation[this.linkLocation[first]]) ||
        0;
      const organization = this.#find('organization', id);
      if (organization === none && id > 0) homeless.push([row, id]);
      own[row] = organization === none || theirs[organization] === none ? this.count++ : theirs[organization];
      if (own[row] === this.organizations.length) this.organizations.push(organization);
      if (organization !== none) theirs[organization] = own[row];
    }
    this.documents.set('service', own);
    this.documents.set('organization', theirs);
    this.documents.set(
      'service_at_location',
      this.linkService.map((service) => (service === none ? none : own[service])),
    );
    return homeless;
  }

  /**
   * A location is in the document whose services are there. Without any it is a place of its organization.
   * @returns {number[][]} Those that have none.
   */
  #placeLocations() {
    const parents = this.#parentsOf('location');
    const { documents } = parents;
    const ofServices = this.documents.get('service');
    const linked = new Uint8Array(documents.length);
    for (let service = 0; service < ofServices.length; service++)
      for (const at of this.#linksOf(service)) {
        const location = this.linkLocation[at];
        const before = documents[location];
        documents[location] = before === none || before === ofServices[service] ? ofServices[service] : this.count;
        linked[location] = 1;
      }
    const unused = [];
    const ids = this.#ids('location', 'organization_id');
    for (let row = 0; row < linked.length; row++) {
      const organization = linked[row] ? none : this.#find('organization', ids[row]);
      if (!linked[row] && !this.#put('location', parents, row, 'organization', organization))
        unused.push([row, ids[row]]);
    }
    return unused;
  }

  #documentOf(kind, row) {
    return row === none ? none : this.documents.get(kind === 'link' ? 'service' : kind)[row];
  }

  #put(table, parents, row, kind, parent) {
    parents.kinds[row] = kinds.indexOf(kind);
    parents.rows[row] = parent;
    parents.documents[row] = this.#documentOf(kind, parent);
    return parent !== none;
  }

  #parentsOf(table) {
    const parents = new Parents(this.table(table).length);
    this.parents.set(table, parents);
    this.documents.set(table, parents.documents);
    return parents;
  }

  /** The link between a service and a location, for a row that names both and not the place. */
  #between(service, location) {
    const [own, place] = [this.#find('service', service), this.#find('location', location)];
    if (own !== none && place !== none)
      for (const at of this.#linksOf(own)) if (this.linkLocation[at] === place) return at;
    return none;
  }

  #hang(name, possible) {
    const parents = this.#parentsOf(name);
    const columns = possible.map((one) => this.#ids(name, `${one}_id`));
    const isPlaced = possible.includes('service_at_location');
    const [services, locations] = ['service_id', 'location_id'].map((column) => this.#ids(name, column));
    const between = this.linkService.length;
    const place = (row) => {
      if (isPlaced) {
        const at = possible.findIndex((_, index) => columns[index][row] > 0);
        if (possible[at] === 'service_at_location') {
          const link = this.#find('service_at_location', columns[at][row]);
          if (link !== none) return this.#put(name, parents, row, 'service_at_location', link);
        }
        const link = this.#between(services[row], locations[row]);
        if (link !== none)
          return link < between
            ? this.#put(name, parents, row, 'service_at_location', link)
            : this.#put(name, parents, row, 'link', link - between);
      }
      return possible.some((one, index) => this.#put(name, parents, row, one, this.#find(one, columns[index][row])));
    };
    for (let row = 0; row < parents.rows.length; row++) {
      if (place(row)) continue;
      const said = possible.flatMap((one, index) =>
        columns[index][row] > 0 ? this.#said(one, columns[index][row]) : [],
      );
      this.#orphan(name, row, said.join(', ') || 'does not name a parent');
    }
  }

  #hangOnServices(name) {
    const parents = this.#parentsOf(name);
    const ids = this.#ids(name, 'service_id');
    for (let row = 0; row < ids.length; row++)
      if (!this.#put(name, parents, row, 'service', this.#find('service', ids[row])))
        this.#orphan(name, row, this.#said('service', ids[row]));
  }

  #hangAttributes() {
    const parents = this.#parentsOf('attribute');
    const [links, services] = ['link_id', 'service_id'].map((column) => this.#ids('attribute', column));
    for (let row = 0; row < links.length; row++) {
      const id = links[row] || services[row];
      if (!withAttributes.some((kind) => this.#put('attribute', parents, row, kind, this.#find(kind, id))))
        this.#orphan('attribute', row, this.#said('link', id));
    }
  }
}
