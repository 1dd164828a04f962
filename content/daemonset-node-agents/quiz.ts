import 'server-only';
import { apply, at, plainContainer, workload } from '@/content/generators/manifests';
import type { Taint } from '@/lib/cluster/objects';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Happening } from '@/lib/quiz/happening';
import type { Run } from '@/lib/quiz/run';

const ofControlPlane = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' } satisfies Taint;
const inSetup = { key: 'setup', value: 'running', effect: 'NoSchedule' } satisfies Taint;
const workers = ['node-1', 'node-2', 'node-3'];
const subject = 'DaemonSet/agent';
const agent = (image: string, podSpec: Parameters<typeof workload>[4] = {}) =>
  apply(workload('DaemonSet', 'agent', image, {}, podSpec));

const fiveNodes: Run = {
  nodes: [
    ...['control-1', 'control-2'].map((name) => ({ name, taints: [ofControlPlane] })),
    ...workers.map((name) => ({ name })),
  ],
  subject,
  commands: at(0, agent('agent:v1')),
};

const smallNode: Run = {
  nodes: [{ name: 'node-1' }, { name: 'node-2' }, { name: 'small', memory: '1Gi' }],
  subject,
  commands: at(
    0,
    agent('agent:v1', {
      containers: [plainContainer('agent:v1', { resources: { requests: { memory: '2Gi' } } })],
    }),
  ),
};

const joining: Run = {
  nodes: workers,
  subject,
  commands: [
    ...at(0, agent('agent:v1')),
    ...at(10_000, { verb: 'addNode', node: { name: 'node-4', taints: [inSetup] } }),
    ...at(40_000, {
      verb: 'patch',
      kind: 'Node',
      name: 'node-4',
      type: 'merge',
      body: { spec: { taints: null } },
    }),
  ],
};

const orphanedAndNew: Run = {
  nodes: workers,
  subject,
  commands: [
    ...at(0, agent('agent:v1')),
    ...at(10_000, { verb: 'delete', kind: 'DaemonSet', name: 'agent', propagationPolicy: 'Orphan' }),
    ...at(18_000, agent('agent:v2')),
  ],
};

const image = (name: string) => ({ path: 'spec.containers.0.image', equals: name });
const pods = (is: number, ...where: readonly object[]): Happening =>
  ({ count: { kind: 'Pod', where: { all: where } }, is }) as Happening;
const some = (...where: readonly object[]): Happening =>
  ({ count: { kind: 'Pod', where: { all: where } }, atLeast: 1 }) as Happening;

/** The items of lesson 8. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'how-many-are-desired',
      kind: 'numeric',
      concept: 'daemonset-nodes',
      claims: ['daemonset-01', 'daemonset-08'],
      run: fiveNodes,
      reads: { object: 'DaemonSet/agent', path: 'status.desiredNumberScheduled', atMs: 10_000 },
      question: {
        en: 'A cluster has three workers and two nodes of the control plane with their usual taint. A log agent is rolled out as a DaemonSet without tolerations. What does `kubectl get ds` show under DESIRED?',
        zh: '集群有三个工作节点，还有两个带着惯常污点的控制平面节点。日志代理以 DaemonSet 部署，没有写容忍度。`kubectl get ds` 的 DESIRED 是多少？',
      },
      because: {
        en: 'DESIRED counts eligible nodes, and the two are not: nobody tolerates their taint.',
        zh: 'DESIRED 数的是合格节点，那两个不合格：它们的污点没有被容忍。',
      },
      wrong: [
        {
          answer: 5,
          misconception: 'daemonset-covers-control-planes',
          because: {
            en: 'The taint of the control plane is not among those that are tolerated for free.',
            zh: '白送的容忍度里没有控制平面的污点。',
          },
        },
        {
          answer: 1,
          misconception: 'daemonset-has-replicas',
          because: {
            en: 'There is no `replicas` whose default could be 1. The nodes say how many.',
            zh: '这里没有 `replicas`，也就没有默认的 1。个数由节点决定。',
          },
        },
      ],
      hints: [
        {
          en: 'Which nodes may a Pod without tolerations not enter?',
          zh: '没有容忍度的 Pod，哪些节点进不去？',
        },
      ],
      explanation: {
        en: 'READY is equal to DESIRED, and two nodes are without an agent. Compare with the number of nodes.',
        zh: 'READY 等于 DESIRED，却有两个节点没有代理。该拿来比较的是节点数。',
      },
    },
    { id: 'which-nodes-run-it', kind: 'generated', generator: 'daemonset-eligible-nodes' },
    {
      id: 'a-node-too-small',
      kind: 'predict',
      concept: 'daemonset-nodes',
      claims: ['daemonset-01'],
      run: smallNode,
      judgedAtMs: 10_000,
      question: {
        en: 'A DaemonSet without tolerations asks for `memory: 2Gi` in each Pod. Of three nodes without taints, `small` has 1 GiB. What is there ten seconds later?',
        zh: '一个没有容忍度的 DaemonSet，每个 Pod 申请 `memory: 2Gi`。三个没有污点的节点里，`small` 只有 1 GiB。十秒之后有什么？',
      },
      choices: [
        {
          text: {
            en: 'Two Pods: a full node is not eligible',
            zh: '两个 Pod：资源不够的节点不算合格节点',
          },
          happened: pods(2),
          misconception: 'full-nodes-are-not-eligible',
          because: {
            en: 'Labels and taints decide whether a node is eligible. Resources do not.',
            zh: '决定是否合格的是标签和污点，不是资源。',
          },
        },
        {
          text: { en: 'Three Pods, one of them Pending', zh: '三个 Pod，其中一个 Pending' },
          happened: pods(1, { path: 'status.phase', equals: 'Pending' }),
          because: {
            en: 'The controller makes a Pod for `small`, and the scheduler finds no room there.',
            zh: '控制器为 `small` 创建了 Pod，调度器在那里找不到空位。',
          },
        },
        {
          text: {
            en: 'Three Pods that run: their controller places them',
            zh: '三个 Pod 都在运行：由控制器直接放置',
          },
          happened: pods(3, { path: 'status.phase', equals: 'Running' }),
          misconception: 'daemonset-bypasses-scheduler',
          because: {
            en: 'The controller names the node. The scheduler binds, and asks about resources as for any Pod.',
            zh: '控制器只写明节点。绑定由调度器来做，资源照样要问。',
          },
        },
      ],
      hints: [
        {
          en: 'Who binds the Pod, and what does it ask first?',
          zh: '绑定 Pod 的是谁？绑定之前要问什么？',
        },
      ],
      explanation: {
        en: 'An agent should ask for little, and may have a high priority: then others give way for it.',
        zh: '代理要申请得少；也可以给它高优先级，让别的 Pod 给它让位。',
      },
    },
    { id: 'who-is-evicted-when', kind: 'generated', generator: 'taint-toleration-seconds' },
    {
      id: 'what-becomes-of-the-agent',
      kind: 'match',
      concept: 'daemonset-nodes',
      claims: ['daemonset-02'],
      question: {
        en: 'A DaemonSet without tolerations of its own runs on a node. What becomes of its Pod when this happens to the node?',
        zh: '一个自己没写容忍度的 DaemonSet 在某个节点上运行。节点遇到下面的事，它的 Pod 会怎样？',
      },
      choices: [
        {
          id: 'returns',
          text: { en: 'It runs on; a deleted one comes back', zh: '照常运行；删掉了还会再来' },
        },
        {
          id: 'stays',
          text: { en: 'It runs on; a deleted one does not come back', zh: '照常运行；删掉了就不再来' },
        },
        { id: 'goes', text: { en: 'It is taken away', zh: '会被移走' } },
      ],
      stems: [
        {
          text: { en: '`kubectl cordon`', zh: '`kubectl cordon`' },
          choice: 'returns',
          wrong: { stays: 'cordon-keeps-daemons-away', goes: 'drain-takes-everything' },
          because: {
            en: 'The taint of a cordon is one of the six that are tolerated for free.',
            zh: '隔离带来的污点，是白送的六条容忍度之一。',
          },
        },
        {
          text: { en: 'A taint `dedicated=db:NoSchedule`', zh: '加上污点 `dedicated=db:NoSchedule`' },
          choice: 'stays',
          wrong: { returns: 'daemonset-runs-on-every-node', goes: 'taints-empty-the-node' },
          because: {
            en: 'NoSchedule concerns new Pods: the one that is there is misscheduled, and stays.',
            zh: 'NoSchedule 只管新的 Pod：已经在的算作错放，但会留下。',
          },
        },
        {
          text: { en: 'A taint `dedicated=db:NoExecute`', zh: '加上污点 `dedicated=db:NoExecute`' },
          choice: 'goes',
          wrong: { returns: 'daemonset-runs-on-every-node', stays: 'taints-are-only-for-new-pods' },
          because: {
            en: 'NoExecute is also for Pods that run, and nothing tolerates this one.',
            zh: 'NoExecute 连在运行的 Pod 也管，而这个污点没有被容忍。',
          },
        },
        {
          text: {
            en: 'It loses the label that the nodeSelector asks for',
            zh: '失去了 nodeSelector 要求的标签',
          },
          choice: 'goes',
          wrong: {
            returns: 'daemonset-ignores-node-selector',
            stays: 'labels-are-asked-only-when-placed',
          },
          because: {
            en: 'The controller asks for labels at each change of a node, and deletes what does not fit.',
            zh: '节点每变一次，控制器就再问一次标签，不符合的就删除。',
          },
        },
      ],
      hints: [
        {
          en: 'Two questions: may a Pod come? May the one that is there stay?',
          zh: '两个问题：新的能来吗？已经在的能留吗？',
        },
      ],
      explanation: {
        en: 'Of these only a NoSchedule taint answers the two questions differently.',
        zh: '其中只有 NoSchedule 污点，对两个问题的回答不一样。',
      },
    },
    {
      id: 'one-is-misscheduled',
      kind: 'single',
      concept: 'daemonset-nodes',
      claims: ['daemonset-02'],
      question: {
        en: '`kubectl describe ds agent` says `Number of Nodes Misscheduled: 1`. What is the case?',
        zh: '`kubectl describe ds agent` 显示 `Number of Nodes Misscheduled: 1`。是什么情况？',
      },
      choices: [
        {
          text: {
            en: 'The scheduler has bound a Pod to a wrong node',
            zh: '调度器把一个 Pod 绑到了错的节点上',
          },
          correct: false,
          misconception: 'misscheduled-is-a-scheduler-fault',
          because: {
            en: 'It had no choice: the Pod named one node, and that one was eligible then.',
            zh: '它没得选：Pod 只写了一个节点，那时这个节点也是合格的。',
          },
        },
        {
          text: {
            en: 'A Pod runs on a node that has ceased to be eligible',
            zh: '某个 Pod 所在的节点已经不再合格',
          },
          correct: true,
          because: {
            en: 'For example after a new NoSchedule taint. The Pod may stay, and counts as surplus.',
            zh: '比如后来加了 NoSchedule 污点。Pod 可以留下，但算是多出来的。',
          },
        },
        {
          text: { en: 'A Pod of the set is Pending', zh: '有一个 Pod 处于 Pending' },
          correct: false,
          misconception: 'misscheduled-is-a-scheduler-fault',
          because: {
            en: 'A Pending Pod counts under CURRENT on its eligible node, and is not READY.',
            zh: 'Pending 的 Pod 在合格节点上，计入 CURRENT，只是不算 READY。',
          },
        },
      ],
      hints: [
        {
          en: 'In Figure 8.3 the number rose. What had been done, and to what?',
          zh: '图 8.3 里这个数变成了一。动过的是什么？',
        },
      ],
      explanation: {
        en: 'The name is older than the part that the scheduler has in it. Look at the labels and taints of the nodes.',
        zh: '这个名字比调度器参与进来还要早。该去看的是节点的标签和污点。',
      },
    },
    {
      id: 'tolerated-for-free',
      kind: 'multiple',
      concept: 'daemonset-nodes',
      claims: ['daemonset-02'],
      question: {
        en: 'Which of these taints does a Pod of a DaemonSet tolerate without a line in your template?',
        zh: '模板里一行也不写，DaemonSet 的 Pod 能容忍下面哪些污点？',
      },
      choices: [
        {
          text: {
            en: '`node.kubernetes.io/unschedulable:NoSchedule`',
            zh: '`node.kubernetes.io/unschedulable:NoSchedule`',
          },
          correct: true,
          because: {
            en: 'A cordoned node keeps its agent, and gets one again.',
            zh: '被隔离的节点留着代理，没了还会再来。',
          },
        },
        {
          text: {
            en: '`node-role.kubernetes.io/control-plane:NoSchedule`',
            zh: '`node-role.kubernetes.io/control-plane:NoSchedule`',
          },
          correct: false,
          misconception: 'daemonset-covers-control-planes',
          because: {
            en: 'It is no sign of illness but a wish of the installer. You have to tolerate it yourself.',
            zh: '它不表示节点出了状况，而是安装程序的意愿。要你自己写容忍度。',
          },
        },
        {
          text: {
            en: '`node.kubernetes.io/unreachable:NoExecute`',
            zh: '`node.kubernetes.io/unreachable:NoExecute`',
          },
          correct: true,
          because: {
            en: 'And without a time limit: on a silent node the agent is not given up.',
            zh: '而且没有期限：节点失联，代理也不会被放弃。',
          },
        },
        {
          text: { en: '`repair=now:NoExecute`', zh: '`repair=now:NoExecute`' },
          correct: false,
          misconception: 'taints-are-only-for-new-pods',
          because: {
            en: 'It is a taint of your own, and its effect reaches Pods that run: the agent goes.',
            zh: '这是你自己加的污点，效果还会波及在运行的 Pod：代理会走。',
          },
        },
        {
          text: { en: '`dedicated=db:NoSchedule`', zh: '`dedicated=db:NoSchedule`' },
          correct: false,
          misconception: 'daemonset-runs-on-every-node',
          because: {
            en: 'A taint of your own is unknown to the controller.',
            zh: '你自己加的污点，控制器并不认识。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of them does Kubernetes set itself when something happens to a node?',
          zh: '节点出了状况时，哪些是 Kubernetes 自己加的？',
        },
      ],
      explanation: {
        en: 'Read them off any Pod: `kubectl get pod … -o yaml`, under `tolerations`.',
        zh: '随便找一个 Pod 就能读到：`kubectl get pod … -o yaml`，看 `tolerations`。',
      },
    },
    {
      id: 'after-the-drain',
      kind: 'single',
      concept: 'taint-eviction',
      claims: ['daemonset-04'],
      question: {
        en: '`kubectl drain node-2 --ignore-daemonsets` has ended well. On node-2 ran a Pod of a Deployment and a Pod of a DaemonSet. What is there now?',
        zh: '`kubectl drain node-2 --ignore-daemonsets` 顺利结束。原来 node-2 上有一个 Deployment 的 Pod 和一个 DaemonSet 的 Pod。现在有什么？',
      },
      choices: [
        {
          text: {
            en: 'Neither: a drained node is empty',
            zh: '都没有了：腾空之后节点就是空的',
          },
          correct: false,
          misconception: 'drain-takes-everything',
          because: {
            en: 'The controller would put the agent back at once, so the drain does not even try.',
            zh: '控制器马上又会放回一个代理，所以 drain 根本不去动它。',
          },
        },
        {
          text: {
            en: 'Only the Pod of the DaemonSet, running as before',
            zh: '只有 DaemonSet 的 Pod，和之前一样在运行',
          },
          correct: true,
          because: {
            en: 'To ignore them means to leave them where they are.',
            zh: '所谓忽略，就是让它留在原处。',
          },
        },
        {
          text: {
            en: 'Only that of the DaemonSet, and it stays only until it is restarted or deleted',
            zh: '只有 DaemonSet 的 Pod，而且一旦被重启或删除就不会再有',
          },
          correct: false,
          misconception: 'cordon-keeps-daemons-away',
          because: {
            en: 'A node that is drained is cordoned, and a cordon is tolerated: a deleted agent comes back.',
            zh: '腾空的节点是被隔离的，而隔离是被容忍的：删掉了还会再来。',
          },
        },
      ],
      hints: [
        {
          en: 'Why does drain ask for that flag at all?',
          zh: 'drain 为什么非要这个参数不可？',
        },
      ],
      explanation: {
        en: 'A drain takes away what can run elsewhere. When the Node is deleted afterwards, the agent is cleared up too.',
        zh: 'drain 移走的是能去别处的。之后删除 Node，代理也会被清理。',
      },
    },
    {
      id: 'a-node-in-setup',
      kind: 'numeric',
      concept: 'daemonset-nodes',
      claims: ['daemonset-03'],
      run: joining,
      reads: {
        first: { count: { kind: 'Pod', where: { path: 'spec.nodeName', equals: 'node-4' } }, atLeast: 1 },
        fromMs: 10_000,
        untilMs: 120_000,
      },
      units: [{ name: 's', times: 1 }],
      tolerance: { by: 'nominal', t: 1 },
      question: {
        en: 'A node joins with the taint `setup=running:NoSchedule`. Thirty seconds later its installer takes the taint away. Nobody touches the DaemonSet, which has no tolerations. How many seconds after it joined does the node have its agent?',
        zh: '一个节点加入时带着污点 `setup=running:NoSchedule`，三十秒后安装程序去掉了它。没有人动过 DaemonSet，它也没有写容忍度。节点加入多少秒之后有了代理？',
      },
      because: {
        en: 'It is eligible from the moment the taint is gone, and the controller looks at each change of a node.',
        zh: '污点一去掉，节点就合格了；节点每变一次，控制器都会看。',
      },
      wrong: [
        {
          answer: 0,
          misconception: 'daemonset-runs-on-every-node',
          because: {
            en: 'When it joined it was not eligible: the taint was not tolerated.',
            zh: '加入的时候它还不合格：污点没有被容忍。',
          },
        },
      ],
      hints: [{ en: 'From when on is the node eligible?', zh: '节点从什么时候起合格？' }],
      explanation: {
        en: 'Joining is one way to become eligible. A new label or a taint that goes are others, and all work alike.',
        zh: '加入集群只是变合格的一种途径。改了标签、去掉污点也是，效果一样。',
      },
    },
    {
      id: 'orphans-and-a-new-image',
      kind: 'predict',
      concept: 'garbage-collection',
      claims: ['daemonset-05'],
      run: orphanedAndNew,
      judgedAtMs: 60_000,
      question: {
        en: 'Three agents run `agent:v1`. Their DaemonSet is deleted with `--cascade=orphan`, then applied again under its old name and selector, with `agent:v2`. What is there a minute later?',
        zh: '三个代理运行着 `agent:v1`。用 `--cascade=orphan` 删除它们的 DaemonSet，再以原来的名字和选择算符应用，镜像换成 `agent:v2`。一分钟之后有什么？',
      },
      choices: [
        {
          text: { en: 'Six Pods: two on each node', zh: '六个 Pod：每个节点两个' },
          happened: pods(6),
          misconception: 'orphans-are-never-adopted',
          because: {
            en: 'The orphans match the selector, so the new set made itself their owner.',
            zh: '孤儿 Pod 与选择算符匹配，新的 DaemonSet 就成了它们的属主。',
          },
        },
        {
          text: { en: 'Three Pods of `agent:v1`, adopted', zh: '三个 `agent:v1` 的 Pod，都被收养' },
          happened: pods(3, image('agent:v1')),
          misconception: 'adopted-pods-are-never-deleted',
          because: {
            en: 'They were adopted, and like any Pod of an old template replaced afterwards.',
            zh: '它们确实被收养了，然后和旧模板的 Pod 一样被替换。',
          },
        },
        {
          text: { en: 'Three Pods of `agent:v2`', zh: '三个 `agent:v2` 的 Pod' },
          happened: pods(3, image('agent:v2')),
          because: {
            en: 'First adoption, then a rolling update, node by node.',
            zh: '先收养，再滚动更新，一个节点接一个节点。',
          },
        },
      ],
      hints: [
        {
          en: 'An adopted Pod is a Pod of the set. Which template is it of?',
          zh: '收养来的 Pod 就是自己的 Pod。它出自哪份模板？',
        },
      ],
      explanation: {
        en: 'In this way even an immutable field can be changed, without a gap for the agents.',
        zh: '要改不可变的字段，也可以这样绕过去，代理不必中断。',
      },
    },
    { id: 'how-few-during-an-update', kind: 'generated', generator: 'daemonset-update-fewest' },
    {
      id: 'surge-in-order',
      kind: 'order',
      concept: 'update-strategies',
      claims: ['daemonset-01'],
      run: { scenario: 'update-with-surge' },
      fromMs: 10_000,
      untilMs: 40_000,
      question: {
        en: 'A DaemonSet with `maxSurge: 1` and `maxUnavailable: 0` gets a new image. Put in order what happens on the first node.',
        zh: 'DaemonSet 设了 `maxSurge: 1`、`maxUnavailable: 0`，换了新镜像。请排出第一个节点上的先后。',
      },
      steps: [
        {
          id: 'marked',
          glyph: 'marked',
          text: { en: 'The old Pod is marked for deletion', zh: '旧的 Pod 被标记为删除' },
          happens: some(image('agent:v1'), { terminating: true }),
        },
        {
          id: 'ready',
          glyph: 'ready',
          text: { en: 'The new Pod is Ready', zh: '新的 Pod 就绪' },
          happens: some(image('agent:v2'), { ready: true }),
        },
        {
          id: 'gone',
          glyph: 'gone',
          text: { en: 'The old Pod is gone', zh: '旧的 Pod 消失' },
          happens: { not: { count: { kind: 'Pod', where: image('agent:v1') }, is: 3 } },
        },
        {
          id: 'created',
          glyph: 'created',
          text: { en: 'The new Pod is created', zh: '新的 Pod 被创建' },
          happens: some(image('agent:v2')),
        },
      ],
      turned: [
        { pair: ['marked', 'created'], misconception: 'daemonset-never-doubles' },
        { pair: ['gone', 'created'], misconception: 'daemonset-never-doubles' },
        { pair: ['marked', 'ready'], misconception: 'running-is-ready' },
      ],
      hints: [
        {
          en: 'Nothing may be unavailable. So who has to be there first?',
          zh: '一个也不许不可用。那么谁得先到？',
        },
      ],
      explanation: {
        en: 'For a while both are on the node. With the default, `maxUnavailable: 1`, the old one would go first.',
        zh: '有一会儿两个都在节点上。如果是默认的 `maxUnavailable: 1`，旧的会先走。',
      },
    },
    {
      id: 'what-belongs-on-every-node',
      kind: 'multiple',
      concept: 'daemon-workloads',
      claims: ['daemonset-06', 'daemonset-08', 'daemonset-09', 'daemonset-10'],
      question: { en: 'Which of these do you run as a DaemonSet?', zh: '下面哪些适合用 DaemonSet 来跑？' },
      choices: [
        {
          text: {
            en: 'The part of a CSI driver that mounts volumes on its node',
            zh: 'CSI 驱动里在本节点挂载卷的部分',
          },
          correct: true,
          because: {
            en: 'It acts on the machine on which it runs. Each needs one.',
            zh: '它操作的是自己所在的机器，每台都要一个。',
          },
        },
        {
          text: {
            en: 'The Prometheus server that collects from all nodes',
            zh: '从所有节点采集数据的 Prometheus 服务器',
          },
          correct: false,
          misconception: 'what-watches-nodes-runs-on-each',
          because: {
            en: 'It reaches every node over the network. A second one would collect everything twice.',
            zh: '它通过网络就能访问每个节点。再来一个，就全都采集两遍。',
          },
        },
        {
          text: {
            en: 'fluentd, which reads the log files of its node',
            zh: 'fluentd，读取本节点的日志文件',
          },
          correct: true,
          because: {
            en: 'The files lie on the node and can be read only there.',
            zh: '文件在节点上，只有在那里才读得到。',
          },
        },
        {
          text: {
            en: 'Logstash with heavy pipelines, fed by the agents of all nodes',
            zh: '流水线很重的 Logstash，由各节点的代理供给数据',
          },
          correct: false,
          misconception: 'what-watches-nodes-runs-on-each',
          because: {
            en: 'What is sent to it may come from anywhere. It should grow with the load, not with the nodes.',
            zh: '发给它的数据来自哪里都行。它该随负载增减，而不是随节点数。',
          },
        },
        {
          text: {
            en: 'A program that asks the API server how many nodes are Ready and counts them',
            zh: '向 API 服务器询问并统计有多少节点 Ready 的程序',
          },
          correct: false,
          misconception: 'what-watches-nodes-runs-on-each',
          because: {
            en: 'It needs the API and no machine in particular. One is enough.',
            zh: '它需要的是 API，而不是哪台机器。有一个就够了。',
          },
        },
        {
          text: {
            en: 'Node Exporter, which measures its machine',
            zh: 'Node Exporter，测量所在的机器',
          },
          correct: true,
          because: {
            en: 'A measurement of a machine has to be taken on it.',
            zh: '要测一台机器，就得在那台机器上测。',
          },
        },
      ],
      hints: [
        {
          en: 'Would the program miss something if it ran on another node?',
          zh: '换到别的节点上跑，它会不会少了什么？',
        },
      ],
      explanation: {
        en: 'What touches the machine itself goes on every machine. What is only fed by agents goes where there is room.',
        zh: '要碰机器本身的，每台机器一份。只是接收代理数据的，放在有空位的地方就行。',
      },
    },
    {
      id: 'an-old-volume-type',
      kind: 'single',
      concept: 'daemon-workloads',
      claims: ['daemonset-07'],
      question: {
        en: 'A manifest of 2018 has a volume of the type `glusterfs`. It is applied to a cluster of today. What happens?',
        zh: '一份 2018 年的清单里有 `glusterfs` 类型的卷。把它应用到今天的集群，会怎样？',
      },
      choices: [
        {
          text: {
            en: 'It works as before: Kubernetes mounts it itself',
            zh: '照旧能用：Kubernetes 自己会挂载',
          },
          correct: false,
          misconception: 'in-tree-volumes-still-work',
          because: {
            en: 'The code that did so was removed in v1.26.',
            zh: '做这件事的代码在 v1.26 里移除了。',
          },
        },
        {
          text: {
            en: 'The API server refuses it as an unknown field',
            zh: 'API 服务器以未知字段为由拒绝',
          },
          correct: false,
          misconception: 'removed-volumes-are-refused',
          because: {
            en: 'The field is still in the API, so that old objects stay readable. You get a warning.',
            zh: '字段还留在 API 里，好让旧对象读得出来。你会看到一条警告。',
          },
        },
        {
          text: {
            en: 'It is taken with a warning, and the Pod does not start',
            zh: '会被接受，附一条警告，而 Pod 启动不了',
          },
          correct: true,
          because: {
            en: 'No plugin of the kubelet knows that type any more, so the volume is never mounted.',
            zh: 'kubelet 已没有认识这个类型的插件，卷永远挂不上。',
          },
        },
      ],
      hints: [
        {
          en: 'A field of an API is kept longer than the code behind it.',
          zh: 'API 的字段比它背后的代码留得久。',
        },
      ],
      explanation: {
        en: 'cephfs and rbd went the same way in v1.31. Storage comes through CSI drivers now, and their node plugins are DaemonSets.',
        zh: 'cephfs 和 rbd 在 v1.31 也走了同样的路。存储如今由 CSI 驱动提供，它们的节点插件就是 DaemonSet。',
      },
    },
    {
      id: 'cover-the-cluster',
      kind: 'lab',
      concept: 'daemonset-nodes',
      claims: ['daemonset-02'],
      lab: 'cover-the-cluster',
      question: {
        en: 'Bring the agent to control as well. Its taint stays, no worker is ever without a Ready agent, and all four come from one template.',
        zh: '让 control 上也有代理。它的污点要留着，任何工作节点都不能有一刻没有就绪的代理，最后四个出自同一份模板。',
      },
      hints: [
        {
          en: 'A toleration changes the template, and with it every node. Who goes first in such an update?',
          zh: '加容忍度就改了模板，每个节点都要更新。这样的更新里谁先走？',
        },
      ],
      explanation: {
        en: 'First the strategy: `maxSurge: 1`, `maxUnavailable: 0`. Then the toleration. In one step it works as well.',
        zh: '先改策略：`maxSurge: 1`，`maxUnavailable: 0`。再加容忍度。一步到位也可以。',
      },
    },
  ],
});
