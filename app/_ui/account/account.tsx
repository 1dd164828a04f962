'use client';

import { useState } from 'react';
import type { Locale } from '@/lib/text';
import { accountEvent, useHere } from './account-store';
import { Doors } from './doors';
import { nextPath } from './next-path';
import { SignedIn } from './signed-in';
import type { AccountWords } from './words';

/** The ways in; for who is signed in, the account. Who came from another page of the site goes back to it. */
export function Account({ locale, words }: { readonly locale: Locale; readonly words: AccountWords }) {
  const { view } = useHere();
  const [isNews, setNews] = useState(false);
  const goOn = () => {
    const next = nextPath(window.location.search);
    if (next !== undefined) return window.location.assign(next);
    setNews(true);
    window.dispatchEvent(new Event(accountEvent));
    window.dispatchEvent(new Event('podium:progress'));
  };
  if (view.kind === 'account') return <SignedIn locale={locale} words={words} view={view} isNews={isNews} />;
  return <Doors locale={locale} words={words} view={view} onDone={goOn} />;
}
