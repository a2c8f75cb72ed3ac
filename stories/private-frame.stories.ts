import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { PrivateFrame } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { fallback, insideOf, noted, pack } from './parts.js';

type Args = Partial<Pick<PrivateFrame, 'tag' | 'frameSrc' | 'src' | 'content'>> & {
  audience?: string;
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

/**
 * Another element in a frame of its own, into which the scripts of the page around cannot look. It looks as if it stood in the page. `docs/private-text.md` says
 * what that keeps apart, and what it does not.
 */
const meta: Meta<Args> = {
  title: 'private-frame',
  component: 'private-frame',
  args: { tag: 'safety-checklist', frameSrc: 'cdn/frame.html', audience: 'youth', fallback },
  argTypes: {
    tag: { control: 'select', options: ['safety-checklist'] },
    audience: { control: 'inline-radio', options: ['advocate', 'youth'] },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <private-frame
      tag=${args.tag || nothing}
      frame-src=${args.frameSrc || nothing}
      src=${args.src || nothing}
      audience=${args.audience || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </private-frame>
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const untilFramed: Play = ({ canvasElement }) => {
  const root = insideOf(canvasElement, 'private-frame');
  return waitFor(() => expect(root.querySelector('iframe:not(.coming)')).not.toBeNull());
};

/** `safety-checklist`, for a young person. */
export const Default: Story = { play: untilFramed };

export const Advocate: Story = { name: 'For an advocate', args: { audience: 'advocate' }, play: untilFramed };

export const Spanish: Story = {
  name: 'Spanish',
  decorators: [(story) => html`<div lang="es">${story()}</div>`],
  play: untilFramed,
};

/** The colors, the font and the sizes are those of the page around. */
export const Branded: Story = {
  decorators: [
    (story) => html`
      <div
        style="font-family: Georgia, serif; --alongside-color-accent: light-dark(#5b2a86, #d9c2f0); --alongside-radius: 0"
      >
        ${story()}
      </div>
    `,
  ],
  play: untilFramed,
};

/** Ideas of the agency's own, in a pack, and a note below. */
export const OwnIdeas: Story = {
  name: 'Ideas from a pack, and a note',
  args: {
    note: 'Example of a note from the team.',
    content: {
      youthTitle: 'My plan, Example Youth Center',
      ideas: [
        { id: 'example-one', advocate: 'Example of an idea from the team.', youth: 'Example of an idea for you.' },
      ],
    },
  },
  play: untilFramed,
};

/** What comes is no file of ours, or the page blocks it: the plan stands in the page, and says what that means. */
export const Blocked: Story = {
  name: 'The frame does not come',
  args: { frameSrc: 'packs/cut-short.txt' },
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'private-frame');
    await waitFor(() => expect(root.querySelector('[part=blocked]')).toBeVisible());
    await expect(root.querySelector('safety-checklist')).not.toBeNull();
  },
};

/** An element that has no private text has no use for a frame: what stands inside is shown. */
export const UnknownTag: Story = { name: 'A tag that nobody knows', args: { tag: 'example-tag' } };
