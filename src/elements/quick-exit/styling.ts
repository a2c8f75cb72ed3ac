/**
 * Adds styles to a page or a shadow root, and gives what holds them. That is a sheet made by script, which strict policies let pass. Safari before 16.4
 * can make none; there, and where the page has broken them, it is an element.
 */
export function addStyles(root: Document | ShadowRoot, css: string): CSSStyleSheet | HTMLStyleElement {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    (root instanceof Document ? root.head : root).append(style);
    return style;
  }
}

/** Takes styles away again. */
export function removeStyles(root: Document | ShadowRoot, styles: CSSStyleSheet | HTMLStyleElement): void {
  if ('remove' in styles) styles.remove();
  else root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== styles);
}
