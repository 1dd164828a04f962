import 'server-only';
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Locale } from '@/lib/text';
import { database } from './db';
import { localeOf } from './route';
import { cookieSecret } from './secret';
import { storageFaultOf } from './storage-fault';

export const COOKIE_NAME = 'podium-learner';
const COOKIE_DAYS = 400;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** A learner for a write: known already, or new with the cookie that makes the browser remember. */
export interface WritingLearner {
  readonly id: string;
  readonly setCookie?: string;
}

/** The id of the learner of this request, if its cookie is ours and the learner is known. Makes nothing. */
export async function currentLearner(request: Request): Promise<string | undefined> {
  for (const value of cookieValues(request)) {
    const id = verifiedId(value);
    const living = id === undefined ? undefined : await livingLearner(id);
    if (living !== undefined) return living;
  }
  return undefined;
}

/** The learner of this id, or the one that it was merged into; undefined for one that was never there or is deleted. */
export async function livingLearner(id: string): Promise<string | undefined> {
  const db = database();
  const learner = await db.learner.findUnique({ where: { id }, select: { id: true } });
  if (learner) return learner.id;
  const merge = await db.learnerMerge.findUnique({ where: { fromId: id }, select: { toId: true } });
  return merge?.toId;
}

/** As `currentLearner`, else a new learner, stored. */
export async function learnerForWriting(request: Request): Promise<WritingLearner> {
  const known = await currentLearner(request);
  if (known !== undefined) {
    await noteSeen(known, localeOf(request));
    return { id: known };
  }
  const id = randomUUID();
  const setCookie = cookieFor(id, request);
  await database().learner.create({ data: { id, locale: localeOf(request), lastSeenAt: new Date() } });
  return { id, setCookie };
}

/**
 * At most one write a day, unless the language changed: who does nothing for long enough may be forgotten. A database that cannot be
 * written is no reason to refuse what can still be read.
 */
async function noteSeen(id: string, locale: Locale): Promise<void> {
  const db = database();
  const now = new Date();
  const known = await db.learner.findUnique({ where: { id }, select: { locale: true, lastSeenAt: true } });
  if (!known) return;
  const isNews = known.locale !== locale || Number(now) - Number(known.lastSeenAt) > DAY_MS;
  if (!isNews) return;
  try {
    await db.learner.updateMany({ where: { id }, data: { lastSeenAt: now, locale } });
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

function cookieValues(request: Request): readonly string[] {
  return (request.headers.get('cookie') ?? '').split(';').flatMap((part) => {
    const [name, value] = part.trim().split('=', 2);
    return name === COOKIE_NAME && value ? [value] : [];
  });
}

/** Makes the browser remember this learner. */
export const cookieFor = (id: string, request: Request): string =>
  cookieLine(signedId(id), (COOKIE_DAYS * DAY_MS) / 1_000, request);

function cookieLine(value: string, ageS: number, request: Request): string {
  const parts = [`${COOKIE_NAME}=${value}`, 'Path=/', `Max-Age=${ageS}`, 'HttpOnly', 'SameSite=Lax'];
  return [...parts, ...(isSecure(request) ? ['Secure'] : [])].join('; ');
}

/** Makes the browser forget its learner. */
export const forgetCookie = (request: Request): string => cookieLine('', 0, request);

/** The reader's browser speaks https with the site, or with the proxy in front of it. */
function isSecure(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  if (forwarded) return forwarded === 'https';
  return Boolean(process.env.PODIUM_URL?.startsWith('https:')) || new URL(request.url).protocol === 'https:';
}
