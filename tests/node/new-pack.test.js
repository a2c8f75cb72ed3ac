/** Does `alongside-elements-cli new-pack` write a pack that is right, changes nothing, and tells of every key there is? */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import * as check from '../../cli/commands/check.js';
import * as newPack from '../../cli/commands/new-pack.js';
import { checkPack } from '../../cli/pack/check-pack.js';
import { defaultOf, rulesOf, sections } from '../../cli/pack/sections.js';
import { startingPack } from '../../cli/pack/starting-pack.js';
import { parse } from '../../dist/schema/parse.js';
import { runCommand, temporaryFolder } from './console.js';
import { contentFile, readJson, root } from './texts.js';

const { folder, put } = temporaryFolder();
const names = Object.keys(sections);
const read = (pack, section) => checkPack(Buffer.from(pack), { section, comments: true, strict: true });

/** Every key that a published schema describes: `[key, description]`s. */
function described(schema) {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inside]) => [
    ...(name === 'properties' ? Object.entries(inside).map(([key, { description }]) => [key, description]) : []),
    // What stands in an `if` is no key of its own.
    ...(name === 'if' ? [] : described(inside)),
  ]);
}

/** What comments say, without marks and line breaks. */
const words = (text) => text.replace(/^[\s/]+/gm, ' ').replace(/\s+/g, ' ');

/** The pack with every key alive that the default has something for: one pair of slashes less before each. */
function alive(pack) {
  const lines = pack.split('\n');
  const stripped = (line) => line.replace('// ', '');
  const made = [];
  while (lines.length) {
    const [, indent] = /^(\s*)\/\/ "[\w$]+": /.exec(lines[0]) ?? [];
    const ends = (line) => line.startsWith(`${indent}// `) && /^\S.*,$/.test(line.slice(indent.length + 3));
    const block = lines.splice(0, indent === undefined ? 1 : lines.findIndex(ends) + 1);
    const empty = block.some((line) => /^\s*"\w+": (?:\[\]|""|0|false),$/.test(stripped(line)));
    made.push(...(indent === undefined || empty ? block : block.map(stripped)));
  }
  return made.join('\n');
}

for (const name of names) {
  describe(`a starting pack for ${sections[name].element}`, () => {
    it('is right, and changes nothing', async () => {
      const { section, problems, value } = await read(await startingPack(name));
      assert.deepEqual([section, problems], [name, []]);
      const known = await defaultOf(name);
      assert.deepEqual(parse(rulesOf(name), value, known), { value: known, problems: [] });
    });
    it('is right by the published schema', async () => {
      const schema = readJson(`schemas/${name}.json`);
      const right = new Ajv2020({ strict: false }).compile(schema);
      const { value } = await read(await startingPack(name));
      assert.ok(right(value), JSON.stringify(right.errors));
      assert.equal(value.$schema, schema.$id);
    });
    it('has every key that there is, with its description', async () => {
      const pack = await startingPack(name);
      const said = words(pack);
      const keys = described(readJson(`schemas/${name}.json`));
      assert.ok(keys.length > 4);
      for (const [key, description] of keys) {
        assert.ok(pack.includes(`"${key}":`), key);
        assert.ok(said.includes(words(description)), `${key}: ${description}`);
      }
    });
    it('says the same when all that it shows is alive', async () => {
      const pack = alive(await startingPack(name));
      const { problems, value } = await read(pack, name);
      assert.deepEqual(problems, [], pack);
      const known = await defaultOf(name);
      // Written as sentences alone, statements lose the ids that translations hang on, and facts.
      const plain = (of) => JSON.parse(JSON.stringify(of, (key, inside) => (key === 'facts' ? undefined : inside)));
      const bare = (of) =>
        JSON.stringify(plain(of)).replace(/\{(?:"id":"[\w-]+",)?"text":("(?:[^"\\]|\\.)*")\}/g, '$1');
      assert.equal(bare(parse(rulesOf(name), value, known).value), bare(known));
    });
    it('can be in Spanish', async () => {
      const pack = await startingPack(name, 'es');
      const { problems, value } = await read(pack);
      assert.deepEqual([problems, value.language], [[], 'es']);
      const { content } = contentFile(name, 'es');
      const title = content.title ?? content.youthTitle ?? content.resources?.[0].description;
      assert.ok(pack.includes(title), title);
    });
  });
}

describe('the command', () => {
  it('writes a file that `check` makes the file for the page of', async () => {
    const file = join(folder, 'stages.jsonc');
    const { code, out } = await runCommand(newPack, 'stages', '--out', file);
    assert.equal(code, 0);
    assert.match(out, /npx alongside-elements-cli check .*stages\.jsonc --out stages\.json/);
    const forPage = join(folder, 'stages.json');
    assert.equal((await runCommand(check, file, '--out', forPage, '--strict')).code, 0);
    const { stages } = JSON.parse(readFileSync(forPage, 'utf8'));
    assert.deepEqual(
      stages,
      contentFile('stages').content.stages.map(({ id }) => ({ id })),
    );
  });
  it('replaces no file, but when it is told to', async () => {
    const file = put('mine.jsonc', 'mine');
    const { code, err } = await runCommand(newPack, 'goals', '--out', file);
    assert.equal(code, 3);
    assert.match(err, /already exists/);
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.equal((await runCommand(newPack, 'goals', '--out', file, '--force')).code, 0);
    assert.match(readFileSync(file, 'utf8'), /<goal-planner>/);
  });
  it('prints it', async () => {
    const { code, out } = await runCommand(newPack, 'options', '--out', '-');
    assert.deepEqual([code, `${out}\n`], [0, await startingPack('options')]);
    assert.equal(existsSync('options.jsonc'), false);
  });
  it('says where it cannot write', async () => {
    const { code, err } = await runCommand(newPack, 'goals', '--out', join(folder, 'no/where.jsonc'));
    assert.deepEqual([code, /could not be written \(ENOENT\)/.test(err)], [3, true]);
  });
  it('gives 2 where it is used wrongly', async () => {
    for (const args of [[], ['service'], ['stages', 'goals'], ['--nothing'], ['stages', '--language', 'No language!']])
      assert.equal((await runCommand(newPack, ...args)).code, 2, args.join(' '));
  });
  it('can say what it does, and names every section', async () => {
    const { code, out } = await runCommand(newPack, '--help');
    assert.equal(code, 0);
    for (const name of names) assert.ok(out.includes(`<${sections[name].element}>`), name);
  });
});

describe('the published schemas', () => {
  const { name, version, files, exports } = readJson('package.json');
  it('are shipped, all of them, each at the address of this version', () => {
    assert.ok(files.includes('schemas'));
    assert.equal(exports['./schemas/*'], './schemas/*');
    for (const file of readdirSync(join(root, 'schemas')))
      assert.equal(readJson(`schemas/${file}`).$id, `https://unpkg.com/${name}@${version}/schemas/${file}`);
  });
  it('are one for each section that there is a pack for, and for a service', () => {
    const there = readdirSync(join(root, 'schemas')).map((file) => file.replace('.json', ''));
    assert.deepEqual(there.sort(), [...names, 'service'].sort());
  });
});
