import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { ResourceCard, ResourceDirectory } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { column, daysAgo, fallback, find, inBrand, insideOf, noted, press, tidy, write } from './parts.js';

type Fields = 'src' | 'services' | 'api' | 'area' | 'deepLinks' | 'newTab' | 'headingLevel';
type Args = { -readonly [K in Fields]?: ResourceDirectory[K] | undefined } & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const tag = 'resource-directory';
/** 24 made-up services, as an HSDS server gives them. */
const example = 'packs/example-services.json';

const meta: Meta<Args> = {
  title: tag,
  component: tag,
  args: { fallback },
  argTypes: { fallback: { table: { disable: true } }, services: { control: false } },
  parameters: { docs: { source: { transform: tidy } } },
  render: (args) => html`
    <resource-directory
      src=${args.src || nothing}
      .services=${args.services}
      api=${args.api || nothing}
      area=${args.area || nothing}
      ?deep-links=${args.deepLinks}
      ?new-tab=${args.newTab}
      heading-level=${args.headingLevel ?? nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${noted(args.note)}
    </resource-directory>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** What is listed, once all of it is drawn. */
const listed = (canvas: HTMLElement, count: number) =>
  waitFor(() => {
    const items = insideOf(canvas, tag).querySelectorAll('.found > li:not([hidden])');
    if (items.length !== count) throw new Error(`${items.length} services are listed.`);
  });

const little = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `little-${index}`,
    name: `Example Service ${index + 1}`,
    description: 'An example.',
    phones: [{ number: `555-555-${String(100 + index).padStart(4, '0')}`, type: 'voice' }],
    assuredDate: daysAgo(20),
  }));

/** Without services of its own the element shows those that the library brings along. */
export const Default: Story = {};

export const Many: Story = { args: { src: example }, play: ({ canvasElement }) => listed(canvasElement, 20) };

export const Few: Story = {
  name: 'Five services',
  args: { services: little(5) },
  play: ({ canvasElement }) => listed(canvasElement, 5),
};

/** What is typed finds words that it is the beginning of, also with a slip in them. */
export const WithTypo: Story = {
  name: 'Searched, with a slip',
  args: { src: example },
  async play({ canvasElement }) {
    await listed(canvasElement, 20);
    await write(insideOf(canvasElement, tag), '[data-at=text]', 'counsling');
    const first = () => insideOf(canvasElement, tag).querySelector<ResourceCard>('.found resource-card');
    await waitFor(() => expect(JSON.stringify(first()?.resource)).toMatch(/counseling/i));
  },
};

export const WithChoicesOpen: Story = {
  name: 'With choices open',
  args: { src: example },
  async play({ canvasElement }) {
    await listed(canvasElement, 20);
    await press(insideOf(canvasElement, tag), '[data-do=filters]');
  },
};

/** Nothing fits: the ways to find more, and the lines that can be reached at once. */
export const NothingFound: Story = {
  name: 'Nothing is found',
  args: { src: example },
  async play({ canvasElement }) {
    await listed(canvasElement, 20);
    await write(insideOf(canvasElement, tag), '[data-at=text]', 'xylophone');
    await find(insideOf(canvasElement, tag), '[data-do="without text"]');
  },
};

/** All that is known of one service. */
export const OneOpened: Story = {
  name: 'One service opened',
  args: { src: example },
  async play({ canvasElement }) {
    await listed(canvasElement, 20);
    const card = insideOf(canvasElement, tag).querySelector('.found > li:nth-child(2) resource-card')!;
    await press(card.shadowRoot!, '[aria-expanded]');
  },
};

/** The rest of the list comes when it is asked for. */
export const ShownMore: Story = {
  name: 'More is shown',
  args: { src: example },
  async play({ canvasElement }) {
    await listed(canvasElement, 20);
    await press(insideOf(canvasElement, tag), '[data-do=more]');
    await listed(canvasElement, 24);
    // Out of sight, a card is as high as it was when it was last in sight, or as is guessed.
    for (const card of insideOf(canvasElement, tag).querySelectorAll('.later')) {
      card.scrollIntoView();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    scrollTo(0, 0);
  },
};

/** The address of the services gives nothing that can be used: the person is told, and there is other help. */
export const CannotBeLoaded: Story = {
  name: 'Cannot be loaded',
  args: { src: 'packs/cut-short.txt' },
  async play({ canvasElement }) {
    await find(insideOf(canvasElement, tag), '[data-do=again]');
  },
};

/** Searches go to the server of the agency when the person presses the button, and the element says so. */
export const Live: Story = {
  name: 'A live server',
  args: { api: 'packs/api' },
  async play({ canvasElement }) {
    await find(insideOf(canvasElement, tag), 'form');
    await press(insideOf(canvasElement, tag), '.search button');
    await listed(canvasElement, 6);
  },
};

export const Mistakes: Story = {
  name: 'With mistakes in the data',
  args: {
    services: [
      { name: 'Example Center', url: 'javascript:alert(1)', phones: [{ number: 'ask at the desk' }] },
      { description: 'It has no name.' },
      ...little(1),
    ],
  },
  play: ({ canvasElement }) => listed(canvasElement, 2),
};

export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { services: little(2), note: 'Our own team at Example Youth Center is there, too: 555-0142.' },
};

export const NewTab: Story = { name: 'New tab', args: { src: example, newTab: true } };

export const Narrow: Story = { args: { src: example }, decorators: [(story) => column('18rem', story())] };

export const Branded: Story = {
  args: { services: little(3) },
  decorators: [
    inBrand(`
      .branded resource-directory::part(title) {
        font-weight: 400;
      }
    `),
  ],
};

/** While the translation is a draft, the lines that safety can hang on have the English beside them. */
export const Spanish: Story = {
  args: { src: example },
  globals: { language: 'es' },
  play: ({ canvasElement }) => listed(canvasElement, 20),
};

export const RightToLeft: Story = { name: 'Right to left', args: { src: example }, globals: { direction: 'rtl' } };

export const Dark: Story = { args: { src: example }, globals: { theme: 'dark' } };
