/** `wakes`: nobody asked; an earlier sync wanted to look again at this moment, and reacted to these journal entries. */
export interface SyncWork {
  readonly type: 'sync';
  /** Place of the controller in the list of all. */
  readonly controller: number;
  readonly key: string;
  readonly wakes?: readonly number[];
}

/** A request for a sync, with those before it that have not been answered. */
interface Asked {
  readonly because: number;
  readonly atMs: number;
  readonly earlier: Asked | undefined;
}

/** A sync that was refused waits twice as long each time, ms. Source: client-go workqueue DefaultTypedControllerRateLimiter. */
const retry = { firstMs: 5, longestMs: 1_000_000 } as const;

type Slot = Pick<SyncWork, 'controller' | 'key'>;
const slotOf = ({ controller, key }: Slot): string => `${controller}:${key}`;

/**
 * Which syncs are due and when, each at most once: what was asked for, what a sync wants to look at again, and how long a
 * refused one waits. The moments themselves stand in the cluster's heap; work that comes at another one is void.
 * Source: client-go util/workqueue.
 */
export class Syncs {
  constructor(
    private readonly asked = new Map<string, Asked>(),
    private readonly wakes = new Map<string, number>(),
    /** How often in a row the syncs of a slot were refused. */
    private readonly refusals = new Map<string, number>(),
  ) {}

  copy(): Syncs {
    return new Syncs(new Map(this.asked), new Map(this.wakes), new Map(this.refusals));
  }

  /** Asks for a sync; of two that ask before it comes, the sooner one has it. The work to add, unless it is there. */
  ask(slot: Slot, because: number, atMs: number): { atMs: number; work: SyncWork } | undefined {
    const name = slotOf(slot);
    const earlier = this.asked.get(name);
    const pendingMs = earlier?.atMs ?? Number.POSITIVE_INFINITY;
    const soonerMs = Math.min(atMs, pendingMs);
    this.asked.set(name, { because, atMs: soonerMs, earlier });
    return soonerMs < pendingMs ? { atMs: soonerMs, work: { type: 'sync', ...slot } } : undefined;
  }

  /** Looks again; of two moments at which syncs want it, the sooner one stands. The work to add, unless it is there. */
  wake(slot: Slot, wakes: readonly number[], atMs: number): { atMs: number; work: SyncWork } | undefined {
    const name = slotOf(slot);
    if ((this.wakes.get(name) ?? Number.POSITIVE_INFINITY) <= atMs) return undefined;
    this.wakes.set(name, atMs);
    return { atMs, work: { type: 'sync', ...slot, wakes } };
  }

  /** Takes due work: the journal entries that it reacts to, oldest first, or undefined when the work is void. */
  take(work: SyncWork, nowMs: number): readonly number[] | undefined {
    const name = slotOf(work);
    const asked = this.asked.get(name);
    if (work.wakes) return this.wakes.get(name) === nowMs && this.wakes.delete(name) ? work.wakes : undefined;
    if (!asked || asked.atMs > nowMs) return undefined;
    this.asked.delete(name);
    const causes: number[] = [];
    for (let one: Asked | undefined = asked; one; one = one.earlier) causes.push(one.because);
    return causes.reverse();
  }

  accepted(slot: Slot): void {
    this.refusals.delete(slotOf(slot));
  }

  /** A sync was refused: after how many ms it is to be tried again. */
  refused(slot: Slot): number {
    const name = slotOf(slot);
    const times = this.refusals.get(name) ?? 0;
    this.refusals.set(name, times + 1);
    return Math.min(retry.firstMs * 2 ** times, retry.longestMs);
  }
}
