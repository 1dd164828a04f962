import { isLocale, type Locale } from '../text';

/**
 * The language of Podium that a request prefers, by its `Accept-Language` header (RFC 9110, 12.5.4): the supported
 * language with the highest weight, the first of equals. English when none is named or the header is not one.
 */
export function preferredLocale(acceptLanguage: string): Locale {
  let best: { readonly locale: Locale; readonly weight: number } | undefined;
  for (const range of acceptLanguage.slice(0, 1_000).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const language = tag.split('-')[0];
    if (!isLocale(language) || !(weight > 0 && weight <= 1)) continue;
    if (!best || weight > best.weight) best = { locale: language, weight };
  }
  return best?.locale ?? 'en';
}
