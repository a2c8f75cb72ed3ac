import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { SourceNote } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { column, fallback, inBrand, noted, pack } from './parts.js';

type Args = Partial<Pick<SourceNote, 'elements' | 'headingLevel' | 'src' | 'content'>> & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const meta: Meta<Args> = {
  title: 'source-note',
  component: 'source-note',
  args: { fallback: nothing },
  argTypes: { fallback: { table: { disable: true } } },
  render: (args) => html`
    <source-note
      elements=${args.elements || nothing}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </source-note>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Alone on a page: it tells the sources of all elements. */
export const Alone: Story = {};

/** It finds the elements that are on the page, and tells their sources only. */
export const FoundOnPage: Story = {
  name: 'Found on the page',
  decorators: [
    (story) => html`
      <safety-checklist>${fallback}</safety-checklist>
      <div style="margin-block-start: 1rem">${story()}</div>
    `,
  ],
};

/** Elements in frames or in other shadow roots it cannot find: the page names them. */
export const Named: Story = { name: 'Named elements', args: { elements: 'stage-guide resource-card' } };

/** The agency's own credits, and a review. */
export const OwnContent: Story = {
  name: 'Own credits, reviewed',
  args: {
    elements: 'stage-guide',
    content: {
      title: 'Example: where our words come from',
      sources: [{ id: 'example', name: 'Example handbook', credits: ['Written by the team of Example Youth Center.'] }],
      elements: [
        { element: 'stage-guide', sources: ['example'], written: '2026-02-03', reviewed: '2026-06-10' },
        { element: 'source-note', sources: ['example'], written: '2026-02-03' },
      ],
    },
  },
};

export const FailedWithFallback: Story = {
  name: 'Pack fails, fallback shown',
  args: { src: 'packs/cut-short.txt', fallback: html`<p>Ask Example Youth Center where these words come from.</p>` },
};

export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { note: 'Example Youth Center has added local notes of its own.' },
};

export const HeadingLevel: Story = { name: 'Heading level', args: { headingLevel: 4 } };

export const Narrow: Story = { decorators: [(story) => column('18rem', story())] };

export const Branded: Story = {
  decorators: [
    inBrand(`
      .branded source-note::part(title) {
        font-weight: 400;
      }
    `),
  ],
};

export const Spanish: Story = { globals: { language: 'es' } };

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { globals: { theme: 'dark' } };
