/**
 * A reporter for `node --test` that writes one line of JSON at the end: the counts, and what failed, for those who read
 * the end of a long log. A suite is not a test; a file that crashes or has no tests at all is reported by Node as a test
 * of its own, and counts as one.
 */
import { relative } from 'node:path';

const messageOf = ({ cause, message }) => cause?.message ?? cause ?? message;

export default async function* nodeTotals(events) {
  const totals = { passed: 0, failed: 0, skipped: 0, failures: [] };
  // The names on the way to what runs, outermost first. Node reports each file as if the files ran one after another.
  const names = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') names.splice(data.nesting, Infinity, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { error } = data.details ?? {};
    if (data.details?.type === 'suite') {
      // A suite fails because a test in it failed, which is counted, or because its own hooks did, which is not.
      if (type !== 'test:fail' || error?.failureType === 'subtestsFailed') continue;
    } else if (data.skip !== undefined || data.todo !== undefined) {
      totals.skipped += 1;
      continue;
    } else if (type === 'test:pass') {
      totals.passed += 1;
      continue;
    }
    totals.failed += 1;
    const path = [...names.slice(0, data.nesting), data.name].map((name) => (name === data.file ? '' : name));
    totals.failures.push({
      where: [data.file && relative('.', data.file), ...path].filter(Boolean).join(' > '),
      message: `${messageOf(error ?? {})}`,
    });
  }
  yield `${JSON.stringify(totals)}\n`;
}
