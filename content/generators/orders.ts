import 'server-only';
import type { Condition } from '@/lib/lab/condition';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, setImage, workload } from './manifests';

const hasImage = (pod: string, image: string): Condition => ({
  object: `Pod/${pod}`,
  path: 'spec.containers.0.image',
  equals: image,
});

const starts = defineGenerator({
  id: 'statefulset-starts',
  concept: 'statefulset-order',
  claims: ['statefulset-08'],
  kind: 'order',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const start = draw.pick([0, 1, 3]);
    const replicas = draw.int(2, 3);
    const ordinals = Array.from({ length: replicas }, (_, i) => start + i);
    const numbered = start === 0 ? '' : `, \`ordinals.start: ${start}\``;
    const numberedZh = start === 0 ? '' : `，\`ordinals.start: ${start}\``;
    return {
      kind: 'order',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`), OrderedReady, ${replicas} replicas${numbered}, is created. Put what follows in order.`,
        zh: `创建 StatefulSet \`${name}\`（\`${image}\`），OrderedReady，${replicas} 个副本${numberedZh}。把之后发生的事排好顺序。`,
      },
      steps: ordinals.flatMap((ordinal) => [
        {
          id: `created-${ordinal}`,
          text: { en: `\`${name}-${ordinal}\` is created`, zh: `\`${name}-${ordinal}\` 被创建` },
          glyph: 'created' as const,
          happens: { object: `Pod/${name}-${ordinal}`, exists: true },
        },
        {
          id: `ready-${ordinal}`,
          text: { en: `\`${name}-${ordinal}\` is Ready`, zh: `\`${name}-${ordinal}\` 就绪` },
          glyph: 'ready' as const,
          happens: { pod: `${name}-${ordinal}`, ready: true },
        },
      ]),
      turned: ordinals.slice(1).flatMap((ordinal) => [
        {
          pair: [`created-${ordinal}`, `ready-${ordinal - 1}`] as const,
          misconception: 'statefulset-creates-side-by-side',
        },
        {
          pair: [`created-${ordinal}`, `created-${ordinal - 1}`] as const,
          misconception: 'statefulset-starts-from-the-highest',
        },
      ]),
      hints: [
        {
          en: 'What does the controller ask before it creates the next Pod?',
          zh: '创建下一个 Pod 之前，控制器会问什么？',
        },
      ],
      explanation: {
        en: 'From the lowest ordinal up: each Pod is created when the one before it is Running and Ready. With Parallel all are created at once.',
        zh: '从最小的序号往上：前一个 Running 且 Ready，才创建下一个。用 Parallel 则同时创建。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: at(1_000, apply(workload('StatefulSet', name, image, { replicas, ordinals: { start } }))),
      },
      untilMs: 60_000,
    };
  },
});

const updates = defineGenerator({
  id: 'statefulset-updates',
  concept: 'statefulset-update',
  claims: ['statefulset-14'],
  kind: 'order',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [old, fresh] = draw.images(name);
    const replicas = draw.int(2, 4);
    const partition = draw.int(0, replicas - 2);
    const first = replicas - 1;
    const second = replicas - 2;
    const pod = (ordinal: number) => `${name}-${ordinal}`;
    const isNew = (ordinal: number): Condition => ({
      all: [hasImage(pod(ordinal), fresh), { pod: pod(ordinal), ready: true }],
    });
    const told = partition === 0 ? '' : `, \`partition: ${partition}\``;
    const toldZh = partition === 0 ? '' : `，\`partition: ${partition}\``;
    return {
      kind: 'order',
      question: {
        en: `StatefulSet \`${name}\`, OrderedReady, ${replicas} Ready Pods from \`${old}\`${told}. The template is set to \`${fresh}\`. Put these steps in order.`,
        zh: `StatefulSet \`${name}\`，OrderedReady，${replicas} 个就绪的 Pod，镜像 \`${old}\`${toldZh}。把模板改成 \`${fresh}\`。把下面几步排好顺序。`,
      },
      steps: [
        {
          id: 'first-marked',
          text: { en: `\`${pod(first)}\` is marked for deletion`, zh: `\`${pod(first)}\` 被打上删除标记` },
          glyph: 'marked' as const,
          happens: { pod: pod(first), terminating: true },
        },
        {
          id: 'first-created',
          text: {
            en: `\`${pod(first)}\` is created from \`${fresh}\``,
            zh: `用 \`${fresh}\` 创建 \`${pod(first)}\``,
          },
          glyph: 'created' as const,
          happens: hasImage(pod(first), fresh),
        },
        {
          id: 'first-ready',
          text: { en: `The new \`${pod(first)}\` is Ready`, zh: `新的 \`${pod(first)}\` 就绪` },
          glyph: 'ready' as const,
          happens: isNew(first),
        },
        {
          id: 'second-marked',
          text: { en: `\`${pod(second)}\` is marked for deletion`, zh: `\`${pod(second)}\` 被打上删除标记` },
          glyph: 'marked' as const,
          happens: { pod: pod(second), terminating: true },
        },
        {
          id: 'second-created',
          text: {
            en: `\`${pod(second)}\` is created from \`${fresh}\``,
            zh: `用 \`${fresh}\` 创建 \`${pod(second)}\``,
          },
          glyph: 'created' as const,
          happens: hasImage(pod(second), fresh),
        },
      ],
      turned: [
        { pair: ['second-marked', 'first-marked'], misconception: 'statefulset-updates-from-the-lowest' },
        { pair: ['first-created', 'first-marked'], misconception: 'successor-comes-before-the-old-pod-goes' },
        { pair: ['second-marked', 'first-ready'], misconception: 'statefulset-order-is-only-for-the-start' },
      ],
      hints: [
        { en: 'At which end does an update begin?', zh: '更新从哪一头开始？' },
        { en: 'Two Pods of one name cannot exist at once.', zh: '同名的 Pod 不能同时有两个。' },
      ],
      explanation: {
        en: 'From the highest ordinal down to the partition: delete, wait until the Pod is gone, create, wait for Ready, then the next.',
        zh: '从最大的序号往下直到分区值：删除，等它消失，创建，等就绪，再轮到下一个。',
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
                updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } },
              }),
            ),
          ),
          ...at(40_000, setImage('StatefulSet', name, fresh)),
        ],
      },
      fromMs: 40_000,
      untilMs: 80_000,
    };
  },
});

export const orders = [starts, updates];
