import 'server-only';
import { playOf } from '@/lib/quiz/believed';
import type { Item } from '@/lib/quiz/item';
import type { BelievedPlay } from '@/lib/quiz/public';
import { getMisconception } from './generators';

/** An item's run as it is and as it is believed to be by who answers from a misconception: see `playOf`. */
export function believedRunOf(item: Item, misconceptionId: string): BelievedPlay | undefined {
  const misconception = getMisconception(misconceptionId);
  return misconception && playOf(item, misconception);
}
