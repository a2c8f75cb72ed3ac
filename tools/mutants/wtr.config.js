/** The element tests, narrowed to the titles that MUTANT_TITLES matches. A line of JSON for each test goes to the file MUTANT_RESULTS. */
import { writeFileSync } from 'node:fs';
import config from '../../web-test-runner.config.js';

const testsIn = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : []);

const results = {
  stop({ sessions }) {
    const lines = sessions
      .flatMap(({ testResults }) => testsIn(testResults))
      // What did not run, for it was not asked for or a hook failed, has neither passed nor an error.
      .filter(({ passed, error }) => passed || error)
      .map(({ name, passed, error }) => JSON.stringify({ title: name, passed, ran: true, message: error?.message }));
    writeFileSync(process.env.MUTANT_RESULTS, lines.join('\n'));
  },
};

export default {
  ...config,
  testFramework: { config: { ...config.testFramework.config, grep: process.env.MUTANT_TITLES } },
  reporters: [results],
};
