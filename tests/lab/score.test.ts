import { expect, it } from 'vitest';
import { createSession } from '@/lib/lab/create-session';
import { at, deletePod, scale, scenario, upCommands } from './stories';

/** The lane of `web-N` in the score of a set of three. */
const laneAt = (pod: string, nowMs: number, ...commands: Parameters<typeof scenario>[0][number][]) => {
  const session = createSession(scenario([...upCommands, ...commands]));
  session.seek(nowMs);
  return session.view().score.lanes.find(({ label }) => label === pod);
};

const failing = at(5_000, { verb: 'failReadiness', pod: 'web-0' });

it.each([
  ['web-1', 'web-0 has been made', 200, [], 0, 200],
  ['web-3', 'the command that wants it', 12_000, [failing, at(8_000, scale(4))], 8_000, 8_500],
  ['web-2', 'its Pod is gone', 15_000, [failing, at(6_000, deletePod('web-2'))], 6_000, 15_000],
] as const)('a place waits from when %s waits: %s', (pod, _, nowMs, commands, from, to) => {
  const lane = laneAt(pod, nowMs, ...commands);
  expect(lane?.waitsFor?.lane).toBe('web-0');
  expect(lane?.waitsFor?.sinceMs).toBeGreaterThanOrEqual(from);
  expect(lane?.waitsFor?.sinceMs).toBeLessThanOrEqual(to);
});
