import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';
import { files } from './files';
import {
  apacheContainer,
  asksMysql,
  asksRows,
  at,
  claim,
  copied,
  deployment,
  images,
  mounts,
  mysqlContainer,
  mysqlSet,
  retries,
  scratch,
  service,
  services,
  squidContainer,
  template,
  waitsFirst,
} from './site';

/**
 * The scenarios of lesson 14: three nodes, and a claim with the rows of the old database. MySQL takes 15 s longer to start than
 * others. Longer than usual: the lab has a site to build, a drill, and eight ways to miss something.
 */

const common = { seed: 7, nodes: ['node-1', 'node-2', 'node-3'] } as const;

const gated = { ...apacheContainer, readinessProbe: asksMysql };
const squid = deployment('squid', squidContainer);
const apache = deployment('apache', gated);
const slowMysql: Command = { verb: 'slowStart', kind: 'StatefulSet', name: 'mysql', ms: 15_000 };
const remove = (kind: string, name: string): Command => ({ verb: 'delete', kind, name });
const scale = (kind: string, name: string, replicas: number): Command => ({
  verb: 'scale',
  kind,
  name,
  replicas,
});

const doors = [services.squid, services.apache, services.mysql];

/** Everything at once, the last of the old order first. */
const atOnce = (apaches: Command) => [
  ...copied,
  ...at(10_000, squid, apaches, ...doors, mysqlSet(), slowMysql),
];
/** At 70 s MySQL is replaced. */
const lost = at(70_000, remove('Pod', 'mysql-0'));

const wholeWay = { from: 'outside', through: ['squid:80', 'apache:80', 'mysql:3306'] } as const;
const good: Condition = { way: wholeWay, is: true };
const bad: Condition = { way: wholeWay, is: false };

const runs = (image: string): ObjectTest => ({ path: 'spec.containers', has: { image } });
const many = (count: { kind: string; where?: ObjectTest }, what: { en: string; zh: string }) => ({
  is: (is: number): Condition => ({ count, what, is }),
  atLeast: (atLeast: number): Condition => ({ count, what, atLeast }),
  atMost: (atMost: number): Condition => ({ count, what, atMost }),
});
const readyOf = (app: keyof typeof images, name: string) =>
  many(
    { kind: 'Pod', where: { all: [runs(images[app]), { ready: true }, { terminating: false }] } },
    { en: `Ready Pods of ${name}`, zh: `${name} 的就绪 Pod` },
  );
const mysqlReady: Condition = { pod: 'mysql-0', ready: true };

/** A Pod with all three programs in it, as one StatefulSet would have it. */
const threeInOne: Command = {
  verb: 'apply',
  object: {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'site' },
    spec: {
      replicas: 3,
      serviceName: 'site',
      selector: { matchLabels: { app: 'site' } },
      template: {
        metadata: { labels: { app: 'site' } },
        spec: {
          terminationGracePeriodSeconds: 10,
          containers: [mysqlContainer, apacheContainer, squidContainer] as Json,
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: 'late',
            resources: { requests: { storage: '10Gi' } },
          },
        },
      ],
    },
  } as never,
};
const inOnePod = (name: string): Condition => ({
  all: [0, 1, 2].map(
    (place): Condition => ({
      object: `Pod/${name}`,
      path: `spec.containers.${place}.image`,
      equals: [images.mysql, images.apache, images.squid][place] ?? '',
    }),
  ),
});

/** Squid and Apache finish what they are at before they end, as their old machines did. */
const slowly = (container: object) => ({
  ...container,
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
});
const going = (app: string, some: boolean): Condition => {
  const count = {
    kind: 'Pod',
    where: { all: [{ selectedBy: { matchLabels: { app } } }, { terminating: true }] },
  } as const;
  const what = { en: `Pods of ${app} that are Terminating`, zh: `${app} 的正在终止的 Pod` };
  return some ? { count, what, atLeast: 1 } : { count, what, is: 0 };
};

/** The drill of the lab: each node in turn is emptied and taken back, then one falls silent for a while. */
const taint = (node: string, isOn: boolean): Command => ({
  verb: 'patch',
  kind: 'Node',
  name: node,
  type: 'merge',
  body: { spec: { taints: isOn ? [{ key: 'reboot', value: 'now', effect: 'NoExecute' }] : null } },
});
const drillAtMs = 150_000;
const untilMs = 300_000;
const marked = (drill: string): Command => ({
  verb: 'patch',
  kind: 'Node',
  name: 'node-1',
  type: 'merge',
  body: { metadata: { annotations: { drill } } },
});
const drill = [
  ...at(drillAtMs, marked('on')),
  ...[0, 1, 2].flatMap((n) => [
    ...at(drillAtMs + n * 20_000, taint(`node-${n + 1}`, true)),
    ...at(drillAtMs + n * 20_000 + 15_000, taint(`node-${n + 1}`, false)),
  ]),
  ...at(215_000, { verb: 'silence', node: 'node-2' }),
  ...at(280_000, { verb: 'restore', node: 'node-2' }),
  ...at(290_000, marked('over')),
];
const drillIs = (equals: string): Condition => ({
  object: 'Node/node-1',
  path: 'metadata.annotations.drill',
  equals,
});
const over = drillIs('over');
const begun: Condition = { any: [drillIs('on'), over] };
/** The condition stands first: of equal gaps the first is named, and a missing Apache says more than the mark of the drill. */
const sinceTheDrill = (condition: Condition): Condition => ({ any: [condition, { not: begun }] });

const podsOf = (app: keyof typeof images, ...more: ObjectTest[]): { kind: string; where: ObjectTest } => ({
  kind: 'Pod',
  where: { all: [runs(images[app]), ...more] },
});
const withRows = many(
  podsOf(
    'mysql',
    { ready: true },
    { path: 'spec.volumes', has: { persistentVolumeClaim: { claimName: claim } } },
    { path: 'spec.containers.0.readinessProbe.exec.command', equals: [...asksRows.exec.command] },
  ),
  {
    en: 'Ready MySQL Pods that have the old rows and a probe that asks for them',
    zh: '就绪、挂着旧数据、探针会检查数据的 MySQL Pod',
  },
);
const templateRuns = (image: string): ObjectTest => ({
  path: 'spec.template.spec.containers',
  has: { image },
});
const overlapping = many(
  {
    kind: 'Deployment',
    where: { all: [templateRuns(images.mysql), { not: { path: 'spec.strategy.type', equals: 'Recreate' } }] },
  },
  {
    en: 'Deployments that start a second MySQL before the first has ended',
    zh: '会在旧 MySQL 结束之前启动新 MySQL 的 Deployment',
  },
);
const mysqls = many(podsOf('mysql', { terminating: false }), { en: 'Pods of MySQL', zh: 'MySQL 的 Pod' });
const bare = many(
  { kind: 'Pod', where: { not: { path: 'metadata.ownerReferences', exists: true } } },
  { en: 'Pods that nobody replaces', zh: '没有人会补上的 Pod' },
);
const strangers = many(
  { kind: 'Pod', where: { not: { any: Object.values(images).map(runs) } } },
  { en: 'Pods that run something else', zh: '运行别的程序的 Pod' },
);
const setsOfOthers = many(
  { kind: 'StatefulSet', where: { any: [templateRuns(images.squid), templateRuns(images.apache)] } },
  { en: 'StatefulSets of Squid or Apache', zh: 'Squid 或 Apache 的 StatefulSet' },
);
const waitingOnce = many(
  podsOf(
    'apache',
    { path: 'spec.initContainers', exists: true },
    { not: { path: 'spec.containers.0.readinessProbe', exists: true } },
  ),
  { en: 'Apaches whose only guard is an init container', zh: '只靠 Init 容器把关的 Apache' },
);
const serviceCount = many({ kind: 'Service' }, { en: 'Services', zh: 'Service 的数量' });

/** What the reader builds, with one part in another way. */
const site = ({
  squids = squid,
  apaches = apache,
  mysql = [mysqlSet()],
  front = services.squid,
  more = [],
}: {
  squids?: Command;
  apaches?: Command;
  mysql?: readonly Command[];
  front?: Command;
  more?: readonly Command[];
} = {}) => at(30_000, squids, apaches, front, services.apache, services.mysql, ...mysql, ...more);

const recreated = (
  pod: Record<string, Json>,
  spec: Record<string, Json> = { strategy: { type: 'Recreate' } },
) => deployment('mysql', mysqlContainer, { replicas: 1, pod, spec });

const bareMysql: Command = {
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    ...template('mysql', mysqlContainer, mounts(claim)),
    metadata: { name: 'mysql', labels: { app: 'mysql' } },
  } as never,
};

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'board',
      caption: {
        en: 'The migration board: three empty nodes, and claim data-mysql-0 with the old rows',
        zh: '搬迁板：三个空节点，以及装着旧数据的 PVC data-mysql-0',
      },
      commands: [...copied],
      openAtMs: 10_000,
      pauseAtMs: 600_000,
      hands: ['kubectl', 'silence', 'deletePod'],
      claims: ['worked-example-01', 'worked-example-02'],
    },
    {
      ...common,
      id: 'at-once',
      caption: {
        en: 'Squid, Apache and MySQL applied at the same moment, Squid first; MySQL takes 15 s to start',
        zh: 'Squid、Apache、MySQL 在同一刻创建，Squid 在最前；MySQL 启动要 15 秒',
      },
      commands: [...atOnce(apache), ...lost],
      openAtMs: 9_500,
      pauseAtMs: 110_000,
      hands: ['deletePod', 'kubectl', 'silence'],
      claims: ['statefulset-16', 'worked-example-03', 'worked-example-04', 'worked-example-05'],
    },
    {
      ...common,
      id: 'three-in-one',
      caption: {
        en: 'One StatefulSet of 3 replicas, whose template has MySQL, Apache and Squid',
        zh: '一个 3 副本的 StatefulSet，模板里放着 MySQL、Apache 和 Squid',
      },
      subject: 'StatefulSet/site',
      commands: [...at(10_000, service('site', { port: 80 }, { clusterIP: 'None' }), threeInOne)],
      openAtMs: 10_100,
      pauseAtMs: 40_000,
      hands: ['scale', 'deletePod', 'kubectl'],
      claims: ['statefulset-15'],
    },
    {
      ...common,
      id: 'retry',
      caption: {
        en: 'The same, but Apache ends when it does not reach MySQL, and is started again',
        zh: '同样的站点，但 Apache 连不上 MySQL 就退出，再由 kubelet 重启',
      },
      commands: [...atOnce(deployment('apache', retries)), ...lost],
      openAtMs: 9_500,
      pauseAtMs: 110_000,
      hands: ['deletePod', 'kubectl'],
      claims: ['statefulset-16'],
    },
    {
      ...common,
      id: 'wait',
      caption: {
        en: 'The same, but an init container of Apache waits for MySQL; at 70 s mysql-0 is deleted',
        zh: '同样的站点，但 Apache 的 Init 容器会等 MySQL；第 70 秒删除 mysql-0',
      },
      commands: [...atOnce(deployment('apache', apacheContainer, { pod: waitsFirst })), ...lost],
      openAtMs: 69_000,
      pauseAtMs: 110_000,
      hands: ['deletePod', 'kubectl'],
      claims: ['statefulset-16'],
    },
    {
      ...common,
      id: 'by-hand',
      caption: {
        en: 'The old order by hand: MySQL, then Apache at 30 s, then Squid at 35 s; at 70 s mysql-0 is deleted',
        zh: '照老办法手工排序：先 MySQL，第 30 秒 Apache，第 35 秒 Squid；第 70 秒删除 mysql-0',
      },
      commands: [
        ...copied,
        ...at(10_000, ...doors, mysqlSet(), slowMysql),
        ...at(30_000, deployment('apache', apacheContainer)),
        ...at(35_000, squid),
        ...lost,
      ],
      openAtMs: 9_500,
      pauseAtMs: 110_000,
      hands: ['deletePod', 'kubectl'],
      claims: ['statefulset-16'],
    },
    {
      ...common,
      id: 'delete-all',
      caption: {
        en: 'The whole site is deleted by one command at 40 s',
        zh: '第 40 秒，一条命令删除整个站点',
      },
      commands: [
        ...copied,
        ...at(
          10_000,
          deployment('squid', slowly(squidContainer) as Record<string, Json>),
          deployment('apache', slowly(gated) as Record<string, Json>),
          ...doors,
          mysqlSet(),
        ),
        ...at(
          40_000,
          remove('Deployment', 'squid'),
          remove('Deployment', 'apache'),
          remove('StatefulSet', 'mysql'),
        ),
      ],
      openAtMs: 39_000,
      pauseAtMs: 60_000,
      hands: ['kubectl'],
      claims: ['statefulset-17'],
    },
    {
      ...common,
      id: 'by-tier',
      caption: {
        en: 'The same site, scaled to 0 tier by tier: Squid at 40 s, Apache at 50 s, MySQL at 60 s',
        zh: '同一个站点，逐层缩到 0：第 40 秒 Squid，第 50 秒 Apache，第 60 秒 MySQL',
      },
      commands: [
        ...copied,
        ...at(
          10_000,
          deployment('squid', slowly(squidContainer) as Record<string, Json>),
          deployment('apache', slowly(gated) as Record<string, Json>),
          ...doors,
          mysqlSet(),
        ),
        ...at(40_000, scale('Deployment', 'squid', 0)),
        ...at(50_000, scale('Deployment', 'apache', 0)),
        ...at(60_000, scale('StatefulSet', 'mysql', 0)),
      ],
      openAtMs: 39_000,
      pauseAtMs: 70_000,
      hands: ['kubectl'],
      claims: ['statefulset-17'],
    },
  ],

  predictions: [
    {
      id: 'wrong-way-round',
      scenario: 'at-once',
      question: {
        en: 'Everything is applied at 10 s, in the wrong order, and MySQL needs 15 s to start. What does a client outside get at 40 s?',
        zh: '第 10 秒全部创建，次序正好相反，而 MySQL 启动要 15 秒。第 40 秒，外面的客户端得到什么？',
      },
      choices: [
        {
          text: {
            en: 'Nothing: Squid and Apache started too early and have to be started again',
            zh: '什么也没有：Squid 和 Apache 启动得太早，得重启',
          },
          happened: { all: [bad, mysqlReady] },
        },
        {
          text: {
            en: 'A page with its rows, and nobody did anything',
            zh: '带数据的页面，而且没有人做过什么',
          },
          happened: good,
        },
        {
          text: {
            en: 'Nothing: Apache is not created before MySQL is Ready',
            zh: '什么也没有：MySQL 就绪之前不会创建 Apache',
          },
          happened: many(podsOf('apache'), { en: 'Pods of Apache', zh: 'Apache 的 Pod' }).is(0),
        },
      ],
      judgedAtMs: 40_000,
    },
    {
      id: 'what-is-site-1',
      scenario: 'three-in-one',
      question: {
        en: 'A StatefulSet starts its Pods in order. Its template has MySQL, Apache and Squid, and replicas is 3. What is in site-1 at 30 s?',
        zh: 'StatefulSet 按顺序启动 Pod。模板里有 MySQL、Apache 和 Squid，replicas 是 3。第 30 秒，site-1 里有什么？',
      },
      choices: [
        {
          text: {
            en: 'Apache: site-0 is MySQL, and site-2 Squid',
            zh: 'Apache：site-0 是 MySQL，site-2 是 Squid',
          },
          happened: {
            all: [
              { object: 'Pod/site-1', path: 'spec.containers.0.image', equals: images.apache },
              { object: 'Pod/site-1', path: 'spec.containers.1.image', equals: null },
            ],
          },
        },
        {
          text: { en: 'Apache, MySQL and Squid, as in site-0', zh: 'Apache、MySQL 和 Squid，和 site-0 一样' },
          happened: inOnePod('site-1'),
        },
        {
          text: {
            en: 'Nothing: site-0 is not Ready, so there is no site-1',
            zh: '什么也没有：site-0 没有就绪，所以没有 site-1',
          },
          happened: { all: [inOnePod('site-0'), { object: 'Pod/site-1', exists: false }] },
        },
      ],
      judgedAtMs: 30_000,
    },
    {
      id: 'mysql-is-ready',
      scenario: 'retry',
      question: {
        en: 'Apache ends at once when MySQL does not answer. MySQL has been Ready since 26.7 s. What does a client get at 32 s?',
        zh: 'MySQL 没有应答，Apache 立刻退出。MySQL 从第 26.7 秒起已经就绪。第 32 秒客户端得到什么？',
      },
      choices: [
        {
          text: {
            en: 'A page: Apache was started again as soon as MySQL answered',
            zh: '页面：MySQL 一应答，Apache 就被重新启动',
          },
          happened: good,
        },
        {
          text: { en: 'No page: Apache has failed and stays so', zh: '没有页面：Apache 已经失败，不会再来' },
          happened: many(podsOf('apache', { path: 'status.phase', equals: 'Failed' }), {
            en: 'Apaches that have failed',
            zh: '已失败的 Apache',
          }).is(3),
        },
        {
          text: {
            en: 'No page yet: Apache waits before it is tried again',
            zh: '还没有页面：Apache 在等下一次重启',
          },
          happened: {
            all: [
              bad,
              mysqlReady,
              many(podsOf('apache', { path: 'status.phase', equals: 'Running' }), {
                en: 'Apaches',
                zh: 'Apache',
              }).is(3),
            ],
          },
        },
      ],
      judgedAtMs: 32_000,
    },
    {
      id: 'waited-once',
      scenario: 'wait',
      question: {
        en: 'At the start an init container made each Apache wait for MySQL. At 70 s mysql-0 is deleted. How do the Apaches stand at 78 s?',
        zh: '启动时，Init 容器让每个 Apache 都等到了 MySQL。第 70 秒删除 mysql-0。第 78 秒这些 Apache 是什么样子？',
      },
      choices: [
        {
          text: { en: 'Init:0/1: they wait for MySQL again', zh: 'Init:0/1：又在等 MySQL' },
          happened: many(podsOf('apache', { path: 'status.phase', equals: 'Pending' }), {
            en: 'Apaches that wait',
            zh: '在等的 Apache',
          }).is(3),
        },
        {
          text: {
            en: 'Running, 0/1: not Ready until MySQL is back',
            zh: 'Running，0/1：MySQL 回来之前未就绪',
          },
          happened: { all: [readyOf('apache', 'Apache').is(0), bad] },
        },
        {
          text: { en: 'Running, 1/1: all is well, it seems', zh: 'Running，1/1：看上去一切正常' },
          happened: { all: [readyOf('apache', 'Apache').is(3), bad] },
        },
      ],
      judgedAtMs: 78_000,
    },
    {
      id: 'who-goes-first',
      scenario: 'delete-all',
      question: {
        en: 'One command deletes squid, apache and mysql at 40 s. Which Pods are Terminating half a second later?',
        zh: '第 40 秒，一条命令删除 squid、apache 和 mysql。半秒之后，哪些 Pod 正在终止？',
      },
      choices: [
        {
          text: {
            en: 'Those of squid alone: the site goes down from the front',
            zh: '只有 squid 的：站点从最前面往下停',
          },
          happened: { all: [going('squid', true), going('apache', false), going('mysql', false)] },
        },
        {
          text: { en: 'All of them, MySQL too', zh: '全部，MySQL 也在内' },
          happened: { all: ['squid', 'apache', 'mysql'].map((app) => going(app, true)) },
        },
        {
          text: { en: 'squid and apache; MySQL waits for them', zh: 'squid 和 apache；MySQL 在等它们' },
          happened: { all: [going('squid', true), going('apache', true), going('mysql', false)] },
        },
      ],
      judgedAtMs: 40_500,
    },
  ],

  labs: [
    {
      ...common,
      id: 'move-the-site',
      title: { en: 'Move the site', zh: '搬迁整个站点' },
      caption: {
        en: 'Three empty nodes, and claim data-mysql-0 with the rows of the old database',
        zh: '三个空节点，以及装着旧数据库数据的 PVC data-mysql-0',
      },
      task: {
        en: 'Build the site: 3 Squid, 3 Apache, 1 MySQL, and a way in from outside. `machines.txt` says what the old machines ran, and by which names the programs look for each other. At 150 s a drill begins: one node after another is emptied, then node-2 falls silent until 280 s. The site is judged by what it does until then.',
        zh: '把站点搭起来：3 个 Squid、3 个 Apache、1 个 MySQL，再加一条从外面进来的路。旧机器上跑的是什么，程序之间按什么名字相认，见 `machines.txt`。第 150 秒演练开始：节点一个接一个被腾空，之后 node-2 失联到第 280 秒。站点的表现决定成绩。',
      },
      commands: [...copied, ...drill],
      openAtMs: 20_000,
      pauseAtMs: untilMs,
      hands: ['kubectl'],
      files,
      goals: [
        {
          id: 'answers',
          text: {
            en: 'Availability: the drill is over, and a client outside gets a page with rows by way of Squid, Apache and MySQL',
            zh: '可用性：演练已结束，外面的客户端经过 Squid、Apache、MySQL 得到带数据的页面',
          },
          condition: { all: [over, good] },
          when: 'now',
        },
        {
          id: 'goes-on',
          text: {
            en: 'Availability: from the drill on, a Squid answers outside and an Apache runs, at every moment',
            zh: '可用性：演练开始之后，任何时刻都有 Squid 对外应答，有 Apache 在运行',
          },
          condition: sinceTheDrill({
            all: [
              { way: { from: 'outside', through: ['squid:80'] }, is: true },
              many(podsOf('apache', { terminating: false }, { path: 'status.phase', equals: 'Running' }), {
                en: 'Apaches that run',
                zh: '在运行的 Apache',
              }).atLeast(1),
            ],
          }),
          when: 'always',
        },
        {
          id: 'rows',
          text: {
            en: 'Data: MySQL is Ready with the old rows, and its probe asks for them',
            zh: '数据：MySQL 就绪，带着旧数据，而且探针会检查数据',
          },
          condition: withRows.is(1),
          when: 'now',
        },
        {
          id: 'claim-kept',
          text: { en: 'Data: claim data-mysql-0 is never deleted', zh: '数据：PVC data-mysql-0 从未被删除' },
          condition: {
            all: [
              { object: `PersistentVolumeClaim/${claim}`, exists: true },
              many(
                { kind: 'PersistentVolumeClaim', where: { terminating: true } },
                { en: 'claims that are being deleted', zh: '正在删除的 PVC' },
              ).is(0),
            ],
          },
          when: 'always',
        },
        {
          id: 'one-writer',
          text: {
            en: 'Data: one MySQL, and no rollout that starts a second beside it',
            zh: '数据：MySQL 只有一个，滚动更新时也不会出现第二个',
          },
          condition: { all: [mysqls.is(1), overlapping.is(0)] },
          when: 'now',
        },
        {
          id: 'plain',
          text: {
            en: 'Simplicity: no StatefulSet for Squid or Apache, and no init container as the only guard',
            zh: '简洁：Squid 和 Apache 不用 StatefulSet，也不只靠 Init 容器把关',
          },
          condition: { all: [setsOfOthers.is(0), waitingOnce.is(0)] },
          when: 'now',
        },
        {
          id: 'nothing-else',
          text: {
            en: 'Simplicity: every Pod has an owner and runs one of the three; at most three Services',
            zh: '简洁：每个 Pod 都有属主，只运行这三种程序；Service 不超过三个',
          },
          condition: { all: [bare.is(0), strangers.is(0), serviceCount.atMost(3)] },
          when: 'now',
        },
      ],
      hints: [
        {
          when: { all: [{ not: begun }, serviceCount.is(0)] },
          en: '`cat machines.txt` says which names the programs ask for. Those have to be names of Services.',
          zh: '`cat machines.txt` 里写着程序要找哪些名字，它们就是 Service 的名字。',
        },
        {
          when: { not: mysqls.atLeast(1) },
          en: 'MySQL: what makes one Pod again when its node is emptied, and mounts data-mysql-0? A StatefulSet mysql with a claim template `data` finds that claim.',
          zh: 'MySQL：节点被腾空之后，什么会再创建一个 Pod，并挂上 data-mysql-0？名叫 mysql、申领模板叫 `data` 的 StatefulSet 正好会找到它。',
        },
        {
          when: bare.atLeast(1),
          en: 'A Pod stands there that nobody replaces. What happens to it when its node is emptied?',
          zh: '有一个 Pod 没有人会补上。它的节点被腾空时会怎样？',
        },
        {
          when: { all: [mysqls.atLeast(1), withRows.is(0)] },
          en: 'Some MySQL runs, and is not Ready with the old rows. Which volume does `kubectl describe pod` show, and what does its probe ask?',
          zh: 'MySQL 在运行，但没有带着旧数据就绪。看看 `kubectl describe pod`：挂的是哪个卷，探针问的是什么？',
        },
        {
          when: { all: [withRows.is(1), bad, { not: begun }] },
          en: 'MySQL is Ready. Follow the way from outside: Service squid with a door to Squid’s port 3128, Service apache, Service mysql. Which end has no ready Pod?',
          zh: 'MySQL 已就绪。从外面一路走进来：Service squid 的门通到 Squid 的 3128 端口，然后是 Service apache，Service mysql。哪一处没有就绪的 Pod？',
        },
        {
          when: { all: [good, { not: begun }] },
          en: 'The page is there. Before the drill: how many Squids and Apaches are left when one node is emptied? Then play on to 300 s.',
          zh: '页面有了。演练之前想一想：腾空一个节点，还剩几个 Squid 和 Apache？然后播放到第 300 秒。',
        },
        {
          when: begun,
          en: 'The drill runs. A goal that failed names the moment at which it broke: go there, look who was missing, and reset if the site has to be built another way.',
          zh: '演练在进行。失败的目标会指出时刻：跳过去看看当时缺了谁。要换一种搭法，就按“复位”。',
        },
      ],
      solutions: [
        { commands: site(), untilMs },
        { commands: site({ mysql: [recreated(mounts(claim))] }), untilMs },
      ],
      shortcuts: [
        {
          why: 'a bare MySQL Pod is gone with the first node that is emptied under it',
          commands: site({ mysql: [bareMysql] }),
          untilMs,
          fails: 'answers',
        },
        {
          why: 'a Service of type ClusterIP is no way in',
          commands: site({ front: service('squid', { port: 80, targetPort: 3128 }) }),
          untilMs,
          fails: 'answers',
        },
        {
          why: 'one Apache is none while its node is emptied',
          commands: site({ apaches: deployment('apache', gated, { replicas: 1 }) }),
          untilMs: 160_000,
          fails: 'goes-on',
        },
        {
          why: 'a MySQL without the claim has no rows',
          commands: site({ mysql: [recreated(scratch)] }),
          untilMs: 50_000,
          fails: 'rows',
        },
        {
          why: 'replicas 3 makes a second database, an empty one',
          commands: site({ mysql: [mysqlSet(3)] }),
          untilMs: 50_000,
          fails: 'one-writer',
        },
        {
          why: 'RollingUpdate would start a second MySQL on the same disk',
          commands: site({ mysql: [recreated(mounts(claim), {})] }),
          untilMs: 50_000,
          fails: 'one-writer',
        },
        {
          why: 'a claim that is deleted to begin anew takes the rows with it',
          commands: [...at(21_000, remove('PersistentVolumeClaim', claim)), ...site()],
          untilMs: 50_000,
          fails: 'claim-kept',
        },
        {
          why: 'all three programs in one StatefulSet',
          commands: at(30_000, threeInOne, services.mysql),
          untilMs: 50_000,
          fails: 'plain',
        },
        {
          why: 'an init container has waited once, and nothing asks after that',
          commands: site({ apaches: deployment('apache', apacheContainer, { pod: waitsFirst }) }),
          untilMs: 50_000,
          fails: 'plain',
        },
        {
          why: 'a balancer of one’s own in front of the Service that balances',
          commands: site({ more: [deployment('lvs', { name: 'lvs', image: 'lvs:1.31' }, { replicas: 1 })] }),
          untilMs: 50_000,
          fails: 'nothing-else',
        },
      ],
      claims: [
        'worked-example-01',
        'worked-example-02',
        'worked-example-03',
        'worked-example-04',
        'worked-example-05',
      ],
    },
  ],
});
