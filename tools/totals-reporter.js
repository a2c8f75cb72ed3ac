/**
 * Counts the results of a @web/test-runner run, beside its own reporter, and writes them as JSON to the file named by
 * the environment variable ALONGSIDE_TOTALS (nowhere without it), with what failed. A test counts once per browser. A test
 * file that does not load, crashes or times out counts as one failure: no test of it ran, so there is no other trace of it
 * in numbers.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** All tests of a suite, each with its name behind those of the suites around it. */
function testsIn(suite, around = []) {
  if (!suite) return [];
  const named = suite.tests.map((test) => ({ ...test, name: [...around, test.name].join(' > ') }));
  return [...named, ...suite.suites.flatMap((inner) => testsIn(inner, [...around, inner.name]))];
}

export function countSessions(sessions) {
  const totals = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const session of sessions) {
    const tests = testsIn(session.testResults);
    const failed = tests.filter((test) => !test.skipped && !test.passed);
    totals.passed += tests.filter((test) => !test.skipped && test.passed).length;
    totals.skipped += tests.filter((test) => test.skipped).length;
    const ran = failed.length > 0 || session.passed;
    totals.failed += ran ? failed.length : 1;
    const where = [session.testFile && relative('.', session.testFile), session.browser?.name]
      .filter(Boolean)
      .join(' > ');
    for (const { name, error } of ran ? failed : [{ name: '', error: session.errors?.[0] }])
      totals.failures.push({ where: [where, name].filter(Boolean).join(' > '), message: `${error?.message ?? error}` });
  }
  return totals;
}

export function totalsReporter(file = process.env.ALONGSIDE_TOTALS) {
  return {
    stop({ sessions }) {
      if (file) writeFileSync(file, JSON.stringify(countSessions(sessions)));
    },
  };
}
