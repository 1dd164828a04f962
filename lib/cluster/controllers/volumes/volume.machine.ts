import { isTerminating, keyFor, kindOf } from '../../keys';
import type { PersistentVolume, PersistentVolumeClaim } from '../../objects';
import type { Reading } from '../../store';
import { timestamp } from '../../time';
import type { Controller, SyncContext, SyncResult, Write } from '../controller';
import { said } from '../controller-ref';
import { decide, machineOf, type Rule } from '../rules';
import { boundByController, provisionedBy } from './binding';

/**
 * A volume's life: Available, Bound, Released, and what its reclaim policy says then. One machine for each volume.
 * Models pkg/controller/volume/persistentvolume/pv_controller.go syncVolume, reclaimVolume and pvprotection (v1.37).
 * Leaves out: the policy Recycle, and data: a volume that is released holds nothing.
 */
export interface Observed {
  readonly volume: PersistentVolume;
  /** The claim that the volume is bound to, if it is still that one. */
  readonly claim: PersistentVolumeClaim | undefined;
  readonly nowMs: number;
}

const protection = 'kubernetes.io/pv-protection';

type Phase = PersistentVolume['status']['phase'];
const enters = ({ volume, nowMs }: Observed, phase: Phase, message?: string): Write[] =>
  volume.status.phase === phase
    ? []
    : [
        {
          do: 'updateStatus',
          object: {
            ...volume,
            status: { phase, lastPhaseTransitionTime: timestamp(nowMs), ...(message && { message }) },
          } as PersistentVolume,
        },
      ];

const isBoundTo = ({ volume }: Observed): boolean => volume.spec.claimRef?.uid !== undefined;
const isReleased = ({ volume: { status } }: Observed): boolean =>
  status.phase === 'Released' || status.phase === 'Failed';
const isProvisioned = ({ volume }: Observed): boolean =>
  volume.metadata.annotations?.[provisionedBy] !== undefined;
const isDeletedWithClaim = ({ volume }: Observed): boolean =>
  volume.spec.persistentVolumeReclaimPolicy === 'Delete';

/** Volumes of which the controller knows where they are, and yet not how to delete them. */
const knownPlaces = ['nfs', 'fc', 'iscsi'];

/**
 * Why the controller can't delete a volume that no provisioner made; undefined for one that it can, and for one of a CSI driver,
 * which is left to that. Source: findDeletablePlugin; cmd/kube-controller-manager/app/plugins.go; volume/hostpath hostPathDeleter.
 */
function deletionError({ volume: { metadata, spec } }: Observed): string | undefined {
  const { hostPath, csi } = spec as { hostPath?: { path: string }; csi?: object };
  if (csi) return undefined;
  if (hostPath)
    return /\/tmp\/.+/.test(hostPath.path)
      ? undefined
      : `host_path deleter only supports /tmp/.+ but received provided ${hostPath.path}`;
  const why = knownPlaces.some((place) => spec[place]) ? 'no deletable volume plugin' : 'no volume plugin';
  return `error getting deleter volume plugin for volume ${JSON.stringify(metadata.name)}: ${why} matched`;
}

/** Somebody takes the volume away: its provisioner, or the controller itself. */
const isDeletable = (o: Observed): boolean => isProvisioned(o) || o.volume.spec.hostPath !== undefined;
const isElsewhere = ({ volume, claim }: Observed): boolean =>
  claim?.spec.volumeName !== undefined && claim.spec.volumeName !== volume.metadata.name;
/** Nobody has a claim to it any more. */
const isFreed = (o: Observed): boolean =>
  isBoundTo(o) && (!o.claim || (isElsewhere(o) && isProvisioned(o) && isDeletedWithClaim(o)));

/** Takes back what this controller bound; what somebody else reserved stays reserved, without the uid. */
function unbind({ volume }: Observed): Write[] {
  const { claimRef } = volume.spec;
  const { [boundByController]: byController, ...annotations } = volume.metadata.annotations ?? {};
  const { uid: _, ...reserved } = claimRef ?? { namespace: '', name: '' };
  const spec = { ...volume.spec, claimRef: byController ? undefined : reserved };
  return [{ do: 'update', object: { ...volume, metadata: { ...volume.metadata, annotations }, spec } }];
}

export const volumeRules: readonly Rule<Observed>[] = [
  {
    name: 'deletedVolumeIsNotBound',
    state: 'releasing',
    holds: ({ volume }) => isTerminating(volume) && volume.status.phase !== 'Bound',
    writes: ({ volume }) => {
      const finalizers = volume.metadata.finalizers?.filter((one) => one !== protection);
      return [{ do: 'update', object: { ...volume, metadata: { ...volume.metadata, finalizers } } }];
    },
  },
  {
    name: 'claimIsGone',
    state: 'released',
    holds: (o) => isFreed(o) && !isReleased(o),
    writes: (o) => enters(o, 'Released'),
  },
  {
    name: 'nobodyCanDeleteIt',
    state: 'failed',
    holds: (o) => isFreed(o) && isDeletedWithClaim(o) && !isProvisioned(o) && deletionError(o) !== undefined,
    writes: (o) => {
      const message = deletionError(o);
      const failing = enters(o, 'Failed', message);
      if (failing.length === 0 || message === undefined) return [];
      return [...failing, said(o.volume, 'Warning', 'VolumeFailedDelete', message)];
    },
  },
  {
    name: 'volumeGoesWithClaim',
    state: 'deleting',
    holds: (o) => isFreed(o) && isDeletedWithClaim(o) && isDeletable(o) && !isTerminating(o.volume),
    writes: ({ volume }) => [{ do: 'delete', object: volume }],
  },
  { name: 'volumeIsRetained', state: 'released', holds: isFreed },
  { name: 'deletedVolumeIsBound', state: 'inUse', holds: ({ volume }) => isTerminating(volume) },
  {
    name: 'nobodyHasIt',
    state: 'available',
    holds: (o) => !isBoundTo(o),
    writes: (o) => enters(o, 'Available'),
  },
  {
    name: 'claimIsBoundElsewhere',
    state: 'unbinding',
    holds: isElsewhere,
    writes: unbind,
  },
  {
    name: 'claimNamesIt',
    state: 'bound',
    holds: ({ volume, claim }) => claim?.spec.volumeName === volume.metadata.name,
    writes: (o) => enters(o, 'Bound'),
  },
  { name: 'claimDoesNotNameItYet', state: 'waitingForClaim', holds: () => true },
];

export const volumeMachine = machineOf('persistentvolume', volumeRules);

function claimOf(
  { spec: { claimRef } }: PersistentVolume,
  reading: Reading,
): PersistentVolumeClaim | undefined {
  if (!claimRef) return undefined;
  const claim = reading.find<PersistentVolumeClaim>(
    'PersistentVolumeClaim',
    claimRef.namespace,
    claimRef.name,
  );
  return claim?.metadata.uid === claimRef.uid ? claim : undefined;
}

export const volumeController: Controller = {
  name: 'persistentvolume-controller',
  machine: 'persistentvolume',
  kinds: ['PersistentVolume', 'PersistentVolumeClaim'],
  delayMs: 3,
  concerns({ key, before, after }) {
    if (kindOf(key) === 'PersistentVolume') return [key];
    const { volumeName } = ((after ?? before) as PersistentVolumeClaim).spec;
    const isChanged = !after || (before as PersistentVolumeClaim | undefined)?.spec.volumeName !== volumeName;
    return volumeName && isChanged ? [keyFor('PersistentVolume', '', volumeName)] : [];
  },
  sync(key, { reading, state, nowMs, beliefs }: SyncContext): SyncResult {
    const volume = reading.get<PersistentVolume>(key);
    if (!volume) return { writes: [] };
    return decide(
      volumeMachine,
      volumeRules,
      state,
      { volume, claim: claimOf(volume, reading), nowMs },
      beliefs,
    );
  },
};
