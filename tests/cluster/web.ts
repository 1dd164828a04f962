import { Cluster } from '@/lib/cluster/cluster';
import type { Command, Result } from '@/lib/cluster/command';
import { isTerminating } from '@/lib/cluster/keys';
import type {
  KubeObject,
  Manifest,
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
  StatefulSetSpec,
} from '@/lib/cluster/objects';
import { isReady } from '@/lib/cluster/pods';

/** The StatefulSet `web` of the tests. Its Pods are Ready about a third of a second after they have a node. */
export function web(
  replicas: number,
  spec: Partial<StatefulSetSpec> = {},
  container: Readonly<Record<string, unknown>> = {},
): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      replicas,
      serviceName: 'web',
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'db', image: 'db:v1', ...container }] },
      },
      ...spec,
    },
  };
}

/** One claim `data` for each Pod, bound when the Pod has a node. */
export const data: StatefulSetSpec['volumeClaimTemplates'] = [
  {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'late',
      resources: { requests: { storage: '1Gi' } },
    },
  },
];

/** A readiness probe each second, from the first on: a broken image and a told failure show in it. */
export const probed = {
  readinessProbe: { exec: { command: ['/app', 'test', '/app'] }, periodSeconds: 1, failureThreshold: 1 },
};

export const threeNodes = ['node-1', 'node-2', 'node-3'].map((name) => ({ name }));
export const setKey = 'StatefulSet/default/web';

export const newCluster = (kubelet: 'modelled' | 'played' = 'modelled', seed = 1): Cluster =>
  new Cluster({ seed, nodes: threeNodes, kubelet });

/** Does a command that must be taken, and runs on. Throws the API server's words if it refuses. */
export function must(cluster: Cluster, command: Command, thenMs = 0): KubeObject | undefined {
  const result: Result<KubeObject | undefined> = cluster.do(command);
  if (!result.ok) throw new Error(result.status.message);
  cluster.run(cluster.nowMs + thenMs);
  return result.value;
}

export const apply = (object: Manifest): Command => ({ verb: 'apply', object });
export const scale = (replicas: number): Command => ({
  verb: 'scale',
  kind: 'StatefulSet',
  name: 'web',
  replicas,
});
export const patch = (spec: object): Command => ({
  verb: 'patch',
  kind: 'StatefulSet',
  name: 'web',
  type: 'merge',
  body: { spec },
});
export const setImage = (image: string): Command => ({
  verb: 'patch',
  kind: 'StatefulSet',
  name: 'web',
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'db', image }] } } } },
});
export const deletePod = (name: string, gracePeriodSeconds?: number): Command => ({
  verb: 'delete',
  kind: 'Pod',
  name,
  ...(gracePeriodSeconds !== undefined && { gracePeriodSeconds }),
});
export const deleteSet = (propagationPolicy?: 'Background' | 'Foreground' | 'Orphan'): Command => ({
  verb: 'delete',
  kind: 'StatefulSet',
  name: 'web',
  ...(propagationPolicy && { propagationPolicy }),
});
export const play = (
  act: 'run' | 'ready' | 'unready' | 'succeed' | 'fail' | 'gone',
  pod: string,
): Command => ({
  verb: 'kubelet',
  act,
  pod,
});

export const pods = (cluster: Cluster): Pod[] => cluster.reading.list<Pod>('Pod');
export const pod = (cluster: Cluster, name: string): Pod | undefined =>
  cluster.reading.find<Pod>('Pod', 'default', name);
export const set = (cluster: Cluster): StatefulSet | undefined => cluster.reading.get<StatefulSet>(setKey);
export const claims = (cluster: Cluster): string[] =>
  cluster.reading.list<PersistentVolumeClaim>('PersistentVolumeClaim').map((claim) => claim.metadata.name);
export const stateOf = (cluster: Cluster): string | undefined =>
  cluster.stateOf('statefulset', setKey)?.state;

/** `web-0 Ready`, `web-1 Terminating`, …: the Pods in the order of their names, each with its image's tag if it is not v1. */
export const seen = (cluster: Cluster): string[] =>
  pods(cluster)
    .map((one) => {
      const state = isTerminating(one)
        ? 'Terminating'
        : isReady(one)
          ? 'Ready'
          : one.status.phase === 'Running'
            ? 'NotReady'
            : one.status.phase;
      const tag = one.spec.containers[0]?.image.split(':')[1];
      return `${one.metadata.name} ${state}${tag === 'v1' ? '' : ` ${tag}`}`;
    })
    .sort();

/** Runs until nothing is due within the next minute, at most an hour. Throws when it never rests. */
export function rest(cluster: Cluster): void {
  const untilMs = cluster.nowMs + 3_600_000;
  while (cluster.nextDueMs !== undefined && cluster.nextDueMs <= untilMs) cluster.step(untilMs);
  if (cluster.nextDueMs !== undefined) throw new Error(`it does not rest by ${untilMs} ms`);
}

/** Runs step by step until something is so; throws after ten minutes of the model. */
export function until(cluster: Cluster, isSo: () => boolean): void {
  const limit = cluster.nowMs + 600_000;
  while (!isSo()) if (!cluster.step(limit)) throw new Error(`it is never so; the Pods are ${seen(cluster)}`);
}

/** Names of Pods in the order in which something happened to them. */
export const order = (cluster: Cluster, what: 'created' | 'deleted', fromEntry = 0): string[] =>
  cluster.journal.slice(fromEntry).flatMap((entry) => {
    if (entry.type !== 'write' || !entry.key.startsWith('Pod/')) return [];
    const isIt =
      what === 'created'
        ? !entry.before
        : !!entry.after && isTerminating(entry.after) && !!entry.before && !isTerminating(entry.before);
    return isIt ? [(entry.after as Pod).metadata.name] : [];
  });
