import type { Cluster } from '../cluster/cluster';
import type { Command, TimedCommand } from '../cluster/command';
import { doneWithin } from './bound-typist';
import type { LabStatement, Scenario } from './scenario';
import type { LineAtWork, ShellState, Typist } from './typist';
import type { EditedText, TypedText } from './view';

/** A line that waits is followed for so long in the model's time, ms. */
export const longestLineMs = 60_000;

export interface Ran {
  /** What the line did, each at its moment. */
  readonly commands: readonly TimedCommand[];
  readonly printed: readonly TypedText[];
  /** Absent while it still waits at `untilMs`. */
  readonly exit?: number;
  readonly untilMs: number;
  readonly shell: ShellState;
  /** The prompt as the line left it from each moment on at which it changed it. */
  readonly left: readonly LeftShell[];
  readonly editor?: EditedText;
}

export interface LeftShell {
  readonly atMs: number;
  readonly shell: ShellState;
}

/** What was saved in an editor, and when; undefined when it was left. */
export interface Edit {
  readonly atMs: number;
  readonly text: string | undefined;
}

/** Commands that come later in this future; a reader's own give way as soon as the line does something itself. */
export interface Later extends TimedCommand {
  readonly isOwn: boolean;
}

/**
 * A copy of a cluster as a line meets it. It is moved exactly as a timeline moves: before each command all that is due has
 * been done, so that the commands of the line, played again at their moments, make the same journal.
 */
class ClusterOfLine {
  /** What the line did. */
  readonly did: TimedCommand[] = [];
  readonly printed: TypedText[] = [];
  readonly left: LeftShell[] = [];
  line: LineAtWork | undefined;

  constructor(
    private readonly cluster: Cluster,
    private later: readonly Later[],
  ) {}

  get nowMs() {
    return this.cluster.nowMs;
  }
  get reading() {
    return this.cluster.reading;
  }
  get journal() {
    return this.cluster.journal;
  }
  /** All that was done in the cluster, by whomever. */
  get commands() {
    return this.cluster.commands;
  }
  get options() {
    return this.cluster.options;
  }
  get nextDueMs(): number | undefined {
    const times = [this.cluster.nextDueMs, this.later[0]?.atMs].filter((ms) => ms !== undefined);
    return times.length > 0 ? Math.min(...times) : undefined;
  }
  copy() {
    return this.cluster.copy();
  }
  silentSinceMs(node: string) {
    return this.cluster.silentSinceMs(node);
  }
  usageOf(podKey: string) {
    return this.cluster.usageOf(podKey);
  }
  answerOf(command: Parameters<Cluster['answerOf']>[0]) {
    return this.cluster.answerOf(command);
  }
  wrote(instance: Parameters<Cluster['wrote']>[0]) {
    return this.cluster.wrote(instance);
  }

  do(command: Command) {
    this.later = this.later.filter(({ atMs, isOwn }) => !isOwn || atMs <= this.nowMs);
    while (this.step(this.nowMs));
    this.did.push({ atMs: this.nowMs, command });
    return this.cluster.do(command);
  }

  step(untilMs: number): boolean {
    this.note();
    const [next] = this.later;
    if (this.cluster.step(next ? Math.min(next.atMs, untilMs) : untilMs)) return true;
    if (!next || next.atMs > untilMs) return false;
    this.cluster.run(next.atMs);
    this.later = this.later.slice(1);
    this.cluster.do(next.command);
    return true;
  }

  run(untilMs: number): void {
    while (this.step(untilMs));
    this.cluster.run(untilMs);
  }

  /** What the line has printed by now was printed now: the clock has not moved since. */
  note(): void {
    const all = this.line?.printed ?? [];
    for (let i = this.printed.length; i < all.length; i++) {
      const { stream, text } = all[i] as TypedText;
      this.printed.push({ atMs: this.nowMs, stream, text });
    }
    const shell = this.line?.shell;
    if (shell && shell !== this.left.at(-1)?.shell) this.left.push({ atMs: this.nowMs, shell });
  }
}

/**
 * Types a line on a cluster, which is moved on as far as the line takes, at most `longestLineMs`. An editor that it opens is
 * answered with the next of `edits`, at that one's moment; when there is none left the line waits there.
 */
export function typeLine(
  typist: Typist,
  cluster: Cluster,
  later: readonly Later[],
  line: string,
  shell: ShellState,
  edits: readonly Edit[] = [],
): Ran {
  const at = new ClusterOfLine(cluster, later);
  at.line = typist.start(at, line, shell);
  at.note();
  at.line.advance(at, at.nowMs + longestLineMs);
  for (const { atMs, text } of edits) {
    if (at.line.editor === undefined) break;
    at.run(Math.max(atMs, at.nowMs));
    at.line.edited(text);
    at.line.advance(at, at.nowMs + longestLineMs);
  }
  at.note();
  const { exit, editor } = at.line;
  return {
    commands: at.did,
    printed: at.printed,
    ...(exit !== undefined && { exit }),
    untilMs: at.nowMs,
    shell: at.line.shell,
    left: at.left,
    ...(editor && { editor: { name: editor.name, text: editor.text } }),
  };
}

/** Does commands one after the other as a line would: those that the API server takes, and why it refuses the others. */
export function tryInTurn(cluster: Cluster, commands: readonly Command[], scenario: Scenario | LabStatement) {
  const at = new ClusterOfLine(cluster, []);
  return commands.map((command) => doneWithin(scenario, at, command));
}
