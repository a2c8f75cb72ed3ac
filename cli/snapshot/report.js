import { leftOut as reasons, notes as noteMeanings, problems as problemMeanings } from './meanings.js';

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

const described = (kinds, meanings) =>
  Object.fromEntries(
    kinds.map(([kind, { count, examples }]) => [kind, { count, meaning: meanings[kind] ?? '', examples }]),
  );

/** What is said about one input. @returns {object} `read` is `written` and everything in `leftOut` together. */
export function inputReport(name, kind, counts, tally) {
  const isNote = ([one]) => Object.hasOwn(noteMeanings, one);
  const { kinds } = tally;
  return {
    input: name,
    kind,
    ...counts,
    problems: described(
      kinds.filter((one) => !isNote(one)),
      problemMeanings,
    ),
    notes: described(kinds.filter(isNote), noteMeanings),
  };
}

/** An input that could not be read. */
export const failedReport = (name, { reason, message, row }) => ({ input: name, failed: reason, message, row });

/** How many problems there are in all inputs. */
export const problemCount = (inputs) =>
  sum(inputs.flatMap(({ problems }) => Object.values(problems ?? {}).map(({ count }) => count)));

const figure = (count) => count.toLocaleString('en-US');
const plural = (count, one, many = `${one}s`) => `${figure(count)} ${count === 1 ? one : many}`;

/** Lines about what was found, each with its first place. */
function* linesOf(kinds, places) {
  for (const [kind, { count, meaning, examples }] of Object.entries(kinds)) {
    const { file, row, path, detail } = examples[0] ?? {};
    const first = [row === undefined ? file : `${file} row ${row}`, path, detail].filter(Boolean).join(' ');
    yield `  ${figure(count)} × ${kind}: ${meaning}${places && first ? ` First: ${first}` : ''}`;
  }
}

function* comparedLines({ made, services, numbers, added, gone, changed, same }) {
  const day = made ? ` of ${made}` : '';
  yield `Compared with the snapshot${day} that is there: ${figure(services.before)} services before, ${figure(services.now)} now.`;
  yield `  ${figure(added.count)} new, ${figure(gone.count)} gone, ${figure(changed.count)} changed, ${figure(same)} the same`;
  if (numbers.before !== numbers.now)
    yield `  Phone numbers: ${figure(numbers.before)} before, ${figure(numbers.now)} now`;
}

/**
 * The report in lines, for a terminal or an email.
 *
 * @param {object} report
 * @param {{ places?: boolean }} [options] `places`: with the first place of each kind.
 */
export function describe({ inputs, files, message, compared }, { places = true } = {}) {
  const lines = [];
  for (const { input, failed, message, read, written, leftOut, withheld, problems, notes } of inputs) {
    if (failed) {
      lines.push(`${input}: not read. ${message}`);
      continue;
    }
    const left = Object.entries(leftOut).filter(([, count]) => count > 0);
    const out = left.map(([kind, count]) => `${figure(count)} ${reasons[kind] ?? kind}`).join(', ');
    lines.push(
      `${input}: ${plural(read, 'record')} read, ${plural(written, 'service')} taken${out && `; left out: ${out}`}`,
    );
    if (withheld > 0) lines.push(`  ${plural(withheld, 'address', 'addresses')} withheld`);
    const [wrong, good] = [problems, notes].map((kinds) => [...linesOf(kinds, places)]);
    if (wrong.length > 0) lines.push('Problems that someone may want to correct in the data:', ...wrong);
    if (good.length > 0) lines.push('Good to know:', ...good);
  }
  if (compared) lines.push(...comparedLines(compared));
  for (const { name, bytes } of files) lines.push(`${name}: ${plural(bytes, 'byte')}`);
  lines.push(message);
  return lines.join('\n');
}
