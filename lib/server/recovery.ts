import 'server-only';
import { randomInt } from 'node:crypto';
import { keyedHash } from './keyed-hash';
import { recoveryWords } from './recovery-words';

/** Words in a phrase: forty bits. */
export const phraseWords = 4;

/** A new phrase, `canoe maple trout violin`. Each word is as likely as any other. */
export const newPhrase = (): string =>
  Array.from({ length: phraseWords }, () => recoveryWords[randomInt(recoveryWords.length)]).join(' ');

/** The words of a phrase that somebody typed, in any case and however parted. Undefined for what is none: not four words, or words that are not in the list. */
export function wordsTyped(text: string): readonly string[] | undefined {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  return words.length === phraseWords && words.every((word) => recoveryWords.includes(word))
    ? words
    : undefined;
}

/** What is kept of a phrase. Undefined for what is none. */
export function phraseHash(typed: string): string | undefined {
  const words = wordsTyped(typed);
  return words && keyedHash('recovery-words', words.join(' '));
}
