import type { KubeObject, ObjectMeta, OwnerReference } from './objects';

/** `Kind/namespace/name`; the namespace of a cluster-wide kind is empty. One spelling for store, journal and machines. */
export const keyOf = (object: {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string; readonly name: string };
}): string => `${object.kind}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;

export const keyFor = (kind: string, namespace: string, name: string): string =>
  `${kind}/${namespace}/${name}`;

export const kindOf = (key: string): string => key.slice(0, key.indexOf('/'));
export const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
export const namespaceOf = (key: string): string => key.slice(key.indexOf('/') + 1, key.lastIndexOf('/'));

/** The one owner that manages the object, if any. Source: meta/v1 GetControllerOf. */
export const controllerOf = (metadata: ObjectMeta): OwnerReference | undefined =>
  metadata.ownerReferences?.find((owner) => owner.controller);

/** The key of the controller of this kind that manages the object: one, or none. */
export const ownerKeys = (kind: string, object: KubeObject | undefined): string[] => {
  const owner = object && controllerOf(object.metadata);
  return owner?.kind === kind ? [keyFor(kind, object?.metadata.namespace ?? '', owner.name)] : [];
};

export const isOwnedBy = (object: KubeObject, uid: string): boolean =>
  object.metadata.ownerReferences?.some((owner) => owner.uid === uid) ?? false;

export const isTerminating = (object: KubeObject): boolean => object.metadata.deletionTimestamp !== undefined;

/** A reference that makes `owner` the controller of what carries it. Source: meta/v1 NewControllerRef. */
export const controllerRef = (owner: KubeObject): OwnerReference => ({
  apiVersion: owner.apiVersion,
  kind: owner.kind,
  name: owner.metadata.name,
  uid: owner.metadata.uid,
  controller: true,
  blockOwnerDeletion: true,
});

/** Compares entries of an object by their keys. */
export const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
