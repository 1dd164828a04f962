import '@/app/_ui/kit/tokens.css';
import '@/app/_ui/kit/base.css';
import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { words } from '@/app/_ui/words';
import { isLocale, locales } from '@/lib/text';

export const dynamicParams = false;
export const generateStaticParams = () => locales.map((locale) => ({ locale }));

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#15171a' },
  ],
};

interface LocaleParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    title: { default: words[locale].site, template: `%s · ${words[locale].site}` },
    description: words[locale].description,
  };
}

/** The document in one language. Header and footer come with `Page`, which knows the page's address. */
export default async function LocaleLayout({
  params,
  children,
}: LocaleParams & { readonly children: ReactNode }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={words[locale].htmlLang} suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}
