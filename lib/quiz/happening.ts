import type { LabelSelector, Labels } from '../cluster/objects';
import { selects } from '../cluster/selector';
import type { Reading } from '../cluster/store';
import { type Condition, type Counting, holds, isCounted } from '../lab/condition';
import { type Counted, countOf } from '../lab/counted';

/**
 * What can be said of a cluster at one moment, as data: a condition of a lab, how many objects of a sort there are, or, without
 * any cluster, whether a selector selects these labels.
 */
export type Happening =
  | Condition
  | (Counting & { readonly count: Counted })
  | { readonly labels: Labels; readonly selectedBy: LabelSelector }
  | { readonly all: readonly Happening[] }
  | { readonly any: readonly Happening[] }
  | { readonly not: Happening };

export function happens(happening: Happening, reading: Reading): boolean {
  if ('all' in happening) return happening.all.every((one) => happens(one, reading));
  if ('any' in happening) return happening.any.some((one) => happens(one, reading));
  if ('not' in happening) return !happens(happening.not, reading);
  if ('selectedBy' in happening) return selects(happening.selectedBy, happening.labels);
  if (!('count' in happening)) return holds(happening, reading);
  return isCounted(happening, countOf(happening.count, reading));
}
