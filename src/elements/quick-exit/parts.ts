import { addCover } from '../../leave/cover.js';
import { styles } from './quick-exit.styles.js';
import { addStyles } from './styling.js';

/** What there is in the element. */
export interface Parts {
  /** Stays in view, in front of everything. */
  readonly bar: HTMLElement;
  /** Shows the link of the page. */
  readonly slot: HTMLSlotElement;
  /** Our link, where the page has none. */
  readonly link: HTMLAnchorElement;
  /** Shows how far the presses of the key have come. */
  readonly count: HTMLElement;
  /** Says the same to who listens. */
  readonly said: HTMLElement;
  /** Takes up the room that the bar needs. */
  readonly room: HTMLElement;
  readonly cover: HTMLElement;
}

/** Builds the inside of the element. By hand: no markup is parsed, so it needs no permission of a page with strict rules. */
export function build(host: Element): Parts {
  const add = <K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K, set?: object) =>
    parent.appendChild(Object.assign(document.createElement(tag), set));
  const root = host.attachShadow({ mode: 'open' });
  addStyles(root, styles);
  const bar = add(root, 'div', { part: 'bar', popover: 'manual' });
  const slot = add(bar, 'slot');
  const link = add(bar, 'a', { rel: 'noreferrer noopener' });
  const count = add(bar, 'div');
  const said = add(root, 'p', { ariaLive: 'polite' });
  const room = add(root, 'div');
  return { bar, slot, link, count, said, room, cover: addCover(root) };
}
