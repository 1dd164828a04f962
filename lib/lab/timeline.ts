import { Cluster, type ClusterOptions } from '../cluster/cluster';
import type { TimedCommand } from '../cluster/command';
import { withinMemory } from './checkpoints';
import { runLimits } from './limits';

/** Entries between two checkpoints of a small cluster: going back costs at most so many entries' work again. */
const entriesPerCheckpoint = 100;
/** A cluster of many objects is copied less often, and of many copies every second one goes again (checkpoints.ts). */
const objectsPerEntry = 48;

/**
 * A cluster through time: the seed and the commands are the whole of it, checkpoints are a cache. `at` gives the cluster
 * as it stood at a moment; asking for a moment that was not run yet runs it.
 */
export class Timeline {
  private head: Cluster;
  private past: Cluster | undefined;
  private checkpoints: Cluster[];
  /** Lengths of the journal after each piece of work that wrote: what it wrote came at once. */
  private ends: number[] = [];
  private done = 0;

  constructor(
    options: ClusterOptions,
    readonly commands: readonly TimedCommand[],
  ) {
    this.head = new Cluster(options);
    this.checkpoints = [this.head.copy()]; // before any command: every branch can start here
    this.ends = [this.head.journal.length];
  }

  /** The timeline of other commands. What is the same up to the first that differs is not run again. */
  branch(commands: readonly TimedCommand[]): Timeline {
    const differs = commands.findIndex((command, i) => command !== this.commands[i]);
    const same = differs < 0 ? commands.length : differs;
    const untilMs = Math.min(
      commands[same]?.atMs ?? Number.POSITIVE_INFINITY,
      this.commands[same]?.atMs ?? Number.POSITIVE_INFINITY,
    );
    const branch: Timeline = Object.create(Timeline.prototype);
    const checkpoints = this.checkpoints.filter((c) => c.nowMs <= untilMs && c.commands.length <= same);
    const head = checkpoints.at(-1)?.copy();
    if (!head) throw new Error('a timeline keeps its first checkpoint');
    return Object.assign(branch, {
      commands,
      checkpoints,
      ends: this.ends.slice(0, firstAbove(this.ends, head.journal.length)),
      head,
      past: undefined,
      done: head.commands.length,
    });
  }

  /** Up to where it was run, ms. */
  get endMs(): number {
    return this.head.nowMs;
  }

  /** Everything that happened up to `endMs`. */
  get journal() {
    return this.head.journal;
  }

  /** The cluster at a moment. The value belongs to the timeline: read it, don't run it. */
  at(atMs: number): Cluster {
    if (atMs >= this.head.nowMs) {
      this.runHead(atMs);
      return this.head;
    }
    const nearest = this.checkpoints.findLast((checkpoint) => checkpoint.nowMs <= atMs);
    if (!this.past || this.past.nowMs > atMs || (nearest && nearest.nowMs > this.past.nowMs))
      this.past = nearest?.copy();
    if (!this.past) throw new Error(`no checkpoint before ${atMs} ms`);
    runCommands(this.past, this.commands, this.past.commands.length, atMs);
    return this.past;
  }

  /**
   * The cluster as it stood when a journal entry had just come: after the piece of work that wrote it. Undefined for an
   * entry that was not run to yet. The value belongs to the timeline: read it, don't run it.
   */
  atEntry(sequence: number): Cluster | undefined {
    if (sequence < 0 || sequence >= this.head.journal.length) return undefined;
    const length = this.ends[firstAbove(this.ends, sequence)] ?? this.head.journal.length;
    const nearest = this.checkpoints.findLast((checkpoint) => checkpoint.journal.length <= length);
    if (nearest?.journal.length === length) return nearest;
    const past = this.past && this.past.journal.length <= length ? this.past : undefined;
    const from = past && (!nearest || past.journal.length >= nearest.journal.length) ? past : nearest?.copy();
    if (!from) return this.at(0);
    this.past = from;
    const atMs = this.head.journal[sequence]?.atMs ?? 0;
    runCommands(from, this.commands, from.commands.length, atMs, {
      until: () => from.journal.length >= length,
    });
    return from;
  }

  /** Runs on until an entry is what is looked for; its moment, or undefined if nothing like it comes within the time of one run. */
  seekForward(fromMs: number, isIt: (entry: Cluster['journal'][number]) => boolean): number | undefined {
    const known = this.head.journal.find((entry) => entry.atMs > fromMs && isIt(entry));
    if (known) return known.atMs;
    let seen = this.head.journal.length;
    const limit = fromMs + runLimits.ms;
    while (this.stepHead(limit)) {
      for (; seen < this.head.journal.length; seen++) {
        const entry = this.head.journal[seen];
        if (entry && entry.atMs > fromMs && isIt(entry)) return entry.atMs;
      }
    }
    return undefined;
  }

  private stepHead(limit: number): boolean {
    const next = this.commands[this.done];
    const due = this.head.nextDueMs;
    if (next && next.atMs <= limit && (due === undefined || next.atMs < due)) {
      this.runHead(next.atMs);
      return true;
    }
    const stepped = this.head.step(limit);
    this.remember();
    return stepped;
  }

  private runHead(untilMs: number): void {
    this.done = runCommands(this.head, this.commands, this.done, untilMs, {
      afterStep: () => this.remember(),
    });
  }

  /** Told after each piece of work: where its entries end, and whether it is time for a checkpoint. */
  private remember(): void {
    const { length } = this.head.journal;
    if (length > (this.ends.at(-1) ?? 0)) this.ends.push(length);
    const every = Math.max(entriesPerCheckpoint, this.head.reading.size / objectsPerEntry);
    if (length - (this.checkpoints.at(-1)?.journal.length ?? 0) >= every)
      this.checkpoints = [...withinMemory([...this.checkpoints, this.head.copy()])];
  }
}

/** Where the first number above a limit stands in an ascending list; the list's length if none does. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Runs a cluster to a moment, or until it has come far enough, doing each command in its turn. Returns how many have been done. */
function runCommands(
  cluster: Cluster,
  commands: readonly TimedCommand[],
  done: number,
  untilMs: number,
  { afterStep, until }: { readonly afterStep?: () => void; readonly until?: () => boolean } = {},
): number {
  let next = done;
  for (;;) {
    const command = commands[next];
    const limit = command ? Math.min(command.atMs, untilMs) : untilMs;
    while (!until?.() && cluster.step(limit)) afterStep?.();
    if (until?.()) return next;
    cluster.run(limit);
    if (!command || command.atMs > untilMs) return next;
    cluster.do(command.command);
    next++;
    afterStep?.();
  }
}
