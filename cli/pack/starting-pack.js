/**
 * Writes a pack to start from: every key that there is, with what the published schema says about it and what the default content
 * has there. All of it is in comments, but for the ids of the default content's entries: so it changes nothing until somebody
 * takes slashes away.
 */
import { readFileSync } from 'node:fs';
import { defaultOf, sections } from './sections.js';

const width = 110;

const schemaOf = (name) =>
  JSON.parse(readFileSync(new URL(import.meta.resolve(`alongside-elements/schemas/${name}.json`)), 'utf8'));

/** A text in lines of comments. */
function comment(text) {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    if (lines.at(-1) && lines.at(-1).length + word.length > width) lines.push('');
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines.map((line) => `// ${line}`);
}

const indented = (lines) => lines.map((line) => line && `  ${line}`);
const inComments = (lines) => lines.map((line) => `// ${line}`);
const json = (value) => JSON.stringify(value, null, 2).split('\n');
/** Puts something before the first line and behind the last. */
const around = (before, lines, after = ',') => {
  const all = [before + lines[0], ...lines.slice(1)];
  return [...all.slice(0, -1), all.at(-1) + after];
};

/** A sentence of the default content as its text alone; of other values everything but the fact ids, which are ours. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'facts');
  const isSentence = 'text' in value && entries.every(([key]) => ['id', 'text', 'lang'].includes(key));
  return isSentence ? value.text : Object.fromEntries(entries.map(([key, inside]) => [key, plain(inside)]));
}

/** How an entry of the default content can be recognized by somebody who reads. */
function titleOf({ name, text, advocate, source, id }) {
  const said = name ?? text ?? advocate ?? source ?? id;
  return said.length > 80 ? `${said.slice(0, 78).trimEnd()}…` : said;
}

/** Something of the right form, where there is no default to show. */
function emptyOf({ type, enum: words }) {
  if (words) return words[0];
  const [kind] = [type].flat();
  return { string: '', integer: 0, number: 0, boolean: false, array: [] }[kind] ?? '';
}

function writer({ $defs }) {
  /** The key of the list in which each definition was written out: it need not be again. */
  const told = new Map();

  const follow = (schema) => $defs[schema.$ref?.split('/').at(-1)] ?? schema;
  const isSentence = (schema) => !!follow(schema).anyOf;
  /** Whether a list stands in the pack by the ids of its entries, which take up those of the default. */
  const byIds = (schema, value) => Array.isArray(value) && !isSentence(schema.items) && !!value[0]?.id;

  /**
   * An object with every key described. What stands there besides comments is said by `stays(key, schema, value)`.
   *
   * @param value What the default content has there.
   */
  function linesOfObject({ properties }, value, stays, between = []) {
    const lines = Object.entries(properties).flatMap(([key, schema]) => {
      const described = describe(key, schema, value?.[key]);
      const given = around(`${JSON.stringify(key)}: `, linesOfValue(key, schema, value?.[key]));
      return [...described, ...(stays(key, schema, value?.[key]) ? given : inComments(given)), ...between];
    });
    return ['{', ...indented(lines.slice(0, lines.length - between.length)), '}'];
  }

  function describe(key, schema, value) {
    const words = schema.enum?.filter(Boolean);
    const like = !value?.length && told.get(schema.items?.$ref);
    const more = [words && `One of: ${words.join(', ')}.`, like && `Each is like those of "${like}".`];
    // A sentence needs no list to be like.
    return comment(
      [schema.description, ...(schema.items && isSentence(schema.items) ? [] : more)].filter(Boolean).join(' '),
    );
  }

  function linesOfValue(key, schema, value) {
    const { items } = schema;
    if (!items || !(follow(items).properties || isSentence(items)))
      return json(value === undefined ? emptyOf(schema) : plain(value));
    const isNew = !told.has(items.$ref);
    if (isNew) told.set(items.$ref, key);
    if (isSentence(items)) return inList([...(isNew ? shapeOfSentence(items) : []), ...entriesOf(value)]);
    const [first, ...rest] = value ?? [];
    if (byIds(schema, value)) return inList([...around('', linesOfEntry(follow(items), first)), ...rest.map(brief)]);
    if (!isNew) return inList(entriesOf(value));
    // An example: what it cannot do without, and what the default has there.
    const { required = [] } = items.else ?? (items.required ? items : follow(items));
    const stays = (key, _, inside) => inside !== undefined || required.includes(key);
    return inList([...around('', linesOfObject(follow(items), first, stays)), ...entriesOf(rest)]);
  }

  /** What a sentence can be besides a text in quotes. */
  function shapeOfSentence(items) {
    const object = follow(items).anyOf.find(({ type }) => type === 'object');
    return inComments([
      ...comment('A sentence in quotes. To say more about it, use an object instead:'),
      ...linesOfObject(object, undefined, (key) => object.required?.includes(key)),
    ]);
  }

  const linesOfEntry = (schema, value) =>
    linesOfObject(schema, value, (key, inside, known) => key === 'id' || byIds(inside, known));
  const entriesOf = (value = []) => value.flatMap((entry) => around('', json(plain(entry))));
  const brief = (entry) => `{ "id": ${JSON.stringify(entry.id)} }, // ${titleOf(entry)}`;
  const inList = (lines) => (lines.length ? ['[', ...indented(lines), ']'] : ['[]']);

  return {
    linesOfPack: (schema, value) =>
      linesOfObject(
        schema,
        value,
        (key, inside, known) => key === '$schema' || (key === 'language' && !!known) || byIds(inside, known),
        [''],
      ),
  };
}

const head = (name, { element }) =>
  [
    `Your own content for <${element}>. It changes nothing yet: everything it could say is in comments, with what is shown now.`,
    'To change something, remove the slashes in front of it and write your own words.',
    'An entry with an id that is already here keeps whatever you leave out. An entry with a new id needs everything.',
    'The list that you write is the list that is shown: entries you remove are gone, and the order is yours.',
    `Pages cannot read comments. This checks the file and writes the one for the page: npx alongside-elements-cli check ${name}.jsonc --out ${name}.json`,
  ].flatMap(comment);

/**
 * A pack to start from, as JSON with comments and with commas after last entries.
 *
 * @param name The section.
 * @param language A primary language tag. What is shown of the default is in it, where there is a translation.
 */
export async function startingPack(name, language) {
  const schema = schemaOf(name);
  const value = { ...(await defaultOf(name, language)), ...(language && { language }), $schema: schema.$id };
  const lines = writer(schema).linesOfPack(schema, value);
  return [...head(name, sections[name]), ...lines, ''].join('\n');
}
