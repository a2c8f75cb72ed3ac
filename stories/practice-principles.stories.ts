import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { PracticePrinciples } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { asPrinted, column, fallback, find, inBrand, insideOf, noted, pack } from './parts.js';

type Args = Partial<Pick<PracticePrinciples, 'set' | 'headingLevel' | 'src' | 'content'>> & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const informed = ['safety', 'trustworthiness', 'choice', 'collaboration', 'empowerment'];
const centered = ['self-efficacy', 'life-goals', 'expertise', 'relationships', 'resiliency'];
const withExamples = (ids: readonly string[]) =>
  ids.map((id) => ({ id, examples: [`Example of what our team does for “${id}”, in one sentence.`] }));

const meta: Meta<Args> = {
  title: 'practice-principles',
  component: 'practice-principles',
  args: { fallback },
  argTypes: {
    set: { control: 'select', options: ['', 'trauma-informed', 'survivor-centered'] },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <practice-principles
      set=${args.set || nothing}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </practice-principles>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Pasted as it is: both sets. */
export const Default: Story = {};

export const TraumaInformed: Story = { name: 'Trauma-informed only', args: { set: 'trauma-informed' } };
export const SurvivorCentered: Story = { name: 'Survivor-centered only', args: { set: 'survivor-centered' } };

/** A field that is empty by default and there for an agency: an example of each principle from its own practice. */
export const OwnExamples: Story = {
  name: 'Own example for every principle',
  args: {
    content: {
      sets: [
        { id: 'trauma-informed', principles: withExamples(informed) },
        { id: 'survivor-centered', principles: withExamples(centered) },
      ],
    },
  },
};

/** An example for one principle; a set that the pack only names stays as it is. */
export const OneExample: Story = {
  name: 'Own example for one principle',
  args: {
    content: {
      sets: [
        {
          id: 'trauma-informed',
          principles: informed.map((id) => (id === 'choice' ? withExamples([id])[0] : { id })),
        },
        { id: 'survivor-centered' },
      ],
    },
  },
};

/** A third set, of an agency's own. */
export const OwnSet: Story = {
  name: 'A set of an agency’s own',
  args: {
    content: {
      title: 'Example: how we work',
      sets: [
        { id: 'trauma-informed' },
        { id: 'survivor-centered' },
        {
          id: 'example',
          name: 'Example: of our own team',
          principles: ['A', 'B', 'C'].map((letter) => ({
            id: `example-${letter.toLowerCase()}`,
            name: `Example principle ${letter}`,
            meaning: 'Example of what it means, in one sentence.',
          })),
        },
      ],
    },
  },
};

/** What is printed, by the button or with the page: the sheet, with an edge around each set, and none of the controls. */
export const Printed: Story = {
  name: 'As it is printed',
  decorators: [(story) => column('45rem', story())],
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'practice-principles');
    const button = await find(root, 'button');
    asPrinted(root);
    await expect(button).not.toBeVisible();
  },
};

/** On a page whose own headings go down to level 3. */
export const HeadingLevel: Story = { name: 'Heading level', args: { headingLevel: 4 } };

/** The agency's own words below the principles. */
export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { note: 'Questions about these? Ask the team at Example Youth Center, 555-0142.' },
};

/** An id that the content lacks: `content-error`, and both sets are shown, never nothing. */
export const UnknownSet: Story = { name: 'Unknown set', args: { set: 'no-such-set' } };

/** One entry holds markup: it is left out, the rest is shown, and `content-error` tells where. */
export const PackWithMistakes: Story = {
  name: 'Pack with mistakes',
  args: {
    content: {
      sets: [
        {
          id: 'trauma-informed',
          principles: informed.map((id) => ({ id, examples: ['Example.', 'Example with <b>markup</b> in it.'] })),
        },
      ],
    },
  },
};

/** A pack that cannot be read: what the page put inside the element is shown. */
export const FailedWithFallback: Story = {
  name: 'Pack fails, fallback shown',
  args: { src: 'packs/cut-short.txt' },
};

/** A pack that cannot be read, and nothing inside the element: the default content is shown. */
export const FailedWithoutFallback: Story = {
  name: 'Pack fails, no fallback there',
  args: { src: 'packs/cut-short.txt', fallback: nothing },
};

export const Narrow: Story = { decorators: [(story) => column('18rem', story())] };

export const Wide: Story = { decorators: [(story) => column('76rem', story())] };

/** Tokens for the whole library, and parts. */
export const Branded: Story = {
  decorators: [
    inBrand(`
      .branded practice-principles::part(title) {
        font-weight: 400;
        letter-spacing: 0.02em;
      }
    `),
  ],
};

export const Spanish: Story = { globals: { language: 'es' } };

/** The page's language is one that the library lacks: the words are English, and are marked as English. */
export const OtherLanguage: Story = { name: 'A language that is not there yet', globals: { language: 'vi' } };

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { globals: { theme: 'dark' } };
