import { Page } from '@/app/_ui/kit/page';
import { words } from '@/app/_ui/words';
import { isLocale } from '@/lib/text';

export default async function Home({ params }: { readonly params: Promise<{ readonly locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  return (
    <Page locale={locale} path="/">
      <h1>{words[locale].home.title}</h1>
    </Page>
  );
}
