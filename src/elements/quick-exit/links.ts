import { usable } from '../../leave/destination.js';

/** What editors put between tags. */
const isEmpty = (node: Node) => /^(BR|P|#comment)$/.test(node.nodeName) || (node instanceof Text && !node.data.trim());

/** What stands right beside an element, on one side, past line breaks, comments and the edges of paragraphs. */
function beside(
  element: Element,
  sibling: 'previousSibling' | 'nextSibling',
  edge: 'lastChild' | 'firstChild',
): Node | null {
  let node: Node | null = element;
  do {
    while (!node[sibling] && node.parentNode?.nodeName === 'P') node = node.parentNode;
    node = node[sibling];
    while (node?.nodeName === 'P' && node[edge]) node = node[edge];
  } while (node && isEmpty(node));
  return node;
}

/** Links that leave stay so, whatever a script of the page makes of them later. */
const known = new WeakSet<Element>();

/**
 * The links of the page that leave: those inside of the way out, or else those right beside. Beside, a link is one that leads to the same place. With
 * `rel="noreferrer"` and no `target`, so is one that is the very next element, or stands beside a way out that names no place.
 */
export function pageLinks(host: Element & { readonly href: string }): HTMLAnchorElement[] {
  const inside = [...host.querySelectorAll<HTMLAnchorElement>('a:not([slot] *)')];
  if (inside[0]) return inside;
  const to = usable(location.hostname, host.href);
  const next: (Node | null)[] = [host.previousElementSibling, host.nextElementSibling];
  return [...next, beside(host, 'previousSibling', 'lastChild'), beside(host, 'nextSibling', 'firstChild')].filter(
    (link): link is HTMLAnchorElement => {
      if (!(link instanceof HTMLAnchorElement)) return false;
      const plain = link.matches('[rel~=noreferrer]:not([target])') && (!to || next.includes(link));
      if (plain || link.href === to) known.add(link);
      return known.has(link);
    },
  );
}
