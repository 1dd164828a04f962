import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Condition } from '@/lib/lab/condition';
import { defineLabs } from '@/lib/lab/scenario';
import { at } from '../commands';

/**
 * The scenarios of lesson 12: three nodes with the addresses of the packets' figures, and one Pod or two on each. What flanneld
 * writes about its node stands in the node's annotations, as flanneld would have written it.
 */

const flannel = 'flannel.alpha.coreos.com';
/** MACs of the devices flannel.1, as the packets' figures have them. */
const macs = ['02:f3:50:c6:f2:ef', '02:51:04:a1:8d:72', '02:c9:8a:ee:3b:36'];

const address = (n: number) => `192.168.0.${10 + n}`;

const joins = (n: number): Command => ({
  verb: 'addNode',
  node: { name: `node-${n}`, address: address(n), podCIDR: `10.244.${n}.0/24` },
});

const annotates = (n: number, annotations: Readonly<Record<string, string>>): Command => ({
  verb: 'patch',
  kind: 'Node',
  name: `node-${n}`,
  type: 'merge',
  body: { metadata: { annotations } },
});

/** What flanneld on the node says about it when it starts. */
const flanneldStarts = (n: number, said = address(n)): Command =>
  annotates(n, {
    [`${flannel}/backend-data`]: `{"VNI":1,"VtepMAC":"${macs[n - 1]}"}`,
    [`${flannel}/backend-type`]: 'vxlan',
    [`${flannel}/kube-subnet-manager`]: 'true',
    [`${flannel}/public-ip`]: said,
  });

const pod = (name: string, n: number): Command => ({
  verb: 'create',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: name } },
    spec: {
      nodeName: `node-${n}`,
      terminationGracePeriodSeconds: 2,
      containers: [{ name: 'web', image: 'app:v1', command: ['/app', 'serve', '8080'] }],
    },
  },
});

const nodeUp = (n: number, atMs = 0): TimedCommand[] => at(atMs, joins(n), flanneldStarts(n));

/** Of the kind that virtual machines have for the way to the internet, all of them the same one. */
const wrong = '10.0.2.15';

const allUp = [
  ...nodeUp(1),
  ...nodeUp(2),
  ...nodeUp(3),
  ...at(1_000, pod('client', 1), pod('far', 2), pod('three', 3)),
  ...at(2_000, pod('near', 1)),
];

const reaches = (from: string, to: string, is = true): Condition => ({
  reaches: { from, to, port: 8080 },
  is,
});
const hasAddress = (name: string, ip: string): Condition => ({
  object: `Pod/${name}`,
  path: 'status.podIP',
  equals: ip,
});

const common = { seed: 7, nodes: [] } as const;
const fixed = annotates(2, { [`${flannel}/public-ip`]: address(2) });
const deleted = (name: string): Command => ({ verb: 'delete', kind: 'Pod', name });

const farManifest = (node: string) => `apiVersion: v1
kind: Pod
metadata:
  name: far
  labels:
    app: far
spec:
  nodeName: ${node}
  terminationGracePeriodSeconds: 2
  containers:
    - name: web
      image: app:v1
      command: [/app, serve, "8080"]
`;

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'wrong-card',
      caption: {
        en: 'Three nodes: at 10 s flanneld on node-2 starts anew and takes the wrong network card for its own',
        zh: '三个节点：第 10 秒 node-2 上的 flanneld 重新启动，认错了网卡',
      },
      commands: [...allUp, ...at(10_000, flanneldStarts(2, wrong))],
      openAtMs: 9_000,
      pauseAtMs: 20_000,
      hands: ['kubectl'],
      claims: ['cross-node-04', 'cross-node-05'],
    },
    {
      ...common,
      id: 'node-joins',
      caption: {
        en: 'Two nodes; node-3 joins at 10 s, and Pod three is created there at 12 s',
        zh: '两个节点；第 10 秒 node-3 加入，第 12 秒在上面创建 Pod three',
      },
      commands: [
        ...nodeUp(1),
        ...nodeUp(2),
        ...at(1_000, pod('client', 1), pod('far', 2)),
        ...at(2_000, pod('near', 1)),
        ...nodeUp(3, 10_000),
        ...at(12_000, pod('three', 3)),
      ],
      openAtMs: 9_000,
      pauseAtMs: 20_000,
      hands: ['kubectl'],
      claims: ['cross-node-02', 'cross-node-03', 'cross-node-05', 'flannel-02', 'flannel-03'],
    },
  ],

  predictions: [
    {
      id: 'who-is-cut-off',
      scenario: 'wrong-card',
      question: {
        en: 'client is on node-1 and asks three Pods: near on node-1, far on node-2, three on node-3. At 10 s node-2 tells the others a wrong address. Who still answers client at 15 s?',
        zh: 'client 在 node-1 上，访问三个 Pod：node-1 上的 near、node-2 上的 far、node-3 上的 three。第 10 秒 node-2 把错误的地址告诉了别的节点。到第 15 秒，谁还会应答 client？',
      },
      choices: [
        {
          text: { en: 'near alone: the overlay is down', zh: '只有 near：覆盖网络断了' },
          happened: {
            all: [
              reaches('client', 'near'),
              reaches('client', 'far', false),
              reaches('client', 'three', false),
            ],
          },
        },
        {
          text: {
            en: 'near and three, but not far',
            zh: 'near 和 three，far 不行',
          },
          happened: {
            all: [reaches('client', 'near'), reaches('client', 'far', false), reaches('client', 'three')],
          },
        },
        {
          text: {
            en: 'All three: no Pod’s address has changed',
            zh: '三个都会：没有哪个 Pod 的地址变过',
          },
          happened: {
            all: [reaches('client', 'near'), reaches('client', 'far'), reaches('client', 'three')],
          },
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'first-address',
      scenario: 'node-joins',
      question: {
        en: 'client has 10.244.1.2, near 10.244.1.3, far 10.244.2.2. node-3 joins with the address 192.168.0.13. Which address does its first Pod get?',
        zh: 'client 是 10.244.1.2，near 是 10.244.1.3，far 是 10.244.2.2。node-3 刚加入，地址是 192.168.0.13。它上面的第一个 Pod 会得到哪个地址？',
      },
      choices: [
        {
          text: { en: '10.244.3.2, out of a range of its node', zh: '10.244.3.2，出自本节点的一段' },
          happened: hasAddress('three', '10.244.3.2'),
        },
        {
          text: { en: '10.244.2.3, the next free one of the cluster', zh: '10.244.2.3，全集群下一个空闲的' },
          happened: hasAddress('three', '10.244.2.3'),
        },
        {
          text: { en: '192.168.0.14, next to its node', zh: '192.168.0.14，挨着自己的节点' },
          happened: hasAddress('three', '192.168.0.14'),
        },
      ],
      judgedAtMs: 15_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'find-the-wrong-address',
      title: { en: 'Reach Pod far again', zh: '让 far 重新应答' },
      caption: {
        en: 'Three nodes: client on node-1 gets answers from near and three, and none from far on node-2',
        zh: '三个节点：node-1 上的 client 能得到 near 和 three 的应答，得不到 node-2 上 far 的应答',
      },
      task: {
        en: 'Make far on node-2 answer client again, as it did before flanneld was restarted. Nobody else may be cut off meanwhile.',
        zh: '让 node-2 上的 far 重新应答 client，像 flanneld 重启之前那样。其间不能让别的 Pod 断开。',
      },
      commands: [...allUp, ...at(10_000, flanneldStarts(2, wrong))],
      openAtMs: 15_000,
      pauseAtMs: 60_000,
      hands: ['kubectl', 'deletePod'],
      files: { 'far.yaml': farManifest('node-2') },
      goals: [
        {
          id: 'far-answers',
          text: { en: 'client gets an answer from far', zh: 'client 得到 far 的应答' },
          condition: reaches('client', 'far'),
          when: 'now',
        },
        {
          id: 'far-stays',
          text: { en: 'far is on node-2', zh: 'far 在 node-2 上' },
          condition: { object: 'Pod/far', path: 'spec.nodeName', equals: 'node-2' },
          when: 'now',
        },
        {
          id: 'others-answer',
          text: {
            en: 'client gets answers from near and three at every moment',
            zh: 'client 任何时刻都能得到 near 和 three 的应答',
          },
          condition: { all: [reaches('client', 'near'), reaches('client', 'three')] },
          when: 'always',
        },
      ],
      hints: [
        {
          when: { all: [reaches('client', 'three'), reaches('client', 'far', false)] },
          en: 'client reaches three on node-3, so node-1 and the tunnel are well. What did node-2 tell the others about itself?',
          zh: 'client 到得了 node-3 上的 three，说明 node-1 和隧道都没问题。node-2 对别的节点说了自己什么？',
        },
        {
          when: reaches('client', 'three', false),
          en: 'Now node-1 or node-3 is told wrongly, too. Each node’s annotation has to say that node’s own InternalIP.',
          zh: '现在连 node-1 或 node-3 也说错了。每个节点的注解里，应当是它自己的 InternalIP。',
        },
        {
          en: 'Compare `kubectl describe node node-2` with node-3: the annotation public-ip, and InternalIP below Addresses.',
          zh: '拿 `kubectl describe node node-2` 和 node-3 对照：一处是注解 public-ip，一处是 Addresses 下面的 InternalIP。',
        },
        {
          en: '`kubectl annotate node node-2 flannel.alpha.coreos.com/public-ip=192.168.0.12 --overwrite`',
          zh: '`kubectl annotate node node-2 flannel.alpha.coreos.com/public-ip=192.168.0.12 --overwrite`',
        },
      ],
      solutions: [
        { commands: at(20_000, fixed), untilMs: 25_000 },
        {
          commands: at(
            20_000,
            flanneldStarts(2),
            annotates(2, { [`${flannel}/public-ip-overwrite`]: address(2) }),
          ),
          untilMs: 25_000,
        },
      ],
      shortcuts: [
        {
          why: 'A new Pod gets a new address out of the same range, and the way to the range is wrong.',
          commands: [...at(20_000, deleted('far')), ...at(25_000, pod('far', 2))],
          untilMs: 35_000,
          fails: 'far-answers',
        },
        {
          why: 'On node-1 it answers, for there the packet needs no tunnel. node-2 is as it was.',
          commands: [...at(20_000, deleted('far')), ...at(25_000, pod('far', 1))],
          untilMs: 35_000,
          fails: 'far-stays',
        },
        {
          why: 'The address of node-2 is written down for node-1: now nobody finds the way back to client.',
          commands: at(20_000, annotates(1, { [`${flannel}/public-ip`]: address(2) })),
          untilMs: 25_000,
          fails: 'others-answer',
        },
        {
          why: 'Without an address the other nodes have no way to node-2 at all.',
          commands: at(20_000, {
            verb: 'patch',
            kind: 'Node',
            name: 'node-2',
            type: 'merge',
            body: { metadata: { annotations: { [`${flannel}/public-ip`]: null } } },
          }),
          untilMs: 25_000,
          fails: 'far-answers',
        },
      ],
      claims: ['cross-node-05'],
    },
  ],
});
