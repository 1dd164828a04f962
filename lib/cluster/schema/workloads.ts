/**
 * Structs of the API, for everything else that the cluster serves: a struct's name, then its fields with their types. `[]` is a list of, `{}` a map to.
 * Source: the OpenAPI description of Kubernetes v1.36, as facts; v1.37's additions that recordings show are added.
 */
export const workloads = `
ReplicationController
  apiVersion string, kind string, metadata ObjectMeta, spec ReplicationControllerSpec,
  status ReplicationControllerStatus
ReplicationControllerSpec
  minReadySeconds int32, replicas int32, selector {}string, template PodTemplateSpec
ReplicationControllerStatus
  availableReplicas int32, conditions []ReplicationControllerCondition, fullyLabeledReplicas int32,
  observedGeneration int64, readyReplicas int32, replicas int32
ReplicationControllerCondition
  lastTransitionTime Time, message string, reason string, status string, type string
ReplicaSet
  apiVersion string, kind string, metadata ObjectMeta, spec ReplicaSetSpec, status ReplicaSetStatus
ReplicaSetSpec
  minReadySeconds int32, replicas int32, selector LabelSelector, template PodTemplateSpec
ReplicaSetStatus
  availableReplicas int32, conditions []ReplicaSetCondition, fullyLabeledReplicas int32,
  observedGeneration int64, readyReplicas int32, replicas int32, terminatingReplicas int32
ReplicaSetCondition
  lastTransitionTime Time, message string, reason string, status string, type string
Deployment
  apiVersion string, kind string, metadata ObjectMeta, spec DeploymentSpec, status DeploymentStatus
DeploymentSpec
  minReadySeconds int32, paused bool, progressDeadlineSeconds int32, replicas int32,
  revisionHistoryLimit int32, selector LabelSelector, strategy DeploymentStrategy,
  template PodTemplateSpec
DeploymentStrategy
  rollingUpdate RollingUpdateDeployment, type string
RollingUpdateDeployment
  maxSurge IntOrString, maxUnavailable IntOrString
DeploymentStatus
  availableReplicas int32, collisionCount int32, conditions []DeploymentCondition,
  observedGeneration int64, readyReplicas int32, replicas int32, terminatingReplicas int32,
  unavailableReplicas int32, updatedReplicas int32
DeploymentCondition
  lastTransitionTime Time, lastUpdateTime Time, message string, reason string, status string, type string
StatefulSet
  apiVersion string, kind string, metadata ObjectMeta, spec StatefulSetSpec, status StatefulSetStatus
StatefulSetSpec
  minReadySeconds int32, ordinals StatefulSetOrdinals,
  persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy,
  podManagementPolicy string, replicas int32, revisionHistoryLimit int32, selector LabelSelector,
  serviceName string, template PodTemplateSpec, updateStrategy StatefulSetUpdateStrategy,
  volumeClaimTemplates []PersistentVolumeClaim
StatefulSetOrdinals
  start int32
StatefulSetPersistentVolumeClaimRetentionPolicy
  whenDeleted string, whenScaled string
StatefulSetUpdateStrategy
  rollingUpdate RollingUpdateStatefulSetStrategy, type string
RollingUpdateStatefulSetStrategy
  maxUnavailable IntOrString, partition int32
PersistentVolumeClaim
  apiVersion string, kind string, metadata ObjectMeta, spec PersistentVolumeClaimSpec,
  status PersistentVolumeClaimStatus
PersistentVolumeClaimStatus
  accessModes []string, allocatedResourceStatuses {}string, allocatedResources {}Quantity,
  capacity {}Quantity, conditions []PersistentVolumeClaimCondition,
  currentVolumeAttributesClassName string, modifyVolumeStatus ModifyVolumeStatus, phase string
PersistentVolumeClaimCondition
  lastProbeTime Time, lastTransitionTime Time, message string, reason string, status string, type string
ModifyVolumeStatus
  status string, targetVolumeAttributesClassName string
StatefulSetStatus
  availableReplicas int32, collisionCount int32, conditions []StatefulSetCondition, currentReplicas int32,
  currentRevision string, observedGeneration int64, readyReplicas int32, replicas int32,
  updateRevision string, updatedReplicas int32
StatefulSetCondition
  lastTransitionTime Time, message string, reason string, status string, type string
DaemonSet
  apiVersion string, kind string, metadata ObjectMeta, spec DaemonSetSpec, status DaemonSetStatus
DaemonSetSpec
  minReadySeconds int32, revisionHistoryLimit int32, selector LabelSelector, template PodTemplateSpec,
  updateStrategy DaemonSetUpdateStrategy
DaemonSetUpdateStrategy
  rollingUpdate RollingUpdateDaemonSet, type string
RollingUpdateDaemonSet
  maxSurge IntOrString, maxUnavailable IntOrString
DaemonSetStatus
  collisionCount int32, conditions []DaemonSetCondition, currentNumberScheduled int32,
  desiredNumberScheduled int32, numberAvailable int32, numberMisscheduled int32, numberReady int32,
  numberUnavailable int32, observedGeneration int64, updatedNumberScheduled int32
DaemonSetCondition
  lastTransitionTime Time, message string, reason string, status string, type string
ControllerRevision
  apiVersion string, data any, kind string, metadata ObjectMeta, revision int64
Job
  apiVersion string, kind string, metadata ObjectMeta, spec JobSpec, status JobStatus
JobSpec
  activeDeadlineSeconds int64, backoffLimit int32, backoffLimitPerIndex int32, completionMode string,
  completions int32, managedBy string, manualSelector bool, maxFailedIndexes int32, parallelism int32,
  podFailurePolicy PodFailurePolicy, podReplacementPolicy string, selector LabelSelector,
  successPolicy SuccessPolicy, suspend bool, template PodTemplateSpec, ttlSecondsAfterFinished int32
PodFailurePolicy
  rules []PodFailurePolicyRule
PodFailurePolicyRule
  action string, onExitCodes PodFailurePolicyOnExitCodesRequirement,
  onPodConditions []PodFailurePolicyOnPodConditionsPattern
PodFailurePolicyOnExitCodesRequirement
  containerName string, operator string, values []int32
PodFailurePolicyOnPodConditionsPattern
  status string, type string
SuccessPolicy
  rules []SuccessPolicyRule
SuccessPolicyRule
  succeededCount int32, succeededIndexes string
JobStatus
  active int32, completedIndexes string, completionTime Time, conditions []JobCondition, failed int32,
  failedIndexes string, ready int32, startTime Time, succeeded int32, terminating int32,
  uncountedTerminatedPods UncountedTerminatedPods
JobCondition
  lastProbeTime Time, lastTransitionTime Time, message string, reason string, status string, type string
UncountedTerminatedPods
  failed []string, succeeded []string
CronJob
  apiVersion string, kind string, metadata ObjectMeta, spec CronJobSpec, status CronJobStatus
CronJobSpec
  concurrencyPolicy string, failedJobsHistoryLimit int32, jobTemplate JobTemplateSpec, schedule string,
  startingDeadlineSeconds int64, successfulJobsHistoryLimit int32, suspend bool, timeZone string
JobTemplateSpec
  metadata ObjectMeta, spec JobSpec
CronJobStatus
  active []ObjectReference, lastScheduleTime Time, lastSuccessfulTime Time
HorizontalPodAutoscaler
  apiVersion string, kind string, metadata ObjectMeta, spec HorizontalPodAutoscalerSpec,
  status HorizontalPodAutoscalerStatus
HorizontalPodAutoscalerSpec
  behavior HorizontalPodAutoscalerBehavior, maxReplicas int32, metrics []MetricSpec, minReplicas int32,
  scaleTargetRef CrossVersionObjectReference
HorizontalPodAutoscaler@autoscaling/v1
  apiVersion string, kind string, metadata ObjectMeta, spec HorizontalPodAutoscalerSpec@autoscaling/v1,
  status HorizontalPodAutoscalerStatus@autoscaling/v1
HorizontalPodAutoscalerSpec@autoscaling/v1
  maxReplicas int32, minReplicas int32, scaleTargetRef CrossVersionObjectReference,
  targetCPUUtilizationPercentage int32
HorizontalPodAutoscalerStatus@autoscaling/v1
  currentCPUUtilizationPercentage int32, currentReplicas int32, desiredReplicas int32, lastScaleTime Time,
  observedGeneration int64
HorizontalPodAutoscalerBehavior
  scaleDown HPAScalingRules, scaleUp HPAScalingRules
HPAScalingRules
  policies []HPAScalingPolicy, selectPolicy string, stabilizationWindowSeconds int32, tolerance Quantity
HPAScalingPolicy
  periodSeconds int32, type string, value int32
MetricSpec
  containerResource ContainerResourceMetricSource, external ExternalMetricSource,
  object ObjectMetricSource, pods PodsMetricSource, resource ResourceMetricSource, type string
ContainerResourceMetricSource
  container string, name string, target MetricTarget
MetricTarget
  averageUtilization int32, averageValue Quantity, type string, value Quantity
ExternalMetricSource
  metric MetricIdentifier, target MetricTarget
MetricIdentifier
  name string, selector LabelSelector
ObjectMetricSource
  describedObject CrossVersionObjectReference, metric MetricIdentifier, target MetricTarget
CrossVersionObjectReference
  apiVersion string, kind string, name string
PodsMetricSource
  metric MetricIdentifier, target MetricTarget
ResourceMetricSource
  name string, target MetricTarget
HorizontalPodAutoscalerStatus
  conditions []HorizontalPodAutoscalerCondition, currentMetrics []MetricStatus, currentReplicas int32,
  desiredReplicas int32, lastScaleTime Time, observedGeneration int64
HorizontalPodAutoscalerCondition
  lastTransitionTime Time, message string, reason string, status string, type string
MetricStatus
  containerResource ContainerResourceMetricStatus, external ExternalMetricStatus,
  object ObjectMetricStatus, pods PodsMetricStatus, resource ResourceMetricStatus, type string
ContainerResourceMetricStatus
  container string, current MetricValueStatus, name string
MetricValueStatus
  averageUtilization int32, averageValue Quantity, value Quantity
ExternalMetricStatus
  current MetricValueStatus, metric MetricIdentifier
ObjectMetricStatus
  current MetricValueStatus, describedObject CrossVersionObjectReference, metric MetricIdentifier
PodsMetricStatus
  current MetricValueStatus, metric MetricIdentifier
ResourceMetricStatus
  current MetricValueStatus, name string
PodDisruptionBudget
  apiVersion string, kind string, metadata ObjectMeta, spec PodDisruptionBudgetSpec,
  status PodDisruptionBudgetStatus
PodDisruptionBudgetSpec
  maxUnavailable IntOrString, minAvailable IntOrString, selector LabelSelector,
  unhealthyPodEvictionPolicy string
PodDisruptionBudgetStatus
  conditions []Condition, currentHealthy int32, desiredHealthy int32, disruptedPods {}Time,
  disruptionsAllowed int32, expectedPods int32, observedGeneration int64
Service
  apiVersion string, kind string, metadata ObjectMeta, spec ServiceSpec, status ServiceStatus
ServiceSpec
  allocateLoadBalancerNodePorts bool, clusterIP string, clusterIPs []string, externalIPs []string,
  externalName string, externalTrafficPolicy string, healthCheckNodePort int32,
  internalTrafficPolicy string, ipFamilies []string, ipFamilyPolicy string, loadBalancerClass string,
  loadBalancerIP string, loadBalancerSourceRanges []string, ports []ServicePort,
  publishNotReadyAddresses bool, selector {}string, sessionAffinity string,
  sessionAffinityConfig SessionAffinityConfig, trafficDistribution string, type string
ServicePort
  appProtocol string, name string, nodePort int32, port int32, protocol string, targetPort IntOrString
SessionAffinityConfig
  clientIP ClientIPConfig
ClientIPConfig
  timeoutSeconds int32
ServiceStatus
  conditions []Condition, loadBalancer LoadBalancerStatus
LoadBalancerStatus
  ingress []LoadBalancerIngress
LoadBalancerIngress
  hostname string, ip string, ipMode string, ports []PortStatus
PortStatus
  error string, port int32, protocol string
EndpointSlice
  addressType string, apiVersion string, endpoints []Endpoint, kind string, metadata ObjectMeta,
  ports []EndpointPort
Endpoint
  addresses []string, conditions EndpointConditions, deprecatedTopology {}string, hints EndpointHints,
  hostname string, nodeName string, targetRef ObjectReference, zone string
EndpointConditions
  ready bool, serving bool, terminating bool
EndpointHints
  forNodes []ForNode, forZones []ForZone
ForNode
  name string
ForZone
  name string
EndpointPort
  appProtocol string, name string, port int32, protocol string
PersistentVolume
  apiVersion string, kind string, metadata ObjectMeta, spec PersistentVolumeSpec,
  status PersistentVolumeStatus
PersistentVolumeStatus
  lastPhaseTransitionTime Time, message string, phase string, reason string
StorageClass
  allowVolumeExpansion bool, allowedTopologies []TopologySelectorTerm, apiVersion string, kind string,
  metadata ObjectMeta, mountOptions []string, parameters {}string, provisioner string,
  reclaimPolicy string, volumeBindingMode string
PriorityClass
  apiVersion string, description string, globalDefault bool, kind string, metadata ObjectMeta,
  preemptionPolicy string, value int32
TopologySelectorTerm
  matchLabelExpressions []TopologySelectorLabelRequirement
TopologySelectorLabelRequirement
  key string, values []string
Node
  apiVersion string, kind string, metadata ObjectMeta, spec NodeSpec, status NodeStatus
NodeSpec
  configSource NodeConfigSource, externalID string, podCIDR string, podCIDRs []string, providerID string,
  taints []Taint, unschedulable bool
NodeConfigSource
  configMap ConfigMapNodeConfigSource
ConfigMapNodeConfigSource
  kubeletConfigKey string, name string, namespace string, resourceVersion string, uid string
Taint
  effect string, key string, timeAdded Time, value string
NodeStatus
  addresses []NodeAddress, allocatable {}Quantity, capacity {}Quantity, conditions []NodeCondition,
  config NodeConfigStatus, daemonEndpoints NodeDaemonEndpoints, declaredFeatures []string,
  features NodeFeatures, images []ContainerImage, nodeInfo NodeSystemInfo, phase string,
  runtimeHandlers []NodeRuntimeHandler, volumesAttached []AttachedVolume, volumesInUse []string
NodeAddress
  address string, type string
NodeCondition
  lastHeartbeatTime Time, lastTransitionTime Time, message string, reason string, status string,
  type string
NodeConfigStatus
  active NodeConfigSource, assigned NodeConfigSource, error string, lastKnownGood NodeConfigSource
NodeDaemonEndpoints
  kubeletEndpoint DaemonEndpoint
DaemonEndpoint
  Port int32
NodeFeatures
  supplementalGroupsPolicy bool
ContainerImage
  names []string, sizeBytes int64
NodeSystemInfo
  architecture string, bootID string, containerRuntimeVersion string, kernelVersion string,
  kubeProxyVersion string, kubeletVersion string, machineID string, operatingSystem string, osImage string,
  swap NodeSwapStatus, systemUUID string
NodeSwapStatus
  capacity int64
NodeRuntimeHandler
  features NodeRuntimeHandlerFeatures, name string
NodeRuntimeHandlerFeatures
  recursiveReadOnlyMounts bool, userNamespaces bool
AttachedVolume
  devicePath string, name string
Namespace
  apiVersion string, kind string, metadata ObjectMeta, spec NamespaceSpec, status NamespaceStatus
NamespaceSpec
  finalizers []string
NamespaceStatus
  conditions []NamespaceCondition, phase string
NamespaceCondition
  lastTransitionTime Time, message string, reason string, status string, type string
Event
  action string, apiVersion string, count int32, eventTime MicroTime, firstTimestamp Time,
  involvedObject ObjectReference, kind string, lastTimestamp Time, message string, metadata ObjectMeta,
  reason string, related ObjectReference, reportingComponent string, reportingInstance string,
  series EventSeries, source EventSource, type string
EventSeries
  count int32, lastObservedTime MicroTime
EventSource
  component string, host string
`;
