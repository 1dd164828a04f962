import 'server-only';
import { apply, at, scale, setImage, workload } from '@/content/generators/manifests';
import type { Condition } from '@/lib/lab/condition';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Run } from '@/lib/quiz/run';

const gone = (pod: string): Condition => ({ object: `Pod/${pod}`, exists: false });
const marked = (pod: string): Condition => ({ pod, terminating: true });
const isNew: Condition = { object: 'Pod/web-1', path: 'spec.containers.0.image', equals: 'db:v2' };

const set = (replicas: number) => apply(workload('StatefulSet', 'web', 'db:v1', { replicas }));
const of = { nodes: ['node-1', 'node-2', 'node-3'], subject: 'StatefulSet/web' };
const threeToOne: Run = {
  ...of,
  commands: [...at(0, set(3)), ...at(20_000, scale('StatefulSet', 'web', 1))],
};
const updateOfTwo: Run = {
  ...of,
  commands: [...at(0, set(2)), ...at(20_000, setImage('StatefulSet', 'web', 'db:v2'))],
};

/** The items of lesson 7. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'what-stays-with-the-ordinal',
      kind: 'multiple',
      concept: 'statefulset-identity',
      claims: ['statefulset-03', 'statefulset-05'],
      question: {
        en: '`kubectl delete pod web-1` in a StatefulSet with a claim template `data`. What does the successor share with the old Pod?',
        zh: '在带有申领模板 `data` 的 StatefulSet 里执行 `kubectl delete pod web-1`。后来的 Pod 与旧 Pod 有哪些相同？',
      },
      choices: [
        {
          text: { en: 'The IP address', zh: 'IP 地址' },
          correct: false,
          misconception: 'uid-stays-with-the-name',
          because: {
            en: 'A Pod gets its address when it starts on a node. The successor is a new Pod and gets another one.',
            zh: 'Pod 在节点上启动时才得到地址。后来的是一个新 Pod，拿到的是另一个地址。',
          },
        },
        {
          text: { en: 'The hostname', zh: '主机名' },
          correct: true,
          because: {
            en: 'The hostname is the Pod name, and that is made from set and ordinal: `web-1`.',
            zh: '主机名就是 Pod 名，由 StatefulSet 名和序号拼成：`web-1`。',
          },
        },
        {
          text: { en: 'The UID', zh: 'UID' },
          correct: false,
          misconception: 'uid-stays-with-the-name',
          because: {
            en: 'A UID belongs to one object for ever. A new object with an old name has a new UID.',
            zh: 'UID 永远只属于一个对象。名字可以沿用，新对象的 UID 一定是新的。',
          },
        },
        {
          text: { en: 'The node, in every case', zh: '节点，任何情况下都相同' },
          correct: false,
          misconception: 'successor-goes-to-the-same-node',
          because: {
            en: 'The scheduler chooses anew. The volume narrows the choice to nodes where it can be attached, no more.',
            zh: '调度器会重新选择。卷只是把范围限制在能挂载它的节点上。',
          },
        },
        {
          text: { en: 'The claim data-web-1', zh: 'PVC data-web-1' },
          correct: true,
          because: {
            en: 'The claim belongs to the ordinal. It stays while there is no Pod, and the successor mounts it.',
            zh: 'PVC 跟着序号走。没有 Pod 的时候它也在，后来的 Pod 会挂载它。',
          },
        },
      ],
      hints: [
        {
          en: 'Ask of each: is it worked out from the ordinal, or given to a new object?',
          zh: '逐个问自己：它是由序号推出来的，还是分配给新对象的？',
        },
      ],
      explanation: {
        en: 'Names and claims follow from the ordinal. UID and address belong to the one Pod, so clients should use the DNS name.',
        zh: '名字和 PVC 由序号决定；UID 和地址只属于那一个 Pod。所以客户端应当使用 DNS 名。',
      },
    },
    {
      id: 'five-to-two-to-four',
      kind: 'single',
      concept: 'statefulset-claims',
      claims: ['statefulset-04', 'statefulset-12'],
      question: {
        en: 'A StatefulSet with default retention is scaled from 5 to 2, and a week later to 4. What does web-3 find on its disk?',
        zh: '一个 StatefulSet 的保留策略是默认值，副本数从 5 缩到 2，一周后又扩到 4。web-3 的磁盘上有什么？',
      },
      choices: [
        {
          text: {
            en: 'Nothing: the claims went with their Pods',
            zh: '什么都没有：PVC 已随 Pod 一起删除',
          },
          correct: false,
          misconception: 'claims-go-with-their-pods',
          because: {
            en: 'That needs `whenScaled: Delete`. The default is `Retain`: scaling down removes Pods and keeps claims.',
            zh: '那要设置 `whenScaled: Delete`。默认是 `Retain`：缩容移除 Pod，保留 PVC。',
          },
        },
        {
          text: { en: 'The data that it left there a week ago', zh: '一周前它自己留下的数据' },
          correct: true,
          because: {
            en: 'data-web-3 was kept without a Pod. The new web-3 mounts the claim of its ordinal.',
            zh: 'data-web-3 一直保留着，只是没有 Pod。新的 web-3 挂载的正是自己序号的 PVC。',
          },
        },
        {
          text: {
            en: 'Nothing: it gets a new claim beside the old one',
            zh: '什么都没有：它得到一个新的 PVC',
          },
          correct: false,
          misconception: 'each-new-pod-gets-a-new-claim',
          because: {
            en: 'The name of a claim is made from template, set and ordinal. data-web-3 is there, so no second one is made.',
            zh: 'PVC 的名字由模板、StatefulSet 和序号组成。data-web-3 还在，不会再创建一个。',
          },
        },
      ],
      hints: [
        {
          en: 'Think of Figure 7.5: what stood at the foot of the columns of web-2, web-3 and web-4?',
          zh: '回想图 7.5：web-2、web-3、web-4 那几列的最下面是什么？',
        },
      ],
      explanation: {
        en: 'Scaling says how many Pods run. What happens to the claims is said by `persistentVolumeClaimRetentionPolicy`.',
        zh: '副本数说的是运行几个 Pod。PVC 怎么办，由 `persistentVolumeClaimRetentionPolicy` 决定。',
      },
    },
    {
      id: 'no-headless-service',
      kind: 'single',
      concept: 'statefulset-dns',
      claims: ['statefulset-06', 'statefulset-07'],
      question: {
        en: 'A StatefulSet says `serviceName: web`. There is no Service web, headless or other. What happens?',
        zh: 'StatefulSet 里写着 `serviceName: web`，但是并没有名为 web 的 Service，无头的也没有。会发生什么？',
      },
      choices: [
        {
          text: {
            en: 'The controller creates a Service web with `clusterIP: None`',
            zh: '控制器会创建一个 `clusterIP: None` 的 Service web',
          },
          correct: false,
          misconception: 'controller-makes-the-service',
          because: {
            en: 'The controller makes Pods, claims and revisions. The Service is yours to create.',
            zh: '控制器创建的是 Pod、PVC 和修订版本。Service 要由你创建。',
          },
        },
        {
          text: {
            en: 'The API server refuses the set until the Service is there',
            zh: 'Service 出现之前，API 服务器一直拒绝',
          },
          correct: false,
          misconception: 'service-name-is-checked',
          because: {
            en: 'Nothing checks that the named Service exists. It may also be created later.',
            zh: '没有谁检查这个 Service 是否存在，之后再创建也可以。',
          },
        },
        {
          text: {
            en: 'The Pods start with their names and claims; `web-0.web` does not resolve',
            zh: 'Pod 带着名字和 PVC 照常启动，只是 `web-0.web` 解析不出来',
          },
          correct: true,
          because: {
            en: 'Name, hostname and claim come from the controller. The DNS record comes from the headless Service, and that is missing.',
            zh: '名字、主机名和 PVC 来自控制器；DNS 记录来自无头服务，而它不存在。',
          },
        },
      ],
      hints: [
        {
          en: 'Two parties give a Pod its identity. Which of them answers DNS queries?',
          zh: 'Pod 的身份来自两方。其中哪一方让 DNS 有答案？',
        },
      ],
      explanation: {
        en: 'A headless Service has `clusterIP: None`: no virtual address, and a DNS record for each Pod. You create it before or beside the set.',
        zh: '无头服务就是 `clusterIP: None` 的 Service：没有虚拟 IP，每个 Pod 有一条 DNS 记录。要由你在创建 StatefulSet 之前或同时创建。',
      },
    },
    {
      id: 'who-waits',
      kind: 'single',
      concept: 'statefulset-order',
      claims: ['statefulset-08', 'statefulset-11'],
      question: {
        en: 'OrderedReady: web-1 is Running and not Ready, and there is no web-2. Who is waiting?',
        zh: 'OrderedReady：web-1 在运行但未就绪，web-2 还没有。是谁在等？',
      },
      choices: [
        {
          text: {
            en: 'The StatefulSet controller, before it creates web-2',
            zh: 'StatefulSet 控制器，它还没有创建 web-2',
          },
          correct: true,
          because: {
            en: 'It looks at the ordinals from 0 up in each reconcile and stops at the first that is not Ready.',
            zh: '每次调谐它都从序号 0 往上看，遇到第一个未就绪的就停下。',
          },
        },
        {
          text: {
            en: 'An init container of web-2, which polls web-1',
            zh: 'web-2 的 Init 容器，它在探测 web-1',
          },
          correct: false,
          misconception: 'scheduler-keeps-the-order',
          because: {
            en: 'web-2 does not exist, so none of its containers can run. Init containers order the steps inside one Pod.',
            zh: 'web-2 还不存在，它的容器无从运行。Init 容器只管一个 Pod 内部的先后。',
          },
        },
        {
          text: {
            en: 'The scheduler, which holds web-2 as Pending until web-1 is Ready',
            zh: '调度器，它让 web-2 保持 Pending，直到 web-1 就绪',
          },
          correct: false,
          misconception: 'scheduler-keeps-the-order',
          because: {
            en: 'A Pending Pod would exist. The scheduler knows no order between Pods.',
            zh: 'Pending 的 Pod 是已经存在的。调度器不知道 Pod 之间有什么先后。',
          },
        },
      ],
      hints: [
        {
          en: 'Whoever waits must be there already. Which of the three is?',
          zh: '在等的那一位必须已经存在。三个里面谁是？',
        },
      ],
      explanation: {
        en: 'The order is kept by the controller alone, under the default policy OrderedReady. With Parallel it does not ask.',
        zh: '顺序只由控制器来守，策略是默认的 OrderedReady。换成 Parallel，它就不问了。',
      },
    },
    {
      id: 'ready-but-not-available',
      kind: 'single',
      concept: 'statefulset-available',
      claims: ['statefulset-10'],
      question: {
        en: 'OrderedReady with `minReadySeconds: 10`. web-0 has been Ready for 4 s. What about web-1?',
        zh: 'OrderedReady，`minReadySeconds: 10`。web-0 已经就绪 4 秒。web-1 呢？',
      },
      choices: [
        {
          text: {
            en: 'It exists: one good probe is enough',
            zh: '已经有了：web-0 就绪就够了',
          },
          correct: false,
          misconception: 'ready-is-available',
          because: {
            en: 'That is the rule for `minReadySeconds: 0`. Above 0 the predecessor must be Available.',
            zh: '`minReadySeconds: 0` 时才是这样。大于 0 时，前驱必须可用（Available）。',
          },
        },
        {
          text: { en: 'It will be created about 6 s from now', zh: '还没有，大约 6 秒之后创建' },
          correct: true,
          because: {
            en: 'web-0 must stay Ready for 10 s without a break to be Available. Four of them have passed.',
            zh: 'web-0 要连续就绪 10 秒才算可用，已经过了 4 秒。',
          },
        },
        {
          text: {
            en: 'It exists, but gets no traffic for another 6 s',
            zh: '已经有了，只是还要 6 秒才有流量',
          },
          correct: false,
          misconception: 'min-ready-seconds-holds-traffic',
          because: {
            en: 'Traffic depends on Ready. `minReadySeconds` holds back the controller, not the Service.',
            zh: '有没有流量取决于就绪。`minReadySeconds` 挡住的是控制器，不是 Service。',
          },
        },
      ],
      hints: [{ en: 'Ready and Available differ by a duration.', zh: '就绪和可用之间差一段时间。' }],
      explanation: {
        en: 'The rule "all predecessors Running and Ready" is a little stricter than it sounds: with `minReadySeconds` they must be Available.',
        zh: '“前驱都 Running 且 Ready”其实还要严一点：设了 `minReadySeconds`，前驱必须可用。',
      },
    },
    {
      id: 'parallel-from-five',
      kind: 'multiple',
      concept: 'statefulset-policy',
      claims: ['statefulset-08', 'statefulset-09'],
      question: {
        en: 'A StatefulSet web has 3 replicas, `ordinals.start: 5`, `podManagementPolicy: Parallel` and a claim template `data`. What is true?',
        zh: '一个名为 web 的 StatefulSet：3 个副本，`ordinals.start: 5`，`podManagementPolicy: Parallel`，有申领模板 `data`。哪些说法对？',
      },
      choices: [
        {
          text: { en: 'Its Pods are web-5, web-6 and web-7', zh: '它的 Pod 是 web-5、web-6、web-7' },
          correct: true,
          because: {
            en: 'The numbers run from `start` to `start` + N−1.',
            zh: '序号从 `start` 到 `start` + N−1。',
          },
        },
        {
          text: {
            en: 'The Pods get random suffixes, as those of a Deployment do',
            zh: 'Pod 名带随机后缀，和 Deployment 的一样',
          },
          correct: false,
          misconception: 'parallel-drops-identity',
          because: {
            en: 'Parallel changes when Pods are made, not what they are. The identity stays.',
            zh: 'Parallel 改变的是何时创建，不是身份。名字照旧由序号决定。',
          },
        },
        {
          text: { en: 'No Pod waits for another to be Ready', zh: '没有哪个 Pod 要等别的 Pod 就绪' },
          correct: true,
          because: {
            en: 'With Parallel the controller creates and removes Pods without asking after the others.',
            zh: '在 Parallel 之下，控制器创建和移除 Pod 时不问其他 Pod 的状态。',
          },
        },
        {
          text: {
            en: 'All Pods share one claim, since nothing tells them apart',
            zh: '所有 Pod 共用一个 PVC，因为没有什么能区分它们',
          },
          correct: false,
          misconception: 'parallel-drops-identity',
          because: {
            en: 'The ordinal tells them apart. Each has its own claim: data-web-5 to data-web-7.',
            zh: '序号能区分它们。各有各的 PVC：从 data-web-5 到 data-web-7。',
          },
        },
        {
          text: {
            en: 'The policy can be set to OrderedReady later, while the set lives',
            zh: '以后可以在运行中把策略改成 OrderedReady',
          },
          correct: false,
          misconception: 'policy-can-be-changed',
          because: {
            en: 'The API server refuses: `spec.podManagementPolicy` … `field is immutable`.',
            zh: 'API 服务器会拒绝：`spec.podManagementPolicy` … `field is immutable`。',
          },
        },
      ],
      hints: [
        {
          en: 'Sort the statements: which are about who a Pod is, which about when it is made?',
          zh: '把说法分一分：哪些说的是“它是谁”，哪些说的是“何时创建”？',
        },
      ],
      explanation: {
        en: 'By default ordinals run from 0 to N−1. Parallel drops the waiting and keeps names and claims.',
        zh: '默认情况下序号从 0 到 N−1。Parallel 去掉的是等待，名字和 PVC 都保留。',
      },
    },
    {
      id: 'three-to-one-in-order',
      kind: 'order',
      concept: 'statefulset-scale-down',
      claims: ['statefulset-12', 'statefulset-14'],
      question: {
        en: 'OrderedReady, three Ready Pods, `kubectl scale sts web --replicas=1`. Put what follows in order.',
        zh: 'OrderedReady，三个 Pod 都就绪，执行 `kubectl scale sts web --replicas=1`。把之后发生的事排好顺序。',
      },
      steps: [
        {
          id: 'one-gone',
          text: { en: 'web-1 is gone', zh: 'web-1 消失' },
          happens: gone('web-1'),
          glyph: 'gone',
        },
        {
          id: 'two-marked',
          text: { en: 'web-2 is marked for deletion', zh: 'web-2 被打上删除标记' },
          happens: marked('web-2'),
          glyph: 'marked',
        },
        {
          id: 'one-marked',
          text: { en: 'web-1 is marked for deletion', zh: 'web-1 被打上删除标记' },
          happens: marked('web-1'),
          glyph: 'marked',
        },
        {
          id: 'two-gone',
          text: { en: 'web-2 is gone', zh: 'web-2 消失' },
          happens: gone('web-2'),
          glyph: 'gone',
        },
      ],
      turned: [
        { pair: ['one-marked', 'two-marked'], misconception: 'statefulset-shrinks-from-the-lowest' },
        { pair: ['one-marked', 'two-gone'], misconception: 'statefulset-deletes-side-by-side' },
      ],
      run: threeToOne,
      fromMs: 20_000,
      untilMs: 40_000,
      hints: [
        { en: 'From which end does a StatefulSet shrink?', zh: 'StatefulSet 从哪一头开始缩？' },
        {
          en: 'Are two Pods ever Terminating at once in Figure 7.5?',
          zh: '图 7.5 里有没有两个 Pod 同时处于 Terminating？',
        },
      ],
      explanation: {
        en: 'Down goes from N−1 towards 0, one at a time: the next Pod is marked only when the one above it is gone. web-0 stays.',
        zh: '从 N−1 往 0 的方向，一次一个：上面的彻底消失，下一个才会被打上标记。web-0 留下。',
      },
    },
    {
      id: 'delete-the-set',
      kind: 'single',
      concept: 'statefulset-delete',
      claims: ['statefulset-13'],
      question: {
        en: 'OrderedReady, three Ready Pods, `kubectl delete sts web`. When are the Pods marked for deletion?',
        zh: 'OrderedReady，三个 Pod 都就绪，执行 `kubectl delete sts web`。这些 Pod 什么时候被打上删除标记？',
      },
      choices: [
        {
          text: {
            en: 'All at about the same time, in no promised order',
            zh: '三个几乎同时，不保证任何先后顺序',
          },
          correct: true,
          because: {
            en: 'The set is gone, and the garbage collector deletes what it owned. It knows no ordinals.',
            zh: 'StatefulSet 没了，垃圾收集器删除它名下的对象。垃圾收集器不认序号。',
          },
        },
        {
          text: {
            en: 'web-2 first, then web-1, then web-0, each when the one above is gone',
            zh: '先 web-2，再 web-1，最后 web-0，前一个消失才轮到下一个',
          },
          correct: false,
          misconception: 'deletion-keeps-the-order',
          because: {
            en: 'That is scaling to 0. Texts of old versions promised it for deletion too; today there is no such promise.',
            zh: '那是缩容到 0。旧版本的文档说删除也有这个顺序，如今没有这样的保证。',
          },
        },
        {
          text: {
            en: 'Never: they run on without an owner',
            zh: '不会：没有属主也照样运行',
          },
          correct: false,
          misconception: 'deleted-set-leaves-its-pods',
          because: {
            en: 'That takes `--cascade=orphan`. Without it the Pods go with their owner.',
            zh: '那要加上 `--cascade=orphan`。不加的话，Pod 会跟着属主一起删除。',
          },
        },
      ],
      hints: [
        {
          en: 'Who keeps the order, and is it still there after the deletion?',
          zh: '顺序由谁来守？删除之后，它还管吗？',
        },
      ],
      explanation: {
        en: 'Order on the way down is promised for scaling only. If it matters, scale to 0, wait, and delete then.',
        zh: '只有缩容才保证顺序。如果顺序重要，先缩容到 0，等它完成，再删除。',
      },
    },
    {
      id: 'update-of-two',
      kind: 'order',
      concept: 'statefulset-update',
      claims: ['statefulset-08', 'statefulset-14'],
      question: {
        en: 'A StatefulSet of two Ready Pods gets a new image. Put the first steps of the update in order.',
        zh: '一个 StatefulSet 有两个就绪的 Pod，现在换了镜像。把更新的前几步排好顺序。',
      },
      steps: [
        {
          id: 'one-ready',
          text: { en: 'The new web-1 is Ready', zh: '新的 web-1 就绪' },
          happens: { all: [isNew, { pod: 'web-1', ready: true }] },
          glyph: 'ready',
        },
        {
          id: 'zero-marked',
          text: { en: 'web-0 is marked for deletion', zh: 'web-0 被打上删除标记' },
          happens: marked('web-0'),
          glyph: 'marked',
        },
        {
          id: 'one-created',
          text: { en: 'web-1 is created from the new image', zh: '用新镜像创建 web-1' },
          happens: isNew,
          glyph: 'created',
        },
        {
          id: 'one-marked',
          text: { en: 'web-1 is marked for deletion', zh: 'web-1 被打上删除标记' },
          happens: marked('web-1'),
          glyph: 'marked',
        },
        {
          id: 'one-gone',
          text: { en: 'The old web-1 is gone', zh: '旧的 web-1 消失' },
          happens: gone('web-1'),
          glyph: 'gone',
        },
      ],
      turned: [
        { pair: ['zero-marked', 'one-marked'], misconception: 'statefulset-updates-from-the-lowest' },
        { pair: ['one-created', 'one-gone'], misconception: 'successor-comes-before-the-old-pod-goes' },
        { pair: ['zero-marked', 'one-ready'], misconception: 'statefulset-order-is-only-for-the-start' },
      ],
      run: updateOfTwo,
      fromMs: 20_000,
      untilMs: 40_000,
      hints: [
        { en: 'Updates begin at the same end as scaling down.', zh: '更新和缩容从同一头开始。' },
        {
          en: 'Two Pods of one name cannot exist, and the controller waits for Ready before it goes on.',
          zh: '同名的 Pod 不能有两个；而且要等就绪，控制器才继续。',
        },
      ],
      explanation: {
        en: 'RollingUpdate goes from the highest ordinal down to the partition (0 by default). It deletes, waits until the Pod is gone, creates, and waits for Ready.',
        zh: 'RollingUpdate 从最大的序号往下，直到 partition（默认 0）：删除，等它消失，创建，再等就绪。',
      },
    },
    {
      id: 'reverted-and-stuck',
      kind: 'single',
      concept: 'statefulset-stuck',
      claims: ['statefulset-10'],
      question: {
        en: 'OrderedReady: an update to a bad image stopped at web-2, which is Running, 0/1. You have set the good image again. What frees the rollout?',
        zh: 'OrderedReady：更新到坏镜像，停在 web-2，它是 Running、0/1。你已经把镜像改了回来。怎样才能解开？',
      },
      choices: [
        {
          text: {
            en: 'Nothing more: the controller replaces web-2 in its next reconcile',
            zh: '不用再做什么：下次调谐时控制器就会把 web-2 换掉',
          },
          correct: false,
          misconception: 'reverting-replaces-pods',
          because: {
            en: 'The controller waits for web-2 to be Ready before it replaces any Pod, web-2 included.',
            zh: '在 web-2 就绪之前，控制器不会替换任何 Pod，web-2 自己也不例外。',
          },
        },
        {
          text: {
            en: 'Time: after ten minutes the rollout is given up and rolled back',
            zh: '等：十分钟后自动放弃并回滚',
          },
          correct: false,
          misconception: 'statefulset-has-a-deadline',
          because: {
            en: 'A StatefulSet has no deadline for progress. It waits as long as you let it.',
            zh: 'StatefulSet 没有进度期限。你不管，它就一直等。',
          },
        },
        {
          text: { en: '`kubectl delete pod web-2`', zh: '`kubectl delete pod web-2`' },
          correct: true,
          because: {
            en: 'The place becomes empty, and the controller fills it from the template as it stands now: the good image.',
            zh: '位置空了出来，控制器就照现在的模板补上，用的是好镜像。',
          },
        },
      ],
      hints: [
        {
          en: 'In Figure 7.1 nothing moved after the revert. What was the controller waiting for?',
          zh: '图 7.1 里，改回之后什么也没有动。控制器在等什么？',
        },
      ],
      explanation: {
        en: 'Reverting the template changes what the next Pod will be. The Pod that is there stays until somebody deletes it.',
        zh: '改回模板，改变的是下一个 Pod 的样子。已经在那里的 Pod 会一直留着，直到有人删除它。',
      },
    },
    {
      id: 'claims-after-scaling',
      kind: 'generated',
      generator: 'statefulset-claims-left',
    },
    {
      id: 'pods-beside-an-unready-one',
      kind: 'generated',
      generator: 'statefulset-blocked',
    },
    {
      id: 'where-the-partition-stops',
      kind: 'generated',
      generator: 'statefulset-partition',
    },
    {
      id: 'free-the-rollout',
      kind: 'lab',
      concept: 'statefulset-stuck',
      claims: ['statefulset-10'],
      lab: 'free-the-rollout',
      question: {
        en: 'An update to `db:broken` is stuck at web-2. Free it: one good image everywhere, and never fewer than two Pods Ready.',
        zh: '更新到 `db:broken`，卡在 web-2。把它解开：处处是同一个好镜像，而且就绪的 Pod 从不少于两个。',
      },
      hints: [
        {
          en: 'Two things are wrong: what the next Pod will be made from, and the Pod that is there. Which has to be mended first?',
          zh: '有两处不对：下一个 Pod 的模板，以及已经在那里的 Pod。先修哪一处？',
        },
      ],
      explanation: {
        en: 'First the template, then the Pod. The controller waits for web-2 to be Ready before it replaces anything, so somebody else has to delete it.',
        zh: '先改模板，再处理 Pod。web-2 就绪之前控制器什么也不替换，所以要由别人来删除它。',
      },
    },
  ],
});
