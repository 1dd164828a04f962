import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { deletePod } from '../commands';
import { apply, at, container, cordon, workload } from './manifests';

const has = (image: string) => ({ path: 'spec.containers', has: { image } });

const tier = defineGenerator({
  id: 'replicas-of-a-tier',
  concept: 'tier-objects',
  claims: ['worked-example-03', 'worked-example-04'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(draw.int(2, 5));
    const [image, other] = draw.images(name);
    const replicas = draw.int(2, 6);
    const asks = draw.pick(['nodes', 'fewest', 'programs'] as const);
    const closed = nodes.slice(0, draw.int(0, nodes.length - 1));
    const gone = draw.int(1, replicas);
    draw.need(asks !== 'nodes' || replicas !== nodes.length);
    const pods = Array.from({ length: gone }, (_, ordinal) => `${name}-${ordinal}`);
    const cordoned =
      closed.length === 0
        ? { en: 'None is cordoned.', zh: '都没有被隔离。' }
        : {
            en: `${closed.map((node) => `\`${node}\``).join(', ')} ${closed.length > 1 ? 'are' : 'is'} cordoned.`,
            zh: `${closed.map((node) => `\`${node}\``).join('、')} 被隔离。`,
          };
    const asked = {
      nodes: {
        en: `Deployment \`${name}\` (\`${image}\`) with \`replicas: ${replicas}\` is created on a cluster of ${nodes.length} empty nodes. ${cordoned.en} How many Pods of it run in the end?`,
        zh: `在 ${nodes.length} 个空节点的集群上创建 Deployment \`${name}\`（\`${image}\`），\`replicas: ${replicas}\`。${cordoned.zh}最后有几个 Pod 在运行？`,
      },
      fewest: {
        en: `StatefulSet \`${name}\` (\`${image}\`), Parallel, has \`replicas: ${replicas}\`, all Ready. Then \`kubectl delete pod ${pods.join(' ')}\`. How many of its Pods are Ready at the worst moment of the next minute?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`），Parallel，\`replicas: ${replicas}\`，全部就绪。执行 \`kubectl delete pod ${pods.join(' ')}\`。接下来一分钟里，就绪的 Pod 最少时有几个？`,
      },
      programs: {
        en: `To keep the old order, somebody puts MySQL (\`${image}\`) and Apache (\`${other}\`) as two containers into the template of StatefulSet \`${name}\`, with \`replicas: ${replicas}\`. How many Pods run MySQL in the end?`,
        zh: `为了守住老次序，有人把 MySQL（\`${image}\`）和 Apache（\`${other}\`）作为两个容器写进 StatefulSet \`${name}\` 的模板，\`replicas: ${replicas}\`。最后有几个 Pod 在运行 MySQL？`,
      },
    };
    const set = (spec: object, pod: object) =>
      apply(workload('StatefulSet', name, image, { replicas, ...spec } as never, pod as never));
    const commands = {
      nodes: [
        ...at(0, ...closed.map((node) => cordon(node, true))),
        ...at(1_000, apply(workload('Deployment', name, image, { replicas }))),
      ],
      fewest: [...at(0, set({ podManagementPolicy: 'Parallel' }, {})), ...at(40_000, ...pods.map(deletePod))],
      programs: at(0, set({}, { containers: [container(image), container(other, { name: 'apache' })] })),
    };
    return {
      kind: 'numeric',
      question: asked[asks],
      reads: {
        nodes: {
          count: { kind: 'Pod', where: { path: 'status.phase', equals: 'Running' } },
          atMs: 20_000,
        },
        fewest: {
          least: { kind: 'Pod', where: { all: [{ ready: true }, { terminating: false }] } },
          fromMs: 40_100,
          untilMs: 100_000,
        },
        programs: {
          count: { kind: 'Pod', where: { all: [has(image), { ready: true }] } },
          atMs: 60_000,
        },
      }[asks],
      because: {
        nodes: {
          en: '`replicas` counts Pods. A node with room takes as many of them as it is given.',
          zh: '`replicas` 数的是 Pod。节点只要有地方，分给它几个就跑几个。',
        },
        fewest: {
          en: 'The number is what the controller works towards. What was deleted is missing until its successors are Ready.',
          zh: '这个数是控制器努力的目标。删掉的，要等后来的就绪才补上。',
        },
        programs: {
          en: 'A StatefulSet has one template, so each of its Pods has all containers of it. Its ordinals are copies, not programs.',
          zh: 'StatefulSet 只有一个模板，每个 Pod 都带着模板里的全部容器。序号是副本，不是程序。',
        },
      }[asks],
      wrong: {
        nodes: [
          {
            answer: nodes.length,
            because: {
              en: 'That is the number of nodes. One on each is what a DaemonSet is for.',
              zh: '这是节点数。每个节点一个，那是 DaemonSet 的事。',
            },
            misconception: 'replicas-mean-nodes',
          },
          {
            answer: Math.min(replicas, nodes.length - closed.length),
            because: {
              en: 'A node may run several Pods of one Deployment.',
              zh: '一个节点可以运行同一个 Deployment 的好几个 Pod。',
            },
            misconception: 'replicas-mean-nodes',
          },
        ],
        fewest: [
          {
            answer: replicas,
            because: {
              en: 'So many are wanted. For a while there are fewer.',
              zh: '要的是这么多，但有一阵子会少。',
            },
            misconception: 'wanted-is-always-there',
          },
        ],
        programs: [
          {
            answer: 1,
            because: {
              en: 'Ordinals do not share the containers out among them.',
              zh: '各个序号不会分着跑这些容器。',
            },
            misconception: 'statefulset-orders-apps',
          },
        ],
      }[asks],
      hints: [
        {
          en: 'What does `replicas` count, and when is it so?',
          zh: '`replicas` 数的是什么？什么时候才是这个数？',
        },
      ],
      explanation: {
        en: 'One template and one number for each tier. Where the Pods run, and how few there may be, is said in other fields and objects.',
        zh: '每一层一个模板、一个数。在哪里运行、最少可以剩几个，由别的字段和对象来说。',
      },
      run: { nodes, commands: commands[asks] },
    };
  },
});

export const replicas = [tier];
