'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { type FoundOfKind, longestQuery } from '@/lib/search/search';
import type { Locale } from '@/lib/text';
import { counted } from '../review/reader-dates';
import { Pieces } from './pieces';
import { saidOf } from './said';
import styles from './search.module.css';
import { useSearch } from './use-search';
import type { SearchWords } from './words';

/** Lines of each kind before the rest is asked for. */
const mostAtFirst = 12;

interface SearchPageProps {
  readonly locale: Locale;
  readonly words: SearchWords;
}

/** The query of the address, `?q=`; the address follows what is written. */
function useQuery() {
  const [query, setQuery] = useState('');
  useEffect(() => {
    const read = () => setQuery(new URLSearchParams(window.location.search).get('q') ?? '');
    read();
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);
  const write = (text: string) => {
    setQuery(text);
    const address = new URL(window.location.href);
    if (text.trim() === '') address.searchParams.delete('q');
    else address.searchParams.set('q', text);
    window.history.replaceState(window.history.state, '', address);
  };
  return [query, write] as const;
}

/** All that is found for the query of the address, by kind. */
export function SearchPage({ locale, words }: SearchPageProps) {
  const [query, setQuery] = useQuery();
  const { search, hasFailed, ask } = useSearch(locale);
  const asked = query.trim();
  const groups = asked === '' ? [] : (search?.find(asked, Number.POSITIVE_INFINITY) ?? []);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const status = saidOf({ query, hasFailed, isThere: search !== undefined, count }, locale, words);
  return (
    <div className={styles.page}>
      <search>
        <form
          className={styles.field}
          action={`/${locale}/search`}
          onSubmit={(event: FormEvent) => event.preventDefault()}
        >
          <input
            type="search"
            name="q"
            aria-label={words.label}
            maxLength={longestQuery}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        </form>
      </search>
      <p className={styles.status} role="status" data-failed={hasFailed || undefined}>
        {status}
      </p>
      {hasFailed && (
        <button type="button" className={styles.again} onClick={ask}>
          {words.again}
        </button>
      )}
      {groups.map((group) => (
        <Group key={`${group.kind} ${asked}`} group={group} locale={locale} words={words} />
      ))}
    </div>
  );
}

interface GroupProps extends SearchPageProps {
  readonly group: FoundOfKind;
}

function Group({ group: { kind, count, best }, locale, words }: GroupProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? best : best.slice(0, mostAtFirst);
  return (
    <section aria-labelledby={kind} className={styles.group}>
      <h2 id={kind}>
        {words.kinds[kind]} <span>{count}</span>
      </h2>
      <ul>
        {shown.map(({ href, title, of, snippet }) => (
          <li key={`${href} ${title.map(({ text }) => text).join('')}`}>
            <a href={href} className={styles.title}>
              <Pieces pieces={title} />
            </a>
            {of !== undefined && <span className={styles.of}>{of}</span>}
            <p className={styles.snippet}>
              <Pieces pieces={snippet} />
            </p>
          </li>
        ))}
      </ul>
      {shown.length < count && (
        <button type="button" className={styles.again} onClick={() => setIsWhole(true)}>
          {counted(locale, words.more, count - shown.length)}
        </button>
      )}
    </section>
  );
}
