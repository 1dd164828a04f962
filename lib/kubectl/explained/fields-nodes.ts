/**
 * Fields as `explain` shows them, of nodes: a struct's name, then its fields in alphabetical order with their types. No type is
 * `string`; `[]` a list of, `{}` a map to; `!` must be given; behind `=` stand the words that may be given.
 * Source: api/openapi-spec of Kubernetes v1.37.2, as facts.
 */
export const nodesFields = `
ConfigMapNodeConfigSource
  kubeletConfigKey!, name!, namespace!, resourceVersion, uid
ContainerImage
  names [], sizeBytes int
DaemonEndpoint
  Port! int
Node
  apiVersion, kind, metadata ObjectMeta, spec NodeSpec, status NodeStatus
NodeAddress
  address!, type!
NodeAllocatableMappedResources
  name!, quantity! Quantity
NodeAllocatableOverheadResources
  name!, perContainer Quantity, perPod Quantity
NodeCondition
  lastHeartbeatTime, lastTransitionTime, message, reason, status!, type!
NodeConfigSource
  configMap ConfigMapNodeConfigSource
NodeConfigStatus
  active NodeConfigSource, assigned NodeConfigSource, error, lastKnownGood NodeConfigSource
NodeDaemonEndpoints
  kubeletEndpoint DaemonEndpoint
NodeFeatures
  supplementalGroupsPolicy bool
NodePodPreemptionPolicy
  disableResizePreemption []
NodeRuntimeHandler
  features NodeRuntimeHandlerFeatures, name
NodeRuntimeHandlerFeatures
  recursiveReadOnlyMounts bool, userNamespaces bool
NodeSpec
  configSource NodeConfigSource, externalID, podCIDR, podCIDRs [],
  podPreemptionPolicy NodePodPreemptionPolicy, providerID, taints []Taint, unschedulable bool
NodeStatus
  addresses []NodeAddress, allocatable {}Quantity, capacity {}Quantity, conditions []NodeCondition,
  config NodeConfigStatus, daemonEndpoints NodeDaemonEndpoints, declaredFeatures [], features NodeFeatures,
  images []ContainerImage, nodeInfo NodeSystemInfo, phase=Pending|Running|Terminated,
  runtimeHandlers []NodeRuntimeHandler, volumesAttached []AttachedVolume, volumesInUse []
NodeSwapStatus
  capacity int
NodeSystemInfo
  architecture!, bootID!, containerRuntimeVersion!, kernelVersion!, kubeProxyVersion!, kubeletVersion!,
  machineID!, operatingSystem!, osImage!, runningInUserNamespace bool, swap NodeSwapStatus, systemUUID!
Taint
  effect!=NoExecute|NoSchedule|PreferNoSchedule, key!, timeAdded, value
`;
