import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Manifest } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import { defineLabs } from '@/lib/lab/scenario';
import { deletePod } from '../commands';

/**
 * The scenarios of lesson 2. A Pod of `web` takes about 0.3 s to start and is Ready 2 s later; its program ends 2 s after SIGTERM. Names
 * of Pods are chance, and with the seed always the same.
 */

const template = {
  metadata: { labels: { app: 'web' } },
  spec: {
    terminationGracePeriodSeconds: 10,
    containers: [
      {
        name: 'main',
        image: 'shop:v1',
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

const replicaSet = (replicas: number): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'web' },
  spec: { replicas, selector: { matchLabels: { app: 'web' } }, template },
});

/** The same Pods with labels of their own, kept by another kind. */
const keptBy = (apiVersion: string, kind: string, app: string): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: app },
  spec: {
    replicas: 2,
    selector: kind === 'ReplicationController' ? { app } : { matchLabels: { app } },
    template: { ...template, metadata: { labels: { app } } },
  },
});

const applied = (object: Manifest): TimedCommand => ({ atMs: 0, command: { verb: 'apply', object } });
const crash = (pod: string): Command => ({ verb: 'crash', pod });
const scale = (replicas: number): Command => ({ verb: 'scale', kind: 'ReplicaSet', name: 'web', replicas });
const cordon = (node: string): Command => ({
  verb: 'patch',
  kind: 'Node',
  name: node,
  type: 'merge',
  body: { spec: { unschedulable: true } },
});

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 7, nodes, subject: 'ReplicaSet/web' } as const;
/** Of three replicas the ones on node-3, node-2 and node-1, by this seed. */
const [onNode3, onNode2] = ['web-lmff7', 'web-7fsw7'];

const is = (object: string, exists: boolean): Condition => ({ object, exists });
const restarted = (pod: string, restarts: number): Condition => ({
  object: `Pod/${pod}`,
  path: 'status.containerStatuses.0.restartCount',
  equals: restarts,
});
const ofWeb = { selectedBy: { matchLabels: { app: 'web' } } } as const;
const podsOfWeb = { en: 'Pods of web', zh: 'web 的 Pod' };
const ownerless: Condition = { object: 'Pod/helper', path: 'metadata.ownerReferences', equals: null };

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'crash-once',
      caption: {
        en: 'ReplicaSet web, 3 replicas: the container of web-lmff7 falls at 10 s',
        zh: 'ReplicaSet web，3 个副本：第 10 秒 web-lmff7 的容器崩溃',
      },
      commands: [applied(replicaSet(3)), { atMs: 10_000, command: crash(onNode3) }],
      openAtMs: 9_500,
      pauseAtMs: 16_000,
      hands: ['crash', 'deletePod', 'scale'],
      claims: ['controllers-03', 'controllers-04'],
    },
    {
      ...common,
      id: 'crash-again',
      caption: {
        en: 'ReplicaSet web, 1 replica, whose program ends with an error after 1 s',
        zh: 'ReplicaSet web，1 个副本，程序运行 1 秒就出错退出',
      },
      commands: [
        applied({
          ...replicaSet(1),
          spec: {
            replicas: 1,
            selector: { matchLabels: { app: 'web' } },
            template: {
              metadata: { labels: { app: 'web' } },
              spec: { containers: [{ name: 'main', image: 'shop:v1', command: ['/app', 'exit', '1', '1'] }] },
            },
          },
        }),
      ],
      openAtMs: 500,
      pauseAtMs: 180_000,
      hands: ['deletePod', 'scale'],
      claims: ['controllers-04'],
    },
    {
      ...common,
      id: 'one-deleted',
      caption: {
        en: 'ReplicaSet web, 3 replicas: web-7fsw7 is deleted at 10 s',
        zh: 'ReplicaSet web，3 个副本：第 10 秒删除 web-7fsw7',
      },
      commands: [applied(replicaSet(3)), { atMs: 10_000, command: deletePod(onNode2) }],
      openAtMs: 9_500,
      pauseAtMs: 16_000,
      hands: ['deletePod', 'crash', 'scale'],
      claims: ['controllers-03', 'controllers-04'],
    },
    {
      ...common,
      id: 'node-silent',
      caption: {
        en: 'ReplicaSet web, 3 replicas: node-2 falls silent at 10 s',
        zh: 'ReplicaSet web，3 个副本：第 10 秒 node-2 失联',
      },
      commands: [applied(replicaSet(3)), { atMs: 10_000, command: { verb: 'silence', node: 'node-2' } }],
      openAtMs: 9_500,
      pauseAtMs: 400_000,
      hands: ['silence', 'deletePod', 'scale'],
      claims: ['controllers-04'],
    },
    {
      ...common,
      id: 'stray',
      caption: {
        en: 'ReplicaSet web, 3 replicas: somebody creates a Pod with the same label at 10 s',
        zh: 'ReplicaSet web，3 个副本：第 10 秒有人手工创建了一个带相同标签的 Pod',
      },
      commands: [
        applied(replicaSet(3)),
        {
          atMs: 10_000,
          command: {
            verb: 'create',
            object: {
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { name: 'helper', labels: { app: 'web' } },
              spec: { terminationGracePeriodSeconds: 10, containers: [{ name: 'main', image: 'shop:v1' }] },
            },
          },
        },
      ],
      openAtMs: 9_500,
      pauseAtMs: 16_000,
      hands: ['kubectl', 'deletePod', 'scale'],
      claims: ['controllers-05'],
    },
    {
      ...common,
      id: 'five-to-three',
      caption: {
        en: 'ReplicaSet web, 5 replicas, scaled to 3 at 20 s; web-zs29t is not Ready',
        zh: 'ReplicaSet web，5 个副本，第 20 秒缩到 3 个；web-zs29t 未就绪',
      },
      commands: [
        applied(replicaSet(4)),
        { atMs: 8_000, command: scale(5) },
        { atMs: 14_000, command: { verb: 'failReadiness', pod: 'web-zs29t' } },
        { atMs: 20_000, command: scale(3) },
      ],
      openAtMs: 19_000,
      pauseAtMs: 26_000,
      hands: ['scale', 'failReadiness', 'kubectl'],
      claims: ['controllers-05'],
    },
    {
      seed: 7,
      nodes,
      id: 'three-kinds',
      caption: {
        en: 'ReplicationController old, ReplicaSet mid, Deployment new: two replicas each',
        zh: 'ReplicationController old、ReplicaSet mid、Deployment new：各两个副本',
      },
      commands: [
        applied(keptBy('v1', 'ReplicationController', 'old')),
        applied(keptBy('apps/v1', 'ReplicaSet', 'mid')),
        applied(keptBy('apps/v1', 'Deployment', 'new')),
      ],
      openAtMs: 8_000,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'deletePod', 'setImage', 'scale'],
      images: ['shop:v1', 'shop:v2'],
      claims: ['controllers-01', 'controllers-02', 'controllers-06'],
    },
  ],

  predictions: [
    {
      id: 'same-or-new',
      scenario: 'crash-once',
      question: {
        en: 'The container of web-lmff7 ends with an error at 10 s. What is there at 15 s?',
        zh: '第 10 秒 web-lmff7 的容器出错退出。到第 15 秒有什么？',
      },
      choices: [
        {
          text: { en: 'A new Pod under another name', zh: '一个新的 Pod，换了名字' },
          happened: is(`Pod/${onNode3}`, false),
        },
        {
          text: { en: 'web-lmff7 itself, restarted once', zh: '还是 web-lmff7，重启过一次' },
          happened: restarted(onNode3, 1),
        },
        {
          text: { en: 'web-lmff7 as Failed, and a fourth Pod', zh: 'web-lmff7 变成 Failed，外加第四个 Pod' },
          happened: {
            all: [is(`Pod/${onNode3}`, true), { count: { kind: 'Pod' }, what: podsOfWeb, is: 4 }],
          },
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'who-fills-the-gap',
      scenario: 'one-deleted',
      question: {
        en: 'Now the Pod web-7fsw7 itself is deleted at 10 s. What is there at 15 s?',
        zh: '这次第 10 秒删除的是 Pod web-7fsw7 本身。到第 15 秒有什么？',
      },
      choices: [
        {
          text: { en: 'web-7fsw7 again, under its old name', zh: '又有了 web-7fsw7，名字照旧' },
          happened: is(`Pod/${onNode2}`, true),
        },
        {
          text: { en: 'Two Pods: nobody replaces what I deleted', zh: '两个 Pod：我删掉的没有谁来补' },
          happened: { count: { kind: 'Pod' }, what: podsOfWeb, is: 2 },
        },
        {
          text: { en: 'Three Pods, one with a new name', zh: '三个 Pod，其中一个名字是新的' },
          happened: {
            all: [is(`Pod/${onNode2}`, false), { count: { kind: 'Pod' }, what: podsOfWeb, is: 3 }],
          },
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'silent-for-a-minute',
      scenario: 'node-silent',
      question: {
        en: 'node-2 falls silent at 10 s. How many Pods does web have at 120 s?',
        zh: '第 10 秒 node-2 失联。到第 120 秒，web 有几个 Pod？',
      },
      choices: [
        {
          text: { en: 'Three, one of them new on another node', zh: '三个，其中一个是别的节点上新建的' },
          happened: {
            all: [is(`Pod/${onNode2}`, false), { count: { kind: 'Pod' }, what: podsOfWeb, is: 3 }],
          },
        },
        {
          text: { en: 'Three, the same as before', zh: '三个，和之前一样' },
          happened: {
            all: [is(`Pod/${onNode2}`, true), { count: { kind: 'Pod' }, what: podsOfWeb, is: 3 }],
          },
        },
        {
          text: { en: 'Four: the lost one and its successor', zh: '四个：失联的那个，加上接替它的' },
          happened: {
            all: [is(`Pod/${onNode2}`, true), { count: { kind: 'Pod' }, what: podsOfWeb, is: 4 }],
          },
        },
      ],
      judgedAtMs: 120_000,
    },
    {
      id: 'stray-pod',
      scenario: 'stray',
      question: {
        en: 'A fourth Pod, helper, is created by hand with the label app=web. What becomes of it by 14 s?',
        zh: '有人手工创建了第四个 Pod helper，标签是 app=web。到第 14 秒它怎样了？',
      },
      choices: [
        {
          text: { en: 'It runs on: web did not make it', zh: '照常运行：它不是 web 创建的' },
          happened: { all: [is('Pod/helper', true), ownerless] },
        },
        {
          text: { en: 'It is taken in, and one of the others goes', zh: '它被收编，走的是另外三个之一' },
          happened: { all: [is('Pod/helper', true), { not: ownerless }] },
        },
        {
          text: { en: 'It is taken in, and it is the one that goes', zh: '它被收编，走的正是它' },
          happened: is('Pod/helper', false),
        },
      ],
      judgedAtMs: 14_000,
    },
    {
      id: 'which-two',
      scenario: 'five-to-three',
      question: {
        en: 'Five replicas become three. web-zs29t is not Ready, web-kcz84 is the youngest, the others are as old as each other. Which two go?',
        zh: '五个副本缩到三个。web-zs29t 未就绪，web-kcz84 最年轻，其余三个一样老。走的是哪两个？',
      },
      choices: [
        {
          text: { en: 'Two of the three oldest', zh: '最老的三个里的两个' },
          happened: { all: [is('Pod/web-zs29t', true), is('Pod/web-kcz84', true)] },
        },
        {
          text: { en: 'web-zs29t and web-kcz84', zh: 'web-zs29t 和 web-kcz84' },
          happened: { all: [is('Pod/web-zs29t', false), is('Pod/web-kcz84', false)] },
        },
        {
          text: { en: 'web-zs29t and one of the oldest', zh: 'web-zs29t 和最老的之一' },
          happened: { all: [is('Pod/web-zs29t', false), is('Pod/web-kcz84', true)] },
        },
      ],
      judgedAtMs: 25_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'empty-the-node',
      title: { en: 'Empty the node', zh: '腾空节点' },
      caption: {
        en: 'ReplicaSet web, 3 replicas, one on each node; node-2 has to be emptied',
        zh: 'ReplicaSet web，3 个副本，每个节点一个；node-2 需要腾空',
      },
      task: {
        en: 'node-2 is to get a new disk. Leave no Pod of web on it, and end with three that are Ready. At every moment at least two must be Ready.',
        zh: 'node-2 要换硬盘。让它上面不再有 web 的 Pod，最后有三个就绪的。任何时刻至少要有两个就绪。',
      },
      commands: [applied(replicaSet(3))],
      openAtMs: 10_000,
      pauseAtMs: 60_000,
      hands: ['cordon', 'drain', 'deletePod', 'scale', 'silence', 'kubectl'],
      goals: [
        {
          id: 'empty',
          text: { en: 'No Pod of web is on node-2', zh: 'node-2 上没有 web 的 Pod' },
          condition: {
            count: { kind: 'Pod', where: { all: [ofWeb, { path: 'spec.nodeName', equals: 'node-2' }] } },
            what: { en: 'Pods of web on node-2', zh: 'node-2 上 web 的 Pod' },
            is: 0,
          },
          when: 'now',
        },
        {
          id: 'three-ready',
          text: {
            en: 'Three Pods of web are Ready, and web asks for three',
            zh: 'web 要三个副本，三个都就绪',
          },
          condition: {
            all: [
              { object: 'ReplicaSet/web', path: 'spec.replicas', equals: 3 },
              { object: 'ReplicaSet/web', path: 'status.readyReplicas', equals: 3 },
            ],
          },
          when: 'now',
        },
        {
          id: 'two-serve',
          text: { en: 'At least two Pods of web are Ready', zh: '至少有两个 web 的 Pod 就绪' },
          condition: {
            count: { kind: 'Pod', where: { all: [ofWeb, { ready: true }] } },
            what: { en: 'Pods of web that are Ready', zh: '就绪的 web 的 Pod' },
            atLeast: 2,
          },
          when: 'always',
        },
        {
          id: 'node-stays',
          text: { en: 'node-2 is still a node of the cluster', zh: 'node-2 仍是集群的节点' },
          condition: { object: 'Node/node-2', exists: true },
          when: 'now',
        },
      ],
      hints: [
        {
          en: 'A deleted Pod is replaced. Where may the scheduler put the new one?',
          zh: '删掉的 Pod 会有新的来补。调度器可以把新的放到哪里？',
        },
        {
          when: { object: 'Node/node-2', path: 'spec.unschedulable', equals: true },
          en: 'node-2 is cordoned: nothing new comes. What is there stays until somebody takes it away.',
          zh: 'node-2 已被隔离：新的不会来，已经在的会一直留到有人把它移走。',
        },
        {
          en: '`kubectl drain node-2` does both: it cordons the node and evicts what runs there.',
          zh: '`kubectl drain node-2` 两样都做：先隔离节点，再驱逐上面的 Pod。',
        },
      ],
      solutions: [
        {
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_500, command: { verb: 'evict', name: onNode2 } },
          ],
          untilMs: 30_000,
        },
        {
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 12_000, command: scale(4) },
            { atMs: 20_000, command: deletePod(onNode2) },
            { atMs: 30_000, command: scale(3) },
          ],
          untilMs: 40_000,
        },
      ],
      shortcuts: [
        {
          why: 'two Pods where three are asked for',
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_500, command: { verb: 'evict', name: onNode2 } },
            { atMs: 20_000, command: scale(2) },
          ],
          untilMs: 30_000,
          fails: 'three-ready',
        },
        {
          why: 'a node that is gone gets no disk',
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_500, command: { verb: 'evict', name: onNode2 } },
            { atMs: 20_000, command: { verb: 'delete', kind: 'Node', name: 'node-2' } },
          ],
          untilMs: 30_000,
          fails: 'node-stays',
        },
        {
          why: 'without a cordon the successor comes back to the emptied node',
          commands: [{ atMs: 11_000, command: deletePod(onNode2) }],
          untilMs: 30_000,
          fails: 'empty',
        },
        {
          why: 'a silent node keeps its Pods',
          commands: [{ atMs: 11_000, command: { verb: 'silence', node: 'node-2' } }],
          untilMs: 60_000,
          fails: 'empty',
        },
        {
          why: 'from three to none and back again nobody serves',
          commands: [
            { atMs: 11_000, command: cordon('node-2') },
            { atMs: 11_500, command: scale(0) },
            { atMs: 20_000, command: scale(3) },
          ],
          untilMs: 40_000,
          fails: 'two-serve',
        },
      ],
      claims: ['controllers-03', 'controllers-04', 'controllers-05'],
    },
  ],
});
