import { withCondition } from '../../api/conditions';
import { isSame } from '../../api/merge';
import type { Condition, HorizontalPodAutoscaler, HorizontalPodAutoscalerStatus } from '../../objects';
import { selectorText } from '../../selector';
import { timestamp } from '../../time';
import type { Observed } from './observed';

/**
 * The status that one look leaves. Models setStatus, setCondition and the conditions of reconcileAutoscaler in
 * pkg/controller/podautoscaler/horizontal.go (v1.37). Leaves out: ScaledToZero=True, which only metrics that nothing
 * serves here can bring about.
 */
type Set = Omit<Condition, 'lastTransitionTime'>;

const condition = (type: string, status: 'True' | 'False', reason: string, message: string): Set => ({
  type,
  status,
  reason,
  message,
});

/** `pods by selector … are controlled by more than one HPA`: two of them are named. Source: validateAndParseSelector. */
export function ambiguity({ scale, rivals }: Observed): string {
  const named = rivals.slice(0, 2).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  const selector = scale ? selectorText(scale.status.selector) : '';
  return `pods by selector ${selector} are controlled by more than one HPA (e.g. [${named.join(' ')}])`;
}

/** ScalingActive, where the metrics were asked or are not to be. */
function active(observed: Observed): Set[] {
  const { metrics, currentReplicas, rivals } = observed;
  const set = (...rest: ['True' | 'False', string, string]) => [condition('ScalingActive', ...rest)];
  if (currentReplicas === 0)
    return set(
      'False',
      'ScalingDisabled',
      'scaling is disabled since the replica count of the target is zero',
    );
  if (rivals.length > 1) return set('False', 'AmbiguousSelector', ambiguity(observed));
  if (!metrics) return [];
  const [failure] = metrics.failures;
  if (metrics.replicas === undefined && failure)
    return set('False', failure.reason, `the HPA was unable to compute the replica count: ${failure.error}`);
  const message = `the HPA was able to successfully calculate a replica count from ${metrics.name}`;
  return set('True', 'ValidMetricFound', message);
}

/** Every condition that is set, in the order in which it is first set. */
function conditionsSet(observed: Observed): Set[] {
  const { refusal, normalized, desiredReplicas, currentReplicas } = observed;
  if (refusal) {
    const message = `the HPA controller was unable to get the target's current scale: ${refusal.message}`;
    return [condition('AbleToScale', 'False', 'FailedGetScale', message)];
  }
  const got = "the HPA controller was able to get the target's current scale";
  const sets = [condition('AbleToScale', 'True', 'SucceededGetScale', got), ...active(observed)];
  if (normalized) {
    const { able, limit } = normalized;
    sets.push(
      condition('AbleToScale', 'True', able.reason, able.message),
      condition('ScalingLimited', limit.isLimited ? 'True' : 'False', limit.reason, limit.message),
    );
  }
  if (desiredReplicas !== currentReplicas) {
    const did = `the HPA controller was able to update the target scale to ${desiredReplicas}`;
    const not = 'the HPA controller did not scale the workload to zero';
    sets.push(
      condition('AbleToScale', 'True', 'SucceededRescale', did),
      condition('ScaledToZero', 'False', 'NotScaledToZero', not),
    );
  }
  return sets;
}

/** Whether the look came to a number: otherwise the one of the last look stands. */
const isDecided = ({ asksMetrics, normalized }: Observed): boolean => !asksMetrics || !!normalized;

export function statusOf(observed: Observed): HorizontalPodAutoscalerStatus {
  const { hpa, currentReplicas, desiredReplicas, metrics } = observed;
  const { status, metadata } = hpa;
  const now = timestamp(observed.nowMs);
  const conditions = conditionsSet(observed).reduce<readonly Condition[] | undefined>(
    (list, set) => withCondition(list, now, set),
    status.conditions,
  );
  if (observed.refusal) return { ...status, conditions };
  const lastScaleTime = desiredReplicas !== currentReplicas ? now : status.lastScaleTime;
  return {
    observedGeneration: metadata.generation,
    ...(lastScaleTime && { lastScaleTime }),
    ...(currentReplicas > 0 && { currentReplicas }),
    desiredReplicas: isDecided(observed) ? desiredReplicas : status.desiredReplicas,
    currentMetrics: metrics?.statuses ?? null,
    conditions,
  };
}

/** The HPA with its new status, or undefined when nothing changed. */
export function withStatus(observed: Observed): HorizontalPodAutoscaler | undefined {
  const status = statusOf(observed);
  return isSame(status, observed.hpa.status) ? undefined : { ...observed.hpa, status };
}
