import { html, nothing, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Service } from '../../services/schema.js';
import { goTo, named } from '../../page/named-elements.js';
import { everyElement } from '../../page/every-element.js';
import { listAt, valueAt } from '../notebook/entries.js';
import type { Supporter } from '../notebook/supporter.js';
import { planPart } from '../notebook/plan.js';
import { privatePart, privateText } from '../fields/private-fields.js';
import { aboutEntry, partId, takenFrom } from './rows.js';
import { arrowDown, circleMinus, plus } from '../../templates/icons.js';
import type { Commands } from './commands.js';
import type { FormController, FormHost } from './form-controller.js';

/** An element that names elements of the page which show services. */
export interface SupportersHost extends FormHost {
  readonly resources: string;
}

/** Somebody or something on the page that could help. */
interface FoundSupporter extends Supporter {
  /** What it is called, and its numbers. */
  readonly shown: string;
  /** The card that shows it. Somebody of the phone tree has none. */
  readonly card?: Element;
}

/** In milliseconds. A directory draws a card in each frame: it is looked through once it is done, and not for each of them. */
const pause = 100;

/**
 * Who and what can help with an option or a goal: services that the page shows, and the phone tree of the plan. While they are
 * offered, cards of the page are watched: they may get their content later.
 */
export class Supporters<T extends object> implements ReactiveController {
  /** What its buttons do. */
  readonly commands: Commands = {
    attach: (list, { dataset }) => this.#attach(list, dataset['value']!),
    show: (at) => this.#show(at),
  };

  readonly #host: SupportersHost;
  readonly #of: () => FormController<T>;
  /** What is offered, as it was drawn last. Empty: nothing is asked for, since no entry is looked at closer. */
  #offered: readonly FoundSupporter[] | undefined;
  /** What the page names, and all elements in it, as they were looked through last. */
  #named: readonly Element[] = [];
  #inside: readonly Element[] = [];
  #observer: MutationObserver | undefined;
  /** Names of elements whose definition is waited for. */
  readonly #awaited = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param of The controller, once it is there. */
  constructor(host: SupportersHost, of: () => FormController<T>) {
    this.#host = host;
    this.#of = of;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#offered = undefined;
  }

  hostUpdated(): void {
    if (this.#offered && this.#host.isConnected) this.#watch();
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** What is attached in a list, each with a way to it, and what else there is to attach. */
  render(list: string): unknown {
    const found = (this.#offered ??= this.#find());
    const attached = this.#attached(list);
    const free = found.filter(({ id }) => !attached.some((one) => one.id === id));
    const form = this.#form;
    return [
      attached.length || takenFrom(form, list, 0) !== nothing
        ? html`<ul class="rows">
            ${attached.map((one, index) => {
              const at = `${list}.${index}`;
              const shown = shownOf(one, found);
              return [
                takenFrom(form, list, index),
                shown
                  ? keyed(
                      one.id,
                      html`<li class="row">
                        ${privatePart(privateText(shown, partId('words', at)))}
                        <div class="acts">
                          ${cardOf(one, found) ? aboutEntry(form, arrowDown, 'show', at) : nothing}
                          ${aboutEntry(form, circleMinus, 'out', at, 'quiet soft')}
                        </div>
                      </li>`,
                    )
                  : nothing,
              ];
            })}${takenFrom(form, list, attached.length)}
          </ul>`
        : nothing,
      free.length
        ? html`<details @toggle=${() => this.#host.requestUpdate()}>
            <summary>${form.say('attachOpen')}</summary>
            <ul class="rows">
              ${free.map(({ id, shown }, index) => {
                const at = `${list}.${index}`;
                return keyed(
                  id,
                  html`<li class="row">
                    ${privatePart(privateText(shown, partId('found', at)))}<button
                      id=${partId('attach', at)}
                      data-do="attach"
                      data-at=${list}
                      data-value=${id}
                      aria-labelledby="${partId('attach', at)} ${partId('found', at)}"
                    >
                      ${plus()}${form.say('attach')}
                    </button>
                  </li>`,
                );
              })}
            </ul>
          </details>`
        : nothing,
    ];
  }

  /** What is attached in a list, as lines. */
  readonly lines = (list: string): string[] => {
    const found = this.#find();
    return this.#attached(list)
      .map((one) => shownOf(one, found))
      .filter(Boolean);
  };

  get #form() {
    return this.#of();
  }

  /** Looks for services again once something changes in what was looked through, or elements there are defined. */
  #watch(): void {
    const syncSoon = () => (this.#timer ??= setTimeout(() => this.#sync(), pause));
    this.#observer ??= new MutationObserver(syncSoon);
    for (const root of [...this.#named, ...this.#inside.map(({ shadowRoot }) => shadowRoot)])
      if (root && root !== this.#host.renderRoot)
        this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    for (const { localName } of this.#inside.filter((element) => element.matches(':not(:defined)'))) {
      if (this.#awaited.has(localName)) continue;
      this.#awaited.add(localName);
      // What is no name of an element of its own is never defined.
      customElements.whenDefined(localName).then(syncSoon, () => {});
    }
  }

  #sync(): void {
    this.#timer = undefined;
    if (!this.#observer) return;
    const before = this.#offered ?? [];
    const found = this.#find();
    const isSame = ({ id, shown, card }: FoundSupporter, index: number) =>
      id === before[index]?.id && shown === before[index].shown && card === before[index].card;
    if (found.length !== before.length || !found.every(isSame)) this.#host.requestUpdate();
    else this.#watch();
  }

  #attach(list: string, wanted: string): void {
    const one = this.#find().find(({ id }) => id === wanted);
    if (!one) return;
    const supporter: Supporter = { id: one.id, name: one.name };
    this.#form.editAbout(one.shown, 'added', (value) => listAt(value, list).push(supporter));
  }

  #show(at: string): void {
    const card = cardOf(valueAt(this.#form.value, at) as Supporter, this.#find());
    if (card) goTo(card);
  }

  #attached(list: string) {
    return listAt(this.#form.value, list) as readonly unknown[] as readonly Supporter[];
  }

  #find(): FoundSupporter[] {
    const { people } = this.#form.read(planPart);
    this.#named = named(this.#host, this.#host.resources);
    this.#inside = this.#named.flatMap((element) => [element, ...everyElement(element)]);
    return [
      ...this.#inside.flatMap((card) => {
        const { service } = card as { readonly service?: Service };
        if (!service?.name) return [];
        const { name, phones } = service;
        const shown = lineOf(name, ...new Set(phones.map(({ number }) => number)));
        return { id: service.id ?? (card.id || name), name, shown, card };
      }),
      ...people.map(({ id, name, number }) => ({ id, name: '', shown: lineOf(name, number) })),
    ].filter(({ shown }) => shown);
  }
}

const lineOf = (...parts: string[]) => parts.filter(Boolean).join(' · ');
const shownOf = (one: Supporter, found: readonly FoundSupporter[]) =>
  found.find(({ id }) => id === one.id)?.shown ?? one.name;
const cardOf = (one: Supporter, found: readonly FoundSupporter[]) => found.find(({ id }) => id === one.id)?.card;
