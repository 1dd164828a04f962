import 'server-only';
import { DoorKeeper, type Limit, type Way } from './rate-limit';
import { Refusal, type RefusalCode } from './refusal';

const MINUTE_MS = 60_000;

/** Right passwords never count: thirty learners behind one school's address sign in within a minute. */
export const passwordLimits = {
  /** For an e-mail address, whether it has an account or not, from wherever. */
  account: { wrong: 5, open: Number.POSITIVE_INFINITY, withinMs: 15 * MINUTE_MS },
  /** One wrong password each at many accounts, and addresses tried out at sign-up. */
  address: { wrong: 60, open: 60, withinMs: 15 * MINUTE_MS },
} as const satisfies Record<string, Limit>;

/** Tries at one account that wait for each other. Each takes a scrypt, about 60 ms. */
const MOST_WAITING = 40;

const wrongCodes: readonly RefusalCode[] = ['wrong-sign-in', 'wrong-password', 'email-taken'];

const ofAddress = (address: string): Way => ({ key: `address ${address}`, limit: passwordLimits.address });

/** Who waits for a turn at an account. */
interface Turn {
  last: Promise<unknown>;
  waiting: number;
}

/** The tries at passwords of one process, in memory: nobody's address is written down. */
export class PasswordDoors {
  readonly #doors = new DoorKeeper();
  readonly #turns = new Map<string, Turn>();

  /**
   * Does `work` for somebody at `address` who typed a password of the account `email`, unless there were too many wrong ones: then refuses
   * `too-many-tries` and `work` is not begun. Tries at one account go one after the other, so that a burst has no more of them than a patient one.
   */
  guard<Value>(address: string, email: string, work: () => Promise<Value>): Promise<Value> {
    const account = { key: `account ${email}`, limit: passwordLimits.account };
    return this.#inTurn(email, () => this.#doors.pass([account, ofAddress(address)], wrongCodes, work));
  }

  /** The same where no password is tried out: at sign-up, which tells whether `email` has an account. It shuts nobody out of theirs. */
  guardSignUp<Value>(address: string, email: string, work: () => Promise<Value>): Promise<Value> {
    return this.#inTurn(email, () => this.#doors.pass([ofAddress(address)], wrongCodes, work));
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
}

/** A server may load this file once for each route; the doors are one. */
const holder = globalThis as typeof globalThis & { podiumPasswordDoors?: PasswordDoors };

/** Those of this process. */
export const passwordDoors = (): PasswordDoors => {
  holder.podiumPasswordDoors ??= new PasswordDoors();
  return holder.podiumPasswordDoors;
};
