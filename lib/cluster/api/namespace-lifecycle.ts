import type { Status } from '../command';
import { type Kind, resourceOf } from '../kinds/kind';
import type { Manifest, Namespace } from '../objects';
import type { Reading } from '../store';
import { notFound } from './refusal';

/**
 * What admission says of namespaces: nothing is made in one that is not there or that is going, and some never go.
 * Models apiserver pkg/admission/plugin/namespace/lifecycle/admission.go (v1.37).
 */

/** The cause of a refusal that no controller needs to tell of. Source: k8s.io/api core/v1 NamespaceTerminatingCause. */
export const namespaceTerminating = 'NamespaceTerminating';

const immortal: readonly string[] = ['default', 'kube-system', 'kube-public'];

/** Why nothing may be made in the namespace of the manifest, if nothing may. */
export function creationRefusal(reading: Reading, kind: Kind, { metadata }: Manifest): Status | undefined {
  if (!kind.namespaced) return undefined;
  const name = metadata.namespace ?? 'default';
  const namespace = reading.find<Namespace>('Namespace', '', name);
  if (!namespace) return notFound('namespaces', name);
  if (namespace.status.phase !== 'Terminating') return undefined;
  const object = metadata.name ?? metadata.generateName ?? 'Unknown';
  const reason = `unable to create new content in namespace ${name} because it is being terminated`;
  return {
    ...forbiddenObject(resourceOf(kind), object, reason),
    causes: [{ reason: namespaceTerminating, message: `namespace ${name} is being terminated` }],
  };
}

/** Why an object of this name may not be deleted. */
export const deletionRefusal = (kind: Kind, name: string): Status | undefined =>
  kind.kind === 'Namespace' && immortal.includes(name)
    ? forbiddenObject(resourceOf(kind), name, 'this namespace may not be deleted')
    : undefined;

/** 403. Source: apimachinery pkg/api/errors NewForbidden. */
const forbiddenObject = (resource: string, name: string, reason: string): Status => ({
  code: 403,
  reason: 'Forbidden',
  message: `${resource} ${JSON.stringify(name)} is forbidden: ${reason}`,
});
