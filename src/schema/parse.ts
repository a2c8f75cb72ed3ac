import { dialable, webLink } from './links.js';
import { cleanProse, cleanText, hasMarkup } from './text.js';

/** Why a value was refused. `unknown` is a key that no schema names; everything else says what the value is not. */
export type ProblemReason =
  | 'type'
  | 'missing'
  | 'unknown'
  | 'duplicate'
  | 'empty'
  | 'markup'
  | 'too-long'
  | 'too-many'
  | `not-${'text' | 'id' | 'link' | 'phone' | 'date' | 'choice'}`
  | 'unknown-id'
  | 'not-json'
  | 'status'
  | 'network'
  | 'timeout'
  | 'too-large';

/** One thing that is wrong with data from outside. */
export interface Problem {
  /** Where: a JSON path such as `$.stages[0].name`, the name of an attribute, or the address asked for. */
  readonly path: string;
  /** What is wrong. */
  readonly reason: ProblemReason;
  /** What was expected or came instead, for a developer to read. Empty when the reason says it all. */
  readonly detail: string;
}

interface Keyed {
  /** The key may be left out. */
  readonly optional?: true;
}
/** Text, cleaned, without markup; plain or of a certain form. */
export interface TextSchema extends Keyed {
  readonly kind: 'text' | 'id' | 'link' | 'phone' | 'date' | 'choice';
  /** The greatest length, in UTF-16 code units. */
  readonly max: number;
  /** Gives what the text is taken for: empty or `undefined` where it has not the form. `raw` is the text before cleaning. */
  readonly read: (cleaned: string, raw: string) => string | undefined;
}
/** A whole number, 0 or more. */
export interface WholeSchema extends Keyed {
  readonly kind: 'whole';
  readonly is: (value: unknown) => boolean;
}
/** Any number that is one. */
export interface NumberSchema extends Keyed {
  readonly kind: 'number';
  readonly is: (value: unknown) => boolean;
}
/** True or false. */
export interface FlagSchema extends Keyed {
  readonly kind: 'flag';
  readonly is: (value: unknown) => boolean;
}
/** One of a few words. */
export interface ChoiceSchema<T extends string = string> extends TextSchema {
  readonly of: readonly T[];
}
type Refine = (read: Record<string, unknown>, given: Readonly<Record<string, unknown>>) => void;
/** A list. Entries with an `id` are told apart by it. A list that is left out is empty. */
export interface ListSchema<S extends Schema = Schema> extends Keyed {
  readonly kind: 'list';
  readonly of: S;
  readonly max: number;
}
/**
 * An object with known keys. Where `short` is not empty, a plain string stands for an object with that one key.
 * `refine` can take away from what was read, knowing what was given.
 */
export interface ObjectSchema<
  K extends Readonly<Record<string, Schema>> = Readonly<Record<string, Schema>>,
> extends Keyed {
  readonly kind: 'object';
  readonly of: K;
  /** The same as pairs: made once, and gone through for each object. */
  readonly entries: readonly (readonly [string, Schema])[];
  readonly short: string;
  readonly refine?: Refine | undefined;
}
/** What a value may be. Plain data: the parser, the types and the published JSON Schema are all made from it. */
export type Schema =
  | TextSchema
  | WholeSchema
  | NumberSchema
  | FlagSchema
  | ChoiceSchema
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  | ListSchema<any>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  | ObjectSchema<any>;

type Optional<K> = { [P in keyof K]: K[P] extends { readonly optional: true } ? P : never }[keyof K];
/** The frozen value that a schema parses to. */
export type Infer<S> =
  S extends ListSchema<infer E>
    ? readonly Infer<E>[]
    : S extends ObjectSchema<infer K>
      ? { readonly [P in Exclude<keyof K, Optional<K>>]: Infer<K[P]> } & {
          readonly [P in Optional<K>]?: Infer<K[P]>;
        }
      : S extends ChoiceSchema<infer T>
        ? T
        : S extends WholeSchema | NumberSchema
          ? number
          : S extends FlagSchema
            ? boolean
            : string;

// Marked as free of side effects, so that a bundle with one element carries only the schemas that the element reads.
/* @__NO_SIDE_EFFECTS__ */
export const text = (max = 600): TextSchema => ({ kind: 'text', max, read: (cleaned) => cleaned });
/** Text in paragraphs and points, a line for each. Points begin with `•`. */
/* @__NO_SIDE_EFFECTS__ */
export const prose = (max: number): TextSchema => ({ kind: 'text', max, read: (_, raw) => cleanProse(raw) });
/* @__NO_SIDE_EFFECTS__ */
const form = (kind: TextSchema['kind'], read: TextSchema['read']): TextSchema => ({ kind, max: 2000, read });
export const id = form('id', (cleaned) => /^[a-z0-9][a-z0-9-]*$/.exec(cleaned)?.[0]);
export const link = form('link', (_, raw) => webLink(raw));
export const phone = form('phone', (cleaned) => dialable(cleaned) && cleaned);
// Engines differ on days such as 31 February: some take them for another day, some for none.
export const date = form('date', (cleaned) =>
  /^\d{4}-\d\d-\d\d$/.test(cleaned) && new Date(cleaned).getUTCDate() === +cleaned.slice(8) ? cleaned : '',
);
export const whole: WholeSchema = { kind: 'whole', is: (value) => Number.isInteger(value) && (value as number) >= 0 };
export const number: NumberSchema = { kind: 'number', is: Number.isFinite };
export const flag: FlagSchema = { kind: 'flag', is: (value) => typeof value === 'boolean' };
/* @__NO_SIDE_EFFECTS__ */
export const choice = <const T extends string>(...of: T[]): ChoiceSchema<T> => ({
  ...form('choice', (cleaned) => of.find((one) => one === cleaned)),
  of,
});
/* @__NO_SIDE_EFFECTS__ */
export const list = <S extends Schema>(of: S, max = 500): ListSchema<S> => ({ kind: 'list', of, max });
/* @__NO_SIDE_EFFECTS__ */
export const object = <const K extends Readonly<Record<string, Schema>>>(
  of: K,
  short = '',
  refine?: Refine,
): ObjectSchema<K> => ({ kind: 'object', of, entries: Object.entries(of), short, refine });
/** An object with the keys of another, some of them with rules of their own, and more. A spread would not be shaken from a bundle. */
/* @__NO_SIDE_EFFECTS__ */
export const extended = <
  const B extends Readonly<Record<string, Schema>>,
  const K extends Readonly<Record<string, Schema>>,
>(
  { of, short, refine }: ObjectSchema<B>,
  more: K,
): ObjectSchema<Omit<B, keyof K> & K> => object({ ...of, ...more }, short, refine);
/* @__NO_SIDE_EFFECTS__ */
export const optional = <S extends Schema>(schema: S): S & { readonly optional: true } => ({
  ...schema,
  optional: true,
});

/** What `parse` gives: what could be read, and everything that could not. */
export interface Parsed<S> {
  /** Frozen all the way down; `undefined` when nothing usable was there. */
  readonly value: Infer<S> | undefined;
  /** In reading order; empty when all was well. */
  readonly problems: readonly Problem[];
}

const own = Object.hasOwn;
const none = Object.freeze([]);
/** Whether a value is an object with keys, and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** What an object itself has under a key; nothing of a prototype. `undefined`: nothing, or it is no object. */
export const inside = (known: unknown, key: string): unknown =>
  isRecord(known) && own(known, key) ? known[key] : undefined;

/**
 * Reads data from outside into a plain frozen value. It never throws: a value of the wrong type is left out with its
 * entry, the rest of its list stays, and every problem is told with its path. Keys that the schema lacks are ignored.
 *
 * @param known What is already there. A key that the data leaves out is taken from it, and so is a key of a list's
 *   entry whose `id` it knows. A list that is given is the list that is shown: it is not added to.
 */
export function parse<S extends Schema>(schema: S, value: unknown, known?: unknown): Parsed<S> {
  const problems: Problem[] = [];
  const refuse = (path: string, reason: ProblemReason, detail = ''): undefined => {
    problems.push({ path, reason, detail });
  };

  function readText(schema: TextSchema, value: unknown, path: string): string | undefined {
    if (typeof value !== 'string') return refuse(path, 'type', 'text');
    if (value.length > schema.max) return refuse(path, 'too-long', `${schema.max}`);
    const cleaned = cleanText(value);
    if (!cleaned) return refuse(path, 'empty');
    if (hasMarkup(cleaned)) return refuse(path, 'markup');
    return schema.read(cleaned, value) || refuse(path, `not-${schema.kind}`);
  }

  function readList(schema: ListSchema, value: unknown, path: string, known: unknown): readonly unknown[] | undefined {
    if (!Array.isArray(value)) return refuse(path, 'type', 'list');
    if (value.length > schema.max) refuse(path, 'too-many', `${schema.max}`);
    const seen = new Set<unknown>();
    const entries = value.slice(0, schema.max).flatMap((raw: unknown, index) => {
      const at = `${path}[${index}]`;
      const rawId = inside(raw, 'id');
      const match = (known as unknown[] | undefined)?.find((entry) => rawId && inside(entry, 'id') === rawId);
      const entry = read(schema.of, raw, at, match);
      const id = inside(entry, 'id');
      if (id && seen.has(id)) return refuse(at, 'duplicate') ?? [];
      seen.add(id);
      return entry ?? [];
    });
    // Nothing in it could be read: then it was not given, and what is known stands.
    return value.length && !entries.length ? undefined : Object.freeze(entries);
  }

  function readObject(schema: ObjectSchema, value: unknown, path: string, known: unknown): object | undefined {
    const record = schema.short && typeof value === 'string' ? { [schema.short]: value } : value;
    if (!isRecord(record)) return refuse(path, 'type', 'object');
    const result: Record<string, unknown> = {};
    let whole = true;
    for (const [key, of] of schema.entries) {
      const before = inside(known, key) ?? (of.kind === 'list' ? none : undefined);
      const given = inside(record, key) ?? undefined;
      if (given === undefined && before === undefined && !of.optional) refuse(`${path}.${key}`, 'missing');
      const found = (given === undefined ? undefined : read(of, given, `${path}.${key}`, before)) ?? before;
      if (found !== undefined) result[key] = found;
      else whole &&= !!of.optional;
    }
    for (const key of Object.keys(record))
      if (!own(schema.of, key) && key !== '$schema') refuse(`${path}.${key}`, 'unknown');
    schema.refine?.(result, record);
    return whole ? Object.freeze(result) : undefined;
  }

  function read(schema: Schema, value: unknown, path: string, known: unknown): unknown {
    if (schema.kind === 'list') return readList(schema as ListSchema, value, path, known);
    if (schema.kind === 'object') return readObject(schema as ObjectSchema, value, path, known);
    if ('read' in schema) return readText(schema, value, path);
    return schema.is(value) ? value : refuse(path, 'type', schema.kind);
  }

  return { value: read(schema, value, '$', known) as Infer<S> | undefined, problems };
}
