/** How well a learner knows a concept, from nothing to well; `fading`: was known, and may be forgotten by now. */
export type Knowledge = 'new' | 'tried' | 'ok' | 'solid' | 'fading';

/** A learner's first try at an item about the concept. */
export interface FirstTry {
  readonly id: string;
  /** The item with its variant: two tries of the same name showed the same question. */
  readonly variant: string;
  readonly atMs: number;
  /** The learner's own date then, `2026-11-26`. */
  readonly day: string;
  /** Full points. */
  readonly isRight: boolean;
  /** With a hint. */
  readonly isAided: boolean;
}

/** A rule that decides between two states, with how far it is met. `tries` are the ids that count for it, newest first. */
export interface KnowledgeReason {
  readonly rule:
    | 'wasTried'
    | 'lastIsRight'
    | 'isRightOften'
    | 'isRightOnDays'
    | 'isRightInVariants'
    | 'isRemembered';
  readonly holds: boolean;
  readonly has: number;
  readonly needs: number;
  readonly tries: readonly string[];
}

export interface KnowledgeState {
  readonly state: Knowledge;
  /** The tries that it rests on, newest first. */
  readonly tries: readonly FirstTry[];
  /** Every rule that was asked, in order, up to the first that does not hold. */
  readonly because: readonly KnowledgeReason[];
}

/** What the states ask for. `evidence`: so many tries back; `remembered`: the least chance of still knowing it. */
export const knowledgeRules = {
  evidence: 5,
  right: 3,
  days: 2,
  variants: 2,
  remembered: 0.8,
} as const;

/**
 * The state of one concept. `tried`: the last try was wrong or with a hint. `ok`: it was right without. `solid`: three of the
 * last five were, on two days and in two variants. `fading`: ok or solid, but `retrievability` (the review's chance, 0 to 1,
 * that it is still known today) is below .8. A variant counts once a day, by its first try. The order of `tries` and doubled
 * ids do not matter.
 */
export function knowledgeOf(tries: readonly FirstTry[], retrievability?: number): KnowledgeState {
  const evidence = evidenceOf(tries);
  const right = evidence.filter(isRightUnaided);
  const { days, variants, remembered } = knowledgeRules;
  const reasons: KnowledgeReason[] = [
    reason('wasTried', evidence, evidence.length, 1),
    reason('lastIsRight', evidence.slice(0, 1), evidence[0] && isRightUnaided(evidence[0]) ? 1 : 0, 1),
    reason('isRightOften', right, right.length, knowledgeRules.right),
    reason('isRightOnDays', right, distinct(right, 'day'), days),
    reason('isRightInVariants', right, distinct(right, 'variant'), variants),
  ];
  const failed = reasons.findIndex(({ holds }) => !holds);
  const known = stateAt(failed);
  const because = failed < 0 ? reasons : reasons.slice(0, failed + 1);
  if (retrievability === undefined || known === 'new' || known === 'tried')
    return { state: known, tries: evidence, because };
  const memory = reason('isRemembered', evidence.slice(0, 1), retrievability, remembered);
  return { state: memory.holds ? known : 'fading', tries: evidence, because: [...because, memory] };
}

const stateAt = (failed: number): Exclude<Knowledge, 'fading'> =>
  failed === 0 ? 'new' : failed === 1 ? 'tried' : failed < 0 ? 'solid' : 'ok';

const isRightUnaided = ({ isRight, isAided }: FirstTry): boolean => isRight && !isAided;
const distinct = (tries: readonly FirstTry[], field: 'day' | 'variant'): number =>
  new Set(tries.map((one) => one[field])).size;

const reason = (
  rule: KnowledgeReason['rule'],
  tries: readonly FirstTry[],
  has: number,
  needs: number,
): KnowledgeReason => ({ rule, holds: has >= needs, has, needs, tries: tries.map(({ id }) => id) });

/** The last tries that count, newest first. */
function evidenceOf(tries: readonly FirstTry[]): FirstTry[] {
  const inOrder = [...tries].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const firsts = new Map<string, FirstTry>();
  for (const one of inOrder) {
    const place = JSON.stringify([one.day, one.variant]);
    if (!firsts.has(place)) firsts.set(place, one);
  }
  return [...firsts.values()].slice(-knowledgeRules.evidence).reverse();
}
