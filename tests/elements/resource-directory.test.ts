import 'alongside-elements/define/resource-directory.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { ContentErrorEvent, ResourceCard, ResourceDirectory } from 'alongside-elements';
import english from '../../src/content/en/directory.json' with { type: 'json' };
import bundled from '../../src/content/en/resources.json' with { type: 'json' };
import { button, find, showsFallback, type, waitUntil, words } from './support.js';

const { words: say } = english;
const { warn } = console;

/** In HSDS, as a server gives them. Each third one is for another town. */
const hsds = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `service-${index}`,
    name: `Example ${['Shelter', 'Clinic', 'Kitchen'][index % 3]} ${index}`,
    description: ['A bed for the night.', 'Checkups and tests.', 'Meals every day.'][index % 3],
    status: 'active',
    phones: [{ number: `555-555-${1000 + index}`, type: 'voice' }],
    attributes: [{ taxonomy_term: { name: ['Housing', 'Health', 'Food'][index % 3] } }],
    languages: index % 2 ? [{ code: 'es' }] : [{ code: 'en' }],
    ...(index % 3 === 1 && { minimum_age: 12, maximum_age: 17, fees_description: 'Free' }),
    ...(index === 4 && { location_type: 'redacted' }),
    service_at_locations: [
      {
        location: {
          location_type: 'physical',
          latitude: 44 + index / 100,
          longitude: -93,
          addresses: [{ address_1: `${index} Sample Street`, city: 'Exampletown', state_province: 'MN' }],
        },
      },
    ],
  }));

const items = (element: Element) => [...(element.shadowRoot?.querySelectorAll('.found > li:not([hidden])') ?? [])];
const names = (element: Element) =>
  items(element).map((item) => item.querySelector<ResourceCard>('resource-card')?.service?.name ?? '');
const status = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('[aria-live]') ?? [])].map((one) => one.textContent?.trim()).join(' ');

async function settledAt(element: Element, count: number): Promise<void> {
  await waitUntil(() => items(element).length === count, `${items(element).length} are listed, not ${count}`);
  await aTimeout(50);
}

async function directory(services: unknown, count: number): Promise<ResourceDirectory> {
  const element = await fixture<ResourceDirectory>(html`
    <resource-directory .services=${services}><p>Call 988.</p></resource-directory>
  `);
  await settledAt(element, count);
  return element;
}

const choose = (element: Element, at: string, value: string) => {
  const control = find<HTMLSelectElement>(element, `[data-at="${at}"]`);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
};
/** The button of a line that opens what is known of its service. */
const detailsOf = (element: Element, index = 0): HTMLElement =>
  find(items(element)[index]!.querySelector('resource-card')!, '[aria-expanded]');
const press = (element: Element, at: string) => find<HTMLInputElement>(element, `[data-at="${at}"]`).click();

describe('resource-directory', () => {
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  it('is accessible', async () => {
    const element = await directory(hsds(6), 6);
    find(element, '[data-do=filters]').click();
    detailsOf(element).click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('without services shows what the library brings along', async () => {
    const element = await fixture<ResourceDirectory>(html`<resource-directory></resource-directory>`);
    await element.updateComplete;
    const cards = [...element.shadowRoot!.querySelectorAll<ResourceCard>('resource-card')];
    expect(cards.map(({ resourceId }) => resourceId)).to.deep.equal(bundled.content.resources.map(({ id }) => id));
    expect(element.shadowRoot!.querySelector('form')).to.equal(null);
  });

  it('lists services by name, each in a card, with how many there are', async () => {
    const element = await directory(hsds(5), 5);
    expect(names(element)).to.deep.equal([...names(element)].sort());
    expect(find(element, '.count').textContent).to.contain('5 services found.');
    expect(find(element, '.found resource-card').shadowRoot!.textContent).to.contain('555-555-1');
  });

  it('finds what is typed: the beginning of a word, a slip, without accents', async () => {
    const element = await directory([...hsds(9), { name: 'Asesoría Jurídica', id: 'a' }], 10);
    for (const [typed, name] of [
      ['clin', /Clinic/],
      ['sheltre', /Shelter/],
      ['asesoria juridica', /Asesoría Jurídica/],
    ] as const) {
      type(find<HTMLInputElement>(element, '[data-at=text]'), typed);
      await waitUntil(() => names(element).length > 0 && names(element).every((found) => name.test(found)), typed);
    }
  });

  it('narrows by what for, language, age and cost, together, and can be cleared', async () => {
    const element = await directory(hsds(12), 12);
    choose(element, 'terms', 'Health');
    await settledAt(element, 4);
    choose(element, 'languages', 'es');
    await settledAt(element, 2);
    press(element, 'free');
    await settledAt(element, 2);
    choose(element, 'age', '30');
    await waitUntil(() => find(element, '.count').textContent!.includes(say.none));
    button(element, say.clear).click();
    await settledAt(element, 12);
    expect(find<HTMLSelectElement>(element, '[data-at=terms]').value).to.equal('');
  });

  it('has chips for what is most often chosen, and only for what its list can answer', async () => {
    const labels = (element: Element, selector: string) =>
      [...element.shadowRoot!.querySelectorAll(`${selector} .chip`)].map((chip) => chip.textContent!.trim());
    const element = await directory(hsds(6), 6);
    expect(labels(element, '#more')).to.deep.equal([say.reachInPerson]);
    expect(labels(element, '[part=filters] > .chips')).to.deep.equal([say.free, say.reachCall]);
    const [open] = hsds(1);
    const schedule = { freq: 'DAILY', opens_at: '00:00', closes_at: '23:59', timezone: 'America/Chicago' };
    const phones = [{ number: '555-555-1000', type: 'text' }];
    const other = await directory([{ ...open, schedules: [schedule], phones, id: 'open' }, ...hsds(2)], 3);
    expect(labels(other, '[part=filters] > .chips')).to.deep.equal([
      say.openNow,
      say.free,
      say.reachText,
      say.reachCall,
    ]);
    press(other, 'reach text');
    await settledAt(other, 1);
    const chip = find(other, '[data-at="reach text"]');
    expect([chip.getAttribute('aria-pressed'), !!chip.querySelector('svg')]).to.deep.equal(['true', true]);
    press(other, 'reach text');
    await settledAt(other, 3);
    expect(find(other, '[data-at="reach text"]').getAttribute('aria-pressed')).to.equal('false');
  });

  it('keeps further filters closed until they are asked for', async () => {
    const element = await directory(hsds(6), 6);
    const more = find(element, '[data-do=filters]');
    const height = () => find(element, '#more').getBoundingClientRect().height;
    expect([more.getAttribute('aria-expanded'), height()]).to.deep.equal(['false', 0]);
    more.click();
    await element.updateComplete;
    expect(more.getAttribute('aria-expanded')).to.equal('true');
    expect(height()).to.be.greaterThan(0);
  });

  describe('the hotlines', () => {
    const numbers = ['sms:233733', 'tel:18883737888', 'sms:988', 'tel:988'];
    /** All links of an element, those in its cards among them. */
    const links = (element: Element) =>
      [element, ...element.shadowRoot!.querySelectorAll('resource-card')].flatMap((one) => [
        ...one.shadowRoot!.querySelectorAll('a'),
      ]);
    const hrefs = (element: Element) => links(element).map((link) => link.getAttribute('href'));
    const states: Record<string, () => Promise<Element>> = {
      'with results': () => directory(hsds(3), 3),
      'where nothing is found': async () => {
        const element = await directory(hsds(3), 3);
        type(find<HTMLInputElement>(element, '[data-at=text]'), 'xylophone');
        await waitUntil(() => find(element, '.count').textContent!.includes(say.none));
        return element;
      },
      'while it loads': () => fixture(html`<resource-directory src="/slow.json"></resource-directory>`),
      'where it cannot be loaded': async () => {
        const element = await fixture(html`<resource-directory src="/no-such-file.json"></resource-directory>`);
        await waitUntil(() => element.shadowRoot!.querySelector('[data-do=again]'), 'it never failed');
        return element;
      },
      'without services': () => fixture(html`<resource-directory></resource-directory>`),
    };
    const { fetch } = window;
    beforeEach(() => {
      window.fetch = (...of) => (`${of[0] as string}`.endsWith('slow.json') ? new Promise(() => {}) : fetch(...of));
    });
    afterEach(() => (window.fetch = fetch));

    it('may have to tell someone else, which is said once; not of what an agency puts in their place', async () => {
      const seen = (element: Element) =>
        [...element.shadowRoot!.querySelectorAll('.now p')].filter(
          (one) => one.textContent!.includes(say.linesReporting) && one.getBoundingClientRect().height,
        ).length;
      expect(seen(await directory(hsds(3), 3))).to.equal(1);
      const element = await fixture(html`
        <resource-directory .services=${hsds(3)}><a slot="hotlines" href="tel:211">Call 211</a></resource-directory>
      `);
      await waitUntil(() => element.shadowRoot!.querySelector('.now'));
      expect(seen(element)).to.equal(0);
    });
    for (const [state, make] of Object.entries(states))
      it(`can be texted and called ${state}, each described by what it leaves`, async () => {
        const element = await make();
        await waitUntil(() => numbers.every((number) => hrefs(element).includes(number)), `${hrefs(element).join()}`);
        for (const link of links(element)) {
          const trace = (link.getRootNode() as ShadowRoot).getElementById(link.getAttribute('aria-describedby')!);
          expect(trace!.textContent).to.contain(
            { 'tel:': bundled.words.callTrace, 'sms:': bundled.words.textTrace }[link.protocol] ?? 'browser history.',
          );
        }
        // The list says it once.
        const seen = [...element.shadowRoot!.querySelectorAll('#trace')].filter(
          (one) => one.getBoundingClientRect().height,
        );
        expect(seen.length).to.equal(1);
        await expect(element).to.be.accessible();
      });

    it('stand above whatever is found, and an agency can put its own in their place', async () => {
      const element = await fixture<ResourceDirectory>(html`
        <resource-directory .services=${hsds(2)}><a slot="hotlines" href="tel:211">Call 211</a></resource-directory>
      `);
      await settledAt(element, 2);
      const own = element.querySelector('a')!;
      expect(own.assignedSlot!.closest('.now')!.textContent).to.contain(say.lines);
      expect(own.getBoundingClientRect().bottom).to.be.below(find(element, '.found').getBoundingClientRect().top);
      expect(find(element, '.now ul').getBoundingClientRect().height).to.equal(0);
      type(find<HTMLInputElement>(element, '[data-at=text]'), 'xylophone');
      await waitUntil(() => find(element, '.count').textContent!.includes(say.none));
      expect(own.assignedSlot!.closest('.lines')).to.be.instanceOf(HTMLElement);
    });
  });

  describe('what is heard', () => {
    const heard = (element: Element) => find(element, '.bar [aria-live]');
    it('is the number of results, 700 to 1,000 ms after the last letter, and nothing while the page opens', async () => {
      const { setTimeout } = window;
      const planned: number[] = [];
      window.setTimeout = ((run: () => void, delay = 0, ...more: unknown[]) => {
        if (delay > 200 && delay < 950) planned.push(performance.now() + delay);
        return setTimeout(run, delay, ...more);
      }) as typeof setTimeout;
      try {
        const element = await directory(hsds(6), 6);
        expect(heard(element).textContent).to.equal('');
        const field = find<HTMLInputElement>(element, '[data-at=text]');
        const said: string[] = [];
        const observer = new MutationObserver(() => said.push(heard(element).textContent!.trim()));
        observer.observe(heard(element), { subtree: true, childList: true, characterData: true });
        let last = 0;
        for (const text of ['c', 'cl', 'cli', 'clin']) {
          type(field, text);
          last = performance.now();
          await aTimeout(60);
        }
        await waitUntil(() => find(element, '.count').textContent!.includes('2 services found.'));
        expect(said).to.deep.equal([]);
        await waitUntil(() => said.length, 'nothing was heard');
        expect(performance.now() - last).to.be.at.least(700);
        // The shared minute of the page sets a timer of any length, too.
        expect(planned.some((at) => at - last >= 700 && at - last <= 1000)).to.equal(true);
        // What was found while the page opened would have been heard by now.
        expect(said).to.deep.equal(['2 services found.']);
        expect(find(element, '.count').getAttribute('aria-hidden')).to.equal('true');
      } finally {
        window.setTimeout = setTimeout;
      }
    });

    it('is text alone: no status has a button in it, in any state', async () => {
      const found = await directory(hsds(45), 20);
      const none = await directory(hsds(2), 2);
      type(find<HTMLInputElement>(none, '[data-at=text]'), 'xylophone');
      await waitUntil(() => none.shadowRoot!.querySelector('[data-do^=without]'));
      const failed = await fixture<ResourceDirectory>(
        html`<resource-directory src="/no-such-file.json"></resource-directory>`,
      );
      await waitUntil(() => failed.shadowRoot!.querySelector('[data-do=again]'), 'it never failed');
      for (const element of [found, none, failed]) {
        expect(element.shadowRoot!.querySelector('[aria-live]')).to.be.instanceOf(HTMLElement);
        expect(element.shadowRoot!.querySelector('[aria-live] :is(button, a, input, select)')).to.equal(null);
      }
    });
  });

  it('offers ways to find more where nothing is found, and the lines that are always there', async () => {
    const element = await directory(hsds(6), 6);
    choose(element, 'terms', 'Food');
    await settledAt(element, 2);
    type(find<HTMLInputElement>(element, '[data-at=text]'), 'xylophone');
    await waitUntil(() => find(element, '.count').textContent!.includes(say.none));
    const lines = [...element.shadowRoot!.querySelectorAll<ResourceCard>('.lines resource-card')];
    expect(lines.map(({ resourceId }) => resourceId)).to.deep.equal(['national-human-trafficking-hotline', '988']);
    find(element, '[data-do="without text"]').click();
    await settledAt(element, 2);
  });

  it('shows twenty at a time, and the focus goes to the first that was added', async () => {
    const element = await directory(hsds(45), 20);
    expect(words(element)).to.contain('Showing 20 of 45.');
    find(element, '[data-do=more]').click();
    await settledAt(element, 40);
    expect(items(element).indexOf(element.shadowRoot!.activeElement!.closest('li')!)).to.equal(20);
    find(element, '[data-do=more]').click();
    await settledAt(element, 45);
    expect(element.shadowRoot!.querySelector('[data-do=more]')).to.equal(null);
  });

  it('leaves the card of a service alone that the next results have in the same place', async () => {
    const element = await directory(hsds(6), 6);
    const field = find<HTMLInputElement>(element, '[data-at=text]');
    type(field, 'clini');
    await waitUntil(() => items(element).length === 2);
    await aTimeout(150);
    const cards = [...element.shadowRoot!.querySelectorAll<ResourceCard>('.found resource-card')];
    const before = cards.map(({ service }) => service);
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    for (const { shadowRoot } of cards)
      observer.observe(shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
    type(field, 'clinic');
    await aTimeout(400);
    observer.disconnect();
    expect(cards.map(({ service }) => service)).to.deep.equal(before);
    expect(cards.every(({ service }, index) => service === before[index])).to.equal(true);
    expect(changes).to.equal(0);
  });

  it('says how many services each choice would leave once the results stand', async () => {
    const element = await directory(hsds(6), 6);
    const options = () =>
      [...element.shadowRoot!.querySelectorAll('[data-at=terms] option')].map((option) => option.textContent!.trim());
    await waitUntil(() => options().length === 4);
    type(find<HTMLInputElement>(element, '[data-at=text]'), 'clinic');
    await waitUntil(() => options().length === 2);
    expect(options()[1]).to.equal('Health (2)');
  });

  it('opens one service at a time for all that is known of it', async () => {
    const element = await directory(hsds(3), 3);
    const card = find<ResourceCard>(element, '.found li:nth-child(2) resource-card');
    const details = detailsOf(element, 1);
    expect([card.compact, details.getAttribute('aria-expanded')]).to.deep.equal([true, 'false']);
    expect(card.shadowRoot!.textContent).not.to.contain('Sample Street');
    details.click();
    await element.updateComplete;
    await card.updateComplete;
    expect([card.compact, details.getAttribute('aria-expanded')]).to.deep.equal([false, 'true']);
    expect(
      items(element).filter((item) => !item.querySelector<ResourceCard>('resource-card')!.compact).length,
    ).to.equal(1);
    await waitUntil(() => card.shadowRoot!.textContent!.includes('Sample Street'));
    details.click();
    await waitUntil(() => !card.shadowRoot!.textContent!.includes('Sample Street'));
  });

  it('never holds a confidential address', async () => {
    const given = hsds(6).map((one, index) =>
      index === 2 ? { ...one, description: 'A confidential location.' } : one,
    );
    const element = await directory(given, 6);
    for (const index of items(element).keys()) detailsOf(element, index).click();
    await element.updateComplete;
    await aTimeout(100);
    const texts = items(element).map((item) => item.querySelector('resource-card')!.shadowRoot!.innerHTML);
    expect(texts.join()).to.contain('5 Sample Street');
    expect(texts.join()).not.to.contain('2 Sample Street');
  });

  it('tells how far away services are only when asked, and keeps no place', async () => {
    const element = await directory(hsds(5), 5);
    const { getCurrentPosition } = navigator.geolocation;
    let asked = 0;
    navigator.geolocation.getCurrentPosition = (found) => {
      asked += 1;
      found({ coords: { latitude: 44.03, longitude: -93 } } as GeolocationPosition);
    };
    try {
      expect(asked).to.equal(0);
      find(element, '[data-do=near]').click();
      await waitUntil(() => names(element)[0] === 'Example Shelter 3');
      expect(asked).to.equal(1);
      const far = () => words(find(element, '.found resource-card'));
      await waitUntil(() => /Less than 1 (mile|km) away/.test(far()));
      button(element, say.nearStop).click();
      await waitUntil(() => !/ away/.test(far()));
    } finally {
      navigator.geolocation.getCurrentPosition = getCurrentPosition;
    }
  });

  it('takes no place that comes after the person has left', async () => {
    const element = await directory(hsds(5), 5);
    const { getCurrentPosition } = navigator.geolocation;
    let tell = (): void => {};
    navigator.geolocation.getCurrentPosition = (found) => {
      tell = () => found({ coords: { latitude: 44.03, longitude: -93 } } as GeolocationPosition);
    };
    find(element, '[data-do=near]').click();
    navigator.geolocation.getCurrentPosition = getCurrentPosition;
    (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
    tell();
    await aTimeout(300);
    for (const card of element.shadowRoot!.querySelectorAll('resource-card')) expect(words(card)).not.to.match(/ away/);
    expect(words(element)).not.to.contain(say.nearStop);
  });

  it('says so where the browser does not tell the place', async () => {
    const element = await directory(hsds(2), 2);
    const { getCurrentPosition } = navigator.geolocation;
    navigator.geolocation.getCurrentPosition = (_, fail) => fail?.({} as GeolocationPositionError);
    find(element, '[data-do=near]').click();
    await waitUntil(() => words(element).includes(say.nearFailed));
    navigator.geolocation.getCurrentPosition = getCurrentPosition;
  });

  it('takes filters from the address of the page only where the agency allows it', async () => {
    location.hash = '#find-help?terms=Food&q=secret';
    try {
      const element = await fixture<ResourceDirectory>(html`
        <resource-directory id="find-help" .services=${hsds(6)} deep-links></resource-directory>
      `);
      await settledAt(element, 2);
      expect(find<HTMLInputElement>(element, '[data-at=text]').value).to.equal('');
      const other = await fixture<ResourceDirectory>(html`
        <resource-directory id="find-help" .services=${hsds(6)}></resource-directory>
      `);
      await settledAt(other, 6);
      location.hash = '#find-help?terms=Health';
      await waitUntil(() => names(element).every((name) => name.includes('Clinic')));
      expect(location.hash).to.equal('#find-help?terms=Health');
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('tells of what it cannot use with its path, and shows the rest', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    const told: string[] = [];
    holder.addEventListener('content-error', (event) =>
      (event as ContentErrorEvent).problems.forEach(({ path, reason }) => told.push(`${path} ${reason}`)),
    );
    const element = document.createElement('resource-directory') as ResourceDirectory;
    element.services = [...hsds(2), { description: 'No name.' }];
    holder.append(element);
    await settledAt(element, 2);
    await waitUntil(() => told.length > 0);
    expect(told.join('\n')).to.contain('[2]');
  });

  it('shows the fallback of the page and what the library brings along where the services cannot be loaded', async () => {
    const element = await fixture<ResourceDirectory>(html`
      <resource-directory src="/no-such-file.json"><p>Call 988.</p></resource-directory>
    `);
    await waitUntil(() => status(element).includes(say.failed), 'it never failed');
    expect(showsFallback(element)).to.equal(true);
    expect(element.shadowRoot!.querySelectorAll('.lines resource-card').length).to.equal(
      bundled.content.resources.length,
    );
    expect(find(element, '[data-do=again]')).to.be.instanceOf(HTMLButtonElement);
  });

  it('reads services from a script inside of it', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.innerHTML = `<resource-directory><script type="application/json">${JSON.stringify(hsds(3))}</script></resource-directory>`;
    await settledAt(holder.firstElementChild!, 3);
  });

  it('reads them also where an editor has made paragraphs of blank lines between them', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    const json = JSON.stringify(hsds(3), null, 1).replace('\n', '</p>\n<p>');
    holder.innerHTML = `<resource-directory><script type="application/json">${json}</script></resource-directory>`;
    await settledAt(holder.firstElementChild!, 3);
  });

  it('says so where a live server does not answer', async () => {
    const element = await fixture<ResourceDirectory>(html`
      <resource-directory api="/no-such-api"><p>Call 988.</p></resource-directory>
    `);
    await waitUntil(() => status(element).includes(say.liveFailed), 'it never failed');
    expect(showsFallback(element)).to.equal(true);
  });

  it('connects, disconnects and connects again', async () => {
    const element = await directory(hsds(3), 3);
    const { parentElement } = element;
    element.remove();
    await aTimeout(20);
    parentElement!.append(element);
    await waitUntil(() => element.shadowRoot!.querySelector('form'), 'it never came back');
    await settledAt(element, 3);
    type(find<HTMLInputElement>(element, '[data-at=text]'), 'clinic');
    await settledAt(element, 1);
  });

  it('keeps to the newest address where no worker runs, however late an older one brings its places', async () => {
    const { Worker, fetch } = window;
    const areaOf = (id: string, name: string) => ({ id, name, count: 1, bytes: 1, files: [`${id}.json`] });
    const snapshot = (areas: object[], parts: object[] = []) =>
      new Response(JSON.stringify({ alongside: 'services', version: 1, areas, parts }));
    let answerLate: (() => void) | undefined;
    const answers: Record<string, () => Response | Promise<Response>> = {
      'old.json': () => snapshot([areaOf('reno', 'Reno, NV')]),
      'reno.json': () =>
        new Promise((resolve) => {
          answerLate = () => resolve(snapshot([], [{ rows: 1, columns: { name: { d: ['Example Old'] } } }]));
        }),
      'new.json': () => snapshot([areaOf('elko', 'Elko, NV')]),
    };
    const places = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll<HTMLOptionElement>('[data-at=area] option')].map((o) => o.value);
    Object.assign(window, {
      Worker: class {
        constructor() {
          throw new Error('There are no workers here.');
        }
      },
      fetch: (url: string) => Promise.resolve(answers[url.split('/').at(-1)!]!()),
    });
    try {
      const element = await fixture<ResourceDirectory>(html`<resource-directory src="/old.json"></resource-directory>`);
      await waitUntil(() => element.shadowRoot!.querySelector('[data-at=area]'), 'it offers no places');
      choose(element, 'area', 'reno');
      await waitUntil(() => answerLate, 'the place was not asked for');
      element.src = '/new.json';
      await waitUntil(() => places(element).includes('elko'), 'the new places never came');
      expect(status(element)).not.to.contain(say.placeLoading);
      answerLate!();
      await aTimeout(100);
      expect(places(element)).to.include('elko').and.not.include('reno');
      expect(names(element)).to.deep.equal([]);
    } finally {
      Object.assign(window, { Worker, fetch });
    }
  });

  it('lets go of what was typed when the person leaves', async () => {
    const element = await directory(hsds(3), 3);
    type(find<HTMLInputElement>(element, '[data-at=text]'), 'clinic');
    await settledAt(element, 1);
    (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '[data-at=text]').value).to.equal('');
    expect(items(element).length).to.equal(0);
  });

  it('lets go of what was typed a moment ago, before anything was found', async () => {
    const element = await directory(hsds(3), 3);
    const field = find<HTMLInputElement>(element, '[data-at=text]');
    type(field, 'clinic');
    (element as unknown as Record<symbol, () => void>)[Symbol.for('alongside')]!();
    await aTimeout(200);
    expect(field.value).to.equal('');
    expect(items(element).length).to.equal(0);
  });

  it('puts no text that is typed into an event, an attribute or the address', async () => {
    const element = await directory(hsds(3), 3);
    const before = element.outerHTML;
    const told: Event[] = [];
    for (const name of ['content-error', 'stage-change', 'search', 'change'])
      document.addEventListener(name, (event) => told.push(event));
    type(find<HTMLInputElement>(element, '[data-at=text]'), 'clinic');
    await settledAt(element, 1);
    expect(element.outerHTML).to.equal(before);
    expect(location.href).not.to.contain('clinic');
    expect(told).to.deep.equal([]);
  });

  it('marks a service that is in another language', async () => {
    const element = await directory([{ id: 'a', name: 'Ayuda', description: 'Comida caliente.', lang: 'es' }], 1);
    detailsOf(element).click();
    await element.updateComplete;
    const card = find<ResourceCard>(element, '.found resource-card').shadowRoot!;
    await waitUntil(() => card.textContent!.includes('Comida caliente.'));
    const [name, about] = ['[part=title] bdi', '.details > p bdi'].map((selector) => card.querySelector(selector));
    expect([name, about].map((one) => [one!.textContent, one!.getAttribute('lang')])).to.deep.equal([
      ['Ayuda', 'es'],
      ['Comida caliente.', 'es'],
    ]);
  });
});
