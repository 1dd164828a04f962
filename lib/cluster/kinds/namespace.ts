import type { Namespace } from '../objects';
import { defineKind } from './kind';

const finalizer = 'kubernetes';
const nameLabel = 'kubernetes.io/metadata.name';

/** A new namespace is Active and held by `kubernetes`; who holds it changes by the finalize subresource alone. */
function prepared(namespace: Namespace, before?: Namespace): Namespace {
  if (before) return { ...namespace, spec: before.spec };
  const { finalizers = [] } = namespace.spec;
  return {
    ...namespace,
    spec: {
      ...namespace.spec,
      finalizers: finalizers.includes(finalizer) ? finalizers : [...finalizers, finalizer],
    },
    status: { phase: 'Active' },
  };
}

/**
 * Source: pkg/registry/core/namespace/strategy.go PrepareForCreate, PrepareForUpdate, storage/storage.go Delete;
 * pkg/apis/core/v1/defaults.go SetDefaults_Namespace (v1.37).
 */
export const namespace = defineKind<Namespace>({
  kind: 'Namespace',
  apiVersion: 'v1',
  plural: 'namespaces',
  hasGeneration: false,
  namespaced: false,
  nameForm: 'label',
  defaulted: (object) => ({
    ...object,
    metadata: object.metadata.name
      ? { ...object.metadata, labels: { ...object.metadata.labels, [nameLabel]: object.metadata.name } }
      : object.metadata,
    spec: object.spec ?? {},
    status: object.status ?? { phase: 'Active' },
  }),
  prepared,
  isHeld: ({ spec }) => (spec.finalizers ?? []).length > 0,
  terminating: (object) => {
    const { deletionGracePeriodSeconds: _, ...metadata } = object.metadata;
    return { ...object, metadata, status: { ...object.status, phase: 'Terminating' } };
  },
});
