import 'alongside-elements/define/practice-check.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { PracticeCheck } from 'alongside-elements';
import english from '../../src/content/en/practice.json' with { type: 'json' };
import spanish from '../../src/content/es/practice.json' with { type: 'json' };
import { find, waitUntil, words } from './support.js';
import { field, keepButton, keepsToItself, paper, press, tick, write, writing } from './writing-parts.js';

const check = (template = html`<practice-check></practice-check>`) => writing<PracticeCheck>(template);
const { areas, lenses, questions } = english.content;
const block = (element: Element, area: string, lens: string) =>
  find(element, `section:has([data-at="notes.${area}-${lens}.text"])`);
const [first, other] = ['notes.relationship-survivor-focused', 'notes.safety-planning-empowerment-based'] as const;
const chosen = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-pressed=true]') ?? [])].map(
    ({ dataset }) => `${dataset['at']} ${dataset['value']}`,
  );

describe('practice-check', () => {
  describe('is accessible', () => {
    it('empty', async () => expect(await check()).to.be.accessible());
    it('with notes', async () => {
      const element = await check();
      await write(element, `${first}.text`, 'Three visits, same time.');
      await press(element, 'Growing');
      await tick(element, `${first}.include`);
      await expect(element).to.be.accessible();
    });
    it('as assistive technology gets it', async function () {
      if (!/Chrome|Firefox/.test(navigator.userAgent)) return this.skip();
      const element = await check();
      await press(element, 'Steady');
      const tree = await executeServerCommand<string, undefined>('aria-snapshot', undefined);
      for (const line of [
        /heading "Reflecting on my practice" \[level=2\]/,
        /tab "Building the relationship" \[selected\]/,
        /tab "Confidentiality"/,
        /tabpanel "Building the relationship"/,
        /heading "Building the relationship" \[level=3\]/,
        /region "Building the relationship, Empowerment-based"/,
        /heading "Survivor-focused" \[level=4\]/,
        /textbox "My notes"/,
        /group "Where I am with this, if I want to say"/,
        /button "Steady" \[pressed\]/,
        /checkbox "Include this when I print or copy"/,
      ])
        expect(tree).to.match(line);
    });
  });

  describe('says what the source says', () => {
    it('all of it is readable', async () => {
      const text = words(await check());
      const said = [...english.content.intro, ...lenses.map(({ about }) => about), ...questions];
      for (const one of said) expect(text).to.contain(one.text);
    });
    it('over three areas, each through two lenses, with open questions in each', async () => {
      const element = await check();
      expect([areas.length, lenses.length]).to.deep.equal([3, 2]);
      for (const area of areas)
        for (const lens of lenses) {
          const text = block(element, area.id, lens.id).textContent ?? '';
          const own = questions.filter((question) => question.area === area.id && question.lens === lens.id);
          expect(own.length, `${area.id} ${lens.id}`).to.be.above(1);
          for (const question of own) {
            expect(text).to.contain(question.text);
            expect(question.text).to.match(/\b(how|what|when|which)\b[^.]*\?/i);
          }
        }
    });
    it('questions of the agency stand after them, in their place', async () => {
      const ownQuestions = [
        { id: 'ours', area: 'confidentiality', lens: 'survivor-focused', text: 'Who sees our notes?' },
        { id: 'lost', area: 'nowhere', lens: 'survivor-focused', text: 'Nobody asks this.' },
      ];
      const element = await check(html`<practice-check .content=${{ ownQuestions }}></practice-check>`);
      const text = block(element, 'confidentiality', 'survivor-focused').textContent ?? '';
      expect(text.indexOf('Who sees our notes?')).to.be.above(text.indexOf(questions[7]!.text));
      expect(words(element)).not.to.contain('Nobody asks this.');
      for (const question of questions) expect(words(element)).to.contain(question.text);
    });
  });

  describe('shows one area at a time', () => {
    const open = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=tabpanel]:not([hidden])')].map(({ id }) => id);
    const tab = (element: Element) => (element.shadowRoot!.activeElement as HTMLElement | null)?.id;
    it('the first to begin with, another by its tab', async () => {
      const element = await check();
      expect(open(element)).to.deep.equal(['area-relationship']);
      await press(element, 'Safety planning');
      expect(open(element)).to.deep.equal(['area-safety-planning']);
      const tabs = [...element.shadowRoot!.querySelectorAll('[role=tab]')];
      expect(tabs.map((one) => `${one.ariaSelected} ${(one as HTMLElement).tabIndex}`)).to.deep.equal([
        'false -1',
        'false -1',
        'true 0',
      ]);
    });
    it('by arrows both ways round, Home and End', async () => {
      const element = await check();
      find(element, '#tab-relationship').focus();
      for (const [key, area] of [
        ['ArrowRight', 'confidentiality'],
        ['ArrowDown', 'safety-planning'],
        ['ArrowRight', 'relationship'],
        ['ArrowLeft', 'safety-planning'],
        ['Home', 'relationship'],
        ['End', 'safety-planning'],
      ] as const) {
        await sendKeys({ press: key });
        await element.updateComplete;
        expect([open(element), tab(element)], key).to.deep.equal([[`area-${area}`], `tab-${area}`]);
      }
      element.dir = 'rtl';
      await sendKeys({ press: 'ArrowLeft' });
      await element.updateComplete;
      expect(open(element)).to.deep.equal(['area-relationship']);
    });
    it('by the button for the next one, round all of them, which takes the focus to its tab', async () => {
      const element = await check();
      for (const area of ['confidentiality', 'safety-planning', 'relationship']) {
        find(element, '[data-do=nextArea]').click();
        await element.updateComplete;
        expect([open(element), tab(element)]).to.deep.equal([[`area-${area}`], `tab-${area}`]);
      }
      expect(find(element, '[data-do=nextArea]').textContent?.trim()).to.equal('Confidentiality, the next area');
    });
    it('and what is typed in another is there still, and goes on paper', async () => {
      const element = await check();
      await write(element, `${first}.text`, 'Of the first');
      await tick(element, `${first}.include`);
      await press(element, 'Safety planning');
      await write(element, `${other}.text`, 'Of the last');
      await tick(element, `${other}.include`);
      await press(element, 'Confidentiality');
      expect(paper(element).join()).to.match(/Of the first.*Of the last/);
      await press(element, 'Building the relationship');
      expect(field(element, `${first}.text`).value).to.equal('Of the first');
    });
    it('with both lenses side by side, row by row, where there is room', async () => {
      const element = await check();
      element.style.inlineSize = '60rem';
      await aTimeout(0);
      const tops = (selector: string) =>
        [...find(element, '[role=tabpanel]:not([hidden])').querySelectorAll(selector)].map((one) =>
          Math.round(one.getBoundingClientRect().top),
        );
      for (const row of ['textarea', '[role=group]', '.check']) {
        const [one, two] = tops(row);
        expect(one, row).to.equal(two);
      }
      element.style.inlineSize = '30rem';
      await aTimeout(0);
      const [one, two] = tops('textarea');
      expect(two).to.be.above(one!);
    });
    it('an agency with areas of its own has tabs for them', async () => {
      const own = { areas: [{ id: 'one', name: 'Only one' }] };
      const element = await check(html`<practice-check .content=${own}></practice-check>`);
      expect(open(element)).to.deep.equal(['area-one']);
      expect(!!element.shadowRoot!.querySelector('[data-do=nextArea]')).to.equal(false);
    });
  });

  describe('where the advocate is', () => {
    it('is said only where they say it, changed, and left out again', async () => {
      const element = await check();
      expect(chosen(element)).to.deep.equal([]);
      await press(element, 'Growing');
      await press(element, 'I’d like support with this', 5);
      expect(chosen(element)).to.deep.equal([`${first}.where growing`, `${other}.where support`]);
      await press(element, 'Steady');
      expect(chosen(element)[0]).to.equal(`${first}.where steady`);
      await press(element, 'Steady');
      expect(chosen(element)).to.deep.equal([`${other}.where support`]);
      await press(element, 'Undo');
      expect(chosen(element)[0]).to.equal(`${first}.where steady`);
    });
  });

  describe('on paper', () => {
    it('is nothing but what they choose, note by note', async () => {
      const element = await check();
      await write(element, `${first}.text`, 'Three visits');
      await write(element, `${other}.text`, 'For me alone');
      await press(element, 'Growing');
      await press(element, 'Steady', 5);
      expect(paper(element).filter(Boolean)).to.deep.equal(['My notes']);
      await tick(element, `${first}.include`);
      expect(paper(element)).to.deep.equal([
        'My notes',
        'Building the relationship, Survivor-focused',
        'Three visits',
        'Growing',
      ]);
      await tick(element, `${first}.include`);
      expect(paper(element).join()).not.to.contain('Three visits');
    });
    it('is the same for the clipboard', async () => {
      const element = await check();
      const { writeText } = navigator.clipboard;
      let copied = 'nothing';
      navigator.clipboard.writeText = (text) => Promise.resolve(void (copied = text));
      await write(element, `${first}.text`, 'Three visits');
      await write(element, `${other}.text`, 'For me alone');
      await tick(element, `${other}.include`);
      (await keepButton(element, 'copy')).click();
      await waitUntil(() => copied !== 'nothing');
      navigator.clipboard.writeText = writeText;
      expect(copied).to.equal('My notes\nSafety planning, Empowerment-based\nFor me alone');
    });
  });

  describe('what is typed', () => {
    keepsToItself(check, async (element) => {
      await write(element, `${first}.text`, 'MARKER');
      await tick(element, `${first}.include`);
      await press(element, 'Growing');
    });
    it('each note stays with its own question, whichever was written first', async () => {
      const element = await check();
      await write(element, `${other}.text`, 'Last');
      await write(element, `${first}.text`, 'First');
      expect([field(element, `${first}.text`).value, field(element, `${other}.text`).value]).to.deep.equal([
        'First',
        'Last',
      ]);
    });
  });

  it('speaks another language as the page does, with what is typed left alone', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = await check();
    await write(element, `${first}.text`, 'Three visits');
    page.append(element);
    page.lang = 'es';
    await waitUntil(() => [spanish.words.notes, 'Imprimir'].every((one) => words(element).includes(one)));
    expect(field(element, `${first}.text`).value).to.equal('Three visits');
    expect(words(element)).to.contain('Only what you choose here is printed or copied');
  });
});
