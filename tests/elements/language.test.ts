import 'alongside-elements/define/all.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { ResourceCard, SafetyChecklist, StageGuide } from 'alongside-elements';
import framing from '../../src/content/es/framing.json' with { type: 'json' };
import leaving from '../../src/content/es/leaving.json' with { type: 'json' };
import { worksWith } from '../works-with.js';
import { settled, waitUntil, warnings, words } from './support.js';

const says = (element: Element, text: string) =>
  waitUntil(() => words(element).includes(text), `it never said "${text}" but: ${words(element).slice(0, 200)}`);
const spanish = 'Etapas del cambio';
const english = 'Stages of change';
const draft = 'Esta traducción es un borrador';

/** All that speak of themselves without an attribute. */
const tags = [
  'csec-primer',
  'goal-planner',
  'options-explorer',
  'practice-check',
  'practice-principles',
  'safety-checklist',
  'source-note',
  'stage-guide',
];

describe('the language', () => {
  it('is that of the nearest lang, element by element', async () => {
    const page = await fixture(html`
      <div lang="es">
        <stage-guide></stage-guide>
        <div lang="en-GB"><stage-guide></stage-guide></div>
      </div>
    `);
    const [one, two] = [...page.querySelectorAll('stage-guide')] as [Element, Element];
    await says(one, spanish);
    await says(two, english);
  });
  it('is its own lang first', async () => {
    await says(await fixture(html`<stage-guide lang="es-MX"></stage-guide>`), spanish);
  });
  it('changes live, there and back', async () => {
    const page = await fixture(html`<div lang="en"><stage-guide></stage-guide></div>`);
    const guide = page.firstElementChild as StageGuide;
    await says(guide, english);
    page.setAttribute('lang', 'es');
    await says(guide, spanish);
    page.setAttribute('lang', 'en');
    await says(guide, english);
  });
  it('is found through shadow roots, and followed there', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="es"></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<stage-guide></stage-guide>';
    await says(root.firstElementChild!, spanish);
    host.setAttribute('lang', 'en');
    await says(root.firstElementChild!, english);
  });
  it('one that the library lacks is served in English, marked as English', async () => {
    const guide = await fixture(html`<stage-guide lang="vi"></stage-guide>`);
    await says(guide, english);
    expect(guide.shadowRoot?.querySelector('.surface')?.getAttribute('lang')).to.equal('en');
  });
  it('is not marked where the page says the same', async () => {
    const guide = await fixture(html`<stage-guide lang="en-US"></stage-guide>`);
    await settled(guide);
    expect(guide.shadowRoot?.querySelector('.surface')?.hasAttribute('lang')).to.equal(false);
  });
  describe('is Spanish, however a site writes that', () => {
    for (const tag of [
      'es_MX',
      'es_ES.UTF-8',
      'es_ES@euro',
      'es-419',
      'es-ES_tradnl',
      'ES',
      ' es ',
      'spa',
      'spa-US',
      'Spanish_Mexico.1252',
    ])
      it(`lang="${tag}"`, async () => {
        const page = await fixture<HTMLElement>(html`<div lang=${tag}><stage-guide></stage-guide></div>`);
        await says(page.firstElementChild!, spanish);
        for (const one of page.firstElementChild!.shadowRoot!.querySelectorAll('[lang]'))
          expect(one.getAttribute('lang')).to.match(/^[a-z]{2}(-[a-z\d]{1,8})*$/i);
      });
    it('xml:lang alone, in HTML and in XML', async () => {
      const inHtml = document.createElement('div');
      inHtml.innerHTML = '<div xml:lang="es"><stage-guide></stage-guide></div>';
      const inXml = document.createElement('div');
      inXml.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', 'es');
      inXml.innerHTML = '<stage-guide></stage-guide>';
      const page = await fixture<HTMLElement>(html`<div lang="en">${inHtml}${inXml}</div>`);
      for (const guide of page.querySelectorAll('stage-guide')) await says(guide, spanish);
      inHtml.firstElementChild!.setAttribute('xml:lang', 'en');
      await says(inHtml.querySelector('stage-guide')!, english);
    });
    for (const tag of ['es_MX', 'spa'])
      it(`lang="${tag}", in every element`, async () => {
        const page = await fixture<HTMLElement>(html`<div lang=${tag}></div>`);
        page.innerHTML = [...tags, 'resource-card resource-id="988"']
          .map((start) => `<${start}></${start.split(' ')[0]}>`)
          .join('');
        for (const element of page.children) await says(element, draft);
        // No frame comes, and the console is told so.
        await warnings(async () => {
          page.innerHTML =
            '<quick-exit></quick-exit><private-frame tag="safety-checklist" frame-src="/__test/html"></private-frame>';
          await says(page.firstElementChild!, leaving.words.leave);
          const details = () => page.firstElementChild!.shadowRoot!.querySelector('details');
          await waitUntil(() => details()?.lang === 'es', 'what it can do is not in Spanish');
          await says(page.lastElementChild!, framing.words.blocked);
        });
      });
    it('words of the language are marked, where the tag around would not be understood', async () => {
      const guide = await fixture(html`<stage-guide lang="es_MX"></stage-guide>`);
      await says(guide, spanish);
      expect(guide.shadowRoot?.querySelector('.surface')?.getAttribute('lang')).to.equal('es');
    });
    it('the language of a pack is marked as a browser understands it', async () => {
      const guide = await fixture<StageGuide>(html`<stage-guide lang="en"></stage-guide>`);
      guide.content = { language: 'es_MX', title: 'Etapas' };
      await says(guide, 'Etapas');
      expect(guide.shadowRoot?.querySelector('.surface')?.getAttribute('lang')).to.equal('es');
    });
  });
  for (const tag of [
    '',
    ' ',
    'C',
    'POSIX',
    'und',
    'zxx',
    'x-default',
    'i-klingon',
    '{{ lang }}',
    'constructor',
    '<?= $lang ?>',
  ])
    it(`a tag that names no language is English, and nothing breaks: "${tag}"`, async () => {
      const told = await warnings(async () => {
        const page = await fixture<HTMLElement>(
          html`<div lang=${tag}><stage-guide></stage-guide><quick-exit></quick-exit></div>`,
        );
        await says(page.firstElementChild!, english);
        expect(page.firstElementChild!.shadowRoot?.querySelector('.surface')?.getAttribute('lang')).to.equal('en');
        await waitUntil(
          () =>
            page.lastElementChild!.shadowRoot?.querySelector('details:not([hidden])')?.getAttribute('lang') === 'en',
        );
      });
      expect(told).to.deep.equal([]);
    });
  it('nothing but the language that is needed is loaded', async () => {
    const loaded = () =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/content\/\w+\//.test(name))
        .map(({ name }) => name);
    const before = loaded().length;
    await settled(await fixture(html`<stage-guide lang="en"></stage-guide>`));
    await settled(await fixture(html`<stage-guide lang="vi"></stage-guide>`));
    expect(loaded().length).to.equal(before);
  });
  it(
    worksWith({
      kind: 'translator',
      name: 'Chrome and Google Translate',
      condition: 'the page becomes Spanish, and its lang is set to es or es-x-mtfrom-en',
      result: 'the elements show their own Spanish words, and English again when the page does',
      limit: 'Shown with the change of lang alone. Other rows cover what a translator does to text.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const guide = await fixture(html`<stage-guide></stage-guide>`);
      await says(guide, english);
      const root = document.documentElement;
      const before = root.lang;
      try {
        for (const tag of ['es', 'es-x-mtfrom-en']) {
          root.className = 'translated-ltr';
          root.lang = tag;
          await says(guide, spanish);
          root.className = '';
          root.lang = 'en';
          await says(guide, english);
        }
      } finally {
        root.className = '';
        root.lang = before;
      }
    },
  );
  it('moves with an element that is moved', async () => {
    const page = await fixture(
      html`<div>
        <p lang="es"></p>
        <stage-guide lang=""></stage-guide>
      </div>`,
    );
    const guide = page.querySelector('stage-guide')!;
    guide.removeAttribute('lang');
    page.querySelector('p')!.append(guide);
    await says(guide, spanish);
  });

  describe('while a translation is a draft', () => {
    it('the element says so', async () => {
      for (const tag of tags) {
        const page = await fixture<HTMLElement>(html`<div lang="es"></div>`);
        page.innerHTML = `<${tag}></${tag}>`;
        await says(page.firstElementChild!, draft);
      }
      await says(await fixture(html`<resource-card lang="es" resource-id="988"></resource-card>`), draft);
    });
    it('English says nothing of the kind', async () => {
      const guide = await fixture(html`<stage-guide></stage-guide>`);
      await settled(guide);
      expect(words(guide)).not.to.match(/draft|borrador/);
    });
    it('the limits stand in both languages, the English marked', async () => {
      const plan = await fixture<SafetyChecklist>(html`<safety-checklist lang="es"></safety-checklist>`);
      await says(plan, draft);
      const beside = [...(plan.shadowRoot?.querySelectorAll('[lang=en]') ?? [])].map((one) => one.textContent);
      for (const line of [
        'What you type is gone when you close or reload this page.',
        'Calls and texts show on the phone, and can show on the phone bill.',
      ])
        expect(beside.join()).to.contain(line);
    });
    it('the traces of a crisis line stand in both languages', async () => {
      const card = await fixture<ResourceCard>(html`<resource-card lang="es" resource-id="988"></resource-card>`);
      await says(card, draft);
      expect(words(card)).to.contain('A call shows in the call log and can show on the phone bill.');
      expect(words(card)).to.contain('These details haven’t been confirmed yet, and may have changed.');
    });
  });

  it('numbers to dial are the same in every language', async () => {
    const card = await fixture<ResourceCard>(html`<resource-card lang="es" resource-id="988"></resource-card>`);
    await says(card, draft);
    const links = [...(card.shadowRoot?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    expect(links).to.include.members(['tel:988', 'sms:988']);
    expect(words(card)).to.contain('988');
  });
});
