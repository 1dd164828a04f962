/**
 * Fields as `explain` shows them, of workloads: a struct's name, then its fields in alphabetical order with their types. No type is
 * `string`; `[]` a list of, `{}` a map to; `!` must be given; behind `=` stand the words that may be given.
 * Source: api/openapi-spec of Kubernetes v1.37.2, as facts.
 */
export const workloadsFields = `
ControllerRevision
  apiVersion, data! RawExtension, kind, metadata ObjectMeta, revision int
CronJob
  apiVersion, kind, metadata ObjectMeta, spec! CronJobSpec, status CronJobStatus
CronJobSpec
  concurrencyPolicy=Allow|Forbid|Replace, failedJobsHistoryLimit int, jobTemplate! JobTemplateSpec, schedule!,
  startingDeadlineSeconds int, successfulJobsHistoryLimit int, suspend bool, timeZone
CronJobStatus
  active []ObjectReference, lastScheduleTime, lastSuccessfulTime
DaemonSet
  apiVersion, kind, metadata ObjectMeta, spec! DaemonSetSpec, status DaemonSetStatus
DaemonSetCondition
  lastTransitionTime, message, reason, status, type
DaemonSetSpec
  minReadySeconds int, revisionHistoryLimit int, selector! LabelSelector, template! PodTemplateSpec,
  updateStrategy DaemonSetUpdateStrategy
DaemonSetStatus
  collisionCount int, conditions []DaemonSetCondition, currentNumberScheduled! int,
  desiredNumberScheduled! int, numberAvailable int, numberMisscheduled! int, numberReady! int,
  numberUnavailable int, observedGeneration int, updatedNumberScheduled int
DaemonSetUpdateStrategy
  rollingUpdate RollingUpdateDaemonSet, type=OnDelete|RollingUpdate
Deployment
  apiVersion, kind, metadata ObjectMeta, spec! DeploymentSpec, status DeploymentStatus
DeploymentCondition
  lastTransitionTime, lastUpdateTime, message, reason, status, type
DeploymentSpec
  minReadySeconds int, paused bool, progressDeadlineSeconds int, replicas int, revisionHistoryLimit int,
  selector! LabelSelector, strategy DeploymentStrategy, template! PodTemplateSpec
DeploymentStatus
  availableReplicas int, collisionCount int, conditions []DeploymentCondition, observedGeneration int,
  readyReplicas int, replicas int, terminatingReplicas int, unavailableReplicas int, updatedReplicas int
DeploymentStrategy
  rollingUpdate RollingUpdateDeployment, type=Recreate|RollingUpdate
Job
  apiVersion, kind, metadata ObjectMeta, spec JobSpec, status JobStatus
JobCondition
  lastProbeTime, lastTransitionTime, message, reason, status!, type!
JobSchedulingConfiguration
  disruptionMode WorkloadPodGroupDisruptionMode, resourceClaims []WorkloadPodGroupResourceClaim,
  schedulingConstraints WorkloadPodGroupSchedulingConstraints,
  schedulingPolicy WorkloadPodGroupSchedulingPolicy
JobSpec
  activeDeadlineSeconds int, backoffLimit int, backoffLimitPerIndex int, completionMode=Indexed|NonIndexed,
  completions int, managedBy, manualSelector bool, maxFailedIndexes int, parallelism int,
  podFailurePolicy PodFailurePolicy, podReplacementPolicy=Failed|TerminatingOrFailed,
  scheduling JobSchedulingConfiguration, selector LabelSelector, successPolicy SuccessPolicy, suspend bool,
  template! PodTemplateSpec, ttlSecondsAfterFinished int
JobStatus
  active int, completedIndexes, completionTime, conditions []JobCondition, failed int, failedIndexes,
  ready int, startTime, succeeded int, terminating int, uncountedTerminatedPods UncountedTerminatedPods
JobTemplateSpec
  metadata ObjectMeta, spec JobSpec
PodFailurePolicy
  rules! []PodFailurePolicyRule
PodFailurePolicyOnExitCodesRequirement
  containerName, operator!=In|NotIn, values! []int
PodFailurePolicyOnPodConditionsPattern
  status, type!
PodFailurePolicyRule
  action!=Count|FailIndex|FailJob|Ignore, onExitCodes PodFailurePolicyOnExitCodesRequirement,
  onPodConditions []PodFailurePolicyOnPodConditionsPattern
ReplicaSet
  apiVersion, kind, metadata ObjectMeta, spec! ReplicaSetSpec, status ReplicaSetStatus
ReplicaSetCondition
  lastTransitionTime, message, reason, status, type
ReplicaSetSpec
  minReadySeconds int, replicas int, selector! LabelSelector, template PodTemplateSpec
ReplicaSetStatus
  availableReplicas int, conditions []ReplicaSetCondition, fullyLabeledReplicas int, observedGeneration int,
  readyReplicas int, replicas! int, terminatingReplicas int
ReplicationControllerCondition
  lastTransitionTime, message, reason, status!, type!
ReplicationControllerSpec
  minReadySeconds int, replicas int, selector {}, template PodTemplateSpec
ReplicationControllerStatus
  availableReplicas int, conditions []ReplicationControllerCondition, fullyLabeledReplicas int,
  observedGeneration int, readyReplicas int, replicas! int
RollingUpdateDaemonSet
  maxSurge IntOrString, maxUnavailable IntOrString
RollingUpdateDeployment
  maxSurge IntOrString, maxUnavailable IntOrString
RollingUpdateStatefulSetStrategy
  maxUnavailable IntOrString, partition int
StatefulSet
  apiVersion, kind, metadata ObjectMeta, spec! StatefulSetSpec, status StatefulSetStatus
StatefulSetCondition
  lastTransitionTime, message, reason, status, type
StatefulSetOrdinals
  start int
StatefulSetPersistentVolumeClaimRetentionPolicy
  whenDeleted, whenScaled
StatefulSetSpec
  minReadySeconds int, ordinals StatefulSetOrdinals,
  persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy,
  podManagementPolicy=OrderedReady|Parallel, replicas int, revisionHistoryLimit int, selector! LabelSelector,
  serviceName, template! PodTemplateSpec, updateStrategy StatefulSetUpdateStrategy,
  volumeClaimTemplates []PersistentVolumeClaim
StatefulSetStatus
  availableReplicas int, collisionCount int, conditions []StatefulSetCondition, currentReplicas int,
  currentRevision, observedGeneration int, readyReplicas int, replicas! int, updateRevision,
  updatedReplicas int
StatefulSetUpdateStrategy
  rollingUpdate RollingUpdateStatefulSetStrategy, type=OnDelete|Recreate|RollingUpdate
SuccessPolicy
  rules! []SuccessPolicyRule
SuccessPolicyRule
  succeededCount int, succeededIndexes
UncountedTerminatedPods
  failed [], succeeded []
`;
