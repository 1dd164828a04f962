import { describe, expect, it } from 'vitest';
import { EventLimits, eventFor } from '@/lib/cluster/events';
import type { Event, KubeObject } from '@/lib/cluster/objects';

const on = (uid: string) =>
  ({ kind: 'Pod', metadata: { name: 'web', namespace: 'default', uid } }) as unknown as KubeObject;
const said = (message: string, uid = 'u') => ({
  do: 'event' as const,
  on: on(uid),
  type: 'Normal' as const,
  reason: 'Said',
  message,
});
const take = (limits: EventLimits, message: string, nowMs: number, by = 'kubelet', uid = 'u') => {
  const saying = said(message, uid);
  return limits.take(
    saying,
    by,
    eventFor(saying, by, nowMs, () => undefined),
    nowMs,
  );
};
const exhausted = (): EventLimits => {
  const limits = new EventLimits();
  for (let i = 0; i < 25; i++) take(limits, 'same', 0);
  return limits;
};

describe('how much a client says about an object', () => {
  it('is 25 Events at once', () => {
    const limits = new EventLimits();
    for (let i = 0; i < 25; i++) expect(take(limits, `${i}`, 0)).toBe(0);
    expect(take(limits, '25', 0)).toBeUndefined();
  });

  it('is one more each five minutes', () => {
    const limits = exhausted();
    expect(take(limits, 'other', 299_999)).toBeUndefined();
    expect(take(limits, 'third', 300_000)).toBe(0);
    expect(take(limits, 'third', 300_001)).toBeUndefined();
  });

  it('never gathers more than 25', () => {
    const limits = exhausted();
    const laterMs = 1_000_000_000;
    for (let i = 0; i < 25; i++) expect(take(limits, `${i}`, laterMs)).toBe(0);
    expect(take(limits, '25', laterMs)).toBeUndefined();
  });

  it('counts what was kept back with the next of the same', () => {
    const limits = exhausted();
    for (let i = 0; i < 3; i++) take(limits, 'same', 1000);
    expect(take(limits, 'same', 301_000)).toBe(3);
    expect(take(limits, 'same', 900_000)).toBe(0);
  });

  it('is counted for each client and each object', () => {
    const limits = exhausted();
    expect(take(limits, 'same', 0, 'kubelet', 'another')).toBe(0);
    expect(take(limits, 'same', 0, 'replicaset-controller')).toBe(0);
  });

  it('is not limited for the scheduler, which speaks through another API', () => {
    const limits = new EventLimits();
    for (let i = 0; i < 100; i++) expect(take(limits, 'same', 0, 'default-scheduler')).toBe(0);
  });

  it('is counted by each copy for itself', () => {
    const limits = new EventLimits();
    const copy = limits.copy();
    for (let i = 0; i < 25; i++) take(limits, 'same', 0);
    expect(take(copy, 'same', 0)).toBe(0);
  });
});

describe('similar Events', () => {
  it('fold into one from the tenth on', () => {
    const stored = new Map<string, Event>();
    for (let i = 1; i <= 12; i++) {
      const event = eventFor(said(`message ${i}`), 'kubelet', i * 1000, (key) => stored.get(key));
      stored.set(`Event/default/${event.metadata.name}`, event as Event);
    }
    expect(stored.size).toBe(10);
    const folded = [...stored.values()].at(-1);
    expect(folded).toMatchObject({ message: '(combined from similar events): message 12', count: 3 });
  });
});
