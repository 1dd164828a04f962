import { expect, test } from 'vitest';
import { viewAhead } from '@/app/_ui/lab/ahead';
import labs from '@/content/statefulset-identity-and-order/lab';
import { createSession } from '@/lib/lab/create-session';
import type { Scenario } from '@/lib/lab/scenario';

const lab = labs.scenarios[0] as Scenario;

/** A session at a moment at which web-2 is ending. */
function ending() {
  const session = createSession(lab);
  session.seek(60_000);
  session.do({ verb: 'delete', kind: 'Pod', name: 'web-2' });
  session.seek(60_400);
  return session;
}

test('between two answers a view is what the session itself would say, as long as nothing happens', () => {
  const session = ending();
  const before = session.view();
  expect(before.pods.some(({ graceUsed }) => graceUsed !== undefined)).toBe(true);
  session.seek(60_450);
  const truth = session.view();
  const ahead = viewAhead(before, 60_450);
  expect(truth.pods.some(({ graceUsed = 0 }, at) => graceUsed > (before.pods[at]?.graceUsed ?? 1))).toBe(
    true,
  );
  expect(ahead.pods).toEqual(truth.pods);
  expect(ahead.score.lanes.map(({ spans }) => spans.map(({ fromMs, toMs }) => [fromMs, toMs]))).toEqual(
    truth.score.lanes.map(({ spans }) => spans.map(({ fromMs, toMs }) => [fromMs, toMs])),
  );
  expect([ahead.nowMs, ahead.endMs, ahead.score.nowMs, ahead.score.endMs]).toEqual([
    truth.nowMs,
    truth.endMs,
    truth.score.nowMs,
    truth.score.endMs,
  ]);
});

test('where the future has been run already only the now-line moves', () => {
  const session = ending();
  session.seek(90_000);
  session.seek(60_400);
  const before = session.view();
  const ahead = viewAhead(before, 60_450);
  expect(ahead.endMs).toBe(90_000);
  expect(ahead.score.lanes).toBe(before.score.lanes);
});

test('a moment that is not later changes nothing', () => {
  const view = ending().view();
  expect(viewAhead(view, view.nowMs)).toBe(view);
});
