/**
 * Pages that are translated while they are used. After each step, an element has to show what it would show if nobody had touched it:
 * what it draws into an empty place is the measure, word for word, link for link, field for field.
 */
import 'alongside-elements/define/all.js';
import { aTimeout, expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import { render, type LitElement, type TemplateResult } from 'lit';
import { worksWith } from '../works-with.js';
import { emptyNotebook, find, settled, type, words } from './support.js';
import { late, original, rootsIn, takeBack, translators, type Translator } from './translators.js';

const services = Array.from({ length: 30 }, (_, index) => ({
  id: `service-${index}`,
  name: `${['Lantern House', 'Harbor Clinic', 'Willow Kitchen'][index % 3]} ${index}`,
  organization: `Example Agency ${index}`,
  description: ['A bed for the night.', 'Checkups and tests.', 'Meals every day.'][index % 3],
  phones: [
    { number: `202-555-01${String(index).padStart(2, '0')}`, type: 'voice', description: `Line ${index}` },
    ...(index % 2
      ? [{ number: `202-555-02${String(index).padStart(2, '0')}`, type: 'text', keyword: `HELP${index}` }]
      : []),
  ],
  url: `https://service-${index}.example/`,
  languages: index % 2 ? ['es'] : ['en'],
  ...(index % 4 === 0 && { minimumAge: 12 + (index % 5), feesDescription: 'Free' }),
}));

/** What a root shows: its words, its links with what they say, its fields with what they hold. */
function shown(root: ParentNode) {
  // What is not seen, and what stands behind a text to translate it, says nothing of its own.
  const text = (node: Node): string =>
    node instanceof Text
      ? original(node.data)
      : node instanceof Element && (node.localName === 'style' || node.shadowRoot)
        ? ''
        : [...node.childNodes].map(text).join('');
  const said = (node: Node) => text(node).replace(/[\s\ufeff]+/g, '');
  return {
    words: said(root as unknown as Node),
    links: [...root.querySelectorAll('a')].map((link) => `${said(link)} → ${link.getAttribute('href')}`),
    numbers: [...root.querySelectorAll('[translate=no]')].map(said),
    fields: [...root.querySelectorAll<HTMLInputElement>('[data-at]:is(input, textarea)')]
      .filter(({ dataset, type }) => !/^(own$|pass-)/.test(dataset['at']!) && type !== 'file')
      .map(({ dataset, value, checked, type }) => `${dataset['at']} = ${type === 'checkbox' ? checked : value}`),
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

/** Extensions that show both put the translation beside the text until the text changes; that is theirs to do. */
function withoutBoth(element: Element) {
  for (const root of rootsIn(element)) for (const added of root.querySelectorAll('font')) added.remove();
}

async function check(element: Element) {
  for (const one of litElementsIn(element)) {
    one.requestUpdate();
    await one.updateComplete;
    const [has, wants] = [shown(one.renderRoot), wanted(one)];
    for (const what of ['fields', 'links', 'numbers', 'words'] as const) {
      const differs = [...wants[what]].findIndex((part, index) => part !== has[what][index]);
      const near = (all: string | string[]) => JSON.stringify(all.slice(Math.max(differs - 20, 0), differs + 60));
      expect(has[what], `${what} of <${one.localName}>: ${near(has[what])}, not ${near(wants[what])}`).to.deep.equal(
        wants[what],
      );
    }
  }
}

/** A control that a step can use, chosen by a number. */
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

const fieldsOf = (element: Element) => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>(
    'textarea, input:not([type=checkbox], [type=range], [type=file])',
  ),
];

type Step = (element: LitElement, at: number) => unknown;

/** What people do. What prints, saves or copies is left out: it leaves the element as it is. */
const steps: Readonly<Record<string, Step>> = {
  press: (element, at) =>
    pick(
      [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button:enabled')].filter(
        ({ dataset, textContent }) =>
          dataset['do'] !== 'print' && !dataset['keep'] && !original(textContent!).includes('Print'),
      ),
      at,
    )?.click(),
  write: (element, at) => {
    const field = pick(fieldsOf(element), at);
    if (field) type(field, `Words of my own ${at}`);
  },
  tick: (element, at) => pick([...element.shadowRoot!.querySelectorAll<HTMLElement>('[type=checkbox]')], at)?.click(),
  unfold: (element, at) => {
    const details = pick([...element.shadowRoot!.querySelectorAll('details')], at);
    if (details) details.open = !details.open;
  },
  language: (element, at) => (element.lang = ['en', 'es', 'fr'][at % 3]!),
  draw: (element) => element.requestUpdate(),
};

const ways = Object.keys(translators).filter((way) => way !== 'both') as Exclude<Translator, 'both'>[];

/** A session: steps and translations, at any moment. */
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
  { minLength: 4, maxLength: 14 },
);

const elements: readonly (readonly [tag: string, template: () => TemplateResult])[] = [
  ['stage-guide', () => html`<stage-guide noticing stage="action"></stage-guide>`],
  ['resource-card', () => html`<resource-card .resource=${services[5]} heading-level="2"></resource-card>`],
  ['resource-directory', () => html`<resource-directory .services=${services}></resource-directory>`],
  ['safety-checklist', () => html`<safety-checklist audience="youth"></safety-checklist>`],
  ['options-explorer', () => html`<options-explorer resources="cards"></options-explorer>`],
  ['goal-planner', () => html`<goal-planner resources="cards"></goal-planner>`],
  ['practice-check', () => html`<practice-check></practice-check>`],
  ['csec-primer', () => html`<csec-primer></csec-primer>`],
  ['practice-principles', () => html`<practice-principles></practice-principles>`],
  ['source-note', () => html`<source-note></source-note>`],
];

const isPrivate = (tag: string) => /^(safety|options|goal|practice-check)/.test(tag);

async function onPage(template: TemplateResult): Promise<LitElement> {
  const place = await fixture(
    html`<div>
      ${template}
      <div id="cards"><resource-card resource-id="988"></resource-card></div>
    </div>`,
  );
  const element = place.firstElementChild as LitElement;
  if (isPrivate(element.localName)) emptyNotebook(element);
  await settled(element);
  if (isPrivate(element.localName)) await waitUntil(() => element.shadowRoot!.querySelector('.keeping'), 'no area');
  if (element.localName === 'resource-directory')
    await waitUntil(() => element.shadowRoot!.querySelectorAll('.found > li:not([hidden])').length === 20, 'no list');
  return element;
}

/** All that a person typed and that is in the notebook. */
const notebookOf = (element: Element) => {
  const shared = Symbol.for('alongside.1') as unknown as keyof Element;
  return JSON.stringify((element[shared] as unknown as { notebook: { pages: object } }).notebook.pages);
};

const isBusy = (element: Element) => litElementsIn(element).some((one) => one.isUpdatePending);

async function quiet(element: LitElement): Promise<void> {
  await element.updateComplete;
  // A directory hands its cards out one in a frame.
  if (element.localName === 'resource-directory') await aTimeout(700);
  await aTimeout(0);
  await waitUntil(() => !isBusy(element));
}

/** Fewer sessions where somebody waits for them. */
const numRuns = 6;

describe('a page that is translated', function () {
  this.timeout(120_000);

  for (const [tag, template] of elements) {
    const runs = tag === 'resource-directory' ? 3 : numRuns;
    it(
      worksWith({
        kind: 'translator',
        name: 'Chrome, Edge and Firefox',
        condition: `a page with ${'<tag>'} is translated at any moment`,
        result: 'what is drawn next is right, and nothing that was typed is lost',
        engines: 'Chromium, Firefox, WebKit',
      }).replace('<tag>', tag),
      async () => {
        await fc.assert(
          fc.asyncProperty(session, async (acts) => {
            const element = await onPage(template());
            let written: string | undefined;
            for (const [name, at, waits] of acts) {
              if (name in steps) {
                await steps[name]!(element, at);
                if (isPrivate(tag)) written = notebookOf(element);
              } else {
                for (const root of rootsIn(element))
                  (name === 'back' ? takeBack : translators[name as Translator])(root);
                if (written !== undefined) expect(notebookOf(element), `the notebook after ${name}`).to.equal(written);
              }
              if (waits) await quiet(element);
            }
            await quiet(element);
            await check(element);
            fixtureCleanup();
          }),
          { numRuns: runs, includeErrorInReport: true },
        );
      },
    );
  }
});
