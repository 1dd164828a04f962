import 'server-only';
import { createHash } from 'node:crypto';
import type { Item } from '@/lib/quiz/item';

const LENGTH = 16;
const known = new WeakMap<Item, string>();

/**
 * Of an item with its key, words and all: it changes whenever the author changes anything that is seen or graded. What the key was read
 * from is left out: the same question with the same key is the same item. 16 hexadecimal digits.
 */
export function itemHash(item: Item): string {
  const found = known.get(item);
  if (found !== undefined) return found;
  const seen = JSON.stringify({ ...item, run: undefined, asks: undefined });
  const hash = createHash('sha256').update(seen).digest('hex').slice(0, LENGTH);
  known.set(item, hash);
  return hash;
}
