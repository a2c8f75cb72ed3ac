/** What is written into a page for those without JavaScript: is it all there, is nothing else touched, is there nothing that does nothing? */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { render } from 'alongside-elements/render';
import fc from 'fast-check';
import { html as literal, LitElement } from 'lit';
import { parseFragment } from 'parse5';
import { leaveIn } from '../../dist/content/sections/quick-exit.js';
import { tags as classes } from '../../dist/define/all.js';
import { statics } from '../../dist/statics.js';
import { runs } from '../thorough.js';
import { contentFile, readJson, root, tags } from './texts.js';

const rendered = tags.filter((tag) => ['all', 'form'].includes(statics[tag].shows));
const contentTags = tags.filter((tag) => statics[tag].shows === 'all');
const tagged = (tag, attributes = '', inside = '') =>
  `<${tag}${tag === 'resource-card' ? ' resource-id="988"' : ''}${attributes}>${inside}</${tag}>`;

const templates = /<template shadowrootmode="open">.*?<\/template>/gs;

const folder = mkdtempSync(join(tmpdir(), 'alongside-render-'));
after(() => rmSync(folder, { recursive: true }));

const nodes = (node) => [node, ...[...(node.childNodes ?? []), node.content ?? []].flat().flatMap(nodes)];
const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value;
const words = (node) => (node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(words).join(''));

/** The shadow root of the first element in a piece of HTML. */
const shadowIn = (html) => nodes(parseFragment(html)).find(({ nodeName }) => nodeName === 'template').content;
const shown = (node) =>
  nodes({ ...node, childNodes: node.childNodes.filter((one) => one.nodeName !== 'style') })
    .map((one) => (one.nodeName === '#text' ? one.value : ''))
    .join('')
    .replace(/\s+/g, ' ');

describe('a page that is rendered', () => {
  const page = [
    '\uFEFF<!DOCTYPE html>\r\n<!-- <stage-guide></stage-guide> -->\r\n<HTML LANG=en><head><title>Ünï & co 🌱</title>',
    '<script>const a = "<stage-guide></stage-guide>";</script></head>\r\n<body class=a  id = \'b\'>',
    '<textarea><stage-guide></stage-guide></textarea><template><stage-guide></stage-guide></template>',
    '<noscript><stage-guide></stage-guide></noscript><p>Not closed<p>&nbsp;&amp;&copy <b><i>crossed</b></i>',
    '<table><stage-guide title="a > b"\r\n >Call <a href="tel:988">988</a></stage-guide><tr><td>1</table>',
    '<Resource-Card RESOURCE-ID=988 />',
    '</body></HTML>\r\n\r\n',
  ].join('');
  it('is what it was, byte for byte, but for what is written into it', async () => {
    const { html, problems } = await render(page);
    assert.equal(html.replace(templates, ''), page);
    assert.equal(html.match(templates).length, 2);
    assert.deepEqual(problems, []);
  });
  it('is that too, whatever stands around', async () => {
    const part = fc.constantFrom(
      ...[
        '<stage-guide>',
        '</stage-guide>',
        '<source-note/>',
        '<p>',
        '</div>',
        '<table>',
        '<svg>',
        '\r\n',
        '\0',
        'é🌱',
        '<!--',
      ],
      ...[
        '-->',
        '<template>',
        '</template>',
        '<script>',
        '</script>',
        '<title>',
        '&amp;',
        '<',
        '"',
        "<a title='",
        '<html>',
        '\r',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
        const before = parts.join('');
        const { html } = await render(before);
        assert.equal(html.replace(templates, ''), before);
      }),
      { numRuns: runs(150) },
    );
  });
  it('is the same when it is rendered again', async () => {
    const all = tags.map((tag) => tagged(tag, '', 'Call 988.')).join('\n');
    const once = await render(all, { lang: 'es' });
    const twice = await render(once.html, { lang: 'es' });
    assert.equal(twice.html, once.html);
    assert.deepEqual(twice.hashes, once.hashes);
    assert.equal(once.html.match(templates).length, rendered.length);
  });
  it('loses what was rendered before where that can be rendered no more', async () => {
    const once = await render('<resource-card resource-id="988">Call</resource-card>');
    const { html } = await render(once.html.replace('id="988"', 'id="none"'));
    assert.equal(html, '<resource-card resource-id="none">Call</resource-card>');
  });
  it('keeps what stands between the tags', async () => {
    const inside = 'Call <a href="tel:988">988</a><p slot="note">Our office.</p>';
    const { html } = await render(tagged('stage-guide', '', inside));
    assert.ok(html.endsWith(`</template>${inside}</stage-guide>`));
    assert.match(html, /<slot name="note"><\/slot>/);
  });
  for (const [what, inside] of [
    ['nothing', ''],
    ['a note alone', '<p slot="note">Our office.</p>'],
    ['a template of the page alone', '<template><p>Later</p></template>'],
  ])
    it(`shows the default content where a pack fails and ${what} stands between the tags`, async () => {
      const read = () => Promise.reject(new Error('gone'));
      const { html, problems } = await render(tagged('stage-guide', ' src="none.json"', inside), { read });
      assert.match(html, /Stages of change/);
      assert.deepEqual(
        problems.map(({ reason }) => reason),
        ['network'],
      );
    });
  it('has what it holds in the shadow roots of other elements rendered, too', async () => {
    const before =
      '<x-box><template shadowrootmode="open"><div lang="es"><source-note></source-note></div></template></x-box>';
    const { html } = await render(before);
    assert.match(html, /De dónde vienen/);
  });
  it('is a string, or it is refused', () => assert.rejects(render(undefined), TypeError));
});

describe('what is rendered', () => {
  for (const tag of rendered)
    it(`has nothing that does nothing without a script: ${tag}`, async () => {
      const { html } = await render(tagged(tag, ' noticing plan="plan" audience="youth"'));
      const walk = (node, hidden) => {
        const out = hidden || (attribute(node, 'hidden') !== undefined && attribute(node, 'inert') !== undefined);
        const control =
          ['button', 'input', 'textarea', 'select', 'nav'].includes(node.nodeName) ||
          ['tab', 'tablist', 'tabpanel', 'button'].includes(attribute(node, 'role')) ||
          attribute(node, 'aria-live') !== undefined ||
          attribute(node, 'tabindex') !== undefined ||
          attribute(node, 'contenteditable') !== undefined;
        if (control && !out) assert.fail(`<${node.nodeName} ${JSON.stringify(node.attrs)}>`);
        for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) walk(child, out);
      };
      walk(shadowIn(html), false);
      assert.doesNotMatch(html, / on\w+=|javascript:|<script/i);
    });
  it('has every word of the default content in it', async () => {
    const sections = { 'stage-guide': 'stages', 'csec-primer': 'primer', 'practice-principles': 'principles' };
    const notShown = ['id', 'kind', 'facts', 'lang', 'source', 'language'];
    const texts = (value) =>
      typeof value === 'string'
        ? [value]
        : Object.entries(value ?? {}).flatMap(([key, inside]) => (notShown.includes(key) ? [] : texts(inside)));
    for (const [tag, section] of Object.entries(sections))
      for (const language of ['en', 'es']) {
        const { html } = await render(tagged(tag, ` lang="${language}"`));
        const said = shown(shadowIn(html));
        const all = texts(contentFile(section, language).content);
        assert.ok(all.length > 20);
        for (const text of all) assert.ok(said.includes(text.replace(/\s+/g, ' ')), `${tag} ${language}: ${text}`);
      }
  });
  it('holds the ways to reach a service, as links', async () => {
    const { html } = await render(tagged('resource-card'));
    for (const href of ['https://988lifeline.org/', 'sms:988', 'tel:988'])
      assert.ok(html.includes(`href="${href}"`), href);
  });
  it('is ideas, questions and lines to write on, where a person would type', async () => {
    const { html } = await render('<safety-checklist audience="youth"></safety-checklist>');
    const paper = nodes(shadowIn(html)).find((node) => attribute(node, 'class')?.includes('paper'));
    const { content, words: say } = contentFile('safety-plan');
    for (const text of [content.ideas[0].youth, say.people, say.who]) assert.ok(words(paper).includes(text), text);
    const { words: shared } = contentFile('writing');
    for (const word of ['memory', 'readable', 'none', 'print', 'clear'])
      assert.ok(!words(paper).includes(shared[word]), word);
    assert.ok(words(paper).includes(shared.printAbout));
    assert.ok(nodes(paper).filter((node) => attribute(node, 'class') === 'rule').length >= 8);
  });
  it('keeps an agency’s own sentences on paper, also those that begin as ours about typing do', async () => {
    const { memory, none } = contentFile('writing').words;
    const own = { intro: [`${memory} Our desk has paper.`], localNotes: [none] };
    const { html } = await render(
      `<goal-planner><script type="application/json">${JSON.stringify(own)}</script></goal-planner>`,
    );
    const paper = nodes(shadowIn(html)).find((node) => attribute(node, 'class')?.includes('paper'));
    const said = nodes(paper)
      .filter(({ nodeName }) => nodeName === 'p')
      .map(words);
    assert.ok(said.includes(own.intro[0]), said.join('\n'));
    assert.ok(said.includes(none), said.join('\n'));
    assert.ok(!said.some((one) => one.trim() === memory), said.join('\n'));
  });
  it('shows what stands between the tags only where content failed, whatever else an element looks at', async () => {
    classes['test-looks'] = class extends LitElement {
      render() {
        return literal`<p>${this.childNodes.length} inside</p>`;
      }
    };
    const { html } = await render('<test-looks>Call 988.</test-looks>');
    delete classes['test-looks'];
    assert.match(words(shadowIn(html)), /0 inside/);
  });
  it('holds no mark of how it was made', async () => {
    for (const tag of rendered) {
      const { html } = await render(tagged(tag, ' noticing assured-date="2026-01-02" lang="es"'));
      assert.doesNotMatch(html, /[\uFDD0-\uFDEF]/);
      assert.match(html, /shadowrootmode/);
    }
  });
  it('has text that looks like markup as text, there and back', async () => {
    const name = `Tom & "Jerry" < 3 > 2 &amp; &lt;b> 's`;
    const escaped = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const { html } = await render(`<resource-card name="${escaped}" phone="988"></resource-card>`);
    const heading = nodes(shadowIn(html)).find((node) => attribute(node, 'role') === 'heading');
    assert.equal(words(heading), name);
    const pack = JSON.stringify({ title: 'Fish & "Chips" < &lt;i>' });
    const own = await render(`<stage-guide><script type="application/json">${pack}</script></stage-guide>`);
    assert.match(shown(shadowIn(own.html)), /Fish & "Chips" < &lt;i>/);
  });
  it('follows the attributes', async () => {
    const one = await render('<csec-primer section="law" heading-level="4"></csec-primer>');
    assert.match(one.html, /section-law/);
    assert.doesNotMatch(one.html, /section-what/);
    assert.match(one.html, /aria-level="4"/);
    const open = await render('<stage-guide stage="action"></stage-guide>');
    assert.match(open.html, /class="stage well open"[^>]*id="stage-action"/);
  });
  it('tells of the sources of what is on the page', async () => {
    const alone = await render('<source-note></source-note>');
    const beside = await render('<source-note></source-note><resource-card resource-id="988"></resource-card>');
    assert.notEqual(shown(shadowIn(alone.html)), shown(shadowIn(beside.html)));
  });
  it('is the default content where the pack fails and nothing else would be seen in its place', async () => {
    const broken = '<script type="application/json">{"title": 1}</script>';
    const noJson = '<script type="application/json">{</script>';
    for (const pack of [broken, noJson])
      for (const inside of ['', '<p slot="note">Our office.</p>', '<template><p>Call</p></template>']) {
        const { html, problems } = await render(tagged('stage-guide', '', pack + inside));
        assert.match(html, /Stages of change/, inside);
        assert.ok(html.endsWith(`</template>${pack}${inside}</stage-guide>`));
        assert.equal(problems.length, 1);
      }
    for (const inside of ['Call 988', '<p>Call 988</p>', '<p slot="">Call 988</p>']) {
      const { html } = await render(tagged('stage-guide', '', noJson + inside));
      assert.equal(html, tagged('stage-guide', '', noJson + inside));
    }
  });
  it('holds elements of ours inside of others of ours', async () => {
    classes['test-list'] = class extends LitElement {
      render() {
        return literal`<resource-card resource-id="988" .compact=${true}></resource-card><button>Go</button>`;
      }
    };
    const { html, hashes } = await render('<test-list lang="es"></test-list>');
    delete classes['test-list'];
    assert.match(html, /<resource-card resource-id="988"><template shadowrootmode="open"><style>/);
    assert.match(html, /href="tel:988"/);
    assert.match(html, /<button hidden="" inert="">/);
    assert.doesNotMatch(html, /defer-hydration|shadowroot=|<dl/);
    assert.equal(hashes.length, 2);
  });
});

describe('the language of what is rendered', () => {
  const title = { en: contentFile('stages').content.title, es: contentFile('stages', 'es').content.title };
  const cases = {
    'the one of the page': ['<html lang="es"><body><stage-guide></stage-guide>', 'es'],
    'the nearest': ['<html lang="en"><div lang="es-MX"><p><stage-guide></stage-guide></div>', 'es'],
    'that of an underscore': ['<html lang="es_MX"><body><stage-guide></stage-guide>', 'es'],
    'that of a locale with an encoding': ['<div lang="es_ES.UTF-8"><stage-guide></stage-guide></div>', 'es'],
    'that of three letters': ['<html lang="spa"><body><stage-guide></stage-guide>', 'es'],
    'that of xml:lang alone': ['<html xml:lang="es"><body><stage-guide></stage-guide>', 'es'],
    'English, where the tag names no language': ['<html lang="POSIX"><body><stage-guide></stage-guide>', 'en'],
    'its own': ['<div lang="es"><stage-guide lang="en"></stage-guide></div>', 'en'],
    'English, where none is set': ['<stage-guide></stage-guide>', 'en'],
    'English, where there is no translation': ['<stage-guide lang="fr"></stage-guide>', 'en'],
  };
  for (const [what, [before, language]] of Object.entries(cases))
    it(`is ${what}`, async () => assert.ok(shown(shadowIn((await render(before)).html)).includes(title[language])));
  it('is marked where it is another one than that around', async () => {
    assert.match((await render('<stage-guide lang="fr"></stage-guide>')).html, /<div class="surface stack" lang="en">/);
  });
  it('can be said where the page says none, and is then written on the element', async () => {
    const { html } = await render('<stage-guide\n  noticing></stage-guide><source-note lang="en"></source-note>', {
      lang: 'es',
    });
    assert.match(html, /^<stage-guide lang="es"\n {2}noticing><template/);
    assert.ok(shown(shadowIn(html)).includes(title.es));
    assert.match(html, /<source-note lang="en">/);
  });
});

describe('content of the agency’s own', () => {
  const pack = readFileSync(join(root, 'tests/fixtures/packs/stages.json'), 'utf8');
  mkdirSync(join(folder, 'page/packs'), { recursive: true });
  writeFileSync(join(folder, 'page/packs/my stages.json'), pack);
  writeFileSync(join(folder, 'page/broken.json'), '{');
  writeFileSync(join(folder, 'secret.json'), pack);
  symlinkSync(join(folder, 'secret.json'), join(folder, 'page/link.json'));
  const base = join(folder, 'page');
  const rendering = (src, options = { base }) =>
    render(`<p>\n<stage-guide src="${src}">Call 988.</stage-guide>`, options);

  it('is taken from the element', async () => {
    const { html, problems } = await render(
      `<stage-guide><script type="application/json">${pack}</script></stage-guide>`,
    );
    assert.match(shown(shadowIn(html)), /How change goes round.*Thinking about it/);
    assert.deepEqual(problems, []);
  });
  it('is read from a file beside the page', async () => {
    const { html, problems } = await rendering('packs/my%20stages.json?v=2#a');
    assert.match(shown(shadowIn(html)), /How change goes round/);
    assert.deepEqual(problems, []);
  });
  it('can be read in another way', async () => {
    const { html } = await rendering('https://example.org/a.json', { read: async () => pack });
    assert.match(shown(shadowIn(html)), /How change goes round/);
  });
  const bad = {
    'https://example.org/stages.json': /relative/,
    '//example.org/stages.json': /relative/,
    '/packs/stages.json': /relative/,
    'file:///etc/hostname': /relative/,
    '../secret.json': /outside/,
    '%2e%2e/secret.json': /outside/,
    'link.json': /outside/,
    'none.json': /no such file/,
    packs: /cannot be read/,
    '%': /not an address/,
    'a%00b': /no such file/,
    'broken.json': /JSON/,
  };
  for (const [src, says] of Object.entries(bad))
    it(`that cannot be had is told, and what stands between the tags stays: ${src}`, async () => {
      const { html, problems, hashes } = await rendering(src);
      assert.equal(html, `<p>\n<stage-guide src="${src}">Call 988.</stage-guide>`);
      assert.equal(problems.length, 1);
      assert.match(problems[0].detail, says);
      assert.deepEqual([problems[0].tag, problems[0].line, problems[0].path], ['stage-guide', 2, src]);
      assert.deepEqual(hashes, []);
    });
  it('is not looked for where it is not known where the page is', async () => {
    assert.match((await rendering('broken.json', {})).problems[0].detail, /where the page is/);
    const { problems } = await render('<base href="/x/"><stage-guide src="broken.json"></stage-guide>', { base });
    assert.match(problems[0].detail, /<base>/);
  });
  for (const json of ['[]', 'null', '3', '"stages"'])
    it(`that is none is told: ${json}`, async () => {
      const own = `<script type="application/json">${json}</script>`;
      const { html, problems } = await render(`<stage-guide>${own}Call 988.</stage-guide>`);
      assert.equal(html, `<stage-guide>${own}Call 988.</stage-guide>`);
      assert.equal(problems.length, 1);
      const alone = await render(`<stage-guide>${own}</stage-guide>`);
      assert.match(shown(shadowIn(alone.html)), /Stages of change/);
    });
  it('loses the entry that cannot be used, and that is told', async () => {
    const own = JSON.stringify({ resources: [{ id: 'a', name: 'A' }, { id: 'b' }] });
    const script = `<script type="application/json">${own}</script>`;
    const { html, problems } = await render(`<resource-card resource-id="a">${script}</resource-card>`);
    assert.match(shown(shadowIn(html)), /A/);
    assert.equal(problems.length, 1);
  });
});

describe('what is not rendered', () => {
  it('is a private frame: what stands inside is shown', async () => {
    const before = '<private-frame tag="safety-checklist">Call 988.</private-frame>';
    assert.equal((await render(before)).html, before);
  });
  it('is a way out with a link of its own', async () => {
    const before = '<quick-exit><a href="https://example.org">Leave</a></quick-exit>';
    assert.equal((await render(before)).html, before);
  });
  it('a way out without one gets a link, in the language of the page', async () => {
    const { html } = await render('<html lang="es"><quick-exit href="https://example.org/?a=1&amp;b=2"></quick-exit>');
    const leave = leaveIn('es');
    assert.match(
      html,
      new RegExp(`<a href="https://example.org/\\?a=1&amp;b=2" rel="noreferrer noopener">${leave}</a></quick-exit>`),
    );
    // As with a script: somebody who leaves in a hurry has to be able to trust the word on the button.
    const { words, translation } = contentFile('leaving', 'es');
    const english = contentFile('leaving').words.leave;
    assert.equal(leave, translation.status === 'draft' ? `${words.leave} · ${english}` : words.leave);
    const other = await render('<quick-exit href="javascript:alert(1)"></quick-exit>');
    assert.match(other.html, /<a href="https:\/\/www.wikipedia.org\/"/);
  });
});

describe('the hashes', () => {
  it('are those of the styles, each once', async () => {
    const { html, hashes } = await render([...rendered, ...rendered].map((tag) => tagged(tag)).join(''));
    const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css);
    const expected = styles.map((css) => `sha256-${createHash('sha256').update(css).digest('base64')}`);
    assert.equal(styles.length, rendered.length * 2);
    assert.deepEqual(hashes, [...new Set(expected)].sort());
    assert.equal(hashes.length, rendered.length);
    assert.doesNotMatch(html.replace(/<style>.*?<\/style>/gs, ''), / style="/);
  });
  it('stay the same in every language', async () => {
    const [en, es] = await Promise.all(['en', 'es'].map((lang) => render(tagged('stage-guide', ` lang="${lang}"`))));
    assert.deepEqual(en.hashes, es.hashes);
  });
});

describe('the pieces in cdn/html', () => {
  const files = readdirSync(join(root, 'cdn/html'));
  const manifest = readJson('cdn/manifest.json');
  it('are there for each element that is only read, in each language', () => {
    for (const tag of contentTags)
      for (const lang of ['en', 'es'])
        assert.ok(
          files.some((file) => file.startsWith(`${tag}.`) && file.endsWith(`.${lang}.html`)),
          `${tag} ${lang}`,
        );
    assert.ok(contentTags.length >= 5);
    assert.equal(files.length, 2 * (contentTags.length - 1 + contentFile('resources').content.resources.length));
  });
  for (const file of files)
    it(`are what is rendered, and stand in the manifest with their hashes: ${file}`, async () => {
      const there = readFileSync(join(root, 'cdn/html', file), 'utf8');
      const { html, hashes } = await render(there.replace(templates, ''));
      assert.equal(there, html);
      assert.deepEqual(manifest.find((entry) => entry.file === `html/${file}`)?.styles, hashes);
      assert.ok(there.includes(` lang="${file.split('.').at(-2)}"`));
    });
});

describe('alongside-elements-cli render', () => {
  const start = `import(${JSON.stringify(join(root, 'cli/commands/render.js'))})
    .then(({ run }) => run(process.argv.slice(1))).then((code) => (process.exitCode = code))`;
  const command = (args, options) =>
    spawnSync(process.execPath, ['-e', start, '--', ...args], { encoding: 'utf8', cwd: folder, ...options });
  writeFileSync(join(folder, 'page/page.html'), '<stage-guide src="packs/my%20stages.json"></stage-guide>\n');
  writeFileSync(join(folder, 'bad.html'), '\n<stage-guide src="none.json">Call</stage-guide>');

  it('reads a file and what stands beside it, and writes another', () => {
    const { status, stdout, stderr } = command(['page/page.html', '--out', 'out.html', '--lang', 'es']);
    assert.deepEqual([status, stdout], [0, '']);
    assert.match(stderr, /^style-src 'sha256-[\w+/=]{44}'\n$/);
    const html = readFileSync(join(folder, 'out.html'), 'utf8');
    assert.match(html, /^<stage-guide lang="es" src=.*How change goes round/);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });
  it('reads standard input, writes standard output, and the hashes where they are wanted', () => {
    const { status, stdout, stderr } = command(['-', '--hashes', 'hashes.txt'], {
      input: '<p>Grüße</p><source-note></source-note>',
    });
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^<p>Grüße<\/p><source-note><template/);
    assert.match(readFileSync(join(folder, 'hashes.txt'), 'utf8'), /^style-src 'sha256-[^']+'\n$/);
  });
  it('tells what could not be used, and where; with --strict it writes nothing', () => {
    const { status, stdout, stderr } = command(['bad.html']);
    assert.equal(status, 0);
    assert.match(stderr, /^bad\.html:2: <stage-guide> none\.json: network \(there is no such file\)\n$/);
    assert.equal(stdout, readFileSync(join(folder, 'bad.html'), 'utf8'));
    const strict = command(['bad.html', '--strict', '--out', 'strict.html']);
    assert.equal(strict.status, 4);
    assert.ok(!readdirSync(folder).includes('strict.html'));
  });
  for (const lang of ['es_MX', 'spa', 'es_ES.UTF-8'])
    it(`takes ${lang} for a language, and writes it as browsers understand it`, () => {
      const { status, stdout } = command(['page/page.html', '--lang', lang]);
      assert.equal(status, 0);
      assert.match(stdout, /^<stage-guide lang="es" /);
    });
  for (const args of [[], ['a.html', 'b.html'], ['a.html', '--lang', '"><script>'], ['a.html', '--color']])
    it(`is used in a wrong way: ${args.join(' ') || 'nothing'}`, () => {
      const { status, stderr } = command(args);
      assert.equal(status, 2);
      assert.match(stderr, /^alongside-elements-cli render: .*\n\nUsage:/);
    });
  it('says which file cannot be read or written', () => {
    const missing = command(['none.html']);
    assert.equal(missing.status, 3);
    assert.match(missing.stderr, /none\.html/);
    assert.equal(command(['page/page.html', '--out', 'no/such/folder.html']).status, 3);
  });
});

describe('what docs/without-javascript.md says', () => {
  const doc = readFileSync(join(root, 'docs/without-javascript.md'), 'utf8');
  it('is so: its code runs', () => {
    const [, code] = /```js\n(.*?)```/s.exec(doc);
    const more = 'console.log(/href="tel:988"/.test(html), hashes.length, problems.length);';
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${code}\n${more}`], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.deepEqual([stdout, stderr], ['true 1 0\n', '']);
  });
  it('is so: its files are there', () => {
    const named = doc.match(/[\w-]+(\.[\w-]+)+\.html/g);
    assert.ok(named.length >= 3);
    for (const file of named) assert.ok(readdirSync(join(root, 'cdn/html')).includes(file), file);
  });
  it('is said of every element', () => {
    const table = doc.split('\n').filter((line) => line.startsWith('| `'));
    const named = table.flatMap((line) => line.split('|')[1].match(/[a-z]+-[a-z-]+/g));
    // One row is for all those of which there is nothing to tell but that they are there to read.
    assert.match(doc, /^\| any other element \| everything/m);
    const plain = tags.filter((tag) => !named.includes(tag));
    assert.deepEqual([...named, ...plain].sort(), tags);
    for (const tag of plain) assert.deepEqual(statics[tag], { shows: 'all' }, tag);
  });
});
