const style = 'body{font:12pt/1.5 sans-serif}p{margin:0;padding:.4em 0;border-bottom:1px solid;white-space:pre-wrap}';

/**
 * Prints one part of the page and nothing else of it: a copy in an empty frame, with a title of its own, since the title
 * ends up in the header of the paper and in the name of the file. The frame goes as soon as it has been printed.
 */
export function printAlone(part: Element, title: string): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  frame.addEventListener(
    'load',
    () => {
      const page = frame.contentDocument;
      const view = frame.contentWindow as (Window & typeof globalThis) | null;
      if (!page || !view) return frame.remove();
      // Adopted sheets, unlike style elements, pass a strict content security policy.
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(style);
      page.adoptedStyleSheets = [sheet];
      page.title = title;
      page.body.append(...[...part.childNodes].map((node) => page.importNode(node, true)));
      view.addEventListener('afterprint', () => frame.remove());
      view.print();
    },
    { once: true },
  );
  document.body.append(frame);
}
