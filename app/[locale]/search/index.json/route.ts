import { pagesToSearch } from '@/app/_ui/search/pages';
import { searchable } from '@/lib/course/searchable';
import { makeIndex } from '@/lib/search/search';
import { isLocale, locales } from '@/lib/text';

export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = () => locales.map((locale) => ({ locale }));

/** The index of one language, made when the site is built. */
export async function GET(_: Request, { params }: { readonly params: Promise<{ readonly locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return Response.json(makeIndex([...searchable(locale), ...pagesToSearch(locale)]));
}
