import { ContentErrorEvent } from '../../events.js';
import { answerFrame } from '../../frame/host/broker.js';
import { makeFrame, meet } from '../../frame/host/open-frame.js';
import { appearanceOf, observeAppearance } from '../../frame/host/appearance.js';
import { canPass, readFromFrame, type FromPage, type Settings } from '../../frame/protocol/messages.js';
import { forget } from '../../leave/forget.js';
import { movements } from '../../leave/shortcut.js';
import { findWayOut, shortcutOf, wayOut } from '../../leave/way-out.js';
import { drawing } from '../../page/drawing.js';
import { nearestLanguage } from '../../page/language.js';
import { hasLightContent } from '../../page/light-content.js';
import { IndexedDBStore } from '../../private-text/vault/indexeddb-store.js';
import { ownContentOf, type OwnContent } from '../../page/own-content.js';
import { reportOnce } from '../../page/report-once.js';
import { framedBy } from './framed.js';
import { give, showInPage } from './in-page.js';
import { readPack, type Pack } from './pack.js';
import { styles } from './private-frame.styles.js';
import { frameWords } from './words.js';

// A server that loads the class has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

// Not written as bundlers look for it: they would take the page along without its script.
const here = import.meta.url;

/**
 * Shows another element in its own frame, where scripts on the surrounding page can’t see what people type or which keys they press.
 * If a person saves their notes, they are encrypted in the frame, and the page stores only what it can’t read. Put the other element’s attributes on this
 * one.
 *
 * @summary Keeps other scripts on the page from reading what people type.
 * @element private-frame
 * @attr {string} tag - The element to show, such as `safety-checklist`.
 * @attr {string} frame-src - The address of `frame.html`.
 * @attr {string} src - The address of a pack with the agency's own content (JSON).
 * @slot - Shown until the frame has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below.
 * @fires {ContentErrorEvent} content-error - Some content or an attribute couldn’t be used, or the frame didn’t load.
 * @csspart frame - The frame.
 * @csspart waiting - The frame’s space until it has loaded, with the element’s fallback.
 * @csspart blocked - Says that the frame didn’t load.
 */
export class PrivateFrame extends Base {
  /** The element to show, such as `safety-checklist`. */
  declare tag: string;

  /** The address of `frame.html`. If empty, it’s expected next to the file that contains this class. */
  declare frameSrc: string;

  /** The address of a pack with the agency’s own content (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own content, as an object. Overrides `src`. If empty, the default content is used. */
  get content(): unknown {
    return this.#given;
  }
  set content(value: unknown) {
    this.#given = value;
    if (this.#life) void this.#refresh();
  }

  #given: unknown;
  #parts:
    | {
        /** Holds `opening` and `slot`. */
        readonly box: HTMLElement;
        /** Says that the frame is on its way. */
        readonly opening: HTMLElement;
        readonly slot: HTMLSlotElement;
        readonly blocked: HTMLElement;
        readonly place: HTMLElement;
      }
    | undefined;
  /** Ends what is under way, when the element goes or starts anew. */
  #life: AbortController | undefined;
  #unobserve: (() => void) | undefined;
  #frame: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  #device: IndexedDBStore | undefined;
  /** The element itself, where the frame did not come. */
  #inside: HTMLElement | undefined;
  #pack: Pack = { json: '' };
  #read: OwnContent | undefined;
  #sent = '';
  readonly #report = reportOnce(this);

  static {
    for (const [property, attribute] of Object.entries({ tag: 'tag', frameSrc: 'frame-src', src: 'src' }))
      Object.defineProperty(this.prototype, property, {
        get(this: Element) {
          return this.getAttribute(attribute) ?? '';
        },
        set(this: Element, value: string) {
          this.setAttribute(attribute, value);
        },
      });
  }

  connectedCallback(): void {
    try {
      this.#parts ??= this.#build();
      // What the page set before the element was there stands in its way.
      for (const name of ['tag', 'frameSrc', 'src', 'content'] as const) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete (this as Partial<this>)[name];
        Object.assign(this, { [name]: value });
      }
      this.connectedMoveCallback();
      void this.#start();
    } catch (error) {
      // The browser lacks something, or the page has changed what elements are made with. What stands inside is shown.
      console.warn(error);
      this.shadowRoot?.replaceChildren(document.createElement('slot'));
    }
  }

  disconnectedCallback(): void {
    this.#unobserve?.();
    this.#stop();
  }

  /** @internal Called where the page moves the element in a way that leaves the frame as it is: what was typed stays. */
  connectedMoveCallback(): void {
    this.#unobserve?.();
    this.#unobserve = observeAppearance(this, (withScript) => {
      // It may have brought the way out.
      if (withScript) findWayOut();
      void this.#refresh();
    });
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#send({ type: 'forget' });
    const device = this.#device ?? new IndexedDBStore();
    this.#stop();
    void device.wipe().catch(() => {});
  }

  #build() {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    const add = <K extends keyof HTMLElementTagNameMap>(tag: K, set?: object, parent: Node = root) =>
      parent.appendChild(Object.assign(document.createElement(tag), set));
    const box = add('div');
    const opening = add('p', { hidden: true }, box);
    const slot = add('slot', {}, box);
    const blocked = add('p', { part: 'blocked', ariaLive: 'polite', hidden: true });
    const place = add('div');
    add('slot', { name: 'note' });
    return { box, opening, slot, blocked, place };
  }

  /** Shows that the frame is on its way, or does so no more. */
  #wait(on: boolean) {
    const { box, opening } = this.#parts!;
    box.part.toggle('waiting', on);
    opening.hidden = !on;
  }

  /** Makes the frame and waits for it. */
  async #start() {
    this.#stop();
    const { signal } = (this.#life = new AbortController());
    await this.#readPack();
    if (signal.aborted || !this.#check()) return;
    const address = this.#address;
    const device = (this.#device = new IndexedDBStore());
    const port = address && (await this.#meet(address, device, signal));
    if (signal.aborted) return;
    if (!port) return this.#showInPage(signal);
    this.#port = port;
    device.follow((news) => this.#send({ type: 'news', news }));
    port.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data, device);
    // The frame counts the keys that leave. A screen reader that moves in the page around it is no such key.
    for (const what of movements)
      addEventListener(what, () => this.#isIn() && this.#send({ type: 'moved', what }), {
        signal,
        capture: true,
        passive: true,
      });
    await this.#refresh();
  }

  /** Whether the focus is in the frame. */
  #isIn() {
    return !!this.#frame && this.shadowRoot!.activeElement === this.#frame;
  }

  #meet(address: string, device: IndexedDBStore, signal: AbortSignal) {
    const frame = (this.#frame = makeFrame(address));
    frame.className = 'coming';
    frame.part.add('frame');
    let loads = 0;
    // Another document in the frame is none that was met: the frame starts anew.
    frame.onload = () => {
      if (++loads > 1 && this.#port) void this.#start();
    };
    const settings = () => {
      findWayOut();
      return this.#settings;
    };
    const met = meet(frame, device.works, settings, signal);
    this.#parts!.place.append(frame);
    this.#wait(true);
    void this.#say();
    return met;
  }

  /** Lets go of the frame, of what it had open, and of what came in its place. */
  #stop() {
    this.#life?.abort();
    this.#port?.close();
    this.#device?.close();
    this.#life = this.#port = this.#device = this.#frame = this.#inside = undefined;
    this.#sent = '';
    const { slot, blocked, place } = this.#parts!;
    place.replaceChildren();
    this.#wait(false);
    slot.hidden = false;
    blocked.hidden = true;
  }

  async #readPack() {
    const given = ownContentOf(this);
    if (given.every((value, index) => value === this.#read?.[index])) return;
    this.#read = given;
    const pack = await readPack(given);
    if (this.#read !== given) return;
    this.#pack = pack;
    if (pack.problem) this.#report([pack.problem]);
  }

  /** Whether there is something to show in a frame. If not, what stands inside is shown. */
  #check(): boolean {
    if (!framedBy(this.tag)) this.#report([{ path: 'tag', reason: 'unknown-id', detail: this.tag }]);
    return !!framedBy(this.tag) && !(this.#pack.problem && hasLightContent(this));
  }

  get #address(): string {
    const address = URL.parse?.(this.frameSrc || 'frame.html', this.frameSrc ? document.baseURI : here);
    if (address && /^https?:$/.test(address.protocol)) return address.href;
    this.#report([{ path: 'frame-src', reason: 'not-link', detail: this.frameSrc }]);
    return '';
  }

  get #attributes() {
    return [...this.attributes]
      .map(({ name, value }) => [name, value.slice(0, 1000)] as const)
      .filter(([name]) => canPass(name));
  }

  get #settings(): Settings {
    return {
      ...appearanceOf(this),
      tag: this.tag,
      attributes: this.#attributes,
      content: this.#pack.json,
      shortcut: shortcutOf(wayOut()),
    };
  }

  /** Something of the page may have changed: what is in the frame follows. */
  async #refresh() {
    const { signal } = this.#life ?? {};
    await this.#readPack();
    if (!signal || signal.aborted) return;
    const shown = this.#frame ?? this.#inside;
    if (this.#check() !== !!shown) return this.#start();
    if (this.#inside) {
      if (this.#inside.localName !== this.tag) return this.#start();
      give(this.#inside, this.#attributes, this.#pack.json);
    } else if (this.#port) {
      const settings = this.#settings;
      const now = JSON.stringify(settings);
      if (now !== this.#sent) this.#send({ type: 'settings', settings });
      this.#sent = now;
    }
    await this.#say();
  }

  async #say() {
    const { title, waiting, lang, blocked } = await frameWords(nearestLanguage(this));
    this.#frame?.setAttribute('aria-label', title);
    const parts = this.#parts!;
    const said = (lang: string, textContent: string) =>
      Object.assign(document.createElement('span'), { lang, textContent });
    parts.opening.replaceChildren(drawing('appWindow'), said(lang, waiting));
    const all = document.createElement('span');
    all.append(...blocked.flatMap(({ lang, text }) => [said(lang, text), ' ']));
    parts.blocked.replaceChildren(drawing('info'), all);
  }

  #send(message: FromPage) {
    this.#port?.postMessage(message);
  }

  #hear(data: unknown, device: IndexedDBStore) {
    const message = readFromFrame(data);
    if (!message || !this.#port) return;
    if (message.type === 'ask') void answerFrame(device, message).then((said) => this.#send(said));
    else if (message.type === 'height') this.#onHeight(message.height);
    else if (message.type === 'problems') this.dispatchEvent(new ContentErrorEvent({ problems: message.problems }));
    else if (message.what === 'lock-others') device.lockOthers();
    else if (message.what === 'close') device.close();
    else if (message.what === 'here') this.#onFocus();
    else this.#onLeave();
  }

  #onHeight(height: number) {
    this.#frame!.style.blockSize = `${height}px`;
    this.#frame!.className = '';
    this.#wait(false);
    this.#parts!.slot.hidden = true;
  }

  /** The focus came into the frame: from here on, keys are pressed there. */
  #onFocus() {
    findWayOut();
    void this.#refresh();
  }

  /** The frame is empty by now, and shows nothing. */
  #onLeave() {
    const way = findWayOut();
    if (way) way.leave();
    else void this.#start();
  }

  async #showInPage(signal: AbortSignal) {
    this.#report([{ path: 'frame-src', reason: 'timeout', detail: this.#address }]);
    this.#frame = undefined;
    const { slot, blocked, place } = this.#parts!;
    place.replaceChildren();
    const inside = await showInPage(this.tag, framedBy(this.tag)!, place);
    if (signal.aborted) return inside?.remove();
    this.#wait(false);
    if (!inside) return;
    inside.addEventListener('content-error', ({ problems }) => this.dispatchEvent(new ContentErrorEvent({ problems })));
    this.#inside = inside;
    slot.hidden = true;
    blocked.hidden = false;
    await this.#refresh();
  }
}
