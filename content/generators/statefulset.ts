import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, claimTemplates, scale, setImage, workload } from './manifests';

const shrinks = defineGenerator({
  id: 'statefulset-shrinks',
  concept: 'statefulset-scale-down',
  claims: ['statefulset-12'],
  kind: 'order',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const start = draw.pick([0, 1, 5]);
    const from = draw.int(4, 6);
    const to = from - draw.int(2, 3);
    const condemned = Array.from({ length: from - to }, (_, i) => start + from - 1 - i);
    const pod = (ordinal: number) => `${name}-${ordinal}`;
    const steps = condemned.flatMap((ordinal) => [
      {
        id: `marked-${ordinal}`,
        text: {
          en: `\`${pod(ordinal)}\` is marked for deletion`,
          zh: `\`${pod(ordinal)}\` 被打上删除标记`,
        },
        glyph: 'marked' as const,
        happens: { pod: pod(ordinal), terminating: true },
      },
      {
        id: `gone-${ordinal}`,
        text: { en: `\`${pod(ordinal)}\` is gone`, zh: `\`${pod(ordinal)}\` 消失` },
        glyph: 'gone' as const,
        happens: { object: `Pod/${pod(ordinal)}`, exists: false },
      },
    ]);
    const next = condemned.slice(1);
    const numbered = start === 0 ? '' : `, \`ordinals.start: ${start}\``;
    const numberedZh = start === 0 ? '' : `，\`ordinals.start: ${start}\``;
    return {
      kind: 'order',
      question: {
        en: `StatefulSet \`${name}\`, OrderedReady, ${from} Ready Pods from \`${image}\`${numbered}. After \`kubectl scale sts ${name} --replicas=${to}\`, what happens in which order?`,
        zh: `StatefulSet \`${name}\`，OrderedReady，${from} 个就绪的 Pod，镜像 \`${image}\`${numberedZh}。执行 \`kubectl scale sts ${name} --replicas=${to}\` 之后，事情按什么顺序发生？`,
      },
      steps,
      turned: [
        ...next.map((lower, i) => ({
          pair: [`marked-${lower}`, `marked-${condemned[i]}`] as const,
          misconception: 'statefulset-shrinks-from-the-lowest',
        })),
        ...next.map((lower, i) => ({
          pair: [`marked-${lower}`, `gone-${condemned[i]}`] as const,
          misconception: 'statefulset-deletes-side-by-side',
        })),
      ],
      hints: [
        { en: 'Which ordinal does a set give up first?', zh: 'StatefulSet 最先放弃的是哪个序号？' },
        {
          en: 'Marked and gone are two moments. Does the controller wait between them?',
          zh: '打上标记和消失是两个时刻。控制器在两者之间等不等？',
        },
      ],
      explanation: {
        en: 'Scaling down goes from the highest ordinal to the lowest, one Pod at a time: the next is marked when the one above it is gone.',
        zh: '缩容从最大的序号往下，一次一个：上面的 Pod 消失之后，才给下一个打上标记。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, apply(workload('StatefulSet', name, image, { replicas: from, ordinals: { start } }))),
          ...at(40_000, scale('StatefulSet', name, to)),
        ],
      },
      fromMs: 40_000,
      untilMs: 70_000,
    };
  },
});

const partition = defineGenerator({
  id: 'statefulset-partition',
  concept: 'statefulset-update',
  claims: [],
  kind: 'multiple',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [old, fresh] = draw.images(name);
    const replicas = draw.int(4, 6);
    const from = draw.int(2, replicas - 1);
    draw.need(replicas - from <= replicas / 2);
    const pods = Array.from({ length: replicas }, (_, ordinal) => `${name}-${ordinal}`);
    return {
      kind: 'multiple',
      question: {
        en: `StatefulSet \`${name}\` has ${replicas} Pods from \`${old}\` and \`updateStrategy.rollingUpdate.partition: ${from}\`. The template is set to \`${fresh}\`. Which Pods run \`${fresh}\` once the controller rests?`,
        zh: `StatefulSet \`${name}\` 有 ${replicas} 个 Pod，镜像是 \`${old}\`，\`updateStrategy.rollingUpdate.partition: ${from}\`。把模板改成 \`${fresh}\`。等控制器停下来时，哪些 Pod 运行 \`${fresh}\`？`,
      },
      choices: pods.map((pod, ordinal) => ({
        text: { en: `\`${pod}\``, zh: `\`${pod}\`` },
        happened: { object: `Pod/${pod}`, path: 'spec.containers.0.image', equals: fresh },
        because: {
          right: {
            en: `Ordinal ${ordinal} is not below the partition ${from}: the Pod is replaced.`,
            zh: `序号 ${ordinal} 不小于分区值 ${from}：这个 Pod 会被替换。`,
          },
          wrong: {
            en: `Ordinal ${ordinal} is below the partition ${from}: the Pod keeps its revision, even if it is deleted and made again.`,
            zh: `序号 ${ordinal} 小于分区值 ${from}：这个 Pod 保持原来的版本，就算删掉重建也一样。`,
          },
        },
        misconception: 'partition-holds-back-the-highest',
      })),
      hints: [
        {
          en: 'An update begins at the highest ordinal. Where does the partition stop it?',
          zh: '更新从最大的序号开始。分区值让它停在哪里？',
        },
      ],
      explanation: {
        en: 'Pods whose ordinal is at or above `partition` get the new template, from the highest down. Those below keep the old one: a canary at the upper end.',
        zh: '序号大于或等于 `partition` 的 Pod 用新模板，从大到小依次更新；小于它的保持旧模板。也就是在序号大的一头做金丝雀发布。',
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
                updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: from } },
              }),
            ),
          ),
          ...at(40_000, setImage('StatefulSet', name, fresh)),
        ],
      },
      judgedAtMs: 90_000,
    };
  },
});

const claims = defineGenerator({
  id: 'statefulset-claims-left',
  concept: 'statefulset-claims',
  claims: ['statefulset-04', 'statefulset-12'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const policy = draw.pick(['Retain', 'Delete']);
    const most = draw.int(3, 6);
    const least = draw.int(1, most - 1);
    const last = draw.int(least, most);
    draw.need(last > least && last < most);
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`) has one claim template and \`whenScaled: ${policy}\`. It is scaled to ${most}, then to ${least}, then to ${last}, and each time all Pods become Ready. How many PersistentVolumeClaims are there now?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）有一个申领模板，\`whenScaled: ${policy}\`。副本数先设为 ${most}，再设为 ${least}，再设为 ${last}，每次都等到所有 Pod 就绪。现在有几个 PersistentVolumeClaim？`,
      },
      reads: { count: { kind: 'PersistentVolumeClaim' }, atMs: 120_000 },
      because: {
        en: 'One claim belongs to each ordinal. Scaling down keeps it under Retain and deletes it under Delete; scaling up uses the claim of the ordinal if it is there.',
        zh: '每个序号有一个 PVC。缩容时 Retain 保留它，Delete 删除它；扩容时，序号的 PVC 还在就接着用。',
      },
      wrong: [
        {
          answer: last,
          because: {
            en: `So many Pods run. Under Retain the claims of higher ordinals stay without a Pod.`,
            zh: '这是正在运行的 Pod 数。Retain 之下，更大序号的 PVC 没有 Pod 也会留着。',
          },
          misconception: 'claims-go-with-their-pods',
        },
        {
          answer: most,
          because: {
            en: 'So many ordinals had a claim once. With `whenScaled: Delete` the claims of those that were scaled away are deleted.',
            zh: '曾经有过 PVC 的序号有这么多。设了 `whenScaled: Delete`，缩掉的那些序号的 PVC 会被删除。',
          },
          misconception: 'claims-are-never-deleted',
        },
        {
          answer: most + last - least,
          because: {
            en: 'A Pod that comes back mounts the claim of its ordinal; no second one is made for it.',
            zh: '回来的 Pod 挂载自己序号的 PVC，不会再创建一个。',
          },
          misconception: 'each-new-pod-gets-a-new-claim',
        },
      ],
      hints: [
        {
          en: 'Name the claims one by one: `data-…-0`, `data-…-1`. Which of them has been deleted?',
          zh: '把 PVC 一个个列出来：`data-…-0`、`data-…-1`。其中哪些被删除过？',
        },
      ],
      explanation: {
        en: 'Claims are named template, set, ordinal. What scaling does to them is said by `persistentVolumeClaimRetentionPolicy.whenScaled`; the default is Retain.',
        zh: 'PVC 的名字由模板、StatefulSet 和序号组成。缩容时它们怎么办，由 `persistentVolumeClaimRetentionPolicy.whenScaled` 决定，默认是 Retain。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(
            0,
            apply(
              workload('StatefulSet', name, image, {
                replicas: most,
                persistentVolumeClaimRetentionPolicy: { whenScaled: policy, whenDeleted: 'Retain' },
                volumeClaimTemplates: claimTemplates,
              }),
            ),
          ),
          ...at(40_000, scale('StatefulSet', name, least)),
          ...at(80_000, scale('StatefulSet', name, last)),
        ],
      },
    };
  },
});

const blocked = defineGenerator({
  id: 'statefulset-blocked',
  concept: 'statefulset-order',
  claims: ['statefulset-08', 'statefulset-09'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const policy = draw.pick(['OrderedReady', 'OrderedReady', 'Parallel']);
    const from = draw.int(2, 5);
    const to = from + draw.int(2, 4);
    const sickOrdinal = draw.int(0, from - 1);
    const sick = `${name}-${sickOrdinal}`;
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`) has ${from} Ready Pods and \`podManagementPolicy: ${policy}\`. \`${sick}\` fails its readiness probe from now on. Then \`kubectl scale sts ${name} --replicas=${to}\`. How many Pods does the set have a minute later, Ready or not?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）有 ${from} 个就绪的 Pod，\`podManagementPolicy: ${policy}\`。\`${sick}\` 的就绪探针从此一直失败。接着执行 \`kubectl scale sts ${name} --replicas=${to}\`。一分钟后它有几个 Pod（不论是否就绪）？`,
      },
      reads: { count: { kind: 'Pod' }, atMs: 100_000 },
      because: {
        en: 'OrderedReady creates a Pod only when all Pods of lower ordinals are Running and Ready. Parallel does not ask.',
        zh: 'OrderedReady 只在所有更小序号的 Pod 都 Running 且 Ready 时才创建下一个；Parallel 不问这些。',
      },
      wrong: [
        {
          answer: to,
          because: {
            en: 'The replicas are what is wished for. Under OrderedReady a Pod that is not Ready holds back every higher ordinal.',
            zh: '副本数只是期望值。在 OrderedReady 之下，一个未就绪的 Pod 会挡住所有更大的序号。',
          },
          misconception: 'statefulset-order-is-only-for-the-start',
        },
        {
          answer: from,
          because: {
            en: 'With Parallel no Pod waits for another.',
            zh: '在 Parallel 之下，没有哪个 Pod 要等别的 Pod。',
          },
          misconception: 'parallel-waits-for-ready',
        },
        {
          answer: from + 1,
          because: {
            en: 'Even the next ordinal has the unready Pod among its predecessors, and it is not created before they are Ready.',
            zh: '就算是下一个序号，它的前驱里也有那个未就绪的 Pod；前驱就绪之前，它不会被创建。',
          },
          misconception:
            sickOrdinal === from - 1 ? 'scheduler-keeps-the-order' : 'only-the-direct-predecessor-counts',
        },
        {
          answer: to - 1,
          because: {
            en: 'A Pod that is not Ready still exists and counts.',
            zh: '未就绪的 Pod 仍然存在，也要算进去。',
          },
          misconception: 'unready-pods-do-not-count',
        },
      ],
      hints: [
        {
          en: 'Who asks whether a Pod is Ready before it creates the next?',
          zh: '创建下一个 Pod 之前，谁会问前面的是否就绪？',
        },
      ],
      explanation: {
        en: 'A readiness probe that fails removes no Pod. Under OrderedReady it stops every step of scaling up, whichever ordinal is affected.',
        zh: '就绪探针失败不会移除 Pod。在 OrderedReady 之下，不论哪个序号出问题，扩容的每一步都会停住。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(
            0,
            apply(workload('StatefulSet', name, image, { replicas: from, podManagementPolicy: policy })),
          ),
          ...at(30_000, { verb: 'failReadiness', pod: sick }),
          ...at(40_000, scale('StatefulSet', name, to)),
        ],
      },
    };
  },
});

export const statefulset = [shrinks, partition, claims, blocked];
