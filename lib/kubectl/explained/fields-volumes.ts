/**
 * Fields as `explain` shows them, of volumes, claims and storage: a struct's name, then its fields in alphabetical order with their types. No type is
 * `string`; `[]` a list of, `{}` a map to; `!` must be given; behind `=` stand the words that may be given.
 * Source: api/openapi-spec of Kubernetes v1.37.2, as facts.
 */
export const volumesFields = `
AWSElasticBlockStoreVolumeSource
  fsType, partition int, readOnly bool, volumeID!
AttachedVolume
  devicePath!, name!
AzureDiskVolumeSource
  cachingMode=None|ReadOnly|ReadWrite, diskName!, diskURI!, fsType, kind=Dedicated|Managed|Shared,
  readOnly bool
AzureFilePersistentVolumeSource
  readOnly bool, secretName!, secretNamespace, shareName!
AzureFileVolumeSource
  readOnly bool, secretName!, shareName!
CSIPersistentVolumeSource
  controllerExpandSecretRef SecretReference, controllerPublishSecretRef SecretReference, driver!, fsType,
  nodeExpandSecretRef SecretReference, nodePublishSecretRef SecretReference,
  nodeStageSecretRef SecretReference, readOnly bool, volumeAttributes {}, volumeHandle!
CSIVolumeSource
  driver!, fsType, nodePublishSecretRef LocalObjectReference, readOnly bool, volumeAttributes {}
CephFSPersistentVolumeSource
  monitors! [], path, readOnly bool, secretFile, secretRef SecretReference, user
CephFSVolumeSource
  monitors! [], path, readOnly bool, secretFile, secretRef LocalObjectReference, user
CinderPersistentVolumeSource
  fsType, readOnly bool, secretRef SecretReference, volumeID!
CinderVolumeSource
  fsType, readOnly bool, secretRef LocalObjectReference, volumeID!
ClusterTrustBundleProjection
  labelSelector LabelSelector, name, optional bool, path!, signerName, user int
ConfigMapProjection
  items []KeyToPath, name, optional bool
ConfigMapVolumeSource
  defaultMode int, defaultUser int, items []KeyToPath, name, optional bool
DownwardAPIProjection
  items []DownwardAPIVolumeFile
DownwardAPIVolumeFile
  fieldRef ObjectFieldSelector, mode int, path!, resourceFieldRef ResourceFieldSelector, user int
DownwardAPIVolumeSource
  defaultMode int, defaultUser int, items []DownwardAPIVolumeFile
EmptyDirVolumeSource
  medium, mode int, sizeLimit Quantity
EphemeralVolumeSource
  volumeClaimTemplate PersistentVolumeClaimTemplate
FCVolumeSource
  fsType, lun int, readOnly bool, targetWWNs [], wwids []
FlexPersistentVolumeSource
  driver!, fsType, options {}, readOnly bool, secretRef SecretReference
FlexVolumeSource
  driver!, fsType, options {}, readOnly bool, secretRef LocalObjectReference
FlockerVolumeSource
  datasetName, datasetUUID
GCEPersistentDiskVolumeSource
  fsType, partition int, pdName!, readOnly bool
GitRepoVolumeSource
  directory, repository!, revision
GlusterfsPersistentVolumeSource
  endpoints!, endpointsNamespace, path!, readOnly bool
GlusterfsVolumeSource
  endpoints!, path!, readOnly bool
HostPathVolumeSource
  path!, type=""|BlockDevice|CharDevice|Directory|DirectoryOrCreate|File|FileOrCreate|Socket
ISCSIPersistentVolumeSource
  chapAuthDiscovery bool, chapAuthSession bool, fsType, initiatorName, iqn!, iscsiInterface, lun! int,
  portals [], readOnly bool, secretRef SecretReference, targetPortal!
ISCSIVolumeSource
  chapAuthDiscovery bool, chapAuthSession bool, fsType, initiatorName, iqn!, iscsiInterface, lun! int,
  portals [], readOnly bool, secretRef LocalObjectReference, targetPortal!
ImageVolumeSource
  pullPolicy=Always|IfNotPresent|Never, reference
ImageVolumeStatus
  imageRef!
KeyToPath
  key!, mode int, path!, user int
LocalVolumeSource
  fsType, path!
ModifyVolumeStatus
  status!=InProgress|Infeasible|Pending, targetVolumeAttributesClassName
NFSVolumeSource
  path!, readOnly bool, server!
NodeAllocatableResourceClaimStatus
  containers [], mapping []NodeAllocatableMappedResources, overhead []NodeAllocatableOverheadResources,
  resourceClaimName!
PersistentVolume
  apiVersion, kind, metadata ObjectMeta, spec PersistentVolumeSpec, status PersistentVolumeStatus
PersistentVolumeClaim
  apiVersion, kind, metadata ObjectMeta, spec PersistentVolumeClaimSpec, status PersistentVolumeClaimStatus
PersistentVolumeClaimCondition
  lastProbeTime, lastTransitionTime, message, reason, status!, type!
PersistentVolumeClaimSpec
  accessModes [], dataSource TypedLocalObjectReference, dataSourceRef TypedObjectReference,
  resources VolumeResourceRequirements, selector LabelSelector, storageClassName, volumeAttributesClassName,
  volumeMode=Block|Filesystem, volumeName
PersistentVolumeClaimStatus
  accessModes [], allocatedResourceStatuses {}, allocatedResources {}Quantity, capacity {}Quantity,
  conditions []PersistentVolumeClaimCondition, currentVolumeAttributesClassName,
  healthStatus VolumeHealthStatus, modifyVolumeStatus ModifyVolumeStatus, phase=Bound|Lost|Pending
PersistentVolumeClaimTemplate
  metadata ObjectMeta, spec! PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource
  claimName!, readOnly bool
PersistentVolumeSpec
  accessModes [], awsElasticBlockStore AWSElasticBlockStoreVolumeSource, azureDisk AzureDiskVolumeSource,
  azureFile AzureFilePersistentVolumeSource, capacity {}Quantity, cephfs CephFSPersistentVolumeSource,
  cinder CinderPersistentVolumeSource, claimRef ObjectReference, csi CSIPersistentVolumeSource,
  fc FCVolumeSource, flexVolume FlexPersistentVolumeSource, flocker FlockerVolumeSource,
  gcePersistentDisk GCEPersistentDiskVolumeSource, glusterfs GlusterfsPersistentVolumeSource,
  hostPath HostPathVolumeSource, iscsi ISCSIPersistentVolumeSource, local LocalVolumeSource, mountOptions [],
  nfs NFSVolumeSource, nodeAffinity VolumeNodeAffinity, persistentVolumeReclaimPolicy=Delete|Recycle|Retain,
  photonPersistentDisk PhotonPersistentDiskVolumeSource, portworxVolume PortworxVolumeSource,
  quobyte QuobyteVolumeSource, rbd RBDPersistentVolumeSource, scaleIO ScaleIOPersistentVolumeSource,
  storageClassName, storageos StorageOSPersistentVolumeSource, volumeAttributesClassName,
  volumeMode=Block|Filesystem, vsphereVolume VsphereVirtualDiskVolumeSource
PersistentVolumeStatus
  lastPhaseTransitionTime, message, phase=Available|Bound|Failed|Pending|Released, reason
PhotonPersistentDiskVolumeSource
  fsType, pdID!
PodCertificateProjection
  certificateChainPath, credentialBundlePath, keyPath, keyType!, maxExpirationSeconds int, signerName!,
  user int, userAnnotations {}
PodExtendedResourceClaimStatus
  requestMappings! []ContainerExtendedResourceRequest, resourceClaimName!
PodResourceClaim
  name!, resourceClaimName, resourceClaimTemplateName
PodResourceClaimStatus
  name!, resourceClaimName
PodVolumeHealth
  healthConditions []VolumeHealthCondition, lastTransitionTime, name!
PortworxVolumeSource
  fsType, readOnly bool, volumeID!
ProjectedVolumeSource
  defaultMode int, defaultUser int, sources []VolumeProjection
QuobyteVolumeSource
  group, readOnly bool, registry!, tenant, user, volume!
RBDPersistentVolumeSource
  fsType, image!, keyring, monitors! [], pool, readOnly bool, secretRef SecretReference, user
RBDVolumeSource
  fsType, image!, keyring, monitors! [], pool, readOnly bool, secretRef LocalObjectReference, user
ResourceClaim
  name!, request
ScaleIOPersistentVolumeSource
  fsType, gateway!, protectionDomain, readOnly bool, secretRef! SecretReference, sslEnabled bool, storageMode,
  storagePool, system!, volumeName
ScaleIOVolumeSource
  fsType, gateway!, protectionDomain, readOnly bool, secretRef! LocalObjectReference, sslEnabled bool,
  storageMode, storagePool, system!, volumeName
SecretProjection
  items []KeyToPath, name, optional bool
SecretVolumeSource
  defaultMode int, defaultUser int, items []KeyToPath, optional bool, secretName
ServiceAccountTokenProjection
  audience, expirationSeconds int, path!, user int
StorageClass
  allowVolumeExpansion bool, allowedTopologies []TopologySelectorTerm, apiVersion, kind, metadata ObjectMeta,
  mountOptions [], parameters {}, provisioner!, reclaimPolicy=Delete|Recycle|Retain,
  volumeBindingMode=Immediate|WaitForFirstConsumer
StorageOSPersistentVolumeSource
  fsType, readOnly bool, secretRef ObjectReference, volumeName, volumeNamespace
StorageOSVolumeSource
  fsType, readOnly bool, secretRef LocalObjectReference, volumeName, volumeNamespace
Volume
  awsElasticBlockStore AWSElasticBlockStoreVolumeSource, azureDisk AzureDiskVolumeSource,
  azureFile AzureFileVolumeSource, cephfs CephFSVolumeSource, cinder CinderVolumeSource,
  configMap ConfigMapVolumeSource, csi CSIVolumeSource, downwardAPI DownwardAPIVolumeSource,
  emptyDir EmptyDirVolumeSource, ephemeral EphemeralVolumeSource, fc FCVolumeSource,
  flexVolume FlexVolumeSource, flocker FlockerVolumeSource, gcePersistentDisk GCEPersistentDiskVolumeSource,
  gitRepo GitRepoVolumeSource, glusterfs GlusterfsVolumeSource, hostPath HostPathVolumeSource,
  image ImageVolumeSource, iscsi ISCSIVolumeSource, name!, nfs NFSVolumeSource,
  persistentVolumeClaim PersistentVolumeClaimVolumeSource,
  photonPersistentDisk PhotonPersistentDiskVolumeSource, portworxVolume PortworxVolumeSource,
  projected ProjectedVolumeSource, quobyte QuobyteVolumeSource, rbd RBDVolumeSource,
  scaleIO ScaleIOVolumeSource, secret SecretVolumeSource, storageos StorageOSVolumeSource,
  vsphereVolume VsphereVirtualDiskVolumeSource
VolumeDevice
  devicePath!, name!
VolumeHealthCondition
  message, reason!, status!=DataLoss|Degraded|Inaccessible
VolumeHealthStatus
  healthConditions []VolumeHealthCondition, lastTransitionTime
VolumeMount
  bindMountOptions [], mountPath!, mountPropagation=Bidirectional|HostToContainer|None, name!, readOnly bool,
  recursiveReadOnly, subPath, subPathExpr
VolumeMountStatus
  mountPath!, name!, readOnly bool, recursiveReadOnly, volumeStatus VolumeStatus
VolumeNodeAffinity
  required NodeSelector
VolumeProjection
  clusterTrustBundle ClusterTrustBundleProjection, configMap ConfigMapProjection,
  downwardAPI DownwardAPIProjection, podCertificate PodCertificateProjection, secret SecretProjection,
  serviceAccountToken ServiceAccountTokenProjection
VolumeResourceRequirements
  limits {}Quantity, requests {}Quantity
VolumeStatus
  image ImageVolumeStatus
VsphereVirtualDiskVolumeSource
  fsType, storagePolicyID, storagePolicyName, volumePath!
`;
