/**
 * Counts the results of a @web/test-runner run, beside its own reporter, and writes them as JSON to the file named by
 * the environment variable ALONGSIDE_TOTALS (nowhere without it). A test counts once per browser. A test file that does
 * not load, crashes or times out counts as one failure: no test of it ran, so there is no other trace of it in numbers.
 */
import { writeFileSync } from 'node:fs';

function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
}

export function countSessions(sessions) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const tests = testsIn(session.testResults);
    const failed = tests.filter((test) => !test.skipped && !test.passed).length;
    totals.passed += tests.filter((test) => !test.skipped && test.passed).length;
    totals.skipped += tests.filter((test) => test.skipped).length;
    totals.failed += failed > 0 || session.passed ? failed : 1;
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
