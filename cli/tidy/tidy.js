import { cellOf, idOf } from '../read/cell.js';
import { ownText } from '../read/own-text.js';
import { placeOf } from '../snapshot/group.js';
import { asWritten, isShouted, Usage } from './capitals.js';
import { mayHaveCode, postalCodes } from './postal-codes.js';

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

const places = new Set('service_area city locality town address_1 address_2 street_address street address'.split(' '));

/** Text that shows how the feed writes words. */
const texts = new Set(
  'description long_description short_description application_process eligibility eligibility_description fees fees_description interpretation_services document name'.split(
    ' ',
  ),
);

/**
 * Goes through everything in some documents, in each document once.
 *
 * @param {import('../read/input.js').Document[]} documents
 * @param {(record: object, key: string | number, value: string, at: (key: string | number) => object) => void} text Takes each
 *   text; `at` tells where it stands.
 * @param {(record: object, at: (key: string) => object, keys: string[]) => void} [whole] Takes each record, when its texts are done.
 */
function walk(documents, text, whole) {
  // Documents of one feed share terms and places. To see such a one again changes nothing, and to remember all takes room.
  const seen = new Set();
  const steps = [];
  let document;
  const at = (key) =>
    placeOf(document, `$${[...steps, key].map((one) => (typeof one === 'number' ? `[${one}]` : `.${one}`)).join('')}`);
  const visit = (record, key) => {
    const value = record[key];
    if (typeof value === 'string') text(record, key, value, at);
    else if (typeof value === 'object' && value !== null) {
      steps.push(key);
      into(value);
      steps.pop();
    }
  };
  const into = (value) => {
    if (steps.length > deepest || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) for (let index = 0; index < value.length; index++) visit(value, index);
    else {
      const keys = Object.keys(value);
      for (let index = 0; index < keys.length; index++) visit(value, keys[index]);
      whole?.(value, at, keys);
    }
  };
  for (document of documents) {
    seen.clear();
    if (typeof document.data === 'object' && document.data !== null) into(document.data);
  }
}

/** Takes out what spreadsheets, databases and floating point have put in. @returns {boolean} Whether a name is in capitals. */
function withoutDirt(documents, country, usage, tell) {
  let shouts = false;
  walk(
    documents,
    (record, key, value, at) => {
      const first = value.charCodeAt(0);
      // White space, `#`, `'`, `=`, `E`, `\\`, `e`: most texts begin otherwise.
      if (first <= 0x27 || first === 0x3d || first === 0x45 || first === 0x5c || first === 0x65) {
        const given = value.trim();
        const { text, kind } = cellOf(given);
        if (kind) tell(kind, () => at(key));
        if (text !== given) record[key] = text || null;
      }
      if (first >= 0x30 && first <= 0x39 && value.endsWith('0') && typeof key === 'string' && isId(key)) {
        const id = idOf(value);
        if (id === value) return;
        record[key] = id;
        tell('decimal', () => at(key));
      }
      shouts ||= names.has(key) && isShouted(value);
      if (key === 'alternate_name' && typeof record.name === 'string') usage.abbreviation(value.trim(), record.name);
    },
    (record, at, keys) => {
      if (!mayHaveCode(keys)) return;
      const mended = postalCodes(record, country);
      if (!mended) return;
      if (mended.code) record[mended.key] = mended.code;
      tell(mended.code ? 'zip' : 'zip-odd', () => at(mended.key));
    },
  );
  return shouts;
}

/** So many names are remembered as they are written: those of terms and places come up again and again. */
const mostNames = 20_000;

/**
 * Undoes what was done to documents, in place. How names are written rests on the whole feed: all of its documents are cleaned,
 * in their order, before any is renamed. To do either again changes nothing.
 */
export class Tidier {
  #country;
  #keepCase;
  #usage = new Usage();
  #shouts = false;
  #known = [new Map(), new Map()];

  /** @param {{ country: string, keepCase: boolean }} options */
  constructor({ country, keepCase }) {
    this.#country = country;
    this.#keepCase = keepCase;
  }

  /** Whether names have to be written anew. Known when all documents were cleaned. */
  get renames() {
    return this.#shouts && !this.#keepCase;
  }

  /**
   * @param {import('../read/input.js').Document[]} documents
   * @param {(kind: string, example: () => object) => void} tell Is told what was done, and where.
   */
  clean(documents, tell) {
    if (withoutDirt(documents, this.#country, this.#usage, tell)) this.#shouts = true;
  }

  /** Takes in how clean documents write words, as far as there is need of more. */
  learn(documents) {
    for (const document of documents) {
      if (this.#keepCase || this.#usage.isFull) break;
      walk([document], (_, key, value) => {
        if (texts.has(key)) this.#usage.read(value);
      });
    }
  }

  /** Writes names as people do that are in capitals from end to end. Told like `clean`. */
  rename(documents, tell) {
    if (!this.renames) return;
    walk(documents, (record, key, value, at) => {
      if (!names.has(key)) return;
      const written = this.#named(value, key);
      if (written === value) return;
      record[key] = written;
      tell('capitals', () => at(key));
    });
  }

  /** How a name is written. @param {string} value @param {string} key Under which it stands. */
  #named(value, key) {
    const isPlace = places.has(key);
    const known = this.#known[Number(isPlace)];
    const before = known.get(value);
    if (before !== undefined) return before;
    if (!isShouted(value)) return value;
    const written = asWritten(value, this.#usage, { isPlace });
    if (known.size < mostNames) known.set(ownText(value), written);
    return written;
  }
}
