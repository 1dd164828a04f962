import type { Metadata } from 'next';
import { words } from '@/app/_ui/words';
import { discoveryAddress, oembedType } from '@/lib/embed/oembed';
import { namedOrigin } from '@/lib/server/site';
import { type Locale, locales } from '@/lib/text';

/**
 * The address of a page in each language, for search engines. `path` is the address without the language. `widget`: what a
 * page that other sites can show calls its widget, so that they find out how (oEmbed).
 */
export function alternates(
  locale: Locale,
  path: string,
  widget?: string,
): NonNullable<Metadata['alternates']> {
  const at = (each: Locale) => `/${each}${path === '/' ? '' : path}`;
  const languages = Object.fromEntries(locales.map((each) => [words[each].htmlLang, at(each)]));
  return {
    canonical: at(locale),
    languages: { ...languages, 'x-default': path === '/' ? '/' : at('en') },
    ...(widget !== undefined && {
      types: { [oembedType]: [{ url: discoveryAddress(at(locale), namedOrigin()), title: widget }] },
    }),
  };
}
