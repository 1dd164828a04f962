import type { Sentence } from '@/lib/lab/view';
import type { LabWords } from './words';

/**
 * Sentences by `machine/state` (or by the state alone, for every machine), for what a subject that is no StatefulSet is at. A state
 * without one is said by its name.
 */
export type StateWords = Readonly<Record<string, string>>;

/** The template for what a machine is at; undefined where none fits what is known. */
function stateTemplate({ states }: LabWords, sentence: Sentence): string | undefined {
  const { key, machine, state = '', count, of } = sentence;
  if (key !== 'machine') return undefined;
  const template = states[`${machine}/${state}`] ?? states[state];
  const needsCounts = template?.includes('{of}') ?? false;
  return needsCounts && (count === undefined || of === undefined) ? undefined : template;
}

/** The template of a sentence: by what a machine is at, without an object where the view names none, else by its key. */
export const templateOf = (words: LabWords, sentence: Sentence): string =>
  stateTemplate(words, sentence) ??
  (sentence.object === undefined ? words.withoutObject[sentence.key] : undefined) ??
  words.sentences[sentence.key];
