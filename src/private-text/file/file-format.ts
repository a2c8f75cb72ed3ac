import type { NotebookValues } from '../notebook/notebook.js';
import { toJson } from '../notebook/json.js';

/** The form of the text in a file. A file that says more is of a later version. */
const form = 1;
/** Lists in objects in lists: nothing of ours is deeper than this. */
const deepest = 8;

/** Why a file's text was not taken: it is not such a text, or it is of a later version of this library. */
export type CopyReason = 'not-ours' | 'newer';

/** A text is no copy of a notebook that could be taken in. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
  readonly reason: CopyReason;

  constructor(reason: CopyReason) {
    super(reason);
    this.reason = reason;
  }
}

/** The notebook as one text, to be put into a file. */
export const toText = (values: NotebookValues): string => toJson({ form, pages: values });

/**
 * The notebook that a text holds. It may come from anybody: only text, true or false, lists and objects are taken.
 *
 * @throws {CopyError}
 */
export function fromText(text: string): NotebookValues {
  let value: { readonly form?: unknown; readonly pages?: unknown } | null;
  try {
    value = JSON.parse(text) as typeof value;
  } catch {
    throw new CopyError('not-ours');
  }
  if (typeof value?.form === 'number' && value.form > form) throw new CopyError('newer');
  const values = value?.form === form ? plain(value.pages, deepest) : undefined;
  if (typeof values !== 'object' || Array.isArray(values)) throw new CopyError('not-ours');
  return values as NotebookValues;
}

function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || !value || !depth) throw new CopyError('not-ours');
  if (Array.isArray(value)) return value.map((one) => plain(one, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, depth - 1)]));
}
