/**
 * The builder's snippets, and those of the docs, as WordPress saves and shows them: no phone number falls out of its element, and nothing is
 * lost of a div. Other hosts that put paragraphs into code do it in the same ways.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parseFragment } from 'parse5';
import { hosts } from '../../demo/builder/hosts.js';
import { factsOf, handsOff, snippet } from '../../demo/builder/snippet.js';
import { by, isReal, throughWordPress } from '../fixtures/wordpress.js';
import { worksWith } from '../works-with.js';
import { readJson, root, tags } from './texts.js';

const facts = factsOf(readJson('cdn/builder.json'), readJson('cdn/manifest.json'));
const own = tags.filter((tag) => !['quick-exit', 'private-frame'].includes(tag));

/** What the builder can write for a host: each element, in both languages, plain and with all that can be chosen. */
const made = ({ form, level, inline }) =>
  own.flatMap((tag) =>
    [
      {},
      { language: 'es', framed: true, folder: '/cdn/', exit: true, attributes: facts.elements[tag].start },
      {
        framed: true,
        src: 'https://www.example.org/a.json?b=1&c=2',
        look: { radius: '0', light: { accent: '#5b2a86' } },
      },
      { attributes: { name: '“A” & <B> — it\'s 5" > 4', 'heading-level': '3' } },
    ].map((options) => snippet({ tag, form, level, inline, ...options }, facts)),
  );
const partOf = ({ parts }, id) => parts.find((part) => part.id === id)?.html ?? '';

/** The links to call and to text, each with the names of what stands around it. */
function calls(html) {
  const found = [];
  const walk = (node, around) => {
    const attribute = (name) => node.attrs?.find((one) => one.name === name)?.value;
    if (node.tagName === 'a' && /^(tel|sms):/.test(attribute('href') ?? ''))
      found.push({ href: attribute('href'), around });
    const name = attribute('data-alongside') ?? node.tagName;
    for (const child of node.childNodes ?? []) walk(child, name ? [...around, name] : around);
  };
  walk(parseFragment(html), []);
  return found;
}

const inside = (around) => around.some((name) => tags.includes(name));
const wordPress = hosts.filter(({ id }) => id.startsWith('wordpress'));

describe(`the builder's snippets for WordPress, ${by}`, () => {
  it(
    worksWith({
      kind: 'host',
      name: 'WordPress, accounts that may not save scripts (wp_kses)',
      condition: 'the builder’s code is saved',
      result: 'the whole div is kept, byte for byte',
      limit: 'The script goes into the footer, where an administrator puts it.',
      engines: 'Node',
    }),
    () => {
      for (const host of wordPress) {
        const all = made(host).map((one) => partOf(one, 'widget'));
        throughWordPress(all).forEach(({ kses }, at) => assert.equal(kses, all[at], host.id));
      }
    },
  );
  it(
    worksWith({
      kind: 'host',
      name: 'WordPress, classic editor (wpautop)',
      condition: 'the builder’s code, or a div of our docs, goes through it',
      result: 'every phone number stays inside its element',
      limit: 'A paragraph or a list inside a tag that WordPress does not know is thrown out by it: use the div.',
      engines: 'Node',
    }),
    () => {
      for (const host of wordPress) {
        const texts = made(host).flatMap((one) => [
          partOf(one, 'widget'),
          `${partOf(one, 'script')}\n${partOf(one, 'widget')}`,
        ]);
        throughWordPress(texts).forEach(({ autop }, at) => {
          assert.deepEqual(
            calls(autop).map(({ href }) => href),
            calls(texts[at]).map(({ href }) => href),
          );
          for (const { around } of calls(autop)) assert.ok(inside(around), autop);
        });
      }
      const documents = [
        'README.md',
        'stories/guide-for-agencies.mdx',
        'docs/private-text.md',
        'docs/directory.md',
        'stories/welcome.mdx',
      ];
      const blocks = documents.flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/^```html\n([^]*?)^```/gm)]
          .map(([, html]) => html)
          .filter((html) => /<div data-alongside/.test(html) && calls(html).some(({ around }) => inside(around)))
          .map((html) => [file, html]),
      );
      assert.ok(blocks.length > 0);
      throughWordPress(blocks.map(([, html]) => html)).forEach(({ autop }, at) => {
        const [file, html] = blocks[at];
        const within = (text) => calls(text).filter(({ around }) => inside(around)).length;
        assert.equal(within(autop), within(html), `${file}\n${autop}`);
      });
    },
  );
  it('the script keeps its address, its hash, and what keeps other tools away from it', () => {
    const texts = wordPress.flatMap((host) => made(host).map((one) => partOf(one, 'script')));
    throughWordPress(texts).forEach(({ autop }, at) => {
      const [tag] = /<script[^>]*>/.exec(texts[at]);
      assert.ok(autop.includes(tag), autop);
      for (const name of Object.keys(handsOff))
        assert.ok(tag.includes(` ${name}`) && tag.indexOf(name) < tag.indexOf(' src='));
    });
  });
  it('Drupal makes paragraphs in much the same way: there is none inside of an element there, and no number falls out', () => {
    const drupal = hosts.filter(({ inline }) => inline);
    assert.deepEqual(
      drupal.map(({ id }) => id),
      ['drupal'],
    );
    const texts = made(drupal[0]).map((one) => partOf(one, 'widget'));
    throughWordPress(texts).forEach(({ autop }, at) => {
      assert.equal(calls(autop).length, calls(texts[at]).length);
      for (const { around } of calls(autop)) assert.ok(inside(around), autop);
    });
  });
  it('with the form of other hosts, numbers fall out: the div is needed', () => {
    const html = partOf(snippet({ tag: 'stage-guide', form: 'element' }, facts), 'widget');
    const [{ kses, autop }] = throughWordPress([html]);
    assert.ok(calls(autop).some(({ around }) => !inside(around)));
    assert.equal(calls(kses).length, 4);
    assert.ok(calls(kses).every(({ around }) => !inside(around)));
  });
  it('of a div, everything is kept that the library has to refuse itself', () => {
    const html =
      '<div data-alongside="resource-directory" data-api="https://example.org" data-clear-url="/x" data-in-page>988</div>';
    const [{ kses }] = throughWordPress([html]);
    for (const name of ['data-api', 'data-clear-url', 'data-in-page']) assert.ok(kses.includes(name), name);
  });
  if (isReal)
    it('its stand-ins, which the tests use where it is not there, do the same', () => {
      const texts = hosts.flatMap((host) => made(host).flatMap(({ parts }) => parts.map(({ html }) => html)));
      const real = throughWordPress(texts);
      throughWordPress(texts, false).forEach(({ kses, autop }, at) => {
        assert.equal(kses.trim(), real[at].kses.trim());
        assert.deepEqual(calls(autop), calls(real[at].autop));
      });
    });
});

describe('what is written for a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  after(() => rmSync(folder, { recursive: true }));
  const blank = /\n[ \t]*\n/;

  it('has no blank line, of which an editor could make a paragraph: from the builder', () => {
    for (const host of hosts)
      for (const { parts, html } of made(host)) {
        for (const part of parts) assert.doesNotMatch(part.html, blank, host.id);
        assert.doesNotMatch(html, blank);
      }
  });
  it('has no blank line: from the command check', () => {
    const file = join(folder, 'stages.jsonc');
    writeFileSync(
      file,
      '{\n\n  // Ours.\n\n  "title": "How change goes around",\n\n  "intro": ["One.", "Two."]\n\n}\n',
    );
    const out = join(folder, 'stages.json');
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['cli/alongside.js', 'check', file, '--section', 'stages', '--out', out],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stdout + stderr);
    assert.doesNotMatch(readFileSync(out, 'utf8'), blank);
  });
});
