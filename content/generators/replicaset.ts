import 'server-only';
import type { TimedCommand } from '@/lib/cluster/command';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, container, workload } from './manifests';

/** For how long the Pods are Ready, s. */
const ages = [
  [10, 60, 300],
  [300, 10, 60],
  [1200, 300, 10],
  [60, 1200, 300],
];
const costAnnotation = 'controller.kubernetes.io/pod-deletion-cost';

const victim = defineGenerator({
  id: 'replicaset-victim',
  concept: 'replicaset-scale-down',
  claims: [],
  kind: 'predict',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const sick = draw.pick([-1, -1, 0, 1, 2]);
    const costs = draw.pick([
      [0, 0, 0],
      [0, 5, 0],
      [5, 0, 10],
      [10, 10, -5],
      [20, 10, 30],
    ]);
    const sinces = draw.pick(ages);
    const count = sinces.length;
    const pods = draw.members(name, count).map((pod, i) => {
      const [cost = 0, since = 0] = [costs[i], sinces[i]];
      return { pod, isSick: i === sick, cost, since };
    });
    const endMs = 1_400_000;
    const born = ({ pod, cost, since }: (typeof pods)[number]): TimedCommand[] =>
      at(
        endMs - since * 1000 - 3_000,
        apply({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: {
            name: pod,
            labels: { app: name },
            ...(cost !== 0 && { annotations: { [costAnnotation]: String(cost) } }),
          },
          spec: { terminationGracePeriodSeconds: 10, containers: [container(image)] },
        }),
      );
    const told = pods.map(({ pod, isSick, cost, since }) => ({
      en: `\`${pod}\` ${isSick ? 'not Ready' : `Ready for ${since} s`}, deletion cost ${cost}`,
      zh: `\`${pod}\` ${isSick ? '未就绪' : `已就绪 ${since} 秒`}，删除开销 ${cost}`,
    }));
    const replicas = count - 1;
    return {
      kind: 'predict',
      question: {
        en: `ReplicaSet \`${name}\` (\`${image}\`) owns ${told.map(({ en }) => en).join('; ')}. All are Running. It is scaled to ${replicas}. Which Pod is deleted?`,
        zh: `ReplicaSet \`${name}\`（\`${image}\`）有这些 Pod：${told.map(({ zh }) => zh).join('；')}。它们都在运行。副本数改为 ${replicas}，哪个 Pod 会被删除？`,
      },
      choices: pods.map(({ pod, cost, since }, i) => ({
        text: { en: `\`${pod}\``, zh: `\`${pod}\`` },
        happened: {
          any: [
            { object: `Pod/${pod}`, exists: false },
            { pod, terminating: true },
          ],
        },
        because: {
          right: {
            en: `It comes first in the ranking: ${told[i]?.en}.`,
            zh: `按排序规则它排在最前：${told[i]?.zh}。`,
          },
          wrong: {
            en: `Ready for ${since} s with deletion cost ${cost}, it comes behind another Pod.`,
            zh: `已就绪 ${since} 秒，删除开销 ${cost}，排在另一个 Pod 后面。`,
          },
        },
        misconception:
          since === Math.max(...sinces)
            ? 'scale-down-takes-the-oldest'
            : cost !== 0 && cost === Math.max(...pods.map((one) => one.cost))
              ? 'high-deletion-cost-goes-first'
              : pods.some((one) => one.isSick)
                ? 'scale-down-spares-unready-pods'
                : 'scale-down-is-random',
      })),
      hints: [
        {
          en: 'The controller compares in turn: Ready or not, deletion cost, how long Ready.',
          zh: '控制器依次比较：是否就绪、删除开销、就绪了多久。',
        },
      ],
      explanation: {
        en: 'First go Pods without a node, then Pending ones, then those not Ready, then those of the lowest deletion cost, then those that share a node with most siblings, then those that became Ready last.',
        zh: '先走没有节点的，再是 Pending 的，再是未就绪的，再是删除开销最小的，再是同节点上兄弟最多的，再是最晚就绪的。',
      },
      run: {
        nodes,
        subject: `ReplicaSet/${name}`,
        commands: [
          ...pods.flatMap(born).sort((a, b) => a.atMs - b.atMs),
          ...at(endMs - 6_000, apply(workload('ReplicaSet', name, image, { replicas: count }))),
          ...at(
            endMs - 4_000,
            ...pods
              .filter(({ isSick }) => isSick)
              .map(({ pod }) => ({ verb: 'failReadiness' as const, pod })),
          ),
          ...at(endMs, { verb: 'scale', kind: 'ReplicaSet', name, replicas }),
        ],
      },
      judgedAtMs: endMs + 1_000,
    };
  },
});

export const replicaset = [victim];
