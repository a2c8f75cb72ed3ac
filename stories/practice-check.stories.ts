import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { PracticeCheck } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { column, fallback, find, inBrand, insideOf, noted, pack, press, write } from './parts.js';

type Args = Partial<Pick<PracticeCheck, 'inPage' | 'headingLevel' | 'src' | 'content'>> & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const meta: Meta<Args> = {
  title: 'practice-check',
  component: 'practice-check',
  args: { fallback },
  argTypes: { fallback: { table: { disable: true } } },
  render: (args) => html`
    <practice-check
      ?in-page=${args.inPage}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </practice-check>
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const at = (area: string, lens: string, of = 'text') => `[data-at="notes.${area}-${lens}.${of}"]`;
const inside = (canvas: HTMLElement) => insideOf(canvas, 'practice-check');

/** Notes in two places, of which one is to go on paper. */
const fill: Play = async ({ canvasElement }) => {
  const root = inside(canvasElement);
  await write(root, at('relationship', 'survivor-focused'), 'Three visits in a row, at the same time of day.');
  await press(root, `${at('relationship', 'survivor-focused', 'where')}[data-value=growing]`);
  await press(root, at('relationship', 'survivor-focused', 'include'));
  await press(root, '#tab-safety-planning');
  await write(root, at('safety-planning', 'empowerment-based'), 'I wanted to drive over at once.');
  await press(root, `${at('safety-planning', 'empowerment-based', 'where')}[data-value=support]`);
  await expect(root.querySelectorAll('[aria-pressed=true]')).toHaveLength(2);
};

/** Pasted as it is: open questions, and room for notes. */
export const Default: Story = {};

export const Filled: Story = { play: fill };

/** Questions that the agency adds stand after those of the source, each in its place. */
export const OwnQuestions: Story = {
  name: 'Questions of the agency',
  args: {
    content: {
      title: 'Reflecting on my practice, Example Youth Center',
      ownQuestions: [
        {
          id: 'example-notes',
          area: 'confidentiality',
          lens: 'survivor-focused',
          text: 'Example of a question of the team: who reads our case notes?',
        },
      ],
    },
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
    await expect(root.querySelectorAll('[aria-pressed=true]')).toHaveLength(0);
  },
};

/** What is printed for supervision: nothing but what was chosen. */
export const PrintSheet: Story = {
  name: 'What is printed',
  decorators: [
    (story) => html`
      <style>
        practice-check::part(sheet) {
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
    const sheet = await find(inside(context.canvasElement), '[part=sheet]');
    await expect(sheet).toHaveTextContent('Three visits in a row');
    await expect(sheet).not.toHaveTextContent('drive over');
  },
};

export const PrintSheetEmpty: Story = {
  ...PrintSheet,
  name: 'What is printed, nothing chosen',
  async play({ canvasElement }) {
    await find(inside(canvasElement), '.surface');
    dispatchEvent(new Event('beforeprint'));
    await expect(await find(inside(canvasElement), '[part=sheet]')).toBeVisible();
  },
};

export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { note: 'Supervision at Example Youth Center: Thursdays, room 2.' },
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
