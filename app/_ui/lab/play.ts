import type { StepUnit } from '@/lib/lab/session';
import type { SessionClient } from './session-client';

/** Between two steps of play for a reader who wants no movement, ms. */
export const stillStepMs = 1_500;
/** Whether the reader wants none. */
export const wantsStillness = (): boolean =>
  window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
/** A frame that took longer (a sleeping tab) counts as this long, ms. */
const longestFrameMs = 100;
/** So far the clock of the page runs ahead of an engine that is slow, in ms of the reader's time. */
const longestLeadMs = 100;

interface Play {
  readonly client: SessionClient;
  readonly stop: () => void;
  readonly speed: number;
  readonly unit: StepUnit;
  readonly pauseAtMs: number;
  readonly hasPaused: { current: boolean };
}

/** Plays by the page's clock until it is told to stop by the function that it returns. */
export const runPlay = (play: Play): (() => void) =>
  wantsStillness() ? playInSteps(play) : playInFrames(play);

function playInFrames({ client, stop, speed, pauseAtMs, hasPaused }: Play): () => void {
  // React ends this run a moment after `stop`: no frame may play in between.
  let stopped = false;
  const nowMs = () => client.shown().view.nowMs;
  const end = () => {
    stopped = true;
    stop();
  };
  let exactMs = nowMs();
  let last: number | undefined;
  const tick = (time: number) => {
    const passed = last === undefined ? 0 : Math.min(longestFrameMs, time - last);
    last = time;
    const isStarting = client.shown().status !== 'ready';
    if (isStarting) client.start();
    else go(passed * speed);
    if (!stopped) frame = requestAnimationFrame(tick);
  };
  const go = (byMs: number) => {
    if (client.shown().isAtLimit && client.leadMs === 0) return end();
    if (Math.round(exactMs) !== nowMs()) exactMs = nowMs();
    const from = nowMs();
    if (client.leadMs <= longestLeadMs * speed) exactMs += byMs;
    const pauses = !hasPaused.current && from < pauseAtMs && exactMs >= pauseAtMs;
    if (pauses) {
      hasPaused.current = true;
      client.tell('seek', pauseAtMs);
      return end();
    }
    if (Math.round(exactMs) !== from || client.leadMs > 0) client.playTo(Math.round(exactMs));
  };
  let frame = requestAnimationFrame(tick);
  return () => {
    stopped = true;
    cancelAnimationFrame(frame);
    client.stand();
  };
}

function playInSteps({ client, stop, unit, pauseAtMs, hasPaused }: Play): () => void {
  let stopped = false;
  const timer = setInterval(async () => {
    const before = client.shown().view.nowMs;
    const moved = await client.ask('step', unit, 1).catch(() => false);
    const after = client.shown().view.nowMs;
    const pauses = !hasPaused.current && before < pauseAtMs && after >= pauseAtMs;
    if (pauses) hasPaused.current = true;
    if (!stopped && (pauses || !moved)) stop();
  }, stillStepMs);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
