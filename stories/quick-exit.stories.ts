import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { QuickExit } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { find, insideOf, press } from './parts.js';

type Args = Partial<
  Pick<QuickExit, 'href' | 'shortcut' | 'placement' | 'clearUrl' | 'keepOutOfHistory'> & {
    link: unknown;
    limits: unknown;
    onContentError: (event: Event) => void;
  }
>;

/** What a page puts inside: it works without JavaScript, and when the script cannot be loaded. */
const link = html`<a href="https://www.wikipedia.org/" rel="noreferrer noopener">Leave this site</a>`;

/**
 * A button that leaves the site immediately: the page goes blank, and another site replaces it. It stays in view, in front of everything.
 *
 * **It works here, too.** Clicking it, or pressing Shift three times, leaves Storybook for the address in `href`, and Back doesn’t return to the story.
 * To come back, enter Storybook’s address again.
 */
const meta: Meta<Args> = {
  title: 'quick-exit',
  component: 'quick-exit',
  args: { link },
  argTypes: {
    shortcut: { control: 'select', options: ['', 'shift', 'escape', 'none'] },
    placement: { control: 'inline-radio', options: ['', 'top', 'bottom'] },
    link: { table: { disable: true } },
    limits: { table: { disable: true } },
  },
  // It belongs to a whole page: on the page of all stories each has a frame of its own.
  parameters: { docs: { story: { inline: false, height: '16rem' } } },
  render: (args) => html`
    <quick-exit
      href=${args.href || nothing}
      shortcut=${args.shortcut || nothing}
      placement=${args.placement || nothing}
      clear-url=${args.clearUrl || nothing}
      ?keep-out-of-history=${args.keepOutOfHistory}
      @content-error=${args.onContentError}
    >
      ${args.link ?? nothing} ${args.limits ?? nothing}
    </quick-exit>
  `,
  decorators: [
    (story) => html`
      ${story()}
      <p>The page begins here. Nothing of it lies under the button, also where there is little room.</p>
    `,
  ],
};
export default meta;
type Story = StoryObj<Args>;

/** Opens what it can do and what it cannot. */
const openLimits: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const root = insideOf(canvasElement, 'quick-exit');
  await press(root, 'details:not([hidden]) summary');
  await expect(root.querySelector('details')).toHaveAttribute('open');
};

/** Pasted as it is: first in the page, around a plain link. */
export const Default: Story = {};

/** A label that the agency has chosen, and a place to go. */
export const OwnWords: Story = {
  name: 'Own words',
  args: { link: html`<a href="https://www.weather.gov/" rel="noreferrer noopener">Weather</a>` },
};

/** Nothing is inside: the link is the element’s own, in the language of the page. */
export const NoLinkInside: Story = { name: 'No link inside', args: { link: nothing } };

/** What it can do and what it cannot, opened. */
export const LimitsOpen: Story = { name: 'Limits open', play: openLimits };

/** The agency says in its own words what it can do and what it cannot. */
export const OwnLimits: Story = {
  name: 'Own limits',
  args: {
    limits: html`<p slot="limits">
      Example Youth Center: this takes you to another site. Your phone still keeps a list of pages that you opened. Ask
      us, we can look at it together.
    </p>`,
  },
  play: openLimits,
};

/** Shift was pressed once: the bar fills, and a screen reader hears how many times more it takes. After two seconds it starts over. */
export const FirstPress: Story = {
  name: 'Shift, pressed once',
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'quick-exit');
    await find(root, 'details:not([hidden])');
    await userEvent.keyboard('{Shift}');
    await expect(await find(root, '[aria-live]')).not.toBeEmptyDOMElement();
    const whole = (await find(root, '[part=bar]')).clientWidth;
    const filled = (await find(root, '[part=bar] > div')).getBoundingClientRect().width;
    await expect(filled / whole).toBeCloseTo(1 / 3, 1);
  },
};

/** Escape leaves, pressed twice; where a dialog is open, it closes that. */
export const Escape: Story = { name: 'Keys: Escape', args: { shortcut: 'escape' }, play: openLimits };

/** No key leaves. */
export const NoKeys: Story = { name: 'Keys: none', args: { shortcut: 'none' }, play: openLimits };

/** At the bottom of the window. The page gets room there. */
export const Bottom: Story = { args: { placement: 'bottom' } };

/** A page whose header stays at the top has the button at the bottom. */
export const FixedHeader: Story = {
  name: 'In a page with a fixed header',
  args: { placement: 'bottom' },
  parameters: { layout: 'fullscreen' },
  decorators: [
    (story) => html`
      <style>
        .fixed-header header {
          position: fixed;
          inset: 0 0 auto;
          padding: 1rem;
          background: #123f6b;
          color: #ffffff;
        }
        .fixed-header main {
          padding: 5rem 1rem 1rem;
        }
      </style>
      <div class="fixed-header">
        <header>Example Youth Center</header>
        <main>
          ${story()}
          ${Array.from({ length: 12 }, () => html`<p>Words of the page, so many that it can be scrolled.</p>`)}
        </main>
      </div>
    `,
  ],
};

/** At the top it lies in front of such a header, whatever its `z-index`. */
export const OverHeader: Story = { ...FixedHeader, name: 'In front of a fixed header', args: {} };

/** Further down in the page: the page gets room at its edge. */
export const FurtherDown: Story = {
  name: 'Further down in a page',
  decorators: [
    (story) => html`
      <h2>Example Youth Center</h2>
      <p>Words of the page, before the button stands in it.</p>
      ${story()}
    `,
  ],
};

/** The page’s colors and corners, tokens for the button alone, and parts. */
export const Branded: Story = {
  args: { link: nothing },
  play: openLimits,
  decorators: [
    (story) => html`
      <style>
        .branded {
          --alongside-radius: 0;
          --quick-exit-background: light-dark(#2b2f77, #c5cbff);
          --quick-exit-color: light-dark(#ffffff, #14163a);
          --quick-exit-edge: 1rem;
          font-family: Georgia, serif;
        }
        .branded quick-exit::part(limits) {
          font-style: italic;
        }
      </style>
      <div class="branded">${story()}</div>
    `,
  ],
};

/** An address that is a script, a key and a place that are none: each is told with `content-error`, and the default holds. */
export const WithMistakes: Story = {
  name: 'With mistakes',
  args: { link: nothing, href: 'javascript:alert(1)', shortcut: 'f9', placement: 'left' },
};

/** A draft that nobody has reviewed: the English stands beside every line that safety can hang on. */
export const Spanish: Story = { args: { link: nothing }, globals: { language: 'es' }, play: openLimits };

/** The page’s language is one that the library lacks: the words are English, and are marked as English. */
export const OtherLanguage: Story = {
  name: 'A language that is not there yet',
  args: { link: nothing },
  globals: { language: 'vi' },
};

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' }, play: openLimits };

export const Dark: Story = { globals: { theme: 'dark' }, play: openLimits };
