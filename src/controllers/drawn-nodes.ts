import type { LitElement } from 'lit';
import { redraw } from './redraw.js';

/** A text that is not seen, cannot be mistaken for one of ours, and counts as white space, so that nobody translates it. */
const unseen = '\ufeff';

/** What others add to a shadow root and that shows no text of its own. */
const silent = /^(style|script|link|template)$/i;

/** Fields that hold what a person typed and nobody else remembers. */
const typed = /^(own$|pass-)/;

/** Milliseconds until an element draws itself when parts of it are gone. */
const pause = 100;

const inPlace = { preventScroll: true };

const known = new WeakMap<LitElement, DrawnNodes>();

/**
 * Keeps what an element has drawn fit to be drawn again, although others change it: browsers translate inside of shadow roots, and
 * extensions add to them. Chrome puts `font` elements in place of text nodes. Firefox takes out the children of a block and puts back
 * text and elements only, so that the comments by which Lit finds its places are lost. Lit would then write into nodes that nobody sees,
 * or fail.
 *
 * Before each update, all nodes of ours are put back where they were. A text that was replaced stays replaced, and ours stays out of
 * sight in front of it, until ours changes: only then does what was put there go. So a page stays translated while somebody types in it,
 * fields are not touched, and what is new is shown as it is.
 *
 * Between updates nothing is touched, so that nobody works against anybody.
 */
export class DrawnNodes {
  readonly #host: LitElement;
  #observer: MutationObserver | undefined;
  /** The children of each parent that was changed, as we left them. */
  readonly #before = new Map<Node, readonly ChildNode[]>();
  /** Where others show text in place of ours, or next to it: what ours said then. As long as it says the same, theirs stays. */
  readonly #replaced = new Map<Node, string>();
  /** What our own text nodes say that are out of sight. */
  readonly #hidden = new WeakMap<Node, string>();
  /** Nodes of ours that were taken out at some time. */
  readonly #ours = new WeakSet<Node>();
  readonly #others = new WeakSet<Node>();
  /** What has the focus in here, as far as anybody but a translator knows. */
  #focused: HTMLElement | undefined;
  /** What had the focus when it was taken out. */
  #unfocused: HTMLElement | undefined;
  /** What is to be put back once all is drawn anew. */
  #kept: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    Object.defineProperty(host, redraw, { value: (draw: () => void) => this.#redraw(draw) });
  }

  /** The one of an element. */
  static of(host: LitElement): DrawnNodes {
    const nodes = known.get(host) ?? new DrawnNodes(host);
    known.set(host, nodes);
    return nodes;
  }

  /** To be called before the element draws itself: everything is where Lit left it. */
  beforeUpdate(): void {
    if (!this.#observer) return;
    this.#take(this.#observer.takeRecords());
    for (const [parent, before] of this.#before) this.#putBack(parent, before);
    this.#before.clear();
    this.#refocus();
    // What is changed from here on are our own changes.
    this.#observer.disconnect();
  }

  /** To be called once the element has drawn itself. */
  afterUpdate(): void {
    this.#kept?.();
    this.#kept = undefined;
    for (const [parent, said] of this.#replaced)
      if (!this.#host.renderRoot.contains(parent) || this.#wordsOf(parent) !== said) this.#giveBack(parent);
    if (!this.#observer) this.#watch();
    this.#observer!.observe(this.#host.renderRoot, { childList: true, subtree: true });
  }

  /**
   * Draws the element into an empty root: what it had drawn is no good any more. What was typed and nobody else remembers, what was
   * unfolded, the focus and the caret stay.
   *
   * Where that fails, nothing is watched any more.
   */
  #redraw(draw: () => void): void {
    const { renderRoot: root, renderOptions } = this.#host;
    this.#observer?.disconnect();
    this.#before.clear();
    this.#replaced.clear();
    this.#kept = keep(root as ShadowRoot);
    // Where there are no constructable style sheets, Lit has put its styles here.
    root.replaceChildren(...[...root.children].filter(({ localName }) => localName === 'style'));
    // Lit remembers by this node what it has drawn.
    renderOptions.renderBefore = root.appendChild(document.createComment(''));
    this.#host.requestUpdate();
    draw();
  }

  #watch(): void {
    const { renderRoot: root } = this.#host;
    this.#observer = new MutationObserver((records) => this.#onChange(records));
    root.addEventListener('focusin', ({ target }) => (this.#focused = target as HTMLElement));
    // What is taken out and put back loses the focus, too: some browsers tell of that, and it is known before the next task.
    root.addEventListener('focusout', ({ target }) =>
      setTimeout(() => {
        if (this.#focused === target && !this.#focused?.matches(':focus')) this.#focused = undefined;
      }),
    );
  }

  #onChange(records: MutationRecord[]): void {
    this.#take(records);
    // Without an element of ours, nothing can be done with what is shown. Later, so that two that are at odds do not hold up the page.
    const isGone = (node: Node) => node instanceof Element && this.#ours.has(node) && !node.isConnected;
    if ([...this.#before.values()].some((children) => children.some(isGone)))
      setTimeout(() => this.#host.requestUpdate(), pause);
    // Somebody took back a translation, and shows nothing in its place.
    for (const parent of this.#replaced.keys()) if (!this.#textsOfOthers(parent).length) this.#giveBack(parent);
  }

  /** Learns from changes that others made what was there before. */
  #take(records: MutationRecord[]): void {
    for (const { addedNodes, removedNodes } of records) {
      for (const node of removedNodes) if (!this.#others.has(node)) this.#ours.add(node);
      for (const node of addedNodes) if (!this.#ours.has(node)) this.#others.add(node);
    }
    const changed = new Map<Node, ChildNode[]>();
    for (const { target, addedNodes, removedNodes, previousSibling } of records.reverse()) {
      if (this.#before.has(target) || this.#isOfOthers(target)) continue;
      const children = changed.get(target) ?? [...target.childNodes];
      changed.set(target, children);
      const at = previousSibling ? children.indexOf(previousSibling as ChildNode) + 1 : 0;
      children.splice(at, addedNodes.length, ...([...removedNodes] as ChildNode[]));
    }
    for (const [parent, children] of changed) this.#before.set(parent, children);
    const focused = this.#focused;
    if (focused && records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(focused))))
      this.#unfocused = focused;
    this.#refocus();
  }

  /** Gives the focus back to what was taken out with it, once it is there again, unless it is somewhere else by now. */
  #refocus(): void {
    if (!this.#unfocused?.isConnected) return;
    if (document.activeElement === document.body) this.#unfocused.focus(inPlace);
    this.#unfocused = undefined;
  }

  #isOfOthers(node: Node): boolean {
    for (let near: Node | null = node; near; near = near.parentNode) {
      if (this.#others.has(near)) return true;
      if (this.#ours.has(near)) return false;
    }
    return false;
  }

  /** Puts back the children of ours that a parent had, in their order, and leaves those of others where they can do no harm. */
  #putBack(parent: Node, before: readonly ChildNode[]): void {
    const ours = before.filter((node) => !this.#others.has(node));
    const lost = ours.filter(isSeen).filter((text) => text.parentNode !== parent);
    // Copies of our elements do nothing, and would be seen twice.
    const isCopied = ours.some((node) => node instanceof Element && node.parentNode !== parent);
    // Others come behind the text that they stand for, never right behind a comment: what follows those is Lit's to write into.
    const behind = new Map<ChildNode | undefined, ChildNode[]>();
    let last: ChildNode | undefined;
    for (const node of parent.childNodes) {
      if (ours.includes(node)) last = node;
      else {
        const gap = ours.slice(last ? ours.indexOf(last) + 1 : 0);
        const end = gap.findIndex((own) => own.parentNode === parent);
        const text = (end < 0 ? gap : gap.slice(0, end)).find((own) => lost.includes(own as Text));
        const anchor = text ?? (last instanceof Comment ? ours.at(-1) : last);
        behind.set(anchor, [...(behind.get(anchor) ?? []), node]);
      }
    }
    const children = [undefined, ...ours].flatMap((own) => [...(own ? [own] : []), ...(behind.get(own) ?? [])]);
    let next = parent.firstChild;
    for (const node of children) {
      // What is where it belongs is not moved: it may have the focus.
      if (node === next) next = next.nextSibling;
      else parent.insertBefore(node, next);
    }
    if (isCopied) for (const node of [...parent.childNodes]) if (this.#isShownByOthers(node)) node.remove();
    // A text that was moved, and not replaced, says itself what it says.
    if (!this.#textsOfOthers(parent).length) return this.#giveBack(parent);
    for (const text of lost) {
      if (text.data === unseen) continue;
      this.#hidden.set(text, text.data);
      text.data = unseen;
    }
    this.#replaced.set(parent, this.#wordsOf(parent));
  }

  /** What our own text in a node says, whether it is seen or not. */
  #wordsOf(node: Node): string {
    if (this.#others.has(node)) return '';
    if (node instanceof Text) return node.data === unseen ? (this.#hidden.get(node) ?? '') : node.data;
    return [...node.childNodes].map((child) => this.#wordsOf(child)).join('');
  }

  #textsOfOthers(parent: Node): ChildNode[] {
    return [...parent.childNodes].filter((node) => this.#isShownByOthers(node) && node.textContent?.trim());
  }

  #isShownByOthers(node: Node): boolean {
    return this.#others.has(node) && !silent.test(node.nodeName);
  }

  /** Takes out what others show in place of our text in a parent, and shows ours. */
  #giveBack(parent: Node): void {
    for (const node of this.#textsOfOthers(parent)) node.remove();
    this.#replaced.delete(parent);
    for (const node of parent.childNodes)
      if (node instanceof Text && node.data === unseen) node.data = this.#hidden.get(node) ?? '';
  }
}

/** Whether a node is a text that is seen, or was before it was replaced. */
const isSeen = (node: Node): node is Text => node instanceof Text && (node.data === unseen || !!node.data.trim());

/** Remembers what is only on the screen, and returns what puts it back into what was drawn anew. */
function keep(root: ShadowRoot): () => void {
  const fieldsOf = () => [...root.querySelectorAll<HTMLInputElement>('input, textarea')];
  const detailsOf = () => [...root.querySelectorAll('details')];
  // Controls that are alike are told apart by their order.
  const nameOf = (control: Element) =>
    `${control.localName} ${['data-at', 'data-do', 'data-value', 'id', 'href'].map((name) => control.getAttribute(name)).join()}`;
  const alike = (name: string) => [...root.querySelectorAll<HTMLElement>('*')].filter((one) => nameOf(one) === name);
  const texts = fieldsOf()
    .filter(({ dataset, value, files }) => (typed.test(dataset['at'] ?? '') && value) || files?.length)
    .map((field) => ({
      name: nameOf(field),
      at: alike(nameOf(field)).indexOf(field),
      value: field.value,
      files: field.files,
    }));
  const open = detailsOf().map((details) => details.open);
  const active = root.activeElement as HTMLInputElement | null;
  const focused = active && { name: nameOf(active), at: alike(nameOf(active)).indexOf(active) };
  const caret = active?.selectionStart === undefined ? null : ([active.selectionStart, active.selectionEnd] as const);
  return () => {
    for (const { name, at, value, files } of texts) {
      const field = alike(name)[at] as HTMLInputElement | undefined;
      if (field && files?.length) field.files = files;
      else if (field) field.value = value;
    }
    detailsOf().forEach((details, index) => (details.open = open[index] ?? details.open));
    const next = focused && (alike(focused.name)[focused.at] as HTMLInputElement | undefined);
    next?.focus(inPlace);
    if (next && caret?.[0] != null) next.setSelectionRange(...caret);
  };
}
