/** What browsers and extensions do to a page when they translate it. They work in open shadow roots, too. */

/** A translation that can be told from what was there: each run of letters has a mark in front. */
const mark = '\u2042';
const translated = (text: string): string => text.replace(/\p{L}+/gu, (word) => `${mark}${word}`);
/** What was there before it was translated, however often. */
export const original = (text: string): string => text.replaceAll(mark, '');

/** An element's shadow root and all that are in it, each as a root of its own. */
export function rootsIn(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  return root ? [root, ...[...root.querySelectorAll('*')].flatMap(rootsIn)] : [];
}

const kept = 'script, style, textarea, code, [translate=no], .notranslate';

/** The texts of a root that a translator takes. */
function textsOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && !text.parentElement?.closest(kept)) texts.push(text);
  }
  return texts;
}

const font = (text: string): Element => {
  const outer = document.createElement('font');
  outer.setAttribute('style', 'vertical-align: inherit');
  outer.append(Object.assign(outer.cloneNode() as Element, { textContent: text }));
  return outer;
};

/** The innermost blocks with text: what Firefox hands to its translator as one piece. */
function blocksOf(texts: readonly Text[]): Set<Element> {
  const isInline = (element: Element) => /^(inline|contents)/.test(getComputedStyle(element).display);
  return new Set(
    texts.flatMap(({ parentElement: block }) => {
      while (block?.parentElement && isInline(block)) block = block.parentElement;
      return block ?? [];
    }),
  );
}

/**
 * Takes the children out of an element and puts back elements and text. The texts are new ones, or the same that say something else;
 * comments and white space are lost. Elements inside that only stand in a line of text are gone through in the same way.
 */
function rebuild(parent: Element, isSame: boolean): void {
  const children = [...parent.childNodes];
  parent.replaceChildren();
  for (const child of children) {
    if (child instanceof Text && child.data.trim()) {
      const text = translated(child.data);
      if (isSame) child.data = text;
      parent.append(isSame ? child : text);
    } else if (child instanceof Element) {
      parent.append(child);
      if (!child.matches(`${kept}, input, select, button`) && [...child.childNodes].some((one) => one instanceof Text))
        rebuild(child, isSame);
    }
  }
}

const eachParent = (root: Node, rebuildOne: (parent: Element) => void) => {
  for (const parent of new Set(textsOf(root).flatMap(({ parentElement }) => parentElement ?? []))) rebuildOne(parent);
};

/** Ways to translate a shadow root. */
export const translators = {
  /** Chrome and Edge: two `font` elements in place of each text. */
  fonts: (root: Node) => textsOf(root).forEach((text) => text.replaceWith(font(translated(text.data)))),
  /** Each text says something else, and stays. */
  texts: (root: Node) => textsOf(root).forEach((text) => (text.data = translated(text.data))),
  /** Firefox: what holds text is taken apart, and put together without comments. */
  parents: (root: Node) => eachParent(root, (parent) => parent.isConnected && rebuild(parent, true)),
  /** The same, where the texts are new ones. */
  renewed: (root: Node) => eachParent(root, (parent) => parent.isConnected && rebuild(parent, false)),
  /** Firefox: whole blocks, with all that stands in a line of text in them. */
  blocks: (root: Node) => {
    for (const block of blocksOf(textsOf(root))) if (block.isConnected) rebuild(block, false);
  },
  /** What holds text is written anew: elements in it are copies, which do nothing. */
  copies: (root: Node) =>
    eachParent(root, (parent) => {
      if (!parent.isConnected) return;
      const copies = [...parent.childNodes]
        .filter((child) => !(child instanceof Comment))
        .map((child) => child.cloneNode(true));
      for (const copy of copies) if (copy instanceof Text) copy.data = translated(copy.data);
      parent.replaceChildren(...copies);
    }),
  /** Something takes everything out. */
  nothing: (root: Node) => (root as Element).replaceChildren(),
  /** Extensions that show both: the translation stands behind the text. */
  both: (root: Node) => textsOf(root).forEach((text) => text.after(font(` ${translated(text.data)}`))),
} as const;

export type Translator = keyof typeof translators;

/** Takes a translation by `font` elements back, as Chrome does when a person asks for the original. */
export function takeBack(root: Node): void {
  if (!(root instanceof DocumentFragment)) return;
  for (const outer of root.querySelectorAll('font'))
    if (outer.isConnected) outer.replaceWith(original(outer.textContent ?? ''));
}

/** A translator that is slow: it takes the texts now, and shows what it made of them when it is called again. */
export function late(root: Node): () => void {
  const taken = textsOf(root).map((text) => [text, translated(text.data)] as const);
  return () => {
    for (const [text, said] of taken) if (text.isConnected) text.replaceWith(font(said));
  };
}
