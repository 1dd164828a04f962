import 'server-only';
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Locale } from '@/lib/text';
import { now } from './clock';
import { cookieLine, cookieValues } from './cookies';
import { database } from './db';
import { keepPace } from './pace';
import { localeOf } from './route';
import { cookieSecret } from './secret';
import { signedIn } from './session';
import { storageFaultOf } from './storage-fault';

export const COOKIE_NAME = 'podium-learner';
const COOKIE_DAYS = 400;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** A learner for a write: known already, or new with the cookie that makes the browser remember. */
export interface WritingLearner {
  readonly id: string;
  readonly setCookie?: string;
}

/** A learner whom a cookie alone makes known. */
export interface CookieLearner {
  readonly id: string;
  readonly kind: 'anonymous' | 'class';
}

/** The id of the learner of this request: whose session it is, else whom the cookie names. Makes nothing. */
export async function currentLearner(request: Request): Promise<string | undefined> {
  return (await signedIn(request))?.learnerId ?? (await cookieLearner(request))?.id;
}

/**
 * The learner of this browser's own cookie, if it is ours and the learner is known. Never one who has an account: it is theirs by a session
 * alone, so a cookie that was left behind, or that led to an account by a merge, is nobody's.
 */
export async function cookieLearner(request: Request): Promise<CookieLearner | undefined> {
  for (const value of cookieValues(request, COOKIE_NAME)) {
    const named = verifiedId(value);
    const found = named === undefined ? undefined : await livingRow(named);
    if (!found || found.kind === 'account' || found.user) continue;
    return { id: found.id, kind: found.kind === 'class' ? 'class' : 'anonymous' };
  }
  return undefined;
}

const chosen = { id: true, kind: true, user: { select: { id: true } } } as const;

async function livingRow(id: string) {
  const db = database();
  const learner = await db.learner.findUnique({ where: { id }, select: chosen });
  if (learner) return learner;
  const merge = await db.learnerMerge.findUnique({
    where: { fromId: id },
    select: { to: { select: chosen } },
  });
  return merge?.to;
}

/** The learner of this id, or the one that it was merged into; undefined for one that was never there or is deleted. */
export const livingLearner = async (id: string): Promise<string | undefined> => (await livingRow(id))?.id;

/** As `currentLearner`, else a new learner, stored. Of one address not too many at once: refuses `too-fast`. */
export async function learnerForWriting(request: Request): Promise<WritingLearner> {
  const known = await currentLearner(request);
  if (known !== undefined) {
    await noteSeen(known, localeOf(request));
    return { id: known };
  }
  keepPace('newLearner', request, undefined);
  const id = randomUUID();
  const setCookie = cookieFor(id, request);
  await database().learner.create({ data: { id, locale: localeOf(request), lastSeenAt: now() } });
  return { id, setCookie };
}

/**
 * At most one write a day, unless the language changed: who does nothing for long enough may be forgotten. A database that cannot be
 * written is no reason to refuse what can still be read.
 */
async function noteSeen(id: string, locale: Locale): Promise<void> {
  const db = database();
  const at = now();
  const known = await db.learner.findUnique({ where: { id }, select: { locale: true, lastSeenAt: true } });
  if (!known) return;
  const isNews = known.locale !== locale || Number(at) - Number(known.lastSeenAt) > DAY_MS;
  if (!isNews) return;
  try {
    await db.learner.updateMany({ where: { id }, data: { lastSeenAt: at, locale } });
  } catch (error) {
    if (storageFaultOf(error) === undefined) throw error;
  }
}

/** `id.signature`; the signature is HMAC-SHA256 in base64url. */
export const signedId = (id: string): string => `${id}.${signatureOf(id).toString('base64url')}`;

const signatureOf = (id: string): Buffer =>
  createHmac('sha256', cookieSecret()).update(`${COOKIE_NAME}:${id}`).digest();

function verifiedId(value: string): string | undefined {
  const dot = value.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const id = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64url');
  const expected = signatureOf(id);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

/** Makes the browser remember this learner. */
export const cookieFor = (id: string, request: Request): string =>
  cookieLine(COOKIE_NAME, signedId(id), (COOKIE_DAYS * DAY_MS) / 1_000, request);

/** Makes the browser forget its learner. */
export const forgetCookie = (request: Request): string => cookieLine(COOKIE_NAME, '', 0, request);
