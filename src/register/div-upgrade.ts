/** What no `data-…` attribute becomes: what browsers run (`onclick`), and what draws over the page. Elsewhere on a div it stays as it is. */
const ofBrowsers = /^(on|style$)/;

/**
 * What an element gets from no div, in either spelling. Many sites let people write divs whom they trust with no script, and each of these
 * could send a visitor's words or visit to a server that such a person chose, or take away a warning: `frame-src` is the page inside of a
 * private frame, `clear-url` is asked when somebody leaves, and `in-page` hides the sentence about scripts that can read what is typed.
 */
const refused = /^(frame-src|clear-url|in-page)$/;

/** Whether an element may have this from a div. Searches go to `api`: only a server that the page comes from itself may hear them. */
function mayHave(name: string, value: string): boolean {
  if (name !== 'api') return !refused.test(name);
  try {
    const { origin, protocol } = new URL(value, document.baseURI);
    return origin === location.origin && /^https?:$/.test(protocol);
  } catch {
    return false;
  }
}

/** Milliseconds from a change of the page until it is looked through: once for all changes that come meanwhile. */
const pause = 100;

/**
 * Puts an element in the place of every `<div data-alongside="stage-guide">` whose tag is among those given: for sites that strip tags which
 * they do not know. Each other `data-…` attribute becomes the attribute of that name (`data-stage="action"`: `stage="action"`), all the
 * others stay as they are (`lang`, `dir`, `id`, `class`), but for what no div can set. What stands inside is moved along. Looks when the page has been read, and again
 * after it has changed. Each div is taken once; one that a page puts back stays a div. Never throws. Where there is no page, nothing happens.
 */
export function upgrade(tags: readonly string[]): void {
  const { document } = globalThis as { document?: Document };
  const divs = tags.map((tag) => `div[data-alongside="${tag}"]`).join();
  /** What has come into the page since it was looked through: to look through all of a long page takes milliseconds. */
  let fresh = new Set<Node>();

  const expand = () => {
    const roots = fresh as Set<Element>;
    fresh = new Set();
    for (const root of roots) {
      try {
        if (!root.isConnected) continue;
        root.querySelectorAll(divs).forEach(replace);
        if (root.matches?.(divs)) replace(root);
      } catch (error) {
        // The page has changed what this is made with. What stands inside of the divs is shown.
        console.warn(error);
      }
    }
  };
  const begin = () => {
    fresh.add(document!);
    expand();
    new MutationObserver((changes) => {
      const waiting = fresh.size;
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if ('querySelectorAll' in node) fresh.add(node);
      if (!waiting && fresh.size) setTimeout(expand, pause);
    }).observe(document!, { childList: true, subtree: true });
  };
  // Before that, what stands inside of a div may not have come yet.
  if (document?.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
  else if (document) begin();
}

function replace(div: Element): void {
  const element = div.ownerDocument.createElement(div.getAttribute('data-alongside')!);
  // From here on it is taken, whatever comes.
  div.removeAttribute('data-alongside');
  for (const { name, value } of div.attributes) {
    const own = name.replace(/^data-/, '');
    if (own !== name && (ofBrowsers.test(own) || !/^[a-z][\w-]*$/.test(own))) continue;
    if (mayHave(own, value)) element.setAttribute(own, value);
    else console.warn(`<div data-alongside="${element.localName}"> cannot set ${own}. Use <${element.localName}>.`);
  }
  element.append(...div.childNodes);
  div.replaceWith(element);
}
