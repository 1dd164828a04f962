import { spoken } from '../language/spoken';

/**
 * `missing` stands over a hint that is read from the cluster, `show` on the button that asks for it; `unfit` and `settled` beside
 * an author's hint and such a one while it is not about the cluster as it stands. `lost` says what to do where no way leads on to
 * all goals; its `moment` is a link to when that came.
 */
export type HintWords = Readonly<
  Record<'missing' | 'show' | 'unfit' | 'settled' | 'lost' | 'moment', string>
>;

export const hintWords = spoken('hint');
