import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import type { WriteEntry } from '@/lib/cluster/journal';
import type { Container, ContainerStatus, Event, Pod, PodSpec } from '@/lib/cluster/objects';
import { rowText } from '@/lib/cluster/printed/pod';
import * as t from './web';

export const app = (argv: readonly string[], more: Partial<Container> = {}): Container => ({
  name: 'app',
  image: 'app:v1',
  command: ['/app', ...argv],
  ...more,
});

export const run = (spec: Partial<PodSpec>, seconds: number): Cluster => {
  const cluster = new Cluster({ seed: 1, nodes: [{ name: 'real-1' }] });
  t.must(
    cluster,
    t.apply({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: { containers: [], terminationGracePeriodSeconds: 5, ...spec },
    }),
  );
  cluster.run(seconds * 1000);
  return cluster;
};

/** READY STATUS RESTARTS, one after the other as they were shown. */
export const rows = (cluster: Cluster): string[] => {
  const all = cluster.journal.flatMap((entry) =>
    entry.type === 'write' && entry.key === 'Pod/default/p'
      ? [entry.after ? rowText(entry.after as Pod) : 'gone']
      : [],
  );
  return all.filter((row, i) => row !== all[i - 1]);
};
export const pod = (cluster: Cluster): Pod => t.pod(cluster, 'p') as Pod;
export const lastSeen = (cluster: Cluster): Pod =>
  cluster.journal.findLast(
    (entry): entry is WriteEntry => entry.type === 'write' && entry.key === 'Pod/default/p' && !!entry.after,
  )?.after as Pod;
export const statusOf = (cluster: Cluster, name = 'app'): ContainerStatus | undefined =>
  [
    ...(pod(cluster).status.initContainerStatuses ?? []),
    ...(pod(cluster).status.containerStatuses ?? []),
  ].find((one) => one.name === name);
export const says = (cluster: Cluster, reason: string): string[] =>
  cluster.reading
    .list<Event>('Event')
    .filter((event) => event.reason === reason)
    .map(({ involvedObject, message }) => `${involvedObject.fieldPath ?? ''} ${message}`.trim());
export const deleted = { verb: 'delete', kind: 'Pod', name: 'p' } as const satisfies Command;
export const touch = { volumes: [{ name: 't', emptyDir: {} }] };
export const mounted = { volumeMounts: [{ name: 't', mountPath: '/t' }] };
export const execProbe = (file: string) => ({ exec: { command: ['/app', 'test', file] }, periodSeconds: 1 });
