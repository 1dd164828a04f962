// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { runPlay } from '@/app/_ui/lab/play';
import { openInWorker } from '@/app/_ui/lab/session-client';
import { SessionHost } from '@/app/_ui/lab/session-host';
import type { Answer, Request } from '@/app/_ui/lab/session-protocol';
import { FakeSession } from './fake-session';
import { blocked, scenario } from './fixtures';

test('an engine slower than the clock is waited for, and play goes on once it has answered', () => {
  const asked: Request[] = [];
  const host = new SessionHost({
    open: () => new FakeSession(scenario, blocked),
    happened: () => 0,
    believed: () => [],
  });
  let page: { onmessage: (event: { data: Answer }) => void } | undefined;
  class Slow {
    onmessage: (event: { data: Answer }) => void = () => undefined;
    constructor() {
      page = this;
    }
    postMessage = (request: Request) => asked.push(request);
    terminate = () => undefined;
  }
  const answer = () => {
    const request = asked.shift();
    const data = request && host.answer(request);
    if (data !== undefined) page?.onmessage({ data });
  };
  let frame: FrameRequestCallback = () => undefined;
  vi.stubGlobal('Worker', Slow);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('requestAnimationFrame', (next: FrameRequestCallback) => {
    frame = next;
    return 1;
  });
  const client = openInWorker(scenario, blocked);
  client.start();
  answer();
  const hasPaused = { current: true };
  runPlay({ client, stop: () => undefined, speed: 16, unit: 'event', pauseAtMs: 0, hasPaused });
  let time = 0;
  const frames = (count: number, ms: number) => {
    for (let at = 0; at < count; at++) {
      time += ms;
      frame(time);
    }
  };
  // The first question is of a short frame, and a long one follows: the answer leaves the clock far ahead.
  frames(6, 16);
  frames(20, 100);
  expect(client.leadMs).toBeGreaterThan(1_600);
  const waited = client.shown().view.nowMs;
  expect(waited - blocked.nowMs).toBeLessThanOrEqual(16 * 264);
  for (let at = 0; at < 20; at++) {
    answer();
    frames(1, 50);
  }
  expect(client.shown().view.nowMs).toBeGreaterThan(waited + 5_000);
  client.end();
  vi.unstubAllGlobals();
});
