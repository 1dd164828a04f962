import 'server-only';
import { randomInt } from 'node:crypto';
import { keyedHash } from './keyed-hash';
import { recoveryWords } from './recovery-words';

/** Words in a phrase: forty bits. */
export const phraseWords = 4;

/** A new phrase, `canoe maple trout violin`. Each word is as likely as any other. */
export const newPhrase = (): string =>
  Array.from({ length: phraseWords }, () => recoveryWords[randomInt(recoveryWords.length)]).join(' ');

/** What is kept of a phrase. Undefined for what is none: not four words, or words that are not in the list. */
export function phraseHash(typed: string): string | undefined {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  if (words.length !== phraseWords || !words.every((word) => recoveryWords.includes(word))) return undefined;
  return keyedHash('recovery-words', words.join(' '));
}
