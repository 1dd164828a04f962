import { Chance } from '@/lib/cluster/chance';
import type { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { kinds } from '@/lib/cluster/kinds';
import type { KubeObject, Manifest, Pod } from '@/lib/cluster/objects';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const junk: readonly Json[] = [
  null,
  true,
  -1,
  0,
  1.5,
  7,
  2 ** 31,
  '',
  'x',
  'NO WAY',
  '150%',
  '-3',
  'x'.repeat(300),
  [],
  [null],
  [{}],
  {},
  { a: 1 },
  { matchLabels: 3 },
];
const names = ['web', 'db', 'a'];
const commandLines = [
  ['pause'],
  ['exit', '0', '2'],
  ['exit', '3', '1'],
  ['stubborn'],
  ['graceful', '2'],
  ['serve', '80'],
];

/** Commands of every sort, sensible and not: drawn from a seed and from what is there. */
export class Anything {
  private readonly chance: Chance;

  constructor(seed: number) {
    this.chance = new Chance(seed ^ 0xa11ce);
  }

  next(cluster: Cluster): Command {
    const command = this.command(cluster);
    return this.maybe(0.03) ? ({ ...command, namespace: 'nowhere' } as Command) : command;
  }

  waitMs(): number {
    return this.oneOf([0, 9, 25, 400, 1_500, 1_500, 4_000, 21_000]);
  }

  private command(cluster: Cluster): Command {
    const pod = this.oneOf(cluster.reading.list<Pod>('Pod'))?.metadata.name ?? 'nobody';
    const node = this.oneOf(['node-1', 'node-2', 'node-3', 'nowhere']);
    const [kind, name] = this.target(cluster);
    switch (this.chance.between(0, 15)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return { verb: this.maybe(0.7) ? 'apply' : 'create', object: this.manifest() };
      case 4:
        return { verb: 'scale', kind, name, replicas: this.oneOf([0, 1, 2, 4, 7, -1, 1.5]) };
      case 5:
      case 6:
        return this.patch(kind, name);
      case 7:
      case 8:
        return {
          verb: 'delete',
          kind,
          name,
          ...(this.maybe(0.5) && {
            propagationPolicy: this.oneOf(['Background', 'Foreground', 'Orphan'] as const),
          }),
          ...(this.maybe(0.3) && { gracePeriodSeconds: this.oneOf([0, 1, 60, -5]) }),
        };
      case 9:
        return { verb: 'evict', name: pod };
      case 10:
        return { verb: this.oneOf(['silence', 'restore', 'restore'] as const), node };
      case 11:
        return this.maybe(0.4)
          ? { verb: 'addNode', node: { name: this.oneOf(['node-3', 'node-4']), cpu: this.oneOf(['1', '4']) } }
          : { verb: 'patch', kind: 'Node', name: node, type: 'strategic', body: this.nodePatch() };
      case 12:
        return {
          verb: 'metrics',
          usage: Object.fromEntries(
            cluster.reading
              .list<Pod>('Pod')
              .map(({ metadata }) => [
                metadata.name,
                { cpu: this.oneOf(['10m', '900m', 'much']), memory: '64Mi' },
              ]),
          ),
        };
      case 13:
        if (this.maybe(0.3))
          return {
            verb: 'load',
            kind,
            name,
            shared: { cpu: this.oneOf(['0', '900m', 'much']), memory: '1Gi' },
          };
        return { verb: this.oneOf(['failReadiness', 'mendReadiness'] as const), pod };
      case 14:
        return this.start(kind, name, pod);
      default:
        return { verb: 'delete', kind: 'Pod', name: pod };
    }
  }

  /** Slow or mended, of a Pod or of whatever there is. */
  private start(kind: string, name: string, pod: string): Command {
    const of = this.maybe(0.5) ? { kind: 'Pod', name: pod } : { kind, name };
    return this.maybe(0.3)
      ? { verb: 'mendStart', ...of }
      : { verb: 'slowStart', ...of, ms: this.oneOf([1, 500, 3_000, 20_000, 0, 1.5, 2 ** 40]) };
  }

  private target(cluster: Cluster): readonly [string, string] {
    const kind = this.oneOf([...kinds.keys(), 'Frog']);
    const there = kind === 'Event' ? [] : cluster.reading.list<KubeObject>(kind);
    return [kind, this.oneOf(there)?.metadata.name ?? this.oneOf(names)];
  }

  private patch(kind: string, name: string): Command {
    const { spec, metadata } = this.whole() as { spec?: Json; metadata: Json };
    const body = this.maybe(0.7) ? { spec: this.part(spec ?? null) } : { metadata: this.broken(metadata) };
    if (this.maybe(0.2)) {
      const path = this.oneOf([
        '/spec/replicas',
        '/spec/template/spec/containers/0/image',
        '/metadata/labels/x',
        '/spec/-',
        '/',
      ]);
      const op = this.oneOf(['add', 'replace', 'remove', 'test', 'move', 'frob']);
      return { verb: 'patch', kind, name, type: 'json', body: [{ op, path, value: this.oneOf(junk) }] };
    }
    const type = this.oneOf(['merge', 'strategic'] as const);
    const subresource = this.maybe(0.1) ? ({ subresource: 'status' } as const) : {};
    return { verb: 'patch', kind, name, type, body, ...subresource };
  }

  private nodePatch(): object {
    const taint = { key: 'a', effect: this.oneOf(['NoSchedule', 'NoExecute', 'PreferNoSchedule', 'Frob']) };
    return {
      spec: this.oneOf<object>([
        { unschedulable: true },
        { unschedulable: false },
        { taints: [taint] },
        { taints: null },
      ]),
    };
  }

  /** A manifest of some kind; one in four has something wrong with it. */
  private manifest(): Manifest {
    const whole = this.whole() as unknown as Json;
    return (this.maybe(0.25) ? this.broken(whole) : whole) as unknown as Manifest;
  }

  private whole(): object {
    const name = this.oneOf(names);
    const app = this.oneOf(names);
    const labels = { app };
    const selector = { matchLabels: labels };
    const replicas = this.chance.between(0, 4);
    const of = (kind: string, apiVersion: string, spec: object) => ({
      apiVersion,
      kind,
      metadata: { name, labels },
      spec,
    });
    const template = { metadata: { labels }, spec: this.podSpec() };
    const job = {
      completions: this.oneOf([1, 2, 3]),
      parallelism: this.oneOf([0, 1, 2]),
      backoffLimit: this.oneOf([0, 1, 6]),
      ...(this.maybe(0.3) && { activeDeadlineSeconds: 8 }),
      ...(this.maybe(0.3) && { ttlSecondsAfterFinished: 5 }),
      ...(this.maybe(0.3) && { completionMode: 'Indexed' }),
      ...(this.maybe(0.1) && { suspend: true }),
      template: {
        metadata: { labels },
        spec: { ...this.podSpec(), restartPolicy: this.oneOf(['Never', 'OnFailure']) },
      },
    };
    const bounds = this.oneOf<object>([
      {},
      { maxSurge: 0, maxUnavailable: 1 },
      { maxSurge: '50%', maxUnavailable: 0 },
    ]);
    switch (this.chance.between(0, 12)) {
      case 0:
        return { apiVersion: 'v1', kind: 'Pod', metadata: { name, labels }, spec: this.podSpec() };
      case 1:
        return of('ReplicationController', 'v1', { replicas, selector: labels, template });
      case 2:
        return of('ReplicaSet', 'apps/v1', {
          replicas,
          selector,
          template,
          minReadySeconds: this.oneOf([0, 0, 3]),
        });
      case 3:
      case 4: {
        const strategy = this.maybe(0.2) ? { type: 'Recreate' } : { rollingUpdate: bounds };
        return of('Deployment', 'apps/v1', {
          replicas,
          selector,
          template,
          strategy,
          ...(this.maybe(0.3) && { progressDeadlineSeconds: 7 }),
          ...(this.maybe(0.2) && { revisionHistoryLimit: 1 }),
          ...(this.maybe(0.1) && { paused: true }),
        });
      }
      case 5:
        return of('StatefulSet', 'apps/v1', {
          replicas,
          selector,
          template,
          serviceName: 'web',
          podManagementPolicy: this.oneOf(['OrderedReady', 'Parallel']),
        });
      case 6:
        return of('DaemonSet', 'apps/v1', {
          selector,
          template,
          updateStrategy: this.oneOf([{ type: 'OnDelete' }, { rollingUpdate: { maxUnavailable: 1 } }]),
        });
      case 7:
        return of('Job', 'batch/v1', job);
      case 8:
        return of('CronJob', 'batch/v1', {
          schedule: this.oneOf(['* * * * *', '*/2 * * * *', 'never']),
          concurrencyPolicy: this.oneOf(['Allow', 'Forbid', 'Replace']),
          jobTemplate: { spec: job },
        });
      case 9:
        return of('HorizontalPodAutoscaler', 'autoscaling/v2', {
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: this.oneOf(['Deployment', 'ReplicaSet', 'StatefulSet']),
            name,
          },
          minReplicas: 1,
          maxReplicas: this.oneOf([3, 5]),
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
            },
          ],
        });
      case 10:
        return of('PodDisruptionBudget', 'policy/v1', {
          selector,
          ...this.oneOf<object>([{ minAvailable: 1 }, { maxUnavailable: '50%' }]),
        });
      case 11:
        return of('Service', 'v1', {
          selector: labels,
          ports: [{ port: 80, targetPort: this.oneOf([80, 'http']) }],
        });
      default:
        return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.oneOf(['shop', 'default']) } };
    }
  }

  private podSpec(): object {
    const container = {
      name: 'app',
      image: this.oneOf(['app:v1', 'app:v2', 'db:broken', 'localhost:1/none:v1']),
      command: ['/app', ...this.oneOf(commandLines)],
      ...(this.maybe(0.3) && {
        readinessProbe: { exec: { command: ['/app', 'test', '/app'] }, periodSeconds: 1 },
      }),
      ...(this.maybe(0.2) && {
        livenessProbe: { exec: { command: ['/app', 'test', '/gone'] }, periodSeconds: 2 },
      }),
      ...(this.maybe(0.3) && { resources: { requests: { cpu: this.oneOf(['100m', '3']) } } }),
    };
    return {
      terminationGracePeriodSeconds: this.oneOf([1, 5, 30]),
      containers: [container],
      ...(this.maybe(0.1) && {
        initContainers: [
          { name: 'first', image: 'app:v1', command: ['/app', 'exit', this.oneOf(['0', '1'])] },
        ],
      }),
      ...(this.maybe(0.1) && { nodeSelector: { 'kubernetes.io/hostname': 'node-1' } }),
      ...(this.maybe(0.1) && { tolerations: [{ operator: 'Exists' }] }),
    };
  }

  /** Some of an object's fields. */
  private part(value: Json): Json {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.broken(value);
    const fields = Object.entries(value).filter(() => this.maybe(0.4));
    return Object.fromEntries(fields.map(([key, one]) => [key, this.maybe(0.2) ? this.oneOf(junk) : one]));
  }

  /** The value with something put in the place of one of its parts. */
  private broken(value: Json): Json {
    if (typeof value !== 'object' || value === null || this.maybe(0.12)) return this.oneOf(junk);
    if (Array.isArray(value)) {
      const at = this.chance.between(0, value.length - 1);
      return value.map((one, i) => (i === at ? this.broken(one) : one));
    }
    const keys = Object.keys(value);
    const at = this.oneOf(keys);
    if (at === undefined || this.maybe(0.1)) return { ...value, frob: this.oneOf(junk) };
    return { ...value, [at]: this.broken(value[at] ?? null) };
  }

  private maybe(chance: number): boolean {
    return this.chance.next() < chance;
  }

  private oneOf<Value>(values: readonly Value[]): Value {
    return values[this.chance.between(0, values.length - 1)] as Value;
  }
}
