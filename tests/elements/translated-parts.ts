/**
 * Sessions on pages that are translated while they are used. After each, an element has to show what it would show if nobody had touched
 * it: what it draws into an empty place is the measure, word for word, link for link, field for field.
 */
import { aTimeout, expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sessionOf } from 'alongside-elements/internal/private-text/fields/notebook-controller.js';
import fc from 'fast-check';
import { render, type LitElement, type TemplateResult } from 'lit';
import { emptyNotebook, settled, type, waitUntil } from './support.js';
import { late, original, rootsIn, takeBack, translators, type Translator } from './translators.js';

const names = ['Lantern House', 'Harbor Clinic', 'Willow Kitchen'];
const offers = ['A bed for the night.', 'Checkups and tests.', 'Meals every day.'];

/** Services that can be told apart by each of their facts. */
export const services = Array.from({ length: 30 }, (_, index) => ({
  id: `service-${index}`,
  name: `${names[index % 3]} ${index}`,
  organization: `Example Agency ${index}`,
  description: `${offers[index % 3]} Ask for desk ${index}.`,
  phones: [
    { number: `202-555-01${String(index).padStart(2, '0')}`, type: 'voice', description: `Line ${index}` },
    { number: `202-555-02${String(index).padStart(2, '0')}`, type: 'text', keyword: `HELP${index}` },
  ].slice(index % 2),
  url: `https://service-${index}.example/`,
  languages: [index % 2 ? 'es' : 'en'],
  ...(index % 4 === 0 && { minimumAge: 12 + (index % 5), feesDescription: 'Free' }),
}));

/** What a root shows: its words, its links with what they say, what is marked as not to be translated, its fields with what they hold. */
export function shown(root: ParentNode) {
  const text = (node: Node): string =>
    node instanceof Text
      ? original(node.data)
      : node instanceof Element && (node.localName === 'style' || node.shadowRoot)
        ? ''
        : [...node.childNodes].map(text).join('');
  const said = (node: Node) => text(node).replace(/[\s\ufeff]+/g, '');
  return {
    fields: [...root.querySelectorAll<HTMLInputElement>('[data-at]:is(input, textarea)')]
      .filter(({ dataset, type }) => !/^((own|age)$|pass-)/.test(dataset['at']!) && type !== 'file')
      .map(({ dataset, value, checked, type }) => `${dataset['at']} = ${type === 'checkbox' ? checked : value}`),
    links: [...root.querySelectorAll('a')].map((link) => `${said(link)} → ${link.getAttribute('href')}`),
    kept: [...root.querySelectorAll('[translate=no]')].map(said),
    words: said(root),
  };
}

/** What an element would show if it drew itself into an empty place. */
function wanted(element: LitElement) {
  const place = document.createElement('div');
  render((element as unknown as { render(): unknown }).render(), place, { host: element });
  return shown(place);
}

const litElementsIn = (element: Element): LitElement[] =>
  rootsIn(element)
    .map(({ host }) => host as LitElement)
    .filter((host) => 'requestUpdate' in host);

/** Draws an element again, with all that are in it, and holds each against what it would be in an empty place. */
export async function check(element: Element): Promise<void> {
  for (const one of litElementsIn(element)) {
    one.requestUpdate();
    await one.updateComplete;
    const [has, wants] = [shown(one.renderRoot), wanted(one)];
    for (const what of ['fields', 'links', 'kept', 'words'] as const) {
      const differs = [...wants[what]].findIndex((part, index) => part !== has[what][index]);
      const near = (all: string | string[]) => JSON.stringify(all.slice(Math.max(differs - 20, 0), differs + 60));
      const message = `${what} of <${one.localName}>: ${near(has[what])}, not ${near(wants[what])}`;
      expect(JSON.stringify(has[what]) === JSON.stringify(wants[what]), message).to.be.true;
    }
  }
}

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

type Step = (element: LitElement, at: number) => unknown;

const all = <E extends Element>({ shadowRoot }: Element, selector: string): E[] => [
  ...shadowRoot!.querySelectorAll<E>(selector),
];

/** What people do. What prints, saves or copies is left out: it leaves the element as it is. */
const steps: Readonly<Record<string, Step>> = {
  press: (element, at) =>
    pick(
      all<HTMLButtonElement>(element, 'button:enabled').filter(
        ({ dataset, textContent }) =>
          dataset['do'] !== 'print' && !dataset['keep'] && !original(textContent!).includes('Print'),
      ),
      at,
    )?.click(),
  write: (element, at) => {
    const field = pick(
      all<HTMLInputElement>(element, 'textarea, input:not([type=checkbox], [type=range], [type=file])'),
      at,
    );
    if (field) type(field, `Words of my own ${at}`);
  },
  tick: (element, at) => pick(all<HTMLElement>(element, '[type=checkbox]'), at)?.click(),
  unfold: (element, at) => {
    const details = pick(all<HTMLDetailsElement>(element, 'details'), at);
    if (details) details.open = !details.open;
  },
  language: (element, at) => (element.lang = ['en', 'es', 'fr'][at % 3]!),
  draw: (element) => element.requestUpdate(),
};

// What an extension shows beside the text is its own: it is looked at by itself.
const ways = Object.keys(translators).filter((way) => way !== 'both');

/** Steps, translations, translations that come late, and translations that are taken back, at any moment. */
const session = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(steps)) },
      { weight: 2, arbitrary: fc.constantFrom(...ways, 'back') },
    ),
    fc.nat(40),
    // Whether the element has the time to draw itself before the next step.
    fc.boolean(),
  ),
  { minLength: 4, maxLength: 12 },
);

const isPrivate = ({ localName }: Element) => /^(safety|options|goal|practice-check)/.test(localName);

/** Puts an element on a page with a card, and waits until it is all there. */
export async function onPage(template: TemplateResult): Promise<LitElement> {
  const place = await fixture(
    html`<div>
      ${template}
      <div id="cards"><resource-card resource-id="988"></resource-card></div>
    </div>`,
  );
  const element = place.firstElementChild as LitElement;
  if (isPrivate(element)) emptyNotebook(element);
  await settled(element);
  if (isPrivate(element)) await waitUntil(() => element.shadowRoot!.querySelector('.keeping'), 'no keeping');
  // What only feeds know comes a moment later.
  if (element.localName === 'resource-card')
    await waitUntil(() => element.shadowRoot!.querySelector('[part=open]'), 'no details');
  if (element.localName === 'resource-directory') await quiet(element);
  return element;
}

/** All that a person typed and that is in the notebook. */
const notebookOf = (element: Element) => JSON.stringify(sessionOf(element)!.notebook.values);

/** Waits until nothing is drawn any more. */
export async function quiet(element: LitElement): Promise<void> {
  await element.updateComplete;
  // A directory hands its cards out one in a frame, after a pause behind the first.
  const listed = () => element.shadowRoot!.querySelectorAll('.found > li:not([hidden])').length;
  for (let before = -1, still = 0; element.localName === 'resource-directory' && still < 8; before = listed()) {
    await aTimeout(50);
    still = listed() === before ? still + 1 : 0;
  }
  await aTimeout(0);
  await waitUntil(() => !litElementsIn(element).some((one) => one.isUpdatePending), 'it never ended');
}

/** Tests that sessions of an element end as they should. `runs` sessions, more where somebody waits less. */
export function testSessions(tag: string, template: () => TemplateResult, runs: number): void {
  it(`<${tag}> shows what it would show if nobody had translated it, and has all that was typed`, async () => {
    await fc.assert(
      fc.asyncProperty(session, async (acts) => {
        const element = await onPage(template());
        for (const [name, at, waits] of acts) {
          const before = isPrivate(element) ? notebookOf(element) : '';
          if (name in steps) await steps[name]!(element, at);
          else {
            for (const root of rootsIn(element)) (name === 'back' ? takeBack : translators[name as Translator])(root);
            if (before) expect(notebookOf(element), `the notebook after ${name}`).to.equal(before);
          }
          if (waits) await quiet(element);
        }
        await quiet(element);
        await check(element);
        fixtureCleanup();
      }),
      { numRuns: runs, includeErrorInReport: true },
    );
  });
}

export { late, rootsIn, takeBack, translators };
