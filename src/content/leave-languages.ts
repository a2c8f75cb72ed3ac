// Made by `npm run languages`. Not to be changed by hand.
import { translation as esState, words as esWords } from './es/leaving.json';

/**
 * The words on the button in other languages. Built in: files beside a script are not found where a tool of the site has copied the script
 * elsewhere.
 */
export const leave = {
  es: { words: { leave: esWords.leave }, translation: esState },
};

/** All that the way out says in other languages. */
export const leaving = {
  es: () => import('./es/leaving.json'),
};

/** What it can do and what it cannot. */
export const limits = {
  es: () => import('./es/limits.json'),
};
