'use client';

import { useEffect, useState } from 'react';
import styles from './header.module.css';

interface LanguageLinkProps {
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly label: string;
}

/** The same page in the other language, at the same section. */
export function LanguageLink({ href, title, lang, label }: LanguageLinkProps) {
  const [hash, setHash] = useState('');
  useEffect(() => {
    const follow = () => setHash(window.location.hash);
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return (
    <a className={styles.language} href={`${href}${hash}`} lang={lang} hrefLang={lang} title={label}>
      {title}
    </a>
  );
}
