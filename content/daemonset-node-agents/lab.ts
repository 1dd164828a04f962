import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Json, Manifest, Taint, Toleration } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';
import type { Text } from '@/lib/text';
import { apply, deletePod } from '../commands';

/**
 * The scenarios of lesson 8. A Pod of `agent` takes about 0.3 s to start and is Ready 2 s later; its program ends 2 s after SIGTERM. Names
 * of Pods are chance, and with the seed always the same. The longer than usual file holds one story in both languages.
 */

const container = (image: string) => ({
  name: 'main',
  image,
  command: ['/app', 'graceful', '2'],
  readinessProbe: {
    exec: { command: ['/app', 'test', '/app'] },
    initialDelaySeconds: 2,
    periodSeconds: 1,
    failureThreshold: 1,
  },
});

const template = (app: string, image: string, more: Readonly<Record<string, Json>> = {}) => ({
  metadata: { labels: { app } },
  spec: { terminationGracePeriodSeconds: 10, containers: [container(image)], ...more },
});

interface Daemon {
  readonly name?: string;
  /** What its Pods say beside their container. */
  readonly pod?: Readonly<Record<string, Json>>;
  readonly updateStrategy?: Json;
}

const daemonSet = ({ name = 'agent', pod, updateStrategy }: Daemon = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    ...(updateStrategy !== undefined && { updateStrategy }),
    template: template(name, `${name}:v1`, pod),
  },
});

const web: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template: template('web', 'shop:v1') },
};

const applied = (object: Manifest, atMs = 0): TimedCommand => ({ atMs, command: apply(object) });

const ofControlPlane = 'node-role.kubernetes.io/control-plane';
const tolerated = { key: ofControlPlane, operator: 'Exists', effect: 'NoSchedule' } satisfies Toleration;
const surge = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

/** A node of the control plane, as an installer makes it: with a label, and with a taint that keeps ordinary Pods away. */
const control: TimedCommand = {
  atMs: 0,
  command: {
    verb: 'addNode',
    node: {
      name: 'control',
      labels: { [ofControlPlane]: '' },
      taints: [{ key: ofControlPlane, effect: 'NoSchedule' }],
    },
  },
};

const patchNode = (name: string, body: object): Command => ({
  verb: 'patch',
  kind: 'Node',
  name,
  type: 'merge',
  body,
});
const label = (node: string, disk: string): Command => patchNode(node, { metadata: { labels: { disk } } });
const taint = (node: string, taints: readonly Taint[] | null): Command =>
  patchNode(node, { spec: { taints } });
const cordon = (node: string): Command => patchNode(node, { spec: { unschedulable: true } });
const forDb = (effect: Taint['effect']): Taint => ({ key: 'dedicated', value: 'db', effect });
const patchSet = (spec: object): Command => ({
  verb: 'patch',
  kind: 'DaemonSet',
  name: 'agent',
  type: 'merge',
  body: { spec },
});
const setImage: Command = {
  verb: 'patch',
  kind: 'DaemonSet',
  name: 'agent',
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'main', image: 'agent:v2' }] } } } },
};
const deleteSet = (propagationPolicy: 'Background' | 'Orphan'): Command => ({
  verb: 'delete',
  kind: 'DaemonSet',
  name: 'agent',
  propagationPolicy,
});

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 7, nodes, subject: 'DaemonSet/agent' } as const;
/** Of the Pods that the first agent has by this seed, those of node-1, node-2 and node-3. */
const [onNode1, onNode2, onNode3] = ['agent-lhwmc', 'agent-85v99', 'agent-5pwzs'];
/** The same two where the Deployment `web` was applied first. */
const [besideWeb, webOnNode2] = ['agent-5pwzs', 'web-76c4b89dd4-qsgjp'];

const ofAgent: ObjectTest = { selectedBy: { matchLabels: { app: 'agent' } } };
const on = (node: string): ObjectTest => ({ path: 'spec.nodeName', equals: node });
const isPending: ObjectTest = { path: 'status.phase', equals: 'Pending' };
const isReady: ObjectTest = { ready: true };
const agents: Text = { en: 'Pods of agent', zh: 'agent 的 Pod' };
const are = (is: number, ...where: readonly ObjectTest[]): Condition => ({
  count: { kind: 'Pod', where: { all: [ofAgent, ...where] } },
  what: agents,
  is,
});
const readyOn = (node: string): Condition => ({
  count: { kind: 'Pod', where: { all: [ofAgent, isReady, on(node)] } },
  what: { en: `Ready agents on ${node}`, zh: `${node} 上就绪的 agent` },
  atLeast: 1,
});
const is = (object: string, exists: boolean): Condition => ({ object, exists });
const says = (path: string, equals: Json): Condition => ({ object: 'DaemonSet/agent', path, equals });
const toleratesNothing: Condition = {
  count: { kind: 'DaemonSet', where: { path: 'spec.template.spec.tolerations', exists: true } },
  what: { en: 'DaemonSets with tolerations', zh: '带容忍度的 DaemonSet' },
  is: 0,
};

const agentFile = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels:
      app: agent
  template:
    metadata:
      labels:
        app: agent
    spec:
      terminationGracePeriodSeconds: 10
      containers:
        - name: main
          image: agent:v1
          command: [/app, graceful, "2"]
          readinessProbe:
            exec:
              command: [/app, test, /app]
            initialDelaySeconds: 2
            periodSeconds: 1
            failureThreshold: 1
`;

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'four-nodes',
      caption: {
        en: 'A cluster of three workers and a control plane; the DaemonSet agent is applied at 1 s',
        zh: '三个工作节点加一个控制平面节点；第 1 秒应用 DaemonSet agent',
      },
      commands: [control, applied(daemonSet(), 1000)],
      openAtMs: 500,
      pauseAtMs: 10_000,
      hands: ['kubectl', 'deletePod', 'taint', 'cordon'],
      files: { 'agent.yaml': agentFile },
      claims: ['daemonset-01', 'daemonset-02'],
    },
    {
      ...common,
      id: 'relabelled',
      caption: {
        en: 'DaemonSet agent for nodes with disk=ssd: at 10 s node-1 gets disk=hdd, at 16 s node-2 gets disk=ssd',
        zh: 'DaemonSet agent 只要 disk=ssd 的节点：第 10 秒 node-1 改成 disk=hdd，第 16 秒 node-2 改成 disk=ssd',
      },
      commands: [
        { atMs: 0, command: label('node-1', 'ssd') },
        { atMs: 0, command: label('node-2', 'hdd') },
        { atMs: 0, command: label('node-3', 'ssd') },
        applied(daemonSet({ pod: { nodeSelector: { disk: 'ssd' } } })),
        { atMs: 10_000, command: label('node-1', 'hdd') },
        { atMs: 16_000, command: label('node-2', 'ssd') },
      ],
      openAtMs: 9_500,
      pauseAtMs: 22_000,
      hands: ['kubectl', 'deletePod'],
      claims: ['daemonset-01', 'daemonset-03'],
    },
    {
      ...common,
      id: 'taint-noschedule',
      caption: {
        en: 'DaemonSet agent on three nodes: node-2 gets a NoSchedule taint at 10 s; the agent of node-3 falls at 16 s',
        zh: 'DaemonSet agent 在三个节点上：第 10 秒给 node-2 加 NoSchedule 污点；第 16 秒 node-3 上的 agent 崩溃',
      },
      commands: [
        applied(daemonSet()),
        { atMs: 10_000, command: taint('node-2', [forDb('NoSchedule')]) },
        { atMs: 16_000, command: { verb: 'crash', pod: onNode3 } },
      ],
      openAtMs: 9_500,
      pauseAtMs: 22_000,
      hands: ['deletePod', 'crash', 'kubectl'],
      claims: ['daemonset-02'],
    },
    {
      ...common,
      id: 'taint-noexecute',
      caption: {
        en: 'DaemonSet agent on three nodes: node-2 gets a NoExecute taint at 10 s',
        zh: 'DaemonSet agent 在三个节点上：第 10 秒给 node-2 加 NoExecute 污点',
      },
      commands: [applied(daemonSet()), { atMs: 10_000, command: taint('node-2', [forDb('NoExecute')]) }],
      openAtMs: 9_500,
      pauseAtMs: 22_000,
      hands: ['taint', 'deletePod', 'kubectl'],
      claims: ['daemonset-02'],
    },
    {
      ...common,
      id: 'cordoned',
      caption: {
        en: 'Deployment web and DaemonSet agent: node-2 is cordoned at 10 s, its agent deleted at 12 s',
        zh: 'Deployment web 和 DaemonSet agent：第 10 秒隔离 node-2，第 12 秒删除它上面的 agent',
      },
      commands: [
        applied(web),
        applied(daemonSet()),
        { atMs: 10_000, command: cordon('node-2') },
        { atMs: 12_000, command: deletePod(besideWeb) },
      ],
      openAtMs: 9_500,
      pauseAtMs: 20_000,
      hands: ['drain', 'cordon', 'deletePod', 'kubectl'],
      claims: ['daemonset-02', 'daemonset-04'],
    },
    {
      ...common,
      id: 'come-and-go',
      caption: {
        en: 'DaemonSet agent on three nodes: node-4 joins at 10 s, node-1 is deleted at 20 s',
        zh: 'DaemonSet agent 在三个节点上：第 10 秒 node-4 加入，第 20 秒删除 node-1',
      },
      commands: [
        applied(daemonSet()),
        { atMs: 10_000, command: { verb: 'addNode', node: { name: 'node-4' } } },
        { atMs: 20_000, command: { verb: 'delete', kind: 'Node', name: 'node-1' } },
      ],
      openAtMs: 9_500,
      pauseAtMs: 90_000,
      hands: ['kubectl', 'deletePod'],
      claims: ['daemonset-03', 'daemonset-04'],
    },
    {
      ...common,
      id: 'orphaned',
      caption: {
        en: 'DaemonSet agent is deleted at 10 s with --cascade=orphan, and applied again at 18 s',
        zh: '第 10 秒用 --cascade=orphan 删除 DaemonSet agent，第 18 秒再次应用',
      },
      commands: [
        applied(daemonSet()),
        { atMs: 10_000, command: deleteSet('Orphan') },
        applied(daemonSet(), 18_000),
      ],
      openAtMs: 9_500,
      pauseAtMs: 26_000,
      hands: ['kubectl', 'deletePod', 'deleteSet'],
      files: { 'agent.yaml': agentFile },
      claims: ['daemonset-05'],
    },
    {
      ...common,
      id: 'update-in-place',
      caption: {
        en: 'DaemonSet agent on three nodes, maxUnavailable 1: agent:v2 is set at 10 s',
        zh: 'DaemonSet agent 在三个节点上，maxUnavailable 为 1：第 10 秒设成 agent:v2',
      },
      commands: [applied(daemonSet()), { atMs: 10_000, command: setImage }],
      openAtMs: 9_500,
      pauseAtMs: 26_000,
      hands: ['setImage', 'failReadiness', 'kubectl'],
      images: ['agent:v1', 'agent:v2', 'agent:v3'],
      claims: ['daemonset-01'],
    },
    {
      ...common,
      id: 'update-with-surge',
      caption: {
        en: 'DaemonSet agent on three nodes, maxSurge 1: agent:v2 is set at 10 s',
        zh: 'DaemonSet agent 在三个节点上，maxSurge 为 1：第 10 秒设成 agent:v2',
      },
      commands: [applied(daemonSet({ updateStrategy: surge })), { atMs: 10_000, command: setImage }],
      openAtMs: 9_500,
      pauseAtMs: 26_000,
      hands: ['setImage', 'failReadiness', 'kubectl'],
      images: ['agent:v1', 'agent:v2', 'agent:v3'],
      claims: ['daemonset-01'],
    },
    {
      seed: 7,
      nodes,
      id: 'three-agents',
      caption: {
        en: 'Three DaemonSets on four nodes: a CSI node plugin, a log agent, a node exporter',
        zh: '四个节点上的三个 DaemonSet：CSI 节点插件、日志代理、节点监控',
      },
      commands: [
        control,
        applied(daemonSet({ name: 'csi-node', pod: { tolerations: [{ operator: 'Exists' }] } })),
        applied(daemonSet({ name: 'log-agent', pod: { tolerations: [tolerated] } })),
        applied(daemonSet({ name: 'node-exporter', pod: { tolerations: [tolerated] } })),
      ],
      openAtMs: 6_000,
      pauseAtMs: 20_000,
      hands: ['taint', 'cordon', 'drain', 'deletePod', 'kubectl'],
      claims: ['daemonset-06', 'daemonset-07', 'daemonset-08', 'daemonset-09', 'daemonset-10'],
    },
  ],

  predictions: [
    {
      id: 'how-many-agents',
      scenario: 'four-nodes',
      question: {
        en: 'Four nodes are Ready. The DaemonSet agent is applied at 1 s. How many Pods does it have at 8 s?',
        zh: '四个节点都是 Ready。第 1 秒应用 DaemonSet agent。到第 8 秒它有几个 Pod？',
      },
      choices: [
        { text: { en: 'One: nobody asked for more', zh: '一个：没有人说要更多' }, happened: are(1) },
        { text: { en: 'Three: none on control', zh: '三个：control 上没有' }, happened: are(3) },
        { text: { en: 'Four: one on each node', zh: '四个：每个节点一个' }, happened: are(4) },
      ],
      judgedAtMs: 8_000,
    },
    {
      id: 'label-taken-away',
      scenario: 'relabelled',
      question: {
        en: 'The template says `nodeSelector: {disk: ssd}`. At 10 s node-1 gets `disk=hdd`. What about its agent at 14 s?',
        zh: '模板里写着 `nodeSelector: {disk: ssd}`。第 10 秒 node-1 改成 `disk=hdd`。到第 14 秒，它上面的 agent 怎样了？',
      },
      choices: [
        {
          text: { en: 'It runs on: it is placed already', zh: '照常运行：它早就放好了' },
          happened: are(1, on('node-1')),
        },
        {
          text: { en: 'It is gone, and another is on node-2', zh: '它没了，node-2 上有了另一个' },
          happened: { all: [are(0, on('node-1')), are(1, on('node-2'))] },
        },
        {
          text: { en: 'It is gone, and nothing took its place', zh: '它没了，也没有谁来补' },
          happened: { all: [are(0, on('node-1')), are(0, on('node-2'))] },
        },
      ],
      judgedAtMs: 14_000,
    },
    {
      id: 'new-noschedule',
      scenario: 'taint-noschedule',
      question: {
        en: 'An agent runs on node-2, which gets the taint `dedicated=db:NoSchedule` at 10 s. What about that agent at 15 s?',
        zh: 'node-2 上有一个 agent 在运行。第 10 秒给 node-2 加上污点 `dedicated=db:NoSchedule`。到第 15 秒这个 agent 怎样了？',
      },
      choices: [
        {
          text: { en: 'It was evicted, and two are left', zh: '被驱逐了，还剩两个' },
          happened: are(2),
        },
        {
          text: { en: 'It runs on', zh: '照常运行' },
          happened: { all: [are(1, isReady, on('node-2')), are(3)] },
        },
        {
          text: { en: 'It was evicted, and its successor is Pending', zh: '被驱逐了，接替它的处于 Pending' },
          happened: { all: [are(3), are(1, isPending)] },
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'new-noexecute',
      scenario: 'taint-noexecute',
      question: {
        en: 'The same taint with the effect NoExecute. What about the agent of node-2 at 15 s?',
        zh: '同样的污点，效果换成 NoExecute。到第 15 秒，node-2 上的 agent 怎样了？',
      },
      choices: [
        {
          text: { en: 'It is gone, and nothing took its place', zh: '它没了，也没有谁来补' },
          happened: are(2),
        },
        {
          text: { en: 'It is gone, and its successor is Pending', zh: '它没了，接替它的处于 Pending' },
          happened: { all: [are(3), are(1, isPending)] },
        },
        {
          text: { en: 'It runs on', zh: '照常运行' },
          happened: { all: [are(1, isReady, on('node-2')), are(3)] },
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'deleted-on-a-cordoned-node',
      scenario: 'cordoned',
      question: {
        en: 'node-2 is cordoned at 10 s. At 12 s somebody deletes its agent. What is there of agent on node-2 at 19 s?',
        zh: '第 10 秒隔离 node-2。第 12 秒有人删掉它上面的 agent。到第 19 秒，node-2 上还有 agent 吗？',
      },
      choices: [
        {
          text: { en: 'A new one, and it is Ready', zh: '有一个新的，已就绪' },
          happened: are(1, isReady, on('node-2')),
        },
        {
          text: { en: 'A new one that stays Pending', zh: '有一个新的，一直 Pending' },
          happened: are(1, isPending),
        },
        {
          text: { en: 'None: new Pods are kept away', zh: '没有：新的 Pod 进不来' },
          happened: { all: [are(0, on('node-2')), are(0, isPending)] },
        },
      ],
      judgedAtMs: 19_000,
    },
    {
      id: 'node-deleted',
      scenario: 'come-and-go',
      question: {
        en: 'node-4 joins at 10 s. At 20 s: `kubectl delete node node-1`. Which agents does `kubectl get pods` list at 30 s?',
        zh: '第 10 秒 node-4 加入。第 20 秒执行 `kubectl delete node node-1`。到第 30 秒，`kubectl get pods` 列出哪些 agent？',
      },
      choices: [
        {
          text: { en: 'Three: node-2, node-3 and node-4', zh: '三个：node-2、node-3、node-4' },
          happened: { all: [are(3), are(0, on('node-1'))] },
        },
        {
          text: { en: 'Two: node-4 got none', zh: '两个：node-4 上没有' },
          happened: { all: [are(2), are(0, on('node-4'))] },
        },
        {
          text: { en: 'Four: that of node-1 is listed as well', zh: '四个：node-1 的那个也还列着' },
          happened: { all: [are(4), are(1, on('node-1'))] },
        },
      ],
      judgedAtMs: 30_000,
    },
    {
      id: 'applied-again',
      scenario: 'orphaned',
      question: {
        en: 'The DaemonSet is deleted with `--cascade=orphan`, and eight seconds later the same manifest is applied again. Which agents run at 24 s?',
        zh: '用 `--cascade=orphan` 删除 DaemonSet，八秒后再次应用同一份清单。到第 24 秒运行的是哪些 agent？',
      },
      choices: [
        {
          text: { en: 'Six: three old ones and three new ones', zh: '六个：三个旧的，三个新的' },
          happened: are(6),
        },
        {
          text: { en: 'Three new ones', zh: '三个新的' },
          happened: { all: [are(3), is(`Pod/${onNode1}`, false)] },
        },
        {
          text: { en: 'The same three as before', zh: '还是之前的三个' },
          happened: {
            all: [are(3), ...[onNode1, onNode2, onNode3].map((pod) => is(`Pod/${pod}`, true))],
          },
        },
      ],
      judgedAtMs: 24_000,
    },
    {
      id: 'two-on-a-node',
      scenario: 'update-with-surge',
      question: {
        en: 'Now with `maxSurge: 1`. The image is changed at 10 s, and a new agent needs two seconds to be Ready. How many agents are there at 12 s?',
        zh: '这次是 `maxSurge: 1`。第 10 秒换镜像，新的 agent 要两秒才就绪。到第 12 秒有几个 agent？',
      },
      choices: [
        {
          text: { en: 'Two: the old one of node-1 went first', zh: '两个：node-1 上旧的先走' },
          happened: are(2, { terminating: false }),
        },
        {
          text: { en: 'Four: node-1 has an old and a new one', zh: '四个：node-1 上有一旧一新' },
          happened: { all: [are(4), are(2, on('node-1'), { terminating: false })] },
        },
        {
          text: { en: 'Six: every node has both', zh: '六个：每个节点都是一旧一新' },
          happened: are(6),
        },
      ],
      judgedAtMs: 12_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'cover-the-cluster',
      title: { en: 'Cover the whole cluster', zh: '一个节点也不漏' },
      caption: {
        en: 'DaemonSet agent on three workers; control has none',
        zh: 'DaemonSet agent 在三个工作节点上；control 上没有',
      },
      task: {
        en: 'The security team wants the agent on control as well. control keeps its taint, and no worker may be without a Ready agent, not even for a moment. In the end all four agents come from one template.',
        zh: '安全团队要求 control 上也有 agent。control 的污点要留着，而且任何工作节点都不能有一刻没有就绪的 agent。最后四个 agent 要出自同一份模板。',
      },
      commands: [control, applied(daemonSet())],
      openAtMs: 10_000,
      pauseAtMs: 90_000,
      hands: ['kubectl', 'taint', 'deletePod', 'deleteSet'],
      files: { 'agent.yaml': agentFile },
      goals: [
        {
          id: 'on-control',
          text: { en: 'A Ready agent is on control', zh: 'control 上有一个就绪的 agent' },
          condition: readyOn('control'),
          when: 'now',
        },
        {
          id: 'one-template',
          text: {
            en: 'agent has four Pods of its newest template',
            zh: 'agent 有四个出自最新模板的 Pod',
          },
          condition: {
            all: [says('status.updatedNumberScheduled', 4), says('status.numberAvailable', 4), are(4)],
          },
          when: 'now',
        },
        {
          id: 'no-gap',
          text: { en: 'Every worker has a Ready agent', zh: '每个工作节点都有就绪的 agent' },
          condition: { all: nodes.map(readyOn) },
          when: 'always',
        },
        {
          id: 'taint-stays',
          text: { en: 'control has its taint', zh: 'control 的污点还在' },
          condition: { object: 'Node/control', path: 'spec.taints.0.key', equals: ofControlPlane },
          when: 'always',
        },
      ],
      hints: [
        {
          when: toleratesNothing,
          en: '`kubectl describe node control` names the taint. What has to stand in the template so that a Pod may come in spite of it?',
          zh: '`kubectl describe node control` 会列出污点。模板里要写什么，Pod 才能不受它阻拦？',
        },
        {
          when: says('spec.updateStrategy.rollingUpdate.maxSurge', 0),
          en: 'A toleration is a change of the template, and so an update of every node. With `maxUnavailable: 1` an old agent goes before its successor comes.',
          zh: '加容忍度就是改模板，每个节点都要更新。`maxUnavailable: 1` 时，旧的 agent 先走，新的才来。',
        },
        {
          when: says('spec.updateStrategy.rollingUpdate.maxSurge', 0),
          en: '`kubectl edit ds agent`: under `updateStrategy.rollingUpdate` set `maxSurge: 1` and `maxUnavailable: 0`, then the toleration.',
          zh: '`kubectl edit ds agent`：在 `updateStrategy.rollingUpdate` 下设 `maxSurge: 1` 和 `maxUnavailable: 0`，然后再加容忍度。',
        },
        {
          when: toleratesNothing,
          en: 'The toleration, under `template.spec`: `tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}]`.',
          zh: '容忍度写在 `template.spec` 下：`tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}]`。',
        },
      ],
      solutions: [
        {
          commands: [
            { atMs: 11_000, command: patchSet({ updateStrategy: surge }) },
            { atMs: 12_000, command: patchSet({ template: { spec: { tolerations: [tolerated] } } }) },
          ],
          untilMs: 40_000,
        },
        {
          commands: [
            { atMs: 11_000, command: deleteSet('Orphan') },
            applied(daemonSet({ pod: { tolerations: [tolerated] }, updateStrategy: surge }), 14_000),
          ],
          untilMs: 40_000,
        },
      ],
      shortcuts: [
        {
          why: 'Waiting puts no agent on control.',
          commands: [],
          untilMs: 40_000,
          fails: 'on-control',
        },
        {
          why: 'A toleration alone is an update with maxUnavailable 1: each worker has a gap.',
          commands: [
            { atMs: 11_000, command: patchSet({ template: { spec: { tolerations: [tolerated] } } }) },
          ],
          untilMs: 60_000,
          fails: 'no-gap',
        },
        {
          why: 'Without its taint control is open to every Pod.',
          commands: [{ atMs: 11_000, command: taint('control', null) }],
          untilMs: 40_000,
          fails: 'taint-stays',
        },
        {
          why: 'Deleting the set and applying it again stops all agents.',
          commands: [
            { atMs: 11_000, command: deleteSet('Background') },
            applied(daemonSet({ pod: { tolerations: [tolerated] } }), 20_000),
          ],
          untilMs: 60_000,
          fails: 'no-gap',
        },
        {
          why: 'A Pod made by hand is adopted, does not come from the template, and goes.',
          commands: [
            {
              atMs: 11_000,
              command: {
                verb: 'create',
                object: {
                  apiVersion: 'v1',
                  kind: 'Pod',
                  metadata: { name: 'agent-by-hand', labels: { app: 'agent' } },
                  spec: {
                    ...template('agent', 'agent:v1').spec,
                    nodeName: 'control',
                    tolerations: [tolerated],
                  },
                },
              },
            },
          ],
          untilMs: 40_000,
          fails: 'one-template',
        },
      ],
      claims: ['daemonset-01', 'daemonset-02', 'daemonset-08'],
    },
    {
      seed: 7,
      nodes,
      id: 'nothing-left',
      title: { en: 'Leave nothing on the node', zh: '一个 Pod 也不留' },
      caption: {
        en: 'Deployment web and DaemonSet agent on three nodes; node-2 has to be emptied',
        zh: 'Deployment web 和 DaemonSet agent 在三个节点上；node-2 要彻底腾空',
      },
      task: {
        en: 'node-2 goes to the hardware people. No Pod at all may be left on it, the agent included. The other two nodes keep their agents without a gap, and at least two Pods of web are Ready at every moment, three in the end.',
        zh: 'node-2 要交给硬件同事。上面不能再有任何 Pod，agent 也不行。另外两个节点上的 agent 不能间断；任何时刻至少有两个 web 的 Pod 就绪，最后三个都就绪。',
      },
      commands: [applied(web), applied(daemonSet())],
      openAtMs: 10_000,
      pauseAtMs: 90_000,
      hands: ['drain', 'cordon', 'taint', 'deletePod', 'kubectl'],
      goals: [
        {
          id: 'empty',
          text: {
            en: 'No Pod is on node-2, and the two other agents are of the newest template',
            zh: 'node-2 上没有 Pod，另外两个 agent 都出自最新模板',
          },
          condition: {
            all: [
              {
                count: { kind: 'Pod', where: on('node-2') },
                what: { en: 'Pods on node-2', zh: 'node-2 上的 Pod' },
                is: 0,
              },
              says('status.updatedNumberScheduled', 2),
            ],
          },
          when: 'now',
        },
        {
          id: 'web-serves',
          text: { en: 'At least two Pods of web are Ready', zh: '至少有两个 web 的 Pod 就绪' },
          condition: {
            count: {
              kind: 'Pod',
              where: { all: [{ selectedBy: { matchLabels: { app: 'web' } } }, isReady] },
            },
            what: { en: 'Pods of web that are Ready', zh: '就绪的 web 的 Pod' },
            atLeast: 2,
          },
          when: 'always',
        },
        {
          id: 'web-whole',
          text: { en: 'Three Pods of web are Ready', zh: 'web 的三个 Pod 都就绪' },
          condition: { object: 'Deployment/web', path: 'status.readyReplicas', equals: 3 },
          when: 'now',
        },
        {
          id: 'others-keep',
          text: {
            en: 'node-1 and node-3 have a Ready agent each',
            zh: 'node-1 和 node-3 上各有一个就绪的 agent',
          },
          condition: { all: [readyOn('node-1'), readyOn('node-3')] },
          when: 'always',
        },
        {
          id: 'node-stays',
          text: { en: 'node-2 is still a node of the cluster', zh: 'node-2 仍是集群的节点' },
          condition: is('Node/node-2', true),
          when: 'now',
        },
      ],
      hints: [
        {
          en: 'A drain takes web away and leaves the agent. What does the agent not tolerate?',
          zh: 'drain 会移走 web，留下 agent。什么是 agent 不能容忍的？',
        },
        {
          when: { object: 'Node/node-2', path: 'spec.unschedulable', equals: true },
          en: 'The agent tolerates the taint of a cordoned node. A taint of your own it does not: which effect ends Pods that run?',
          zh: '隔离带来的污点，agent 是容忍的。你自己加的污点它不容忍：哪种效果会终止正在运行的 Pod？',
        },
        {
          en: '`kubectl taint node node-2 repair=now:NoExecute`. Web goes with it, unless you drained first.',
          zh: '`kubectl taint node node-2 repair=now:NoExecute`。如果没有先 drain，web 也会跟着走。',
        },
      ],
      solutions: [
        {
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_000, command: { verb: 'evict', name: webOnNode2 } },
            {
              atMs: 18_000,
              command: taint('node-2', [
                { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
                { key: 'repair', value: 'now', effect: 'NoExecute' },
              ]),
            },
          ],
          untilMs: 40_000,
        },
        {
          commands: [
            {
              atMs: 11_000,
              command: taint('node-2', [{ key: 'repair', value: 'now', effect: 'NoExecute' }]),
            },
          ],
          untilMs: 40_000,
        },
      ],
      shortcuts: [
        {
          why: 'Without Pods of web nobody serves.',
          commands: [
            { atMs: 11_000, command: { verb: 'scale', kind: 'Deployment', name: 'web', replicas: 0 } },
          ],
          untilMs: 40_000,
          fails: 'web-serves',
        },
        {
          why: 'Two Pods of web are one too few.',
          commands: [
            { atMs: 11_000, command: { verb: 'scale', kind: 'Deployment', name: 'web', replicas: 2 } },
          ],
          untilMs: 40_000,
          fails: 'web-whole',
        },
        {
          why: 'A node that is gone is not repaired.',
          commands: [{ atMs: 11_000, command: { verb: 'delete', kind: 'Node', name: 'node-2' } }],
          untilMs: 40_000,
          fails: 'node-stays',
        },
        {
          why: 'A drain leaves the Pods of DaemonSets.',
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_000, command: { verb: 'evict', name: webOnNode2 } },
          ],
          untilMs: 40_000,
          fails: 'empty',
        },
        {
          why: 'On a cordoned node a deleted agent comes back.',
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_000, command: { verb: 'evict', name: webOnNode2 } },
            { atMs: 12_000, command: deletePod(besideWeb) },
          ],
          untilMs: 40_000,
          fails: 'empty',
        },
        {
          why: 'Without the set there are no agents anywhere.',
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_000, command: { verb: 'evict', name: webOnNode2 } },
            { atMs: 12_000, command: deleteSet('Background') },
          ],
          untilMs: 40_000,
          fails: 'others-keep',
        },
        {
          why: 'A node selector is a new template: the other agents are replaced one by one.',
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_000, command: { verb: 'evict', name: webOnNode2 } },
            { atMs: 12_000, command: label('node-1', 'ssd') },
            { atMs: 12_000, command: label('node-3', 'ssd') },
            {
              atMs: 13_000,
              command: patchSet({ template: { spec: { nodeSelector: { disk: 'ssd' } } } }),
            },
          ],
          untilMs: 60_000,
          fails: 'others-keep',
        },
      ],
      claims: ['daemonset-02', 'daemonset-04'],
    },
  ],
});
