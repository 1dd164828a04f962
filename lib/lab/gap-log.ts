import { isSame } from '../cluster/api/merge';
import type { Entry } from '../cluster/journal';
import { kindOf } from '../cluster/keys';
import type { KubeObject } from '../cluster/objects';
import { type Condition, holds, type Known, keysOf, kindsOf } from './condition';
import { gapOf } from './gap';
import type { Gap } from './lack';

/** From this moment on, up to the next turn, a condition holds or lacks this. */
export interface Turn {
  readonly atMs: number;
  readonly holds: boolean;
  readonly gap: Gap;
}

const logs = new WeakMap<readonly Entry[], WeakMap<readonly Condition[], GapLog>>();

/** The objects that conditions ask for, by key and by kind. */
class KnownObjects implements Known {
  private readonly byKind = new Map<string, Map<string, KubeObject>>();

  get(key: string): KubeObject | undefined {
    return this.byKind.get(kindOf(key))?.get(key);
  }

  list(kind: string): readonly KubeObject[] {
    return [...(this.byKind.get(kind)?.values() ?? [])];
  }

  write(key: string, object: KubeObject | undefined): void {
    const ofKind = this.byKind.get(kindOf(key)) ?? new Map<string, KubeObject>();
    this.byKind.set(kindOf(key), ofKind);
    if (object) ofKind.set(key, object);
    else ofKind.delete(key);
  }
}

/**
 * How some conditions stand through a journal, read from it alone: each as the objects are when a moment is over. A journal
 * only grows, so each entry is read once, and a condition is asked again only where an object that it names was written.
 */
export class GapLog {
  private readonly turns: Turn[][];
  private readonly known = new KnownObjects();
  /** Conditions by the keys that they name, and by the kinds that they count. */
  private readonly named = new Map<string, number[]>();
  private readonly changed: Set<number>;
  private atMs = 0;
  private read = 0;

  private constructor(private readonly conditions: readonly Condition[]) {
    this.turns = conditions.map(() => []);
    this.changed = new Set(conditions.keys());
    for (const [at, condition] of conditions.entries())
      for (const key of [...keysOf(condition), ...kindsOf(condition)])
        this.named.set(key, [...(this.named.get(key) ?? []), at]);
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
      if (entry.type !== 'write') continue;
      const places = [...(this.named.get(entry.key) ?? []), ...(this.named.get(kindOf(entry.key)) ?? [])];
      if (places.length === 0) continue;
      this.known.write(entry.key, entry.after);
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
