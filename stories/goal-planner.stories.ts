import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { GoalPlanner } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { column, fallback, find, inBrand, insideOf, noted, pack, press, services, write } from './parts.js';

type Args = Partial<Pick<GoalPlanner, 'resources' | 'inPage' | 'headingLevel' | 'src' | 'content'>> & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const meta: Meta<Args> = {
  title: 'goal-planner',
  component: 'goal-planner',
  args: { fallback },
  argTypes: { fallback: { table: { disable: true } } },
  render: (args) => html`
    <goal-planner
      resources=${args.resources || nothing}
      ?in-page=${args.inPage}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </goal-planner>
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const field = (at: string) => `[data-at="${at}"]`;
const inside = (canvas: HTMLElement) => insideOf(canvas, 'goal-planner');
const entry = (at: number) => `.entry[data-at="goals.${at}"]`;
/** The button that adds a goal stands behind those that add steps. */
const addGoal = '[data-do=add][data-at=goals]';

async function addGoals(root: ShadowRoot, ...goals: string[]) {
  for (const [at, goal] of goals.entries()) {
    await write(root, `.row:has(> ${addGoal}) input`, goal);
    await press(root, addGoal);
    await expect(await find(root, `${entry(at)} .words`)).toHaveTextContent(goal);
  }
}

/** Three goals, and one of them looked at closer. */
const fill: Play = async ({ canvasElement }) => {
  const root = inside(canvasElement);
  await addGoals(root, 'Finish tenth grade', 'Learn to drive', 'Cook for my brother');
  await press(root, `${entry(1)} [data-do=look]`);
  for (const step of ['Find my papers', 'Ask for the form']) {
    await write(root, '.closer .row input[data-at=own]', step);
    await press(root, '.closer [data-do=add]');
  }
  await press(root, field('goals.1.steps.0.did'));
  await write(root, field('goals.1.support'), 'My aunt has a car.');
  await expect(root.querySelectorAll('.entry .entry')).toHaveLength(2);
};

/** Pasted as it is: nothing is written yet, and it can stay that way. */
export const Default: Story = {};

export const Filled: Story = { play: fill };

/** Dates are words, and only there for those who want one. Nothing is ever late. */
export const WithDate: Story = {
  name: 'With a day, in words',
  async play(context) {
    await fill(context);
    await write(inside(context.canvasElement), field('goals.1.when'), 'When school starts');
  },
};

/** What was reached is celebrated in the person's own way. */
export const Reached: Story = {
  async play(context) {
    await fill(context);
    const root = inside(context.canvasElement);
    await press(root, `${entry(0)} [data-do=look]`);
    await press(root, field('goals.0.there'));
    await write(root, field('goals.0.cheer'), 'Noodles with J.');
    await press(root, `${entry(0)} [data-do=look]`);
  },
};

/** Services of the page, and somebody of the phone tree in the plan beside it. */
export const Attached: Story = {
  name: 'With services and the phone tree',
  args: { resources: 'services' },
  decorators: [
    (story) => html`${story()} <safety-checklist audience="youth">${fallback}</safety-checklist> ${services}`,
  ],
  async play(context) {
    const plan = insideOf(context.canvasElement, 'safety-checklist');
    await press(plan, '[data-do=addPerson]');
    await write(plan, field('people.0.name'), 'J.');
    await write(plan, field('people.0.number'), '555-0151');
    await fill(context);
    const root = inside(context.canvasElement);
    await press(root, '.closer summary');
    await press(root, '[data-do=attach][data-value="988"]');
    await press(root, '[data-do=attach]:not([data-value="988"]):last-of-type');
    await expect(root.querySelectorAll('.closer [data-do=out][data-at*=helpers]')).toHaveLength(2);
  },
};

/** A goal rests, with its steps. It can be brought back. */
export const SetAside: Story = {
  name: 'A goal set aside',
  async play(context) {
    await fill(context);
    const root = inside(context.canvasElement);
    await press(root, `${entry(2)} [data-do=putAside]`);
    await press(root, 'details:has([data-do=putBack]) summary');
    await expect(await find(root, '[data-do=putBack]')).toBeVisible();
  },
};

export const Moved: Story = {
  async play({ canvasElement }) {
    const root = inside(canvasElement);
    await addGoals(root, 'One', 'Two');
    await press(root, `${entry(0)} [data-do=down]`);
    await expect(await find(root, `${entry(1)} .words`)).toHaveTextContent('One');
  },
};

/** Goals that the agency offers to start from, and what is particular to the place. */
export const OwnGoals: Story = {
  name: 'Goals from a pack',
  args: {
    content: {
      title: 'My goals, Example Youth Center',
      ideas: [
        { id: 'example-cook', text: 'Example of a goal: cook a meal.' },
        { id: 'example-music', text: 'Example of a goal: play the drums.' },
      ],
      localNotes: ['Example of a note: the kitchen is open on Sundays.'],
    },
  },
  async play({ canvasElement }) {
    await press(inside(canvasElement), '[data-do=take]');
    await expect(inside(canvasElement).querySelectorAll('.entry')).toHaveLength(1);
  },
};

export const InPage: Story = { name: 'In the page, by choice', args: { inPage: true } };

export const FailedWithFallback: Story = { name: 'Pack fails, fallback shown', args: { src: 'packs/cut-short.txt' } };

export const Cleared: Story = {
  name: 'Cleared, with undo',
  async play(context) {
    await fill(context);
    const root = inside(context.canvasElement);
    await press(root, '[data-opens=clear]');
    await press(root, '[data-keep=clear]');
    await expect(root.querySelectorAll('.entry')).toHaveLength(0);
  },
};

/** What is printed, shown on the screen. */
export const PrintSheet: Story = {
  name: 'What is printed',
  decorators: [
    (story) => html`
      <style>
        goal-planner::part(sheet) {
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
    await expect(await find(inside(context.canvasElement), '[part=sheet]')).toHaveTextContent('Find my papers');
  },
};

export const PrintSheetEmpty: Story = {
  ...PrintSheet,
  name: 'What is printed, nothing written',
  async play({ canvasElement }) {
    await find(inside(canvasElement), '.surface');
    dispatchEvent(new Event('beforeprint'));
    await expect(await find(inside(canvasElement), '[part=sheet]')).toBeVisible();
  },
};

export const LongWords: Story = {
  name: 'Long words',
  async play({ canvasElement }) {
    const root = inside(canvasElement);
    const long = 'Exampleofaverylongwordwithoutaplacetobreakit'.repeat(2);
    await addGoals(root, long);
    await press(root, '[data-do=look]');
    await write(root, '.closer .row input[data-at=own]', long);
    await press(root, '.closer [data-do=add]');
  },
};

export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { note: 'We can go through this with you at Example Youth Center, 555-0142.' },
};

export const HeadingLevel: Story = { name: 'Heading level', args: { headingLevel: 4 } };

export const Narrow: Story = { play: fill, decorators: [(story) => column('18rem', story())] };

export const Branded: Story = {
  play: fill,
  decorators: [inBrand()],
};

export const Spanish: Story = { globals: { language: 'es' } };

export const SpanishFilled: Story = { name: 'Spanish, filled', globals: { language: 'es' }, play: fill };

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' }, play: fill };

export const Dark: Story = { globals: { theme: 'dark' }, play: fill };
