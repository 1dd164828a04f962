/**
 * Fields as `explain` shows them, of autoscaling, disruption budgets and priorities: a struct's name, then its fields in alphabetical order with their types. No type is
 * `string`; `[]` a list of, `{}` a map to; `!` must be given; behind `=` stand the words that may be given.
 * Source: api/openapi-spec of Kubernetes v1.37.2, as facts.
 */
export const policiesFields = `
ContainerResourceMetricSource
  container!, name!, target! MetricTarget
ContainerResourceMetricStatus
  container!, current! MetricValueStatus, name!
CrossVersionObjectReference@autoscaling
  apiVersion, kind!, name!
CrossVersionObjectReference
  apiVersion, kind!, name!
ExternalMetricSource
  metric! MetricIdentifier, target! MetricTarget
ExternalMetricStatus
  current! MetricValueStatus, metric! MetricIdentifier
HPAScalingPolicy
  periodSeconds! int, type!, value! int
HPAScalingRules
  policies []HPAScalingPolicy, selectPolicy, stabilizationWindowSeconds int, tolerance Quantity
HorizontalPodAutoscaler@autoscaling
  apiVersion, kind, metadata ObjectMeta, spec! HorizontalPodAutoscalerSpec@autoscaling,
  status HorizontalPodAutoscalerStatus@autoscaling
HorizontalPodAutoscaler
  apiVersion, kind, metadata ObjectMeta, spec! HorizontalPodAutoscalerSpec,
  status HorizontalPodAutoscalerStatus
HorizontalPodAutoscalerBehavior
  scaleDown HPAScalingRules, scaleUp HPAScalingRules
HorizontalPodAutoscalerCondition
  lastTransitionTime, message, observedGeneration int, reason, status!, type!
HorizontalPodAutoscalerSpec@autoscaling
  maxReplicas! int, minReplicas int, scaleTargetRef! CrossVersionObjectReference@autoscaling,
  targetCPUUtilizationPercentage int
HorizontalPodAutoscalerSpec
  behavior HorizontalPodAutoscalerBehavior, maxReplicas! int, metrics []MetricSpec, minReplicas int,
  scaleTargetRef! CrossVersionObjectReference
HorizontalPodAutoscalerStatus@autoscaling
  currentCPUUtilizationPercentage int, currentReplicas! int, desiredReplicas! int, lastScaleTime,
  observedGeneration int
HorizontalPodAutoscalerStatus
  conditions []HorizontalPodAutoscalerCondition, currentMetrics []MetricStatus, currentReplicas int,
  desiredReplicas! int, lastScaleTime, observedGeneration int
MetricIdentifier
  name!, selector LabelSelector
MetricSpec
  containerResource ContainerResourceMetricSource, external ExternalMetricSource, object ObjectMetricSource,
  pods PodsMetricSource, resource ResourceMetricSource, type!
MetricStatus
  containerResource ContainerResourceMetricStatus, external ExternalMetricStatus, object ObjectMetricStatus,
  pods PodsMetricStatus, resource ResourceMetricStatus, type!
MetricTarget
  averageUtilization int, averageValue Quantity, type!, value Quantity
MetricValueStatus
  averageUtilization int, averageValue Quantity, value Quantity
ObjectMetricSource
  describedObject! CrossVersionObjectReference, metric! MetricIdentifier, target! MetricTarget
ObjectMetricStatus
  current! MetricValueStatus, describedObject! CrossVersionObjectReference, metric! MetricIdentifier
PodDisruptionBudget
  apiVersion, kind, metadata ObjectMeta, spec PodDisruptionBudgetSpec, status PodDisruptionBudgetStatus
PodDisruptionBudgetSpec
  maxUnavailable IntOrString, minAvailable IntOrString, selector LabelSelector,
  unhealthyPodEvictionPolicy=AlwaysAllow|IfHealthyBudget
PodDisruptionBudgetStatus
  conditions []Condition, currentHealthy int, desiredHealthy int, disruptedPods {}, disruptionsAllowed int,
  expectedPods int, observedGeneration int
PodsMetricSource
  metric! MetricIdentifier, target! MetricTarget
PodsMetricStatus
  current! MetricValueStatus, metric! MetricIdentifier
PriorityClass
  apiVersion, description, globalDefault bool, kind, metadata ObjectMeta,
  preemptionPolicy=Never|PreemptLowerPriority, value int
ResourceMetricSource
  name!, target! MetricTarget
ResourceMetricStatus
  current! MetricValueStatus, name!
TopologyConstraint
  key!
WorkloadPodGroupDisruptionMode
  all WorkloadPodGroupAllDisruptionMode, single WorkloadPodGroupSingleDisruptionMode
WorkloadPodGroupGangSchedulingPolicy
  minCount int
WorkloadPodGroupResourceClaim
  name!, resourceClaimName, resourceClaimTemplateName
WorkloadPodGroupSchedulingConstraints
  topology []TopologyConstraint
WorkloadPodGroupSchedulingPolicy
  basic WorkloadPodGroupBasicSchedulingPolicy, gang WorkloadPodGroupGangSchedulingPolicy
`;
