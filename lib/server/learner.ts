import 'server-only';
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { database } from './db';
import { cookieSecret } from './secret';

export const COOKIE_NAME = 'podium-learner';
const COOKIE_DAYS = 400;

/** A learner for a write: known already, or new with the cookie that makes the browser remember. */
export interface WritingLearner {
  readonly id: string;
  readonly setCookie?: string;
}

/** The id of the learner of this request, if its cookie is ours and the learner is known. Makes nothing. */
export async function currentLearner(request: Request): Promise<string | undefined> {
  for (const value of cookieValues(request)) {
    const id = verifiedId(value);
    if (id === undefined) continue;
    const learner = await database().learner.findUnique({ where: { id } });
    if (learner) return learner.id;
  }
  return undefined;
}

/** As `currentLearner`, else a new learner, stored. */
export async function learnerForWriting(request: Request): Promise<WritingLearner> {
  const known = await currentLearner(request);
  if (known !== undefined) return { id: known };
  const id = randomUUID();
  const setCookie = cookieFor(id, request);
  await database().learner.create({ data: { id } });
  return { id, setCookie };
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

function cookieFor(id: string, request: Request): string {
  const age = COOKIE_DAYS * 24 * 60 * 60;
  const parts = [`${COOKIE_NAME}=${signedId(id)}`, 'Path=/', `Max-Age=${age}`, 'HttpOnly', 'SameSite=Lax'];
  return [...parts, ...(isSecure(request) ? ['Secure'] : [])].join('; ');
}

/** The reader's browser speaks https with the site, or with the proxy in front of it. */
function isSecure(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  if (forwarded) return forwarded === 'https';
  return Boolean(process.env.PODIUM_URL?.startsWith('https:')) || new URL(request.url).protocol === 'https:';
}
