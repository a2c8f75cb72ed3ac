import type { LitElement, ReactiveController } from 'lit';
import { loadLanguage, type Translated } from '../content/language.js';
import { nearestLanguage, primary, served, watchLanguage, type Language } from '../i18n/language.js';
import { fill, type Catalogue, type Values } from '../i18n/words.js';

/** Finds the language that an element stands in, follows its changes, and says the element's words in it. */
export class LocaleController<K extends string> implements ReactiveController {
  /** The language that the page asks for, of those that the library has. Words may still be on their way. */
  wanted: Language = 'en';

  /** The language of the words that `say` gives now. */
  language: Language = 'en';

  /** False only until the first words are there. Later changes keep the words that are shown until the new ones have come. */
  ready = true;

  readonly #host: LitElement;
  readonly #name: string;
  readonly #english: Catalogue;
  #words: Catalogue & Partial<Translated>;
  #page = '';
  #stop: (() => void) | undefined;

  /**
   * @param name Names the file of words in other languages.
   * @param english The words that are built in.
   */
  constructor(host: LitElement, name: string, english: { readonly words: Readonly<Record<K, unknown>> } & Catalogue) {
    this.#host = host;
    this.#name = name;
    this.#english = this.#words = english;
    host.addController(this);
  }

  /** Whether the words are a translation that nobody has reviewed yet. */
  get draft(): boolean {
    return (this.#words.translation?.status ?? 'reviewed') !== 'reviewed';
  }

  /** What to write into a `lang` attribute around the words: empty when the page says the same already. */
  get lang(): string {
    return primary(this.#page) === this.language ? '' : this.language;
  }

  /** A word in the current language, with its values in place. */
  say(key: K, values?: Values): string {
    return fill(this.#words.words[key] ?? '', this.language, values);
  }

  /** The English to stand beside a line that safety can hang on, while its translation is a draft. Empty: none is called for. */
  beside(key: K, values?: Values): string {
    return this.draft && this.#english.critical?.includes(key) ? fill(this.#english.words[key] ?? '', 'en', values) : '';
  }

  hostConnected(): void {
    const follow = () => void this.#follow();
    this.#stop = watchLanguage(this.#host, follow);
    follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  async #follow(): Promise<void> {
    this.#page = nearestLanguage(this.#host);
    const wanted = served(this.#page);
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      this.ready = this.#host.hasUpdated;
      const words = wanted === 'en' ? undefined : await loadLanguage<Catalogue & Translated>(wanted, this.#name);
      if (this.wanted !== wanted) return;
      this.ready = true;
      this.#words = words ?? this.#english;
      this.language = words ? wanted : 'en';
    }
    this.#host.requestUpdate();
  }
}
