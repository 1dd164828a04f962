import type { ReactNode } from 'react';
import { OfflineLine } from '@/app/_ui/quiz/offline-line';
import { offlineWords } from '@/app/_ui/quiz/offline-words';
import { words } from '@/app/_ui/words';
import type { Locale } from '@/lib/text';
import { Footer } from './footer';
import { Header, type MenuSection } from './header';
import styles from './page.module.css';

interface PageProps {
  readonly locale: Locale;
  /** The address without the language: `/`, `/progress`, `/learn/…`. The language switch keeps it. */
  readonly path: string;
  /** Sections of a long page, for the menu of a narrow screen. */
  readonly sections?: readonly MenuSection[];
  readonly children: ReactNode;
}

/** A page with its furniture: skip link, header, the text as `main`, footer. */
export function Page({ locale, path, sections, children }: PageProps) {
  return (
    <>
      <a className={styles.skip} href="#text">
        {words[locale].skip}
      </a>
      <Header locale={locale} path={path} {...(sections && { sections })} />
      <OfflineLine locale={locale} words={offlineWords[locale]} />
      <main id="text" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer locale={locale} />
    </>
  );
}
