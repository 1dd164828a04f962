/** Share of a grace period that is over, 0 to 1; one of no length is over at once. */
export const graceUsedAt = (endsMs: number, lengthMs: number, nowMs: number): number =>
  lengthMs === 0 ? 1 : Math.min(1, Math.max(0, 1 - (endsMs - nowMs) / lengthMs));
