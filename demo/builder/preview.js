// The preview: a page of its own in a frame, in which the elements are as in a visitor's page.
import { toNode } from './markup.js';

const widths = { phone: '360px', desktop: '1024px' };

/** Shows what a snippet's `preview` says. @param width `phone` or `desktop`. @param scheme `light` or `dark`. */
export function show(frame, { exit, widget, css }, { width, scheme }) {
  frame.style.inlineSize = widths[width];
  const { contentDocument: page, contentWindow: view } = frame;
  // Not there yet: it is shown when it has loaded.
  if (!page?.querySelector('main')) return;
  page.documentElement.style.colorScheme = scheme;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [sheet];
  const made = JSON.stringify([exit, widget]);
  // What is the same stays: a frame inside would load again.
  if (frame.dataset.made === made && page.querySelector('main').childElementCount) return;
  frame.dataset.made = made;
  page.body.querySelector('quick-exit')?.remove();
  if (exit) {
    const button = toNode(exit, page);
    page.body.prepend(button);
    // It is as in a page, but that it leads nowhere.
    button.leave = () => {};
  }
  page.querySelector('main').replaceChildren(toNode(widget, page));
  // Links lead out of the preview, and out of the builder.
  page.onclick = (event) => {
    if (event.composedPath().some((node) => node.href)) event.preventDefault();
  };
}
