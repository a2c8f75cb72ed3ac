const examplesOfEach = 5;
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** Problems by kind, the most frequent first: how many, and the first examples. */
function byKind(problems) {
  const kinds = new Map();
  for (const { kind, ...example } of problems) {
    const known = kinds.get(kind) ?? { count: 0, examples: [] };
    known.count++;
    if (known.examples.length < examplesOfEach) known.examples.push(example);
    kinds.set(kind, known);
  }
  return Object.fromEntries([...kinds].sort(([, a], [, b]) => b.count - a.count));
}

/** What is said about one input. @returns {object} `read` is `written` and everything in `leftOut` together. */
export const inputReport = (name, kind, { problems, ...counts }) => ({
  input: name,
  kind,
  ...counts,
  problems: byKind(problems),
});

/** An input that could not be read. */
export const failedReport = (name, { reason, message }) => ({ input: name, failed: reason, message });

/** How many problems there are in all inputs. */
export const problemCount = (inputs) =>
  sum(inputs.flatMap(({ problems }) => Object.values(problems ?? {}).map(({ count }) => count)));

const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** The report in lines for a terminal. */
export function describe({ inputs, files, message }) {
  const lines = [];
  for (const { input, failed, message, read, written, leftOut, withheld, problems } of inputs) {
    if (failed) {
      lines.push(`${input}: not read. ${message}`);
      continue;
    }
    const left = Object.entries(leftOut).filter(([, count]) => count > 0);
    const out = left.length > 0 ? `; left out: ${left.map(([kind, count]) => `${count} ${kind}`).join(', ')}` : '';
    lines.push(`${input}: ${plural(read, 'record')} read, ${plural(written, 'service')} taken${out}`);
    if (withheld > 0) lines.push(`  ${plural(withheld, 'address', 'addresses')} withheld`);
    for (const [kind, { count, examples }] of Object.entries(problems)) {
      const { file, row, path, detail } = examples[0];
      const place = [row === undefined ? file : `${file} row ${row}`, path, detail].filter(Boolean).join(' ');
      lines.push(`  ${kind}: ${count} (first: ${place})`);
    }
  }
  for (const { name, bytes } of files) lines.push(`${name}: ${plural(bytes, 'byte')}`);
  lines.push(message);
  return lines.join('\n');
}
