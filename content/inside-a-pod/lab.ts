import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Manifest } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';

/**
 * The scenarios of lesson 1. Servers are `/app serve PORT`; one that can't listen says so and ends with 1. A Pod takes about 0.3 s to
 * start and ends at once. The longer than usual file holds one story in both languages.
 */

interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly [field: string]: unknown;
}

const program = ({ name, args, ...more }: Program) => ({ name, image: 'app:v1', args, ...more });
const server = (name: string, at: string, more: object = {}) =>
  program({ name, args: ['serve', at], ...more });

const pod = (name: string, containers: readonly object[], spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { terminationGracePeriodSeconds: 5, containers, ...spec },
});

const applied = (...objects: readonly Manifest[]): TimedCommand[] =>
  objects.map((object) => ({ atMs: 0, command: { verb: 'apply', object } }));

const port = (containerPort: number) => ({ ports: [{ containerPort }] });
const podIP = { env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] };
const logs = { name: 'logs', mountPath: '/logs' };
const mounted = { volumeMounts: [logs] };
const volume = { volumes: [{ name: 'logs', emptyDir: {} }] };
const writer = program({ name: 'main', args: ['write', '/logs/app.log'], ...mounted });
const reader = (more: object = {}) => program({ name: 'reader', args: ['follow', '/logs/app.log'], ...more });

const curl = { name: 'side', image: 'curlimages/curl', args: ['sleep', 'infinity'] };
const client = pod('client', [{ ...curl, name: 'main' }]);

const twins = pod('web', [server('shop', '8080', port(8080)), server('admin', '8080', port(8080))]);

const twinsFile = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: shop
      image: app:v1
      args: [serve, "8080"]
      ports:
        - containerPort: 8080
    - name: admin
      image: app:v1
      args: [serve, "8080"]
      ports:
        - containerPort: 8080
`;

/** By the place of a container in the status, where they stand by their names. */
const fell = (name: string, container: number, has: boolean): Condition => {
  const none: Condition = {
    object: `Pod/${name}`,
    path: `status.containerStatuses.${container}.restartCount`,
    equals: 0,
  };
  return has ? { not: none } : none;
};
const is = (object: string, exists: boolean): Condition => ({ object, exists });

const common = { seed: 7, nodes: ['node-1'] } as const;
const two = { seed: 7, nodes: ['node-1', 'node-2'] } as const;

const deployment = (
  name: string,
  containers: readonly object[],
  spec: object = {},
  more: object = {},
): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas: 1,
    ...more,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { terminationGracePeriodSeconds: 5, containers, ...spec },
    },
  },
});

/** Changes containers in the template, by their names. */
const retemplated = (name: string, containers: readonly object[]): Command => ({
  verb: 'patch',
  kind: 'Deployment',
  name,
  type: 'strategic',
  body: { spec: { template: { spec: { containers } } } },
});

const crash = (name: string, container: string): Command => ({ verb: 'crash', pod: name, container });

/** Both of its containers stand in one Pod, by this test of the Pod. */
const onePod = (app: string, what: { en: string; zh: string }, ...tests: readonly object[]): Condition => ({
  count: {
    kind: 'Pod',
    where: { all: [{ selectedBy: { matchLabels: { app } } }, { ready: true }, ...tests] as never },
  },
  what,
  is: 1,
});
const hasContainer = (name: string, more: object = {}) => ({
  path: 'spec.containers',
  has: { name, ...more },
});
const neverFell = (name: string) => ({
  path: 'status.containerStatuses',
  has: { name, ready: true, restartCount: 0 },
});

/** Before that a Pod whose program is about to fall can be seen as a good one. */
const holding = { minReadySeconds: 2 };
const held = (name: string): Condition => ({
  count: {
    kind: 'Deployment',
    where: {
      all: [
        { path: 'metadata.name', equals: name },
        { path: 'status.availableReplicas', equals: 1 },
      ],
    },
  },
  what: {
    en: 'Deployments with a Pod that has run well for two seconds',
    zh: '有一个 Pod 已正常运行两秒的 Deployment',
  },
  is: 1,
});

const inJournal = 'spec.template.spec.containers';
const both: readonly [0, 1] = [0, 1];
const throughTheVolume: readonly ObjectTest[] = [
  { path: inJournal, has: { name: 'main', args: ['write', '/logs/app.log'] } },
  { path: inJournal, has: { name: 'reader' } },
  { any: both.map((at) => ({ path: `${inJournal}.${at}.args.0`, equals: 'follow' })) },
  { any: both.map((at) => ({ path: `${inJournal}.${at}.volumeMounts`, has: logs })) },
  ...both.map((at) => ({ path: `${inJournal}.${at}.volumeMounts`, has: { name: 'logs' } })),
];

const serving = { httpGet: { path: '/', port: 8080 }, periodSeconds: 1, failureThreshold: 1 };
const shopServer = server('shop', '8080', { ...port(8080), readinessProbe: serving });
const till = pod('till', [server('main', '8080')]);

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'twins',
      caption: {
        en: 'Pod web: the containers shop and admin, both told to listen on port 8080',
        zh: 'Pod web：容器 shop 和 admin，都要监听 8080 端口',
      },
      commands: applied(twins),
      openAtMs: 0,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'crash'],
      claims: ['pod-05', 'pod-03'],
    },
    {
      ...common,
      id: 'empty',
      caption: {
        en: 'A cluster of one node, and the file web.yaml',
        zh: '只有一个节点的集群，以及文件 web.yaml',
      },
      commands: [],
      openAtMs: 0,
      pauseAtMs: 20_000,
      hands: ['any'],
      files: { 'web.yaml': twinsFile },
      claims: ['pod-02'],
    },
    {
      ...common,
      id: 'side-by-side',
      caption: {
        en: 'Four Pods on node-1: names, doors, left and right',
        zh: 'node-1 上的四个 Pod：names、doors、left、right',
      },
      commands: applied(
        pod('names', [server('tcp', '53'), server('udp', '53/udp')]),
        pod('doors', [server('inner', '127.0.0.1:8080'), server('outer', '$(POD_IP):8080', podIP)]),
        pod('left', [server('main', '80')]),
        pod('right', [server('main', '80')]),
      ),
      openAtMs: 0,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'crash'],
      claims: ['pod-05'],
    },
    {
      ...common,
      id: 'on-the-node',
      caption: {
        en: 'Pods east and west on node-1, both with hostNetwork, both on port 8080',
        zh: 'node-1 上的 Pod east 和 west，都用 hostNetwork，都用 8080 端口',
      },
      commands: applied(
        pod('east', [server('main', '8080')], { hostNetwork: true }),
        pod('west', [server('main', '8080')], { hostNetwork: true }),
      ),
      openAtMs: 0,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'crash'],
      claims: ['pod-03', 'pod-05'],
    },
    {
      ...two,
      id: 'two-doors',
      caption: {
        en: 'Pod web: inner at 127.0.0.1:8080, outer at port 9090, and side, which asks; Pod client on another node',
        zh: 'Pod web：inner 监听 127.0.0.1:8080，outer 监听 9090，side 只管访问；Pod client 在另一个节点上',
      },
      commands: applied(
        pod('web', [server('inner', '127.0.0.1:8080'), server('outer', '9090'), curl]),
        client,
      ),
      openAtMs: 3_000,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'crash'],
      claims: ['same-pod-01', 'same-pod-02', 'pod-03'],
    },
    {
      ...common,
      id: 'half-mounted',
      caption: {
        en: 'Pod journal: main writes /logs/app.log on the volume logs, reader has no mount',
        zh: 'Pod journal：main 往卷 logs 里写 /logs/app.log，reader 没有挂载它',
      },
      commands: applied(pod('journal', [writer, reader()], volume)),
      openAtMs: 0,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'crash'],
      claims: ['pod-04'],
    },
    {
      ...common,
      id: 'both-mounted',
      caption: {
        en: 'Pod journal: main writes /logs/app.log on the volume logs, and reader mounts it too',
        zh: 'Pod journal：main 往卷 logs 里写 /logs/app.log，reader 也挂载了它',
      },
      commands: applied(pod('journal', [writer, reader(mounted)], volume)),
      openAtMs: 0,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'crash'],
      claims: ['pod-04'],
    },
    {
      ...two,
      id: 'bare-and-kept',
      caption: {
        en: 'Pod solo, made by hand, and Deployment kept with one Pod; solo is deleted at 10 s, so is that Pod',
        zh: '手工创建的 Pod solo，以及有一个 Pod 的 Deployment kept；第 10 秒 solo 和那个 Pod 都被删除',
      },
      commands: [
        ...applied(pod('solo', [server('main', '8080')]), deployment('kept', [server('main', '8080')])),
        { atMs: 5_000, command: crash('solo', 'main') },
        { atMs: 10_000, command: { verb: 'delete', kind: 'Pod', name: 'solo' } },
        { atMs: 10_000, command: { verb: 'delete', kind: 'Pod', name: 'kept-7bd559b597-w785v' } },
      ],
      openAtMs: 4_000,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'crash', 'deletePod', 'silence'],
      claims: ['pod-01'],
    },
    {
      ...two,
      id: 'workbench',
      caption: {
        en: 'Pod web with two containers, and Pod other beside it',
        zh: '有两个容器的 Pod web，旁边是 Pod other',
      },
      commands: applied(
        pod(
          'web',
          [
            server('a', '8080', { volumeMounts: [{ name: 'shared', mountPath: '/shared' }] }),
            server('b', '9090'),
          ],
          { nodeName: 'node-1', volumes: [{ name: 'shared', emptyDir: {} }] },
        ),
        pod('other', [server('c', '8080')], { nodeName: 'node-1' }),
      ),
      openAtMs: 3_000,
      pauseAtMs: 600_000,
      hands: ['any'],
      claims: ['pod-03', 'pod-05', 'same-pod-01'],
    },
  ],

  predictions: [
    {
      id: 'two-on-8080',
      scenario: 'twins',
      question: {
        en: 'Both programs in Pod `web` want port 8080. What is there at 15 s?',
        zh: 'Pod `web` 里的两个程序都要 8080 端口。到第 15 秒是什么样？',
      },
      choices: [
        {
          text: { en: 'No Pod: the API server refused it', zh: '没有 Pod：API 服务器拒绝了它' },
          happened: is('Pod/web', false),
        },
        {
          text: { en: 'Both run, and take turns at answering', zh: '两个都在运行，轮流应答' },
          happened: { all: [is('Pod/web', true), fell('web', 1, false), fell('web', 0, false)] },
        },
        {
          text: { en: 'One runs, the other one falls again and again', zh: '一个在运行，另一个一再倒下' },
          happened: { all: [fell('web', 1, false), fell('web', 0, true)] },
        },
        {
          text: { en: 'Neither runs: they keep each other out', zh: '都没有运行：谁也不让谁' },
          happened: { all: [fell('web', 1, true), fell('web', 0, true)] },
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'which-conflict',
      scenario: 'side-by-side',
      question: {
        en: '`names`: TCP 53 and UDP 53. `doors`: 127.0.0.1:8080 and the Pod’s own address with 8080. `left` and `right`: both port 80, on the same node. Which of them fall?',
        zh: '`names`：TCP 53 和 UDP 53。`doors`：127.0.0.1:8080，以及 Pod 自己的地址加 8080。`left` 和 `right`：都用 80 端口，在同一个节点上。倒下的有谁？',
      },
      choices: [
        {
          text: { en: 'A container of `names`', zh: '`names` 的一个容器' },
          happened: { any: [fell('names', 0, true), fell('names', 1, true)] },
        },
        {
          text: { en: 'A container of `doors`', zh: '`doors` 的一个容器' },
          happened: { any: [fell('doors', 0, true), fell('doors', 1, true)] },
        },
        {
          text: { en: '`left` or `right`', zh: '`left` 或者 `right`' },
          happened: { any: [fell('left', 0, true), fell('right', 0, true)] },
        },
        {
          text: { en: 'None of them', zh: '一个也没有' },
          happened: {
            all: [
              ...['names', 'doors'].flatMap((name) => [fell(name, 0, false), fell(name, 1, false)]),
              fell('left', 0, false),
              fell('right', 0, false),
            ],
          },
        },
      ],
      judgedAtMs: 15_000,
    },
    {
      id: 'reads-what',
      scenario: 'half-mounted',
      question: {
        en: 'The volume `logs` belongs to the Pod, and `main` mounts it at `/logs`. `reader` looks for `/logs/app.log` and has no mount. What does it find?',
        zh: '卷 `logs` 属于这个 Pod，`main` 把它挂载在 `/logs`。`reader` 去找 `/logs/app.log`，自己没有挂载。它找得到吗？',
      },
      choices: [
        {
          text: { en: 'The file: the volume is the Pod’s', zh: '找得到：卷是 Pod 的' },
          happened: fell('journal', 1, false),
        },
        {
          text: { en: 'Nothing, and it falls', zh: '找不到，于是倒下' },
          happened: { all: [fell('journal', 0, false), fell('journal', 1, true)] },
        },
        {
          text: { en: 'Nothing, and both containers fall', zh: '找不到，两个容器一起倒下' },
          happened: { all: [fell('journal', 0, true), fell('journal', 1, true)] },
        },
      ],
      judgedAtMs: 10_000,
    },
    {
      id: 'who-comes-back',
      scenario: 'bare-and-kept',
      question: {
        en: '`solo` was made by hand. Its container falls at 5 s, and the Pod is deleted at 10 s. So is the Pod of the Deployment `kept`. How many Pods are there at 18 s?',
        zh: '`solo` 是手工创建的。第 5 秒它的容器倒下，第 10 秒这个 Pod 被删除，同时被删除的还有 Deployment `kept` 的 Pod。到第 18 秒有几个 Pod？',
      },
      choices: [
        {
          text: { en: 'Two: whoever falls comes back', zh: '两个：倒下的都会回来' },
          happened: is('Pod/solo', true),
        },
        {
          text: { en: 'One, of `kept`', zh: '一个，是 `kept` 的' },
          happened: {
            all: [is('Pod/solo', false), { count: { kind: 'Pod' }, what: { en: 'Pods', zh: 'Pod' }, is: 1 }],
          },
        },
        {
          text: { en: 'None: what is deleted stays deleted', zh: '没有：删了就是删了' },
          happened: { count: { kind: 'Pod' }, what: { en: 'Pods', zh: 'Pod' }, is: 0 },
        },
      ],
      judgedAtMs: 18_000,
    },
  ],

  labs: [
    {
      ...two,
      id: 'two-servers',
      title: { en: 'Two servers, one Pod', zh: '一个 Pod，两个服务器' },
      caption: {
        en: 'Deployment shop: its one Pod has the servers shop and admin, both on port 8080',
        zh: 'Deployment shop：它唯一的 Pod 里有服务器 shop 和 admin，都用 8080 端口',
      },
      subject: 'Deployment/shop',
      task: {
        en: 'The container admin falls and falls: shop has its port. Change the template so that both servers run in one Pod, and neither has fallen there. shop must go on answering at port 8080 of the Pod’s address. There is more than one way. Beside it runs till, which client asks all the time: leave that alone.',
        zh: '容器 admin 一再倒下：它的端口被 shop 占了。改模板，让两个服务器在同一个 Pod 里运行，而且都没有倒下过。shop 必须仍在 Pod 的地址上用 8080 端口应答。办法不止一个。旁边运行着 till，client 一直在访问它，别动它。',
      },
      commands: applied(
        deployment('shop', [shopServer, server('admin', '8080', port(8080))], {}, holding),
        till,
        client,
      ),
      openAtMs: 15_000,
      pauseAtMs: 200_000,
      hands: ['kubectl', 'crash', 'deletePod', 'scale'],
      goals: [
        {
          id: 'both-run',
          text: {
            en: 'In one Pod both shop and admin have run for two seconds, and neither has fallen',
            zh: '有一个 Pod 里 shop 和 admin 都已运行两秒，都没有倒下过',
          },
          condition: {
            all: [
              onePod(
                'shop',
                { en: 'Pods in which both servers run well', zh: '两个服务器都正常运行的 Pod' },
                neverFell('shop'),
                neverFell('admin'),
              ),
              held('shop'),
            ],
          },
          when: 'now',
        },
        {
          id: 'shop-answers',
          text: {
            en: 'In that Pod shop answers at port 8080, and its probe asks it there',
            zh: '在这个 Pod 里 shop 用 8080 端口应答，它的探针就问这里',
          },
          condition: onePod(
            'shop',
            { en: 'Pods whose shop is asked at port 8080', zh: 'shop 在 8080 端口受到探测的 Pod' },
            hasContainer('shop', { readinessProbe: { httpGet: { port: 8080 } } }),
            {
              any: [
                hasContainer('shop', { args: ['serve', '8080'] }),
                hasContainer('shop', { args: ['serve', ':8080'] }),
                hasContainer('shop', { args: ['serve', '0.0.0.0:8080'] }),
                hasContainer('shop', { args: ['serve', '$(POD_IP):8080'] }),
              ],
            },
          ),
          when: 'now',
        },
        {
          id: 'till-is-answered',
          text: { en: 'client is always answered by till', zh: 'client 访问 till 始终有应答' },
          condition: { reaches: { from: 'client', to: 'till', port: 8080 }, is: true },
          when: 'always',
        },
      ],
      hints: [
        {
          en: 'Ask the one that falls: `kubectl logs deploy/shop -c admin`.',
          zh: '问问倒下的那个：`kubectl logs deploy/shop -c admin`。',
        },
        {
          en: 'The fields of a Pod stay as they are. The template is another matter: `kubectl edit deployment shop` opens it.',
          zh: 'Pod 的字段是不变的，模板可以改：`kubectl edit deployment shop` 会打开它。',
        },
        {
          en: 'Two sockets collide when protocol, port and address are the same. Give admin another number, or another of the three.',
          zh: '协议、端口、地址都相同才冲突。给 admin 换个端口号，或者换三者中的另一样。',
        },
        {
          en: 'In the args of admin, `9090` in place of `8080` is enough. `containerPort` may say what it likes.',
          zh: '把 admin 的 args 里的 `8080` 换成 `9090` 就够了。`containerPort` 写什么都不要紧。',
        },
      ],
      solutions: [
        {
          commands: [
            { atMs: 16_000, command: retemplated('shop', [{ name: 'admin', args: ['serve', '9090'] }]) },
          ],
          untilMs: 30_000,
        },
        {
          commands: [
            {
              atMs: 16_000,
              command: retemplated('shop', [{ name: 'admin', args: ['serve', '8080/udp'] }]),
            },
          ],
          untilMs: 30_000,
        },
        {
          commands: [
            {
              atMs: 16_000,
              command: retemplated('shop', [
                { name: 'shop', args: ['serve', '$(POD_IP):8080'], ...podIP },
                { name: 'admin', args: ['serve', '127.0.0.1:8080'] },
              ]),
            },
          ],
          untilMs: 30_000,
        },
      ],
      shortcuts: [
        {
          why: 'the declared port opens and closes nothing',
          commands: [
            {
              atMs: 16_000,
              command: {
                verb: 'patch',
                kind: 'Deployment',
                name: 'shop',
                type: 'json',
                body: [{ op: 'remove', path: '/spec/template/spec/containers/1/ports' }],
              },
            },
          ],
          untilMs: 60_000,
          fails: 'both-run',
        },
        {
          why: 'without admin there is no second server',
          commands: [
            {
              atMs: 16_000,
              command: {
                verb: 'patch',
                kind: 'Deployment',
                name: 'shop',
                type: 'json',
                body: [{ op: 'remove', path: '/spec/template/spec/containers/1' }],
              },
            },
          ],
          untilMs: 60_000,
          fails: 'both-run',
        },
        {
          why: 'the loopback address alone collides with all addresses',
          commands: [
            {
              atMs: 16_000,
              command: retemplated('shop', [{ name: 'admin', args: ['serve', '127.0.0.1:8080'] }]),
            },
          ],
          untilMs: 60_000,
          fails: 'both-run',
        },
        {
          why: 'shop at another port is not where it is asked for',
          commands: [
            {
              atMs: 16_000,
              command: retemplated('shop', [
                {
                  name: 'shop',
                  args: ['serve', '9090'],
                  readinessProbe: { httpGet: { path: '/', port: 9090 } },
                },
              ]),
            },
          ],
          untilMs: 60_000,
          fails: 'shop-answers',
        },
        {
          why: 'a deleted Pod is made from the same template',
          commands: [
            { atMs: 16_000, command: { verb: 'scale', kind: 'Deployment', name: 'shop', replicas: 2 } },
          ],
          untilMs: 60_000,
          fails: 'both-run',
        },
        {
          why: 'who deletes till leaves client without an answer',
          commands: [
            { atMs: 16_000, command: { verb: 'delete', kind: 'Pod', name: 'till' } },
            { atMs: 17_000, command: retemplated('shop', [{ name: 'admin', args: ['serve', '9090'] }]) },
          ],
          untilMs: 40_000,
          fails: 'till-is-answered',
        },
      ],
      claims: ['pod-03', 'pod-05'],
    },
    {
      ...common,
      id: 'shared-log',
      title: { en: 'Hand over the log', zh: '交出日志' },
      caption: {
        en: 'Deployment journal: main writes a log to the volume logs, reader is to read it',
        zh: 'Deployment journal：main 往卷 logs 里写日志，要让 reader 读到',
      },
      subject: 'Deployment/journal',
      task: {
        en: 'main writes `/logs/app.log` to the volume logs. reader is to follow that file and falls because it finds none. Mend the template so that both run in one Pod, and the log stays in the volume.',
        zh: 'main 往卷 logs 里写 `/logs/app.log`。reader 要跟读这个文件，却因为找不到而倒下。修好模板，让两个容器在同一个 Pod 里运行，日志仍写在这个卷里。',
      },
      commands: applied(deployment('journal', [writer, reader()], volume, holding)),
      openAtMs: 15_000,
      pauseAtMs: 200_000,
      hands: ['kubectl', 'crash', 'deletePod', 'scale'],
      goals: [
        {
          id: 'reader-runs',
          text: {
            en: 'In one Pod main and reader have run for two seconds, and neither has fallen',
            zh: '有一个 Pod 里 main 和 reader 都已运行两秒，都没有倒下过',
          },
          condition: {
            all: [
              onePod(
                'journal',
                { en: 'Pods in which main and reader run well', zh: 'main 和 reader 都正常运行的 Pod' },
                neverFell('main'),
                neverFell('reader'),
              ),
              held('journal'),
            ],
          },
          when: 'now',
        },
        {
          id: 'through-the-volume',
          text: {
            en: 'In the template main writes `/logs/app.log`, reader follows a file, and both mount the volume logs',
            zh: '模板里 main 写 `/logs/app.log`，reader 跟读一个文件，两个容器都挂载卷 logs',
          },
          condition: {
            count: { kind: 'Deployment', where: { all: throughTheVolume } },
            what: {
              en: 'Templates in which main and reader share the volume logs',
              zh: 'main 和 reader 共用卷 logs 的模板',
            },
            is: 1,
          },
          when: 'now',
        },
        {
          id: 'writes-on',
          text: { en: 'The Deployment asks for one Pod', zh: 'Deployment 要一个 Pod' },
          condition: { object: 'Deployment/journal', path: 'spec.replicas', equals: 1 },
          when: 'always',
        },
      ],
      hints: [
        {
          en: '`kubectl logs deploy/journal -c reader` says which file it looks for. Whose file system is that in?',
          zh: '`kubectl logs deploy/journal -c reader` 说了它在找哪个文件。那是在谁的文件系统里？',
        },
        {
          en: 'A volume is seen by the containers that mount it. Compare the `volumeMounts` of main and reader.',
          zh: '挂载了卷的容器才看得到它。比较 main 和 reader 的 `volumeMounts`。',
        },
        {
          en: 'Give reader the `volumeMounts` that main has.',
          zh: '把 main 的 `volumeMounts` 也写给 reader。',
        },
      ],
      solutions: [
        {
          commands: [{ atMs: 16_000, command: retemplated('journal', [{ name: 'reader', ...mounted }]) }],
          untilMs: 30_000,
        },
        {
          commands: [
            {
              atMs: 16_000,
              command: retemplated('journal', [
                {
                  name: 'reader',
                  args: ['follow', '/in/app.log'],
                  volumeMounts: [{ name: 'logs', mountPath: '/in' }],
                },
              ]),
            },
          ],
          untilMs: 30_000,
        },
      ],
      shortcuts: [
        {
          why: 'a mount at another place shows the file at another place',
          commands: [
            {
              atMs: 16_000,
              command: retemplated('journal', [
                { name: 'reader', volumeMounts: [{ name: 'logs', mountPath: '/in' }] },
              ]),
            },
          ],
          untilMs: 60_000,
          fails: 'reader-runs',
        },
        {
          why: 'one that does nothing reads nothing',
          commands: [
            { atMs: 16_000, command: retemplated('journal', [{ name: 'reader', args: ['pause'] }]) },
          ],
          untilMs: 60_000,
          fails: 'through-the-volume',
        },
        {
          why: 'no Pod is no Pod that fails',
          commands: [
            { atMs: 16_000, command: { verb: 'scale', kind: 'Deployment', name: 'journal', replicas: 0 } },
            { atMs: 20_000, command: retemplated('journal', [{ name: 'reader', ...mounted }]) },
            { atMs: 24_000, command: { verb: 'scale', kind: 'Deployment', name: 'journal', replicas: 1 } },
          ],
          untilMs: 60_000,
          fails: 'writes-on',
        },
      ],
      claims: ['pod-04'],
    },
  ],
});
