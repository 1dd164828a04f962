import type { Sent, Unreachable } from './quiz-api';

const lockName = 'podium.answers';

/**
 * Sends answers one after the other, in the order in which they are given to it, and of all tabs of a browser in one at a time.
 * When the server as a whole does not take one, those behind it are not tried; until the moment that the server names, none is.
 * What was not taken is `unreachable` and stays with whoever keeps it.
 */
export class AnswerQueue {
  #last: Promise<unknown> = Promise.resolve();
  #stops = 0;
  #closedUntilMs = 0;
  #isStuck = false;
  #listeners = new Set<() => void>();

  /** `post` is called at its turn; it says `undefined` where nothing had to be sent any more. */
  send<Done extends Sent | undefined>(post: () => Promise<Done>): Promise<Done | Unreachable> {
    const stops = this.#stops;
    const sent = this.#last.then(() => this.#sendNow(post, stops));
    this.#last = sent.catch(() => undefined);
    return sent;
  }

  /** Whether the last answer did not arrive. */
  isStuck = () => this.#isStuck;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  async #sendNow<Done extends Sent | undefined>(
    post: () => Promise<Done>,
    stops: number,
  ): Promise<Done | Unreachable> {
    const restMs = this.#closedUntilMs - Date.now();
    if (restMs > 0) return { kind: 'unreachable', retryAfterMs: restMs };
    if (stops !== this.#stops) return { kind: 'unreachable' };
    const sent = await inOneTab(post);
    if (sent === undefined) return sent;
    this.#isStuck = sent.kind === 'unreachable';
    if (sent.kind === 'unreachable' && sent.isOfThisAnswer !== true) {
      this.#stops += 1;
      this.#closedUntilMs = Date.now() + (sent.retryAfterMs ?? 0);
    }
    for (const listener of this.#listeners) listener();
    return sent;
  }
}

/** The queue of this page. */
export const answerQueue = new AnswerQueue();

/** Waits until no other tab sends. Browsers offer locks to pages with https alone; without them the server tells doubles apart. */
async function inOneTab<Done>(post: () => Promise<Done>): Promise<Done> {
  const locks: LockManager | null | undefined = navigator.locks;
  return locks ? locks.request(lockName, post) : post();
}
