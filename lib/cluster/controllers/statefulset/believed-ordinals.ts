import type { Beliefs } from '../../belief';
import { statefulsetFacts } from './facts';

/**
 * The ordinals that a set wants Pods for, as it is believed, from the ordinals that there are; undefined where nothing is
 * believed of them, and they are the first `replicas` from the start on.
 */
export function believedOrdinals(
  beliefs: Beliefs,
  taken: readonly number[],
  start: number,
  replicas: number,
): readonly number[] | undefined {
  const lowestGo = beliefs.ask(statefulsetFacts, 'lowestOrdinalGoesFirst', false);
  const getsNext = beliefs.ask(statefulsetFacts, 'replacementGetsNextOrdinal', false);
  if (!lowestGo && !getsNext) return undefined;
  const inOrder = [...taken].sort((a, b) => a - b);
  const kept = lowestGo ? inOrder.slice(-replicas || inOrder.length) : inOrder.slice(0, replicas);
  const first = getsNext ? Math.max(start - 1, ...inOrder) + 1 : start;
  const wanted = [...kept];
  for (let ordinal = first; wanted.length < replicas; ordinal++)
    if (!wanted.includes(ordinal)) wanted.push(ordinal);
  return wanted.sort((a, b) => a - b);
}
