import { accountEvent } from '@/app/_ui/account/account-store';
import { forgetLearner } from '@/app/_ui/kit/call-api';
import { forgetHere } from '@/app/_ui/review/kept-here';
import type { Locale } from '@/lib/text';
import { forgetProgress } from './progress-store';

/** `unsure`: no answer came. `failed`: the server had a fault and deleted nothing. `refused`: it says why it did not. */
export type EraseFailure =
  | { readonly kind: 'unsure' | 'failed' }
  | { readonly kind: 'refused'; readonly message: string; readonly wantsPassword: boolean };

/** A request that took longer counts as not arrived, ms. A password takes the server a while. */
const longestRequestMs = 20_000;

/**
 * Deletes everything of the reader on the server and, when that is done, in this browser and its other tabs. Undefined when it is
 * done; a failure leaves everything here as it was. Doing it again does no harm.
 */
export async function eraseEverything(locale: Locale, password: string): Promise<EraseFailure | undefined> {
  let response: Response;
  try {
    response = await fetch(`/api/progress?locale=${locale}`, {
      method: 'DELETE',
      ...(password !== '' && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ password }),
      }),
      signal: AbortSignal.timeout(longestRequestMs),
    });
  } catch {
    return { kind: 'unsure' };
  }
  if (!response.ok) return failureOf(response);
  forgetHere();
  forgetProgress();
  forgetLearner();
  window.dispatchEvent(new CustomEvent('podium:progress'));
  window.dispatchEvent(new Event(accountEvent));
  return undefined;
}

const asksForPassword: ReadonlySet<unknown> = new Set(['fresh-session-needed', 'wrong-password']);

async function failureOf(response: Response): Promise<EraseFailure> {
  if (response.status >= 500) return { kind: 'failed' };
  try {
    const { error } = (await response.json()) as { error?: { code?: unknown; message?: unknown } };
    const message = typeof error?.message === 'string' ? error.message : '';
    return { kind: 'refused', message, wantsPassword: asksForPassword.has(error?.code) };
  } catch {
    return { kind: 'failed' };
  }
}
