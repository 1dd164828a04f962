// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useCalm } from '@/app/_ui/lab/use-calm';
import { crowd } from './scene-views';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Plays a cluster of so many Pods for a second, a view each 16 ms; tells how many of them the hook gave. */
function played(pods: number) {
  const viewAt = (nowMs: number) => ({ ...crowd(pods), nowMs });
  const { result, rerender } = renderHook(({ view }) => useCalm(view), {
    initialProps: { view: viewAt(0) },
  });
  const given = new Set<number>();
  for (let nowMs = 16; nowMs <= 1_000; nowMs += 16) {
    rerender({ view: viewAt(nowMs) });
    act(() => void vi.advanceTimersByTime(16));
    given.add(result.current.nowMs);
  }
  return { given, result };
}

test('of many Pods what is read follows a few times a second, and comes to the view that stands', () => {
  const { given, result } = played(200);
  expect(given.size).toBeGreaterThanOrEqual(4);
  expect(given.size).toBeLessThanOrEqual(6);
  act(() => void vi.advanceTimersByTime(250));
  expect(result.current.nowMs).toBe(992);
});

test('of few Pods it is the view itself', () => {
  expect(played(20).given.size).toBe(62);
});

test('after a rest a change is there at once', () => {
  const { result, rerender } = renderHook(({ view }) => useCalm(view), {
    initialProps: { view: crowd(200) },
  });
  act(() => void vi.advanceTimersByTime(1_000));
  rerender({ view: { ...crowd(200), nowMs: 5 } });
  act(() => void vi.advanceTimersByTime(1));
  expect(result.current.nowMs).toBe(5);
});
