/**
 * Structs of the API, for Pods and their templates: a struct's name, then its fields with their types. `[]` is a list of, `{}` a map to.
 * Source: the OpenAPI description of Kubernetes v1.36, as facts; v1.37's additions that recordings show are added.
 */
export const pods = `
Pod
  apiVersion string, kind string, metadata ObjectMeta, spec PodSpec, status PodStatus
PodSpec
  activeDeadlineSeconds int64, affinity Affinity, automountServiceAccountToken bool,
  containers []Container, dnsConfig PodDNSConfig, dnsPolicy string, enableServiceLinks bool,
  ephemeralContainers []EphemeralContainer, hostAliases []HostAlias, hostIPC bool, hostNetwork bool,
  hostPID bool, hostUsers bool, hostname string, hostnameOverride string,
  imagePullSecrets []LocalObjectReference, initContainers []Container, nodeName string,
  nodeSelector {}string, os PodOS, overhead {}Quantity, preemptionPolicy string, priority int32,
  priorityClassName string, readinessGates []PodReadinessGate, resourceClaims []PodResourceClaim,
  resources ResourceRequirements, restartPolicy string, runtimeClassName string, schedulerName string,
  schedulingGates []PodSchedulingGate, schedulingGroup PodSchedulingGroup,
  securityContext PodSecurityContext, serviceAccount string, serviceAccountName string,
  setHostnameAsFQDN bool, shareProcessNamespace bool, subdomain string,
  terminationGracePeriodSeconds int64, tolerations []Toleration,
  topologySpreadConstraints []TopologySpreadConstraint, volumes []Volume
Affinity
  nodeAffinity NodeAffinity, podAffinity PodAffinity, podAntiAffinity PodAntiAffinity
NodeAffinity
  preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm,
  requiredDuringSchedulingIgnoredDuringExecution NodeSelector
PreferredSchedulingTerm
  preference NodeSelectorTerm, weight int32
PodAffinity
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm,
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
WeightedPodAffinityTerm
  podAffinityTerm PodAffinityTerm, weight int32
PodAffinityTerm
  labelSelector LabelSelector, matchLabelKeys []string, mismatchLabelKeys []string,
  namespaceSelector LabelSelector, namespaces []string, topologyKey string
PodAntiAffinity
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm,
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
Container
  args []string, command []string, env []EnvVar, envFrom []EnvFromSource, image string,
  imagePullPolicy string, lifecycle Lifecycle, livenessProbe Probe, name string, ports []ContainerPort,
  readinessProbe Probe, resizePolicy []ContainerResizePolicy, resources ResourceRequirements,
  restartPolicy string, restartPolicyRules []ContainerRestartRule, securityContext SecurityContext,
  startupProbe Probe, stdin bool, stdinOnce bool, terminationMessagePath string,
  terminationMessagePolicy string, tty bool, volumeDevices []VolumeDevice, volumeMounts []VolumeMount,
  workingDir string
EnvVar
  name string, value string, valueFrom EnvVarSource
EnvVarSource
  configMapKeyRef ConfigMapKeySelector, fieldRef ObjectFieldSelector, fileKeyRef FileKeySelector,
  resourceFieldRef ResourceFieldSelector, secretKeyRef SecretKeySelector
ConfigMapKeySelector
  key string, name string, optional bool
FileKeySelector
  key string, optional bool, path string, volumeName string
SecretKeySelector
  key string, name string, optional bool
EnvFromSource
  configMapRef ConfigMapEnvSource, prefix string, secretRef SecretEnvSource
ConfigMapEnvSource
  name string, optional bool
SecretEnvSource
  name string, optional bool
Lifecycle
  postStart LifecycleHandler, preStop LifecycleHandler, stopSignal string
LifecycleHandler
  exec ExecAction, httpGet HTTPGetAction, sleep SleepAction, tcpSocket TCPSocketAction
ExecAction
  command []string
HTTPGetAction
  host string, httpHeaders []HTTPHeader, path string, port IntOrString, scheme string
HTTPHeader
  name string, value string
SleepAction
  seconds int64
TCPSocketAction
  host string, port IntOrString
Probe
  exec ExecAction, failureThreshold int32, grpc GRPCAction, httpGet HTTPGetAction,
  initialDelaySeconds int32, periodSeconds int32, successThreshold int32, tcpSocket TCPSocketAction,
  terminationGracePeriodSeconds int64, timeoutSeconds int32
GRPCAction
  port int32, service string
ContainerPort
  containerPort int32, hostIP string, hostPort int32, name string, protocol string
ContainerResizePolicy
  resourceName string, restartPolicy string
ResourceRequirements
  claims []ResourceClaim, limits {}Quantity, requests {}Quantity
ResourceClaim
  name string, request string
ContainerRestartRule
  action string, exitCodes ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes
  operator string, values []int32
SecurityContext
  allowPrivilegeEscalation bool, appArmorProfile AppArmorProfile, capabilities Capabilities,
  privileged bool, procMount string, readOnlyRootFilesystem bool, runAsGroup int64, runAsNonRoot bool,
  runAsUser int64, seLinuxOptions SELinuxOptions, seccompProfile SeccompProfile,
  windowsOptions WindowsSecurityContextOptions
AppArmorProfile
  localhostProfile string, type string
Capabilities
  add []string, drop []string
SELinuxOptions
  level string, role string, type string, user string
SeccompProfile
  localhostProfile string, type string
WindowsSecurityContextOptions
  gmsaCredentialSpec string, gmsaCredentialSpecName string, hostProcess bool, runAsUserName string
VolumeDevice
  devicePath string, name string
VolumeMount
  mountPath string, mountPropagation string, name string, readOnly bool, recursiveReadOnly string,
  subPath string, subPathExpr string
PodDNSConfig
  nameservers []string, options []PodDNSConfigOption, searches []string
PodDNSConfigOption
  name string, value string
EphemeralContainer
  args []string, command []string, env []EnvVar, envFrom []EnvFromSource, image string,
  imagePullPolicy string, lifecycle Lifecycle, livenessProbe Probe, name string, ports []ContainerPort,
  readinessProbe Probe, resizePolicy []ContainerResizePolicy, resources ResourceRequirements,
  restartPolicy string, restartPolicyRules []ContainerRestartRule, securityContext SecurityContext,
  startupProbe Probe, stdin bool, stdinOnce bool, targetContainerName string,
  terminationMessagePath string, terminationMessagePolicy string, tty bool, volumeDevices []VolumeDevice,
  volumeMounts []VolumeMount, workingDir string
HostAlias
  hostnames []string, ip string
PodOS
  name string
PodReadinessGate
  conditionType string
PodResourceClaim
  name string, resourceClaimName string, resourceClaimTemplateName string
PodSchedulingGate
  name string
PodSchedulingGroup
  podGroupName string
PodSecurityContext
  appArmorProfile AppArmorProfile, fsGroup int64, fsGroupChangePolicy string, runAsGroup int64,
  runAsNonRoot bool, runAsUser int64, seLinuxChangePolicy string, seLinuxOptions SELinuxOptions,
  seccompProfile SeccompProfile, supplementalGroups []int64, supplementalGroupsPolicy string,
  sysctls []Sysctl, windowsOptions WindowsSecurityContextOptions
Sysctl
  name string, value string
Toleration
  effect string, key string, operator string, tolerationSeconds int64, value string
TopologySpreadConstraint
  labelSelector LabelSelector, matchLabelKeys []string, maxSkew int32, minDomains int32,
  nodeAffinityPolicy string, nodeTaintsPolicy string, topologyKey string, whenUnsatisfiable string
PodStatus
  allocatedResources {}Quantity, conditions []PodCondition, containerStatuses []ContainerStatus,
  ephemeralContainerStatuses []ContainerStatus, extendedResourceClaimStatus PodExtendedResourceClaimStatus,
  hostIP string, hostIPs []HostIP, initContainerStatuses []ContainerStatus, message string,
  nodeAllocatableResourceClaimStatuses []NodeAllocatableResourceClaimStatus, nominatedNodeName string,
  observedGeneration int64, phase string, podIP string, podIPs []PodIP, qosClass string, reason string,
  resize string, resourceClaimStatuses []PodResourceClaimStatus, resources ResourceRequirements,
  startTime Time
PodCondition
  lastProbeTime Time, lastTransitionTime Time, message string, observedGeneration int64, reason string,
  status string, type string
ContainerStatus
  allocatedResources {}Quantity, allocatedResourcesStatus []ResourceStatus, containerID string,
  image string, imageID string, lastState ContainerState, name string, ready bool,
  resources ResourceRequirements, restartCount int32, started bool, state ContainerState,
  stopSignal string, user ContainerUser, volumeMounts []VolumeMountStatus
ResourceStatus
  name string, resources []ResourceHealth
ResourceHealth
  health string, message string, resourceID string
ContainerState
  running ContainerStateRunning, terminated ContainerStateTerminated, waiting ContainerStateWaiting
ContainerStateRunning
  startedAt Time
ContainerStateTerminated
  containerID string, exitCode int32, finishedAt Time, message string, reason string, signal int32,
  startedAt Time
ContainerStateWaiting
  message string, reason string
ContainerUser
  linux LinuxContainerUser
LinuxContainerUser
  gid int64, supplementalGroups []int64, uid int64
VolumeMountStatus
  mountPath string, name string, readOnly bool, recursiveReadOnly string, volumeStatus VolumeStatus
VolumeStatus
  image ImageVolumeStatus
ImageVolumeStatus
  imageRef string
PodExtendedResourceClaimStatus
  requestMappings []ContainerExtendedResourceRequest, resourceClaimName string
ContainerExtendedResourceRequest
  containerName string, requestName string, resourceName string
HostIP
  ip string
NodeAllocatableResourceClaimStatus
  containers []string, resourceClaimName string, resources {}string
PodIP
  ip string
PodResourceClaimStatus
  name string, resourceClaimName string
PodTemplateSpec
  metadata ObjectMeta, spec PodSpec
`;
