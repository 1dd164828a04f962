import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { playwrightTally, sum, tally, vitestTally } from '../../bin/steps/tally.mjs';

function withReport<T>(report: unknown, count: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'podium-tally-'));
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  const counted = count(file);
  rmSync(folder, { recursive: true });
  return counted;
}

const vitest = (passed: number, failed: number, testResults: unknown[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

describe('The tally of npm test', () => {
  it('counts a stage that failed without a failing test, or found none, as one failure', () => {
    expect(tally({ passed: 5, failed: 0, code: 0 })).toEqual({ passed: 5, failed: 0 });
    expect(tally({ passed: 5, failed: 0, code: 1 })).toEqual({ passed: 5, failed: 1 });
    expect(tally({ passed: 0, failed: 0, code: 0 })).toEqual({ passed: 0, failed: 1 });
    expect(tally({ passed: 5, failed: 2, code: 1 })).toEqual({ passed: 5, failed: 2 });
  });

  it("counts Vitest's tests, and a file that does not load as one failure", () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(withReport(vitest(7, 0), (file) => vitestTally(file, 0))).toEqual({ passed: 7, failed: 0 });
    expect(withReport(vitest(7, 1, [broken, failing]), (file) => vitestTally(file, 1))).toEqual({
      passed: 7,
      failed: 2,
    });
    expect(vitestTally('/nowhere', 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a browser test that passed only when tried again, or was skipped, as a failure', () => {
    const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 1 };
    expect(withReport({ stats }, (file) => playwrightTally(file, 0))).toEqual({ passed: 9, failed: 3 });
  });

  it('adds the stages up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
