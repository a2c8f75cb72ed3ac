import { cellOf, idOf } from '../read/cell.js';
import { placeOf } from '../snapshot/group.js';
import { asWritten, isShouted, Usage } from './capitals.js';
import { postalCodes } from './postal-codes.js';

// What programs between people and a feed have done to it is undone before anything is read. All of it is told.

/** Deeper than this nothing is a feed. */
const deepest = 40;

const isId = (key) => key === 'id' || key.endsWith('_id');

/** What is called by a name: organizations, services, places, terms; and where they are. */
const names = new Set(
  'name alternate_name alternate_names service_name organization_name provider_name program_name location_name title term service_area city locality town address_1 address_2 street_address street address'.split(
    ' ',
  ),
);

/** Text that shows how the feed writes words. */
const texts = new Set(
  'description long_description short_description application_process eligibility eligibility_description fees fees_description interpretation_services document name'.split(
    ' ',
  ),
);

/**
 * Goes through everything in some documents once, however often it hangs somewhere.
 *
 * @param {import('../read/input.js').Document[]} documents
 * @param {(record: object, key: string | number, value: string, place: () => object) => void} text Takes each text.
 * @param {(record: object, place: (key: string) => object) => void} [whole] Takes each record, when its texts are done.
 */
function walk(documents, text, whole) {
  // Documents of one feed share terms and places. To see such a one again changes nothing, and to remember all takes room.
  let seen = new Set();
  const steps = [];
  let document;
  const at = (key) =>
    placeOf(document, `$${[...steps, key].map((one) => (typeof one === 'number' ? `[${one}]` : `.${one}`)).join('')}`);
  const into = (value) => {
    if (seen.has(value) || steps.length > deepest) return;
    seen.add(value);
    const visit = (key) => {
      const one = value[key];
      if (typeof one === 'string') text(value, key, one, () => at(key));
      else if (typeof one === 'object' && one !== null) {
        steps.push(key);
        into(one);
        steps.pop();
      }
    };
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) visit(index);
    } else {
      for (const key of Object.keys(value)) visit(key);
      whole?.(value, at);
    }
  };
  for (document of documents) {
    seen = new Set();
    if (typeof document.data === 'object' && document.data !== null) into(document.data);
  }
}

/** Takes out what spreadsheets, databases and floating point have put in. */
function withoutDirt(documents, country, tell) {
  walk(
    documents,
    (record, key, value, place) => {
      const first = value.charCodeAt(0);
      // White space, `#`, `'`, `=`, `E`, `\`, `e`: most texts begin otherwise.
      if (first <= 0x27 || first === 0x3d || first === 0x45 || first === 0x5c || first === 0x65) {
        const { text, kind } = cellOf(value.trim());
        if (kind) tell({ kind, ...place() });
        if (text !== value.trim()) record[key] = text || null;
      }
      if (typeof key === 'string' && isId(key)) {
        const id = idOf(value);
        if (id !== value && id) {
          record[key] = id;
          tell({ kind: 'decimal', ...place() });
        }
      }
    },
    (record, at) => {
      const mended = postalCodes(record, country);
      if (!mended) return;
      if (mended.code) record[mended.key] = mended.code;
      tell({ kind: mended.code ? 'zip' : 'zip-odd', ...at(mended.key) });
    },
  );
}

/** Writes names as people do that are in capitals from end to end. */
function withoutShouting(documents, tell) {
  let some = false;
  const usage = new Usage();
  walk(documents, (record, key, value) => {
    some ||= names.has(key) && isShouted(value);
    if (texts.has(key)) usage.read(value);
    if (key === 'alternate_name' && typeof record.name === 'string') usage.abbreviation(value.trim(), record.name);
  });
  if (!some) return;
  walk(documents, (record, key, value, place) => {
    if (!names.has(key) || !isShouted(value)) return;
    const written = asWritten(value, usage);
    if (written === value) return;
    record[key] = written;
    tell({ kind: 'capitals', ...place() });
  });
}

/**
 * Undoes what was done to documents, in place.
 *
 * @param {import('../read/input.js').Document[]} documents
 * @param {{ country: string, keepCase: boolean }} options
 * @returns {object[]} What was done, for the report.
 */
export function tidy(documents, { country, keepCase }) {
  const told = [];
  const tell = (one) => told.push(one);
  withoutDirt(documents, country, tell);
  if (!keepCase) withoutShouting(documents, tell);
  return told;
}
