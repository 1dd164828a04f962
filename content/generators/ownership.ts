import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, plainContainer, scale, workload } from './manifests';

const adopts = defineGenerator({
  id: 'replicaset-adopts',
  concept: 'replicaset-ownership',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const fitting = draw.int(2, 5);
    const others = draw.int(2, 4);
    const replicas = draw.int(2, 6);
    const bare = (count: number, prefix: string, label: string) =>
      Array.from({ length: count }, (_, i) =>
        apply({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: `${name}-${prefix}${i}`, labels: { app: label } },
          spec: { terminationGracePeriodSeconds: 2, containers: [plainContainer(image)] },
        }),
      );
    return {
      kind: 'numeric',
      question: {
        en: `${fitting} bare Pods of \`${image}\` have the label \`app=${name}\`, ${others} more have \`app=${name}-old\`. Then a ReplicaSet with \`replicas: ${replicas}\` and \`matchLabels: {app: ${name}}\` is made. How many Pods are there when it rests?`,
        zh: `有 ${fitting} 个不属于谁的 \`${image}\` Pod 带标签 \`app=${name}\`，另有 ${others} 个带 \`app=${name}-old\`。然后创建一个 ReplicaSet：\`replicas: ${replicas}\`，\`matchLabels: {app: ${name}}\`。等它停下来时，一共有几个 Pod？`,
      },
      reads: { count: { kind: 'Pod' }, atMs: 40_000 },
      because: {
        en: 'It adopts the Pods that its selector matches and that nobody owns, then makes or deletes what differs from `replicas`. The others are not its business.',
        zh: '它收养选择算符匹配、又没有属主的 Pod，再按与 `replicas` 的差额创建或删除。其他的与它无关。',
      },
      wrong: [
        {
          answer: fitting + others + replicas,
          because: {
            en: 'Pods that match count as its own: it does not make as many again.',
            zh: '匹配的 Pod 会算作它自己的，不会再另外创建那么多。',
          },
          misconception: 'replicaset-counts-only-what-it-made',
        },
        {
          answer: replicas,
          because: {
            en: 'Pods with another label stay beside it.',
            zh: '标签不同的 Pod 会留在一旁。',
          },
          misconception: 'replicaset-owns-every-pod',
        },
        {
          answer: Math.max(fitting, replicas) + others,
          because: {
            en: 'What it has adopted beyond `replicas` is deleted.',
            zh: '收养之后超出 `replicas` 的会被删除。',
          },
          misconception: 'adopted-pods-are-never-deleted',
        },
      ],
      hints: [
        {
          en: 'Which Pods does the selector match? How many is that beside `replicas`?',
          zh: '选择算符匹配哪些 Pod？与 `replicas` 相比差几个？',
        },
      ],
      explanation: {
        en: 'A controller finds its Pods by labels and marks them by an owner reference. A Pod with a controller of its own is never adopted.',
        zh: '控制器按标签找 Pod，再用属主引用标记。已经有控制器的 Pod 不会被收养。',
      },
      run: {
        nodes,
        subject: `ReplicaSet/${name}`,
        commands: [
          ...at(0, ...bare(fitting, 'a', name), ...bare(others, 'z', `${name}-old`)),
          ...at(
            10_000,
            apply(workload('ReplicaSet', name, image, { replicas }, { containers: [plainContainer(image)] })),
          ),
        ],
      },
    };
  },
});

const cascade = defineGenerator({
  id: 'deployment-delete-cascade',
  concept: 'garbage-collection',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image, other] = draw.images(name);
    const replicas = draw.int(2, 5);
    const orphans = draw.pick([true, true, false]);
    const again = draw.pick(['same', 'other', undefined] as const);
    const next = draw.int(1, 6);
    draw.need(again === undefined || next !== replicas);
    const command = orphans
      ? `kubectl delete deploy ${name} --cascade=orphan`
      : `kubectl delete deploy ${name}`;
    const made = (of: string, count: number) =>
      apply(
        workload(
          'Deployment',
          name,
          of,
          { replicas: count },
          { terminationGracePeriodSeconds: 2, containers: [plainContainer(of)] },
        ),
      );
    const then =
      again === undefined
        ? { en: '', zh: '' }
        : {
            en: ` Later it is made again with \`${again === 'same' ? image : other}\` and ${next} replicas, its selector as before.`,
            zh: `之后用 \`${again === 'same' ? image : other}\`、${next} 个副本重新创建它，选择算符不变。`,
          };
    return {
      kind: 'numeric',
      question: {
        en: `Deployment \`${name}\` has ${replicas} Pods from \`${image}\`. \`${command}\`.${then.en} How many Pods are there a minute later?`,
        zh: `Deployment \`${name}\` 有 ${replicas} 个 \`${image}\` 的 Pod。执行 \`${command}\`。${then.zh}一分钟之后有几个 Pod？`,
      },
      reads: { count: { kind: 'Pod' }, atMs: 100_000 },
      because: {
        en: 'Without a flag the ReplicaSet and its Pods go with the Deployment. Orphaned ones stay, and a new Deployment with the same selector adopts the ReplicaSet.',
        zh: '不加参数，ReplicaSet 和 Pod 会随 Deployment 一起删除。用 orphan 则留下，选择算符相同的新 Deployment 会收养那个 ReplicaSet。',
      },
      wrong: [
        {
          answer: replicas + next,
          because: {
            en: 'The ReplicaSet that was left behind is adopted; it does not stand beside the new one for good.',
            zh: '留下的 ReplicaSet 会被收养，不会一直和新的并存。',
          },
          misconception: 'orphans-are-never-adopted',
        },
        {
          answer: replicas,
          because: {
            en: 'Either they go with their owner, or they follow the replicas of the Deployment that adopts them.',
            zh: '要么随属主一起删除，要么跟着收养它们的 Deployment 的副本数走。',
          },
          misconception: 'pods-outlive-their-owner',
        },
        {
          answer: 0,
          because: {
            en: 'With `--cascade=orphan` the dependents stay; a Deployment that is made again makes its Pods.',
            zh: '加了 `--cascade=orphan`，从属对象会留下；重新创建的 Deployment 也会有自己的 Pod。',
          },
          misconception: 'orphan-deletes-too',
        },
      ],
      hints: [{ en: 'What becomes of the ReplicaSet?', zh: 'ReplicaSet 会怎么样？' }],
      explanation: {
        en: 'Deletion follows owner references: Background by default, Foreground waits for the dependents, Orphan cuts the references.',
        zh: '删除沿着属主引用进行：默认是 Background；Foreground 会等从属对象先走；Orphan 只是断开引用。',
      },
      run: {
        nodes,
        subject: `Deployment/${name}`,
        commands: [
          ...at(0, made(image, replicas)),
          ...at(15_000, {
            verb: 'delete',
            kind: 'Deployment',
            name,
            ...(orphans && { propagationPolicy: 'Orphan' as const }),
          }),
          ...(again === undefined ? [] : at(40_000, made(again === 'same' ? image : other, next))),
        ],
      },
    };
  },
});

const relabelled = defineGenerator({
  id: 'pod-label-removed',
  concept: 'replicaset-ownership',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const replicas = draw.int(3, 6);
    const taken = draw.int(1, 2);
    const next = draw.pick([undefined, replicas - 2, replicas + 2]);
    const pods = Array.from({ length: replicas }, (_, i) => `${name}-${i}`);
    const then = {
      en: next === undefined ? '' : ` Then it is scaled to ${next}.`,
      zh: next === undefined ? '' : `之后把副本数改为 ${next}。`,
    };
    return {
      kind: 'numeric',
      question: {
        en: `ReplicaSet \`${name}\` (\`${image}\`) owns ${replicas} Pods. Somebody changes the label \`app=${name}\` of ${taken} of them to \`app=debug\`.${then.en} How many Pods run in the end?`,
        zh: `ReplicaSet \`${name}\`（\`${image}\`）有 ${replicas} 个 Pod。有人把其中 ${taken} 个的标签 \`app=${name}\` 改成 \`app=debug\`。${then.zh}最后有几个 Pod 在运行？`,
      },
      reads: { count: { kind: 'Pod', where: { terminating: false } }, atMs: 60_000 },
      because: {
        en: 'A Pod that no longer matches is released, not deleted. The ReplicaSet makes another in its place; the released one runs on by itself.',
        zh: '不再匹配的 Pod 会被释放，不会被删除。ReplicaSet 另外补一个，被释放的自己继续运行。',
      },
      wrong: [
        {
          answer: next ?? replicas,
          because: {
            en: 'So many the ReplicaSet keeps. The released Pods run beside them.',
            zh: '这是 ReplicaSet 维持的数量，被释放的 Pod 还在旁边运行。',
          },
          misconception: 'released-pods-are-deleted',
        },
        {
          answer: (next ?? replicas) - taken,
          because: {
            en: 'The ReplicaSet counts what its selector matches and fills up what is missing.',
            zh: 'ReplicaSet 数的是选择算符匹配的 Pod，缺几个就补几个。',
          },
          misconception: 'owner-reference-decides-the-count',
        },
        {
          answer: replicas,
          because: {
            en: 'A changed label is enough for the ReplicaSet to let a Pod go.',
            zh: '标签一改，ReplicaSet 就会放手。',
          },
          misconception: 'owner-keeps-its-pods-whatever-their-labels',
        },
      ],
      hints: [{ en: 'By what does a ReplicaSet find its Pods?', zh: 'ReplicaSet 靠什么找到自己的 Pod？' }],
      explanation: {
        en: 'This is a way to take a Pod out of service and keep it for a look: no traffic by the Service, no controller, and a successor in its place.',
        zh: '这样可以把一个 Pod 摘下来留着排查：Service 不再给它流量，控制器也不管它，位置上已有替补。',
      },
      run: {
        nodes,
        subject: `ReplicaSet/${name}`,
        commands: [
          ...at(
            0,
            ...pods.map((pod) =>
              apply({
                apiVersion: 'v1',
                kind: 'Pod',
                metadata: { name: pod, labels: { app: name } },
                spec: { terminationGracePeriodSeconds: 2, containers: [plainContainer(image)] },
              }),
            ),
            apply(workload('ReplicaSet', name, image, { replicas }, { containers: [plainContainer(image)] })),
          ),
          ...at(
            15_000,
            ...pods.slice(0, taken).map((name) => ({
              verb: 'patch' as const,
              kind: 'Pod',
              name,
              type: 'merge' as const,
              body: { metadata: { labels: { app: 'debug' } } },
            })),
          ),
          ...(next === undefined ? [] : at(30_000, scale('ReplicaSet', name, next))),
        ],
      },
    };
  },
});

export const ownership = [adopts, relabelled, cascade];
