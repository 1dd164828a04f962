import type { HorizontalPodAutoscalerSpec, ScalingPolicy, ScalingRules } from '../../objects';
import { type Memory, type Recommendation, remembered, type ScaleEvent } from './memory';

/**
 * From what the metrics ask for to what is done: stabilization, the limits of the behavior, minReplicas, maxReplicas.
 * Models normalizeDesiredReplicas and normalizeDesiredReplicasWithBehaviors of
 * pkg/controller/podautoscaler/horizontal.go (v1.37).
 */
export interface Wish {
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly memory: Memory;
  readonly nowMs: number;
  /** --horizontal-pod-autoscaler-downscale-stabilization, ms. */
  readonly downscaleWindowMs: number;
}

export interface Said {
  readonly reason: string;
  readonly message: string;
}

export interface Normalized {
  readonly replicas: number;
  /** AbleToScale, which is True. */
  readonly able: Said;
  /** ScalingLimited. */
  readonly limit: Said & { readonly isLimited: boolean };
  readonly recommendations: readonly Recommendation[];
}

const ready: Said = { reason: 'ReadyForNewScale', message: 'recommended size matches current size' };
const downStabilized: Said = {
  reason: 'ScaleDownStabilized',
  message: 'recent recommendations were higher than current one, applying the highest recent recommendation',
};
const upStabilized: Said = {
  reason: 'ScaleUpStabilized',
  message: 'recent recommendations were lower than current one, applying the lowest recent recommendation',
};
const withinRange: Said = {
  reason: 'DesiredWithinRange',
  message: 'the desired count is within the acceptable range',
};
const tooMany: Said = {
  reason: 'TooManyReplicas',
  message: 'the desired replica count is more than the maximum replica count',
};
const tooFew: Said = {
  reason: 'TooFewReplicas',
  message: 'the desired replica count is less than the minimum replica count',
};
const tooFastUp: Said = {
  reason: 'ScaleUpLimit',
  message: 'the desired replica count is increasing faster than the maximum scale rate',
};
const tooFastDown: Said = {
  reason: 'ScaleDownLimit',
  message: 'the desired replica count is decreasing faster than the maximum scale rate',
};

interface Limited {
  readonly replicas: number;
  readonly why: Said;
}

/** Without a behavior: twice as many at once, but always up to four. Source: convertDesiredReplicasWithRules. */
function limitedByDefault(wish: Wish, wanted: number): Limited {
  const limit = Math.max(2 * wish.currentReplicas, 4);
  const [most, why] = wish.maxReplicas > limit ? [limit, tooFastUp] : [wish.maxReplicas, tooMany];
  if (wanted < wish.minReplicas) return { replicas: wish.minReplicas, why: tooFew };
  return wanted > most ? { replicas: most, why } : { replicas: wanted, why: withinRange };
}

/** Without a behavior. Source: normalizeDesiredReplicas, stabilizeRecommendation. */
export function normalizedByDefault(wish: Wish): Normalized {
  const { recommendations } = wish.memory;
  const cutoffMs = wish.nowMs - wish.downscaleWindowMs;
  const isOld = ({ atMs }: Recommendation) => atMs < cutoffMs;
  const recent = recommendations.filter((one) => !isOld(one)).map(({ replicas }) => replicas);
  const stabilized = Math.max(wish.desiredReplicas, ...recent);
  const { replicas, why } = limitedByDefault(wish, stabilized);
  const entry = { replicas: wish.desiredReplicas, atMs: wish.nowMs };
  return {
    replicas,
    able: stabilized === wish.desiredReplicas ? ready : downStabilized,
    limit: { ...why, isLimited: replicas !== stabilized },
    recommendations: remembered(recommendations, entry, isOld),
  };
}

const changeWithin = (periodSeconds: number, events: readonly ScaleEvent[], nowMs: number): number =>
  events
    .filter(({ atMs }) => atMs > nowMs - periodSeconds * 1000)
    .reduce((sum, { change }) => sum + change, 0);

/** How far the policies let the count go from where each one's period began. Source: calculateScale{Up,Down}Limit… */
function limitOf(
  wish: Wish,
  rules: ScalingRules,
  proposal: (start: number, policy: ScalingPolicy) => number,
) {
  const { scaleUps, scaleDowns } = wish.memory;
  return (rules.policies ?? []).map((policy) => {
    const added = changeWithin(policy.periodSeconds, scaleUps, wish.nowMs);
    const removed = changeWithin(policy.periodSeconds, scaleDowns, wish.nowMs);
    return proposal(wish.currentReplicas - added + removed, policy);
  });
}

export function scaleUpLimit(wish: Wish, rules: ScalingRules): number {
  if (rules.selectPolicy === 'Disabled') return wish.currentReplicas;
  const proposals = limitOf(wish, rules, (start, { type, value }) =>
    type === 'Pods' ? start + value : Math.ceil(start * (1 + value / 100)),
  );
  return rules.selectPolicy === 'Min' ? Math.min(...proposals) : Math.max(...proposals);
}

export function scaleDownLimit(wish: Wish, rules: ScalingRules): number {
  if (rules.selectPolicy === 'Disabled') return wish.currentReplicas;
  const proposals = limitOf(wish, rules, (start, { type, value }) =>
    type === 'Pods' ? start - value : Math.trunc(start * (1 - value / 100)),
  );
  return rules.selectPolicy === 'Min' ? Math.max(...proposals) : Math.min(...proposals);
}

type Behavior = NonNullable<HorizontalPodAutoscalerSpec['behavior']>;

/** Source: convertDesiredReplicasWithBehaviorRate. */
function limitedByBehavior(wish: Wish, wanted: number, { scaleUp = {}, scaleDown = {} }: Behavior): Limited {
  const { currentReplicas: current, minReplicas, maxReplicas } = wish;
  if (wanted > current) {
    const limit = Math.max(scaleUpLimit(wish, scaleUp), current);
    const [most, why] = maxReplicas > limit ? [limit, tooFastUp] : [maxReplicas, tooMany];
    if (wanted > most) return { replicas: most, why };
  } else if (wanted < current) {
    const limit = Math.min(scaleDownLimit(wish, scaleDown), current);
    const [least, why] = minReplicas < limit ? [limit, tooFastDown] : [minReplicas, tooFew];
    if (wanted < least) return { replicas: least, why };
  }
  return { replicas: wanted, why: withinRange };
}

/** With a behavior. Source: normalizeDesiredReplicasWithBehaviors, stabilizeRecommendationWithBehaviors. */
export function normalizedByBehavior(wish: Wish, behavior: Behavior): Normalized {
  const { desiredReplicas, currentReplicas, nowMs } = wish;
  const { recommendations } = wish.memory;
  const downSeconds = behavior.scaleDown?.stabilizationWindowSeconds ?? wish.downscaleWindowMs / 1000;
  const upCutoffMs = nowMs - (behavior.scaleUp?.stabilizationWindowSeconds ?? 0) * 1000;
  const downCutoffMs = nowMs - downSeconds * 1000;
  const since = (cutoffMs: number) =>
    recommendations.filter(({ atMs }) => atMs > cutoffMs).map(({ replicas }) => replicas);
  const lowest = Math.min(desiredReplicas, ...since(upCutoffMs));
  const highest = Math.max(desiredReplicas, ...since(downCutoffMs));
  const stabilized = Math.min(Math.max(currentReplicas, lowest), highest);
  const { replicas, why } = limitedByBehavior(wish, stabilized, behavior);
  const isOld = ({ atMs }: Recommendation) => atMs < upCutoffMs && atMs < downCutoffMs;
  const entry = { replicas: desiredReplicas, atMs: nowMs };
  const held = desiredReplicas >= currentReplicas ? upStabilized : downStabilized;
  return {
    replicas,
    able: stabilized === desiredReplicas ? ready : held,
    limit: { ...why, isLimited: replicas !== stabilized },
    recommendations: remembered(recommendations, entry, isOld),
  };
}

/** The memory after a rescale: only a behavior asks for it. Source: storeScaleEvent, markScaleEventsOutdated. */
export function withScaleEvent(
  memory: Memory,
  behavior: Behavior | undefined,
  from: number,
  to: number,
  nowMs: number,
): Memory {
  if (!behavior) return memory;
  const isUp = to > from;
  const policies = (isUp ? behavior.scaleUp : behavior.scaleDown)?.policies ?? [];
  const longestSeconds = Math.max(0, ...policies.map(({ periodSeconds }) => periodSeconds));
  const isOld = ({ atMs }: ScaleEvent) => atMs < nowMs - longestSeconds * 1000;
  const entry = { change: Math.abs(to - from), atMs: nowMs };
  return isUp
    ? { ...memory, scaleUps: remembered(memory.scaleUps, entry, isOld) }
    : { ...memory, scaleDowns: remembered(memory.scaleDowns, entry, isOld) };
}
