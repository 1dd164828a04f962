import { keyOf } from '../../keys';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import { machineOf, type Rule } from '../rules';
import type { Observed } from './observed';
import { ambiguity } from './status';

/**
 * The life of a HorizontalPodAutoscaler, as a list of rules that each look asks from top to bottom.
 * Models reconcileAutoscaler in pkg/controller/podautoscaler/horizontal.go (v1.37); the status is status.ts.
 * Leaves out: FailedRescale (the scale of an object that is there can always be changed here), scaling from and to zero
 * by Object and External metrics.
 */

/** Each metric that failed says so, also when the others decide. */
const failuresSaid = (o: Observed): Write[] =>
  (o.metrics?.failures ?? []).map(({ reason, error }) => said(o.hpa, 'Warning', reason, error));

const rescale = (o: Observed): Write[] => {
  const { target, desiredReplicas } = o;
  if (!target) return [];
  return [
    ...failuresSaid(o),
    { do: 'scale', object: target, replicas: desiredReplicas },
    said(o.hpa, 'Normal', 'SuccessfulRescale', `New size: ${desiredReplicas}; reason: ${o.rescaleReason}`),
  ];
};

const aboutTarget = ({ target }: Observed, isSo: boolean): string | false =>
  isSo && target ? keyOf(target) : false;

export const horizontalpodautoscalerRules: readonly Rule<Observed>[] = [
  {
    name: 'targetHasNoScale',
    state: 'failedGetScale',
    holds: (o) => !o.scale,
    writes: (o) => [said(o.hpa, 'Warning', 'FailedGetScale', o.refusal?.message ?? '')],
  },
  {
    name: 'targetIsScaledToZero',
    state: 'scalingDisabled',
    holds: (o) => aboutTarget(o, o.currentReplicas === 0),
  },
  {
    name: 'replicasAreAboveMax',
    state: 'rescaling',
    holds: (o) => aboutTarget(o, o.currentReplicas > o.hpa.spec.maxReplicas),
    writes: rescale,
  },
  {
    name: 'replicasAreBelowMin',
    state: 'rescaling',
    holds: (o) => aboutTarget(o, o.currentReplicas < o.minReplicas),
    writes: rescale,
  },
  {
    name: 'podsHaveAnotherAutoscaler',
    state: 'ambiguousSelector',
    holds: ({ hpa, rivals }) => {
      const other = rivals.find(({ metadata }) => metadata.uid !== hpa.metadata.uid);
      return other ? keyOf(other) : false;
    },
    writes: (o) => [
      said(o.hpa, 'Warning', 'AmbiguousSelector', ambiguity(o)),
      said(o.hpa, 'Warning', 'FailedComputeMetricsReplicas', ambiguity(o)),
    ],
  },
  {
    name: 'metricsDecideNothing',
    state: 'failedGetMetrics',
    holds: (o) => o.metrics?.replicas === undefined,
    writes: (o) => [
      ...failuresSaid(o),
      said(o.hpa, 'Warning', 'FailedComputeMetricsReplicas', o.metrics?.error ?? ''),
    ],
  },
  {
    name: 'desiredIsAboveCurrent',
    state: 'rescaling',
    holds: (o) => aboutTarget(o, o.desiredReplicas > o.currentReplicas),
    writes: rescale,
  },
  {
    name: 'desiredIsBelowCurrent',
    state: 'rescaling',
    holds: (o) => aboutTarget(o, o.desiredReplicas < o.currentReplicas),
    writes: rescale,
  },
  {
    name: 'recentRecommendationsDiffer',
    state: 'stabilizing',
    holds: (o) => !!o.normalized && o.normalized.able.reason !== 'ReadyForNewScale',
    writes: failuresSaid,
  },
  {
    name: 'limitIsReached',
    state: 'limited',
    holds: (o) => o.normalized?.limit.isLimited ?? false,
    writes: failuresSaid,
  },
  { name: 'desiredMatchesCurrent', state: 'steady', holds: () => true, writes: failuresSaid },
];

export const horizontalpodautoscalerMachine = machineOf(
  'horizontalpodautoscaler',
  horizontalpodautoscalerRules,
);
