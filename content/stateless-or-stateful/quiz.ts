import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Happening } from '@/lib/quiz/happening';
import type { Run } from '@/lib/quiz/run';
import { apply, at } from '../commands';

const table = '/var/lib/mysql/orders';

/** A MySQL whose readiness probe asks for its table. */
const template = (volumes?: Json): Record<string, Json> => ({
  metadata: { labels: { app: 'mysql' } },
  spec: {
    terminationGracePeriodSeconds: 5,
    containers: [
      {
        name: 'mysql',
        image: 'db:v1',
        command: ['/app', 'serve', '3306'],
        readinessProbe: {
          exec: { command: ['/app', 'test', table] },
          periodSeconds: 1,
          failureThreshold: 1,
        },
        volumeMounts: [{ name: 'data', mountPath: '/var/lib/mysql' }],
      },
    ],
    ...(volumes !== undefined && { volumes }),
  },
});

const claimSpec: Json = {
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'late',
  resources: { requests: { storage: '1Gi' } },
};

const workload = (kind: string, spec: Record<string, Json>): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'mysql' },
  spec: { replicas: 1, selector: { matchLabels: { app: 'mysql' } }, ...spec },
});

const touch = (pod: string): Command => ({ verb: 'exec', pod, command: ['/app', 'touch', table] });

const nodes = ['node-1', 'node-2', 'node-3'];
const scratchPod = 'mysql-6df6679f79-x7s5w';

const onScratch: Run = {
  nodes,
  isOfSeed: true,
  subject: 'Deployment/mysql',
  commands: [
    ...at(0, apply(workload('Deployment', { template: template([{ name: 'data', emptyDir: {} }]) }))),
    ...at(5_000, touch(scratchPod)),
    ...at(12_000, { verb: 'delete', kind: 'Pod', name: scratchPod }),
  ],
};

const threeOfASet: Run = {
  nodes,
  subject: 'StatefulSet/mysql',
  commands: [
    ...at(
      0,
      apply(
        workload('StatefulSet', {
          podManagementPolicy: 'Parallel',
          template: template(),
          volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claimSpec }],
        }),
      ),
    ),
    ...at(6_000, touch('mysql-0')),
    ...at(12_000, { verb: 'scale', kind: 'StatefulSet', name: 'mysql', replicas: 3 }),
  ],
};

const count = (is: number, ...where: readonly ObjectTest[]): Happening =>
  ({ count: { kind: 'Pod', where: { all: where } }, is }) as Happening;
const phase = (equals: string): ObjectTest => ({ path: 'status.phase', equals });

/** The items of lesson 6. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'what-clients-notice',
      kind: 'match',
      concept: 'swap-test',
      claims: ['stateless-stateful-02', 'stateless-stateful-04', 'stateless-stateful-05'],
      question: {
        en: 'One of two replicas is replaced by a fresh one from the same image. What do clients notice in each case?',
        zh: '两个副本中的一个，被用同一镜像新建的副本换掉。每种情况下客户端会察觉到什么？',
      },
      choices: [
        { id: 'nothing', text: { en: 'nothing', zh: '什么也没有' } },
        { id: 'slower', text: { en: 'slower answers for a while', zh: '有一阵子变慢' } },
        { id: 'lost', text: { en: 'something is missing', zh: '有东西不见了' } },
      ],
      stems: [
        {
          text: { en: 'Apache, all pages in the image', zh: 'Apache，页面全在镜像里' },
          choice: 'nothing',
          because: {
            en: 'The fresh replica has the same pages, for it has the same image.',
            zh: '镜像相同，页面也就相同。',
          },
          wrong: { lost: 'stateful-means-a-disk' },
        },
        {
          text: { en: 'Apache, sessions in its own memory', zh: 'Apache，会话放在自己的内存里' },
          choice: 'lost',
          because: {
            en: 'Whoever was logged in there is logged out.',
            zh: '在那个副本上登录的人，登录状态没了。',
          },
          wrong: { nothing: 'apache-is-stateless' },
        },
        {
          text: { en: 'Squid, its cache on an emptyDir', zh: 'Squid，缓存放在 emptyDir 上' },
          choice: 'slower',
          because: {
            en: 'The cache is cold. What it does not have it fetches again: slower, never wrong.',
            zh: '缓存是冷的。没有的就再取一遍：慢一点，不会错。',
          },
          wrong: { lost: 'stateful-means-a-disk' },
        },
        {
          text: { en: 'MySQL without a claim', zh: '没有 PVC 的 MySQL' },
          choice: 'lost',
          because: {
            en: 'The rows lay in a layer or an emptyDir that went with its Pod.',
            zh: '数据放在容器层或 emptyDir 里，跟着 Pod 一起没了。',
          },
          wrong: { nothing: 'replicas-share-what-they-have' },
        },
      ],
      hints: [
        {
          en: 'Ask of each what the fresh replica has from its image alone, and what it can fetch again.',
          zh: '逐个问：新副本光凭镜像有什么？没有的又能不能再取回来？',
        },
      ],
      explanation: {
        en: 'What counts is not whether a disk is used, but whether something on it is missed. Squid uses one and passes.',
        zh: '关键不在用没用磁盘，而在丢了之后会不会缺东西。Squid 用了磁盘，照样通过。',
      },
    },
    {
      id: 'what-is-put-back',
      kind: 'single',
      concept: 'swap-test',
      claims: ['stateless-stateful-03'],
      question: {
        en: 'The notes say that a stateless service can be taken out and put back. A Pod of a Deployment is deleted. What is put back?',
        zh: '笔记说，无状态服务可以摘除之后再放回去。删掉 Deployment 的一个 Pod，放回来的是什么？',
      },
      choices: [
        {
          text: {
            en: 'That Pod, with its name and its address, started once more',
            zh: '还是那个 Pod，名字和地址不变，重新启动一次',
          },
          correct: false,
          misconception: 'same-pod-comes-back',
          because: {
            en: 'A deleted Pod never comes back. Only its containers are restarted, and only while it is there.',
            zh: '删掉的 Pod 不会回来。能重启的只是容器，而且 Pod 得还在。',
          },
        },
        {
          text: { en: 'Another Pod, with another name and address', zh: '另一个 Pod，名字和地址都是另外的' },
          correct: true,
          because: {
            en: 'The ReplicaSet counts one too few and makes one from the template.',
            zh: 'ReplicaSet 数出来少一个，就照模板造一个。',
          },
        },
        {
          text: { en: 'Nothing, until you apply the manifest', zh: '什么都没有，等你再 apply' },
          correct: false,
          misconception: 'replaced-pods-stay-gone',
          because: {
            en: 'The desired state still says how many there should be. Nobody has to ask again.',
            zh: '期望状态里写着要几个，不用谁再说一遍。',
          },
        },
      ],
      hints: [{ en: 'Look at the names in Figure 6.1 before and after.', zh: '对照图 6.1 里前后的名字。' }],
      explanation: {
        en: 'So the test is not whether the same one works again, but whether another one does as well.',
        zh: '所以要问的不是“原来那个还能不能用”，而是“换一个行不行”。',
      },
    },
    { id: 'after-the-node', kind: 'generated', generator: 'node-emptied' },
    {
      id: 'sessions-that-pass',
      kind: 'single',
      concept: 'swap-test',
      claims: ['stateless-stateful-04'],
      question: {
        en: 'Three Apache Pods keep sessions in memory. Whenever one is replaced, some people are logged out. What ends that?',
        zh: '三个 Apache Pod 把会话放在内存里。每次换掉一个，就有人掉线。怎样才能不再这样？',
      },
      choices: [
        {
          text: {
            en: 'The Service gets `sessionAffinity: ClientIP`',
            zh: '给 Service 设置 `sessionAffinity: ClientIP`',
          },
          correct: false,
          misconception: 'affinity-passes-the-swap',
          because: {
            en: 'Affinity leads a client to the same Pod as long as it is there. When the Pod goes, its sessions go.',
            zh: '亲和性只是在 Pod 还在的时候把客户端引到同一个 Pod。Pod 没了，会话也没了。',
          },
        },
        {
          text: { en: 'Three more replicas beside them', zh: '再加三个副本' },
          correct: false,
          misconception: 'replicas-share-what-they-have',
          because: {
            en: 'A replica does not know the sessions of another, however many there are.',
            zh: '副本再多，一个也不知道另一个的会话。',
          },
        },
        {
          text: {
            en: 'The sessions lie in a store elsewhere',
            zh: '会话放到别处的存储里',
          },
          correct: true,
          because: {
            en: 'Then every Pod, a fresh one too, finds every session.',
            zh: '这样每个 Pod，包括新的，都找得到每个会话。',
          },
        },
      ],
      hints: [
        {
          en: 'After the swap, who could still know that somebody is logged in?',
          zh: '换掉之后，还有谁知道某人登录过？',
        },
      ],
      explanation: {
        en: 'State does not vanish by being moved: now the store has to pass the test. But it is one place instead of many.',
        zh: '状态搬走了并不等于没有了：现在要通过测试的是那个存储。只是从许多处变成了一处。',
      },
    },
    {
      id: 'how-long-a-file-stays',
      kind: 'match',
      concept: 'where-files-live',
      claims: ['stateless-stateful-02'],
      question: {
        en: 'A program writes a file. Until when is it there at least, without anybody copying it?',
        zh: '程序写了一个文件。没有谁去复制它，它至少能留到什么时候？',
      },
      choices: [
        { id: 'container', text: { en: 'until this container ends', zh: '到这个容器结束' } },
        { id: 'pod', text: { en: 'until this Pod is gone', zh: '到这个 Pod 消失' } },
        { id: 'longer', text: { en: 'longer than the Pod', zh: '比 Pod 更久' } },
      ],
      stems: [
        {
          text: { en: 'in a directory of the image, with no volume', zh: '写在镜像里的某个目录，没有卷' },
          choice: 'container',
          because: {
            en: 'It lies in the layer of this one container. The next starts from the image.',
            zh: '它在这一个容器自己的层里，下一个容器从镜像重新开始。',
          },
          wrong: { pod: 'own-layer-outlives-a-restart', longer: 'own-layer-outlives-a-restart' },
        },
        {
          text: { en: 'in an emptyDir', zh: '写在 emptyDir 里' },
          choice: 'pod',
          because: {
            en: 'An emptyDir belongs to the Pod: it outlives a crash, and not the Pod.',
            zh: 'emptyDir 属于 Pod：容器崩溃它还在，Pod 没了它也没了。',
          },
          wrong: {
            container: 'emptydir-goes-with-the-container',
            longer: 'emptydir-outlives-the-pod',
          },
        },
        {
          text: { en: 'where a claim is mounted', zh: '写在 PVC 挂载的地方' },
          choice: 'longer',
          because: {
            en: 'The volume behind the claim stays until somebody deletes the claim.',
            zh: 'PVC 背后的卷会一直在，直到有人删除这个 PVC。',
          },
          wrong: { pod: 'claim-goes-with-its-pod', container: 'claim-goes-with-its-pod' },
        },
        {
          text: {
            en: 'in the layer, while the Pod has a claim that it mounts nowhere',
            zh: '写在容器层里，旁边有一个谁也没挂载的 PVC',
          },
          choice: 'container',
          because: {
            en: 'Nothing goes to a volume that is not mounted where the file is written.',
            zh: '没有挂在写文件的地方，就什么也不会到那个卷上去。',
          },
          wrong: { longer: 'a-claim-works-unmounted' },
        },
      ],
      hints: [
        {
          en: 'Figure 6.3 crashes two containers and deletes none.',
          zh: '图 6.3 里是容器崩溃，Pod 没有删。',
        },
      ],
      explanation: {
        en: 'Container, Pod, claim: each place lives as long as what it belongs to.',
        zh: '容器、Pod、PVC：放在哪里，就和谁活得一样久。',
      },
    },
    { id: 'four-files-later', kind: 'generated', generator: 'where-a-file-lives' },
    {
      id: 'emptydir-and-a-new-pod',
      kind: 'predict',
      concept: 'where-files-live',
      claims: ['stateless-stateful-06'],
      run: onScratch,
      judgedAtMs: 24_000,
      question: {
        en: 'A Deployment runs one MySQL with `/var/lib/mysql` on an emptyDir. Its readiness probe asks for a table. The table is imported, then the Pod is deleted. What is there twelve seconds later?',
        zh: '一个 Deployment 跑着一个 MySQL，`/var/lib/mysql` 放在 emptyDir 上，就绪探针会问表在不在。先导入表，再删除 Pod。十二秒之后是什么样子？',
      },
      choices: [
        {
          text: {
            en: 'A Pod, Running and Ready: the volume was handed on',
            zh: '一个 Running、就绪的 Pod：卷交给了它',
          },
          happened: count(1, phase('Running'), { ready: true }),
          misconception: 'emptydir-outlives-the-pod',
          because: {
            en: 'An emptyDir is made for one Pod and removed with it. Nothing is handed on.',
            zh: 'emptyDir 是为一个 Pod 建的，也跟着它删除，不会交给谁。',
          },
        },
        {
          text: { en: 'A Pod, Running and not Ready', zh: '一个 Running、未就绪的 Pod' },
          happened: count(1, phase('Running'), { ready: false }),
          because: {
            en: 'The successor has an emptyDir of its own, and that one is empty.',
            zh: '后来的 Pod 有自己的 emptyDir，里面是空的。',
          },
        },
        {
          text: {
            en: 'No Pod: stateful software can not start again',
            zh: '没有 Pod：有状态的软件不能再启动',
          },
          happened: count(0),
          misconception: 'removed-state-is-lost',
          because: {
            en: 'The Deployment knows nothing of state. It makes a Pod, and the program runs.',
            zh: 'Deployment 不知道什么状态。它照样造一个 Pod，程序照样跑。',
          },
        },
      ],
      hints: [{ en: 'To whom does an emptyDir belong?', zh: 'emptyDir 属于谁？' }],
      explanation: {
        en: 'It would have outlived a crash of the container. It does not outlive the Pod.',
        zh: '如果只是容器崩溃，它会留下。Pod 没了，它就留不下。',
      },
    },
    {
      id: 'mysql-in-a-deployment',
      kind: 'yaml',
      concept: 'deployment-with-state',
      claims: ['statefulset-02'],
      question: {
        en: 'Complete a Deployment of one MySQL that keeps its files on the claim `mysql-data`, and never has two Pods on them.',
        zh: '补全一个 Deployment：一个 MySQL，文件放在 PVC `mysql-data` 上，而且绝不会有两个 Pod 同时用这些文件。',
      },
      source: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: mysql
spec:
  replicas: 1
  strategy:
    type: ___
  selector:
    matchLabels:
      app: mysql
  template:
    metadata:
      labels:
        app: mysql
    spec:
      containers:
        - name: mysql
          image: mysql:8.4
          volumeMounts:
            - name: ___
              mountPath: /var/lib/mysql
      volumes:
        - name: files
          persistentVolumeClaim:
            claimName: ___`,
      blanks: [
        {
          text: 'Recreate',
          path: 'spec.strategy.type',
          because: {
            en: 'The old Pod ends before the new one is made.',
            zh: '先结束旧的 Pod，再创建新的。',
          },
          wrong: [
            {
              value: 'RollingUpdate',
              misconception: 'rolling-is-fine-for-one-directory',
              because: {
                en: 'It starts the new Pod while the old one still writes.',
                zh: '旧的还在写，新的就启动了。',
              },
            },
          ],
        },
        {
          text: 'files',
          path: 'spec.template.spec.containers.0.volumeMounts.0.name',
          because: {
            en: 'A container mounts a volume of its Pod by the name that the Pod gives it.',
            zh: '容器按 Pod 里给卷起的名字来挂载。',
          },
          wrong: [
            {
              value: 'mysql-data',
              misconception: 'a-claim-works-unmounted',
              because: {
                en: 'That is the name of the claim. The API server refuses a mount whose volume is not in the list.',
                zh: '那是 PVC 的名字。卷列表里没有的名字，API 服务器不收。',
              },
            },
          ],
        },
        {
          text: 'mysql-data',
          path: 'spec.template.spec.volumes.0.persistentVolumeClaim.claimName',
          because: { en: 'Here the volume is tied to the claim.', zh: '卷就是在这里与 PVC 连上的。' },
        },
      ],
      hints: [
        {
          en: 'Two names are in play: that of the claim, and that under which the Pod knows it.',
          zh: '这里有两个名字：PVC 自己的，和 Pod 里给它起的。',
        },
      ],
      explanation: {
        en: 'The official single-instance MySQL task is a Deployment with a claim and Recreate. One Pod with state needs no more.',
        zh: '官方的单实例 MySQL 教程就是一个 Deployment、一个 PVC，加上 Recreate。只有一个有状态的 Pod，这就够了。',
      },
    },
    {
      id: 'two-replicas-of-a-deployment',
      kind: 'single',
      concept: 'deployment-with-state',
      claims: ['statefulset-02'],
      question: {
        en: 'A Deployment runs one MySQL on the claim mysql-data. Somebody sets `replicas: 2`. What does the second Pod mount?',
        zh: '一个 Deployment 跑着一个 MySQL，用的是 PVC mysql-data。有人把它改成 `replicas: 2`。第二个 Pod 挂载的是什么？',
      },
      choices: [
        {
          text: {
            en: 'A new claim that is made for it, empty at first',
            zh: '为它新建的一个 PVC，开始是空的',
          },
          correct: false,
          misconception: 'replicas-get-claims-of-their-own',
          because: {
            en: 'A Deployment has no templates for claims. Only a StatefulSet makes one for each replica.',
            zh: 'Deployment 没有申领模板。只有 StatefulSet 才会为每个副本各建一个。',
          },
        },
        {
          text: { en: 'mysql-data as well', zh: '同样是 mysql-data' },
          correct: true,
          because: {
            en: 'Both Pods are made from one template, and the template names one claim.',
            zh: '两个 Pod 出自同一个模板，模板里写的就是这一个 PVC。',
          },
        },
        {
          text: { en: 'Nothing: a Deployment can not use claims', zh: '什么都没有：Deployment 不能用 PVC' },
          correct: false,
          misconception: 'deployments-hold-no-state',
          because: {
            en: 'Any Pod template can name a claim. The first Pod does it too.',
            zh: '任何 Pod 模板都可以写 PVC，第一个 Pod 就在用。',
          },
        },
      ],
      hints: [{ en: 'How many templates has a Deployment?', zh: 'Deployment 有几个模板？' }],
      explanation: {
        en: 'That makes two programs with one directory, and no second database. A real MySQL refuses to start beside another; on a second node the volume may not even be attached.',
        zh: '结果是两个程序用一个目录，而不是第二个数据库。真正的 MySQL 会拒绝启动；换了节点，卷可能根本挂不上。',
      },
    },
    {
      id: 'taken-out-and-put-back',
      kind: 'single',
      concept: 'where-files-live',
      claims: ['stateless-stateful-06'],
      question: {
        en: 'A MySQL with its directory on a claim is scaled to 0, and a week later to 1. The claim was left alone. What happens?',
        zh: '一个 MySQL 的目录放在 PVC 上。把它缩到 0，一周后再扩到 1，PVC 没人动过。会怎样？',
      },
      choices: [
        {
          text: {
            en: 'It starts empty: the claim was freed when its Pod went',
            zh: '启动了，但是空的：Pod 没了，PVC 就释放了',
          },
          correct: false,
          misconception: 'claim-goes-with-its-pod',
          because: {
            en: 'A claim is an object of its own. It stays bound without a Pod, for a week or a year.',
            zh: 'PVC 是单独的对象。没有 Pod 它也一直绑定着，一周、一年都行。',
          },
        },
        {
          text: {
            en: 'It can not work any more: what has state must not be taken out',
            zh: '再也不能工作：有状态的东西不能摘除',
          },
          correct: false,
          misconception: 'removed-state-is-lost',
          because: {
            en: 'It is lost only with its data or its identity, and here both were kept.',
            zh: '丢了数据或身份才会这样，而这里两样都在。',
          },
        },
        {
          text: {
            en: 'It goes on with the rows of a week ago',
            zh: '接着工作，用的就是一周前留下的那些数据',
          },
          correct: true,
          because: {
            en: 'The new Pod mounts the same claim, and all files are there.',
            zh: '新的 Pod 挂载同一个 PVC，文件都在。',
          },
        },
      ],
      hints: [{ en: 'Which object had the data during that week?', zh: '这一周里，数据在哪个对象那里？' }],
      explanation: {
        en: 'A lone database has nothing to catch up with. A member of a cluster of databases has, and that its own replication must do.',
        zh: '单独一个数据库没有什么要补。如果是数据库集群的一员，就要靠它自己的复制来补上。',
      },
    },
    {
      id: 'what-a-statefulset-does',
      kind: 'multiple',
      concept: 'statefulset-promises',
      claims: ['statefulset-01', 'stateless-stateful-05'],
      question: {
        en: 'A StatefulSet runs three MongoDB members. What does Kubernetes do for them?',
        zh: '一个 StatefulSet 跑着三个 MongoDB 成员。Kubernetes 替它们做了什么？',
      },
      choices: [
        {
          text: {
            en: 'It gives each a name that its successor takes over',
            zh: '给每个成员一个名字，后来的 Pod 沿用',
          },
          correct: true,
          because: {
            en: 'The name belongs to the place, not to the Pod.',
            zh: '名字属于那个位置，不属于某个 Pod。',
          },
        },
        {
          text: {
            en: 'It copies to the other two whatever one member writes',
            zh: '把一个成员写入的内容复制给另外两个成员',
          },
          correct: false,
          misconception: 'statefulset-replicates',
          because: {
            en: 'That is the replication of MongoDB. Kubernetes does not read what lies on a volume.',
            zh: '那是 MongoDB 自己的复制。卷上有什么，Kubernetes 不看。',
          },
        },
        {
          text: {
            en: 'It gives each a claim, and mounts it again later',
            zh: '给每个成员一个 PVC，之后还挂回去',
          },
          correct: true,
          because: {
            en: 'One claim for each, found again by its name.',
            zh: '一人一个 PVC，凭名字再找到它。',
          },
        },
        {
          text: {
            en: 'It makes another one primary when that one fails',
            zh: '主节点坏了，就让另一个当主节点',
          },
          correct: false,
          misconception: 'statefulset-chooses-a-leader',
          because: {
            en: 'The members vote among themselves. For Kubernetes all three are alike.',
            zh: '选主是成员之间的事。在 Kubernetes 看来三个都一样。',
          },
        },
        {
          text: { en: 'It keeps a backup of each volume', zh: '为每个卷保留一份备份' },
          correct: false,
          misconception: 'statefulset-backs-up',
          because: {
            en: 'A claim that stays is not a second copy. What is deleted on it is deleted.',
            zh: 'PVC 留着，并不等于有第二份。在上面删掉的就是删掉了。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of these could be done without knowing what MongoDB is?',
          zh: '其中哪些事，不知道 MongoDB 是什么也能做？',
        },
      ],
      explanation: {
        en: 'Identity, storage and order come from the StatefulSet; replication, election and backups from the application or an operator.',
        zh: '身份、存储、顺序来自 StatefulSet；复制、选举、备份来自应用或 operator。',
      },
    },
    {
      id: 'three-databases-one-table',
      kind: 'numeric',
      concept: 'statefulset-promises',
      claims: ['statefulset-01'],
      run: threeOfASet,
      reads: { count: { kind: 'Pod', where: { ready: true } }, atMs: 30_000 },
      question: {
        en: 'A StatefulSet mysql (`podManagementPolicy: Parallel`: no Pod waits for another) has one replica. A MySQL is Ready when it has the table. The table is imported into mysql-0, then the set is scaled to 3. How many Pods are Ready after that?',
        zh: '一个 StatefulSet mysql（`podManagementPolicy: Parallel`，Pod 之间不互相等）有一个副本。有那张表的 MySQL 才就绪。先把表导入 mysql-0，再扩到 3。之后有几个 Pod 就绪？',
      },
      because: {
        en: 'mysql-1 and mysql-2 run on empty claims, and nobody copies the table.',
        zh: 'mysql-1 和 mysql-2 的 PVC 是空的，没有谁去复制那张表。',
      },
      wrong: [
        {
          answer: 3,
          misconception: 'statefulset-replicates',
          because: {
            en: 'That would need a StatefulSet that copies data.',
            zh: '那得是会复制数据的 StatefulSet。',
          },
        },
      ],
      hints: [{ en: 'What lies on a claim that was bound a moment ago?', zh: '刚刚绑定的 PVC 上有什么？' }],
      explanation: {
        en: 'More replicas of a database are more databases. Only the application can make them one.',
        zh: '数据库的副本多了，就是数据库多了。只有应用自己才能让它们成为一个。',
      },
    },
    {
      id: 'beliefs-about-containers',
      kind: 'multiple',
      concept: 'container-runtimes',
      claims: ['stateless-stateful-01'],
      question: {
        en: 'A cluster of today runs containerd on its nodes. What is true of it?',
        zh: '如今的一个集群，节点上运行的是 containerd。哪些说法对？',
      },
      choices: [
        {
          text: { en: 'It runs images that `docker build` made', zh: '它能跑 `docker build` 出来的镜像' },
          correct: true,
          because: {
            en: 'They are OCI images, and every runtime takes those.',
            zh: '那是 OCI 镜像，各种运行时都认。',
          },
        },
        {
          text: {
            en: 'Docker has to be installed beside containerd on each node',
            zh: '除了 containerd，每个节点还得装上 Docker',
          },
          correct: false,
          misconception: 'kubernetes-needs-docker',
          because: {
            en: 'The kubelet talks to containerd itself, over CRI.',
            zh: 'kubelet 直接用 CRI 与 containerd 对话。',
          },
        },
        {
          text: { en: 'Its images had to be built anew for v1.24', zh: '到 v1.24，镜像都得重新构建' },
          correct: false,
          misconception: 'docker-images-stopped-working',
          because: {
            en: 'v1.24 removed dockershim, which is about who starts containers, not about images.',
            zh: 'v1.24 移除的是 dockershim，管的是由谁来启动容器，与镜像无关。',
          },
        },
        {
          text: {
            en: 'It can run a database with its files on a claim',
            zh: '它能跑数据库，文件放在 PVC 上',
          },
          correct: true,
          because: {
            en: 'The files lie on a volume, outside of the container.',
            zh: '文件在卷上，在容器之外。',
          },
        },
        {
          text: { en: 'Only stateless software belongs on it', zh: '它上面只适合放无状态的软件' },
          correct: false,
          misconception: 'containers-are-for-stateless',
          because: {
            en: 'A habit of the early years, before there were claims and StatefulSets.',
            zh: '那是还没有 PVC 和 StatefulSet 的早年留下的习惯。',
          },
        },
      ],
      hints: [
        {
          en: 'Two things are called Docker: a program that builds images, and one that once ran containers for the kubelet.',
          zh: '叫 Docker 的有两样：一个构建镜像，一个曾经替 kubelet 运行容器。',
        },
      ],
      explanation: {
        en: '`kubectl get nodes -o wide` says which runtime a node has.',
        zh: '节点用的是哪种运行时，`kubectl get nodes -o wide` 会说。',
      },
    },
    {
      id: 'keep-the-table',
      kind: 'lab',
      concept: 'deployment-with-state',
      claims: ['statefulset-02'],
      lab: 'keep-the-table',
      question: {
        en: 'mysql has its table in the layer of its container. Put it on a claim, update to `db:v2`, and never let two Pods of mysql run.',
        zh: 'mysql 的表放在容器自己的层里。把它放到 PVC 上，更新到 `db:v2`，而且绝不让两个 mysql 的 Pod 同时运行。',
      },
      hints: [
        {
          en: 'The claim alone keeps nothing: the template has to name it, and the container has to mount it.',
          zh: '光有 PVC 什么也留不住：模板要写它，容器要挂它。',
        },
      ],
      explanation: {
        en: 'Claim, volume, mount and Recreate. The table had to be imported once more, for a layer can not be moved; from then on it stays.',
        zh: 'PVC、卷、挂载，再加 Recreate。容器层搬不走，所以表还得再导入一次；从此它就留下了。',
      },
    },
  ],
});
