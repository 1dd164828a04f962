import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec, ScalingRules } from '../objects';
import { hpaFromV1 } from './horizontalpodautoscaler-v1';
import { hpaErrors } from './horizontalpodautoscaler-validation';
import { defineKind } from './kind';

/** What an HPA without metrics measures: 80 % of the requested CPU. */
export const defaultMetrics: HorizontalPodAutoscalerSpec['metrics'] = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
];

/** At once, at most four more Pods or twice as many in 15 s, whichever is more. */
const scaleUp: ScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};

/** The window is left open: the controller's own flag says it (five minutes). */
const scaleDown: ScalingRules = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

/** Source: pkg/apis/autoscaling/v2/defaults.go SetDefaults_HorizontalPodAutoscaler (v1.37). */
const defaultedSpec = (spec: HorizontalPodAutoscalerSpec): HorizontalPodAutoscalerSpec => ({
  ...spec,
  minReplicas: spec.minReplicas ?? 1,
  metrics: spec.metrics?.length ? spec.metrics : defaultMetrics,
  ...(spec.behavior && {
    behavior: {
      scaleUp: { ...scaleUp, ...spec.behavior.scaleUp },
      scaleDown: { ...scaleDown, ...spec.behavior.scaleDown },
    },
  }),
});

/** Kept as autoscaling/v2; autoscaling/v1 is taken and converted. */
export const horizontalpodautoscaler = defineKind<HorizontalPodAutoscaler>({
  kind: 'HorizontalPodAutoscaler',
  apiVersion: 'autoscaling/v2',
  plural: 'horizontalpodautoscalers',
  alsoServed: { 'autoscaling/v1': hpaFromV1 },
  defaulted: (object) => ({
    ...object,
    spec: defaultedSpec(object.spec),
    status: object.status ?? { desiredReplicas: 0, currentMetrics: null },
  }),
  validate: ({ spec }) => hpaErrors(spec),
});
