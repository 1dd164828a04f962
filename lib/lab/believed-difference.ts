import type { Entry, TransitionEntry, WriteEntry } from '../cluster/journal';
import { kindOf } from '../cluster/keys';
import { differencesOf, type ObjectDifference, pathsOfDifference } from './difference';
import { type SeenDifference, seenDifference } from './seen-difference';
import type { Timeline } from './timeline';

/**
 * What two runs do otherwise at the first moment at which they part. `decision`: both machines decided, otherwise; `write`:
 * both did something, one of them without deciding; `onlyTruth`, `onlyBelieved`: one does something there, the other nothing.
 */
export type DifferenceKind = 'decision' | 'write' | 'onlyTruth' | 'onlyBelieved';

export interface BelievedDifference {
  readonly atMs: number;
  readonly is: DifferenceKind;
  /** What each run does there; absent where it does nothing. Never an Event: those tell of what was done. */
  readonly truth?: Entry;
  readonly believed?: Entry;
  /** Objects that differ when that moment is over, Events aside: none after a mere decision to wait. */
  readonly objects: readonly ObjectDifference[];
  /** The first change that a reader sees on one side and not on the other, or more than a second apart. */
  readonly seen?: SeenDifference;
}

/** Where a true run and a believed one part up to a moment; undefined when they do not. */
export function differenceOf(
  truth: Timeline,
  believed: Timeline,
  untilMs: number,
): BelievedDifference | undefined {
  const [left, right] = [doneIn(truth, untilMs), doneIn(believed, untilMs)];
  const place = partingOf(left, right);
  if (place === undefined) return undefined;
  const [l, r] = [left[place], right[place]];
  const atMs = Math.min(l?.atMs ?? Number.POSITIVE_INFINITY, r?.atMs ?? Number.POSITIVE_INFINITY);
  const own = [onlyHere(l, atMs, right), onlyHere(r, atMs, left)] as const;
  // Of two that each come on the other side too at that moment, only the order differs: both are named.
  const [is, might] = own[0] || own[1] ? own : ([l, r] as const);
  const objects = differencesOf(truth.at(atMs), believed.at(atMs));
  const seen = seenDifference(truth.journal, believed.journal, atMs, untilMs);
  return {
    atMs,
    is: kindOfDifference(is, might),
    ...(is && { truth: is }),
    ...(might && { believed: might }),
    objects,
    ...(seen && { seen }),
  };
}

/** What was done up to a moment: no Events, and no sync that decided what the one before it had decided. */
function doneIn({ journal }: Timeline, untilMs: number): Entry[] {
  const last = new Map<string, TransitionEntry>();
  return journal.filter((entry) => {
    if (entry.atMs > untilMs) return false;
    if (entry.type !== 'transition') return entry.type === 'command' || kindOf(entry.key) !== 'Event';
    const slot = `${entry.machine} ${entry.key}`;
    const before = last.get(slot);
    last.set(slot, entry);
    return before?.guard !== entry.guard || before.about !== entry.about;
  });
}

function partingOf(left: readonly Entry[], right: readonly Entry[]): number | undefined {
  const longest = Math.max(left.length, right.length);
  for (let i = 0; i < longest; i++) if (!isSameEntry(left[i], right[i])) return i;
  return undefined;
}

/** Numbers and moments of the books are no difference, nor by which rule a machine came to the same. */
function isSameEntry(left: Entry | undefined, right: Entry | undefined): boolean {
  if (!left || !right || left.atMs !== right.atMs) return false;
  const [a, b] = [left.cause, right.cause];
  if (a.by !== b.by || a.on !== b.on) return false;
  if (left.type === 'transition' && right.type === 'transition')
    return (
      left.machine === right.machine &&
      left.key === right.key &&
      left.to === right.to &&
      left.about === right.about
    );
  if (left.type === 'write' && right.type === 'write') return isSameWrite(left, right);
  if (left.type !== 'command' || right.type !== 'command') return false;
  return left.command === right.command && left.refused?.message === right.refused?.message;
}

const isSameWrite = (left: WriteEntry, right: WriteEntry): boolean =>
  left.key === right.key &&
  !left.before === !right.before &&
  !left.after === !right.after &&
  pathsOfDifference(left.after, right.after).length === 0;

/** The entry, if it is of that moment and the other side does nothing like it then. */
function onlyHere(entry: Entry | undefined, atMs: number, others: readonly Entry[]): Entry | undefined {
  return entry?.atMs === atMs && !others.some((one) => isSameEntry(entry, one)) ? entry : undefined;
}

function kindOfDifference(truth: Entry | undefined, believed: Entry | undefined): DifferenceKind {
  if (!truth) return 'onlyBelieved';
  if (!believed) return 'onlyTruth';
  return truth.type === 'transition' && believed.type === 'transition' ? 'decision' : 'write';
}
