import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { SafetyChecklist } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { column, fallback, find, inBrand, insideOf, noted, pack, press, write } from './parts.js';

type Args = Partial<Pick<SafetyChecklist, 'audience' | 'harmReduction' | 'headingLevel' | 'src' | 'content'>> & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const meta: Meta<Args> = {
  title: 'safety-checklist',
  component: 'safety-checklist',
  args: { fallback },
  argTypes: {
    audience: { control: 'inline-radio', options: ['advocate', 'youth'] },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <safety-checklist
      audience=${args.audience || nothing}
      ?harm-reduction=${args.harmReduction}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </safety-checklist>
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const take = '[data-do=take]';
const setAside = '[data-do=notForMe]';
const entry = (list: string, at: number) => `.entry[data-at="${list}.${at}"]`;
const field = (at: string) => `[data-at="${at}"]`;
const wordsOf = (at: string) => `[data-do=write][data-at="${at}"]`;
const done = '[data-do=wrote]';
const entries = (root: ShadowRoot) => root.querySelectorAll('.entry');

/** Takes ideas, adds one of one's own, writes notes, marks one as in place, fills the phone tree and the ride. */
const fill: Play = async ({ canvasElement }) => {
  const root = insideOf(canvasElement, 'safety-checklist');
  await press(root, take);
  await press(root, take);
  await write(root, field('own'), 'A code word with my sister');
  await press(root, '[data-do=add]');
  await expect(entries(root)).toHaveLength(3);
  await press(root, wordsOf('items.2'));
  await write(root, field('items.2.note'), 'We picked one on Sunday.');
  await press(root, done);
  await press(root, field('items.2.inPlace'));
  await press(root, '[data-do=addPerson]');
  await write(root, field('people.0.name'), 'J.');
  await write(root, field('people.0.number'), '555-0151');
  await write(root, field('people.0.note'), 'Up late');
  await press(root, '[data-do=addPerson]');
  await write(root, field('people.1.name'), 'Aunt');
  await press(root, done);
  await write(root, field('ride.who'), 'J.');
  await write(root, field('ride.where'), 'By the example library');
  await expect(entries(root)).toHaveLength(5);
  await expect(await find(root, `${entry('people', 0)} a[href^="tel:"]`)).toHaveAttribute('href', 'tel:5550151');
};

/** Pasted as it is: said to an advocate. Harm reduction is there as topics to talk through. */
export const Default: Story = { name: 'Default: for an advocate' };

export const Youth: Story = { name: 'For a young person', args: { audience: 'youth' } };

/** The agency has turned harm reduction on. */
export const YouthHarmReduction: Story = {
  name: 'For a young person, with harm reduction',
  args: { audience: 'youth', harmReduction: true },
};

export const Filled: Story = { play: fill };

export const FilledYouth: Story = { name: 'Filled, for a young person', args: { audience: 'youth' }, play: fill };

/** Every idea is taken: none is offered any more. */
export const AllTaken: Story = {
  name: 'All ideas taken',
  args: { audience: 'youth', harmReduction: true },
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    for (let left = 4; left; left--) await press(root, take);
    await expect(root.querySelector(take)).toBeNull();
    await expect(entries(root)).toHaveLength(4);
  },
};

/** Pressed words turn into their fields, in place. */
export const Changed: Story = {
  name: 'A line is changed',
  args: { audience: 'youth' },
  async play(context) {
    await fill(context);
    const root = insideOf(context.canvasElement, 'safety-checklist');
    await press(root, wordsOf('items.1'));
    await expect(await find(root, `${entry('items', 1)} ${done}`)).toBeVisible();
  },
};

/** What can be done with a line is in one menu. */
export const Menu: Story = {
  name: 'The menu of a line',
  args: { audience: 'youth' },
  async play(context) {
    await fill(context);
    const root = insideOf(context.canvasElement, 'safety-checklist');
    await press(root, `${entry('items', 0)} .opens`);
    await expect(await find(root, `${entry('items', 0)} [data-do=out]`)).toBeVisible();
  },
};

/** A line was removed. The way back is where it was. */
export const Removed: Story = {
  name: 'A line is removed, with undo',
  args: { audience: 'youth' },
  async play(context) {
    await fill(context);
    const root = insideOf(context.canvasElement, 'safety-checklist');
    await press(root, `${entry('items', 1)} [data-do=out]`);
    await expect(await find(root, '.done [data-do=undo]')).toBeVisible();
  },
};

/** Entries are moved up and down by buttons; the focus goes along. */
export const Moved: Story = {
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    await press(root, take);
    await press(root, take);
    const first = (await find(root, wordsOf('items.0'))).textContent.trim();
    await press(root, `${entry('items', 0)} [data-do=down]`);
    await expect(await find(root, wordsOf('items.1'))).toHaveTextContent(first);
  },
};

/** The person says where they are now, in words of their choice. Nobody says it for them, and it can be left out again. */
export const Now: Story = {
  name: 'Where I am now',
  args: { audience: 'youth' },
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    await press(root, 'summary');
    await press(root, '[data-do=choose][data-value=contemplation]');
    await write(root, field('now.words'), 'Some days more than others.');
    await expect(root.querySelectorAll('[aria-pressed=true]')).toHaveLength(1);
  },
};

/** Ideas that are set aside can be brought back. */
export const SetAside: Story = {
  name: 'Ideas set aside',
  args: { audience: 'youth' },
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    await press(root, setAside);
    await press(root, 'details:has([data-do=bringBack]) summary');
    await expect(await find(root, 'details [data-do=bringBack]')).toBeVisible();
  },
};

/** An idea was taken out, and that was taken back. */
export const Undone: Story = {
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    await press(root, take);
    await press(root, `${entry('items', 0)} [data-do=out]`);
    await expect(entries(root)).toHaveLength(0);
    await press(root, '[data-do=undo]');
    await expect(entries(root)).toHaveLength(1);
  },
};

/** Everything is cleared. For some seconds that can be undone. */
export const Cleared: Story = {
  name: 'Cleared, with undo',
  async play(context) {
    await fill(context);
    const root = insideOf(context.canvasElement, 'safety-checklist');
    await press(root, '[data-opens=clear]');
    await press(root, '[data-keep=clear]');
    await expect(entries(root)).toHaveLength(0);
    await expect(await find(root, '[data-keep=undo]')).toBeEnabled();
  },
};

/** People with a name or nickname, a number and a note, in an order of one's own. */
export const PhoneTree: Story = {
  name: 'Phone tree',
  args: { audience: 'youth' },
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    const people = [
      ['J.', '555-0151'],
      ['Aunt', '(555) 555-0152'],
      ['Coach', ''],
    ] as const;
    for (const [at, [name, number]] of people.entries()) {
      await press(root, '[data-do=addPerson]');
      await write(root, field(`people.${at}.name`), name);
      if (number) await write(root, field(`people.${at}.number`), number);
    }
    await press(root, done);
    await expect(root.querySelectorAll('.entry a[href^="tel:"]')).toHaveLength(2);
    await expect(root.querySelectorAll('.entry a[href^="sms:"]')).toHaveLength(2);
  },
};

/** Long words in every field. */
export const LongWords: Story = {
  name: 'Long words',
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    const long = 'Exampleofaverylongwordwithoutaplacetobreakit'.repeat(2);
    await write(root, field('own'), long);
    await press(root, '[data-do=add]');
    await press(root, wordsOf('items.0'));
    await write(root, field('items.0.note'), long);
    await press(root, done);
    await expect(await find(root, wordsOf('items.0'))).toHaveTextContent(long + long);
  },
};

/** Ideas of the agency's own, in a pack. */
export const OwnIdeas: Story = {
  name: 'Ideas from a pack',
  args: {
    content: {
      advocateTitle: 'Safety plan, Example Youth Center',
      ideas: [
        { id: 'example-one', advocate: 'Example of an idea from the team.', youth: 'Example of an idea for you.' },
        { id: 'phone-tree' },
        {
          id: 'example-topic',
          advocate: 'Example of a topic to talk through.',
          youth: 'Example of a topic.',
          harmReduction: true,
        },
      ],
    },
  },
};

export const FromAddress: Story = { name: 'Pack at an address', args: { src: 'packs/example-plan.json' } };

export const FailedWithFallback: Story = {
  name: 'Pack fails, fallback shown',
  args: { src: 'packs/cut-short.txt' },
};

/** What is printed, shown on the screen: the plan alone, below a neutral heading. */
export const PrintSheet: Story = {
  name: 'What is printed',
  decorators: [
    (story) => html`
      <style>
        safety-checklist::part(sheet) {
          display: block;
          margin-block-start: 1rem;
          padding: 1rem;
          border: 1px dashed;
        }
      </style>
      ${story()}
    `,
  ],
  async play(context) {
    await fill(context);
    dispatchEvent(new Event('beforeprint'));
    const sheet = await find(insideOf(context.canvasElement, 'safety-checklist'), '[part=sheet]');
    await expect(sheet).toBeVisible();
    await expect(sheet).toHaveTextContent('A code word with my sister');
  },
};

/** An empty plan prints, too. */
export const PrintSheetEmpty: Story = {
  ...PrintSheet,
  name: 'What is printed, empty plan',
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'safety-checklist');
    await find(root, '.surface');
    dispatchEvent(new Event('beforeprint'));
    await expect(await find(root, '[part=sheet]')).toBeVisible();
  },
};

/** The agency's own words below the plan. */
export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { audience: 'youth', note: 'We can go through this with you at Example Youth Center, 555-0142.' },
};

export const HeadingLevel: Story = { name: 'Heading level', args: { headingLevel: 4 } };

export const Narrow: Story = { play: fill, decorators: [(story) => column('18rem', story())] };

export const Branded: Story = {
  play: fill,
  decorators: [
    inBrand(`
      .branded safety-checklist::part(title) {
        font-weight: 400;
      }
    `),
  ],
};

/** While the translation is a draft, the lines that safety can hang on have the English beside them. */
export const Spanish: Story = { args: { audience: 'youth' }, globals: { language: 'es' } };

export const SpanishFilled: Story = {
  name: 'Spanish, filled',
  args: { audience: 'youth', harmReduction: true },
  globals: { language: 'es' },
  play: fill,
};

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' }, play: fill };

export const Dark: Story = { globals: { theme: 'dark' }, play: fill };
