import 'server-only';
import { now } from './clock';
import { type Door, isForgotten, type Limit, newDoor, tryAnswered, tryBegun, waitAt } from './rate-limit';
import { Refusal, type RefusalCode } from './refusal';

const MINUTE_MS = 60_000;

/** Right passwords never count: thirty learners behind one school's address sign in within a minute. */
export const passwordLimits = {
  /** For an e-mail address, whether it has an account or not, from wherever. */
  account: { wrong: 5, open: Number.POSITIVE_INFINITY, withinMs: 15 * MINUTE_MS },
  /** One wrong password each at many accounts, and addresses tried out at sign-up. */
  address: { wrong: 60, open: 60, withinMs: 15 * MINUTE_MS },
} as const satisfies Record<string, Limit>;

/** Accounts and addresses that are remembered at most; beyond it the longest unused are forgotten. */
const MOST_DOORS = 50_000;
/** Tries at one account that wait for each other. Each takes a scrypt, about 60 ms. */
const MOST_WAITING = 40;

const wrongCodes: readonly RefusalCode[] = ['wrong-sign-in', 'wrong-password', 'email-taken'];

interface Way {
  readonly key: string;
  readonly limit: Limit;
}

const ofAddress = (address: string): Way => ({ key: `address ${address}`, limit: passwordLimits.address });

/** What is remembered: of each account and address its door, and who waits for a turn at an account. */
interface Tries {
  readonly doors: Map<string, Door>;
  readonly turns: Map<string, { last: Promise<unknown>; waiting: number }>;
}

const noTries = (): Tries => ({ doors: new Map(), turns: new Map() });

/** The tries at passwords of one process, in memory: nobody's address is written down. */
export class PasswordDoors {
  readonly #doors: Tries['doors'];
  readonly #turns: Tries['turns'];

  constructor({ doors, turns }: Tries = noTries()) {
    this.#doors = doors;
    this.#turns = turns;
  }

  /**
   * Does `work` for somebody at `address` who typed a password of the account `email`, unless there were too many wrong ones: then refuses
   * `too-many-tries` and `work` is not begun. Tries at one account go one after the other, so that a burst has no more of them than a patient one.
   */
  guard<Value>(address: string, email: string, work: () => Promise<Value>): Promise<Value> {
    const account = { key: `account ${email}`, limit: passwordLimits.account };
    return this.#inTurn(email, () => this.#try([account, ofAddress(address)], work));
  }

  /** The same where no password is tried out: at sign-up, which tells whether `email` has an account. It shuts nobody out of theirs. */
  guardSignUp<Value>(address: string, email: string, work: () => Promise<Value>): Promise<Value> {
    return this.#inTurn(email, () => this.#try([ofAddress(address)], work));
  }

  async #try<Value>(ways: readonly Way[], work: () => Promise<Value>): Promise<Value> {
    const waitMs = Math.max(...ways.map(({ key, limit }) => waitAt(this.#door(key), limit, Number(now()))));
    if (waitMs > 0) throw new Refusal('too-many-tries', {}, Math.ceil(waitMs / 1_000));
    for (const { key } of ways) this.#put(key, tryBegun(this.#door(key)));
    let wasRight = true;
    try {
      return await work();
    } catch (error) {
      wasRight = !(error instanceof Refusal && wrongCodes.includes(error.code));
      throw error;
    } finally {
      for (const { key, limit } of ways) this.#answered(key, limit, wasRight);
    }
  }

  async #inTurn<Value>(email: string, work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turns.get(email) ?? { last: Promise.resolve(), waiting: 0 };
    if (turn.waiting >= MOST_WAITING) throw new Refusal('too-many-tries', {}, 1);
    turn.waiting += 1;
    this.#turns.set(email, turn);
    const own = turn.last.then(work, work);
    turn.last = own.catch(() => {});
    try {
      return await own;
    } finally {
      turn.waiting -= 1;
      if (turn.waiting === 0) this.#turns.delete(email);
    }
  }

  #door = (key: string): Door => this.#doors.get(key) ?? newDoor;

  #answered(key: string, limit: Limit, wasRight: boolean): void {
    const nowMs = Number(now());
    const door = tryAnswered(this.#door(key), limit, wasRight, nowMs);
    if (isForgotten(door, limit, nowMs)) this.#doors.delete(key);
    else this.#put(key, door);
  }

  /** Behind all others, so that the first is the longest unused. */
  #put(key: string, door: Door): void {
    this.#doors.delete(key);
    this.#doors.set(key, door);
    if (this.#doors.size > MOST_DOORS) this.#doors.delete(this.#doors.keys().next().value as string);
  }
}

/** Next's dev server loads modules anew on each change; what was tried stays tried. */
const holder = globalThis as typeof globalThis & { podiumPasswordTries?: Tries | undefined };

/** Those of this process. */
export function passwordDoors(): PasswordDoors {
  holder.podiumPasswordTries ??= noTries();
  return new PasswordDoors(holder.podiumPasswordTries);
}
