import { Cluster } from '../cluster/cluster';
import type { Memory } from '../cluster/controllers/horizontalpodautoscaler/memory';
import { isTerminating, keyFor } from '../cluster/keys';
import type { DaemonSet, Deployment, HorizontalPodAutoscaler, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import {
  commandsOf,
  type LoadChoice,
  loadEndMs,
  lookMs,
  memoryTarget,
  minuteMs,
  momentMs,
  windowSeconds,
} from './load-choice';
import type { Scenario } from './scenario';

/** How many Pods there are at one moment, and how many are asked for. */
export interface LoadMoment {
  readonly atMs: number;
  readonly wants: number;
  readonly ready: number;
  /** There, and not Ready yet. */
  readonly starting: number;
  readonly leaving: number;
}

export interface MetricSeen {
  readonly name: 'cpu' | 'memory';
  readonly percent: number;
  readonly target: number;
}

/** One look of the HPA: what it found and what it wrote. */
export interface LoadLook {
  readonly atMs: number;
  /** The state of its machine: `rescaling`, `stabilizing`. */
  readonly state: string;
  /** Replicas as it came, and as it left. */
  readonly before: number;
  readonly after: number;
  /** Empty while nothing is known. */
  readonly metrics: readonly MetricSeen[];
  /** What the metrics ask for, before windows and limits; undefined while nothing is known. */
  readonly wish?: number;
  /** The highest wish of its window, this one among them. */
  readonly highest?: number;
  /** Reason of the condition AbleToScale: `ScaleDownStabilized`. */
  readonly able?: string;
  /** Reason of ScalingLimited where it is True: `ScaleUpLimit`, `TooManyReplicas`. */
  readonly limit?: string;
  /** What the HPA says of a metric or a target that it can't read. */
  readonly failure?: string;
}

export interface LoadRun {
  readonly moments: readonly LoadMoment[];
  readonly looks: readonly LoadLook[];
}

/** From the beginning of its period until an HPA has looked, ms. */
const lookDelayMs = 20;
const hpaKey = keyFor('HorizontalPodAutoscaler', 'default', 'web');

function wantsOf(cluster: Cluster, { kind }: LoadChoice): number {
  const target = cluster.reading.get<Deployment | DaemonSet>(keyFor(kind, 'default', 'web'));
  if (target?.kind === 'DaemonSet') return (target as DaemonSet).status?.desiredNumberScheduled ?? 0;
  return (target as Deployment | undefined)?.spec.replicas ?? 0;
}

function momentOf(cluster: Cluster, choice: LoadChoice): LoadMoment {
  const pods = cluster.reading.list<Pod>('Pod');
  const leaving = pods.filter(isTerminating).length;
  const ready = pods.filter((pod) => isReady(pod) && !isTerminating(pod)).length;
  return {
    atMs: cluster.nowMs,
    wants: wantsOf(cluster, choice),
    ready,
    starting: pods.length - leaving - ready,
    leaving,
  };
}

function metricsSeen({ status }: HorizontalPodAutoscaler, { target }: LoadChoice): MetricSeen[] {
  return (status.currentMetrics ?? []).flatMap(({ resource, containerResource }) => {
    const { name, current } = containerResource ?? resource ?? {};
    const percent = current?.averageUtilization;
    if (percent === undefined || (name !== 'cpu' && name !== 'memory')) return [];
    return [{ name, percent, target: name === 'cpu' ? target : memoryTarget }];
  });
}

/** What a look that has just been made did: its status, and what the controller keeps in its memory. */
function lookOf(cluster: Cluster, choice: LoadChoice, atMs: number, before: number): LoadLook | undefined {
  const hpa = cluster.reading.get<HorizontalPodAutoscaler>(hpaKey);
  const machine = cluster.stateOf('horizontalpodautoscaler', hpaKey);
  if (!hpa || !machine) return undefined;
  const conditions = hpa.status.conditions ?? [];
  const of = (type: string) => conditions.find((one) => one.type === type);
  const [able, active, limited] = [of('AbleToScale'), of('ScalingActive'), of('ScalingLimited')];
  const failed = [able, active].find((one) => one?.status === 'False');
  const { recommendations = [] } = (cluster.memoryOf('horizontalpodautoscaler', hpaKey) ??
    {}) as Partial<Memory>;
  const isKnown = active?.status === 'True';
  const now = recommendations.find((one) => one.atMs > atMs && one.atMs <= cluster.nowMs);
  const fromMs = (now?.atMs ?? 0) - windowSeconds[choice.descent] * 1000;
  const recent = recommendations.filter((one) => one === now || one.atMs > fromMs);
  return {
    atMs,
    state: machine.state,
    before,
    after: wantsOf(cluster, choice),
    metrics: isKnown ? metricsSeen(hpa, choice) : [],
    ...(isKnown &&
      now && { wish: now.replicas, highest: Math.max(...recent.map(({ replicas }) => replicas)) }),
    ...(able?.reason && { able: able.reason }),
    ...(isKnown && limited?.status === 'True' && limited.reason && { limit: limited.reason }),
    ...(failed?.message && { failure: failed.message }),
  };
}

/**
 * The cluster that a choice makes, played to the end of its last minute: how many Pods there are every five seconds, and each look
 * of the HPA. The same choice comes to the same run. The cluster's own machines do all of it; nothing is worked out here.
 */
export function runLoad({ seed, nodes }: Pick<Scenario, 'seed' | 'nodes'>, choice: LoadChoice): LoadRun {
  const cluster = new Cluster({
    seed,
    nodes: nodes.map((name) => ({ name })),
    metricsServer: choice.hasMetrics,
  });
  const commands = commandsOf(choice);
  const moments: LoadMoment[] = [];
  const looks: LoadLook[] = [];
  for (let atMs = 0; atMs <= loadEndMs; atMs += momentMs) {
    cluster.run(atMs);
    const before = wantsOf(cluster, choice);
    if (atMs % minuteMs === 0)
      for (const { command } of commands.filter((one) => one.atMs === atMs)) cluster.do(command);
    moments.push(momentOf(cluster, choice));
    if (atMs % lookMs !== 0) continue;
    cluster.run(atMs + lookDelayMs);
    const look = lookOf(cluster, choice, atMs, atMs === 0 ? wantsOf(cluster, choice) : before);
    if (look) looks.push(look);
  }
  return { moments, looks };
}
