import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { counted } from '../review/reader-dates';
import type { SearchWords } from './words';

export interface SearchState {
  readonly query: string;
  readonly hasFailed: boolean;
  readonly isThere: boolean;
  readonly count: number;
}

/** How the search stands, in one line: for the eye and for a screen reader. */
export function saidOf(
  { query, hasFailed, isThere, count }: SearchState,
  locale: Locale,
  words: SearchWords,
): string {
  if (hasFailed) return words.failed;
  if (query.trim() === '') return '';
  if (!isThere) return words.starting;
  return count === 0 ? fill(words.nothing, { query: query.trim() }) : counted(locale, words.found, count);
}
