import { folded } from './plain-text.js';

// What is left of an address that was withheld can stand in a description, a link, or another place of the same organization.

/** An address and a point, as far as they are known. */
export interface Whereabouts {
  /** The street with its number, the line before the city. */
  readonly street: string;
  /** What may follow it: the second line, city, state, postal code. */
  readonly rest: readonly string[];
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
}

const gap = '(?:%2[\\dc]|[^\\p{L}\\p{N}]){1,6}';
const directions = '(?:n|s|e|w|ne|nw|se|sw|north|south|east|west|northeast|northwest|southeast|southwest)';
const kinds =
  '(?:st|street|ave?|avenue|rd|road|ln|lane|dr|drive|blvd|boulevard|ct|court|pl|place|way|ter|terrace|cir|circle|pkwy|parkway|hwy|highway|sq|square)';
const unit =
  '(?:(?:apt|apartment|suite|ste|unit|floor|fl|room|rm|bldg|building)\\.?(?:%2[\\dc]|[^\\p{L}\\p{N}])*[\\p{L}\\p{N}]{1,5})';
const isDirection = new RegExp(`^${directions}$`);
const isKind = new RegExp(`^${kinds}$`);

const spelled = (word: string): string => [...word].map((letter) => `${letter}\\p{M}*`).join('');
const tokens = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A pattern, and words of which every text has all that it finds something in: so most texts need not be gone through. */
interface Sign {
  readonly pattern: string;
  readonly words: readonly string[];
  /** The pattern for text that is ASCII and in lower case, where it is made much sooner. */
  plain?: RegExp;
}

/** A pattern for text without accents: nothing can stand between its letters, and there are fewer of them. */
const asPlain = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll('\\p{M}*', '').replaceAll('\\p{L}\\p{N}', 'a-z\\d').replaceAll('−', ''));

/** Finds an address however it is abbreviated. `undefined`: there is too little of it to be told from other words. */
function addressSign({ street, rest }: Whereabouts): Sign | undefined {
  const words = tokens(street);
  const first = words[0] ?? '';
  let core = words;
  if (/\d/.test(first)) {
    core = words.filter((word, index) => !index || !isDirection.test(word));
    const kind = core.findLastIndex((word, index) => index > 1 && isKind.test(word));
    if (kind > 1) core = core.slice(0, kind);
  }
  if (core.join('').length < 5 || (core.length < 2 && core.join('').length < 6)) return undefined;
  const tail = rest
    .map((part) => tokens(part).map(spelled).join(gap))
    .filter(Boolean)
    .map((part) => `(?:${gap}${part}(?![\\p{L}\\p{N}]))?`);
  const joined = core.map(spelled).join(`${gap}(?:${directions}${gap})?`);
  const after = `(?:${gap}(?:${kinds}|${directions}|${unit})(?![\\p{L}\\p{N}]))*`;
  const pattern = `(?<![\\p{L}\\p{N}])${joined}(?![\\p{L}\\p{N}])${after}${tail.join('')}`;
  return { pattern, words: core };
}

/** Finds a number of degrees, with at least three places behind the point. */
function degreesSign(degrees: number | undefined): Sign | undefined {
  const [start, places = ''] = /^-?\d+\.(\d{3})/.exec(`${degrees ?? ''}`) ?? [];
  return start ? { pattern: `${start.replace('-', '[-−]?').replace('.', '[.,]')}\\d*`, words: [places] } : undefined;
}

/** What must not be told. */
export class Withheld {
  #signs = new Map<string, Sign>();
  #points = new Set<string>();
  #pattern: RegExp | undefined;

  add(known: Whereabouts): void {
    const point = pointOf(known);
    if (point) this.#points.add(point);
    for (const one of [addressSign(known), degreesSign(known.latitude), degreesSign(known.longitude)]) {
      if (one) this.#signs.set(one.pattern, one);
    }
    this.#pattern = undefined;
  }

  /** Whether another place is the same one. */
  has(known: Whereabouts): boolean {
    return this.#points.has(pointOf(known)) || this.#found([known.street, ...known.rest].join(', '));
  }

  /** A service without what is withheld: stretches of text are taken out, links that hold any of it are gone. */
  without(service: Record<string, unknown>): Record<string, unknown> {
    return this.#signs.size ? (this.#clean(service) as Record<string, unknown>) : service;
  }

  /** Whether a text tells any of it. */
  isIn(text: string): boolean {
    return this.#found(text);
  }

  #found(text: string): boolean {
    if (!this.#signs.size) return false;
    const plain = folded(text);
    const isAscii = /^[\0-\x7f]*$/.test(plain);
    for (const sign of this.#signs.values()) {
      if (!sign.words.every((word) => plain.includes(word))) continue;
      if (!isAscii) return this.#regExp().test(text.normalize('NFD'));
      sign.plain ??= asPlain(sign.pattern);
      if (sign.plain.test(plain)) return true;
    }
    return false;
  }

  #regExp(): RegExp {
    this.#pattern ??= new RegExp([...this.#signs.keys()].join('|'), 'iu');
    return this.#pattern;
  }

  #clean(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map((item) => this.#clean(item)).filter((item) => item !== '');
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).flatMap(([key, part]) => {
      // A link with a piece missing leads elsewhere.
      if (/url|email/i.test(key) && this.#found(decoded(part as string))) return [];
      const clean = this.#clean(part);
      return clean === '' ? [] : [[key, clean] as const];
    });
    return Object.fromEntries(kept);
  }

  #text(text: string): string {
    if (!this.#found(text)) return text;
    return text
      .normalize('NFD')
      .replace(new RegExp(this.#regExp().source, 'giu'), '…')
      .normalize('NFC')
      .replace(/(?:…[\s,;]*)+/g, '… ')
      .replace(/\s+(?=[.,;:!?)])|^[\s…]+$/g, '')
      .trim();
  }
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

const pointOf = ({ latitude, longitude }: Whereabouts): string =>
  latitude === undefined || longitude === undefined ? '' : `${latitude.toFixed(4)},${longitude.toFixed(4)}`;
