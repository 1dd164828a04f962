import { keyFor, nameOf } from '../../keys';
import type { Node, PersistentVolume, PersistentVolumeClaim, Pod } from '../../objects';
import { claimKeysOf } from '../../pods';
import type { Reading } from '../../store';
import type { Write } from '../controller';
import {
  classOf,
  isReachable,
  noProvisioner,
  selectedNode,
  volumeFor,
  waitsForConsumer,
} from '../volumes/matching';
import type { Plugin } from './plugin';

/**
 * Volumes that a Pod needs: each claim is there, its volume can be used on the node or can still be found or made for it.
 * Models plugins/volumebinding volume_binding.go, binder.go (v1.37).
 * Leaves out: storage capacity, allowed topologies, limits of volumes a node.
 */
const claimsOf = (pod: Pod, reading: Reading): PersistentVolumeClaim[] =>
  claimKeysOf(pod).flatMap((key) => reading.get<PersistentVolumeClaim>(key) ?? []);

export const isBound = ({ spec, status }: PersistentVolumeClaim): boolean =>
  spec.volumeName !== undefined && status.phase === 'Bound';

/** What is wrong with the claims of a Pod, whatever the node: they are missing, or nobody binds them yet. */
export function claimTrouble(pod: Pod, reading: Reading): string | undefined {
  const missing = claimKeysOf(pod).find((key) => !reading.get(key));
  if (missing) return `persistentvolumeclaim ${JSON.stringify(nameOf(missing))} not found`;
  for (const { metadata, spec, status } of claimsOf(pod, reading)) {
    const claim = `persistentvolumeclaim ${JSON.stringify(metadata.name)}`;
    if (status.phase === 'Lost')
      return `${claim} bound to non-existent persistentvolume ${JSON.stringify(spec.volumeName ?? '')}`;
    if (metadata.deletionTimestamp) return `${claim} is being deleted`;
  }
  const isStuck = (claim: PersistentVolumeClaim) =>
    claim.spec.volumeName === undefined && !waitsForConsumer(classOf(reading, claim));
  return claimsOf(pod, reading).some(isStuck)
    ? 'pod has unbound immediate PersistentVolumeClaims'
    : undefined;
}

const volumeOf = (claim: PersistentVolumeClaim, reading: Reading): PersistentVolume | undefined =>
  reading.get<PersistentVolume>(keyFor('PersistentVolume', '', claim.spec.volumeName ?? ''));

const isMade = (claim: PersistentVolumeClaim, reading: Reading): boolean => {
  const provisioner = classOf(reading, claim)?.provisioner;
  return provisioner !== undefined && provisioner !== noProvisioner;
};

const reasons = {
  gone: 'node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)',
  elsewhere: "node(s) didn't match PersistentVolume's node affinity",
  none: "node(s) didn't find available persistent volumes to bind",
} as const;

function reasonAgainst(claim: PersistentVolumeClaim, node: Node, reading: Reading): string | undefined {
  if (claim.spec.volumeName !== undefined) {
    const volume = volumeOf(claim, reading);
    if (!volume) return reasons.gone;
    return isReachable(volume, node) ? undefined : reasons.elsewhere;
  }
  const chosen = claim.metadata.annotations?.[selectedNode];
  if (chosen !== undefined) return chosen === node.metadata.name ? undefined : reasons.none;
  const found = volumeFor(claim, reading.list<PersistentVolume>('PersistentVolume'), node);
  return found || isMade(claim, reading) ? undefined : reasons.none;
}

export const volumeBinding: Plugin = {
  name: 'VolumeBinding',
  filter: (pod, { reading }) => {
    const claims = claimsOf(pod, reading);
    if (claims.length === 0) return undefined;
    return ({ node }) => {
      const against = claims.flatMap((claim) => reasonAgainst(claim, node, reading) ?? []);
      return against.length ? { reasons: [...new Set(against)], isFinal: true } : undefined;
    };
  },
};

/** Claims that wait for the Pod to have a node, and were not told yet which it is. */
export const claimsToReserve = (pod: Pod, reading: Reading): PersistentVolumeClaim[] =>
  claimsOf(pod, reading).filter(
    (claim) =>
      claim.spec.volumeName === undefined &&
      claim.metadata.annotations?.[selectedNode] === undefined &&
      waitsForConsumer(classOf(reading, claim)) &&
      !reading
        .list<PersistentVolume>('PersistentVolume')
        .some(({ spec }) => spec.claimRef?.uid === claim.metadata.uid),
  );

export const isWaitingForVolumes = (pod: Pod, reading: Reading): boolean =>
  claimsOf(pod, reading).some((claim) => !isBound(claim));

/** Gives a claim the free volume that fits the node, or has one made there. */
export function reserve(claim: PersistentVolumeClaim, node: Node, reading: Reading): Write {
  const volume = volumeFor(claim, reading.list<PersistentVolume>('PersistentVolume'), node);
  if (volume) {
    const { apiVersion, kind, metadata } = claim;
    const claimRef = {
      kind,
      apiVersion,
      namespace: metadata.namespace ?? '',
      name: metadata.name,
      uid: metadata.uid,
    };
    return { do: 'update', object: { ...volume, spec: { ...volume.spec, claimRef } } as PersistentVolume };
  }
  const annotations = { ...claim.metadata.annotations, [selectedNode]: node.metadata.name };
  return { do: 'update', object: { ...claim, metadata: { ...claim.metadata, annotations } } };
}
