import { playWhole } from './play';

/** What the run of the tests finds for one recording. */
export interface Outcome {
  /** Path below the folder of recordings: `statefulset/ordered-create`. */
  readonly name: string;
  /** The folder: a kind, `pods`, `stories`, `kubectl`, `network`; `own/KIND` is told by its kind. */
  readonly group: string;
  readonly says: string;
  /** Of everything that happened in the model, the same in Node and in every browser. */
  readonly hash: string;
  /** The first difference; absent when the model did what was recorded. */
  readonly difference?: string;
}

export function outcomeOf(name: string, recording: unknown): Outcome {
  const { hash, difference } = playWhole(recording);
  const { says } = recording as { readonly says?: string };
  return {
    name,
    group: name.replace(/^own\//, '').split('/')[0] ?? '',
    says: says ?? name.split('/').at(-1) ?? '',
    hash: hash(),
    ...(difference && { difference }),
  };
}
