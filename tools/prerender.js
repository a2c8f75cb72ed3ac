// Writes cdn/html/: what the elements show that are only read, in each language, to be pasted into a page. Each can be read without JavaScript.
import { mkdirSync, writeFileSync } from 'node:fs';
import { render } from '../cli/render/render.js';
import { tags } from '../dist/define/all.js';
import { resourcesSection } from '../dist/content/sections/resource-card.js';
import { statics } from '../dist/statics.js';
import { languages } from './translations.js';

const english = resourcesSection.english;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** One organization as it stands between the tags, for what does not read shadow roots: its name, and its numbers or else its site. */
function lineFor(id, { content, words }) {
  const { phones = [], url, name } = english.content.resources.find((entry) => entry.id === id);
  const links = phones.map(({ number, type }) => {
    const [word, scheme] = type === 'text' ? ['text', 'sms'] : ['call', 'tel'];
    return `${words[word]}: <a href="${scheme}:${number.replace(/\D/g, '')}">${number}</a>.`;
  });
  const own = content.resources.find((entry) => entry.id === id)?.name ?? name;
  const said = links.length ? links.join(' ') : `<a href="${escaped(url)}">${escaped(new URL(url).hostname)}</a>.`;
  return `<li>${escaped(own)}. ${said}</li>`;
}

/** Whom every piece names that is no card. */
const lines = ['national-human-trafficking-hotline', '988'];

/** What stands in a piece that needs more than its tag. */
const attributes = {
  // It cannot know which elements will be beside it.
  'source-note': ` elements="${Object.keys(tags).join(' ')}"`,
};

/** The tags of what is only read, each with the attributes that it needs, by the name of the file. Of cards there is one for each organization. */
const pieces = Object.fromEntries(
  Object.keys(tags)
    .filter((tag) => statics[tag].shows === 'all')
    .flatMap((tag) =>
      tag === 'resource-card'
        ? english.content.resources.map(({ id }) => [`${tag}.${id}`, `<${tag} resource-id="${id}"></${tag}>`])
        : [[tag, `<${tag}${attributes[tag] ?? ''}></${tag}>`]],
    ),
);

mkdirSync('cdn/html', { recursive: true });
for (const [name, piece] of Object.entries(pieces))
  for (const lang of languages) {
    const file = (await resourcesSection.others[lang]?.())?.default ?? english;
    const [, id] = name.split('.');
    const inside = (id ? [id] : lines).map((one) => lineFor(one, file)).join('');
    const { html, problems } = await render(piece.replace('></', `><ul>${inside}</ul></`), { lang });
    if (problems.length) throw new Error(`${name}.${lang}: ${JSON.stringify(problems)}`);
    writeFileSync(`cdn/html/${name}.${lang}.html`, `${html}\n`);
  }
