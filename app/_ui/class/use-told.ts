import { useCallback, useEffect, useRef, useState } from 'react';
import type { Told } from './class-api';

export type Asked<Value> = Told<Value> | { readonly ok: undefined };

/**
 * Asks when it is first drawn, when `ask` is another, when the reader comes back to the page, and on demand. What was told stays until something
 * newer is; a failure replaces nothing that was told. Returns also how to put in what another answer has told.
 */
export function useTold<Value>(ask: () => Promise<Told<Value>>) {
  const [asked, setAsked] = useState<Asked<Value>>({ ok: undefined });
  const latest = useRef(0);
  const again = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    const told = await ask();
    if (latest.current === own) setAsked((before) => (told.ok || !before.ok ? told : before));
  }, [ask]);
  useEffect(() => {
    setAsked({ ok: undefined });
    void again();
    const onVisible = () => document.visibilityState === 'visible' && void again();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      latest.current += 1;
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [again]);
  const put = useCallback((value: Value) => setAsked({ ok: true, value }), []);
  return [asked, again, put] as const;
}
