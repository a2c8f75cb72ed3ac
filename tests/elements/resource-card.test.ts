import 'alongside-elements/define/resource-card.js';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ContentErrorEvent, ResourceCard } from 'alongside-elements';
import english from '../../src/content/en/resources.json' with { type: 'json' };
import { settled, showsFallback, waitUntil, words } from './support.js';

const entries = english.content.resources;
const card = async (template: unknown) => {
  const element = await fixture<ResourceCard>(template as Parameters<typeof fixture>[0]);
  await settled(element);
  return element;
};
const links = (element: Element) => [...(element.shadowRoot?.querySelectorAll('a') ?? [])];
const hrefs = (element: Element) => links(element).map((link) => link.getAttribute('href'));
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const { warn } = console;

async function failing(markup: string, set?: (element: ResourceCard) => void) {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const fired = oneEvent(holder, 'content-error') as Promise<ContentErrorEvent>;
  holder.innerHTML = markup;
  const element = holder.querySelector('resource-card') as ResourceCard;
  set?.(element);
  const { problems } = await fired;
  await element.updateComplete;
  return { element, problems: problems.map(({ path, reason }) => `${path} ${reason}`) };
}

describe('resource-card', () => {
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  describe('is accessible', () => {
    for (const { id } of entries)
      it(id, async () =>
        expect(await card(html`<resource-card resource-id=${id}></resource-card>`)).to.be.accessible(),
      );
    it('with everything that it can show', async () =>
      expect(
        await card(html`
          <resource-card
            name="Example Youth Center"
            description="A place to be."
            phone="(555) 555-0100"
            text-to="55501"
            text-keyword="HELLO"
            chat-href="https://example.org/chat"
            href="https://example.org"
            address="1 Example St"
            languages="en es"
            minimum-age="12"
            maximum-age="24"
            eligibility="Anyone."
            fees="Free"
            hours="Every day"
            reporting="Abuse of people under 18."
            assured-date=${daysAgo(30)}
            new-tab
          ></resource-card>
        `),
      ).to.be.accessible());
  });

  describe('the bundled entries', () => {
    for (const { id, name, description, url } of entries)
      it(`${id}: name, description, site and notes are readable`, async () => {
        const element = await card(html`<resource-card resource-id=${id}></resource-card>`);
        const entry = entries.find((one) => one.id === id) as { notes?: { text: string }[] };
        for (const said of [name, description, ...(entry.notes ?? []).map(({ text }) => text)])
          expect(words(element)).to.contain(said);
        expect(hrefs(element)).to.contain(new URL(url).href);
        expect(words(element)).to.contain('These details haven’t been confirmed yet, and may have changed.');
      });
    it('the hotline can be reached by text, call and site, in this order', async () => {
      const element = await card(
        html`<resource-card resource-id="national-human-trafficking-hotline"></resource-card>`,
      );
      const site = 'https://humantraffickinghotline.org/';
      expect(hrefs(element)).to.deep.equal(['sms:233733', 'tel:18883737888', site]);
      expect(words(element)).to.contain('1-888-373-7888');
    });
    it('988 is dialled as 988', async () => {
      const element = await card(html`<resource-card resource-id="988"></resource-card>`);
      expect(hrefs(element)).to.include.members(['tel:988', 'sms:988']);
    });
    it('known differences from the source are not hidden', async () => {
      expect(words(await card(html`<resource-card resource-id="misssey"></resource-card>`))).to.match(
        /MISSEY Inc\..*www\.missey\.org/,
      );
      expect(words(await card(html`<resource-card resource-id="polaris"></resource-card>`))).to.contain(
        'Compass Connections',
      );
    });
  });

  describe('each way to reach', () => {
    const { callTrace, textTrace, chatTrace, siteTrace, pagesTrace } = english.words;
    const traces = { callTrace, textTrace, chatTrace, siteTrace, pagesTrace };
    /** What a screen reader says of a link after its name. */
    const described = (link: Element) =>
      (link.getRootNode() as ShadowRoot)
        .getElementById(link.getAttribute('aria-describedby')!)!
        .textContent.replace(/\s+/g, ' ')
        .trim();
    it('is a link that is described by the trace that it leaves, alone and in a list', async () => {
      const alone = await card(html`<resource-card resource-id="988"></resource-card>`);
      const list = await fixture(
        html`<ul>
          <li><resource-card resource-id="988"></resource-card></li>
          <li><resource-card compact resource-id="national-human-trafficking-hotline"></resource-card></li>
        </ul>`,
      );
      const listed = [...list.querySelectorAll('resource-card')];
      for (const element of listed) await settled(element);
      for (const element of [alone, ...listed]) {
        expect(links(element).length).to.equal(3);
        for (const link of links(element)) {
          const [kind] = link.protocol.split(':');
          const trace = { tel: callTrace, sms: textTrace }[kind!] ?? siteTrace;
          expect(described(link)).to.contain(trace);
        }
      }
    });
    const phones = (...types: string[]) => types.map((type, at) => ({ number: `555-555-010${at}`, type }));
    for (const [what, service, said] of [
      ['a call', { phones: phones('voice', 'voice') }, [callTrace]],
      ['a call by text phone', { phones: phones('voice', 'textphone') }, [callTrace]],
      ['a text', { phones: phones('text') }, [textTrace]],
      ['a call and a text', { phones: phones('voice', 'text') }, [callTrace, textTrace]],
      ['a chat', { chatUrl: 'https://example.org/chat' }, [chatTrace]],
      ['a website', { url: 'https://example.org' }, [siteTrace]],
      ['a chat and a website', { chatUrl: 'https://example.org/chat', url: 'https://example.org' }, [pagesTrace]],
    ] as const)
      it(`says what ${what} leaves once, and nothing of what is not there`, async () => {
        const element = await card(html`<resource-card .resource=${{ name: 'A', ...service }}></resource-card>`);
        const found = Object.values(traces).map((trace) => words(element).split(trace).length - 1);
        expect(found).to.deep.equal(
          Object.values(traces).map((trace) => Number((said as readonly string[]).includes(trace))),
        );
        for (const link of links(element)) expect(described(link)).to.equal(said.join(' '));
      });
    it('says nothing of traces where there is no way', async () => {
      const element = await card(html`<resource-card name="A"></resource-card>`);
      expect(element.shadowRoot!.querySelector('#trace')).to.equal(null);
    });
    it('tells the site nothing of this page, and is at least 44 px high', async () => {
      const element = await card(html`<resource-card resource-id="988"></resource-card>`);
      for (const link of links(element)) {
        expect(link.rel).to.equal('noopener noreferrer');
        expect(link.referrerPolicy).to.equal('no-referrer');
        expect(link.target).to.equal('');
        expect(link.getBoundingClientRect().height).to.be.at.least(44);
        expect(link.getBoundingClientRect().width).to.be.at.least(44);
      }
    });
    it('opens a new tab only where the page asks for it, and says so', async () => {
      const element = await card(html`<resource-card resource-id="988" new-tab></resource-card>`);
      const targets = links(element).map(({ target, protocol }) => `${protocol} ${target}`);
      expect(targets).to.deep.equal(['sms: ', 'tel: ', 'https: _blank']);
      expect(words(element)).to.contain('(opens a new tab)');
    });
    it('a keyword stands as text beside the number, never in the link', async () => {
      const element = await card(html`<resource-card name="A" text-to="741741" text-keyword="HOME"></resource-card>`);
      expect(hrefs(element)).to.deep.equal(['sms:741741']);
      expect(words(element)).to.match(/Text HOME to\s*741741/);
    });
    it('an extension comes after a comma, a text phone is labelled', async () => {
      const phones = [
        { number: '555-555-0100', extension: '22', type: 'voice' },
        { number: '711', type: 'textphone' },
      ];
      const element = await card(html`<resource-card .resource=${{ name: 'A', phones }}></resource-card>`);
      expect(hrefs(element)).to.deep.equal(['tel:5555550100,22', 'tel:711']);
      expect(words(element)).to.contain('extension 22');
      expect(words(element)).to.contain('Call by TTY');
    });
    it('what they may have to report comes before the links', async () => {
      const element = await card(
        html`<resource-card name="A" phone="555-0100" reporting="Abuse of people under 18."></resource-card>`,
      );
      expect(words(element).indexOf('Abuse of people')).to.be.within(1, words(element).indexOf('555-0100'));
    });
  });

  describe('where nobody knows what a service may have to tell someone else', () => {
    const { reportingUnknown } = english.words;
    it('says so once, after the ways to reach it, hotlines included', async () => {
      for (const id of ['national-human-trafficking-hotline', '988', 'misssey']) {
        const element = await card(html`<resource-card resource-id=${id}></resource-card>`);
        expect(words(element).split(reportingUnknown).length).to.equal(2);
        const ways = element.shadowRoot!.querySelector('.ways')!;
        const line = [...element.shadowRoot!.querySelectorAll('p')].find(
          (one) => one.textContent.trim() === reportingUnknown,
        )!;
        expect(ways.compareDocumentPosition(line)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      }
    });
    it('says so in a compact card, too, and in English beside a draft', async () => {
      const element = await card(html`<resource-card compact resource-id="988" lang="es"></resource-card>`);
      await waitUntil(() => words(element).includes('No conocemos sus reglas.'));
      expect(words(element)).to.contain(reportingUnknown);
    });
    it('does not where it is known, or where there is no way to ask', async () => {
      const known = await card(
        html`<resource-card name="A" phone="555-0100" reporting="Abuse of people under 18."></resource-card>`,
      );
      const alone = await card(html`<resource-card name="A"></resource-card>`);
      for (const element of [known, alone]) expect(words(element)).not.to.contain(reportingUnknown);
    });
  });

  describe('a chat', () => {
    const kinds = async (service: object) => {
      const element = await card(html`<resource-card .resource=${{ name: 'A', ...service }}></resource-card>`);
      return [...element.shadowRoot!.querySelectorAll('[part=way]')].map(({ className }) => className);
    };
    for (const chatUrl of [
      'https://example.org',
      'https://example.org/',
      'http://example.org',
      'https://www.example.org/#chat',
    ])
      it(`is none where ${chatUrl} is only the website again`, async () =>
        expect(await kinds({ chatUrl, url: 'https://example.org/' })).to.deep.equal(['site']));
    for (const chatUrl of ['https://example.org/chat', 'https://chat.example.org/', 'https://example.org/?chat'])
      it(`is one at ${chatUrl}`, async () =>
        expect(await kinds({ chatUrl, url: 'https://example.org/' })).to.deep.equal(['chat', 'site']));
    it('is one where no website is known', async () =>
      expect(await kinds({ chatUrl: 'https://example.org' })).to.deep.equal(['chat']));
  });

  describe('shows only what it knows', () => {
    it('a name alone is a name alone', async () => {
      const element = await card(html`<resource-card name="Example Youth Center"></resource-card>`);
      expect(words(element)).to.equal(
        'Example Youth Center These details haven’t been confirmed yet, and may have changed.',
      );
    });
    it('compact leaves out all but the ways and the date', async () => {
      const element = await card(html`<resource-card compact resource-id="misssey"></resource-card>`);
      expect(words(element)).not.to.contain('12 to 24');
      expect(hrefs(element)).to.deep.equal(['https://misssey.org/']);
      expect(words(element)).to.contain('haven’t been confirmed');
    });
    for (const [from, to, said] of [
      [12, 24, '12 to 24'],
      [12, undefined, '12 and older'],
      [undefined, 24, 'Up to 24'],
      [0, 5, '0 to 5'],
    ] as const)
      it(`ages: ${said}`, async () => {
        const resource = {
          name: 'A',
          ...(from === undefined ? {} : { minimumAge: from }),
          ...(to === undefined ? {} : { maximumAge: to }),
        };
        expect(words(await card(html`<resource-card .resource=${resource}></resource-card>`))).to.contain(said);
      });
    it('languages by their names', async () => {
      const element = await card(html`<resource-card name="A" languages="en es ht"></resource-card>`);
      expect(words(element)).to.contain('LanguagesEnglish, Spanish, and Haitian Creole');
      expect(words(await card(html`<resource-card name="A" languages="es"></resource-card>`))).to.contain(
        'LanguageSpanish',
      );
    });
  });

  describe('when it was last checked', () => {
    it('within the year: the month', async () => {
      const element = await card(html`<resource-card name="A" assured-date=${daysAgo(100)}></resource-card>`);
      const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(daysAgo(100)),
      );
      expect(words(element)).to.contain(`Last checked in ${month}.`);
      expect(words(element)).not.to.contain('Details may have changed');
    });
    it('longer ago: details may have changed', async () => {
      const element = await card(html`<resource-card name="A" assured-date="2020-03-02"></resource-card>`);
      expect(words(element)).to.contain('Last checked in March 2020. Details may have changed since then.');
    });
    it('never: says so', async () => {
      expect(words(await card(html`<resource-card name="A"></resource-card>`))).to.contain(
        'These details haven’t been confirmed yet, and may have changed.',
      );
    });
    it('an agency that checked a bundled entry can say when', async () => {
      const element = await card(html`<resource-card resource-id="988" assured-date=${daysAgo(1)}></resource-card>`);
      expect(words(element)).to.match(/Last checked in \w+ \d{4}\./);
      expect(words(element)).not.to.contain('Nobody');
    });
  });

  describe('a confidential address', () => {
    const secret = '12 Hidden Lane';
    for (const [how, template] of [
      ['by attribute', html`<resource-card name="A" address=${secret} address-confidential></resource-card>`],
      [
        'in the object',
        html`<resource-card .resource=${{ name: 'A', address: secret, addressConfidential: true }}></resource-card>`,
      ],
      [
        'by a flag that is no plain true',
        html`<resource-card .resource=${{ name: 'A', address: secret, addressConfidential: 'yes' }}></resource-card>`,
      ],
      [
        'by attribute over the object',
        html`<resource-card address-confidential .resource=${{ name: 'A', address: secret }}></resource-card>`,
      ],
      [
        'in a pack',
        html`<resource-card
          resource-id="a"
          .content=${{ resources: [{ id: 'a', name: 'A', address: secret, addressConfidential: true }] }}
        ></resource-card>`,
      ],
    ] as const)
      it(`appears nowhere: ${how}`, async () => {
        const element = await card(template);
        expect(element.shadowRoot?.innerHTML).not.to.contain('Hidden');
        expect(words(element)).to.contain('Not shown here.');
      });
  });

  describe('bad input', () => {
    it('an unknown id is told and the light DOM stays', async () => {
      const { element, problems } = await failing(
        '<resource-card resource-id="nobody"><a href="tel:988">988</a></resource-card>',
      );
      expect(problems).to.deep.equal(['resource-id unknown-id']);
      expect(showsFallback(element)).to.equal(true);
    });
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '//example.org',
      'https://a:b@example.org',
      'https://',
      'java\nscript:alert(1)',
      'ftp://example.org',
    ])
      it(`a link to ${JSON.stringify(href)} is no link`, async () => {
        const { element, problems } = await failing(
          '<resource-card name="A"></resource-card>',
          (one) => (one.href = href),
        );
        expect(problems).to.deep.equal(['$.url not-link']);
        expect(links(element).length).to.equal(0);
        expect(words(element)).to.contain('A');
      });
    it('look-alike hosts show as punycode', async () => {
      const element = await card(html`<resource-card name="A" href="https://еxample.org"></resource-card>`);
      expect(words(element)).to.contain('xn--xample-2of.org');
    });
    it('a phone that is none is dropped, the card stays', async () => {
      const { element, problems } = await failing(
        '<resource-card name="A" phone="24 hours daily, call"></resource-card>',
        (one) => (one.phone = 'call us'),
      );
      expect(problems).to.deep.equal(['$.phones[0].number not-phone']);
      expect(words(element)).to.contain('A');
    });
    it('an object of the wrong type', async () => {
      const { element, problems } = await failing(
        '<resource-card>Call 988</resource-card>',
        (one) => (one.resource = 'text'),
      );
      expect(problems).to.contain('$ type');
      expect(showsFallback(element)).to.equal(true);
    });
    it('a card that a script is about to fill is no mistake', async () => {
      let told = 0;
      console.warn = () => told++;
      const element = await fixture<ResourceCard>(html`<resource-card>Call 988</resource-card>`);
      expect([showsFallback(element), told]).to.deep.equal([true, 0]);
      element.resource = { name: 'Now here' };
      await element.updateComplete;
      expect(words(element)).to.contain('Now here');
    });
  });

  describe('a service of a feed', () => {
    const always = { freq: 'DAILY', opensAt: '00:00', closesAt: '23:59', timezone: 'America/Chicago' };
    const feed = {
      id: 'Feed/17',
      name: 'Example Clinic',
      alternateName: 'The Van',
      phones: [{ number: '555-555-0100', type: 'voice', description: 'After hours' }],
      email: 'a+b@example.org',
      taxonomyTerms: ['Health', 'Food'],
      free: true,
      schedules: [always],
      locations: [
        { name: 'Example House', address: '1 Sample Street', accessibility: ['Step-free way in'] },
        { name: 'Hidden House', address: '13 Hidden Street', city: 'Hiddentown', addressConfidential: true },
      ],
      serviceAreas: ['Example County'],
      applicationProcess: 'Walk in.',
      requiredDocuments: ['Nothing'],
      interpretationServices: 'By phone.',
      alert: 'Closed at noon today.',
    };
    const show = async (resource: object, set: Partial<ResourceCard> = {}) => {
      const element = await card(html`<resource-card .resource=${resource}></resource-card>`);
      Object.assign(element, set);
      await waitUntil(() => element.shadowRoot!.querySelector('[part=open]'), 'its details never came');
      return element;
    };

    it('is accessible', async () => expect(await show(feed)).to.be.accessible());
    it('tells all that a feed knows', async () => {
      const text = words(await show(feed));
      for (const said of ['The Van', 'After hours', 'Health, Food', 'Free', 'Example House, 1 Sample Street'].concat([
        'Step-free way in',
        'Example County',
        'Walk in.',
        'Nothing',
        'By phone.',
        'Closed at noon today.',
        'Open now.',
      ]))
        expect(text).to.contain(said);
      expect(hrefs(await show(feed))).to.contain('mailto:a%2Bb@example.org');
    });
    it('shows no confidential address, of one place or of all', async () => {
      expect(words(await show(feed))).not.to.match(/Hidden/);
      expect((await show(feed)).shadowRoot!.innerHTML).not.to.contain('Hidden');
      const all = await show(feed, { addressConfidential: true });
      await all.updateComplete;
      expect(words(all)).not.to.contain('Sample Street');
      expect(words(all)).to.contain('The address is not shown here.');
    });
    it('lists the hours of the coming week', async () => {
      const weekdays = { ...always, freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00' };
      const element = await show({ name: 'A', schedules: [weekdays] });
      const days = [...element.shadowRoot!.querySelectorAll('.week li')].map((day) => day.textContent!);
      expect(days.length).to.equal(7);
      expect(days.filter((day) => day.includes('9:00')).length).to.equal(5);
      expect(days.filter((day) => day.includes('closed')).length).to.equal(2);
    });
    it('says that the hours are not known rather than that it is closed', async () => {
      const element = await show({
        name: 'A',
        hoursDescription: 'Noon to 2',
        schedules: [{ ...always, timezone: '-6' }],
      });
      expect(words(element)).to.contain('We don’t know their hours. Noon to 2');
      expect(words(element)).not.to.contain('Closed');
    });
    it('says once that an address is not shown, and once where a place is', async () => {
      const hidden = { city: 'Hiddentown', addressConfidential: true };
      const withheld = words(await show({ name: 'A', addressConfidential: true, locations: [hidden, hidden] }));
      expect(withheld.split(/not shown here/i).length).to.equal(2);
      const place = { name: 'Example House', address: '1 Sample Street' };
      expect(words(await show({ name: 'A', locations: [place, place] })).split('1 Sample Street').length).to.equal(2);
    });
    it('shows text in paragraphs and lists', async () => {
      const description = 'Offers this:\n• Food\n• Sleep\nAsk first.';
      const element = await show({
        name: 'A',
        lang: 'en',
        description,
        applicationProcess: 'Walk in.\n• Bring a card',
      });
      const blocks = [...element.shadowRoot!.querySelectorAll('article > :is(p, ul:not(.ways))')].map(
        (block) => `${block.localName} ${block.textContent!.replace(/\s+/g, ' ').trim()}`,
      );
      expect(blocks).to.include.members(['p Offers this:', 'p Ask first.']);
      expect(
        [...element.shadowRoot!.querySelectorAll('article > .points > li')].map((li) => li.textContent),
      ).to.deep.equal(['Food', 'Sleep']);
      expect(element.shadowRoot!.querySelector('dd .points')!.textContent).to.contain('Bring a card');
      expect(words(element)).not.to.contain('•');
      await expect(element).to.be.accessible();
    });
    it('has the first numbers in sight, and more of them a press away', async () => {
      const phone = (last: number, more = {}) => ({ number: `202-555-010${last}`, type: 'voice', ...more });
      const phones = [
        phone(1),
        phone(2, { type: 'textphone' }),
        { number: '800-555-0103', type: 'voice' },
        phone(4, { description: 'Appointments' }),
        phone(5),
      ];
      const element = await show({ name: 'A', phones });
      const shown = (selector: string) =>
        [...element.shadowRoot!.querySelectorAll(selector)].map((link) => link.querySelector('[dir=ltr]')!.textContent);
      expect(shown('article > .ways [part=way]')).to.deep.equal(['202-555-0101', '800-555-0103', '202-555-0102']);
      expect(shown('details .ways [part=way]')).to.deep.equal(['202-555-0104', '202-555-0105']);
      const details = element.shadowRoot!.querySelector('details')!;
      expect([details.open, details.querySelector('summary')!.textContent]).to.deep.equal([false, 'More numbers']);
      expect(words(element)).to.contain('Toll-free').and.to.contain('TTY');
      await expect(element).to.be.accessible();
      const site = await show({ name: 'A', phones, url: 'https://example.org' });
      expect(site.shadowRoot!.querySelectorAll('article > .ways [part=way]').length).to.equal(3);
      const few = await show({ name: 'A', phones: phones.slice(0, 3) });
      expect(few.shadowRoot!.querySelector('details')).to.equal(null);
    });
    it('tells that it is free beside whether it is open, before any way to reach it', async () => {
      const element = await show(feed);
      const badges = [...element.shadowRoot!.querySelectorAll('[part=open] .badge')];
      expect(badges.map((badge) => badge.textContent!.trim())).to.deep.equal(['Open now.', 'Free']);
      expect(badges[0]!.compareDocumentPosition(links(element)[0]!)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      expect(words(await show({ ...feed, free: undefined }))).not.to.contain('Free');
    });
    it('compact, tells whether it is open and no more', async () => {
      const element = await show(feed, { compact: true });
      await element.updateComplete;
      expect(words(element)).to.contain('Open now.');
      expect(words(element)).not.to.contain('Sample Street');
    });
    it('tells what it cannot use once, and not what only feeds know', async () => {
      const { problems } = await failing('<resource-card></resource-card>', (element) => {
        element.resource = { name: 'A', taxonomyTerms: ['B'], schedules: [{ freq: 7 }], nonsense: 1 };
      });
      expect(problems).to.deep.equal(['$.schedules[0].freq type', '$.nonsense unknown']);
    });
    it('folds a long description after its first sentences, and loses none of it', async () => {
      const sentence = 'Somebody is there who listens and helps with what comes next. ';
      const description = sentence.repeat(12).trim();
      const element = await show({ name: 'A', description });
      const folded = element.shadowRoot!.querySelector('article > details')!;
      const shown = element.shadowRoot!.querySelector('article > p:not([class]) bdi')!.textContent;
      expect(folded.querySelector('summary')!.textContent).to.equal('Read more');
      expect(shown.length).to.be.within(200, 300);
      expect(`${shown} ${folded.querySelector('bdi')!.textContent}`).to.equal(description);
      const short = await show({ name: 'A', description: sentence });
      expect(short.shadowRoot!.querySelector('details')).to.equal(null);
    });
    it('opens on another day of this week: the weekday, and on a later one the date', async () => {
      const { now } = Date;
      const opens = async (byday: string) => {
        const schedule = { ...always, freq: 'WEEKLY', byday, opensAt: '09:00', closesAt: '10:00' };
        const element = await show({ name: 'A', schedules: [schedule] });
        return element.shadowRoot!.querySelector('.badge')!.textContent!.trim();
      };
      Date.now = () => Date.UTC(2026, 5, 3, 18);
      try {
        expect(await opens('SA')).to.match(/^Closed now\. Opens Saturday, /);
        expect(await opens('WE')).to.match(/^Closed now\. Opens Wednesday, Jun 10, /);
      } finally {
        Date.now = now;
      }
    });

    describe('as a line of a list', () => {
      const reporting = 'Abuse of people under 18.';
      const line = (more: object = {}) => {
        let asked = 0;
        const element = show(
          {
            ...feed,
            description: 'A van with a nurse.',
            url: 'https://example.org',
            assuredDate: daysAgo(30),
            ...more,
          },
          { compact: true, listed: () => (asked += 1) },
        );
        return element.then((one) => ({ element: one, root: one.shadowRoot!, asked: () => asked }));
      };
      const details = (root: ShadowRoot) => root.querySelector<HTMLElement>('[aria-expanded]')!;
      const open = async (element: ResourceCard, isOpen = true) => {
        element.compact = !isOpen;
        await element.updateComplete;
      };

      it('is accessible, closed and open', async () => {
        const { element } = await line({ reporting });
        await expect(element).to.be.accessible();
        await open(element);
        await expect(element).to.be.accessible();
      });
      it('shows who it is, its state, its ways and when it was checked; and asks the list for its details', async () => {
        const { root, element, asked } = await line();
        await element.updateComplete;
        for (const said of ['Example Clinic', 'Open now.', 'Free', '555-555-0100', 'Last checked in'])
          expect(words(element)).to.contain(said);
        for (const said of ['A van with a nurse.', 'Sample Street', 'Walk in.'])
          expect(words(element)).not.to.contain(said);
        const button = details(root);
        expect(words(element)).to.contain('Details about Example Clinic');
        expect([button.getAttribute('aria-expanded'), button.getBoundingClientRect().height >= 44]).to.deep.equal([
          'false',
          true,
        ]);
        expect(asked()).to.equal(0);
        button.click();
        expect(asked()).to.equal(1);
      });
      it('opens what is known of it after its button, with its own line of traces in sight', async () => {
        const { root, element } = await line({ reporting });
        await open(element);
        const inside = root.querySelector<HTMLElement>('#details')!;
        const said = inside.textContent!.replace(/\s+/g, ' ');
        const order = ['A van with a nurse.', 'Health, Food', reporting, english.words.callTrace].map((one) =>
          said.indexOf(one),
        );
        expect(order).not.to.include(-1);
        expect(order).to.deep.equal([...order].sort((one, other) => one - other));
        expect(details(root).compareDocumentPosition(inside)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
        expect(details(root).getAttribute('aria-controls')).to.equal('details');
        expect(words(element)).to.contain('Show less about Example Clinic');
        expect(inside.getBoundingClientRect().height).to.be.greaterThan(0);
        await open(element, false);
        expect(inside.getBoundingClientRect().height).to.equal(0);
      });
      it('has its links described by its traces, which the eye is told once by the list', async () => {
        const { root, element } = await line();
        for (const isOpen of [false, true]) {
          await open(element, isOpen);
          for (const link of root.querySelectorAll('[part=way]')) {
            const trace = root.getElementById(link.getAttribute('aria-describedby')!)!;
            expect(trace.textContent).to.contain(english.words.callTrace).and.to.contain(english.words.siteTrace);
            expect(trace.getBoundingClientRect().height > 0).to.equal(isOpen);
          }
        }
      });
      it('says before any way that they may have to report something', async () => {
        const { root } = await line({ reporting });
        const badges = root.querySelector('.badges')!;
        expect(badges.textContent).to.contain(english.words.mayReport);
        expect(badges.compareDocumentPosition(root.querySelector('[part=way]')!)).to.equal(
          Node.DOCUMENT_POSITION_FOLLOWING,
        );
        expect(words((await line()).element)).not.to.contain(english.words.mayReport);
      });
      it('has no frame, and its ways at the end where there is room, below where there is none', async () => {
        const { root, element } = await line();
        const box = (selector: string) => root.querySelector(selector)!.getBoundingClientRect();
        for (const [width, isBeside] of [
          ['24rem', false],
          ['48rem', true],
        ] as const) {
          element.style.inlineSize = width;
          expect(box('.ways').left >= box('#title').right).to.equal(isBeside);
          expect(box('.ways').top >= box('#title').bottom).to.equal(!isBeside);
          expect(box('.ways').top < box('footer').top).to.equal(true);
        }
        const { borderTopWidth, boxShadow } = getComputedStyle(root.querySelector('article')!);
        expect([borderTopWidth, boxShadow]).to.deep.equal(['0px', 'none']);
      });
    });
    describe('as time goes by', () => {
      const originals = { now: Date.now, setTimeout: window.setTimeout, setInterval: window.setInterval };
      const { clearTimeout } = window;
      const daily = { freq: 'DAILY', opensAt: '09:00', closesAt: '17:00', timezone: 'America/Chicago' };
      /** A little before the service closes. */
      const start = Date.UTC(2026, 5, 3, 21, 55, 10);
      let time = start;
      let hidden = false;
      /** What is to run at a time of this clock: everything that waits for more than ten seconds. */
      const waiting = new Map<number, { at: number; run: () => void; every?: number }>();

      const see = (isSeen: boolean) => {
        hidden = !isSeen;
        document.dispatchEvent(new Event('visibilitychange'));
      };
      const goTo = async (to: number, element: ResourceCard) => {
        time = to;
        for (const [id, one] of [...waiting]) {
          if (one.at > to) continue;
          if (one.every) one.at += one.every;
          else waiting.delete(id);
          one.run();
        }
        await element.updateComplete;
      };
      /** How often an element is drawn from now on. */
      const drawings = (element: ResourceCard) => {
        const drawn = { times: 0 };
        const inside = element as unknown as { update(changed: unknown): void };
        const update = inside.update.bind(element);
        inside.update = (changed) => {
          drawn.times += 1;
          update(changed);
        };
        return drawn;
      };

      beforeEach(() => {
        [time, hidden] = [start, false];
        let last = 1_000_000;
        const wait =
          (repeats: boolean) =>
          (run: () => void, delay = 0) => {
            if (delay < 10_000) return originals[repeats ? 'setInterval' : 'setTimeout'].call(window, run, delay);
            waiting.set(++last, { at: time + delay, run, ...(repeats && { every: delay }) });
            return last;
          };
        const end = (id: number) => waiting.delete(id) || clearTimeout.call(window, id);
        Date.now = () => time;
        Object.assign(window, {
          setTimeout: wait(false),
          setInterval: wait(true),
          clearTimeout: end,
          clearInterval: end,
        });
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      });
      afterEach(() => {
        const { now, ...timers } = originals;
        Date.now = now;
        Object.assign(window, { ...timers, clearTimeout, clearInterval: clearTimeout });
        delete (document as { hidden?: boolean }).hidden;
        waiting.clear();
      });

      it('all cards wait for the next minute with one timer, and for none once they are gone', async () => {
        const cards = [await show({ ...feed, schedules: [daily] }), await show(feed), await show(feed)];
        expect([...waiting.values()].map(({ at }) => at - start)).to.deep.equal([50_000]);
        for (const one of cards) one.remove();
        expect(waiting.size).to.equal(0);
      });

      it('a card is drawn when it closes, and not each minute', async () => {
        const element = await show({ ...feed, schedules: [daily] });
        const drawn = drawings(element);
        expect(words(element)).to.contain('Open now');
        for (const seconds of [50, 110, 170, 230]) await goTo(start + seconds * 1000, element);
        expect(drawn.times).to.equal(0);
        await goTo(start + 290_000, element);
        expect(drawn.times).to.equal(1);
        expect(words(element)).to.contain('Closed now').and.not.contain('Open now');
      });

      it('a card is drawn when another day begins, since its week begins with it', async () => {
        const element = await show({ ...feed, schedules: [daily] });
        const first = () => element.shadowRoot!.querySelector('.week li')!.textContent;
        expect(first()).to.contain('Wednesday');
        await goTo(start + 8 * 3_600_000, element);
        expect(first()).to.contain('Thursday');
      });

      it('nothing waits while the page is hidden, and what was missed is said at once when it is seen again', async () => {
        const element = await show({ ...feed, schedules: [daily] });
        see(false);
        expect(waiting.size).to.equal(0);
        await goTo(start + 600_000, element);
        expect(words(element)).to.contain('Open now');
        see(true);
        await element.updateComplete;
        expect(words(element)).to.contain('Closed now');
        expect(waiting.size).to.equal(1);
      });
    });
    it('is read once, however often it is drawn', async () => {
      let reads = 0;
      const element = await show({
        get name() {
          reads += 1;
          return 'A';
        },
        phones: [{ number: '202-555-0104', type: 'voice' }],
      });
      await element.updateComplete;
      const before = reads;
      element.compact = true;
      await element.updateComplete;
      element.requestUpdate();
      await element.updateComplete;
      expect(reads).to.equal(before);
      element.phone = '202-555-0105';
      await element.updateComplete;
      expect(hrefs(element)).to.deep.equal(['tel:2025550105']);
    });
  });
});
