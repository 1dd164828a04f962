'use client';

import '@/app/_ui/kit/tokens.css';
import '@/app/_ui/kit/base.css';
import { BrokenPage } from '@/app/_ui/kit/broken-page';

/** Shown when the document itself broke, so it brings a document. The language is read from the address. */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  const locale = typeof window !== 'undefined' && /^\/zh(\/|$)/.test(window.location.pathname) ? 'zh' : 'en';
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} suppressHydrationWarning>
      <head>
        <title>Podium</title>
        <script src="/theme.js" />
      </head>
      <body>
        <BrokenPage locale={locale} digest={error.digest} />
      </body>
    </html>
  );
}
