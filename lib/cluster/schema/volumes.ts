/**
 * Structs of the API, for volumes, in Pods and by themselves: a struct's name, then its fields with their types. `[]` is a list of, `{}` a map to.
 * Source: the OpenAPI description of Kubernetes v1.36, as facts; v1.37's additions that recordings show are added.
 */
export const volumes = `
NodeSelectorTerm
  matchExpressions []NodeSelectorRequirement, matchFields []NodeSelectorRequirement
NodeSelectorRequirement
  key string, operator string, values []string
NodeSelector
  nodeSelectorTerms []NodeSelectorTerm
ObjectFieldSelector
  apiVersion string, fieldPath string
ResourceFieldSelector
  containerName string, divisor Quantity, resource string
LocalObjectReference
  name string
Volume
  awsElasticBlockStore AWSElasticBlockStoreVolumeSource, azureDisk AzureDiskVolumeSource,
  azureFile AzureFileVolumeSource, cephfs CephFSVolumeSource, cinder CinderVolumeSource,
  configMap ConfigMapVolumeSource, csi CSIVolumeSource, downwardAPI DownwardAPIVolumeSource,
  emptyDir EmptyDirVolumeSource, ephemeral EphemeralVolumeSource, fc FCVolumeSource,
  flexVolume FlexVolumeSource, flocker FlockerVolumeSource,
  gcePersistentDisk GCEPersistentDiskVolumeSource, gitRepo GitRepoVolumeSource,
  glusterfs GlusterfsVolumeSource, hostPath HostPathVolumeSource, image ImageVolumeSource,
  iscsi ISCSIVolumeSource, name string, nfs NFSVolumeSource,
  persistentVolumeClaim PersistentVolumeClaimVolumeSource,
  photonPersistentDisk PhotonPersistentDiskVolumeSource, portworxVolume PortworxVolumeSource,
  projected ProjectedVolumeSource, quobyte QuobyteVolumeSource, rbd RBDVolumeSource,
  scaleIO ScaleIOVolumeSource, secret SecretVolumeSource, storageos StorageOSVolumeSource,
  vsphereVolume VsphereVirtualDiskVolumeSource
AWSElasticBlockStoreVolumeSource
  fsType string, partition int32, readOnly bool, volumeID string
AzureDiskVolumeSource
  cachingMode string, diskName string, diskURI string, fsType string, kind string, readOnly bool
AzureFileVolumeSource
  readOnly bool, secretName string, shareName string
CephFSVolumeSource
  monitors []string, path string, readOnly bool, secretFile string, secretRef LocalObjectReference,
  user string
CinderVolumeSource
  fsType string, readOnly bool, secretRef LocalObjectReference, volumeID string
ConfigMapVolumeSource
  defaultMode int32, items []KeyToPath, name string, optional bool
KeyToPath
  key string, mode int32, path string
CSIVolumeSource
  driver string, fsType string, nodePublishSecretRef LocalObjectReference, readOnly bool,
  volumeAttributes {}string
DownwardAPIVolumeSource
  defaultMode int32, items []DownwardAPIVolumeFile
DownwardAPIVolumeFile
  fieldRef ObjectFieldSelector, mode int32, path string, resourceFieldRef ResourceFieldSelector
EmptyDirVolumeSource
  medium string, sizeLimit Quantity
EphemeralVolumeSource
  volumeClaimTemplate PersistentVolumeClaimTemplate
PersistentVolumeClaimTemplate
  metadata ObjectMeta, spec PersistentVolumeClaimSpec
PersistentVolumeClaimSpec
  accessModes []string, dataSource TypedLocalObjectReference, dataSourceRef TypedObjectReference,
  resources VolumeResourceRequirements, selector LabelSelector, storageClassName string,
  volumeAttributesClassName string, volumeMode string, volumeName string
TypedLocalObjectReference
  apiGroup string, kind string, name string
TypedObjectReference
  apiGroup string, kind string, name string, namespace string
VolumeResourceRequirements
  limits {}Quantity, requests {}Quantity
FCVolumeSource
  fsType string, lun int32, readOnly bool, targetWWNs []string, wwids []string
FlexVolumeSource
  driver string, fsType string, options {}string, readOnly bool, secretRef LocalObjectReference
FlockerVolumeSource
  datasetName string, datasetUUID string
GCEPersistentDiskVolumeSource
  fsType string, partition int32, pdName string, readOnly bool
GitRepoVolumeSource
  directory string, repository string, revision string
GlusterfsVolumeSource
  endpoints string, path string, readOnly bool
HostPathVolumeSource
  path string, type string
ImageVolumeSource
  pullPolicy string, reference string
ISCSIVolumeSource
  chapAuthDiscovery bool, chapAuthSession bool, fsType string, initiatorName string, iqn string,
  iscsiInterface string, lun int32, portals []string, readOnly bool, secretRef LocalObjectReference,
  targetPortal string
NFSVolumeSource
  path string, readOnly bool, server string
PersistentVolumeClaimVolumeSource
  claimName string, readOnly bool
PhotonPersistentDiskVolumeSource
  fsType string, pdID string
PortworxVolumeSource
  fsType string, readOnly bool, volumeID string
ProjectedVolumeSource
  defaultMode int32, sources []VolumeProjection
VolumeProjection
  clusterTrustBundle ClusterTrustBundleProjection, configMap ConfigMapProjection,
  downwardAPI DownwardAPIProjection, podCertificate PodCertificateProjection, secret SecretProjection,
  serviceAccountToken ServiceAccountTokenProjection
ClusterTrustBundleProjection
  labelSelector LabelSelector, name string, optional bool, path string, signerName string
ConfigMapProjection
  items []KeyToPath, name string, optional bool
DownwardAPIProjection
  items []DownwardAPIVolumeFile
PodCertificateProjection
  certificateChainPath string, credentialBundlePath string, keyPath string, keyType string,
  maxExpirationSeconds int32, signerName string, userAnnotations {}string
SecretProjection
  items []KeyToPath, name string, optional bool
ServiceAccountTokenProjection
  audience string, expirationSeconds int64, path string
QuobyteVolumeSource
  group string, readOnly bool, registry string, tenant string, user string, volume string
RBDVolumeSource
  fsType string, image string, keyring string, monitors []string, pool string, readOnly bool,
  secretRef LocalObjectReference, user string
ScaleIOVolumeSource
  fsType string, gateway string, protectionDomain string, readOnly bool, secretRef LocalObjectReference,
  sslEnabled bool, storageMode string, storagePool string, system string, volumeName string
SecretVolumeSource
  defaultMode int32, items []KeyToPath, optional bool, secretName string
StorageOSVolumeSource
  fsType string, readOnly bool, secretRef LocalObjectReference, volumeName string, volumeNamespace string
VsphereVirtualDiskVolumeSource
  fsType string, storagePolicyID string, storagePolicyName string, volumePath string
ObjectReference
  apiVersion string, fieldPath string, kind string, name string, namespace string, resourceVersion string,
  uid string
PersistentVolumeSpec
  accessModes []string, awsElasticBlockStore AWSElasticBlockStoreVolumeSource,
  azureDisk AzureDiskVolumeSource, azureFile AzureFilePersistentVolumeSource, capacity {}Quantity,
  cephfs CephFSPersistentVolumeSource, cinder CinderPersistentVolumeSource, claimRef ObjectReference,
  csi CSIPersistentVolumeSource, fc FCVolumeSource, flexVolume FlexPersistentVolumeSource,
  flocker FlockerVolumeSource, gcePersistentDisk GCEPersistentDiskVolumeSource,
  glusterfs GlusterfsPersistentVolumeSource, hostPath HostPathVolumeSource,
  iscsi ISCSIPersistentVolumeSource, local LocalVolumeSource, mountOptions []string, nfs NFSVolumeSource,
  nodeAffinity VolumeNodeAffinity, persistentVolumeReclaimPolicy string,
  photonPersistentDisk PhotonPersistentDiskVolumeSource, portworxVolume PortworxVolumeSource,
  quobyte QuobyteVolumeSource, rbd RBDPersistentVolumeSource, scaleIO ScaleIOPersistentVolumeSource,
  storageClassName string, storageos StorageOSPersistentVolumeSource, volumeAttributesClassName string,
  volumeMode string, vsphereVolume VsphereVirtualDiskVolumeSource
AzureFilePersistentVolumeSource
  readOnly bool, secretName string, secretNamespace string, shareName string
CephFSPersistentVolumeSource
  monitors []string, path string, readOnly bool, secretFile string, secretRef SecretReference, user string
SecretReference
  name string, namespace string
CinderPersistentVolumeSource
  fsType string, readOnly bool, secretRef SecretReference, volumeID string
CSIPersistentVolumeSource
  controllerExpandSecretRef SecretReference, controllerPublishSecretRef SecretReference, driver string,
  fsType string, nodeExpandSecretRef SecretReference, nodePublishSecretRef SecretReference,
  nodeStageSecretRef SecretReference, readOnly bool, volumeAttributes {}string, volumeHandle string
FlexPersistentVolumeSource
  driver string, fsType string, options {}string, readOnly bool, secretRef SecretReference
GlusterfsPersistentVolumeSource
  endpoints string, endpointsNamespace string, path string, readOnly bool
ISCSIPersistentVolumeSource
  chapAuthDiscovery bool, chapAuthSession bool, fsType string, initiatorName string, iqn string,
  iscsiInterface string, lun int32, portals []string, readOnly bool, secretRef SecretReference,
  targetPortal string
LocalVolumeSource
  fsType string, path string
VolumeNodeAffinity
  required NodeSelector
RBDPersistentVolumeSource
  fsType string, image string, keyring string, monitors []string, pool string, readOnly bool,
  secretRef SecretReference, user string
ScaleIOPersistentVolumeSource
  fsType string, gateway string, protectionDomain string, readOnly bool, secretRef SecretReference,
  sslEnabled bool, storageMode string, storagePool string, system string, volumeName string
StorageOSPersistentVolumeSource
  fsType string, readOnly bool, secretRef ObjectReference, volumeName string, volumeNamespace string
`;
