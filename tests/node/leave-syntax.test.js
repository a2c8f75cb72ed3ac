/** Can Safari from 15.4 on read the way out? A script that a browser cannot read leaves nothing but the plain link. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { walk } from 'estree-walker';
import { parseAst } from 'rollup/parseAst';

/** What came with Safari 16.4 or later. */
function tooNew(code) {
  const found = [];
  walk(parseAst(code), {
    enter(node) {
      if (node.type === 'StaticBlock') found.push('a static block');
      const { pattern = '', flags = '' } = node.regex ?? {};
      if (/\(\?<[=!]/.test(pattern) || flags.includes('v')) found.push(`/${pattern}/`);
    },
  });
  return found;
}

for (const file of ['quick-exit.js', 'quick-exit-later.js', 'en/limits.js', 'es/limits.js', 'es/leaving.js'])
  it(file, () => assert.deepEqual(tooNew(readFileSync(`cdn/${file}`, 'utf8')), []));
it('what is too new is found', () =>
  assert.deepEqual(tooNew('class A { static { b(); } } /(?<=a)b/; /[a--b]/v;'), [
    'a static block',
    '/(?<=a)b/',
    '/[a--b]/',
  ]));
