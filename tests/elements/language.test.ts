import 'alongside-elements/define/all.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ResourceCard, SafetyChecklist, StageGuide } from 'alongside-elements';
import { settled, words } from './support.js';

const says = (element: Element, text: string) =>
  waitUntil(() => words(element).includes(text), `it never said "${text}" but: ${words(element).slice(0, 200)}`, {
    timeout: 5000,
  });
const spanish = 'Etapas del cambio';
const english = 'Stages of change';
const draft = 'Esta traducción es un borrador';

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
      for (const tag of [
        'csec-primer',
        'goal-planner',
        'options-explorer',
        'practice-check',
        'practice-principles',
        'safety-checklist',
        'source-note',
        'stage-guide',
      ]) {
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
        'What you type stays on this page only.',
        'Calls and texts show in the phone and on its bill.',
      ])
        expect(beside.join()).to.contain(line);
    });
    it('the traces of a crisis line stand in both languages', async () => {
      const card = await fixture<ResourceCard>(html`<resource-card lang="es" resource-id="988"></resource-card>`);
      await says(card, draft);
      expect(words(card)).to.contain('Shows on the call log and the phone bill.');
      expect(words(card)).to.contain('Nobody has checked this entry yet.');
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
