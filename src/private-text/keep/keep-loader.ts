import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ContentHost } from '../../controllers/content.js';
import type { NotebookController } from '../fields/notebook-controller.js';
import type { KeepPanel } from './keep-panel.js';
import { injected } from './injected.js';

/**
 * Gives an element with private text the area in which a person keeps it, carries it away or wipes it, and the vault a place to keep it. Both are
 * loaded once the element is there; if they do not come, what is typed stays in memory.
 */
export class KeepLoader<T extends object> implements ReactiveController {
  readonly #host: ContentHost;
  readonly #notebook: NotebookController<T>;
  readonly #plain: () => string;
  #panel: KeepPanel | undefined;
  #unfollow: (() => void) | undefined;

  /** @param plain Gives what the element holds, as plain text. */
  constructor(host: ContentHost, notebook: NotebookController<T>, plain: () => string) {
    this.#host = host;
    this.#notebook = notebook;
    this.#plain = plain;
    host.addController(this);
  }

  /** To be drawn where it is to stand. `level` is that of its heading. */
  render(level: number): TemplateResult | typeof nothing {
    return this.#panel?.render(level) ?? nothing;
  }

  hostConnected(): void {
    import('./keep-panel.js')
      .then(({ IndexedDBStore, KeepPanel, Vault }) => {
        const { session } = this.#notebook;
        const vault = (session.vault ??= new Vault(session.notebook));
        this.#panel ??= new KeepPanel(this.#host, session.notebook, vault, this.#plain, injected);
        void vault.useStore(session.store ?? (() => new IndexedDBStore()));
        this.#unfollow?.();
        this.#unfollow = vault.follow(() => this.#host.requestUpdate());
        this.#host.requestUpdate();
      })
      .catch(() => {});
  }

  hostDisconnected(): void {
    this.#unfollow?.();
  }
}
