import { setFlagsFromString } from 'node:v8';
import { NumberList, sorted, TextNumbers } from '../read/numbers.js';
import { Tidier } from '../tidy/tidy.js';
import { apart, asOne, byOrganization, keysOf, together } from './group.js';

// An input that is too large for memory is read several times, some megabytes at a time. What comes of it is the same as if
// all of it had been there at once.

/** The most keys that a document has, see `keysOf`. */
const keysEach = 3;

const silent = () => {};

/** Positions from 0 on, as many at a time as weigh about as much as a batch. */
function* inBatches(count, weightOf, batchSize) {
  let batch = [];
  let weight = 0;
  for (let at = 0; at < count; at++) {
    batch.push(at);
    weight += weightOf(at);
    if (weight < batchSize && at + 1 < count) continue;
    yield batch;
    batch = [];
    weight = 0;
  }
}

/**
 * Every document is cleaned once, in order: then it is known how names are written, and what belongs together. A list counts
 * as the documents that it is taken apart into; `partOf` says where each of them is.
 */
function survey(parts, tidier, tell, { batchSize, progress }) {
  const partOf = new NumberList();
  const keys = new NumberList();
  const shared = new TextNumbers();
  for (const batch of inBatches(parts.length, parts.weight, batchSize)) {
    const documents = parts.load(batch);
    tidier.clean(documents, tell);
    tidier.learn(documents);
    for (const [index, document] of documents.entries())
      for (const { data } of apart(document)) {
        partOf.push(batch[index]);
        const own = keysOf(data);
        for (let at = 0; at < keysEach; at++) keys.push(own[at] ? shared.of(own[at]) : 0);
      }
    progress((batch.at(-1) + 1) / parts.length);
  }
  const groups = Array.from(together(keysOfEach(keys.all)), ({ members }) => members);
  return { partOf: partOf.all, groups };
}

/** The keys of each document. */
function* keysOfEach(numbers) {
  for (let at = 0; at < numbers.length; at += keysEach)
    yield [...numbers.subarray(at, at + keysEach)].filter((number) => number > 0);
}

const areInOrder = (groups) => {
  let next = 0;
  return groups.every((members) => members.every((one) => one === next++));
};

/**
 * Where documents come in another order than that of the input, what is renamed is told beforehand, as long as there is room: of
 * the rest only the number matters. A list may come more than once, so that its names are counted now.
 *
 * @returns {number} So many parts have been told.
 */
function tellRenamed(parts, tidier, tell, { batchSize, hasLists }) {
  let hasRoom = true;
  for (const batch of inBatches(parts.length, parts.weight, batchSize)) {
    const documents = parts.load(batch);
    tidier.clean(documents, silent);
    tidier.rename(documents, (kind, example) => (hasRoom = tell(kind, example)));
    if (!hasRoom && !hasLists) return batch.at(-1) + 1;
  }
  return parts.length;
}

/** The same as `organizationsOf`, of an input that is read in parts. */
function* inParts(parts, tidier, { cleaned, renamed }, { batchSize, progress }) {
  // On a machine with much memory, V8 would let several times as much garbage lie as there is to keep.
  setFlagsFromString('--heap-growing-percent=50');
  const { partOf, groups } = survey(parts, tidier, cleaned, { batchSize, progress });
  const hasLists = partOf.length > parts.length;
  const isTold = tidier.renames && (hasLists || !areInOrder(groups));
  const told = isTold ? tellRenamed(parts, tidier, renamed, { batchSize, hasLists }) : 0;
  const { starts } = sorted(partOf, parts.length);
  const weightOf = (group) => groups[group].reduce((sum, entry) => sum + parts.weight(partOf[entry]), 0);
  for (const batch of inBatches(groups.length, weightOf, batchSize)) {
    const entries = batch.flatMap((group) => groups[group]);
    const wanted = [...new Set(entries.map((entry) => partOf[entry]))].sort((one, other) => one - other);
    const documents = parts.load(wanted);
    tidier.clean(documents, silent);
    const before = wanted.filter((part) => part < told).length;
    tidier.rename(documents.slice(0, before), silent);
    tidier.rename(documents.slice(before), renamed);
    const inPart = new Map(wanted.map((part, index) => [part, [...apart(documents[index])]]));
    const documentOf = (entry) => inPart.get(partOf[entry])[entry - starts[partOf[entry]]];
    for (const group of batch) yield asOne(groups[group].map(documentOf));
  }
}

/**
 * Everything in an input, tidied, organization by organization: see `byOrganization`.
 *
 * @param {{ documents?: import('../read/input.js').Document[], parts?: import('../read/parts.js').Parts }} input As `readInput`
 *   gives it. Documents are used up.
 * @param {object} options
 * @param {string} options.country, options.keepCase As for `Tidier`.
 * @param {number} options.batchSize So many bytes of parts are read at a time.
 * @param {{ cleaned: Function, renamed: Function }} options.tell As `Tally.tell`: each is told what was done, in the order of the input
 *   as far as there is room.
 * @param {(part: number) => void} options.progress Is told how much of the parts was gone through for the first time, up to 1.
 * @returns {Iterable<import('../read/input.js').Document>}
 */
export function organizationsOf({ documents, parts }, { country, keepCase, tell, ...reading }) {
  const tidier = new Tidier({ country, keepCase });
  if (parts) return inParts(parts, tidier, tell, reading);
  tidier.clean(documents, tell.cleaned);
  if (tidier.renames) tidier.learn(documents);
  tidier.rename(documents, tell.renamed);
  return byOrganization(documents);
}
