import { spoken } from '../language/spoken';

/**
 * `missing` stands over a hint that is read from the cluster, `show` on the button that asks for it; `unfit` and `settled` beside
 * an author's hint and such a one while it is not about the cluster as it stands.
 */
export type HintWords = Readonly<Record<'missing' | 'show' | 'unfit' | 'settled', string>>;

export const hintWords = spoken('hint');
