import '@/app/_ui/kit/tokens.css';
import '@/app/_ui/kit/base.css';
import type { Metadata } from 'next';
import { Message } from '@/app/_ui/kit/message';
import page from '@/app/_ui/kit/page.module.css';
import { words } from '@/app/_ui/words';
import { locales } from '@/lib/text';
import styles from './not-found.module.css';

export const metadata: Metadata = {
  title: `${words.en.notFound.title} · ${words.zh.notFound.title}`,
  robots: { index: false },
};

/**
 * The page for an address without one. It is one static page for all addresses, so it speaks both languages;
 * public/locale.js keeps the one that the address begins with.
 */
export default function GlobalNotFound() {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
        <script src="/locale.js" />
      </head>
      <body>
        <main className={page.main}>
          {locales.map((locale) => {
            const { notFound, htmlLang } = words[locale];
            return (
              <div key={locale} lang={htmlLang} className={styles[locale]}>
                <Message title={notFound.title} lines={[notFound.what, notFound.kept]}>
                  <a href={`/${locale}`}>{notFound.action}</a>
                </Message>
              </div>
            );
          })}
        </main>
      </body>
    </html>
  );
}
