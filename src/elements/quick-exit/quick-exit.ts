import { leaveIn, leavingWords } from '../../content/sections/quick-exit.js';
import { nearestLanguage, primary } from '../../page/language.js';
import { addLateCover, hasPopovers, raise } from '../../leave/cover.js';
import { destination } from '../../leave/destination.js';
import { isLeaving, leave } from '../../leave/leave.js';
import { wasLeft } from '../../leave/mark.js';
import { watch } from '../../leave/watch.js';
import type { QuickExitLater } from './quick-exit-later.js';
import { pageLinks } from './links.js';
import { build, type Parts } from './parts.js';

// A server that loads the class has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Leaves the site immediately: shows a blank page, then goes to another site. Put it first on the page, around a plain link that
 * works until the script has loaded. Clears what the person typed in this library’s elements and deletes saved notes. When someone leaves, it fires no event, and it sends no request except to `clear-url`.
 *
 * @summary A button that leaves the site immediately.
 * @element quick-exit
 * @attr {string} href - Where to go.
 * @attr {string} shortcut - The keys that leave: `shift` (three times), `escape` (twice), or `none`.
 * @attr {string} placement - The edge of the window where it stays: `top` or `bottom`.
 * @attr {string} clear-url - An address on the page’s own origin that answers with `Clear-Site-Data`.
 * @attr {boolean} keep-out-of-history - Links to the page’s own site replace the page in the tab’s history.
 * @slot - The link, with the agency’s own text. If empty, the element adds its own.
 * @slot limits - What the button can and can’t do, in the agency’s own words.
 * @fires {ContentErrorEvent} content-error - An attribute couldn’t be used.
 * @csspart bar - The part that stays in view, with the link.
 * @csspart limits - What the button can and can’t do.
 * @cssprop {<color>} [--quick-exit-background=var(--alongside-color-text)] - The button’s background.
 * @cssprop {<color>} [--quick-exit-color=var(--alongside-color-surface)] - The text on the button.
 * @cssprop {<length>} [--quick-exit-edge=0.5rem] - The distance from the edge of the window.
 */
export class QuickExit extends Base {
  static get observedAttributes(): readonly string[] {
    return QuickExit.#attributes;
  }

  // Neither in a static block nor in a public field, which is made one: Safari before 16.4 cannot read a script with those.
  static readonly #attributes = ['href', 'shortcut', 'placement', 'clear-url'].map((attribute) => {
    Object.defineProperty(this.prototype, attribute.replace('-u', 'U'), {
      get(this: Element) {
        return this.getAttribute(attribute) ?? '';
      },
      set(this: Element, value: string) {
        this.setAttribute(attribute, value);
      },
    });
    return attribute;
  });

  /** Where to go: the `https:` address of another site. If it’s empty or can’t be used, the button goes where the link goes, or else to wikipedia.org. */
  declare href: string;

  /** The keys that leave: `shift` (three times), `escape` (twice), or `none`. If empty, `shift`. */
  declare shortcut: string;

  /** The edge of the window where the button stays: `top`, or `bottom` if something else on the page stays at the top. If empty, `top`. */
  declare placement: string;

  /** An address on the page’s own origin that answers with `Clear-Site-Data`. It’s requested while the person leaves. If empty, nothing is requested. */
  declare clearUrl: string;

  /** Makes links to the page’s own site replace the page in the tab’s history instead of adding to it. Available once the rest of the element has loaded. */
  declare keepOutOfHistory: boolean;

  #parts: Parts | undefined;
  #unwatch: (() => void) | undefined;
  #later: QuickExitLater | undefined;

  /** Leaves immediately, just as the link and the keys do. */
  leave(): void {
    leave({
      // Where something around keeps the element from being drawn, or holds it in a layer below others, so it does with its cover.
      cover: hasPopovers && this.#parts?.bar.checkVisibility?.() ? this.#parts.cover : addLateCover(),
      to: () => this.#destination,
      clearUrl: this.clearUrl,
      closeTab: this.#say('closeTab'),
    });
  }

  connectedCallback(): void {
    try {
      const parts = (this.#parts ??= build(this));
      raise(parts.bar);
      raise(parts.cover);
      parts.link.textContent ||= leaveIn(primary(nearestLanguage(this)));
      parts.slot.onslotchange = () => this.attributeChangedCallback();
      this.attributeChangedCallback();
      this.#unwatch = watch(
        this,
        parts,
        () => [...pageLinks(this), parts.link],
        (times, all) => this.#onPress(times, all),
      );
      // While the page is being read, its own link may be the next that comes: ours is not to be seen for a moment before.
      if (document.readyState === 'loading') parts.bar.style.opacity = '0';
      setTimeout(() => this.#showLink(parts), 100);
      // Held back by a tool of the site, the script can come while the link is being pressed, which then is not where it was.
      if (wasLeft(false) || this.matches(':active')) this.leave();
      import('./quick-exit-later.js')
        .then(({ QuickExitLater }) => (this.#later ??= new QuickExitLater(this, parts)).follow(this.isConnected))
        .catch(() => {});
    } catch (error) {
      // The browser lacks something, or the page has changed what elements are made with. The link inside works by itself.
      console.warn(error);
      this.#parts = undefined;
      this.shadowRoot?.replaceChildren(document.createElement('slot'));
    }
  }

  disconnectedCallback(): void {
    // The page goes on until it is gone, and can take away what it has.
    if (isLeaving()) this.leave();
    this.#unwatch?.();
    this.#later?.follow(false);
  }

  attributeChangedCallback(): void {
    if (!this.#parts || !this.isConnected) return;
    const { link } = this.#parts;
    link.href = this.#destination;
    this.#showLink(this.#parts);
  }

  /** Shows the link of the page, where there is one inside, or else ours. */
  #showLink({ bar, link }: Parts) {
    const [first] = pageLinks(this);
    bar.style.opacity = '';
    link.hidden = this.contains(first ?? null);
    // An editor has put it into a paragraph, where our styles do not reach.
    if (link.hidden && first!.parentNode !== this) first!.style.setProperty('all', 'unset', 'important');
  }

  get #destination(): string {
    return destination(location.hostname, [this.href, pageLinks(this)[0]?.href]);
  }

  #say(key: keyof typeof leavingWords): string {
    return (this.#later?.words ?? leavingWords)[key] as string;
  }

  #onPress(times: number, all: number) {
    const { count, said } = this.#parts!;
    count.style.width = (100 * times) / all + '%';
    said.textContent = this.#say(!times ? 'stopped' : all - times > 1 ? 'twoMore' : 'oneMore');
  }
}
