import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json, LabelSelector, Labels, Manifest } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';
import { apply, at } from '../commands';

/**
 * The scenarios of lesson 3. A Pod takes about 0.3 s to start and is Ready 2 s later; its program ends 2 s after SIGTERM. Names of Pods
 * that a controller made are chance, and with the seed always the same.
 */

const podSpec = {
  terminationGracePeriodSeconds: 10,
  containers: [
    {
      name: 'main',
      image: 'httpd:2.4',
      command: ['/app', 'graceful', '2'],
      readinessProbe: {
        exec: { command: ['/app', 'test', '/app'] },
        initialDelaySeconds: 2,
        periodSeconds: 1,
        failureThreshold: 1,
      },
    },
  ],
};

const v1 = { app: 'apache', version: 'v1' } as const;

const pod = (name: string, labels: Labels): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels },
  spec: podSpec,
});

const replicaSet = (
  name: string,
  replicas: number,
  selector: LabelSelector = { matchLabels: v1 },
  labels: Labels = v1,
): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name },
  spec: {
    replicas,
    selector: selector as unknown as Json,
    template: { metadata: { labels }, spec: podSpec },
  },
});

const controller = (name: string, replicas: number): Manifest => ({
  apiVersion: 'v1',
  kind: 'ReplicationController',
  metadata: { name },
  spec: { replicas, selector: v1, template: { metadata: { labels: v1 }, spec: podSpec } },
});

const site = (selector: Labels): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'site' },
  spec: { selector, ports: [{ port: 80 }] },
});

const relabel = (name: string, labels: Readonly<Record<string, string | null>>): Command => ({
  verb: 'patch',
  kind: 'Pod',
  name,
  type: 'merge',
  body: { metadata: { labels } },
});
const scale = (replicas: number): Command => ({
  verb: 'scale',
  kind: 'ReplicaSet',
  name: 'apache',
  replicas,
});

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 7, nodes } as const;
const ofApache = { ...common, subject: 'ReplicaSet/apache' } as const;
/** The Pod of ReplicaSet `apache` that the stories are about, by this seed. */
const odd = 'apache-lhwmc';

const is = (object: string, exists: boolean): Condition => ({ object, exists });
const ownerOf = (name: string, owner: string): Condition => ({
  object: `Pod/${name}`,
  path: 'metadata.ownerReferences.0.name',
  equals: owner,
});
const ownerless = (name: string): Condition => ({
  object: `Pod/${name}`,
  path: 'metadata.ownerReferences.0.name',
  equals: null,
});
const podsInAll = { en: 'Pods in all', zh: 'Pod 总数' };
const pods = (count: number): Condition => ({ count: { kind: 'Pod' }, what: podsInAll, is: count });
/** Whether a slice of Service `site` is so. */
const slice = (test: ObjectTest): Condition => ({
  count: {
    kind: 'EndpointSlice',
    where: { all: [{ selectedBy: { matchLabels: { 'kubernetes.io/service-name': 'site' } } }, test] },
  },
  what: { en: 'EndpointSlices of site that are so', zh: 'site 的 EndpointSlice 中符合的' },
  is: 1,
});

/** The Pods of the playground: their labels differ in one thing or another. */
const board: Readonly<Record<string, Labels>> = {
  'apache-1': { ...v1, env: 'prod' },
  'apache-2': { ...v1, env: 'prod' },
  'apache-3': { ...v1, env: 'test' },
  'apache-4': { ...v1, env: 'prod', track: 'canary' },
  'apache-5': { app: 'apache', version: 'v2', env: 'prod' },
  'apache-6': { app: 'apache', version: 'v2', env: 'test', track: 'canary' },
  'nginx-1': { app: 'nginx', version: 'v1', env: 'prod' },
  'nginx-2': { app: 'nginx', version: 'v1', env: 'prod' },
  'nginx-3': { app: 'nginx', version: 'v2', env: 'test', track: 'canary' },
  'squid-1': { app: 'squid', version: 'v1' },
  'job-1': { version: 'v1', env: 'test' },
  'bare-1': {},
};

/** The Pods of the second lab: which of them the ReplicaSet is to have. */
const flock: Readonly<Record<string, Labels>> = {
  'apache-1': { ...v1 },
  'apache-2': { ...v1, track: 'stable' },
  'apache-3': { ...v1, track: 'canary' },
  'apache-4': { app: 'apache', version: 'v2' },
  'nginx-1': { app: 'nginx', version: 'v1' },
  'nginx-2': { app: 'nginx', version: 'v2' },
  'shout-1': { app: 'Apache', version: 'v1' },
};
const wanted = ['apache-1', 'apache-2', 'nginx-1'];
const others = Object.keys(flock).filter((name) => !wanted.includes(name));

const applied = (all: Readonly<Record<string, Labels>>) =>
  at(0, ...Object.entries(all).map(([name, labels]) => apply(pod(name, labels))));

const keeperFile = `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: keeper
spec:
  replicas: 3
  selector:
    matchLabels:
      app: apache
  template:
    metadata:
      labels:
        app: apache
        version: v1
    spec:
      containers:
        - name: main
          image: httpd:2.4
`;

const keeper = (selector: LabelSelector, labels: Labels = v1, replicas = 3) =>
  apply(replicaSet('keeper', replicas, selector, labels));
const setBased: LabelSelector = {
  matchLabels: { version: 'v1' },
  matchExpressions: [
    { key: 'app', operator: 'In', values: ['apache', 'nginx'] },
    { key: 'track', operator: 'NotIn', values: ['canary'] },
  ],
};

export default defineLabs({
  scenarios: [
    {
      ...ofApache,
      id: 'capital',
      caption: {
        en: 'ReplicaSet apache, 3 replicas; at 5 s Service site is created, with the selector app=Apache',
        zh: 'ReplicaSet apache，3 个副本；第 5 秒创建 Service site，选择算符是 app=Apache',
      },
      commands: [...at(0, apply(replicaSet('apache', 3))), ...at(5_000, apply(site({ app: 'Apache' })))],
      openAtMs: 4_500,
      pauseAtMs: 12_000,
      hands: ['kubectl', 'deletePod'],
      claims: ['replicaset-04', 'replicaset-05'],
    },
    {
      ...common,
      id: 'board',
      caption: {
        en: 'Twelve Pods that nobody owns, but for two that belong to ReplicaSet nginx; Service site before apache',
        zh: '十二个 Pod：两个属于 ReplicaSet nginx，其余没有属主；Service site 在 apache 前面',
      },
      commands: [
        ...applied(board),
        ...at(
          4_000,
          apply(
            replicaSet(
              'nginx',
              2,
              { matchLabels: { app: 'nginx', version: 'v1' } },
              { app: 'nginx', version: 'v1' },
            ),
          ),
          apply(site({ app: 'apache' })),
        ),
      ],
      openAtMs: 6_000,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'deletePod'],
      claims: ['replicaset-02', 'replicaset-03', 'replicaset-04', 'replicaset-05'],
    },
    {
      ...common,
      id: 'not-in',
      caption: {
        en: 'Three Pods of apache without an owner; at 5 s ReplicaSet keeper comes, 2 replicas, track NotIn (canary)',
        zh: '三个没有属主的 apache Pod；第 5 秒来了 ReplicaSet keeper，2 个副本，track NotIn (canary)',
      },
      commands: [
        ...applied({
          plain: { app: 'apache' },
          stable: { app: 'apache', track: 'stable' },
          bird: { app: 'apache', track: 'canary' },
        }),
        ...at(
          5_000,
          keeper(
            {
              matchLabels: { app: 'apache' },
              matchExpressions: [{ key: 'track', operator: 'NotIn', values: ['canary'] }],
            },
            { app: 'apache', track: 'stable' },
            2,
          ),
        ),
      ],
      openAtMs: 4_500,
      pauseAtMs: 12_000,
      hands: ['kubectl', 'deletePod', 'scale'],
      claims: ['replicaset-02', 'replicaset-03'],
    },
    {
      ...common,
      id: 'two-labels',
      caption: {
        en: 'Three Pods without an owner; at 5 s ReplicationController old comes, 2 replicas, app=apache,version=v1',
        zh: '三个没有属主的 Pod；第 5 秒来了 ReplicationController old，2 个副本，app=apache,version=v1',
      },
      commands: [
        ...applied({
          both: v1,
          newer: { app: 'apache', version: 'v2' },
          nginx: { app: 'nginx', version: 'v1' },
        }),
        ...at(5_000, apply(controller('old', 2))),
      ],
      openAtMs: 4_500,
      pauseAtMs: 12_000,
      hands: ['kubectl', 'deletePod', 'scale'],
      claims: ['replicaset-01', 'replicaset-06'],
    },
    {
      ...common,
      id: 'three-forms',
      caption: {
        en: 'One condition in three forms: ReplicationController old, ReplicaSets pairs and sets, two replicas each',
        zh: '同一个条件，三种写法：ReplicationController old，ReplicaSet pairs 和 sets，各两个副本',
      },
      commands: at(
        0,
        apply(controller('old', 2)),
        apply(replicaSet('pairs', 2)),
        apply(
          replicaSet('sets', 2, {
            matchExpressions: [
              { key: 'app', operator: 'In', values: ['apache'] },
              { key: 'version', operator: 'In', values: ['v1'] },
            ],
          }),
        ),
      ),
      openAtMs: 0,
      pauseAtMs: 12_000,
      hands: ['kubectl', 'deletePod', 'scale'],
      claims: ['replicaset-01', 'replicaset-02', 'replicaset-05', 'replicaset-06'],
    },
    {
      ...ofApache,
      id: 'relabelled',
      caption: {
        en: `ReplicaSet apache, 3 replicas, Service site before them; at 10 s ${odd} gets the label version=debug`,
        zh: `ReplicaSet apache，3 个副本，前面是 Service site；第 10 秒 ${odd} 的标签改成 version=debug`,
      },
      commands: [
        ...at(0, apply(replicaSet('apache', 3)), apply(site({ app: 'apache' }))),
        ...at(10_000, relabel(odd, { version: 'debug' })),
      ],
      openAtMs: 9_500,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'deletePod', 'scale'],
      claims: ['replicaset-04', 'replicaset-05'],
    },
  ],

  predictions: [
    {
      id: 'who-stands-behind',
      scenario: 'capital',
      question: {
        en: 'The Pods have the label `app: apache`. The Service selects `app: Apache`. What does the Service find?',
        zh: 'Pod 的标签是 `app: apache`，Service 选的是 `app: Apache`。Service 找到了什么？',
      },
      choices: [
        {
          text: { en: 'All three Pods', zh: '三个 Pod 全都找到' },
          happened: slice({ path: 'endpoints.2', exists: true }),
        },
        {
          text: { en: 'Nothing, and nobody complains', zh: '什么也没找到，也没有谁报错' },
          happened: {
            all: [is('Service/site', true), slice({ not: { path: 'endpoints.0', exists: true } })],
          },
        },
        {
          text: { en: 'The Service is not there: it was refused', zh: '没有这个 Service：它被拒绝了' },
          happened: is('Service/site', false),
        },
      ],
      judgedAtMs: 10_000,
    },
    {
      id: 'without-the-key',
      scenario: 'not-in',
      question: {
        en: 'ReplicaSet `keeper` wants two Pods with `app: apache` and `track NotIn (canary)`. `bird` has `track: canary`, `stable` has `track: stable`, `plain` has no label `track` at all. Which does it take?',
        zh: 'ReplicaSet `keeper` 要两个 Pod：`app: apache`，并且 `track NotIn (canary)`。`bird` 有 `track: canary`，`stable` 有 `track: stable`，`plain` 根本没有 `track` 标签。它收下哪些？',
      },
      choices: [
        {
          text: { en: '`stable`, and it makes one more', zh: '收下 `stable`，再新建一个' },
          happened: { all: [ownerOf('stable', 'keeper'), ownerless('plain'), pods(4)] },
        },
        {
          text: { en: 'All three, and then deletes one', zh: '三个都收下，然后删掉一个' },
          happened: pods(2),
        },
        {
          text: { en: '`stable` and `plain`', zh: '收下 `stable` 和 `plain`' },
          happened: { all: [ownerOf('stable', 'keeper'), ownerOf('plain', 'keeper'), ownerless('bird')] },
        },
      ],
      judgedAtMs: 10_000,
    },
    {
      id: 'rc-with-two',
      scenario: 'two-labels',
      question: {
        en: 'The ReplicationController `old` wants two Pods and selects `app: apache` and `version: v1`. What becomes of the three Pods?',
        zh: 'ReplicationController `old` 要两个 Pod，选择 `app: apache` 和 `version: v1`。三个 Pod 各会怎样？',
      },
      choices: [
        {
          text: { en: 'It takes `both` alone, and makes another one', zh: '它只收下 `both`，再新建一个' },
          happened: { all: [ownerOf('both', 'old'), ownerless('newer'), ownerless('nginx'), pods(4)] },
        },
        {
          text: {
            en: 'Nothing: a ReplicationController cannot ask for two',
            zh: '什么也没发生：ReplicationController 选不了两个标签',
          },
          happened: is('ReplicationController/old', false),
        },
        {
          text: { en: 'It takes all three, and one has to go', zh: '三个都收下，其中一个得走' },
          happened: pods(2),
        },
      ],
      judgedAtMs: 10_000,
    },
    {
      id: 'same-selector',
      scenario: 'three-forms',
      question: {
        en: 'Three controllers, one condition, two replicas each. How many Pods are there at 10 s?',
        zh: '三个控制器，同一个条件，各要两个副本。到第 10 秒有几个 Pod？',
      },
      choices: [
        {
          text: { en: 'Two: each counts the same Pods', zh: '两个：它们数的是同样的 Pod' },
          happened: pods(2),
        },
        {
          text: { en: 'Six: to each its own', zh: '六个：各有各的' },
          happened: pods(6),
        },
        {
          text: { en: 'It never rests: each deletes what the others made', zh: '停不下来：互相删对方创建的' },
          happened: { not: { any: [pods(2), pods(6)] } },
        },
      ],
      judgedAtMs: 10_000,
    },
    {
      id: 'another-label',
      scenario: 'relabelled',
      question: {
        en: `At 10 s somebody changes one label of ${odd}: \`version: debug\` in place of \`v1\`. What is there at 16 s?`,
        zh: `第 10 秒有人改了 ${odd} 的一个标签：\`version: debug\`，原来是 \`v1\`。到第 16 秒有什么？`,
      },
      choices: [
        {
          text: {
            en: `${odd} is deleted, another Pod stands for it`,
            zh: `${odd} 被删除，另有一个 Pod 顶替`,
          },
          happened: { all: [is(`Pod/${odd}`, false), pods(3)] },
        },
        {
          text: {
            en: 'Three Pods: the owner is written down, after all',
            zh: '三个 Pod：属主是写下来的，不会变',
          },
          happened: { all: [ownerOf(odd, 'apache'), pods(3)] },
        },
        {
          text: { en: `Four Pods, and ${odd} has no owner`, zh: `四个 Pod，${odd} 没有属主` },
          happened: { all: [ownerless(odd), pods(4)] },
        },
      ],
      judgedAtMs: 16_000,
    },
  ],

  labs: [
    {
      ...ofApache,
      id: 'take-one-out',
      title: { en: 'Take one out for a look', zh: '摘出一个来查看' },
      caption: {
        en: `ReplicaSet apache, 3 replicas, and Service site before them; ${odd} answers wrongly now and then`,
        zh: `ReplicaSet apache，3 个副本，前面是 Service site；${odd} 偶尔答错`,
      },
      task: {
        en: `${odd} gives a wrong answer now and then. Nobody knows why, and a restart would wipe out the traces. Take it out of ReplicaSet apache and of Service site, and keep it running. Three Pods have to serve all the time.`,
        zh: `${odd} 偶尔答错，原因不明，一重启痕迹就没了。把它从 ReplicaSet apache 和 Service site 里摘出来，让它继续运行。任何时刻都要有三个 Pod 在服务。`,
      },
      commands: at(0, apply(replicaSet('apache', 3)), apply(site({ app: 'apache' }))),
      openAtMs: 10_000,
      pauseAtMs: 60_000,
      hands: ['kubectl', 'scale', 'deletePod'],
      goals: [
        {
          id: 'kept',
          text: { en: `${odd} runs, and has no owner`, zh: `${odd} 仍在运行，而且没有属主` },
          condition: { all: [{ pod: odd, ready: true }, { pod: odd, terminating: false }, ownerless(odd)] },
          when: 'now',
        },
        {
          id: 'out',
          text: { en: `Service site does not send to ${odd}`, zh: `Service site 不再发给 ${odd}` },
          condition: {
            count: {
              kind: 'EndpointSlice',
              where: { path: 'endpoints', has: { targetRef: { name: odd } } },
            },
            what: { en: `EndpointSlices that list ${odd}`, zh: `列着 ${odd} 的 EndpointSlice` },
            is: 0,
          },
          when: 'now',
        },
        {
          id: 'three-owned',
          text: {
            en: 'ReplicaSet apache asks for three Pods, and three are Ready',
            zh: 'ReplicaSet apache 要三个 Pod，三个都就绪',
          },
          condition: {
            all: [
              { object: 'ReplicaSet/apache', path: 'spec.replicas', equals: 3 },
              { object: 'ReplicaSet/apache', path: 'status.readyReplicas', equals: 3 },
            ],
          },
          when: 'now',
        },
        {
          id: 'three-serve',
          text: {
            en: 'At least three Ready Pods have the label app=apache',
            zh: '带标签 app=apache 的就绪 Pod 至少有三个',
          },
          condition: {
            count: {
              kind: 'Pod',
              where: {
                all: [
                  { selectedBy: { matchLabels: { app: 'apache' } } },
                  { ready: true },
                  { terminating: false },
                ],
              },
            },
            what: { en: 'Ready Pods with app=apache', zh: '带 app=apache 的就绪 Pod' },
            atLeast: 3,
          },
          when: 'always',
        },
        {
          id: 'site-as-it-was',
          text: {
            en: 'The selector of site stays app=apache: other teams rely on it',
            zh: 'site 的选择算符一直是 app=apache：别的团队要用',
          },
          condition: { object: 'Service/site', path: 'spec.selector', equals: { app: 'apache' } },
          when: 'always',
        },
      ],
      hints: [
        {
          when: ownerOf(odd, 'apache'),
          en: 'The ReplicaSet and the Service select differently. Which label does only one of them ask for?',
          zh: 'ReplicaSet 和 Service 的选择算符不一样。哪个标签只有其中一个会问？',
        },
        {
          when: ownerOf(odd, 'apache'),
          en: '`kubectl label pod NAME version=debug --overwrite` changes a label. The ReplicaSet lets go and makes a replacement; the Service sees no difference.',
          zh: '`kubectl label pod 名字 version=debug --overwrite` 可以改标签。ReplicaSet 会放手并补一个，Service 看不出区别。',
        },
        {
          when: ownerless(odd),
          en: 'It is out of the ReplicaSet. Once the replacement is Ready, which label takes it out of the Service?',
          zh: '它已经不属于 ReplicaSet。等替补就绪之后，改哪个标签能让它离开 Service？',
        },
        {
          when: is(`Pod/${odd}`, false),
          en: `${odd} is gone, and its traces with it: no other Pod can stand in for it. Undo, or press Reset.`,
          zh: `${odd} 已经没有了，痕迹也跟着没了：换成别的 Pod 都不行。请撤销，或按“复位”。`,
        },
      ],
      solutions: [
        {
          commands: [
            ...at(11_000, relabel(odd, { version: 'debug' })),
            ...at(20_000, relabel(odd, { app: null })),
          ],
          untilMs: 30_000,
        },
        {
          commands: [
            ...at(11_000, scale(4)),
            ...at(20_000, relabel(odd, { app: 'debug' })),
            ...at(30_000, scale(3)),
          ],
          untilMs: 45_000,
        },
      ],
      shortcuts: [
        {
          why: 'both at once: the Service has two Pods until the replacement is Ready',
          commands: at(11_000, relabel(odd, { app: 'debug' })),
          untilMs: 30_000,
          fails: 'three-serve',
        },
        {
          why: 'out of the ReplicaSet, and still behind the Service',
          commands: at(11_000, relabel(odd, { version: 'debug' })),
          untilMs: 30_000,
          fails: 'out',
        },
        {
          why: 'one more label changes no answer: both selectors still match',
          commands: at(11_000, relabel(odd, { debug: 'yes' })),
          untilMs: 30_000,
          fails: 'kept',
        },
        {
          why: 'the owner reference alone: the next reconcile writes it again',
          commands: at(11_000, {
            verb: 'patch',
            kind: 'Pod',
            name: odd,
            type: 'merge',
            body: { metadata: { ownerReferences: null } },
          }),
          untilMs: 30_000,
          fails: 'kept',
        },
        {
          why: 'a Pod that is deleted is not kept for a look, though three serve meanwhile',
          commands: [
            ...at(11_000, scale(4)),
            ...at(20_000, { verb: 'delete', kind: 'Pod', name: odd }),
            ...at(30_000, scale(3)),
          ],
          untilMs: 45_000,
          fails: 'kept',
        },
        {
          why: 'a fourth Pod for good is not what was asked for',
          commands: [...at(11_000, scale(4)), ...at(20_000, relabel(odd, { app: 'debug' }))],
          untilMs: 40_000,
          fails: 'three-owned',
        },
        {
          why: 'the Service of the others is made narrower',
          commands: [
            ...at(11_000, relabel(odd, { version: 'debug' })),
            ...at(20_000, {
              verb: 'patch',
              kind: 'Service',
              name: 'site',
              type: 'merge',
              body: { spec: { selector: { version: 'v1' } } },
            }),
          ],
          untilMs: 30_000,
          fails: 'site-as-it-was',
        },
      ],
      claims: ['replicaset-04', 'replicaset-05'],
    },
    {
      ...common,
      id: 'exactly-these',
      title: { en: 'Exactly these three', zh: '恰好这三个' },
      caption: {
        en: 'Seven Pods without an owner; three of them are to belong to a new ReplicaSet keeper',
        zh: '七个没有属主的 Pod；其中三个要归一个新的 ReplicaSet keeper',
      },
      task: {
        en: 'Create a ReplicaSet `keeper` with three replicas that takes in apache-1, apache-2 and nginx-1, and leaves the other four alone. Not one Pod may come or go on the way. `keeper.yaml` is a draft, and its selector is wrong.',
        zh: '创建一个 ReplicaSet `keeper`，三个副本，收下 apache-1、apache-2 和 nginx-1，另外四个不动。过程中一个 Pod 也不能多，不能少。`keeper.yaml` 是一份草稿，里面的选择算符不对。',
      },
      commands: applied(flock),
      openAtMs: 4_000,
      pauseAtMs: 60_000,
      hands: ['kubectl'],
      files: { 'keeper.yaml': keeperFile },
      goals: [
        {
          id: 'taken',
          text: {
            en: 'keeper owns apache-1, apache-2 and nginx-1',
            zh: 'apache-1、apache-2 和 nginx-1 的属主是 keeper',
          },
          condition: { all: wanted.map((name) => ownerOf(name, 'keeper')) },
          when: 'now',
        },
        {
          id: 'left-alone',
          text: { en: 'The other four Pods have no owner', zh: '另外四个 Pod 没有属主' },
          condition: { all: others.map(ownerless) },
          when: 'now',
        },
        {
          id: 'three-replicas',
          text: { en: 'keeper asks for three Pods', zh: 'keeper 要三个 Pod' },
          condition: { object: 'ReplicaSet/keeper', path: 'spec.replicas', equals: 3 },
          when: 'now',
        },
        {
          id: 'seven',
          text: { en: 'There are seven Pods', zh: '一共有七个 Pod' },
          condition: pods(7),
          when: 'always',
        },
      ],
      hints: [
        {
          when: is('ReplicaSet/keeper', false),
          en: 'What do the three have in common that the other four do not? `kubectl get pods --show-labels` lists them.',
          zh: '这三个有什么共同点，是另外四个没有的？`kubectl get pods --show-labels` 可以列出标签。',
        },
        {
          when: is('ReplicaSet/keeper', false),
          en: 'All three are v1. app is one of two words, and track is not canary, or not there. In and NotIn say that.',
          zh: '三个都是 v1；app 是两个词之一；track 不是 canary，或者没有。In 和 NotIn 说的就是这些。',
        },
        {
          when: is('ReplicaSet/keeper', false),
          en: 'You can give the three a label of their own first, and then ask for that label alone.',
          zh: '也可以先给这三个打上一个专用的标签，再只选这个标签。',
        },
        {
          when: is('ReplicaSet/keeper', true),
          en: 'keeper is there, and its selector cannot be changed. If it took a wrong Pod, reset and begin again.',
          zh: 'keeper 已经在了，它的选择算符不能再改。如果收错了 Pod，就复位重来。',
        },
      ],
      solutions: [
        { commands: at(5_000, keeper(setBased)), untilMs: 15_000 },
        {
          commands: [
            ...at(5_000, ...wanted.map((name) => relabel(name, { keep: 'yes' }))),
            ...at(8_000, keeper({ matchLabels: { keep: 'yes' } }, { ...v1, keep: 'yes' })),
          ],
          untilMs: 20_000,
        },
      ],
      shortcuts: [
        {
          why: 'the draft as it is: it takes four Pods of apache and deletes one',
          commands: at(5_000, keeper({ matchLabels: { app: 'apache' } })),
          untilMs: 15_000,
          fails: 'seven',
        },
        {
          why: 'equality alone catches two of the three, and a canary',
          commands: at(5_000, keeper({ matchLabels: v1 })),
          untilMs: 15_000,
          fails: 'taken',
        },
        {
          why: 'NotIn alone: Apache with a capital letter is taken in as well',
          commands: at(
            5_000,
            keeper(
              {
                matchLabels: { version: 'v1' },
                matchExpressions: [{ key: 'track', operator: 'NotIn', values: ['canary'] }],
              },
              v1,
              4,
            ),
          ),
          untilMs: 15_000,
          fails: 'left-alone',
        },
        {
          why: 'only stable: Pods without the label track are not In (stable)',
          commands: at(
            5_000,
            keeper(
              {
                matchLabels: { version: 'v1' },
                matchExpressions: [
                  { key: 'app', operator: 'In', values: ['apache', 'nginx'] },
                  { key: 'track', operator: 'In', values: ['stable'] },
                ],
              },
              { ...v1, track: 'stable' },
            ),
          ),
          untilMs: 15_000,
          fails: 'taken',
        },
        {
          why: 'more is asked for than there are: a Pod is made',
          commands: [
            ...at(5_000, keeper(setBased)),
            ...at(8_000, { verb: 'scale', kind: 'ReplicaSet', name: 'keeper', replicas: 4 }),
          ],
          untilMs: 15_000,
          fails: 'three-replicas',
        },
      ],
      claims: ['replicaset-02', 'replicaset-03', 'replicaset-05'],
    },
  ],
});
