import { isLocale, type Locale } from '../text';

/** Longer parts of an address are no code that anybody typed. */
const longestCode = 40;

/**
 * Where `/join`, `/join/CODE` and `/teach` lead, as they are read out in a class and typed: to the page in the reader's language. The code
 * goes behind `#`, so that it is in no log of a page's address. Undefined for an address that needs no leading.
 */
export function classAddress(pathname: string, readers: Locale): string | undefined {
  const parts = pathname.split('/').slice(1);
  const named = isLocale(parts[0]) ? parts[0] : undefined;
  const [page, code = '', ...rest] = named ? parts.slice(1) : parts;
  if (rest.length > 0 || code.length > longestCode) return undefined;
  const locale = named ?? readers;
  if (page === 'teach') return named || code ? undefined : `/${locale}/teach`;
  if (page !== 'join' || (named && code === '')) return undefined;
  return `/${locale}/join${code && `#${code}`}`;
}
