import 'alongside-elements/define/stage-guide.js';
import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ContentErrorEvent, Problem, StageGuide } from 'alongside-elements';
import { settled, showsFallback, waitUntil, words } from './support.js';

const own = { title: 'How change goes round' };
const { warn } = console;

/** Puts a guide on the page and waits for what it tells of its content. */
async function failing(markup: string, set?: (element: StageGuide) => void) {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const fired = oneEvent(holder, 'content-error') as Promise<ContentErrorEvent>;
  holder.innerHTML = markup;
  const element = holder.querySelector('stage-guide') as StageGuide;
  set?.(element);
  const event = await fired;
  await element.updateComplete;
  return { element, event, problems: event.problems };
}
const withPack = (content: unknown) => failing('<stage-guide></stage-guide>', (element) => (element.content = content));
const paths = (problems: readonly Problem[]) => problems.map(({ path, reason }) => `${path} ${reason}`);

describe('own content', () => {
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  describe('comes in three ways', () => {
    it('as a property', async () => {
      const element = await fixture<StageGuide>(html`<stage-guide .content=${own}></stage-guide>`);
      expect(words(element)).to.contain(own.title);
    });
    it('from an address', async () => {
      const element = await fixture<StageGuide>(html`<stage-guide src="/__test/json/stages"></stage-guide>`);
      await settled(element);
      expect(words(element)).to.contain(own.title);
      expect(words(element)).to.contain('Thinking about it');
    });
    it('from a script inside, and follows it', async () => {
      const element = await fixture<StageGuide>(
        html`<stage-guide
          ><script type="application/json">
            { "title": "From inside" }
          </script></stage-guide
        >`,
      );
      await element.updateComplete;
      expect(words(element)).to.contain('From inside');
      element.querySelector('script')!.textContent = '{ "title": "Changed" }';
      await aTimeout(0);
      await element.updateComplete;
      expect(words(element)).to.contain('Changed');
    });
    it('the property goes first, then the address, then the script', async () => {
      const element = await fixture<StageGuide>(
        html`<stage-guide src="/__test/json/stages"
          ><script type="application/json">
            { "title": "From inside" }
          </script></stage-guide
        >`,
      );
      await settled(element);
      expect(words(element)).to.contain(own.title);
      element.content = { title: 'From the property' };
      await element.updateComplete;
      expect(words(element)).to.contain('From the property');
      element.content = undefined;
      element.src = '';
      await element.updateComplete;
      expect(words(element)).to.contain('From inside');
    });
    it('a script that arrives in pieces is read when it is whole', async () => {
      const element = document.createElement('stage-guide') as StageGuide;
      const script = Object.assign(document.createElement('script'), { type: 'application/json' });
      script.append('{ "title": "Slow');
      element.append(script);
      (await fixture(html`<div></div>`)).append(element);
      await element.updateComplete;
      script.append('ly" }');
      await aTimeout(0);
      await element.updateComplete;
      expect(words(element)).to.contain('Slowly');
    });
  });

  it('borrows what it leaves out, entry by entry', async () => {
    const element = await fixture<StageGuide>(
      html`<stage-guide .content=${{ stages: [{ id: 'action', name: 'Doing' }] }}></stage-guide>`,
    );
    expect(words(element)).to.contain('Stages of change');
    expect(words(element)).to.contain('Doing');
    expect(words(element)).to.contain('May make a police report.');
    expect(words(element)).not.to.contain('Maintenance');
  });

  it('is asked for without cookies, and is not told where the person is', async () => {
    const asked: (RequestInit | undefined)[] = [];
    const { fetch } = window;
    window.fetch = (to, options) => {
      asked.push(options);
      return fetch(to, options);
    };
    try {
      await settled(await fixture(html`<stage-guide src="/__test/json/stages?quietly"></stage-guide>`));
    } finally {
      window.fetch = fetch;
    }
    expect(asked).to.have.length(1);
    expect([asked[0]!.credentials, asked[0]!.referrerPolicy]).to.deep.equal(['omit', 'no-referrer']);
  });

  it('asks for an address once, however many elements want it', async () => {
    const count = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('once=1')).length;
    await fixture(
      html`<div>
        ${Array.from({ length: 5 }, () => html`<stage-guide src="/__test/json/stages?once=1"></stage-guide>`)}
      </div>`,
    );
    await waitUntil(() => count(), 'it is never asked for');
    // A second one would come with the first.
    await aTimeout(300);
    expect(count()).to.equal(1);
  });

  describe('that is wrong', () => {
    it('is told with path and reason, on the console once, and never breaks the element', async () => {
      const told: unknown[] = [];
      console.warn = (...said: unknown[]) => told.push(said);
      const { element, event, problems } = await withPack({ title: 7, stages: [{ id: 'action', name: '' }], extra: 1 });
      expect(paths(problems)).to.deep.equal(['$.title type', '$.stages[0].name empty', '$.extra unknown']);
      expect([event.bubbles, event.composed]).to.deep.equal([true, false]);
      expect(words(element)).to.contain('Stages of change');
      element.headingLevel = 4;
      await element.updateComplete;
      expect(told.length).to.equal(1);
    });
    const cases: [string, unknown, string][] = [
      ['a wrong type', { stages: 'five' }, '$.stages type'],
      ['a missing key', { stages: [{ id: 'our-own' }, { id: 'action' }] }, '$.stages[0].name missing'],
      ['an unknown key', { steps: [] }, '$.steps unknown'],
      ['a duplicate id', { stages: [{ id: 'action' }, { id: 'action' }] }, '$.stages[1] duplicate'],
      ['markup', { title: 'Hello <img src=x onerror=alert(1)>' }, '$.title markup'],
      ['a Lit-shaped object', { title: { _$litType$: 1, strings: ['<b>'], values: [] } }, '$.title type'],
      ['1 MB of text', { title: 'a'.repeat(1_000_000) }, '$.title too-long'],
      ['no object at all', [1, 2], '$ type'],
      ['an id with spaces', { stages: [{ id: 'not an id', name: 'x' }, { id: 'action' }] }, '$.stages[0].id not-id'],
    ];
    for (const [name, pack, problem] of cases)
      it(`${name}: ${problem}`, async () => {
        const { element, problems } = await withPack(pack);
        expect(paths(problems)).to.contain(problem);
        expect(words(element)).to.contain('Stages of change');
        expect(element.shadowRoot?.querySelector('img, .title > *')).to.equal(null);
      });
    it('drops the entry, not the list', async () => {
      const { element } = await withPack({
        stages: [{ id: 'action' }, null, { id: 'maintenance', signs: ['Fine.', 3] }],
      });
      expect(words(element)).to.contain('Fine.');
      expect(element.shadowRoot?.querySelectorAll('[role=tab]').length).to.equal(2);
    });
    it('__proto__ and constructor keys do nothing', async () => {
      const { element } = await withPack(JSON.parse('{ "__proto__": { "title": "x" }, "constructor": { "a": 1 } }'));
      expect(words(element)).to.contain('Stages of change');
      expect(({} as Record<string, unknown>)['title']).to.equal(undefined);
    });
    it('characters that hide or reorder are cleaned away', async () => {
      const element = await fixture<StageGuide>(
        html`<stage-guide .content=${{ title: 'A\u202Eb\u200Bc\u0007 d' }}></stage-guide>`,
      );
      expect(words(element)).to.contain('Abc d');
    });
    for (const [what, json] of [
      [
        'paragraphs of blank lines',
        '{</p>\n<p>"title": "How change goes around",</p>\n<p>"intro": ["a </p> b"]</p>\n<p>}',
      ],
      ['a paragraph of all of it', '<p>{ "title": "How change goes around" }</p>'],
    ] as const)
      it(`a script in which an editor has made ${what} is read`, async () => {
        const holder = await fixture<HTMLElement>(html`<div></div>`);
        const problems: Problem[] = [];
        holder.addEventListener('content-error', (event) => problems.push(...event.problems));
        holder.innerHTML = `<stage-guide><script type="application/json">${json}</script></stage-guide>`;
        const element = holder.querySelector('stage-guide') as StageGuide;
        await waitUntil(() => words(element).includes('How change goes around'), 'never read');
        // Inside of a text it stays what it is: markup, which is told.
        expect(paths(problems)).to.deep.equal(json.includes('b"') ? ['$.intro[0].text markup'] : []);
      });
    it('a script in which an editor has broken lines is told, with what to do', async () => {
      const { problems } = await failing(
        '<stage-guide><script type="application/json">{<br />"title": "Ours"<br />}</script></stage-guide>',
      );
      expect(problems[0]).to.deep.equal({
        path: '$',
        reason: 'not-json',
        detail: 'an editor has put <p> or <br> into it: write it without blank lines',
      });
    });
    it('a script that is not JSON is told', async () => {
      const { problems } = await failing('<stage-guide><script type="application/json">{ no</script></stage-guide>');
      expect(paths(problems)).to.deep.equal(['$ not-json']);
    });
  });

  describe('from an address that fails', () => {
    const fallback = '<a href="tel:988">Call 988</a>';
    const cases: [string, string, string][] = [
      ['404', '/__test/status/404', 'status'],
      ['500', '/__test/status/500', 'status'],
      ['an error page instead of JSON', '/__test/html', 'not-json'],
      ['JSON that is cut short', '/__test/truncated/stages', 'not-json'],
      ['more than a megabyte', '/__test/huge', 'too-large'],
      ['an answer that never ends', '/__test/endless', 'too-large'],
      ['UTF-16', '/__test/utf16/stages', 'not-json'],
      ['an address that is none', 'http://', 'network'],
    ];
    for (const [name, src, reason] of cases)
      it(`${name}: ${reason}, and the light DOM stays`, async function () {
        this.timeout(120_000);
        const { element, problems } = await failing(`<stage-guide src="${src}">${fallback}</stage-guide>`);
        expect(paths(problems)).to.deep.equal([`${src} ${reason}`]);
        expect(showsFallback(element)).to.equal(true);
        expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.above(0);
      });
    it('another origin that refuses: network, and the light DOM stays', async () => {
      const origin = await (await fetch('/__test/other-origin')).text();
      const { element, problems } = await failing(
        `<stage-guide src="${origin.trim()}/__test/json/stages">${fallback}</stage-guide>`,
      );
      expect(problems[0]?.reason).to.equal('network');
      expect(showsFallback(element)).to.equal(true);
    });
    it('no answer within ten seconds: timeout, and the light DOM stays meanwhile', async function () {
      this.timeout(120_000);
      const start = performance.now();
      const pending = failing(`<stage-guide src="/__test/slow">${fallback}</stage-guide>`);
      await aTimeout(500);
      expect(showsFallback(document.querySelector('stage-guide')!)).to.equal(true);
      const { element, problems } = await pending;
      expect(problems[0]?.reason).to.equal('timeout');
      expect(showsFallback(element)).to.equal(true);
      expect(performance.now() - start).to.be.within(9000, 14_000);
    });
    it('without a light DOM the default content is shown', async () => {
      const { element } = await failing('<stage-guide src="/__test/status/404"></stage-guide>');
      expect(words(element)).to.contain('Stages of change');
    });
    for (const [what, inside] of [
      ['a note', '<p slot="note">Our office is open on weekdays.</p>'],
      ['a template', '<template><p>Call</p></template>'],
    ])
      it(`with nothing inside but ${what}, the default content is shown`, async () => {
        const { element } = await failing(`<stage-guide src="/__test/status/404">${inside}</stage-guide>`);
        expect(showsFallback(element)).to.equal(false);
        expect(words(element)).to.contain('Stages of change');
      });
    it('what stands in no named slot is light content', async () => {
      const { element } = await failing('<stage-guide src="/__test/status/404"><p slot="">Call 988</p></stage-guide>');
      expect(showsFallback(element)).to.equal(true);
    });
    it('another address after a failure is used', async () => {
      const { element } = await failing(`<stage-guide src="/__test/status/404">${fallback}</stage-guide>`);
      element.src = '/__test/json/stages';
      await element.updateComplete;
      await aTimeout(300);
      expect(words(element)).to.contain(own.title);
    });
  });

  for (const [name, src] of [
    ['a byte order mark', '/__test/bom/stages'],
    ['the wrong type', '/__test/wrong-type/stages'],
    ['a redirect', '/__test/redirect/stages'],
  ] as const)
    it(`${name} does no harm`, async () => {
      const element = await fixture<StageGuide>(html`<stage-guide src=${src}></stage-guide>`);
      await settled(element);
      expect(words(element)).to.contain(own.title);
    });

  it('an answer that comes too late changes nothing', async () => {
    const element = await fixture<StageGuide>(html`<stage-guide src="/__test/json/stages?late"></stage-guide>`);
    element.content = { title: 'Set meanwhile' };
    await aTimeout(500);
    await element.updateComplete;
    expect(words(element)).to.contain('Set meanwhile');
  });

  it('removed while its content is on the way, nothing is thrown', async () => {
    const element = await fixture<StageGuide>(html`<stage-guide src="/__test/json/stages?removed"></stage-guide>`);
    element.remove();
    await aTimeout(200);
    expect(element.isConnected).to.equal(false);
  });
});
