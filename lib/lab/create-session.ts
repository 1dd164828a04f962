import type { Command, TimedCommand } from '../cluster/command';
import type { Entry } from '../cluster/journal';
import type { KubeObject } from '../cluster/objects';
import type { Completion } from '../kubectl/completion';
import { worldFrom } from '../network/from-cluster';
import type { World } from '../network/world';
import { appliedText } from './apply-text';
import { boundTypist } from './bound-typist';
import type { Condition } from './condition';
import { type Debrief, debriefOf } from './debrief';
import { type Denial, Tally } from './denial';
import { type Future, futureNames, type Policy, toldCommands } from './future';
import { GapLog, type Turn } from './gap-log';
import { inspectObject } from './inspect';
import { JournalIndex } from './journal-index';
import { longestMs } from './limits';
import type { LabStatement, Scenario } from './scenario';
import type { Session, SessionState, StepUnit } from './session';
import { isChange, subjectKey } from './story';
import type { Timeline } from './timeline';
import { Timelines } from './timelines';
import {
  answered,
  begun,
  continued,
  endedAt,
  interrupted,
  said,
  saidBy,
  shellBy,
  waitsAt,
  withdrawn,
  without,
} from './typed-lines';
import type { Typist } from './typist';
import type { FutureName, FutureView, LabView, ObjectView, TextRefusal, Typed } from './view';

export interface SessionOptions {
  /** Who reads lines and texts; without one, `type` and `applyText` throw. */
  readonly typist?: Typist;
  /** Where to go on from, instead of the moment at which the scenario opens. */
  readonly state?: SessionState;
}

/** A session at the moment at which its scenario opens, or where a state says. */
export const createSession = (scenario: Scenario | LabStatement, options: SessionOptions = {}): Session =>
  new LabSession(scenario, options);

interface Save {
  readonly futures: readonly Future[];
  readonly here: FutureName;
  readonly nowMs: number;
}

class LabSession implements Session {
  nowMs: number;
  private futures: readonly Future[];
  private here: FutureName;
  private readonly timelines: Timelines;
  private undone: Save[] = [];
  private before: Save[] = [];
  private lines = 0;
  private bound: Typist | undefined;
  /** Why the last command of a hand was not taken; until something else is done. */
  private denial: Denial | undefined;
  private known: { readonly last: Entry | undefined; readonly world: World } | undefined;

  constructor(
    readonly scenario: Scenario | LabStatement,
    private readonly options: SessionOptions,
  ) {
    this.timelines = new Timelines(scenario);
    const begun = this.begin(options.state);
    this.futures = begun.futures;
    this.here = begun.here;
    this.nowMs = begun.nowMs;
    this.timelines.tell(this.futures);
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  do(command: Command): void {
    const timed = { atMs: this.now, command };
    const log = new Tally(this.scenario);
    for (const one of this.future.own) if (one.atMs <= this.now) log.add(one.command);
    this.denial = log.denialOf(timed);
    if (this.denial) return;
    this.keep();
    this.add([timed]);
  }

  seek(atMs: number): void {
    if (atMs < this.nowMs) this.denial = undefined;
    this.nowMs = Math.min(longestMs(this.scenario), Math.max(0, atMs));
    if (this.nowMs > this.timeline.endMs) this.timeline.at(this.now);
  }

  step(unit: StepUnit): boolean {
    this.timeline.at(this.now);
    const at = this.timeline.seekForward(this.now, isChange(unit, subjectKey(this.scenario)));
    if (at === undefined || at > longestMs(this.scenario)) return false;
    this.nowMs = at;
    return true;
  }

  back(unit: StepUnit): boolean {
    this.timeline.at(this.now);
    const isIt = isChange(unit, subjectKey(this.scenario));
    const found = this.timeline.journal.findLast((entry) => entry.atMs < this.now && isIt(entry));
    if (!found && this.nowMs === 0) return false;
    this.nowMs = found?.atMs ?? 0;
    return true;
  }

  undo(): void {
    this.turn(this.before, this.undone);
  }

  redo(): void {
    this.turn(this.undone, this.before);
  }

  runWith(policy: Policy): void {
    this.keep();
    this.change({ ...this.future, policy });
  }

  fork(): FutureName | undefined {
    const name = futureNames.find((one) => !this.futures.some((future) => future.name === one));
    if (name === undefined) return undefined;
    this.keep();
    const forked = { ...this.future, name, from: this.here, forkedAtMs: this.now };
    this.futures = [...this.futures, forked].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.timelines.tell(this.futures);
    this.here = name;
    return name;
  }

  goTo(name: FutureName): boolean {
    if (!this.futures.some((future) => future.name === name)) return false;
    this.here = name;
    this.denial = undefined;
    return true;
  }

  drop(name: FutureName): boolean {
    const dropped = this.futures.find((future) => future.name === name);
    const left = this.futures.filter((future) => future !== dropped);
    const [first] = left;
    if (!dropped || !first) return false;
    this.keep();
    this.futures = left.map((future) => {
      if (future.from !== name) return future;
      const { from: _, forkedAtMs: __, ...alone } = future;
      return dropped.from === undefined ? alone : { ...future, from: dropped.from };
    });
    if (this.here === name)
      this.here = left.some((future) => future.name === dropped.from)
        ? (dropped.from ?? first.name)
        : first.name;
    this.timelines.tell(this.futures);
    return true;
  }

  type(line: string): Typed {
    const { typist } = this;
    const { now: atMs, future } = this;
    const base = this.timeline.at(atMs).copy();
    const later = toldCommands(this.scenario, future).slice(base.commands.length);
    const about = { id: ++this.lines, line, future: this.here, shell: future.shell };
    const { typed, shell } = begun(typist, base, later, about);
    const commands = typed.did;
    const ended = endedAt(future.typed, atMs);
    if (commands.length > 0) {
      this.keep();
      this.change({ ...future, shell, typed: ended });
      this.add(commands, commands[0]?.atMs);
      this.change({ ...this.future, typed: [...this.future.typed, typed] });
    } else {
      const typedInOrder = [...ended, typed].sort((a, b) => a.atMs - b.atMs);
      this.change({ ...future, shell, typed: typedInOrder });
    }
    return said(typed);
  }

  interrupt(id: number): boolean {
    const { now, future } = this;
    const line = future.typed.find((one) => one.id === id);
    if (!line || !waitsAt(line, now)) return false;
    const isLast = future.typed.findLast(({ atMs }) => atMs <= now) === line;
    const shell = isLast ? shellBy(line, now) : future.shell;
    if (line.did.some(({ atMs }) => atMs > now)) {
      this.keep();
      this.add([]);
      this.change({ ...this.future, shell });
    } else {
      const typed = future.typed.map((one) => (one === line ? interrupted(line, now) : one));
      this.change({ ...future, shell, typed });
    }
    return true;
  }

  edited(id: number, text: string | undefined): Typed | undefined {
    const { typist, now, future } = this;
    const line = future.typed.find((one) => one.id === id);
    if (!line?.editor || line.atMs > now) return undefined;
    const before = { ...future, own: without(future.own, line) };
    const told = toldCommands(this.scenario, before);
    const { typed, shell } = answered(typist, line, told, { atMs: Math.max(now, line.untilMs), text });
    const [next] = typed.did.slice(line.did.length);
    if (next) {
      // Undo takes the edit back: it opens no editor again.
      this.change({ ...future, shell: line.shell, typed: withdrawn(future.typed, line, now) });
      this.keep();
      this.change({ ...before, shell });
      this.add(typed.did, next.atMs);
    }
    const rest = this.future.typed.filter((one) => one.id !== id);
    const inOrder = [...rest, typed].sort((a, b) => a.atMs - b.atMs);
    this.change({ ...this.future, shell, typed: inOrder });
    return said(typed);
  }

  complete(line: string, at: number): Completion {
    const { reading } = this.timeline.at(this.now);
    return this.typist.complete(reading, line, at, this.future.shell);
  }

  applyText(text: string): { readonly refusals: readonly TextRefusal[] } {
    const cluster = this.timeline.at(this.now).copy();
    const { commands, refusals } = appliedText(this.typist, cluster, text, this.scenario);
    if (commands.length > 0) {
      this.keep();
      this.add(commands.map((command) => ({ atMs: this.now, command })));
    }
    return { refusals };
  }

  inspect(key: string): ObjectView | undefined {
    const cluster = this.timeline.at(this.now);
    return inspectObject(cluster, key, JournalIndex.of(this.timeline.journal));
  }

  debrief(): Debrief {
    const { own, typed: lines, policy } = this.future;
    return debriefOf(this.scenario, own, this.now, { lines, ...(policy && { policy }) });
  }

  turns(conditions: readonly Condition[]): readonly (readonly Turn[])[] {
    const { timeline, now } = this;
    timeline.at(now);
    const log = GapLog.of(timeline.journal, conditions);
    return conditions.map((_, place) => log.turnsOf(place).filter(({ atMs }) => atMs <= now));
  }

  list(kind: string): readonly KubeObject[] {
    return this.timeline.at(this.now).reading.list(kind);
  }

  world(): World {
    const cluster = this.timeline.at(this.now);
    const last = cluster.journal.at(-1);
    if (!this.known || this.known.last !== last) this.known = { last, world: worldFrom(cluster.reading) };
    return this.known.world;
  }

  reset(): void {
    this.before = [];
    this.undone = [];
    this.restore(this.begin(undefined));
  }

  commands(): readonly TimedCommand[] {
    return this.future.own;
  }

  state(): SessionState {
    return {
      nowMs: this.now,
      here: this.here,
      futures: this.futures.map(({ name, from, forkedAtMs, policy, own }) => ({
        name,
        ...(from !== undefined && { from }),
        ...(forkedAtMs !== undefined && { forkedAtMs }),
        ...(policy !== undefined && { policy }),
        commands: own,
      })),
    };
  }

  view(): LabView {
    const { timeline, drawing } = this.timelines.of(this.here);
    const cluster = timeline.at(this.now);
    const view = drawing.view(cluster, timeline.journal, timeline.endMs, this.nowMs);
    const difference = this.timelines.differenceOf(this.future, this.futures, this.now);
    return {
      ...view,
      futures: this.futures.map((future) => this.futureView(future, view.score)),
      ...(difference && { firstDifference: difference }),
      ...(this.denial && { denial: this.denial }),
      typed: this.future.typed.filter(({ atMs }) => atMs <= this.nowMs).map((one) => saidBy(one, this.nowMs)),
    };
  }

  private futureView({ name, from, forkedAtMs }: Future, ours: LabView['score']): FutureView {
    const isHere = name === this.here;
    const { timeline, drawing } = this.timelines.of(name);
    const score = () => {
      const cluster = timeline.at(this.now);
      return drawing.score(cluster, timeline.journal, timeline.endMs, this.nowMs);
    };
    return {
      name,
      isHere,
      ...(forkedAtMs !== undefined && { forkedAtMs }),
      ...(from !== undefined && { from }),
      score: isHere ? ours : score(),
    };
  }

  private get now(): number {
    return Math.floor(this.nowMs);
  }

  private get typist(): Typist {
    const { typist } = this.options;
    if (!typist) throw new Error('a session without a typist takes no lines: give createSession one');
    this.bound ??= boundTypist(typist, this.scenario);
    return this.bound;
  }

  private get future(): Future {
    const future = this.futures.find(({ name }) => name === this.here);
    if (!future) throw new Error(`no future ${this.here}`);
    return future;
  }

  private get timeline(): Timeline {
    return this.timelines.of(this.here).timeline;
  }

  /** Takes commands into the log of the future here: what it held after `fromMs` is cut off. */
  private add(commands: readonly TimedCommand[], fromMs = this.now): void {
    const { future } = this;
    const kept = future.own.filter(({ atMs }) => atMs <= fromMs);
    const own = [...kept, ...commands].sort((a, b) => a.atMs - b.atMs);
    const changed = { ...future, own };
    const told = toldCommands(this.scenario, changed);
    this.change({ ...changed, typed: continued(() => this.typist, future.typed, fromMs, told) });
  }

  private change(future: Future): void {
    this.futures = this.futures.map((one) => (one.name === future.name ? future : one));
    this.timelines.tell(this.futures);
  }

  private begin(state: SessionState | undefined): Save {
    const shell = { namespace: 'default', files: this.scenario.files ?? {} };
    if (!state)
      return {
        futures: [{ name: 'A', own: [], typed: [], shell }],
        here: 'A',
        nowMs: this.scenario.openAtMs,
      };
    const { futures, here, nowMs } = state;
    return {
      futures: futures.map(({ commands, ...rest }) => ({ ...rest, own: commands, typed: [], shell })),
      here,
      nowMs,
    };
  }

  private save(): Save {
    return { futures: this.futures, here: this.here, nowMs: this.nowMs };
  }

  private keep(): void {
    this.denial = undefined;
    this.before.push(this.save());
    this.undone = [];
  }

  private turn(from: Save[], to: Save[]): void {
    const save = from.pop();
    if (!save) return;
    to.push(this.save());
    this.restore(save);
  }

  private restore({ futures, here, nowMs }: Save): void {
    this.denial = undefined;
    this.futures = futures;
    this.here = here;
    this.nowMs = nowMs;
    this.timelines.tell(this.futures);
  }
}
