import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';
import type { Condition, Counting } from '@/lib/lab/condition';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';
import { defineSwapBench } from '@/lib/lab/swap-test/manifests';
import type { Text } from '@/lib/text';
import { apply, at, deletePod } from '../commands';

/**
 * The scenarios of lesson 6. `db` stands for MySQL: its table `orders` is a file below /var/lib/mysql, and a readiness probe asks
 * for it, so that READY says whether the data is there. A Pod takes about 0.3 s to start and is asked 2 s later for the first
 * time. Names of a Deployment's Pods are chance and of this seed.
 */

const table = '/var/lib/mysql/orders';
const directory = '/var/lib/mysql';

const probed = (probe: Record<string, Json>): Record<string, Json> => ({
  ...probe,
  initialDelaySeconds: 2,
  periodSeconds: 1,
  failureThreshold: 1,
});

const mysql = (image: string, mounted: boolean): Record<string, Json> => ({
  name: 'mysql',
  image,
  command: ['/app', 'serve', '3306'],
  readinessProbe: probed({ exec: { command: ['/app', 'test', table] } }),
  ...(mounted && { volumeMounts: [{ name: 'data', mountPath: directory }] }),
});

const onClaim: Json = [{ name: 'data', persistentVolumeClaim: { claimName: 'mysql-data' } }];

const template = (app: string, container: Record<string, Json>, volumes?: Json): Record<string, Json> => ({
  metadata: { labels: { app } },
  spec: {
    terminationGracePeriodSeconds: 5,
    containers: [container],
    ...(volumes !== undefined && { volumes }),
  },
});

const deployment = (name: string, spec: Record<string, Json>): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: { replicas: 1, selector: { matchLabels: { app: name } }, ...spec },
});

const claimSpec: Record<string, Json> = {
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'late',
  resources: { requests: { storage: '1Gi' } },
};

const claim: Manifest = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'mysql-data' },
  spec: claimSpec,
};

const web = deployment('web', {
  replicas: 3,
  template: template('web', {
    name: 'apache',
    image: 'app:v1',
    command: ['/app', 'serve', '80'],
    readinessProbe: probed({ httpGet: { path: '/', port: 80 } }),
  }),
});

const service: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { clusterIP: '10.96.0.20', selector: { app: 'web' }, ports: [{ port: 80 }] },
};

const unmounted = deployment('mysql', { template: template('mysql', mysql('db:v1', false)) });
const mounted = (
  more: Record<string, Json> = { strategy: { type: 'Recreate' } },
  image = 'db:v1',
): Manifest => deployment('mysql', { ...more, template: template('mysql', mysql(image, true), onClaim) });

const set = (replicas: number, image = 'db:v1'): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'mysql' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'mysql' } },
    template: template('mysql', mysql(image, true)),
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claimSpec }],
  },
});

/** A StatefulSet whose Pods share one claim, and a Deployment whose directory is an emptyDir. */
const sharing: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'mysql' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'mysql' } },
    template: template('mysql', mysql('db:v2', true), onClaim),
  },
};
const scratched = deployment('mysql', {
  template: template('mysql', mysql('db:v2', true), [{ name: 'data', emptyDir: {} }]),
});

/** A Pod that nobody replaces, with one file: in the container's own layer, or in a volume of the Pod. */
const alone = (name: string, volumes?: Json): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    containers: [
      {
        name: 'main',
        image: 'app:v1',
        command: ['/app', 'pause'],
        readinessProbe: probed({ exec: { command: ['/app', 'test', '/scratch/file'] } }),
        ...(volumes !== undefined && { volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }] }),
      },
    ],
    ...(volumes !== undefined && { volumes }),
  },
});

const touch = (pod: string, file = table): Command => ({
  verb: 'exec',
  pod,
  command: ['/app', 'touch', file],
});
const scale = (kind: string, replicas: number): Command => ({ verb: 'scale', kind, name: 'mysql', replicas });
/** What an edit of the living Deployment sends: its directory on the claim, and never two Pods. */
const mount: Command = {
  verb: 'patch',
  kind: 'Deployment',
  name: 'mysql',
  type: 'strategic',
  body: {
    spec: {
      strategy: { type: 'Recreate', rollingUpdate: null },
      template: {
        spec: {
          containers: [{ name: 'mysql', volumeMounts: [{ name: 'data', mountPath: directory }] }],
          volumes: onClaim,
        },
      },
    },
  },
};
const deleteClaim: Command = { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'mysql-data' };
const deleteDeployment: Command = { verb: 'delete', kind: 'Deployment', name: 'mysql' };

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 7, nodes } as const;

/** Pods of the Deployments under this seed, and those that follow them. */
const [webPod, webNext] = ['web-7c4f58f949-s5brl', 'web-7c4f58f949-nkdxz'];
const [ownPod, ownNext] = ['mysql-df5c99864-x7s5w', 'mysql-df5c99864-9rtgn'];
const [claimPod, claimNext] = ['mysql-6f845f957d-85v99', 'mysql-6f845f957d-t46hs'];

const is = (object: string, exists: boolean): Condition => ({ object, exists });
const ready = (pod: string, ready = true): Condition => ({ pod, ready });
const unready = (pod: string): Condition => ({ all: [is(`Pod/${pod}`, true), ready(pod, false)] });
const gone = (pod: string): Condition => is(`Pod/${pod}`, false);

const pods = (app: string, counting: Counting, ...where: readonly ObjectTest[]): Condition =>
  called({ en: `Pods of ${app} that are so`, zh: `${app} 的 Pod 中符合的` }, app, counting, ...where);

/** The same under a name that a reader is shown. */
const called = (what: Text, app: string, counting: Counting, ...where: readonly ObjectTest[]): Condition => ({
  count: { kind: 'Pod', where: { all: [{ selectedBy: { matchLabels: { app } } }, ...where] } },
  what,
  ...counting,
});
const goodPods: Text = { en: 'Ready Pods of mysql from db:v2', zh: '用 db:v2 的就绪 mysql Pod' };
const claimedPods: Text = {
  en: 'Pods of mysql with the directory on a claim',
  zh: '目录放在 PVC 上的 mysql Pod',
};
const allPods: Text = { en: 'Pods of mysql', zh: 'mysql 的 Pod' };
const isReady: ObjectTest = { ready: true };
const isRunning: ObjectTest = { path: 'status.phase', equals: 'Running' };
const hasImage = (equals: string): ObjectTest => ({ path: 'spec.containers.0.image', equals });

/** A Pod's directory lies on a claim, and on nothing else. */
const isOnClaim: ObjectTest = {
  all: [
    { path: 'spec.volumes', has: { persistentVolumeClaim: {} } },
    { path: 'spec.containers.0.volumeMounts', has: { mountPath: directory } },
    { not: { path: 'spec.volumes', has: { emptyDir: {} } } },
    { not: { path: 'spec.volumes', has: { hostPath: {} } } },
  ],
};

const bound = (name: string): Condition => ({
  object: `PersistentVolumeClaim/${name}`,
  path: 'status.phase',
  equals: 'Bound',
});
const uses = (claimName: string): ObjectTest => ({
  path: 'spec.volumes',
  has: { persistentVolumeClaim: { claimName } },
});
const image = (kind: string, equals: string): Condition => ({
  object: `${kind}/mysql`,
  path: 'spec.template.spec.containers.0.image',
  equals,
});

const setImage = (kind: string, to: string): Command => ({
  verb: 'patch',
  kind,
  name: 'mysql',
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'mysql', image: to }] } } } },
});

const containerText = `      containers:
        - name: mysql
          image: db:v1
          command: [/app, serve, "3306"]
          readinessProbe:
            exec:
              command: [/app, test, ${table}]
            initialDelaySeconds: 2
            periodSeconds: 1
            failureThreshold: 1
`;

const workloadText = (kind: string, replicas: number): string => `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: mysql
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: mysql
  template:
    metadata:
      labels:
        app: mysql
    spec:
      terminationGracePeriodSeconds: 5
${containerText}`;

const claimText = `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: mysql-data
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: late
  resources:
    requests:
      storage: 1Gi
`;

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'swap-web',
      subject: 'Deployment/web',
      caption: {
        en: 'Deployment web, 3 Pods that serve the pages of their image: one is deleted at 10 s',
        zh: 'Deployment web，3 个 Pod，页面都在镜像里：第 10 秒删除其中一个',
      },
      commands: [...at(0, apply(web), apply(service)), ...at(10_000, deletePod(webPod))],
      openAtMs: 9_500,
      pauseAtMs: 20_000,
      hands: ['deletePod', 'scale', 'failReadiness', 'kubectl'],
      claims: ['stateless-stateful-02', 'stateless-stateful-03', 'stateless-stateful-04'],
    },
    {
      ...common,
      id: 'own-layer',
      subject: 'Deployment/mysql',
      caption: {
        en: 'Deployment mysql without a volume: its table is imported at 5 s, its Pod is deleted at 12 s',
        zh: '没有卷的 Deployment mysql：第 5 秒导入表，第 12 秒删除它的 Pod',
      },
      commands: [...at(0, apply(unmounted)), ...at(5_000, touch(ownPod)), ...at(12_000, deletePod(ownPod))],
      openAtMs: 11_000,
      pauseAtMs: 24_000,
      hands: ['deletePod', 'kubectl'],
      claims: ['stateless-stateful-05', 'stateless-stateful-06'],
    },
    {
      ...common,
      id: 'two-places',
      caption: {
        en: 'Pods own and scratch, a file in each: own has it in its container’s layer, scratch in an emptyDir. Both containers crash at 10 s',
        zh: 'Pod own 和 scratch 各有一个文件：own 的在容器自己的层里，scratch 的在 emptyDir 里。第 10 秒两个容器都崩溃',
      },
      commands: [
        ...at(0, apply(alone('own')), apply(alone('scratch', [{ name: 'scratch', emptyDir: {} }]))),
        ...at(4_000, touch('own', '/scratch/file'), touch('scratch', '/scratch/file')),
        ...at(10_000, { verb: 'crash', pod: 'own' }, { verb: 'crash', pod: 'scratch' }),
      ],
      openAtMs: 9_500,
      pauseAtMs: 20_000,
      hands: ['crash', 'deletePod', 'kubectl'],
      claims: ['stateless-stateful-02'],
    },
    {
      ...common,
      id: 'claimed',
      subject: 'Deployment/mysql',
      caption: {
        en: 'Deployment mysql with claim mysql-data: the table is imported at 5 s, the Pod is deleted at 12 s',
        zh: 'Deployment mysql 挂着 PVC mysql-data：第 5 秒导入表，第 12 秒删除 Pod',
      },
      commands: [
        ...at(0, apply(claim), apply(mounted())),
        ...at(5_000, touch(claimPod)),
        ...at(12_000, deletePod(claimPod)),
      ],
      openAtMs: 11_000,
      pauseAtMs: 24_000,
      hands: ['deletePod', 'scale', 'kubectl'],
      claims: ['stateless-stateful-01', 'stateless-stateful-06', 'statefulset-02'],
    },
    {
      ...common,
      id: 'second-database',
      subject: 'StatefulSet/mysql',
      caption: {
        en: 'StatefulSet mysql: the table is imported into mysql-0 at 6 s, at 12 s the set is scaled to 2',
        zh: 'StatefulSet mysql：第 6 秒把表导入 mysql-0，第 12 秒扩容到 2',
      },
      commands: [
        ...at(0, apply(set(1))),
        ...at(6_000, touch('mysql-0')),
        ...at(12_000, scale('StatefulSet', 2)),
      ],
      openAtMs: 11_000,
      pauseAtMs: 24_000,
      hands: ['deletePod', 'scale', 'kubectl'],
      claims: ['stateless-stateful-05', 'stateless-stateful-06', 'statefulset-01'],
    },
    defineSwapBench({
      ...common,
      id: 'swap-bench',
      caption: {
        en: 'The swap-test bench: three clients, one request a second, and a replica that you replace',
        zh: '替换测试台：三个客户端，每秒一个请求，由你来换掉副本',
      },
      openAtMs: 8_000,
      pauseAtMs: 40_000,
      hands: ['deletePod', 'scale', 'kubectl'],
      claims: ['stateless-stateful-04', 'stateless-stateful-05', 'stateless-stateful-06', 'statefulset-01'],
    }),
  ],

  predictions: [
    {
      id: 'one-of-three',
      scenario: 'swap-web',
      question: {
        en: '`web-…-s5brl` is deleted at 10 s. What serves at 20 s?',
        zh: '第 10 秒删除 `web-…-s5brl`。到第 20 秒，是谁在服务？',
      },
      choices: [
        {
          text: { en: 'Three Pods, that one among them', zh: '三个 Pod，它也在其中' },
          happened: ready(webPod),
        },
        {
          text: { en: 'Two Pods: a deleted one is not made good', zh: '两个 Pod：删掉的不会补上' },
          happened: pods('web', { is: 2 }, isReady),
        },
        {
          text: { en: 'Three Pods, one of them under a new name', zh: '三个 Pod，其中一个是新名字' },
          happened: { all: [gone(webPod), ready(webNext), pods('web', { is: 3 }, isReady)] },
        },
      ],
      judgedAtMs: 20_000,
    },
    {
      id: 'database-without-a-volume',
      scenario: 'own-layer',
      question: {
        en: 'The Pod of mysql is deleted at 12 s. What is there at 24 s?',
        zh: '第 12 秒删除 mysql 的 Pod。到第 24 秒是什么样子？',
      },
      choices: [
        {
          text: {
            en: 'Nothing: software with state is not started anew',
            zh: '什么都没有：有状态的软件不会再启动',
          },
          happened: pods('mysql', { is: 0 }),
        },
        {
          text: {
            en: 'A new Pod that runs and does not have the table',
            zh: '一个新 Pod，在运行，但没有那张表',
          },
          happened: { all: [gone(ownPod), unready(ownNext)] },
        },
        {
          text: { en: 'A new Pod that has the table, and is Ready', zh: '一个新 Pod，有那张表，已就绪' },
          happened: { all: [gone(ownPod), ready(ownNext)] },
        },
      ],
      judgedAtMs: 24_000,
    },
    {
      id: 'after-a-crash',
      scenario: 'two-places',
      question: {
        en: 'Both containers crash at 10 s, and the kubelet starts them again. Which Pod still has its file at 18 s?',
        zh: '第 10 秒两个容器都崩溃，kubelet 把它们重新启动。到第 18 秒，哪个 Pod 的文件还在？',
      },
      choices: [
        {
          text: { en: 'Both: they are still the same Pods', zh: '两个都在：Pod 还是原来的 Pod' },
          happened: { all: [ready('own'), ready('scratch')] },
        },
        {
          text: { en: 'Only `scratch`', zh: '只有 `scratch`' },
          happened: { all: [unready('own'), ready('scratch')] },
        },
        {
          text: { en: 'Neither: a restart begins with the image', zh: '都不在：重启就是从镜像开始' },
          happened: { all: [unready('own'), unready('scratch')] },
        },
      ],
      judgedAtMs: 18_000,
    },
    {
      id: 'database-on-a-claim',
      scenario: 'claimed',
      question: {
        en: 'The same deletion at 12 s, but now the directory lies on the claim mysql-data. What is there at 24 s?',
        zh: '同样在第 12 秒删除，不过这次目录放在 PVC mysql-data 上。到第 24 秒是什么样子？',
      },
      choices: [
        {
          text: { en: 'A new Pod, Ready, with the table', zh: '一个新 Pod，已就绪，表还在' },
          happened: { all: [gone(claimPod), ready(claimNext), bound('mysql-data')] },
        },
        {
          text: {
            en: 'A new Pod without the table, on a fresh claim',
            zh: '一个没有表的新 Pod，用的是一个新的 PVC',
          },
          happened: { all: [gone(claimPod), unready(claimNext), bound('mysql-data')] },
        },
        {
          text: {
            en: 'A Pending Pod: the claim belongs to the old one',
            zh: '一个 Pending 的 Pod：PVC 还归旧的 Pod',
          },
          happened: pods('mysql', { atLeast: 1 }, { path: 'status.phase', equals: 'Pending' }),
        },
      ],
      judgedAtMs: 24_000,
    },
    {
      id: 'a-second-replica',
      scenario: 'second-database',
      question: {
        en: 'mysql-0 has the table. At 12 s the StatefulSet is scaled to 2. What about mysql-1 at 24 s?',
        zh: 'mysql-0 里有那张表。第 12 秒把 StatefulSet 扩到 2。到第 24 秒，mysql-1 怎么样？',
      },
      choices: [
        {
          text: { en: 'It has a copy of the table, and is Ready', zh: '它有那张表的一份副本，已就绪' },
          happened: { all: [ready('mysql-1'), bound('data-mysql-1')] },
        },
        {
          text: { en: 'It runs on the claim of mysql-0', zh: '它用的是 mysql-0 的 PVC' },
          happened: { all: [is('Pod/mysql-1', true), is('PersistentVolumeClaim/data-mysql-1', false)] },
        },
        {
          text: { en: 'It runs without the table, on an empty claim', zh: '它在运行，没有表，PVC 是空的' },
          happened: { all: [ready('mysql-0'), unready('mysql-1'), bound('data-mysql-1')] },
        },
      ],
      judgedAtMs: 24_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'keep-the-table',
      title: { en: 'Keep the table', zh: '把表留住' },
      subject: 'Deployment/mysql',
      caption: {
        en: 'Deployment mysql without a volume: its table lies in the layer of its container',
        zh: '没有卷的 Deployment mysql：表就放在容器自己的层里',
      },
      task: {
        en: 'mysql has its table in its container’s layer. Let `/var/lib/mysql` lie on a claim, and then update mysql to the image `db:v2`: the table must be there afterwards. Two programs must never write to one directory, so at no moment may two Pods of mysql run. Whenever the table is lost, import it from the backup: `kubectl exec deploy/mysql -- /app touch /var/lib/mysql/orders`. The manifests are `mysql.yaml` and `claim.yaml`.',
        zh: 'mysql 的表放在容器自己的层里。请让 `/var/lib/mysql` 放到一个 PVC 上，再把 mysql 更新到镜像 `db:v2`，之后表必须还在。两个程序不能同时写一个目录，所以任何时刻都不能有两个 mysql 的 Pod 在运行。表丢了，可以从备份导入：`kubectl exec deploy/mysql -- /app touch /var/lib/mysql/orders`。清单是 `mysql.yaml` 和 `claim.yaml`。',
      },
      commands: [...at(0, apply(unmounted)), ...at(5_000, touch(ownPod))],
      files: { 'mysql.yaml': workloadText('Deployment', 1), 'claim.yaml': claimText },
      openAtMs: 10_000,
      pauseAtMs: 240_000,
      hands: ['kubectl', 'deletePod', 'setImage', 'scale'],
      images: ['db:v1', 'db:v2'],
      goals: [
        {
          id: 'updated',
          text: {
            en: 'A Pod of mysql from `db:v2` is Ready: it has the table',
            zh: '有一个用 `db:v2` 的 mysql Pod 就绪：表在它那里',
          },
          condition: called(goodPods, 'mysql', { is: 1 }, isReady, hasImage('db:v2')),
          when: 'now',
        },
        {
          id: 'on-a-claim',
          text: {
            en: '`/var/lib/mysql` of that Pod lies on a claim, not on an emptyDir',
            zh: '那个 Pod 的 `/var/lib/mysql` 放在 PVC 上，而不是 emptyDir',
          },
          condition: called(claimedPods, 'mysql', { is: 1 }, isOnClaim),
          when: 'now',
        },
        {
          id: 'never-two',
          text: { en: 'At no moment do two Pods of mysql run', zh: '任何时刻都没有两个 mysql 的 Pod 在运行' },
          condition: called(
            { en: 'running Pods of mysql', zh: '正在运行的 mysql Pod' },
            'mysql',
            { atMost: 1 },
            isRunning,
          ),
          when: 'always',
        },
      ],
      hints: [
        {
          en: 'Three things have to be there: a claim (`kubectl apply -f claim.yaml`), an entry below `volumes` of the template that names it, and one below `volumeMounts` of the container. `kubectl edit deploy mysql` opens the template.',
          zh: '三样缺一不可：一个 PVC（`kubectl apply -f claim.yaml`），模板 `volumes` 下面写着它名字的一项，容器 `volumeMounts` 下面的一项。`kubectl edit deploy mysql` 可以打开模板。',
          when: { not: pods('mysql', { atLeast: 1 }, isOnClaim) },
        },
        {
          en: 'A rolling update starts the new Pod before it ends the old one. Which `strategy` of a Deployment does not?',
          zh: '滚动更新会先启动新的 Pod，再结束旧的。Deployment 的哪种 `strategy` 不这样做？',
          when: {
            not: { object: 'Deployment/mysql', path: 'spec.strategy.type', equals: 'Recreate' },
          },
        },
        {
          en: 'The Pod runs and has no table. Import it with the line of the task, and then replace the Pod: does the table stay?',
          zh: 'Pod 在运行，但是没有表。用题目里的那一行导入，再换掉这个 Pod：表还在吗？',
          when: pods('mysql', { atLeast: 1 }, isRunning, { not: isReady }),
        },
        {
          en: 'The directory lies on a claim now. What is left is the update: `kubectl set image deploy/mysql mysql=db:v2`.',
          zh: '目录已经在 PVC 上了，剩下的是更新：`kubectl set image deploy/mysql mysql=db:v2`。',
          when: { all: [pods('mysql', { atLeast: 1 }, isOnClaim), image('Deployment', 'db:v1')] },
        },
        {
          en: 'In `strategy` the type is `Recreate`, and `rollingUpdate` has to go (in a file: `rollingUpdate: null`). Below the container: `volumeMounts: [{name: data, mountPath: /var/lib/mysql}]`; beside `containers`: `volumes: [{name: data, persistentVolumeClaim: {claimName: mysql-data}}]`.',
          zh: '`strategy` 的 type 写 `Recreate`，`rollingUpdate` 要删掉（在文件里写 `rollingUpdate: null`）。容器下面：`volumeMounts: [{name: data, mountPath: /var/lib/mysql}]`；与 `containers` 并列：`volumes: [{name: data, persistentVolumeClaim: {claimName: mysql-data}}]`。',
          when: { not: pods('mysql', { atLeast: 1 }, isOnClaim) },
        },
      ],
      solutions: [
        {
          commands: [
            ...at(12_000, apply(claim)),
            ...at(14_000, mount),
            ...at(24_000, touch('mysql-6f845f957d-bd69c')),
            ...at(28_000, setImage('Deployment', 'db:v2')),
          ],
          untilMs: 60_000,
        },
        {
          commands: [
            ...at(12_000, apply(claim), deleteDeployment),
            ...at(20_000, apply(mounted({ replicas: 1 }, 'db:v2'))),
            ...at(30_000, touch('mysql-d89697559-pqgbg')),
          ],
          untilMs: 60_000,
        },
      ],
      shortcuts: [
        {
          why: 'A claim that no Pod mounts keeps nothing.',
          commands: [
            ...at(12_000, apply(claim)),
            ...at(14_000, scale('Deployment', 0)),
            ...at(20_000, setImage('Deployment', 'db:v2'), scale('Deployment', 1)),
          ],
          untilMs: 60_000,
          fails: 'updated',
        },
        {
          why: 'Imported again into the layer of the container, it is lost with the next Pod.',
          commands: [
            ...at(12_000, scale('Deployment', 0)),
            ...at(20_000, setImage('Deployment', 'db:v2'), scale('Deployment', 1)),
            ...at(30_000, touch('mysql-665b68fd7-sqsgj')),
          ],
          untilMs: 60_000,
          fails: 'on-a-claim',
        },
        {
          why: 'A table that is imported into an emptyDir is lost with the next Pod.',
          commands: [
            ...at(12_000, deleteDeployment),
            ...at(20_000, apply(scratched)),
            ...at(30_000, touch('mysql-597cfdf48d-jt46h')),
          ],
          untilMs: 60_000,
          fails: 'on-a-claim',
        },
        {
          why: 'A rolling update starts the second program before the first has ended.',
          commands: [
            ...at(12_000, apply(claim)),
            ...at(14_000, apply(mounted({ replicas: 1 }))),
            ...at(24_000, touch('mysql-6f845f957d-rjt46')),
            ...at(28_000, setImage('Deployment', 'db:v2')),
          ],
          untilMs: 60_000,
          fails: 'never-two',
        },
        {
          why: 'A second replica is no backup: it begins without the table, and both run at once.',
          commands: at(12_000, scale('Deployment', 2)),
          untilMs: 60_000,
          fails: 'never-two',
        },
      ],
    },
    {
      ...common,
      id: 'a-database-each',
      title: { en: 'A database each', zh: '一人一个数据库' },
      caption: {
        en: 'Deployment mysql with claim mysql-data: one Pod, and its table is there',
        zh: 'Deployment mysql 挂着 PVC mysql-data：一个 Pod，表在它那里',
      },
      task: {
        en: 'Two teams want a database of their own. Put a StatefulSet mysql in the place of the Deployment: mysql-0 and mysql-1, each with its table on a claim of its own from the template `data`, and both updated from `db:v1` to `db:v2` in the end. Keep the old claim mysql-data. The backup is imported Pod by Pod: `kubectl exec mysql-0 -- /app touch /var/lib/mysql/orders`. `set.yaml` is a beginning.',
        zh: '两个团队各要一个自己的数据库。用 StatefulSet mysql 代替 Deployment：mysql-0 和 mysql-1，表各自放在由模板 `data` 生成的 PVC 上，最后都从 `db:v1` 更新到 `db:v2`。旧的 PVC mysql-data 要留着。备份要逐个 Pod 导入：`kubectl exec mysql-0 -- /app touch /var/lib/mysql/orders`。`set.yaml` 可以作为起点。',
      },
      commands: [...at(0, apply(claim), apply(mounted())), ...at(5_000, touch(claimPod))],
      files: { 'set.yaml': workloadText('StatefulSet', 2) },
      openAtMs: 10_000,
      pauseAtMs: 240_000,
      hands: ['kubectl', 'deletePod'],
      goals: [
        {
          id: 'both-ready',
          text: {
            en: 'Two Pods of mysql from `db:v2` are Ready: both have the table',
            zh: '有两个用 `db:v2` 的 mysql Pod 就绪：两边都有表',
          },
          condition: called(goodPods, 'mysql', { is: 2 }, isReady, hasImage('db:v2')),
          when: 'now',
        },
        {
          id: 'own-claims',
          text: {
            en: 'One Pod uses the claim data-mysql-0, another data-mysql-1',
            zh: '一个 Pod 用 PVC data-mysql-0，另一个用 data-mysql-1',
          },
          condition: {
            all: ['data-mysql-0', 'data-mysql-1'].map((name) =>
              called(
                { en: `Pods of mysql that use ${name}`, zh: `使用 ${name} 的 mysql Pod` },
                'mysql',
                { is: 1 },
                uses(name),
              ),
            ),
          },
          when: 'now',
        },
        {
          id: 'two-pods',
          text: { en: 'There are two Pods of mysql, and no more', zh: 'mysql 的 Pod 正好是两个' },
          condition: called(allPods, 'mysql', { is: 2 }),
          when: 'now',
        },
        {
          id: 'old-claim',
          text: { en: 'The claim mysql-data is there at every moment', zh: 'PVC mysql-data 一直都在' },
          condition: is('PersistentVolumeClaim/mysql-data', true),
          when: 'always',
        },
      ],
      hints: [
        {
          en: 'A Deployment gives all its Pods the same claim. In a StatefulSet, `volumeClaimTemplates` beside `template` makes one for each; `volumeMounts` names it as it names any volume.',
          zh: 'Deployment 的所有 Pod 用同一个 PVC。在 StatefulSet 里，与 `template` 并列的 `volumeClaimTemplates` 为每个 Pod 各建一个；`volumeMounts` 里写它的名字，和写别的卷一样。',
          when: { not: bound('data-mysql-0') },
        },
        {
          en: 'mysql-0 runs on an empty claim: nobody copies the old table. The set waits for mysql-0 to be Ready before it makes mysql-1.',
          zh: 'mysql-0 的 PVC 是空的：没有谁会把旧表抄过来。mysql-0 就绪之前，mysql-1 不会出现。',
          when: { all: [bound('data-mysql-0'), unready('mysql-0')] },
        },
        {
          en: 'mysql-1 has a claim of its own, and nothing on it. What one replica has, another gets only if the application, or you, bring it there.',
          zh: 'mysql-1 有自己的 PVC，上面什么都没有。一个副本有的东西，要由应用自己，或者由你，送到另一个那里。',
          when: { all: [ready('mysql-0'), unready('mysql-1')] },
        },
        {
          en: 'Both have their table. Now the update, which replaces both Pods: `kubectl set image sts/mysql mysql=db:v2`.',
          zh: '两边都有表了。现在更新，两个 Pod 都会被换掉：`kubectl set image sts/mysql mysql=db:v2`。',
          when: {
            all: [ready('mysql-0'), ready('mysql-1'), image('StatefulSet', 'db:v1')],
          },
        },
        {
          en: 'Is the Deployment still there? `kubectl delete deploy mysql` removes it and its Pod, and leaves the claim.',
          zh: 'Deployment 还在吗？`kubectl delete deploy mysql` 会删掉它和它的 Pod，PVC 会留下。',
          when: is('Deployment/mysql', true),
        },
      ],
      solutions: [
        {
          commands: [
            ...at(12_000, deleteDeployment, apply(set(2))),
            ...at(20_000, touch('mysql-0')),
            ...at(30_000, touch('mysql-1')),
            ...at(36_000, setImage('StatefulSet', 'db:v2')),
          ],
          untilMs: 80_000,
        },
        {
          commands: [
            ...at(12_000, deleteDeployment, apply(set(1, 'db:v2'))),
            ...at(20_000, touch('mysql-0')),
            ...at(25_000, scale('StatefulSet', 2)),
            ...at(35_000, touch('mysql-1')),
          ],
          untilMs: 60_000,
        },
      ],
      shortcuts: [
        {
          why: 'A second replica is empty: a StatefulSet copies no data.',
          commands: [
            ...at(12_000, deleteDeployment, apply(set(2))),
            ...at(20_000, touch('mysql-0')),
            ...at(30_000, setImage('StatefulSet', 'db:v2')),
          ],
          untilMs: 80_000,
          fails: 'both-ready',
        },
        {
          why: 'Two replicas of the Deployment have one claim between them.',
          commands: at(12_000, scale('Deployment', 2), setImage('Deployment', 'db:v2')),
          untilMs: 60_000,
          fails: 'own-claims',
        },
        {
          why: 'A StatefulSet that names the old claim below volumes shares it too.',
          commands: [...at(12_000, deleteDeployment, apply(sharing))],
          untilMs: 60_000,
          fails: 'own-claims',
        },
        {
          why: 'The Deployment runs on beside the set: three Pods of mysql.',
          commands: [
            ...at(12_000, apply(set(2, 'db:v2'))),
            ...at(20_000, touch('mysql-0')),
            ...at(30_000, touch('mysql-1')),
          ],
          untilMs: 60_000,
          fails: 'two-pods',
        },
        {
          why: 'The old claim was thrown away with the Deployment.',
          commands: [
            ...at(12_000, deleteDeployment, deleteClaim, apply(set(2, 'db:v2'))),
            ...at(20_000, touch('mysql-0')),
            ...at(30_000, touch('mysql-1')),
          ],
          untilMs: 60_000,
          fails: 'old-claim',
        },
      ],
    },
  ],
});
