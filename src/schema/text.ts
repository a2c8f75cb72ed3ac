// Controls, zero-width space, bidi embeddings, overrides and isolates, word joiner and the like.
// Left alone, because whole scripts are written with them: ZWNJ, ZWJ, LRM and RLM, which cannot reorder what is around them.
const unseen = /[\p{Cc}\u200b\u202a-\u202e\u2060-\u206f]/gu;

/** Words of printable ASCII with one space between: most text is that, and is looked at once. */
const isClean = /^[!-~]+(?: [!-~]+)*$/;

/** The text without characters that hide, reorder or smuggle other text, trimmed, each run of white space as one space. */
export const cleanText = (text: string): string =>
  isClean.test(text) ? text : text.replace(/\s+/g, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim();

/** The same, line by line: line breaks stay, empty lines do not. */
export const cleanProse = (text: string): string => text.split('\n').map(cleanText).filter(Boolean).join('\n');

/** Whether the text carries something that reads as an HTML tag or comment. A lone `<` is text. */
export const hasMarkup = (text: string): boolean => /<[a-z!/?]/i.test(text);
