'use client';

import { type ComponentType, type MouseEvent, useCallback, useEffect, useState } from 'react';
import type { Locale } from '@/lib/text';
import styles from '../kit/header.module.css';
import { opensSearch } from './search-key';
import type { SearchWords } from './words';

interface SearchLinkProps {
  readonly locale: Locale;
  readonly title: string;
  readonly words: SearchWords;
  readonly current: boolean;
}

type Dialog = ComponentType<{
  readonly locale: Locale;
  readonly words: SearchWords;
  readonly onClose: () => void;
}>;

const load = (): Promise<Dialog> => import('./search-dialog').then((file) => file.SearchDialog);

/**
 * Opens the search, by a press or by a key; its script comes then. Without scripts, or where that one does not come, it leads to the
 * page of the search.
 */
export function SearchLink({ locale, title, words, current }: SearchLinkProps) {
  const href = `/${locale}/search`;
  const [Dialog, setDialog] = useState<Dialog>();
  const [isOpen, setIsOpen] = useState(false);
  const open = useCallback(async () => {
    try {
      const loaded = await load();
      setDialog(() => loaded);
      setIsOpen(true);
    } catch {
      window.location.assign(href);
    }
  }, [href]);

  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (!opensSearch(event)) return;
      event.preventDefault();
      void open();
    };
    window.addEventListener('keydown', follow);
    return () => window.removeEventListener('keydown', follow);
  }, [open]);

  const press = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open();
  };
  return (
    <>
      <a
        className={styles.search}
        href={href}
        aria-haspopup="dialog"
        data-current={current || undefined}
        title={`${title} ( / )`}
        onClick={press}
        onPointerEnter={() => void load().catch(() => undefined)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="6.75" cy="6.75" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="m10.5 10.5 4.25 4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        <span>{title}</span>
      </a>
      {isOpen && Dialog && <Dialog locale={locale} words={words} onClose={() => setIsOpen(false)} />}
    </>
  );
}
