import 'server-only';
import { apply, at, plainContainer, workload } from '@/content/generators/manifests';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Happening } from '@/lib/quiz/happening';
import type { Run } from '@/lib/quiz/run';

const everything = { tolerations: [{ operator: 'Exists' as const }] };
const bareNodes = ['node-1', 'node-2', 'node-3'].map((name) => ({ name, network: 'none' as const }));

const proxyAndWeb: Run = {
  nodes: bareNodes,
  commands: at(
    0,
    apply(workload('DaemonSet', 'proxy', 'proxy:v1', {}, { hostNetwork: true, ...everything })),
    apply(workload('Deployment', 'web', 'web:v1', { replicas: 4 }, everything)),
  ),
};

/** An agent that sets up the network, and is in it itself. */
const agentInside: Run = {
  nodes: bareNodes,
  subject: 'DaemonSet/net',
  commands: at(
    0,
    apply(
      workload(
        'DaemonSet',
        'net',
        'net:v1',
        {},
        {
          ...everything,
          containers: [plainContainer('net:v1')],
          volumes: [{ name: 'cni', hostPath: { path: '/etc/cni/net.d' } }],
        },
      ),
    ),
  ),
};

type Where = Readonly<Record<string, unknown>>;
const pods = (is: number, ...where: readonly Where[]): Happening =>
  ({ count: { kind: 'Pod', where: { all: where } }, is }) as Happening;
const some = (kind: string, ...where: readonly Where[]): Happening =>
  ({ count: { kind, where: { all: where } }, atLeast: 1 }) as Happening;
const of = (app: string): Where => ({ selectedBy: { matchLabels: { app } } });
const isReady: Where = { ready: true };
const hasNode: Where = { path: 'spec.nodeName', exists: true };
const hasAddress: Where = { path: 'status.podIP', exists: true };
const not = (test: Where): Where => ({ not: test });

/** The items of lesson 11. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'coredns-is-pending',
      kind: 'single',
      concept: 'pod-network-setup',
      claims: ['network-model-03', 'network-model-04'],
      question: {
        en: 'Five minutes ago you set up a cluster with kubeadm. The nodes are NotReady, and both Pods of CoreDNS are Pending. What do you do?',
        zh: '五分钟前你用 kubeadm 建好集群。节点是 NotReady，CoreDNS 的两个 Pod 都是 Pending。你怎么做？',
      },
      choices: [
        {
          text: {
            en: 'Read the logs of CoreDNS and look for the mistake in its Corefile',
            zh: '读 CoreDNS 的日志，在它的 Corefile 里找出错误',
          },
          correct: false,
          misconception: 'coredns-pending-is-broken',
          because: {
            en: 'It has never run, so there are no logs. Pending means that it has no node yet.',
            zh: '它从没运行过，哪来的日志。Pending 说明它还没有节点。',
          },
        },
        {
          text: {
            en: 'Install a network add-on of your choice',
            zh: '选一个网络插件装上',
          },
          correct: true,
          because: {
            en: 'The nodes wait for a CNI plugin. Once they have it, both go on by themselves.',
            zh: '节点在等 CNI 插件。装好之后，两边都会自己接着走。',
          },
        },
        {
          text: {
            en: 'Wait: the network is part of Kubernetes and takes a while',
            zh: '再等等：网络是 Kubernetes 的一部分，需要一点时间',
          },
          correct: false,
          misconception: 'kubernetes-ships-a-network',
          because: {
            en: 'None is on its way. kubeadm leaves the choice to you.',
            zh: '不会有网络自己来。kubeadm 把选择留给了你。',
          },
        },
        {
          text: {
            en: 'Take the taint `not-ready` away from the nodes',
            zh: '去掉节点上的 `not-ready` 污点',
          },
          correct: false,
          misconception: 'tolerated-pods-start',
          because: {
            en: 'It comes back, and without a network no Pod would get an address anyway.',
            zh: '它会回来；再说没有网络，Pod 也得不到地址。',
          },
        },
      ],
      hints: [
        {
          en: 'What does `kubectl describe node` say as the reason for NotReady?',
          zh: '`kubectl describe node` 说 NotReady 的原因是什么？',
        },
      ],
      explanation: {
        en: 'NotReady nodes and a Pending CoreDNS right after an installation are the usual sign of a missing network, not of a fault.',
        zh: '刚装完就看到节点 NotReady、CoreDNS Pending，通常说明还没装网络，不是哪里坏了。',
      },
    },
    {
      id: 'when-the-network-comes',
      kind: 'order',
      concept: 'pod-network-setup',
      claims: ['network-model-03', 'network-model-05'],
      run: { scenario: 'network-comes' },
      fromMs: 20_000,
      untilMs: 60_000,
      question: {
        en: 'web is Pending on a cluster without a network. Then Flannel is installed. Put in order what happens.',
        zh: '集群没有网络，web 处于 Pending。这时装上 Flannel。请排出先后。',
      },
      steps: [
        {
          id: 'address',
          text: { en: 'A Pod of web has an address', zh: 'web 的一个 Pod 有了地址' },
          happens: some('Pod', of('web'), hasAddress),
        },
        {
          id: 'ready',
          text: { en: 'A node is Ready', zh: '一个节点就绪' },
          happens: some('Node', { path: 'status.conditions', has: { type: 'Ready', status: 'True' } }),
        },
        {
          id: 'flannel',
          text: {
            en: 'A Pod of flannel is bound to a node',
            zh: 'flannel 的一个 Pod 绑定到节点',
          },
          happens: some('Pod', of('flannel'), hasNode),
        },
        {
          id: 'bound',
          text: { en: 'A Pod of web is bound to a node', zh: 'web 的一个 Pod 绑定到节点' },
          happens: some('Pod', of('web'), hasNode),
        },
      ],
      turned: [
        { pair: ['ready', 'flannel'], misconception: 'network-agents-wait-for-the-network' },
        { pair: ['bound', 'ready'], misconception: 'tolerated-pods-start' },
        { pair: ['address', 'bound'], misconception: 'control-plane-gives-addresses' },
      ],
      hints: [
        {
          en: 'Which of the Pods needs no network of Pods?',
          zh: '哪个 Pod 用不着 Pod 网络？',
        },
      ],
      explanation: {
        en: 'The agent comes to a node that is NotReady, and that is what makes the node Ready. The address comes last, on the node.',
        zh: '代理先来到 NotReady 的节点，节点因此才就绪。地址最后才有，是在节点上给的。',
      },
    },
    {
      id: 'build-a-cluster',
      kind: 'order',
      concept: 'pod-network-setup',
      claims: ['network-model-06'],
      question: {
        en: 'You build a cluster on machines of your own. Put the steps in order.',
        zh: '你在自己的机器上搭建集群。请排出步骤的先后。',
      },
      steps: [
        {
          id: 'network',
          text: { en: 'Apply the manifest of the network', zh: '应用网络插件的清单' },
        },
        { id: 'dns', text: { en: 'CoreDNS starts', zh: 'CoreDNS 启动' } },
        {
          id: 'control-plane',
          text: {
            en: 'Set up the control plane, with a range for Pods',
            zh: '建立控制平面，并指定 Pod 的地址段',
          },
        },
        {
          id: 'runtime',
          text: {
            en: 'Install a container runtime and the kubelet',
            zh: '安装容器运行时和 kubelet',
          },
        },
      ],
      before: [
        ['runtime', 'control-plane'],
        ['control-plane', 'network'],
        ['network', 'dns'],
      ],
      turned: [
        { pair: ['network', 'control-plane'], misconception: 'network-comes-before-kubernetes' },
        { pair: ['network', 'runtime'], misconception: 'network-comes-before-kubernetes' },
        { pair: ['dns', 'network'], misconception: 'kubernetes-ships-a-network' },
      ],
      hints: [
        {
          en: 'Who reads a manifest, and who starts what it says?',
          zh: '清单由谁来读？里面说的由谁来启动？',
        },
      ],
      explanation: {
        en: 'The network is an application of the cluster: it needs an API server to be applied to, and a kubelet to start it.',
        zh: '网络是集群里的一个应用：要有 API 服务器才能应用它，要有 kubelet 才能启动它。',
      },
    },
    {
      id: 'rules-of-the-network',
      kind: 'multiple',
      concept: 'pod-network-model',
      claims: ['network-model-01'],
      question: {
        en: 'Nobody has written a NetworkPolicy, and all nodes run Linux. What does the network model promise?',
        zh: '没有人写过 NetworkPolicy，节点都是 Linux。网络模型保证了哪些？',
      },
      choices: [
        {
          text: {
            en: 'A Pod sees the own address of the Pod that calls it',
            zh: '来访的是 Pod，看到的就是它自己的地址',
          },
          correct: true,
          because: {
            en: 'Nothing is translated between Pods.',
            zh: 'Pod 之间不做地址转换。',
          },
        },
        {
          text: {
            en: 'Between nodes, calls from Pods arrive with the address of the caller’s node',
            zh: '跨节点时，来自 Pod 的访问带的是对方节点的地址',
          },
          correct: false,
          misconception: 'pod-traffic-is-natted',
          because: {
            en: 'That would be NAT, which the model rules out between Pods.',
            zh: '那就是 NAT 了，模型不允许在 Pod 之间这样做。',
          },
        },
        {
          text: {
            en: 'All Pods of the cluster hang on one wire or one bridge',
            zh: '集群的 Pod 都接在同一段网线或同一个网桥上',
          },
          correct: false,
          misconception: 'flat-is-one-wire',
          because: {
            en: 'Flat are the addresses. Between nodes there may be routers and tunnels.',
            zh: '扁平说的是地址。节点之间可以有路由器和隧道。',
          },
        },
        {
          text: {
            en: 'The kubelet reaches the Pods of its node',
            zh: 'kubelet 能访问本节点的 Pod',
          },
          correct: true,
          because: {
            en: 'It has to, for the probes.',
            zh: '必须能，探针要用。',
          },
        },
        {
          text: {
            en: 'A Pod on another node is reached through a port of that node',
            zh: '访问别的节点上的 Pod，要经过那个节点的端口',
          },
          correct: false,
          misconception: 'pod-traffic-is-natted',
          because: {
            en: 'No ports are mapped. A Pod is reached at its own address.',
            zh: '不必映射端口，直接用 Pod 自己的地址。',
          },
        },
      ],
      hints: [
        { en: 'What would change if both Pods were on one node?', zh: '换成在同一个节点上，会有什么不同？' },
      ],
      explanation: {
        en: 'For a Pod it makes no difference where the other one is. How that is done is up to the plugin.',
        zh: '对 Pod 来说，对方在哪里都一样。怎样做到，由插件决定。',
      },
    },
    {
      id: 'who-sees-the-packet',
      kind: 'multiple',
      concept: 'same-node-path',
      claims: ['same-node-01', 'same-node-02'],
      question: {
        en: 'A cluster with containerd and Flannel. A Pod calls another Pod of the same node by its address. Which devices of the node does the packet pass?',
        zh: '集群用 containerd 和 Flannel。一个 Pod 按地址访问同一节点上的另一个 Pod。数据包经过节点上的哪些设备？',
      },
      choices: [
        {
          text: { en: '`cni0`', zh: '`cni0`' },
          correct: true,
          because: {
            en: 'The bridge, which finds the port of the other Pod by its MAC address.',
            zh: '它是网桥，按 MAC 地址找到另一个 Pod 的端口。',
          },
        },
        {
          text: { en: '`docker0`', zh: '`docker0`' },
          correct: false,
          misconception: 'docker0-carries-pods',
          because: {
            en: 'Docker’s own bridge; on this node there is none.',
            zh: '那是 Docker 自己的网桥，这个节点上没有。',
          },
        },
        {
          text: { en: '`flannel.1`', zh: '`flannel.1`' },
          correct: false,
          misconception: 'overlay-carries-everything',
          because: {
            en: 'The entrance to other nodes. This packet stays here.',
            zh: '那是去别的节点的入口，这个包不出节点。',
          },
        },
        {
          text: { en: 'The network card `eth0` of the node', zh: '节点的网卡 `eth0`' },
          correct: false,
          misconception: 'overlay-carries-everything',
          because: {
            en: 'The card to the wire. Nothing is sent there.',
            zh: '那是接网线的网卡，没有东西往那里发。',
          },
        },
        {
          text: {
            en: 'The node’s ends of two veth pairs',
            zh: '两对 veth 在节点上的那一端',
          },
          correct: true,
          because: {
            en: 'One where it comes out of the caller, one where it goes into the other.',
            zh: '一端从来访的 Pod 出来，一端进入另一个 Pod。',
          },
        },
      ],
      hints: [
        {
          en: 'The route of the Pod says: that address is on my own wire.',
          zh: 'Pod 的路由说：这个地址就在自己这段网线上。',
        },
      ],
      explanation: {
        en: 'The TTL stays 64: it is switched and not routed. Flannel had its part when the Pod was created.',
        zh: 'TTL 一直是 64：只有交换，没有路由。Flannel 的那一份，在创建 Pod 时就做完了。',
      },
    },
    {
      id: 'who-gives-what',
      kind: 'match',
      concept: 'pod-network-setup',
      claims: ['network-model-03'],
      question: {
        en: 'Who decides it, in a cluster with Flannel?',
        zh: '在使用 Flannel 的集群里，这些由谁决定？',
      },
      choices: [
        { id: 'scheduler', text: { en: 'The scheduler', zh: '调度器' } },
        { id: 'manager', text: { en: 'The controller manager', zh: '控制器管理器' } },
        { id: 'plugin', text: { en: 'A CNI plugin on the node', zh: '节点上的 CNI 插件' } },
        { id: 'nobody', text: { en: 'Nobody: it is the node’s', zh: '不用谁给：就是节点自己的' } },
      ],
      stems: [
        {
          text: { en: 'The range of addresses of a new node', zh: '新节点的那一段地址' },
          choice: 'manager',
          because: {
            en: 'It cuts it out of the range for all Pods and writes `spec.podCIDR`.',
            zh: '它从所有 Pod 的地址段里切出一段，写进 `spec.podCIDR`。',
          },
        },
        {
          text: { en: 'The address of a Pod', zh: 'Pod 的地址' },
          choice: 'plugin',
          wrong: {
            scheduler: 'control-plane-gives-addresses',
            manager: 'control-plane-gives-addresses',
          },
          because: {
            en: 'Called by the runtime when the Pod is started. The API server is told afterwards.',
            zh: '启动 Pod 时由运行时调用。API 服务器是事后才知道的。',
          },
        },
        {
          text: { en: 'The node of a Pod', zh: 'Pod 在哪个节点' },
          choice: 'scheduler',
          wrong: { plugin: 'control-plane-gives-addresses' },
          because: {
            en: 'At that time the Pod has no address yet.',
            zh: '那时 Pod 还没有地址。',
          },
        },
        {
          text: { en: 'The address of a Pod with `hostNetwork`', zh: '设了 `hostNetwork` 的 Pod 的地址' },
          choice: 'nobody',
          wrong: {
            plugin: 'nothing-runs-without-a-network',
            scheduler: 'control-plane-gives-addresses',
            manager: 'control-plane-gives-addresses',
          },
          because: {
            en: 'It uses the interfaces of the node, so no plugin is asked.',
            zh: '它用节点的接口，不会去问插件。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of them is there when the first container starts?',
          zh: '第一个容器启动时，谁在场？',
        },
      ],
      explanation: {
        en: 'From the large to the small: a range for the cluster, a part for each node, an address for each Pod.',
        zh: '从大到小：集群一段，每个节点分一段，每个 Pod 一个地址。',
      },
    },
    {
      id: 'how-many-run',
      kind: 'numeric',
      concept: 'pod-network-setup',
      claims: ['network-model-03'],
      run: proxyAndWeb,
      reads: {
        count: { kind: 'Pod', where: { path: 'status.phase', equals: 'Running' } },
        atMs: 30_000,
      },
      question: {
        en: 'Three nodes, no network of Pods. A DaemonSet with `hostNetwork: true` and a Deployment of 4 replicas without it are applied; both tolerate every taint. How many Pods run half a minute later?',
        zh: '三个节点，没有 Pod 网络。应用一个设了 `hostNetwork: true` 的 DaemonSet 和一个没设它的 4 副本 Deployment；两者都容忍所有污点。半分钟之后有几个 Pod 在运行？',
      },
      because: {
        en: 'The three of the DaemonSet. The other four have nodes, and no address.',
        zh: 'DaemonSet 的三个。另外四个有节点，没有地址。',
      },
      wrong: [
        {
          answer: 7,
          misconception: 'tolerated-pods-start',
          because: {
            en: 'A toleration convinces the scheduler. The kubelet waits for the network all the same.',
            zh: '容忍度说服的是调度器。kubelet 照样要等网络。',
          },
        },
        {
          answer: 0,
          misconception: 'nothing-runs-without-a-network',
          because: {
            en: 'Pods on the host network need none of their own.',
            zh: '使用主机网络的 Pod 用不着 Pod 网络。',
          },
        },
      ],
      hints: [
        {
          en: 'Two gates: the scheduler, and the kubelet. What does each ask for?',
          zh: '有两道关：调度器和 kubelet。各看什么？',
        },
      ],
      explanation: {
        en: 'In this way kube-proxy and the agents of the network itself run before there is a network.',
        zh: 'kube-proxy 和网络插件自己的代理，就是这样在有网络之前运行起来的。',
      },
    },
    {
      id: 'an-agent-inside',
      kind: 'predict',
      concept: 'pod-network-setup',
      claims: ['network-model-05'],
      run: agentInside,
      judgedAtMs: 60_000,
      question: {
        en: 'The DaemonSet of a network plugin tolerates every taint; somebody has removed `hostNetwork: true` as too powerful. What is there a minute later?',
        zh: '某个网络插件的 DaemonSet 容忍所有污点；有人觉得 `hostNetwork: true` 权限太大，把它删了。一分钟之后是什么情形？',
      },
      choices: [
        {
          text: {
            en: 'Three Pods that run, and a network on every node',
            zh: '三个 Pod 在运行，每个节点都有网络',
          },
          happened: pods(3, isReady),
          misconception: 'tolerated-pods-start',
          because: {
            en: 'They are on the nodes, and the kubelet starts none of them without a network.',
            zh: '它们到了节点上，可是没有网络，kubelet 一个也不启动。',
          },
        },
        {
          text: {
            en: 'Three Pods on their nodes that wait for an address',
            zh: '三个 Pod 都在节点上，等着分配地址',
          },
          happened: pods(3, hasNode, not(hasAddress)),
          because: {
            en: 'They need an address from the plugin that they are to install.',
            zh: '它们需要插件给地址，而插件正要由它们来装。',
          },
        },
        {
          text: {
            en: 'Three Pods without a node, since no node of the cluster is Ready',
            zh: '三个 Pod 都没有节点，因为集群里没有一个节点就绪',
          },
          happened: pods(3, not(hasNode)),
          misconception: 'network-agents-wait-for-the-network',
          because: {
            en: 'NotReady acts through a taint, and they tolerate it.',
            zh: 'NotReady 靠污点起作用，而它们容忍这个污点。',
          },
        },
      ],
      hints: [{ en: 'Who would give these Pods their addresses?', zh: '这些 Pod 的地址该由谁来给？' }],
      explanation: {
        en: 'A circle, and `hostNetwork` is what opens it. Network agents are powerful because they have to be.',
        zh: '这就成了循环，要靠 `hostNetwork` 打开。网络插件的代理权限大，是不得已。',
      },
    },
    {
      id: 'two-lines-of-an-agent',
      kind: 'yaml',
      concept: 'pod-network-setup',
      claims: ['network-model-05'],
      question: {
        en: 'Fill in the three values that let a network agent start on nodes that are not Ready, whatever their taints, and leave its configuration where the runtime looks.',
        zh: '填写三个值：让网络代理能在未就绪、带任何污点的节点上启动，并把配置放到运行时会去找的地方。',
      },
      source: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: net
spec:
  selector:
    matchLabels: {app: net}
  template:
    metadata:
      labels: {app: net}
    spec:
      hostNetwork: ___
      tolerations:
      - operator: ___
      containers:
      - name: main
        image: net:v1
      volumes:
      - name: cni
        hostPath: {path: ___}`,
      blanks: [
        {
          text: 'true',
          path: 'spec.template.spec.hostNetwork',
          because: {
            en: 'It can not wait for the network that it brings.',
            zh: '它不能等自己要带来的网络。',
          },
          wrong: [
            {
              value: false,
              misconception: 'tolerated-pods-start',
              because: {
                en: 'Then the kubelet holds it back, toleration or not.',
                zh: '那样不管有没有容忍度，kubelet 都不会启动它。',
              },
            },
          ],
        },
        {
          text: 'Exists',
          path: 'spec.template.spec.tolerations.0.operator',
          because: {
            en: 'Without a key it means every taint.',
            zh: '不写 key，就是容忍所有污点。',
          },
        },
        {
          text: '/etc/cni/net.d',
          path: 'spec.template.spec.volumes.0.hostPath.path',
          accepts: ['/etc/cni/net.d/'],
          because: {
            en: 'There the runtime looks for the configuration of a plugin.',
            zh: '运行时就在那里找插件的配置。',
          },
        },
      ],
      hints: [
        {
          en: 'Past the scheduler, past the kubelet, and then the directory.',
          zh: '过调度器，过 kubelet，然后是那个目录。',
        },
      ],
      explanation: {
        en: 'The same lines stand in the manifests of Flannel, Calico and Cilium.',
        zh: 'Flannel、Calico、Cilium 的清单里都有这样几行。',
      },
    },
    {
      id: 'choose-a-range',
      kind: 'single',
      concept: 'address-ranges',
      claims: ['network-model-04'],
      question: {
        en: 'The nodes are in 192.168.7.0/24. The database that Pods need is at 10.20.5.9, in the company’s network 10.20.0.0/16. Services have 10.96.0.0/12. Which range do you give to Pods?',
        zh: '节点在 192.168.7.0/24。Pod 要访问的数据库是 10.20.5.9，在公司网络 10.20.0.0/16 里。Service 用 10.96.0.0/12。给 Pod 选哪一段？',
      },
      choices: [
        {
          text: {
            en: '10.20.0.0/16: then Pods are in one network with the database',
            zh: '10.20.0.0/16：这样 Pod 就和数据库在同一个网络里',
          },
          correct: false,
          misconception: 'same-range-is-same-network',
          because: {
            en: 'Every node would look for 10.20.5.9 among its Pods. The database is cut off.',
            zh: '各节点会在 Pod 里找 10.20.5.9，数据库反而到不了。',
          },
        },
        {
          text: {
            en: '10.100.0.0/16: nobody else uses 10.100',
            zh: '10.100.0.0/16：没有别人用 10.100',
          },
          correct: false,
          misconception: 'ranges-differ-by-their-first-numbers',
          because: {
            en: '10.96.0.0/12 goes up to 10.111.255.255, so Services use it.',
            zh: '10.96.0.0/12 一直到 10.111.255.255，Service 在用。',
          },
        },
        {
          text: {
            en: '10.244.0.0/16: it overlaps none of them',
            zh: '10.244.0.0/16：它与上面提到的哪一段都不重叠',
          },
          correct: true,
          because: {
            en: 'Neither nodes, nor Services, nor what the Pods have to reach.',
            zh: '节点、Service、Pod 要访问的地方，都不在里面。',
          },
        },
        {
          text: {
            en: '192.168.0.0/16: Pod addresses are private to the cluster anyway',
            zh: '192.168.0.0/16：反正 Pod 的地址只在集群内部有效',
          },
          correct: false,
          misconception: 'pod-ranges-are-nobody-elses-business',
          because: {
            en: 'The node routes for Pods and for its neighbours with one table. 192.168.7.x may end up with a node’s Pods.',
            zh: '去 Pod 和去邻居，节点用的是同一张路由表。192.168.7.x 可能正好分给某个节点的 Pod。',
          },
        },
      ],
      hints: [
        {
          en: 'A /12 has 16 times as many addresses as a /16. Where does it end?',
          zh: '/12 的地址是 /16 的 16 倍。它到哪里为止？',
        },
      ],
      explanation: {
        en: 'Write down all networks that a Pod may ever have to reach, before the installation. Afterwards a node’s range can’t be changed.',
        zh: '安装之前，先列出 Pod 可能要访问的所有网络。装好之后，节点的地址段不能再改。',
      },
    },
    {
      id: 'where-it-is-ready-made',
      kind: 'single',
      concept: 'pod-network-model',
      claims: ['network-model-02'],
      question: {
        en: 'The notes say that in Google Compute Engine the flat network is there ready-made. What of that holds today?',
        zh: '笔记说扁平网络在 GCE 里是现成的。今天还是这样吗？',
      },
      choices: [
        {
          text: {
            en: 'It is still so, and nowhere but there; all others need a tunnel',
            zh: '还是这样，而且只有那里有；别处都得用隧道',
          },
          correct: false,
          misconception: 'only-google-has-a-flat-network',
          because: {
            en: 'Other clouds give Pods addresses of their networks too, and on one wire plain routes will do.',
            zh: '别的云也能给 Pod 分配自己网络里的地址；在同一段网线上，普通路由就够了。',
          },
        },
        {
          text: {
            en: 'The model came from there; today other clouds bring such a network too',
            zh: '模型出自那里；今天别的云也自带这样的网络',
          },
          correct: true,
          because: {
            en: 'And GKE itself has gone from routes per node to addresses of the VPC.',
            zh: 'GKE 自己也从每个节点一条路由，改成了直接用 VPC 的地址。',
          },
        },
        {
          text: {
            en: 'It is of no account: Kubernetes brings the network along everywhere',
            zh: '无所谓：Kubernetes 自带网络',
          },
          correct: false,
          misconception: 'kubernetes-ships-a-network',
          because: {
            en: 'On machines of your own a cluster has none until you install one.',
            zh: '在自己的机器上，不装就没有。',
          },
        },
      ],
      hints: [
        {
          en: 'What does a managed cluster have when you first look at it?',
          zh: '第一次打开托管集群时，里面已经有了什么？',
        },
      ],
      explanation: {
        en: 'The rules are the same everywhere. Who keeps them differs: the provider’s plugin, or the one that you chose.',
        zh: '规则到处一样，由谁来满足却不同：提供商的插件，或者你选的那一个。',
      },
    },
    {
      id: 'bring-up-the-network',
      kind: 'lab',
      concept: 'pod-network-setup',
      claims: ['network-model-05'],
      lab: 'bring-up-the-network',
      question: {
        en: 'Make the network come up on all three nodes from a manifest with lines missing, so that CoreDNS and web run. The Deployment web stays as it is.',
        zh: '清单里少了几行。让三个节点都有网络，使 CoreDNS 和 web 运行起来。Deployment web 保持原样。',
      },
      hints: [
        {
          en: 'How many Pods does the DaemonSet want, and what keeps them from starting?',
          zh: '这个 DaemonSet 想要几个 Pod？是什么让它们启动不了？',
        },
      ],
      explanation: {
        en: 'A toleration for every taint gets the agent past the scheduler, `hostNetwork` past the kubelet. Then everything that waits goes on.',
        zh: '容忍所有污点，代理就过得了调度器；`hostNetwork` 让它过得了 kubelet。之后，在等的都会自己接着走。',
      },
    },
  ],
});
