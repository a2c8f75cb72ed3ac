import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { OptionsExplorer } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { column, fallback, find, inBrand, insideOf, noted, pack, press, services, write } from './parts.js';

type Args = Partial<Pick<OptionsExplorer, 'resources' | 'inPage' | 'headingLevel' | 'src' | 'content'>> & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const meta: Meta<Args> = {
  title: 'options-explorer',
  component: 'options-explorer',
  args: { fallback },
  argTypes: { fallback: { table: { disable: true } } },
  render: (args) => html`
    <options-explorer
      resources=${args.resources || nothing}
      ?in-page=${args.inPage}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </options-explorer>
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const field = (at: string) => `[data-at="${at}"]`;
const inside = (canvas: HTMLElement) => insideOf(canvas, 'options-explorer');
const entry = (at: number) => `.entry[data-at="options.${at}"]`;

async function addOptions(root: ShadowRoot, ...options: string[]) {
  for (const [at, option] of options.entries()) {
    await write(root, field('own'), option);
    await press(root, '[data-do=add]');
    await expect(await find(root, `${entry(at)} .words`)).toHaveTextContent(option);
  }
}

/** What matters, what is known, three options, and one of them looked at closer. */
const fill: Play = async ({ canvasElement }) => {
  const root = inside(canvasElement);
  await write(root, field('matters.mine'), 'My little brother, and a place to sleep that is mine.');
  await write(root, field('known.mine'), 'Which bus runs at night.');
  await addOptions(root, 'Stay with my aunt', 'Go to the example house', 'Leave it as it is for now');
  await press(root, `${entry(0)} [data-do=look]`);
  await write(root, field('options.0.good.mine'), 'She asks nothing.');
  await write(root, field('options.0.hard.mine'), 'It is far from school.');
  await write(root, field('options.0.ask.mine'), 'How long could I stay?');
  await write(root, field('options.0.help.mine'), 'J. has a car.');
  await write(root, field('options.0.one'), 'I want to go today.');
  await write(root, field('options.0.other'), 'I would miss people.');
};

/** Somewhere on the line between both sides. */
const place: Play = async (context) => {
  await fill(context);
  const root = inside(context.canvasElement);
  const line = await find<HTMLInputElement>(root, '[type=range]');
  line.value = '3';
  line.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await expect(await find(root, '[data-do=leave]')).toBeVisible();
};

/** Pasted as it is: nothing is written yet, and it can stay that way. */
export const Default: Story = {};

/** The young person has begun. Each part can stay empty. */
export const Filled: Story = { play: fill };

/** Where they are between both sides is said in words, never in numbers; it can be left open. */
export const BothSides: Story = { name: 'Both sides of how I feel', play: place };

/** An advocate is there on the same screen. Whose words are whose is seen at once, on paper, too. */
export const Together: Story = {
  name: 'With someone beside',
  async play(context) {
    const root = inside(context.canvasElement);
    await press(root, field('together'));
    await fill(context);
    await write(root, field('matters.theirs'), 'You talk about your brother first.');
    await write(root, field('options.0.good.theirs'), 'You said that you sleep well there.');
    await expect(root.querySelectorAll('.theirs').length).toBeGreaterThan(5);
  },
};

/** The page says which services can be attached. There is a way from the option to the card. */
export const Attached: Story = {
  name: 'With services of the page',
  args: { resources: 'services' },
  decorators: [(story) => html`${story()} ${services}`],
  async play(context) {
    await fill(context);
    const root = inside(context.canvasElement);
    await press(root, '.closer summary');
    await press(root, '[data-do=attach]');
    await press(root, '[data-do=attach]');
    await expect(root.querySelectorAll('[data-do=show]')).toHaveLength(2);
  },
};

/** One option rests, with all that was said of it. */
export const SetAside: Story = {
  name: 'An option set aside',
  async play(context) {
    await fill(context);
    const root = inside(context.canvasElement);
    await press(root, `${entry(1)} [data-do=putAside]`);
    await press(root, 'details:has([data-do=putBack]) summary');
    await expect(await find(root, '[data-do=putBack]')).toBeVisible();
  },
};

/** A decision is one way to end. It can change at any time. */
export const Decided: Story = {
  async play(context) {
    await place(context);
    await write(inside(context.canvasElement), field('decision'), 'Ask my aunt on Sunday, for now.');
  },
};

/** Options that the agency knows of, and what is particular to the place. Each is offered, none is suggested. */
export const OwnOptions: Story = {
  name: 'Options from a pack',
  args: {
    content: {
      title: 'My options, Example Youth Center',
      ideas: [
        { id: 'example-house', text: 'Example of an option: a bed at the example house.' },
        { id: 'example-talk', text: 'Example of an option: talk with the night line.' },
      ],
      localNotes: ['Example of a note: the house is open on every night.'],
    },
  },
  async play({ canvasElement }) {
    const root = inside(canvasElement);
    await press(root, '[data-do=take]');
    await expect(root.querySelectorAll('.entry')).toHaveLength(1);
    await press(root, '[data-do=notForMe]');
    await press(root, 'details:has([data-do=bringBack]) summary');
    await expect(await find(root, '[data-do=bringBack]')).toBeVisible();
  },
};

/** The agency knows what its own scripts could read, and chose that. */
export const InPage: Story = { name: 'In the page, by choice', args: { inPage: true } };

export const FailedWithFallback: Story = { name: 'Pack fails, fallback shown', args: { src: 'packs/cut-short.txt' } };

/** All is cleared. For some seconds that can be undone. */
export const Cleared: Story = {
  name: 'Cleared, with undo',
  async play(context) {
    await fill(context);
    const root = inside(context.canvasElement);
    await press(root, '[data-opens=clear]');
    await press(root, '[data-keep=clear]');
    await expect(root.querySelectorAll('.entry')).toHaveLength(0);
    await expect(await find(root, '[data-keep=undo]')).toBeEnabled();
  },
};

const shownSheet = html`
  <style>
    options-explorer::part(sheet) {
      display: block;
      margin-block-start: 1rem;
      padding: 1rem;
      border: 1px dashed;
    }
  </style>
`;

/** What is printed, shown on the screen: below a neutral heading, what was written. */
export const PrintSheet: Story = {
  name: 'What is printed',
  decorators: [(story) => html`${shownSheet} ${story()}`],
  async play(context) {
    await place(context);
    dispatchEvent(new Event('beforeprint'));
    await expect(await find(inside(context.canvasElement), '[part=sheet]')).toHaveTextContent('She asks nothing.');
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
    await addOptions(root, long);
    await press(root, '[data-do=look]');
    await write(root, field('options.0.one'), long);
    await write(root, field('options.0.good.mine'), long);
  },
};

export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { note: 'We can go through this with you at Example Youth Center, 555-0142.' },
};

export const HeadingLevel: Story = { name: 'Heading level', args: { headingLevel: 4 } };

export const Narrow: Story = { play: place, decorators: [(story) => column('18rem', story())] };

export const Branded: Story = {
  play: place,
  decorators: [inBrand()],
};

export const Spanish: Story = { globals: { language: 'es' } };

export const SpanishFilled: Story = { name: 'Spanish, filled', globals: { language: 'es' }, play: place };

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' }, play: place };

export const Dark: Story = { globals: { theme: 'dark' }, play: place };
