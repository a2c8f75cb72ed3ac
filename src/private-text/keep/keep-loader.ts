import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ContentHost } from '../../controllers/content.js';
import type { NotebookController } from '../fields/notebook-controller.js';
import type { KeepingArea } from './keep-panel.js';
import { kit } from './injected.js';

/**
 * Gives an element with private text the area in which a person keeps it, carries it away or wipes it, and the vault a place to keep it. Both are
 * loaded once the element is there; if they do not come, what is typed stays in memory.
 */
export class Keeping<T extends object> implements ReactiveController {
  readonly #host: ContentHost;
  readonly #notebook: NotebookController<T>;
  readonly #plain: () => string;
  #area: KeepingArea | undefined;
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
    return this.#area?.render(level) ?? nothing;
  }

  hostConnected(): void {
    import('./keep-panel.js')
      .then(({ Device, KeepingArea, Vault }) => {
        const { desk } = this.#notebook;
        const vault = (desk.vault ??= new Vault(desk.notebook));
        this.#area ??= new KeepingArea(this.#host, desk.notebook, vault, this.#plain, kit);
        void vault.useStore(desk.store ?? (() => new Device()));
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
