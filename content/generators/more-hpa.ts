import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json } from '@/lib/cluster/objects';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, container, workload } from './manifests';

const utilization = (name: 'cpu' | 'memory', averageUtilization: number): Json => ({
  type: 'Resource',
  resource: { name, target: { type: 'Utilization', averageUtilization } },
});
const autoscaler = (name: string, maxReplicas: number, metrics: readonly Json[]): Command =>
  apply({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: 2,
      maxReplicas,
      metrics: [...metrics],
    },
  });
const deployment = (name: string, image: string, replicas: number, resources: Json): Command =>
  apply(workload('Deployment', name, image, { replicas }, { containers: [container(image, { resources })] }));
const load = (name: string, cpu: number, memory?: number): Command => ({
  verb: 'load',
  kind: 'Deployment',
  name,
  shared: { cpu: `${cpu}m`, ...(memory !== undefined && { memory: `${memory}Mi` }) },
});

const percentage = defineGenerator({
  id: 'hpa-percentage',
  concept: 'hpa-request',
  claims: ['hpa-03'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(3);
    const [image] = draw.images(name);
    const replicas = draw.int(2, 4);
    const request = draw.pick([100, 200, 250, 400, 500]);
    const used = (request * draw.pick([20, 40, 60, 80, 120])) / 100;
    const limit = request * draw.pick([2, 4]);
    return {
      kind: 'numeric',
      question: {
        en: `Each of the ${replicas} Pods of Deployment \`${name}\` (\`${image}\`) requests ${request}m of CPU, has a limit of ${limit}m and uses ${used}m; each node has 4 CPUs. Which percentage does the HPA see?`,
        zh: `Deployment \`${name}\`（\`${image}\`）有 ${replicas} 个 Pod，每个的 CPU request 是 ${request}m，limit 是 ${limit}m，实际用 ${used}m；每个节点有 4 个 CPU。HPA 看到的是百分之多少？`,
      },
      reads: {
        object: `HorizontalPodAutoscaler/${name}`,
        path: 'status.currentMetrics.0.resource.current.averageUtilization',
        atMs: 80_000,
      },
      because: {
        en: 'What the Pods use, as a part of what they request.',
        zh: '用量占 request 的比例。',
      },
      wrong: [
        {
          answer: (used / limit) * 100,
          because: {
            en: 'That is a part of the limit, at which the HPA does not look.',
            zh: '这是占 limit 的比例，HPA 不看 limit。',
          },
          misconception: 'percentage-is-of-the-limit',
        },
        {
          answer: used / 40,
          because: {
            en: 'That is a part of the node, of which the HPA knows nothing.',
            zh: '这是占节点的比例，HPA 不知道节点。',
          },
          misconception: 'percentage-is-of-the-node',
        },
      ],
      hints: [
        {
          en: 'Which of these numbers does the scheduler rely on too?',
          zh: '这些数里，哪一个调度器也要用？',
        },
      ],
      explanation: {
        en: 'Double the request, and the same work is half the percentage. With a target in millicores no request is asked for.',
        zh: 'request 翻一倍，同样的活儿百分比就减半。目标写成毫核数，就不看 request。',
      },
      run: {
        nodes,
        subject: `HorizontalPodAutoscaler/${name}`,
        commands: at(
          0,
          deployment(name, image, replicas, {
            requests: { cpu: `${request}m` },
            limits: { cpu: `${limit}m` },
          }),
          autoscaler(name, replicas, [utilization('cpu', 80)]),
          load(name, used * replicas),
        ),
      },
    };
  },
});

const twoMetrics = defineGenerator({
  id: 'hpa-two-metrics',
  concept: 'hpa-metrics',
  claims: ['hpa-04'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(4);
    const [image] = draw.images(name);
    const replicas = draw.int(3, 5);
    const [byCpu, byMemory] = [draw.int(replicas + 1, replicas + 4), draw.int(replicas + 1, replicas + 4)];
    draw.need(byCpu !== byMemory);
    const cpuFirst = draw.pick([true, false]);
    const metrics = [utilization('cpu', 50), utilization('memory', 80)];
    const first = cpuFirst ? byCpu : byMemory;
    const told = cpuFirst
      ? { en: 'CPU, then memory', zh: '先 CPU，后内存' }
      : { en: 'memory, then CPU', zh: '先内存，后 CPU' };
    return {
      kind: 'numeric',
      question: {
        en: `The HPA of Deployment \`${name}\` (\`${image}\`, ${replicas} Pods) lists two metrics, ${told.en}. By CPU the formula says ${byCpu}, by memory ${byMemory}; \`maxReplicas\` is 20. How many replicas does it write?`,
        zh: `Deployment \`${name}\`（\`${image}\`，${replicas} 个 Pod）的 HPA 列了两个指标，${told.zh}。按 CPU 算要 ${byCpu} 个，按内存算要 ${byMemory} 个；\`maxReplicas\` 是 20。它写下几个副本？`,
      },
      reads: { object: `Deployment/${name}`, path: 'spec.replicas', atMs: 100_000 },
      because: {
        en: 'Each metric makes its own proposal, and the largest counts.',
        zh: '每个指标各提一个数，最大的算数。',
      },
      wrong: [
        {
          answer: first,
          because: { en: 'The order in the list has no meaning.', zh: '列表里的先后没有意义。' },
          misconception: 'first-metric-counts',
        },
        {
          answer: byCpu + byMemory,
          because: {
            en: 'A Pod that comes brings CPU and memory at the same time.',
            zh: '来一个 Pod，CPU 和内存是一起带来的。',
          },
          misconception: 'metrics-are-added',
        },
        {
          answer: Math.ceil((byCpu + byMemory) / 2),
          because: {
            en: 'With the mean one of the two would stay above its target.',
            zh: '取平均，总有一个指标降不到目标。',
          },
          misconception: 'metrics-are-averaged',
        },
      ],
      hints: [
        {
          en: 'With how many Pods are both metrics content?',
          zh: '要有几个 Pod，两个指标才都满意？',
        },
      ],
      explanation: {
        en: 'It holds for scaling down as well: the number falls only as far as every metric agrees to.',
        zh: '往下缩也一样：所有指标都同意，才降那么多。',
      },
      run: {
        nodes,
        subject: `HorizontalPodAutoscaler/${name}`,
        commands: [
          ...at(
            0,
            deployment(name, image, replicas, { requests: { cpu: '200m', memory: '250Mi' } }),
            load(name, byCpu * 100 - 20, byMemory * 200 - 40),
          ),
          ...at(60_000, autoscaler(name, 20, cpuFirst ? metrics : metrics.toReversed())),
        ],
      },
    };
  },
});

const pace = defineGenerator({
  id: 'hpa-after-a-change',
  concept: 'hpa-pace',
  claims: ['hpa-01'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(4);
    const [image] = draw.images(name);
    const low = draw.int(2, 4);
    const high = low + draw.int(2, 4);
    const rises = draw.pick([true, false, false]);
    const [from, to] = rises ? [low, high] : [high, low];
    const minutes = rises ? draw.pick([1, 2, 3]) : draw.pick([1, 2, 3, 4, 7, 8]);
    return {
      kind: 'numeric',
      question: {
        en: `An HPA without \`behavior\` keeps Deployment \`${name}\` (\`${image}\`) at ${from} replicas for three minutes. The load ${rises ? 'rises' : 'falls'} at once to what ${to} can do, and stays so. How many replicas are there ${minutes} ${minutes > 1 ? 'minutes' : 'minute'} later?`,
        zh: `没有写 \`behavior\` 的 HPA 让 Deployment \`${name}\`（\`${image}\`）保持 ${from} 个副本，已经三分钟。负载一下子${rises ? '升' : '降'}到 ${to} 个副本正好够用，之后不再变。${minutes} 分钟之后有几个副本？`,
      },
      reads: {
        object: `Deployment/${name}`,
        path: 'spec.replicas',
        atMs: 180_000 + minutes * 60_000,
      },
      because: {
        en: 'Up: the next look is enough, and one step may double the number or add 4. Down: the highest wish of the last 300 s counts, and then all surplus Pods go at once.',
        zh: '扩容：下一次检查就够了，一步可以翻倍或加 4 个。缩容：最近 300 秒里最大的要求算数，之后多余的 Pod 一次全走。',
      },
      wrong: rises
        ? [
            {
              answer: from,
              because: {
                en: 'The window of five minutes is for scaling down.',
                zh: '五分钟的窗口是缩容用的。',
              },
              misconception: 'window-holds-back-growth',
            },
            {
              answer: from + 1,
              because: {
                en: 'It goes to the number of the formula at once.',
                zh: '它一次就到公式算出的数。',
              },
              misconception: 'hpa-adds-one-at-a-time',
            },
          ]
        : [
            {
              answer: to,
              because: {
                en: 'It has wanted that since its next look, and waits 300 s whether somebody wants more.',
                zh: '下一次检查起它就想要这个数，但要等 300 秒，看看还会不会要更多。',
              },
              misconception: 'hpa-shrinks-at-once',
            },
            {
              answer: from - 1,
              because: {
                en: 'The number stands for 300 s, and then falls in one step.',
                zh: '数目先停 300 秒，然后一步降到底。',
              },
              misconception: 'hpa-shrinks-one-by-one',
            },
          ],
      hints: [
        {
          en: 'Too few Pods hurt at once, too many cost a little. Which direction may wait?',
          zh: 'Pod 少了马上出事，多了只是多花点钱。哪个方向可以等？',
        },
      ],
      explanation: {
        en: 'Both are changed in `behavior`, with a window and policies for each direction.',
        zh: '两边都能用 `behavior` 来改，每个方向各有窗口和策略。',
      },
      run: {
        nodes,
        subject: `HorizontalPodAutoscaler/${name}`,
        commands: [
          ...at(
            0,
            deployment(name, image, from, { requests: { cpu: '200m' } }),
            autoscaler(name, 12, [utilization('cpu', 50)]),
            load(name, from * 100),
          ),
          ...at(180_000, load(name, to * 100)),
        ],
      },
    };
  },
});

export const moreHpa = [percentage, twoMetrics, pace];
