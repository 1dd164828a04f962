import 'server-only';
import { createHash } from 'node:crypto';
import type { Item } from '@/lib/quiz/item';

const LENGTH = 16;
const known = new WeakMap<Item, string>();

/** Of an item with its key, words and all: it changes whenever the author changes anything in it. 16 hexadecimal digits. */
export function itemHash(item: Item): string {
  const found = known.get(item);
  if (found !== undefined) return found;
  const hash = createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, LENGTH);
  known.set(item, hash);
  return hash;
}
