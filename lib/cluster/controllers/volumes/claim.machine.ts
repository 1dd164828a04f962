import { defaultClass } from '../../api/default-class';
import { isTerminating, keyFor, keyOf, kindOf } from '../../keys';
import type { PersistentVolume, PersistentVolumeClaim, Pod } from '../../objects';
import { claimKeysOf, hasEnded, isShutDown } from '../../pods';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult, Write } from '../controller';
import { said } from '../controller-ref';
import { decide, machineOf, type Rule } from '../rules';
import { bind, bindCompleted, provision } from './binding';
import {
  classOf,
  isFor,
  misfitOf,
  noProvisioner,
  selectedNode,
  volumeFor,
  waitsForConsumer,
} from './matching';
import { isMisnoted, withUse } from './use';

/**
 * Finds a volume for a claim or has one made, and lets a claim go once no Pod uses it any more. One machine for each claim.
 * Models pkg/controller/volume/persistentvolume/pv_controller.go syncClaim and pvcprotection (v1.37); the provisioner is one
 * that always succeeds and says nothing. Leaves out: resizing, data sources, volumes of another mode than asked for.
 */
export interface Observed {
  readonly claim: PersistentVolumeClaim;
  readonly reading: Reading;
  /** A Pod with a node has it, so that it can't go. */
  readonly isUsed: boolean;
  readonly nowMs: number;
}

const protection = 'kubernetes.io/pvc-protection';

const all = (reading: Reading): PersistentVolume[] => reading.list<PersistentVolume>('PersistentVolume');
const named = ({ claim, reading }: Observed): PersistentVolume | undefined =>
  claim.spec.volumeName
    ? reading.get<PersistentVolume>(keyFor('PersistentVolume', '', claim.spec.volumeName))
    : undefined;

/**
 * Pods without a node that were there before the claim. One that comes after it, as a StatefulSet's, comes too late to be seen.
 * Source: findNonScheduledPodsByPVC.
 */
function waitingFor(claim: PersistentVolumeClaim, reading: Reading): string[] {
  const key = keyOf(claim);
  const version = ({ metadata }: Pod | PersistentVolumeClaim) => Number(metadata.resourceVersion);
  return reading
    .list<Pod>('Pod')
    .filter(
      (pod) =>
        !pod.spec.nodeName &&
        !hasEnded(pod) &&
        version(pod) < version(claim) &&
        claimKeysOf(pod).includes(key),
    )
    .map(({ metadata }) => metadata.name);
}

/** The volume that is for the claim, if there is one: the one that it names, else one that fits. */
function match(o: Observed): PersistentVolume | undefined {
  const { claim, reading } = o;
  if (claim.spec.volumeName) {
    const volume = named(o);
    if (!volume || volume.spec.claimRef) return volume && isFor(volume, claim) ? volume : undefined;
    return isBound(o) || misfitOf(volume, claim) === undefined ? volume : undefined;
  }
  const isDelayed = waitsForConsumer(classOf(reading, claim));
  const volumes = isDelayed ? all(reading).filter((volume) => isFor(volume, claim)) : all(reading);
  return volumeFor(claim, volumes);
}

const lose = (claim: PersistentVolumeClaim, reason: string, message: string): Write[] => [
  { do: 'updateStatus', object: { ...claim, status: { phase: 'Lost' } } as PersistentVolumeClaim },
  said(claim, 'Warning', reason, message),
];

const isBound = ({ claim }: Observed): boolean => claim.metadata.annotations?.[bindCompleted] !== undefined;
const hasNoClass = ({ claim }: Observed): boolean => !claim.spec.storageClassName;

export const claimRules: readonly Rule<Observed>[] = [
  {
    name: 'deletedClaimIsUnused',
    state: 'releasing',
    holds: ({ claim, isUsed }) => isTerminating(claim) && !isUsed,
    writes: ({ claim }) => {
      const finalizers = claim.metadata.finalizers?.filter((one) => one !== protection);
      return [{ do: 'update', object: { ...claim, metadata: { ...claim.metadata, finalizers } } }];
    },
  },
  { name: 'deletedClaimIsUsed', state: 'inUse', holds: ({ claim }) => isTerminating(claim) },
  { name: 'claimIsLost', state: 'lost', holds: ({ claim }) => claim.status.phase === 'Lost' },
  {
    name: 'volumeIsGone',
    state: 'losing',
    holds: (o) => isBound(o) && !named(o),
    writes: ({ claim }) =>
      lose(claim, 'ClaimLost', 'Bound claim has lost its PersistentVolume. Data on the volume is lost!'),
  },
  {
    name: 'volumeIsOfAnotherClaim',
    state: 'losing',
    holds: (o) => isBound(o) && match(o) === undefined,
    writes: ({ claim }) =>
      lose(claim, 'ClaimMisbound', 'Two claims are bound to the same volume, this one is bound incorrectly'),
  },
  {
    name: 'useIsNotNoted',
    state: 'notingUse',
    holds: (o) => isBound(o) && o.claim.status.phase === 'Bound' && isMisnoted(o.claim, o.reading),
    writes: (o) => [{ do: 'updateStatus', object: withUse(o.claim, o.reading, o.nowMs) }],
  },
  {
    name: 'claimIsBound',
    state: 'bound',
    holds: (o) => isBound(o) && o.claim.status.phase === 'Bound',
  },
  {
    name: 'volumeFits',
    state: 'binding',
    holds: (o) => match(o) !== undefined,
    writes: (o) => {
      const volume = match(o);
      return volume ? bind(o.claim, volume) : [];
    },
  },
  {
    name: 'namedVolumeIsNotThere',
    state: 'waitingForVolume',
    holds: (o) => o.claim.spec.volumeName !== undefined && !named(o),
  },
  {
    name: 'namedVolumeIsTaken',
    state: 'waitingForVolume',
    holds: (o) => named(o)?.spec.claimRef !== undefined,
    writes: ({ claim }) => [
      said(
        claim,
        'Warning',
        'FailedBinding',
        `volume ${JSON.stringify(claim.spec.volumeName)} already bound to a different claim.`,
      ),
    ],
  },
  {
    name: 'namedVolumeDoesNotFit',
    state: 'waitingForVolume',
    holds: (o) => named(o) !== undefined,
    writes: (o) => {
      const volume = named(o);
      const misfit = volume && misfitOf(volume, o.claim);
      return [
        said(
          o.claim,
          'Warning',
          'VolumeMismatch',
          `Cannot bind to requested volume ${JSON.stringify(o.claim.spec.volumeName)}: ${misfit}`,
        ),
      ];
    },
  },
  {
    name: 'defaultClassIsThere',
    state: 'assigningClass',
    holds: ({ claim, reading }) =>
      claim.spec.storageClassName === undefined && defaultClass(reading) !== undefined,
    writes: ({ claim, reading }) => {
      const spec = { ...claim.spec, storageClassName: defaultClass(reading)?.metadata.name };
      return [{ do: 'update', object: { ...claim, spec } }];
    },
  },
  {
    name: 'noVolumeFits',
    state: 'waitingForVolume',
    holds: hasNoClass,
    writes: ({ claim }) => [
      said(
        claim,
        'Normal',
        'FailedBinding',
        'no persistent volumes available for this claim and no storage class is set',
      ),
    ],
  },
  {
    name: 'storageClassIsMissing',
    state: 'waitingForStorageClass',
    holds: ({ claim, reading }) => !classOf(reading, claim),
    writes: ({ claim }) => [
      said(
        claim,
        'Warning',
        'ProvisioningFailed',
        `storageclass.storage.k8s.io ${JSON.stringify(claim.spec.storageClassName)} not found`,
      ),
    ],
  },
  {
    name: 'noPodUsesItYet',
    state: 'waitingForFirstConsumer',
    holds: ({ claim, reading }) =>
      waitsForConsumer(classOf(reading, claim)) && claim.metadata.annotations?.[selectedNode] === undefined,
    writes: ({ claim, reading }) => {
      const pods = waitingFor(claim, reading);
      const them = `${pods.length > 1 ? 'pods' : 'pod'} ${pods.join(',')}`;
      return [
        pods.length > 0
          ? said(claim, 'Normal', 'WaitForPodScheduled', `waiting for ${them} to be scheduled`)
          : said(
              claim,
              'Normal',
              'WaitForFirstConsumer',
              'waiting for first consumer to be created before binding',
            ),
      ];
    },
  },
  {
    name: 'nobodyMakesVolumes',
    state: 'waitingForVolume',
    holds: ({ claim, reading }) => classOf(reading, claim)?.provisioner === noProvisioner,
    writes: ({ claim }) => [
      said(claim, 'Warning', 'ProvisioningFailed', `no volume plugin matched name: ${noProvisioner}`),
    ],
  },
  {
    name: 'volumeIsToBeMade',
    state: 'provisioning',
    holds: () => true,
    writes: ({ claim, reading }) => provision(claim, classOf(reading, claim)),
  },
];

export const claimMachine = machineOf('persistentvolumeclaim', claimRules);

/** A Pod uses a claim from when it has a node, even after it has ended. */
const isUsed = (reading: Reading, key: string): boolean =>
  reading.podsWith(key).some(({ spec }) => spec.nodeName !== undefined);

const pendingClaims = (reading: Reading): string[] =>
  reading
    .list<PersistentVolumeClaim>('PersistentVolumeClaim')
    .filter(({ status }) => status.phase === 'Pending')
    .map(({ metadata }) => keyFor('PersistentVolumeClaim', metadata.namespace ?? '', metadata.name));

function forVolume(
  before: PersistentVolume | undefined,
  after: PersistentVolume | undefined,
  reading: Reading,
): string[] {
  const claimRef = (after ?? before)?.spec.claimRef;
  if (claimRef) return [keyFor('PersistentVolumeClaim', claimRef.namespace, claimRef.name)];
  return after?.status.phase === 'Available' ? pendingClaims(reading) : [];
}

/** A Pod that begins or ceases to need its claims. */
function forPod(before: Pod | undefined, after: Pod | undefined, reading: Reading): string[] {
  const isChanged = !before || !after || isShutDown(before) !== isShutDown(after);
  if (!isChanged) return [];
  return claimKeysOf((after ?? before) as Pod).filter((key) => {
    const claim = reading.get<PersistentVolumeClaim>(key);
    return claim && (isTerminating(claim) || claim.status.phase === 'Bound');
  });
}

export const claimController: Controller = {
  name: 'persistentvolume-controller',
  machine: 'persistentvolumeclaim',
  kinds: ['PersistentVolumeClaim', 'PersistentVolume', 'StorageClass', 'Pod'],
  delayMs: 3,
  concerns({ key, before, after }, reading) {
    switch (kindOf(key)) {
      case 'PersistentVolumeClaim':
        return [key];
      case 'PersistentVolume':
        return forVolume(
          before as PersistentVolume | undefined,
          after as PersistentVolume | undefined,
          reading,
        );
      case 'StorageClass':
        return pendingClaims(reading);
      default:
        return forPod(before as Pod | undefined, after as Pod | undefined, reading);
    }
  },
  sync(key, { reading, nowMs, state, beliefs }: SyncContext): SyncResult {
    const claim = reading.get<PersistentVolumeClaim>(key);
    if (!claim) return { writes: [] };
    const isInUse = isTerminating(claim) && isUsed(reading, key);
    return decide(claimMachine, claimRules, state, { claim, reading, nowMs, isUsed: isInUse }, beliefs);
  },
};
