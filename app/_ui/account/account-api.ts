import type { AccountView, ChangePasswordRequest, SignInRequest, SignUpRequest } from '@/lib/account/public';
import type { ApiError } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';

/** What became of a request. `code` and `message` are the server's; without them it did not answer. */
export type Done<Body = unknown> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly code?: string; readonly message?: string };

/** A request that took longer counts as not arrived, ms. A password takes the server a while. */
const longestRequestMs = 20_000;

async function post<Body>(path: string, locale: Locale, body?: object): Promise<Done<Body>> {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await fetch(`/api/auth/${path}?locale=${locale}`, {
      method: 'POST',
      ...(body && json),
      signal: AbortSignal.timeout(longestRequestMs),
    });
    const said: unknown = await response.json();
    return response.ok ? { ok: true, body: said as Body } : { ok: false, ...(said as ApiError).error };
  } catch {
    return { ok: false };
  }
}

export const accountApi = {
  signIn: (locale: Locale, sent: SignInRequest) => post('sign-in/email', locale, sent),
  signUp: (locale: Locale, sent: SignUpRequest) => post('sign-up/email', locale, sent),
  signOut: (locale: Locale) => post('sign-out', locale),
  changePassword: (locale: Locale, sent: ChangePasswordRequest) => post('change-password', locale, sent),
  endOthers: (locale: Locale) => post<AccountView>('revoke-other-sessions', locale),
};
