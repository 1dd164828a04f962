import type { Type } from '.';

/** Names that Go has for a field by itself, or for one of this struct. */
const odd: Readonly<Record<string, string>> = {
  metadata: 'ObjectMeta',
  serviceAccount: 'DeprecatedServiceAccount',
  cephfs: 'CephFS',
  storageos: 'StorageOS',
  pdName: 'PDName',
  wwids: 'WWIDs',
  diskURI: 'DataDiskURI',
  chapAuthDiscovery: 'DiscoveryCHAPAuth',
  chapAuthSession: 'SessionCHAPAuth',
  'GlusterfsVolumeSource.endpoints': 'EndpointsName',
  'RBDVolumeSource.monitors': 'CephMonitors',
  'RBDVolumeSource.image': 'RBDImage',
  'RBDVolumeSource.pool': 'RBDPool',
  'RBDVolumeSource.user': 'RadosUser',
};
const initials =
  /^(api|aws|csi|dns|fc|fs|gce|gmsa|grpc|http|ip|iqn|iscsi|nfs|os|rbd|se|ssl|tcp|tty|uid)(?=[A-Z]|$)/;

/** `hostIPC` is `HostIPC`, `httpGet` is `HTTPGet`. */
export const goName = (field: string, struct: string): string =>
  odd[`${struct}.${field}`] ??
  odd[field] ??
  field.replace(initials, (word) => word.toUpperCase()).replace(/^./, (letter) => letter.toUpperCase());

/** Types that are no struct and no word. */
export const plain = /^(u?int|float|bool|string)/;
const packages: Readonly<Record<string, string>> = { Quantity: 'resource', IntOrString: 'intstr' };

/** How Go prints a field's type. */
export function goType({ of, form }: Pick<Type, 'of' | 'form'>): string {
  if (of === 'Quantity' && form === 'map') return 'v1.ResourceList';
  const isWhole = plain.test(of) || of.includes('.');
  const name = of === 'bytes' ? '[]uint8' : isWhole ? of : `${packages[of] ?? 'v1'}.${of}`;
  return form === 'list' ? `[]${name}` : form === 'map' ? `map[string]${name}` : name;
}
