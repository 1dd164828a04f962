import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import { defineLabs } from '@/lib/lab/scenario';

/**
 * The scenarios of lesson 4. All play a Deployment `web` on three nodes (one a bare ReplicaSet of that name): a Pod takes about 0.3 s to
 * start and is Ready 2 s later, its program ends 2 s after SIGTERM. Where a story names a Pod, the name is chance and of this seed.
 */

const template = {
  metadata: { labels: { app: 'web' } },
  spec: {
    terminationGracePeriodSeconds: 10,
    containers: [
      {
        name: 'main',
        image: 'app:v1',
        command: ['/app', 'graceful', '2'],
        readinessProbe: {
          exec: { command: ['/app', 'test', '/app'] },
          initialDelaySeconds: 2,
          periodSeconds: 1,
          failureThreshold: 1,
        },
      },
    ],
  },
};

const keeper = (
  kind: 'Deployment' | 'ReplicaSet',
  replicas: number,
  more: Record<string, Json> = {},
): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web' },
  spec: { replicas, selector: { matchLabels: { app: 'web' } }, template, ...more },
});

const applied = (object: Manifest): TimedCommand => ({ atMs: 0, command: { verb: 'apply', object } });
const deployed = (replicas: number, more: Record<string, Json> = {}): TimedCommand =>
  applied(keeper('Deployment', replicas, more));

const templateWith = (image: string) => ({ template: { spec: { containers: [{ name: 'main', image }] } } });
const setImage = (image: string, kind = 'Deployment'): Command => ({
  verb: 'patch',
  kind,
  name: 'web',
  type: 'strategic',
  body: { spec: templateWith(image) },
});
const limits = (rollingUpdate: Record<string, number | string>) => ({ strategy: { rollingUpdate } });
const change = (spec: object): Command => ({
  verb: 'patch',
  kind: 'Deployment',
  name: 'web',
  type: 'strategic',
  body: { spec },
});
const scale = (replicas: number, kind = 'Deployment', name = 'web'): Command => ({
  verb: 'scale',
  kind,
  name,
  replicas,
});
const remove = (kind: string, name: string): Command => ({ verb: 'delete', kind, name });

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 7, nodes, subject: 'Deployment/web' } as const;
const images = ['app:v1', 'app:v2', 'app:broken'];
/** The name of a ReplicaSet is that of its Deployment and a hash of its template: never chance. */
const ofBroken = 'web-5bb959c69';

const isOf = (image: string) => ({ path: 'spec.containers.0.image', equals: image });
const stays = { terminating: false } as const;
const serves = { all: [{ ready: true }, stays] };

/** How many Pods of an image there are that are not on their way out. */
const pods = (image: string, is: number): Condition => ({
  count: { kind: 'Pod', where: { all: [isOf(image), stays] } },
  what: { en: `Pods of ${image}`, zh: `${image} 的 Pod` },
  is,
});
const replicaSets = (is: number): Condition => ({
  count: { kind: 'ReplicaSet' },
  what: { en: 'ReplicaSets', zh: 'ReplicaSet' },
  is,
});
const inTemplate = (image: string): Condition => ({
  object: 'Deployment/web',
  path: 'spec.template.spec.containers.0.image',
  equals: image,
});

/** The rollout is through: so many Pods of this image serve, and no other Pod is there. */
const allRun = (image: string, replicas: number): Condition => ({
  all: [
    inTemplate(image),
    { object: 'Deployment/web', path: 'spec.replicas', equals: replicas },
    {
      count: { kind: 'Pod', where: { all: [isOf(image), serves] } },
      what: { en: `Pods of ${image} that are Ready`, zh: `就绪的 ${image} 的 Pod` },
      is: replicas,
    },
    { count: { kind: 'Pod' }, what: { en: 'Pods', zh: 'Pod' }, is: replicas },
  ],
});

const atLeastServe = (atLeast: number): Condition => ({
  count: { kind: 'Pod', where: serves },
  what: { en: 'Pods that are Ready and stay', zh: '就绪且不在终止的 Pod' },
  atLeast,
});

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'broken',
      caption: {
        en: 'Deployment web, 3 replicas: app:broken is set at 10 s',
        zh: 'Deployment web，3 个副本：第 10 秒设成 app:broken',
      },
      commands: [deployed(3), { atMs: 10_000, command: setImage('app:broken') }],
      openAtMs: 9_500,
      pauseAtMs: 660_000,
      hands: ['setImage', 'scale', 'kubectl'],
      images,
      claims: ['deployment-03', 'deployment-05'],
    },
    {
      ...common,
      id: 'three-changes',
      caption: {
        en: 'Deployment web, 3 replicas: scaled at 10 s, another maxSurge at 16 s, another image at 20 s',
        zh: 'Deployment web，3 个副本：第 10 秒扩容，第 16 秒改 maxSurge，第 20 秒换镜像',
      },
      commands: [
        deployed(3),
        { atMs: 10_000, command: scale(5) },
        { atMs: 16_000, command: change(limits({ maxSurge: 1 })) },
        { atMs: 20_000, command: setImage('app:v2') },
      ],
      openAtMs: 9_500,
      pauseAtMs: 34_000,
      hands: ['setImage', 'scale', 'kubectl'],
      images,
      claims: ['deployment-02', 'deployment-06', 'deployment-07'],
    },
    {
      seed: 7,
      nodes,
      subject: 'ReplicaSet/web',
      id: 'bare',
      caption: {
        en: 'ReplicaSet web, 3 replicas, without a Deployment: its template gets app:v2 at 10 s, a Pod is deleted at 14 s',
        zh: 'ReplicaSet web，3 个副本，没有 Deployment：第 10 秒模板改成 app:v2，第 14 秒删除一个 Pod',
      },
      commands: [
        applied(keeper('ReplicaSet', 3)),
        { atMs: 10_000, command: setImage('app:v2', 'ReplicaSet') },
        { atMs: 14_000, command: remove('Pod', 'web-7fsw7') },
      ],
      openAtMs: 9_500,
      pauseAtMs: 22_000,
      hands: ['deletePod', 'scale', 'kubectl'],
      claims: ['deployment-01', 'deployment-04'],
    },
    {
      ...common,
      id: 'rolling',
      caption: {
        en: 'Deployment web, 3 replicas, limits as they come: app:v2 is set at 10 s',
        zh: 'Deployment web，3 个副本，限制用默认值：第 10 秒设成 app:v2',
      },
      commands: [deployed(3), { atMs: 10_000, command: setImage('app:v2') }],
      openAtMs: 9_500,
      pauseAtMs: 22_000,
      hands: ['setImage', 'scale', 'kubectl'],
      images,
      claims: ['deployment-05', 'deployment-06'],
    },
    {
      ...common,
      id: 'undone',
      caption: {
        en: 'Deployment web, 3 replicas: app:broken at 10 s, undone at 30 s',
        zh: 'Deployment web，3 个副本：第 10 秒 app:broken，第 30 秒撤销',
      },
      commands: [
        deployed(3),
        { atMs: 10_000, command: setImage('app:broken') },
        { atMs: 30_000, command: setImage('app:v1') },
      ],
      openAtMs: 29_500,
      pauseAtMs: 40_000,
      hands: ['setImage', 'scale', 'kubectl'],
      images,
      claims: ['deployment-03'],
    },
    {
      ...common,
      id: 'scaled-in-between',
      caption: {
        en: 'Deployment web, 4 replicas, stuck on the way to app:broken: scaled to 8 at 20 s',
        zh: 'Deployment web，4 个副本，换成 app:broken 的途中卡住：第 20 秒扩容到 8',
      },
      commands: [
        deployed(4),
        { atMs: 10_000, command: setImage('app:broken') },
        { atMs: 20_000, command: scale(8) },
      ],
      openAtMs: 19_500,
      pauseAtMs: 30_000,
      hands: ['scale', 'setImage', 'kubectl'],
      images,
      claims: ['deployment-03'],
    },
    {
      ...common,
      id: 'recreate',
      caption: {
        en: 'Deployment web, 3 replicas, strategy Recreate: app:v2 is set at 10 s',
        zh: 'Deployment web，3 个副本，策略 Recreate：第 10 秒设成 app:v2',
      },
      commands: [
        deployed(3, { strategy: { type: 'Recreate' } }),
        { atMs: 10_000, command: setImage('app:v2') },
      ],
      openAtMs: 9_500,
      pauseAtMs: 20_000,
      hands: ['setImage', 'scale', 'kubectl'],
      images,
      claims: ['deployment-05'],
    },
  ],

  predictions: [
    {
      id: 'eleven-minutes-later',
      scenario: 'broken',
      question: {
        en: '`app:broken` is set at 10 s. What is there at 660 s, almost eleven minutes later?',
        zh: '第 10 秒设成 `app:broken`。到第 660 秒，将近十一分钟之后，有什么？',
      },
      choices: [
        {
          text: { en: 'Three Pods of `app:v1`: it went back', zh: '三个 `app:v1` 的 Pod：已经自动退回' },
          happened: { all: [pods('app:v1', 3), pods('app:broken', 0)] },
        },
        {
          text: { en: 'Three of `app:broken`, none of them Ready', zh: '三个 `app:broken`，一个都没就绪' },
          happened: pods('app:broken', 3),
        },
        {
          text: {
            en: 'Three of `app:v1`, and one of `app:broken` beside them',
            zh: '三个 `app:v1`，旁边还有一个 `app:broken`',
          },
          happened: { all: [pods('app:v1', 3), pods('app:broken', 1)] },
        },
        {
          text: { en: 'Two of `app:v1` and one of `app:broken`', zh: '两个 `app:v1`，一个 `app:broken`' },
          happened: { all: [pods('app:v1', 2), pods('app:broken', 1)] },
        },
      ],
      judgedAtMs: 660_000,
    },
    {
      id: 'how-many-replicasets',
      scenario: 'three-changes',
      question: {
        en: 'Five replicas instead of three, another `maxSurge`, another image. How many ReplicaSets are there at 34 s?',
        zh: '副本从三个变成五个，改了 `maxSurge`，换了镜像。到第 34 秒有几个 ReplicaSet？',
      },
      choices: [
        {
          text: { en: 'Four: one more for each change', zh: '四个：每改一次多一个' },
          happened: replicaSets(4),
        },
        {
          text: { en: 'Three: the scaling made one as well', zh: '三个：扩容也带来了一个' },
          happened: replicaSets(3),
        },
        {
          text: { en: 'Two: only the image made one', zh: '两个：只有换镜像带来了一个' },
          happened: replicaSets(2),
        },
        {
          text: { en: 'One: the old one got a new template', zh: '一个：旧的换上了新模板' },
          happened: replicaSets(1),
        },
      ],
      judgedAtMs: 34_000,
    },
    {
      id: 'template-alone',
      scenario: 'bare',
      question: {
        en: 'A ReplicaSet without a Deployment. Its template gets `app:v2` at 10 s; one Pod is deleted at 14 s. What runs at 22 s?',
        zh: '一个没有 Deployment 的 ReplicaSet。第 10 秒模板改成 `app:v2`，第 14 秒删掉一个 Pod。到第 22 秒，运行的是什么？',
      },
      choices: [
        { text: { en: 'Three Pods of `app:v2`', zh: '三个 `app:v2`' }, happened: pods('app:v2', 3) },
        {
          text: { en: 'Two of `app:v1`, one of `app:v2`', zh: '两个 `app:v1`，一个 `app:v2`' },
          happened: { all: [pods('app:v1', 2), pods('app:v2', 1)] },
        },
        { text: { en: 'Three Pods of `app:v1`', zh: '三个 `app:v1`' }, happened: pods('app:v1', 3) },
      ],
      judgedAtMs: 22_000,
    },
    {
      id: 'first-step',
      scenario: 'rolling',
      question: {
        en: '`app:v2` is set at 10 s; a Pod needs two seconds to be Ready. Which Pods are there at 11 s?',
        zh: '第 10 秒设成 `app:v2`，一个 Pod 要两秒才就绪。到第 11 秒有哪些 Pod？',
      },
      choices: [
        {
          text: { en: 'Two of `app:v1`, one of `app:v2`', zh: '两个 `app:v1`，一个 `app:v2`' },
          happened: { all: [pods('app:v1', 2), pods('app:v2', 1)] },
        },
        {
          text: { en: 'Three of `app:v1`, one of `app:v2`', zh: '三个 `app:v1`，一个 `app:v2`' },
          happened: { all: [pods('app:v1', 3), pods('app:v2', 1)] },
        },
        {
          text: { en: 'Three of each', zh: '各三个' },
          happened: { all: [pods('app:v1', 3), pods('app:v2', 3)] },
        },
        {
          text: { en: 'Three of `app:v2` alone', zh: '只有三个 `app:v2`' },
          happened: { all: [pods('app:v1', 0), pods('app:v2', 3)] },
        },
      ],
      judgedAtMs: 11_000,
    },
    {
      id: 'who-gets-the-four',
      scenario: 'scaled-in-between',
      question: {
        en: 'Three Pods of `app:v1` and two of `app:broken`; then `replicas` goes from 4 to 8. What is there at 28 s?',
        zh: '三个 `app:v1`，两个 `app:broken`；这时 `replicas` 从 4 变成 8。到第 28 秒有什么？',
      },
      choices: [
        {
          text: { en: 'Three and seven: what is new gets the template', zh: '三个和七个：新增的都用新模板' },
          happened: { all: [pods('app:v1', 3), pods('app:broken', 7)] },
        },
        {
          text: { en: 'Eight and two: nobody adds to what is broken', zh: '八个和两个：坏的不会再加' },
          happened: { all: [pods('app:v1', 8), pods('app:broken', 2)] },
        },
        {
          text: { en: 'Three and two: first the rollout has to end', zh: '三个和两个：先要等发布结束' },
          happened: { all: [pods('app:v1', 3), pods('app:broken', 2)] },
        },
        {
          text: { en: 'Six and four: both grow by their share', zh: '六个和四个：两边按比例增加' },
          happened: { all: [pods('app:v1', 6), pods('app:broken', 4)] },
        },
      ],
      judgedAtMs: 28_000,
    },
    {
      id: 'who-serves-at-13',
      scenario: 'recreate',
      question: {
        en: 'The strategy is Recreate, and `app:v2` is set at 10 s. How many Pods are Ready at 13 s?',
        zh: '策略是 Recreate，第 10 秒设成 `app:v2`。到第 13 秒有几个 Pod 就绪？',
      },
      choices: [3, 2, 0].map((is) => ({
        text: [
          { en: 'None', zh: '一个也没有' },
          { en: 'None', zh: '一个也没有' },
          { en: 'Two, as one is replaced at a time', zh: '两个：一次替换一个' },
          { en: 'Three, as before', zh: '三个，和之前一样' },
        ][is] ?? { en: '', zh: '' },
        happened: {
          count: { kind: 'Pod', where: serves },
          what: { en: 'Pods that are Ready', zh: '就绪的 Pod' },
          is,
        },
      })),
      judgedAtMs: 13_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'no-gap',
      title: { en: 'No gap, no crowd', zh: '不留空当，也不拥挤' },
      caption: {
        en: 'Deployment web, 4 replicas of app:v1, limits as they come',
        zh: 'Deployment web，4 个 app:v1 的副本，限制用默认值',
      },
      task: {
        en: 'Bring all four Pods to `app:v2`. The shop needs four Ready Pods at every moment, and its licence allows five: no moment with more than five Pods, those that are Terminating not counted.',
        zh: '把四个 Pod 都换成 `app:v2`。商店任何时刻都要有四个就绪的 Pod，而许可证只允许五个：任何时刻 Pod 都不能多于五个（正在 Terminating 的不算）。',
      },
      commands: [deployed(4)],
      openAtMs: 10_000,
      pauseAtMs: 60_000,
      hands: ['setImage', 'scale', 'kubectl'],
      images: ['app:v1', 'app:v2'],
      goals: [
        {
          id: 'all-new',
          text: {
            en: 'Four Pods of `app:v2` are Ready, and no other is left',
            zh: '四个 `app:v2` 的 Pod 就绪，没有别的 Pod',
          },
          condition: allRun('app:v2', 4),
          when: 'now',
        },
        {
          id: 'four-serve',
          text: {
            en: 'At least four Pods are Ready and not Terminating',
            zh: '至少有四个 Pod 就绪，而且不在 Terminating',
          },
          condition: atLeastServe(4),
          when: 'always',
        },
        {
          id: 'five-at-most',
          text: { en: 'At most five Pods are not Terminating', zh: '不在 Terminating 的 Pod 最多五个' },
          condition: {
            count: { kind: 'Pod', where: stays },
            what: { en: 'Pods that are not Terminating', zh: '不在 Terminating 的 Pod' },
            atMost: 5,
          },
          when: 'always',
        },
      ],
      hints: [
        {
          when: inTemplate('app:v1'),
          en: '25% of 4 is 1. What does a `maxUnavailable` of 1 allow as soon as the image changes?',
          zh: '4 的 25% 是 1。`maxUnavailable` 为 1，镜像一改就允许了什么？',
        },
        {
          when: inTemplate('app:v1'),
          en: 'Limits are read when the rollout runs. Set them first, then the image.',
          zh: '限制在发布进行时才会用到。先改限制，再改镜像。',
        },
        {
          when: inTemplate('app:v1'),
          en: '`kubectl patch deploy web -p \'{"spec":{"strategy":{"rollingUpdate":{"maxUnavailable":0}}}}\'`, then the image.',
          zh: '先执行 `kubectl patch deploy web -p \'{"spec":{"strategy":{"rollingUpdate":{"maxUnavailable":0}}}}\'`，再改镜像。',
        },
        {
          when: inTemplate('app:v2'),
          en: 'The new image is in the template. Let time pass until the old Pods have ended.',
          zh: '模板里已经是新镜像。等旧的 Pod 终止完。',
        },
      ],
      solutions: [
        {
          commands: [
            { atMs: 11_000, command: change(limits({ maxUnavailable: 0 })) },
            { atMs: 14_000, command: setImage('app:v2') },
          ],
          untilMs: 40_000,
        },
        {
          commands: [
            {
              atMs: 11_000,
              command: change({ ...limits({ maxSurge: 1, maxUnavailable: 0 }), ...templateWith('app:v2') }),
            },
          ],
          untilMs: 40_000,
        },
      ],
      shortcuts: [
        {
          why: 'waiting changes no image',
          commands: [],
          untilMs: 60_000,
          fails: 'all-new',
        },
        {
          why: '25% of 4 lets one old Pod go at once',
          commands: [{ atMs: 11_000, command: setImage('app:v2') }],
          untilMs: 40_000,
          fails: 'four-serve',
        },
        {
          why: 'the limits come too late: one Pod has gone already',
          commands: [
            { atMs: 11_000, command: setImage('app:v2') },
            { atMs: 12_000, command: change(limits({ maxUnavailable: 0 })) },
          ],
          untilMs: 40_000,
          fails: 'four-serve',
        },
        {
          why: 'a second full set is more than five',
          commands: [
            { atMs: 11_000, command: change(limits({ maxSurge: '100%', maxUnavailable: 0 })) },
            { atMs: 14_000, command: setImage('app:v2') },
          ],
          untilMs: 40_000,
          fails: 'five-at-most',
        },
        {
          why: 'five replicas may surge by two, to seven',
          commands: [
            { atMs: 11_000, command: scale(5) },
            { atMs: 16_000, command: setImage('app:v2') },
            { atMs: 34_000, command: scale(4) },
          ],
          untilMs: 50_000,
          fails: 'five-at-most',
        },
        {
          why: 'Recreate ends all four first',
          commands: [
            { atMs: 11_000, command: change({ strategy: { type: 'Recreate', rollingUpdate: null } }) },
            { atMs: 14_000, command: setImage('app:v2') },
          ],
          untilMs: 40_000,
          fails: 'four-serve',
        },
      ],
      claims: ['deployment-05'],
    },
    {
      ...common,
      id: 'rescue',
      title: { en: 'Rescue the rollout', zh: '救回发布' },
      caption: {
        en: 'Deployment web, scaled from 4 to 6 while the rollout of app:broken was stuck',
        zh: 'Deployment web，app:broken 的发布卡住之后，从 4 个副本扩到 6 个',
      },
      task: {
        en: 'At 10 s somebody set `app:broken`; at 16 s somebody else scaled from 4 to 6, hoping that it would help. Five Pods serve, three never will. Bring the Deployment to six Ready Pods of one good image, and let five Pods serve all the time.',
        zh: '第 10 秒有人设成了 `app:broken`；第 16 秒又有人从 4 扩到 6，指望能好起来。现在五个 Pod 在服务，三个永远不会。让这个 Deployment 有六个就绪的 Pod，用同一个好镜像，而且任何时刻都有五个在服务。',
      },
      commands: [
        deployed(4),
        { atMs: 10_000, command: setImage('app:broken') },
        { atMs: 16_000, command: scale(6) },
      ],
      openAtMs: 24_000,
      pauseAtMs: 120_000,
      hands: ['setImage', 'scale', 'deletePod', 'kubectl'],
      images,
      goals: [
        {
          id: 'one-good-image',
          text: {
            en: 'Six Pods of one good image are Ready, and no other is left',
            zh: '六个用同一个好镜像的 Pod 就绪，没有别的 Pod',
          },
          condition: { any: [allRun('app:v1', 6), allRun('app:v2', 6)] },
          when: 'now',
        },
        {
          id: 'five-serve',
          text: {
            en: 'At least five Pods are Ready and not Terminating',
            zh: '至少有五个 Pod 就绪，而且不在 Terminating',
          },
          condition: atLeastServe(5),
          when: 'always',
        },
      ],
      hints: [
        {
          when: inTemplate('app:broken'),
          en: 'Whatever you delete below the Deployment is made again. From which template?',
          zh: '在 Deployment 下面删掉什么，什么就会再被创建。照哪个模板？',
        },
        {
          when: inTemplate('app:broken'),
          en: 'The old ReplicaSet still has the old template, and the Deployment remembers which one came before.',
          zh: '旧的 ReplicaSet 里还有旧模板，Deployment 也记得上一个是哪一个。',
        },
        {
          when: inTemplate('app:broken'),
          en: '`kubectl rollout undo deploy/web` writes the template before this one. A good new image would do as well.',
          zh: '`kubectl rollout undo deploy/web` 会写回上一个模板。换上一个好的新镜像也行。',
        },
        {
          when: { any: [inTemplate('app:v1'), inTemplate('app:v2')] },
          en: 'The template is good. Let time pass until the old Pods have ended.',
          zh: '模板已经是好的。等旧的 Pod 终止完。',
        },
      ],
      solutions: [
        { commands: [{ atMs: 25_000, command: setImage('app:v1') }], untilMs: 40_000 },
        { commands: [{ atMs: 25_000, command: setImage('app:v2') }], untilMs: 50_000 },
      ],
      shortcuts: [
        {
          why: 'waiting: after 600 s the Deployment says so, and does nothing',
          commands: [],
          untilMs: 700_000,
          fails: 'one-good-image',
        },
        {
          why: 'the broken ReplicaSet is made again from the template',
          commands: [{ atMs: 25_000, command: remove('ReplicaSet', ofBroken) }],
          untilMs: 60_000,
          fails: 'one-good-image',
        },
        {
          why: 'the Deployment scales its ReplicaSet back',
          commands: [{ atMs: 25_000, command: scale(0, 'ReplicaSet', ofBroken) }],
          untilMs: 60_000,
          fails: 'one-good-image',
        },
        {
          why: 'pausing keeps everything as it is, the broken Pods too',
          commands: [{ atMs: 25_000, command: change({ paused: true }) }],
          untilMs: 60_000,
          fails: 'one-good-image',
        },
        {
          why: 'going back by Recreate first ends what serves',
          commands: [
            { atMs: 25_000, command: change({ strategy: { type: 'Recreate', rollingUpdate: null } }) },
            { atMs: 35_000, command: setImage('app:v1') },
          ],
          untilMs: 60_000,
          fails: 'five-serve',
        },
        {
          why: 'a second undo goes forward again, to the broken template',
          commands: [
            { atMs: 25_000, command: setImage('app:v1') },
            { atMs: 35_000, command: setImage('app:broken') },
          ],
          untilMs: 60_000,
          fails: 'one-good-image',
        },
        {
          why: 'fewer replicas leave broken Pods away, and one good Pod too few',
          commands: [{ atMs: 25_000, command: scale(4) }],
          untilMs: 60_000,
          fails: 'one-good-image',
        },
        {
          why: 'scaling to nothing and back stops everybody',
          commands: [
            { atMs: 25_000, command: setImage('app:v1') },
            { atMs: 25_500, command: scale(0) },
            { atMs: 32_000, command: scale(6) },
          ],
          untilMs: 60_000,
          fails: 'five-serve',
        },
        {
          why: 'a new Deployment starts from nothing',
          commands: [
            { atMs: 25_000, command: remove('Deployment', 'web') },
            { atMs: 32_000, command: { verb: 'apply', object: keeper('Deployment', 6) } },
          ],
          untilMs: 60_000,
          fails: 'five-serve',
        },
      ],
      claims: ['deployment-02', 'deployment-03'],
    },
  ],
});
