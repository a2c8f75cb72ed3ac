/**
 * `npm run schemas` writes schemas/*.json, the published JSON Schemas (2020-12) of the content, for agencies that write packs in
 * an editor and for feeds. They are made from src/content/schema.ts, and from the files of sections that have rules of their own: the rules
 * from the data, the descriptions from the comments on its keys. With `--check` it writes nothing and fails where the files are not what it would write.
 *
 * A pack may leave out whatever the default content has. So of a whole pack nothing is required, and an entry that takes up
 * the `id` of a default entry can hold just what it changes; an entry with an `id` of its own has all that is not optional.
 * `service.json` is for a service by itself, which no default stands behind. A key that may be left out may also be `null`.
 *
 * What the parser of the library knows beyond them: that ids in a list differ; that a host and a day exist; that invisible
 * characters are taken away, and spaces around an id or a date; that a length is counted in UTF-16 code units; that an entry
 * of a list inside an entry can be taken up only where it stands; and that a statement of the default content can be taken up
 * by its id alone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import ts from 'typescript';
import { sections } from './catalogue.js';
import { isMain } from './is-main.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = 'src/content/schema.ts';
const services = 'src/services/schema.ts';

/** The published files: the export that each is made of, and the file of the default content that stands behind it. */
const files = {
  ...Object.fromEntries(sections.map(({ pack, schema }) => [pack, { of: schema, content: pack }])),
  service: { of: 'service' },
};

/** Where the rules stand: most in one file, those of services in another, and those that only one section has also in the file of that. */
const sources = [source, services, ...sections.filter(({ own }) => own).map(({ path }) => path)];

/** Keys that say what they are, and carry no comment in the source. Those that stand in many places mean the same in each. */
const everywhere = {
  id: 'A permanent id. Translations and links depend on it. If it is the id of a default entry, anything left out stays as it is there.',
  language: 'The language of the pack, as a BCP 47 tag such as `es`. If empty, the page’s language.',
  lang: 'The language of this entry, as a BCP 47 tag, if it differs from the rest.',
  title: 'The heading.',
  advocateTitle: 'The heading, worded for an advocate.',
  youthTitle: 'The heading, worded for the young person.',
  resources: 'The services that a card’s `resource-id` can refer to.',
  sources: 'The documents that the words are based on.',
  principles: 'The principles of the set, in the order they’re shown.',
  areas: 'The areas, in the order they’re shown.',
  lenses: 'The lenses for each area, in the order they’re shown.',
  questions: 'The questions, in the order they’re shown.',
  facts: 'Ids of the source facts that this is based on.',
  element: 'The tag of the element.',
};

// What cannot be seen, and what reads as an HTML tag or comment once that is taken away. The same as in src/schema/text.ts.
const unseen = '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u200b\\u202a-\\u202e\\u2060-\\u206f';
const markup = `[\\s\\S]*<[${unseen}]*[A-Za-z!/?]`;

/** The pattern of each kind of text. A link has no user name or password. */
const patterns = {
  text: `^(?!${markup})[\\s\\S]*[^\\s${unseen}]`,
  id: '^[a-z0-9][a-z0-9-]*$',
  link: `^[Hh][Tt][Tt][Pp][Ss]?://(?!/*[^/?#]*@)(?!${markup})[^\\s\\u0000-\\u001f\\\\]+$`,
  phone: `^(?!${markup})(\\D*\\d){3}`,
  date: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
};

/** The declarations of the sources: `{ name: { doc, value } }`, and how to get from an expression to what it declares. */
function readSources() {
  const docOf = (node) => {
    const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    return docs.map(({ comment }) => ts.getTextOfJSDocComment(comment)).join(' ');
  };
  const declared = new Map();
  for (const path of sources) {
    const text = readFileSync(join(root, path), 'utf8');
    for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements)
      if (ts.isVariableStatement(statement))
        for (const { name, initializer } of statement.declarationList.declarations)
          declared.set(name.text, { name: name.text, doc: docOf(statement), value: initializer });
  }

  /** Goes through names and `optional()` to the call that makes the schema: `{ name, doc, call }`. */
  function follow(expression, from = { name: '', doc: '' }) {
    if (ts.isIdentifier(expression)) {
      const found = declared.get(expression.text);
      return found ? follow(found.value, { name: found.name, doc: found.doc || from.doc }) : { ...from };
    }
    if (!ts.isCallExpression(expression)) throw new Error(`${source}: cannot follow ${expression.getText()}`);
    if (expression.expression.text === 'optional') return follow(expression.arguments[0], from);
    return { ...from, call: expression };
  }
  const keysOf = (call) => {
    const extended = call.expression.text === 'extended';
    const base = extended ? keysOf(follow(call.arguments[0]).call) : new Map();
    const own = new Map(
      call.arguments[extended ? 1 : 0].properties.map((property) => [
        property.name.text,
        {
          doc: docOf(property),
          value: ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer,
        },
      ]),
    );
    // A key with a rule of its own means what it means in the base.
    for (const [key, one] of own) base.set(key, { ...one, doc: one.doc || base.get(key)?.doc });
    return base;
  };
  return { declared, follow, keysOf };
}

/** The schemas of the sources as data. */
async function readData() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { service } from './${services}';\nexport { sections } from './src/content/sections.ts';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** One published file. `known` is the default content behind it. */
function published(data, expression, { follow, keysOf }, known) {
  const $defs = {};

  function ofText(schema) {
    if (schema.kind === 'choice') return { type: 'string', enum: [...schema.of] };
    if (schema.kind !== 'text') return { type: 'string', maxLength: schema.max, pattern: patterns[schema.kind] };
    $defs.plainText ??= {
      description: 'Text without markup that contains something visible.',
      type: ['string', 'null'],
      pattern: patterns.text,
    };
    return { type: 'string', maxLength: schema.max, $ref: '#/$defs/plainText' };
  }

  const requiredOf = (schema) =>
    Object.entries(schema.of)
      .filter(([, of]) => !of.optional && of.kind !== 'list')
      .map(([key]) => key);

  function ofObject(schema, expression, required) {
    const { call, doc } = follow(expression);
    const keys = keysOf(call);
    const properties = Object.fromEntries(
      Object.entries(schema.of).map(([key, of]) => {
        const { doc, value } = keys.get(key);
        const described = doc || follow(value).doc || everywhere[key];
        const mayLack = !requiredOf(schema).includes(key) || required === 'nothing';
        return [key, { ...(described && { description: described }), ...ofValue(of, value, mayLack) }];
      }),
    );
    const object = {
      ...(doc && { description: doc }),
      type: 'object',
      properties,
      ...(required === 'all' && requiredOf(schema).length > 0 && { required: requiredOf(schema) }),
      additionalProperties: false,
    };
    if (!schema.short) return object;
    const { description, ...rest } = object;
    return { description, anyOf: [ofText(schema.of[schema.short]), rest] };
  }

  /** A reference to an object's definition, which is written once, under its name in the source. */
  function reference(schema, expression, required) {
    const { name } = follow(expression);
    $defs[name] ??= ofObject(schema, expression, required);
    return { $ref: `#/$defs/${name}` };
  }

  /** Entries of a list. Those that the default content knows by id may leave out anything. */
  function ofEntries(list, expression, ids) {
    const [item] = follow(expression).call.arguments;
    if (list.of.kind !== 'object') return ofValue(list.of, item, false);
    // A statement always carries its text: the short form has nothing else.
    if (list.of.short || !list.of.of.id || !known) return reference(list.of, item, 'all');
    if (ids.length === 0) return { ...reference(list.of, item, 'own'), type: 'object', required: requiredOf(list.of) };
    return {
      ...reference(list.of, item, 'own'),
      if: { type: 'object', properties: { id: { enum: ids } }, required: ['id'] },
      else: { type: 'object', required: requiredOf(list.of) },
    };
  }

  function ofValue(schema, expression, mayLack) {
    const orNull = (type) => (mayLack ? [type, 'null'] : type);
    if (schema.kind === 'whole') return { type: orNull('integer'), minimum: 0 };
    if (schema.kind === 'number') return { type: orNull('number') };
    if (schema.kind === 'flag') return { type: orNull('boolean') };
    if (schema.kind === 'object') {
      const one = reference(schema, expression, 'all');
      return mayLack ? { anyOf: [one, { type: 'null' }] } : one;
    }
    if (schema.kind === 'list') {
      const items = ofEntries(schema, expression, ids.get(schema) ?? []);
      return { type: orNull('array'), maxItems: schema.max, items };
    }
    const text = ofText(schema);
    return { ...text, type: orNull('string'), ...(mayLack && text.enum && { enum: [...text.enum, null] }) };
  }

  /** The ids that the default content has in each list, also in those inside of entries. */
  const ids = new Map();
  const learn = (schema, value) => {
    for (const [key, list] of Object.entries(schema.of)) {
      if (list.kind !== 'list' || list.of.kind !== 'object') continue;
      for (const entry of value?.[key] ?? []) {
        if (entry.id) ids.set(list, [...(ids.get(list) ?? []), entry.id]);
        learn(list.of, entry);
      }
    }
  };
  learn(data, known);

  const made = ofObject(data, expression, known ? 'nothing' : 'all');
  return { made, $defs };
}

/** Every published file: `{ 'stages.json': { … } }`. */
export async function jsonSchemas() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const ast = readSources();
  const data = await readData();
  return Object.fromEntries(
    Object.entries(files).map(([file, { of, content }]) => {
      const known = content && JSON.parse(readFileSync(join(root, `src/content/en/${content}.json`), 'utf8')).content;
      const { made, $defs } = published(
        content ? data.sections[content].schema : data[of],
        ast.declared.get(of).value,
        ast,
        known,
      );
      const { description, type, properties, ...rest } = made;
      const schema = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `https://unpkg.com/${name}@${version}/schemas/${file}.json`,
        title: `${name}: ${file}`,
        description: ast.declared.get(of).doc || description,
        type,
        properties: {
          $schema: { description: 'The address of this schema, for editors.', type: 'string' },
          ...properties,
        },
        ...rest,
        ...(Object.keys($defs).length > 0 && { $defs }),
      };
      return [`${file}.json`, schema];
    }),
  );
}

/** The files in `folder` that are missing, differ from what would be written, or are none of ours. */
export async function staleSchemas(folder = join(root, 'schemas')) {
  const schemas = await jsonSchemas();
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const stale = Object.entries(schemas)
    .filter(([file, schema]) => !there.includes(file) || readFileSync(join(folder, file), 'utf8') !== textOf(schema))
    .map(([file]) => file);
  return [...stale, ...there.filter((file) => !(file in schemas))];
}

const textOf = (schema) => `${JSON.stringify(schema, null, 2)}\n`;

async function main(check) {
  const folder = join(root, 'schemas');
  const stale = await staleSchemas(folder);
  if (check) {
    for (const file of stale) console.error(`schemas/${file} is not what ${source} says. Run: npm run schemas`);
    if (stale.length > 0) process.exitCode = 1;
    else console.log('The published schemas say what the source says.');
    return;
  }
  const schemas = await jsonSchemas();
  mkdirSync(folder, { recursive: true });
  for (const file of stale) {
    if (file in schemas) writeFileSync(join(folder, file), textOf(schemas[file]));
    else rmSync(join(folder, file));
    console.log(`schemas/${file} ${file in schemas ? 'written' : 'removed'}`);
  }
  if (stale.length === 0) console.log('The published schemas say what the source says.');
}

if (isMain(import.meta.url)) await main(process.argv.includes('--check'));
