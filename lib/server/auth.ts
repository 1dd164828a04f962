import 'server-only';
import { createHmac } from 'node:crypto';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { now } from './clock';
import { isSecure } from './cookies';
import { database } from './db';
import { cookieSecret } from './secret';

const DAY_S = 24 * 60 * 60;
/** A session that is not used for so long ends. */
export const SESSION_S = 30 * DAY_S;
/** Characters. NIST and ASVS 6.2.1 ask for 8 at least; a password that cannot be replaced by mail is longer. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** `__Host-`: a browser takes it only over https, for this host alone, whole site. */
const sessionCookie = (secure: boolean) => (secure ? '__Host-podium-session' : 'podium-session');

/** The name of the cookie that holds a signed-in browser's session. */
export const sessionCookieName = (request: Request): string => sessionCookie(isSecure(request));

/**
 * Better Auth 1.7 as a library: it checks passwords and makes, reads and prolongs sessions. Its routes are not served; accounts.ts calls its
 * functions after our own checks of origin, form and limits. Accounts are made there too: Better Auth's own sign-up does its scrypt while
 * it holds the database's write lock, and cannot make the learner an account in the same transaction. Nothing is logged or sent anywhere.
 */
function makeAuth(secure: boolean) {
  return betterAuth({
    // Asked for by name only; no address is made from it, for no route of Better Auth is served.
    baseURL: 'http://localhost',
    secret: createHmac('sha256', cookieSecret()).update('better-auth').digest('hex'),
    database: prismaAdapter(database(), { provider: 'sqlite', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user: {
      additionalFields: { learnerId: { type: 'string', required: false, input: false, returned: false } },
    },
    session: { expiresIn: SESSION_S, updateAge: DAY_S },
    databaseHooks: { session: { create: { before: async (session) => ({ data: ownSession(session) }) } } },
    advanced: {
      cookiePrefix: 'podium',
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookie(secure), attributes: { secure } } },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** The site's clock, and nothing of the browser: where somebody signed in and with what is nobody's business. */
const ownSession = <Session extends object>(session: Session) => ({
  ...session,
  createdAt: now(),
  updatedAt: now(),
  expiresAt: new Date(Number(now()) + SESSION_S * 1_000),
  ipAddress: null,
  userAgent: null,
});

type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<object, Map<string, Auth>>();

/** The one for this request's kind of cookie. Made anew when the database or the secret is another. */
export function authFor(request: Request): Auth {
  const secure = isSecure(request);
  const client = database();
  const ofClient = made.get(client) ?? new Map<string, Auth>();
  made.set(client, ofClient);
  const key = `${secure} ${cookieSecret()}`;
  const auth = ofClient.get(key) ?? makeAuth(secure);
  ofClient.set(key, auth);
  return auth;
}
