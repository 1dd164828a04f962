import { describe, expect, it } from 'vitest';
import { createSession } from '@/lib/lab/create-session';
import type { Session } from '@/lib/lab/session';
import { about, deployment, imageOf, made, service } from './objects';

const nodes = Array.from({ length: 50 }, (_, n) => `node-${n + 1}`);
const session = createSession(
  about(
    undefined,
    made(0, ...Array.from({ length: 10 }, (_, n) => deployment(`app-${n}`, 100)), service('app-0', 'app-0')),
    { nodes },
  ),
);

/** The median of many frames of 16 ms each, in ms of the processor's time: others may use the machine meanwhile. */
function frame(of: Session, frames: number): number {
  const times = Array.from({ length: frames }, () => {
    of.seek(of.nowMs + 16);
    const began = process.cpuUsage();
    of.view();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  });
  return times.sort((a, b) => a - b)[Math.floor(frames / 2)] ?? 0;
}

describe('fifty nodes with a thousand Pods', () => {
  it('are all Ready, and the sentence says so', { timeout: 120_000 }, () => {
    session.seek(60_000);
    const view = session.view();
    expect(view.sentence).toEqual({ key: 'calm', count: 1_000, of: 1_000 });
    expect(view.score.lanes.length).toBeLessThanOrEqual(100);
    expect(view.score.lanes.length + (view.score.folded ?? 0)).toBe(1_000);
    expect(view.services[0]?.endpoints).toHaveLength(100);
  });

  it('are drawn within a frame of 16 ms when nothing but time goes on', () => {
    session.seek(100_000);
    const first = session.view();
    session.seek(100_016);
    const second = session.view();
    for (const part of ['pods', 'workloads', 'nodes', 'events', 'services', 'why'] as const)
      expect(second[part], part).toBe(first[part]);
    const ms = frame(session, 60);
    expect(ms).toBeLessThan(16);
  });

  it('are drawn within two frames while they are replaced', { timeout: 60_000 }, () => {
    session.seek(120_000);
    session.do(imageOf('app-0', 'web:2'));
    const ms = frame(session, 60);
    expect(ms).toBeLessThan(32);
  });

  it('keep the values of objects that did not change', () => {
    session.seek(121_000);
    const before = session.view().pods;
    session.seek(121_200);
    const after = session.view().pods;
    const same = after.filter((pod) => before.includes(pod)).length;
    expect(same).toBeGreaterThan(850);
  });
});
