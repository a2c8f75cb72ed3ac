/**
 * What is typed into a plan is in no file of the browser's profile: not while it is kept, not after the browser was ended in the middle, not after it
 * was wiped. Files are searched as they are, and for text of two bytes a letter; those that Firefox packs with LZ4 are unpacked. Chromium's databases
 * are packed with Snappy, which leaves a text as it is that was not there before.
 */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inKeptProfiles, keep, openPlan, unlock } from './keeping-site.js';
import { eventually } from './real-browser.js';

const marker = 'quiet-otter-7194';

/** Unpacks one block of LZ4. What is no such block gives nothing, or as much as could be read. */
function unpackLz4(data) {
  const out = [];
  let at = 0;
  const length = (first) => {
    let all = first;
    if (first === 15) for (let more = 255; more === 255 && at < data.length; all += more) more = data[at++];
    return all;
  };
  while (at < data.length) {
    const token = data[at++];
    for (let left = length(token >> 4); left > 0 && at < data.length; left--) out.push(data[at++]);
    if (at + 2 > data.length) break;
    const back = data[at] | (data[at + 1] << 8);
    at += 2;
    if (!back || back > out.length) break;
    for (let left = length(token & 15) + 4; left > 0; left--) out.push(out[out.length - back]);
  }
  return Buffer.from(out);
}

/** The contents of a file, in every form that is looked into. */
function forms(data) {
  const packed = data.subarray(0, 8).toString('latin1') === 'mozLz40\0' ? [unpackLz4(data.subarray(12))] : [];
  return [data, ...packed];
}

const holds = (data, text) =>
  forms(data).some((form) =>
    [text, Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()].some((one) => form.includes(one)),
  );

/** The files of a folder that hold a text. */
async function filesWith(folder, text) {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = [];
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const data = await readFile(path).catch(() => Buffer.alloc(0));
    if (holds(data, text)) found.push(path.slice(folder.length + 1));
  }
  return found;
}

test('the search finds a text in each of these forms', () => {
  const text = Buffer.from(`before ${marker} after`);
  assert.ok(holds(text, marker));
  assert.ok(holds(Buffer.from(text.toString(), 'utf16le'), marker));
  // A block with literals only, then with one repetition.
  const head = Buffer.from('mozLz40\0\0\0\0\0', 'latin1');
  const literal = Buffer.concat([head, Buffer.from([0xf0, text.length - 15]), text]);
  assert.ok(holds(literal, marker));
  const start = Buffer.from('-7194 quiet-otter');
  const repeated = Buffer.concat([head, Buffer.from([0xf1, start.length - 15]), start, Buffer.from([start.length, 0])]);
  assert.ok(holds(repeated, marker));
  assert.ok(!holds(Buffer.from('quiet otter 7194'), marker));
});

await inKeptProfiles(({ withProfile }) => {
  test('what is kept', () =>
    withProfile(async ({ profile, start }) => {
      // The search would find it: a page that stores it in the open.
      let at = await start();
      await at.tab.goto(`${at.site.address}/plain`);
      const open = ['open', marker].join(' ');
      await at.tab.evaluate((text) => (localStorage.text = text), open);
      await eventually(async () => (await filesWith(profile, open)).length, {
        seconds: 60,
        what: 'text kept in the open is found',
      });
      await at.tab.evaluate(() => localStorage.clear());
      await at.browser.kill();

      at = await start();
      await openPlan(at);
      await at.tab.evaluate((parts) => window.plan.add(parts.join('-')), ['lively', 'heron', '2816']);
      await keep(at.tab);
      for (let count = 0; count < 20; count++) {
        await at.tab.evaluate(
          (parts) => window.plan.change(0, parts.join('-')),
          ['lively', 'heron', '2816', `${count}`],
        );
        await at.tab.until('plan.isSaved()');
      }
      const look = async (when) => assert.deepEqual(await filesWith(profile, 'lively-heron-2816'), [], when);
      await look('while it is kept');
      await at.browser.kill();
      await look('after the browser was ended');
      at = await start();
      await openPlan(at);
      await unlock(at.tab);
      await at.tab.until(`plan.texts()[0] === ['lively', 'heron', '2816', '19'].join('-')`);
      await at.tab.evaluate(`plan.press('wipe')`);
      await at.tab.until(`plan.state() === 'memory'`);
      await at.tab.until(`indexedDB.databases().then((all) => all.length === 0)`);
      await look('after it was wiped');
      await at.browser.kill();
      await look('after it was wiped and the browser ended');
      await writeFile(join(profile, 'seen'), 'lively-heron-2816');
      assert.deepEqual(await filesWith(profile, 'lively-heron-2816'), ['seen'], 'it was looked for in this folder');
    }));
});
