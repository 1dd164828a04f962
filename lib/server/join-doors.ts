import 'server-only';
import { codeTyped } from './join-codes';
import { DoorKeeper, type Limit, type Way } from './rate-limit';
import { wordsTyped } from './recovery';
import type { RefusalCode } from './refusal';

const MINUTE_MS = 60_000;

/**
 * Join codes and recovery words. Right tries never count: thirty learners behind one school's address come in within a minute. `open` keeps
 * a burst from being answered before the first wrong one is counted.
 */
export const joinLimits = {
  address: { wrong: 10, open: 60, withinMs: 10 * MINUTE_MS },
  /** Over all addresses: the codes that begin alike. */
  prefix: { wrong: 200, open: 200, withinMs: 10 * MINUTE_MS },
  /** Over all addresses: the words that begin with one word. Fewer, for there are more learners than codes that somebody could hit upon. */
  word: { wrong: 50, open: 200, withinMs: 10 * MINUTE_MS },
} as const satisfies Record<string, Limit>;

/** Characters of a code that its door is named by: 1,024 doors, as there are words. */
const PREFIX = 2;

const wrongCodes: readonly RefusalCode[] = ['unknown-code', 'unknown-words'];

/** The doors of join codes and recovery words of one process. */
export class JoinDoors extends DoorKeeper {
  /** Does `work` for somebody at `address` who typed `secret`, a code or words; see `pass`. */
  guard<Value>(
    address: string,
    secret: string,
    work: () => Promise<Value>,
    now?: () => number,
  ): Promise<Value> {
    return this.pass(waysOf(address, secret), wrongCodes, work, now);
  }
}

function waysOf(address: string, secret: string): readonly Way[] {
  const code = codeTyped(secret);
  const [word] = wordsTyped(secret) ?? [];
  return [
    { key: `address ${address}`, limit: joinLimits.address },
    ...(code ? [{ key: `prefix ${code.slice(0, PREFIX)}`, limit: joinLimits.prefix }] : []),
    ...(word ? [{ key: `word ${word}`, limit: joinLimits.word }] : []),
  ];
}

/** A server may load this file once for each route; the doors are one. */
const holder = globalThis as typeof globalThis & { podiumJoinDoors?: JoinDoors };

/** Those of this process. */
export const joinDoors = (): JoinDoors => {
  holder.podiumJoinDoors ??= new JoinDoors();
  return holder.podiumJoinDoors;
};
