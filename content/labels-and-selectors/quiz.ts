import 'server-only';
import { apply, at, plainContainer, workload } from '@/content/generators/manifests';
import type { Condition } from '@/lib/lab/condition';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Run } from '@/lib/quiz/run';

/** The Pod that is relabelled in the scenario `relabelled`. */
const odd = 'apache-lhwmc';
const isOwned: Condition = {
  object: `Pod/${odd}`,
  path: 'metadata.ownerReferences.0.name',
  equals: 'apache',
};

const ofApache = (name: string, replicas: number) =>
  apply(
    workload('ReplicaSet', name, 'httpd:2.4', {
      replicas,
      selector: { matchLabels: { app: 'apache' } },
      template: {
        metadata: { labels: { app: 'apache' } },
        spec: { containers: [plainContainer('httpd:2.4')] },
      },
    }),
  );
const hand = apply({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'hand', labels: { app: 'apache' } },
  spec: { containers: [plainContainer('httpd:2.4')] },
});
const oneSelector: Run = {
  nodes: ['node-1', 'node-2'],
  commands: [...at(0, hand), ...at(5_000, ofApache('first', 3)), ...at(10_000, ofApache('second', 2))],
};

/** The items of lesson 3. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'capital-in-a-replicaset',
      kind: 'single',
      concept: 'selector-carriers',
      claims: ['replicaset-05'],
      question: {
        en: 'A new ReplicaSet selects `app: Apache`, and its template has the label `app: apache`. What happens?',
        zh: '一个新的 ReplicaSet 选择 `app: Apache`，它的模板里标签是 `app: apache`。会发生什么？',
      },
      choices: [
        {
          text: {
            en: 'It keeps its Pods: capitals do not count',
            zh: '照常看着 Pod：不分大小写',
          },
          correct: false,
          misconception: 'labels-ignore-case',
          because: {
            en: 'Values are compared letter by letter, so selector and template differ.',
            zh: '值是逐个字母比较的，所以选择算符和模板对不上。',
          },
        },
        {
          text: {
            en: 'It makes one Pod after another, for it never finds one of its own',
            zh: '一个接一个地创建 Pod，因为总也找不到自己的',
          },
          correct: false,
          misconception: 'template-labels-are-free',
          because: {
            en: 'So it would go if it were let in. That is why the API server asks.',
            zh: '如果放它进来，就会这样。所以 API 服务器要先问。',
          },
        },
        {
          text: {
            en: 'It is refused, since selector and template do not agree',
            zh: '被拒绝：选择算符和模板对不上',
          },
          correct: true,
          because: {
            en: '`selector` does not match template `labels`: its own Pods would not be its own.',
            zh: '`selector` does not match template `labels`：它创建的 Pod 不归它自己。',
          },
        },
      ],
      hints: [
        {
          en: 'Would such a ReplicaSet ever have the number that it wants?',
          zh: '这样的 ReplicaSet 会有凑够数的一天吗？',
        },
      ],
      explanation: {
        en: 'A selector with a template beside it is checked against it. A Service has no template, so there nobody notices the capital letter.',
        zh: '旁边有模板的选择算符，会拿模板来核对。Service 没有模板，大写字母就没有谁发现。',
      },
    },
    {
      id: 'which-are-set-based',
      kind: 'multiple',
      concept: 'selector-carriers',
      claims: ['replicaset-02', 'replicaset-03'],
      question: {
        en: 'Which of these conditions need a set-based selector?',
        zh: '下面哪些条件要用集合式的选择算符？',
      },
      choices: [
        {
          text: { en: '`app` is apache, and `version` is v1', zh: '`app` 是 apache，并且 `version` 是 v1' },
          correct: false,
          misconception: 'two-labels-make-a-set',
          because: {
            en: 'Two pairs that must both be there: equality, twice. This is the example of the notes.',
            zh: '两个键值对都要有：等值，用了两次。这正是笔记里的例子。',
          },
        },
        {
          text: { en: '`app` is apache or nginx', zh: '`app` 是 apache 或 nginx' },
          correct: true,
          because: {
            en: 'One key, a set of values: `app in (apache,nginx)`.',
            zh: '一个键，一组值：`app in (apache,nginx)`。',
          },
        },
        {
          text: { en: 'There is a label `track`, with any value', zh: '有 `track` 标签，值是什么都行' },
          correct: true,
          because: {
            en: 'That asks after the key alone: Exists.',
            zh: '只问键在不在：Exists。',
          },
        },
        {
          text: { en: 'The Pod is one of web-0, web-1 and web-2', zh: 'Pod 是 web-0、web-1、web-2 之一' },
          correct: false,
          misconception: 'selectors-name-pods',
          because: {
            en: 'A selector asks for labels. Names of Pods do not occur in it.',
            zh: '选择算符问的是标签，里面不出现 Pod 的名字。',
          },
        },
      ],
      hints: [
        {
          en: 'Could a list of pairs `key: value` say it?',
          zh: '只用若干个 `键: 值`，说得出来吗？',
        },
      ],
      explanation: {
        en: 'However many pairs there are, a map of pairs is equality-based. Set-based begins where one key may have several values, or is asked for by itself.',
        zh: '键值对再多，也还是等值式。一个键可以有几个值，或者只问键本身，才是集合式。',
      },
    },
    {
      id: 'who-can-say-it',
      kind: 'match',
      concept: 'selector-carriers',
      claims: ['replicaset-02', 'replicaset-06'],
      question: {
        en: 'Who can carry these conditions as a selector?',
        zh: '这些条件，谁的选择算符写得出来？',
      },
      choices: [
        {
          id: 'all',
          text: {
            en: 'ReplicationController, Service and ReplicaSet',
            zh: 'ReplicationController、Service 和 ReplicaSet',
          },
        },
        { id: 'replicaset', text: { en: 'Of these only the ReplicaSet', zh: '三者之中只有 ReplicaSet' } },
        { id: 'none', text: { en: 'None of them', zh: '都写不出来' } },
      ],
      stems: [
        {
          text: { en: '`app` is apache and `version` is v1', zh: '`app` 是 apache，并且 `version` 是 v1' },
          choice: 'all',
          wrong: { replicaset: 'rc-selects-one-label', none: 'rc-selects-one-label' },
          because: {
            en: 'A map with two pairs. All three have at least that.',
            zh: '一个有两个键值对的映射，三者都有。',
          },
        },
        {
          text: { en: '`app` is apache or nginx', zh: '`app` 是 apache 或 nginx' },
          choice: 'replicaset',
          wrong: { all: 'services-take-expressions' },
          because: {
            en: 'That is In, and In needs `matchExpressions`.',
            zh: '这是 In，要用 `matchExpressions`。',
          },
        },
        {
          text: { en: '`app` is apache, or `version` is v1', zh: '`app` 是 apache，或者 `version` 是 v1' },
          choice: 'none',
          wrong: {
            all: 'selector-requirements-are-alternatives',
            replicaset: 'selector-requirements-are-alternatives',
          },
          because: {
            en: 'Requirements are joined by "and". There is no "or" between two keys.',
            zh: '各项要求之间是“且”。两个键之间没有“或”。',
          },
        },
        {
          text: { en: 'There is no label `track`', zh: '没有 `track` 标签' },
          choice: 'replicaset',
          wrong: { all: 'services-take-expressions' },
          because: {
            en: 'DoesNotExist. A map can only say what has to be there.',
            zh: '这是 DoesNotExist。映射只能说必须有什么。',
          },
        },
      ],
      hints: [
        {
          en: 'Two of the three kinds have nothing but a map of pairs.',
          zh: '三种对象里，有两种只有一个键值对的映射。',
        },
      ],
      explanation: {
        en: 'RC and Service: a map, all pairs at once. ReplicaSet, Deployment, StatefulSet, DaemonSet, Job: `matchLabels` and `matchExpressions`.',
        zh: 'RC 和 Service 只有映射，键值对要同时成立。ReplicaSet、Deployment、StatefulSet、DaemonSet、Job 有 `matchLabels` 和 `matchExpressions`。',
      },
    },
    {
      id: 'what-an-rc-lacks',
      kind: 'single',
      concept: 'selector-carriers',
      claims: ['replicaset-01', 'replicaset-06'],
      question: {
        en: 'The same program runs ReplicationControllers and ReplicaSets. What can only the ReplicaSet do?',
        zh: 'ReplicationController 和 ReplicaSet 由同一份程序驱动。哪件事只有 ReplicaSet 做得到？',
      },
      choices: [
        {
          text: { en: 'Select Pods whose `version` is v1 or v2', zh: '选择 `version` 是 v1 或 v2 的 Pod' },
          correct: true,
          because: {
            en: 'A set of values for one key. The RC has a map, and in a map a key stands once.',
            zh: '一个键有一组值。RC 只有映射，而映射里一个键只出现一次。',
          },
        },
        {
          text: {
            en: 'Select Pods by two labels at the same time',
            zh: '同时按两个标签选择 Pod',
          },
          correct: false,
          misconception: 'rc-selects-one-label',
          because: {
            en: 'The map may have as many pairs as you like, and all must be there.',
            zh: '映射里的键值对有多少都可以，全部都要有。',
          },
        },
        {
          text: {
            en: 'Take in a Pod made by hand',
            zh: '收养一个有人手工创建的 Pod',
          },
          correct: false,
          misconception: 'replicaset-counts-only-what-it-made',
          because: {
            en: 'Both adopt Pods without a controller that match.',
            zh: '两者都会收养匹配而没有控制器的 Pod。',
          },
        },
      ],
      hints: [
        {
          en: 'Write each of them down as pairs `key: value`. Which one resists?',
          zh: '把它们逐个写成 `键: 值`。哪一个写不出来？',
        },
      ],
      explanation: {
        en: 'They differ in what their selector can say, and in nothing that they do.',
        zh: '两者的差别在于选择算符能说什么，做的事没有差别。',
      },
    },
    { id: 'what-it-selects', kind: 'generated', generator: 'selector-expressions' },
    {
      id: 'fill-in-the-canaries',
      kind: 'yaml',
      concept: 'label-selectors',
      claims: ['replicaset-02', 'replicaset-03'],
      question: {
        en: 'Fill in a ReplicaSet that selects Pods whose `app` is apache or nginx and that are no canaries, whether or not they have the label `track`.',
        zh: '填写一个 ReplicaSet：选择 `app` 是 apache 或 nginx、而且不是 canary 的 Pod，有没有 `track` 标签都算。',
      },
      source: `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: fronts
spec:
  replicas: 3
  selector:
    matchExpressions:
      - {key: app, operator: ___, values: [apache, nginx]}
      - {key: track, operator: ___, values: [canary]}
  template:
    metadata:
      labels:
        app: ___
    spec:
      containers:
        - {name: main, image: "httpd:2.4"}`,
      blanks: [
        {
          text: 'In',
          path: 'spec.selector.matchExpressions.0.operator',
          because: { en: 'One of these values.', zh: '是这些值之一。' },
          wrong: [
            {
              value: 'Exists',
              misconception: 'missing-label-matches',
              because: {
                en: 'Exists takes no values: any app would do, and the API server refuses the list.',
                zh: 'Exists 不带 values：什么 app 都行，而且带了列表会被 API 服务器拒绝。',
              },
            },
            {
              value: 'in',
              misconception: 'labels-ignore-case',
              because: {
                en: 'Capital letters count in the names of operators too: `not a valid selector operator`.',
                zh: '操作符的大小写也算数：`not a valid selector operator`。',
              },
            },
          ],
        },
        {
          text: 'NotIn',
          path: 'spec.selector.matchExpressions.1.operator',
          because: {
            en: 'Another value, or no such label.',
            zh: '是别的值，或者没有这个标签。',
          },
          wrong: [
            {
              value: 'DoesNotExist',
              misconception: 'missing-label-matches',
              because: {
                en: 'That leaves out `track=stable` too, and takes no values.',
                zh: '这样连 `track=stable` 也排除了，而且它不带 values。',
              },
            },
          ],
        },
        {
          text: 'apache',
          path: 'spec.template.metadata.labels.app',
          accepts: ['nginx'],
          because: {
            en: 'The Pods that it makes have to match its own selector.',
            zh: '它自己创建的 Pod 必须匹配它自己的选择算符。',
          },
          wrong: [
            {
              value: 'fronts',
              misconception: 'template-labels-are-free',
              because: {
                en: 'Refused: `selector` does not match template `labels`.',
                zh: '会被拒绝：`selector` does not match template `labels`。',
              },
            },
          ],
        },
      ],
      hints: [
        {
          en: 'Four operators are there: In, NotIn, Exists, DoesNotExist. Two of them take values.',
          zh: '操作符有四个：In、NotIn、Exists、DoesNotExist。其中两个带 values。',
        },
      ],
      explanation: {
        en: 'In needs the label, NotIn does not. And a template has to answer to its own selector.',
        zh: 'In 要求标签存在，NotIn 不要求。模板必须答得上自己的选择算符。',
      },
    },
    {
      id: 'edit-the-selector',
      kind: 'single',
      concept: 'selector-carriers',
      claims: ['replicaset-02'],
      question: {
        en: 'A ReplicaSet selects `app: apache`. You write `app: apache, version: v1` in its manifest, add the label to the template, and apply. What happens?',
        zh: '一个 ReplicaSet 选择 `app: apache`。你在清单里改成 `app: apache, version: v1`，模板也加上这个标签，然后 apply。会发生什么？',
      },
      choices: [
        {
          text: {
            en: 'It lets go of the Pods without `version` and makes others',
            zh: '放开没有 `version` 的 Pod，另外创建',
          },
          correct: false,
          misconception: 'selectors-can-be-edited',
          because: {
            en: 'So an RC would do, whose selector may be changed. In `apps/v1` it may not.',
            zh: 'RC 的选择算符可以改，改了会是这样。`apps/v1` 里不能改。',
          },
        },
        {
          text: { en: 'It is refused: `field is immutable`', zh: '被拒绝：`field is immutable`' },
          correct: true,
          because: {
            en: 'The selector of an `apps/v1` workload is fixed when it is created.',
            zh: '`apps/v1` 工作负载的选择算符，创建时就定下来了。',
          },
        },
        {
          text: {
            en: 'It is taken, and holds for Pods that are made from then on',
            zh: '接受，只管新的 Pod',
          },
          correct: false,
          misconception: 'selectors-can-be-edited',
          because: {
            en: 'That is how a changed template works. A selector has no such half measure.',
            zh: '改模板才是这样。选择算符没有这种折中。',
          },
        },
      ],
      hints: [
        {
          en: 'What would become of the Pods that no longer match? Who would look after them?',
          zh: '不再匹配的 Pod 会怎样？谁来管它们？',
        },
      ],
      explanation: {
        en: 'To change it, delete the ReplicaSet with `--cascade=orphan` and create another one: it adopts the Pods that match.',
        zh: '要改的话，用 `--cascade=orphan` 删除 ReplicaSet，再新建一个：匹配的 Pod 会被收养。',
      },
    },
    { id: 'which-are-taken', kind: 'generated', generator: 'selectors-taken' },
    {
      id: 'one-selector-two-owners',
      kind: 'numeric',
      concept: 'replicaset-ownership',
      claims: ['replicaset-05'],
      run: oneSelector,
      reads: { count: { kind: 'Pod' }, atMs: 20_000 },
      question: {
        en: 'One Pod with `app: apache` was made by hand. Then come a ReplicaSet `first` with 3 replicas and a ReplicaSet `second` with 2. Both select `app: apache`. How many Pods are there in the end?',
        zh: '有一个手工创建的 Pod，标签是 `app: apache`。接着来了 ReplicaSet `first`，3 个副本；再来 ReplicaSet `second`，2 个副本。两者都选择 `app: apache`。最后有几个 Pod？',
      },
      because: {
        en: '`first` adopts the one and makes two. All three have an owner then, so `second` makes two of its own.',
        zh: '`first` 收养那一个，再创建两个。这时三个都有属主，所以 `second` 自己创建两个。',
      },
      wrong: [
        {
          answer: 3,
          misconception: 'labels-alone-decide-ownership',
          because: {
            en: '`second` does not count Pods that belong to `first`, though they match.',
            zh: '属于 `first` 的 Pod 虽然匹配，`second` 也不会算进来。',
          },
        },
        {
          answer: 2,
          misconception: 'labels-alone-decide-ownership',
          because: {
            en: '`second` deletes nobody else’s Pods.',
            zh: '`second` 不会删别人的 Pod。',
          },
        },
        {
          answer: 6,
          misconception: 'replicaset-counts-only-what-it-made',
          because: {
            en: 'The Pod that was made by hand had no owner: `first` took it in.',
            zh: '手工创建的那个没有属主，`first` 收养了它。',
          },
        },
      ],
      hints: [
        {
          en: 'A selector finds candidates. Which of them are still to be had when `second` comes?',
          zh: '选择算符找的是候选。`second` 来的时候，还有哪些可以要？',
        },
      ],
      explanation: {
        en: 'All the same, do not write the same selector twice. Whoever loses a Pod may not get it back, and a Service over both sees no difference.',
        zh: '即便如此，也不要把同一个选择算符写两遍：放走的 Pod 不一定回得来，而前面的 Service 看不出区别。',
      },
    },
    {
      id: 'relabelled-in-order',
      kind: 'order',
      concept: 'replicaset-ownership',
      claims: ['replicaset-04', 'replicaset-05'],
      run: { scenario: 'relabelled', isOfSeed: true },
      fromMs: 9_900,
      untilMs: 20_000,
      question: {
        en: 'A ReplicaSet keeps three Pods. A label that its selector asks for is changed on one of them. Put in order what happens.',
        zh: '一个 ReplicaSet 看着三个 Pod。其中一个的标签被改了，而选择算符问的正是这个标签。请排出先后。',
      },
      steps: [
        {
          id: 'ready',
          glyph: 'ready',
          text: { en: 'Three Pods of the ReplicaSet are Ready again', zh: 'ReplicaSet 又有三个就绪的 Pod' },
          happens: {
            all: [
              { not: isOwned },
              {
                count: {
                  kind: 'Pod',
                  where: { all: [{ path: 'metadata.ownerReferences', exists: true }, { ready: true }] },
                },
                is: 3,
              },
            ],
          },
        },
        {
          id: 'created',
          glyph: 'created',
          text: { en: 'A fourth Pod is created', zh: '第四个 Pod 被创建' },
          happens: { count: { kind: 'Pod' }, is: 4 },
        },
        {
          id: 'labelled',
          text: { en: 'The Pod has its new label', zh: 'Pod 有了新的标签' },
          happens: { object: `Pod/${odd}`, path: 'metadata.labels.version', equals: 'debug' },
        },
        {
          id: 'counted',
          text: {
            en: 'The status of the ReplicaSet says three of three Ready',
            zh: 'ReplicaSet 的 status 写着三个全部就绪',
          },
          happens: {
            all: [
              { not: isOwned },
              { count: { kind: 'Pod', where: { ready: true } }, is: 4 },
              { object: 'ReplicaSet/apache', path: 'status.readyReplicas', equals: 3 },
            ],
          },
        },
      ],
      hints: [
        {
          en: 'A controller acts on what it sees, and reports at the end.',
          zh: '控制器看到了才动手，最后才汇报。',
        },
      ],
      explanation: {
        en: 'Nobody ends the relabelled Pod. It is released, and somebody is put in its place.',
        zh: '改了标签的 Pod 没有谁去结束它。它被放开，位置上另有一个补上。',
      },
    },
    { id: 'how-many-in-the-end', kind: 'generated', generator: 'pod-label-removed' },
    {
      id: 'put-the-label-back',
      kind: 'single',
      concept: 'replicaset-ownership',
      claims: ['replicaset-04', 'replicaset-05'],
      question: {
        en: 'A Pod was taken out of a ReplicaSet by a changed label, and a replacement runs. You are done with looking, and give it its old label back. What follows?',
        zh: '改标签把一个 Pod 从 ReplicaSet 里摘了出来，替补已在运行。查完之后，你把原来的标签改了回去。接下来会怎样？',
      },
      choices: [
        {
          text: {
            en: 'It is adopted, and one Pod too many is deleted',
            zh: '它被收养，多出来的一个 Pod 被删除',
          },
          correct: true,
          because: {
            en: 'It matches and has no owner. Then there are four where three are wanted, and the usual order says who goes.',
            zh: '它匹配，又没有属主。这样就有四个，而要的是三个，走哪一个由通常的次序决定。',
          },
        },
        {
          text: {
            en: 'It stays outside: it was let go for good',
            zh: '它仍在外面，不会再收回',
          },
          correct: false,
          misconception: 'orphans-are-never-adopted',
          because: {
            en: 'A controller has no memory of that. It sees a Pod without an owner that matches.',
            zh: '控制器不记得这些。它看到的是一个匹配而没有属主的 Pod。',
          },
        },
        {
          text: {
            en: 'It belongs to the ReplicaSet again, as a fourth replica',
            zh: '又归 ReplicaSet 所有，成了多出来的第四个副本',
          },
          correct: false,
          misconception: 'adopted-pods-are-never-deleted',
          because: {
            en: 'Three are wanted. Adopted Pods count like all others.',
            zh: '要的是三个。收养来的和别的一样计数。',
          },
        },
      ],
      hints: [
        {
          en: 'What did lesson 2 say of the Pod helper?',
          zh: '第 2 课里的 Pod helper 后来怎样了？',
        },
      ],
      explanation: {
        en: 'If it is not to come back, delete it when you are done: nobody replaces a Pod without an owner.',
        zh: '如果不想让它回来，查完就删掉：没有属主的 Pod，没有谁会来补。',
      },
    },
    {
      id: 'take-one-out',
      kind: 'lab',
      concept: 'replicaset-ownership',
      claims: ['replicaset-04', 'replicaset-05'],
      lab: 'take-one-out',
      question: {
        en: `Take ${odd} out of its ReplicaSet and out of the Service, keep it running, and let three Pods serve all the time.`,
        zh: `把 ${odd} 从 ReplicaSet 和 Service 里摘出来，让它继续运行，而且任何时刻都有三个 Pod 在服务。`,
      },
      hints: [
        {
          en: 'Two selectors, two labels. Which one may be lost first without the Service noticing?',
          zh: '两个选择算符，两个标签。先丢哪一个，Service 察觉不到？',
        },
      ],
      explanation: {
        en: 'First the label that only the ReplicaSet asks for: it makes a replacement while the old Pod still serves. Then the label that the Service asks for.',
        zh: '先改只有 ReplicaSet 会问的标签：它去补一个，旧的还在服务。再改 Service 会问的标签。',
      },
    },
  ],
});
