import type { Json } from '../cluster/objects';
import type { Reading } from './authored';
import type { Happening } from './happening';

/** What of its run an item asks about, kept beside the key: under a belief the same is asked of the believed run. By place. */
export type Asks =
  | { readonly of: 'choices'; readonly judgedAtMs: number; readonly happened: readonly Happening[] }
  | {
      readonly of: 'steps';
      readonly fromMs: number;
      readonly untilMs: number;
      readonly happens: readonly Happening[];
    }
  | { readonly of: 'stems'; readonly reads: readonly Reading[]; readonly values: readonly Json[] }
  | { readonly of: 'number'; readonly reads: Reading };
