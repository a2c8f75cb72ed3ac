/** Elements to read, in pages that are translated. What is measured, and how, is in translated-parts.ts. */
import 'alongside-elements/define/all.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import leaving from '../../src/content/es/leaving.json' with { type: 'json' };
import limits from '../../src/content/es/limits.json' with { type: 'json' };
import { worksWith } from '../works-with.js';
import { find, settled, waitUntil, words } from './support.js';
import { onPage, services, shown, takeBack, testSessions, translators } from './translated-parts.js';
import { original } from './translators.js';

describe('elements to read, in a page that is translated', function () {
  this.timeout(120_000);

  testSessions('stage-guide', () => html`<stage-guide noticing stage="action"></stage-guide>`, 6);
  testSessions('resource-card', () => html`<resource-card .resource=${services[5]}></resource-card>`, 6);
  testSessions('csec-primer', () => html`<csec-primer></csec-primer>`, 3);
  testSessions('practice-principles', () => html`<practice-principles></practice-principles>`, 3);
  testSessions('source-note', () => html`<source-note></source-note>`, 3);

  const card = () => onPage(html`<resource-card .resource=${services[0]}></resource-card>`);

  it(
    worksWith({
      kind: 'translator',
      name: 'Chrome, Edge, Firefox',
      condition: 'a card of a translated page is given another service',
      result: 'its name, numbers and links are those of that service',
      limit: 'Imitated: nodes are changed in the ways in which these browsers were seen to change them.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      for (const translate of Object.values(translators)) {
        const element = (await card()) as LitElement & { resource: unknown };
        translate(element.shadowRoot!);
        element.resource = services[1];
        await element.updateComplete;
        const { links, words: said } = shown(element.shadowRoot!);
        expect(links.join()).to.include('202-555-0201').and.to.include('sms:2025550201').and.not.include('0100');
        expect(said).to.include('HarborClinic1').and.include('ExampleAgency1').and.not.include('LanternHouse');
      }
    },
  );

  it('leaves alone what Chrome shows as long as it says the same, and shows the rest', async () => {
    const element = (await card()) as LitElement & { assuredDate: string };
    translators.fonts(element.shadowRoot!);
    const fonts = () => element.shadowRoot!.querySelectorAll('font font').length;
    const before = fonts();
    expect(before).to.be.greaterThan(5);
    element.requestUpdate();
    await element.updateComplete;
    expect(fonts()).to.equal(before);
    element.assuredDate = new Date().toISOString().slice(0, 10);
    await element.updateComplete;
    expect(fonts()).to.equal(before - 1);
    expect(words(element)).to.match(/Last checked in \w+ \d{4}/);
  });

  it('shows the original at once where a person asks the browser for it', async () => {
    const element = await card();
    const before = words(element);
    translators.fonts(element.shadowRoot!);
    element.requestUpdate();
    await element.updateComplete;
    expect(words(element)).not.to.equal(before);
    // Some translators put back text, some only take out what they had put in.
    for (const font of element.shadowRoot!.querySelectorAll('font')) font.remove();
    await aTimeout(0);
    expect(words(element)).to.equal(before);
    translators.fonts(element.shadowRoot!);
    takeBack(element.shadowRoot!);
    element.requestUpdate();
    await element.updateComplete;
    expect(words(element).replace(/\s/g, '')).to.equal(before.replace(/\s/g, ''));
  });

  it(
    worksWith({
      kind: 'extension',
      name: 'Immersive Translate and the like',
      condition: 'a translation is shown behind each text',
      result: 'it goes when the text changes',
      limit: 'Imitated with a font element behind each text.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const element = await fixture<LitElement & { name: string; fees: string }>(
        html`<resource-card name="Example Shelter" phone="555-555-0100" fees="Ten dollars"></resource-card>`,
      );
      await settled(element);
      translators.both(element.shadowRoot!);
      element.fees = 'Free';
      await element.updateComplete;
      expect(original(words(element)))
        .to.include('Free')
        .and.not.include('Ten dollars');
    },
  );

  it(
    worksWith({
      kind: 'extension',
      name: 'Dark Reader and the like',
      condition: 'style elements come into shadow roots',
      result: 'they stay, and the element is drawn as before',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const element = (await card()) as LitElement & { resource: unknown };
      const root = element.shadowRoot!;
      const style = Object.assign(document.createElement('style'), { textContent: 'p { color: red }' });
      root.prepend(style);
      find(element, '#title').prepend(style.cloneNode(true));
      for (const service of services.slice(1, 4)) {
        element.resource = service;
        await element.updateComplete;
        expect(find(element, '#title').textContent).to.include(service.name);
      }
      expect(style.isConnected).to.be.true;
    },
  );

  it(
    worksWith({
      kind: 'translator',
      name: 'Chrome, Edge, Firefox',
      condition: 'a quick-exit button and a private frame are on a translated page',
      result: 'what they say next is right, and the link leads where it did',
      limit: 'Imitated: nodes are changed in the ways in which these browsers were seen to change them.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const ways = [translators.fonts, translators.texts, translators.parents, translators.renewed, translators.blocks];
      for (const translate of ways) {
        const place = await fixture(html`
          <div lang="en">
            <quick-exit href="https://www.wikipedia.org/"></quick-exit>
            <private-frame tag="safety-checklist" frame-src="/nothing.html"><p>Call 988.</p></private-frame>
          </div>
        `);
        const [exit, frame] = place.children as unknown as [HTMLElement, HTMLElement];
        const about = () => exit.shadowRoot!.querySelector('summary')?.textContent ?? '';
        await waitUntil(() => about(), 'nothing is said of the button');
        for (const { shadowRoot } of [exit, frame]) translate(shadowRoot!);
        place.setAttribute('lang', 'es');
        await waitUntil(() => about() === limits.words.about, 'it stayed English');
        const link = find<HTMLAnchorElement>(exit, 'a');
        expect(original(link.textContent!)).to.include(leaving.words.leave);
        expect(link.href).to.equal('https://www.wikipedia.org/');
        expect(exit.shadowRoot!.querySelectorAll('a').length).to.equal(1);
        place.remove();
      }
    },
  );

  it('marks names, numbers, addresses and hosts as not to be translated', async () => {
    const element = await fixture(html`
      <resource-card
        name="Example Shelter"
        phone="555-555-0100"
        text-to="555-555-0101"
        text-keyword="HOME"
        chat-href="https://chat.example/"
        href="https://shelter.example/"
        address="1 Sample Street"
      ></resource-card>
    `);
    await settled(element);
    const kept = shown(element.shadowRoot!).kept.join();
    for (const one of ['ExampleShelter', '555-555-0100', '555-555-0101', 'HOME', 'chat.example', 'shelter.example'])
      expect(kept).to.include(one);
    expect(kept).to.include('1SampleStreet');
  });
});
