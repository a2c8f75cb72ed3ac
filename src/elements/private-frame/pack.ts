import { largestPack } from '../../frame/protocol/messages.js';
import { readOwnContent, type OwnContent } from '../../page/own-content.js';
import type { Problem } from '../../schema/parse.js';

/** The agency's own content, as JSON. Empty: none, or one that could not be had, and then there is a problem. */
export interface Pack {
  readonly json: string;
  readonly problem?: Problem;
}

/** Reads what the page gives. The page asks for an address, since a frame without an origin is told nothing. */
export async function readPack(given: OwnContent): Promise<Pack> {
  const { value, problem } = (await readOwnContent(given)) ?? {};
  try {
    const json = value ? JSON.stringify(value) : '';
    if (json.length > largestPack) return { json: '', problem: { path: '$', reason: 'too-large', detail: '' } };
    return problem ? { json, problem } : { json };
  } catch {
    return { json: '', problem: { path: '$', reason: 'not-json', detail: '' } };
  }
}
