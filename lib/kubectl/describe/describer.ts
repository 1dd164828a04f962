import type { KubeObject } from '../../cluster/objects';
import type { Reading } from '../../cluster/store';
import type { Page } from './page';

/** What a description uses beside the object. */
export interface Surroundings {
  readonly reading: Reading;
  readonly nowMs: number;
  /** Since when a node's kubelet has not been heard, ms; undefined while it is. */
  silentSinceMs(node: string): number | undefined;
}

/** Writes an object down, all but its Events. */
export type Describer = (page: Page, object: KubeObject, around: Surroundings) => void;

/** The describer of a kind, as one of any kind. */
export const describerOf = <Kind extends KubeObject>(
  of: (page: Page, object: Kind, around: Surroundings) => void,
): Describer => of as unknown as Describer;
