import 'alongside-elements/define/practice-principles.js';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { PracticePrinciples, type ContentErrorEvent } from 'alongside-elements';
import english from '../../src/content/en/principles.json' with { type: 'json' };
import { find, settled, showsFallback, waitUntil, warnings, words } from './support.js';

const { sets, philosophy, credits, title } = english.content;
const principlesOf = (set: string) => sets.find(({ id }) => id === set)!.principles;
const element = async (template = html`<practice-principles></practice-principles>`) => {
  const made = await fixture<PracticePrinciples>(template);
  await settled(made);
  return made;
};
const all = (of: Element, selector: string) => [...(of.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
/** What can be read of a part, with what stands in a line of its own apart. */
const text = (node: Element) => (node as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
const namesOf = (of: Element) => all(of, 'section > [role=heading]').map(text);

async function told(markup: string) {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const fired = oneEvent(holder, 'content-error') as Promise<ContentErrorEvent>;
  holder.innerHTML = markup;
  const { problems } = await fired;
  return { problems, made: holder.firstElementChild as PracticePrinciples };
}

describe('practice-principles', () => {
  describe('is accessible', () => {
    it('with both sets', async () => expect(await element()).to.be.accessible());
    it('with one set', async () =>
      expect(
        await element(html`<practice-principles set="survivor-centered"></practice-principles>`),
      ).to.be.accessible());
    it('with examples of an agency', async () => {
      const made = await element();
      made.content = withExamples;
      await made.updateComplete;
      await expect(made).to.be.accessible();
    });
    it('to assistive technology as a title and two lists of five, each principle with a heading', async function () {
      await element();
      if (!/Chrome|Firefox/.test(navigator.userAgent)) return this.skip();
      const tree = await executeServerCommand<string, undefined>('aria-snapshot', undefined);
      expect(tree).to.contain('heading "Guiding principles" [level=2]');
      for (const { name, principles } of sets) {
        expect(tree).to.contain(`heading "${name}" [level=3]`);
        for (const one of principles) expect(tree).to.contain(`heading "${one.name}" [level=4]`);
      }
      expect(tree.match(/- listitem/g)?.length).to.equal(10);
      expect(tree).to.contain('button "Print this sheet"');
      expect(tree).not.to.contain('region');
    });
  });

  describe('says what the source says', () => {
    it('five and five, each with its meaning', async () => {
      const made = await element();
      expect(sets.map(({ principles }) => principles.length)).to.deep.equal([5, 5]);
      for (const [at, section] of all(made, 'section').entries())
        expect([...section.querySelectorAll('li')].map(text)).to.deep.equal(
          sets[at]!.principles.map(({ name, meaning }) => `${name} ${meaning}`),
        );
    });
    it('what it takes to respond, and where all this is from', async () => {
      const sheet = text(find(await element(), '[part=sheet]'));
      for (const one of [...philosophy, ...credits]) expect(sheet).to.contain(one.text);
    });
    it('in the language of the page, followed as it changes', async () => {
      const page = await fixture(html`<div lang="es"><practice-principles></practice-principles></div>`);
      const made = page.firstElementChild!;
      const says = (said: string) => waitUntil(() => words(made).includes(said), `it never said "${said}"`);
      await says('Informados sobre el trauma');
      // Who prints a draft prints that it is one.
      expect(text(find(made, '[part=sheet]'))).to.contain('Esta traducción es un borrador');
      page.setAttribute('lang', 'en');
      await says('Trauma-informed');
      expect(words(made)).not.to.contain('borrador');
    });
  });

  describe('shows the set that the page asks for', () => {
    it('both where it asks for none', async () => {
      expect(namesOf(await element())).to.deep.equal(['Trauma-informed', 'Survivor-centered']);
    });
    for (const { id, name, principles } of sets)
      it(`only ${id}`, async () => {
        const made = await element(html`<practice-principles set=${id}></practice-principles>`);
        expect(namesOf(made)).to.deep.equal([name]);
        expect(all(made, 'li').length).to.equal(principles.length);
        made.removeAttribute('set');
        await made.updateComplete;
        expect(namesOf(made).length).to.equal(2);
      });
    it('both, never none, where it asks for one that is not there, and tells', async () => {
      const said = await warnings(async () => {
        const { problems, made } = await told('<practice-principles set="trauma"></practice-principles>');
        expect(problems).to.deep.equal([{ path: 'set', reason: 'unknown-id', detail: 'trauma' }]);
        expect(namesOf(made).length).to.equal(2);
        made.headingLevel = 3;
        await made.updateComplete;
      });
      expect(said.length).to.equal(1);
    });
  });

  const withExamples = {
    sets: [
      {
        id: 'trauma-informed',
        principles: principlesOf('trauma-informed').map(({ id }) => ({ id, examples: [`How we do ${id}.`] })),
      },
      { id: 'survivor-centered' },
    ],
  };

  describe('an agency’s own material', () => {
    it('is empty by default', async () => {
      const made = await element();
      expect(words(made)).not.to.contain(english.words.example);
      expect(all(made, '.own').length).to.equal(0);
    });
    it('examples stand with their principles, and the rest stays as it is', async () => {
      const made = await element();
      made.content = withExamples;
      await made.updateComplete;
      const [first] = all(made, 'li[part]');
      expect(text(first!)).to.equal(
        'Safety Make sure there is both physical and emotional safety. An example from our team How we do safety.',
      );
      expect(all(made, '.own').length).to.equal(5);
      expect(all(made, 'li[part]').length).to.equal(10);
    });
    it('a set of its own can be shown', async () => {
      const content = {
        sets: [{ id: 'ours', name: 'Ours', principles: [{ id: 'calm', name: 'Calm', meaning: 'Be calm.' }] }],
      };
      const made = await element(html`<practice-principles set="ours" .content=${content}></practice-principles>`);
      expect(namesOf(made)).to.deep.equal(['Ours']);
      expect(text(find(made, '.sets'))).to.equal('Ours Calm Be calm.');
    });
    it('that is hostile is text, or is left out and told', async () => {
      await warnings(async () => {
        const made = await element();
        const fired = oneEvent(made, 'content-error') as Promise<ContentErrorEvent>;
        made.content = {
          title: 'a < b\u200B',
          sets: [
            {
              id: 'trauma-informed',
              principles: [
                { id: 'safety', examples: ['<script>alert(1)</script>', { text: '<b>' }, 'Fine.'] },
                { id: 'new', name: 'No meaning' },
                { id: 'choice', meaning: { _$litType$: 1, strings: ['<b>'] } },
              ],
            },
          ],
        };
        const { problems } = await fired;
        expect(problems.map(({ reason }) => reason)).to.deep.equal(['markup', 'markup', 'missing', 'type']);
        expect(text(find(made, '.title'))).to.equal('a < b');
        expect(all(made, 'li [role=heading]').map(text)).to.deep.equal(['Safety', 'Choice']);
        expect(made.shadowRoot?.querySelector('script, b')).to.equal(null);
      });
    });
    it('that cannot be had leaves the light DOM on screen', async () => {
      await warnings(async () => {
        const { problems, made } = await told(
          '<practice-principles src="/__test/truncated/stages"><a href="tel:988">988</a></practice-principles>',
        );
        expect(problems[0]?.reason).to.equal('not-json');
        expect(showsFallback(made)).to.equal(true);
        expect(made.querySelector('a')!.checkVisibility()).to.equal(true);
      });
    });
  });

  describe('the button to print', () => {
    it('is reached and pressed with the keyboard only, and prints in a frame that goes again', async () => {
      const made = await element();
      const print = find<HTMLButtonElement>(made, 'button');
      const frames: HTMLIFrameElement[] = [];
      const { append } = document.body;
      // In place of the frame's own print, which would open a dialog.
      document.body.append = (frame) => {
        frames.push(frame as HTMLIFrameElement);
      };
      try {
        print.focus();
        await sendKeys({ press: 'Enter' });
        await sendKeys({ press: 'Space' });
      } finally {
        document.body.append = append;
      }
      expect(frames.map(({ localName }) => localName)).to.deep.equal(['iframe', 'iframe']);
    });
    it('tells nobody', async () => {
      const made = await element();
      const events: string[] = [];
      const dispatch = made.dispatchEvent.bind(made);
      made.dispatchEvent = (event) => (events.push(event.type), dispatch(event));
      const { append } = document.body;
      document.body.append = () => undefined;
      find(made, 'button').click();
      document.body.append = append;
      await made.updateComplete;
      expect(events).to.deep.equal([]);
    });
    it('is not on the sheet that is printed', async () => {
      const made = await element();
      const print = find<HTMLButtonElement>(made, 'button');
      const { append } = document.body;
      let frame: HTMLIFrameElement | undefined;
      document.body.append = (one) => void (frame = one as HTMLIFrameElement);
      print.click();
      document.body.append = append;
      const loaded = oneEvent(frame!, 'load');
      const { onload } = frame!;
      frame!.onload = null;
      document.body.append(frame!);
      await loaded;
      const view = frame!.contentWindow!;
      view.print = () => undefined;
      onload!.call(frame!, new Event('load'));
      const sheet = view.document.querySelector<HTMLElement>('[part=sheet]')!;
      expect(sheet.querySelector('button')).to.equal(null);
      for (const { name } of sets.flatMap(({ principles }) => principles)) expect(sheet.innerText).to.contain(name);
      frame!.remove();
      expect(made.shadowRoot!.contains(print)).to.equal(true);
    });
  });

  it('can be read without JavaScript, once it is rendered on a server', async () => {
    const made = await element();
    const css = PracticePrinciples.elementStyles.map((sheet) => ('cssText' in sheet ? sheet.cssText : '')).join('');
    const frame = await fixture<HTMLIFrameElement>(html`<iframe sandbox="allow-same-origin"></iframe>`);
    const loaded = oneEvent(frame, 'load');
    frame.srcdoc = `<practice-principles><template shadowrootmode="open"><style>${css}</style>${made.shadowRoot?.innerHTML}</template></practice-principles>`;
    await loaded;
    const rendered = frame.contentDocument!.querySelector('practice-principles')!;
    expect(all(rendered, 'li').filter((one) => one.checkVisibility()).length).to.equal(10);
  });

  it('connects, disconnects and connects again', async () => {
    const made = await element(html`<practice-principles set="survivor-centered"></practice-principles>`);
    const parent = made.parentElement;
    made.remove();
    parent?.append(made);
    await settled(made);
    expect(namesOf(made)).to.deep.equal(['Survivor-centered']);
    const copy = await fixture<PracticePrinciples>(made.cloneNode(true) as PracticePrinciples);
    expect(namesOf(copy)).to.deep.equal(['Survivor-centered']);
    expect(words(copy)).to.contain(title);
  });

  it('headings follow the level that the page needs', async () => {
    const made = await element(html`<practice-principles heading-level="3"></practice-principles>`);
    const levels = all(made, '[role=heading]').map((one) => one.getAttribute('aria-level'));
    expect(levels).to.deep.equal([
      '3',
      ...['4', ...Array<string>(5).fill('5')],
      ...['4', ...Array<string>(5).fill('5')],
    ]);
  });
});
