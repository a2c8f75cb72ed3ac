import type { LitElement, ReactiveController } from 'lit';
import { everyElement } from '../../page/every-element.js';
import { Notebook, type NotebookPart } from '../notebook/notebook.js';
import type { DeepReadonly } from '../notebook/shape.js';
import type { Store } from '../vault/store.js';
import type { Vault } from '../vault/vault.js';
import type { Writer } from './writer.js';

/** What all elements of a page share. */
export interface Session {
  readonly notebook: Notebook;
  /** Keeps it, where a person asks for that. Comes with what they ask with. */
  vault?: Vault;
  /** Where the vault is to keep it. The first to say so decides; else it is on this device. */
  store?: () => Store;
  /** The elements of the page in which a person writes. */
  readonly writers?: Set<Writer>;
  /** The one that shows what can be done with all of it. Nothing: it is to be looked for. */
  holder?: Writer | undefined;
  /** What of it goes on paper. Nothing: all of it. */
  onPaper?: ReadonlySet<Writer> | undefined;
  /** Lets go of what was cleared, once it is too late to take that back. */
  forgetting?: ReturnType<typeof setTimeout>;
}

// Elements can come from files that know nothing of each other. The number goes up when what they share changes.
const shared: unique symbol = Symbol.for('alongside.2');

type Sharing = Element & { readonly [shared]?: Session };

let session: Session | undefined;

function findSession(): Session {
  // A server that renders a page has none to look through, and nothing is typed there.
  for (const element of globalThis.document ? everyElement(document) : [])
    if ((element as Sharing)[shared]) return (element as Sharing)[shared]!;
  return { notebook: new Notebook(), writers: new Set() };
}

/** What an element in the page shares with the others. Nothing: it holds no private text, or it is of another version. */
export const sessionOf = (element: Element): Session | undefined => (element as Sharing)[shared];

/** Keeps what is shared elsewhere than on this device, unless it is kept somewhere already. */
export function keepIn(from: Session, store: () => Store): void {
  from.store ??= store;
  void from.vault?.useStore(store);
}

/** Gives an element its part of the page's notebook, and draws it anew whenever that changes. */
export class NotebookController<T extends object> implements ReactiveController {
  readonly #host: LitElement;
  readonly #part: NotebookPart<T>;
  #session: Session | undefined;
  #unfollow: (() => void) | undefined;
  #clearings = 0;

  constructor(host: LitElement, part: NotebookPart<T>) {
    this.#host = host;
    this.#part = part;
    host.addController(this);
  }

  /** Shared with all elements of the page. */
  get session(): Session {
    return (this.#session ??= session ??= findSession());
  }

  /** What the element's part is called. */
  get name(): string {
    return this.#part.name;
  }

  /** The element's part as it is now. */
  get value(): DeepReadonly<T> {
    return this.session.notebook.read(this.#part);
  }

  get canUndo(): boolean {
    return this.session.notebook.canUndo(this.#part);
  }

  /** See `Notebook.edit`. */
  edit(change: (page: T) => unknown, what = ''): void {
    this.session.notebook.edit(this.#part, change, what);
  }

  undo(): void {
    this.session.notebook.undo(this.#part);
  }

  /** How often everything was let go of: fields from before that are not to be used again, whatever they hold. */
  get generation(): number {
    return this.session.notebook.generation;
  }

  hostConnected(): void {
    Object.defineProperty(this.#host, shared, { value: this.session, configurable: true });
    this.#unfollow?.();
    this.#unfollow = this.session.notebook.follow(() => this.#host.requestUpdate());
    if (this.#host.hasUpdated) this.#host.requestUpdate();
    else this.#clearings = this.session.notebook.clearings;
  }

  /** What was typed and not yet taken into the notebook goes with what is cleared. */
  hostUpdated(): void {
    const { clearings } = this.session.notebook;
    if (clearings === this.#clearings) return;
    this.#clearings = clearings;
    for (const field of this.#host.renderRoot.querySelectorAll<HTMLInputElement>('[data-at=own]')) field.value = '';
  }

  /** An element that was taken out of the page lets go of what it shows as well, if anybody still has it. */
  hostDisconnected(): void {
    this.#unfollow?.();
    const host = new WeakRef(this.#host);
    const { notebook } = this.session;
    const { generation } = notebook;
    const stop = notebook.follow(() => {
      const element = host.deref();
      if (element && notebook.generation === generation) return;
      stop();
      element?.requestUpdate();
    });
    this.#unfollow = stop;
  }
}
