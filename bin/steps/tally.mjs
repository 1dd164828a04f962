import { existsSync, readFileSync } from 'node:fs';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * A stage's passed and failed tests. A stage that failed without a failing test (it could not start, a file did not
 * load) counts as one failure; so does a stage that found no test at all.
 */
export function tally({ passed, failed, code }) {
  if (failed === 0 && (code !== 0 || passed === 0)) return { passed, failed: 1 };
  return { passed, failed };
}

/** Counts in Vitest's JSON report; a file that does not load has no tests, and counts as one failure. */
export function vitestTally(file, code) {
  const report = read(file);
  if (!report) return tally({ passed: 0, failed: 0, code: 1 });
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((t) => t.status === 'failed'),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  return tally({
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length + skipped,
    code,
  });
}

/** Counts in Playwright's JSON report. A test that was not run, or passed only when tried again, is a failure. */
export function playwrightTally(file, code) {
  const stats = read(file)?.stats;
  if (!stats) return tally({ passed: 0, failed: 0, code: 1 });
  return tally({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped, code });
}

export const sum = (tallies) =>
  tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
