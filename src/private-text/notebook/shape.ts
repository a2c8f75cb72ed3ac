import { isObject } from './json.js';

/**
 * What a part of the notebook looks like, by example: a list stands with one entry. Made of text, true or false, lists and objects.
 */
export type Shape = string | boolean | readonly [Shape] | { readonly [key: string]: Shape };

/** The shape of a type. */
export type ShapeOf<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : T extends readonly (infer E)[]
      ? readonly [ShapeOf<E>]
      : { readonly [K in keyof T]: ShapeOf<T[K]> };

/** Frozen by its type all the way down. */
export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/**
 * Reads a value that may be anything into a shape. What fits is taken as it is; what is missing or of another kind is empty, an
 * entry of another kind is left out, keys that the shape lacks are left out. Never throws.
 */
export function fit(shape: Shape, value: unknown): unknown {
  if (typeof shape === 'string') return typeof value === 'string' ? value : '';
  if (typeof shape === 'boolean') return value === true;
  if (Array.isArray(shape)) {
    const [entry] = shape as readonly [Shape];
    const alike = (one: unknown) => (isObject(entry) ? isObject(one) : typeof one === typeof entry);
    return Array.isArray(value) ? value.filter(alike).map((one) => fit(entry, one)) : [];
  }
  const given = isObject(value) ? value : {};
  return Object.fromEntries(
    Object.entries(shape).map(([key, of]) => [key, fit(of, Object.hasOwn(given, key) ? given[key] : undefined)]),
  );
}
