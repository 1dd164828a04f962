import type { Metadata } from 'next';
import { words } from '@/app/_ui/words';
import { type Locale, locales } from '@/lib/text';

/** The address of a page in each language, for search engines. `path` is the address without the language. */
export function alternates(locale: Locale, path: string): NonNullable<Metadata['alternates']> {
  const at = (each: Locale) => `/${each}${path === '/' ? '' : path}`;
  const languages = Object.fromEntries(locales.map((each) => [words[each].htmlLang, at(each)]));
  return { canonical: at(locale), languages: { ...languages, 'x-default': path === '/' ? '/' : at('en') } };
}
