import type { OrderItem } from './item';

/** `[earlier, later]` by the authored index of the step. */
export type FixedPair = readonly [number, number];

/**
 * Every pair of steps whose order is fixed: what `before` says and what follows from it (A before B, B before C: A before C). Throws
 * on a step that does not exist and on a cycle; `lintQuiz` tells the author about both.
 */
export function fixedPairs(item: Pick<OrderItem, 'id' | 'steps' | 'before'>): readonly FixedPair[] {
  const count = item.steps.length;
  const indexOf = new Map(item.steps.map((step, index) => [step.id, index]));
  const comesBefore = Array.from({ length: count }, () => new Array<boolean>(count).fill(false));
  const rowOf = (index: number) => comesBefore[index] as boolean[];
  for (const [earlier, later] of item.before) {
    const from = indexOf.get(earlier);
    const to = indexOf.get(later);
    if (from === undefined || to === undefined) {
      throw new Error(
        `item ${item.id}: before names the step "${from === undefined ? earlier : later}", which is not in steps`,
      );
    }
    rowOf(from)[to] = true;
  }
  for (let middle = 0; middle < count; middle += 1) {
    for (let from = 0; from < count; from += 1) {
      if (!rowOf(from)[middle]) continue;
      for (let to = 0; to < count; to += 1) if (rowOf(middle)[to]) rowOf(from)[to] = true;
    }
  }
  const pairs: FixedPair[] = [];
  for (let from = 0; from < count; from += 1) {
    if (rowOf(from)[from])
      throw new Error(`item ${item.id}: before has a cycle through the step "${item.steps[from]?.id}"`);
    for (let to = 0; to < count; to += 1) if (rowOf(from)[to]) pairs.push([from, to]);
  }
  return pairs;
}

/** The fixed pairs that this order of steps turns round. */
export function brokenPairs(pairs: readonly FixedPair[], order: readonly number[]): readonly FixedPair[] {
  const placeOf = new Map(order.map((step, place) => [step, place]));
  return pairs.filter(([earlier, later]) => (placeOf.get(earlier) ?? 0) > (placeOf.get(later) ?? 0));
}

/**
 * The legal order that follows this one wherever it may: at each place the step that stands first in `order` among those whose
 * predecessors are all placed. A legal order comes back as it is.
 */
export function nearestLegalOrder(pairs: readonly FixedPair[], order: readonly number[]): readonly number[] {
  const waiting = [...order];
  const legal: number[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      (step) => !pairs.some(([earlier, later]) => later === step && waiting.includes(earlier)),
    );
    if (next < 0) throw new Error('the fixed pairs have a cycle');
    legal.push(...waiting.splice(next, 1));
  }
  return legal;
}
