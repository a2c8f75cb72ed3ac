import type { Meta, StoryObj } from '@storybook/web-components-vite';
import 'alongside-elements/define/all.js';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { fallback, find, insideOf, noted, press, services, write } from './parts.js';

/**
 * One visit: an advocate and a young person before one screen, and the advocate alone before and after it. The elements hand over to each
 * other by the ids in the page's own markup, and share one notebook; the page has no code.
 */
const meta: Meta = {
  title: 'One visit',
  parameters: { layout: 'fullscreen' },
  render: () => html`
    <style>
      .visit {
        display: grid;
        gap: 1.5rem;
        max-inline-size: 64rem;
        margin-inline: auto;
        padding: 1.5rem 1rem 6rem;
      }
      .visit h2 {
        margin-block: 1rem 0;
      }
    </style>
    <quick-exit><a href="https://www.wikipedia.org/" rel="noreferrer noopener">Leave this site</a></quick-exit>
    <div class="visit">
      <h2>Before: the advocate</h2>
      <stage-guide plan="plan" noticing heading-level="3">${fallback}</stage-guide>
      <csec-primer heading-level="3">${fallback}</csec-primer>
      <practice-principles heading-level="3">${fallback}</practice-principles>
      <h2>Together: one screen</h2>
      <options-explorer resources="services" heading-level="3">${fallback}</options-explorer>
      <safety-checklist id="plan" audience="youth" heading-level="3">${fallback}</safety-checklist>
      <goal-planner resources="services" heading-level="3">${fallback}</goal-planner>
      ${services}
      <h2>After: the advocate alone</h2>
      <practice-check heading-level="3">${fallback}${noted('Supervision: Thursdays, room 2.')}</practice-check>
      <source-note heading-level="3">${fallback}</source-note>
    </div>
  `,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const field = (at: string) => `[data-at="${at}"]`;

/** The visit, step by step, as the two of them would go through it. */
const visit: Play = async ({ canvasElement }) => {
  const inside = (tag: string) => insideOf(canvasElement, tag);
  const guide = inside('stage-guide');
  await press(guide, '#tab-preparation b');
  await press(guide, '#stage-preparation .primary');
  await expect(document.activeElement?.localName).toBe('safety-checklist');

  // What can be attached is what the page shows by then.
  for (const { shadowRoot } of canvasElement.querySelectorAll('#services resource-card'))
    if (shadowRoot) await find(shadowRoot, '.surface');
  const options = inside('options-explorer');
  await press(options, field('together'));
  await write(options, field('matters.mine'), 'Somewhere to sleep that is mine.');
  await write(options, field('matters.theirs'), 'You named that first.');
  await write(options, field('own'), 'Stay with my aunt');
  await press(options, '[data-do=add]');
  await press(options, '[data-do=look]');
  await write(options, field('options.0.good.mine'), 'She asks nothing.');
  await press(options, '.closer summary');
  await press(options, '[data-do=attach]');
  await expect(await find(options, '[data-do=show]')).toBeVisible();

  const plan = inside('safety-checklist');
  await press(plan, '[data-do=take]');
  await press(plan, '[data-do=addPerson]');
  await write(plan, field('people.0.name'), 'J.');
  await write(plan, field('people.0.number'), '555-0151');

  const goals = inside('goal-planner');
  await write(goals, field('own'), 'Learn to drive');
  await press(goals, '[data-do=add]');
  await press(goals, '[data-do=look]');
  await press(goals, '.closer summary');
  await press(goals, '.closer li:last-child > [data-do=attach]');
  await expect(goals.querySelector('.closer')).toHaveTextContent('J. · 555-0151');

  const practice = inside('practice-check');
  await write(practice, 'textarea', 'I asked before I wrote anything down.');
  await press(practice, '[data-value=steady]');
};

/** The page as it is pasted. */
export const Page: Story = { name: 'The page' };

/** What the two of them, and the advocate alone, do with it. */
export const Visit: Story = { name: 'The visit', play: visit };

export const VisitSpanish: Story = { name: 'The visit, in Spanish', globals: { language: 'es' }, play: visit };

export const VisitDark: Story = { name: 'The visit, dark', globals: { theme: 'dark' }, play: visit };
