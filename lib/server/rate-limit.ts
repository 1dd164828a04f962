import 'server-only';
import { now as clock } from './clock';
import { Refusal, type RefusalCode } from './refusal';

/** `wrong` tries within `withinMs` close a door, and so do `open` tries that are not answered yet. */
export interface Limit {
  readonly wrong: number;
  readonly open: number;
  readonly withinMs: number;
}

/** What is remembered of the tries at one door: when the wrong ones were (ms, ascending), and how many are not answered yet. */
export interface Door {
  readonly wrong: readonly number[];
  readonly open: number;
}

export const newDoor: Door = { wrong: [], open: 0 };

/** A door that is not open can be asked at again after so long, ms. */
const BURST_WAIT_MS = 1_000;

const stillCounting = ({ wrong }: Door, { withinMs }: Limit, nowMs: number): readonly number[] =>
  wrong.filter((atMs) => atMs > nowMs - withinMs && atMs <= nowMs);

/** How long a try has to wait, ms; 0: it may be made now. */
export function waitAt(door: Door, limit: Limit, nowMs: number): number {
  const wrong = stillCounting(door, limit, nowMs);
  const oldest = wrong[wrong.length - limit.wrong];
  if (oldest !== undefined) return oldest + limit.withinMs - nowMs;
  return door.open >= limit.open ? BURST_WAIT_MS : 0;
}

/** The door with one more try that is not answered yet. */
export const tryBegun = (door: Door): Door => ({ ...door, open: door.open + 1 });

/** The door after a try was answered. */
export const tryAnswered = (door: Door, limit: Limit, wasRight: boolean, nowMs: number): Door => ({
  open: Math.max(0, door.open - 1),
  wrong: [...stillCounting(door, limit, nowMs), ...(wasRight ? [] : [nowMs])],
});

/** Nothing is remembered of such a door. */
export const isForgotten = (door: Door, limit: Limit, nowMs: number): boolean =>
  door.open === 0 && stillCounting(door, limit, nowMs).length === 0;

/** Doors that are remembered at most; beyond it the longest unused are forgotten. */
const MOST_DOORS = 50_000;

/** A door that a try goes through, by its name. */
export interface Way {
  readonly key: string;
  readonly limit: Limit;
}

/** The doors of one process, in memory: nobody's address is written down. */
export class DoorKeeper {
  readonly #doors = new Map<string, Door>();

  constructor(readonly mostDoors = MOST_DOORS) {}

  /**
   * Does `work` unless one of the doors on its way is closed: then refuses `too-many-tries`, says when to ask again, and `work` is not
   * begun. A refusal of `work` with one of `wrongCodes` counts as a wrong try at each of the doors, nothing else does. `now`: ms.
   */
  async pass<Value>(
    ways: readonly Way[],
    wrongCodes: readonly RefusalCode[],
    work: () => Promise<Value>,
    now: () => number = () => Number(clock()),
  ): Promise<Value> {
    const waitMs = Math.max(...ways.map(({ key, limit }) => waitAt(this.#door(key), limit, now())));
    if (waitMs > 0) throw new Refusal('too-many-tries', {}, Math.ceil(waitMs / 1_000));
    for (const { key } of ways) this.#put(key, tryBegun(this.#door(key)));
    let wasRight = true;
    try {
      return await work();
    } catch (error) {
      wasRight = !(error instanceof Refusal && wrongCodes.includes(error.code));
      throw error;
    } finally {
      for (const { key, limit } of ways) this.#answer(key, limit, wasRight, now());
    }
  }

  /** How many doors are remembered. */
  get doors(): number {
    return this.#doors.size;
  }

  #door = (key: string): Door => this.#doors.get(key) ?? newDoor;

  #answer(key: string, limit: Limit, wasRight: boolean, nowMs: number): void {
    const door = tryAnswered(this.#door(key), limit, wasRight, nowMs);
    if (isForgotten(door, limit, nowMs)) this.#doors.delete(key);
    else this.#put(key, door);
  }

  /** Behind all others, so that the first is the longest unused. */
  #put(key: string, door: Door): void {
    this.#doors.delete(key);
    this.#doors.set(key, door);
    if (this.#doors.size > this.mostDoors) this.#doors.delete(this.#doors.keys().next().value as string);
  }
}
