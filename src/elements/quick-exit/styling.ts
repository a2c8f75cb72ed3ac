/**
 * Writes styles for a page or a shadow root, in place of those before; empty: none any more. They are a sheet that is made by script, which strict
 * policies let pass. Safari before 16.4 can make none; there, and where the page has broken them, they stand in an element.
 */
export function styling(root: Document | ShadowRoot): (css: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    const others = () => root.adoptedStyleSheets.filter((other) => other !== sheet);
    const write = (css: string) => {
      sheet.replaceSync(css);
      root.adoptedStyleSheets = css ? [...others(), sheet] : others();
    };
    write('');
    return write;
  } catch {
    const style = document.createElement('style');
    (root instanceof Document ? root.head : root).append(style);
    return (css) => (style.textContent = css);
  }
}
