import { html, nothing, type TemplateResult } from 'lit';

/**
 * A name, a number, an address, a host, or what a person wrote: it stays as it is where a page is translated.
 *
 * @param lang The language of the text, where it is another one than that of the words around it.
 */
export const asIs = (text: string, lang?: string): TemplateResult =>
  html`<bdi translate="no" lang=${lang ?? nothing}>${text}</bdi>`;

/** Holds the place of something in a sentence. It appears in no sentence of any language. */
export const gap = '\ue000';

/** A sentence with something in its gaps, where it has any: `around(say('about', { name: gap }), asIs(name))`. */
export function around(sentence: string, inside: unknown): unknown {
  const parts = sentence.split(gap);
  return parts.length > 1 ? parts.flatMap((words, index) => (index ? [inside, words] : [words])) : sentence;
}
