import { spoken } from '../language/spoken';
import type { RefusedWhy } from './opened';

/** The words of the pages on which a lab stands alone. `{name}` is filled in by `fill`. */
export interface LoneWords {
  /** Said in place when a link can't be opened, and what is there instead. */
  readonly refused: Readonly<Record<RefusedWhy, string>>;
  readonly insteadLab: string;
  readonly insteadBench: string;
  readonly insteadCluster: string;
  readonly lab: Readonly<Record<'lab' | 'figure' | 'lesson' | 'goals' | 'side', string>>;
  readonly play: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'empty'
      | 'emptyOne'
      | 'nodes'
      | 'fewer'
      | 'more'
      | 'make'
      | 'examples'
      | 'examplesLead'
      | 'load'
      | 'write'
      | 'loaded'
      | 'made'
      | 'opened'
      | 'goBack'
      | 'here'
      | 'ofNodes'
      | 'ofNode'
      | 'fromLink'
      | 'noScript',
      string
    >
  >;
}

export const loneWords = spoken('lone');
