/** What `explain` says of what runs Pods: in Podium's own words. */
export const textsOfWorkloads = `
Deployment: Keeps a number of like Pods running, and replaces them step by step when their template changes. It does so by ReplicaSets, one for each template.
DeploymentSpec: What a Deployment keeps.
  minReadySeconds: How long a new Pod must be Ready before it counts as available.
  paused: While true, a changed template starts no rollout.
  progressDeadlineSeconds: After so many seconds without progress the condition Progressing becomes False. 600 if left out.
  replicas: How many Pods. 1 if left out.
  revisionHistoryLimit: How many old ReplicaSets stay, to go back to. 10 if left out.
  selector: Which Pods are its own. It must fit the template's labels, and can not be changed.
  strategy: How Pods are replaced.
  template: What its Pods are made from.
DeploymentStrategy: How Pods are replaced.
  rollingUpdate: How far a rolling update goes at a time.
  type: RollingUpdate (step by step) or Recreate (all old ones go first).
RollingUpdateDeployment: How far a rolling update goes at a time. Both can not be 0.
  maxSurge: How many Pods more than wanted there may be, as a number or in per cent (rounded up). 25% if left out.
  maxUnavailable: How many Pods may be missing, as a number or in per cent (rounded down). 25% if left out.
DeploymentStatus: What was last seen of a Deployment.
  availableReplicas: Pods that have been Ready for minReadySeconds.
  collisionCount: How often a ReplicaSet's name was taken already.
  readyReplicas: Pods that are Ready.
  replicas: Pods that are there.
  terminatingReplicas: Pods that are going.
  unavailableReplicas: Pods that are missing or not available.
  updatedReplicas: Pods of the present template.
ReplicaSet: Keeps a number of like Pods running. Mostly a Deployment makes it.
ReplicaSetSpec: What a ReplicaSet keeps.
  minReadySeconds: How long a new Pod must be Ready before it counts as available.
  replicas: How many Pods. 1 if left out.
  selector: Which Pods are its own. It can not be changed.
  template: What its Pods are made from. A change is for new Pods only.
StatefulSet: Keeps Pods that have names and storage of their own, in order: web-0, web-1, web-2.
StatefulSetSpec: What a StatefulSet keeps.
  minReadySeconds: How long a new Pod must be Ready before it counts as available.
  ordinals: With which number the names begin.
  persistentVolumeClaimRetentionPolicy: Whether claims go with their Pods or with the set.
  podManagementPolicy: OrderedReady (one after the other) or Parallel (all at once).
  replicas: How many Pods. 1 if left out.
  revisionHistoryLimit: How many old revisions stay. 10 if left out.
  selector: Which Pods are its own. It can not be changed.
  serviceName: The headless Service that gives each Pod a name in DNS.
  template: What its Pods are made from.
  updateStrategy: How Pods are replaced when the template changes.
  volumeClaimTemplates: For each Pod a claim is made from each of these. It stays when the Pod goes.
StatefulSetUpdateStrategy: How Pods are replaced.
  rollingUpdate: How a rolling update goes.
  type: RollingUpdate (from the highest number down) or OnDelete (when somebody deletes them).
RollingUpdateStatefulSetStrategy: How a rolling update goes.
  maxUnavailable: How many Pods may be missing at a time. 1 if left out.
  partition: Pods with a lower number keep the old template.
DaemonSet: Keeps a Pod on every node that fits.
DaemonSetSpec: What a DaemonSet keeps.
  minReadySeconds: How long a new Pod must be Ready before it counts as available.
  revisionHistoryLimit: How many old revisions stay. 10 if left out.
  selector: Which Pods are its own. It can not be changed.
  template: What its Pods are made from. Its nodeSelector and affinity say which nodes get one.
  updateStrategy: How Pods are replaced when the template changes.
Job: Runs Pods until enough of them have ended well.
JobSpec: What a Job runs.
  activeDeadlineSeconds: How long the Job may take; then its Pods are stopped and it has failed.
  backoffLimit: How many Pods may fail before the Job does. 6 if left out.
  backoffLimitPerIndex: The same for each index of an Indexed Job.
  completionMode: NonIndexed (Pods are alike) or Indexed (each has a number of its own).
  completions: How many Pods must end well.
  manualSelector: Whether the selector is one's own.
  maxFailedIndexes: How many indexes may fail before the Job does.
  parallelism: How many Pods run at a time at most. 1 if left out.
  podFailurePolicy: What a failure means, by exit code or condition.
  podReplacementPolicy: Whether a Pod is replaced when it begins to end, or when it has failed.
  selector: Which Pods are its own. Made by the API server.
  successPolicy: When an Indexed Job is done before all of it is.
  suspend: While true there are no Pods.
  template: What its Pods are made from. Their restartPolicy is Never or OnFailure.
  ttlSecondsAfterFinished: How long after its end the Job goes by itself.
JobStatus: What was last seen of a Job.
  active: Pods that run or wait to.
  completedIndexes: The indexes that have ended well.
  completionTime: When it was done.
  failed: Pods that failed.
  ready: Pods that are Ready.
  startTime: When its controller took it up.
  succeeded: Pods that ended well.
CronJob: Makes Jobs at certain times.
CronJobSpec: What a CronJob makes, and when.
  concurrencyPolicy: What happens when it is time and the last Job still runs: Allow, Forbid (skip) or Replace.
  failedJobsHistoryLimit: How many failed Jobs stay. 1 if left out.
  jobTemplate: What its Jobs are made from.
  schedule: When, as cron writes it: minute, hour, day, month, weekday.
  startingDeadlineSeconds: How late a Job may still be made.
  successfulJobsHistoryLimit: How many good Jobs stay. 3 if left out.
  suspend: While true no Jobs are made.
  timeZone: The time zone of the schedule.
ReplicationController: Keeps a number of like Pods running. ReplicaSets have taken its place.
ReplicationControllerSpec: What a ReplicationController keeps.
  minReadySeconds: How long a new Pod must be Ready before it counts as available.
  replicas: How many Pods. 1 if left out.
  selector: Labels of the Pods that are its own.
  template: What its Pods are made from.
ControllerRevision: A template as it once was, kept by a StatefulSet or DaemonSet to go back to.
  data: What was kept.
  revision: Its number; the highest is the latest.
HorizontalPodAutoscaler: Changes the replicas of a workload by what its Pods use.
HorizontalPodAutoscalerSpec: What an autoscaler looks at.
  behavior: How fast it may go up and down.
  maxReplicas: The most replicas.
  metrics: What it looks at. Of several, the one that wants most decides.
  minReplicas: The fewest replicas. 1 if left out.
  scaleTargetRef: The workload whose replicas it changes.
HorizontalPodAutoscalerSpec@autoscaling: What an autoscaler looks at.
  targetCPUUtilizationPercentage: How much of their request Pods should use of CPU, on average.
MetricSpec: One thing that an autoscaler looks at.
  resource: CPU or memory of Pods.
  type: Resource, ContainerResource, Pods, Object or External.
MetricTarget: What a metric should be.
  averageUtilization: Per cent of the Pods' requests, on average.
  averageValue: An amount for each Pod, on average.
  type: Utilization, AverageValue or Value.
  value: An amount.
PodDisruptionBudget: Says how many Pods must stay when nodes are drained. Evictions ask it; other deletions do not.
PodDisruptionBudgetSpec: How many Pods must stay.
  maxUnavailable: How many may be missing, as a number or in per cent. One of the two can be given.
  minAvailable: How many must be there, as a number or in per cent. One of the two can be given.
  selector: Which Pods.
  unhealthyPodEvictionPolicy: Whether Pods that are not Ready may be evicted anyway.
PriorityClass: A name for how important Pods are.
  description: When to use it.
  globalDefault: Whether Pods without a class get this one.
  preemptionPolicy: Whether its Pods push out others.
  value: The number; the higher one goes first.
`;
