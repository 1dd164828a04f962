import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Run } from '@/lib/quiz/run';
import { apply, at, container, workload } from '../generators/manifests';

type Kind = 'Deployment' | 'StatefulSet';

const resource = (name: 'cpu' | 'memory', averageUtilization: number): Json => ({
  type: 'Resource',
  resource: { name, target: { type: 'Utilization', averageUtilization } },
});
const hpa = (kind: Kind, maxReplicas: number, ...metrics: readonly Json[]): Command =>
  apply({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'shop' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'shop' },
      minReplicas: 2,
      maxReplicas,
      metrics: [...metrics],
    },
  });
const shop = (kind: Kind, replicas: number, resources: Json, image = 'shop:v1'): Manifest =>
  workload(kind, 'shop', image, { replicas }, { containers: [container(image, { resources })] });
const load = (kind: Kind, cpu: string, memory?: string): Command => ({
  verb: 'load',
  kind,
  name: 'shop',
  shared: { cpu, ...(memory && { memory }) },
});
const requests: Json = { requests: { cpu: '200m', memory: '256Mi' } };
const of = { nodes: ['node-1', 'node-2', 'node-3'], subject: 'HorizontalPodAutoscaler/shop' } as const;

const wants = (replicas: number, kind: Kind = 'Deployment'): Condition => ({
  object: `${kind}/shop`,
  path: 'spec.replicas',
  equals: replicas,
});
const scaledSet: Run = {
  ...of,
  commands: at(
    0,
    apply(shop('StatefulSet', 2, requests)),
    hpa('StatefulSet', 8, resource('cpu', 50)),
    load('StatefulSet', '500m'),
  ),
};
const eight = [
  ...at(
    0,
    apply(shop('Deployment', 3, requests)),
    hpa('Deployment', 12, resource('cpu', 50)),
    load('Deployment', '800m'),
  ),
];

/** The items of lesson 5. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    { id: 'by-the-formula', kind: 'generated', generator: 'hpa-desired-replicas' },
    {
      id: 'full-nodes',
      kind: 'single',
      concept: 'hpa-target-kinds',
      claims: ['hpa-01'],
      question: {
        en: 'All nodes are full, and the load goes on growing. `maxReplicas` is far away. What does the HPA do at its next look?',
        zh: '所有节点都满了，负载还在增加，离 `maxReplicas` 还远。HPA 下一次检查时会做什么？',
      },
      choices: [
        {
          text: {
            en: 'It adds a node, so that the Pods that are missing find room',
            zh: '添加一个节点，让缺少的 Pod 有地方可放',
          },
          correct: false,
          misconception: 'hpa-adds-nodes',
          because: {
            en: 'It writes one number, that of the replicas. Nodes come from somebody else, a cluster autoscaler for instance.',
            zh: '它只写一个数，就是副本数。节点要由别人来加，例如 Cluster Autoscaler。',
          },
        },
        {
          text: {
            en: 'It raises the replicas; the new Pods stay Pending',
            zh: '调高副本数，新的 Pod 停在 Pending',
          },
          correct: true,
          because: {
            en: 'It doesn’t know of nodes. Whether there is room is found out by the scheduler, later.',
            zh: '它不管节点。放不放得下，是之后由调度器发现的。',
          },
        },
        {
          text: { en: 'It gives each of the Pods that run more CPU', zh: '给正在运行的 Pod 各加一些 CPU' },
          correct: false,
          misconception: 'hpa-resizes-pods',
          because: {
            en: 'Horizontal means more of the same. What a Pod requests stays as its template has it.',
            zh: '“水平”的意思是多来几个一样的。每个 Pod 请求多少，模板怎么写就怎么样。',
          },
        },
        {
          text: { en: 'Nothing, as there is no room for another Pod', zh: '什么也不做，因为放不下新的 Pod' },
          correct: false,
          misconception: 'hpa-stops-at-full-nodes',
          because: {
            en: 'Room is no part of its formula: number, metric, target, bounds.',
            zh: '它的公式里没有“放不放得下”：只有数目、指标、目标和上下限。',
          },
        },
      ],
      hints: [{ en: 'Which one field does an HPA write?', zh: 'HPA 会写的字段只有一个，是哪个？' }],
      explanation: {
        en: 'It writes `spec.replicas` through the scale subresource, and no more than that.',
        zh: '它通过 scale 子资源写 `spec.replicas`，仅此而已。',
      },
    },
    {
      id: 'percent-of-what',
      kind: 'numeric',
      concept: 'hpa-request',
      claims: ['hpa-03'],
      run: {
        ...of,
        commands: at(
          0,
          apply(shop('Deployment', 3, { requests: { cpu: '200m' }, limits: { cpu: '1' } })),
          hpa('Deployment', 3, resource('cpu', 80)),
          load('Deployment', '450m'),
        ),
      },
      reads: {
        object: 'HorizontalPodAutoscaler/shop',
        path: 'status.currentMetrics.0.resource.current.averageUtilization',
        atMs: 80_000,
      },
      question: {
        en: 'Each of three Pods requests 200m of CPU, has a limit of 1 and uses 150m; its node has 4 CPUs. Which percentage does the HPA see?',
        zh: '三个 Pod，每个 CPU request 是 200m，limit 是 1，实际用 150m；节点有 4 个 CPU。HPA 看到的是百分之多少？',
      },
      because: {
        en: '150 of 200: what is used, as a part of what is requested.',
        zh: '200 里用了 150：用量占 request 的比例。',
      },
      wrong: [
        {
          answer: 15,
          misconception: 'percentage-is-of-the-limit',
          because: {
            en: 'That is 150m of the limit. The HPA does not look at limits.',
            zh: '这是 150m 占 limit 的比例。HPA 不看 limit。',
          },
        },
        {
          answer: 3.75,
          misconception: 'percentage-is-of-the-node',
          because: {
            en: 'That is 150m of the whole node. The HPA does not look at nodes.',
            zh: '这是 150m 占整个节点的比例。HPA 不看节点。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of the numbers is a promise that the scheduler relies on?',
          zh: '这些数里，哪一个是调度器据以安排的？',
        },
      ],
      explanation: {
        en: 'Raise the request, and the same work is a smaller percentage. So the request is part of the setting of an HPA.',
        zh: '把 request 调高，同样的活儿百分比就变小。所以 request 也是 HPA 设置的一部分。',
      },
    },
    {
      id: 'read-unknown',
      kind: 'hotspot',
      concept: 'hpa-request',
      claims: ['hpa-03'],
      question: {
        en: 'TARGETS says `cpu: <unknown>/60%`. This is what `kubectl describe hpa shop` says. Which line tells you what to change?',
        zh: 'TARGETS 写着 `cpu: <unknown>/60%`。下面是 `kubectl describe hpa shop` 的输出。哪一行说出了该改什么？',
      },
      source: `Metrics:                                               ( current / target )
  resource cpu on pods  (as a percentage of request):  <unknown> / 60%
Deployment pods:                                       2 current / 0 desired
Conditions:
  Type           Status  Reason                   Message
  ----           ------  ------                   -------
  AbleToScale    True    SucceededGetScale        the HPA controller was able to get the target's current scale
  ScalingActive  False   FailedGetResourceMetric  the HPA was unable to compute the replica count: failed to get cpu utilization: missing request for cpu in container proxy of Pod shop-6c9d7f9b6c-4x2kq`,
      regions: [
        {
          text: { en: 'Line 2, the metric', zh: '第 2 行，指标' },
          lines: [2, 2],
          points: 0.25,
          because: {
            en: 'It says of what the percentage is taken, but not which request is missing.',
            zh: '它说明了百分比相对什么来算，却没说缺的是哪个 request。',
          },
        },
        {
          text: { en: 'Line 3, current and desired', zh: '第 3 行，现有和期望' },
          lines: [3, 3],
          points: 0,
          misconception: 'unknown-means-idle',
          because: {
            en: '0 desired means that no number was ever worked out. It is no wish for zero Pods.',
            zh: '0 desired 表示还从来没有算出过数，并不是想要零个 Pod。',
          },
        },
        {
          text: { en: 'Line 7, AbleToScale', zh: '第 7 行，AbleToScale' },
          lines: [7, 7],
          points: 0,
          misconception: 'hpa-of-daemonset-is-refused',
          because: {
            en: 'The target is there and could be scaled. Here all is well.',
            zh: '目标找到了，也能扩缩。这一条没有问题。',
          },
        },
        {
          text: { en: 'Line 8, ScalingActive', zh: '第 8 行，ScalingActive' },
          lines: [8, 8],
          points: 1,
          because: {
            en: 'The container `proxy` requests no CPU. Give it a request, or measure the other container alone.',
            zh: '容器 `proxy` 没有写 CPU 的 request。给它补上，或者只量另一个容器。',
          },
        },
      ],
      hints: [
        {
          en: 'Two conditions: can it scale, and does it know how far? Which one is False?',
          zh: '两条状况：能不能扩缩，知不知道扩到几个。哪一条是 False？',
        },
      ],
      explanation: {
        en: 'The message ends with container and Pod. One sidecar, put into every Pod by a service mesh for instance, is enough.',
        zh: '消息的末尾有容器名和 Pod 名。一个边车就够了，比如服务网格给每个 Pod 塞进去的那个。',
      },
    },
    {
      id: 'why-unknown',
      kind: 'multiple',
      concept: 'hpa-request',
      claims: ['hpa-03'],
      question: {
        en: 'TARGETS says `cpu: <unknown>/50%`, and `kubectl top pods` lists all Pods with what they use. Which of these can be the reason?',
        zh: 'TARGETS 写着 `cpu: <unknown>/50%`，而 `kubectl top pods` 列出了所有 Pod 的用量。可能的原因有哪些？',
      },
      choices: [
        {
          text: {
            en: 'The metrics-server is down, or can’t reach the kubelets',
            zh: 'metrics-server 坏了，或者连不上 kubelet',
          },
          correct: false,
          misconception: 'unknown-is-a-broken-metrics-server',
          because: {
            en: 'Then `kubectl top` would say nothing either. Both ask the same API.',
            zh: '那样 `kubectl top` 也没有输出。两者问的是同一个 API。',
          },
        },
        {
          text: {
            en: 'One container of each Pod requests no CPU',
            zh: '每个 Pod 里有一个容器没写 CPU request',
          },
          correct: true,
          because: {
            en: 'Use is known, what it is a part of is not. One such container is enough.',
            zh: '用量有了，拿什么做分母却不知道。有一个这样的容器就够了。',
          },
        },
        {
          text: { en: 'The containers have no CPU limit', zh: '容器没写 CPU limit' },
          correct: false,
          misconception: 'percentage-is-of-the-limit',
          because: {
            en: 'Limits play no part. (A limit without a request sets the request as well, so it would even help.)',
            zh: 'limit 不起作用。（只写 limit 不写 request，request 会取同样的值，反倒有用。）',
          },
        },
        {
          text: { en: 'The HPA was made some seconds ago', zh: 'HPA 是几秒前才创建的' },
          correct: true,
          because: {
            en: 'Its first look came before Pods were measured. The next one is within 15 s.',
            zh: '第一次检查时 Pod 还没有被测量。15 秒之内会再看一次。',
          },
        },
        {
          text: { en: 'The Pods have nothing to do', zh: 'Pod 没事可做' },
          correct: false,
          misconception: 'unknown-means-idle',
          because: {
            en: 'Nothing to do is a number: 0%.',
            zh: '没事可做也是一个数：0%。',
          },
        },
      ],
      hints: [
        {
          en: 'A percentage takes two numbers. Which one is here, which one not?',
          zh: '百分比要两个数。哪个有，哪个没有？',
        },
      ],
      explanation: {
        en: '`kubectl top` clears the metrics-server of suspicion. Then read the condition ScalingActive.',
        zh: '`kubectl top` 能先排除 metrics-server，然后去读状况 ScalingActive。',
      },
    },
    {
      id: 'measure-one-container',
      kind: 'yaml',
      concept: 'hpa-metrics',
      claims: ['hpa-04'],
      question: {
        en: 'The sidecar of `shop` belongs to somebody else, and requests nothing. Fill in the HPA so that it takes 60% of what `main` requests.',
        zh: '`shop` 的边车归别人管，什么都没请求。填写 HPA，让它按 `main` 的 request 的 60% 来算。',
      },
      source: `apiVersion: ___
kind: HorizontalPodAutoscaler
metadata:
  name: shop
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: shop
  maxReplicas: 10
  metrics:
    - type: ___
      containerResource:
        name: cpu
        container: ___
        target:
          type: Utilization
          averageUtilization: 60`,
      blanks: [
        {
          text: 'autoscaling/v2',
          path: 'apiVersion',
          because: {
            en: 'The only version with a list of metrics that is still served.',
            zh: '现在还提供的版本里，只有它有指标列表。',
          },
          wrong: [
            {
              value: 'autoscaling/v1',
              misconception: 'v1-takes-memory',
              because: {
                en: 'v1 has one field, for the CPU of whole Pods.',
                zh: 'v1 只有一个字段，量的是整个 Pod 的 CPU。',
              },
            },
            {
              value: 'autoscaling/v2beta2',
              misconception: 'memory-needs-alpha',
              because: {
                en: 'Gone since v1.26. What it had is in v2.',
                zh: 'v1.26 起就没有了。它有的，v2 都有。',
              },
            },
          ],
        },
        {
          text: 'ContainerResource',
          path: 'spec.metrics.0.type',
          because: {
            en: 'One container of each Pod is measured, and only its request is needed.',
            zh: '每个 Pod 只量一个容器，只要它有 request。',
          },
          wrong: [
            {
              value: 'Resource',
              misconception: 'containers-without-request-are-left-out',
              because: {
                en: 'That is the whole Pod. The sidecar is not left out, and its missing request makes all unknown.',
                zh: '那是量整个 Pod。边车不会被略过，缺了它的 request，就什么也算不出来。',
              },
            },
          ],
        },
        {
          text: 'main',
          path: 'spec.metrics.0.containerResource.container',
          because: {
            en: 'The container that works, and that requests something.',
            zh: '干活的容器，也写了 request。',
          },
          wrong: [
            {
              value: 'shop',
              misconception: 'containers-without-request-are-left-out',
              because: {
                en: 'That is the Deployment. Meant is the name of a container in its template.',
                zh: '那是 Deployment 的名字。这里要的是模板里容器的名字。',
              },
            },
          ],
        },
      ],
      hints: [
        {
          en: 'The key below `type` starts with a small letter, the type itself with a capital one.',
          zh: '`type` 下面那个键是小写开头，类型本身是大写开头。',
        },
      ],
      explanation: {
        en: 'Stable since v1.30. The sidecar may use what it likes; the HPA does not see it.',
        zh: 'v1.30 起稳定。边车用多少都行，HPA 看不到它。',
      },
    },
    {
      id: 'a-statefulset',
      kind: 'predict',
      concept: 'hpa-target-kinds',
      claims: ['hpa-02'],
      run: scaledSet,
      judgedAtMs: 120_000,
      question: {
        en: 'A StatefulSet of 2 replicas, 200m requested by each Pod, 500m of work together. An HPA with a target of 50% names the StatefulSet. How many replicas are there two minutes later?',
        zh: '一个 2 副本的 StatefulSet，每个 Pod 请求 200m，工作量一共 500m。一个目标为 50% 的 HPA 指向它。两分钟之后有几个副本？',
      },
      choices: [
        {
          text: { en: 'Two: a StatefulSet scales by hand alone', zh: '两个：StatefulSet 只能手工扩缩' },
          happened: wants(2, 'StatefulSet'),
          misconception: 'hpa-only-for-deployments',
          because: {
            en: 'It has a scale subresource, and that is all that an HPA asks for.',
            zh: '它有 scale 子资源，HPA 要的就是这个。',
          },
        },
        {
          text: { en: 'Three: one place after the other', zh: '三个：一个位置一个位置地来' },
          happened: wants(3, 'StatefulSet'),
          misconception: 'hpa-adds-one-at-a-time',
          because: {
            en: 'The StatefulSet makes its Pods in order, but the number is written at once.',
            zh: 'StatefulSet 是按顺序创建 Pod 的，但数目一次就写好了。',
          },
        },
        {
          text: { en: 'Five, at 50% each', zh: '五个，各用 50%' },
          happened: wants(5, 'StatefulSet'),
          because: {
            en: '500m shared by five is 100m each: half of the request.',
            zh: '500m 由五个来分，各 100m，正好是 request 的一半。',
          },
        },
        {
          text: { en: 'Eight, for it can’t be measured', zh: '八个，因为没法测量' },
          happened: wants(8, 'StatefulSet'),
          misconception: 'unknown-is-a-broken-metrics-server',
          because: {
            en: 'Its Pods are measured as any others, and 500m is enough for five.',
            zh: '它的 Pod 和别的一样能测量，500m 只够五个用。',
          },
        },
      ],
      hints: [{ en: 'What does an HPA ask of its target?', zh: 'HPA 对目标有什么要求？' }],
      explanation: {
        en: 'Whether a database is served by more replicas is another question: the HPA does not ask it.',
        zh: '多几个副本对数据库有没有用，是另一个问题，HPA 不问这个。',
      },
    },
    {
      id: 'line-of-an-agent',
      kind: 'single',
      concept: 'hpa-target-kinds',
      claims: ['hpa-02'],
      question: {
        en: '`kubectl get hpa` says `DaemonSet/agent`, `cpu: <unknown>/50%`, REPLICAS 0; three agents run and are measured. What is going on?',
        zh: '`kubectl get hpa` 里写着 `DaemonSet/agent`、`cpu: <unknown>/50%`、REPLICAS 0，而三个 agent 在跑，也有测量值。这是怎么回事？',
      },
      choices: [
        {
          text: {
            en: 'The HPA is for Deployments and ReplicaSets, and for no other kind',
            zh: 'HPA 只能用于 Deployment 和 ReplicaSet，别的都不行',
          },
          correct: false,
          misconception: 'hpa-only-for-deployments',
          because: {
            en: 'StatefulSets work as well, and every custom resource with a scale subresource.',
            zh: 'StatefulSet 也行，有 scale 子资源的自定义资源都行。',
          },
        },
        {
          text: {
            en: 'A DaemonSet has no number to write: FailedGetScale, for ever',
            zh: 'DaemonSet 没有副本数可写：会一直是 FailedGetScale',
          },
          correct: true,
          because: {
            en: 'It was accepted, as the API server does not look at targets. The condition AbleToScale is False.',
            zh: '它被接受了，因为 API 服务器不检查目标。状况 AbleToScale 是 False。',
          },
        },
        {
          text: {
            en: 'The agents are idle; under load there will be more of them on a node',
            zh: 'agent 没事做；有了负载，节点上就会多跑几个',
          },
          correct: false,
          misconception: 'hpa-scales-daemonsets',
          because: {
            en: 'A DaemonSet puts one on each node that is eligible. How busy they are plays no part.',
            zh: 'DaemonSet 在每个合格的节点上放一个，与忙不忙无关。',
          },
        },
        {
          text: {
            en: 'The metrics-server does not measure the Pods of a DaemonSet',
            zh: 'metrics-server 不测量 DaemonSet 的 Pod',
          },
          correct: false,
          misconception: 'unknown-is-a-broken-metrics-server',
          because: {
            en: 'It measures Pods, whoever made them. Nobody came to ask here.',
            zh: 'Pod 是谁创建的它都测。这里是根本没有谁来问。',
          },
        },
      ],
      hints: [
        {
          en: 'Which field would the HPA have to write, and does a DaemonSet have it?',
          zh: 'HPA 要写哪个字段？DaemonSet 有吗？',
        },
      ],
      explanation: {
        en: 'Give the agents more by their requests, or by the Vertical Pod Autoscaler, which is a project of its own.',
        zh: '要让 agent 多用一些，就改它们的 request，或者用 Vertical Pod Autoscaler，那是另一个项目。',
      },
    },
    {
      id: 'by-memory',
      kind: 'single',
      concept: 'hpa-metrics',
      claims: ['hpa-03', 'hpa-04'],
      question: {
        en: 'You want to scale by memory. Which `apiVersion` do you write?',
        zh: '要按内存来扩缩，`apiVersion` 写哪个？',
      },
      choices: [
        {
          text: {
            en: '`autoscaling/v2alpha1`, where memory came in',
            zh: '`autoscaling/v2alpha1`，内存就是它引入的',
          },
          correct: false,
          misconception: 'memory-needs-alpha',
          because: {
            en: 'It did, years ago, and is no longer served. What began there is stable.',
            zh: '那是多年前的事，这个版本早就不提供了。当初在那里的，现在已经稳定。',
          },
        },
        {
          text: { en: '`autoscaling/v1`, with a second field', zh: '`autoscaling/v1`，再加一个字段' },
          correct: false,
          misconception: 'v1-takes-memory',
          because: {
            en: 'v1 has one metric field, and that is of CPU.',
            zh: 'v1 只有一个指标字段，是 CPU 的。',
          },
        },
        {
          text: { en: '`autoscaling/v2`', zh: '`autoscaling/v2`' },
          correct: true,
          because: {
            en: 'Stable since v1.23: type Resource, name memory.',
            zh: 'v1.23 起稳定：类型 Resource，名称 memory。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of them does a cluster of today still serve, and which has a list of metrics?',
          zh: '今天的集群还提供哪几个？哪个有指标列表？',
        },
      ],
      explanation: {
        en: 'Mind that memory is seldom given back: a program that keeps what it once took never lets the HPA scale down.',
        zh: '要留意，内存常常拿了就不还：程序占住不放，HPA 就一直缩不下来。',
      },
    },
    {
      id: 'cpu-and-memory',
      kind: 'predict',
      concept: 'hpa-metrics',
      claims: ['hpa-04'],
      run: {
        ...of,
        commands: at(
          0,
          apply(shop('Deployment', 4, requests)),
          hpa('Deployment', 20, resource('memory', 80), resource('cpu', 50)),
          load('Deployment', '600m', '1024Mi'),
        ),
      },
      judgedAtMs: 150_000,
      question: {
        en: 'Four Pods, two metrics. For memory the formula says 5, for CPU 6. How many replicas does the HPA write?',
        zh: '四个 Pod，两个指标。按内存算要 5 个，按 CPU 算要 6 个。HPA 写下几个副本？',
      },
      choices: [
        {
          text: { en: '5: memory stands first', zh: '5：内存写在前面' },
          happened: wants(5),
          misconception: 'first-metric-counts',
          because: { en: 'The order in the list has no meaning.', zh: '列表里的先后没有意义。' },
        },
        {
          text: { en: '6: the larger of the two', zh: '6：两个里大的' },
          happened: wants(6),
          because: {
            en: 'With six neither is above its target.',
            zh: '有了六个，两样都不超过目标。',
          },
        },
        {
          text: { en: '11: both together', zh: '11：加在一起' },
          happened: wants(11),
          misconception: 'metrics-are-added',
          because: {
            en: 'A Pod that comes brings CPU and memory at the same time.',
            zh: '来一个 Pod，CPU 和内存是一起带来的。',
          },
        },
        {
          text: { en: '4: they don’t agree, so all stays', zh: '4：两个说法不一致，就都不动' },
          happened: wants(4),
          misconception: 'metrics-are-averaged',
          because: {
            en: 'They need not agree, and no mean is taken: who asks for most decides.',
            zh: '不需要一致，也不取平均：谁要得多就听谁的。',
          },
        },
      ],
      hints: [
        { en: 'With how many Pods would both metrics be content?', zh: '要有几个 Pod，两个指标才都满意？' },
      ],
      explanation: {
        en: 'Each metric makes its own proposal. The largest counts, also when it falls: scaling down has to suit all.',
        zh: '每个指标各提一个数，最大的算数。往下缩也一样，要所有指标都同意。',
      },
    },
    {
      id: 'which-type',
      kind: 'match',
      concept: 'hpa-metrics',
      claims: ['hpa-04'],
      question: {
        en: 'Which type of metric does each of these need?',
        zh: '下面每一种，该用哪种指标类型？',
      },
      choices: [
        { id: 'resource', text: { en: 'Resource', zh: 'Resource' } },
        { id: 'container', text: { en: 'ContainerResource', zh: 'ContainerResource' } },
        { id: 'pods', text: { en: 'Pods', zh: 'Pods' } },
        { id: 'object', text: { en: 'Object', zh: 'Object' } },
        { id: 'external', text: { en: 'External', zh: 'External' } },
      ],
      stems: [
        {
          text: { en: 'The memory of the whole Pod', zh: '整个 Pod 的内存' },
          choice: 'resource',
          wrong: { pods: 'memory-needs-alpha' },
          because: {
            en: 'CPU and memory are what a metrics-server measures of each Pod.',
            zh: 'CPU 和内存正是 metrics-server 对每个 Pod 测量的东西。',
          },
        },
        {
          text: { en: 'Open sessions, which each Pod counts itself', zh: '打开的会话数，每个 Pod 自己数' },
          choice: 'pods',
          wrong: { resource: 'custom-metrics-are-resources' },
          because: {
            en: 'One number of each Pod, averaged. An adapter serves it.',
            zh: '每个 Pod 一个数，取平均，由适配器提供。',
          },
        },
        {
          text: { en: 'Requests per second of one Ingress', zh: '某一个 Ingress 的每秒请求数' },
          choice: 'object',
          wrong: { resource: 'custom-metrics-are-resources' },
          because: {
            en: 'The number belongs to another object of the cluster.',
            zh: '这个数属于集群里的另一个对象。',
          },
        },
        {
          text: { en: 'The length of a queue at a cloud provider', zh: '云厂商那边一个队列的长度' },
          choice: 'external',
          wrong: { resource: 'custom-metrics-are-resources' },
          because: {
            en: 'It belongs to nothing in the cluster.',
            zh: '它不属于集群里的任何东西。',
          },
        },
      ],
      hints: [
        {
          en: 'Ask of each number: whose is it?',
          zh: '对每个数都问一句：它是谁的？',
        },
      ],
      explanation: {
        en: 'All five are in the stable API. The last three need an adapter that serves custom or external metrics.',
        zh: '五种都在稳定版 API 里。后三种要有适配器来提供自定义或外部指标。',
      },
    },
    {
      id: 'after-the-sale',
      kind: 'predict',
      concept: 'hpa-pace',
      claims: ['hpa-01'],
      run: { ...of, commands: [...eight, ...at(180_000, load('Deployment', '200m'))] },
      judgedAtMs: 300_000,
      question: {
        en: 'Behavior as it comes, eight replicas. The sale ends, and the load falls to what two can do. How many replicas are there two minutes later?',
        zh: '行为都用默认值，八个副本。促销结束，负载降到两个就够。两分钟之后有几个副本？',
      },
      choices: [
        {
          text: { en: 'Two, since its next look', zh: '两个，下一次检查就减了' },
          happened: wants(2),
          misconception: 'hpa-shrinks-at-once',
          because: {
            en: 'It wants two since then, and waits 300 s whether somebody wants more.',
            zh: '它从那时起就想要两个，但要等 300 秒，看看还会不会要更多。',
          },
        },
        {
          text: { en: 'Five or so: fewer by the minute', zh: '五个左右：一点点在减' },
          happened: { all: [{ not: wants(2) }, { not: wants(8) }] },
          misconception: 'hpa-shrinks-one-by-one',
          because: {
            en: 'The number stands for 300 s and then falls at once, as the default policy allows 100%.',
            zh: '数目会停 300 秒，然后一次降下来，因为默认策略允许一次减 100%。',
          },
        },
        {
          text: { en: 'Eight still', zh: '还是八个' },
          happened: wants(8),
          because: {
            en: 'The highest wish of the last 300 s counts, and that is eight until they are over.',
            zh: '最近 300 秒里最大的要求算数，在那之前一直是八个。',
          },
        },
      ],
      hints: [
        { en: 'How far does it look back before it takes Pods away?', zh: '减少 Pod 之前，它会往回看多久？' },
      ],
      explanation: {
        en: 'Scaling up has no such window by default: there the next look is enough.',
        zh: '扩容默认没有这样的窗口，下一次检查就够了。',
      },
    },
    {
      id: 'two-clocks',
      kind: 'multiple',
      concept: 'hpa-pace',
      claims: ['hpa-01'],
      question: {
        en: 'An HPA without a `behavior`. What is true of how fast it goes?',
        zh: '一个没有写 `behavior` 的 HPA。关于快慢，哪些说法是对的？',
      },
      choices: [
        {
          text: {
            en: 'Up: five minutes must pass before the number grows',
            zh: '扩容：先要过五分钟，数目才会增加',
          },
          correct: false,
          misconception: 'window-holds-back-growth',
          because: {
            en: 'The window of 300 s is for scaling down. Up, its length is 0.',
            zh: '300 秒的窗口是缩容用的。扩容的窗口是 0。',
          },
        },
        {
          text: { en: 'Up: at one look it may double', zh: '扩容：一次检查最多翻倍' },
          correct: true,
          because: {
            en: 'Or go to four, if that is more.',
            zh: '或者到四个，取多的。',
          },
        },
        {
          text: {
            en: 'Down: the highest wish of the last 300 s counts',
            zh: '缩容：最近 300 秒里最大的要求算数',
          },
          correct: true,
          because: {
            en: 'A single peak in these five minutes holds all Pods.',
            zh: '这五分钟里只要有一个高峰，Pod 就都留着。',
          },
        },
        {
          text: { en: 'Down: one Pod at each look', zh: '缩容：每次检查减一个 Pod' },
          correct: false,
          misconception: 'hpa-shrinks-one-by-one',
          because: {
            en: 'When the window allows it, all surplus Pods go at once.',
            zh: '窗口一旦放行，多余的 Pod 一次全走。',
          },
        },
      ],
      hints: [
        {
          en: 'Too few Pods hurts at once; too many costs a little. What follows for each direction?',
          zh: 'Pod 少了马上出事，多了只是多花点钱。两个方向该各有多急？',
        },
      ],
      explanation: {
        en: '`behavior` changes both: a window and a list of policies for each direction.',
        zh: '两边都能用 `behavior` 来改：每个方向各有一个窗口和一串策略。',
      },
    },
    {
      id: 'every-hour',
      kind: 'predict',
      concept: 'hpa-and-manifest',
      claims: ['hpa-01'],
      run: { ...of, commands: [...eight, ...at(152_000, apply(shop('Deployment', 3, requests)))] },
      judgedAtMs: 155_000,
      question: {
        en: 'An HPA keeps `shop` at 8. A pipeline applies the manifest each hour, changed or not, and it has `replicas: 3`. Three seconds after such a moment: how many Pods are there that serve and stay?',
        zh: 'HPA 让 `shop` 保持 8 个副本。流水线每小时应用一遍清单，不管改没改，里面写着 `replicas: 3`。这样的时刻过去三秒：还在服务、也不在终止的 Pod 有几个？',
      },
      choices: [
        {
          text: { en: 'Eight: nothing was changed', zh: '八个：什么都没改' },
          happened: {
            count: { kind: 'Pod', where: { all: [{ ready: true }, { terminating: false }] } },
            is: 8,
          },
          misconception: 'manifest-replicas-are-harmless',
          because: {
            en: 'The manifest says 3, the cluster 8. That is a change, and five Pods are marked at once.',
            zh: '清单是 3，集群里是 8，这就是改动，五个 Pod 当场被标记。',
          },
        },
        {
          text: { en: 'Three, until the HPA looks again', zh: '三个，直到 HPA 再看一次' },
          happened: {
            count: { kind: 'Pod', where: { all: [{ ready: true }, { terminating: false }] } },
            is: 3,
          },
          because: {
            en: 'Three Pods do the work of eight. The next look comes within 15 s, and the new Pods take time to be Ready.',
            zh: '三个 Pod 干八个的活。15 秒之内会再看一次，新的 Pod 就绪也要时间。',
          },
        },
        {
          text: {
            en: 'Twelve: the HPA answers at once, and with more',
            zh: '十二个：HPA 马上作出反应，还多要几个',
          },
          happened: {
            count: { kind: 'Pod', where: { all: [{ ready: true }, { terminating: false }] } },
            is: 12,
          },
          misconception: 'hpa-catches-up-with-more',
          because: {
            en: 'It looks at its target every 15 s, and then wants what the formula says.',
            zh: '它每 15 秒才看一次目标，要的也只是公式算出的数。',
          },
        },
      ],
      hints: [
        {
          en: 'Who writes `spec.replicas`, and when does the other one notice?',
          zh: '谁在写 `spec.replicas`？另一方什么时候才发现？',
        },
      ],
      explanation: {
        en: 'Two writers of one field. Take `replicas` out of the manifest, and mind how: see the lesson.',
        zh: '一个字段有两个人在写。把 `replicas` 从清单里拿掉，但要注意怎么拿：见正文。',
      },
    },
    {
      id: 'make-it-scale',
      kind: 'lab',
      concept: 'hpa-request',
      claims: ['hpa-03', 'hpa-04'],
      lab: 'make-it-scale',
      question: {
        en: 'TARGETS is unknown. Bring the HPA to scale by itself to six Pods, with its bounds and the sidecar as they are.',
        zh: 'TARGETS 是 unknown。让 HPA 自己扩到六个 Pod，上下限和边车都不许动。',
      },
      hints: [
        {
          en: 'The HPA says itself what it misses. In which condition?',
          zh: '缺什么，HPA 自己会说。在哪条状况里？',
        },
      ],
      explanation: {
        en: 'A request for the sidecar, a metric of one container, or a target in millicores instead of a percentage: each of them leaves no gap in the sum.',
        zh: '给边车补上 request、只量一个容器，或者把目标从百分比改成毫核数：哪一种都能让算式里不再缺数。',
      },
    },
  ],
});
