import { Cluster, type ClusterOptions } from '@/lib/cluster/cluster';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import { journalHash } from '@/lib/cluster/journal-hash';

/** A story in which every machine of a cluster has something to decide. */

const apply = (
  kind: string,
  apiVersion: string,
  name: string,
  spec?: object,
  namespace?: string,
): Command => ({
  verb: 'apply',
  ...(namespace && { namespace }),
  object: {
    apiVersion,
    kind,
    metadata: { name, ...(namespace && { namespace }) },
    ...(spec && { spec }),
  },
});

const program = (...command: readonly string[]) => ({
  name: 'app',
  image: 'app:v1',
  command: ['/app', ...command],
  readinessProbe: { exec: { command: ['/app', 'test', '/app'] }, periodSeconds: 1, failureThreshold: 1 },
});

const template = (app: string, container: object = program('graceful', '1'), more: object = {}) => ({
  metadata: { labels: { app } },
  spec: { terminationGracePeriodSeconds: 5, containers: [container], ...more },
});

const keeps = (app: string, more: object) => ({
  selector: { matchLabels: { app } },
  template: template(app),
  ...more,
});

const job = (...command: readonly string[]) => ({
  template: {
    spec: { restartPolicy: 'Never', containers: [{ ...program(...command), readinessProbe: undefined }] },
  },
});

const claim = {
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'late',
    resources: { requests: { storage: '1Gi' } },
  },
};

const node = (name: string, spec: object): Command => ({
  verb: 'patch',
  kind: 'Node',
  name,
  type: 'merge',
  body: { spec },
});

const measured = { ...program('graceful', '1'), resources: { requests: { cpu: '100m' } } };

const begin: readonly Command[] = [
  apply('Service', 'v1', 'web', { selector: { app: 'web' }, ports: [{ port: 80 }] }),
  apply(
    'StatefulSet',
    'apps/v1',
    'db',
    keeps('db', { replicas: 3, serviceName: 'db', volumeClaimTemplates: [claim] }),
  ),
  apply('Deployment', 'apps/v1', 'web', keeps('web', { replicas: 2, template: template('web', measured) })),
  apply('DaemonSet', 'apps/v1', 'agent', keeps('agent', {})),
  apply('Job', 'batch/v1', 'once', { ...job('exit', '0', '3'), ttlSecondsAfterFinished: 5 }),
  apply('Job', 'batch/v1', 'kept', job('sleep', '600')),
  apply('CronJob', 'batch/v1', 'minutely', {
    schedule: '* * * * *',
    jobTemplate: { spec: job('exit', '0', '5') },
  }),
  apply('PodDisruptionBudget', 'policy/v1', 'web', {
    minAvailable: 1,
    selector: { matchLabels: { app: 'web' } },
  }),
  apply('HorizontalPodAutoscaler', 'autoscaling/v2', 'web', {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    maxReplicas: 4,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
      },
    ],
  }),
  apply('Pod', 'v1', 'ends', { containers: [{ ...program('exit', '1', '1'), readinessProbe: undefined }] }),
  apply('Namespace', 'v1', 'short'),
  apply('Deployment', 'apps/v1', 'guest', keeps('guest', { replicas: 1 }), 'short'),
];

const at = (atMs: number, ...commands: readonly Command[]): readonly TimedCommand[] =>
  commands.map((command) => ({ atMs, command }));

export const everything: ClusterOptions & {
  readonly commands: readonly TimedCommand[];
  readonly untilMs: number;
} = {
  seed: 11,
  nodes: [{ name: 'node-1' }, { name: 'node-2' }, { name: 'node-3' }],
  commands: [
    ...at(0, ...begin),
    ...at(9_000, { verb: 'failReadiness', pod: 'db-0' }),
    ...at(11_500, { verb: 'mendReadiness', pod: 'db-0' }),
    ...at(12_000, { verb: 'delete', kind: 'Namespace', name: 'short' }),
    ...at(14_000, {
      verb: 'patch',
      kind: 'Deployment',
      name: 'web',
      type: 'strategic',
      body: { spec: { template: { spec: { containers: [{ name: 'app', image: 'app:v2' }] } } } },
    }),
    ...at(20_000, { verb: 'scale', kind: 'StatefulSet', name: 'db', replicas: 1 }),
    ...at(22_000, { verb: 'delete', kind: 'Job', name: 'kept' }),
    ...at(25_000, node('node-3', { taints: [{ key: 'repair', effect: 'NoExecute' }] })),
    ...at(30_000, { verb: 'silence', node: 'node-2' }),
    ...at(35_000, { verb: 'delete', kind: 'Node', name: 'node-2' }),
    ...at(40_000, { verb: 'delete', kind: 'StatefulSet', name: 'db' }),
    ...at(45_000, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data-db-0' }),
  ],
  untilMs: 100_000,
};

/** Plays the story; the cluster at its end. */
export function playEverything(more: Partial<ClusterOptions> = {}): Cluster {
  const { commands, untilMs, ...options } = everything;
  const cluster = new Cluster({ ...options, ...more });
  for (const { atMs, command } of commands) {
    cluster.run(atMs);
    cluster.do(command);
  }
  cluster.run(untilMs);
  return cluster;
}

export const everythingHash = (more: Partial<ClusterOptions> = {}): string =>
  journalHash(playEverything(more).journal);
