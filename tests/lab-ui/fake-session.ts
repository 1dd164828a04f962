import type { Command } from '@/lib/cluster/command';
import type { Debrief } from '@/lib/lab/debrief';
import type { Scenario } from '@/lib/lab/scenario';
import type { Session, StepUnit } from '@/lib/lab/session';
import type { LabView } from '@/lib/lab/view';

/**
 * A session that shows one view at any moment and notes what is asked of it. Time moves as it is told; each step is
 * one second. Nothing lies beyond `limitMs`.
 */
export class FakeSession implements Session {
  nowMs: number;
  canUndo = false;
  canRedo = false;
  readonly asked: string[] = [];
  readonly done: Command[] = [];

  constructor(
    readonly scenario: Scenario,
    private shown: LabView,
    private readonly limitMs = 3_600_000,
  ) {
    this.nowMs = shown.nowMs;
  }

  show(view: LabView) {
    this.shown = view;
  }
  do(command: Command) {
    this.done.push(command);
    this.canUndo = true;
  }
  seek(atMs: number) {
    this.nowMs = Math.min(this.limitMs, Math.max(0, atMs));
    this.asked.push(`seek ${this.nowMs}`);
  }
  step(unit: StepUnit) {
    this.asked.push(`step ${unit}`);
    this.nowMs += 1_000;
    return true;
  }
  back(unit: StepUnit) {
    this.asked.push(`back ${unit}`);
    if (this.nowMs < 1_000) return false;
    this.nowMs -= 1_000;
    return true;
  }
  undo() {
    this.asked.push('undo');
    this.canUndo = false;
    this.canRedo = true;
  }
  redo() {
    this.asked.push('redo');
    this.canRedo = false;
  }
  runWith(policy: 'OrderedReady' | 'Parallel') {
    this.asked.push(`runWith ${policy}`);
  }
  turns() {
    return [];
  }
  reset() {
    this.asked.push('reset');
  }
  commands() {
    return this.done.map((command) => ({ atMs: this.nowMs, command }));
  }
  fork() {
    this.asked.push('fork');
    return undefined;
  }
  goTo() {
    return false;
  }
  drop() {
    return false;
  }
  list() {
    return [];
  }

  world(): never {
    throw new Error('this session has no network');
  }
  type(): never {
    throw new Error('a session without a typist takes no lines');
  }
  interrupt() {
    return false;
  }
  edited() {
    return undefined;
  }
  complete(): never {
    throw new Error('a session without a typist takes no lines');
  }
  applyText(): never {
    throw new Error('a session without a typist takes no lines');
  }
  inspect() {
    return undefined;
  }
  debrief(): Debrief {
    const { nowMs } = this;
    return {
      openAtMs: this.scenario.openAtMs,
      endMs: nowMs,
      rows: [],
      leftOut: 0,
      commands: this.done.length,
      goals: [],
      leastReady: { ready: 0, atMs: nowMs },
    };
  }
  state() {
    return {
      nowMs: this.nowMs,
      here: 'A' as const,
      futures: [{ name: 'A' as const, commands: this.commands() }],
    };
  }
  view(): LabView {
    const { score } = this.shown;
    return {
      ...this.shown,
      nowMs: this.nowMs,
      score: { ...score, nowMs: this.nowMs, endMs: Math.max(score.endMs, this.nowMs) },
    };
  }
}
