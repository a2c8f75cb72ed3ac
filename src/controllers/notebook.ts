import type { LitElement, ReactiveController } from 'lit';
import { everyElement } from '../leave/forget.js';
import { Notebook, type Part } from '../notebook/notebook.js';
import type { DeepReadonly } from '../notebook/shape.js';
import { Vault } from '../notebook/vault.js';

/** What all elements of a page share. */
export interface Desk {
  readonly notebook: Notebook;
  readonly vault: Vault;
}

// Elements can come from files that know nothing of each other. The number goes up when what they share changes.
const shared: unique symbol = Symbol.for('alongside.1');

type Sharing = Element & { readonly [shared]?: Desk };

let desk: Desk | undefined;

function findDesk(): Desk {
  for (const element of everyElement(document)) if ((element as Sharing)[shared]) return (element as Sharing)[shared]!;
  const notebook = new Notebook();
  return { notebook, vault: new Vault(notebook) };
}

/** What an element in the page shares with the others. Nothing: it holds no private text, or it is of another version. */
export const deskOf = (element: Element): Desk | undefined => (element as Sharing)[shared];

/** Gives an element its part of the page's notebook, and draws it anew whenever that changes. */
export class NotebookController<T extends object> implements ReactiveController {
  readonly #host: LitElement;
  readonly #part: Part<T>;
  #desk: Desk | undefined;
  #unfollow: (() => void)[] = [];

  constructor(host: LitElement, part: Part<T>) {
    this.#host = host;
    this.#part = part;
    host.addController(this);
  }

  /** Shared with all elements of the page. */
  get desk(): Desk {
    return (this.#desk ??= desk ??= findDesk());
  }

  /** The element's part as it is now. */
  get page(): DeepReadonly<T> {
    return this.desk.notebook.read(this.#part);
  }

  get canUndo(): boolean {
    return this.desk.notebook.canUndo(this.#part);
  }

  /** See `Notebook.edit`. */
  edit(change: (page: T) => unknown, what = ''): void {
    this.desk.notebook.edit(this.#part, change, what);
  }

  undo(): void {
    this.desk.notebook.undo(this.#part);
  }

  clear(): void {
    this.desk.notebook.clear(this.#part);
  }

  forgetPast(): void {
    this.desk.notebook.forgetPast(this.#part);
  }

  hostConnected(): void {
    const { notebook, vault } = this.desk;
    Object.defineProperty(this.#host, shared, { value: this.desk, configurable: true });
    const update = () => this.#host.requestUpdate();
    this.#unfollow = [notebook.follow(update), vault.follow(update)];
  }

  hostDisconnected(): void {
    for (const unfollow of this.#unfollow) unfollow();
  }
}
