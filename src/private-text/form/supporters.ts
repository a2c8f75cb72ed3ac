import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Service } from '../../content/schema.js';
import { goTo, named } from '../../page/named-elements.js';
import { everyElement } from '../../page/every-element.js';
import { listAt, valueAt } from '../notebook/entries.js';
import type { Helper } from '../notebook/supporter.js';
import { planPart } from '../notebook/plan.js';
import { asIs } from '../../templates/as-is.js';
import { privatePart } from '../fields/private-fields.js';
import { button } from './rows.js';
import type { Does, WritingController, WritingHost } from './form-controller.js';

/** An element that names elements of the page which show services. */
export interface HelpersHost extends WritingHost {
  readonly resources: string;
}

/** Somebody or something on the page that could help. */
interface Found extends Helper {
  /** What it is called, and its numbers. */
  readonly shown: string;
  /** The card that shows it. Somebody of the phone tree has none. */
  readonly card?: Element;
}

/** Who and what can help with an option or a goal: services that the page shows, and the phone tree of the plan. */
export class Helpers<T extends object> {
  /** What its buttons do. */
  readonly does: Does = {
    attach: (list, { dataset }) => this.#attach(list, dataset['value']!),
    show: (at) => this.#show(at),
  };

  readonly #host: HelpersHost;
  readonly #of: () => WritingController<T>;

  /** @param of The controller, once it is there. */
  constructor(host: HelpersHost, of: () => WritingController<T>) {
    this.#host = host;
    this.#of = of;
  }

  /** What is attached in a list, each with a way to it, and what else there is to attach. */
  render(list: string): unknown {
    const found = this.#find();
    const attached = this.#attached(list);
    const free = found.filter(({ id }) => !attached.some((one) => one.id === id));
    return [
      html`<ul class="rows">
        ${attached.map((one, index) => {
          const at = `${list}.${index}`;
          const shown = shownOf(one, found);
          return shown
            ? keyed(
                one.id,
                html`<li class="row">
                  ${privatePart(asIs(shown))}${cardOf(one, found) ? button(this.#writing, 'show', at) : nothing}${button(this.#writing, 'out', at)}
                </li>`,
              )
            : nothing;
        })}
      </ul>`,
      free.length
        ? html`<details @toggle=${() => this.#host.requestUpdate()}>
            <summary>${this.#writing.say('attachOpen')}</summary>
            <ul class="rows">
              ${free.map(({ id, shown }) =>
                keyed(
                  id,
                  html`<li class="row">
                    ${privatePart(asIs(shown))}<button data-do="attach" data-at=${list} data-value=${id}>
                      ${this.#writing.say('attach')}
                    </button>
                  </li>`,
                ),
              )}
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

  get #writing() {
    return this.#of();
  }

  #attach(list: string, wanted: string): void {
    const one = this.#find().find(({ id }) => id === wanted);
    if (!one) return;
    const helper: Helper = { id: one.id, name: one.name };
    this.#writing.edit((page) => listAt(page, list).push(helper));
  }

  #show(at: string): void {
    const card = cardOf(valueAt(this.#writing.page, at) as Helper, this.#find());
    if (card) goTo(card);
  }

  #attached(list: string) {
    return listAt(this.#writing.page, list) as readonly unknown[] as readonly Helper[];
  }

  #find(): Found[] {
    const { people } = this.#writing.read(planPart);
    const cards = named(this.#host, this.#host.resources).flatMap((element) => [element, ...everyElement(element)]);
    return [
      ...cards.flatMap((card) => {
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
const shownOf = (one: Helper, found: readonly Found[]) => found.find(({ id }) => id === one.id)?.shown ?? one.name;
const cardOf = (one: Helper, found: readonly Found[]) => found.find(({ id }) => id === one.id)?.card;
