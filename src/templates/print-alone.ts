/**
 * Prints one part of the page and nothing else of it: a copy in an empty frame, with a title of its own, since the title
 * ends up in the header of the paper and in the name of the file. The frame goes as soon as it has been printed.
 */
export function printAlone(part: Element, title: string, styles: string): void {
  // A page without an origin, such as a private frame, cannot reach into a frame. There is nothing else in it to print.
  if (origin === 'null') {
    document.title = title;
    return print();
  }
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;top:-99em';
  frame.onload = () => {
    const view = frame.contentWindow as Window & typeof globalThis;
    const page = view.document;
    // Adopted sheets, unlike style elements, pass a strict content security policy.
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(styles);
    page.adoptedStyleSheets = [sheet];
    page.title = title;
    page.body.append(page.importNode(part, true));
    view.onafterprint = () => frame.remove();
    view.print();
  };
  document.body.append(frame);
}
