import { leavingEnglish, leavingOthers, type LeavingFile } from '../content/sections/quick-exit.js';
import { sessionOf, keepIn } from '../private-text/fields/notebook-controller.js';
import { define } from '../register/define.js';
import { framedBy } from '../elements/private-frame/framed.js';
import { give } from '../elements/private-frame/in-page.js';
import { primary, validTag } from '../page/language.js';
import { addCover, showCover } from '../leave/cover.js';
import { forget, type Forgetful } from '../leave/forget.js';
import { everyElement } from '../page/every-element.js';
import { countKeys } from './keys.js';
import { hello, readFromPage, readWelcome, type FromFrame, type Settings } from '../frame/protocol/messages.js';
import { FrameStore } from './frame-store.js';
import { loadFileCodeByScript, startWorkersFromBlobs } from './workers.js';

// What runs in `frame.html`: one element with private text, and nothing of the page around.

/** The rest comes from the page. */
const styles =
  'html,body{margin:0;background:none}body{display:flow-root}' +
  'body>p{position:fixed;inset-block-start:0;margin:0;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}';

/** Starts, once the page around has said who it is. */
function listen(): void {
  const onMessage = ({ source, data, ports }: MessageEvent<unknown>) => {
    const welcome = source === parent && readWelcome(data);
    if (!welcome || ports.length !== 1) return;
    // From here on only the port counts: no other window has it, and no second page is listened to.
    removeEventListener('message', onMessage);
    new Inside(ports[0]!, welcome.works).show(welcome.settings);
  };
  addEventListener('message', onMessage);
  // It tells nothing, and nobody's origin is known yet.
  parent.postMessage(hello, '*');
}

const everything = { subtree: true, childList: true, characterData: true, attributes: true };

/** The inside of a private frame. */
class Inside {
  readonly #port: MessagePort;
  readonly #store: FrameStore;
  readonly #said = document.createElement('p');
  readonly #cover = addCover(document.documentElement);
  #settings!: Settings;
  #element: HTMLElement | undefined;
  #showing: Promise<void> = Promise.resolve();
  #height = 0;
  #over = false;
  readonly #onMove: ReturnType<typeof countKeys>;

  constructor(port: MessagePort, works: boolean) {
    this.#port = port;
    this.#store = new FrameStore(works, (message) => this.#send(message));
    port.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
    this.#said.ariaLive = 'polite';
    document.body.append(this.#said);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
    addEventListener('focus', () => this.#send({ type: 'tell', what: 'here' }));
    document.body.addEventListener('content-error', ({ problems }) => this.#onProblems(problems));
    this.#onMove = countKeys(
      () => this.#settings.shortcut,
      (times, all) => void this.#onPress(times, all),
      () => this.#leave(),
    );
    new ResizeObserver(this.#measure).observe(document.body);
  }

  /** One after the other: what comes while an element is being loaded waits for it. */
  show(settings: Settings): void {
    this.#settings = settings;
    this.#showing = this.#showing.then(() => this.#show(settings));
  }

  async #show({ tag, attributes, content, lang, dir, look, rem }: Settings) {
    const { documentElement: root, body } = document;
    const known = framedBy(tag);
    if (!known || this.#over) return;
    root.style.cssText = body.style.cssText = '';
    root.style.fontSize = rem;
    for (const [name, value] of look) (name === 'color-scheme' ? root : body).style.setProperty(name, value);
    root.lang = validTag(lang);
    root.dir = dir;
    const loaded = await known.load();
    if (loaded) define(tag, loaded);
    if (this.#element?.localName !== tag) {
      this.#element?.remove();
      this.#element = document.createElement(tag);
    }
    // It stands apart from the page, so it has no need to say that others could read along.
    give(this.#element, [...attributes, ['in-page', '']], content);
    if (this.#element.isConnected) return;
    body.prepend(this.#element);
    const session = sessionOf(this.#element);
    if (session) keepIn(session, () => this.#store);
    // A frame that is out of view is not drawn, and observes no sizes: but it is to have its height before it comes into view.
    const inside = this.#element.shadowRoot;
    if (inside) new MutationObserver(this.#measure).observe(inside, everything);
  }

  readonly #measure = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!this.#element || this.#over || height === this.#height) return;
    this.#height = height;
    this.#send({ type: 'height', height });
  };

  #send(message: FromFrame) {
    this.#port.postMessage(message);
  }

  #hear(data: unknown) {
    const message = readFromPage(data);
    if (message?.type === 'settings') this.show(message.settings);
    else if (message?.type === 'moved') this.#onMove({ type: message.what, target: this.#port });
    else if (message?.type === 'forget') this.#forget();
    else if (message) this.#store.hear(message);
  }

  #onProblems(problems: Extract<FromFrame, { type: 'problems' }>['problems']) {
    const short = problems.slice(0, 1000).map(({ path, reason, detail }) => ({
      path: path.slice(0, 500),
      reason,
      detail: detail.slice(0, 500),
    }));
    this.#send({ type: 'problems', problems: short });
  }

  /** Says how far the presses have come, to who listens: the way out itself stands in the page, and does not hear of them. */
  async #onPress(times: number, all: number) {
    const language = primary(this.#settings.lang);
    const file = Object.hasOwn(leavingOthers, language) ? await leavingOthers[language]!() : undefined;
    const { words }: LeavingFile = file?.default ?? leavingEnglish;
    this.#said.lang = file ? language : 'en';
    this.#said.textContent = words[!times ? 'stopped' : all - times > 1 ? 'twoMore' : 'oneMore'] as string;
  }

  /** Out of sight at once; then the page around leaves. */
  #leave() {
    showCover(this.#cover);
    this.#send({ type: 'tell', what: 'leave' });
    this.#forget();
  }

  #forget() {
    this.#over = true;
    for (const element of everyElement(document)) (element as Partial<Forgetful>)[forget]?.();
    document.body.replaceChildren();
  }
}

// A frame that the page could look into is none.
if (globalThis.origin === 'null' && globalThis.parent !== globalThis.self) {
  startWorkersFromBlobs();
  loadFileCodeByScript();
  listen();
}
