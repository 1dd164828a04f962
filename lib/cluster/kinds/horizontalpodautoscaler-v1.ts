import type { Manifest, MetricSpec } from '../objects';

interface SpecV1 {
  readonly targetCPUUtilizationPercentage?: number;
  readonly [field: string]: unknown;
}

/**
 * An autoscaling/v1 manifest as autoscaling/v2: its one target, in percent of the requested CPU, becomes the one metric.
 * Models pkg/apis/autoscaling/v1/conversion.go Convert_v1_HorizontalPodAutoscaler_To_autoscaling (v1.37).
 * Leaves out: metrics, behavior and conditions that v1 carries in annotations.
 */
export function hpaFromV1(manifest: Manifest): Manifest {
  const { targetCPUUtilizationPercentage, ...spec } = (manifest.spec ?? {}) as SpecV1;
  const metrics: MetricSpec[] | undefined =
    targetCPUUtilizationPercentage === undefined
      ? undefined
      : [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: targetCPUUtilizationPercentage },
            },
          },
        ];
  return { ...manifest, apiVersion: 'autoscaling/v2', spec: { ...spec, ...(metrics && { metrics }) } };
}
