import 'server-only';
import { type BelievedPlay, playOf } from '@/lib/quiz/believed';
import type { Item } from '@/lib/quiz/item';
import { getMisconception } from './generators';

/** An item's run as it is and as it is believed to be by who answers from a misconception: see `playOf`. */
export function believedRunOf(item: Item, misconceptionId: string): BelievedPlay | undefined {
  const misconception = getMisconception(misconceptionId);
  return misconception && playOf(item, misconception);
}
