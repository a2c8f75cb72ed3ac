import type { LitElement, ReactiveController } from 'lit';
import { loadPack, type Loaded } from '../content/load.js';
import { loadLanguage, type Translated } from '../content/language.js';
import { ContentErrorEvent } from '../events.js';
import { parse, type Infer, type ObjectSchema, type Problem } from '../parse/schema.js';

/** An element that shows a section of the content. */
export interface ContentHost extends LitElement {
  /** A pack, as an object. `undefined` or `null`: none. */
  content: unknown;
  /** The address of a pack. Empty: none. */
  src: string;
}

type Translation = Translated & { readonly content: unknown };

const script = 'script[type="application/json"]';

/**
 * Gives an element its section of the content: the default in the page's language, or what the page brings, first found
 * first: the `content` property, the pack at `src`, a child `<script type="application/json">`. Tells of problems once,
 * after the element has rendered.
 */
export class ContentController<S extends ObjectSchema> implements ReactiveController {
  /** The parsed section. Until a pack or a translation has come, and when none can be had, this is the English default. */
  value: Infer<S>;
  /** Whether the words are a translation that nobody has reviewed yet. */
  draft = false;
  /** What to write into a `lang` attribute around the content. Empty: it is in the language of the words around it. */
  lang = '';

  readonly #host: ContentHost;
  readonly #section: string;
  readonly #schema: S;
  readonly #english: unknown;
  readonly #locale: { readonly wanted: string };
  #given: readonly unknown[] = [];
  #busy = false;
  #failed = false;
  readonly #told = new Set<string>();
  #untold: readonly Problem[] = [];
  #observer: MutationObserver | undefined;

  /**
   * @param section Names the translation's file.
   * @param english The default, as it stands in the section's JSON file.
   */
  constructor(host: ContentHost, section: string, schema: S, english: unknown, locale: { readonly wanted: string }) {
    this.#host = host;
    this.#section = section;
    this.#schema = schema;
    this.#english = english;
    this.#locale = locale;
    this.value = parse(schema, english).value as Infer<S>;
    host.addController(this);
  }

  /** Whether to show the element's light DOM: while content is on its way, and when it failed and there is a light DOM to show. */
  get fallback(): boolean {
    return this.#busy || (this.#failed && this.#hasLightContent());
  }

  /** Tells of problems that the element itself found, such as an attribute with an unknown id. Each once. */
  report(problems: readonly Problem[]): void {
    this.#untold = [...this.#untold, ...problems];
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    const { src } = this.#host;
    const content = this.#host.content ?? undefined;
    const child = content !== undefined || src ? undefined : this.#host.querySelector(`:scope > ${script}`)?.textContent?.trim();
    const given = [content, src, child, this.#locale.wanted];
    if (given.every((value, index) => value === this.#given[index]) && this.#given.length) return;
    this.#given = given;
    this.#begin(content, src, child, this.#locale.wanted);
  }

  hostUpdated(): void {
    const problems = this.#untold.filter((problem) => {
      const said = JSON.stringify(problem);
      return !this.#told.has(said) && this.#told.add(said);
    });
    this.#untold = [];
    if (!problems.length) return;
    const lines = problems.map(({ path, reason, detail }) => `${path}: ${reason}${detail ? ` (${detail})` : ''}`);
    console.warn(`<${this.#host.localName}> content-error\n${lines.join('\n')}`);
    this.#host.dispatchEvent(new ContentErrorEvent({ problems }));
  }

  #begin(content: unknown, src: string, child: string | undefined, wanted: string): void {
    const here = content === undefined ? child && this.#fromText(child) : { value: content };
    const away = content === undefined && src;
    const given = this.#given;
    // The English default is there at once; all else comes later, and the light DOM is shown until then.
    if (wanted === 'en' && !away) return this.#show(undefined, here);
    this.#busy = !!away || !this.#host.hasUpdated;
    void Promise.all([
      wanted === 'en' ? undefined : loadLanguage<Translation>(wanted, this.#section),
      away ? loadPack(src) : here,
    ]).then(([translation, pack]) => {
      if (given !== this.#given) return;
      this.#show(translation, pack);
      this.#host.requestUpdate();
    });
  }

  #show(translation: Translation | undefined, pack: Loaded | '' | undefined): void {
    const base = parse(this.#schema, translation?.content ?? this.#english).value as Infer<S>;
    const { value, problems } = parse(this.#schema, (pack || {}).value, base);
    this.#busy = false;
    this.#failed = !!pack && !value;
    this.value = value ?? base;
    this.draft = !value && (translation?.translation.status ?? 'reviewed') !== 'reviewed';
    this.lang = (value as { language?: string } | undefined)?.language ?? (translation || this.#locale.wanted === 'en' ? '' : 'en');
    if (pack) this.report(pack.problem ? [pack.problem] : problems);
  }

  #hasLightContent(): boolean {
    return [...this.#host.childNodes].some((node) =>
      node instanceof Element ? !node.matches(script) : node instanceof Text && node.data.trim(),
    );
  }

  /** A pack written into the page. While the page is still being read it may be cut short: then it is looked at again later. */
  #fromText(json: string): Loaded | undefined {
    try {
      return { value: JSON.parse(json) as unknown };
    } catch {
      const page = this.#host.ownerDocument;
      if (page.readyState !== 'loading') return { problem: { path: '$', reason: 'not-json', detail: '' } };
      const again = () => {
        this.#given = [];
        this.#host.requestUpdate();
      };
      page.addEventListener('DOMContentLoaded', again, { once: true });
      return;
    }
  }
}
