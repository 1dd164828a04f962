import type { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { controllerOf, isTerminating } from '@/lib/cluster/keys';
import type {
  Deployment,
  DeploymentCondition,
  DeploymentSpec,
  Event,
  Manifest,
  Pod,
  ReplicaSet,
} from '@/lib/cluster/objects';

/** The Deployment `web` of the tests. */
export function deployment(replicas: number, spec: object = {}, name = 'web'): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'app', image: 'app:v1' }] },
      },
      ...spec,
    },
  };
}

export const rolling = (
  maxSurge: number | string,
  maxUnavailable: number | string,
): Pick<DeploymentSpec, 'strategy'> => ({
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
});

const on = { kind: 'Deployment', name: 'web' } as const;
export const scale = (replicas: number): Command => ({ verb: 'scale', ...on, replicas });
export const patch = (spec: object): Command => ({ verb: 'patch', ...on, type: 'merge', body: { spec } });
export const setImage = (tag: string): Command => ({
  verb: 'patch',
  ...on,
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'app', image: `app:${tag}` }] } } } },
});
export const remove = (propagationPolicy: 'Background' | 'Foreground' | 'Orphan'): Command => ({
  verb: 'delete',
  ...on,
  propagationPolicy,
});

export const deploymentKey = 'Deployment/default/web';
export function get(cluster: Cluster): Deployment {
  const found = cluster.reading.get<Deployment>(deploymentKey);
  if (!found) throw new Error('there is no Deployment web');
  return found;
}

export const stateOf = (cluster: Cluster): string | undefined =>
  cluster.stateOf('deployment', deploymentKey)?.state;

/** The ReplicaSets of the Deployment in the order of their revisions. */
export const replicaSets = (cluster: Cluster): ReplicaSet[] =>
  cluster.reading
    .list<ReplicaSet>('ReplicaSet')
    .filter(({ metadata }) => controllerOf(metadata)?.uid === get(cluster).metadata.uid)
    .sort((a, b) => revisionOf(a) - revisionOf(b));

export const revisionOf = ({ metadata }: ReplicaSet | Deployment): number =>
  Number(metadata.annotations?.['deployment.kubernetes.io/revision']);

/** `app:v1 3/2`, …: the image, the size and the available Pods of each ReplicaSet. */
export const sizes = (cluster: Cluster): string[] =>
  replicaSets(cluster).map(
    ({ spec, status }) =>
      `${spec.template.spec.containers[0]?.image} ${spec.replicas}/${status.availableReplicas ?? 0}`,
  );

export const podsOf = (cluster: Cluster, { metadata }: ReplicaSet): Pod[] =>
  cluster.reading.ownedBy(metadata.uid).filter((object): object is Pod => object.kind === 'Pod');

/** Pods of the Deployment that nobody has asked to go. */
export const pods = (cluster: Cluster): Pod[] =>
  replicaSets(cluster)
    .flatMap((replicaSet) => podsOf(cluster, replicaSet))
    .filter((pod) => !isTerminating(pod));

export const condition = (cluster: Cluster, type: string): DeploymentCondition | undefined =>
  get(cluster).status.conditions?.find((one) => one.type === type);

/** `True NewReplicaSetAvailable`. */
export const progress = (cluster: Cluster): string | undefined => {
  const found = condition(cluster, 'Progressing');
  return found && `${found.status} ${found.reason}`;
};

/** What its controller has said of it, with `rs1`, `rs2` for its ReplicaSets. */
export function events(cluster: Cluster): string[] {
  const names = replicaSets(cluster).map(({ metadata }) => metadata.name);
  return cluster.reading
    .list<Event>('Event')
    .filter(({ reportingComponent }) => reportingComponent === 'deployment-controller')
    .map(({ message }) => names.reduce((text, name, i) => text.replace(name, `rs${i + 1}`), message));
}

/** States and rules that the machine has gone through, each once in a row. */
export const walkedStates = (cluster: Cluster, fromEntry = 0): string[] =>
  cluster.journal
    .slice(fromEntry)
    .flatMap((entry) => (entry.type === 'transition' && entry.key === deploymentKey ? [entry.to] : []))
    .filter((state, i, states) => state !== states[i - 1]);
