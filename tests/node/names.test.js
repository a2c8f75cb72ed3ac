/** Does the check of names find what the documents name and nothing has? It runs on a small repository. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { nameProblems } from '../../tools/check-names.js';
import { withContents } from '../../tools/contents.js';

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function problemsOf(text, document = 'docs/decisions.md') {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-names-'));
  folders.push(folder);
  const files = {
    'package.json':
      '{ "name": "alongside-elements", "exports": { "./render": "./x.js" }, "scripts": { "layers": "node x.js" } }',
    'src/leave/leave.ts': '// As wasLeaving was.\nexport const isLeaving = () => false; /* wasLeaving */\n',
    'src/elements/stage-guide/stage-guide.styles.ts': 'export const styles = 1;\n',
    'CONTRIBUTING.md': '',
    [document]: text,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return nameProblems(folder);
}

describe('names in the documents', () => {
  const there = ['src/leave/leave.ts', 'leave.ts', 'src/leave/', '<tag>.styles.ts', 'isLeaving()', 'npm run layers'];
  for (const name of [...there, 'alongside-elements/render', 'two words', 'https://example.org/a.js'])
    it(`may be: ${name}`, () => assert.deepEqual(problemsOf(`See \`${name}\`.`), []));
  for (const name of ['src/leave/gone.ts', 'gone.ts', 'src/gone/', '<tag>.gone.ts', 'isGone()', 'gone', 'npm run gone'])
    for (const document of ['docs/decisions.md', 'CONTRIBUTING.md'])
      it(`are missed in ${document}: ${name}`, () => {
        const [problem, ...others] = problemsOf(`One\n\nSee \`${name}\`.`, document);
        assert.ok(problem?.startsWith(`${document}:3: \`${name}\`: `), problem);
        assert.deepEqual(others, []);
      });
  it('are missed where only a comment has them', () => {
    assert.equal(problemsOf('See `wasLeaving`.').length, 1);
  });
  it('are not looked for in a block of code', () => {
    assert.deepEqual(problemsOf('```sh\nnode gone.js `isGone`\n```\n'), []);
  });
});

describe('the table of contents', () => {
  it('lists the headings of today, with the addresses that GitHub gives them', () => {
    const made = '<!-- Made by `npm run contents`. -->\n';
    const rest =
      '<!-- End of what is made. -->\n\n## `Intl` is asked, once\nText.\n\n### Not listed\n\n## What & why\n';
    const list = '- [`Intl` is asked, once](#intl-is-asked-once)\n- [What & why](#what--why)\n';
    assert.equal(withContents(`# T\n\n${made}\n- [Gone](#gone)\n\n${rest}`), `# T\n\n${made}\n${list}\n${rest}`);
  });
});
