/**
 * Structs of the API, for volumes, in Pods and by themselves: a struct's name, then its fields with their types, in the order in which Kubernetes has them.
 * No type is `string`, `[]` a list of, `{}` a map to; `!` is there even when it is empty, `*` stays when it is zero. A name
 * that is no struct's is a word of its own, `@` the struct in which the fields after it are. What no lesson looks into is `any`.
 * Source: k8s.io/api and apimachinery v0.37.2, as facts.
 */
export const volumes = `
Volume
  name!, @VolumeSource, hostPath HostPathVolumeSource, emptyDir EmptyDirVolumeSource,
  gcePersistentDisk GCEPersistentDiskVolumeSource, awsElasticBlockStore AWSElasticBlockStoreVolumeSource,
  gitRepo GitRepoVolumeSource, secret SecretVolumeSource, nfs NFSVolumeSource, iscsi ISCSIVolumeSource,
  glusterfs GlusterfsVolumeSource, persistentVolumeClaim PersistentVolumeClaimVolumeSource,
  rbd RBDVolumeSource, flexVolume FlexVolumeSource, cinder CinderVolumeSource, cephfs CephFSVolumeSource,
  flocker FlockerVolumeSource, downwardAPI DownwardAPIVolumeSource, fc FCVolumeSource,
  azureFile AzureFileVolumeSource, configMap ConfigMapVolumeSource,
  vsphereVolume VsphereVirtualDiskVolumeSource, quobyte QuobyteVolumeSource,
  azureDisk AzureDiskVolumeSource, photonPersistentDisk PhotonPersistentDiskVolumeSource,
  projected ProjectedVolumeSource, portworxVolume PortworxVolumeSource, scaleIO ScaleIOVolumeSource,
  storageos StorageOSVolumeSource, csi CSIVolumeSource, ephemeral EphemeralVolumeSource,
  image ImageVolumeSource
HostPathVolumeSource
  path!, type *HostPathType
EmptyDirVolumeSource
  medium StorageMedium, sizeLimit Quantity, mode *int32
SecretVolumeSource
  secretName, items []KeyToPath, defaultMode *int32, optional *bool, defaultUser *int64
NFSVolumeSource
  server!, path!, readOnly bool
PersistentVolumeClaimVolumeSource
  claimName!, readOnly bool
DownwardAPIVolumeSource
  items []DownwardAPIVolumeFile, defaultMode *int32, defaultUser *int64
ConfigMapVolumeSource
  @LocalObjectReference, name, @, items []KeyToPath, defaultMode *int32, optional *bool, defaultUser *int64
ProjectedVolumeSource
  sources! []VolumeProjection, defaultMode *int32, defaultUser *int64
CSIVolumeSource
  driver!, readOnly *bool, fsType *, volumeAttributes {}string, nodePublishSecretRef LocalObjectReference
EphemeralVolumeSource
  volumeClaimTemplate PersistentVolumeClaimTemplate
ImageVolumeSource
  reference, pullPolicy PullPolicy
GCEPersistentDiskVolumeSource
  pdName!, fsType, partition int32, readOnly bool
AWSElasticBlockStoreVolumeSource
  volumeID!, fsType, partition int32, readOnly bool
GitRepoVolumeSource
  repository!, revision, directory
ISCSIVolumeSource
  targetPortal!, iqn!, lun! int32, iscsiInterface, fsType, readOnly bool, portals []string,
  chapAuthDiscovery bool, chapAuthSession bool, secretRef LocalObjectReference, initiatorName *
GlusterfsVolumeSource
  endpoints!, path!, readOnly bool
RBDVolumeSource
  monitors! []string, image!, fsType, pool, user, keyring, secretRef LocalObjectReference, readOnly bool
FlexVolumeSource
  driver!, fsType, secretRef LocalObjectReference, readOnly bool, options {}string
CinderVolumeSource
  volumeID!, fsType, readOnly bool, secretRef LocalObjectReference
CephFSVolumeSource
  monitors! []string, path, user, secretFile, secretRef LocalObjectReference, readOnly bool
FlockerVolumeSource
  datasetName, datasetUUID
FCVolumeSource
  targetWWNs []string, lun *int32, fsType, readOnly bool, wwids []string
AzureFileVolumeSource
  secretName!, shareName!, readOnly bool
VsphereVirtualDiskVolumeSource
  volumePath!, fsType, storagePolicyName, storagePolicyID
QuobyteVolumeSource
  registry!, volume!, readOnly bool, user, group, tenant
AzureDiskVolumeSource
  diskName!, diskURI!, cachingMode *AzureDataDiskCachingMode, fsType *, readOnly *bool,
  kind *AzureDataDiskKind
PhotonPersistentDiskVolumeSource
  pdID!, fsType
PortworxVolumeSource
  volumeID!, fsType, readOnly bool
ScaleIOVolumeSource
  gateway!, system!, secretRef LocalObjectReference, sslEnabled bool, protectionDomain, storagePool,
  storageMode, volumeName, fsType, readOnly bool
StorageOSVolumeSource
  volumeName, volumeNamespace, fsType, readOnly bool, secretRef LocalObjectReference
KeyToPath
  key!, path!, mode *int32, user *int64
DownwardAPIVolumeFile
  path!, fieldRef ObjectFieldSelector, resourceFieldRef ResourceFieldSelector, mode *int32, user *int64
VolumeProjection
  secret SecretProjection, downwardAPI DownwardAPIProjection, configMap ConfigMapProjection,
  serviceAccountToken ServiceAccountTokenProjection, clusterTrustBundle ClusterTrustBundleProjection,
  podCertificate PodCertificateProjection
LocalObjectReference
  name
PersistentVolumeClaimTemplate
  metadata! ObjectMeta, spec! PersistentVolumeClaimSpec
ObjectFieldSelector
  apiVersion, fieldPath!
ResourceFieldSelector
  containerName, resource!, divisor Quantity
SecretProjection
  @LocalObjectReference, name, @, items []KeyToPath, optional *bool
DownwardAPIProjection
  items []DownwardAPIVolumeFile
ConfigMapProjection
  @LocalObjectReference, name, @, items []KeyToPath, optional *bool
ServiceAccountTokenProjection
  audience, expirationSeconds *int64, path!, user *int64
ClusterTrustBundleProjection
  name *, signerName *, labelSelector LabelSelector, optional *bool, path!, user *int64
PodCertificateProjection
  signerName, keyType, maxExpirationSeconds *int32, credentialBundlePath, keyPath, certificateChainPath,
  userAnnotations {}string, user *int64
PersistentVolumeClaimSpec
  accessModes []PersistentVolumeAccessMode, selector LabelSelector, resources! VolumeResourceRequirements,
  volumeName, storageClassName *, volumeMode *PersistentVolumeMode, dataSource TypedLocalObjectReference,
  dataSourceRef TypedObjectReference, volumeAttributesClassName *
VolumeResourceRequirements
  limits {}Quantity, requests {}Quantity
TypedLocalObjectReference
  apiGroup *, kind!, name!
TypedObjectReference
  apiGroup *, kind!, name!, namespace *
PersistentVolumeClaim
  kind, apiVersion, metadata! ObjectMeta, spec! PersistentVolumeClaimSpec, status any
PersistentVolume
  kind, apiVersion, metadata! ObjectMeta, spec! PersistentVolumeSpec, status any
PersistentVolumeSpec
  capacity {}Quantity, @PersistentVolumeSource, gcePersistentDisk any, awsElasticBlockStore any,
  hostPath HostPathVolumeSource, glusterfs any, nfs NFSVolumeSource, rbd any, iscsi any, cinder any,
  cephfs any, fc any, flocker any, flexVolume any, azureFile any, vsphereVolume any, quobyte any,
  azureDisk any, photonPersistentDisk any, portworxVolume any, scaleIO any, local LocalVolumeSource,
  storageos any, csi CSIPersistentVolumeSource, @, accessModes []PersistentVolumeAccessMode,
  claimRef ObjectReference, persistentVolumeReclaimPolicy PersistentVolumeReclaimPolicy, storageClassName,
  mountOptions []string, volumeMode *PersistentVolumeMode, nodeAffinity VolumeNodeAffinity,
  volumeAttributesClassName *
LocalVolumeSource
  path!, fsType *
CSIPersistentVolumeSource
  driver!, volumeHandle!, readOnly bool, fsType, volumeAttributes {}string,
  controllerPublishSecretRef SecretReference, nodeStageSecretRef SecretReference,
  nodePublishSecretRef SecretReference, controllerExpandSecretRef SecretReference,
  nodeExpandSecretRef SecretReference
ObjectReference
  kind, namespace, name, uid types.UID, apiVersion, resourceVersion, fieldPath
VolumeNodeAffinity
  required NodeSelector
SecretReference
  name, namespace
NodeSelector
  nodeSelectorTerms! []NodeSelectorTerm
NodeSelectorTerm
  matchExpressions []NodeSelectorRequirement, matchFields []NodeSelectorRequirement
NodeSelectorRequirement
  key!, operator! NodeSelectorOperator, values []string
StorageClass
  kind, apiVersion, metadata! ObjectMeta, provisioner!, parameters {}string,
  reclaimPolicy *PersistentVolumeReclaimPolicy, mountOptions []string, allowVolumeExpansion *bool,
  volumeBindingMode *VolumeBindingMode, allowedTopologies []TopologySelectorTerm
TopologySelectorTerm
  matchLabelExpressions []TopologySelectorLabelRequirement
TopologySelectorLabelRequirement
  key!, values! []string
PriorityClass
  kind, apiVersion, metadata! ObjectMeta, value! int32, globalDefault bool, description,
  preemptionPolicy *PreemptionPolicy
`;
