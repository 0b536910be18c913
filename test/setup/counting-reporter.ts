/** A reporter that writes how many tests passed, failed and were skipped into a file. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import type {Reporter, TestResult, TestSession, TestSuiteResult} from '@web/test-runner';
import {NONE, plus, type Counts} from './counts.js';

/** @param path the JSON file, written anew after each run. */
export function countingReporter(path: string): Reporter {
  return {
    onTestRunFinished({sessions}) {
      const counts = sessions.map(countSession).reduce(plus, NONE);
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, JSON.stringify(counts));
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
