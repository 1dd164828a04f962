import 'server-only';
import { defineQuiz } from '@/lib/quiz/authored';

/** The items of lesson 14. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'where-is-apache-now',
      kind: 'single',
      concept: 'tier-objects',
      claims: ['worked-example-01'],
      question: {
        en: 'On the old machines squid.conf named the Apaches by 10.0.0.21, 10.0.0.22 and 10.0.0.23. What should it name in the cluster?',
        zh: '旧机器上，squid.conf 用 10.0.0.21、10.0.0.22、10.0.0.23 指向三台 Apache。搬进集群之后该写什么？',
      },
      choices: [
        {
          text: { en: 'The same three addresses, given to the Pods', zh: '还是那三个地址，分给三个 Pod' },
          correct: false,
          misconception: 'pods-keep-machine-addresses',
          because: {
            en: 'A Pod gets its address from the range of its node, another one each time.',
            zh: 'Pod 的地址来自节点的地址段，每次都不一样。',
          },
        },
        {
          text: { en: '`apache`, the name of a Service', zh: '`apache`，一个 Service 的名字' },
          correct: true,
          because: {
            en: 'The name and its address stay while the Pods behind them come and go.',
            zh: 'Pod 来来去去，名字和它的地址不变。',
          },
        },
        {
          text: { en: 'The names of the three Pods of the Deployment', zh: 'Deployment 那三个 Pod 的名字' },
          correct: false,
          misconception: 'deployment-pods-are-addressed-by-name',
          because: {
            en: 'They end in random letters and are new after each replacement; and DNS has no records for them.',
            zh: '名字结尾是随机字母，换一个就变；DNS 里也没有它们的记录。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of the three is still there after every Pod has been replaced?',
          zh: '把每个 Pod 都换过一遍，三样里哪一样还在？',
        },
      ],
      explanation: {
        en: 'Tiers find each other by the names of Services. Which machine or Pod answers is decided anew for each connection.',
        zh: '层级之间靠 Service 的名字相认。由哪个 Pod 应答，每个连接另行决定。',
      },
    },
    {
      id: 'two-ways-to-keep-one-mysql',
      kind: 'multiple',
      concept: 'single-database',
      claims: ['worked-example-02'],
      question: {
        en: 'Which of these bring MySQL back with its rows after its node was emptied, without a hand?',
        zh: '节点被腾空之后，下面哪些能让 MySQL 不用人管就带着数据回来？',
      },
      choices: [
        {
          text: { en: 'A Pod that mounts the claim', zh: '一个挂载该 PVC 的 Pod' },
          correct: false,
          misconception: 'a-pod-with-a-claim-is-enough',
          because: {
            en: 'The claim stays, but nobody makes the Pod again: it has no owner.',
            zh: 'PVC 还在，但没有人再创建这个 Pod：它没有属主。',
          },
        },
        {
          text: { en: 'A StatefulSet of 1 with a claim template', zh: '1 个副本、带申领模板的 StatefulSet' },
          correct: true,
          because: {
            en: 'The controller makes mysql-0 again, and mysql-0 mounts data-mysql-0.',
            zh: '控制器重新创建 mysql-0，mysql-0 挂载 data-mysql-0。',
          },
        },
        {
          text: {
            en: 'A Deployment of 1 with Recreate and the claim',
            zh: '1 个副本、策略为 Recreate、挂着该 PVC 的 Deployment',
          },
          correct: true,
          because: {
            en: 'The ReplicaSet makes a Pod again, and its template names the claim.',
            zh: 'ReplicaSet 重新创建 Pod，模板里写着这个 PVC。',
          },
        },
        {
          text: { en: 'A Deployment of 1 with an emptyDir', zh: '1 个副本、用 emptyDir 的 Deployment' },
          correct: false,
          misconception: 'rows-come-back-with-the-pod',
          because: {
            en: 'The Pod comes back, and its disk does not: an emptyDir goes with its Pod.',
            zh: 'Pod 回来了，盘没有：emptyDir 随 Pod 一起消失。',
          },
        },
        {
          text: {
            en: 'A StatefulSet of 3 without claim templates',
            zh: '3 个副本、没有申领模板的 StatefulSet',
          },
          correct: false,
          misconception: 'replicas-share-their-rows',
          because: {
            en: 'Names alone keep no rows, and nothing copies them from one Pod to another.',
            zh: '只有名字留不住数据，也没有谁在 Pod 之间复制数据。',
          },
        },
      ],
      hints: [
        {
          en: 'Two questions for each: who makes the Pod again, and what does it mount?',
          zh: '对每一个问两件事：谁来重新创建 Pod？它挂载什么？',
        },
      ],
      explanation: {
        en: 'An owner for the Pod and a claim for the rows: with both of them either controller will do.',
        zh: 'Pod 要有属主，数据要有 PVC。两样都有，用哪种控制器都行。',
      },
    },
    { id: 'five-databases', kind: 'generated', generator: 'database-after-the-drill' },
    {
      id: 'three-mysqls',
      kind: 'single',
      concept: 'single-database',
      claims: ['worked-example-02'],
      question: {
        en: 'StatefulSet mysql is scaled from 1 to 3, and nothing is configured in MySQL itself. What is in mysql-1?',
        zh: 'StatefulSet mysql 从 1 个副本扩到 3 个，MySQL 自身没有做任何配置。mysql-1 里有什么？',
      },
      choices: [
        {
          text: {
            en: 'A copy of the rows of mysql-0, made when it started',
            zh: 'mysql-0 数据的一份副本，启动时复制来的',
          },
          correct: false,
          misconception: 'replicas-share-their-rows',
          because: {
            en: 'Nobody copies. A StatefulSet gives each Pod a name and a claim of its own.',
            zh: '没有谁复制。StatefulSet 给每个 Pod 自己的名字和自己的 PVC。',
          },
        },
        {
          text: {
            en: 'The rows themselves: all replicas mount data-mysql-0',
            zh: '就是那些数据：副本都挂载 data-mysql-0',
          },
          correct: false,
          misconception: 'one-disk-serves-all-replicas',
          because: {
            en: 'Each ordinal has a claim of its own; that of mysql-1 is data-mysql-1.',
            zh: '每个序号有自己的 PVC，mysql-1 的是 data-mysql-1。',
          },
        },
        {
          text: {
            en: 'No rows: it has a new, empty claim',
            zh: '没有数据：它的 PVC 是新的',
          },
          correct: true,
          because: {
            en: 'A database of its own that knows nothing of mysql-0, behind the same name.',
            zh: '它是另一个数据库，和 mysql-0 互不相识，却共用一个名字。',
          },
        },
      ],
      hints: [
        { en: 'What is the name of the claim that mysql-1 mounts?', zh: 'mysql-1 挂载的 PVC 叫什么？' },
      ],
      explanation: {
        en: 'Replication is a matter of the program. Kubernetes supplies what it can build on: stable names and a disk each.',
        zh: '复制是程序自己的事。Kubernetes 提供的是它可以依靠的东西：稳定的名字，各自的磁盘。',
      },
    },
    {
      id: 'spread-of-three',
      kind: 'single',
      concept: 'tier-objects',
      claims: ['worked-example-03'],
      question: {
        en: 'Deployment apache has `replicas: 3`, and there are three nodes. What is certain?',
        zh: 'Deployment apache 写着 `replicas: 3`，集群有三个节点。哪一点是肯定的？',
      },
      choices: [
        {
          text: { en: 'Each node runs one Apache', zh: '每个节点运行一个 Apache' },
          correct: false,
          misconception: 'replicas-mean-nodes',
          because: {
            en: 'That is likely, for the scheduler prefers to spread them. It may put two on one node when another has no room.',
            zh: '很可能，因为调度器倾向于分开。但别的节点没地方时，它可以把两个放在一起。',
          },
        },
        {
          text: { en: 'Three Pods are wanted, wherever they fit', zh: '要三个 Pod，放得下的地方都行' },
          correct: true,
          because: {
            en: '`replicas` counts Pods. Where they run needs words of its own: topology spread constraints or anti-affinity.',
            zh: '`replicas` 数的是 Pod。在哪里运行要另外写：拓扑分布约束或反亲和性。',
          },
        },
        {
          text: { en: 'Three Apaches answer at any moment', zh: '任何时刻都有三个 Apache 应答' },
          correct: false,
          misconception: 'wanted-is-always-there',
          because: {
            en: 'While one is being replaced there are two. The number is what the controller works towards.',
            zh: '正在替换的时候只有两个。这个数是控制器努力的目标。',
          },
        },
      ],
      hints: [
        {
          en: 'What does the field `replicas` say, and what does it not mention?',
          zh: '`replicas` 这个字段说了什么，没说什么？',
        },
      ],
      explanation: {
        en: 'A number is no place. For a promise about nodes write a constraint.',
        zh: '个数不等于位置。要对节点作保证，就写约束。',
      },
    },
    {
      id: 'squid-keeps-its-cache',
      kind: 'single',
      concept: 'tier-objects',
      claims: ['worked-example-04'],
      question: {
        en: 'The Squids take a whole day to fill their disk caches, and an empty one makes the site too slow. Which object carries them best?',
        zh: 'Squid 的磁盘缓存要一整天才填满，空缓存会让站点慢得没法用。用哪种对象承载最合适？',
      },
      choices: [
        {
          text: {
            en: 'A Deployment of 3, since any Squid can serve anybody',
            zh: '3 个副本的 Deployment，因为哪个 Squid 都能服务任何人',
          },
          correct: false,
          misconception: 'what-serves-alike-keeps-nothing',
          because: {
            en: 'It can, and each one that is replaced begins with an empty cache.',
            zh: '能服务，但每换一个，缓存都从空开始。',
          },
        },
        {
          text: { en: 'A StatefulSet of 3 with a claim template', zh: '3 个副本、带申领模板的 StatefulSet' },
          correct: true,
          because: {
            en: 'Each Squid has a disk that waits for its successor.',
            zh: '每个 Squid 有一块盘，等着它的后来者。',
          },
        },
        {
          text: { en: 'A Deployment of 3 that mounts one claim', zh: '3 个副本、共用一个 PVC 的 Deployment' },
          correct: false,
          misconception: 'one-disk-serves-all-replicas',
          because: {
            en: 'Three Squids would write into one cache directory, on a disk for one node.',
            zh: '三个 Squid 会往同一个缓存目录里写，而这块盘只给一个节点用。',
          },
        },
      ],
      hints: [
        {
          en: 'Use the swap test: what would be lost with a swapped replica, and does anybody notice?',
          zh: '用“换一个试试”的办法：换掉副本会丢什么，有人察觉吗？',
        },
      ],
      explanation: {
        en: 'The same program can be stateless on one site and stateful on another. What you can bear to lose decides.',
        zh: '同一个程序，在这个站点无状态，在那个站点有状态，取决于你丢得起什么。',
      },
    },
    {
      id: 'what-takes-the-place-of-lvs',
      kind: 'match',
      concept: 'cluster-balancing',
      claims: ['worked-example-05'],
      question: {
        en: 'The LVS machine did several things. What does each of them on a cluster of your own machines, with the defaults of v1.37?',
        zh: 'LVS 机器做过几件事。在自己的机器搭的集群里，按 v1.37 的默认设置，各由什么来做？',
      },
      choices: [
        { id: 'clusterip', text: { en: 'A Service of type ClusterIP', zh: 'ClusterIP 类型的 Service' } },
        { id: 'nodeport', text: { en: 'A Service of type NodePort', zh: 'NodePort 类型的 Service' } },
        { id: 'iptables', text: { en: 'Rules of iptables', zh: 'iptables 规则' } },
        { id: 'lvs', text: { en: 'LVS, in the kernel or in a Pod', zh: 'LVS，在内核里或在 Pod 里' } },
      ],
      stems: [
        {
          text: {
            en: 'One name for three Apaches, for callers inside',
            zh: '对内：三个 Apache 共用的一个名字',
          },
          choice: 'clusterip',
          wrong: { nodeport: 'inside-needs-a-node-port', lvs: 'lvs-moves-as-a-pod' },
          because: {
            en: 'Squid asks `apache`. No door to the outside is needed for that.',
            zh: 'Squid 问的是 `apache`，这不需要对外的门。',
          },
        },
        {
          text: { en: 'The door for visitors from outside', zh: '对外：让访客进来的门' },
          choice: 'nodeport',
          wrong: { clusterip: 'cluster-ip-is-the-new-vip', lvs: 'lvs-moves-as-a-pod' },
          because: {
            en: 'A ClusterIP is known inside. A NodePort is open at each node; a LoadBalancer would add an address.',
            zh: 'ClusterIP 只在内部有意义。NodePort 在每个节点上开着；LoadBalancer 再加一个地址。',
          },
        },
        {
          text: { en: 'The choice of a Pod for each new connection', zh: '给每个新连接选一个 Pod' },
          choice: 'iptables',
          wrong: { lvs: 'services-balance-by-lvs' },
          because: {
            en: 'By default kube-proxy writes rules of iptables, which choose by chance. The ipvs mode is deprecated.',
            zh: 'kube-proxy 默认写 iptables 规则，随机选取。ipvs 模式已弃用。',
          },
        },
      ],
      hints: [
        { en: 'Which of them works for a client that is no Pod?', zh: '哪一个对不是 Pod 的客户端也有效？' },
      ],
      explanation: {
        en: 'Services took over what LVS did, and not LVS itself. The door is chosen apart from the balancing.',
        zh: 'Service 接过了 LVS 的活，没有接过 LVS 本身。门和均衡是分开选的。',
      },
    },
    {
      id: 'order-of-three-apps',
      kind: 'single',
      concept: 'start-order',
      claims: ['statefulset-15'],
      question: {
        en: 'Somebody wants MySQL to start before Apache, and Apache before nginx. What does a StatefulSet do for that?',
        zh: '有人希望先启动 MySQL，再启动 Apache，最后启动 nginx。StatefulSet 能帮上什么忙？',
      },
      choices: [
        {
          text: { en: 'Nothing: it orders the copies of one Pod', zh: '帮不上：它排的是同一种 Pod 的副本' },
          correct: true,
          because: {
            en: 'It has one template. MySQL, Apache and nginx are three templates, so three objects.',
            zh: '它只有一个模板。MySQL、Apache、nginx 是三个模板，就是三个对象。',
          },
        },
        {
          text: { en: 'It starts them in turn, as ordinals 0, 1 and 2', zh: '依次启动，序号 0、1、2' },
          correct: false,
          misconception: 'statefulset-orders-apps',
          because: {
            en: 'Ordinals 0, 1 and 2 are the same program three times.',
            zh: '序号 0、1、2 是同一个程序的三份。',
          },
        },
        {
          text: {
            en: 'It does so if each names the one before it in `dependsOn`',
            zh: '能，只要各自用 `dependsOn` 写明前一个',
          },
          correct: false,
          misconception: 'kubernetes-has-depends-on',
          because: {
            en: 'There is no such field, in no workload of Kubernetes.',
            zh: '没有这个字段，Kubernetes 的任何工作负载都没有。',
          },
        },
      ],
      hints: [{ en: 'How many templates has a StatefulSet?', zh: '一个 StatefulSet 有几个模板？' }],
      explanation: {
        en: 'Order in a StatefulSet stands between its own replicas. Between workloads nobody keeps one.',
        zh: 'StatefulSet 的顺序在它自己的副本之间。工作负载之间，没有谁守次序。',
      },
    },
    {
      id: 'all-at-once-in-order',
      kind: 'order',
      concept: 'start-order',
      claims: ['statefulset-16'],
      question: {
        en: 'Squid, Apache and MySQL are applied in one go. MySQL needs 15 s, and the readiness probe of Apache asks MySQL. In which order do these come?',
        zh: 'Squid、Apache、MySQL 一次全部创建。MySQL 要 15 秒，Apache 的就绪探针会问 MySQL。下面这些事按什么顺序发生？',
      },
      steps: [
        {
          id: 'page',
          text: { en: 'A visitor gets a page with rows', zh: '访客得到带数据的页面' },
          happens: { way: { from: 'outside', through: ['squid:80', 'apache:80', 'mysql:3306'] }, is: true },
          glyph: 'marked',
        },
        {
          id: 'mysql-ready',
          text: { en: 'mysql-0 is Ready', zh: 'mysql-0 就绪' },
          happens: { pod: 'mysql-0', ready: true },
          glyph: 'ready',
        },
        {
          id: 'apaches-run',
          text: { en: 'Three Apaches run', zh: '三个 Apache 在运行' },
          happens: {
            count: {
              kind: 'Pod',
              where: {
                all: [
                  { selectedBy: { matchLabels: { app: 'apache' } } },
                  { path: 'status.phase', equals: 'Running' },
                ],
              },
            },
            is: 3,
          },
          glyph: 'running',
        },
      ],
      turned: [
        { pair: ['mysql-ready', 'apaches-run'], misconception: 'needs-hold-back-starts' },
        { pair: ['page', 'mysql-ready'], misconception: 'ready-comes-after-traffic' },
      ],
      run: { scenario: 'at-once' },
      fromMs: 9500,
      untilMs: 60000,
      hints: [
        {
          en: 'What does a failing readiness probe hold back: the program, or the traffic?',
          zh: '就绪探针失败，挡住的是程序，还是流量？',
        },
      ],
      explanation: {
        en: 'All programs start at once. What waits is traffic, until the probes succeed from the back to the front.',
        zh: '程序同时启动。等的是流量，要等探针从后往前一个个成功。',
      },
    },
    {
      id: 'who-tries-again',
      kind: 'single',
      concept: 'waiting-for-others',
      claims: ['statefulset-16'],
      question: {
        en: 'Apache ends with 1 whenever MySQL does not answer at its start. MySQL comes up after a minute. What then?',
        zh: '启动时只要 MySQL 没有应答，Apache 就以 1 退出。一分钟后 MySQL 起来了。接下来呢？',
      },
      choices: [
        {
          text: {
            en: 'Apache starts in that second, since the kubelet watches MySQL',
            zh: 'Apache 当即启动，因为 kubelet 在看着 MySQL',
          },
          correct: false,
          misconception: 'kubelet-watches-dependencies',
          because: {
            en: 'The kubelet knows its own containers and a clock. It waits out the back-off.',
            zh: 'kubelet 只知道自己的容器和时钟，要等回退时间过完。',
          },
        },
        {
          text: {
            en: 'Apache starts at the next try, when its back-off is over',
            zh: '回退时间一过，下一次尝试就成功',
          },
          correct: true,
          because: {
            en: 'The waits are 10 s, 20 s, 40 s and so on; no human is needed.',
            zh: '等待依次是 10 秒、20 秒、40 秒……不需要人。',
          },
        },
        {
          text: {
            en: 'Apache stays down until its Pods are deleted by hand',
            zh: 'Apache 一直停着，直到有人删掉它的 Pod',
          },
          correct: false,
          misconception: 'crash-loops-need-a-human',
          because: {
            en: 'CrashLoopBackOff names a wait, not an end. The kubelet never stops trying.',
            zh: 'CrashLoopBackOff 说的是等待，不是结束。kubelet 不会停止尝试。',
          },
        },
      ],
      hints: [
        {
          en: 'What is the kubelet waiting for in CrashLoopBackOff?',
          zh: '在 CrashLoopBackOff 里，kubelet 等的是什么？',
        },
      ],
      explanation: {
        en: 'Crash and retry works without any order. It costs up to the length of the last wait.',
        zh: '退出再重试，不需要任何次序。代价最多是最后那次等待的长度。',
      },
    },
    {
      id: 'waited-once-in-the-morning',
      kind: 'predict',
      concept: 'waiting-for-others',
      claims: ['statefulset-16'],
      question: {
        en: 'At the start an init container of each Apache waited for MySQL. Apache has no readiness probe. An hour later MySQL is replaced and away for 18 s. What do Apache’s Pods show in that time?',
        zh: '启动时，每个 Apache 的 Init 容器都等过 MySQL。Apache 没有就绪探针。一小时后 MySQL 被替换，有 18 秒不在。这段时间 Apache 的 Pod 显示什么？',
      },
      run: { scenario: 'wait' },
      judgedAtMs: 80000,
      choices: [
        {
          text: { en: 'Init:0/1: the wait begins anew', zh: 'Init:0/1：又开始等' },
          happened: {
            count: {
              kind: 'Pod',
              where: {
                all: [
                  { selectedBy: { matchLabels: { app: 'apache' } } },
                  { path: 'status.phase', equals: 'Pending' },
                ],
              },
            },
            is: 3,
          },
          misconception: 'one-wait-is-enough',
          because: {
            en: 'Init containers run before the others start. While the Pod lives they do not run again.',
            zh: 'Init 容器在其他容器启动之前运行。只要 Pod 还在，就不会再运行。',
          },
        },
        {
          text: { en: '1/1: they stay in the Service', zh: '1/1：仍留在 Service 里' },
          happened: {
            count: {
              kind: 'Pod',
              where: { all: [{ selectedBy: { matchLabels: { app: 'apache' } } }, { ready: true }] },
            },
            is: 3,
          },
          because: {
            en: 'Nothing asks after MySQL any more. Requests come in, and fail one step further back.',
            zh: '没有谁再问 MySQL 在不在。请求照样进来，在后一步失败。',
          },
        },
        {
          text: {
            en: '0/1: a Pod whose database is away is not Ready',
            zh: '0/1：数据库不在的 Pod 就未就绪',
          },
          happened: {
            count: {
              kind: 'Pod',
              where: { all: [{ selectedBy: { matchLabels: { app: 'apache' } } }, { ready: true }] },
            },
            is: 0,
          },
          misconception: 'ready-knows-dependencies',
          because: {
            en: 'Ready says what its own probe says. Without a probe it says that the program runs.',
            zh: '就绪只说明探针所问的事。没有探针，它只说明程序在运行。',
          },
        },
      ],
      hints: [
        {
          en: 'When does an init container run, and who asks after that?',
          zh: 'Init 容器什么时候运行？之后还有谁在问？',
        },
      ],
      explanation: {
        en: 'A wait at the start protects the start. For every other day there are retries in the program, and a readiness probe that tells.',
        zh: '启动时的等待只保护启动。其余的日子要靠程序自己重试，和会报告的就绪探针。',
      },
    },
    {
      id: 'what-a-probe-does',
      kind: 'single',
      concept: 'waiting-for-others',
      claims: ['statefulset-16'],
      question: {
        en: 'The readiness probe of Apache asks MySQL, and MySQL is away for a minute. What does Kubernetes do with the Apaches?',
        zh: 'Apache 的就绪探针会问 MySQL，而 MySQL 有一分钟不在。Kubernetes 对这些 Apache 做什么？',
      },
      choices: [
        {
          text: {
            en: 'It starts their containers again, one after another',
            zh: '把它们的容器一个接一个重启',
          },
          correct: false,
          misconception: 'unready-pods-are-restarted',
          because: {
            en: 'That is what a liveness probe asks for. A readiness probe restarts nothing.',
            zh: '那是存活探针的后果。就绪探针不会重启任何东西。',
          },
        },
        {
          text: {
            en: 'It takes them out of the Service',
            zh: '把它们移出 Service',
          },
          correct: true,
          because: {
            en: 'They get no connections, and come back with the first probe that succeeds.',
            zh: '它们收不到新连接，探针一成功就回来。',
          },
        },
        {
          text: { en: 'It replaces them by new Pods', zh: '换成新的 Pod' },
          correct: false,
          misconception: 'unready-pods-are-replaced',
          because: {
            en: 'A Pod that is not Ready still counts as one of the three. No controller deletes it.',
            zh: '未就绪的 Pod 仍然算三个之一，控制器不会删它。',
          },
        },
      ],
      hints: [{ en: 'Which list does readiness decide about?', zh: '就绪与否，决定的是哪一份名单？' }],
      explanation: {
        en: 'Readiness decides about traffic. All Apaches ask the same MySQL, so all of them leave the Service together.',
        zh: '就绪决定的是流量。所有 Apache 问的是同一个 MySQL，所以会一起退出 Service。',
      },
    },
    { id: 'whose-pods-are-not-ready', kind: 'generated', generator: 'who-notices-mysql-is-away' },
    {
      id: 'all-terminating',
      kind: 'numeric',
      concept: 'start-order',
      claims: ['statefulset-17'],
      question: {
        en: '`kubectl delete deployment/squid deployment/apache statefulset/mysql` on a site of 3 Squids, 3 Apaches and 1 MySQL. How many Pods are marked for deletion half a second later?',
        zh: '一个站点有 3 个 Squid、3 个 Apache、1 个 MySQL。执行 `kubectl delete deployment/squid deployment/apache statefulset/mysql`，半秒之后有几个 Pod 被打上了删除标记？',
      },
      run: { scenario: 'delete-all' },
      reads: { count: { kind: 'Pod', where: { terminating: true } }, atMs: 40500 },
      because: {
        en: 'All of them: each deletion is carried out when it is asked for, and none waits for another.',
        zh: '全部：每个删除一提出就执行，互不等待。',
      },
      wrong: [
        {
          answer: 3,
          because: {
            en: 'That would be Squid alone, in the reverse of an order that nobody keeps.',
            zh: '那就只有 Squid，是把一个没有人守的次序倒了过来。',
          },
          misconception: 'deletion-runs-backwards',
        },
        {
          answer: 6,
          because: { en: 'MySQL does not wait for those that ask it.', zh: 'MySQL 不会等那些来问它的。' },
          misconception: 'deletion-runs-backwards',
        },
        {
          answer: 1,
          because: {
            en: 'One after another is how a StatefulSet is scaled down, and only within itself.',
            zh: '一个接一个，那是 StatefulSet 缩容，而且只在它自己内部。',
          },
          misconception: 'deletion-runs-backwards',
        },
      ],
      hints: [
        {
          en: 'Who would have to know that Apache asks MySQL?',
          zh: 'Apache 要找 MySQL 这件事，得有谁知道才行？',
        },
      ],
      explanation: {
        en: 'If the end needs an order, scale the tiers to 0 one after another and wait in between.',
        zh: '结束要讲次序，就逐层缩到 0，中间等一等。',
      },
    },
    {
      id: 'move-the-site',
      kind: 'lab',
      concept: 'tier-objects',
      claims: [
        'worked-example-01',
        'worked-example-02',
        'worked-example-03',
        'worked-example-04',
        'worked-example-05',
      ],
      lab: 'move-the-site',
      question: {
        en: 'Move the site to an empty cluster: 3 Squids, 3 Apaches, 1 MySQL with its rows, a door to the outside. It has to stand a drill.',
        zh: '把站点搬到空集群上：3 个 Squid、3 个 Apache、1 个带着数据的 MySQL，还有一扇对外的门。它要经得起一场演练。',
      },
      hints: [
        {
          en: 'Begin with the rows: which object makes MySQL again, and finds data-mysql-0?',
          zh: '从数据开始：哪种对象会重新创建 MySQL，又能找到 data-mysql-0？',
        },
      ],
      explanation: {
        en: 'Two Deployments, something that keeps one MySQL on its claim, three Services. Nothing else is needed, and nothing less stands.',
        zh: '两个 Deployment，一个让 MySQL 守着 PVC 的对象，三个 Service。多的不需要，少了站不住。',
      },
    },
  ],
});
