import '@/app/_ui/kit/tokens.css';
import '@/app/_ui/kit/base.css';
import '../embed.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { words } from '@/app/_ui/words';
import { isLocale, locales } from '@/lib/text';

export const dynamicParams = false;
export const generateStaticParams = () => locales.map((locale) => ({ locale }));

/** A widget is found through the lesson that it belongs to. */
export const metadata: Metadata = { robots: { index: false } };

interface LocaleParams {
  readonly params: Promise<{ readonly locale: string }>;
  readonly children: ReactNode;
}

/** The document of a widget: no header, no footer, nothing that keeps anything. */
export default async function EmbedLayout({ params, children }: LocaleParams) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={words[locale].htmlLang} data-embed suppressHydrationWarning>
      <head>
        <script src="/embed-page.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}
