import 'server-only';
import { clientAddress } from './client-address';
import { now as clock } from './clock';
import { Refusal } from './refusal';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** So many within so long. More are refused `too-fast` with the moment from which one is taken again; a browser that keeps what it has to send loses nothing. */
export interface Pace {
  readonly most: number;
  readonly withinMs: number;
}

/**
 * By what is done. A reader is counted by themselves, so that a school behind one address is not one reader; nobody known by their address.
 * `lab`: a replay, which takes the server up to some seconds. `grid`: all that a class did, some seconds for
 * hundreds of learners. `newLearner`, `newAccount`: of one address, so that somebody who throws cookies
 * away has not each time the whole of what one reader may do.
 */
export const paces = {
  newLearner: { most: 600, withinMs: 10 * MINUTE_MS },
  newAccount: { most: 200, withinMs: HOUR_MS },
  lab: { most: 20, withinMs: MINUTE_MS },
  answer: { most: 30, withinMs: MINUTE_MS },
  hint: { most: 10, withinMs: MINUTE_MS },
  attempt: { most: 20, withinMs: HOUR_MS },
  export: { most: 6, withinMs: HOUR_MS },
  newClass: { most: 20, withinMs: HOUR_MS },
  grid: { most: 30, withinMs: MINUTE_MS },
  newCode: { most: 60, withinMs: HOUR_MS },
} as const satisfies Record<string, Pace>;

export type Deed = keyof typeof paces;

/** Counters that are remembered at most; beyond it the longest unused are forgotten. */
const MOST_COUNTERS = 50_000;

/** How long somebody who did it at these moments (ms, ascending) has to wait, ms; 0: it may be done now. */
export function waitFor(moments: readonly number[], { most, withinMs }: Pace, nowMs: number): number {
  const counting = moments.filter((atMs) => atMs > nowMs - withinMs && atMs <= nowMs);
  const oldest = counting[counting.length - most];
  return oldest === undefined ? 0 : oldest + withinMs - nowMs;
}

interface Done {
  readonly atMs: number;
  readonly what: string | undefined;
}

/** Who did what when, in the memory of one process: nothing of it is written down. */
export class PaceKeeper {
  readonly #done = new Map<string, readonly Done[]>();

  constructor(readonly mostCounters = MOST_COUNTERS) {}

  /** Counts that `who` does it now, or refuses `too-fast` and counts nothing. The same `what` again, as a browser sends it that heard no answer, counts once. */
  take(deed: Deed, who: string, what?: string, nowMs = Number(clock())): void {
    const pace = paces[deed];
    const key = `${deed} ${who}`;
    const before = this.#done.get(key) ?? [];
    if (what !== undefined && before.some((one) => one.what === what)) return;
    const waitMs = waitFor(
      before.map(({ atMs }) => atMs),
      pace,
      nowMs,
    );
    if (waitMs > 0) throw new Refusal('too-fast', {}, Math.ceil(waitMs / 1_000));
    // Behind all others, so that the first is the longest unused.
    this.#done.delete(key);
    this.#done.set(key, [...before, { atMs: nowMs, what }].slice(-pace.most));
    if (this.#done.size > this.mostCounters) this.#done.delete(this.#done.keys().next().value as string);
  }

  /** How many counters are remembered. */
  get counters(): number {
    return this.#done.size;
  }
}

/** A server may load this file once for each route; the keeper is one. */
const holder = globalThis as typeof globalThis & { podiumPaces?: PaceKeeper | undefined };

const keeper = (): PaceKeeper => {
  holder.podiumPaces ??= new PaceKeeper();
  return holder.podiumPaces;
};

/** Counts that a learner does it now. Refuses `too-fast`. */
export const keepPaceOf = (deed: Deed, learner: string): void => keeper().take(deed, learner);

/** Counts that this learner, or without one whoever stands behind the request's address, does it now; the same `what` once. Refuses `too-fast`. */
export const keepPace = (deed: Deed, request: Request, learner: string | undefined, what?: string): void =>
  keeper().take(deed, learner ?? `at ${clientAddress(request)}`, what);

/** How many counters this process remembers. */
export const pacesKept = (): number => keeper().counters;

/** Forgets what was done until now. */
export const forgetPaces = (): void => {
  holder.podiumPaces = undefined;
};
