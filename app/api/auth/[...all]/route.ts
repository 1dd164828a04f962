import { accountOf } from '@/lib/server/account-view';
import {
  changePassword,
  changePasswordRequest,
  endOtherSessions,
  signIn,
  signInRequest,
  signOut,
  signUp,
  signUpRequest,
} from '@/lib/server/accounts';
import { checkOrigin, readJson } from '@/lib/server/read-json';
import { Refusal } from '@/lib/server/refusal';
import { type Outcome, route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

const done = (setCookie: readonly string[] = []): Outcome => ({ body: { ok: true }, setCookie });

/** The paths that the pages use, as Better Auth names them; of its others none is there. Each answers `{ ok: true }`: no token, no user. */
const paths: Readonly<Record<string, (request: Request) => Promise<Outcome>>> = {
  'sign-up/email': async (request) => done(await signUp(request, await readJson(request, signUpRequest))),
  'sign-in/email': async (request) => done(await signIn(request, await readJson(request, signInRequest))),
  'sign-out': async (request) => {
    checkOrigin(request);
    return done(await signOut(request));
  },
  'change-password': async (request) =>
    done(await changePassword(request, await readJson(request, changePasswordRequest))),
  'revoke-other-sessions': async (request) => {
    checkOrigin(request);
    await endOtherSessions(request);
    return { body: await accountOf(request) };
  },
};

interface AuthParams extends Record<string, string[]> {
  readonly all: string[];
}

export const POST = route<AuthParams>(async (request, { all }) => {
  const path = all.join('/');
  const act = Object.hasOwn(paths, path) ? paths[path] : undefined;
  if (!act) throw new Refusal('unknown-path');
  return act(request);
});

export const GET = route<AuthParams>(async () => {
  throw new Refusal('unknown-path');
});
