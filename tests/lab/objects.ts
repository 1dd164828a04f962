import type { TimedCommand } from '@/lib/cluster/command';
import type { Manifest } from '@/lib/cluster/objects';
import type { Scenario } from '@/lib/lab/scenario';

const labels = (app: string) => ({ metadata: { labels: { app } } });
const container = (image: string, more: object = {}) => ({ name: 'app', image, ...more });
const podSpec = (image: string, more: object = {}) => ({ containers: [container(image, more)] });

export const deployment = (name: string, replicas: number, image = 'web:1', more: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: { ...labels(name), spec: podSpec(image) },
    ...more,
  },
});

export const daemonset = (name: string, image = 'agent:1'): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name },
  spec: { selector: { matchLabels: { app: name } }, template: { ...labels(name), spec: podSpec(image) } },
});

export const job = (name: string, command: string, more: object = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: {
    ...more,
    template: {
      spec: {
        restartPolicy: 'Never',
        containers: [container('busybox', { command: ['sh', '-c', command] })],
      },
    },
  },
});

export const cronjob = (name: string, schedule: string): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name },
  spec: { schedule, jobTemplate: { spec: job(name, 'sleep 2').spec as object } },
});

export const autoscaler = (name: string, target: string): Manifest => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
    minReplicas: 2,
    maxReplicas: 5,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
      },
    ],
  },
});

export const service = (name: string, app: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app }, ports: [{ port: 80 }] },
});

export const pod = (name: string, image = 'web:1', more: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: name } },
  spec: podSpec(image, more),
});

export const made = (atMs: number, ...objects: readonly Manifest[]): TimedCommand[] =>
  objects.map((object) => ({ atMs, command: { verb: 'create', object } }));

export const imageOf = (name: string, image: string, kind = 'Deployment') => ({
  verb: 'patch' as const,
  kind,
  name,
  type: 'strategic' as const,
  body: { spec: { template: { spec: { containers: [{ name: 'app', image }] } } } },
});

const text = { en: 'text', zh: '文字' };

/** A figure about any object, or about the whole cluster, on three nodes. */
export const about = (
  subject: string | undefined,
  commands: readonly TimedCommand[],
  more: Partial<Scenario> = {},
): Scenario => ({
  id: 'any',
  caption: text,
  seed: 11,
  nodes: ['node-1', 'node-2', 'node-3'],
  ...(subject !== undefined && { subject }),
  commands,
  openAtMs: 0,
  pauseAtMs: 20_000,
  hands: ['any'],
  ...more,
});
