import 'server-only';
import { z } from 'zod';

/** Minutes that the clock of a place on Earth may differ from UTC. */
const MOST_OFFSET_MIN = 14 * 60;
const MINUTE_MS = 60_000;

/** The server's time. PODIUM_CLOCK_SHIFT_MS moves it: tomorrow, for a test. Every time that is stored or compared comes from here. */
export const now = (): Date => new Date(Date.now() + (Number(process.env.PODIUM_CLOCK_SHIFT_MS) || 0));

/**
 * The date at a moment where the learner is, `2026-11-26`. `utcOffsetMinutes`: how far the learner's clock is ahead of UTC, as the browser
 * says it; what no place on Earth has counts as the nearest that one has, and none as UTC. The browser's own time is never asked.
 */
export function dayOf(at: Date, utcOffsetMinutes = 0): string {
  const offset = Math.max(-MOST_OFFSET_MIN, Math.min(MOST_OFFSET_MIN, utcOffsetMinutes));
  return new Date(Number(at) + offset * MINUTE_MS).toISOString().slice(0, 10);
}

/** The same in a body. What is no number is none: nothing is lost over the clock of a browser. */
export const utcOffset = z.number().optional().catch(undefined);

/** How far the reader's clock is ahead of UTC, minutes, as `?utcOffset=` says; 0 where it says nothing that is a number. */
export function utcOffsetOf(request: Request): number {
  const said = Number(new URL(request.url).searchParams.get('utcOffset') ?? 0);
  return Number.isFinite(said) ? said : 0;
}
