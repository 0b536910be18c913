/** A reporter of @web/test-runner that closes with how many tests passed, failed and were skipped. */
import {relative} from 'node:path';
import type {Reporter, TestResult, TestSession, TestSuiteResult} from '@web/test-runner';
import {ROOT} from '../../src/build/paths.js';
import {NONE, countsLine, plus, type Counts} from './counts.js';
import {failingLines} from './failing.js';

/** @param missing how many browsers there should be beside those there are. */
export function countingReporter(missing: number): Reporter {
  return {
    stop({sessions}) {
      const counts = sessions.map(countSession).reduce(plus, NONE);
      const browsers = new Set(sessions.map(session => session.browser)).size;
      // In a browser that is not there, as many tests are skipped as ran in one that is.
      const inOneBrowser = (counts.passed + counts.failed + counts.skipped) / (browsers || 1);
      const skipped = counts.skipped + Math.round(inOneBrowser * missing);
      const failing = sessions.filter(session => countSession(session).failed > 0);
      const files = failing.map(({testFile}) => relative(ROOT, testFile));
      process.stdout.write(`\n${failingLines(files)}${countsLine({...counts, skipped})}\n`);
    },
  };
}

/** A file that could not be loaded, or broke outside its tests, is one failure more. */
function countSession(session: TestSession): Counts {
  const tests = session.testResults ? allTests(session.testResults) : [];
  const skipped = tests.filter(test => test.skipped).length;
  const failed = tests.filter(test => !test.skipped && !test.passed).length;
  const broke = session.passed !== true && failed === 0 ? 1 : 0;
  return {passed: tests.length - skipped - failed, failed: failed + broke, skipped};
}

function allTests(suite: TestSuiteResult): TestResult[] {
  return [...suite.tests, ...suite.suites.flatMap(allTests)];
}
