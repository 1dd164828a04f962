import { isSame } from '../api/merge';
import { namespaceTerminating } from '../api/namespace-lifecycle';
import { controllerOf, controllerRef, isTerminating } from '../keys';
import type { KubeObject, Manifest, OwnerReference, Pod, PodTemplate } from '../objects';
import { hasEnded } from '../pods';
import type { Reading } from '../store';
import type { Write } from './controller';

/**
 * How an owner comes by its objects: it makes them from its template, takes those that its selector finds and nobody
 * manages, and lets go of those that it finds no more.
 * Models pkg/controller/controller_ref_manager.go and controller_utils.go GetPodFromTemplate, FilterActivePods (v1.37).
 */

/** Neither ended nor going. Source: controller_utils.go IsPodActive. */
export const isActive = (pod: Pod): boolean => !hasEnded(pod) && !isTerminating(pod);
/** Going, and not ended yet. Source: controller_utils.go IsPodTerminating. */
export const isGoing = (pod: Pod): boolean => !hasEnded(pod) && isTerminating(pod);

const withOwners = (object: KubeObject, ownerReferences: readonly OwnerReference[]): Write => ({
  do: 'update',
  object: {
    ...object,
    metadata: {
      ...object.metadata,
      ownerReferences: ownerReferences.length ? ownerReferences : undefined,
    },
  },
});

export const adopt = (owner: KubeObject, orphans: readonly KubeObject[]): Write[] =>
  orphans.map((object) =>
    withOwners(object, [...(object.metadata.ownerReferences ?? []), controllerRef(owner)]),
  );

export const release = (owner: KubeObject, strays: readonly KubeObject[]): Write[] =>
  strays.map((object) =>
    withOwners(
      object,
      (object.metadata.ownerReferences ?? []).filter(({ uid }) => uid !== owner.metadata.uid),
    ),
  );

/** Objects of a kind that the owner manages, in order of creation. */
export function managedBy<Kind extends KubeObject>(
  reading: Reading,
  owner: KubeObject,
  kind: string,
): Kind[] {
  const { uid } = owner.metadata;
  const managed: Kind[] = [];
  for (const object of reading.ownedBy(uid))
    if (object.kind === kind && controllerOf(object.metadata)?.uid === uid) managed.push(object as Kind);
  return managed;
}

/** Nobody manages it, and that is new, or its labels are: a selector may find it now. */
export const mayBeAdopted = (before: KubeObject | undefined, after: KubeObject | undefined): boolean =>
  after !== undefined &&
  !controllerOf(after.metadata) &&
  (!before || !!controllerOf(before.metadata) || !isSame(before.metadata.labels, after.metadata.labels));

/** Pods of the owner's namespace that nobody manages, that are not going and that `isSelected` finds. */
export function orphanPods(reading: Reading, owner: KubeObject, isSelected: (pod: Pod) => boolean): Pod[] {
  const orphans: Pod[] = [];
  for (const key of reading.unmanagedPods()) {
    const pod = reading.get<Pod>(key);
    if (pod && pod.metadata.namespace === owner.metadata.namespace && !isTerminating(pod) && isSelected(pod))
      orphans.push(pod);
  }
  return orphans;
}

/** A Pod of the template, named by the API server: `web-` and a suffix. */
export const podFromTemplate = (template: PodTemplate, owner: KubeObject): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    generateName: `${owner.metadata.name}-`,
    namespace: owner.metadata.namespace,
    ...(template.metadata?.labels && { labels: template.metadata.labels }),
    ...(template.metadata?.annotations && { annotations: template.metadata.annotations }),
    ...(template.metadata?.finalizers && { finalizers: template.metadata.finalizers }),
    ownerReferences: [controllerRef(owner)],
  },
  spec: template.spec,
});

/** An Event on an object. */
export const said = (
  on: KubeObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): Extract<Write, { do: 'event' }> => ({ do: 'event', on, type, reason, message });

/**
 * Makes a Pod of the template and says so. `refused` adds what follows when the API server says no; nothing follows in a
 * namespace that is going.
 * Source: controller_utils.go RealPodControl.createPods.
 */
export const createPod = (
  template: PodTemplate,
  owner: KubeObject,
  refused: (message: string) => readonly Write[] = () => [],
): Write => ({
  do: 'create',
  object: podFromTemplate(template, owner),
  made: (pod) => [said(owner, 'Normal', 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`)],
  refused: ({ message, causes }) =>
    causes?.some(({ reason }) => reason === namespaceTerminating)
      ? []
      : [said(owner, 'Warning', 'FailedCreate', `Error creating: ${message}`), ...refused(message)],
});

/** Deletes a Pod and says so. Source: controller_utils.go RealPodControl.DeletePod. */
export const deletePod = (pod: Pod, owner: KubeObject): Write[] => [
  { do: 'delete', object: pod },
  said(owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`),
];
