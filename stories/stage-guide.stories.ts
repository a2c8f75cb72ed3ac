import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { StageGuide } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { column, fallback, find, inBrand, insideOf, noted, pack, press } from './parts.js';

type Args = Partial<Pick<StageGuide, 'stage' | 'noticing' | 'headingLevel' | 'src' | 'content'>> & {
  note?: string;
  fallback?: unknown;
  onStageChange?: (event: Event) => void;
  onContentError?: (event: Event) => void;
};

const ids = ['precontemplation', 'contemplation', 'preparation', 'action', 'maintenance'];

const meta: Meta<Args> = {
  title: 'stage-guide',
  component: 'stage-guide',
  args: { fallback },
  argTypes: {
    stage: { control: 'select', options: ['', ...ids] },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <stage-guide
      stage=${args.stage || nothing}
      ?noticing=${args.noticing}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @stage-change=${args.onStageChange}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </stage-guide>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Pasted as it is. No stage is open: a person can start anywhere. */
export const Default: Story = {};

export const PreContemplation: Story = { name: 'Open: pre-contemplation', args: { stage: 'precontemplation' } };
export const Contemplation: Story = { name: 'Open: contemplation', args: { stage: 'contemplation' } };
export const Preparation: Story = { name: 'Open: preparation', args: { stage: 'preparation' } };
export const Action: Story = { name: 'Open: action', args: { stage: 'action' } };
export const Maintenance: Story = { name: 'Open: maintenance', args: { stage: 'maintenance' } };

/** A person opens one stage after another, and goes back to the whole cycle. */
export const OpenedAndClosed: Story = {
  name: 'Opened, and closed again',
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'stage-guide');
    const open = () => root.querySelectorAll('[aria-selected=true]');
    await press(root, '#tab-action b');
    await expect(open()).toHaveLength(1);
    await expect(await find(root, '#stage-action')).toBeVisible();
    await press(root, '#tab-contemplation b');
    await expect(await find(root, '#stage-action')).not.toBeVisible();
    await press(root, '.whole');
    await expect(open()).toHaveLength(0);
  },
};

/** Where there is little room the cycle is a list. */
export const Narrow: Story = {
  args: { stage: 'preparation' },
  decorators: [(story) => column('20rem', story())],
};

/** Where there is room the cycle is drawn, and its five parts are the controls. */
export const Ring: Story = {
  name: 'Ring',
  args: { stage: 'preparation' },
  decorators: [(story) => column('40rem', story())],
};

/** Where there is much room the open stage stands beside the ring. */
export const Wide: Story = {
  args: { stage: 'preparation' },
  decorators: [(story) => column('76rem', story())],
};

/** Signs can be ticked. Nothing is kept, counted or concluded. */
export const Noticing: Story = { args: { noticing: true } };

/** A ticked sign says in which stages it is described; each of them can be opened from there. */
export const NoticingTicked: Story = {
  name: 'Noticing, with signs ticked',
  args: { noticing: true },
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'stage-guide');
    for (const place of [1, 2, 6]) await press(root, `fieldset li:nth-child(${place}) input`);
    await expect(root.querySelectorAll('.described button')).toHaveLength(3);
    await press(root, '.described button');
    await expect(root.querySelectorAll('[aria-selected=true]')).toHaveLength(1);
  },
};

/** The same sign in more than one stage, in a pack of the agency's own. */
export const NoticingSharedSign: Story = {
  name: 'Noticing, one sign in two stages',
  args: {
    noticing: true,
    content: {
      stages: ids.map((id, index) => ({
        id,
        ...(index < 2 && { ownSigns: [{ id: 'example', text: 'Example of a sign that belongs to two stages.' }] }),
      })),
    },
  },
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'stage-guide');
    await press(root, '.signs > :last-child input');
    await expect(root.querySelector('.signs > :last-child label')).toHaveTextContent('two stages');
    await expect(root.querySelectorAll('.described button')).toHaveLength(2);
  },
};

/** Fields that are empty by default and there for an agency: its own signs, phrases and local notes. */
export const OwnContent: Story = {
  name: 'Own signs, phrases and local notes',
  args: {
    stage: 'contemplation',
    content: {
      stages: ids.map((id) => ({
        id,
        ...(id === 'contemplation' && {
          ownSigns: ['Example of a sign that the team at Example Youth Center has seen.'],
          phrases: ['“Example of words that our team has agreed on.”', '“A second example, said more gently.”'],
          localNotes: ['Example Youth Center: ask for the team at 555-0142, on weekdays.'],
        }),
      })),
    },
  },
};

/** Three stages of an agency's own. The drawing is made for five: other numbers are a list. */
export const ThreeStages: Story = {
  name: 'Another number of stages: three',
  args: {
    stage: 'example-b',
    content: {
      title: 'Example: three stages',
      stages: ['A', 'B', 'C'].map((letter) => ({
        id: `example-${letter.toLowerCase()}`,
        name: `Example stage ${letter}`,
        signs: [`Example of a sign in stage ${letter}.`],
        help: [`Example of a way to help in stage ${letter}.`],
      })),
    },
  },
};

export const EightStages: Story = {
  name: 'Another number of stages: eight',
  args: {
    content: {
      title: 'Example: eight stages',
      stages: Array.from({ length: 8 }, (_, index) => ({
        id: `example-${index + 1}`,
        name: `Example stage ${index + 1}`,
        signs: ['Example of a sign.'],
      })),
    },
  },
};

/** Long names in the ring and in the list. */
export const LongNames: Story = {
  name: 'Long names',
  args: {
    stage: 'action',
    content: {
      stages: ids.map((id) => ({ id, name: `Example of a long name for ${id}` })),
    },
  },
};

/** A pack by its address. */
export const FromAddress: Story = {
  name: 'Pack at an address',
  args: { src: 'packs/example-stages.json' },
};

/** On a page whose own headings go down to level 3. */
/** The page says where the plan is. Then there is a way to it from the help that speaks of making one. */
export const WithPlan: Story = {
  name: 'With a way to the plan',
  render: () => html`
    <stage-guide plan="plan" stage="preparation">${fallback}</stage-guide>
    <safety-checklist id="plan" audience="youth">${fallback}</safety-checklist>
  `,
  async play({ canvasElement }) {
    await press(insideOf(canvasElement, 'stage-guide'), '#stage-preparation .primary');
    await expect(document.activeElement?.id).toBe('plan');
  },
};

export const HeadingLevel: Story = { name: 'Heading level', args: { headingLevel: 4, stage: 'maintenance' } };

/** The agency's own words below the guide. */
export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { note: 'Questions about this guide? Ask the team at Example Youth Center, 555-0142.' },
};

/** An id that the content lacks: `content-error`, and no stage is open. */
export const UnknownStage: Story = { name: 'Unknown stage', args: { stage: 'no-such-stage' } };

/** One entry holds markup: it is left out, the rest is shown, and `content-error` tells where. */
export const PackWithMistakes: Story = {
  name: 'Pack with mistakes',
  args: {
    stage: 'precontemplation',
    content: {
      stages: ids.map((id) => ({ id, phrases: ['Example of a phrase.', 'Example with <b>markup</b> in it.'] })),
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

/** Tokens for the whole library, the element's own accent, and a part. */
export const Branded: Story = {
  args: { stage: 'preparation' },
  decorators: [
    inBrand(`
      .branded {
        --stage-guide-accent: light-dark(#5b2166, #eebcf5);
      }
      .branded stage-guide::part(title) {
        font-weight: 400;
        letter-spacing: 0.02em;
      }
    `),
  ],
};

export const Spanish: Story = { name: 'Spanish', args: { stage: 'action' }, globals: { language: 'es' } };

/** The page's language is one that the library lacks: the words are English, and are marked as English. */
export const OtherLanguage: Story = {
  name: 'A language that is not there yet',
  args: { stage: 'action' },
  globals: { language: 'vi' },
};

export const RightToLeft: Story = {
  name: 'Right to left',
  args: { stage: 'contemplation' },
  globals: { direction: 'rtl' },
};

export const Dark: Story = { args: { stage: 'action', noticing: true }, globals: { theme: 'dark' } };
