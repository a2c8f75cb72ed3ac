import { contentScript, loadPack, readInPage, type Loaded } from '../../page/own-content.js';
import { largestPack } from '../../frame/protocol/messages.js';
import type { Problem } from '../../schema/parse.js';

/** An element that can be given content of the agency's own. */
export type PackHost = HTMLElement & { readonly content: unknown; readonly src: string };

/** The agency's own content, as JSON. Empty: none, or one that could not be had, and then there is a problem. */
export interface Pack {
  readonly json: string;
  readonly problem?: Problem;
}

/** What a page gives as content, found first: the property, the address, the script inside. */
export const givenTo = (host: PackHost): readonly unknown[] => [
  host.content,
  host.src,
  host.querySelector(`:scope > ${contentScript}`)?.textContent,
];

/** Reads what was given. The page asks for an address, since a frame without an origin is told nothing. */
export async function readPack([content, src, child]: readonly unknown[]): Promise<Pack> {
  let loaded: Loaded = { value: content };
  try {
    if (!content && src) loaded = await loadPack(new URL(src as string, document.baseURI).href);
    else if (!content && child) loaded = readInPage(child as string);
    const json = loaded.value ? JSON.stringify(loaded.value) : '';
    if (json.length > largestPack) return { json: '', problem: { path: '$', reason: 'too-large', detail: '' } };
    return loaded.problem ? { json, problem: loaded.problem } : { json };
  } catch {
    return { json: '', problem: { path: '$', reason: 'not-json', detail: '' } };
  }
}
