import type { LitElement, ReactiveController } from 'lit';
import { hasLightContent } from '../page/light-content.js';
import { ownContentOf, readOwnContent, type Loaded, type OwnContent } from '../page/own-content.js';
import { reportOnce } from '../page/report-once.js';
import { englishBesideDraft, isDraft } from '../content/english-beside-draft.js';
import type { LanguageFile, Section } from '../content/section.js';
import { nearestLanguage, observeLanguage, primary, validTag } from '../page/language.js';
import { fill, type Values } from '../i18n/words.js';
import { parse, type Infer, type ObjectSchema, type Problem } from '../schema/parse.js';
import { DrawnNodes } from './drawn-nodes.js';

/** An element that shows a section of the content. */
export interface ContentHost extends LitElement {
  /** A pack, as an object. What is false in JavaScript is none. */
  content?: unknown;
  /** The address of a pack. Empty: none. */
  src?: string;
}

/** That of an element to which the page can give none. */
const nothingOwn: OwnContent = [undefined, '', ''];

/**
 * Gives an element its words: the section of the content that it shows, and its own interface words, in the language that
 * it stands in, followed as it changes. A page can bring its own content, first found first: the `content` property, the
 * pack at `src`, a child `<script type="application/json">`. Problems are told once, after the element has rendered.
 */
export class ContentController<S extends ObjectSchema, K extends string> implements ReactiveController {
  /** The parsed section. Until a pack or a translation has come, and when none can be had, this is the English default. */
  value: Infer<S>;

  /** The language of the interface words, as a primary BCP 47 tag. */
  language = 'en';

  /** What to write into a `lang` attribute around the words. Empty: the page says the same already. */
  lang = '';

  /** Whether the words are a translation that nobody has reviewed yet. */
  draft = false;

  /** That translation, and the English that it was made from. Empty: somebody has reviewed it, or it is English. */
  drafted: readonly [translation: Infer<S>, english: Infer<S>] | undefined;

  readonly #host: ContentHost;
  readonly #section: Section<S, K>;
  readonly #own: boolean;
  readonly #default: Infer<S>;
  /** What the words come from. */
  #file: LanguageFile;
  #given: readonly unknown[] | undefined;
  #unreported: readonly Problem[] = [];
  readonly #report: (problems: readonly Problem[]) => void;
  #busy = false;
  #failed = false;
  #observer: MutationObserver | undefined;
  #prerendered: readonly ChildNode[] | undefined;

  /** @param own Whether the page can bring its own content: not where a section is made of interface words alone. */
  constructor(host: ContentHost, section: Section<S, K>, own = true) {
    this.#host = host;
    this.#section = section;
    this.#own = own;
    this.#file = section.english;
    this.#report = reportOnce(host);
    this.value = this.#default = parse(section.schema, section.english.content).value as Infer<S>;
    host.addController(this);
  }

  /** Whether to show the element's light DOM: while words are on their way, and when a pack failed and there is a light DOM to show. */
  get fallback(): boolean {
    return this.#busy || (this.#failed && hasLightContent(this.#host));
  }

  /** Whether the page brought content of its own and none of it could be used. What is shown then is the light DOM, or else the default content. */
  get failed(): boolean {
    return this.#failed;
  }

  /** An interface word in the current language, with its values in place. */
  readonly say = (key: K, values?: Values): string => fill(this.#file.words[key] ?? '', this.language, values);

  /** The English to stand beside a line that safety can hang on, while its translation is a draft. Empty: none is called for. */
  englishBesideDraft(key: K, values?: Values): string {
    return fill(englishBesideDraft(this.#section.english, this.#file, key) ?? '', 'en', values);
  }

  /** Tells of problems that the element itself found, such as an attribute with an unknown id. Each is told once. */
  report(problems: readonly Problem[]): void {
    this.#unreported = [...this.#unreported, ...problems];
  }

  hostConnected(): void {
    if (!this.#host.hasUpdated) this.#prerendered = [...this.#host.renderRoot.childNodes];
    const update = () => this.#host.requestUpdate();
    this.#observer = new MutationObserver(update);
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    observeLanguage(this.#observer, this.#host);
    update();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    DrawnNodes.of(this.#host).beforeUpdate();
    const own = this.#own ? ownContentOf(this.#host) : nothingOwn;
    const page = nearestLanguage(this.#host);
    const given = [...own, page];
    if (given.every((value, index) => value === this.#given?.[index])) return;
    this.#given = given;

    const { others } = this.#section;
    const language = primary(page);
    const load = Object.hasOwn(others, language) ? others[language] : undefined;
    const pack = readOwnContent(own);
    const away = !!pack && 'then' in pack;
    // The English default is there at once; all else comes later, and until it does what was shown stays.
    if (!load && !away) return this.#show(page, undefined, pack);
    this.#busy = away || !this.#host.hasUpdated;
    const translated = load?.().then(
      (file) => file.default,
      () => this.report([{ path: language, reason: 'network', detail: '' }]),
    );
    void Promise.all([translated, pack]).then(([file, pack]) => {
      if (given !== this.#given) return;
      this.#show(page, file || undefined, pack);
      this.#host.requestUpdate();
    });
  }

  hostUpdated(): void {
    this.#takeOver();
    DrawnNodes.of(this.#host).afterUpdate();
    const problems = this.#unreported;
    this.#unreported = [];
    this.#report(problems);
  }

  /** What was written into the page beforehand goes once there is something in its place, within the same frame. The focus goes over to the same link. */
  #takeOver(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    if (!this.#prerendered?.length || (!this.#failed && root.firstElementChild?.localName === 'slot')) return;
    const { activeElement } = root;
    // What is new stands first.
    [...root.querySelectorAll('a')]
      .find(({ href }) => href === (activeElement as HTMLAnchorElement | null)?.href)
      ?.focus({ preventScroll: true });
    for (const node of this.#prerendered) node.remove();
    this.#prerendered = [];
  }

  #show(page: string, translated: LanguageFile | undefined, pack: Loaded | undefined): void {
    this.#file = translated ?? this.#section.english;
    const base = translated ? (parse(this.#section.schema, translated.content).value as Infer<S>) : this.#default;
    const { value, problems } = parse(this.#section.schema, pack?.value, base);
    this.#busy = false;
    this.#failed = !!pack && !value;
    this.value = value ?? base;
    this.language = translated ? primary(page) : 'en';
    const own = (value as { language?: string } | undefined)?.language;
    const isSaid = primary(page) === this.language && validTag(page) === page;
    this.lang = own ? validTag(own) : isSaid ? '' : this.language;
    this.draft = isDraft(this.#file);
    this.drafted = this.draft ? [base, this.#default] : undefined;
    if (pack) this.report(pack.problem ? [pack.problem] : problems);
  }
}
