import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import { decide } from '@/lib/cluster/controllers/rules';
import { claimMachine, claimRules } from '@/lib/cluster/controllers/volumes/claim.machine';
import { misfitOf } from '@/lib/cluster/controllers/volumes/matching';
import { volumeMachine, volumeRules } from '@/lib/cluster/controllers/volumes/volume.machine';
import type {
  KubeObject,
  Manifest,
  ObjectMeta,
  PersistentVolume,
  PersistentVolumeClaim,
  StorageClass,
} from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';
import { bare, clusterOf, events, look, metaOf, podOf, storeOf } from './nodes';
import { apply, must } from './web';

/** A Pod without a node that uses the claim. */
const userOf = (resourceVersion: string) =>
  podOf(
    'user',
    { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
    { resourceVersion },
  );
const bound = { 'pv.kubernetes.io/bind-completed': 'yes' };
const going = { deletionTimestamp: timestamp(0) };
const claimOf = (
  spec: Partial<PersistentVolumeClaim['spec']> = {},
  meta: Partial<ObjectMeta> = {},
  phase: PersistentVolumeClaim['status']['phase'] = 'Pending',
): PersistentVolumeClaim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: metaOf('data', meta),
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '2Gi' } },
    storageClassName: '',
    volumeMode: 'Filesystem',
    ...spec,
  },
  status: { phase },
});
const boundClaim = claimOf({ volumeName: 'pv' }, { annotations: bound }, 'Bound');
const unused: PersistentVolumeClaim = {
  ...boundClaim,
  status: { phase: 'Bound', conditions: [{ type: 'Unused', status: 'True', lastProbeTime: null }] },
};
const ref = (uid?: string) => ({ namespace: 'default', name: 'data', ...(uid && { uid }) });
const volumeOf = (
  name: string,
  spec: Partial<PersistentVolume['spec']> = {},
  phase: PersistentVolume['status']['phase'] = 'Available',
  meta: Partial<ObjectMeta> = {},
): PersistentVolume => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: metaOf(name, { namespace: undefined, ...meta }),
  spec: {
    capacity: { storage: '2Gi' },
    accessModes: ['ReadWriteOnce'],
    hostPath: { path: '/data' },
    ...spec,
  },
  status: { phase },
});
const storage = (
  name: string,
  more: Partial<StorageClass> = {},
  annotations?: ObjectMeta['annotations'],
): StorageClass => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: metaOf(name, { namespace: undefined, ...(annotations && { annotations }) }),
  provisioner: 'podium.dev/always',
  volumeBindingMode: 'Immediate',
  ...more,
});
const standard = storage('standard');
const late = storage('late', { volumeBindingMode: 'WaitForFirstConsumer' });
const provisioned = { annotations: { 'pv.kubernetes.io/provisioned-by': 'podium.dev/always' } };

const did = (
  writes: readonly { do: string; object?: { kind: string; metadata: { name?: string } }; reason?: string }[],
) =>
  writes.map(
    (write) =>
      write.reason ??
      `${write.do} ${write.do === 'create' ? write.object?.kind : write.object?.metadata.name}`,
  );

function toldClaim(claim: PersistentVolumeClaim, ...objects: readonly KubeObject[]): string {
  const reading = storeOf(claim, ...objects);
  const isUsed = objects.some(({ kind }) => kind === 'Pod');
  const { rule, writes } = decide(claimMachine, claimRules, undefined, { claim, reading, isUsed, nowMs: 0 });
  return [rule, ...did(writes as never)].join(' | ');
}

function toldVolume(volume: PersistentVolume, claim?: PersistentVolumeClaim): string {
  const { rule, writes } = decide(volumeMachine, volumeRules, undefined, { volume, claim, nowMs: 0 });
  const phases = writes.flatMap((write) =>
    write.do === 'updateStatus' ? [(write.object as PersistentVolume).status.phase] : [],
  );
  return [rule, ...did(writes as never).filter((one) => !one.startsWith('updateStatus')), ...phases].join(
    ' | ',
  );
}

const binds = (name: string) =>
  `volumeFits | update ${name} | updateStatus ${name} | update data | updateStatus data`;
const waits = 'noVolumeFits | FailedBinding';
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: metaOf('a'),
  spec: { containers: [] },
  status: { phase: 'Running' },
} as KubeObject;

const claims: readonly (readonly [string, string, string])[] = [
  [
    'a claim that is going and unused is let go',
    toldClaim(claimOf({}, going)),
    'deletedClaimIsUnused | update data',
  ],
  ['one that is used is not', toldClaim(claimOf({}, going), pod), 'deletedClaimIsUsed'],
  ['a lost claim stays lost', toldClaim(claimOf({}, {}, 'Lost'), volumeOf('pv')), 'claimIsLost'],
  [
    'a bound claim whose volume is gone is lost',
    toldClaim(claimOf({ volumeName: 'pv' }, { annotations: bound }, 'Bound')),
    'volumeIsGone | updateStatus data | ClaimLost',
  ],
  [
    'so is one whose volume is bound to another claim',
    toldClaim(
      claimOf({ volumeName: 'pv' }, { annotations: bound }, 'Bound'),
      volumeOf('pv', { claimRef: ref('other') }),
    ),
    'volumeIsOfAnotherClaim | updateStatus data | ClaimMisbound',
  ],
  [
    'a bound claim says whether a Pod names it',
    toldClaim(
      claimOf({ volumeName: 'pv' }, { annotations: bound }, 'Bound'),
      volumeOf('pv', { claimRef: ref('data') }, 'Bound'),
    ),
    'useIsNotNoted | updateStatus data',
  ],
  [
    'and rests as long as it is so',
    toldClaim(unused, volumeOf('pv', { claimRef: ref('data') }, 'Bound')),
    'claimIsBound',
  ],
  [
    'until one does that has no node yet',
    toldClaim(unused, volumeOf('pv', { claimRef: ref('data') }, 'Bound'), userOf('1')),
    'useIsNotNoted | updateStatus data',
  ],
  ['a claim takes a volume that fits', toldClaim(claimOf(), volumeOf('pv')), binds('pv')],
  [
    'the smallest of those',
    toldClaim(claimOf(), volumeOf('big', { capacity: { storage: '5Gi' } }), volumeOf('pv')),
    binds('pv'),
  ],
  [
    'but rather the one that was made for it',
    toldClaim(claimOf(), volumeOf('pv'), volumeOf('mine', { capacity: { storage: '5Gi' }, claimRef: ref() })),
    binds('mine'),
  ],
  [
    'not one that is too small',
    toldClaim(claimOf(), volumeOf('pv', { capacity: { storage: '1Gi' } })),
    waits,
  ],
  [
    'nor one with other access modes',
    toldClaim(claimOf(), volumeOf('pv', { accessModes: ['ReadOnlyMany'] })),
    waits,
  ],
  ['nor one of another class', toldClaim(claimOf(), volumeOf('pv', { storageClassName: 'x' })), waits],
  ['nor one of another mode', toldClaim(claimOf(), volumeOf('pv', { volumeMode: 'Block' })), waits],
  [
    'nor one without the labels',
    toldClaim(claimOf({ selector: { matchLabels: { a: 'b' } } }), volumeOf('pv')),
    waits,
  ],
  [
    'nor one that somebody has',
    toldClaim(claimOf(), volumeOf('pv', { claimRef: ref('other') }, 'Bound')),
    waits,
  ],
  [
    'nor one that was released',
    toldClaim(claimOf(), volumeOf('pv', { claimRef: { ...ref('x'), name: 'x' } }, 'Released')),
    waits,
  ],
  [
    'a volume with fewer access modes comes before a smaller one',
    toldClaim(
      claimOf(),
      volumeOf('pv', { accessModes: ['ReadWriteOnce', 'ReadWriteMany'] }),
      volumeOf('big', { capacity: { storage: '5Gi' } }),
    ),
    binds('big'),
  ],
  [
    'one that was made for it may be of another class and without the labels',
    toldClaim(
      claimOf({ selector: { matchLabels: { a: 'b' } } }),
      volumeOf('pv', { claimRef: ref(), storageClassName: 'x' }),
    ),
    binds('pv'),
  ],
  [
    'a claim that names a volume waits for that',
    toldClaim(claimOf({ volumeName: 'pv' }), volumeOf('other')),
    'namedVolumeIsNotThere',
  ],
  ['and takes it', toldClaim(claimOf({ volumeName: 'pv' }), volumeOf('pv')), binds('pv')],
  [
    'unless another claim has it',
    toldClaim(claimOf({ volumeName: 'pv' }), volumeOf('pv', { claimRef: ref('other') }, 'Bound')),
    'namedVolumeIsTaken | FailedBinding',
  ],
  [
    'or it does not fit',
    toldClaim(claimOf({ volumeName: 'pv' }), volumeOf('pv', { capacity: { storage: '1Gi' } })),
    'namedVolumeDoesNotFit | VolumeMismatch',
  ],
  [
    'a claim without a class gets the default one',
    toldClaim(
      claimOf({ storageClassName: undefined }),
      storage('fast', {}, { 'storageclass.kubernetes.io/is-default-class': 'true' }),
    ),
    'defaultClassIsThere | update data',
  ],
  ['if there is one', toldClaim(claimOf({ storageClassName: undefined }), standard), waits],
  [
    'a class that is missing is named',
    toldClaim(claimOf({ storageClassName: 'gone' })),
    'storageClassIsMissing | ProvisioningFailed',
  ],
  [
    'a claim may wait for its first consumer',
    toldClaim(claimOf({ storageClassName: 'late' }), late),
    'noPodUsesItYet | WaitForFirstConsumer',
  ],
  [
    'but not if it came later',
    toldClaim(claimOf({ storageClassName: 'late' }, { resourceVersion: '9' }), late, userOf('10')),
    'noPodUsesItYet | WaitForFirstConsumer',
  ],
  [
    'or for its Pod to be placed, if that was there before it',
    toldClaim(claimOf({ storageClassName: 'late' }, { resourceVersion: '9' }), late, userOf('1')),
    'noPodUsesItYet | WaitForPodScheduled',
  ],
  [
    'and takes no volume before',
    toldClaim(claimOf({ storageClassName: 'late' }), late, volumeOf('pv', { storageClassName: 'late' })),
    'noPodUsesItYet | WaitForFirstConsumer',
  ],
  [
    'a class without a provisioner makes nothing',
    toldClaim(
      claimOf({ storageClassName: 'local' }),
      storage('local', { provisioner: 'kubernetes.io/no-provisioner' }),
    ),
    'nobodyMakesVolumes | ProvisioningFailed',
  ],
  [
    'else a volume is made',
    toldClaim(claimOf({ storageClassName: 'standard' }), standard),
    'volumeIsToBeMade | create PersistentVolume',
  ],
];

const named = claimOf({ volumeName: 'pv' });
const deleted = (place: Partial<PersistentVolume['spec']>) =>
  volumeOf('pv', { claimRef: ref('data'), persistentVolumeReclaimPolicy: 'Delete', ...place }, 'Released');
const volumes: readonly (readonly [string, string, string])[] = [
  [
    'a volume that nobody has is Available',
    toldVolume(volumeOf('pv', {}, 'Pending')),
    'nobodyHasIt | Available',
  ],
  [
    'also when it is reserved',
    toldVolume(volumeOf('pv', { claimRef: ref() }, 'Pending')),
    'nobodyHasIt | Available',
  ],
  [
    'one whose claim names it is Bound',
    toldVolume(volumeOf('pv', { claimRef: ref('data') }), named),
    'claimNamesIt | Bound',
  ],
  [
    'one whose claim does not yet waits',
    toldVolume(volumeOf('pv', { claimRef: ref('data') }), claimOf()),
    'claimDoesNotNameItYet',
  ],
  [
    'one whose claim is bound elsewhere is given back',
    toldVolume(volumeOf('pv', { claimRef: ref('data') }), claimOf({ volumeName: 'other' })),
    'claimIsBoundElsewhere | update pv',
  ],
  [
    'one whose claim is gone is Released',
    toldVolume(volumeOf('pv', { claimRef: ref('data') }, 'Bound')),
    'claimIsGone | Released',
  ],
  [
    'and goes when its policy is Delete',
    toldVolume(
      volumeOf(
        'pv',
        { claimRef: ref('data'), persistentVolumeReclaimPolicy: 'Delete' },
        'Released',
        provisioned,
      ),
    ),
    'volumeGoesWithClaim | delete pv',
  ],
  [
    'unless nobody knows how to delete it',
    toldVolume(deleted({})),
    'nobodyCanDeleteIt | VolumeFailedDelete | Failed',
  ],
  [
    'the controller deletes a folder of a node below /tmp itself',
    toldVolume(deleted({ hostPath: { path: '/tmp/data' } })),
    'volumeGoesWithClaim | delete pv',
  ],
  [
    'and leaves a volume of a CSI driver to that',
    toldVolume(deleted({ hostPath: undefined, csi: { driver: 'd', volumeHandle: 'v' } })),
    'volumeIsRetained',
  ],
  [
    'and stays when it is Retain',
    toldVolume(
      volumeOf('pv', { claimRef: ref('data'), persistentVolumeReclaimPolicy: 'Retain' }, 'Released'),
    ),
    'volumeIsRetained',
  ],
  [
    'a bound volume that is to go stays',
    toldVolume(volumeOf('pv', { claimRef: ref('data') }, 'Bound', going), named),
    'deletedVolumeIsBound',
  ],
  [
    'until it is not bound any more',
    toldVolume(volumeOf('pv', {}, 'Released', going)),
    'deletedVolumeIsNotBound | update pv',
  ],
];

describe('a volume that a claim names and that is not what it asks for', () => {
  it.each<[string, Partial<PersistentVolume['spec']>, string | undefined]>([
    ['fits', {}, undefined],
    ['is too small', { capacity: { storage: '1Gi' }, storageClassName: 'x' }, 'requested PV is too small'],
    [
      'is of another class',
      { storageClassName: 'x', volumeMode: 'Block' },
      'storageClassName does not match',
    ],
    ['has other attributes', { volumeAttributesClassName: 'a' }, 'volumeAttributesClassName does not match'],
    ['is of another mode', { volumeMode: 'Block', accessModes: [] }, 'incompatible volumeMode'],
    ['is for others', { accessModes: ['ReadOnlyMany'] }, 'incompatible accessMode'],
  ])('%s', (_, spec, words) => {
    expect(misfitOf(volumeOf('pv', spec), claimOf())).toBe(words);
  });

  it('is to go', () => {
    expect(misfitOf(volumeOf('pv', {}, 'Available', going), claimOf())).toBe(
      'the volume is marked for deletion "pv"',
    );
  });
});

describe('what the controller says of a volume that it can not delete', () => {
  it.each<[Partial<PersistentVolume['spec']>, string]>([
    [{ hostPath: { path: '/data' } }, 'host_path deleter only supports /tmp/.+ but received provided /data'],
    [
      { hostPath: undefined, nfs: { server: 's', path: '/' } },
      'error getting deleter volume plugin for volume "pv": no deletable volume plugin matched',
    ],
    [
      { hostPath: undefined, local: { path: '/d' } },
      'error getting deleter volume plugin for volume "pv": no volume plugin matched',
    ],
  ])('%j', (place, words) => {
    const { writes } = decide(volumeMachine, volumeRules, undefined, {
      volume: deleted(place),
      claim: undefined,
      nowMs: 0,
    });
    expect(writes).toMatchObject([
      { object: { status: { phase: 'Failed', message: words } } },
      { type: 'Warning', reason: 'VolumeFailedDelete', message: words },
    ]);
  });
});

describe('the rules of claims', () => {
  it.each(claims)('%s', (_, got, wanted) => expect(got).toBe(wanted));

  it('all stand in the table', () => {
    const stand = new Set(claims.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(claimRules.map((rule) => rule.name).filter((name) => !stand.has(name))).toEqual([]);
  });
});

describe('the rules of volumes', () => {
  it.each(volumes)('%s', (_, got, wanted) => expect(got).toBe(wanted));

  it('all stand in the table', () => {
    const stand = new Set(volumes.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(volumeRules.map((rule) => rule.name).filter((name) => !stand.has(name))).toEqual([]);
  });
});

const pvc = (spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
});
const pv = (spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'pv' },
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/d' }, ...spec },
});
const using = bare('a', { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] });
const phases = (cluster: Cluster): string[] =>
  ['PersistentVolumeClaim', 'PersistentVolume'].flatMap((kind) =>
    cluster.reading
      .list<PersistentVolume>(kind)
      .map(({ metadata, status }) => `${metadata.name.slice(0, 4)} ${status.phase}`),
  );

describe('a claim and its volume', () => {
  it('are bound at once where the class says so, and go together', () => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    must(cluster, apply(pvc()), 100);
    expect(phases(cluster)).toEqual(['data Bound', 'pvc- Bound']);
    must(cluster, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data' }, 100);
    expect(phases(cluster)).toEqual([]);
  });

  it('say in a condition whether a Pod uses them', () => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    const condition = () =>
      cluster.reading
        .find<PersistentVolumeClaim>('PersistentVolumeClaim', 'default', 'data')
        ?.status.conditions?.map(({ type, status, reason, message }) => [type, status, reason, message]);
    must(cluster, apply(pvc()), 100);
    const no = [['Unused', 'True', 'NoPodsUsingPVC', 'No pods are currently referencing this PVC']];
    expect(condition()).toEqual(no);
    must(cluster, apply(using), 100);
    expect(condition()).toEqual([
      ['Unused', 'False', 'PodUsingPVC', 'A pod is currently referencing this PVC'],
    ]);
    must(cluster, { verb: 'delete', kind: 'Pod', name: 'a', gracePeriodSeconds: 0 }, 100);
    expect(condition()).toEqual(no);
  });

  it('are bound when the Pod has a node', () => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    must(cluster, apply(pvc({ storageClassName: 'late' })), 100);
    expect(phases(cluster)).toEqual(['data Pending']);
    must(cluster, apply(using), 100);
    expect(phases(cluster)).toEqual(['data Bound', 'pvc- Bound']);
    expect(look(cluster)).toEqual(['a Pending node-1']);
    expect(events(cluster, 'WaitForFirstConsumer')).toHaveLength(1);
  });

  it('are bound when the volume is made by hand, which stays with Retain and is not given to another', () => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    must(cluster, apply(pvc({ storageClassName: '' })), 100);
    must(cluster, apply(using), 100);
    expect(look(cluster)).toEqual(['a Pending -']);
    must(cluster, apply(pv()), 100);
    expect(phases(cluster)).toEqual(['data Bound', 'pv Bound']);
    expect(look(cluster)).toEqual(['a Pending node-1']);
    must(cluster, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data' }, 100);
    expect(phases(cluster)).toEqual(['data Bound', 'pv Bound']);
    must(cluster, { verb: 'delete', kind: 'Pod', name: 'a', gracePeriodSeconds: 0 }, 100);
    expect(phases(cluster)).toEqual(['pv Released']);
    must(cluster, apply(pvc({ storageClassName: '' })), 100);
    expect(phases(cluster)).toEqual(['data Pending', 'pv Released']);
  });

  it('keep a Pod on the node that may use the volume', () => {
    const cluster = clusterOf(3, { kubelet: 'played' });
    const terms = [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-3'] }] }];
    must(cluster, apply(pv({ nodeAffinity: { required: { nodeSelectorTerms: terms } } })), 100);
    must(cluster, apply(pvc({ storageClassName: '' })), 100);
    must(cluster, apply(using), 100);
    expect(look(cluster)).toEqual(['a Pending node-3']);
  });

  it('wait when the claim names a volume that does not fit, and say why', () => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    must(cluster, apply(pv()), 100);
    must(cluster, apply(pvc({ volumeName: 'pv' })), 100);
    expect(phases(cluster)).toEqual(['data Pending', 'pv Available']);
    expect(events(cluster, 'VolumeMismatch')).toContain(
      'VolumeMismatch data: Cannot bind to requested volume "pv": storageClassName does not match',
    );
  });

  it('have the newest default class from the beginning, if the claim names none', () => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    const classOf = () =>
      cluster.reading.find<PersistentVolumeClaim>('PersistentVolumeClaim', 'default', 'data')?.spec
        .storageClassName;
    must(cluster, apply(pv()), 2000);
    must(cluster, apply(pvc()));
    expect(classOf()).toBe('standard');
    must(cluster, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data' }, 100);
    must(
      cluster,
      apply(
        storage(
          'fast',
          {},
          { 'storageclass.beta.kubernetes.io/is-default-class': 'true' },
        ) as unknown as Manifest,
      ),
    );
    must(cluster, apply(pvc()));
    expect(classOf()).toBe('fast');
    must(cluster, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data' }, 100);
    must(cluster, apply(pvc({ storageClassName: '' })));
    expect(classOf()).toBe('');
  });

  it('are refused in Kubernetes words when they say too little or change too much', () => {
    const cluster = clusterOf(1);
    const words = (object: Manifest) => {
      const result = cluster.do(apply(object));
      return result.ok ? '' : result.status.message;
    };
    expect(words(pvc({ accessModes: [] }))).toBe(
      'PersistentVolumeClaim "data" is invalid: spec.accessModes: Required value: at least 1 access mode is required',
    );
    expect(words(pvc({ resources: {} }))).toBe(
      'PersistentVolumeClaim "data" is invalid: spec.resources[storage]: Required value',
    );
    expect(words(pv({ hostPath: undefined }))).toBe(
      'PersistentVolume "pv" is invalid: spec: Required value: must specify a volume type',
    );
    must(cluster, apply(pvc()), 100);
    expect(words(pvc({ accessModes: ['ReadWriteMany'] }))).toContain(
      'spec: Forbidden: spec is immutable after creation',
    );
    expect(words(pvc({ resources: { requests: { storage: '5Gi' } } }))).toBe('');
    expect(words(pvc({ resources: { requests: { storage: '1Mi' } } }))).toBe(
      'PersistentVolumeClaim "data" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity',
    );
  });
});
