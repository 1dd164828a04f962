import { Cluster } from '../cluster/cluster';
import type { Command } from '../cluster/command';
import type { WriteEntry } from '../cluster/journal';
import { isTerminating, kindOf } from '../cluster/keys';
import type { ContainerState, ContainerStatus, Event, Manifest, Pod } from '../cluster/objects';
import { rowOf } from '../cluster/printed/pod';
import { momentOf, timestamp } from '../cluster/time';

/** One change of what the API shows of a Pod. */
export type Moment =
  | { readonly at: number; readonly pod: string; readonly gone: true }
  | (Shown & { readonly at: number; readonly pod: string; readonly gone?: undefined });

export interface Shown {
  readonly phase: string;
  readonly reason?: string;
  readonly message?: string;
  readonly terminating?: boolean;
  readonly grace?: number;
  readonly qos?: string;
  readonly conditions: Readonly<Record<string, string>>;
  readonly init?: readonly object[];
  readonly containers?: readonly object[];
  readonly row: { readonly READY: string; readonly STATUS: string; readonly RESTARTS: string };
}

export interface PodEvent {
  readonly reason: string;
  readonly type: string;
  readonly on: string;
  readonly field?: string;
  readonly count: number;
  readonly first: number;
  readonly says: string;
  readonly by: string;
}

export interface LifeStep {
  readonly apply?: Manifest;
  readonly wait?: number;
  /** The Pod's name, with its grace period in seconds if one was asked for. */
  readonly delete?: string;
  readonly grace?: number;
  readonly exec?: readonly [string, string, ...string[]];
  readonly gate?: { readonly type: string; readonly status: 'True' | 'False' | 'Unknown' };
}

/** A recording of one Pod's life on a real kubelet, in seconds: the form of conformance `pods/`. */
export interface LifeRecording {
  readonly name: string;
  readonly says?: string;
  readonly steps: readonly { readonly at: number; readonly do: LifeStep }[];
  readonly timeline: readonly Moment[];
  readonly events: readonly PodEvent[];
  readonly eventsVary?: boolean;
  readonly rowsVary?: boolean;
}

const seed = 1;
const nodes = [{ name: 'real-1', cpu: '2', memory: '24Gi' }];

/** All that is read of a recording: what it says happened is never an input. */
export type LifeSteps = Pick<LifeRecording, 'name' | 'steps'>;

/** The cluster in which a life is played, with nothing in it yet. */
export const newLifeCluster = (): Cluster => new Cluster({ seed, nodes });

/** Plays the steps on the model with its own kubelet; timeline and events are what the model showed. */
export function playLifeOn(cluster: Cluster, life: LifeSteps): LifeRecording {
  const pods: string[] = [];
  for (const { at, do: step } of life.steps) {
    cluster.run(Math.max(cluster.nowMs, Math.round(at * 1000)));
    if (step.apply?.kind === 'Pod') pods.push(String(step.apply.metadata.name));
    const command = commandOf(cluster, step, pods.at(-1) ?? '');
    if (command) cluster.do(command);
    if (step.wait !== undefined) cluster.run(Math.round((at + step.wait) * 1000));
  }
  const writes = cluster.journal.filter((entry): entry is WriteEntry => entry.type === 'write');
  return { ...life, timeline: timelineOf(writes), events: eventsOf(cluster) };
}

function commandOf(cluster: Cluster, step: LifeStep, pod: string): Command | undefined {
  if (step.apply) return { verb: 'apply', object: step.apply };
  if (step.delete !== undefined) {
    const grace = step.grace === undefined ? {} : { gracePeriodSeconds: step.grace };
    return { verb: 'delete', kind: 'Pod', name: step.delete, ...grace };
  }
  if (step.exec) {
    const [name, container, ...command] = step.exec;
    return { verb: 'exec', pod: name, container, command };
  }
  if (step.gate) {
    const condition = { ...step.gate, lastTransitionTime: timestamp(cluster.nowMs) };
    const body = { status: { conditions: [condition] } };
    return { verb: 'patch', type: 'strategic', subresource: 'status', kind: 'Pod', name: pod, body };
  }
  if (step.wait !== undefined) return undefined;
  throw new Error(`the model has no step ${Object.keys(step).join(', ')}`);
}

function timelineOf(writes: readonly WriteEntry[]): Moment[] {
  const moments: Moment[] = [];
  const last = new Map<string, string>();
  for (const { key, after, before, atMs } of writes) {
    if (kindOf(key) !== 'Pod') continue;
    const at = atMs / 1000;
    const pod = (after ?? before)?.metadata.name ?? '';
    const shown = after && shownOf(after as Pod);
    const words = JSON.stringify(shown) ?? 'gone';
    if (words !== last.get(pod)) moments.push(shown ? { at, pod, ...shown } : { at, pod, gone: true });
    last.set(pod, words);
  }
  return moments;
}

function shownOf(pod: Pod): Shown {
  const { phase, reason, message, qosClass, conditions = [] } = pod.status;
  const { initContainerStatuses: init = [], containerStatuses: containers = [] } = pod.status;
  const { ready, status, restarts } = rowOf(pod);
  return {
    phase,
    ...(reason && { reason }),
    ...(message && { message }),
    ...(isTerminating(pod) && { terminating: true, grace: pod.metadata.deletionGracePeriodSeconds }),
    qos: qosClass,
    conditions: Object.fromEntries(conditions.map((c) => [c.type, `${c.status} ${c.reason ?? ''}`.trim()])),
    ...(init.length > 0 && { init: init.map(containerView) }),
    ...(containers.length > 0 && { containers: containers.map(containerView) }),
    row: { READY: ready, STATUS: status, RESTARTS: String(restarts) },
  };
}

const containerView = ({
  name,
  ready,
  started,
  restartCount,
  state,
  lastState,
}: ContainerStatus): object => ({
  name,
  ready,
  started,
  restarts: restartCount,
  state: stateView(state),
  ...(lastState && Object.keys(lastState).length > 0 && { last: stateView(lastState) }),
});

function stateView({ waiting, running, terminated }: ContainerState): object {
  if (waiting) return { waiting: { reason: waiting.reason } };
  if (running) return { running: {} };
  return terminated ? { terminated: { reason: terminated.reason, exitCode: terminated.exitCode } } : {};
}

function eventsOf({ reading }: Cluster): PodEvent[] {
  return reading.list<Event>('Event').flatMap((event) => {
    const { involvedObject: on, firstTimestamp } = event;
    if (on.kind !== 'Pod') return [];
    return {
      reason: event.reason,
      type: event.type,
      on: `${on.kind}/${on.name}`,
      ...(on.fieldPath && { field: on.fieldPath }),
      count: event.count,
      first: Math.floor(momentOf(firstTimestamp) / 1000),
      says: saysOf(event.message, on),
      by: event.reportingComponent,
    };
  });
}

/** A message with words for what differs from run to run: NAMESPACE, UID, POD-IP, TIME. */
const saysOf = (message: string, { name, uid }: Event['involvedObject']): string =>
  message
    .replaceAll(`default/${name}`, `NAMESPACE/${name}`)
    .replaceAll(`${name}_default(${uid})`, `${name}_NAMESPACE(UID)`)
    .replaceAll(/\b10\.244\.\d+\.\d+/g, 'POD-IP')
    .replaceAll(/\b(?:\d+h)?(?:\d+m)?\d+(?:\.\d+)?(?:ms|s)\b/g, 'TIME');
