import 'server-only';
import { authFor, sessionCookieName } from './auth';
import { now } from './clock';
import { cookieLine, cookieValues, putCookies } from './cookies';
import { database } from './db';

/** Somebody who is signed in at the browser of a request. */
export interface SignedIn {
  readonly token: string;
  readonly userId: string;
  readonly learnerId: string;
  readonly name: string;
  readonly email: string;
  /** When the password was given. */
  readonly signedInAt: Date;
}

const known = new WeakMap<Request, Promise<SignedIn | undefined>>();

/**
 * Who is signed in; undefined without a session, and with one that is over, was ended or is forged. Asked once a request. A session
 * is prolonged once a day; the cookie of that, and that of one that is over, comes with the answer (cookies.ts).
 */
export function signedIn(request: Request): Promise<SignedIn | undefined> {
  const asked = known.get(request) ?? readSession(request);
  known.set(request, asked);
  return asked;
}

async function readSession(request: Request): Promise<SignedIn | undefined> {
  if (cookieValues(request, sessionCookieName(request)).length === 0) return undefined;
  const { headers, response } = await authFor(request)
    .api.getSession({ headers: request.headers, returnHeaders: true })
    .catch((error: unknown) => (isUnauthorized(error) ? noSession(request) : throwCause(error)));
  putCookies(request, ofSession(headers, request));
  if (!response || response.session.expiresAt <= now()) return undefined;
  const { session, user } = response;
  // Better Auth has read the row; whose learner it is, its own answers never say.
  const row = await database().user.findUnique({ where: { id: user.id }, select: { learnerId: true } });
  if (!row?.learnerId) return undefined;
  const { name, email } = user;
  return {
    token: session.token,
    userId: user.id,
    learnerId: row.learnerId,
    name,
    email,
    signedInAt: session.createdAt,
  };
}

/** The session was ended while Better Auth prolonged it. */
const isUnauthorized = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 401;

const noSession = (request: Request) => ({
  headers: new Headers({ 'set-cookie': forgetSession(request) }),
  response: null,
});

/** Better Auth wraps what the database threw; `route` tells by it whether the fault passes. */
export function throwCause(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

/** Of the cookies that Better Auth sets the one that we use: the others belong to what is switched off. */
export const ofSession = (headers: Headers, request: Request): readonly string[] =>
  headers.getSetCookie().filter((line) => line.startsWith(`${sessionCookieName(request)}=`));

/** Makes the browser forget its session. */
export const forgetSession = (request: Request): string =>
  cookieLine(sessionCookieName(request), '', 0, request);
