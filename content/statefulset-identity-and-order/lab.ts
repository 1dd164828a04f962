import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Condition } from '@/lib/lab/condition';
import { defineLabs } from '@/lib/lab/scenario';
import { deletePod } from '../commands';

/**
 * The scenarios of lesson 7. All play the same set `web` on three nodes: a Pod takes about 0.3 s to start and is Ready
 * 2 s later, its program ends 2 s after SIGTERM. The longer than usual file holds one story in both languages.
 */

const service: Command = {
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { clusterIP: 'None', selector: { app: 'web' }, ports: [{ name: 'db', port: 5432 }] },
  },
};

const set = (replicas: number): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      replicas,
      serviceName: 'web',
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          terminationGracePeriodSeconds: 10,
          containers: [
            {
              name: 'db',
              image: 'db:v1',
              command: ['/app', 'graceful', '2'],
              readinessProbe: {
                exec: { command: ['/app', 'test', '/app'] },
                initialDelaySeconds: 2,
                periodSeconds: 1,
                failureThreshold: 1,
              },
              volumeMounts: [{ name: 'data', mountPath: '/data' }],
            },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: 'late',
            resources: { requests: { storage: '1Gi' } },
          },
        },
      ],
    },
  },
});

const applied = (replicas: number): TimedCommand[] => [
  { atMs: 0, command: service },
  { atMs: 0, command: set(replicas) },
];

const setImage = (image: string): Command => ({
  verb: 'patch',
  kind: 'StatefulSet',
  name: 'web',
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'db', image }] } } } },
});

const scale = (replicas: number): Command => ({ verb: 'scale', kind: 'StatefulSet', name: 'web', replicas });
const deleteSet: Command = { verb: 'delete', kind: 'StatefulSet', name: 'web' };

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 7, nodes, subject: 'StatefulSet/web' } as const;

const is = (object: string, exists: boolean): Condition => ({ object, exists });
const ready = (pod: string): Condition => ({ pod, ready: true });
const ending = (pod: string, terminating: boolean): Condition => ({ pod, terminating });
const runs = (pod: string, image: string): Condition => ({
  object: `Pod/${pod}`,
  path: 'spec.containers.0.image',
  equals: image,
});
const templateHas = (image: string): Condition => ({
  object: 'StatefulSet/web',
  path: 'spec.template.spec.containers.0.image',
  equals: image,
});
const pods = ['web-0', 'web-1', 'web-2'];

/** The update is through: template and all three Pods have the image, and the controller has counted them. */
const allRun = (image: string): Condition => ({
  all: [
    templateHas(image),
    ...pods.map((pod) => runs(pod, image)),
    { object: 'StatefulSet/web', path: 'status.updatedReplicas', equals: 3 },
  ],
});

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'in-order',
      caption: {
        en: 'StatefulSet web comes up: three replicas, one after the other',
        zh: 'StatefulSet web 启动：三个副本，一个接一个',
      },
      commands: applied(3),
      openAtMs: 500,
      pauseAtMs: 10_000,
      hands: ['scale', 'deletePod', 'failReadiness', 'policy'],
      claims: ['statefulset-06', 'statefulset-07', 'statefulset-09'],
    },
    {
      ...common,
      id: 'reverted',
      caption: {
        en: 'StatefulSet web, 3 replicas: db:broken rolled out, then db:v1 put back',
        zh: 'StatefulSet web，3 个副本：先推出 db:broken，再改回 db:v1',
      },
      commands: [
        ...applied(3),
        { atMs: 10_000, command: setImage('db:broken') },
        { atMs: 18_000, command: setImage('db:v1') },
      ],
      openAtMs: 9_500,
      pauseAtMs: 30_000,
      hands: ['setImage', 'deletePod'],
      images: ['db:v1', 'db:v2', 'db:broken'],
    },
    {
      ...common,
      id: 'delete-one',
      caption: {
        en: 'StatefulSet web, 3 replicas: web-1 is deleted at 12 s',
        zh: 'StatefulSet web，3 个副本：第 12 秒删除 web-1',
      },
      commands: [...applied(3), { atMs: 12_000, command: deletePod('web-1') }],
      openAtMs: 11_500,
      pauseAtMs: 20_000,
      hands: ['deletePod', 'scale', 'minReadySeconds'],
      claims: ['statefulset-03', 'statefulset-04', 'statefulset-05', 'statefulset-10'],
    },
    {
      ...common,
      id: 'never-ready',
      caption: {
        en: 'StatefulSet web, 3 replicas: the readiness probe of web-1 fails from 3 s on',
        zh: 'StatefulSet web，3 个副本：从第 3 秒起 web-1 的就绪探针失败',
      },
      commands: [...applied(3), { atMs: 3_000, command: { verb: 'failReadiness', pod: 'web-1' } }],
      openAtMs: 1_000,
      pauseAtMs: 20_000,
      hands: ['failReadiness', 'deletePod', 'policy'],
      claims: ['statefulset-08', 'statefulset-11'],
    },
    {
      ...common,
      id: 'update-stands',
      caption: {
        en: 'StatefulSet web, 3 replicas, from db:v1 to db:v2; web-0 stops being Ready',
        zh: 'StatefulSet web，3 个副本，从 db:v1 更新到 db:v2；web-0 变为未就绪',
      },
      commands: [
        ...applied(3),
        { atMs: 12_000, command: setImage('db:v2') },
        { atMs: 17_800, command: { verb: 'failReadiness', pod: 'web-0' } },
      ],
      openAtMs: 18_800,
      pauseAtMs: 30_000,
      hands: ['failReadiness', 'deletePod', 'policy'],
      claims: ['statefulset-08', 'statefulset-10'],
    },
    {
      ...common,
      id: 'five-to-two',
      caption: {
        en: 'StatefulSet web, 5 replicas, scaled to 2 at 17 s',
        zh: 'StatefulSet web，5 个副本，第 17 秒缩到 2 个',
      },
      commands: [...applied(5), { atMs: 17_000, command: scale(2) }],
      openAtMs: 15_500,
      pauseAtMs: 28_000,
      hands: ['scale', 'whenScaled', 'failReadiness'],
      claims: ['statefulset-04', 'statefulset-12', 'statefulset-14'],
    },
    {
      ...common,
      id: 'delete-set',
      caption: {
        en: 'StatefulSet web, 3 replicas: the set itself is deleted at 12 s',
        zh: 'StatefulSet web，3 个副本：第 12 秒删除 StatefulSet 本身',
      },
      commands: [...applied(3), { atMs: 12_000, command: deleteSet }],
      openAtMs: 11_500,
      pauseAtMs: 18_000,
      hands: ['deletePod'],
      claims: ['statefulset-13'],
    },
  ],

  predictions: [
    {
      id: 'revert-alone',
      scenario: 'reverted',
      question: {
        en: 'The template says `db:broken` from 10 s on, and `db:v1` again from 18 s on. What does web-2 run at 30 s?',
        zh: '第 10 秒模板换成 `db:broken`，第 18 秒改回 `db:v1`。到第 30 秒，web-2 在运行什么？',
      },
      choices: [
        {
          text: { en: '`db:v1`: the controller replaces it', zh: '`db:v1`：控制器把它换掉了' },
          happened: runs('web-2', 'db:v1'),
        },
        {
          text: { en: '`db:broken`, and the others still `db:v1`', zh: '`db:broken`，其余的仍是 `db:v1`' },
          happened: { all: [runs('web-2', 'db:broken'), runs('web-1', 'db:v1'), runs('web-0', 'db:v1')] },
        },
        {
          text: { en: '`db:broken`, and by then web-1 too', zh: '`db:broken`，而且这时 web-1 也是' },
          happened: { all: [runs('web-2', 'db:broken'), runs('web-1', 'db:broken')] },
        },
      ],
      judgedAtMs: 30_000,
    },
    {
      id: 'who-comes-back',
      scenario: 'delete-one',
      question: {
        en: 'web-1 is deleted at 12 s. What stands in its place at 20 s?',
        zh: '第 12 秒删除 web-1。到第 20 秒，它的位置上是什么？',
      },
      choices: [
        {
          text: { en: 'A Pod web-3, the next free number', zh: '一个名叫 web-3 的 Pod，用下一个空号' },
          happened: is('Pod/web-3', true),
        },
        {
          text: { en: 'Nothing: web-0 and web-2 carry on', zh: '什么也没有：web-0 和 web-2 继续运行' },
          happened: { all: [is('Pod/web-1', false), is('Pod/web-3', false)] },
        },
        {
          text: {
            en: 'A Pod web-1, with the claim data-web-1',
            zh: '一个名叫 web-1 的 Pod，用着 data-web-1',
          },
          happened: {
            all: [ready('web-1'), is('PersistentVolumeClaim/data-web-1', true), is('Pod/web-3', false)],
          },
        },
      ],
      judgedAtMs: 20_000,
    },
    {
      id: 'web-2-never',
      scenario: 'never-ready',
      question: {
        en: 'web-1 runs but never becomes Ready. What is there at 20 s?',
        zh: 'web-1 在运行，却一直未就绪。到第 20 秒有哪些 Pod？',
      },
      choices: [
        {
          text: { en: 'web-0 and web-1; no web-2', zh: '有 web-0 和 web-1，没有 web-2' },
          happened: { all: [is('Pod/web-0', true), is('Pod/web-1', true), is('Pod/web-2', false)] },
        },
        {
          text: { en: 'All three; only web-1 is not Ready', zh: '三个都有，只有 web-1 未就绪' },
          happened: { all: [is('Pod/web-1', true), is('Pod/web-2', true)] },
        },
        {
          text: { en: 'web-0 and web-2; web-1 was given up', zh: '有 web-0 和 web-2，web-1 被放弃了' },
          happened: { all: [is('Pod/web-1', false), is('Pod/web-2', true)] },
        },
      ],
      judgedAtMs: 20_000,
    },
    {
      id: 'update-waits',
      scenario: 'update-stands',
      question: {
        en: 'web-1 is about to end, web-0 is not Ready. What happens to web-1?',
        zh: 'web-1 即将终止，web-0 未就绪。web-1 会怎样？',
      },
      choices: [
        {
          text: { en: 'It is created from `db:v2`, as planned', zh: '照计划用 `db:v2` 创建' },
          happened: runs('web-1', 'db:v2'),
        },
        {
          text: { en: 'It is created from `db:v1`: the update is undone', zh: '用 `db:v1` 创建：更新被撤销' },
          happened: runs('web-1', 'db:v1'),
        },
        {
          text: { en: 'It is not created while web-0 is not Ready', zh: '只要 web-0 未就绪，就不会创建' },
          happened: is('Pod/web-1', false),
        },
      ],
      judgedAtMs: 30_000,
    },
    {
      id: 'claims-left',
      scenario: 'five-to-two',
      question: {
        en: 'Five replicas are scaled to two. Which claims exist when the three Pods are gone?',
        zh: '五个副本缩到两个。三个 Pod 消失之后，还有哪些 PVC？',
      },
      choices: [
        {
          text: { en: 'Two: one for each Pod that is left', zh: '两个：留下的 Pod 各一个' },
          happened: {
            all: [
              is('PersistentVolumeClaim/data-web-1', true),
              is('PersistentVolumeClaim/data-web-2', false),
            ],
          },
        },
        {
          text: { en: 'All five, three of them without a Pod', zh: '五个都在，其中三个没有 Pod' },
          happened: {
            all: [2, 3, 4].flatMap((n) => [
              is(`Pod/web-${n}`, false),
              is(`PersistentVolumeClaim/data-web-${n}`, true),
            ]),
          },
        },
        {
          text: {
            en: 'Three: only the lowest condemned Pod keeps its own',
            zh: '三个：被裁掉的 Pod 里，只有序号最小的保留',
          },
          happened: {
            all: [
              is('PersistentVolumeClaim/data-web-2', true),
              is('PersistentVolumeClaim/data-web-3', false),
            ],
          },
        },
      ],
      judgedAtMs: 28_000,
    },
    {
      id: 'delete-order',
      scenario: 'delete-set',
      question: {
        en: 'The StatefulSet is deleted at 12 s. Which Pods are Terminating one second later?',
        zh: '第 12 秒删除 StatefulSet。一秒之后，哪些 Pod 处于 Terminating？',
      },
      choices: [
        {
          text: { en: 'web-2 alone: the highest ordinal goes first', zh: '只有 web-2：序号最大的先走' },
          happened: { all: [ending('web-2', true), ending('web-1', false), ending('web-0', false)] },
        },
        {
          text: { en: 'web-0 alone: the lowest ordinal goes first', zh: '只有 web-0：序号最小的先走' },
          happened: { all: [ending('web-0', true), ending('web-1', false), ending('web-2', false)] },
        },
        {
          text: { en: 'All three at once', zh: '三个同时' },
          happened: { all: pods.map((pod) => ending(pod, true)) },
        },
      ],
      judgedAtMs: 13_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'free-the-rollout',
      title: { en: 'Free the rollout', zh: '解开卡住的更新' },
      caption: {
        en: 'StatefulSet web, 3 replicas: an update to db:broken is stuck at web-2',
        zh: 'StatefulSet web，3 个副本：更新到 db:broken，卡在 web-2',
      },
      task: {
        en: 'At 10 s somebody set the image `db:broken`; web-2 has not been Ready since. Bring all three Pods to one good image, `db:v1` or `db:v2`, and let two of them be Ready all the time.',
        zh: '第 10 秒有人把镜像设成了 `db:broken`，web-2 从此没有就绪过。让三个 Pod 都换到同一个好镜像（`db:v1` 或 `db:v2`），而且任何时刻都要有两个 Pod 就绪。',
      },
      commands: [...applied(3), { atMs: 10_000, command: setImage('db:broken') }],
      openAtMs: 24_000,
      pauseAtMs: 120_000,
      hands: ['setImage', 'deletePod', 'scale', 'deleteSet', 'kubectl'],
      images: ['db:v1', 'db:v2', 'db:broken'],
      goals: [
        {
          id: 'all-ready',
          text: { en: 'web-0, web-1 and web-2 are Ready', zh: 'web-0、web-1、web-2 都已就绪' },
          condition: { all: pods.map(ready) },
          when: 'now',
        },
        {
          id: 'one-good-image',
          text: {
            en: 'The template and all three Pods have the same good image',
            zh: '模板和三个 Pod 用的是同一个好镜像',
          },
          condition: { any: [allRun('db:v1'), allRun('db:v2')] },
          when: 'now',
        },
        {
          id: 'two-ready',
          text: { en: 'At every moment at least two Pods are Ready', zh: '任何时刻都至少有两个 Pod 就绪' },
          condition: {
            any: [
              { all: [ready('web-0'), ready('web-1')] },
              { all: [ready('web-0'), ready('web-2')] },
              { all: [ready('web-1'), ready('web-2')] },
            ],
          },
          when: 'always',
        },
      ],
      hints: [
        {
          en: 'A Pod keeps the image that it was created with. Which object decides the image of the next web-2?',
          zh: 'Pod 会一直用创建时的镜像。下一个 web-2 用什么镜像，由哪个对象决定？',
          when: templateHas('db:broken'),
        },
        {
          en: 'The controller waits for web-2 to be Ready before it deletes anything. Who else can delete a Pod?',
          zh: '在 web-2 就绪之前，控制器不会删除任何 Pod。除了它，还有谁能删除 Pod？',
          when: runs('web-2', 'db:broken'),
        },
        {
          en: 'First set a good image, then delete web-2. In the other order the controller makes it from `db:broken` again.',
          zh: '先设回好镜像，再删除 web-2。顺序反了，控制器又会用 `db:broken` 创建它。',
          when: runs('web-2', 'db:broken'),
        },
        {
          en: 'The set asks for two Pods now, the goals name three. From which template would the third one be made?',
          zh: '现在 StatefulSet 只要两个 Pod，目标里却有三个。第三个会按哪个模板创建？',
          when: { object: 'StatefulSet/web', path: 'spec.replicas', equals: 2 },
        },
      ],
      solutions: [
        {
          commands: [
            { atMs: 25_000, command: setImage('db:v1') },
            { atMs: 27_000, command: deletePod('web-2') },
          ],
          untilMs: 40_000,
        },
        {
          commands: [
            { atMs: 25_000, command: setImage('db:v2') },
            { atMs: 27_000, command: deletePod('web-2') },
          ],
          untilMs: 60_000,
        },
        {
          commands: [
            { atMs: 25_000, command: setImage('db:v1') },
            { atMs: 27_000, command: scale(2) },
            { atMs: 32_000, command: scale(3) },
          ],
          untilMs: 45_000,
        },
      ],
      shortcuts: [
        {
          why: 'Reverting the template replaces no Pod.',
          commands: [{ atMs: 25_000, command: setImage('db:v1') }],
          untilMs: 110_000,
          fails: 'all-ready',
        },
        {
          why: 'A deleted Pod is made from the template as it stands: db:broken again.',
          commands: [{ atMs: 25_000, command: deletePod('web-2') }],
          untilMs: 60_000,
          fails: 'all-ready',
        },
        {
          why: 'Deleting before reverting: the successor was made from db:broken and stands there.',
          commands: [
            { atMs: 25_000, command: deletePod('web-2') },
            { atMs: 31_000, command: setImage('db:v1') },
          ],
          untilMs: 60_000,
          fails: 'one-good-image',
        },
        {
          why: 'Scaling the broken Pod away leaves two replicas where three were asked for.',
          commands: [
            { atMs: 25_000, command: setImage('db:v1') },
            { atMs: 27_000, command: scale(2) },
          ],
          untilMs: 45_000,
          fails: 'all-ready',
        },
        {
          why: 'Scaling to 0 and back stops every Pod.',
          commands: [
            { atMs: 25_000, command: setImage('db:v1') },
            { atMs: 27_000, command: scale(0) },
            { atMs: 45_000, command: scale(3) },
          ],
          untilMs: 70_000,
          fails: 'two-ready',
        },
        {
          why: 'Deleting the set deletes all its Pods at once.',
          commands: [{ atMs: 25_000, command: deleteSet }],
          untilMs: 40_000,
          fails: 'two-ready',
        },
      ],
    },
  ],
});
