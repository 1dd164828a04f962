import type { Amounts } from '../../command';
import { keyOf } from '../../keys';
import type { MetricSpec, MetricStatus, MetricTarget, Pod } from '../../objects';
import { milliValue, quantityOfMilli } from '../../quantity';
import { selectorAsGo } from '../../selector';
import type { Outside, Usage } from '../controller';
import {
  type Calculated,
  type PodMetric,
  type Proposal,
  replicasByAverage,
  replicasByUtilization,
  type Sample,
} from './replica-calculator';

/**
 * What each metric of an HPA asks for, and what all of them together do.
 * Models computeReplicasForMetrics, computeStatusFor… of pkg/controller/podautoscaler/horizontal.go and
 * metrics/client.go (v1.37). A metrics-server measures Pods; nothing serves custom and external metrics here, so Pods,
 * Object and External metrics fail as they do in a cluster without an adapter.
 */
export interface Measure extends Omit<Sample, 'metrics' | 'resource' | 'container'> {
  readonly namespace: string;
  readonly outside: Outside;
}

/** A metrics-server measures each Pod anew after so long, over so long. */
const resolutionMs = 15_000;

export interface Failure {
  /** Of the Event and of the condition ScalingActive. */
  readonly reason: string;
  readonly error: string;
  /** The error with what was tried in front of it. */
  readonly inFull: string;
}

export type Result =
  | {
      readonly ok: true;
      readonly replicas: number;
      /** The metric in words: `cpu resource utilization (percentage of request)`. */
      readonly name: string;
      readonly status: MetricStatus;
    }
  | ({ readonly ok: false } & Failure);

export interface Together {
  /** Undefined when nothing can be decided. */
  readonly replicas?: number;
  readonly name: string;
  readonly statuses: readonly MetricStatus[];
  readonly failures: readonly Failure[];
  /** The first failure with how many there were. */
  readonly error?: string;
}

/** The value stands as it was measured, and is measured again and again. */
const measuredAt = ({ atMs }: Usage, nowMs: number): number =>
  atMs + Math.floor((nowMs - atMs) / resolutionMs) * resolutionMs;

/** What the metrics API says of the Pods, or of one container of each, where that is known. Source: GetResourceMetric. */
function resourceMetrics(
  { pods, outside, nowMs }: Measure,
  resource: string,
  container: string | undefined,
): Calculated<Map<string, PodMetric>> {
  const unable = `unable to get metrics for resource ${resource}`;
  if (!outside.hasMetricsApi)
    return {
      ok: false,
      error: `${unable}: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)`,
    };
  const amountsOf = ({ spec }: Pod, usage: Usage): Amounts | undefined => {
    if (container === undefined) return usage;
    const isAlone = spec.containers.length === 1 && spec.containers[0]?.name === container;
    return usage.containers?.[container] ?? (isAlone ? usage : undefined);
  };
  const metrics = new Map<string, PodMetric>();
  let isEmpty = true;
  for (const pod of pods) {
    const usage = outside.usageOf(keyOf(pod));
    if (!usage) continue;
    isEmpty = false;
    const value = resource === 'cpu' || resource === 'memory' ? amountsOf(pod, usage)?.[resource] : undefined;
    if (value === undefined) continue;
    const atMs = measuredAt(usage, nowMs);
    metrics.set(pod.metadata.name, { milli: milliValue(value), atMs, windowMs: resolutionMs });
  }
  if (isEmpty) return { ok: false, error: `${unable}: no metrics returned from resource metrics API` };
  return { ok: true, value: metrics };
}

interface Resource {
  readonly name: string;
  readonly container?: string;
  readonly target: MetricTarget;
}

/** Source: computeStatusForResourceMetricGeneric. */
function proposalFor(measure: Measure, { name, container, target }: Resource): Calculated<Proposal> {
  const { averageValue, averageUtilization } = target;
  if (averageValue === undefined && averageUtilization === undefined) {
    const error =
      'invalid resource metric source: neither an average utilization target nor an average value (usage) target was set';
    return { ok: false, error };
  }
  const what = averageValue === undefined ? 'utilization' : 'usage';
  const metrics = resourceMetrics(measure, name, container);
  if (!metrics.ok) return { ok: false, error: `failed to get ${name} ${what}: ${metrics.error}` };
  const sample = { ...measure, metrics: metrics.value, resource: name, ...(container && { container }) };
  const proposal =
    averageValue === undefined
      ? replicasByUtilization(sample, averageUtilization ?? 0)
      : replicasByAverage(sample, milliValue(averageValue));
  return proposal.ok ? proposal : { ok: false, error: `failed to get ${name} ${what}: ${proposal.error}` };
}

function byResource(
  measure: Measure,
  spec: Resource,
  words: { readonly reason: string; readonly tried: string; readonly kind: string },
): Result {
  const proposal = proposalFor(measure, spec);
  if (!proposal.ok)
    return {
      ok: false,
      reason: words.reason,
      error: proposal.error,
      inFull: `failed to get ${words.tried} metric value: ${proposal.error}`,
    };
  const { replicas, utilization, averageMilli } = proposal.value;
  const current = {
    ...(utilization !== undefined && { averageUtilization: utilization }),
    averageValue: quantityOfMilli(averageMilli, spec.name === 'memory' ? 'BinarySI' : 'DecimalSI'),
  };
  const isPercent = utilization !== undefined;
  return {
    ok: true,
    replicas,
    name: isPercent
      ? `${spec.name} ${words.kind} utilization (percentage of request)`
      : `${spec.name} resource`,
    status: spec.container
      ? {
          type: 'ContainerResource',
          containerResource: { name: spec.name, container: spec.container, current },
        }
      : { type: 'Resource', resource: { name: spec.name, current } },
  };
}

const noCustomMetrics =
  'unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) registered';

/** Where no adapter serves a metric: the error, and the same with what was tried. */
function unserved({ namespace }: Measure, spec: MetricSpec): Result {
  if (spec.pods) {
    const error = `unable to get metric ${spec.pods.metric.name}: ${noCustomMetrics}`;
    const inFull = `failed to get pods metric value: ${error}`;
    return { ok: false, reason: 'FailedGetPodsMetric', error, inFull };
  }
  if (spec.object) {
    const { metric, describedObject: of, target } = spec.object;
    const error = `unable to get metric ${metric.name} on ${of.kind} ${namespace}/${of.name}: ${noCustomMetrics}`;
    const isAverage = target.type === 'AverageValue' && target.averageValue !== undefined;
    const tried = isAverage ? `failed to get ${metric.name} object metric: ${error}` : error;
    const inFull = `failed to get object metric value: ${tried}`;
    return { ok: false, reason: 'FailedGetObjectMetric', error, inFull };
  }
  const of = spec.external?.metric.name ?? '';
  const selector = selectorAsGo(spec.external?.metric.selector);
  const error = `unable to get external metric ${namespace}/${of}/${selector}: unable to fetch metrics from external metrics API: the server could not find the requested resource (get ${of}.external.metrics.k8s.io)`;
  const isTotal = spec.external?.target.averageValue === undefined;
  const tried = isTotal ? `external metric ${of}` : `${of} external metric`;
  const inFull = `failed to get ${of} external metric value: failed to get ${tried}: ${error}`;
  return { ok: false, reason: 'FailedGetExternalMetric', error, inFull };
}

/** Source: computeReplicasForMetric. */
export function replicasForMetric(measure: Measure, spec: MetricSpec): Result {
  const { resource, containerResource } = spec;
  if (resource)
    return byResource(measure, resource, {
      reason: 'FailedGetResourceMetric',
      tried: `${resource.name} resource`,
      kind: 'resource',
    });
  if (containerResource)
    return byResource(measure, containerResource, {
      reason: 'FailedGetContainerResourceMetric',
      tried: `${containerResource.container} container`,
      kind: 'container resource',
    });
  return unserved(measure, spec);
}

/**
 * The highest proposal decides. Metrics that fail are overlooked, unless all do or the others would scale down.
 * Source: computeReplicasForMetrics.
 */
export function replicasForMetrics(measure: Measure, specs: readonly MetricSpec[]): Together {
  const results = specs.map((spec) => replicasForMetric(measure, spec));
  const failures = results.flatMap((result) => (result.ok ? [] : [result]));
  const statuses = results.map((result): MetricStatus => (result.ok ? result.status : { type: '' }));
  let highest: { readonly replicas: number; readonly name: string } = { replicas: 0, name: '' };
  for (const result of results)
    if (result.ok && (highest.replicas === 0 || result.replicas > highest.replicas)) highest = result;
  const { replicas, name } = highest;
  const [first] = failures;
  const isUndecided =
    failures.length >= specs.length || (failures.length > 0 && replicas < measure.currentReplicas);
  return {
    ...(!isUndecided && { replicas }),
    name,
    statuses,
    failures,
    ...(first && {
      error: `invalid metrics (${failures.length} invalid out of ${specs.length}), first error is: ${first.inFull}`,
    }),
  };
}
