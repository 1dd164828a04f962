import type { StateValue } from 'xstate';
import type { Write } from '../controllers/controller';
import type { Container, Pod } from '../objects';
import { stepsOf } from '../step';
import {
  type ContainerContext,
  type ContainerMessage,
  type ContainerState,
  containerMachine,
} from './container.machine';
import type {
  ContainerLife,
  KubeletAround,
  KubeletMessage,
  Later,
  Move,
  PodLife,
  ProbeKind,
  ProbeLife,
  Reaction,
} from './life';
import { type PodFacts, type PodState, podMachine } from './pod.machine';
import { type ProbeContext, type ProbeMessage, type ProbeState, probeMachine } from './probe.machine';
import { nextRelistMs } from './relist';
import { type Known, knownOf } from './spec';

const containerStep = stepsOf(containerMachine);
const probeStep = stepsOf(probeMachine);
const podStep = stepsOf(podMachine);

/** Machine states by name: a snapshot of a machine without timers is its value and its context. */
const containerSnapshot = containerMachine.resolveState({
  value: 'Waiting',
  context: { attempt: -1, startedAtMs: 0, containerID: '' },
});
const probeSnapshot = probeMachine.resolveState({ value: 'Unknown', context: { run: 0 } });
const podSnapshots = new Map<string, ReturnType<typeof podMachine.resolveState>>();

const nested = (state: string): StateValue => {
  const [outer = '', inner] = state.split('.');
  return inner ? { [outer]: inner } : outer;
};
const flat = (value: StateValue): string =>
  typeof value === 'string' ? value : Object.entries(value).flat().join('.');

function podSnapshot(state: string) {
  const known = podSnapshots.get(state);
  if (known) return known;
  const made = podMachine.resolveState({ value: nested(state) as never, context: {} });
  podSnapshots.set(state, made);
  return made;
}

const containerSnapshots = new Map<string, typeof containerSnapshot>();
const probeSnapshots = new Map<string, typeof probeSnapshot>();
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

  constructor(
    readonly pod: Pod,
    public life: PodLife,
    readonly around: KubeletAround,
  ) {
    this.known = knownOf(pod.spec);
  }

  get nowMs(): number {
    return this.around.nowMs;
  }

  /** When the kubelet looks at its containers next. */
  get nextLookMs(): number {
    return nextRelistMs(this.around.nowMs, this.around.looksAtMs);
  }

  get reaction(): Reaction {
    const { life, moves, writes, later } = this;
    return { life, moves, writes, later };
  }

  set(change: Partial<PodLife>): void {
    this.life = { ...this.life, ...change };
  }

  container(name: string): ContainerLife {
    const life = this.life.containers[name];
    if (!life) throw new Error(`the Pod ${this.pod.metadata.name} has no container ${name}`);
    return life;
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
    const from = snapshotIn(probeSnapshots, old.state, old.context, () =>
      probeMachine.resolveState({ value: old.state as never, context: old.context }),
    );
    const [next] = probeStep(from, message);
    this.setProbe(name, kind, {
      state: next.value as ProbeState,
      context: next.context as ProbeContext,
    });
  }

  /** Tells the Pod's machine. */
  move(type: 'synced' | 'deleted' | 'stopped' | 'removed', facts: PodFacts): void {
    const from = this.life.state;
    const [next, actions] = podStep(podSnapshot(from), { type, facts });
    const to = flat(next.value) as PodState;
    if (to === from) return;
    const guard = (actions[0]?.params as { guard?: string } | undefined)?.guard ?? type;
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
