/** A file of words in another language. What its translators left out was filled up with English when it was built. */
export interface Translated {
  /** `reviewed`, or a draft. A changed English text makes a reviewed one a draft again when it is built. */
  readonly translation: { readonly status: string };
}

/**
 * A section's or an element's words in another language, from the file that stands beside this one. Asked for only when
 * a page needs it. `undefined` when it cannot be had: then the English is shown.
 */
export async function loadLanguage<T extends Translated>(language: string, name: string): Promise<T | undefined> {
  try {
    return ((await import(`./${language}/${name}.js`)) as { default: T }).default;
  } catch {
    return;
  }
}
