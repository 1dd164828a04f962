import type { Pod } from '../objects';

/**
 * A node on which nobody has set up the network of Pods: its runtime finds no configuration for a CNI plugin, and the kubelet says so.
 * Models pkg/kubelet kubelet.go SyncPod, runtime.go networkErrors, nodestatus/setters.go ReadyCondition (v1.37) with containerd 2.
 * Leaves out: plugins themselves. The network is there when a Pod that mounts the directory of their configuration runs on the node, and
 * it stays when that Pod goes, as the file on the disk would.
 */
export const networkNotReady =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized';

const configurations = /^\/etc\/cni\/net\.d\/?$/;

/** Whether the Pod, once it runs, has left a configuration for the runtime. */
export const setsUpNetwork = ({ spec }: Pod): boolean =>
  (spec.volumes ?? []).some(({ hostPath }) =>
    configurations.test((hostPath as { path?: string })?.path ?? ''),
  );

/** How soon a kubelet looks again at a Pod that it could not start for want of a network, ms. Source: pod_workers.go completeWork. */
export const looksAgainAfterMs = [1000, 1500] as const;
