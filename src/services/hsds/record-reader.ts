import type { ProblemReason } from '../../schema/parse.js';
import { cleanText } from '../../schema/text.js';
import { cutText, oddities, plainText, point, readProse } from './plain-text.js';

// Feeds are read through this, and through nothing else: what a record holds may be of any type, hold itself, or throw when it
// is looked at. Each value knows where it stood, so that every problem can be told with its path.

/** Words that stand for nothing, in databases and in the errors of spreadsheets too. Nobody has to be told of them. */
const nothing =
  /^\s*(?:(?:[(<[]?null[)>\]]?|\\n|nil|n\/?a\.?|none|undefined|<?nan>?|<na>|nat|unknown|tbd|not (?:available|applicable|provided)|#[¡¿]?(?:n\/[ad]|nv|div\/0!|(?:ref|name|value|num|null|spill|calc|error|field|blocked|unknown|connect|busy|wert|zahl|bezug|nombre|valor|núm|nulo|nom|valeur|nombre|nul)[!?])|err:\d{3}|#{3,})|[-–—.?\s]*)\s*$/i;

/**
 * What is good to know, though nothing is wrong with it.
 * - `fax`: a number for machines, left out
 * - `decimal`: `.0` was taken off
 * - `line-break`: a line break that was spelled out has become one
 * - `marker`: something that is meant for a program was taken out
 * - `list`: what looks like a list has become one
 * - `completed`: a second number was put together from the first
 * - `beside`: digits that may be an extension are told as words
 * - `not-zone`: there is no zone of that name
 * - `zone-named`: the zone has another name than the feed gives it
 * - `zone-guessed`: the feed's zone stands in its place
 * - `not-hours`: hours that are not fully understood, and shown in words only
 */
export const noteReasons = [
  'fax',
  'decimal',
  'line-break',
  'marker',
  'list',
  'completed',
  'beside',
  'not-zone',
  'zone-named',
  'zone-guessed',
  'not-hours',
] as const;
export type NoteReason = (typeof noteReasons)[number];

/** A problem or a note, and its JSON path in the feed. No value of the feed stands in it. */
export interface Reported {
  readonly path: string;
  readonly reason: ProblemReason | NoteReason;
  readonly detail: string;
}

/** Where everything is told, and who wants to know which keys of which records were asked for. */
export type Reports = Reported[] & { asked?: ((record: unknown, key: string) => void) | undefined };

/** How all of them begin. Most values begin otherwise, and are looked at no further. */
const mayBeNothing = /^(?:[\s(<[\\nut#e–—.?-]|$)/i;
const isSaidOfNothing = (text: string): boolean => mayBeNothing.test(text) && nothing.test(text);

/** The most entries of a list below a service. */
const longestList = 500;

/** One value of a feed, and where it stands. */
export class RecordReader {
  readonly #reported: Reports;
  readonly #above: RecordReader | undefined;
  readonly #step: string | number;
  /** It was looked at before it came here. */
  #isKnown = false;

  /** `step` is the key or the index by which it stands in `above`. A feed as a whole has none. */
  constructor(
    readonly value: unknown,
    reported: Reports,
    above?: RecordReader,
    step: string | number = '',
  ) {
    this.#reported = reported;
    this.#above = above;
    this.#step = step;
  }

  /** A JSON path. Put together when somebody asks: most are never told. */
  get path(): string {
    if (!this.#above) return '$';
    return this.#above.path + (typeof this.#step === 'number' ? `[${this.#step}]` : `.${this.#step}`);
  }

  /** The key or the index by which it stands where it was found. Empty: it is the feed as a whole, or nowhere. */
  get step(): string | number {
    return this.#step;
  }

  /** The first of these keys that says something. None does: `nowhere`, whose value is `undefined`. */
  get(...keys: readonly string[]): RecordReader {
    for (const key of keys) {
      const found = this.#own(key);
      if (found === undefined || isNothing(found)) continue;
      this.#reported.asked?.(this.value, key);
      return this.#below(found, key, true);
    }
    return nowhere;
  }

  /** Tells of a key that should be there. */
  lacks(key: string): void {
    this.#below(undefined, key).refuse('missing');
  }

  /** Names of what it has, if it is an object and no list. */
  keys(): readonly string[] {
    try {
      return this.isRecord ? Object.keys(this.value as object) : [];
    } catch {
      this.refuse('type', 'readable');
      return [];
    }
  }

  get isRecord(): boolean {
    return typeof this.value === 'object' && this.value !== null && !isList(this.value);
  }

  get isThere(): boolean {
    return this.#isKnown || !isNothing(this.value);
  }

  /** The entries of a list. One thing that is no list is a list of one. */
  items(max = longestList): readonly RecordReader[] {
    if (!this.isThere) return [];
    if (!isList(this.value)) return [this];
    const items: RecordReader[] = [];
    try {
      const { length } = this.value;
      if (length > max) this.refuse('too-many', `${max}`);
      for (let index = 0; index < Math.min(length, max); index++) {
        let item: unknown;
        try {
          item = this.value[index];
        } catch {
          this.refuse('type', 'readable');
        }
        if (!isNothing(item)) items.push(this.#below(item, index, true));
      }
    } catch {
      this.refuse('type', 'readable');
    }
    return items;
  }

  /** As plain text, cut where it is too long. Empty: it says nothing, or is of a type that holds no text. */
  text(max = Infinity): string {
    return this.#read(plainText, max);
  }

  /** The same in paragraphs and points, each in a line of its own. */
  prose(max: number): string {
    return this.#read(readProse, max);
  }

  /** As it is written, without white space around it: for what is no prose, and has no markup. */
  raw(max: number): string {
    const text = cleanText(this.#words(3).slice(0, max));
    return isSaidOfNothing(text) ? '' : text;
  }

  /** A number, also one in a text. */
  number(): number | undefined {
    const { value } = this;
    const number =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value)
          ? Number(value)
          : NaN;
    return Number.isFinite(number) ? number : undefined;
  }

  /** Yes or no, in the ways in which forms say it. */
  flag(): boolean | undefined {
    const { value } = this;
    if (typeof value === 'boolean') return value;
    if (value === 1 || value === 0) return value === 1;
    const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
    return /^(?:true|yes|y|t|1|s[ií])$/.test(word) ? true : /^(?:false|no|n|f|0)$/.test(word) ? false : undefined;
  }

  /** Another value, told of at the same place or another one. */
  with(value: unknown, place: RecordReader = this): RecordReader {
    return new RecordReader(value, this.#reported, place.#above, place.#step);
  }

  /** The same, where nobody is told of problems: for a second look. */
  quiet(): RecordReader {
    return new RecordReader(this.value, [], this.#above, this.#step);
  }

  refuse(reason: ProblemReason, detail = ''): void {
    this.#reported.push({ path: this.path, reason, detail });
  }

  /** Tells of something that was understood, and is not shown as it stands. */
  note(reason: NoteReason, detail = ''): void {
    this.#reported.push({ path: this.path, reason, detail });
  }

  #read(as: (text: string) => string, max: number): string {
    const given = this.#words(3);
    const text = as(given);
    if (isSaidOfNothing(text)) return '';
    for (const reason of text === given ? [] : oddities(given)) this.note(reason);
    if (text.includes(`\n${point}`) && !given.includes(point)) this.note('list');
    if (text.length > max) this.refuse('too-long', `${max}`);
    return cutText(text, max);
  }

  /** Text of some feeds is an object with a text inside, or a list of such. */
  #words(depth: number): string {
    if (typeof this.value === 'string') return this.value;
    if (typeof this.value === 'number' && Number.isFinite(this.value)) return `${this.value}`;
    if (!depth) return '';
    if (isList(this.value)) {
      return this.items(50)
        .map((item) => item.#words(depth - 1))
        .filter(Boolean)
        .join('\n\n');
    }
    return this.isRecord
      ? this.get('value', 'text', 'description', 'name', 'eligibility', 'note').#words(depth - 1)
      : '';
  }

  #below(value: unknown, step: string | number, isKnown = false): RecordReader {
    const below = new RecordReader(value, this.#reported, this, step);
    below.#isKnown = isKnown;
    return below;
  }

  #own(key: string): unknown {
    try {
      const { value } = this;
      return value && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    } catch {
      this.#below(undefined, key).refuse('type', 'readable');
      return undefined;
    }
  }
}

/** What is not there. Feeds lack more than they have, and one of these is enough. */
export const nowhere = new RecordReader(undefined, []);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.length < 40 && isSaidOfNothing(value);
  try {
    return value === undefined || value === null || (isList(value) && !value.length);
  } catch {
    // Even to ask what it is was refused.
    return true;
  }
}
