/**
 * More structs of the API as Go has them, in the order of their fields: a struct's name, then `Field type`, or `Field:json type` where
 * the JSON name is not the field's with a small letter; a field without a JSON name is embedded.
 * Source: k8s.io/api core/v1 types.go, k8s.io/apimachinery meta/v1 types.go of v1.37, as facts.
 */
export const volumeStructs = `
GitRepoVolumeSource
  Repository string, Revision string, Directory string
SecretVolumeSource
  SecretName string, Items []KeyToPath, DefaultMode *int32, Optional *bool, DefaultUser *int64
NFSVolumeSource
  Server string, Path string, ReadOnly bool
ISCSIVolumeSource
  TargetPortal string, IQN:iqn string, Lun int32, ISCSIInterface:iscsiInterface string,
  FSType:fsType string, ReadOnly bool, Portals []string, DiscoveryCHAPAuth:chapAuthDiscovery bool,
  SessionCHAPAuth:chapAuthSession bool, SecretRef *LocalObjectReference, InitiatorName *string
GlusterfsVolumeSource
  EndpointsName:endpoints string, Path string, ReadOnly bool
PersistentVolumeClaimVolumeSource
  ClaimName string, ReadOnly bool
RBDVolumeSource
  CephMonitors:monitors []string, RBDImage:image string, FSType:fsType string, RBDPool:pool string,
  RadosUser:user string, Keyring string, SecretRef *LocalObjectReference, ReadOnly bool
FlexVolumeSource
  Driver string, FSType:fsType string, SecretRef *LocalObjectReference, ReadOnly bool,
  Options map[string]string
CinderVolumeSource
  VolumeID string, FSType:fsType string, ReadOnly bool, SecretRef *LocalObjectReference
CephFSVolumeSource
  Monitors []string, Path string, User string, SecretFile string, SecretRef *LocalObjectReference,
  ReadOnly bool
FlockerVolumeSource
  DatasetName string, DatasetUUID string
DownwardAPIVolumeSource
  Items []DownwardAPIVolumeFile, DefaultMode *int32, DefaultUser *int64
FCVolumeSource
  TargetWWNs []string, Lun *int32, FSType:fsType string, ReadOnly bool, WWIDs:wwids []string
AzureFileVolumeSource
  SecretName string, ShareName string, ReadOnly bool
ConfigMapVolumeSource
  LocalObjectReference: LocalObjectReference, Items []KeyToPath, DefaultMode *int32, Optional *bool,
  DefaultUser *int64
VsphereVirtualDiskVolumeSource
  VolumePath string, FSType:fsType string, StoragePolicyName string, StoragePolicyID string
QuobyteVolumeSource
  Registry string, Volume string, ReadOnly bool, User string, Group string, Tenant string
AzureDiskVolumeSource
  DiskName string, DataDiskURI:diskURI string, CachingMode *AzureDataDiskCachingMode,
  FSType:fsType *string, ReadOnly *bool, Kind *AzureDataDiskKind
PhotonPersistentDiskVolumeSource
  PdID string, FSType:fsType string
ProjectedVolumeSource
  Sources []VolumeProjection, DefaultMode *int32, DefaultUser *int64
PortworxVolumeSource
  VolumeID string, FSType:fsType string, ReadOnly bool
ScaleIOVolumeSource
  Gateway string, System string, SecretRef *LocalObjectReference, SSLEnabled:sslEnabled bool,
  ProtectionDomain string, StoragePool string, StorageMode string, VolumeName string, FSType:fsType string,
  ReadOnly bool
StorageOSVolumeSource
  VolumeName string, VolumeNamespace string, FSType:fsType string, ReadOnly bool,
  SecretRef *LocalObjectReference
CSIVolumeSource
  Driver string, ReadOnly *bool, FSType:fsType *string, VolumeAttributes map[string]string,
  NodePublishSecretRef *LocalObjectReference
EphemeralVolumeSource
  VolumeClaimTemplate *PersistentVolumeClaimTemplate
ImageVolumeSource
  Reference string, PullPolicy PullPolicy
ConfigMapEnvSource
  LocalObjectReference: LocalObjectReference, Optional *bool
SecretEnvSource
  LocalObjectReference: LocalObjectReference, Optional *bool
EnvVarSource
  FieldRef *ObjectFieldSelector, ResourceFieldRef *ResourceFieldSelector,
  ConfigMapKeyRef *ConfigMapKeySelector, SecretKeyRef *SecretKeySelector, FileKeyRef *FileKeySelector
ContainerRestartRuleOnExitCodes
  Operator ContainerRestartRuleOnExitCodesOperator, Values []int32
ProbeHandler
  Exec *ExecAction, HTTPGet:httpGet *HTTPGetAction, TCPSocket:tcpSocket *TCPSocketAction,
  GRPC:grpc *GRPCAction
LifecycleHandler
  Exec *ExecAction, HTTPGet:httpGet *HTTPGetAction, TCPSocket:tcpSocket *TCPSocketAction, Sleep *SleepAction
Capabilities
  Add []Capability, Drop []Capability
NodeSelector
  NodeSelectorTerms []NodeSelectorTerm
PreferredSchedulingTerm
  Weight int32, Preference NodeSelectorTerm
PodAffinityTerm
  LabelSelector *meta.LabelSelector, Namespaces []string, TopologyKey string,
  NamespaceSelector *meta.LabelSelector, MatchLabelKeys []string, MismatchLabelKeys []string
WeightedPodAffinityTerm
  Weight int32, PodAffinityTerm PodAffinityTerm
meta.LabelSelectorRequirement
  Key string, Operator meta.LabelSelectorOperator, Values []string
KeyToPath
  Key string, Path string, Mode *int32, User *int64
DownwardAPIVolumeFile
  Path string, FieldRef *ObjectFieldSelector, ResourceFieldRef *ResourceFieldSelector, Mode *int32,
  User *int64
VolumeProjection
  Secret *SecretProjection, DownwardAPI *DownwardAPIProjection, ConfigMap *ConfigMapProjection,
  ServiceAccountToken *ServiceAccountTokenProjection, ClusterTrustBundle *ClusterTrustBundleProjection,
  PodCertificate *PodCertificateProjection
PersistentVolumeClaimTemplate
  ObjectMeta:metadata meta.ObjectMeta, Spec PersistentVolumeClaimSpec
ObjectFieldSelector
  APIVersion:apiVersion string, FieldPath string
ResourceFieldSelector
  ContainerName string, Resource string, Divisor resource.Quantity
ConfigMapKeySelector
  LocalObjectReference: LocalObjectReference, Key string, Optional *bool
SecretKeySelector
  LocalObjectReference: LocalObjectReference, Key string, Optional *bool
FileKeySelector
  VolumeName string, Path string, Key string, Optional *bool
ExecAction
  Command []string
HTTPGetAction
  Path string, Port intstr.IntOrString, Host string, Scheme URIScheme,
  HTTPHeaders:httpHeaders []HTTPHeader, Protocol *HTTPProtocol
TCPSocketAction
  Port intstr.IntOrString, Host string
GRPCAction
  Port int32, Service *string, Mode *GRPCProbeMode
SleepAction
  Seconds int64
NodeSelectorTerm
  MatchExpressions []NodeSelectorRequirement, MatchFields []NodeSelectorRequirement
SecretProjection
  LocalObjectReference: LocalObjectReference, Items []KeyToPath, Optional *bool
DownwardAPIProjection
  Items []DownwardAPIVolumeFile
ConfigMapProjection
  LocalObjectReference: LocalObjectReference, Items []KeyToPath, Optional *bool
ServiceAccountTokenProjection
  Audience string, ExpirationSeconds *int64, Path string, User *int64
ClusterTrustBundleProjection
  Name *string, SignerName *string, LabelSelector *meta.LabelSelector, Optional *bool, Path string,
  User *int64
PodCertificateProjection
  SignerName string, KeyType string, MaxExpirationSeconds *int32, CredentialBundlePath string,
  KeyPath string, CertificateChainPath string, UserAnnotations map[string]string, User *int64
PersistentVolumeClaimSpec
  AccessModes []PersistentVolumeAccessMode, Selector *meta.LabelSelector,
  Resources VolumeResourceRequirements, VolumeName string, StorageClassName *string,
  VolumeMode *PersistentVolumeMode, DataSource *TypedLocalObjectReference,
  DataSourceRef *TypedObjectReference, VolumeAttributesClassName *string
HTTPHeader
  Name string, Value string
NodeSelectorRequirement
  Key string, Operator NodeSelectorOperator, Values []string
VolumeResourceRequirements
  Limits ResourceList, Requests ResourceList
TypedLocalObjectReference
  APIGroup:apiGroup *string, Kind string, Name string
TypedObjectReference
  APIGroup:apiGroup *string, Kind string, Name string, Namespace *string
`;

/** Types that are strings under a name of their own. */
export const namedStrings = `
  AppArmorProfileType, AzureDataDiskCachingMode, AzureDataDiskKind, Capability, ContainerRestartPolicy,
  ContainerRestartRuleAction, ContainerRestartRuleOnExitCodesOperator, DNSPolicy, GRPCProbeMode,
  HTTPProtocol, HostPathType, MountPropagationMode, NodeInclusionPolicy, NodeSelectorOperator, OSName,
  PersistentVolumeAccessMode, PersistentVolumeMode, PodConditionType, PodFSGroupChangePolicy,
  PodSELinuxChangePolicy, PreemptionPolicy, ProcMountType, Protocol, PullPolicy, RecursiveReadOnlyMode,
  ResourceName, ResourceResizeRestartPolicy, RestartPolicy, SeccompProfileType, Signal, StorageMedium,
  SupplementalGroupsPolicy, TaintEffect, TerminationMessagePolicy, TolerationOperator, URIScheme,
  UnsatisfiableConstraintAction
`;
