import type { StateValue } from 'xstate';
import { type Beliefs, noBeliefs } from '../belief';
import type { Write } from '../controllers/controller';
import type { Container, Pod } from '../objects';
import { stepsOf } from '../step';
import { chartOf } from './charts';
import {
  type ContainerContext,
  type ContainerMessage,
  type ContainerState,
  containerMachine,
} from './container.machine';
import { kubeletFacts } from './facts';
import {
  type ContainerLife,
  type Disks,
  type KubeletAround,
  type KubeletMessage,
  type Later,
  type Move,
  newContainer,
  type PodLife,
  type ProbeKind,
  type ProbeLife,
  type Reaction,
} from './life';
import { type PodFacts, type PodState, podMachine } from './pod.machine';
import { type ProbeContext, type ProbeMessage, type ProbeState, probeMachine } from './probe.machine';
import { nextRelistMs } from './relist';
import { type Known, knownOf } from './spec';

const containerStep = stepsOf(containerMachine);

/** Machine states by name: a snapshot of a machine without timers is its value and its context. */
const containerSnapshot = containerMachine.resolveState({
  value: 'Waiting',
  context: { attempt: -1, startedAtMs: 0, containerID: '' },
});
const nested = (state: string): StateValue => {
  const [outer = '', inner] = state.split('.');
  return inner ? { [outer]: inner } : outer;
};
const flat = (value: StateValue): string =>
  typeof value === 'string' ? value : Object.entries(value).flat().join('.');

type PodEvent = 'synced' | 'deleted' | 'stopped' | 'removed';
type Went = { readonly to: PodState; readonly guard: string };

/** Where the Pod's machine goes from each state by each set of facts: it has no context, so it is asked once for each. */
const waysOf = new WeakMap<object, Map<string, Went>>();

function wayOf(from: PodState, type: PodEvent, facts: PodFacts, beliefs: Beliefs): Went {
  const chart = chartOf(podMachine, beliefs);
  const ways = waysOf.get(chart) ?? new Map<string, Went>();
  waysOf.set(chart, ways);
  const { phase, isReady, isDeleted, isInitializing, waiting } = facts;
  const key = `${from} ${type} ${phase} ${isReady} ${isDeleted} ${isInitializing} ${waiting}`;
  const known = ways.get(key);
  if (known) return known;
  const snapshot = chart.machine.resolveState({ value: nested(from) as never, context: {} });
  const [next, actions] = chart.step(snapshot, { type, facts });
  const guard = (actions[0]?.params as { guard?: string } | undefined)?.guard ?? type;
  const way = { to: flat(next.value) as PodState, guard };
  ways.set(key, way);
  return way;
}

const containerSnapshots = new Map<string, typeof containerSnapshot>();
function snapshotIn<Snapshot extends { readonly value: unknown; readonly context: unknown }>(
  known: Map<string, Snapshot>,
  state: string,
  context: unknown,
  resolve: () => Snapshot,
): Snapshot {
  let snapshot = known.get(state);
  if (!snapshot) {
    snapshot = resolve();
    known.set(state, snapshot);
  }
  return Object.assign(Object.create(Object.getPrototypeOf(snapshot)), snapshot, { context });
}

/** How a handler of a message puts its reaction together. It lives for one message; what it leaves is a value. */
export class Step {
  readonly writes: Write[] = [];
  readonly later: Later[] = [];
  readonly moves: Move[] = [];
  readonly known: Known;
  private disks: Disks | undefined;

  /** A copy of the life, so that the one that was given stays as it is. */
  private readonly next: { -readonly [Field in keyof PodLife]: PodLife[Field] };

  constructor(
    readonly pod: Pod,
    life: PodLife,
    readonly around: KubeletAround,
  ) {
    this.next = { ...life };
    this.known = knownOf(pod.spec);
  }

  get life(): PodLife {
    return this.next;
  }

  get nowMs(): number {
    return this.around.nowMs;
  }

  /** What a fact is believed to be, or is. */
  is(fact: (typeof kubeletFacts)['names'][number], truth: boolean): boolean {
    return this.beliefs.ask(kubeletFacts, fact, truth);
  }

  private get beliefs(): Beliefs {
    return this.around.beliefs ?? noBeliefs;
  }

  /** When the kubelet looks at its containers next. */
  get nextLookMs(): number {
    return nextRelistMs(this.around.nowMs, this.around.looksAtMs);
  }

  get reaction(): Reaction {
    const { life, moves, writes, later, disks } = this;
    return { life, moves, writes, later, ...(disks && { disks }) };
  }

  /** The files of a PersistentVolume, as this step has left them. */
  disk(uid: string): readonly string[] {
    return this.disks?.[uid] ?? this.around.disk(uid);
  }

  setDisk(uid: string, files: readonly string[]): void {
    this.disks = { ...this.disks, [uid]: files };
  }

  set(change: Partial<PodLife>): void {
    Object.assign(this.next, change);
  }

  container(name: string): ContainerLife {
    return this.life.containers[name] ?? newContainer;
  }

  specOf(name: string): Container {
    const one = this.known.byName.get(name);
    if (!one) throw new Error(`the Pod ${this.pod.metadata.name} has no container ${name}`);
    return one.container;
  }

  setContainer(name: string, change: Partial<ContainerLife>): void {
    const containers = { ...this.life.containers, [name]: { ...this.container(name), ...change } };
    this.set({ containers });
  }

  /** Tells a container's machine. */
  tell(name: string, message: ContainerMessage): void {
    const { state, context } = this.container(name);
    const from = snapshotIn(containerSnapshots, state, context, () =>
      containerMachine.resolveState({ value: state as never, context }),
    );
    const [next] = containerStep(from, message);
    this.setContainer(name, {
      state: next.value as ContainerState,
      context: next.context as ContainerContext,
    });
  }

  probe(name: string, kind: ProbeKind): ProbeLife | undefined {
    return this.life.probes[`${name} ${kind}`];
  }

  setProbe(name: string, kind: ProbeKind, change: Partial<ProbeLife>): void {
    const key = `${name} ${kind}`;
    const old = this.life.probes[key];
    if (!old) throw new Error(`the container ${name} has no ${kind} probe`);
    this.set({ probes: { ...this.life.probes, [key]: { ...old, ...change } } });
  }

  /** Tells a probe's machine. */
  tellProbe(name: string, kind: ProbeKind, message: ProbeMessage): void {
    const old = this.probe(name, kind);
    if (!old) return;
    const { machine, step, snapshots } = chartOf(probeMachine, this.beliefs);
    const from = snapshotIn(snapshots, old.state, old.context, () =>
      machine.resolveState({ value: old.state as never, context: old.context }),
    );
    const [next] = step(from, message);
    this.setProbe(name, kind, {
      state: next.value as ProbeState,
      context: next.context as ProbeContext,
    });
  }

  /** Tells the Pod's machine. */
  move(type: PodEvent, facts: PodFacts): void {
    const from = this.life.state;
    const { to, guard } = wayOf(from, type, facts, this.beliefs);
    if (to === from) return;
    this.moves.push({ from, to, guard });
    this.set({ state: to });
  }

  /** An Event about the Pod, or about one of its containers. */
  say(container: string | undefined, type: 'Normal' | 'Warning', reason: string, message: string): void {
    if (this.around.isSilent) return;
    const fieldPath = container && this.known.byName.get(container)?.field;
    this.writes.push({ do: 'event', on: this.pod, ...(fieldPath && { fieldPath }), type, reason, message });
  }

  after(afterMs: number, message: KubeletMessage): void {
    this.later.push({ afterMs: Math.max(0, Math.round(afterMs)), message });
  }

  between([from, to]: readonly [number, number]): number {
    return this.around.chance.between(from, to);
  }
}
