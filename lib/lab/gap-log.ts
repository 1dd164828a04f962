import { isSame } from '../cluster/api/merge';
import type { Entry } from '../cluster/journal';
import type { KubeObject } from '../cluster/objects';
import { type Condition, holds, keysOf } from './condition';
import { gapOf } from './gap';
import type { Gap } from './lack';

/** From this moment on, up to the next turn, a condition holds or lacks this. */
export interface Turn {
  readonly atMs: number;
  readonly holds: boolean;
  readonly gap: Gap;
}

const logs = new WeakMap<readonly Entry[], WeakMap<readonly Condition[], GapLog>>();

/**
 * How some conditions stand through a journal, read from it alone: each as the objects are when a moment is over. A journal
 * only grows, so each entry is read once, and a condition is asked again only where an object that it names was written.
 */
export class GapLog {
  private readonly turns: Turn[][];
  private readonly known = new Map<string, KubeObject>();
  /** Conditions by the keys that they name. */
  private readonly named = new Map<string, number[]>();
  private readonly changed: Set<number>;
  private atMs = 0;
  private read = 0;

  private constructor(private readonly conditions: readonly Condition[]) {
    this.turns = conditions.map(() => []);
    this.changed = new Set(conditions.keys());
    for (const [at, condition] of conditions.entries())
      for (const key of keysOf(condition)) this.named.set(key, [...(this.named.get(key) ?? []), at]);
  }

  /** The log of a journal up to its end; the same one for the same list of conditions. */
  static of(journal: readonly Entry[], conditions: readonly Condition[]): GapLog {
    const ofJournal = logs.get(journal) ?? new WeakMap<readonly Condition[], GapLog>();
    const log = ofJournal.get(conditions) ?? new GapLog(conditions);
    logs.set(journal, ofJournal.set(conditions, log));
    log.readOn(journal);
    return log;
  }

  /** The turns of the condition at this place, oldest first; there is at least one, at 0 ms. */
  turnsOf(place: number): readonly Turn[] {
    return this.turns[place] ?? [];
  }

  private readOn(journal: readonly Entry[]): void {
    for (; this.read < journal.length; this.read++) {
      const entry = journal[this.read] as Entry;
      if (entry.atMs > this.atMs) {
        this.settle();
        this.atMs = entry.atMs;
      }
      const places = entry.type === 'write' && this.named.get(entry.key);
      if (!places) continue;
      if (entry.after) this.known.set(entry.key, entry.after);
      else this.known.delete(entry.key);
      for (const place of places) this.changed.add(place);
    }
    this.settle();
  }

  /** A moment to which more has come is asked once more. */
  private settle(): void {
    for (const place of this.changed) {
      const turns = this.turns[place] ?? [];
      const condition = this.conditions[place] as Condition;
      const turn = {
        atMs: this.atMs,
        holds: holds(condition, this.known),
        gap: gapOf(condition, this.known),
      };
      if (turns.at(-1)?.atMs === this.atMs) turns.pop();
      const last = turns.at(-1);
      const isOther = last?.holds !== turn.holds || !isSame(last.gap, turn.gap);
      if (isOther) turns.push(turn);
    }
    this.changed.clear();
  }
}

/** The turn that a moment is in. */
export const turnAt = (turns: readonly Turn[], nowMs: number): Turn | undefined =>
  turns.findLast(({ atMs }) => atMs <= nowMs);
