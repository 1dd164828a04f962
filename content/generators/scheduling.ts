import 'server-only';
import type { NodeSelectorTerm } from '@/lib/cluster/objects/affinity';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, plainContainer, workload } from './manifests';

const fit = defineGenerator({
  id: 'scheduler-how-many-fit',
  concept: 'resource-requests',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const [image] = draw.images(name);
    const count = draw.int(2, 3);
    const cores = draw.pick([2, 4]);
    const request = draw.pick([600, 700, 900, 1100, 1500]);
    const limit = draw.pick([undefined, 2000]);
    const replicas = draw.pick([8, 12]);
    const perNode = Math.floor((cores * 1000) / request);
    draw.need(perNode * count < replicas && perNode > 0);
    const nodes = draw.nodes(count).map((node) => ({ name: node, cpu: String(cores) }));
    const limits = limit === undefined ? '' : `, \`limits: {cpu: ${limit}m}\``;
    const limitsZh = limit === undefined ? '' : `，\`limits: {cpu: ${limit}m}\``;
    return {
      kind: 'numeric',
      question: {
        en: `${count} empty nodes (\`${nodes[0]?.name}\`, …) have ${cores} allocatable cores each. Deployment \`${name}\` (\`${image}\`) wants ${replicas} Pods with \`requests: {cpu: ${request}m}\`${limits}; they use almost nothing. How many Pods get a node?`,
        zh: `${count} 个空节点（\`${nodes[0]?.name}\`……）各有 ${cores} 个可分配的核。Deployment \`${name}\`（\`${image}\`）要 ${replicas} 个 Pod，\`requests: {cpu: ${request}m}\`${limitsZh}，实际几乎不用 CPU。有几个 Pod 能得到节点？`,
      },
      reads: {
        count: { kind: 'Pod', where: { path: 'spec.nodeName', exists: true } },
        atMs: 20_000,
      },
      because: {
        en: 'The scheduler adds up requests, node by node. What does not fit on any single node stays Pending.',
        zh: '调度器按节点把 requests 加起来。哪个节点都放不下的，就一直 Pending。',
      },
      wrong: [
        {
          answer: Math.floor((count * cores * 1000) / request),
          because: {
            en: 'What is left over on several nodes cannot be put together for one Pod.',
            zh: '几个节点上各剩的一点，不能拼起来给一个 Pod 用。',
          },
          misconception: 'cluster-capacity-is-one-pool',
        },
        {
          answer: replicas,
          because: {
            en: 'The scheduler goes by what is requested, not by what is used.',
            zh: '调度器看的是请求了多少，不是用了多少。',
          },
          misconception: 'scheduler-looks-at-usage',
        },
        {
          answer: count * Math.floor((cores * 1000) / 2000),
          because: {
            en: 'Limits bound a container when it runs. They play no part in finding a node.',
            zh: 'limits 限制的是容器运行时，找节点时不看它。',
          },
          misconception: 'scheduler-adds-up-limits',
        },
      ],
      hints: [
        { en: 'How many fit on one node? What is left over there?', zh: '一个节点能放几个？还剩多少？' },
      ],
      explanation: {
        en: 'A node is full when the sum of requests reaches what is allocatable, even if it idles. The Event of a Pending Pod says `Insufficient cpu`.',
        zh: 'requests 之和达到可分配量，节点就满了，哪怕它很闲。Pending 的 Pod 的事件会写 `Insufficient cpu`。',
      },
      run: {
        nodes,
        subject: `Deployment/${name}`,
        commands: at(
          0,
          apply(
            workload(
              'Deployment',
              name,
              image,
              { replicas },
              {
                containers: [
                  plainContainer(image, {
                    resources: {
                      requests: { cpu: `${request}m` },
                      ...(limit !== undefined && { limits: { cpu: `${limit}m` } }),
                    },
                  }),
                ],
              },
            ),
          ),
        ),
      },
    };
  },
});

type Labelled = Readonly<Record<'zone' | 'disk', string>>;
const nodeSorts: readonly Labelled[] = [
  { zone: 'a', disk: 'ssd' },
  { zone: 'a', disk: 'hdd' },
  { zone: 'b', disk: 'ssd' },
  { zone: 'b', disk: 'hdd' },
  { zone: 'c', disk: 'ssd' },
];

/** Terms of a required node affinity. */
const affinities: readonly (readonly NodeSelectorTerm[])[] = [
  [
    { matchExpressions: [{ key: 'zone', operator: 'In', values: ['c'] }] },
    { matchExpressions: [{ key: 'disk', operator: 'In', values: ['hdd'] }] },
  ],
  [
    {
      matchExpressions: [
        { key: 'zone', operator: 'In', values: ['a', 'c'] },
        { key: 'disk', operator: 'In', values: ['ssd'] },
      ],
    },
  ],
  [
    {
      matchExpressions: [
        { key: 'zone', operator: 'NotIn', values: ['a'] },
        { key: 'disk', operator: 'NotIn', values: ['hdd'] },
      ],
    },
  ],
  [
    {
      matchExpressions: [
        { key: 'zone', operator: 'In', values: ['b'] },
        { key: 'disk', operator: 'In', values: ['hdd'] },
      ],
    },
    { matchExpressions: [{ key: 'zone', operator: 'In', values: ['c'] }] },
  ],
  [
    {
      matchExpressions: [
        { key: 'zone', operator: 'In', values: ['b'] },
        { key: 'gpu', operator: 'DoesNotExist' },
      ],
    },
  ],
];

const affinity = defineGenerator({
  id: 'node-affinity-terms',
  concept: 'node-affinity',
  claims: [],
  kind: 'multiple',
  draw: (draw) => {
    const name = draw.name();
    const [image] = draw.images(name);
    const terms = draw.pick(affinities);
    const names = draw.members(draw.nodePrefix(), nodeSorts.length);
    const nodes = nodeSorts.map((labels, i) => ({ name: names[i] ?? '', labels }));
    const written = terms
      .map(({ matchExpressions = [] }) =>
        matchExpressions
          .map(
            ({ key, operator, values }) =>
              `{key: ${key}, operator: ${operator}${values ? `, values: [${values.join(', ')}]` : ''}}`,
          )
          .join(', '),
      )
      .map((expressions) => `{matchExpressions: [${expressions}]}`)
      .join(', ');
    return {
      kind: 'multiple',
      question: {
        en: `Pods of \`${name}\` (\`${image}\`) require a node by \`nodeSelectorTerms: [${written}]\`. Which nodes can take one?`,
        zh: `\`${name}\`（\`${image}\`）的 Pod 要求节点满足 \`nodeSelectorTerms: [${written}]\`。哪些节点可以运行它？`,
      },
      choices: nodes.map(({ name: node, labels }) => ({
        text: {
          en: `\`${node}\`: \`zone=${labels.zone}, disk=${labels.disk}\``,
          zh: `\`${node}\`：\`zone=${labels.zone}, disk=${labels.disk}\``,
        },
        happened: { count: { kind: 'Pod', where: { path: 'spec.nodeName', equals: node } }, is: 1 },
        because: {
          right: {
            en: 'It meets every expression of one term, and one term is enough.',
            zh: '它满足某一项里的每个表达式，满足一项就够了。',
          },
          wrong: {
            en: 'There is no term of which it meets every expression.',
            zh: '没有哪一项的表达式它全都满足。',
          },
        },
        misconception:
          terms.length > 1
            ? 'all-node-selector-terms-have-to-hold'
            : 'expressions-of-a-term-are-alternatives',
      })),
      hints: [
        {
          en: 'Terms are joined by OR, the expressions within one by AND.',
          zh: '各项之间是“或”，一项之内的表达式之间是“且”。',
        },
      ],
      explanation: {
        en: '`nodeSelectorTerms` is the one list of requirements in a Pod that is joined by OR. A `nodeSelector` beside it has to hold as well.',
        zh: 'Pod 的各种要求里，只有 `nodeSelectorTerms` 这个列表是“或”。如果还写了 `nodeSelector`，也必须满足。',
      },
      run: {
        nodes,
        subject: `DaemonSet/${name}`,
        commands: at(
          0,
          apply(
            workload(
              'DaemonSet',
              name,
              image,
              {},
              {
                containers: [plainContainer(image)],
                affinity: {
                  nodeAffinity: {
                    requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms },
                  },
                } as never,
              },
            ),
          ),
        ),
      },
      judgedAtMs: 10_000,
    };
  },
});

const evicted = defineGenerator({
  id: 'taint-toleration-seconds',
  concept: 'taint-eviction',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const [image] = draw.images(name);
    const [node = ''] = draw.nodes(1);
    const effect = draw.pick(['NoExecute', 'NoExecute', 'NoSchedule']);
    const sorts = [
      { toleration: undefined, en: 'no toleration', zh: '没有容忍度' },
      { toleration: 30, en: '`tolerationSeconds: 30`', zh: '`tolerationSeconds: 30`' },
      { toleration: 120, en: '`tolerationSeconds: 120`', zh: '`tolerationSeconds: 120`' },
      { toleration: Number.POSITIVE_INFINITY, en: 'a toleration without seconds', zh: '没有秒数的容忍度' },
    ];
    const counts = draw.pick([
      [2, 1, 3, 1],
      [1, 3, 1, 2],
      [3, 2, 2, 1],
      [1, 1, 2, 4],
    ]);
    const after = draw.pick([10, 60, 200]);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const told = (locale: 'en' | 'zh') =>
      sorts.map((sort, i) =>
        locale === 'en' ? `${counts[i]} with ${sort.en}` : `${counts[i]} 个${sort.zh}`,
      );
    const infinite = counts[3] ?? 0;
    return {
      kind: 'numeric',
      question: {
        en: `On \`${node}\` run ${total} Pods of \`${image}\` (\`${name}\`): ${told('en').join(', ')}, each for this taint. The node gets \`upkeep=yes:${effect}\`. How many Pods are left after ${after} s?`,
        zh: `\`${node}\` 上有 ${total} 个 \`${image}\` 的 Pod（\`${name}\`）：${told('zh').join('、')}，都是针对这个污点的。给节点加上 \`upkeep=yes:${effect}\`。${after} 秒之后还剩几个 Pod？`,
      },
      reads: { count: { kind: 'Pod' }, atMs: 20_000 + after * 1000 },
      because: {
        en: 'NoExecute evicts at once what does not tolerate it, and the others when their `tolerationSeconds` are over; without seconds a Pod may stay. NoSchedule evicts nothing.',
        zh: 'NoExecute 马上驱逐不容忍它的 Pod，其他的等 `tolerationSeconds` 过去；没写秒数的可以一直留着。NoSchedule 不驱逐任何 Pod。',
      },
      wrong: [
        {
          answer: total,
          because: {
            en: 'NoExecute is also about Pods that run already.',
            zh: 'NoExecute 对已经在运行的 Pod 也有效。',
          },
          misconception: 'taints-are-only-for-new-pods',
        },
        {
          answer: infinite,
          because: {
            en: 'Pods with `tolerationSeconds` stay until that time is over; NoSchedule takes none away.',
            zh: '有 `tolerationSeconds` 的 Pod 要等时间过去才走；NoSchedule 一个都不带走。',
          },
          misconception: 'tolerated-for-a-while-is-not-tolerated',
        },
        {
          answer: total - (counts[0] ?? 0),
          because: {
            en: 'A toleration with `tolerationSeconds` ends.',
            zh: '带 `tolerationSeconds` 的容忍是有期限的。',
          },
          misconception: 'toleration-seconds-never-end',
        },
        {
          answer: 0,
          because: {
            en: 'A taint evicts only Pods that do not tolerate it.',
            zh: '污点只驱逐不容忍它的 Pod。',
          },
          misconception: 'taints-empty-the-node',
        },
      ],
      hints: [{ en: 'Which effect touches Pods that run already?', zh: '哪种效果会影响已经在运行的 Pod？' }],
      explanation: {
        en: 'When a node is lost, Kubernetes itself sets such taints. Pods get a toleration of 300 s for them from the API server.',
        zh: '节点失联时，Kubernetes 自己会加上这样的污点。API 服务器给 Pod 加的容忍度是 300 秒。',
      },
      run: {
        nodes: [node],
        subject: `Node/${node}`,
        commands: [
          ...at(
            0,
            ...sorts.flatMap(({ toleration }, i) =>
              Array.from({ length: counts[i] ?? 0 }, (_, n) =>
                apply({
                  apiVersion: 'v1',
                  kind: 'Pod',
                  metadata: { name: `${name}-${i}-${n}` },
                  spec: {
                    terminationGracePeriodSeconds: 5,
                    containers: [plainContainer(image)],
                    ...(toleration !== undefined && {
                      tolerations: [
                        {
                          key: 'upkeep',
                          operator: 'Exists',
                          effect: 'NoExecute',
                          ...(Number.isFinite(toleration) && { tolerationSeconds: toleration }),
                        },
                      ],
                    }),
                  },
                }),
              ),
            ),
          ),
          ...at(20_000, {
            verb: 'patch',
            kind: 'Node',
            name: node,
            type: 'merge',
            body: { spec: { taints: [{ key: 'upkeep', value: 'yes', effect }] } },
          }),
        ],
      },
    };
  },
});

export const scheduling = [fit, affinity, evicted];
