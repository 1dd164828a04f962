/**
 * Structs of the API as Go has them, in the order of their fields: a struct's name, then `Field type`, or `Field:json type` where
 * the JSON name is not the field's with a small letter; a field without a JSON name is embedded.
 * Source: k8s.io/api core/v1 types.go, k8s.io/apimachinery meta/v1 types.go of v1.37, as facts.
 */
export const podStructs = `
PodTemplateSpec
  ObjectMeta:metadata meta.ObjectMeta, Spec PodSpec
meta.ObjectMeta
  Name string, GenerateName string, Namespace string, SelfLink string, UID:uid types.UID,
  ResourceVersion string, Generation int64, CreationTimestamp meta.Time, DeletionTimestamp *meta.Time,
  DeletionGracePeriodSeconds *int64, Labels map[string]string, Annotations map[string]string,
  OwnerReferences []meta.OwnerReference, Finalizers []string, ManagedFields []meta.ManagedFieldsEntry
PodSpec
  Volumes []Volume, InitContainers []Container, Containers []Container,
  EphemeralContainers []EphemeralContainer, RestartPolicy RestartPolicy,
  TerminationGracePeriodSeconds *int64, ActiveDeadlineSeconds *int64, DNSPolicy:dnsPolicy DNSPolicy,
  NodeSelector map[string]string, ServiceAccountName string,
  DeprecatedServiceAccount:serviceAccount string, AutomountServiceAccountToken *bool, NodeName string,
  HostNetwork bool, HostPID bool, HostIPC bool, ShareProcessNamespace *bool,
  SecurityContext *PodSecurityContext, ImagePullSecrets []LocalObjectReference, Hostname string,
  Subdomain string, Affinity *Affinity, SchedulerName string, Tolerations []Toleration,
  HostAliases []HostAlias, PriorityClassName string, Priority *int32, DNSConfig:dnsConfig *PodDNSConfig,
  ReadinessGates []PodReadinessGate, RuntimeClassName *string, EnableServiceLinks *bool,
  PreemptionPolicy *PreemptionPolicy, Overhead ResourceList,
  TopologySpreadConstraints []TopologySpreadConstraint, SetHostnameAsFQDN *bool, OS:os *PodOS,
  HostUsers *bool, SchedulingGates []PodSchedulingGate, ResourceClaims []PodResourceClaim,
  Resources *ResourceRequirements, HostnameOverride *string, SchedulingGroup *PodSchedulingGroup,
  EvictionResponders []EvictionResponder
Volume
  Name string, VolumeSource: VolumeSource
Container
  Name string, Image string, Command []string, Args []string, WorkingDir string, Ports []ContainerPort,
  EnvFrom []EnvFromSource, Env []EnvVar, Resources ResourceRequirements,
  ResizePolicy []ContainerResizePolicy, RestartPolicy *ContainerRestartPolicy,
  RestartPolicyRules []ContainerRestartRule, VolumeMounts []VolumeMount, VolumeDevices []VolumeDevice,
  LivenessProbe *Probe, ReadinessProbe *Probe, StartupProbe *Probe, Lifecycle *Lifecycle,
  TerminationMessagePath string, TerminationMessagePolicy TerminationMessagePolicy,
  ImagePullPolicy PullPolicy, SecurityContext *SecurityContext, Stdin bool, StdinOnce bool, TTY:tty bool
EphemeralContainer
  EphemeralContainerCommon: EphemeralContainerCommon, TargetContainerName string
PodSecurityContext
  SELinuxOptions:seLinuxOptions *SELinuxOptions, WindowsOptions *WindowsSecurityContextOptions,
  RunAsUser *int64, RunAsGroup *int64, RunAsNonRoot *bool, SupplementalGroups []int64,
  SupplementalGroupsPolicy *SupplementalGroupsPolicy, FSGroup:fsGroup *int64, Sysctls []Sysctl,
  FSGroupChangePolicy:fsGroupChangePolicy *PodFSGroupChangePolicy, SeccompProfile *SeccompProfile,
  AppArmorProfile *AppArmorProfile, SELinuxChangePolicy:seLinuxChangePolicy *PodSELinuxChangePolicy
LocalObjectReference
  Name string
Affinity
  NodeAffinity *NodeAffinity, PodAffinity *PodAffinity, PodAntiAffinity *PodAntiAffinity
Toleration
  Key string, Operator TolerationOperator, Value string, Effect TaintEffect, TolerationSeconds *int64
HostAlias
  IP:ip string, Hostnames []string
PodDNSConfig
  Nameservers []string, Searches []string, Options []PodDNSConfigOption
PodReadinessGate
  ConditionType PodConditionType
TopologySpreadConstraint
  MaxSkew int32, TopologyKey string, WhenUnsatisfiable UnsatisfiableConstraintAction,
  LabelSelector *meta.LabelSelector, MinDomains *int32, NodeAffinityPolicy *NodeInclusionPolicy,
  NodeTaintsPolicy *NodeInclusionPolicy, MatchLabelKeys []string
PodOS
  Name OSName
PodSchedulingGate
  Name string
PodResourceClaim
  Name string, ResourceClaimName *string, ResourceClaimTemplateName *string
ResourceRequirements
  Limits ResourceList, Requests ResourceList, Claims []ResourceClaim
PodSchedulingGroup
  PodGroupName *string
EvictionResponder
  Name string, Priority *int32
VolumeSource
  HostPath *HostPathVolumeSource, EmptyDir *EmptyDirVolumeSource,
  GCEPersistentDisk:gcePersistentDisk *GCEPersistentDiskVolumeSource,
  AWSElasticBlockStore:awsElasticBlockStore *AWSElasticBlockStoreVolumeSource,
  GitRepo *GitRepoVolumeSource, Secret *SecretVolumeSource, NFS:nfs *NFSVolumeSource,
  ISCSI:iscsi *ISCSIVolumeSource, Glusterfs *GlusterfsVolumeSource,
  PersistentVolumeClaim *PersistentVolumeClaimVolumeSource, RBD:rbd *RBDVolumeSource,
  FlexVolume *FlexVolumeSource, Cinder *CinderVolumeSource, CephFS:cephfs *CephFSVolumeSource,
  Flocker *FlockerVolumeSource, DownwardAPI *DownwardAPIVolumeSource, FC:fc *FCVolumeSource,
  AzureFile *AzureFileVolumeSource, ConfigMap *ConfigMapVolumeSource,
  VsphereVolume *VsphereVirtualDiskVolumeSource, Quobyte *QuobyteVolumeSource,
  AzureDisk *AzureDiskVolumeSource, PhotonPersistentDisk *PhotonPersistentDiskVolumeSource,
  Projected *ProjectedVolumeSource, PortworxVolume *PortworxVolumeSource, ScaleIO *ScaleIOVolumeSource,
  StorageOS:storageos *StorageOSVolumeSource, CSI:csi *CSIVolumeSource, Ephemeral *EphemeralVolumeSource,
  Image *ImageVolumeSource
ContainerPort
  Name string, HostPort int32, ContainerPort int32, Protocol Protocol, HostIP string
EnvFromSource
  Prefix string, ConfigMapRef *ConfigMapEnvSource, SecretRef *SecretEnvSource
EnvVar
  Name string, Value string, ValueFrom *EnvVarSource
ContainerResizePolicy
  ResourceName ResourceName, RestartPolicy ResourceResizeRestartPolicy
ContainerRestartRule
  Action ContainerRestartRuleAction, ExitCodes *ContainerRestartRuleOnExitCodes
VolumeMount
  Name string, ReadOnly bool, RecursiveReadOnly *RecursiveReadOnlyMode, MountPath string, SubPath string,
  MountPropagation *MountPropagationMode, SubPathExpr string, BindMountOptions []string
VolumeDevice
  Name string, DevicePath string
Probe
  ProbeHandler: ProbeHandler, InitialDelaySeconds int32, TimeoutSeconds int32, PeriodSeconds int32,
  SuccessThreshold int32, FailureThreshold int32, TerminationGracePeriodSeconds *int64
Lifecycle
  PostStart *LifecycleHandler, PreStop *LifecycleHandler, StopSignal *Signal
SecurityContext
  Capabilities *Capabilities, Privileged *bool, SELinuxOptions:seLinuxOptions *SELinuxOptions,
  WindowsOptions *WindowsSecurityContextOptions, RunAsUser *int64, RunAsGroup *int64, RunAsNonRoot *bool,
  ReadOnlyRootFilesystem *bool, AllowPrivilegeEscalation *bool, ProcMount *ProcMountType,
  SeccompProfile *SeccompProfile, AppArmorProfile *AppArmorProfile
EphemeralContainerCommon
  Name string, Image string, Command []string, Args []string, WorkingDir string, Ports []ContainerPort,
  EnvFrom []EnvFromSource, Env []EnvVar, Resources ResourceRequirements,
  ResizePolicy []ContainerResizePolicy, RestartPolicy *ContainerRestartPolicy,
  RestartPolicyRules []ContainerRestartRule, VolumeMounts []VolumeMount, VolumeDevices []VolumeDevice,
  LivenessProbe *Probe, ReadinessProbe *Probe, StartupProbe *Probe, Lifecycle *Lifecycle,
  TerminationMessagePath string, TerminationMessagePolicy TerminationMessagePolicy,
  ImagePullPolicy PullPolicy, SecurityContext *SecurityContext, Stdin bool, StdinOnce bool, TTY:tty bool
SELinuxOptions
  User string, Role string, Type string, Level string
WindowsSecurityContextOptions
  GMSACredentialSpecName:gmsaCredentialSpecName *string, GMSACredentialSpec:gmsaCredentialSpec *string,
  RunAsUserName *string, HostProcess *bool
Sysctl
  Name string, Value string
SeccompProfile
  Type SeccompProfileType, LocalhostProfile *string
AppArmorProfile
  Type AppArmorProfileType, LocalhostProfile *string
NodeAffinity
  RequiredDuringSchedulingIgnoredDuringExecution *NodeSelector,
  PreferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm
PodAffinity
  RequiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm,
  PreferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
PodAntiAffinity
  RequiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm,
  PreferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
PodDNSConfigOption
  Name string, Value *string
meta.LabelSelector
  MatchLabels map[string]string, MatchExpressions []meta.LabelSelectorRequirement
ResourceClaim
  Name string, Request string
HostPathVolumeSource
  Path string, Type *HostPathType
EmptyDirVolumeSource
  Medium StorageMedium, SizeLimit *resource.Quantity, Mode *int32
GCEPersistentDiskVolumeSource
  PDName:pdName string, FSType:fsType string, Partition int32, ReadOnly bool
AWSElasticBlockStoreVolumeSource
  VolumeID string, FSType:fsType string, Partition int32, ReadOnly bool
`;
