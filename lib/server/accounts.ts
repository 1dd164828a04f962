import 'server-only';
import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { ChangePasswordRequest, EraseRequest, SignInRequest, SignUpRequest } from '@/lib/account/public';
import { authFor } from './auth';
import { tidyName } from './classes';
import { clientAddress } from './client-address';
import { now } from './clock';
import { database, isDuplicate, type Transaction } from './db';
import { type CookieLearner, cookieLearner, forgetCookie } from './learner';
import { mergeLearners } from './merge';
import { keepPace } from './pace';
import { checkNewPassword } from './password';
import { passwordDoors } from './password-doors';
import { Refusal } from './refusal';
import { localeOf } from './route';
import { forgetSession, ofSession, type SignedIn, signedIn, throwCause } from './session';

const LONGEST_NAME = 60;
const LONGEST_EMAIL = 254;
/** Longer ones are refused before anything is worked out from them. */
const LONGEST_TYPED = 1_000;
/** After so long a session alone does not delete everything any more. */
const FRESH_MS = 15 * 60_000;

const typed = z.string().max(LONGEST_TYPED);

export const signUpRequest = z.strictObject({
  name: typed,
  email: typed,
  password: typed,
  bringClass: z.boolean().optional(),
}) satisfies z.ZodType<SignUpRequest>;
export const signInRequest = signUpRequest.omit({ name: true }) satisfies z.ZodType<SignInRequest>;
export const changePasswordRequest = z.strictObject({
  currentPassword: typed,
  newPassword: typed,
}) satisfies z.ZodType<ChangePasswordRequest>;
export const eraseRequest = z.strictObject({ password: typed.optional() }) satisfies z.ZodType<EraseRequest>;

/** Cookies that make the browser somebody else, or nobody. */
type Cookies = readonly string[];

/**
 * Makes an account of the learner of this browser, in one transaction, and signs in. A learner of a class becomes it only with `bringClass`;
 * else, and for a new browser, the account begins empty. Refuses `signed-in-already`, `bad-name`, `bad-email`, what checkNewPassword does, and
 * `email-taken`: without mail there is no other way to tell its owner, so who asks learns it too; 60 such questions close the door of an address. Of one
 * address not too many accounts at once: `too-fast`.
 */
export async function signUp(request: Request, sent: SignUpRequest): Promise<Cookies> {
  if (await signedIn(request)) throw new Refusal('signed-in-already');
  const name = tidyName(sent.name, LONGEST_NAME);
  if (name === undefined) throw new Refusal('bad-name');
  const email = tidyEmail(sent.email);
  if (email === undefined) throw new Refusal('bad-email');
  checkNewPassword(sent.password, { name, email });
  return passwordDoors().guardSignUp(clientAddress(request), email, async () => {
    if (await database().user.findUnique({ where: { email } })) throw new Refusal('email-taken');
    keepPace('newAccount', request, undefined);
    const password = await hashPassword(sent.password);
    const own = await ownLearner(request, sent.bringClass);
    await makeAccount({ name, email, password }, own, localeOf(request));
    return openSession(request, email, sent.password);
  });
}

/**
 * Signs in with a new session; the one that the browser had ends. What was done in this browser without an account becomes the account's;
 * what was done in a class only with `bringClass`. Doing it again, or after it broke off half-way, ends the same. Refuses `wrong-sign-in`,
 * for an address without an account too.
 */
export async function signIn(request: Request, sent: SignInRequest): Promise<Cookies> {
  const email = tidyEmail(sent.email);
  if (email === undefined) throw new Refusal('bad-email');
  return passwordDoors().guard(clientAddress(request), email, async () => {
    const before = await signedIn(request);
    const cookies = await openSession(request, email, sent.password, async (learnerId) => {
      const own = await ownLearner(request, sent.bringClass);
      if (own) await mergeLearners(own.id, learnerId, 'sign-in');
    });
    if (before) await endSession(before.token);
    return cookies;
  });
}

/** Ends the session of this browser; then it knows nobody. Without a session, nothing but a dead cookie goes. */
export async function signOut(request: Request): Promise<Cookies> {
  const session = await signedIn(request);
  if (!session) return [forgetSession(request)];
  await endSession(session.token);
  return [forgetSession(request), forgetCookie(request)];
}

/** Changes the password and signs every other browser out; this one gets a new session. Refuses `signed-out`, `wrong-password`. */
export async function changePassword(request: Request, sent: ChangePasswordRequest): Promise<Cookies> {
  const session = await signedIn(request);
  if (!session) throw new Refusal('signed-out');
  checkNewPassword(sent.newPassword, session);
  return guardPassword(request, session, async () => {
    const { headers } = await authFor(request)
      .api.changePassword({
        body: { ...sent, revokeOtherSessions: true },
        headers: request.headers,
        returnHeaders: true,
      })
      .catch(refuseAs('wrong-password'));
    return ofSession(headers, request);
  });
}

/** Signs out every browser but this one. */
export async function endOtherSessions(request: Request): Promise<void> {
  const session = await signedIn(request);
  if (!session) throw new Refusal('signed-out');
  await database().session.deleteMany({ where: { userId: session.userId, token: { not: session.token } } });
}

/** Lets through who signed in within the last 15 minutes or gives the password. Refuses `fresh-session-needed`, `wrong-password`. */
export async function checkFresh(request: Request, session: SignedIn, password?: string): Promise<void> {
  if (password === undefined) {
    if (Number(now()) - Number(session.signedInAt) >= FRESH_MS) throw new Refusal('fresh-session-needed');
    return;
  }
  await guardPassword(request, session, async () => {
    await authFor(request)
      .api.verifyPassword({ body: { password }, headers: request.headers })
      .catch(refuseAs('wrong-password'));
  });
}

/** An address as it is kept: without spaces around, in small letters. Undefined for what is none. */
function tidyEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return email.length <= LONGEST_EMAIL && z.email().safeParse(email).success ? email : undefined;
}

/** The learner of this browser who becomes the account, or becomes part of it. */
async function ownLearner(request: Request, bringClass = false): Promise<CookieLearner | undefined> {
  const own = await cookieLearner(request);
  return own?.kind === 'class' && !bringClass ? undefined : own;
}

interface NewAccount {
  readonly name: string;
  readonly email: string;
  /** Its scrypt hash. */
  readonly password: string;
}

/** Better Auth's two rows and the learner, all or none. A learner who has become an account meanwhile stays that one's. */
async function makeAccount(
  { name, email, password }: NewAccount,
  own: CookieLearner | undefined,
  locale: string,
): Promise<void> {
  const at = now();
  const times = { createdAt: at, updatedAt: at };
  const userId = randomUUID();
  try {
    await database().$transaction(async (tx) => {
      const learnerId = (await becomeAccount(tx, own)) ?? (await newAccountLearner(tx, locale, at));
      await tx.user.create({ data: { id: userId, name, email, learnerId, ...times } });
      const way = { id: randomUUID(), userId, accountId: userId, providerId: 'credential', password };
      await tx.account.create({ data: { ...way, ...times } });
    });
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('email-taken') : error;
  }
}

async function becomeAccount(tx: Transaction, own: CookieLearner | undefined): Promise<string | undefined> {
  if (!own) return undefined;
  const { count } = await tx.learner.updateMany({
    where: { id: own.id, kind: own.kind, user: null },
    data: { kind: 'account' },
  });
  return count === 1 ? own.id : undefined;
}

async function newAccountLearner(tx: Transaction, locale: string, at: Date): Promise<string> {
  const id = randomUUID();
  await tx.learner.create({ data: { id, kind: 'account', locale, createdAt: at, lastSeenAt: at } });
  return id;
}

/** A new session, with its cookie, for who knows the password. `work` may still fail: then there is no session. */
async function openSession(
  request: Request,
  email: string,
  password: string,
  work: (learnerId: string) => Promise<void> = async () => {},
): Promise<Cookies> {
  const { headers, response } = await authFor(request)
    .api.signInEmail({ body: { email, password }, headers: request.headers, returnHeaders: true })
    .catch(refuseAs('wrong-sign-in'));
  try {
    const user = await database().user.findUnique({ where: { id: response.user.id } });
    if (!user?.learnerId) throw new Refusal('learner-gone');
    await work(user.learnerId);
  } catch (error) {
    await endSession(response.token);
    throw error;
  }
  return [...ofSession(headers, request), forgetCookie(request)];
}

async function endSession(token: string): Promise<void> {
  await database().session.deleteMany({ where: { token } });
}

const guardPassword = <Value>(request: Request, { email }: SignedIn, work: () => Promise<Value>) =>
  passwordDoors().guard(clientAddress(request), email, work);

/** What Better Auth says when a password is not the one of the account, or too long to be. */
const notThePassword = [
  'INVALID_EMAIL_OR_PASSWORD',
  'INVALID_PASSWORD',
  'PASSWORD_TOO_LONG',
  'INVALID_EMAIL',
];

const refuseAs =
  (code: 'wrong-sign-in' | 'wrong-password') =>
  (error: unknown): never => {
    const said = (error as { readonly body?: { readonly code?: unknown } } | undefined)?.body?.code;
    if (typeof said === 'string' && notThePassword.includes(said)) throw new Refusal(code);
    // The session was ended between our look at it and Better Auth's.
    if (said === 'UNAUTHORIZED') throw new Refusal('signed-out');
    return throwCause(error);
  };
