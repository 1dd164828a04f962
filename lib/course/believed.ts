import 'server-only';
import { playOf } from '@/lib/quiz/believed';
import type { Item } from '@/lib/quiz/item';
import type { BelievedPlay } from '@/lib/quiz/public';
import { getMisconception } from './generators';

/**
 * An item's run as it is and as it is believed to be by who answers from a misconception: see `playOf`. An answer is never held
 * up by it: where the run can't be played there is none.
 */
export function believedRunOf(item: Item, misconceptionId: string): BelievedPlay | undefined {
  const misconception = getMisconception(misconceptionId);
  try {
    return misconception && playOf(item, misconception);
  } catch {
    return undefined;
  }
}
