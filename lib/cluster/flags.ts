/**
 * The command-line flags of kube-controller-manager that a cluster may set, with v1.37's defaults.
 * Source: cmd/kube-controller-manager/app/options.
 */
export interface Flags {
  /** --horizontal-pod-autoscaler-sync-period, seconds. */
  readonly horizontalPodAutoscalerSyncPeriodSeconds: number;
  /** --horizontal-pod-autoscaler-cpu-initialization-period, seconds. */
  readonly horizontalPodAutoscalerCpuInitializationPeriodSeconds: number;
  /** --horizontal-pod-autoscaler-initial-readiness-delay, seconds. */
  readonly horizontalPodAutoscalerInitialReadinessDelaySeconds: number;
  /** --horizontal-pod-autoscaler-downscale-stabilization, seconds. */
  readonly horizontalPodAutoscalerDownscaleStabilizationSeconds: number;
  /** --horizontal-pod-autoscaler-tolerance: this part of the target is near enough. */
  readonly horizontalPodAutoscalerTolerance: number;
  /** --node-monitor-grace-period: a node that was not heard of for so long is lost, seconds. */
  readonly nodeMonitorGracePeriodSeconds: number;
}

export const defaultFlags: Flags = {
  horizontalPodAutoscalerSyncPeriodSeconds: 15,
  horizontalPodAutoscalerCpuInitializationPeriodSeconds: 300,
  horizontalPodAutoscalerInitialReadinessDelaySeconds: 30,
  horizontalPodAutoscalerDownscaleStabilizationSeconds: 300,
  horizontalPodAutoscalerTolerance: 0.1,
  nodeMonitorGracePeriodSeconds: 50,
};
