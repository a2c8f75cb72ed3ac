import { define, StageGuide } from 'alongside-elements';
import { expect, fixture, html } from '@open-wc/testing';
import { words } from './support.js';

const { warn } = console;

describe('registration', () => {
  afterEach(() => (console.warn = warn));

  it('importing the classes registers nothing', () => {
    for (const tag of [
      'csec-primer',
      'goal-planner',
      'options-explorer',
      'practice-check',
      'practice-principles',
      'private-frame',
      'quick-exit',
      'resource-card',
      'safety-checklist',
      'source-note',
      'stage-guide',
    ])
      expect(customElements.get(tag)).to.equal(undefined);
  });
  it('a page can choose another name', async () => {
    class OwnGuide extends StageGuide {}
    define('own-stage-guide', OwnGuide);
    const element = await fixture(html`<own-stage-guide></own-stage-guide>`);
    expect(words(element)).to.contain('Stages of change');
  });
  it('a taken tag stays with whoever took it, and the light DOM stays', async () => {
    class Taken extends HTMLElement {}
    customElements.define('source-note', Taken);
    await import('alongside-elements/define/source-note.js');
    expect(customElements.get('source-note')).to.equal(Taken);
    const element = await fixture(html`<source-note>Sources</source-note>`);
    expect(element.textContent).to.equal('Sources');
  });
  it('twice is once', async () => {
    await import('alongside-elements/define/stage-guide.js');
    const first = customElements.get('stage-guide');
    define('stage-guide', class extends HTMLElement {});
    expect(customElements.get('stage-guide')).to.equal(first);
  });
  it('a class that is registered already is told, not thrown', () => {
    let told = 0;
    console.warn = () => told++;
    class OwnGuide extends StageGuide {}
    define('first-stage-guide', OwnGuide);
    define('second-stage-guide', OwnGuide);
    define('third-stage-guide', OwnGuide);
    expect(told).to.equal(2);
  });
  it('everything at once registers every tag', async () => {
    const { tags } = await import('alongside-elements/define/all.js');
    for (const tag of Object.keys(tags)) expect(customElements.get(tag), tag).to.be.a('function');
  });
});
