import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json, Manifest, Taint, Toleration } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import type { Counted, ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';
import { apply, at } from '../commands';

/**
 * The scenarios of lesson 11: a cluster as an installer leaves it, three nodes without a network of Pods, with kube-proxy and CoreDNS.
 * What comes as a network is a DaemonSet in the form of kube-flannel, with one container that runs.
 */

const ofControlPlane = 'node-role.kubernetes.io/control-plane';
const notReady = 'node.kubernetes.io/not-ready';

const joins = (name: string, n: number): Command => ({
  verb: 'addNode',
  node: {
    name,
    address: `192.168.0.${11 + n}`,
    podCIDR: `10.244.${n}.0/24`,
    network: 'none',
    ...(n === 0 && {
      labels: { [ofControlPlane]: '' },
      taints: [{ key: ofControlPlane, effect: 'NoSchedule' }],
    }),
  },
});

type PodSpec = Readonly<Record<string, Json>>;

const workload = (
  kind: 'Deployment' | 'DaemonSet',
  namespace: string,
  name: string,
  podSpec: PodSpec = {},
): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace },
  spec: {
    ...(kind === 'Deployment' && { replicas: 2 }),
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image: `${name}:v1` }], ...podSpec },
    },
  },
});

const everything = { operator: 'Exists' } satisfies Toleration;

const kubeProxy = workload('DaemonSet', 'kube-system', 'kube-proxy', {
  hostNetwork: true,
  tolerations: [everything],
});
const coreDns = workload('Deployment', 'kube-system', 'coredns', {
  tolerations: [{ key: ofControlPlane, operator: 'Exists', effect: 'NoSchedule' }],
});
const web = (podSpec: PodSpec = {}) => workload('Deployment', 'default', 'web', podSpec);

const configuration = { name: 'cni', hostPath: { path: '/etc/cni/net.d' } };
const flannel = (podSpec: PodSpec = { hostNetwork: true, tolerations: [everything] }): Manifest =>
  workload('DaemonSet', 'kube-flannel', 'flannel', {
    containers: [
      {
        name: 'main',
        image: 'flannel:v1',
        volumeMounts: [{ name: 'cni', mountPath: '/etc/cni/net.d' }],
      },
    ],
    volumes: [configuration],
    ...podSpec,
  });

const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-flannel' } };

const installed = at(
  0,
  joins('control', 0),
  joins('node-1', 1),
  joins('node-2', 2),
  apply(kubeProxy),
  apply(coreDns),
);
const withFlannel = (atMs: number, podSpec?: PodSpec) => at(atMs, apply(namespace), apply(flannel(podSpec)));

const of = (app: string): ObjectTest => ({ selectedBy: { matchLabels: { app } } });
const isReady: ObjectTest = { ready: true };
const isPending: ObjectTest = { path: 'status.phase', equals: 'Pending' };
const hasNode: ObjectTest = { path: 'spec.nodeName', exists: true };
const hasAddress: ObjectTest = { path: 'status.podIP', exists: true };

const pods = (app: string, ...where: readonly ObjectTest[]): Counted => ({
  kind: 'Pod',
  where: { all: [of(app), ...where] },
});
const are = (is: number, app: string, ...where: readonly ObjectTest[]): Condition => ({
  count: pods(app, ...where),
  what: { en: `Pods of ${app}`, zh: `${app} 的 Pod` },
  is,
});
const readyNodes = (is: number): Condition => ({
  count: {
    kind: 'Node',
    where: { path: 'status.conditions', has: { type: 'Ready', status: 'True' } },
  },
  what: { en: 'Ready nodes', zh: '就绪的节点' },
  is,
});

const patchTaints = (node: string, taints: readonly Taint[] | null): Command => ({
  verb: 'patch',
  kind: 'Node',
  name: node,
  type: 'merge',
  body: { spec: { taints } },
});

const common = { seed: 7, nodes: [] } as const;

const flannelFile = `apiVersion: v1
kind: Namespace
metadata:
  name: kube-flannel
---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: flannel
  namespace: kube-flannel
spec:
  selector:
    matchLabels:
      app: flannel
  template:
    metadata:
      labels:
        app: flannel
    spec:
      containers:
        - name: main
          image: flannel:v1
          volumeMounts:
            - {name: cni, mountPath: /etc/cni/net.d}
      volumes:
        - name: cni
          hostPath: {path: /etc/cni/net.d}
`;

/** What a status patch by hand can claim: the kubelet knows better. */
const saidToBeReady = (name: string): Command => ({
  verb: 'patch',
  kind: 'Node',
  name,
  type: 'strategic',
  subresource: 'status',
  body: { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
});

const tolerant = { tolerations: [{ key: notReady, operator: 'Exists', effect: 'NoSchedule' }] };

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'no-network',
      caption: {
        en: 'A new cluster of three nodes without a network of Pods; Deployment web is applied at 5 s',
        zh: '一个新集群，三个节点，还没有 Pod 网络；第 5 秒应用 Deployment web',
      },
      commands: [...installed, ...at(5_000, apply(web()))],
      openAtMs: 4_000,
      pauseAtMs: 20_000,
      hands: ['kubectl'],
      claims: ['network-model-03', 'network-model-04'],
    },
    {
      ...common,
      id: 'network-comes',
      caption: {
        en: 'The same cluster; the DaemonSet flannel is applied at 20 s',
        zh: '同一个集群；第 20 秒应用 DaemonSet flannel',
      },
      commands: [...installed, ...at(5_000, apply(web())), ...withFlannel(20_000)],
      openAtMs: 18_000,
      pauseAtMs: 35_000,
      hands: ['kubectl'],
      claims: ['network-model-01', 'network-model-05', 'network-model-06'],
    },
    {
      ...common,
      id: 'let-in-too-early',
      caption: {
        en: 'The same cluster without a network; web tolerates the taint of the nodes',
        zh: '同一个没有网络的集群；web 容忍节点上的污点',
      },
      commands: [...installed, ...at(5_000, apply(web(tolerant)))],
      openAtMs: 4_000,
      pauseAtMs: 20_000,
      hands: ['kubectl'],
      claims: ['network-model-03'],
    },
  ],

  predictions: [
    {
      id: 'without-a-network',
      scenario: 'no-network',
      question: {
        en: 'The control plane runs and two workers have joined. Nothing else was installed. At 5 s somebody applies a Deployment of two replicas. What is there of web at 15 s?',
        zh: '控制平面已在运行，两个工作节点已加入，别的什么也没装。第 5 秒有人应用一个两副本的 Deployment。到第 15 秒，web 怎样了？',
      },
      choices: [
        {
          text: { en: 'Two Pods that run', zh: '两个 Pod 都在运行' },
          happened: are(2, 'web', isReady),
        },
        {
          text: {
            en: 'Two Pods on the workers that wait for an address',
            zh: '两个 Pod 已在工作节点上，等着分配地址',
          },
          happened: are(2, 'web', isPending, hasNode),
        },
        {
          text: { en: 'Two Pods that no node takes', zh: '两个 Pod，没有节点接收' },
          happened: are(2, 'web', isPending, { not: hasNode }),
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'toleration-instead',
      scenario: 'let-in-too-early',
      question: {
        en: 'Somebody reads about the taint `not-ready` and lets web tolerate it. What is there of web at 15 s?',
        zh: '有人看到了 `not-ready` 污点，就让 web 容忍它。到第 15 秒，web 怎样了？',
      },
      choices: [
        {
          text: {
            en: 'Two Pods that run and have an address',
            zh: '两个 Pod 都在运行，有地址',
          },
          happened: are(2, 'web', isReady, hasAddress),
        },
        {
          text: {
            en: 'Two Pods with a node and without an address',
            zh: '两个 Pod 有了节点，没有地址',
          },
          happened: are(2, 'web', isPending, hasNode, { not: hasAddress }),
        },
        {
          text: {
            en: 'Two Pods without a node, as before',
            zh: '两个 Pod 都没有节点，和之前一样',
          },
          happened: are(2, 'web', isPending, { not: hasNode }),
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'network-after-the-app',
      scenario: 'network-comes',
      question: {
        en: 'web has waited for 15 s when the network is installed, a DaemonSet whose Pods tolerate every taint and use the network of their node. What is there at 35 s?',
        zh: 'web 等了 15 秒，这时才装网络：一个 DaemonSet，它的 Pod 容忍所有污点，用节点自己的网络。到第 35 秒是什么情形？',
      },
      choices: [
        {
          text: {
            en: 'The Pods of flannel wait too: the nodes are not Ready',
            zh: 'flannel 的 Pod 也在等：节点没有就绪',
          },
          happened: are(0, 'flannel', isReady),
        },
        {
          text: {
            en: 'flannel runs; web has to be created again',
            zh: 'flannel 在运行；web 得重新创建',
          },
          happened: { all: [are(3, 'flannel', isReady), are(0, 'web', isReady)] },
        },
        {
          text: {
            en: 'flannel runs, the nodes are Ready, and so is web',
            zh: 'flannel 在运行，节点就绪，web 也就绪',
          },
          happened: { all: [are(3, 'flannel', isReady), readyNodes(3), are(2, 'web', isReady)] },
        },
      ],
      judgedAtMs: 35_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'bring-up-the-network',
      title: { en: 'Bring up the network', zh: '把网络建起来' },
      caption: {
        en: 'Three nodes without a network of Pods; CoreDNS and web are Pending',
        zh: '三个没有 Pod 网络的节点；CoreDNS 和 web 都是 Pending',
      },
      task: {
        en: 'The file flannel.yaml was shortened by somebody who found it too long. Make the network come up on all three nodes, so that CoreDNS and web run. web itself is none of your business: leave its Deployment as it is.',
        zh: '有人嫌 flannel.yaml 太长，删掉了几行。让三个节点都有网络，使 CoreDNS 和 web 运行起来。web 本身不归你管：它的 Deployment 要保持原样。',
      },
      commands: [...installed, ...at(5_000, apply(web()))],
      openAtMs: 10_000,
      pauseAtMs: 90_000,
      hands: ['kubectl', 'taint', 'deletePod'],
      files: { 'flannel.yaml': flannelFile },
      goals: [
        {
          id: 'nodes-ready',
          text: { en: 'All three nodes are Ready', zh: '三个节点都就绪' },
          condition: readyNodes(3),
          when: 'now',
        },
        {
          id: 'flannel-everywhere',
          text: { en: 'Three Pods of flannel are Ready', zh: 'flannel 的三个 Pod 都就绪' },
          condition: are(3, 'flannel', isReady),
          when: 'now',
        },
        {
          id: 'pods-run',
          text: {
            en: 'CoreDNS and web are Ready, two Pods each, with addresses of Pods',
            zh: 'CoreDNS 和 web 各有两个 Pod 就绪，用的是 Pod 的地址',
          },
          condition: {
            all: ['coredns', 'web'].map((app) =>
              are(2, app, isReady, { not: { path: 'spec.hostNetwork', equals: true } }),
            ),
          },
          when: 'now',
        },
        {
          id: 'web-as-it-is',
          text: { en: 'web tolerates what it always did', zh: 'web 的容忍度没有变' },
          condition: {
            count: {
              kind: 'Deployment',
              where: {
                all: [
                  { path: 'metadata.name', equals: 'web' },
                  { path: 'spec.template.spec.tolerations', exists: false },
                  { not: { path: 'spec.template.spec.hostNetwork', equals: true } },
                ],
              },
            },
            what: { en: 'Deployment web as it was', zh: '保持原样的 Deployment web' },
            is: 1,
          },
          when: 'always',
        },
      ],
      hints: [
        {
          when: {
            count: { kind: 'DaemonSet', where: { path: 'metadata.name', equals: 'flannel' } },
            what: { en: 'DaemonSets flannel', zh: 'DaemonSet flannel' },
            is: 0,
          },
          en: '`kubectl apply -f flannel.yaml`, then look at `kubectl get ds -A`: on how many nodes does it want to run?',
          zh: '先 `kubectl apply -f flannel.yaml`，再看 `kubectl get ds -A`：它想在几个节点上运行？',
        },
        {
          when: are(0, 'flannel'),
          en: 'DESIRED is 0. Which taints do the three nodes have, and which does the template tolerate?',
          zh: 'DESIRED 是 0。三个节点各有哪些污点？模板容忍哪些？',
        },
        {
          when: { all: [are(3, 'flannel', isPending), readyNodes(0)] },
          en: 'It is on the nodes now and gets no address: it waits for the network that it is to set up. Whose network could it use instead?',
          zh: '它已经在节点上了，却没有地址：它在等自己要建的那个网络。它可以改用谁的网络？',
        },
        {
          en: 'In the template, under `spec`: `hostNetwork: true` and `tolerations: [{operator: Exists}]`.',
          zh: '在模板的 `spec` 下写：`hostNetwork: true` 和 `tolerations: [{operator: Exists}]`。',
        },
      ],
      solutions: [
        { commands: withFlannel(20_000), untilMs: 60_000 },
        {
          commands: [
            ...withFlannel(20_000, { tolerations: [everything] }),
            ...at(30_000, {
              verb: 'patch',
              kind: 'DaemonSet',
              name: 'flannel',
              namespace: 'kube-flannel',
              type: 'merge',
              body: { spec: { template: { spec: { hostNetwork: true } } } },
            }),
          ],
          untilMs: 120_000,
        },
      ],
      shortcuts: [
        {
          why: 'As it stands the manifest tolerates neither of the taints: it wants no Pods.',
          commands: withFlannel(20_000, {}),
          untilMs: 60_000,
          fails: 'flannel-everywhere',
        },
        {
          why: 'Tolerated, the Pods come to the nodes, and wait there for the network that they should set up.',
          commands: withFlannel(20_000, { tolerations: [everything] }),
          untilMs: 60_000,
          fails: 'nodes-ready',
        },
        {
          why: 'The taint not-ready alone leaves out the control plane.',
          commands: withFlannel(20_000, { hostNetwork: true, ...tolerant }),
          untilMs: 60_000,
          fails: 'nodes-ready',
        },
        {
          why: 'A taint that is taken away comes back: the node is as it was.',
          commands: at(20_000, patchTaints('node-1', null), patchTaints('node-2', null)),
          untilMs: 60_000,
          fails: 'pods-run',
        },
        {
          why: 'Who writes that a node is Ready gives it no network.',
          commands: at(20_000, saidToBeReady('node-1'), saidToBeReady('node-2')),
          untilMs: 60_000,
          fails: 'pods-run',
        },
        {
          why: 'A toleration of its own brings web to a node, and to no address.',
          commands: at(20_000, apply(web(tolerant))),
          untilMs: 60_000,
          fails: 'web-as-it-is',
        },
      ],
      claims: ['network-model-05'],
    },
  ],
});
