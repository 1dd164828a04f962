import type { Chance } from '../chance';

/** How long something that failed is left alone: a value, kept for each container and each image. */
export interface BackOff {
  readonly delayMs: number;
  /** When the delay was last set. */
  readonly setAtMs: number;
}

/** Source: pkg/kubelet/kubelet.go backOffPeriod, MaxContainerBackOff, imageBackOffPeriod (v1.37). */
const firstMs = 10_000;
const longestMs = 300_000;
/** A failed sync is repeated after this, when nothing says better. */
const failedSyncMs = 10_000;
/** No sync is further away than this. Source: SyncFrequency. */
const longestSyncMs = 60_000;

/** Without trouble for twice the longest delay, a container starts from the beginning. */
const hasExpired = (backOff: BackOff, sinceMs: number): boolean => sinceMs - backOff.setAtMs > 2 * longestMs;

/** The next delay, for a failure at `sinceMs`: 10 s, doubled each time up to 300 s. Source: client-go util/flowcontrol Backoff.Next. */
export const nextBackOff = (backOff: BackOff | undefined, sinceMs: number, nowMs: number): BackOff => ({
  delayMs: !backOff || hasExpired(backOff, sinceMs) ? firstMs : Math.min(backOff.delayMs * 2, longestMs),
  setAtMs: nowMs,
});

/** Until when something that failed at `sinceMs` is left alone; undefined if it is not. Source: Backoff.IsInBackOffSince. */
export function heldBackUntilMs(
  backOff: BackOff | undefined,
  sinceMs: number,
  nowMs: number,
): number | undefined {
  if (!backOff || hasExpired(backOff, sinceMs)) return undefined;
  const untilMs = sinceMs + backOff.delayMs;
  return nowMs < untilMs ? untilMs : undefined;
}

/** The same from the moment at which the delay was set. Source: Backoff.IsInBackOffSinceUpdate. */
export const isHeldBack = (backOff: BackOff | undefined, nowMs: number): boolean =>
  backOff !== undefined && nowMs < backOff.setAtMs + backOff.delayMs;

/**
 * How long after a failed sync the kubelet looks again: when the first back-off is over, else after 10 s, lengthened at
 * random. Source: pkg/kubelet/pod_workers.go completeWork, which lengthens by up to a half; here by 10 to 30 %.
 */
export function resyncAfterMs(untilMs: number | undefined, nowMs: number, chance: Chance): number {
  const waitMs = untilMs === undefined ? failedSyncMs : untilMs - nowMs;
  const jitter = chance.between(110, 130) / 100;
  return Math.round(Math.min(Math.max(waitMs, 0), longestSyncMs) * jitter);
}

/** A duration as Go prints it: `10s`, `1m20s`, `5m0s`. */
export function goDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
