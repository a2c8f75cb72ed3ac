// Made by `npm run languages`. Not to be changed by hand.

/**
 * What is on the button in other languages, with the English beside a draft. Built in: files beside a script are not found where a tool of the
 * site has copied the script elsewhere.
 */
export const leave = {
  es: 'Salir de este sitio · Leave this site',
};

/** All that the way out says in other languages. */
export const leaving = {
  es: () => import('./es/leaving.json'),
};

/** What it can do and what it cannot. */
export const limits = {
  es: () => import('./es/limits.json'),
};
