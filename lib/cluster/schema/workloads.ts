/**
 * Structs of the API, for what makes Pods and what leads to them: a struct's name, then its fields with their types, in the order in which Kubernetes has them.
 * No type is `string`, `[]` a list of, `{}` a map to; `!` is there even when it is empty, `*` stays when it is zero. A name
 * that is no struct's is a word of its own, `@` the struct in which the fields after it are. What no lesson looks into is `any`.
 * Source: k8s.io/api and apimachinery v0.37.2, as facts.
 */
export const workloads = `
ReplicationController
  kind, apiVersion, metadata! ObjectMeta, spec! ReplicationControllerSpec, status any
ReplicationControllerSpec
  replicas *int32, minReadySeconds int32, selector {}string, template PodTemplateSpec
ReplicaSet
  kind, apiVersion, metadata! ObjectMeta, spec! ReplicaSetSpec, status any
ReplicaSetSpec
  replicas *int32, minReadySeconds int32, selector LabelSelector, template! PodTemplateSpec
Deployment
  kind, apiVersion, metadata! ObjectMeta, spec! DeploymentSpec, status any
DeploymentSpec
  replicas *int32, selector LabelSelector, template! PodTemplateSpec, strategy! DeploymentStrategy,
  minReadySeconds int32, revisionHistoryLimit *int32, paused bool, progressDeadlineSeconds *int32
DeploymentStrategy
  type DeploymentStrategyType, rollingUpdate RollingUpdateDeployment
RollingUpdateDeployment
  maxUnavailable IntOrString, maxSurge IntOrString
StatefulSet
  kind, apiVersion, metadata! ObjectMeta, spec! StatefulSetSpec, status any
StatefulSetSpec
  replicas *int32, selector LabelSelector, template! PodTemplateSpec,
  volumeClaimTemplates []PersistentVolumeClaim, serviceName!, podManagementPolicy PodManagementPolicyType,
  updateStrategy! StatefulSetUpdateStrategy, revisionHistoryLimit *int32, minReadySeconds int32,
  persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy,
  ordinals StatefulSetOrdinals
StatefulSetUpdateStrategy
  type StatefulSetUpdateStrategyType, rollingUpdate RollingUpdateStatefulSetStrategy
StatefulSetPersistentVolumeClaimRetentionPolicy
  whenDeleted PersistentVolumeClaimRetentionPolicyType, whenScaled PersistentVolumeClaimRetentionPolicyType
StatefulSetOrdinals
  start! int32
RollingUpdateStatefulSetStrategy
  partition *int32, maxUnavailable IntOrString
DaemonSet
  kind, apiVersion, metadata! ObjectMeta, spec! DaemonSetSpec, status any
DaemonSetSpec
  selector LabelSelector, template! PodTemplateSpec, updateStrategy! DaemonSetUpdateStrategy,
  minReadySeconds int32, revisionHistoryLimit *int32
DaemonSetUpdateStrategy
  type DaemonSetUpdateStrategyType, rollingUpdate RollingUpdateDaemonSet
RollingUpdateDaemonSet
  maxUnavailable IntOrString, maxSurge IntOrString
ControllerRevision
  kind, apiVersion, metadata! ObjectMeta, data any, revision! int64
Job
  kind, apiVersion, metadata! ObjectMeta, spec! JobSpec, status any
JobSpec
  parallelism *int32, completions *int32, activeDeadlineSeconds *int64, podFailurePolicy PodFailurePolicy,
  successPolicy SuccessPolicy, backoffLimit *int32, backoffLimitPerIndex *int32, maxFailedIndexes *int32,
  selector LabelSelector, manualSelector *bool, template! PodTemplateSpec, ttlSecondsAfterFinished *int32,
  completionMode *CompletionMode, suspend *bool, podReplacementPolicy *PodReplacementPolicy, managedBy *,
  scheduling JobSchedulingConfiguration
PodFailurePolicy
  rules! []PodFailurePolicyRule
SuccessPolicy
  rules! []SuccessPolicyRule
JobSchedulingConfiguration
  schedulingPolicy WorkloadPodGroupSchedulingPolicy,
  schedulingConstraints WorkloadPodGroupSchedulingConstraints,
  disruptionMode WorkloadPodGroupDisruptionMode, resourceClaims []WorkloadPodGroupResourceClaim
PodFailurePolicyRule
  action! PodFailurePolicyAction, onExitCodes PodFailurePolicyOnExitCodesRequirement,
  onPodConditions []PodFailurePolicyOnPodConditionsPattern
SuccessPolicyRule
  succeededIndexes *, succeededCount *int32
WorkloadPodGroupSchedulingPolicy
  basic WorkloadPodGroupBasicSchedulingPolicy, gang WorkloadPodGroupGangSchedulingPolicy
WorkloadPodGroupSchedulingConstraints
  topology []TopologyConstraint
WorkloadPodGroupDisruptionMode
  single WorkloadPodGroupSingleDisruptionMode, all WorkloadPodGroupAllDisruptionMode
WorkloadPodGroupResourceClaim
  name!, resourceClaimName *, resourceClaimTemplateName *
PodFailurePolicyOnExitCodesRequirement
  containerName *, operator! PodFailurePolicyOnExitCodesOperator, values! []int32
PodFailurePolicyOnPodConditionsPattern
  type! PodConditionType, status! ConditionStatus
WorkloadPodGroupBasicSchedulingPolicy
 
WorkloadPodGroupGangSchedulingPolicy
  minCount *int32
TopologyConstraint
  key!
WorkloadPodGroupSingleDisruptionMode
 
WorkloadPodGroupAllDisruptionMode
 
CronJob
  kind, apiVersion, metadata! ObjectMeta, spec! CronJobSpec, status any
CronJobSpec
  schedule!, timeZone *, startingDeadlineSeconds *int64, concurrencyPolicy ConcurrencyPolicy, suspend *bool,
  jobTemplate! JobTemplateSpec, successfulJobsHistoryLimit *int32, failedJobsHistoryLimit *int32
JobTemplateSpec
  metadata! ObjectMeta, spec! JobSpec
HorizontalPodAutoscaler
  kind, apiVersion, metadata! ObjectMeta, spec! v2.HorizontalPodAutoscalerSpec, status any
v2.HorizontalPodAutoscalerSpec
  scaleTargetRef! v2.CrossVersionObjectReference, minReplicas *int32, maxReplicas! int32,
  metrics []v2.MetricSpec, behavior v2.HorizontalPodAutoscalerBehavior
v2.CrossVersionObjectReference
  kind!, name!, apiVersion
v2.MetricSpec
  type! v2.MetricSourceType, object v2.ObjectMetricSource, pods v2.PodsMetricSource,
  resource v2.ResourceMetricSource, containerResource v2.ContainerResourceMetricSource,
  external v2.ExternalMetricSource
v2.HorizontalPodAutoscalerBehavior
  scaleUp v2.HPAScalingRules, scaleDown v2.HPAScalingRules
v2.ObjectMetricSource
  describedObject! v2.CrossVersionObjectReference, target! v2.MetricTarget, metric! v2.MetricIdentifier
v2.PodsMetricSource
  metric! v2.MetricIdentifier, target! v2.MetricTarget
v2.ResourceMetricSource
  name! ResourceName, target! v2.MetricTarget
v2.ContainerResourceMetricSource
  name! ResourceName, target! v2.MetricTarget, container!
v2.ExternalMetricSource
  metric! v2.MetricIdentifier, target! v2.MetricTarget
v2.HPAScalingRules
  stabilizationWindowSeconds *int32, selectPolicy *v2.ScalingPolicySelect, policies []v2.HPAScalingPolicy,
  tolerance Quantity
v2.MetricTarget
  type! v2.MetricTargetType, value Quantity, averageValue Quantity, averageUtilization *int32
v2.MetricIdentifier
  name!, selector LabelSelector
v2.HPAScalingPolicy
  type! v2.HPAScalingPolicyType, value! int32, periodSeconds! int32
HorizontalPodAutoscaler@autoscaling/v1
  kind, apiVersion, metadata! ObjectMeta, spec! HorizontalPodAutoscalerSpec, status any
HorizontalPodAutoscalerSpec
  scaleTargetRef! CrossVersionObjectReference, minReplicas *int32, maxReplicas! int32,
  targetCPUUtilizationPercentage *int32
CrossVersionObjectReference
  kind!, name!, apiVersion
PodDisruptionBudget
  kind, apiVersion, metadata! ObjectMeta, spec! PodDisruptionBudgetSpec, status any
PodDisruptionBudgetSpec
  minAvailable IntOrString, selector LabelSelector, maxUnavailable IntOrString,
  unhealthyPodEvictionPolicy *UnhealthyPodEvictionPolicyType
Service
  kind, apiVersion, metadata! ObjectMeta, spec! ServiceSpec, status any
ServiceSpec
  ports []ServicePort, selector {}string, clusterIP, clusterIPs []string, type ServiceType,
  externalIPs []string, sessionAffinity ServiceAffinity, loadBalancerIP, loadBalancerSourceRanges []string,
  externalName, externalTrafficPolicy ServiceExternalTrafficPolicy, healthCheckNodePort int32,
  publishNotReadyAddresses bool, sessionAffinityConfig SessionAffinityConfig, ipFamilies []IPFamily,
  ipFamilyPolicy *IPFamilyPolicy, allocateLoadBalancerNodePorts *bool, loadBalancerClass *,
  internalTrafficPolicy *ServiceInternalTrafficPolicy, trafficDistribution *
ServicePort
  name, protocol Protocol, appProtocol *, port! int32, targetPort IntOrString, nodePort int32
SessionAffinityConfig
  clientIP ClientIPConfig
ClientIPConfig
  timeoutSeconds *int32
EndpointSlice
  kind, apiVersion, metadata! ObjectMeta, addressType! AddressType, endpoints! []Endpoint,
  ports! []EndpointPort
Endpoint
  addresses! []string, conditions! EndpointConditions, hostname *, targetRef ObjectReference,
  deprecatedTopology {}string, nodeName *, zone *, hints EndpointHints
EndpointPort
  name *, protocol *Protocol, port *int32, appProtocol *
EndpointConditions
  ready *bool, serving *bool, terminating *bool
EndpointHints
  forZones []ForZone, forNodes []ForNode
ForZone
  name!
ForNode
  name!
Node
  kind, apiVersion, metadata! ObjectMeta, spec! NodeSpec, status any
NodeSpec
  podCIDR, podCIDRs []string, providerID, unschedulable bool, taints []Taint, configSource any, externalID,
  podPreemptionPolicy NodePodPreemptionPolicy
Taint
  key!, value, effect! TaintEffect, timeAdded Time
NodePodPreemptionPolicy
  disableResizePreemption []string
Namespace
  kind, apiVersion, metadata! ObjectMeta, spec! NamespaceSpec, status any
NamespaceSpec
  finalizers []FinalizerName
Event
  kind, apiVersion, metadata! ObjectMeta, involvedObject! ObjectReference, reason, message,
  source! EventSource, firstTimestamp Time, lastTimestamp Time, count int32, type, eventTime MicroTime,
  series EventSeries, action, related ObjectReference, reportingComponent!, reportingInstance!
EventSource
  component, host
EventSeries
  count int32, lastObservedTime MicroTime
`;
