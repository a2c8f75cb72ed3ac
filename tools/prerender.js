// Writes cdn/html/: what the elements show that are only read, in each language, to be pasted into a page. Each can be read without JavaScript.
import { mkdirSync, writeFileSync } from 'node:fs';
import { render } from '../cli/render/render.js';
import { tags } from '../dist/define/all.js';
import { resourcesSection } from '../dist/content/sections.js';
import { languages } from './translations.js';

/** The tags, each with the attributes that it needs, by the name of the file. */
const pieces = {
  'csec-primer': '<csec-primer></csec-primer>',
  'practice-principles': '<practice-principles></practice-principles>',
  // It cannot know which elements will be beside it.
  'source-note': `<source-note elements="${Object.keys(tags).join(' ')}"></source-note>`,
  'stage-guide': '<stage-guide></stage-guide>',
  ...Object.fromEntries(
    resourcesSection.english.content.resources.map(({ id }) => [
      `resource-card.${id}`,
      `<resource-card resource-id="${id}"></resource-card>`,
    ]),
  ),
};

mkdirSync('cdn/html', { recursive: true });
for (const [name, piece] of Object.entries(pieces))
  for (const lang of languages) {
    const { html, problems } = await render(piece, { lang });
    if (problems.length) throw new Error(`${name}.${lang}: ${JSON.stringify(problems)}`);
    writeFileSync(`cdn/html/${name}.${lang}.html`, `${html}\n`);
  }
