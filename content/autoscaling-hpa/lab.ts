import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import { defineLabs } from '@/lib/lab/scenario';
import { apply, at } from '../commands';

/**
 * The scenarios of lesson 5. All play a Deployment `web` on three nodes (one a DaemonSet and a StatefulSet): a Pod requests 200m of CPU
 * and is Ready 2 s after its start. Work comes as a load that the Ready Pods share; it is measured at 10 s, 25 s, 40 s and so on, and the
 * HPA looks at 0 s, 15 s, 30 s and so on.
 */

const request = { cpu: '200m', memory: '256Mi' };
const main = (image = 'app:v1') => ({
  name: 'main',
  image,
  command: ['/app', 'graceful', '2'],
  resources: { requests: request },
  readinessProbe: {
    exec: { command: ['/app', 'test', '/app'] },
    initialDelaySeconds: 2,
    periodSeconds: 1,
    failureThreshold: 1,
  },
});
/** Ships the lines that `main` writes, and asks for nothing. */
const log: Json = { name: 'log', image: 'log:v1', command: ['/app', 'pause'] };

const workload = (
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet',
  name: string,
  replicas: number | undefined,
  containers: readonly Json[] = [main()],
): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    ...(replicas !== undefined && { replicas }),
    ...(kind === 'StatefulSet' && { serviceName: name }),
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { terminationGracePeriodSeconds: 10, containers: [...containers] },
    },
  },
});
const web = (replicas: number, ...containers: readonly Json[]): Manifest =>
  workload('Deployment', 'web', replicas, containers.length > 0 ? containers : [main()]);

const percent = (averageUtilization: number) => ({ type: 'Utilization', averageUtilization });
const resource = (name: 'cpu' | 'memory', target: number) => ({
  type: 'Resource',
  resource: { name, target: percent(target) },
});
const ofContainer = {
  type: 'ContainerResource',
  containerResource: { name: 'cpu', container: 'main', target: percent(50) },
};
const autoscaler = (kind: string, name: string, maxReplicas: number, metrics: readonly Json[]): Manifest => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
    minReplicas: 2,
    maxReplicas,
    metrics: [...metrics],
  },
});

const load = (cpu: string, memory?: string, name = 'web', kind = 'Deployment'): Command => ({
  verb: 'load',
  kind,
  name,
  shared: { cpu, ...(memory && { memory }) },
});
const withLog = (cpu: string): Command => ({
  verb: 'load',
  kind: 'Deployment',
  name: 'web',
  shared: { cpu },
  each: { log: { cpu: '10m' } },
});
const change = (
  kind: string,
  spec: object,
  type: 'strategic' | 'merge' = 'strategic',
  name = 'web',
): Command => ({ verb: 'patch', kind, name, type, body: { spec } });
const inTemplate = (container: object) => ({ template: { spec: { containers: [container] } } });
const remove = (kind: string, name = 'web'): Command => ({ verb: 'delete', kind, name });
const scale = (replicas: number): Command => ({ verb: 'scale', kind: 'Deployment', name: 'web', replicas });

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 5, nodes, subject: 'HorizontalPodAutoscaler/web' } as const;
/** Three Pods under a load that is right for three: 100m each, half of what they request. */
const restful = (maxReplicas = 12) =>
  at(
    0,
    apply(web(3)),
    apply(autoscaler('Deployment', 'web', maxReplicas, [resource('cpu', 50)])),
    load('300m'),
  );
/** Eight Pods of the same, at rest from 61 s on. */
const eight = at(
  0,
  apply(web(3)),
  apply(autoscaler('Deployment', 'web', 12, [resource('cpu', 50)])),
  load('800m'),
);

const wants = (replicas: number): Condition => ({
  object: 'Deployment/web',
  path: 'spec.replicas',
  equals: replicas,
});
const there = (object: string, exists: boolean): Condition => ({ object, exists });
const hpaHas = (condition: Json, name = 'web'): Condition => ({
  count: {
    kind: 'HorizontalPodAutoscaler',
    where: {
      all: [
        { path: 'metadata.name', equals: name },
        { path: 'status.conditions', has: condition },
      ],
    },
  },
  what: { en: 'HPAs with ScalingActive True', zh: 'ScalingActive 为 True 的 HPA' },
  is: 1,
});
const serves = { all: [{ ready: true }, { terminating: false }] } as const;
const atLeastServe = (atLeast: number): Condition => ({
  count: { kind: 'Pod', where: serves },
  what: { en: 'Pods that are Ready and stay', zh: '就绪且不在终止的 Pod' },
  atLeast,
});
const agents = (where: { is: number } | { atLeast: number }): Condition => ({
  count: { kind: 'Pod', where: { selectedBy: { matchLabels: { app: 'agent' } } } },
  what: { en: 'Pods of agent', zh: 'agent 的 Pod' },
  ...where,
});
const runs = (image: string) => ({ path: 'spec.containers.0.image', equals: image });

const file = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      terminationGracePeriodSeconds: 10
      containers:
        - name: main
          image: ${image}
          command: [/app, graceful, "2"]
          resources:
            requests:
              cpu: 200m
              memory: 256Mi
          readinessProbe:
            exec:
              command: [/app, test, /app]
            initialDelaySeconds: 2
            periodSeconds: 1
            failureThreshold: 1
`;

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'unknown',
      caption: {
        en: 'Deployment web, 2 replicas, each with a sidecar that requests nothing: more than four times the work from 40 s on',
        zh: 'Deployment web，2 个副本，各带一个没写 request 的边车：从第 40 秒起工作量是原来的四倍多',
      },
      commands: [
        ...at(
          0,
          apply(web(2, main(), log)),
          apply(autoscaler('Deployment', 'web', 10, [resource('cpu', 50)])),
          withLog('200m'),
        ),
        ...at(40_000, withLog('900m')),
      ],
      openAtMs: 30_500,
      pauseAtMs: 180_000,
      hands: ['kubectl'],
      claims: ['hpa-03'],
    },
    {
      ...common,
      id: 'above',
      caption: {
        en: 'Deployment web, 3 replicas, target 50%: at 62 s the work grows from 300m to 480m',
        zh: 'Deployment web，3 个副本，目标 50%：第 62 秒，工作量从 300m 增加到 480m',
      },
      commands: [...restful(), ...at(62_000, load('480m'))],
      openAtMs: 55_500,
      pauseAtMs: 120_000,
      hands: ['kubectl'],
      claims: ['hpa-01'],
    },
    {
      ...common,
      id: 'tenth',
      caption: {
        en: 'Deployment web, 3 replicas, target 50%: at 62 s the work grows from 300m to 330m',
        zh: 'Deployment web，3 个副本，目标 50%：第 62 秒，工作量从 300m 增加到 330m',
      },
      commands: [...restful(), ...at(62_000, load('330m'))],
      openAtMs: 55_500,
      pauseAtMs: 120_000,
      hands: ['kubectl'],
    },
    {
      ...common,
      id: 'spike',
      caption: {
        en: 'Deployment web, 3 replicas, at most 12, target 50%: at 62 s the work grows from 300m to 1500m',
        zh: 'Deployment web，3 个副本，最多 12 个，目标 50%：第 62 秒，工作量从 300m 增加到 1500m',
      },
      commands: [...restful(), ...at(62_000, load('1500m'))],
      openAtMs: 55_500,
      pauseAtMs: 130_000,
      hands: ['kubectl'],
      claims: ['hpa-01'],
    },
    {
      ...common,
      id: 'drop',
      caption: {
        en: 'Deployment web, 8 replicas: at 180 s the work falls from 800m to 200m',
        zh: 'Deployment web，8 个副本：第 180 秒，工作量从 800m 降到 200m',
      },
      commands: [...eight, ...at(180_000, load('200m'))],
      openAtMs: 175_500,
      pauseAtMs: 520_000,
      hands: ['kubectl'],
      claims: ['hpa-01'],
    },
    {
      ...common,
      subject: 'HorizontalPodAutoscaler/agent',
      id: 'targets',
      caption: {
        en: 'A DaemonSet agent and a StatefulSet db, both under load, and an HPA of each',
        zh: 'DaemonSet agent 和 StatefulSet db，都有负载，各有一个 HPA',
      },
      commands: at(
        0,
        apply(workload('DaemonSet', 'agent', undefined)),
        apply(workload('StatefulSet', 'db', 2)),
        apply(autoscaler('DaemonSet', 'agent', 6, [resource('cpu', 50)])),
        apply(autoscaler('StatefulSet', 'db', 6, [resource('cpu', 50)])),
        load('900m', undefined, 'agent', 'DaemonSet'),
        load('400m', undefined, 'db', 'StatefulSet'),
      ),
      openAtMs: 500,
      pauseAtMs: 90_000,
      hands: ['kubectl'],
      claims: ['hpa-02'],
    },
    {
      ...common,
      id: 'two-metrics',
      caption: {
        en: 'Deployment web, 3 replicas, two metrics: at 62 s memory grows, CPU does not',
        zh: 'Deployment web，3 个副本，两个指标：第 62 秒起内存增加，CPU 不变',
      },
      commands: [
        ...at(
          0,
          apply(web(3)),
          apply(autoscaler('Deployment', 'web', 12, [resource('cpu', 50), resource('memory', 75)])),
          load('300m', '576Mi'),
        ),
        ...at(62_000, load('300m', '1152Mi')),
      ],
      openAtMs: 55_500,
      pauseAtMs: 150_000,
      hands: ['kubectl'],
      claims: ['hpa-04'],
    },
    {
      ...common,
      id: 'again',
      caption: {
        en: 'Deployment web, kept at 8 by its HPA: at 152 s its manifest is applied again, replicas: 3 in it',
        zh: 'Deployment web，HPA 让它保持 8 个副本：第 152 秒重新应用清单，里面写着 replicas: 3',
      },
      commands: [...eight, ...at(152_000, apply(web(3)))],
      openAtMs: 145_500,
      pauseAtMs: 240_000,
      hands: ['kubectl'],
      files: { 'web.yaml': file('app:v1') },
    },
    {
      ...common,
      id: 'bench',
      caption: {
        en: 'Load and scale bench: draw the work of fifteen minutes, and set the HPA',
        zh: '负载与扩缩台：画出十五分钟的工作量，设好 HPA',
      },
      commands: [...restful(), ...at(180_000, load('900m'))],
      openAtMs: 500,
      pauseAtMs: 900_000,
      hands: ['kubectl'],
      claims: ['hpa-01'],
    },
  ],

  predictions: [
    {
      id: 'five-times-the-work',
      scenario: 'unknown',
      question: {
        en: 'At 40 s the work grows until each Pod uses 450m, more than twice what it requests. How many replicas does `web` have at 180 s?',
        zh: '第 40 秒，工作量增加到每个 Pod 用 450m，是它请求值的两倍多。到第 180 秒，`web` 有几个副本？',
      },
      choices: [
        { text: { en: 'Nine, by the formula', zh: '九个，按公式算' }, happened: wants(9) },
        { text: { en: 'Ten: all that is allowed', zh: '十个：允许的最大值' }, happened: wants(10) },
        { text: { en: 'Four: it was doubled once', zh: '四个：翻了一倍' }, happened: wants(4) },
        { text: { en: 'Two, as before', zh: '两个，和之前一样' }, happened: wants(2) },
      ],
      judgedAtMs: 180_000,
    },
    {
      id: 'eighty-percent',
      scenario: 'above',
      question: {
        en: 'Three Pods, each requests 200m; from 62 s on each uses 160m. The target is 50%. How many replicas are there at 120 s?',
        zh: '三个 Pod，各请求 200m；从第 62 秒起各用 160m。目标是 50%。到第 120 秒有几个副本？',
      },
      choices: [
        { text: { en: 'Three: 80% is not yet full', zh: '三个：80% 还没有满' }, happened: wants(3) },
        { text: { en: 'Four: one more at a time', zh: '四个：一次加一个' }, happened: wants(4) },
        {
          text: { en: 'Five: 3 × 80 ÷ 50, rounded up', zh: '五个：3 × 80 ÷ 50，向上取整' },
          happened: wants(5),
        },
        { text: { en: 'Six: it is doubled', zh: '六个：翻一倍' }, happened: wants(6) },
      ],
      judgedAtMs: 120_000,
    },
    {
      id: 'fifty-five-percent',
      scenario: 'tenth',
      question: {
        en: 'The same three Pods, now with 110m each: 55%, and the target is 50%. How many replicas are there at 120 s?',
        zh: '还是这三个 Pod，现在各用 110m：55%，目标是 50%。到第 120 秒有几个副本？',
      },
      choices: [
        { text: { en: 'Three', zh: '三个' }, happened: wants(3) },
        { text: { en: 'Four', zh: '四个' }, happened: wants(4) },
        { text: { en: 'Five', zh: '五个' }, happened: wants(5) },
      ],
      judgedAtMs: 120_000,
    },
    {
      id: 'first-look',
      scenario: 'spike',
      question: {
        en: 'Now each of the three uses 500m, which is 250%. The formula says 15, `maxReplicas` is 12. How many replicas are there right after the first look that sees it?',
        zh: '这次三个 Pod 各用 500m，也就是 250%。公式算出 15，`maxReplicas` 是 12。看到这个数的第一次检查刚过，有几个副本？',
      },
      choices: [
        {
          text: { en: 'Fifteen, as the formula says', zh: '十五个，公式怎么说就怎么来' },
          happened: wants(15),
        },
        { text: { en: 'Twelve, the maximum', zh: '十二个，最大值' }, happened: wants(12) },
        { text: { en: 'Seven: four more', zh: '七个：多四个' }, happened: wants(7) },
        { text: { en: 'Six: twice as many', zh: '六个：多一倍' }, happened: wants(6) },
      ],
      judgedAtMs: 80_000,
    },
    {
      id: 'four-minutes-later',
      scenario: 'drop',
      question: {
        en: 'At 180 s the work falls to a quarter. How many replicas are there at 420 s, four minutes later?',
        zh: '第 180 秒，工作量降到四分之一。到第 420 秒，四分钟之后，有几个副本？',
      },
      choices: [
        { text: { en: 'Two, since 195 s or so', zh: '两个，大约从第 195 秒起' }, happened: wants(2) },
        { text: { en: 'Five: on its way down', zh: '五个：正一步步往下走' }, happened: wants(5) },
        { text: { en: 'Eight', zh: '八个' }, happened: wants(8) },
      ],
      judgedAtMs: 420_000,
    },
    {
      id: 'a-daemonset',
      scenario: 'targets',
      question: {
        en: 'An HPA names a DaemonSet as its target, and the agents use 150% of what they request. What is there at 90 s?',
        zh: '一个 HPA 的目标是 DaemonSet，而这些 agent 用了请求值的 150%。到第 90 秒有什么？',
      },
      choices: [
        {
          text: { en: 'No such HPA: it was refused', zh: '没有这个 HPA：它被拒绝了' },
          happened: there('HorizontalPodAutoscaler/agent', false),
        },
        {
          text: { en: 'The HPA, and more than one agent on a node', zh: '有 HPA，有的节点上不止一个 agent' },
          happened: { all: [there('HorizontalPodAutoscaler/agent', true), agents({ atLeast: 4 })] },
        },
        {
          text: { en: 'The HPA, and three agents as before', zh: '有 HPA，agent 还是三个' },
          happened: { all: [there('HorizontalPodAutoscaler/agent', true), agents({ is: 3 })] },
        },
      ],
      judgedAtMs: 90_000,
    },
    {
      id: 'which-metric-wins',
      scenario: 'two-metrics',
      question: {
        en: 'CPU is at its target of 50% and asks for three Pods. Memory is at 150% with a target of 75% and asks for six. How many replicas are there at 150 s?',
        zh: 'CPU 正好在目标 50% 上，算出来要三个 Pod。内存在 150%，目标 75%，算出来要六个。到第 150 秒有几个副本？',
      },
      choices: [
        { text: { en: 'Three: CPU stands first', zh: '三个：CPU 写在前面' }, happened: wants(3) },
        { text: { en: 'Five: the mean, rounded up', zh: '五个：取平均，再向上取整' }, happened: wants(5) },
        { text: { en: 'Six: the larger one', zh: '六个：取大的' }, happened: wants(6) },
        { text: { en: 'Nine: both together', zh: '九个：加在一起' }, happened: wants(9) },
      ],
      judgedAtMs: 150_000,
    },
    {
      id: 'applied-again',
      scenario: 'again',
      question: {
        en: 'The HPA keeps `web` at 8. Somebody changes nothing and applies the manifest once more; it says `replicas: 3`. How many replicas are there at 240 s?',
        zh: 'HPA 让 `web` 保持 8 个副本。有人什么都没改，把清单又应用了一遍，里面写着 `replicas: 3`。到第 240 秒有几个副本？',
      },
      choices: [
        { text: { en: 'Three: the manifest is what counts', zh: '三个：以清单为准' }, happened: wants(3) },
        { text: { en: 'Eight, as before', zh: '八个，和之前一样' }, happened: wants(8) },
        {
          text: { en: 'Twelve: the HPA makes good what was missing', zh: '十二个：HPA 要把缺的补回来' },
          happened: wants(12),
        },
      ],
      judgedAtMs: 240_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'make-it-scale',
      title: { en: 'Make it scale', zh: '让它扩起来' },
      caption: {
        en: 'Deployment web, 2 replicas with a sidecar, TARGETS unknown, and more work than two can do well',
        zh: 'Deployment web，2 个副本带边车，TARGETS 是 unknown，活儿多到两个 Pod 吃力',
      },
      task: {
        en: 'Both Pods use more than twice what they request, and the HPA does nothing. Bring it to the point where it scales by itself to six Ready Pods or more. Its bounds stay as they are, the sidecar `log` stays, and two Pods serve at every moment.',
        zh: '两个 Pod 用的都超过请求值的两倍，HPA 却什么也不做。让它自己扩到至少六个就绪的 Pod。它的上下限不许动，边车 `log` 要留着，而且任何时刻都要有两个 Pod 在服务。',
      },
      commands: [
        ...at(
          0,
          apply(web(2, main(), log)),
          apply(autoscaler('Deployment', 'web', 10, [resource('cpu', 50)])),
          withLog('900m'),
        ),
      ],
      openAtMs: 60_000,
      pauseAtMs: 400_000,
      hands: ['kubectl'],
      goals: [
        {
          id: 'measures',
          text: {
            en: 'The HPA gets a number from its metric (ScalingActive)',
            zh: 'HPA 能从指标得到数值（ScalingActive）',
          },
          condition: hpaHas({ type: 'ScalingActive', status: 'True' }),
          when: 'now',
        },
        {
          id: 'six-serve',
          text: { en: 'At least six Pods are Ready', zh: '至少有六个 Pod 就绪' },
          condition: atLeastServe(6),
          when: 'now',
        },
        {
          id: 'same-bounds',
          text: {
            en: 'The HPA is there, with `minReplicas` 2 and `maxReplicas` 10',
            zh: 'HPA 在，`minReplicas` 是 2，`maxReplicas` 是 10',
          },
          condition: {
            all: [
              { object: 'HorizontalPodAutoscaler/web', path: 'spec.minReplicas', equals: 2 },
              { object: 'HorizontalPodAutoscaler/web', path: 'spec.maxReplicas', equals: 10 },
            ],
          },
          when: 'always',
        },
        {
          id: 'log-stays',
          text: { en: 'The template has the sidecar `log`', zh: '模板里有边车 `log`' },
          condition: {
            count: {
              kind: 'Deployment',
              where: { path: 'spec.template.spec.containers', has: { name: 'log' } },
            },
            what: { en: 'Deployments with the sidecar', zh: '带边车的 Deployment' },
            is: 1,
          },
          when: 'always',
        },
        {
          id: 'two-serve',
          text: { en: 'At least two Pods are Ready', zh: '至少有两个 Pod 就绪' },
          condition: atLeastServe(2),
          when: 'always',
        },
      ],
      hints: [
        {
          when: { not: hpaHas({ type: 'ScalingActive', status: 'True' }) },
          en: 'Ask the HPA itself: `kubectl describe hpa web`. What does the condition ScalingActive miss, and in which container?',
          zh: '问 HPA 自己：`kubectl describe hpa web`。状况 ScalingActive 说缺了什么，在哪个容器里？',
        },
        {
          when: { not: hpaHas({ type: 'ScalingActive', status: 'True' }) },
          en: 'A percentage of the whole Pod needs a number from each container. Either give the sidecar one, or measure `main` alone.',
          zh: '整个 Pod 的百分比，要每个容器都有数。要么给边车补上一个，要么只量 `main`。',
        },
        {
          when: { not: hpaHas({ type: 'ScalingActive', status: 'True' }) },
          en: '`kubectl set resources deploy/web -c log --requests=cpu=50m` starts a rollout. Then let a minute or two pass.',
          zh: '`kubectl set resources deploy/web -c log --requests=cpu=50m` 会开始一次发布。然后让时间走一两分钟。',
        },
        {
          when: hpaHas({ type: 'ScalingActive', status: 'True' }),
          en: 'It measures. If it stays at two, ask `kubectl get hpa` how far the use is from the target: a sidecar that requests a lot makes the percentage small.',
          zh: '已经能量了。要是还停在两个，用 `kubectl get hpa` 看看离目标有多远：边车请求得多，百分比就小。',
        },
      ],
      solutions: [
        {
          commands: at(
            65_000,
            change('Deployment', inTemplate({ name: 'log', resources: { requests: { cpu: '50m' } } })),
          ),
          untilMs: 200_000,
        },
        {
          commands: at(65_000, change('HorizontalPodAutoscaler', { metrics: [ofContainer] }, 'merge')),
          untilMs: 200_000,
        },
        {
          commands: at(
            65_000,
            change(
              'HorizontalPodAutoscaler',
              {
                metrics: [
                  {
                    type: 'Resource',
                    resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '100m' } },
                  },
                ],
              },
              'merge',
            ),
          ),
          untilMs: 200_000,
        },
      ],
      shortcuts: [
        {
          why: 'waiting: it looks every 15 s and finds the same',
          commands: [],
          untilMs: 360_000,
          fails: 'measures',
        },
        {
          why: 'scaling by hand gives Pods, and the HPA still knows nothing',
          commands: at(65_000, scale(8)),
          untilMs: 200_000,
          fails: 'measures',
        },
        {
          why: 'a higher minimum gives Pods without any measure',
          commands: at(65_000, change('HorizontalPodAutoscaler', { minReplicas: 8 }, 'merge')),
          untilMs: 200_000,
          fails: 'same-bounds',
        },
        {
          why: 'without the sidecar all is known, and nobody ships the log',
          commands: at(65_000, change('Deployment', inTemplate({ name: 'log', $patch: 'delete' }))),
          untilMs: 200_000,
          fails: 'log-stays',
        },
        {
          why: 'the request of main was never missing',
          commands: at(
            65_000,
            change('Deployment', inTemplate({ name: 'main', resources: { requests: { cpu: '300m' } } })),
          ),
          untilMs: 200_000,
          fails: 'measures',
        },
        {
          why: 'a sidecar that requests two CPUs makes the use look small',
          commands: at(
            65_000,
            change('Deployment', inTemplate({ name: 'log', resources: { requests: { cpu: '2' } } })),
          ),
          untilMs: 300_000,
          fails: 'six-serve',
        },
        {
          why: 'a new Deployment starts from nothing',
          commands: [
            ...at(65_000, remove('Deployment')),
            ...at(
              80_000,
              apply(
                web(2, main(), {
                  name: 'log',
                  image: 'log:v1',
                  command: ['/app', 'pause'],
                  resources: { requests: { cpu: '50m' } },
                }),
              ),
            ),
          ],
          untilMs: 300_000,
          fails: 'two-serve',
        },
      ],
      claims: ['hpa-03', 'hpa-04'],
    },
    {
      ...common,
      id: 'release',
      title: { en: 'A release at noon', zh: '中午发版' },
      caption: {
        en: 'Deployment web, kept at 8 by its HPA; web.yaml has the new image, and replicas: 3',
        zh: 'Deployment web，HPA 让它保持 8 个副本；web.yaml 里是新镜像，还有 replicas: 3',
      },
      task: {
        en: 'It is the busiest hour, and `app:v2` has to go out. The file `web.yaml` has the new image, and it says `replicas: 3`. Bring all Pods to `app:v2`, and let six of them serve at every moment. The HPA stays.',
        zh: '现在是最忙的时候，`app:v2` 却要上线。文件 `web.yaml` 里写着新镜像，也写着 `replicas: 3`。把所有 Pod 换成 `app:v2`，任何时刻都要有六个在服务。HPA 要留着。',
      },
      commands: eight,
      openAtMs: 120_000,
      pauseAtMs: 300_000,
      hands: ['setImage', 'kubectl'],
      subject: 'Deployment/web',
      images: ['app:v1', 'app:v2'],
      files: { 'web.yaml': file('app:v2') },
      goals: [
        {
          id: 'all-new',
          text: {
            en: 'Eight Pods of `app:v2` are Ready, and none of `app:v1` is left',
            zh: '八个 `app:v2` 的 Pod 就绪，没有 `app:v1` 的',
          },
          condition: {
            all: [
              {
                count: { kind: 'Pod', where: { all: [runs('app:v2'), serves] } },
                what: { en: 'Pods of app:v2 that are Ready', zh: '就绪的 app:v2 的 Pod' },
                is: 8,
              },
              {
                count: { kind: 'Pod', where: runs('app:v1') },
                what: { en: 'Pods of app:v1', zh: 'app:v1 的 Pod' },
                is: 0,
              },
            ],
          },
          when: 'now',
        },
        {
          id: 'six-serve',
          text: {
            en: 'At least six Pods are Ready and stay',
            zh: '至少有六个 Pod 就绪，而且不在 Terminating',
          },
          condition: atLeastServe(6),
          when: 'always',
        },
        {
          id: 'hpa-stays',
          text: { en: 'The HPA web is there', zh: 'HPA web 在' },
          condition: there('HorizontalPodAutoscaler/web', true),
          when: 'always',
        },
      ],
      hints: [
        {
          en: '`kubectl apply -f web.yaml` writes each field of the file. Which one would you rather not write?',
          zh: '`kubectl apply -f web.yaml` 会写入文件里的每一个字段。哪一个是你不想写的？',
        },
        {
          en: 'Only the image has to change. `kubectl set image` writes nothing else.',
          zh: '要变的只有镜像。`kubectl set image` 别的什么也不写。',
        },
      ],
      solutions: [
        {
          commands: at(125_000, change('Deployment', inTemplate({ name: 'main', image: 'app:v2' }))),
          untilMs: 200_000,
        },
        { commands: at(125_000, apply(web(8, main('app:v2')))), untilMs: 200_000 },
      ],
      shortcuts: [
        {
          why: 'three replicas until the next look of the HPA',
          commands: at(125_000, apply(web(3, main('app:v2')))),
          untilMs: 250_000,
          fails: 'six-serve',
        },
        {
          why: 'scaled up again at once, but five have been marked already',
          commands: [...at(125_000, apply(web(3, main('app:v2')))), ...at(127_000, scale(8))],
          untilMs: 250_000,
          fails: 'six-serve',
        },
        {
          why: 'without the HPA nobody scales tonight',
          commands: [
            ...at(125_000, remove('HorizontalPodAutoscaler')),
            ...at(127_000, change('Deployment', inTemplate({ name: 'main', image: 'app:v2' }))),
          ],
          untilMs: 250_000,
          fails: 'hpa-stays',
        },
        { why: 'waiting changes no image', commands: [], untilMs: 250_000, fails: 'all-new' },
      ],
    },
  ],
});
