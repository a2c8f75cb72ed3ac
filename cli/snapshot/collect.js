import { ownText } from '../read/own-text.js';
import { digestOf } from './digest.js';
import { placeOf, slotsOf } from './group.js';
import { KeptServices } from './kept-services.js';
import { Asked } from './not-used.js';
import { checkPhones } from './phones.js';

/** Why a record is not in the snapshot. */
const leftOutKinds = ['inactive', 'defunct', 'no-name', 'no-service', 'duplicate'];

const nameMissing = ({ path, reason }) => reason === 'missing' && /\.name$/.test(path);

/** What makes two services with one id the same one. Exports that number anew in each file have the same ids for others. */
const sameness = ({ name, organization, locations }) =>
  digestOf(JSON.stringify([name, organization, locations[0]?.city, locations[0]?.address]).toLowerCase());

/** How many addresses of a service are withheld. */
const withheldOf = ({ addressConfidential, locations }) =>
  locations.filter((location) => location.addressConfidential).length || (addressConfidential ? 1 : 0);

/**
 * Turns records into services, one input after the other, and counts what becomes of each.
 *
 * @param {object} options
 * @param {(data: unknown, options: object) => { services: readonly object[], problems: readonly object[] }} options.fromHsds
 * @param {object} options.reading What `fromHsds` is told.
 * @param {{ country: string, drop: boolean }} options.phones
 * @param {string} options.source, options.lang For services that name none. Empty: nothing is filled in.
 * @param {(count: number) => void} options.progress Is told how many services there are, now and then.
 */
export function collector({ fromHsds, reading, phones, source, lang, progress }) {
  const services = new KeptServices();
  const taken = new Map();

  /** The service as it is written, or why it is left out. */
  function admit(service, problem) {
    if (service.status === 'inactive' || service.status === 'defunct') return service.status;
    let { id } = service;
    if (id !== undefined) {
      const same = sameness(service);
      const others = taken.get(id);
      if (others?.includes(same)) return 'duplicate';
      if (others) {
        others.push(same);
        id = `${id}-${others.length}`;
        while (taken.has(id)) id += '-2';
        problem({ kind: 'id-taken', path: '$.id', detail: service.id });
      }
      taken.set(ownText(id), [same]);
    }
    const checked = checkPhones(service, phones);
    checked.problems.forEach(problem);
    const filled = { ...checked.service };
    if (id !== undefined) filled.id = id;
    if (source) filled.source ??= source;
    if (lang) filled.lang ??= lang;
    return filled;
  }

  /**
   * @param {Iterable<import('../read/input.js').Document>} documents Those of an organization are together, see `byOrganization`.
   * @param {import('./tally.js').Tally} tally Where what is found is told.
   */
  function add(documents, tally) {
    const counts = { read: 0, written: 0, withheld: 0 };
    const leftOut = Object.fromEntries(leftOutKinds.map((kind) => [kind, 0]));
    const leave = (kind, example) => {
      leftOut[kind]++;
      if (example) tally.tell(kind, example);
    };
    for (const document of documents) {
      const { data } = document;
      const place = (path) => placeOf(document, path);
      const asked = new Asked();
      const read = fromHsds(data, { ...reading, asked: (record, key) => asked.add(record, key) });
      const nameless = read.problems.filter(nameMissing);
      for (const { path } of nameless) leave('no-name', () => place(path));
      for (const one of [...read.problems, ...read.notes])
        if (!nameless.includes(one)) tally.tell(one.reason, () => ({ ...place(one.path), detail: one.detail }));
      counts.read += read.services.length + nameless.length;
      if (read.services.length + nameless.length === 0) {
        counts.read++;
        leave('no-service', () => place('$'));
      } else for (const path of asked.others(data)) tally.tell('not-used', () => place(path));
      // Services come in the order of the data, without those that have no name. Where that does not come out even, as with
      // a service that is told twice, nothing is said of its place rather than something wrong.
      const without = new Set(nameless.map(({ path }) => path.replace(/\.name$/, '')));
      const slots = slotsOf(data).filter((path) => !without.has(path));
      const isEven = slots.length === read.services.length;
      for (const [index, service] of read.services.entries()) {
        const { file, row } = isEven || !document.members ? place(isEven ? slots[index] : '$') : {};
        const where = { file, row, id: service.id };
        const admitted = admit(service, ({ kind, ...problem }) => tally.tell(kind, () => ({ ...where, ...problem })));
        if (typeof admitted === 'string') {
          leave(admitted, admitted === 'duplicate' ? () => where : undefined);
          continue;
        }
        services.push(admitted);
        if (services.length % 1000 === 0) progress(services.length);
        counts.written++;
        counts.withheld += withheldOf(admitted);
      }
    }
    return { ...counts, leftOut };
  }

  return { services, add };
}
