import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { ResourceCard } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { column, daysAgo, fallback, inBrand, noted, pack, tidy } from './parts.js';

type Fields =
  | 'resourceId'
  | 'resource'
  | 'name'
  | 'description'
  | 'href'
  | 'phone'
  | 'textTo'
  | 'textKeyword'
  | 'chatHref'
  | 'address'
  | 'addressConfidential'
  | 'languages'
  | 'minimumAge'
  | 'maximumAge'
  | 'eligibility'
  | 'fees'
  | 'hours'
  | 'reporting'
  | 'assuredDate'
  | 'compact'
  | 'newTab'
  | 'headingLevel'
  | 'src'
  | 'content';

type Args = { -readonly [K in Fields]?: ResourceCard[K] | undefined } & {
  note?: string;
  fallback?: unknown;
  onContentError?: (event: Event) => void;
};

const bundled = ['national-human-trafficking-hotline', '988', 'misssey', 'sfcaht', 'polaris', 'heat-watch', 'gems'];

const meta: Meta<Args> = {
  title: 'resource-card',
  component: 'resource-card',
  args: { fallback },
  argTypes: {
    resourceId: { control: 'select', options: ['', ...bundled] },
    assuredDate: { control: 'text' },
    fallback: { table: { disable: true } },
  },
  parameters: {
    docs: {
      source: {
        // A property is set by a script; what is set from here is not in the HTML.
        transform: (code: string, { args: { resource } }: { args: Args }) =>
          resource
            ? `<resource-card></resource-card>\n<script>\n  document.querySelector('resource-card').resource = ${JSON.stringify(resource, null, 2).replaceAll('\n', '\n  ')};\n</script>`
            : tidy(code),
      },
    },
  },
  render: (args) => html`
    <resource-card
      resource-id=${args.resourceId || nothing}
      .resource=${args.resource}
      name=${args.name ?? nothing}
      description=${args.description ?? nothing}
      href=${args.href ?? nothing}
      phone=${args.phone ?? nothing}
      text-to=${args.textTo ?? nothing}
      text-keyword=${args.textKeyword ?? nothing}
      chat-href=${args.chatHref ?? nothing}
      address=${args.address ?? nothing}
      ?address-confidential=${args.addressConfidential}
      languages=${args.languages ?? nothing}
      minimum-age=${args.minimumAge ?? nothing}
      maximum-age=${args.maximumAge ?? nothing}
      eligibility=${args.eligibility ?? nothing}
      fees=${args.fees ?? nothing}
      hours=${args.hours ?? nothing}
      reporting=${args.reporting ?? nothing}
      assured-date=${args.assuredDate ?? nothing}
      ?compact=${args.compact}
      ?new-tab=${args.newTab}
      heading-level=${args.headingLevel ?? nothing}
      src=${args.src || nothing}
      @content-error=${args.onContentError}
    >
      ${args.fallback ?? nothing} ${pack(args.content)} ${noted(args.note)}
    </resource-card>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const all: Args = {
  name: 'Example Youth Center',
  description: 'An example of a drop-in center: meals, showers, somebody to talk with.',
  href: 'https://www.example.org/youth',
  phone: '(555) 555-0142',
  textTo: '555-555-0143',
  chatHref: 'https://chat.example.org',
  address: '100 Example Street, Exampletown',
  languages: 'en es',
  minimumAge: 12,
  maximumAge: 24,
  eligibility: 'Any young person. No papers are asked for.',
  fees: 'Free',
  hours: 'Every day, 9 am to 9 pm',
  reporting: 'An example: staff report abuse of anyone under 18, and say so before you talk.',
  assuredDate: daysAgo(40),
};

export const NationalHotline: Story = {
  name: 'Bundled: National Human Trafficking Hotline',
  args: { resourceId: 'national-human-trafficking-hotline' },
};
export const Lifeline988: Story = { name: 'Bundled: 988', args: { resourceId: '988' } };
export const Misssey: Story = { name: 'Bundled: MISSSEY', args: { resourceId: 'misssey' } };
export const Sfcaht: Story = { name: 'Bundled: SFCAHT', args: { resourceId: 'sfcaht' } };
export const Polaris: Story = { name: 'Bundled: The Polaris Project', args: { resourceId: 'polaris' } };
export const HeatWatch: Story = { name: 'Bundled: HEAT Watch', args: { resourceId: 'heat-watch' } };
export const Gems: Story = { name: 'Bundled: GEMS', args: { resourceId: 'gems' } };

/** Every attribute that says something of a service. */
export const FromAttributes: Story = { name: 'From attributes', args: all };

/** A name and a number: the card shows only what it knows. */
export const LittleKnown: Story = {
  name: 'Little is known',
  args: { name: 'Example Youth Center', phone: '555-0142' },
};

/** An object in the words of HSDS, with two numbers of a kind, a text phone and an extension. */
export const FromProperty: Story = {
  name: 'From the resource property',
  args: {
    resource: {
      name: 'Example Night Line',
      organization: 'Example Youth Center',
      description: 'An example of a line that is open at night.',
      url: 'https://www.example.org/night',
      phones: [
        { number: '555-555-0144', type: 'voice' },
        { number: '555-555-0145', type: 'voice', extension: '17' },
        { number: '555-555-0146', type: 'textphone' },
        { number: '55501', type: 'text', keyword: 'EXAMPLE' },
      ],
      languages: ['en', 'es', 'vi'],
      minimumAge: 13,
      feesDescription: 'Free',
      hoursDescription: '8 pm to 6 am',
      assuredDate: daysAgo(200),
      source: 'Example Youth Center',
    },
  },
};

/** An entry that the library brings along, with the agency's own words laid over it. */
export const BundledWithAttributes: Story = {
  name: 'Bundled, with attributes over it',
  args: {
    resourceId: '988',
    hours: 'Example of hours that an agency has asked for',
    languages: 'en es',
    assuredDate: daysAgo(3),
  },
};

export const Compact: Story = { args: { resourceId: 'national-human-trafficking-hotline', compact: true } };

/** What is typed elsewhere on the page stays when a link opens a new tab. The link says so. */
export const NewTab: Story = { name: 'New tab', args: { resourceId: '988', newTab: true } };

/** The address is in the data by mistake; it appears nowhere. */
export const ConfidentialAddress: Story = {
  name: 'Confidential address',
  args: { name: 'Example Shelter', phone: '555-0147', address: '100 Hidden Street', addressConfidential: true },
};

export const CheckedRecently: Story = { name: 'Checked recently', args: { ...all, assuredDate: daysAgo(20) } };
export const CheckedLongAgo: Story = { name: 'Checked long ago', args: { ...all, assuredDate: '2021-03-15' } };
export const NeverChecked: Story = { name: 'Never checked', args: { ...all, assuredDate: undefined } };

/** What they may have to tell someone else stands before the links. */
export const Reporting: Story = {
  name: 'What they may have to tell someone else',
  args: {
    name: 'Example Clinic',
    phone: '555-0148',
    reporting: 'An example: nurses report some injuries. Ask what they report before you tell.',
  },
};

/** A service of a feed: its hours, its places, what to bring. What a feed knows more is loaded with the first such card. */
const feed = {
  name: 'Example Clinic',
  alternateName: 'The Example Van',
  organization: 'Example Youth Center',
  description: 'An example of a clinic with two places.',
  phones: [
    { number: '555-555-0151', type: 'voice', description: 'Front desk' },
    { number: '555-555-0152', type: 'voice', description: 'After hours' },
  ],
  email: 'clinic@example.org',
  languages: ['en', 'es'],
  taxonomyTerms: ['Health care', 'Counseling'],
  free: true,
  locations: [
    {
      name: 'Example House',
      address: '100 Sample Street, Exampletown, MN 55000',
      accessibility: ['Step-free way in'],
      schedules: [
        { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00', timezone: 'America/Chicago' },
        { freq: 'WEEKLY', byday: 'SA', opensAt: '20:00', closesAt: '02:00', timezone: 'America/Chicago' },
      ],
    },
    { region: 'MN', addressConfidential: true },
  ],
  serviceAreas: ['Example County'],
  applicationProcess: 'Walk in, or call ahead.',
  requiredDocuments: ['Nothing'],
  interpretationServices: 'By phone, in any language.',
  assuredDate: daysAgo(30),
};

export const FromFeed: Story = { name: 'From a feed', args: { resource: feed } };

export const FromFeedCompact: Story = { name: 'From a feed, compact', args: { resource: feed, compact: true } };

/** Always open, and something is out of the ordinary. */
export const AlwaysOpen: Story = {
  name: 'From a feed: always open, with an alert',
  args: {
    resource: {
      name: 'Example Line',
      phones: [{ number: '555-555-0153', type: 'voice' }],
      schedules: [{ freq: 'DAILY', opensAt: '00:00', closesAt: '23:59', timezone: 'America/Chicago' }],
      alert: 'Today the wait can be long.',
      remote: true,
      assuredDate: daysAgo(5),
    },
  },
};

/** The feed tells an offset for its hours, and no zone: they are said in words, and nothing is guessed. */
export const HoursNotKnown: Story = {
  name: 'From a feed: hours not known',
  args: {
    resource: {
      name: 'Example Kitchen',
      hoursDescription: 'Monday to Friday, noon to 2',
      schedules: [{ freq: 'WEEKLY', byday: 'MO', opensAt: '12:00', closesAt: '14:00', timezone: '-6' }],
    },
  },
};

export const ClosedForATime: Story = {
  name: 'From a feed: closed for some time',
  args: { resource: { name: 'Example Night Shelter', status: 'temporarily closed' } },
};

/** The service speaks of itself in another language than the page: screen readers are told. */
export const InAnotherLanguage: Story = {
  name: 'From a feed: in another language',
  args: { resource: { name: 'Comedor Ejemplo', description: 'Comida caliente todos los días.', lang: 'es' } },
};

/** A text line that asks for a keyword. */
export const Keyword: Story = {
  name: 'Text line with a keyword',
  args: { name: 'Example Text Line', textTo: '55501', textKeyword: 'EXAMPLE' },
};

export const TextPhone: Story = {
  name: 'Text phone (TTY)',
  args: { resource: { name: 'Example Line', phones: [{ number: '555-555-0149', type: 'textphone' }] } },
};

export const Extension: Story = {
  args: {
    resource: { name: 'Example Line', phones: [{ number: '555-555-0149', type: 'voice', extension: '204' }] },
  },
};

export const AgesFrom: Story = { name: 'Ages: from', args: { name: 'Example Group', minimumAge: 16 } };
export const AgesTo: Story = { name: 'Ages: up to', args: { name: 'Example Group', maximumAge: 21 } };

/** Nothing was asked for: what the page put inside the element is shown. */
export const Nothing: Story = { name: 'Nothing is known, fallback shown' };

/** An id that is in no entry: `content-error`, and the fallback is shown. */
export const UnknownId: Story = { name: 'Unknown id', args: { resourceId: 'no-such-entry' } };

/** A link that is none and a number that is none: both are left out, and `content-error` tells. */
export const WithMistakes: Story = {
  name: 'With mistakes',
  args: { name: 'Example Youth Center', href: 'javascript:alert(1)', phone: 'ask at the desk', textTo: '555-0143' },
};

/** An entry of the agency's own, in a pack, named by its id. */
export const FromPack: Story = {
  name: 'From a pack',
  args: {
    resourceId: 'example-youth-center',
    content: {
      resources: [
        {
          id: 'example-youth-center',
          name: 'Example Youth Center',
          description: 'An example of an entry that the agency wrote.',
          phones: [{ number: '555-0142', type: 'voice' }],
          assuredDate: daysAgo(10),
          notes: ['Example of a note: ring twice, the bell is quiet.', 'A second note.'],
        },
      ],
    },
  },
};

export const FailedPack: Story = {
  name: 'Pack fails, fallback shown',
  args: { resourceId: 'example-youth-center', src: 'packs/cut-short.txt' },
};

/** The agency's own words below the card. */
export const WithNote: Story = {
  name: 'With a note of the agency',
  args: { resourceId: '988', note: 'Our own team at Example Youth Center is there, too: 555-0142.' },
};

/** A card among others, below a heading of level 4. */
export const HeadingLevel: Story = { name: 'Heading level', args: { ...all, headingLevel: 5 } };

export const LongNames: Story = {
  name: 'Long names',
  args: {
    name: 'Example Center for Young People and Their Families of Greater Exampletown and the Counties Around It',
    description: 'Exampleswithoutanyplacetobreakthemarerarebuttheyhappeninfeedsfromoutside.',
    href: 'https://a-very-long-name-that-nobody-would-choose.subdomain.example.org/with/a/path',
    phone: '+1 (555) 555-0142',
    chatHref: 'https://chat.a-very-long-name-that-nobody-would-choose.example.org',
    address: '100 Examplestreetwithalongname, Suite 12345, Exampletown, EX 00000',
    languages: 'en es vi zh-Hans tl ko hy fa ru ar',
  },
};

/** Cards side by side, as a page lays them out. */
export const SideBySide: Story = {
  name: 'Side by side',
  render: () => html`
    <style>
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        gap: 1rem;
        align-items: start;
      }
    </style>
    <div class="cards">
      ${bundled.map((id) => html`<resource-card resource-id=${id} compact>${fallback}</resource-card>`)}
    </div>
  `,
};

export const Narrow: Story = { args: all, decorators: [(story) => column('18rem', story())] };

export const Branded: Story = {
  args: all,
  decorators: [
    inBrand(`
      .branded resource-card::part(title) {
        font-weight: 400;
      }
      .branded resource-card::part(way) {
        border-width: 2px;
      }
    `),
  ],
};

/** While the translation is a draft, the lines that safety can hang on have the English beside them. */
export const Spanish: Story = {
  args: { ...all, name: 'Example Youth Center', assuredDate: '2021-03-15' },
  globals: { language: 'es' },
};

export const SpanishBundled: Story = {
  name: 'Spanish, bundled',
  args: { resourceId: 'national-human-trafficking-hotline' },
  globals: { language: 'es' },
};

export const RightToLeft: Story = { name: 'Right to left', args: all, globals: { direction: 'rtl' } };

export const Dark: Story = { args: all, globals: { theme: 'dark' } };
