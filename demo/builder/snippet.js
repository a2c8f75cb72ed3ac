// From what was chosen in the builder to what is pasted into a page. No DOM: it also runs in Node.
import * as check from './checks.js';
import { hex } from './contrast.js';
import { colorNames, cssOf, schemes } from './look.js';
import { element, toHtml } from './markup.js';

/** Attributes that have an address in them. One of these is checked, and only of links is it shown in the preview: nothing is asked for. */
export const isAddress = (name) => /(^|-)(src|api|href|url)$/.test(name);
const isLink = (name) => name.endsWith('href');

/** Elements in which a person writes: they say themselves who could read it. */
export const isPrivate = (facts, tag) => facts.elements[tag].attributes.some(({ name }) => name === 'in-page');

/**
 * What keeps tools that make pages faster away from a script, each by its own documentation or source: Cloudflare Rocket Loader (it wants to be
 * told before `src`; LiteSpeed Cache and Autoptimize hear this one, too), LiteSpeed Cache (two), Autoptimize, Jetpack Boost, WP Rocket. A script
 * that is held back until the first touch misses that touch.
 */
export const handsOff = {
  'data-cfasync': 'false',
  'data-no-optimize': '1',
  'data-no-defer': '1',
  'data-noptimize': '1',
  'data-jetpack-boost': 'ignore',
  nowprocket: true,
};

/** The facts that `snippet` takes: builder.json, and `integrity`, the hash of each file as manifest.json has it. */
export const factsOf = (facts, manifest) => ({
  ...facts,
  integrity: Object.fromEntries(manifest.map(({ file, integrity }) => [file, integrity])),
});

/** Where the files come from when the agency has no folder of its own for them. */
export const publicFolder = ({ version }) => `https://unpkg.com/alongside-elements@${version}/cdn/`;

/**
 * The lines to call, as a list with links: what cleans a page up for reading throws away a box in which a paragraph or two are mostly links, and
 * keeps a list. `inline`: as lines, for sites that throw paragraphs out of elements that they do not know.
 */
function fallback({ languages }, language, inline) {
  const { lines, call, text } = languages[language] ?? languages.en;
  const links = (word, scheme, numbers) =>
    numbers.flatMap((number) => [
      ` ${word}: `,
      element('a', { href: `${scheme}:${number.replace(/\D/g, '')}` }, number),
      '.',
    ]);
  const all = lines.map((line) => [
    `${line.name}.`,
    ...links(call, 'tel', line.call),
    ...links(text, 'sms', line.text),
  ]);
  return inline
    ? all.flatMap((line, at) => [...(at ? [element('br')] : []), ...line])
    : [element('ul', {}, ...all.map((line) => element('li', {}, ...line)))];
}

/** A div sends searches to a server of the page's own only: on many sites, more people may write divs than scripts. */
function apiProblem(text, { form, site }) {
  const own = check.hostOf(site ?? '');
  return form === 'div' && /^https:/i.test(text) && new URL(text).hostname !== own
    ? 'With this kind of code, searches can only go to your own site. Write a path such as /services, or fill in the field for your own site.'
    : '';
}

/** Attributes for the element itself: known ones that have a value, without addresses that will not do. */
function attributesOf(options, facts, problems) {
  const known = facts.elements[options.tag].attributes.filter(({ name }) => name !== 'in-page');
  const given = { 'heading-level': options.level, ...filled(options.attributes), src: options.src };
  const found = {};
  for (const { name, type } of known) {
    const value = typeof given[name] === 'string' ? given[name].trim() : given[name];
    if (!value) continue;
    const problem = isAddress(name)
      ? check.dataProblem(value) || (name === 'api' ? apiProblem(value, options) : '')
      : '';
    if (problem) problems.push({ field: name, words: problem });
    else found[name] = type === 'boolean' ? true : `${value}`;
  }
  return found;
}

/** Without what was left empty: that does not stand in the way of what a host asks for. */
const filled = (attributes = {}) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => `${value ?? ''}`.trim()));

const withData = (attributes) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`data-${name}`, value]));

/** The look as it was chosen. What is no color is told, and the library's own is taken for it. */
function lookOf({ look = {} }, problems) {
  for (const scheme of schemes)
    for (const name of colorNames)
      if (look[scheme]?.[name] && !hex(look[scheme][name]))
        problems.push({ field: `${scheme}-${name}`, words: 'Write the color like this: #1d4f5c.' });
  return look;
}

/**
 * The snippet for what was chosen.
 *
 * @param options.tag the element.
 * @param options.attributes more attributes of it by name, `true` for one without a value.
 * @param options.src the address of the agency's own data, or empty.
 * @param options.language such as `es`; empty for that of the page.
 * @param options.look see `cssOf`.
 * @param options.exit whether the way out is added; `destination` is where it leads, empty for the default, `site` the agency's own site.
 * @param options.framed whether an element with private text stands in a private frame.
 * @param options.folder where the files are on the agency's server; empty for the public one.
 * @param options.level the level of the element's heading, where the title of the page leaves no other; empty for the element's own.
 * @param options.inline whether what stands inside of the element has no paragraphs.
 * @param options.form `element`, `div` (for sites that strip unknown tags), or `frame` (for sites that put the code into a frame).
 * @param facts see `factsOf`.
 * @returns `parts`, each with an `id` and its `html`, in the order of a page; `html`, all of them; `problems` with what was typed, each with
 *   the `field` and a sentence, and left out of the snippet; `preview`, the same as data, without what would be asked for.
 */
export function snippet(options, facts) {
  const { tag, language = '', form = 'element' } = options;
  const problems = [];
  const say = (field, words) => words && problems.push({ field, words });

  say('folder', check.folderProblem(options.folder ?? ''));
  const own = options.folder && !check.folderProblem(options.folder);
  const files = own ? check.folder(options.folder) : publicFolder(facts);
  const script = (file, more) =>
    element('script', {
      ...handsOff,
      ...more,
      src: `${files}${file}`,
      integrity: facts.integrity[file],
      crossorigin: 'anonymous',
    });

  const framed = isPrivate(facts, tag) && !!options.framed;
  const name = framed ? 'private-frame' : tag;
  const attributes = { ...(framed && { tag }), ...attributesOf(options, facts, problems) };
  const inside = fallback(facts, language, options.inline);
  const widget =
    form === 'div'
      ? element('div', { 'data-alongside': name, lang: language, ...withData(attributes) }, ...inside)
      : element(name, { lang: language, ...attributes }, ...inside);

  const chosen = lookOf(options, problems);
  const styled = (selector) => {
    const css = cssOf(selector, chosen, facts.look);
    return css ? [`<style>\n${css}\n</style>`] : [];
  };
  const comment = `<!-- alongside-elements ${facts.version} -->`;

  const ownHost = check.hostOf(options.site ?? '');
  say('site', check.siteProblem(options.site ?? ''));
  const wrong = check.destinationProblem(options.destination ?? '', ownHost);
  if (options.exit) say('destination', wrong);
  const href = (!wrong && options.destination) || check.defaultDestination;
  const { leave } = facts.languages[language] ?? facts.languages.en;
  const link = { href, rel: 'noreferrer noopener', target: form === 'frame' ? '_top' : '' };
  const exit = element('quick-exit', { lang: language, href }, element('a', link, leave));

  const ofExit = [
    { id: 'exit-head', html: [comment, toHtml(script('quick-exit.js')), ...styled('quick-exit')].join('\n') },
    { id: 'exit-body', html: toHtml(exit) },
  ];
  const load = [comment, toHtml(script(`${name}.js`, { type: 'module' })), ...styled(name)].join('\n');
  const ofWidget =
    form === 'div'
      ? [
          { id: 'script', html: load },
          { id: 'widget', html: toHtml(widget) },
        ]
      : [{ id: 'widget', html: `${load}\n${toHtml(widget)}` }];
  let parts = [...(options.exit ? ofExit : []), ...ofWidget];
  // No blank line: some editors make paragraphs of them.
  const html = parts.map((part) => part.html).join('\n');
  // A frame has one field for all of it.
  if (form === 'frame') parts = [{ id: 'widget', html }];

  const shown = Object.fromEntries(Object.entries(attributes).filter(([each]) => !isAddress(each) || isLink(each)));
  return {
    html,
    parts,
    problems,
    preview: {
      exit: options.exit ? exit : undefined,
      widget: element(name, { lang: language, ...shown }, ...inside),
      css: cssOf(`${name}, quick-exit`, chosen, facts.look),
    },
  };
}
