import 'alongside-elements/define/all.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { SourceNote } from 'alongside-elements';
import english from '../../src/content/en/sources.json' with { type: 'json' };
import { settled, words } from './support.js';

const { sources, disclaimer, licence } = english.content;
const [advocacy, stages] = sources.map(({ name }) => name) as [string, string];

describe('source-note', () => {
  it('is accessible', async () => expect(await fixture(html`<source-note></source-note>`)).to.be.accessible());

  it('says who wrote the sources, for whom and with whose money, the disclaimer and the licence', async () => {
    const note = await fixture(html`<source-note></source-note>`);
    for (const { text } of [...sources.flatMap(({ credits }) => credits), ...disclaimer, ...licence])
      expect(words(note)).to.contain(text);
  });
  it('says that nobody has reviewed the words since they were written', async () => {
    expect(words(await fixture(html`<source-note></source-note>`))).to.contain(
      'No one outside the project has reviewed it since.',
    );
  });
  it('says when somebody has', async () => {
    const elements = [{ element: 'stage-guide', sources: ['S2'], written: '2026-11-22', reviewed: '2027-01-05' }];
    const note = await fixture(html`<source-note elements="stage-guide" .content=${{ elements }}></source-note>`);
    expect(words(note)).to.contain('reviewed in January 2027');
  });

  describe('tells the sources of the elements on the page', () => {
    const noteOf = (page: Element) => page.querySelector('source-note') as SourceNote;
    it('those that are there', async () => {
      const page = await fixture(html`<div><stage-guide></stage-guide><source-note></source-note></div>`);
      await settled(noteOf(page));
      expect(words(noteOf(page))).to.contain(stages);
      expect(words(noteOf(page))).not.to.contain(advocacy);
    });
    it('those that come later, and no longer those that go', async () => {
      const page = await fixture<HTMLElement>(html`<div><stage-guide></stage-guide><source-note></source-note></div>`);
      const plan = document.createElement('safety-checklist');
      page.append(plan);
      await aTimeout(0);
      await noteOf(page).updateComplete;
      expect(words(noteOf(page))).to.contain(advocacy);
      plan.remove();
      await aTimeout(0);
      await noteOf(page).updateComplete;
      expect(words(noteOf(page))).not.to.contain(advocacy);
    });
    it('those that are named, wherever they are', async () => {
      const note = await fixture(html`<source-note elements="safety-checklist, stage-guide"></source-note>`);
      expect(words(note)).to.contain(advocacy);
      expect(words(note)).to.contain(stages);
    });
    it('all of them where none is found', async () => {
      const note = await fixture(html`<source-note></source-note>`);
      expect(words(note)).to.contain(advocacy);
    });
  });

  it('a busy page does not make it render', async () => {
    const page = await fixture<HTMLElement>(html`<div><stage-guide></stage-guide><source-note></source-note></div>`);
    const note = page.querySelector('source-note') as SourceNote;
    await settled(note);
    let renders = 0;
    const update = note.requestUpdate.bind(note);
    note.requestUpdate = (...args: Parameters<typeof update>) => (renders++, update(...args));
    for (let index = 0; index < 50; index++) page.append(document.createElement('p'));
    await aTimeout(20);
    expect(renders).to.equal(0);
  });
});
