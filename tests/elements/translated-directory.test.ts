/** A directory in pages that are translated. What is measured, and how, is in translated-parts.ts. */
import 'alongside-elements/define/all.js';
import { expect, html } from '@open-wc/testing';
import type { ResourceCard } from 'alongside-elements';
import type { LitElement } from 'lit';
import { worksWith } from '../works-with.js';
import { find, type, waitUntil } from './support.js';
import { check, late, onPage, quiet, rootsIn, services, shown, testSessions, translators } from './translated-parts.js';

const directory = () => onPage(html`<resource-directory .services=${services}></resource-directory>`);

/** Searches, and waits for so many cards: on a busy machine some time can lie between two of them. */
const search = async (element: LitElement, text: string, count: number) => {
  // What took everything out is put right by itself.
  await waitUntil(() => element.shadowRoot!.querySelector('[data-at=text]'), 'it stayed empty');
  type(find<HTMLInputElement>(element, '[data-at=text]'), text);
  const listed = () => element.shadowRoot!.querySelectorAll('.found > li:not([hidden])').length;
  await waitUntil(() => listed() === count, `“${text}” never had its ${count} cards`);
  await quiet(element);
};

/** Each card says what its service says, and each link leads to what it says. */
function rightServices(element: Element): number {
  const items = [...element.shadowRoot!.querySelectorAll('.found > li:not([hidden])')];
  for (const item of items) {
    const card = item.querySelector<ResourceCard>('resource-card')!;
    const { links, words } = shown(card.shadowRoot!);
    const service = card.resource as (typeof services)[number];
    expect(words.startsWith(`${service.name}${service.organization}`.replaceAll(' ', '')), words).to.be.true;
    const wanted = service.phones.map(({ number, type }) => [
      number,
      `${type === 'text' ? 'sms' : 'tel'}:${number.replaceAll('-', '')}`,
    ]);
    for (const [number, href] of wanted)
      expect(
        links.some((link) => link.includes(number!) && link.endsWith(href!)),
        `${number} in ${links}`,
      ).to.be.true;
    expect(links.length).to.equal(wanted.length + 1);
    expect(find(card, '[aria-expanded]').textContent!.replace(/\ufeff/g, '')).to.include(service.name);
  }
  return items.length;
}

describe('a directory in a page that is translated', function () {
  // Some hundred cards are handed out here, one in a frame.
  this.timeout(240_000);

  testSessions('resource-directory', () => html`<resource-directory .services=${services}></resource-directory>`, 3);

  it(
    worksWith({
      kind: 'translator',
      name: 'Chrome, Edge, Firefox',
      condition: 'someone searches in a translated directory',
      result: 'each card shows its own service, links lead to the numbers that they show, and the count is right',
      limit: 'Imitated: nodes are changed in the ways in which these browsers were seen to change them.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      for (const translate of Object.values(translators)) {
        const element = await directory();
        for (const root of rootsIn(element)) translate(root);
        for (const [text, count] of [
          ['harbor', 10],
          ['willow kitchen 29', 1],
          ['', 20],
        ] as const) {
          await search(element, text, count);
          expect(rightServices(element)).to.equal(count);
          expect(find(element, '.count').textContent).to.include(`${text ? count : 30}`);
          for (const root of rootsIn(element)) translate(root);
        }
        await search(element, 'harbor', 10);
        expect(rightServices(element)).to.equal(10);
        element.remove();
      }
    },
  );

  it(
    worksWith({
      kind: 'translator',
      name: 'A slow translator',
      condition: 'a translation of the first results comes when others are shown',
      result: 'none of it is shown with the others',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const element = await directory();
      const finish = rootsIn(element).map(late);
      await search(element, 'harbor', 10);
      for (const show of finish) show();
      await check(element);
      expect(rightServices(element)).to.equal(10);
    },
  );
});
