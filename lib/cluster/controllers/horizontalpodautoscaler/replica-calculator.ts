import { type Beliefs, noBeliefs } from '../../belief';
import { factsOf } from '../../believable';
import { isTerminating } from '../../keys';
import type { Pod } from '../../objects';
import { milliValue } from '../../quantity';
import { momentOf } from '../../time';

/**
 * From what Pods are measured to use to how many there should be.
 * Models pkg/controller/podautoscaler/replica_calculator.go and metrics/utilization.go (v1.37).
 * Leaves out: requests of a Pod as a whole (`spec.resources`), metrics of other objects and external ones.
 */
export interface PodMetric {
  /** Thousandths of the unit: millicores, thousandths of bytes. */
  readonly milli: number;
  readonly atMs: number;
  readonly windowMs: number;
}

/** By the Pod's name; a Pod that was not measured is absent. */
export type PodMetrics = ReadonlyMap<string, PodMetric>;

/** How far from the target, as a part of it, the measure may be without consequence. */
export interface Tolerances {
  readonly scaleDown: number;
  readonly scaleUp: number;
}

export interface Sample {
  readonly pods: readonly Pod[];
  readonly metrics: PodMetrics;
  readonly resource: string;
  /** The container that is meant; the whole Pod otherwise. */
  readonly container?: string;
  readonly currentReplicas: number;
  readonly tolerances: Tolerances;
  readonly nowMs: number;
  readonly cpuInitializationPeriodMs: number;
  readonly initialReadinessDelayMs: number;
  readonly beliefs?: Beliefs;
}

const facts = factsOf('horizontalpodautoscaler', [
  /** Holds in Kubernetes; the others don't. */
  'resultIsRoundedUp',
  'onePodComesAtATime',
  /** The measure is compared with what the Pods request, whatever the target. */
  'requestIsTheTarget',
  /** Nothing happens before the Pods use all that they request. */
  'fullUseIsWaitedFor',
]);

const is = (
  { beliefs = noBeliefs }: Sample,
  fact: (typeof facts)['names'][number],
  truth: boolean,
): boolean => beliefs.ask(facts, fact, truth);

/** From a ratio to a number of Pods, as it is or as it is believed. */
function roundedOf(sample: Sample, exact: number): number {
  const { currentReplicas } = sample;
  const rounded = is(sample, 'resultIsRoundedUp', true) ? Math.ceil(exact) : Math.floor(exact);
  return is(sample, 'onePodComesAtATime', false)
    ? Math.min(currentReplicas + 1, Math.max(currentReplicas - 1, rounded))
    : rounded;
}

export interface Proposal {
  readonly replicas: number;
  /** Percent of the requests. */
  readonly utilization?: number;
  readonly averageMilli: number;
}

export type Calculated<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: string };

const failed = (error: string): { readonly ok: false; readonly error: string } => ({ ok: false, error });

interface Groups {
  readonly readyCount: number;
  readonly unready: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
}

/** CPU of a Pod that begins says nothing yet. Later only that of a Pod which has never been Ready. Source: groupPods. */
function isWarmingUp(pod: Pod, metric: PodMetric, sample: Sample): boolean {
  const ready = pod.status.conditions?.find(({ type }) => type === 'Ready');
  if (!ready || !pod.status.startTime) return true;
  const startMs = momentOf(pod.status.startTime);
  const changedMs = ready.lastTransitionTime ? momentOf(ready.lastTransitionTime) : 0;
  const isUnready = ready.status === 'False';
  if (startMs + sample.cpuInitializationPeriodMs > sample.nowMs)
    return isUnready || metric.atMs < changedMs + metric.windowMs;
  return isUnready && startMs + sample.initialReadinessDelayMs > changedMs;
}

/** Which Pods count, which are taken to use nothing or everything, and which are left out. Source: groupPods. */
export function groupPods(sample: Sample): Groups {
  const groups = {
    readyCount: 0,
    unready: new Set<string>(),
    missing: new Set<string>(),
    ignored: new Set<string>(),
  };
  for (const pod of sample.pods) {
    const { name } = pod.metadata;
    const metric = sample.metrics.get(name);
    if (isTerminating(pod) || pod.status.phase === 'Failed') groups.ignored.add(name);
    else if (pod.status.phase === 'Pending') groups.unready.add(name);
    else if (!metric) groups.missing.add(name);
    else if (sample.resource === 'cpu' && isWarmingUp(pod, metric, sample)) groups.unready.add(name);
    else groups.readyCount++;
  }
  return groups;
}

/** What each Pod's containers ask for together, or the one that is meant. Source: calculateRequests. */
function requestsOf({ pods, container, resource }: Sample): Calculated<ReadonlyMap<string, number>> {
  const requests = new Map<string, number>();
  for (const { metadata, spec } of pods) {
    const meant = spec.containers.filter(({ name }) => container === undefined || name === container);
    if (meant.length === 0) return failed(`container ${container} not found in Pod ${metadata.name}`);
    let sum = 0;
    for (const { name, resources } of meant) {
      const request = resources?.requests?.[resource];
      if (request === undefined)
        return failed(`missing request for ${resource} in container ${name} of Pod ${metadata.name}`);
      sum += milliValue(request);
    }
    requests.set(metadata.name, sum);
  }
  return { ok: true, value: requests };
}

/** A measure of all Pods together, as a part of the target. */
interface Ratio {
  readonly ratio: number;
  readonly averageMilli: number;
  readonly utilization?: number;
}
type RatioOf = (usage: ReadonlyMap<string, number>) => Calculated<Ratio>;

const total = (usage: ReadonlyMap<string, number>): number =>
  [...usage.values()].reduce((sum, milli) => sum + milli, 0);

/** Source: GetResourceUtilizationRatio: percent are cut to whole ones. */
const utilizationRatio =
  (requests: ReadonlyMap<string, number>, targetPercent: number): RatioOf =>
  (usage) => {
    const known = new Map([...usage].filter(([name]) => requests.has(name)));
    const asked = [...known.keys()].reduce((sum, name) => sum + (requests.get(name) ?? 0), 0);
    if (asked === 0) return failed('no metrics returned matched known pods');
    const used = total(known);
    const utilization = Math.trunc((used * 100) / asked);
    return {
      ok: true,
      value: {
        ratio: utilization / targetPercent,
        utilization,
        averageMilli: Math.trunc(used / known.size),
      },
    };
  };

/** Source: GetMetricUsageRatio. */
const usageRatio =
  (targetMilli: number): RatioOf =>
  (usage) => {
    const averageMilli = Math.trunc(total(usage) / usage.size);
    return { ok: true, value: { ratio: averageMilli / targetMilli, averageMilli } };
  };

const isWithin = ({ scaleDown, scaleUp }: Tolerances, ratio: number): boolean =>
  1 - scaleDown <= ratio && ratio <= 1 + scaleUp;

/**
 * How many replicas a first measure asks for, once Pods that were not measured are taken to use what speaks against a
 * change: nothing when it goes up, `whenMissing` when it goes down. Source: the second half of GetResourceReplicas.
 */
function replicasFor(
  sample: Sample,
  groups: Groups,
  usage: Map<string, number>,
  first: Ratio,
  ratioOf: RatioOf,
  whenMissing: (name: string) => number,
): Calculated<number> {
  const { currentReplicas, tolerances } = sample;
  const { ratio } = first;
  const isUpWithUnready = groups.unready.size > 0 && ratio > 1;
  if (!isUpWithUnready && groups.missing.size === 0)
    return {
      ok: true,
      value: isWithin(tolerances, ratio) ? currentReplicas : roundedOf(sample, ratio * groups.readyCount),
    };
  if (ratio !== 1) for (const name of groups.missing) usage.set(name, ratio < 1 ? whenMissing(name) : 0);
  if (isUpWithUnready) for (const name of groups.unready) usage.set(name, 0);
  const second = ratioOf(usage);
  if (!second.ok) return second;
  const now = second.value.ratio;
  const turns = (ratio < 1 && now > 1) || (ratio > 1 && now < 1);
  if (isWithin(tolerances, now) || turns) return { ok: true, value: currentReplicas };
  const replicas = roundedOf(sample, now * usage.size);
  const goesBack = (now < 1 && replicas > currentReplicas) || (now > 1 && replicas < currentReplicas);
  return { ok: true, value: goesBack ? currentReplicas : replicas };
}

function measured(sample: Sample): Calculated<{ groups: Groups; usage: Map<string, number> }> {
  if (sample.pods.length === 0) return failed('no pods returned by selector while calculating replica count');
  const groups = groupPods(sample);
  const counted = [...sample.metrics].filter(
    ([name]) => !groups.ignored.has(name) && !groups.unready.has(name),
  );
  if (counted.length === 0)
    return failed('did not receive metrics for targeted pods (pods might be unready)');
  return { ok: true, value: { groups, usage: new Map(counted.map(([name, { milli }]) => [name, milli])) } };
}

function proposed(
  sample: Sample,
  ratioOf: RatioOf,
  whenMissing: (name: string) => number,
  { groups, usage }: { groups: Groups; usage: Map<string, number> },
): Calculated<Proposal> {
  const first = ratioOf(usage);
  if (!first.ok) return first;
  const { utilization: used = 100 } = first.value;
  if (used < 100 && is(sample, 'fullUseIsWaitedFor', false))
    return { ok: true, value: { ...first.value, replicas: sample.currentReplicas } };
  const replicas = replicasFor(sample, groups, usage, first.value, ratioOf, whenMissing);
  if (!replicas.ok) return replicas;
  const { utilization, averageMilli } = first.value;
  return {
    ok: true,
    value: { replicas: replicas.value, averageMilli, ...(utilization !== undefined && { utilization }) },
  };
}

/** By a target in percent of the requests. Source: GetResourceReplicas. */
export function replicasByUtilization(sample: Sample, targetPercent: number): Calculated<Proposal> {
  const counted = measured(sample);
  if (!counted.ok) return counted;
  const requests = requestsOf(sample);
  if (!requests.ok) return requests;
  const fallbackPercent = Math.max(100, targetPercent);
  const whenMissing = (name: string) => Math.trunc(((requests.value.get(name) ?? 0) * fallbackPercent) / 100);
  const target = is(sample, 'requestIsTheTarget', false) ? 100 : targetPercent;
  return proposed(sample, utilizationRatio(requests.value, target), whenMissing, counted.value);
}

/** By a target for the average of the Pods. Source: GetRawResourceReplicas, calcPlainMetricReplicas. */
export function replicasByAverage(sample: Sample, targetMilli: number): Calculated<Proposal> {
  const counted = measured(sample);
  if (!counted.ok) return counted;
  return proposed(sample, usageRatio(targetMilli), () => targetMilli, counted.value);
}
