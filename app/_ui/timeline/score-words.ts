import { spoken } from '../language/spoken';

/** Words of a score that the figure's own words do not have. */
export interface ScoreWords {
  readonly showAll: string;
  readonly showFewer: string;
  /** Of Pods that the view itself leaves out. */
  readonly folded: string;
  readonly foldedOne: string;
}

export const scoreWords = spoken('score');
