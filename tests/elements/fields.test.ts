import 'alongside-elements/define/all.js';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { lookAtFields, marks } from '../marks.js';
import { worksWith } from '../works-with.js';
import { emptyNotebook, settled, waitUntil } from './support.js';
import { keepButton } from './writing-parts.js';

/** Everything that brings another field: what is added, taken up, attached, opened; not what prints, clears or is sent. */
const opens =
  '[data-do=add],[data-do=addPerson],[data-do=take],[data-do=attach],[data-do=choose],[data-do=look],[data-do=own]';

async function unfold(element: LitElement): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const root = element.shadowRoot!;
    for (const part of root.querySelectorAll('details')) part.open = true;
    for (const field of root.querySelectorAll<HTMLInputElement>('[data-at=own]')) {
      field.value = 'Own words';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    for (const control of root.querySelectorAll<HTMLButtonElement>(opens)) control.click();
    await element.updateComplete;
    await aTimeout(0);
  }
}

/** Whether it has the bar of the notebook, and fields in that. */
const isPrivate = (tag: string) => tag in writtenIn && tag !== 'resource-directory';

const services = [{ id: 'a', name: 'A', minimumAge: 12, maximumAge: 17 }];

/** How many fields there are at least, once all is unfolded: a tag that is missing here has none. */
const writtenIn: Readonly<Record<string, number>> = {
  'safety-checklist': 12,
  'options-explorer': 8,
  'goal-planner': 8,
  'practice-check': 8,
  'resource-directory': 2,
};

describe(
  worksWith({
    kind: 'extension',
    name: 'Writing helpers and password managers',
    condition:
      'look for fields in the page (Grammarly, Microsoft Editor, LanguageTool, 1Password, Bitwarden, Dashlane, LastPass, Proton Pass)',
    result: 'every field carries the marks with which these can be asked to stay away, and text prediction is off',
    limit:
      'The marks were tested, not the tools. We found no such mark for QuillBot, DeepL Write, ProWritingAid, Ginger, or Keeper.',
    engines: 'Chromium, Firefox, WebKit',
  }),
  () => {
    for (const tag of ['csec-primer', 'practice-principles', 'resource-card', 'source-note', 'stage-guide'].concat(
      Object.keys(writtenIn),
    ))
      it(`${tag}: ${writtenIn[tag] ? 'each asks to be left alone' : 'there are none'}`, async () => {
        const page = await fixture<HTMLElement>(html`<div></div>`);
        page.innerHTML = `<${tag} together noticing resource-id="988"></${tag}>`;
        const element = page.firstElementChild as LitElement;
        Object.assign(element, { services });
        if (isPrivate(tag)) emptyNotebook(element);
        await settled(element);
        if (tag in writtenIn)
          await waitUntil(() => element.shadowRoot!.querySelector('.keeping, [data-at=text]'), 'it never came');
        await unfold(element);
        const { fields: before, wrong } = lookAtFields(marks);
        let fields = before;
        const lookAgain = () => {
          const now = lookAtFields(marks);
          fields += Math.max(0, now.fields - before);
          wrong.push(...now.wrong);
        };
        // One row and one panel at a time is open.
        const rows = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-do=write]')].map(
          ({ dataset }) => dataset['at'],
        );
        for (const at of rows) {
          element.shadowRoot!.querySelector<HTMLElement>(`[data-do=write][data-at="${at}"]`)?.click();
          await element.updateComplete;
          lookAgain();
        }
        for (const does of isPrivate(tag) ? ['keep', 'file', 'add', 'copy'] : []) {
          await keepButton(element, does);
          lookAgain();
        }
        expect(wrong).to.deep.equal([]);
        if (writtenIn[tag]) expect(fields).to.be.at.least(writtenIn[tag]);
        else expect(fields).to.equal(0);
      });
  },
);
