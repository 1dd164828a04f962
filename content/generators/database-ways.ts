import 'server-only';
import type { Command } from '@/lib/cluster/command';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Text } from '@/lib/text';
import { database, mounted, rows, run } from './databases';
import { apply, at, barePod, claim, claimTemplates, emptied, onClaim, workload } from './manifests';

/** A way to run one database: what stands there, and who puts the rows into it. */
interface Way {
  readonly text: Text;
  readonly objects: (name: string, image: string) => readonly Command[];
  /** Where somebody imports the rows; on a claim that is made beforehand they lie already. */
  readonly into?: (name: string) => string;
  readonly because: Text;
  readonly misconception?: string;
}

const of = (kind: 'Deployment' | 'StatefulSet' | 'ReplicaSet', spec: object, pod: object, more?: object) =>
  ((name, image) => [
    apply(
      workload(kind, name, image, spec as never, { containers: [database(image, more)], ...pod } as never),
    ),
  ]) satisfies Way['objects'];
/** A claim to which a Pod that has ended by then has copied the rows, and what mounts it. */
const copied =
  (objects: (name: string, image: string, claimName: string) => Command): Way['objects'] =>
  (name, image) => [
    claim(`old-${name}`),
    barePod(`copy-${name}`, {
      restartPolicy: 'Never',
      containers: [{ name: 'copy', image, command: ['/app', 'touch', rows], ...mounted }],
      volumes: onClaim(`old-${name}`),
    }),
    objects(name, image, `old-${name}`),
  ];
const scratch = { volumes: [{ name: 'data', emptyDir: {} }] };
const first = (name: string) => `${name}-0`;
const ownedAndClaimed = {
  en: 'Its owner’s controller makes a Pod again, and the template leads that Pod to the claim.',
  zh: '属主的控制器重新创建 Pod，模板让它挂上这个 PVC。',
};
const goneWithPod = {
  en: 'The Pod comes back, and the directory in which the rows lay went with the old one.',
  zh: 'Pod 回来了，放数据的目录却跟着旧的 Pod 没了。',
};
const unowned = {
  en: 'The claim stays. But nobody owns this Pod, so nobody makes it again.',
  zh: 'PVC 还在，但这个 Pod 没有属主，没有谁会再创建。',
};

const ways: readonly Way[] = [
  {
    text: { en: 'a Pod made by hand that mounts the old claim', zh: '手工创建的一个 Pod，挂着旧的 PVC' },
    objects: copied((name, image, claimName) =>
      barePod(
        name,
        { containers: [database(image)], volumes: onClaim(claimName) },
        { labels: { app: name } },
      ),
    ),
    because: unowned,
    misconception: 'a-pod-with-a-claim-is-enough',
  },
  {
    text: { en: 'a StatefulSet of 1, claim template', zh: 'StatefulSet，1 个，带申领模板' },
    objects: of('StatefulSet', { replicas: 1, volumeClaimTemplates: claimTemplates }, {}),
    into: first,
    because: ownedAndClaimed,
  },
  {
    text: { en: 'a Deployment of 1, Recreate, old claim', zh: 'Deployment，1 个，Recreate，旧的 PVC' },
    objects: copied((name, image, claimName) =>
      apply(
        workload(
          'Deployment',
          name,
          image,
          { replicas: 1, strategy: { type: 'Recreate' } },
          { containers: [database(image)], volumes: onClaim(claimName) },
        ),
      ),
    ),
    because: ownedAndClaimed,
  },
  {
    text: { en: 'a ReplicaSet of 1 on the old claim', zh: 'ReplicaSet，1 个，挂旧的 PVC' },
    objects: copied((name, image, claimName) =>
      apply(
        workload(
          'ReplicaSet',
          name,
          image,
          { replicas: 1 },
          { containers: [database(image)], volumes: onClaim(claimName) },
        ),
      ),
    ),
    because: ownedAndClaimed,
  },
  {
    text: {
      en: 'a StatefulSet of 1, its directory in an emptyDir',
      zh: 'StatefulSet，1 个，目录放在 emptyDir 里',
    },
    objects: of('StatefulSet', { replicas: 1 }, scratch),
    into: first,
    because: goneWithPod,
    misconception: 'rows-come-back-with-the-pod',
  },
  {
    text: {
      en: 'a StatefulSet of 1, its directory in no volume',
      zh: 'StatefulSet，1 个，目录不在任何卷上',
    },
    objects: of('StatefulSet', { replicas: 1 }, {}, {}),
    into: first,
    because: goneWithPod,
    misconception: 'rows-come-back-with-the-pod',
  },
  {
    text: {
      en: 'a StatefulSet of 3 without any claim template',
      zh: 'StatefulSet，3 个，没有任何申领模板',
    },
    objects: of('StatefulSet', { replicas: 3, podManagementPolicy: 'Parallel' }, {}, {}),
    into: first,
    because: {
      en: 'Three Pods are three databases. The rows were in one of them, and in its layer.',
      zh: '三个 Pod 是三个数据库。数据只在其中一个里，而且在容器层里。',
    },
    misconception: 'replicas-share-their-rows',
  },
  {
    text: {
      en: 'a StatefulSet of 1, claim template, mounted nowhere',
      zh: 'StatefulSet，1 个，带申领模板，但没有挂载',
    },
    objects: of('StatefulSet', { replicas: 1, volumeClaimTemplates: claimTemplates }, {}, {}),
    into: first,
    because: {
      en: 'The claim is found again, and it is empty: the rows were written beside it.',
      zh: 'PVC 找回来了，里面却是空的：数据写在了别处。',
    },
    misconception: 'a-claim-works-unmounted',
  },
];

const broughtBack = defineGenerator({
  id: 'database-after-the-drill',
  concept: 'single-database',
  claims: ['worked-example-02'],
  kind: 'multiple',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [one = '', other = ''] = nodes;
    const [image] = draw.images(name);
    const chosen = draw.some(ways, 5);
    const right = chosen.filter(({ misconception }) => misconception === undefined).length;
    draw.need(right > 0);
    const members = draw.members(name, 5);
    return {
      kind: 'multiple',
      question: {
        en: `Five ways to run a database (\`${image}\`), each with its rows in place; the old claim is one to which they were copied. \`${one}\` is emptied and taken back, then \`${other}\`. Which of them are Ready with their rows after that, without a hand?`,
        zh: `用五种办法运行数据库（\`${image}\`），都装好了数据；旧的 PVC 就是数据复制过去的那个。先腾空 \`${one}\` 再恢复，然后轮到 \`${other}\`。之后不用人管，哪些就绪，而且带着数据？`,
      },
      choices: chosen.map(({ text, because, misconception }, i) => ({
        text: { en: `\`${members[i]}\`: ${text.en}`, zh: `\`${members[i]}\`：${text.zh}` },
        happened: {
          count: {
            kind: 'Pod',
            where: {
              all: [{ selectedBy: { matchLabels: { app: members[i] ?? '' } } }, { ready: true }],
            },
          },
          atLeast: 1,
        },
        because,
        ...(misconception !== undefined && { misconception }),
      })),
      hints: [
        {
          en: 'Two questions for each: who makes the Pod again, and where did the rows lie?',
          zh: '对每一个问两件事：谁来重新创建 Pod？数据放在哪里？',
        },
      ],
      explanation: {
        en: 'An owner for the Pod and a mounted claim for the rows. With both of them the kind of owner does not matter for one database.',
        zh: 'Pod 要有属主，数据要在挂载的 PVC 上。两样都有，只有一个数据库时，属主是哪种都行。',
      },
      run: {
        nodes,
        commands: [
          ...at(0, ...chosen.flatMap(({ objects }, i) => objects(members[i] ?? '', image))),
          ...at(
            10_000,
            ...chosen.flatMap(({ into }, i) => (into ? [run(into(members[i] ?? ''), 'touch')] : [])),
          ),
          ...at(15_000, emptied(one, true)),
          ...at(30_000, emptied(one, false)),
          ...at(35_000, emptied(other, true)),
          ...at(50_000, emptied(other, false)),
        ],
      },
      judgedAtMs: 70_000,
    };
  },
});

export const databaseWays = [broughtBack];
