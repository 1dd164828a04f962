import 'server-only';
import { randomInt, randomUUID } from 'node:crypto';
import type { JoinCodeState, NewJoinCode } from '@/lib/class/public';
import { now as clock } from './clock';
import { database } from './db';
import { keyedHash } from './keyed-hash';
import { Refusal } from './refusal';
import { classToChange, classToRead } from './rights';

/** Crockford's base 32: digits and letters without I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const DAY_MS = 24 * 60 * 60 * 1_000;
const MOST_DAYS = 365;
const MOST_USES = 10_000;

export interface JoinCodeOptions {
  /** From now on. 1 to 365. */
  readonly days: number;
  /** How many learners may come in by it; any number if absent. */
  readonly maxUses?: number;
}

const newCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** `K7QM-2XWR`: as it is shown. */
export const codeToShow = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/**
 * The code that somebody typed: any case, with or without hyphens and spaces, o for 0, i and l for 1, wide letters for narrow ones.
 * Undefined for what can be no code.
 */
export function codeTyped(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined;
}

export const codeHash = (code: string): string => keyedHash('join-code', code);

/** A new way into a class, by its owner. `code` is shown this once: what is kept is a hash. */
export async function createJoinCode(
  viewer: string | undefined,
  classroom: string,
  { days, maxUses }: JoinCodeOptions,
  now = clock(),
): Promise<NewJoinCode> {
  await classToChange(viewer, classroom);
  const isUsable =
    maxUses === undefined || (Number.isInteger(maxUses) && maxUses >= 1 && maxUses <= MOST_USES);
  if (!(days >= 1 && days <= MOST_DAYS) || !isUsable) throw new Refusal('invalid-body');
  const code = newCode();
  const kept = { id: randomUUID(), expiresAt: new Date(Number(now) + days * DAY_MS), createdAt: now };
  const limits = { maxUses: maxUses ?? null, hash: codeHash(code) };
  await database().joinCode.create({ data: { ...kept, ...limits, classroomId: classroom } });
  return { id: kept.id, code: codeToShow(code), expiresAtMs: Number(kept.expiresAt) };
}

/** From now on nobody comes in by this code; who is in stays. The first time counts. */
export async function revokeJoinCode(
  viewer: string | undefined,
  classroom: string,
  id: string,
  now = clock(),
): Promise<void> {
  await classToChange(viewer, classroom);
  await database().joinCode.updateMany({
    where: { id, classroomId: classroom, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** The codes of a class, newest first, without the codes themselves. */
export async function joinCodes(
  viewer: string | undefined,
  classroom: string,
  now = clock(),
): Promise<readonly JoinCodeState[]> {
  await classToRead(viewer, classroom);
  const codes = await database().joinCode.findMany({
    where: { classroomId: classroom },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return codes.map(({ id, createdAt, maxUses, uses, ...code }) => ({
    ...{ id, maxUses, uses },
    createdAtMs: Number(createdAt),
    expiresAtMs: Number(code.expiresAt),
    state: stateOf({ maxUses, uses, ...code }, now),
  }));
}

interface CodeRow {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
  readonly maxUses: number | null;
  readonly uses: number;
}

/** Whether a code still lets anybody in, and why not. */
export function stateOf({ revokedAt, expiresAt, maxUses, uses }: CodeRow, now: Date): JoinCodeState['state'] {
  if (revokedAt !== null) return 'ended';
  if (expiresAt <= now) return 'over';
  return maxUses !== null && uses >= maxUses ? 'usedUp' : 'open';
}
