import { isSame } from '../../api/merge';
import { controllerRef } from '../../keys';
import type { Deployment, Labels, Manifest, PodTemplate, ReplicaSet } from '../../objects';
import { templateHash } from '../../template-hash';

/**
 * What a Deployment writes into its ReplicaSets: name, pod-template-hash, revision, the size of the whole.
 * Models pkg/controller/deployment/util/deployment_util.go SetNewReplicaSetAnnotations, EqualIgnoreHash, and sync.go
 * getNewReplicaSet (v1.37).
 */

export const hashLabel = 'pod-template-hash';
export const revisionAnnotation = 'deployment.kubernetes.io/revision';
const historyAnnotation = 'deployment.kubernetes.io/revision-history';
const desiredAnnotation = 'deployment.kubernetes.io/desired-replicas';
const maxAnnotation = 'deployment.kubernetes.io/max-replicas';

const ownToReplicaSets = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deprecated.deployment.rollback.to',
  revisionAnnotation,
  historyAnnotation,
  desiredAnnotation,
  maxAnnotation,
]);

/** A longer history of revisions loses its oldest numbers. */
const longestHistory = 2000;
const longestName = 253;

const countOf = (annotations: Labels | undefined, name: string): number | undefined => {
  const text = annotations?.[name] ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
};

/** 0 where none is recorded. */
export const revisionOf = ({ metadata }: ReplicaSet): number =>
  countOf(metadata.annotations, revisionAnnotation) ?? 0;
/** How many replicas the Deployment wanted, and how many it might have, when this ReplicaSet was last sized. */
export const desiredReplicasOf = ({ metadata }: ReplicaSet): number | undefined =>
  countOf(metadata.annotations, desiredAnnotation);
export const maxReplicasOf = ({ metadata }: ReplicaSet): number | undefined =>
  countOf(metadata.annotations, maxAnnotation);

const without = (labels: Labels | undefined, name: string): Labels =>
  Object.fromEntries(Object.entries(labels ?? {}).filter(([key]) => key !== name));

/** The template as its Deployment had it: without the label that the Deployment's controller adds. */
export function templateOf({ spec: { template } }: ReplicaSet): PodTemplate {
  return {
    ...template,
    metadata: { ...template.metadata, labels: without(template.metadata?.labels, hashLabel) },
  };
}

/** Equal but for the label that the Deployment's controller adds. */
export function isSameTemplate(a: PodTemplate, b: PodTemplate): boolean {
  return (
    isSame(a.spec, b.spec) &&
    isSame(without(a.metadata?.labels, hashLabel), without(b.metadata?.labels, hashLabel)) &&
    isSame(a.metadata?.annotations ?? {}, b.metadata?.annotations ?? {})
  );
}

/** The hash of the template; `collisionCount` makes another one when the name is taken. */
const hashOf = ({ spec, status }: Deployment): string => templateHash(spec.template, status.collisionCount);

function lengthened(history: string | undefined, revision: string): string {
  const revisions = history ? history.split(',') : [];
  while (revisions.length > 0 && [...revisions, revision].join(',').length > longestHistory)
    revisions.shift();
  return [...revisions, revision].join(',');
}

/**
 * The annotations of the Deployment's newest ReplicaSet: those of the Deployment itself, the revision if it grows, and, when
 * a ReplicaSet serves again, the revisions that it had before.
 */
export function newestAnnotations(
  { metadata }: Deployment,
  annotations: Labels | undefined,
  revision: number,
): Labels {
  const copied = Object.entries(metadata.annotations ?? {}).filter(([name]) => !ownToReplicaSets.has(name));
  const before = annotations?.[revisionAnnotation];
  const grows = (countOf(annotations, revisionAnnotation) ?? 0) < revision;
  return {
    ...annotations,
    ...Object.fromEntries(copied),
    ...(grows && { [revisionAnnotation]: String(revision) }),
    ...(grows && before && { [historyAnnotation]: lengthened(annotations?.[historyAnnotation], before) }),
  };
}

/** What a ReplicaSet is told of the whole whenever it is sized. */
export const sizeAnnotations = (desired: number, most: number): Labels => ({
  [desiredAnnotation]: String(desired),
  [maxAnnotation]: String(most),
});

/** The ReplicaSet of the Deployment's template as it is now. */
export function newReplicaSet(
  deployment: Deployment,
  revision: number,
  replicas: number,
  mostReplicas: number,
): Manifest & { readonly metadata: { readonly name: string } } {
  const { metadata, spec } = deployment;
  const hash = hashOf(deployment);
  const labels = { ...spec.template.metadata?.labels, [hashLabel]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name.slice(0, longestName - hash.length - 1)}-${hash}`,
      namespace: metadata.namespace,
      labels,
      annotations: {
        ...newestAnnotations(deployment, undefined, revision),
        ...sizeAnnotations(spec.replicas, mostReplicas),
      },
      ownerReferences: [controllerRef(deployment)],
    },
    spec: {
      replicas,
      ...(spec.minReadySeconds && { minReadySeconds: spec.minReadySeconds }),
      selector: { ...spec.selector, matchLabels: { ...spec.selector.matchLabels, [hashLabel]: hash } },
      template: { ...spec.template, metadata: { ...spec.template.metadata, labels } },
    },
  };
}
