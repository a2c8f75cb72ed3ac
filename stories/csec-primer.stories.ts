import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { CsecPrimer } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { asPrinted, column, fallback, find, inBrand, insideOf, noted, pack, press } from './parts.js';

type Args = Partial<
  Pick<CsecPrimer, 'section' | 'sections' | 'withoutContents' | 'headingLevel' | 'src' | 'content'>
> & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const ids = ['what', 'exchange', 'forms', 'who', 'experience', 'law'];

const meta: Meta<Args> = {
  title: 'csec-primer',
  component: 'csec-primer',
  args: { fallback },
  argTypes: {
    section: { control: 'select', options: ['', ...ids] },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <csec-primer
      section=${args.section || nothing}
      sections=${args.sections || nothing}
      ?without-contents=${args.withoutContents}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </csec-primer>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Pasted as it is: all six sections, open, with links to each. */
export const Default: Story = {};

export const What: Story = { name: 'One section: what', args: { section: 'what' } };
export const Exchange: Story = { name: 'One section: exchange', args: { section: 'exchange' } };
export const Forms: Story = { name: 'One section: forms', args: { section: 'forms' } };
export const Who: Story = { name: 'One section: who', args: { section: 'who' } };
export const Experience: Story = { name: 'One section: experience', args: { section: 'experience' } };

/** A law stands with its place and its date, and with a line that says where it does not hold. */
export const LawOnly: Story = { name: 'One section: law', args: { section: 'law' } };

/** Some sections, in the order in which the page names them. */
export const SomeSections: Story = { name: 'Some sections, in an order of one’s own', args: { sections: 'law what' } };

/**
 * A link to `#csec-primer-law` leads to the section, from the list at the top, from anywhere else on the page and from other
 * pages. Here the element has an `id`, and the link is `#about-csec-law`.
 */
export const Linked: Story = {
  name: 'Linked to from the page',
  render: () => html`
    <p>
      <a href="#about-csec-law" style="line-height: 2.75rem">What the law says in California</a>
    </p>
    <csec-primer id="about-csec">${fallback}</csec-primer>
  `,
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'csec-primer');
    await press(root, 'nav li:nth-child(5) a');
    const section = await find(root, '#section-experience');
    await waitFor(() => expect(root.activeElement?.parentElement).toBe(section));
  },
};

/** The links to the sections are left out. */
export const WithoutContents: Story = {
  name: 'Without the list of sections',
  args: { withoutContents: true, sections: 'exchange forms who' },
};

/** Fields that are empty by default and there for an agency: its own forms and signs, its own laws, its own words in each section. */
export const OwnContent: Story = {
  name: 'Own forms, laws and notes',
  args: {
    content: {
      sections: ids.map((id) => ({
        id,
        ...(id === 'what' && { ownNotes: ['Example of a definition that Example Youth Center works with.'] }),
        ...(id === 'forms' && { ownPoints: ['example of a form that our team has met', 'a second example'] }),
        ...(id === 'experience' && {
          ownPoints: ['Example of a sign that our team has seen.'],
          ownNotes: ['Example of what our team has learned. Ask at 555-0142, on weekdays.'],
        }),
        ...(id === 'law' && {
          ownLaws: [
            {
              id: 'example-act',
              place: 'Example State',
              name: 'Example Act, section 12',
              dated: 'March 2020',
              says: ['Example of what a law of this state says.'],
            },
          ],
          ownNotes: ['Example of a local note: our legal clinic is open on Tuesdays, 555-0143.'],
        }),
      })),
    },
  },
};

/** A section of an agency's own, among ours. */
export const OwnSection: Story = {
  name: 'A section of an agency’s own',
  args: {
    sections: 'what here',
    content: {
      sections: [
        ...ids.map((id) => ({ id })),
        {
          id: 'here',
          name: 'Example: where we are',
          text: ['Example of what our team wants every new advocate to know.'],
          points: ['first example', 'second example'],
        },
      ],
    },
  },
};

/** On a page whose own headings go down to level 3. */
export const HeadingLevel: Story = { name: 'Heading level', args: { headingLevel: 4, sections: 'exchange law' } };

/** The agency's own words below the sections. */
export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { section: 'who', note: 'Questions about this page? Ask the team at Example Youth Center, 555-0142.' },
};

/** A name that the content lacks: `content-error`, and the sections that it has are shown. */
export const UnknownSection: Story = { name: 'Unknown section', args: { sections: 'forms no-such-section' } };

/** None of the names is known: `content-error`, and everything is shown, never nothing. */
export const UnknownOnly: Story = { name: 'Unknown section and no other', args: { section: 'no-such-section' } };

/** One entry holds markup: it is left out, the rest is shown, and `content-error` tells where. */
export const PackWithMistakes: Story = {
  name: 'Pack with mistakes',
  args: {
    content: {
      sections: [
        { id: 'forms', ownPoints: ['Example of a form.', 'Example with <b>markup</b> in it.'] },
        { id: 'law', ownLaws: [{ id: 'no-date', place: 'Example State', name: 'Example Act', says: ['Example.'] }] },
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

/** Where there is much room, the names of the sections stand beside them. */
export const Wide: Story = { decorators: [(story) => column('76rem', story())] };

/** Tokens for the whole library, and parts. */
export const Branded: Story = {
  decorators: [
    inBrand(`
      .branded csec-primer::part(title) {
        font-weight: 400;
        letter-spacing: 0.02em;
      }
      .branded csec-primer::part(law) {
        border: 1px solid;
      }
    `),
  ],
};

export const Spanish: Story = { globals: { language: 'es' } };

/** The page's language is one that the library lacks: the words are English, and are marked as English. */
export const OtherLanguage: Story = {
  name: 'A language that is not there yet',
  args: { section: 'law' },
  globals: { language: 'vi' },
};

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { globals: { theme: 'dark' } };

/** As it is printed: without the links, and with an edge around what stands in a box. */
export const Printed: Story = {
  name: 'As it is printed',
  decorators: [(story) => column('45rem', story())],
  async play({ canvasElement }) {
    const root = insideOf(canvasElement, 'csec-primer');
    const contents = await find(root, 'nav');
    asPrinted(root);
    await expect(contents).not.toBeVisible();
  },
};
