import type { Effect } from '@/lib/lab/debrief-causes';
import { spoken } from '../language/spoken';

/** Words of the debrief of a reader's own run. `{name}` is filled in; all else is said as it stands. */
export interface DebriefWords
  extends Readonly<
    Record<
      | 'title'
      | 'solved'
      | 'solvedIs'
      | 'notSolved'
      | 'notSolvedIs'
      | 'least'
      | 'leastIs'
      | 'used'
      | 'usedIs'
      | 'usedOne'
      | 'usedOf'
      | 'lanes'
      | 'you'
      | 'rows'
      | 'none'
      | 'leftOut'
      | 'at'
      | 'from'
      | 'rollout'
      | 'nothing'
      | 'refused'
      | 'met'
      | 'lost'
      | 'broke'
      | 'neededNot'
      | 'sameWithout'
      | 'without'
      | 'wouldHold'
      | 'notTried'
      | 'lane',
      string
    >
  > {
  /** What came of a command to Pods, and to other objects; of one, of a few with their names, of many. */
  readonly effects: Readonly<Record<Effect['what'], string>>;
  readonly many: string;
  readonly and: string;
}

export const debriefWords = spoken('debrief');
