import 'server-only';
import { playOf } from '@/lib/quiz/believed';
import type { Item } from '@/lib/quiz/item';
import type { BelievedPlay } from '@/lib/quiz/public';
import { getMisconception } from './generators';

/** Misconceptions under which an item's run can't be played. */
const unplayable = new WeakMap<Item, Set<string>>();

/**
 * An item's run as it is and as it is believed to be by who answers from a misconception: see `playOf`. An answer never fails by it: where
 * the run can't be played there is none, and that is found out once.
 */
export function believedRunOf(item: Item, misconceptionId: string): BelievedPlay | undefined {
  const misconception = getMisconception(misconceptionId);
  const known = unplayable.get(item) ?? new Set<string>();
  if (!misconception || known.has(misconceptionId)) return undefined;
  try {
    return playOf(item, misconception);
  } catch {
    unplayable.set(item, known.add(misconceptionId));
    return undefined;
  }
}
