import type { ReactNode } from 'react';
import { Footer } from '@/app/_ui/kit/footer';
import { Header } from '@/app/_ui/kit/header';
import page from '@/app/_ui/kit/page.module.css';
import { words } from '@/app/_ui/words';
import type { Locale } from '@/lib/text';
import styles from './lone.module.css';

/** A page that a cluster has to itself: with the furniture of every page, and the whole width below it. */
export function LonePage({
  locale,
  path,
  children,
}: {
  readonly locale: Locale;
  readonly path: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <a className={page.skip} href="#text">
        {words[locale].skip}
      </a>
      <Header locale={locale} path={path} />
      <main id="text" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer locale={locale} />
    </>
  );
}
