/** The pure part of the snippet builder: from what was chosen to what is pasted. Reads the built files, as the builder does. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as check from '../../demo/builder/checks.js';
import { contrast, hex, readings } from '../../demo/builder/contrast.js';
import { hosts } from '../../demo/builder/hosts.js';
import { cssOf } from '../../demo/builder/look.js';
import { notesFor, whereOf } from '../../demo/builder/notes.js';
import { factsOf, handsOff, isPrivate, snippet } from '../../demo/builder/snippet.js';
import { destination, usable } from '../../dist/leave/destination.js';
import { leftByKses } from '../fixtures/kses.js';
import { worksWith } from '../works-with.js';
import { contentFile, readJson, root, tags } from './texts.js';

const manifest = readJson('cdn/manifest.json');
const facts = factsOf(readJson('cdn/builder.json'), manifest);
const { version } = readJson('package.json');
const make = (options) => snippet({ tag: 'stage-guide', ...options }, facts);
const own = tags.filter((tag) => !['quick-exit', 'private-frame'].includes(tag));

const attributesIn = (html, tag) =>
  [...html.matchAll(new RegExp(`<${tag}((?: [\\w-]+(?:="[^"]*")?)*)>`, 'g'))].map(([, text]) =>
    Object.fromEntries([...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = true]) => [name, value])),
  );

describe('a snippet', () => {
  for (const tag of own)
    for (const framed of [false, true])
      for (const form of ['element', 'div', 'frame'])
        it(`${tag}, ${framed ? 'framed' : 'in the page'}, as ${form}: pins each file by its version and its hash`, () => {
          const { html, problems } = make({ tag, framed, form, exit: true });
          assert.deepEqual(problems, []);
          const scripts = attributesIn(html, 'script');
          const name = framed && isPrivate(facts, tag) ? 'private-frame' : tag;
          assert.deepEqual(
            scripts.map(({ src }) => src),
            ['quick-exit.js', `${name}.js`].map(
              (file) => `https://unpkg.com/alongside-elements@${version}/cdn/${file}`,
            ),
          );
          for (const { src, integrity, crossorigin } of scripts) {
            const content = readFileSync(join(root, 'cdn', src.split('/').at(-1)));
            assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`);
            assert.equal(crossorigin, 'anonymous');
          }
          // The way out is a plain script, the element a module.
          assert.deepEqual(
            scripts.map(({ type }) => type),
            [undefined, 'module'],
          );
        });

  it('holds the numbers of the content as links', () => {
    const { html } = make({});
    for (const id of ['national-human-trafficking-hotline', '988']) {
      const { name, phones } = contentFile('resources').content.resources.find((entry) => entry.id === id);
      assert.ok(html.includes(name.replace('&', '&amp;')), name);
      for (const { number, type } of phones) {
        const scheme = type === 'text' ? 'sms' : 'tel';
        assert.ok(
          html.includes(`<a href="${scheme}:${number.replaceAll('-', '')}">${number}</a>`),
          `${type} ${number}`,
        );
      }
    }
    assert.equal(html.match(/href="(tel|sms):/g).length, 4);
  });
  it('asks tools that hold scripts back or change them to leave each script alone, before its address', () => {
    for (const form of ['element', 'div', 'frame']) {
      const { html } = make({ form, exit: true, framed: true, tag: 'safety-checklist' });
      const scripts = html.match(/<script [^>]*>/g);
      assert.equal(scripts.length, 2);
      for (const script of scripts)
        assert.match(
          script,
          /^<script data-cfasync="false" data-no-optimize="1" data-no-defer="1" data-noptimize="1" data-jetpack-boost="ignore" nowprocket .*src="/,
        );
    }
    assert.equal(Object.keys(handsOff).length, 6);
  });
  it('for a site that puts a title above: the heading of each element follows it, unless another was chosen', () => {
    for (const host of hosts.filter(({ level }) => level))
      for (const tag of own) {
        const { html } = make({ tag, form: host.form, level: host.level });
        assert.equal(attributesIn(html, 'div')[0]['data-heading-level'], '2', `${host.id} ${tag}`);
      }
    const chosen = { level: 2, attributes: { 'heading-level': '4' } };
    assert.equal(attributesIn(make(chosen).html, 'stage-guide')[0]['heading-level'], '4');
    assert.equal(
      attributesIn(make({ level: 2, attributes: { 'heading-level': '' } }).html, 'stage-guide')[0]['heading-level'],
      '2',
    );
    assert.equal(attributesIn(make({}).html, 'stage-guide')[0]['heading-level'], undefined);
  });
  it('as a div, it sends searches to a server of the agency’s own only, and says so', () => {
    const of = (api, more) => make({ tag: 'resource-directory', form: 'div', attributes: { api }, ...more });
    const elsewhere = of('https://api.example.org/services');
    assert.deepEqual(
      elsewhere.problems.map(({ field }) => field),
      ['api'],
    );
    assert.match(elsewhere.problems[0].words, /only go to your own site/);
    assert.doesNotMatch(elsewhere.html, /data-api/);
    for (const [api, more] of [
      ['/services', {}],
      ['https://www.example.org/services', { site: 'www.example.org' }],
      ['https://api.example.org/services', { form: 'element' }],
    ]) {
      const { html, problems } = of(api, more);
      assert.deepEqual(problems, []);
      assert.ok(html.includes(`api="${api}"`), api);
    }
  });
  it('speaks the language that was chosen, in the fallback and in the way out', () => {
    const { html } = make({ language: 'es', exit: true });
    assert.equal(attributesIn(html, 'stage-guide')[0].lang, 'es');
    assert.equal(attributesIn(html, 'quick-exit')[0].lang, 'es');
    assert.match(html, /Llamar: <a href="tel:988">/);
    assert.ok(html.includes(contentFile('leaving', 'es').words.leave));
  });
  it('escapes what was typed', () => {
    const name = '"><script>alert(1)</script>&\'<';
    const { html } = make({ tag: 'resource-card', attributes: { name } });
    assert.ok(html.includes('name="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;\'&lt;"'));
    assert.equal(html.match(/<script/g).length, 1);
  });
  it('takes attributes that the element has, and leaves out others and empty ones', () => {
    const { html } = make({
      attributes: { stage: ' action ', noticing: true, plan: '', onclick: 'x', 'heading-level': '3', 'in-page': true },
    });
    assert.deepEqual(attributesIn(html, 'stage-guide'), [{ stage: 'action', noticing: true, 'heading-level': '3' }]);
  });
  it('puts private text into a frame, with its attributes, unless that was switched off', () => {
    const options = { tag: 'safety-checklist', attributes: { audience: 'youth' } };
    assert.deepEqual(attributesIn(make({ ...options, framed: true }).html, 'private-frame'), [
      { tag: 'safety-checklist', audience: 'youth' },
    ]);
    assert.deepEqual(attributesIn(make({ ...options, framed: false }).html, 'safety-checklist'), [
      { audience: 'youth' },
    ]);
    assert.deepEqual(
      own.filter((tag) => isPrivate(facts, tag)).sort(),
      [
        ...readFileSync(join(root, 'src/elements/private-frame/framed.ts'), 'utf8').matchAll(/^ {2}'([\w-]+)': \{/gm),
      ].map(([, tag]) => tag),
    );
  });
  it('comes from the agency’s own folder where it has one', () => {
    for (const [folder, files] of [
      ['/cdn', '/cdn/'],
      ['/cdn/', '/cdn/'],
      ['https://www.example.org/alongside', 'https://www.example.org/alongside/'],
    ])
      assert.equal(attributesIn(make({ folder }).html, 'script')[0].src, `${files}stage-guide.js`);
  });
  it('names its version, also where the address does not', () => {
    for (const { html } of make({ folder: '/cdn/', exit: true }).parts.filter(({ id }) => id !== 'exit-body'))
      assert.match(html, new RegExp(`^<!-- alongside-elements ${version.replaceAll('.', '\\.')} -->`));
  });
  it('is a div for every account of WordPress', () => {
    const all = hosts.filter(({ id }) => id.startsWith('wordpress'));
    assert.equal(all.length, 3);
    for (const { form, steps, exit } of all) {
      assert.equal(form, 'div');
      assert.match(steps.join(), /Custom HTML block/);
      assert.doesNotMatch([...steps, ...exit].join(), /wp_body_open|PHP|functions\.php/);
    }
  });
  it('as a div: what WordPress leaves of it for an account that may not save scripts is the whole div', () => {
    const { parts } = make({ form: 'div', language: 'es', attributes: { stage: 'action', noticing: true } });
    const { html } = parts.find(({ id }) => id === 'widget');
    assert.equal(leftByKses(html), html);
    assert.deepEqual(attributesIn(html, 'div'), [
      { 'data-alongside': 'stage-guide', lang: 'es', 'data-stage': 'action', 'data-noticing': true },
    ]);
    // The other form does not survive it: the words stay, the element does not.
    assert.equal(attributesIn(leftByKses(make({}).html), 'stage-guide').length, 0);
    assert.match(leftByKses(make({}).html), /<a href="tel:988">988<\/a>/);
  });
  it('for a frame: one part, and the way out leads the whole window away', () => {
    const { parts, html } = make({ form: 'frame', exit: true });
    assert.deepEqual(parts, [{ id: 'widget', html }]);
    assert.equal(attributesIn(html, 'a')[0].target, '_top');
    assert.equal(attributesIn(make({ exit: true }).html, 'a')[0].target, undefined);
  });
  it('shows nothing in the preview that would be asked for', () => {
    const { preview } = make({
      tag: 'resource-card',
      src: 'https://www.example.org/a.json',
      attributes: { href: 'https://www.example.org/' },
    });
    assert.equal(preview.exit, undefined);
    assert.deepEqual(preview.widget.attributes, [['href', 'https://www.example.org/']]);
  });
});

/** What each tool looks for in a script tag before it touches it, by its documentation or its source. True: it leaves the tag alone. */
const leavesAlone = {
  'Cloudflare Rocket Loader': (tag) => /^[^>]* data-cfasync=["']false["'][^>]* src=/.test(tag),
  'LiteSpeed Cache, combining': (tag) => /data-no-optimize="[^"0]/.test(tag),
  'LiteSpeed Cache, delaying': (tag) => tag.includes('data-no-defer'),
  Autoptimize: (tag) => tag.includes('data-noptimize="1"') || tag.includes('data-cfasync="false"'),
  'Jetpack Boost': (tag) => tag.includes('data-jetpack-boost="ignore"'),
  'WP Rocket': (tag) => /nowprocket/i.test(tag),
};

describe('tools that hold scripts back', () => {
  const scripts = (html) => html.match(/<script [^>]*src=[^>]*>/g);

  it(
    worksWith({
      kind: 'cache plugin',
      name: 'WP Rocket, LiteSpeed Cache, Autoptimize, Jetpack Boost, Cloudflare Rocket Loader',
      condition: 'the snippets of the builder and of the docs are on a page that uses them',
      result: 'each tool finds the attribute that makes it leave a script alone',
      limit:
        'Checked against what each tool looks for, not with the tool. Perfmatters, SiteGround, Flying Scripts, W3 Total Cache, and NitroPack: exclude the files by name.',
      engines: 'Node',
    }),
    () => {
      const docs = [
        'README.md',
        'stories/guide-for-agencies.mdx',
        'stories/welcome.mdx',
        'docs/delivery.md',
        'docs/directory.md',
        'docs/private-text.md',
      ];
      const blocks = docs.flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/^```html\n([^]*?)^```/gm)].map(([, html]) => html),
      );
      const built = hosts.map(({ form }) => make({ form, exit: true }).html);
      const all = [...built, ...blocks].flatMap((html) => scripts(html) ?? []);
      assert.ok(all.length > 15);
      for (const tag of all)
        for (const [tool, leaves] of Object.entries(leavesAlone))
          assert.ok(leaves(tag.replace(/\s+/g, ' ')), `${tool}: ${tag}`);
    },
  );
  it('would hold back a script without those attributes', () => {
    for (const leaves of Object.values(leavesAlone)) assert.ok(!leaves('<script type="module" src="/cdn/all.js">'));
  });
});

describe('what is typed into the builder', () => {
  const bad = {
    'http://www.example.org/': /https:/,
    'www.example.org': /whole address/,
    'javascript:alert(1)': /whole address/,
    'data:text/html,x': /whole address/,
    '//www.example.org/x': /whole address/,
    'https://': /whole address/,
    'https://name:word@www.example.org/': /password/,
    'https://www.example.org/a b': /spaces/,
    'https:\\\\www.example.org': /spaces and backslashes/,
  };
  for (const [text, words] of Object.entries(bad))
    it(`${text} is told for data, the way out and the folder, and is left out`, () => {
      for (const [field, options] of [
        ['src', { src: text }],
        ['destination', { destination: text, exit: true }],
        ['folder', { folder: text }],
      ]) {
        const { html, problems } = make(options);
        assert.equal(problems.length, 1, field);
        assert.equal(problems[0].field, field);
        if (field !== 'folder') assert.match(problems[0].words, words);
        assert.ok(!html.includes(`"${text}"`), field);
        assert.match(html, /unpkg\.com/);
      }
    });
  it('data can be of the agency’s own site or of another', () => {
    for (const src of ['/data/stages.json', 'https://www.example.org/stages.json?a=1&b=2']) {
      const { html, problems } = make({ src });
      assert.deepEqual(problems, []);
      assert.equal(attributesIn(html, 'stage-guide')[0].src, src.replaceAll('&', '&amp;'));
    }
  });
  it('a destination that will not do is not told while there is no way out', () => {
    assert.deepEqual(make({ destination: 'x', exit: false }).problems, []);
  });
  it('the way out leads where it was told to, or to the default of the library', () => {
    const href = (options) => attributesIn(make({ exit: true, ...options }).html, 'quick-exit')[0].href;
    assert.equal(href({ destination: 'https://www.weather.gov/' }), 'https://www.weather.gov/');
    for (const wrong of ['', 'http://www.weather.gov/'])
      assert.equal(href({ destination: wrong }), check.defaultDestination);
    assert.equal(href({ destination: 'https://a.example.org/', site: 'www.example.org' }), check.defaultDestination);
    assert.equal(check.defaultDestination, destination('www.example.org', []));
  });
  it('a destination is judged as the way out itself judges it', () => {
    const addresses = [
      ...Object.keys(bad),
      ...['https://www.wikipedia.org/', 'HTTPS://WWW.WIKIPEDIA.ORG', 'https://example.org/', 'https://a.b.example.org'],
      ...[
        'https://example.co.uk/',
        'https://other.co.uk/',
        'https://a.github.io/',
        'https://[::1]/',
        'https://127.0.0.1/',
      ],
      ...[
        'https:///wikipedia.org',
        'https://example.org.',
        'https://münchen.example/',
        'https://a@b',
        'https://x:99999/',
      ],
      ...[
        'ftp://example.org/',
        'https:/example.org',
        'blob:https://example.org/1',
        'https://example.org\t/',
        'about:blank',
      ],
    ];
    for (const here of ['www.example.org', 'example.co.uk', 'b.github.io', '127.0.0.1', 'sub.www.example.org.'])
      for (const text of addresses)
        assert.equal(
          check.destinationProblem(text, here) === '',
          usable(here, text) !== undefined,
          `${text} from ${here}`,
        );
  });
  it('the agency’s site is read with or without https, and anything else is told', () => {
    assert.equal(check.hostOf('www.example.org'), 'www.example.org');
    assert.equal(check.hostOf('https://www.example.org/a'), 'www.example.org');
    assert.deepEqual(
      make({ site: 'not a site' }).problems.map(({ field }) => field),
      ['site'],
    );
  });
  it('what is no color is told, and the library’s own is taken for it', () => {
    const { html, problems } = make({ look: { light: { text: 'red; } * {', accent: '#abc' } } });
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['light-text'],
    );
    assert.ok(!html.includes('red'));
    assert.match(html, /--alongside-color-accent: light-dark\(#aabbcc, #[0-9a-f]{6}\);/);
    assert.doesNotMatch(html, /--alongside-color-text/);
  });
});

describe('the look', () => {
  const css = (look) => cssOf('stage-guide', look, facts.look);

  it('says nothing where it is the library’s own', () => {
    assert.equal(css({}), '');
    const [text] = facts.look['color-text'];
    assert.equal(css({ light: { text: text.toUpperCase() }, radius: '0.75rem' }), '');
  });
  it('says what differs, and nothing else', () => {
    assert.equal(
      css({ radius: '0', space: '1.5rem' }),
      'stage-guide {\n  --alongside-radius: 0;\n  --alongside-space: 1.5rem;\n}',
    );
    assert.equal(css({ radius: '0; } * { display: none', space: 'url(x)' }), '');
  });
  it('lets notes and lines follow the text where they could not be read', () => {
    const light = { text: '#000000', surface: '#909090', quiet: '#999999', accent: '#000000' };
    for (const name of ['muted', 'line'])
      assert.match(css({ light }), new RegExp(`color-${name}: light-dark\\(#000000, #`));
    assert.doesNotMatch(css({ light: { accent: '#123456' } }), /muted|line/);
  });
  it('is part of the snippet of the element and of the way out', () => {
    const { parts } = make({ look: { radius: '0' }, exit: true });
    assert.match(parts.find(({ id }) => id === 'exit-head').html, /<style>\nquick-exit \{\n {2}--alongside-radius: 0;/);
    assert.match(parts.find(({ id }) => id === 'widget').html, /<style>\nstage-guide \{/);
  });
});

describe('contrast', () => {
  it('is counted as WCAG counts it', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#123456', '#123456'), 1);
    assert.equal(contrast('#333333', '#ffffff').toFixed(2), '12.63');
    // The last grey that is enough on white, and the first that is not: as in many guides to WCAG.
    assert.ok(contrast('#767676', '#ffffff') >= 4.5);
    assert.ok(contrast('#777777', '#ffffff') < 4.5);
  });
  it('is said in words, never rounded up to what is enough', () => {
    const words = readings({ text: '#777777', surface: '#ffffff', quiet: '#ffffff', accent: '#000000' });
    assert.deepEqual(
      words.map(({ fine }) => fine),
      [false, false, true, true],
    );
    assert.equal(
      words[0].words,
      'Text on the surface: 4.4 to 1. Hard to read for many people. Choose colors further apart, 4.5 to 1 or more.',
    );
    assert.match(
      readings({ text: '#eeeeee', surface: '#ffffff', quiet: '#ffffff', accent: '#000000' })[0].words,
      /Very hard/,
    );
    assert.equal(words[2].words, 'Links and buttons on the surface: 21.0 to 1. Easy to read.');
  });
  it('knows what is a color', () => {
    assert.equal(hex(' #ABC '), '#aabbcc');
    for (const text of ['', 'red', '#12', '#12345', '#1234567', '#ggg', 'rgb(0 0 0)'])
      assert.equal(hex(text), undefined);
  });
  it('of the library’s own look is enough', () => {
    [0, 1].forEach((at) => {
      const colors = Object.fromEntries(
        ['text', 'surface', 'accent', 'quiet'].map((name) => [name, facts.look[`color-${name}`][at]]),
      );
      assert.deepEqual(
        readings(colors).filter(({ fine }) => !fine),
        [],
      );
    });
  });
});

describe('the words of the builder', () => {
  it('say what each element is for, and it begins with attributes that it has', () => {
    assert.deepEqual(Object.keys(facts.elements).sort(), tags);
    for (const [tag, { words, start, attributes }] of Object.entries(facts.elements)) {
      assert.match(words, /^[A-Z][^`[\]<>|]{20,}\.$/, tag);
      const names = attributes.map(({ name }) => name);
      for (const name of Object.keys(start)) assert.ok(names.includes(name), `${tag} ${name}`);
    }
    assert.equal(facts.elements['safety-checklist'].start.audience, 'youth');
  });
  it('say for each site how the code gets in, with and without the way out', () => {
    assert.ok(hosts.length >= 7);
    for (const { name, form, steps, exit } of hosts) {
      assert.ok(['element', 'div', 'frame'].includes(form), name);
      assert.ok(steps.length > 1 && exit.length > 0, name);
    }
    for (const { form } of hosts)
      for (const { id } of make({ form, exit: true }).parts) assert.equal(typeof whereOf(id, 3), 'string');
  });
  it('tell what the choices mean', () => {
    const notes = (options) => notesFor({ folder: '', look: {}, ...options }, facts).join('\n');
    assert.match(notes({ tag: 'safety-checklist', framed: false }), /Every script on your page can read/);
    assert.doesNotMatch(notes({ tag: 'safety-checklist', framed: true }), /Every script on your page can read/);
    assert.match(notes({ tag: 'safety-checklist', framed: true }), /on your own server/);
    assert.doesNotMatch(notes({ tag: 'safety-checklist', framed: true, folder: '/cdn/' }), /unpkg|on your own server/);
    assert.doesNotMatch(notes({ tag: 'stage-guide' }), /write in this element/);
    assert.match(notes({ tag: 'safety-checklist', comments: true }), /Turn comments off/);
    assert.doesNotMatch(
      notes({ tag: 'stage-guide', comments: true }) + notes({ tag: 'safety-checklist' }),
      /comments off/,
    );
    for (const name of [...Object.keys(handsOff), 'LiteSpeed', 'Perfmatters', 'all.classic.js'])
      assert.ok(notes({ tag: 'stage-guide' }).includes(name), name);
  });
});
