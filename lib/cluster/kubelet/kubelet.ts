import { initialTransition, transition } from 'xstate';
import type { Chance } from '../chance';
import type { Write } from '../controllers/controller';
import type { Pod, Probe } from '../objects';
import { type PodContext, type PodMessage, podMachine } from './pod.machine';
import { probeOutput, probeSucceeds, programOf } from './program';
import { type Life, statusOf } from './status';

/** How long a node's work takes, ms. Source: the recordings of a real kubelet with containerd, conformance `pods/`. */
const takes = { startMs: [240, 360], removeSandboxMs: [300, 600], firstProbeMs: 40 } as const;

/** A Pod's machine between two messages: a value. */
export interface PodLife {
  readonly state: string;
  readonly context: PodContext;
  readonly podIP?: string;
  /** When the next probe is due, ms; absent while none is. */
  readonly probeAtMs?: number;
}

export interface Later {
  readonly afterMs: number;
  readonly message: PodMessage | { readonly type: 'probe' };
}

export interface Reaction {
  readonly life: PodLife;
  readonly from: string;
  readonly writes: readonly Write[];
  readonly later: readonly Later[];
}

export interface KubeletAround {
  readonly nowMs: number;
  readonly chance: Chance;
  readonly hostIP?: string;
  /** The next free address of the Pod's node. */
  newIP(): string;
}

type Snapshot = Parameters<typeof transition<typeof podMachine>>[1];
const flat = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : (Object.entries(value as object).map(([a, b]) => `${a}.${flat(b)}`)[0] ?? '');
const nested = (state: string): unknown => {
  const [outer, inner] = state.split('.');
  return inner ? { [outer ?? '']: inner } : outer;
};

/** A Pod has been bound to this kubelet's node. */
export function begin(pod: Pod, around: KubeletAround): Reaction {
  const [snapshot, actions] = initialTransition(podMachine);
  return react(pod, around, 'Pending', snapshot, actions, {});
}

/** The Pod's machine takes a message. */
export function take(pod: Pod, life: PodLife, message: PodMessage, around: KubeletAround): Reaction {
  const from = podMachine.resolveState({ value: nested(life.state) as never, context: life.context });
  const told = message.type === 'started' ? { ...message, nowMs: around.nowMs } : message;
  const [snapshot, actions] = transition(podMachine, from, told);
  const podIP = life.podIP ?? (message.type === 'started' ? around.newIP() : undefined);
  return react(pod, around, life.state, snapshot, actions, { podIP, probeAtMs: life.probeAtMs });
}

/** A probe is due: asks the container and tells the machine. */
export function probe(pod: Pod, life: PodLife, around: KubeletAround): Reaction {
  const found = readinessOf(pod);
  const asked: PodLife = { ...life, probeAtMs: undefined };
  if (!found || !life.state.startsWith('Running'))
    return { life: asked, from: life.state, writes: [], later: [] };
  const succeeded = !life.context.isToldToFail && probeSucceeds(found.container, found.probe);
  const thresholds = {
    success: found.probe.successThreshold ?? 1,
    failure: found.probe.failureThreshold ?? 3,
  };
  return take(pod, asked, { type: 'probed', succeeded, thresholds }, around);
}

function readinessOf(pod: Pod) {
  const container = pod.spec.containers.find((c) => c.readinessProbe);
  return container?.readinessProbe && { container, probe: container.readinessProbe };
}

function react(
  pod: Pod,
  around: KubeletAround,
  from: string,
  snapshot: Snapshot,
  actions: readonly { type: string }[],
  kept: Pick<PodLife, 'podIP' | 'probeAtMs'>,
): Reaction {
  const life: PodLife = { state: flat(snapshot.value), context: snapshot.context, ...kept };
  const writes: Write[] = [];
  const later: Later[] = [];
  for (const { type } of actions) act(type, { pod, life, around, writes, later });
  const probe = later.find(({ message }) => message.type === 'probe');
  return { life: probe ? { ...life, probeAtMs: around.nowMs + probe.afterMs } : life, from, writes, later };
}

interface Acting {
  readonly pod: Pod;
  readonly life: PodLife;
  readonly around: KubeletAround;
  readonly writes: Write[];
  readonly later: Later[];
}

/** What each named action of the Pod's machine means on a node. */
function act(action: string, acting: Acting): void {
  const { pod, life, around, writes, later } = acting;
  const say = (type: 'Normal' | 'Warning', reason: string, message: string) =>
    writes.push({ do: 'event', on: pod, type, reason, message });
  switch (action) {
    case 'startContainers':
      later.push({
        afterMs: around.chance.between(...takes.startMs),
        message: { type: 'started', nowMs: 0 },
      });
      return;
    case 'reportStatus':
      writes.push({ do: 'updateStatus', object: { ...pod, status: statusOf(pod, asLife(acting)) } });
      return;
    case 'beginProbing':
      started(acting, say);
      return;
    case 'probeAgain':
      if (isProbeOpen(pod, life) && life.probeAtMs === undefined)
        later.push({ afterMs: nextProbeInMs(pod, life, around.nowMs), message: { type: 'probe' } });
      return;
    case 'reportUnhealthy': {
      const found = readinessOf(pod);
      if (found && life.context.failures > 0) say('Warning', 'Unhealthy', probeOutput(found.probe));
      return;
    }
    case 'sendTerm':
      terminate(acting);
      for (const container of pod.spec.containers)
        say('Normal', 'Killing', `Stopping container ${container.name}`);
      return;
    case 'removeSandbox':
      later.push({
        afterMs: around.chance.between(...takes.removeSandboxMs),
        message: { type: 'sandboxRemoved' },
      });
      return;
    case 'deleteObject':
      writes.push({ do: 'delete', object: pod, gracePeriodSeconds: 0 });
  }
}

function started(
  { pod, life, around, later }: Acting,
  say: (type: 'Normal', reason: string, message: string) => void,
): void {
  for (const container of pod.spec.containers) {
    say(
      'Normal',
      'Pulled',
      `Container image "${container.image}" already present on machine and can be accessed by the pod`,
    );
    say('Normal', 'Created', 'Container created');
    say('Normal', 'Started', 'Container started');
    const { ends } = programOf(container);
    if (ends) later.push({ afterMs: ends.afterMs, message: { type: 'exited', exitCode: ends.exitCode } });
  }
  const found = readinessOf(pod);
  if (!found) later.push({ afterMs: 0, message: { type: 'readyWithoutProbe' } });
  else later.push({ afterMs: firstProbeAt(found.probe, life) - around.nowMs, message: { type: 'probe' } });
}

function terminate({ pod, later }: Acting): void {
  const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
  const endings = pod.spec.containers.map((container) => {
    const { onTerm } = programOf(container);
    return onTerm && onTerm.afterMs <= graceMs ? onTerm : { afterMs: graceMs, exitCode: 137 };
  });
  const last = endings.reduce((a, b) => (b.afterMs > a.afterMs ? b : a));
  const worst = endings.find((ending) => ending.exitCode !== 0) ?? last;
  later.push({ afterMs: last.afterMs + 50, message: { type: 'exited', exitCode: worst.exitCode } });
}

function asLife({ life, around }: Acting): Life {
  const { exitCode, startedAtMs } = life.context;
  const base = {
    nowMs: around.nowMs,
    startedAtMs,
    podIP: life.podIP,
    hostIP: around.hostIP,
    ready: life.state === 'Running.Ready',
  };
  switch (life.state) {
    case 'ContainerCreating':
      return { ...base, phase: 'Pending', container: 'creating' };
    case 'Running.NotReady':
    case 'Running.Ready':
      return { ...base, phase: 'Running', container: 'running' };
    default:
      return { ...base, phase: exitCode === 0 ? 'Succeeded' : 'Failed', container: { exitCode } };
  }
}

const firstProbeAt = (readiness: Probe, life: PodLife): number =>
  life.context.startedAtMs + (readiness.initialDelaySeconds ?? 0) * 1000 + takes.firstProbeMs;

/** A Ready Pod whose probe succeeds is not asked again until somebody makes it fail: the answer cannot change. */
const isProbeOpen = (pod: Pod, life: PodLife): boolean => {
  const found = readinessOf(pod);
  if (!found) return false;
  const succeeds = !life.context.isToldToFail && probeSucceeds(found.container, found.probe);
  return life.state !== 'Running.Ready' || !succeeds || life.context.failures > 0;
};

/** Probes stand on a grid that began with the container: the next point of it. */
function nextProbeInMs(pod: Pod, life: PodLife, nowMs: number): number {
  const readiness = readinessOf(pod)?.probe ?? {};
  const periodMs = (readiness.periodSeconds ?? 10) * 1000;
  const first = firstProbeAt(readiness, life);
  if (nowMs < first) return first - nowMs;
  return periodMs - ((nowMs - first) % periodMs);
}
