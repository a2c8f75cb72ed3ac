/** Checks a pack as the page would read it, and finds the place of every problem. */
import { parse } from 'alongside-elements/internal/schema/parse.js';
import { nodeAt, pathOf, positionsIn, readPack, valueOf } from './read-pack.js';
import { defaultOf, rulesOf, sectionsFor, service } from './sections.js';
import { ownerOf, sentenceFor } from './sentences.js';
import { strictProblems } from './strict.js';

const inside = (value, key) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined;

/** The keys on a path: of the last, whatever it holds, all that the rules do not know is one key. */
function keysOf(path, rules) {
  const keys = [];
  let rest = path.slice(1);
  let at = rules;
  while (rest) {
    const index = /^\[(\d+)\]/.exec(rest);
    if (index && at?.kind === 'list') {
      keys.push(Number(index[1]));
      rest = rest.slice(index[0].length);
      at = at.of;
      continue;
    }
    const [, known] = /^\.([a-zA-Z]+)(?=$|[.[])/.exec(rest) ?? [];
    const next = at?.kind === 'object' && known && Object.hasOwn(at.of, known) ? known : undefined;
    keys.push(next ?? rest.slice(1));
    rest = next ? rest.slice(next.length + 1) : '';
    at = next && at.of[next];
  }
  return keys;
}

/** The rules at the end of a path, and what is known there by default: in a list, the entry with the same id. */
function follow(keys, rules, value, known) {
  for (const key of keys) {
    const next = inside(value, key);
    if (typeof key === 'number') {
      rules = rules?.of;
      const id = inside(next, 'id');
      known = Array.isArray(known) ? known.find((entry) => id && entry.id === id) : undefined;
    } else {
      rules = rules?.kind === 'object' ? inside(rules.of, key) : undefined;
      known = inside(known, key);
    }
    value = next;
  }
  return { rules, value, known };
}

/** The sentence for what the parser found. */
function explained({ path, reason, detail }, { rules, value, known, tree, position, whole }) {
  const keys = keysOf(path, rules);
  const key = keys.at(-1);
  const parent = follow(keys.slice(0, -1), rules, value, known);
  const here = follow(keys, rules, value, known);
  const list = keys.findLastIndex((one) => typeof one === 'number');
  const ids =
    list > 0 ? (follow(keys.slice(0, list), rules, value, known).known ?? []).map(({ id }) => id).filter(Boolean) : [];
  // In short form, the text stands for its object.
  const short = parent.rules?.short && typeof parent.value === 'string';
  const about = {
    it: key === undefined ? `The ${whole}` : typeof key === 'number' ? `This ${ownerOf(keys, whole)}` : `"${key}"`,
    key,
    owner: ownerOf(keys, whole),
    value: short ? parent.value : here.value,
    rules: here.rules,
    detail,
    keys: parent.rules?.kind === 'object' ? Object.keys(parent.rules.of) : [],
    // What is no text is told as such, and named nowhere.
    id: [inside(reason === 'duplicate' ? here.value : parent.value, 'id')].find((id) => typeof id === 'string'),
    ids,
  };
  if (reason === 'duplicate') {
    const entries = follow(keys.slice(0, -1), rules, value, known).value;
    // As the parser compares them: without what cannot be seen.
    const same = (entry) =>
      `${inside(entry, 'id')}`.replace(/[^a-z0-9-]/g, '') === `${about.id}`.replace(/[^a-z0-9-]/g, '');
    const { place } = nodeAt(tree, pathOf([...keys.slice(0, -1), entries.findIndex(same)]));
    about.first = position(place.offset).line;
  }
  return sentenceFor(reason, about);
}

/** Addresses that are to be withheld and stand in the file. The page shows none of them, but anybody can open the file. */
function openAddresses(value, keys = []) {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([key, one]) =>
    openAddresses(one, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
  if (!value.addressConfidential) return found;
  const told = ['address', 'city', 'latitude', 'longitude'].filter((key) => (inside(value, key) ?? '') !== '');
  return [
    ...told.map((key) => ({
      keys: [...keys, key],
      reason: 'confidential-address',
      sentence: `The address is confidential, and "${key}" is in the file. The page leaves it out, but anyone can open the file. Remove it.`,
    })),
    ...found,
  ];
}

/** Language tags that are none. */
function wrongLanguages(value, keys = []) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const at = [...keys, Array.isArray(value) ? Number(key) : key];
    if (
      typeof one !== 'string' ||
      !one.trim() ||
      !(key === 'lang' || key === 'language' || keys.at(-1) === 'languages')
    )
      return wrongLanguages(one, at);
    try {
      Intl.getCanonicalLocales(one.trim());
      return [];
    } catch {
      return [
        {
          keys: at,
          reason: 'not-language',
          sentence: `"${one}" is not a language tag. English is "en", Spanish is "es".`,
        },
      ];
    }
  });
}

/** Questions whose area or lens is none of those that are shown: nobody would see them. */
function strayQuestions(value, { areas = [], lenses = [] }) {
  const ids = { area: areas.map(({ id }) => id), lens: lenses.map(({ id }) => id) };
  return ['questions', 'ownQuestions'].flatMap((list) =>
    (Array.isArray(value[list]) ? value[list] : []).flatMap((question, index) =>
      ['area', 'lens']
        .filter((key) => typeof inside(question, key) === 'string' && !ids[key].includes(question[key]))
        .map((key) => ({
          keys: [list, index, key],
          reason: 'unknown-id',
          sentence: sentenceFor('unknown-id', { it: `"${key}"`, value: question[key], ids: ids[key] }),
        })),
    ),
  );
}

/** So many problems of a file are explained. Of the others only the number is told. */
const mostExplained = 1000;

/**
 * Checks one file.
 *
 * @param bytes What is in the file.
 * @param options.section What the pack is for. Left out: told by the pack itself.
 * @param options.comments Whether comments may stand in it.
 * @param options.strict Whether to look at how hard the texts are to read and for words that are not to be used.
 * @returns `section`, or with `choices` the sections between which nothing decides; `value`, the plain JSON; `text`; `problems`
 *   in reading order, each `{ path, line, column, reason, sentence }`; `more`, how many are not among them; and `notes`, lines
 *   about what was measured.
 */
export async function checkPack(bytes, { section, comments = false, strict = false } = {}) {
  const { text, tree, wrong } = readPack(bytes, { comments });
  const position = positionsIn(text);
  const told = (found, rest) => {
    const all = [...wrong, ...found].sort((a, b) => a.offset - b.offset);
    const problems = all.map(({ path = '$', offset, reason, sentence }) => ({
      path,
      ...position(offset),
      reason,
      sentence,
    }));
    return { text, problems, more: 0, notes: [], ...rest };
  };
  if (!tree) return told([], { section });

  const value = valueOf(tree);
  const choices = section ? [section] : sectionsFor(value);
  if (choices.length !== 1) return told([], { choices });
  const name = choices[0];
  // A list of services is read one by one: a list as a whole has a limit, and a directory can be longer.
  const isList = name === service && Array.isArray(value);
  const rules = rulesOf(name);
  const known = name === service ? undefined : await defaultOf(name);
  const parsed = isList
    ? value.map((one, index) => ({ ...parse(rules, one), at: `$[${index}]` }))
    : [{ ...parse(rules, value, known), at: '$' }];
  const about = { rules: isList ? { kind: 'list', of: rules } : rules, value, known, tree, position };
  const byParser = parsed.flatMap(({ problems, at }) =>
    problems.map((problem) => ({ ...problem, path: at + problem.path.slice(1) })),
  );
  const strictly = strict ? strictProblems(name, value) : { found: [], notes: [] };
  const own = [...openAddresses(value), ...wrongLanguages(value), ...strictly.found];
  if (name === 'practice' && parsed[0].value) own.push(...strayQuestions(value, parsed[0].value));
  const all = [...byParser, ...own.map(({ keys, ...problem }) => ({ ...problem, path: pathOf(keys) }))];
  const whole = name === service ? 'service' : 'pack';
  const found = all.slice(0, mostExplained).map((problem) => ({
    ...problem,
    sentence: problem.sentence ?? explained(problem, { ...about, whole }),
    offset: nodeAt(tree, problem.path).place.offset,
  }));
  return told(found, { section: name, value, more: all.length - found.length, notes: strictly.notes });
}
