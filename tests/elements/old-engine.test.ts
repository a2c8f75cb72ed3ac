import { expect } from '@open-wc/testing';
import type { ResourceCard, ResourceDirectory } from 'alongside-elements';
import { worksWith } from '../works-with.js';
import { showsFallback, waitUntil, words } from './support.js';

/** Every way in which a part of `Intl` can be missing, as a script that runs before all others of a page. */
const engines: Readonly<Record<string, string>> = {
  'all of Intl': '',
  ...Object.fromEntries(
    ['DisplayNames', 'ListFormat', 'PluralRules', 'DateTimeFormat', 'NumberFormat', 'Locale'].flatMap((part) => [
      [`no Intl.${part}`, `delete Intl.${part}`],
      [`an Intl.${part} that refuses every language`, `Intl.${part} = Refusing`],
    ]),
  ),
  'an Intl.DateTimeFormat that refuses the language': `
    const { DateTimeFormat } = Intl;
    Intl.DateTimeFormat = function (language, options) {
      if (language && language !== 'en-US') refuse();
      return new DateTimeFormat(language, options);
    }`,
  'no general names of time zones': `
    const { DateTimeFormat } = Intl;
    Intl.DateTimeFormat = function (language, options) {
      if (options?.timeZoneName === 'longGeneric') refuse();
      return new DateTimeFormat(language, options);
    }`,
  'numbers that refuse the language': 'Number.prototype.toLocaleString = refuse',
  'an empty Intl': 'window.Intl = {}',
  'no Intl': 'delete window.Intl',
};

const refusing = `
  function refuse() { throw new RangeError('refused'); }
  class Refusing { static supportedLocalesOf = refuse; constructor() { refuse(); } }
  const told = [];
  console.warn = console.error = (...words) => told.push(words.join(' '));
  addEventListener('error', ({ message }) => told.push(message));
  addEventListener('unhandledrejection', ({ reason }) => told.push(String(reason)));
`;

// On other clocks than those of New York its name is said; nobody has to test there.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone === 'America/New_York' ? 'Chicago' : 'New_York';
const service = {
  name: 'Example Clinic',
  languages: ['en', 'es'],
  phones: [{ number: '555-555-0100', type: 'voice' }],
  schedules: [
    { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opensAt: '09:00', closesAt: '17:00', timezone: `America/${zone}` },
  ],
};
const services = Array.from({ length: 1200 }, (_, index) => ({ ...service, id: `${index}`, name: `Clinic ${index}` }));

const fallback = '<p>Call 988.</p>';
const page = ['stage-guide', 'csec-primer', 'practice-principles', 'practice-check', 'safety-checklist']
  .concat(['options-explorer', 'goal-planner', 'source-note'])
  .map((tag) => `<${tag}>${fallback}</${tag}>`)
  .join('');

/** A page of its own in a browser like that. `told` is what its console and its errors say. */
async function open(change: string, language: string) {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="${language}"><script>${refusing}${change}</script>
    <body>${page}<resource-card>${fallback}</resource-card><resource-directory>${fallback}</resource-directory><quick-exit></quick-exit>
    <script type="module" src="${location.origin}/cdn/all.js"></script>`;
  document.body.append(frame);
  const inside = () => frame.contentWindow as (Window & { eval(code: string): string[] }) | null;
  await waitUntil(() => inside()?.customElements.get('quick-exit'), 'the script never ran');
  const body = inside()!.document.body;
  const card = body.querySelector<ResourceCard>('resource-card')!;
  const directory = body.querySelector<ResourceDirectory>('resource-directory')!;
  card.resource = service;
  directory.services = services;
  return { body, card, directory, told: () => inside()!.eval('told') };
}

const until = (ask: () => unknown, what: string) => waitUntil(ask, what);

const untilShown = (element: Element) =>
  waitUntil(
    () => element.shadowRoot && !showsFallback(element) && words(element).length > 10,
    `${element.localName} is not shown but: ${element.shadowRoot?.innerHTML.slice(0, 200)}`,
  );

describe(
  worksWith({
    kind: 'browser',
    name: 'Browsers without all of Intl',
    condition: 'a part of it is missing, or refuses the language',
    result: 'every element is shown, with codes instead of names, and plain days and times',
    limit: 'Without Intl.DateTimeFormat no time zone is known, so hours are shown as not known.',
    engines: 'Chromium, Firefox, WebKit',
  }),
  () => {
    afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

    for (const [what, change] of Object.entries(engines))
      for (const language of ['en', 'es'])
        it(`${what}, ${language}`, async () => {
          const { body, card, directory, told } = await open(change, language);
          for (const element of body.querySelectorAll(':scope > :not(script, quick-exit)')) await untilShown(element);
          await until(() => card.shadowRoot!.querySelector('[part=open]'), 'the card has no details');
          expect(words(card)).to.match(/English|inglés|en(,| and| y) es/i);
          expect(card.shadowRoot!.querySelector('a')!.href).to.equal('tel:5555550100');
          await until(() => directory.shadowRoot!.querySelector('.found resource-card'), 'no service is listed');
          expect(words(directory)).to.match(/1[.,\s]?200/);
          const choice = directory.shadowRoot!.querySelector('[data-at=languages] [value=es]')!;
          expect(choice.textContent).to.match(/Spanish|español|\bes\b/i);
          const link = body.querySelector('quick-exit')!.shadowRoot!.querySelector('a')!;
          await until(() => link.lang === language, `the way out says ${link.textContent}`);
          expect(told()).to.deep.equal([]);
        });

    it('plain days and times are those on the clock of the service', async () => {
      const { card } = await open(engines['an Intl.DateTimeFormat that refuses the language']!, 'es');
      await until(() => card.shadowRoot?.querySelectorAll('.week li').length === 7, 'there is no week');
      for (const day of card.shadowRoot!.querySelectorAll('.week li'))
        expect(day.textContent).to.match(/^\s*\d{4}-\d\d-\d\d.*09:00.*17:00/s);
      expect(words(card)).to.contain(`America/${zone}`);
    });
    it('one of a kind is told from many without Intl.PluralRules', async () => {
      const { directory } = await open(engines['no Intl.PluralRules']!, 'en');
      directory.services = services.slice(0, 1);
      await until(() => words(directory).includes('1 service found.'), 'it counts in another way');
    });
  },
);
