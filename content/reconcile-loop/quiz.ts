import 'server-only';
import type { Condition } from '@/lib/lab/condition';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Happening } from '@/lib/quiz/happening';

const lost = 'web-7fsw7';
const there = (pod: string): Condition => ({ object: `Pod/${pod}`, exists: true });
const gone = (pod: string): Condition => ({ object: `Pod/${pod}`, exists: false });
const pods = (count: number): Happening => ({ count: { kind: 'Pod' }, is: count });
const restarted: Condition = {
  object: 'Pod/web-lmff7',
  path: 'status.containerStatuses.0.restartCount',
  equals: 1,
};

/** The items of lesson 2. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'after-the-crash',
      kind: 'predict',
      concept: 'two-repair-loops',
      claims: ['controllers-04'],
      run: { scenario: 'crash-once', isOfSeed: true },
      judgedAtMs: 20_000,
      question: {
        en: 'A ReplicaSet keeps three Pods. The only container of one of them ends with exit code 1. Ten seconds later, what is different?',
        zh: '一个 ReplicaSet 看着三个 Pod。其中一个 Pod 唯一的容器以退出码 1 结束。十秒之后，哪里不一样了？',
      },
      choices: [
        {
          text: {
            en: 'One Pod shows one restart; all the names are as they were',
            zh: '某个 Pod 重启过一次，名字没变',
          },
          happened: { all: [there('web-lmff7'), restarted, pods(3)] },
          because: {
            en: 'The kubelet of its node started the container again in the same Pod.',
            zh: '所在节点的 kubelet 在同一个 Pod 里把容器又启动了一次。',
          },
        },
        {
          text: { en: 'One Pod has a new name and a new address', zh: '有一个 Pod 换了名字，也换了地址' },
          happened: { all: [gone('web-lmff7'), pods(3)] },
          misconception: 'failed-pods-are-replaced',
          because: {
            en: 'The Pod did not end, only its container did. The ReplicaSet still counts three and has nothing to do.',
            zh: 'Pod 没有结束，结束的只是它的容器。ReplicaSet 数出来还是三个，没有事情可做。',
          },
        },
        {
          text: {
            en: 'There are two Pods: what failed is not brought back',
            zh: '只剩两个 Pod：失败的不会再有',
          },
          happened: pods(2),
          misconception: 'kubelet-gives-up',
          because: {
            en: 'With `restartPolicy: Always`, the only one that a ReplicaSet allows, a container is always started again.',
            zh: 'ReplicaSet 只允许 `restartPolicy: Always`，容器总会被再次启动。',
          },
        },
      ],
      hints: [{ en: 'Who noticed that the program had ended?', zh: '最先发现程序结束的是谁？' }],
      explanation: {
        en: 'Containers are the business of the kubelet, Pods that of the controller. A crash never reaches the controller as long as the Pod is there.',
        zh: '容器归 kubelet 管，Pod 归控制器管。只要 Pod 还在，崩溃就不关控制器的事。',
      },
    },
    {
      id: 'what-a-restart-keeps',
      kind: 'multiple',
      concept: 'two-repair-loops',
      claims: ['controllers-04'],
      question: {
        en: 'The kubelet restarts a container that fell. What is as it was before?',
        zh: 'kubelet 重启了一个倒下的容器。哪些和之前一样？',
      },
      choices: [
        {
          text: { en: 'What the program had in memory', zh: '程序内存里的东西，比如缓存' },
          correct: false,
          misconception: 'restart-keeps-the-containers-files',
          because: {
            en: 'The old process ended, and another one began.',
            zh: '旧进程已经结束，开始的是另一个进程。',
          },
        },
        {
          text: { en: 'The IP address of the Pod', zh: 'Pod 的 IP 地址' },
          correct: true,
          because: {
            en: 'The address belongs to the network of the Pod, which stays as long as the Pod does.',
            zh: '地址属于 Pod 的网络，Pod 在，它就在。',
          },
        },
        {
          text: { en: 'Files in an emptyDir volume', zh: 'emptyDir 卷里的文件' },
          correct: true,
          because: {
            en: 'A volume of the Pod lives as long as the Pod, whatever its containers do.',
            zh: 'Pod 的卷和 Pod 一样长命，容器怎样都不影响它。',
          },
        },
        {
          text: {
            en: 'Files that it wrote anywhere else in its container',
            zh: '程序写在容器里其他地方的文件',
          },
          correct: false,
          misconception: 'restart-keeps-the-containers-files',
          because: {
            en: 'The new container starts from the image again. What the old one wrote beside its volumes is gone.',
            zh: '新的容器又从镜像开始，旧容器写在卷以外的东西都没有了。',
          },
        },
        {
          text: { en: 'The number under RESTARTS', zh: 'RESTARTS 下面的数字' },
          correct: false,
          misconception: 'restarts-count-pods',
          because: {
            en: 'That is what counts it: one more for each start after the first.',
            zh: '它数的正是这个：第一次之后，每启动一次就加一。',
          },
        },
      ],
      hints: [
        {
          en: 'Ask of each: does it belong to the Pod or to the one container?',
          zh: '逐个问：它属于 Pod，还是属于那一个容器？',
        },
      ],
      explanation: {
        en: 'A Pod is the lasting frame: name, address, volumes. Containers come and go in it.',
        zh: 'Pod 是留下来的框架：名字、地址、卷。容器在里面来来去去。',
      },
    },
    { id: 'how-many-restarts', kind: 'generated', generator: 'container-restart-count' },
    {
      id: 'who-acts',
      kind: 'match',
      concept: 'workload-controllers',
      claims: ['controllers-01', 'controllers-03'],
      question: { en: 'Who acts first on each of these?', zh: '下面每件事，最先动手的是谁？' },
      choices: [
        { id: 'kubelet', text: { en: 'The kubelet of the node', zh: '节点上的 kubelet' } },
        { id: 'replicaset', text: { en: 'The ReplicaSet controller', zh: 'ReplicaSet 控制器' } },
        { id: 'node', text: { en: 'The node lifecycle controller', zh: '节点生命周期控制器' } },
        { id: 'deployment', text: { en: 'The Deployment controller', zh: 'Deployment 控制器' } },
      ],
      stems: [
        {
          text: { en: 'A program ends with exit code 1', zh: '程序以退出码 1 结束' },
          choice: 'kubelet',
          wrong: { replicaset: 'failed-pods-are-replaced', node: 'kubelet-only-reports' },
          because: {
            en: 'It started the container and sees its end before anybody else.',
            zh: '容器是它启动的，结束也是它最先看到。',
          },
        },
        {
          text: { en: 'A Pod is deleted', zh: '一个 Pod 被删除' },
          choice: 'replicaset',
          wrong: { kubelet: 'kubelet-replaces-pods', deployment: 'deployment-makes-pods' },
          because: {
            en: 'It counts one Pod fewer than its `spec.replicas` asks for.',
            zh: '它数出来的 Pod 比 `spec.replicas` 要的少一个。',
          },
        },
        {
          text: { en: 'A node has not renewed its lease for 50 s', zh: '一个节点 50 秒没有续租' },
          choice: 'node',
          wrong: { kubelet: 'kubelet-only-reports', replicaset: 'lost-nodes-are-noticed-at-once' },
          because: {
            en: 'It watches the leases, and writes NotReady when one is not renewed in time.',
            zh: '它看着租约，到时没有续上，就写下 NotReady。',
          },
        },
        {
          text: {
            en: 'The image in the template of a Deployment is changed',
            zh: 'Deployment 模板里的镜像变了',
          },
          choice: 'deployment',
          wrong: { replicaset: 'replicaset-updates-its-pods', kubelet: 'kubelet-replaces-pods' },
          because: {
            en: 'It creates a ReplicaSet for the new template. That one creates the Pods.',
            zh: '它为新模板创建一个 ReplicaSet，Pod 由后者创建。',
          },
        },
      ],
      hints: [
        {
          en: 'Each of them looks at one sort of object. Which object has changed?',
          zh: '它们各自只看一种对象。变化的是哪一种？',
        },
      ],
      explanation: {
        en: 'No controller does everything. Each looks at its own objects and takes one step; the next one takes it from there.',
        zh: '没有哪个控制器什么都管。各自看着自己的对象，走一步，后面的由下一个接着走。',
      },
    },
    {
      id: 'silence-in-order',
      kind: 'order',
      concept: 'node-failure',
      claims: ['controllers-04'],
      run: { scenario: 'node-silent', isOfSeed: true },
      fromMs: 10_000,
      untilMs: 400_000,
      question: {
        en: 'The cable of node-2 is pulled. One Pod of a ReplicaSet runs there. Put in order what happens.',
        zh: '拔掉 node-2 的网线，上面有某个 ReplicaSet 的一个 Pod。请排出先后。',
      },
      steps: [
        {
          id: 'created',
          glyph: 'created',
          text: { en: 'Another Pod is created', zh: '另一个 Pod 被创建' },
          happens: { count: { kind: 'Pod' }, is: 4 },
        },
        {
          id: 'marked',
          glyph: 'marked',
          text: { en: 'The Pod on node-2 is marked for deletion', zh: 'node-2 上的 Pod 被标记为删除' },
          happens: { pod: lost, terminating: true },
        },
        {
          id: 'not-ready',
          text: { en: 'node-2 becomes NotReady', zh: 'node-2 变成 NotReady' },
          happens: {
            count: {
              kind: 'Node',
              where: { path: 'status.conditions', has: { type: 'Ready', status: 'Unknown' } },
            },
            is: 1,
          },
        },
        {
          id: 'ready',
          glyph: 'ready',
          text: { en: 'Three Pods are Ready again', zh: '又有三个 Pod 就绪' },
          happens: {
            all: [
              { pod: lost, terminating: true },
              { count: { kind: 'Pod', where: { ready: true } }, is: 3 },
            ],
          },
        },
      ],
      hints: [
        {
          en: 'First somebody has to miss the node. Then everybody waits five minutes.',
          zh: '先要有谁发现节点不见了。然后大家等五分钟。',
        },
      ],
      explanation: {
        en: 'Nothing can tell a dead node from a silent one, so the cluster waits: about 50 s until NotReady, 300 s more until its Pods are given up.',
        zh: '没有谁分得清节点是死了还是没出声，所以集群会等：约 50 秒变成 NotReady，再过 300 秒才放弃上面的 Pod。',
      },
    },
    { id: 'how-long-until-lost', kind: 'generated', generator: 'node-lost' },
    {
      id: 'pods-after-six-minutes',
      kind: 'numeric',
      concept: 'node-failure',
      claims: ['controllers-03'],
      run: { scenario: 'node-silent' },
      reads: { count: { kind: 'Pod' }, atMs: 390_000 },
      question: {
        en: 'A ReplicaSet asks for 3 Pods, one of them on a node that has been silent for six minutes and a half. How many Pods of it does `kubectl get pods` list?',
        zh: 'ReplicaSet 要 3 个 Pod，其中一个所在的节点已经沉默了六分半钟。`kubectl get pods` 会列出它的几个 Pod？',
      },
      because: {
        en: 'Three that count, and the lost one, which is Terminating until its kubelet is heard again.',
        zh: '算数的三个，加上失联的那个；它要等 kubelet 重新有消息，在那之前一直是 Terminating。',
      },
      wrong: [
        {
          answer: 3,
          misconception: 'replicas-hold-at-every-moment',
          because: {
            en: 'Three is what counts. A Pod that is marked for deletion does not count and is still listed.',
            zh: '三个是算数的。带删除标记的 Pod 不算数，但仍会列出来。',
          },
        },
        {
          answer: 2,
          misconception: 'deleted-pods-are-gone-at-once',
          because: {
            en: 'The successor has been created, and the lost one is still an object.',
            zh: '接替的已经创建了，失联的那个对象也还在。',
          },
        },
      ],
      hints: [
        {
          en: 'Who would have to say that the program on the silent node has stopped?',
          zh: '沉默的节点上程序停了没有，要由谁来说？',
        },
      ],
      explanation: {
        en: '`spec.replicas` is where the loop is heading. What exists at a moment may be more or less.',
        zh: '`spec.replicas` 是循环要走到的地方，某一刻实际有的可能更多，也可能更少。',
      },
    },
    { id: 'taken-in-or-not', kind: 'generated', generator: 'replicaset-adopts' },
    { id: 'which-one-goes', kind: 'generated', generator: 'replicaset-victim' },
    {
      id: 'never-in-a-template',
      kind: 'hotspot',
      concept: 'workload-controllers',
      claims: ['controllers-01'],
      question: {
        en: 'The API server refuses this ReplicaSet. Which line is to blame?',
        zh: 'API 服务器拒绝了这个 ReplicaSet。问题出在哪一行？',
      },
      source: `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web, tier: front}
    spec:
      restartPolicy: OnFailure
      containers: [{name: main, image: shop:v1}]`,
      regions: [
        {
          text: { en: 'Line 1, the API version', zh: '第 1 行，API 版本' },
          lines: [1, 1],
          points: 0,
          misconception: 'replicaset-is-in-core',
          because: {
            en: 'ReplicaSet is in `apps/v1`. It is the ReplicationController that is in `v1`.',
            zh: 'ReplicaSet 就在 `apps/v1` 里。在 `v1` 里的是 ReplicationController。',
          },
        },
        {
          text: { en: 'Line 8, the selector', zh: '第 8 行，选择算符' },
          lines: [8, 8],
          points: 0,
          misconception: 'selector-must-name-every-label',
          because: {
            en: 'The selector may name fewer labels than the template has. It has to match, and it does.',
            zh: '选择算符写的标签可以比模板少。它要能匹配，这里匹配得上。',
          },
        },
        {
          text: { en: 'Line 11, two labels', zh: '第 11 行，两个标签' },
          lines: [11, 11],
          points: 0,
          misconception: 'selector-must-name-every-label',
          because: {
            en: 'A Pod may carry any number of labels that the selector does not ask for.',
            zh: '选择算符没有问到的标签，Pod 想带几个都可以。',
          },
        },
        {
          text: { en: 'Line 13, the restart policy', zh: '第 13 行，重启策略' },
          lines: [13, 13],
          points: 1,
          because: {
            en: 'Only `Always` is supported here: a ReplicaSet keeps programs that never end. OnFailure is for Jobs.',
            zh: '这里只支持 `Always`：ReplicaSet 看着的是永远不结束的程序。OnFailure 是给 Job 用的。',
          },
        },
      ],
      hints: [
        {
          en: 'What should become of a container of this set that ends well, with exit code 0?',
          zh: '这一组里有容器正常结束，退出码是 0，该拿它怎么办？',
        },
      ],
      explanation: {
        en: 'ReplicaSets, Deployments, StatefulSets and DaemonSets keep what should run for ever. For work that ends there are Jobs.',
        zh: 'ReplicaSet、Deployment、StatefulSet 和 DaemonSet 看着一直要运行的东西。会做完的工作交给 Job。',
      },
    },
    {
      id: 'what-to-write',
      kind: 'single',
      concept: 'workload-controllers',
      claims: ['controllers-02', 'controllers-06'],
      question: {
        en: 'A web server without state, several replicas, a new version every week. What do you write?',
        zh: '一个无状态的网站服务器，要几个副本，每周换一次版本。你写哪一种？',
      },
      choices: [
        {
          text: {
            en: 'A ReplicaSet, and change its template each week',
            zh: '写 ReplicaSet，每周改它的模板',
          },
          correct: false,
          misconception: 'replicaset-updates-its-pods',
          because: {
            en: 'Its Pods would go on with the old version: a template is used only when a Pod is created.',
            zh: '它的 Pod 仍是旧版本：模板只在创建 Pod 时用。',
          },
        },
        {
          text: { en: 'A Deployment, which keeps ReplicaSets', zh: '写 Deployment，由它看着 ReplicaSet' },
          correct: true,
          because: {
            en: 'It makes a ReplicaSet for each version and moves the Pods over, and back again if need be.',
            zh: '它为每个版本创建一个 ReplicaSet，把 Pod 挪过去，需要时再挪回来。',
          },
        },
        {
          text: { en: 'A ReplicationController', zh: '写 ReplicationController' },
          correct: false,
          misconception: 'replicationcontroller-is-current',
          because: {
            en: 'It is the elder of the two and kept for old manifests. Its selector knows equality alone.',
            zh: '两者中它更老，留着是为了旧清单。它的选择算符只认等值。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of the three in Figure 2.5 moved its Pods to `shop:v2`?',
          zh: '图 2.5 的三者里，谁把 Pod 换成了 `shop:v2`？',
        },
      ],
      explanation: {
        en: 'A ReplicaSet keeps a number of Pods. A Deployment keeps versions, and has a ReplicaSet for each.',
        zh: 'ReplicaSet 看着若干个 Pod。Deployment 看着各个版本，每个版本有一个 ReplicaSet。',
      },
    },
    {
      id: 'empty-the-node',
      kind: 'lab',
      concept: 'node-failure',
      claims: ['controllers-05'],
      lab: 'empty-the-node',
      question: {
        en: 'Empty node-2 of the Pods of web. Three are Ready at the end, and never fewer than two.',
        zh: '让 node-2 上不再有 web 的 Pod。最后三个就绪，而且从不少于两个。',
      },
      hints: [
        {
          en: 'Where may the scheduler put the successor of a Pod that you delete?',
          zh: '你删掉一个 Pod，接替它的会被调度到哪里？',
        },
      ],
      explanation: {
        en: 'Cordon first, then take the Pod away. `kubectl drain` does both, in this order.',
        zh: '先隔离节点，再移走 Pod。`kubectl drain` 两样都做，次序也是这样。',
      },
    },
  ],
});
