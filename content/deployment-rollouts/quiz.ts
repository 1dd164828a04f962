import 'server-only';
import type { TimedCommand } from '@/lib/cluster/command';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Happening } from '@/lib/quiz/happening';
import type { Run } from '@/lib/quiz/run';
import { apply, at, scale, setImage, workload } from '../generators/manifests';

const isOf = (image: string) => ({ path: 'spec.containers.0.image', equals: image });
const stays = { terminating: false } as const;
const pods = (image: string, is: number): Happening => ({
  count: { kind: 'Pod', where: { all: [isOf(image), stays] } },
  is,
});
const size = (replicaSet: string, equals: number): Happening => ({
  object: `ReplicaSet/${replicaSet}`,
  path: 'spec.replicas',
  equals,
});
/** The hash in its name is that of the template of `workload` with the image shop:v1: no chance in it. */
const ofV1 = 'shop-ddd86dd46';

const shop = (replicas: number, ...then: readonly TimedCommand[]): Run => ({
  nodes: ['node-1', 'node-2'],
  subject: 'Deployment/shop',
  commands: [...at(0, apply(workload('Deployment', 'shop', 'shop:v1', { replicas }))), ...then],
});
const toImage = (atMs: number, image: string) => at(atMs, setImage('Deployment', 'shop', image));

/** The items of lesson 4. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'a-quarter-of-an-hour',
      kind: 'predict',
      concept: 'deployment-stuck-rollout',
      claims: ['deployment-03'],
      run: shop(8, ...toImage(20_000, 'app:broken')),
      judgedAtMs: 920_000,
      question: {
        en: 'A Deployment of 8 replicas, limits as they come. An image is set whose Pods run and never become Ready. Nobody does anything for a quarter of an hour. What is there then?',
        zh: '一个 8 副本的 Deployment，限制用默认值。设上去的镜像能运行，但永远不会就绪。一刻钟里没有人动过什么。之后有什么？',
      },
      choices: [
        {
          text: {
            en: '8 old Pods: after 600 s it was rolled back',
            zh: '8 个旧 Pod：600 秒之后已经自动回滚',
          },
          happened: { all: [pods('shop:v1', 8), pods('app:broken', 0)] },
          misconception: 'failed-rollout-rolls-back',
          because: {
            en: 'After 600 s a condition is written, and nothing else. The template is a wish of yours; no controller overwrites it.',
            zh: '600 秒之后只是写下一条状况。模板是你的要求，没有哪个控制器会去改。',
          },
        },
        {
          text: { en: '6 old Pods, and 4 new ones that are not Ready', zh: '6 个旧 Pod，4 个没就绪的新 Pod' },
          happened: { all: [pods('shop:v1', 6), pods('app:broken', 4)] },
          because: {
            en: 'A quarter of 8 is 2: two old ones may be missing, two may be there on top. At these limits it stopped.',
            zh: '8 的四分之一是 2：旧的可以少两个，总数可以多两个。走到这里就停了。',
          },
        },
        {
          text: { en: '8 new Pods, none of which is Ready', zh: '8 个新 Pod，没有一个就绪' },
          happened: pods('app:broken', 8),
          misconception: 'rollout-ignores-readiness',
          because: {
            en: 'An old Pod goes only if enough others are Available. New ones that are not Ready are no help.',
            zh: '要有足够多的 Pod 可用，旧的才会走。没就绪的新 Pod 不算。',
          },
        },
        {
          text: { en: '8 old Pods, and 2 new ones that are not Ready', zh: '8 个旧 Pod，2 个没就绪的新 Pod' },
          happened: { all: [pods('shop:v1', 8), pods('app:broken', 2)] },
          misconception: 'rollout-waits-before-it-deletes',
          because: {
            en: 'With 3 replicas it would be so. 25% of 8 lets two go at once, before any new one is Ready.',
            zh: '3 个副本时是这样。8 的 25% 允许马上走两个，不等新的就绪。',
          },
        },
      ],
      hints: [
        {
          en: 'How many may be missing, how many may be there on top? And what does the clock of 600 s do?',
          zh: '可以少几个，可以多几个？600 秒的钟会做什么？',
        },
      ],
      explanation: {
        en: 'The limits stop a broken rollout; the deadline only reports it; `kubectl rollout undo` is yours to type.',
        zh: '让坏的发布停下来的是限制；期限只负责报告；`kubectl rollout undo` 要由你来输入。',
      },
    },
    { id: 'most-at-once', kind: 'generated', generator: 'deployment-most-pods' },
    { id: 'fewest-ready', kind: 'generated', generator: 'deployment-fewest-ready' },
    { id: 'where-it-stops', kind: 'generated', generator: 'deployment-broken-image' },
    { id: 'replicasets-kept', kind: 'generated', generator: 'deployment-replicasets-kept' },
    {
      id: 'which-changes',
      kind: 'multiple',
      concept: 'deployment-revisions',
      claims: ['deployment-06'],
      question: {
        en: 'A Deployment with three Pods. After which of these changes does it have a ReplicaSet more than before?',
        zh: '一个有三个 Pod 的 Deployment。做了下面哪些修改，它的 ReplicaSet 会比原来多一个？',
      },
      choices: [
        {
          text: { en: '`spec.replicas` from 3 to 30', zh: '`spec.replicas` 从 3 改成 30' },
          correct: false,
          misconception: 'scaling-makes-a-replicaset',
          because: {
            en: 'The ReplicaSet that is there gets the new number. The template is the same.',
            zh: '原来的 ReplicaSet 得到新的数目，模板没有变。',
          },
        },
        {
          text: { en: 'An environment variable of a container', zh: '容器的一个环境变量' },
          correct: true,
          because: {
            en: 'It stands in the template: another hash, another ReplicaSet, and all Pods are replaced.',
            zh: '它写在模板里：哈希变了，就有另一个 ReplicaSet，Pod 全部替换。',
          },
        },
        {
          text: { en: '`maxSurge` and `maxUnavailable`', zh: '`maxSurge` 和 `maxUnavailable`' },
          correct: false,
          misconception: 'every-edit-is-a-rollout',
          because: {
            en: 'The strategy says how a rollout goes. It is no part of what is rolled out.',
            zh: '策略说的是发布怎么走，它不是要发布的内容。',
          },
        },
        {
          text: {
            en: 'A label in the metadata of the Deployment itself',
            zh: 'Deployment 自己的 metadata 里的一个标签',
          },
          correct: false,
          misconception: 'every-edit-is-a-rollout',
          because: {
            en: '`metadata.labels` of the Deployment is not in the template, and no Pod gets it.',
            zh: 'Deployment 的 `metadata.labels` 不在模板里，也不会到 Pod 上。',
          },
        },
        {
          text: {
            en: 'A new label in the template',
            zh: '模板里新增一个标签',
          },
          correct: true,
          because: {
            en: 'All of `spec.template` counts, its metadata too. `kubectl rollout restart` uses that: it writes an annotation there.',
            zh: '整个 `spec.template` 都算，它的 metadata 也在内。`kubectl rollout restart` 正是靠在那里写一条注解。',
          },
        },
      ],
      hints: [{ en: 'What is the hash in the name made of?', zh: '名字里的哈希，是拿什么算出来的？' }],
      explanation: {
        en: '`spec.template`, whole, and nothing else.',
        zh: '整个 `spec.template`，别的一概不算。',
      },
    },
    {
      id: 'template-of-a-replicaset',
      kind: 'predict',
      concept: 'deployment-chain',
      claims: ['deployment-01', 'deployment-04'],
      run: {
        nodes: ['node-1', 'node-2'],
        subject: 'ReplicaSet/shop',
        commands: [
          ...at(0, apply(workload('ReplicaSet', 'shop', 'shop:v1', { replicas: 3 }))),
          ...at(20_000, setImage('ReplicaSet', 'shop', 'shop:v2')),
          ...at(40_000, scale('ReplicaSet', 'shop', 5)),
        ],
      },
      judgedAtMs: 60_000,
      question: {
        en: 'A ReplicaSet, made without a Deployment, has three Pods of `shop:v1`. Its template is set to `shop:v2`. A little later it is scaled to 5. What runs in the end?',
        zh: '一个 ReplicaSet，不是由 Deployment 创建的，有三个 `shop:v1` 的 Pod。先把它的模板改成 `shop:v2`，过一会儿再扩到 5。最后运行的是什么？',
      },
      choices: [
        {
          text: { en: 'Five of `shop:v2`, replaced one by one', zh: '五个 `shop:v2`，一个个换过来' },
          happened: pods('shop:v2', 5),
          misconception: 'replicaset-updates-its-pods',
          because: {
            en: 'Nobody replaces the three. A ReplicaSet looks at the labels and the owner of a Pod, not at its image.',
            zh: '那三个没有谁去替换。ReplicaSet 看的是 Pod 的标签和属主，不看镜像。',
          },
        },
        {
          text: { en: 'Five Pods of `shop:v1`', zh: '五个 `shop:v1` 的 Pod' },
          happened: pods('shop:v1', 5),
          misconception: 'replicaset-keeps-its-first-template',
          because: {
            en: 'The template may be changed, and what is made afterwards is made from it as it stands.',
            zh: '模板可以改，以后创建的 Pod 就照改过的来。',
          },
        },
        {
          text: { en: 'Three of `shop:v1` and two of `shop:v2`', zh: '三个 `shop:v1`，两个 `shop:v2`' },
          happened: { all: [pods('shop:v1', 3), pods('shop:v2', 2)] },
          because: {
            en: 'The three are right by number, so they stay. The two that were missing were made from the new template.',
            zh: '那三个数目没错，就留着。缺的两个照新模板创建。',
          },
        },
      ],
      hints: [
        {
          en: 'At which moment does a ReplicaSet use its template?',
          zh: 'ReplicaSet 在什么时候用到它的模板？',
        },
      ],
      explanation: {
        en: 'Two versions side by side, with nothing that says so. Replacing Pods is what the Deployment is for.',
        zh: '两个版本并存，却没有任何提示。替换 Pod 正是 Deployment 的用处。',
      },
    },
    {
      id: 'first-half-in-order',
      kind: 'order',
      concept: 'deployment-chain',
      claims: ['deployment-05', 'deployment-06', 'deployment-07'],
      run: shop(3, ...toImage(20_000, 'shop:v2')),
      fromMs: 20_000,
      untilMs: 60_000,
      question: {
        en: 'A Deployment of 3 replicas, limits as they come. A good new image is set. Put in order what happens.',
        zh: '一个 3 副本的 Deployment，限制用默认值。设了一个好的新镜像。请排出先后。',
      },
      steps: [
        {
          id: 'shrinks',
          text: { en: 'The old ReplicaSet is set from 3 to 2', zh: '旧的 ReplicaSet 从 3 改成 2' },
          happens: size(ofV1, 2),
        },
        {
          id: 'ready',
          glyph: 'ready',
          text: { en: 'A Pod of the new image becomes Ready', zh: '一个新镜像的 Pod 就绪' },
          happens: {
            count: { kind: 'Pod', where: { all: [isOf('shop:v2'), { ready: true }] } },
            atLeast: 1,
          },
        },
        {
          id: 'empty',
          text: { en: 'The old ReplicaSet is set to 0, and stays', zh: '旧的 ReplicaSet 改成 0，并留着' },
          happens: size(ofV1, 0),
        },
        {
          id: 'replicaset',
          text: { en: 'A second ReplicaSet is created', zh: '第二个 ReplicaSet 被创建' },
          happens: { count: { kind: 'ReplicaSet' }, is: 2 },
        },
        {
          id: 'pod',
          glyph: 'created',
          text: { en: 'A Pod of the new image is created', zh: '一个新镜像的 Pod 被创建' },
          happens: { count: { kind: 'Pod', where: isOf('shop:v2') }, atLeast: 1 },
        },
      ],
      turned: [
        { pair: ['shrinks', 'ready'], misconception: 'rollout-recreates' },
        { pair: ['pod', 'replicaset'], misconception: 'deployment-makes-pods' },
      ],
      hints: [
        {
          en: 'Who makes a Pod? And with three replicas, may one be missing?',
          zh: 'Pod 由谁创建？三个副本的时候，可以少一个吗？',
        },
      ],
      explanation: {
        en: 'The Deployment makes a ReplicaSet, that makes a Pod, and only when the Pod is Ready does the old ReplicaSet lose one.',
        zh: 'Deployment 创建 ReplicaSet，ReplicaSet 创建 Pod；Pod 就绪了，旧的 ReplicaSet 才少一个。',
      },
    },
    {
      id: 'hands-on-the-replicaset',
      kind: 'predict',
      concept: 'deployment-chain',
      claims: ['deployment-02'],
      run: shop(3, ...at(20_000, scale('ReplicaSet', ofV1, 6))),
      judgedAtMs: 50_000,
      question: {
        en: 'Many customers are coming. Somebody finds the ReplicaSet of a Deployment that has 3 replicas and scales the ReplicaSet to 6. What is there half a minute later?',
        zh: '客户很多。有人找到一个 3 副本的 Deployment 下面的 ReplicaSet，把这个 ReplicaSet 扩到 6。半分钟之后有什么？',
      },
      choices: [
        {
          text: { en: 'Three Pods: it was set back', zh: '三个 Pod：又被改了回去' },
          happened: { all: [size(ofV1, 3), pods('shop:v1', 3)] },
          because: {
            en: 'The Deployment still asks for three, and its controller writes that into the ReplicaSet again.',
            zh: 'Deployment 要的还是三个，它的控制器会把这个数再写进 ReplicaSet。',
          },
        },
        {
          text: {
            en: 'Six Pods, as it was asked of the ReplicaSet',
            zh: '六个 Pod：ReplicaSet 被要求六个，就是六个',
          },
          happened: { all: [size(ofV1, 6), pods('shop:v1', 6)] },
          misconception: 'owned-replicasets-keep-what-is-edited',
          because: {
            en: 'A ReplicaSet with an owner is written to by its owner. Scale the Deployment.',
            zh: '有属主的 ReplicaSet 由属主来写。要扩，就扩 Deployment。',
          },
        },
        {
          text: { en: 'Two ReplicaSets with three Pods each', zh: '两个 ReplicaSet，各有三个 Pod' },
          happened: { count: { kind: 'ReplicaSet' }, is: 2 },
          misconception: 'scaling-makes-a-replicaset',
          because: {
            en: 'A second ReplicaSet comes with a second template, never with a number.',
            zh: '有第二个模板才有第二个 ReplicaSet，改数目不会带来一个。',
          },
        },
      ],
      hints: [
        {
          en: 'Who else writes `spec.replicas` of this ReplicaSet?',
          zh: '还有谁在写这个 ReplicaSet 的 `spec.replicas`？',
        },
      ],
      explanation: {
        en: 'Each storey is furnished by the one above. What you want is said at the top.',
        zh: '每一层都由上面一层来布置。想要什么，到最上面去说。',
      },
    },
    {
      id: 'none-fewer',
      kind: 'yaml',
      concept: 'deployment-rollout-limits',
      claims: ['deployment-05'],
      question: {
        en: 'Fill in the strategy of a Deployment that replaces its Pods one by one, never has fewer than 10 Available, and at most 11 that are not Terminating.',
        zh: '填写一个 Deployment 的策略：一个一个地替换 Pod，可用的任何时刻不少于 10 个，不在 Terminating 的最多 11 个。',
      },
      source: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 10
  strategy:
    type: ___
    rollingUpdate:
      maxSurge: ___
      maxUnavailable: ___`,
      blanks: [
        {
          text: 'RollingUpdate',
          path: 'spec.strategy.type',
          because: {
            en: 'The default, and the only one that has limits.',
            zh: '它是默认值，也只有它有限制。',
          },
          wrong: [
            {
              value: 'Recreate',
              misconception: 'rollout-recreates',
              because: {
                en: 'Recreate ends all old Pods first, and takes no limits.',
                zh: 'Recreate 会先结束所有旧的 Pod，也不许写限制。',
              },
            },
          ],
        },
        {
          text: '1',
          path: 'spec.strategy.rollingUpdate.maxSurge',
          accepts: ['10%', '1%'],
          because: { en: 'One above the ten.', zh: '比十个多一个。' },
          wrong: [
            {
              value: 11,
              misconception: 'limits-are-totals',
              because: {
                en: '`maxSurge` is how many there may be on top, not how many in all.',
                zh: '`maxSurge` 说的是可以多出几个，不是一共几个。',
              },
            },
            {
              value: '25%',
              misconception: 'max-surge-rounds-down',
              because: {
                en: '2.5 is rounded up to 3: thirteen Pods.',
                zh: '2.5 向上取整是 3，那就是十三个 Pod。',
              },
            },
          ],
        },
        {
          text: '0',
          path: 'spec.strategy.rollingUpdate.maxUnavailable',
          accepts: ['0%', '9%'],
          because: {
            en: 'None may be missing.',
            zh: '一个都不能少。',
          },
          wrong: [
            {
              value: 10,
              misconception: 'limits-are-totals',
              because: {
                en: 'So all ten might be missing at once.',
                zh: '这等于允许十个同时都不在。',
              },
            },
            {
              value: 1,
              misconception: 'rollout-waits-before-it-deletes',
              because: {
                en: 'Then one old Pod goes at once, and nine serve.',
                zh: '这样马上会走一个旧的，只剩九个在服务。',
              },
            },
          ],
        },
      ],
      hints: [
        {
          en: 'One limit counts from `replicas` upwards, the other downwards.',
          zh: '两个限制都从 `replicas` 数起，一个往上，一个往下。',
        },
      ],
      explanation: {
        en: 'Slower, but nobody is missing: each step waits until a new Pod is Available.',
        zh: '慢一些，但一个都不少：每一步都要等一个新的 Pod 可用。',
      },
    },
    {
      id: 'read-the-describe',
      kind: 'hotspot',
      concept: 'deployment-stuck-rollout',
      claims: ['deployment-03'],
      question: {
        en: 'Somebody sends you this part of `kubectl describe deploy shop` and asks whether the rollout is still under way. Which line answers?',
        zh: '有人把 `kubectl describe deploy shop` 的这一段发给你，问发布是不是还在进行。哪一行给出了答案？',
      },
      source: `Replicas:        8 desired | 4 updated | 10 total | 6 available | 4 unavailable
StrategyType:    RollingUpdate
MinReadySeconds: 0
Conditions:
  Type           Status  Reason
  Available      True    MinimumReplicasAvailable
  Progressing    False   ProgressDeadlineExceeded
OldReplicaSets:  shop-ddd86dd46 (6/6 replicas created)
NewReplicaSet:   shop-784d65b7c5 (4/4 replicas created)`,
      regions: [
        {
          text: { en: 'Line 1, the counts', zh: '第 1 行，各种数目' },
          lines: [1, 1],
          points: 0.25,
          because: {
            en: 'It shows that the rollout is not through. A rollout that goes well looks like this on its way, too.',
            zh: '它说明发布还没有走完，可是顺利的发布走到一半也是这个样子。',
          },
        },
        {
          text: { en: 'Line 2, the strategy', zh: '第 2 行，策略' },
          lines: [2, 2],
          points: 0,
          misconception: 'failed-rollout-rolls-back',
          because: {
            en: 'The strategy says how steps are taken. None of them rolls back by itself.',
            zh: '策略说的是每一步怎么走，没有哪种策略会自己回滚。',
          },
        },
        {
          text: { en: 'Line 6, Available', zh: '第 6 行，Available' },
          lines: [6, 6],
          points: 0,
          misconception: 'available-means-rolled-out',
          because: {
            en: 'It says that enough Pods serve, of whatever version: here six old ones.',
            zh: '它说的是有足够的 Pod 在服务，不管哪个版本：这里是六个旧的。',
          },
        },
        {
          text: { en: 'Line 7, Progressing', zh: '第 7 行，Progressing' },
          lines: [7, 7],
          points: 1,
          because: {
            en: 'No progress for `progressDeadlineSeconds`. It will stay like this until somebody changes the Deployment.',
            zh: '超过 `progressDeadlineSeconds` 没有进展。有人来改 Deployment 之前，会一直这样。',
          },
        },
        {
          text: { en: 'Line 8, the old ReplicaSet', zh: '第 8 行，旧的 ReplicaSet' },
          lines: [8, 8],
          points: 0,
          misconception: 'failed-rollout-rolls-back',
          because: {
            en: 'That six old Pods are there does not mean that somebody brought them back: they never left.',
            zh: '六个旧的 Pod 还在，并不表示有谁把它们请了回来：它们根本没走。',
          },
        },
        {
          text: { en: 'Line 9, the new ReplicaSet', zh: '第 9 行，新的 ReplicaSet' },
          lines: [9, 9],
          points: 0,
          misconception: 'available-means-rolled-out',
          because: {
            en: 'Created is not Ready. All four were made, and none of them serves.',
            zh: '创建了不等于就绪。四个都创建了，一个也没在服务。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of these can a rollout that goes well never show?',
          zh: '顺利的发布绝不会出现的，是哪一行？',
        },
      ],
      explanation: {
        en: 'Available and Progressing are two questions: does the shop serve, and does the rollout get on?',
        zh: 'Available 和 Progressing 是两个问题：店还开着吗？发布走得动吗？',
      },
    },
    {
      id: 'one-disk',
      kind: 'single',
      concept: 'deployment-strategy',
      claims: ['deployment-05'],
      question: {
        en: 'One replica writes to a volume with `accessModes: [ReadWriteOnce]`; the cluster has several nodes. Which strategy do you choose for its Deployment?',
        zh: '只有一个副本，写着一个 `accessModes: [ReadWriteOnce]` 的卷；集群有好几个节点。它的 Deployment 用哪种策略？',
      },
      choices: [
        {
          text: {
            en: 'RollingUpdate as it comes: the disk moves over once the new Pod is Ready',
            zh: '默认的 RollingUpdate：新的 Pod 一就绪，磁盘就移过去',
          },
          correct: false,
          misconception: 'rolling-update-fits-one-disk',
          because: {
            en: 'On another node the new Pod needs the disk to become Ready, and the old one keeps it until then. Each waits for the other.',
            zh: '在别的节点上，新的 Pod 要有磁盘才能就绪，而在那之前磁盘在旧的手里。两边互相等着。',
          },
        },
        {
          text: {
            en: 'RollingUpdate: if the new Pod gets no disk, the Deployment goes back',
            zh: 'RollingUpdate：新的拿不到磁盘，Deployment 会退回去',
          },
          correct: false,
          misconception: 'failed-rollout-rolls-back',
          because: {
            en: 'It stays stuck, and says so after 600 s. Nobody goes back.',
            zh: '它会一直卡着，600 秒后报告一声。没有谁会退回去。',
          },
        },
        {
          text: {
            en: 'Recreate, and accept that nobody serves for a while',
            zh: 'Recreate，并接受有一段时间没人服务',
          },
          correct: true,
          because: {
            en: 'The old Pod ends first and lets go of the disk; then the new one is made.',
            zh: '旧的 Pod 先终止，放开磁盘，然后才创建新的。',
          },
        },
      ],
      hints: [
        {
          en: 'With one replica and 25% each: who comes first, the new Pod or the end of the old one?',
          zh: '一个副本，两个限制都是 25%：是新的先来，还是旧的先走？',
        },
      ],
      explanation: {
        en: 'ReadWriteOnce means one node at a time. On a cluster with a single node the mistake does not show.',
        zh: 'ReadWriteOnce 的意思是同一时刻一个节点。在单节点的集群里，这个错误看不出来。',
      },
    },
    {
      id: 'undo-twice',
      kind: 'predict',
      concept: 'deployment-revisions',
      claims: ['deployment-03'],
      run: shop(
        2,
        ...toImage(20_000, 'shop:v2'),
        ...toImage(40_000, 'shop:v3'),
        ...toImage(60_000, 'shop:v2'),
        ...toImage(80_000, 'shop:v3'),
      ),
      judgedAtMs: 100_000,
      question: {
        en: 'A Deployment went from `shop:v1` to `shop:v2` to `shop:v3`. Now `kubectl rollout undo` is typed, and when that is through, once more. What runs in the end?',
        zh: '一个 Deployment 先后用过 `shop:v1`、`shop:v2`、`shop:v3`。现在执行一次 `kubectl rollout undo`，走完之后再执行一次。最后运行的是什么？',
      },
      choices: [
        {
          text: { en: '`shop:v1`: two steps back', zh: '`shop:v1`：退了两步' },
          happened: pods('shop:v1', 2),
          misconception: 'undo-goes-further-back',
          because: {
            en: 'The first undo made `shop:v2` the newest revision. The one before it is then `shop:v3`.',
            zh: '第一次撤销之后，`shop:v2` 成了最新的修订版本，它的上一个是 `shop:v3`。',
          },
        },
        {
          text: {
            en: '`shop:v2`: the second one finds nothing to undo',
            zh: '`shop:v2`：第二次没有什么可撤销',
          },
          happened: pods('shop:v2', 2),
          misconception: 'undo-works-once',
          because: {
            en: 'An undo is a rollout like any other, and can be undone.',
            zh: '撤销也是一次发布，同样可以撤销。',
          },
        },
        {
          text: { en: '`shop:v3` again', zh: '又是 `shop:v3`' },
          happened: pods('shop:v3', 2),
          because: {
            en: 'Undo swaps the two newest revisions. To get to `shop:v1`, name it: `--to-revision=1`.',
            zh: '撤销是在最新的两个修订版本之间来回换。要到 `shop:v1`，就写明 `--to-revision=1`。',
          },
        },
      ],
      hints: [
        {
          en: 'Which number does a revision have that comes back?',
          zh: '重新启用的修订版本，号码是多少？',
        },
      ],
      explanation: {
        en: 'A revision that comes back gets the next number. "The one before" is then the one that you left a moment ago.',
        zh: '重新启用的修订版本会得到下一个号码，于是“上一个”就成了你刚离开的那个。',
      },
    },
    {
      id: 'an-old-page',
      kind: 'single',
      concept: 'deployment-chain',
      claims: ['deployment-04'],
      question: {
        en: 'An old page says: `kubectl rolling-update web --image=app:v2`. What of it holds today?',
        zh: '一篇旧文章写着：`kubectl rolling-update web --image=app:v2`。今天还有多少是对的？',
      },
      choices: [
        {
          text: {
            en: 'All of it, if web is a Deployment',
            zh: '都对，只要 web 是 Deployment',
          },
          correct: false,
          misconception: 'kubectl-rolling-update-exists',
          because: {
            en: 'kubectl no longer knows the word, and it never worked on Deployments.',
            zh: 'kubectl 已经不认识这个词了，而且它从来不用于 Deployment。',
          },
        },
        {
          text: {
            en: 'Only the aim: for a Deployment, `kubectl set image` does it',
            zh: '只剩目的：对 Deployment 用 `kubectl set image`',
          },
          correct: true,
          because: {
            en: 'The command went with v1.18. Its work is done by the Deployment controller now, not by your computer.',
            zh: '这条命令在 v1.18 移除了。现在做这件事的是 Deployment 控制器，不是你的电脑。',
          },
        },
        {
          text: {
            en: 'The effect: set the image of a ReplicaSet, and its Pods follow one by one',
            zh: '效果还在：改 ReplicaSet 的镜像，它的 Pod 会一个个跟着换',
          },
          correct: false,
          misconception: 'replicaset-updates-its-pods',
          because: {
            en: 'The Pods that are there stay as they are. Figure 4.3 shows what becomes of it.',
            zh: '已有的 Pod 保持原样，结果就是图 4.3 那样。',
          },
        },
      ],
      hints: [
        { en: 'Who did the replacing then, and who does it today?', zh: '当年是谁在替换，今天又是谁？' },
      ],
      explanation: {
        en: 'What a client did step by step from outside, a controller does in the cluster. It goes on when your computer is off.',
        zh: '从前由客户端在外面一步步做的，现在由集群里的控制器来做，你的电脑关了也照样进行。',
      },
    },
    {
      id: 'rescue',
      kind: 'lab',
      concept: 'deployment-stuck-rollout',
      claims: ['deployment-03'],
      lab: 'rescue',
      question: {
        en: 'Bring the Deployment to six Ready Pods of one good image, and let five serve all the time.',
        zh: '让这个 Deployment 有六个就绪的 Pod，用同一个好镜像，而且任何时刻都有五个在服务。',
      },
      hints: [
        {
          en: 'What is below a Deployment comes from its template. Where does the good template still stand?',
          zh: 'Deployment 下面的东西都出自它的模板。好的模板还写在哪里？',
        },
      ],
      explanation: {
        en: 'Changing the template is the only step it takes, backwards or forwards. The broken Pods go first, since they serve nobody.',
        zh: '要做的只有改模板这一步，往回改、往前改都行。坏的 Pod 先走，因为它们没有在服务。',
      },
    },
  ],
});
