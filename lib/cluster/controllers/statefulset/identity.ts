import { controllerRef, isOwnedBy, isTerminating, keyFor } from '../../keys';
import type {
  ClaimTemplate,
  ControllerRevision,
  Manifest,
  OwnerReference,
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
} from '../../objects';
import { revisionHash, revisionLabel, newRevision as revisionOfTemplate, templateOf } from '../history';

/**
 * What a StatefulSet's Pods are called and what they own: name, labels, hostname, claims, revision.
 * Models pkg/controller/statefulset/stateful_set_utils.go (v1.37).
 */

export const startOrdinal = (set: StatefulSet): number => set.spec.ordinals?.start ?? 0;
export const isOrdered = (set: StatefulSet): boolean => set.spec.podManagementPolicy !== 'Parallel';
export const revisionOf = (pod: Pod): string => pod.metadata.labels?.[revisionLabel] ?? '';
export const podName = (set: StatefulSet, ordinal: number): string => `${set.metadata.name}-${ordinal}`;

/** The ordinal in a Pod's name, or undefined if the name is not one of this set's. */
export function ordinalOf(set: StatefulSet, name: string): number | undefined {
  const prefix = `${set.metadata.name}-`;
  const digits = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^(0|[1-9]\d*)$/.test(digits) ? Number(digits) : undefined;
}

export const claimName = (template: ClaimTemplate, set: StatefulSet, ordinal: number): string =>
  `${template.metadata.name}-${podName(set, ordinal)}`;

export const claimKeys = (set: StatefulSet, ordinal: number): string[] =>
  (set.spec.volumeClaimTemplates ?? []).map((template) =>
    keyFor('PersistentVolumeClaim', set.metadata.namespace ?? '', claimName(template, set, ordinal)),
  );

/** The set's template of now as a revision. Source: newRevision, getPatch. */
export const newRevision = (set: StatefulSet, revision: number): Manifest =>
  revisionOfTemplate(set, set.spec.template, revisionHash(set.spec.template), revision);

/** The label that tells a Pod's place: the set repairs it on a Pod that it adopted. */
const nameLabel = 'statefulset.kubernetes.io/pod-name';

/** Source: identityMatches. */
export const isNamed = ({ metadata }: Pod): boolean => metadata.labels?.[nameLabel] === metadata.name;

/** The Pod with the labels of its place. Source: updateIdentity. */
export const named = ({ metadata, ...pod }: Pod, ordinal: number): Pod => ({
  ...pod,
  metadata: {
    ...metadata,
    labels: { ...metadata.labels, ...labelsOfPlace(metadata.name, ordinal) },
  },
});

const labelsOfPlace = (name: string, ordinal: number) => ({
  [nameLabel]: name,
  'apps.kubernetes.io/pod-index': String(ordinal),
});

/** The Pod of an ordinal, from the template of a revision. */
export function newPod(set: StatefulSet, revision: ControllerRevision, ordinal: number): Manifest {
  const template = templateOf(revision);
  const name = podName(set, ordinal);
  const claims = (set.spec.volumeClaimTemplates ?? []).map((claim) => ({
    name: claim.metadata.name,
    persistentVolumeClaim: { claimName: claimName(claim, set, ordinal) },
  }));
  const others = (template.spec.volumes ?? []).filter(
    (volume) => !claims.some((claim) => claim.name === volume.name),
  );
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: set.metadata.namespace,
      labels: {
        ...template.metadata?.labels,
        ...labelsOfPlace(name, ordinal),
        [revisionLabel]: revision.metadata.name,
      },
      ...(template.metadata?.annotations && { annotations: template.metadata.annotations }),
      ...(template.metadata?.finalizers && { finalizers: template.metadata.finalizers }),
      ownerReferences: [controllerRef(set)],
    },
    spec: {
      ...template.spec,
      hostname: name,
      ...(set.spec.serviceName && { subdomain: set.spec.serviceName }),
      ...(claims.length + others.length > 0 && { volumes: [...claims, ...others] }),
    },
  };
}

export function newClaim(
  set: StatefulSet,
  template: ClaimTemplate,
  ordinal: number,
  owners: readonly OwnerReference[],
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: claimName(template, set, ordinal),
      namespace: set.metadata.namespace,
      labels: { ...template.metadata.labels, ...set.spec.selector.matchLabels },
      ...(template.metadata.annotations && { annotations: template.metadata.annotations }),
      ...(owners.length > 0 && { ownerReferences: owners }),
    },
    spec: template.spec,
  };
}

/**
 * Who owns a claim under the set's retention policy, so that the garbage collector takes it in time: nobody, the set
 * (whenDeleted: Delete), or a Pod that is scaled away (whenScaled: Delete). Source: updateClaimOwnerRefForSetAndPod.
 * `isPods`: it is believed to be its Pod's.
 */
export function claimOwners(
  set: StatefulSet,
  pod: Pod | undefined,
  isCondemned: boolean,
  isPods = false,
): OwnerReference[] {
  if (isPods && pod) return [controllerRef(pod)];
  const { whenDeleted, whenScaled } = set.spec.persistentVolumeClaimRetentionPolicy ?? {};
  if (whenScaled === 'Delete' && isCondemned) return pod ? [controllerRef(pod)] : [];
  return whenDeleted === 'Delete' ? [controllerRef(set)] : [];
}

/** The claim's owners as they should be: those of others stay, ours follow the policy. */
export function ownersUnderPolicy(
  set: StatefulSet,
  claim: PersistentVolumeClaim,
  pod: Pod,
  isCondemned: boolean,
  isPods = false,
): OwnerReference[] {
  const others = (claim.metadata.ownerReferences ?? []).filter(
    (owner) => owner.uid !== set.metadata.uid && !(owner.kind === 'Pod' && owner.name === pod.metadata.name),
  );
  return [...others, ...claimOwners(set, pod, isCondemned, isPods)];
}

/** A claim that still belongs to an earlier life of the Pod and goes with it: nobody may use it again. */
export const isStale = (claim: PersistentVolumeClaim, podNameNow: string, pod: Pod | undefined): boolean =>
  isTerminating(claim) ||
  (claim.metadata.ownerReferences ?? []).some(
    (owner) =>
      owner.kind === 'Pod' && owner.name === podNameNow && !(pod && isOwnedBy(claim, pod.metadata.uid)),
  );
