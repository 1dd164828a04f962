import type { Command, TimedCommand } from '@/lib/cluster/command';
import { defineExamples } from '@/lib/lab/examples';

/**
 * Clusters for the playground. All begin empty; what is said of one is held by a test that plays it. The longer than usual
 * file is data in both languages.
 */

const apply = (kind: string, apiVersion: string, name: string, spec: object): Command => ({
  verb: 'apply',
  object: { apiVersion, kind, metadata: { name }, spec },
});

const at = (atMs: number, ...commands: readonly Command[]): readonly TimedCommand[] =>
  commands.map((command) => ({ atMs, command }));

/** Two seconds in which a Service's rules learn that the Pod goes, before SIGTERM ends what answers. */
const lingering = { preStop: { sleep: { seconds: 2 } } };

/** Answers on 8080, is Ready after a second, ends two seconds after it was told to. */
const server = (app: string, image = 'app:v1', more: object = {}) => ({
  metadata: { labels: { app } },
  spec: {
    terminationGracePeriodSeconds: 10,
    containers: [
      {
        name: 'app',
        image,
        command: ['/app', 'serve', '8080'],
        lifecycle: lingering,
        readinessProbe: {
          exec: { command: ['/app', 'test', '/app'] },
          initialDelaySeconds: 1,
          periodSeconds: 1,
          failureThreshold: 1,
        },
        ...more,
      },
    ],
  },
});

const deployment = (name: string, replicas: number, more: object = {}, template: object = server(name)) =>
  apply('Deployment', 'apps/v1', name, {
    replicas,
    selector: { matchLabels: { app: name } },
    template,
    ...more,
  });

const service = (name: string, more: object = {}) =>
  apply('Service', 'v1', name, { selector: { app: name }, ports: [{ port: 80, targetPort: 8080 }], ...more });

const claimed = {
  metadata: { labels: { app: 'db' } },
  spec: {
    terminationGracePeriodSeconds: 10,
    containers: [
      {
        name: 'db',
        image: 'db:v1',
        command: ['/app', 'serve', '8080'],
        lifecycle: lingering,
        readinessProbe: {
          exec: { command: ['/app', 'test', '/app'] },
          initialDelaySeconds: 1,
          periodSeconds: 1,
        },
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
      },
    ],
  },
};

const statefulSet = (replicas: number, more: object = {}) =>
  apply('StatefulSet', 'apps/v1', 'db', {
    replicas,
    serviceName: 'db',
    selector: { matchLabels: { app: 'db' } },
    template: claimed,
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'late',
          resources: { requests: { storage: '1Gi' } },
        },
      },
    ],
    ...more,
  });

const setImage = (name: string, image: string): Command => ({
  verb: 'patch',
  kind: 'Deployment',
  name,
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'app', image }] } } } },
});

const node = (name: string, spec: object): Command => ({
  verb: 'patch',
  kind: 'Node',
  name,
  type: 'merge',
  body: { spec },
});

const worker = (restartPolicy: string, ...command: readonly string[]) => ({
  spec: { restartPolicy, containers: [{ name: 'app', image: 'app:v1', command: ['/app', ...command] }] },
});

const agent = {
  metadata: { labels: { app: 'agent' } },
  spec: { containers: [{ name: 'agent', image: 'agent:v1', command: ['/app', 'graceful', '1'] }] },
};

export default defineExamples([
  {
    id: 'deployment-and-service',
    title: { en: 'A Deployment with a Service', zh: 'Deployment 加一个 Service' },
    sentence: {
      en: 'Three Pods come up, and each becomes an endpoint of the Service when it is Ready.',
      zh: '三个 Pod 启动，各自就绪之后成为 Service 的端点。',
    },
    nodes: 3,
    commands: at(0, service('web'), deployment('web', 3)),
    openAtMs: 200,
    pauseAtMs: 10_000,
  },
  {
    id: 'stuck-rollout',
    title: { en: 'A rollout that gets stuck', zh: '卡住的滚动更新' },
    sentence: {
      en: 'The new image never becomes Ready: the old Pods stay, and after 30 s the Deployment says so.',
      zh: '新镜像一直不就绪：旧 Pod 都留着，30 秒后 Deployment 报告进度超时。',
    },
    nodes: 3,
    commands: [
      ...at(0, deployment('web', 3, { progressDeadlineSeconds: 30 })),
      ...at(10_000, setImage('web', 'app:broken')),
    ],
    openAtMs: 9_500,
    pauseAtMs: 45_000,
  },
  {
    id: 'statefulset-claims',
    title: { en: 'A StatefulSet with claims', zh: '带 PVC 的 StatefulSet' },
    sentence: {
      en: 'Three Pods come up in order; scaled to one at 20 s, the claims of the others stay.',
      zh: '三个 Pod 依次启动；第 20 秒缩到一个，另外两个的 PVC 仍然留着。',
    },
    nodes: 3,
    commands: [
      ...at(0, service('db', { clusterIP: 'None' }), statefulSet(3)),
      ...at(20_000, { verb: 'scale', kind: 'StatefulSet', name: 'db', replicas: 1 }),
    ],
    openAtMs: 200,
    pauseAtMs: 30_000,
    images: ['db:v1', 'db:v2', 'db:broken'],
  },
  {
    id: 'daemonset-taint',
    title: { en: 'A DaemonSet and a taint', zh: 'DaemonSet 与污点' },
    sentence: {
      en: 'One Pod on each of four nodes; at 8 s node-4 gets a taint with NoExecute, and its Pod must go.',
      zh: '四个节点上各有一个 Pod；第 8 秒 node-4 加上 NoExecute 污点，它的 Pod 必须离开。',
    },
    nodes: 4,
    commands: [
      ...at(
        0,
        apply('DaemonSet', 'apps/v1', 'agent', {
          selector: { matchLabels: { app: 'agent' } },
          template: agent,
        }),
      ),
      ...at(8_000, node('node-4', { taints: [{ key: 'repair', value: 'disk', effect: 'NoExecute' }] })),
    ],
    openAtMs: 7_000,
    pauseAtMs: 15_000,
    images: ['agent:v1', 'agent:v2'],
  },
  {
    id: 'job-failures',
    title: { en: 'A Job whose Pods fail', zh: 'Pod 会失败的 Job' },
    sentence: {
      en: 'Each Pod ends with 1; the Job waits longer each time, and gives up after its third.',
      zh: '每个 Pod 都以 1 退出；Job 每次等得更久，第三个失败后放弃。',
    },
    nodes: 2,
    commands: at(
      0,
      apply('Job', 'batch/v1', 'import', { backoffLimit: 2, template: worker('Never', 'exit', '1', '2') }),
    ),
    openAtMs: 200,
    pauseAtMs: 60_000,
  },
  {
    id: 'cronjob-each-minute',
    title: { en: 'A CronJob each minute', zh: '每分钟一次的 CronJob' },
    sentence: {
      en: 'At each full minute a Job is made; three that completed are kept, older ones are deleted.',
      zh: '每到整分钟就建一个 Job；完成的保留三个，更早的被删除。',
    },
    nodes: 2,
    commands: at(
      0,
      apply('CronJob', 'batch/v1', 'report', {
        schedule: '* * * * *',
        jobTemplate: { spec: { template: worker('OnFailure', 'sleep', '10') } },
      }),
    ),
    openAtMs: 55_000,
    pauseAtMs: 320_000,
  },
  {
    id: 'hpa-load',
    title: { en: 'An HPA under load', zh: '有负载的 HPA' },
    sentence: {
      en: 'Two Pods use twice the CPU that the HPA wants: at its next look it asks for four.',
      zh: '两个 Pod 用掉的 CPU 是 HPA 目标的两倍：它下次查看时要求四个。',
    },
    nodes: 3,
    commands: [
      ...at(
        0,
        deployment('web', 2, {}, server('web', 'app:v1', { resources: { requests: { cpu: '200m' } } })),
        apply('HorizontalPodAutoscaler', 'autoscaling/v2', 'web', {
          scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
          minReplicas: 2,
          maxReplicas: 8,
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
            },
          ],
        }),
      ),
      ...at(20_000, {
        verb: 'metrics',
        usage: { 'web-5ffc9ddf45-gnfnl': { cpu: '200m' }, 'web-5ffc9ddf45-kfwsl': { cpu: '200m' } },
      }),
    ],
    openAtMs: 19_000,
    pauseAtMs: 70_000,
  },
  {
    id: 'budget-and-drain',
    title: { en: 'A PodDisruptionBudget and a drain', zh: 'PodDisruptionBudget 与腾空节点' },
    sentence: {
      en: 'node-1 is drained of two Pods; the second eviction is refused until a third Pod is Ready again.',
      zh: '腾空 node-1 上的两个 Pod；第二次驱逐被拒绝，直到重新有三个 Pod 就绪。',
    },
    nodes: 2,
    commands: [
      ...at(
        0,
        service('db', { clusterIP: 'None' }),
        statefulSet(4, { podManagementPolicy: 'Parallel' }),
        apply('PodDisruptionBudget', 'policy/v1', 'db', {
          maxUnavailable: 1,
          selector: { matchLabels: { app: 'db' } },
        }),
      ),
      ...at(12_000, node('node-1', { unschedulable: true }), { verb: 'evict', name: 'db-0' }),
      ...at(12_100, { verb: 'evict', name: 'db-3' }),
      ...at(22_000, { verb: 'evict', name: 'db-3' }),
    ],
    openAtMs: 11_000,
    pauseAtMs: 32_000,
    images: ['db:v1', 'db:v2', 'db:broken'],
  },
  {
    id: 'silent-node',
    title: { en: 'A node that falls silent', zh: '失去联系的节点' },
    sentence: {
      en: 'node-2 is cut off at 10 s: NotReady about 50 s later, and its Pod is replaced five minutes later.',
      zh: 'node-2 在第 10 秒失联：约 50 秒后变为 NotReady，又过五分钟它的 Pod 才被替换。',
    },
    nodes: 3,
    commands: [
      ...at(0, service('web'), deployment('web', 3)),
      ...at(10_000, { verb: 'silence', node: 'node-2' }),
    ],
    openAtMs: 9_500,
    pauseAtMs: 70_000,
  },
  {
    id: 'unready-endpoint',
    title: { en: 'Readiness that fails, and the Service', zh: '就绪失败与 Service' },
    sentence: {
      en: 'One Pod of three stops being Ready: it runs on, and the Service sends it nothing more.',
      zh: '三个 Pod 里有一个不再就绪：它继续运行，但 Service 不再把请求发给它。',
    },
    nodes: 3,
    commands: [
      ...at(0, service('web'), deployment('web', 3)),
      ...at(10_000, { verb: 'failReadiness', pod: 'web-c4cb85486-kfwsl' }),
    ],
    openAtMs: 9_500,
    pauseAtMs: 20_000,
  },
  {
    id: 'crash-loop',
    title: { en: 'A program that keeps ending', zh: '不断退出的程序' },
    sentence: {
      en: 'The Pod stays; its container is started again after 10 s, 20 s, 40 s: CrashLoopBackOff.',
      zh: 'Pod 一直在；容器隔 10 秒、20 秒、40 秒再启动：CrashLoopBackOff。',
    },
    nodes: 1,
    commands: at(
      0,
      deployment(
        'web',
        1,
        {},
        {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'app', image: 'app:v1', command: ['/app', 'exit', '1', '2'] }] },
        },
      ),
    ),
    openAtMs: 200,
    pauseAtMs: 90_000,
  },
  {
    id: 'fits-nowhere',
    title: { en: 'A Pod that fits nowhere', zh: '哪里都放不下的 Pod' },
    sentence: {
      en: 'Three Pods ask for 3 CPU each, and two nodes have 4: the third stays Pending.',
      zh: '三个 Pod 各要 3 个 CPU，两个节点各有 4 个：第三个一直 Pending。',
    },
    nodes: 2,
    commands: at(
      0,
      deployment('big', 3, {}, server('big', 'app:v1', { resources: { requests: { cpu: '3' } } })),
    ),
    openAtMs: 200,
    pauseAtMs: 12_000,
  },
  {
    id: 'thousand-pods',
    title: { en: '1,000 Pods on 50 nodes', zh: '50 个节点上的 1,000 个 Pod' },
    sentence: {
      en: 'Ten Deployments of a hundred Pods come up at once. Drain a node, or roll out a new image.',
      zh: '十个 Deployment，各一百个 Pod，同时启动。可以腾空一个节点，或者推出一个新镜像。',
    },
    nodes: 50,
    commands: at(0, ...Array.from({ length: 10 }, (_, n) => deployment(`app-${n}`, 100))),
    openAtMs: 200,
    pauseAtMs: 15_000,
  },
]);
