import type { Problem, ProblemReason } from '../parse/schema.js';
import { cutText, plainText } from './plain-text.js';

// Feeds are read through this, and through nothing else: what a record holds may be of any type, hold itself, or throw when it
// is looked at. Each value knows where it stood, so that every problem can be told with its path.

/** Words that stand for nothing. Nobody has to be told of them. */
const nothing =
  /^\s*(?:(?:null|nil|n\/?a\.?|none|undefined|nan|unknown|tbd|not (?:available|applicable|provided))|[-–—.?\s]*)\s*$/i;

/** The most entries of a list below a service. */
const longestList = 500;

/** One value of a feed, and where it stands. */
export class Given {
  readonly #problems: Problem[];
  readonly #above: Given | undefined;
  readonly #step: string | number;

  /** `step` is the key or the index by which it stands in `above`. A feed as a whole has none. */
  constructor(
    readonly value: unknown,
    problems: Problem[],
    above?: Given,
    step: string | number = '',
  ) {
    this.#problems = problems;
    this.#above = above;
    this.#step = step;
  }

  /** A JSON path. Put together when somebody asks: most are never told. */
  get path(): string {
    if (!this.#above) return '$';
    return this.#above.path + (typeof this.#step === 'number' ? `[${this.#step}]` : `.${this.#step}`);
  }

  /** The first of these keys that says something. None does: `nowhere`, whose value is `undefined`. */
  get(...keys: readonly string[]): Given {
    for (const key of keys) {
      const found = this.#own(key);
      if (!isNothing(found)) return this.#below(found, key);
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
      return [];
    }
  }

  get isRecord(): boolean {
    return typeof this.value === 'object' && this.value !== null && !isList(this.value);
  }

  get isThere(): boolean {
    return !isNothing(this.value);
  }

  /** The entries of a list. One thing that is no list is a list of one. */
  items(max = longestList): readonly Given[] {
    if (!this.isThere) return [];
    if (!isList(this.value)) return [this];
    const items: Given[] = [];
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
        if (!isNothing(item)) items.push(this.#below(item, index));
      }
    } catch {
      this.refuse('type', 'readable');
    }
    return items;
  }

  /** As plain text, cut where it is too long. Empty: it says nothing, or is of a type that holds no text. */
  text(max = Infinity): string {
    const text = plainText(this.#words(3));
    if (nothing.test(text)) return '';
    if (text.length > max) this.refuse('too-long', `${max}`);
    return cutText(text, max);
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
  with(value: unknown, place: Given = this): Given {
    return new Given(value, this.#problems, place.#above, place.#step);
  }

  /** The same, where nobody is told of problems: for a second look. */
  quiet(): Given {
    return new Given(this.value, [], this.#above, this.#step);
  }

  refuse(reason: ProblemReason, detail = ''): void {
    this.#problems.push({ path: this.path, reason, detail });
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

  #below(value: unknown, step: string | number): Given {
    return new Given(value, this.#problems, this, step);
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
export const nowhere = new Given(undefined, []);

function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.length < 40 && nothing.test(value);
  try {
    return value === undefined || value === null || (isList(value) && !value.length);
  } catch {
    return true;
  }
}
