import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, scale, setImage, workload } from './manifests';

const onDelete = defineGenerator({
  id: 'statefulset-on-delete',
  concept: 'update-strategies',
  claims: [],
  kind: 'multiple',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [old, fresh] = draw.images(name);
    const replicas = draw.int(4, 6);
    const deleted = draw
      .some(
        Array.from({ length: replicas }, (_, i) => i),
        draw.int(1, 2),
      )
      .sort();
    const pod = (ordinal: number) => `${name}-${ordinal}`;
    const listed = deleted.map((ordinal) => `\`${pod(ordinal)}\``);
    return {
      kind: 'multiple',
      question: {
        en: `StatefulSet \`${name}\` has \`updateStrategy: {type: OnDelete}\` and ${replicas} Pods from \`${old}\`. The template is set to \`${fresh}\`, then ${listed.join(' and ')} ${deleted.length > 1 ? 'are' : 'is'} deleted. Which Pods run \`${fresh}\` a minute later?`,
        zh: `StatefulSet \`${name}\`：\`updateStrategy: {type: OnDelete}\`，${replicas} 个 Pod，镜像 \`${old}\`。先把模板改成 \`${fresh}\`，再删除 ${listed.join('、')}。一分钟之后，哪些 Pod 运行 \`${fresh}\`？`,
      },
      choices: Array.from({ length: replicas }, (_, ordinal) => ({
        text: { en: `\`${pod(ordinal)}\``, zh: `\`${pod(ordinal)}\`` },
        happened: { object: `Pod/${pod(ordinal)}`, path: 'spec.containers.0.image', equals: fresh },
        because: {
          right: {
            en: 'It was deleted, and its successor is made from the template as it is now.',
            zh: '它被删除过，后来的 Pod 用的是现在的模板。',
          },
          wrong: {
            en: 'Nobody deleted it. With OnDelete the controller replaces no Pod by itself.',
            zh: '没有人删除它。用 OnDelete，控制器自己不会替换任何 Pod。',
          },
        },
        misconception: 'on-delete-updates-the-rest-too',
      })),
      hints: [{ en: 'Who deletes Pods under OnDelete?', zh: '在 OnDelete 之下，由谁来删除 Pod？' }],
      explanation: {
        en: 'OnDelete leaves the pace to you: each Pod is updated when you delete it. RollingUpdate is the default.',
        zh: 'OnDelete 把节奏交给你：你删哪个，哪个就更新。默认是 RollingUpdate。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(
            0,
            apply(
              workload('StatefulSet', name, old, {
                replicas,
                podManagementPolicy: 'Parallel',
                updateStrategy: { type: 'OnDelete' },
              }),
            ),
          ),
          ...at(
            20_000,
            setImage('StatefulSet', name, fresh),
            ...deleted.map((ordinal) => ({
              verb: 'delete' as const,
              kind: 'Pod',
              name: pod(ordinal),
            })),
          ),
        ],
      },
      judgedAtMs: 80_000,
    };
  },
});

const paused = defineGenerator({
  id: 'deployment-paused',
  concept: 'deployment-pause',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [old, fresh] = draw.images(name);
    const replicas = draw.int(2, 5);
    const next = draw.int(2, 7);
    const resumed = draw.pick([true, false, false]);
    const asked = draw.pick(['old', 'fresh'] as const);
    draw.need(next !== replicas);
    const image = asked === 'old' ? old : fresh;
    const pause = (is: boolean) =>
      ({ verb: 'patch', kind: 'Deployment', name, type: 'merge', body: { spec: { paused: is } } }) as const;
    const then = {
      en: resumed ? ', then `kubectl rollout resume`' : '',
      zh: resumed ? '，最后执行 `kubectl rollout resume`' : '',
    };
    return {
      kind: 'numeric',
      question: {
        en: `Deployment \`${name}\` has ${replicas} Pods from \`${old}\`. \`kubectl rollout pause\`; the image is set to \`${fresh}\`; it is scaled to ${next}${then.en}. How many Pods from \`${image}\` are there a minute later?`,
        zh: `Deployment \`${name}\` 有 ${replicas} 个 \`${old}\` 的 Pod。先执行 \`kubectl rollout pause\`，再把镜像改成 \`${fresh}\`，再把副本数改为 ${next}${then.zh}。一分钟之后，有几个 \`${image}\` 的 Pod？`,
      },
      reads: {
        count: {
          kind: 'Pod',
          where: { all: [{ path: 'spec.containers.0.image', equals: image }, { terminating: false }] },
        },
        atMs: 100_000,
      },
      because: {
        en: 'While paused, a Deployment does not roll out a new template. It still scales what it has. After resume the rollout begins.',
        zh: '暂停期间，Deployment 不会推出新模板，但仍然会扩缩已有的 Pod。恢复之后才开始更新。',
      },
      wrong: [
        {
          answer: replicas,
          because: {
            en: 'Scaling goes on while the rollout is paused.',
            zh: '暂停的是更新，扩缩容照常进行。',
          },
          misconception: 'pause-stops-scaling',
        },
        {
          answer: next,
          because: {
            en: 'Which template those Pods have depends on whether the rollout was resumed.',
            zh: '这些 Pod 用哪个模板，要看更新有没有恢复。',
          },
          misconception: 'pause-holds-back-nothing',
        },
        {
          answer: 0,
          because: {
            en: 'While paused the old template stays in use, new Pods included; after resume the new one replaces it.',
            zh: '暂停期间一直用旧模板，新增的 Pod 也是；恢复之后才换成新的。',
          },
          misconception: 'paused-deployment-scales-with-the-new-template',
        },
        {
          answer: Math.max(0, next - replicas),
          because: {
            en: 'Pods that are added while paused are made from the old template, too.',
            zh: '暂停期间新增的 Pod 用的也是旧模板。',
          },
          misconception: 'paused-deployment-scales-with-the-new-template',
        },
      ],
      hints: [
        {
          en: 'What does a pause hold back: the rollout, or everything?',
          zh: '暂停挡住的是更新，还是一切？',
        },
      ],
      explanation: {
        en: 'Pausing lets several changes of the template become one rollout.',
        zh: '先暂停，可以把模板的几次修改合成一次更新。',
      },
      run: {
        nodes,
        subject: `Deployment/${name}`,
        commands: [
          ...at(0, apply(workload('Deployment', name, old, { replicas }))),
          ...at(20_000, pause(true)),
          ...at(22_000, setImage('Deployment', name, fresh)),
          ...at(24_000, scale('Deployment', name, next)),
          ...(resumed ? at(40_000, pause(false)) : []),
        ],
      },
    };
  },
});

const daemonUpdate = defineGenerator({
  id: 'daemonset-update-fewest',
  concept: 'update-strategies',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const [old, fresh] = draw.images(name);
    const count = draw.int(4, 7);
    const nodes = draw.nodes(count);
    const unavailable = draw.pick<number | string>([1, 2, '30%', '40%', '50%']);
    const share = (round: (value: number) => number) =>
      typeof unavailable === 'number' ? unavailable : round((Number.parseInt(unavailable, 10) * count) / 100);
    return {
      kind: 'numeric',
      question: {
        en: `DaemonSet \`${name}\` runs \`${old}\` on ${count} nodes (\`${nodes[0]}\`, …), \`maxUnavailable: ${unavailable}\`. The image is set to \`${fresh}\`. How many of its Pods are Ready and not Terminating at least at every moment of the update?`,
        zh: `DaemonSet \`${name}\` 在 ${count} 个节点（\`${nodes[0]}\`……）上运行 \`${old}\`，\`maxUnavailable: ${unavailable}\`。把镜像改成 \`${fresh}\`。在更新过程中，任一时刻至少有几个 Pod 就绪且不在 Terminating？`,
      },
      reads: {
        least: { kind: 'Pod', where: { all: [{ ready: true }, { terminating: false }] } },
        fromMs: 20_000,
        untilMs: 120_000,
      },
      because: {
        en: 'A DaemonSet takes away as many as `maxUnavailable` says; here a percentage is rounded up.',
        zh: 'DaemonSet 会按 `maxUnavailable` 拿走那么多；它的百分比向上取整。',
      },
      wrong: [
        {
          answer: count - share(Math.floor),
          because: {
            en: 'Rounding down is the rule of a Deployment. A DaemonSet rounds up, so that it gets on.',
            zh: '向下取整是 Deployment 的规则。DaemonSet 向上取整，这样更新总能推进。',
          },
          misconception: 'daemonset-rounds-as-a-deployment',
        },
        {
          answer: count,
          because: {
            en: 'Without `maxSurge` the old Pod of a node goes before the new one comes.',
            zh: '没有设 `maxSurge` 时，节点上旧的 Pod 先走，新的才来。',
          },
          misconception: 'daemonset-starts-new-pods-first',
        },
        {
          answer: 0,
          because: {
            en: 'The update goes in batches of `maxUnavailable`.',
            zh: '更新按 `maxUnavailable` 一批一批地做。',
          },
          misconception: 'daemonset-updates-all-nodes-at-once',
        },
        {
          answer: count - 1,
          because: {
            en: 'One at a time is the default only; `maxUnavailable` says more here.',
            zh: '一次一个只是默认值，这里的 `maxUnavailable` 更大。',
          },
          misconception: 'daemonset-updates-one-by-one',
        },
      ],
      hints: [
        {
          en: 'How many Pods may be missing at once? In which direction is it rounded?',
          zh: '同时最多可以少几个？往哪个方向取整？',
        },
      ],
      explanation: {
        en: 'With `maxSurge` above 0 and `maxUnavailable: 0` a DaemonSet starts the new Pod beside the old one first.',
        zh: '把 `maxSurge` 设为大于 0、`maxUnavailable` 设为 0，DaemonSet 就会先在旧的旁边启动新的 Pod。',
      },
      run: {
        nodes,
        subject: `DaemonSet/${name}`,
        commands: [
          ...at(
            0,
            apply(
              workload('DaemonSet', name, old, {
                updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: unavailable } },
              }),
            ),
          ),
          ...at(20_000, setImage('DaemonSet', name, fresh)),
        ],
      },
    };
  },
});

export const moreRollouts = [onDelete, daemonUpdate, paused];
