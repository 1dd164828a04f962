'use client';

import { useEffect, useState } from 'react';
import { openIndex, type Search, type SearchIndex } from '@/lib/search/search';
import type { Locale } from '@/lib/text';

const opened = new Map<Locale, Promise<Search>>();

export const indexAddress = (locale: Locale): string => `/${locale}/search/index.json`;

async function fetchIndex(locale: Locale): Promise<Search> {
  const response = await fetch(indexAddress(locale), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`GET ${indexAddress(locale)}: ${response.status}`);
  return openIndex((await response.json()) as SearchIndex);
}

/** The index of one language: fetched once a page, anew after a failure. */
function openSearch(locale: Locale): Promise<Search> {
  const known = opened.get(locale);
  if (known) return known;
  const search = fetchIndex(locale);
  opened.set(locale, search);
  search.catch(() => opened.delete(locale));
  return search;
}

export interface Loaded {
  /** There once the index has come. */
  readonly search: Search | undefined;
  readonly hasFailed: boolean;
  readonly ask: () => void;
}

/** Fetches the index when what uses it is shown. */
export function useSearch(locale: Locale): Loaded {
  const [search, setSearch] = useState<Search>();
  const [hasFailed, setHasFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that is asked anew
  useEffect(() => {
    let isOver = false;
    openSearch(locale).then(
      (one) => !isOver && setSearch(one),
      () => !isOver && setHasFailed(true),
    );
    return () => {
      isOver = true;
    };
  }, [locale, asked]);
  const ask = () => {
    setHasFailed(false);
    setAsked((times) => times + 1);
  };
  return { search, hasFailed, ask };
}
