import 'server-only';
import type { NodeSpec, Toleration } from '@/lib/cluster/objects';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, plainContainer, workload } from './manifests';

type Taint = NonNullable<NodeSpec['taints']>[number];

const taints = {
  gpu: { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' },
  db: { key: 'dedicated', value: 'db', effect: 'NoSchedule' },
  maintenance: { key: 'maintenance', value: 'planned', effect: 'NoExecute' },
  slow: { key: 'slow', value: 'yes', effect: 'PreferNoSchedule' },
} satisfies Readonly<Record<string, Taint>>;

type NodeSort = readonly [disk: 'ssd' | 'hdd', taint?: keyof typeof taints];

/** Five nodes each: their disk and their taint. */
const mixes: readonly (readonly NodeSort[])[] = [
  [
    ['ssd', 'slow'],
    ['ssd', 'gpu'],
    ['hdd', 'gpu'],
    ['ssd', 'maintenance'],
    ['ssd', 'db'],
  ],
  [['ssd'], ['hdd'], ['ssd', 'db'], ['hdd', 'maintenance'], ['ssd', 'gpu']],
  [['ssd'], ['hdd', 'gpu'], ['hdd'], ['ssd', 'gpu'], ['ssd', 'maintenance']],
  [
    ['hdd', 'slow'],
    ['ssd', 'maintenance'],
    ['hdd', 'maintenance'],
    ['ssd', 'db'],
    ['hdd', 'gpu'],
  ],
  [
    ['ssd', 'gpu'],
    ['hdd', 'gpu'],
    ['ssd', 'maintenance'],
    ['hdd', 'db'],
    ['hdd', 'maintenance'],
  ],
  [['hdd'], ['hdd', 'db'], ['ssd', 'maintenance'], ['ssd', 'slow'], ['hdd', 'gpu']],
];
const tolerations: readonly (Toleration | undefined)[] = [
  undefined,
  { key: 'dedicated', operator: 'Exists' },
  { key: 'dedicated', operator: 'Equal', value: 'gpu' },
  { key: 'dedicated', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' },
  { key: 'maintenance', operator: 'Exists', effect: 'NoExecute' },
  { operator: 'Exists' },
];

const asText = (of: object): string =>
  `{${Object.entries(of)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`;

const eligible = defineGenerator({
  id: 'daemonset-eligible-nodes',
  concept: 'daemonset-nodes',
  claims: [],
  kind: 'multiple',
  mayHaveNone: true,
  draw: (draw) => {
    const name = draw.name();
    const [image] = draw.images(name);
    const toleration = draw.pick(tolerations);
    const wantsSsd = draw.pick([true, false, false]);
    const mix = draw.pick(mixes);
    const names = draw.members(draw.nodePrefix(), mix.length);
    const nodes = mix.map(([disk, taint], i) => ({
      name: names[i] ?? '',
      labels: { disk },
      ...(taint && { taints: [taints[taint]] }),
    }));
    const told = nodes.map(({ name: node, labels, taints: [taint] = [] }) => ({
      node,
      disk: labels.disk,
      taint: taint ? `${taint.key}=${taint.value}:${taint.effect}` : undefined,
      effect: taint?.effect,
    }));
    const asks = [
      toleration ? `tolerations: [${asText(toleration)}]` : 'no tolerations',
      ...(wantsSsd ? ['nodeSelector: {disk: ssd}'] : []),
    ];
    const asksZh = [
      toleration ? `\`tolerations: [${asText(toleration)}]\`` : '没有 tolerations',
      ...(wantsSsd ? ['`nodeSelector: {disk: ssd}`'] : []),
    ];
    const en = asks.map((one) => (one.startsWith('no ') ? one : `\`${one}\``)).join(', ');
    return {
      kind: 'multiple',
      question: {
        en: `DaemonSet \`${name}\` (\`${image}\`) has ${en}. On which of these nodes does it run a Pod?`,
        zh: `DaemonSet \`${name}\`（\`${image}\`）：${asksZh.join('，')}。它在下面哪些节点上运行 Pod？`,
      },
      choices: told.map(({ node, disk, taint, effect }) => ({
        text: {
          en: `\`${node}\`, \`disk=${disk}\`, ${taint ? `taint \`${taint}\`` : 'no taint'}`,
          zh: `\`${node}\`，\`disk=${disk}\`，${taint ? `污点 \`${taint}\`` : '无污点'}`,
        },
        happened: {
          count: { kind: 'Pod', where: { path: 'spec.nodeName', equals: node } },
          is: 1,
        },
        because: {
          right: {
            en:
              effect === 'PreferNoSchedule'
                ? 'PreferNoSchedule is a wish; it keeps nothing away for certain.'
                : taint
                  ? 'The Pod tolerates the taint, and the node selector fits.'
                  : 'No taint stands in the way, and the node selector fits.',
            zh:
              effect === 'PreferNoSchedule'
                ? 'PreferNoSchedule 只是倾向，并不一定挡住谁。'
                : taint
                  ? 'Pod 容忍这个污点，节点选择也符合。'
                  : '没有污点挡着，节点选择也符合。',
          },
          wrong: {
            en:
              wantsSsd && disk !== 'ssd'
                ? 'The node selector asks for `disk=ssd`. A toleration does not replace it.'
                : 'The Pod does not tolerate this taint.',
            zh:
              wantsSsd && disk !== 'ssd'
                ? '节点选择要求 `disk=ssd`，容忍度代替不了它。'
                : 'Pod 不容忍这个污点。',
          },
        },
        misconception:
          wantsSsd && disk !== 'ssd'
            ? 'daemonset-ignores-node-selector'
            : toleration?.key === 'dedicated'
              ? 'toleration-matches-any-value'
              : 'daemonset-runs-on-every-node',
      })),
      hints: [
        {
          en: 'Go through the nodes one by one: first the selector, then each taint.',
          zh: '一个节点一个节点地看：先看选择算符，再看每个污点。',
        },
      ],
      explanation: {
        en: 'A DaemonSet makes a Pod for each node whose labels fit and whose NoSchedule and NoExecute taints are tolerated. `operator: Exists` without a key tolerates everything.',
        zh: 'DaemonSet 为每个标签符合、NoSchedule 和 NoExecute 污点都被容忍的节点创建一个 Pod。没有 key 的 `operator: Exists` 容忍一切污点。',
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
                ...(toleration && { tolerations: [{ ...toleration }] }),
                ...(wantsSsd && { nodeSelector: { disk: 'ssd' } }),
              },
            ),
          ),
        ),
      },
      judgedAtMs: 10_000,
    };
  },
});

export const daemonset = [eligible];
