import type { Command, TimedCommand } from '../cluster/command';
import { keyFor } from '../cluster/keys';
import type { Manifest } from '../cluster/objects';
import { buildView } from './build-view';
import { runLimits } from './limits';
import type { LabStatement, Scenario } from './scenario';
import type { Session, StepUnit } from './session';
import { isChange, optionsOf, subjectKey } from './story';
import { Timeline } from './timeline';
import type { LabView } from './view';

interface Save {
  readonly policy: 'OrderedReady' | 'Parallel' | undefined;
  readonly commands: readonly TimedCommand[];
  readonly nowMs: number;
}

/** A session at the moment at which its scenario opens. */
export const createSession = (scenario: Scenario | LabStatement): Session => new LabSession(scenario);

class LabSession implements Session {
  nowMs: number;
  private own: readonly TimedCommand[] = [];
  private policy: Save['policy'];
  private timeline: Timeline;
  private undone: Save[] = [];
  private before: Save[] = [];

  constructor(readonly scenario: Scenario | LabStatement) {
    this.timeline = new Timeline(optionsOf(scenario), this.told());
    this.nowMs = scenario.openAtMs;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  do(command: Command): void {
    this.keep();
    const now = Math.floor(this.nowMs);
    this.own = [...this.own.filter(({ atMs }) => atMs <= now), { atMs: now, command }];
    this.timeline = this.timeline.branch(this.told());
  }

  seek(atMs: number): void {
    this.nowMs = Math.min(runLimits.ms, Math.max(0, atMs));
    if (this.nowMs > this.timeline.endMs) this.timeline.at(Math.floor(this.nowMs));
  }

  step(unit: StepUnit): boolean {
    this.timeline.at(Math.floor(this.nowMs));
    const at = this.timeline.seekForward(Math.floor(this.nowMs), isChange(unit, subjectKey(this.scenario)));
    if (at === undefined || at > runLimits.ms) return false;
    this.nowMs = at;
    return true;
  }

  back(unit: StepUnit): boolean {
    this.timeline.at(Math.floor(this.nowMs));
    const isIt = isChange(unit, subjectKey(this.scenario));
    const found = this.timeline.journal.findLast(
      (entry) => entry.atMs < Math.floor(this.nowMs) && isIt(entry),
    );
    if (!found && this.nowMs === 0) return false;
    this.nowMs = found?.atMs ?? 0;
    return true;
  }

  undo(): void {
    const save = this.before.pop();
    if (!save) return;
    this.undone.push(this.save());
    this.restore(save);
  }

  redo(): void {
    const save = this.undone.pop();
    if (!save) return;
    this.before.push(this.save());
    this.restore(save);
  }

  runWith(policy: 'OrderedReady' | 'Parallel'): void {
    this.keep();
    this.policy = policy;
    this.timeline = this.timeline.branch(this.told());
  }

  reset(): void {
    this.before = [];
    this.undone = [];
    this.restore({ policy: undefined, commands: [], nowMs: this.scenario.openAtMs });
  }

  commands(): readonly TimedCommand[] {
    return this.own;
  }

  view(): LabView {
    const cluster = this.timeline.at(Math.floor(this.nowMs));
    return buildView(this.scenario, cluster, this.timeline.journal, this.timeline.endMs, this.nowMs);
  }

  /** The scenario's commands and the reader's, in order of time. */
  private told(): TimedCommand[] {
    const { policy, scenario } = this;
    const own = policy ? scenario.commands.map((c) => withPolicy(c, scenario, policy)) : scenario.commands;
    return [...own, ...this.own].sort((a, b) => a.atMs - b.atMs);
  }

  private save(): Save {
    return { policy: this.policy, commands: this.own, nowMs: this.nowMs };
  }

  private keep(): void {
    this.before.push(this.save());
    this.undone = [];
  }

  private restore(save: Save): void {
    this.policy = save.policy;
    this.own = save.commands;
    this.nowMs = save.nowMs;
    this.timeline = this.timeline.branch(this.told());
  }
}

/** The scenario's own apply of its subject, with another policy from the start: a living set refuses the change. */
function withPolicy(timed: TimedCommand, scenario: Scenario, podManagementPolicy: string): TimedCommand {
  const { command } = timed;
  if (command.verb !== 'apply' && command.verb !== 'create') return timed;
  const { object } = command;
  if (keyFor(object.kind, 'default', object.metadata.name ?? '') !== subjectKey(scenario)) return timed;
  const changed: Manifest = { ...object, spec: { ...object.spec, podManagementPolicy } };
  return { ...timed, command: { ...command, object: changed } };
}
