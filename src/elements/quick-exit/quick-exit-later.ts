import { englishBesideDraft } from '../../content/english-beside-draft.js';
import { leavingEnglish, leavingOthers, limits, type LeavingFile } from '../../content/sections/quick-exit.js';
import { drawing } from '../../page/drawing.js';
import { nearestLanguage, observeLanguage, primary } from '../../page/language.js';
import { reportOnce } from '../../page/report-once.js';
import { followWithoutHistory } from '../../leave/history.js';
import { ownAddress, usable } from '../../leave/destination.js';
import { shortcuts } from '../../leave/shortcut.js';
import type { WayOut } from '../../leave/watch.js';
import type { Problem } from '../../schema/parse.js';
import type { Parts } from './parts.js';
import { laterStyles } from './quick-exit.styles.js';
import { keepRoom } from './room.js';
import { addStyles } from './styling.js';

const attribute = 'keep-out-of-history';

const create = <K extends keyof HTMLElementTagNameMap>(tag: K, set: object = {}) =>
  Object.assign(document.createElement(tag), set);

/** The element, as far as it is needed here. */
export type Host = WayOut & Record<'href' | 'placement' | 'clearUrl', string> & { keepOutOfHistory: boolean };

/**
 * What a way out can do without when it has to be there first: other languages than English, what it can do and what it cannot, room in
 * another place than first in the page, and what is wrong with its attributes. Loaded once it is there.
 */
export class QuickExitLater {
  /** What the element says. */
  words: LeavingFile['words'] = leavingEnglish.words;

  readonly #host: Host;
  /** What the button can do and what it cannot; closed, and not seen until it has words. */
  readonly #details = create('details', { part: 'limits', hidden: true });
  readonly #parts: Parts;
  readonly #observer = new MutationObserver(() => void this.#update());
  readonly #report: ReturnType<typeof reportOnce>;
  #giveBack: (() => void) | undefined;
  #language = '';

  constructor(host: Host, parts: Parts) {
    this.#host = host;
    this.#report = reportOnce(host);
    this.#parts = parts;
    parts.cover.before(this.#details);
    addStyles(host.shadowRoot!, laterStyles);
    // What the page set before the element was there stands in its way, and becomes the attribute that it was meant as.
    for (const name of ['href', 'shortcut', 'placement', 'clearUrl', 'keepOutOfHistory'] as const) {
      if (!Object.hasOwn(host, name)) continue;
      const value = host[name];
      delete (host as Partial<Host>)[name];
      if (name === 'keepOutOfHistory') host.toggleAttribute(attribute, value as boolean);
      else Object.assign(host, { [name]: value });
    }
    Object.defineProperty(host, 'keepOutOfHistory', {
      configurable: true,
      get: () => host.hasAttribute(attribute),
      set: (value: boolean) => void host.toggleAttribute(attribute, value),
    });
  }

  /** Follows the page, or does so no more. */
  follow(on: boolean): void {
    this.#observer.disconnect();
    this.#giveBack?.();
    removeEventListener('click', this.#onClick);
    if (!on) return;
    this.#observer.observe(this.#host, { attributes: true });
    observeLanguage(this.#observer, this.#host);
    addEventListener('click', this.#onClick);
    void this.#update();
  }

  readonly #onClick = (event: MouseEvent) => {
    if (this.#host.keepOutOfHistory) followWithoutHistory(event);
  };

  async #update() {
    this.#check();
    this.#giveBack?.();
    this.#giveBack = keepRoom(this.#host, this.#parts);
    const language = primary(nearestLanguage(this.#host)) || 'en';
    if (`${language} ${this.#host.shortcut}` === this.#language) return;
    const now = (this.#language = `${language} ${this.#host.shortcut}`);
    const lang = Object.hasOwn(limits, language) ? language : 'en';
    try {
      const [about, english, words] = await Promise.all([limits[lang]!(), limits['en']!(), leavingOthers[lang]?.()]);
      // It may have changed again meanwhile.
      if (now === this.#language) this.#write(lang, words?.default ?? leavingEnglish, about.default, english.default);
    } catch {
      this.#report([{ path: language, reason: 'network', detail: '' }]);
    }
  }

  #write(lang: string, file: LeavingFile, limits: LeavingFile, english: LeavingFile) {
    const { link, said } = this.#parts;
    const details = this.#details;
    const line = (to: HTMLElement, key: string, file: LeavingFile, english: LeavingFile) => {
      to.textContent = file.words[key] as string;
      const textContent = englishBesideDraft(english, file, key);
      if (textContent) to.append(to === link ? ' · ' : ' ', create('span', { lang: 'en', textContent }));
      return to;
    };
    const other =
      this.#host.shortcut === 'none' ? /^(shift|escape)$/ : this.#host.shortcut === 'escape' ? /^shift$/ : /^escape$/;
    const shown = Object.keys(limits.words).filter((key) => key !== 'about' && limits.words[key] && !other.test(key));
    const slot = create('slot', { name: 'limits' });
    let list = create('ul');
    slot.append(list);
    for (const key of shown) {
      if (key === 'draft') slot.append(line(create('p'), key, limits, english));
      else if (key === 'cannot') {
        list = create('ul');
        slot.append(line(create('b'), key, limits, english), list);
      } else list.append(line(create('li'), key, limits, english));
    }
    const summary = create('summary');
    summary.append(drawing('info'), limits.words['about'] as string, drawing('chevronDown'));
    details.replaceChildren(summary, slot);
    details.hidden = false;
    line(link, 'leave', file, leavingEnglish);
    for (const part of [link, details, said]) part.lang = lang;
    // In a cover that is all there is to see: both, as one text.
    const also = line(create('p'), 'closeTab', file, leavingEnglish).textContent ?? '';
    this.words = { ...file.words, closeTab: also };
  }

  #check() {
    const check = (path: string, reason: Problem['reason'], detail: string, fits: (value: string) => unknown) => {
      const value = this.#host.getAttribute(path);
      if (value && !fits(value)) this.#report([{ path, reason, detail }]);
    };
    check('href', 'not-link', 'https, of another site', (value) => usable(location.hostname, value));
    check('clear-url', 'not-link', 'of the same origin', ownAddress);
    check('shortcut', 'not-choice', Object.keys(shortcuts).join(), (value) => Object.hasOwn(shortcuts, value));
    check('placement', 'not-choice', 'top,bottom', (value) => /^(top|bottom)$/.test(value));
  }
}
