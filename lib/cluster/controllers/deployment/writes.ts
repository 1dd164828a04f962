import type { Status } from '../../command';
import { controllerRef } from '../../keys';
import type { Deployment, DeploymentStatus, ReplicaSet } from '../../objects';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import type { Observed } from './observed';
import { newReplicaSet, revisionAnnotation, sizeAnnotations, templateOf } from './replicasets';
import type { Scaling } from './sizes';
import { hasDeadline, withProgress } from './status';

/**
 * What a Deployment's sync writes: ReplicaSets made, sized, adopted and let go, with the Events that tell of it.
 * Models pkg/controller/deployment/sync.go getNewReplicaSet, scaleReplicaSet, and controller_ref_manager.go (v1.37).
 */

const says = (
  { deployment }: Observed,
  reason: string,
  message: string,
  type: 'Normal' | 'Warning' = 'Normal',
): Write => said(deployment, type, reason, message);

const scaledFromTo = (observed: Observed, name: string, from: number, to: number): Write =>
  says(
    observed,
    'ScalingReplicaSet',
    `Scaled ${to > from ? 'up' : 'down'} replica set ${name} from ${from} to ${to}`,
  );

const withStatus = ({ deployment }: Observed, status: Partial<DeploymentStatus>): Write => ({
  do: 'updateStatus',
  object: { ...deployment, status: { ...deployment.status, ...status } } as Deployment,
});

export const withRevision = ({ deployment }: Observed, revision: string): Write => {
  const annotations = { ...deployment.metadata.annotations, [revisionAnnotation]: revision };
  return { do: 'update', object: { ...deployment, metadata: { ...deployment.metadata, annotations } } };
};

/** The template of the ReplicaSet before, as `kubectl rollout undo` puts it back. */
export function undo({ deployment, previous }: Observed): Write[] {
  if (!previous) return [];
  const object = { ...deployment, spec: { ...deployment.spec, template: templateOf(previous) } };
  return [{ do: 'update', object } as const];
}

export const annotationsOfSize = ({ deployment, mostReplicas }: Observed) =>
  sizeAnnotations(deployment.spec.replicas, mostReplicas);

/** Sizes a ReplicaSet, with an Event if it had another size. Source: scaleReplicaSet. */
function size(observed: Observed, { replicaSet, replicas }: Scaling): Write[] {
  const { metadata, spec } = replicaSet;
  const annotations = { ...metadata.annotations, ...annotationsOfSize(observed) };
  const object = { ...replicaSet, metadata: { ...metadata, annotations }, spec: { ...spec, replicas } };
  return [
    { do: 'update', object },
    ...(replicas === spec.replicas ? [] : [scaledFromTo(observed, metadata.name, spec.replicas, replicas)]),
  ];
}

export const sizeAll = (observed: Observed, scalings: readonly Scaling[]): Write[] =>
  scalings.flatMap((scaling) => size(observed, scaling));

const withOwners = (
  object: ReplicaSet,
  ownerReferences: ReplicaSet['metadata']['ownerReferences'],
): Write => ({
  do: 'update',
  object: { ...object, metadata: { ...object.metadata, ownerReferences } },
});

export const release = ({ strays, deployment }: Observed): Write[] =>
  strays.map((object) => {
    const left = object.metadata.ownerReferences?.filter((owner) => owner.uid !== deployment.metadata.uid);
    return withOwners(object, left?.length ? left : undefined);
  });

export const adopt = ({ orphans, deployment }: Observed): Write[] =>
  orphans.map((object) =>
    withOwners(object, [...(object.metadata.ownerReferences ?? []), controllerRef(deployment)]),
  );

/** A name that is taken is a collision of hashes: the next try counts it in. Any other refusal is told. */
function notCreated(observed: Observed, name: string, { reason, message }: Status): Write[] {
  const { deployment, nowMs } = observed;
  const { status } = deployment;
  if (reason === 'AlreadyExists')
    return [withStatus(observed, { collisionCount: (status.collisionCount ?? 0) + 1 })];
  const told = `Failed to create new replica set ${JSON.stringify(name)}: ${message}`;
  const conditions = withProgress(status, nowMs, 'False', 'ReplicaSetCreateError', told);
  return [
    ...(hasDeadline(deployment) ? [withStatus(observed, { conditions })] : []),
    says(observed, 'ReplicaSetCreateError', told, 'Warning'),
  ];
}

function created(observed: Observed, name: string, replicas: number): Write[] {
  const { deployment, nowMs, nextRevision } = observed;
  const told = `Created new replica set ${JSON.stringify(name)}`;
  const conditions = withProgress(deployment.status, nowMs, 'True', 'NewReplicaSetCreated', told);
  return [
    ...(replicas > 0 ? [scaledFromTo(observed, name, 0, replicas)] : []),
    withRevision(observed, String(nextRevision)),
    ...(hasDeadline(deployment) ? [withStatus(observed, { conditions })] : []),
  ];
}

export function create(observed: Observed): Write[] {
  const { deployment, nextRevision, newSize, mostReplicas } = observed;
  const object = newReplicaSet(deployment, nextRevision, newSize, mostReplicas);
  const { name } = object.metadata;
  return [
    {
      do: 'create',
      object,
      made: () => created(observed, name, newSize),
      refused: (status) => notCreated(observed, name, status),
    },
  ];
}
