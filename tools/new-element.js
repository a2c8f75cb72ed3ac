/**
 * `npm run new-element help-line` begins an element: its folder, its section, a row in the table of tags and in the README, a story and a test, and every
 * list that is made from them. It passes `npm run verify` as it is, says what its name says, and rests on no source yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { camel, pascal, root } from './made-files.js';
import { folder, startTranslation } from './start-translation.js';
import { folders } from './translations.js';

const [tag = ''] = process.argv.slice(2);
const at = (path) => join(root, path);
if (!/^[a-z]+(-[a-z]+)+$/.test(tag) || existsSync(at(`src/elements/${tag}`))) {
  const known = existsSync(at(`src/elements/${tag}`)) && tag;
  console.error(
    `${known ? `<${tag}> is there already.` : 'Name it by its tag, two words or more:'} npm run new-element help-line`,
  );
  process.exit(1);
}

const name = camel(tag);
const Class = pascal(tag);
const title = tag.charAt(0).toUpperCase() + tag.slice(1).replaceAll('-', ' ');

const files = {
  [`src/elements/${tag}/${tag}.ts`]: `
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ${name}Section } from '../../content/sections/${tag}.js';
import { ContentController } from '../../controllers/content.js';
import { base } from '../../styles/base.styles.js';
import { draftNote, head } from '../../templates/head.js';
import { info } from '../../templates/icons.js';
import { styles } from './${tag}.styles.js';

/**
 * ${title}. Say here what it is for a person.
 *
 * @summary ${title}.
 * @element ${tag}
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the rest.
 * @fires {ContentErrorEvent} content-error - Some content couldn’t be used.
 * @csspart title - The heading.
 */
export class ${Class} extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** The level of the heading, from 1 to 6. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own words (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own words, as an object. Overrides \`src\`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, ${name}Section);

  constructor() {
    super();
    this.headingLevel = 2;
    this.src = '';
  }

  protected override render(): TemplateResult {
    const { fallback, value, lang, draft, say } = this.#content;
    if (fallback) return html\`<slot></slot>\`;
    return html\`
      <div class="surface stack" lang=\${lang || nothing}>
        \${head(info, this.headingLevel, say('title'), value.intro)} \${draftNote(draft ? say('draft') : '')}
        <slot name="note"></slot>
      </div>
    \`;
  }
}
`,
  [`src/elements/${tag}/${tag}.styles.ts`]: `
import { css } from 'lit';

export const styles = css\`
  p {
    text-wrap: pretty;
  }
\`;
`,
  [`src/elements/${tag}/static.ts`]: `
import type { StaticElement } from '../../page/static-element.js';

/** \`${tag}\` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'all',
};
`,
  [`src/content/en/${tag}.json`]: `
{
  "content": {},
  "words": { "title": "${title}", "draft": "" },
  "critical": []
}
`,
  [`src/content/sections/${tag}.ts`]: `
import english from '../en/${tag}.json';
import { ${name} as others } from '../languages.js';
import { language, statements } from '../schema.js';
import { object } from '../../schema/parse.js';

/** \`${tag}\`: what it says. */
const ${name} = object({
  language,
  /** What to know first. */
  intro: statements,
});

/** \`${tag}\` */
export const ${name}Section = { schema: ${name}, english, others };
`,
  [`stories/${tag}.stories.ts`]: `
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { ${Class} } from 'alongside-elements';
import 'alongside-elements/define/all.js';
import { html, nothing } from 'lit';
import { fallback, noted, pack } from './parts.js';

type Args = Partial<Pick<${Class}, 'headingLevel' | 'src' | 'content'>> & { note?: string };

const meta: Meta<Args> = {
  title: '${tag}',
  component: '${tag}',
  render: (args) => html\`
    <${tag} heading-level=\${args.headingLevel ?? nothing} src=\${args.src || nothing}>
      \${fallback} \${pack(args.content)} \${noted(args.note)}
    </${tag}>
  \`,
};
export default meta;
type Story = StoryObj<Args>;

/** With the default content. */
export const Default: Story = {};

/** The agency's own words. */
export const OwnContent: Story = {
  name: 'Own content',
  args: { content: { intro: ['Example of a sentence.'] }, note: 'Example of a note.' },
};
`,
  [`tests/elements/${tag}.test.ts`]: `
import 'alongside-elements/define/all.js';
import { expect, fixture, html } from '@open-wc/testing';
import english from '../../src/content/en/${tag}.json' with { type: 'json' };
import { words } from './support.js';

describe('${tag}', () => {
  it('is accessible', async () => expect(await fixture(html\`<${tag}></${tag}>\`)).to.be.accessible());

  it('says what it is', async () => {
    expect(words(await fixture(html\`<${tag}></${tag}>\`))).to.contain(english.words.title);
  });
  it('shows what stands between the tags when its content cannot be used', async () => {
    const element = await fixture(html\`<${tag} .content=\${[]}>Call 988.</${tag}>\`);
    expect(element.shadowRoot?.querySelector('slot:not([name])')).to.exist;
  });
});
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text.trimStart());
}

const languages = folders.filter((language) => language !== 'en');
for (const language of languages)
  writeFileSync(join(folder(language), `${tag}.json`), await startTranslation(`${tag}.json`));

/** Puts a line among others of its kind, in the order of their tags. */
function addLine(path, kind, line) {
  const lines = readFileSync(at(path), 'utf8').split('\n');
  const places = lines.flatMap((text, index) => (kind.test(text) ? [index] : []));
  const next = places.find((index) => lines[index] > line) ?? places.at(-1) + 1;
  lines.splice(next, 0, line);
  writeFileSync(at(path), lines.join('\n'));
}
addLine('src/define/all.ts', /^ {2}'[a-z-]+': \w+,$/, `  '${tag}': ${Class},`);
// The rows of the README stand in the order in which the builder offers them: the last before the credits and the way out.
const readme = readFileSync(at('README.md'), 'utf8');
const row = `| \`<${tag}>\` | ${title}. Say here what it does, and for whom. | |\n`;
writeFileSync(
  at('README.md'),
  readme.replace('| `<source-note>` |', () => `${row}| \`<source-note>\` |`),
);

const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
const made = [
  [prettier, '--write', '--log-level', 'warn', ...Object.keys(files)],
  ['tools/languages.js'],
  ['tools/catalogue.js'],
  ['tools/json-schemas.js'],
  [
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
    ...['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet'],
  ],
  ['tools/reference.js'],
];
for (const args of made) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
console.log(
  `<${tag}> is there: ${Object.keys(files).join(', ')}, a row in README.md. Then: npm run build, npm run verify.`,
);
