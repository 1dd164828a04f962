/**
 * Structs of the API, for Pods and their templates: a struct's name, then its fields with their types, in the order in which Kubernetes has them.
 * No type is `string`, `[]` a list of, `{}` a map to; `!` is there even when it is empty, `*` stays when it is zero. A name
 * that is no struct's is a word of its own, `@` the struct in which the fields after it are. What no lesson looks into is `any`.
 * Source: k8s.io/api and apimachinery v0.37.2, as facts.
 */
export const pods = `
Pod
  kind, apiVersion, metadata! ObjectMeta, spec! PodSpec, status any
PodSpec
  volumes []Volume, initContainers []Container, containers! []Container,
  ephemeralContainers []EphemeralContainer, restartPolicy RestartPolicy,
  terminationGracePeriodSeconds *int64, activeDeadlineSeconds *int64, dnsPolicy DNSPolicy,
  nodeSelector {}string, serviceAccountName, serviceAccount, automountServiceAccountToken *bool, nodeName,
  hostNetwork bool, hostPID bool, hostIPC bool, shareProcessNamespace *bool,
  securityContext PodSecurityContext, imagePullSecrets []LocalObjectReference, hostname, subdomain,
  affinity Affinity, schedulerName, tolerations []Toleration, hostAliases []HostAlias, priorityClassName,
  priority *int32, dnsConfig PodDNSConfig, readinessGates []PodReadinessGate, runtimeClassName *,
  enableServiceLinks *bool, preemptionPolicy *PreemptionPolicy, overhead {}Quantity,
  topologySpreadConstraints []TopologySpreadConstraint, setHostnameAsFQDN *bool, os PodOS, hostUsers *bool,
  schedulingGates []PodSchedulingGate, resourceClaims []PodResourceClaim, resources ResourceRequirements,
  hostnameOverride *, schedulingGroup PodSchedulingGroup, evictionResponders []EvictionResponder
Container
  name!, image, command []string, args []string, workingDir, ports []ContainerPort, envFrom []EnvFromSource,
  env []EnvVar, resources! ResourceRequirements, resizePolicy []ContainerResizePolicy,
  restartPolicy *ContainerRestartPolicy, restartPolicyRules []ContainerRestartRule,
  volumeMounts []VolumeMount, volumeDevices []VolumeDevice, livenessProbe Probe, readinessProbe Probe,
  startupProbe Probe, lifecycle Lifecycle, terminationMessagePath,
  terminationMessagePolicy TerminationMessagePolicy, imagePullPolicy PullPolicy,
  securityContext SecurityContext, stdin bool, stdinOnce bool, tty bool
EphemeralContainer
  @EphemeralContainerCommon, name!, image, command []string, args []string, workingDir,
  ports []ContainerPort, envFrom []EnvFromSource, env []EnvVar, resources! ResourceRequirements,
  resizePolicy []ContainerResizePolicy, restartPolicy *ContainerRestartPolicy,
  restartPolicyRules []ContainerRestartRule, volumeMounts []VolumeMount, volumeDevices []VolumeDevice,
  livenessProbe Probe, readinessProbe Probe, startupProbe Probe, lifecycle Lifecycle,
  terminationMessagePath, terminationMessagePolicy TerminationMessagePolicy, imagePullPolicy PullPolicy,
  securityContext SecurityContext, stdin bool, stdinOnce bool, tty bool, @, targetContainerName
PodSecurityContext
  seLinuxOptions SELinuxOptions, windowsOptions WindowsSecurityContextOptions, runAsUser *int64,
  runAsGroup *int64, runAsNonRoot *bool, supplementalGroups []int64,
  supplementalGroupsPolicy *SupplementalGroupsPolicy, fsGroup *int64, sysctls []Sysctl,
  fsGroupChangePolicy *PodFSGroupChangePolicy, seccompProfile SeccompProfile,
  appArmorProfile AppArmorProfile, seLinuxChangePolicy *PodSELinuxChangePolicy
Affinity
  nodeAffinity NodeAffinity, podAffinity PodAffinity, podAntiAffinity PodAntiAffinity
Toleration
  key, operator TolerationOperator, value, effect TaintEffect, tolerationSeconds *int64
HostAlias
  ip!, hostnames []string
PodDNSConfig
  nameservers []string, searches []string, options []PodDNSConfigOption
PodReadinessGate
  conditionType! PodConditionType
TopologySpreadConstraint
  maxSkew! int32, topologyKey!, whenUnsatisfiable! UnsatisfiableConstraintAction,
  labelSelector LabelSelector, minDomains *int32, nodeAffinityPolicy *NodeInclusionPolicy,
  nodeTaintsPolicy *NodeInclusionPolicy, matchLabelKeys []string
PodOS
  name! OSName
PodSchedulingGate
  name!
PodResourceClaim
  name!, resourceClaimName *, resourceClaimTemplateName *
ResourceRequirements
  limits {}Quantity, requests {}Quantity, claims []ResourceClaim
PodSchedulingGroup
  podGroupName *
EvictionResponder
  name!, priority *int32
ContainerPort
  name, hostPort int32, containerPort! int32, protocol Protocol, hostIP
EnvFromSource
  prefix, configMapRef ConfigMapEnvSource, secretRef SecretEnvSource
EnvVar
  name!, value, valueFrom EnvVarSource
ContainerResizePolicy
  resourceName! ResourceName, restartPolicy! ResourceResizeRestartPolicy
ContainerRestartRule
  action ContainerRestartRuleAction, exitCodes ContainerRestartRuleOnExitCodes
VolumeMount
  name!, readOnly bool, recursiveReadOnly *RecursiveReadOnlyMode, mountPath!, subPath,
  mountPropagation *MountPropagationMode, subPathExpr, bindMountOptions []string
VolumeDevice
  name!, devicePath!
Probe
  @ProbeHandler, exec ExecAction, httpGet HTTPGetAction, tcpSocket TCPSocketAction, grpc GRPCAction, @,
  initialDelaySeconds int32, timeoutSeconds int32, periodSeconds int32, successThreshold int32,
  failureThreshold int32, terminationGracePeriodSeconds *int64
Lifecycle
  postStart LifecycleHandler, preStop LifecycleHandler, stopSignal *Signal
SecurityContext
  capabilities Capabilities, privileged *bool, seLinuxOptions SELinuxOptions,
  windowsOptions WindowsSecurityContextOptions, runAsUser *int64, runAsGroup *int64, runAsNonRoot *bool,
  readOnlyRootFilesystem *bool, allowPrivilegeEscalation *bool, procMount *ProcMountType,
  seccompProfile SeccompProfile, appArmorProfile AppArmorProfile
SELinuxOptions
  user, role, type, level
WindowsSecurityContextOptions
  gmsaCredentialSpecName *, gmsaCredentialSpec *, runAsUserName *, hostProcess *bool
Sysctl
  name!, value!
SeccompProfile
  type! SeccompProfileType, localhostProfile *
AppArmorProfile
  type! AppArmorProfileType, localhostProfile *
NodeAffinity
  requiredDuringSchedulingIgnoredDuringExecution NodeSelector,
  preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm
PodAffinity
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm,
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
PodAntiAffinity
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm,
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
PodDNSConfigOption
  name, value *
ResourceClaim
  name!, request
ConfigMapEnvSource
  @LocalObjectReference, name, @, optional *bool
SecretEnvSource
  @LocalObjectReference, name, @, optional *bool
EnvVarSource
  fieldRef ObjectFieldSelector, resourceFieldRef ResourceFieldSelector,
  configMapKeyRef ConfigMapKeySelector, secretKeyRef SecretKeySelector, fileKeyRef FileKeySelector
ContainerRestartRuleOnExitCodes
  operator ContainerRestartRuleOnExitCodesOperator, values []int32
ExecAction
  command []string
HTTPGetAction
  path, port! IntOrString, host, scheme URIScheme, httpHeaders []HTTPHeader, protocol *HTTPProtocol
TCPSocketAction
  port! IntOrString, host
GRPCAction
  port! int32, service *, mode *GRPCProbeMode
LifecycleHandler
  exec ExecAction, httpGet HTTPGetAction, tcpSocket TCPSocketAction, sleep SleepAction
Capabilities
  add []Capability, drop []Capability
PreferredSchedulingTerm
  weight! int32, preference! NodeSelectorTerm
PodAffinityTerm
  labelSelector LabelSelector, namespaces []string, topologyKey!, namespaceSelector LabelSelector,
  matchLabelKeys []string, mismatchLabelKeys []string
WeightedPodAffinityTerm
  weight! int32, podAffinityTerm! PodAffinityTerm
ConfigMapKeySelector
  @LocalObjectReference, name, @, key!, optional *bool
SecretKeySelector
  @LocalObjectReference, name, @, key!, optional *bool
FileKeySelector
  volumeName!, path!, key!, optional *bool
HTTPHeader
  name!, value!
SleepAction
  seconds! int64
PodTemplateSpec
  metadata! ObjectMeta, spec! PodSpec
`;
