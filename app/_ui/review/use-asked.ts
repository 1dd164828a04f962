import { useCallback, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/text';
import { utcOffsetMinutes } from './reader-dates';

/** What the server said, or why it said nothing. `offline`: it could not be reached; `failed`: it answered with a fault. */
export type Asked<Value> =
  | { readonly status: 'loading' | 'offline' | 'failed'; readonly value?: undefined }
  | { readonly status: 'ready'; readonly value: Value };

/** A request that took longer counts as not arrived, ms. */
const longestRequestMs = 15_000;

/**
 * Asks an address that knows the reader's day, in the language of the page, and asks anew when progress was made, when the
 * connection is back and when the reader comes back to the page. A failure keeps what is shown; of two answers the one to the
 * later question counts.
 */
export function useAsked<Value>(
  address: string,
  locale: Locale,
  isValue: (body: unknown) => body is Value,
): readonly [asked: Asked<Value>, again: () => void] {
  const [asked, setAsked] = useState<Asked<Value>>({ status: 'loading' });
  const latest = useRef(0);
  const again = useCallback(() => {
    latest.current += 1;
    const own = latest.current;
    const isMine = () => latest.current === own;
    void ask(`${address}?locale=${locale}&utcOffset=${utcOffsetMinutes()}`, isValue).then((next) => {
      if (isMine())
        setAsked((before) => (next.status === 'ready' || before.status !== 'ready' ? next : before));
    });
  }, [address, locale, isValue]);
  useEffect(() => {
    again();
    const onVisible = () => document.visibilityState === 'visible' && again();
    window.addEventListener('podium:progress', again);
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      latest.current += 1;
      window.removeEventListener('podium:progress', again);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [again]);
  return [asked, again];
}

async function ask<Value>(address: string, isValue: (body: unknown) => body is Value): Promise<Asked<Value>> {
  let response: Response;
  try {
    response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(longestRequestMs) });
  } catch {
    return { status: 'offline' };
  }
  try {
    const body: unknown = response.ok ? await response.json() : undefined;
    return isValue(body) ? { status: 'ready', value: body } : { status: 'failed' };
  } catch {
    return { status: 'failed' };
  }
}
