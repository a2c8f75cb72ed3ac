/**
 * Every file of cdn/ that draws from templates looks at one before it starts anything: whatever a minifier did to it, nothing is drawn from
 * templates that are broken. What a page then shows is looked at in tests/pages/minified.test.js.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import jsmin from 'jsmin';
import { minify } from 'terser';
import uglify from 'uglify-js';
import { minifySync } from 'vite';
import { damaged, damages, upToTheNextBacktick, withoutBackticks } from '../fixtures/minifiers.js';
import { some } from '../thorough.js';
import { root, tags } from './texts.js';

const files = readdirSync(join(root, 'cdn'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.js'))
  .map((file) => [file, readFileSync(join(root, 'cdn', file), 'utf8')])
  .filter(([, code]) => code.includes('`'));

/**
 * Runs a file where there is no page; modules as scripts.
 *
 * @returns what the console was `told`, and what was `thrown`: to a page, or to the file that loads this one.
 */
function run(code) {
  const told = [];
  const console = { warn: (word) => told.push(`${word}`) };
  const script = code
    .replace(/export\s*\{[^}]*\};?\s*$/, '')
    .replaceAll('import.meta.url', '"https://example.org/x.js"');
  try {
    runInNewContext(script, { console, document: { baseURI: 'https://example.org/' } });
    return { told, thrown: '' };
  } catch (error) {
    return { told, thrown: `${error}` };
  }
}

const refusal = (file) =>
  `Error: alongside-elements: a minifier broke the templates in ${file}, so nothing was started. Leave this file out of minifying.`;

/** Either is read in the console of a page: what nobody catches, too. Workers and what a frame loads are followed by a file that tells. */
function assertRefused(code, file) {
  const { told, thrown } = run(code);
  if (thrown) assert.equal(thrown, refusal(file));
  if (told.length || !thrown) assert.deepEqual(told, [refusal(file)]);
}

const isRefused = (code) => /minifier/.test(JSON.stringify(run(code)));

describe('a file whose templates a minifier has broken', () => {
  it('is every file with an element, and every one that is loaded later and has templates', () => {
    const names = files.map(([file]) => file);
    for (const file of [...tags, 'all', 'all.classic', 'frame', 'keeping-area', 'resource-details'])
      if (file !== 'quick-exit') assert.ok(names.includes(`${file}.js`), file);
  });
  it('is not the way out: it has no template, so nothing in it can be broken so', () => {
    for (const file of ['quick-exit', 'quick-exit-later'])
      assert.ok(!readFileSync(join(root, `cdn/${file}.js`), 'utf8').includes('`'), file);
  });
  for (const [file, code] of files) {
    it(`${file} starts as it was built`, () => assert.ok(!isRefused(code)));
    for (const [what, damage] of Object.entries(damages))
      it(`${file} starts nothing where ${what}`, () => assertRefused(damaged(code, damage), file));
    for (const [what, broke] of [
      ['reads a template up to the next backtick', upToTheNextBacktick],
      ['knows no backticks', withoutBackticks],
    ])
      it(`${file} starts nothing after a minifier that ${what}`, () => {
        const made = broke(code);
        // What is left may be no script at all. Then the browser says so.
        if (!/^SyntaxError/.test(run(made).thrown)) assertRefused(made, file);
      });
  }
});

/** They know templates. All may make anything of a file that means the same. */
const right = {
  Terser: async (code, module) =>
    (await minify(code, { module, ecma: 2022, compress: { passes: 3, unsafe: true }, toplevel: module })).code,
  esbuild: (code, module) =>
    transformSync(code, { minify: true, format: module ? 'esm' : undefined, target: 'es2022' }).code,
  'esbuild, for browsers of 2015': (code, module) =>
    transformSync(code, {
      minify: true,
      format: module ? 'esm' : undefined,
      target: 'es2015',
      supported: { bigint: true, 'import-meta': true, 'dynamic-import': true },
    }).code,
  UglifyJS: (code, module) => {
    const { code: small, error } = uglify.minify(code, { module });
    if (error) throw error;
    return small;
  },
  'Oxc, as Vite has it': (code, module) => minifySync('x.js', code, { module }).code,
};

/** Each kind of file is among the first of every few: those of all elements, of one, and what is loaded later. */
const bySize = files.toSorted(([, a], [, b]) => a.length - b.length);

describe('a minifier that knows templates', () => {
  for (const [name, make] of Object.entries(right))
    it(`${name} may make every file smaller`, async () => {
      for (const [file, code] of some(bySize, 6)) {
        const small = await make(code, /\bimport\.meta\b|export\{/.test(code));
        assert.ok(!isRefused(small), file);
        // And what it made is still on its guard.
        assertRefused(damaged(small, damages['spaces at the ends are gone']), file);
      }
    });
  it('jsmin 1.0.1, at each of its levels, is seen', () => {
    for (const [file, code] of files)
      for (const level of [1, 2, 3]) {
        let small;
        try {
          small = jsmin.jsmin(code, level);
        } catch {
          // It refuses a file whose quotes in templates it cannot match. Then there is nothing that a page could load.
          continue;
        }
        if (!/^SyntaxError/.test(run(small).thrown)) assertRefused(small, file);
      }
  });
});
