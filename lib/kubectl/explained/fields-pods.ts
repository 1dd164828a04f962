/**
 * Fields as `explain` shows them, of Pods: a struct's name, then its fields in alphabetical order with their types. No type is
 * `string`; `[]` a list of, `{}` a map to; `!` must be given; behind `=` stand the words that may be given.
 * Source: api/openapi-spec of Kubernetes v1.37.2, as facts.
 */
export const podsFields = `
Affinity
  nodeAffinity NodeAffinity, podAffinity PodAffinity, podAntiAffinity PodAntiAffinity
AppArmorProfile
  localhostProfile, type!=Localhost|RuntimeDefault|Unconfined
Capabilities
  add [], drop []
ConfigMapEnvSource
  name, optional bool
ConfigMapKeySelector
  key!, name, optional bool
Container
  args [], command [], env []EnvVar, envFrom []EnvFromSource, image,
  imagePullPolicy=Always|IfNotPresent|Never, lifecycle Lifecycle, livenessProbe Probe, name!,
  ports []ContainerPort, readinessProbe Probe, resizePolicy []ContainerResizePolicy,
  resources ResourceRequirements, restartPolicy, restartPolicyRules []ContainerRestartRule,
  securityContext SecurityContext, startupProbe Probe, stdin bool, stdinOnce bool, terminationMessagePath,
  terminationMessagePolicy=FallbackToLogsOnError|File, tty bool, volumeDevices []VolumeDevice,
  volumeMounts []VolumeMount, workingDir
ContainerExtendedResourceRequest
  containerName!, requestName!, resourceName!
ContainerPort
  containerPort! int, hostIP, hostPort int, name, protocol=SCTP|TCP|UDP
ContainerResizePolicy
  resourceName!, restartPolicy!
ContainerRestartRule
  action!, exitCodes ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes
  operator!, values []int
ContainerState
  running ContainerStateRunning, terminated ContainerStateTerminated, waiting ContainerStateWaiting
ContainerStateRunning
  startedAt
ContainerStateTerminated
  containerID, exitCode! int, finishedAt, message, reason, signal int, startedAt
ContainerStateWaiting
  message, reason
ContainerStatus
  allocatedResources {}Quantity, allocatedResourcesStatus []ResourceStatus, containerID, image!, imageID!,
  lastState ContainerState, name!, ready! bool, resources ResourceRequirements, restartCount! int,
  started bool, state ContainerState,
  stopSignal=SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ,
  user ContainerUser, volumeMounts []VolumeMountStatus
ContainerUser
  linux LinuxContainerUser
EnvFromSource
  configMapRef ConfigMapEnvSource, prefix, secretRef SecretEnvSource
EnvVar
  name!, value, valueFrom EnvVarSource
EnvVarSource
  configMapKeyRef ConfigMapKeySelector, fieldRef ObjectFieldSelector, fileKeyRef FileKeySelector,
  resourceFieldRef ResourceFieldSelector, secretKeyRef SecretKeySelector
EphemeralContainer
  args [], command [], env []EnvVar, envFrom []EnvFromSource, image,
  imagePullPolicy=Always|IfNotPresent|Never, lifecycle Lifecycle, livenessProbe Probe, name!,
  ports []ContainerPort, readinessProbe Probe, resizePolicy []ContainerResizePolicy,
  resources ResourceRequirements, restartPolicy, restartPolicyRules []ContainerRestartRule,
  securityContext SecurityContext, startupProbe Probe, stdin bool, stdinOnce bool, targetContainerName,
  terminationMessagePath, terminationMessagePolicy=FallbackToLogsOnError|File, tty bool,
  volumeDevices []VolumeDevice, volumeMounts []VolumeMount, workingDir
EvictionResponder
  name!, priority! int
ExecAction
  command []
FileKeySelector
  key!, optional bool, path!, volumeName!
GRPCAction
  mode=Plaintext|TLS, port! int, service
HTTPGetAction
  host, httpHeaders []HTTPHeader, path, port! IntOrString, protocol=HTTP1|HTTP2, scheme=HTTP|HTTPS
HTTPHeader
  name!, value!
HostAlias
  hostnames [], ip!
HostIP
  ip!
Lifecycle
  postStart LifecycleHandler, preStop LifecycleHandler,
  stopSignal=SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ
LifecycleHandler
  exec ExecAction, httpGet HTTPGetAction, sleep SleepAction, tcpSocket TCPSocketAction
LinuxContainerUser
  gid! int, supplementalGroups []int, uid! int
LocalObjectReference
  name
NodeAffinity
  preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm,
  requiredDuringSchedulingIgnoredDuringExecution NodeSelector
NodeSelector
  nodeSelectorTerms! []NodeSelectorTerm
NodeSelectorRequirement
  key!, operator!=DoesNotExist|Exists|Gt|In|Lt|NotIn, values []
NodeSelectorTerm
  matchExpressions []NodeSelectorRequirement, matchFields []NodeSelectorRequirement
ObjectFieldSelector
  apiVersion, fieldPath!
ObjectReference
  apiVersion, fieldPath, kind, name, namespace, resourceVersion, uid
Pod
  apiVersion, kind, metadata ObjectMeta, spec PodSpec, status PodStatus
PodAffinity
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm,
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
PodAffinityTerm
  labelSelector LabelSelector, matchLabelKeys [], mismatchLabelKeys [], namespaceSelector LabelSelector,
  namespaces [], topologyKey!
PodAntiAffinity
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm,
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
PodCondition
  lastProbeTime, lastTransitionTime, message, observedGeneration int, reason, status!, type!
PodDNSConfig
  nameservers [], options []PodDNSConfigOption, searches []
PodDNSConfigOption
  name, value
PodIP
  ip!
PodOS
  name!
PodReadinessGate
  conditionType!
PodSchedulingGate
  name!
PodSchedulingGroup
  podGroupName
PodSecurityContext
  appArmorProfile AppArmorProfile, fsGroup int, fsGroupChangePolicy=Always|OnRootMismatch, runAsGroup int,
  runAsNonRoot bool, runAsUser int, seLinuxChangePolicy, seLinuxOptions SELinuxOptions,
  seccompProfile SeccompProfile, supplementalGroups []int, supplementalGroupsPolicy=Merge|Strict,
  sysctls []Sysctl, windowsOptions WindowsSecurityContextOptions
PodSpec
  activeDeadlineSeconds int, affinity Affinity, automountServiceAccountToken bool, containers! []Container,
  dnsConfig PodDNSConfig, dnsPolicy=ClusterFirst|ClusterFirstWithHostNet|Default|None,
  enableServiceLinks bool, ephemeralContainers []EphemeralContainer, evictionResponders []EvictionResponder,
  hostAliases []HostAlias, hostIPC bool, hostNetwork bool, hostPID bool, hostUsers bool, hostname,
  hostnameOverride, imagePullSecrets []LocalObjectReference, initContainers []Container, nodeName,
  nodeSelector {}, os PodOS, overhead {}Quantity, preemptionPolicy=Never|PreemptLowerPriority, priority int,
  priorityClassName, readinessGates []PodReadinessGate, resourceClaims []PodResourceClaim,
  resources ResourceRequirements, restartPolicy=Always|Never|OnFailure, runtimeClassName, schedulerName,
  schedulingGates []PodSchedulingGate, schedulingGroup PodSchedulingGroup, securityContext PodSecurityContext,
  serviceAccount, serviceAccountName, setHostnameAsFQDN bool, shareProcessNamespace bool, subdomain,
  terminationGracePeriodSeconds int, tolerations []Toleration,
  topologySpreadConstraints []TopologySpreadConstraint, volumes []Volume
PodStatus
  allocatedResources {}Quantity, conditions []PodCondition, containerStatuses []ContainerStatus,
  ephemeralContainerStatuses []ContainerStatus, extendedResourceClaimStatus PodExtendedResourceClaimStatus,
  hostIP, hostIPs []HostIP, initContainerStatuses []ContainerStatus, message,
  nodeAllocatableResourceClaimStatuses []NodeAllocatableResourceClaimStatus, nominatedNodeName,
  observedGeneration int, phase=Failed|Pending|Running|Succeeded|Unknown, podIP, podIPs []PodIP,
  qosClass=BestEffort|Burstable|Guaranteed, reason, resize, resourceClaimStatuses []PodResourceClaimStatus,
  resources ResourceRequirements, startTime, volumeHealth []PodVolumeHealth
PodTemplateSpec
  metadata ObjectMeta, spec PodSpec
PreferredSchedulingTerm
  preference! NodeSelectorTerm, weight! int
Probe
  exec ExecAction, failureThreshold int, grpc GRPCAction, httpGet HTTPGetAction, initialDelaySeconds int,
  periodSeconds int, successThreshold int, tcpSocket TCPSocketAction, terminationGracePeriodSeconds int,
  timeoutSeconds int
ResourceFieldSelector
  containerName, divisor Quantity, resource!
ResourceHealth
  health, message, resourceID!
ResourceRequirements
  claims []ResourceClaim, limits {}Quantity, requests {}Quantity
ResourceStatus
  name!, resources []ResourceHealth
SELinuxOptions
  level, role, type, user
SeccompProfile
  localhostProfile, type!=Localhost|RuntimeDefault|Unconfined
SecretEnvSource
  name, optional bool
SecretKeySelector
  key!, name, optional bool
SecretReference
  name, namespace
SecurityContext
  allowPrivilegeEscalation bool, appArmorProfile AppArmorProfile, capabilities Capabilities, privileged bool,
  procMount=Default|Unmasked, readOnlyRootFilesystem bool, runAsGroup int, runAsNonRoot bool, runAsUser int,
  seLinuxOptions SELinuxOptions, seccompProfile SeccompProfile, windowsOptions WindowsSecurityContextOptions
SleepAction
  seconds! int
Sysctl
  name!, value!
TCPSocketAction
  host, port! IntOrString
Toleration
  effect=NoExecute|NoSchedule|PreferNoSchedule, key, operator=Equal|Exists|Gt|Lt, tolerationSeconds int,
  value
TopologySelectorLabelRequirement
  key!, values! []
TopologySelectorTerm
  matchLabelExpressions []TopologySelectorLabelRequirement
TopologySpreadConstraint
  labelSelector LabelSelector, matchLabelKeys [], maxSkew! int, minDomains int,
  nodeAffinityPolicy=Honor|Ignore, nodeTaintsPolicy=Honor|Ignore, topologyKey!,
  whenUnsatisfiable!=DoNotSchedule|ScheduleAnyway
TypedLocalObjectReference
  apiGroup, kind!, name!
TypedObjectReference
  apiGroup, kind!, name!, namespace
WeightedPodAffinityTerm
  podAffinityTerm! PodAffinityTerm, weight! int
WindowsSecurityContextOptions
  gmsaCredentialSpec, gmsaCredentialSpecName, hostProcess bool, runAsUserName
`;
