/**
 * A reporter for `node --test` that writes only the counts, as one line of JSON at the end. A suite is not a test; a
 * file that crashes or has no tests at all is reported by Node as a test of its own, and counts as one.
 */
export default async function* nodeTotals(events) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite fails because a test in it failed, which is counted, or because its own hooks did, which is not.
    if (data.details?.type === 'suite') {
      const own = type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed';
      if (own) totals.failed += 1;
    } else if (data.skip !== undefined || data.todo !== undefined) totals.skipped += 1;
    else if (type === 'test:pass') totals.passed += 1;
    else totals.failed += 1;
  }
  yield `${JSON.stringify(totals)}\n`;
}
