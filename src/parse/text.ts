// C0 and C1 controls, zero-width space and joiner-like fillers, bidi embeddings, overrides and isolates, byte order mark.
// Left alone, because whole scripts are written with them: ZWNJ, ZWJ, LRM and RLM, which cannot reorder what is around them.
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** The text without characters that hide, reorder or smuggle other text, trimmed. */
export const cleanText = (text: string): string => text.replace(unseen, '').trim();

/** Whether the text carries something that reads as an HTML tag or comment. A lone `<` is text. */
export const hasMarkup = (text: string): boolean => /<[a-z!/?]/i.test(text);
