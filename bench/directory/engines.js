// The engines side by side, each with the two things that a directory needs: to be opened, and to be asked. In the page.
import Fuse from '/modules/fuse.js/dist/fuse.min.mjs';
import FlexSearch from '/modules/flexsearch/dist/flexsearch.bundle.module.min.mjs';
import MiniSearch from '/modules/minisearch/dist/es/index.js';
import { openHere } from '/dist/services/directory/directory-engine.js';

const weights = { name: 10, organization: 6, terms: 6, places: 4, description: 2 };
const fields = Object.keys(weights);
const filters = { terms: [], age: undefined, languages: [], free: false, openNow: false, reach: [] };

const documents = async (folder) => (await fetch(`${folder}/documents.json`)).json();

export const engines = {
  /** Also filters, counts what can be chosen, reckons opening hours and gives whole services: the others give names. */
  async ours(folder, { everything = true, url } = {}) {
    const directory = await openHere({ kind: 'src', url: url ?? `${location.origin}${folder}/services.json` });
    const { areas } = directory.opened;
    if (areas.length) await directory.load(areas.toSorted((one, other) => other.bytes - one.bytes)[0].id);
    return {
      more: async () => {
        if (everything) for (const { id } of areas) await directory.load(id);
      },
      count: () => directory.opened.count,
      async ask(text) {
        const query = { text, filters, sort: 'best', near: undefined, now: Date.now(), first: 0, size: 20 };
        const { found, total } = await directory.search(query);
        return { total, ids: found.map(({ service }) => service.id) };
      },
    };
  },
  async minisearch(folder) {
    const list = await documents(folder);
    const index = new MiniSearch({
      fields,
      searchOptions: {
        boost: weights,
        prefix: true,
        fuzzy: (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2),
        combineWith: 'AND',
      },
    });
    index.addAll(list);
    return {
      count: () => index.documentCount,
      size: () => JSON.stringify(index).length,
      async ask(text) {
        const found = index.search(text);
        return { total: found.length, ids: found.slice(0, 20).map(({ id }) => id) };
      },
    };
  },
  async flexsearch(folder) {
    const list = await documents(folder);
    const index = new FlexSearch.Document({
      document: {
        id: 'id',
        index: fields.map((field) => ({ field, tokenize: 'forward', encoder: FlexSearch.Charset.LatinSoundex })),
      },
    });
    for (const one of list) index.add(one);
    return {
      count: () => list.length,
      async ask(text) {
        const found = index.search(text, { limit: 20, suggest: true, merge: true });
        return { total: found.length, ids: found.slice(0, 20).map(({ id }) => id) };
      },
    };
  },
  async fuse(folder) {
    const list = await documents(folder);
    const index = new Fuse(list, {
      keys: fields.map((name) => ({ name, weight: weights[name] })),
      ignoreLocation: true,
      threshold: 0.3,
    });
    return {
      count: () => list.length,
      async ask(text) {
        const found = index.search(text, { limit: 20 });
        return { total: found.length, ids: found.map(({ item }) => item.id) };
      },
    };
  },
};

/**
 * From the first byte asked for to the first answer, then every question once. What a directory waits for so that a page stays
 * alive is waited for here too.
 */
export async function measure(name, folder, questions) {
  const started = performance.now();
  const engine = await engines[name](folder);
  await engine.ask('shelter');
  const usable = performance.now() - started;
  await engine.more?.();
  const times = [];
  const answers = [];
  for (const { text } of questions) {
    const asked = performance.now();
    answers.push(await engine.ask(text));
    times.push(performance.now() - asked);
  }
  let [found, alike, typos] = [0, 0, 0];
  for (const [at, { typo, meant }] of questions.entries()) {
    if (!typo) continue;
    const right = new Set((await engine.ask(meant)).ids);
    const same = answers[at].ids.filter((id) => right.has(id)).length;
    typos++;
    if (same) found++;
    alike += right.size ? same / right.size : 1;
  }
  window.kept = engine;
  return { usable, times, found, typos, alike: alike / Math.max(1, typos), count: engine.count() };
}
