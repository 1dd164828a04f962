import type { Json } from '../cluster/objects';
import type { Text } from '../text';
import type { Counting } from './condition';
import type { PodState } from './view';
import type { Way, WayEnd } from './way';

/** How a Pod stands, with kubectl's READY and STATUS. */
export interface PodAsIs {
  readonly state: PodState;
  readonly ready: string;
  readonly status: string;
}

/**
 * One thing that keeps a condition from holding: what is, and what should be. Plain data without words; `key` names the
 * object as the view does, whether it is there or not.
 */
export type Lack =
  | { readonly about: 'object'; readonly key: string; readonly wanted: boolean }
  /** `is` is absent when the Pod is not there. */
  | {
      readonly about: 'ready' | 'terminating';
      readonly key: string;
      readonly wanted: boolean;
      readonly is?: PodAsIs;
    }
  /** `is` is absent when the object is not there (then `isThere` is false), or has no such field. Any of `wanted` will do. */
  | {
      readonly about: 'value';
      readonly key: string;
      readonly path: string;
      readonly isThere: boolean;
      readonly is?: Json;
      readonly wanted: readonly Json[];
    }
  /** Too many of a sort, or too few: `key` is the kind with what they are called. */
  | {
      readonly about: 'count';
      readonly key: string;
      readonly what: Text;
      readonly is: number;
      readonly wanted: Counting;
    }
  /** `key` is the Pod that is asked, `from` the name of the one that asks. */
  | { readonly about: 'reaches'; readonly key: string; readonly from: string; readonly wanted: boolean }
  /** How a request ends that goes from Service to Service: `key` is the one at which it ends. */
  | {
      readonly about: 'way';
      readonly key: string;
      readonly from: Way['from'];
      readonly how: WayEnd['how'];
      readonly wanted: boolean;
    }
  | { readonly about: 'otherValue'; readonly key: string; readonly path: string; readonly is: Json };

export type Gap = readonly Lack[];

/** The same for two lacks of one thing, whatever it is and should be in each. */
export const lackId = (lack: Lack): string =>
  [
    lack.about,
    lack.key,
    ...('from' in lack ? [lack.from] : []),
    'path' in lack ? lack.path : JSON.stringify(lack.wanted),
  ].join(' ');
