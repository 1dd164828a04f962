'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/text';
import { asksToKeep, isKeptHere, keepCourse } from './offline-keeper';

/** Has the course kept in this browser once the page is idle, and says so when it is. */
export function KeepOffline({ locale, kept }: { readonly locale: Locale; readonly kept: string }) {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    if (isKeptHere(locale)) {
      setIsKept(true);
      return;
    }
    if (!asksToKeep()) return;
    let isOver = false;
    const begin = () => void keepCourse(locale).then((done) => !isOver && setIsKept(done));
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 2_000));
    const whenIdle = () => idle(begin);
    if (document.readyState === 'complete') whenIdle();
    else window.addEventListener('load', whenIdle, { once: true });
    return () => {
      isOver = true;
      window.removeEventListener('load', whenIdle);
    };
  }, [locale]);
  return isKept ? <p data-kept-offline>{kept}</p> : null;
}
