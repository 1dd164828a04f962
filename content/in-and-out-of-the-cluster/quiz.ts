import 'server-only';
import type { Command } from '@/lib/cluster/command';
import { defineQuiz } from '@/lib/quiz/authored';
import type { Happening } from '@/lib/quiz/happening';

const nodes = ['node-1', 'node-2', 'node-3', 'node-4'];

const shopPod = (name: string, node: string): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: 'shop' } },
    spec: {
      nodeName: node,
      containers: [
        {
          name: 'main',
          image: 'app:v1',
          command: ['/app', 'serve', '8080'],
          readinessProbe: { httpGet: { path: '/', port: 8080 }, periodSeconds: 1, failureThreshold: 1 },
        },
      ],
    },
  },
});

const shopService: Command = {
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop' },
    spec: {
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      selector: { app: 'shop' },
      ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }],
    },
  },
};

const answers = (node: string): Happening => ({
  count: {
    kind: 'EndpointSlice',
    where: { path: 'endpoints', has: { nodeName: node, conditions: { ready: true } } },
  },
  atLeast: 1,
});

/** The items of lesson 13. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'who-chooses-the-way',
      kind: 'single',
      concept: 'pod-egress',
      claims: ['pod-to-internet-01'],
      question: {
        en: 'A packet from a Pod on node-1 to 203.0.113.9 has come to `cni0`. Who decides that it goes on to the router?',
        zh: 'node-1 上的 Pod 发往 203.0.113.9 的包到了 `cni0`。接下来去路由器，是谁决定的？',
      },
      choices: [
        {
          text: {
            en: 'The network card `eth0`, which is wired to the router',
            zh: '网卡 `eth0`，它和路由器连着线',
          },
          correct: false,
          misconception: 'network-cards-route',
          because: {
            en: 'A card sends the frames that it is handed. When it gets one, the way has been chosen.',
            zh: '网卡只是把交给它的帧发出去。帧到它手上的时候，路已经选好了。',
          },
        },
        {
          text: { en: 'flanneld, which knows where each range is', zh: 'flanneld，它知道每一段在哪里' },
          correct: false,
          misconception: 'network-programs-carry-packets',
          because: {
            en: 'flanneld wrote rows into tables. No packet passes through it, and the default route is not even one of its rows.',
            zh: 'flanneld 只是往表里写行，包不经过它。何况默认路由也不是它写的。',
          },
        },
        {
          text: { en: 'The kernel of node-1, by its routing table', zh: 'node-1 的内核，按它的路由表' },
          correct: true,
          because: {
            en: 'It looks up the destination, finds the default route, and must be allowed to forward.',
            zh: '它查目的地址，对上默认路由，而且要允许转发。',
          },
        },
        {
          text: {
            en: 'The Pod, which wrote the router into the packet',
            zh: 'Pod，路由器是它写进包里的',
          },
          correct: false,
          misconception: 'senders-choose-the-whole-way',
          because: {
            en: 'The Pod’s table knows one step, to 10.244.1.1. Each host on the way chooses the next one.',
            zh: 'Pod 的路由表只知道一步：去 10.244.1.1。路上每台主机各选下一步。',
          },
        },
      ],
      hints: [
        {
          en: 'What did the figure show as looked up between `cni0` and `eth0`?',
          zh: '图里在 `cni0` 和 `eth0` 之间查的是什么？',
        },
      ],
      explanation: {
        en: 'Two tables, two kernels’ decisions: the Pod’s leads to `cni0`, the node’s to the outside.',
        zh: '两张表，两次决定：Pod 的表指向 `cni0`，节点的表指向外面。',
      },
    },
    {
      id: 'way-out-in-order',
      kind: 'order',
      concept: 'pod-egress',
      claims: ['pod-to-internet-01', 'pod-to-internet-02', 'pod-to-internet-04'],
      question: {
        en: 'Pod 10.244.1.2 on node-1 (192.168.0.11) asks a server on the internet and gets its answer. Put in order what happens.',
        zh: 'node-1（192.168.0.11）上的 Pod 10.244.1.2 访问外网的服务器并得到应答。请排出先后。',
      },
      steps: [
        {
          id: 'masquerades',
          text: { en: 'The source becomes 192.168.0.11', zh: '源地址变成 192.168.0.11' },
        },
        {
          id: 'reply',
          text: { en: 'The server sends to 192.168.0.11', zh: '服务器往 192.168.0.11 发' },
        },
        {
          id: 'node-table',
          text: { en: 'node-1 finds its default route', zh: 'node-1 查到自己的默认路由' },
        },
        {
          id: 'undone',
          text: { en: 'The destination becomes 10.244.1.2', zh: '目的地址变成 10.244.1.2' },
        },
        {
          id: 'pod-table',
          text: { en: 'The Pod finds the way to `cni0`', zh: 'Pod 查到去 `cni0` 的路' },
        },
      ],
      before: [
        ['pod-table', 'node-table'],
        ['node-table', 'masquerades'],
        ['masquerades', 'reply'],
        ['reply', 'undone'],
      ],
      turned: [
        { pair: ['masquerades', 'node-table'], misconception: 'rewriting-comes-before-routing' },
        { pair: ['masquerades', 'pod-table'], misconception: 'rewriting-comes-before-routing' },
      ],
      hints: [
        {
          en: 'POSTROUTING has its name from what comes before it.',
          zh: 'POSTROUTING 这个名字，说的就是它在什么之后。',
        },
      ],
      explanation: {
        en: 'First the device has to be known, for its address is the one that is taken. The reply is turned back from memory.',
        zh: '先要知道从哪个设备离开，才知道换成谁的地址。应答则照记录改回来。',
      },
    },
    {
      id: 'who-writes-the-rule',
      kind: 'single',
      concept: 'masquerading',
      claims: ['pod-to-internet-02'],
      question: {
        en: 'On every node a rule masquerades packets from Pods to the internet. Who has put it there?',
        zh: '每个节点上都有一条规则，为 Pod 发往外网的包做地址伪装。是谁写的？',
      },
      choices: [
        {
          text: {
            en: 'The network add-on when it starts, in our figures flanneld',
            zh: '网络插件启动时写的，图里是 flanneld',
          },
          correct: true,
          because: {
            en: 'It stands in the chain `FLANNEL-POSTRTG`. Elsewhere it is the bridge plugin or ip-masq-agent.',
            zh: '它就在 `FLANNEL-POSTRTG` 链里。别处可能是 bridge 插件，或者 ip-masq-agent。',
          },
        },
        {
          text: {
            en: 'kube-proxy, which masquerades whatever leaves a Pod',
            zh: 'kube-proxy，凡是从 Pod 出来的它都做伪装',
          },
          correct: false,
          misconception: 'kubernetes-masquerades',
          because: {
            en: 'kube-proxy masquerades packets to Services that it has marked. This one goes to no Service.',
            zh: 'kube-proxy 只伪装它打过标记、发往 Service 的包。这一个不去任何 Service。',
          },
        },
        {
          text: {
            en: 'The kubelet, when it joins the node to the cluster',
            zh: 'kubelet，在节点加入集群的时候',
          },
          correct: false,
          misconception: 'kubelets-set-up-the-network',
          because: {
            en: 'Kubernetes brings no such rule. A cluster without a network add-on has none.',
            zh: 'Kubernetes 不带这样的规则。没装网络插件的集群里就没有它。',
          },
        },
        {
          text: {
            en: 'Nobody: kernels do that with private addresses by themselves',
            zh: '没有谁：遇到私有地址，内核自己就会这样做',
          },
          correct: false,
          misconception: 'private-addresses-rewrite-themselves',
          because: {
            en: 'Remove the rule, and the packet goes out from 10.244.1.2 as it is.',
            zh: '把规则删掉，包就带着 10.244.1.2 原样出去了。',
          },
        },
      ],
      hints: [{ en: 'Read the name of the chain.', zh: '看看那条链的名字。' }],
      explanation: {
        en: 'Another add-on, another list of what is spared. That is why the same Pod is seen differently in two clusters.',
        zh: '插件不同，放过的清单也不同。所以同一个 Pod，在两个集群里被看到的样子会不一样。',
      },
    },
    {
      id: 'who-is-seen',
      kind: 'match',
      concept: 'masquerading',
      claims: ['pod-to-internet-02', 'pod-to-internet-03'],
      question: {
        en: 'Pod 10.244.1.2 runs on node-1 (192.168.0.11, its bridge is 10.244.1.1), in a cluster with flanneld. As whom is it seen?',
        zh: 'Pod 10.244.1.2 跑在 node-1 上（192.168.0.11，网桥是 10.244.1.1），集群用 flanneld。对方看到的是谁？',
      },
      choices: [
        { id: 'pod', text: { en: '10.244.1.2', zh: '10.244.1.2' } },
        { id: 'node', text: { en: '192.168.0.11', zh: '192.168.0.11' } },
        { id: 'bridge', text: { en: '10.244.1.1', zh: '10.244.1.1' } },
      ],
      stems: [
        {
          text: { en: 'By a web server on the internet', zh: '外网的网站服务器' },
          choice: 'node',
          wrong: { pod: 'pod-addresses-are-known-outside', bridge: 'packets-carry-their-gateway' },
          because: {
            en: 'Masquerading takes the address of `eth0`, by which the packet leaves.',
            zh: '包从 `eth0` 离开，伪装用的就是它的地址。',
          },
        },
        {
          text: { en: 'By Pod 10.244.2.2 on node-2', zh: 'node-2 上的 Pod 10.244.2.2' },
          choice: 'pod',
          wrong: { node: 'whatever-leaves-a-node-is-rewritten', bridge: 'packets-carry-their-gateway' },
          because: {
            en: 'Its address is in the Pod network, which is spared.',
            zh: '它的地址在 Pod 网络里，这一段被放过。',
          },
        },
        {
          text: { en: 'By a program on node-2 itself, 192.168.0.12', zh: 'node-2 自己的程序，192.168.0.12' },
          choice: 'node',
          wrong: { pod: 'masquerading-is-for-the-internet-alone' },
          because: {
            en: 'A node’s address is outside of the Pod network, so the rule takes this packet too.',
            zh: '节点的地址不在 Pod 网络里，所以这个包同样被改写。',
          },
        },
        {
          text: { en: 'By itself, through its own Service', zh: '经自己的 Service，被自己看到' },
          choice: 'bridge',
          wrong: { pod: 'pods-always-see-the-caller', node: 'pods-see-the-node-that-was-called' },
          because: {
            en: 'kube-proxy marks such a packet, and it leaves the node’s routing by `cni0`.',
            zh: '这样的包 kube-proxy 会打标记，它经路由之后从 `cni0` 离开。',
          },
        },
      ],
      hints: [
        {
          en: 'Ask twice: is the destination spared? And by which device does the packet leave?',
          zh: '问两遍：目的地被放过了吗？包从哪个设备离开？',
        },
      ],
      explanation: {
        en: 'The destination decides whether, the device decides to what.',
        zh: '改不改，看目的地；改成什么，看设备。',
      },
    },
    {
      id: 'without-the-rule',
      kind: 'single',
      concept: 'masquerading',
      claims: ['pod-to-internet-03', 'pod-to-internet-04'],
      question: {
        en: 'Somebody removes the masquerade rule on node-1. A Pod there asks a server on the internet. What fails?',
        zh: '有人删掉了 node-1 上的 MASQUERADE 规则。上面的一个 Pod 去访问外网的服务器。哪里出了问题？',
      },
      choices: [
        {
          text: {
            en: 'The request, which can’t leave the node with such a source',
            zh: '请求：带着这样的源地址出不了节点',
          },
          correct: false,
          misconception: 'private-sources-stay-inside',
          because: {
            en: 'Routing looks at the destination. The figure showed the request arrive.',
            zh: '选路看的是目的地址。图里能看到请求到了。',
          },
        },
        {
          text: {
            en: 'The answer, for no host beyond node-1 knows its way',
            zh: '应答：node-1 之外没有主机知道往哪里送',
          },
          correct: true,
          because: {
            en: 'The router knows the nodes, not their Pods.',
            zh: '路由器认识节点，不认识上面的 Pod。',
          },
        },
        {
          text: {
            en: 'Nothing: the server now sees the Pod’s own address',
            zh: '没有问题：服务器现在看到的是 Pod 自己的地址',
          },
          correct: false,
          misconception: 'pod-addresses-are-known-outside',
          because: {
            en: 'It sees it, and can’t answer it. The Pod waits until its time is up.',
            zh: '看到是看到了，却没法应答。Pod 会一直等到超时。',
          },
        },
        {
          text: {
            en: 'The answer, for it needs a rule of its own in the table nat',
            zh: '应答：nat 表里要有一条专门给它的规则',
          },
          correct: false,
          misconception: 'replies-need-a-rule',
          because: {
            en: 'Replies never need one. They follow what the node remembers, and here they don’t even come to the node.',
            zh: '应答从来不需要规则，节点照记录办。这里它根本到不了节点。',
          },
        },
      ],
      hints: [
        {
          en: 'Follow both directions, and ask each host: do you know the way to this destination?',
          zh: '两个方向都走一遍，逐个问每台主机：这个目的地你知道怎么走吗？',
        },
      ],
      explanation: {
        en: 'Masquerading is done for the way back. Where the way back is known, it can be left out.',
        zh: '地址伪装是为了回来的路。知道怎么回来的地方，可以不做。',
      },
    },
    {
      id: 'seen-in-the-office',
      kind: 'multiple',
      concept: 'masquerading',
      claims: ['pod-to-internet-03'],
      question: {
        en: 'A server in the office, 10.0.0.5, is to see the Pods’ own addresses and to answer them. What has to be so?',
        zh: '要让办公室里的服务器 10.0.0.5 看到 Pod 自己的地址，并且能应答。哪些是必须的？',
      },
      choices: [
        {
          text: {
            en: 'Masquerading spares the destination 10.0.0.5',
            zh: '地址伪装放过目的地 10.0.0.5',
          },
          correct: true,
          because: {
            en: 'With ip-masq-agent that is `nonMasqueradeCIDRs`, where 10.0.0.0/8 stands from the beginning.',
            zh: '用 ip-masq-agent 就是 `nonMasqueradeCIDRs`，10.0.0.0/8 一开始就在里面。',
          },
        },
        {
          text: {
            en: 'The office has a route to the Pod network',
            zh: '办公室有通往 Pod 网络的路由',
          },
          correct: true,
          because: {
            en: 'Otherwise its answers are lost, as in Figure 13.2 without the rule.',
            zh: '否则应答会丢，和图 13.2 里删掉规则之后一样。',
          },
        },
        {
          text: {
            en: 'A rule on the node turns its answers back again',
            zh: '节点上有一条专门的规则，把应答改回来',
          },
          correct: false,
          misconception: 'replies-need-a-rule',
          because: {
            en: 'Nothing was rewritten, so nothing has to be turned back.',
            zh: '什么都没改写过，也就没有什么要改回来。',
          },
        },
        {
          text: {
            en: 'kube-proxy runs with another mode',
            zh: 'kube-proxy 换一种模式运行',
          },
          correct: false,
          misconception: 'kubernetes-masquerades',
          because: {
            en: 'kube-proxy has no part in it: the packet goes to no Service.',
            zh: '这与 kube-proxy 无关：包不去任何 Service。',
          },
        },
      ],
      hints: [
        { en: 'One thing for the way there, one for the way back.', zh: '去的路一件事，回的路一件事。' },
      ],
      explanation: {
        en: 'Sparing a network and forgetting the way back is half of the work, and common: requests arrive, and nobody gets an answer.',
        zh: '只放过网络、忘了回来的路，是常见的半途而废：请求都到了，却没有人收到应答。',
      },
    },
    {
      id: 'still-pending',
      kind: 'single',
      concept: 'ways-in',
      claims: ['internet-to-pod-01'],
      question: {
        en: 'A Service of type LoadBalancer has shown `<pending>` for an hour. How can somebody outside reach its Pods now?',
        zh: '一个 LoadBalancer 类型的 Service 已经显示 `<pending>` 一小时了。外面的人现在怎样才能访问到它的 Pod？',
      },
      choices: [
        {
          text: {
            en: 'Not at all, until a cloud or somebody else gives an address',
            zh: '没有办法，要等云厂商或别的谁给出地址',
          },
          correct: false,
          misconception: 'load-balancer-brings-all-or-nothing',
          because: {
            en: 'The type includes a NodePort, and the node port was there at once.',
            zh: '这个类型包含 NodePort，节点端口一开始就有了。',
          },
        },
        {
          text: {
            en: 'By its ClusterIP, as long as the port is 80',
            zh: '用 ClusterIP，只要端口是 80',
          },
          correct: false,
          misconception: 'cluster-ips-work-outside',
          because: {
            en: 'Nobody outside has a route to the Service network, whatever the port.',
            zh: '外面没有人有通往 Service 网络的路由，端口是几都一样。',
          },
        },
        {
          text: {
            en: 'By the address of any node, with the node port behind it',
            zh: '用任意一个节点的地址，后面加上节点端口',
          },
          correct: true,
          because: {
            en: 'PORT(S) says it: `80:31992/TCP`. Any node will do while the policy is Cluster.',
            zh: 'PORT(S) 里写着：`80:31992/TCP`。策略是 Cluster 时，哪个节点都行。',
          },
        },
      ],
      hints: [{ en: 'Three storeys: what is below the third?', zh: '三层楼：第三层下面是什么？' }],
      explanation: {
        en: '`<pending>` means that nobody has given an address. Below it everything works.',
        zh: '`<pending>` 的意思是还没有谁给地址。它下面的一切都正常。',
      },
    },
    {
      id: 'which-door',
      kind: 'match',
      concept: 'ways-in',
      claims: ['internet-to-pod-01'],
      question: { en: 'Which door fits which wish?', zh: '哪种需要用哪扇门？' },
      choices: [
        { id: 'cluster-ip', text: { en: 'ClusterIP', zh: 'ClusterIP' } },
        { id: 'node-port', text: { en: 'NodePort', zh: 'NodePort' } },
        { id: 'load-balancer', text: { en: 'LoadBalancer', zh: 'LoadBalancer' } },
        { id: 'gateway', text: { en: 'Gateway and HTTPRoute', zh: 'Gateway 和 HTTPRoute' } },
      ],
      stems: [
        {
          text: {
            en: 'A database is to be reached by Pods of the same cluster',
            zh: '数据库只给同一集群里的 Pod 用',
          },
          choice: 'cluster-ip',
          wrong: { 'node-port': 'cluster-ip-is-not-enough-inside' },
          because: {
            en: 'Inside, its address and its name are known. No door to the outside is needed.',
            zh: '在集群里，它的地址和名字都有人认识，不需要对外的门。',
          },
        },
        {
          text: {
            en: 'Two machines with HAProxy stand before the nodes and are to send to a fixed port',
            zh: '节点前面有两台 HAProxy，要往固定的端口送',
          },
          choice: 'node-port',
          wrong: { 'cluster-ip': 'cluster-ips-work-outside' },
          because: {
            en: 'The load balancer is there already. What it needs is a port on each node.',
            zh: '负载均衡器已经有了，缺的是每个节点上的一个端口。',
          },
        },
        {
          text: {
            en: 'A message broker, plain TCP, gets one address in a cloud',
            zh: '云上的消息代理，普通 TCP，要有一个自己的地址',
          },
          choice: 'load-balancer',
          wrong: { gateway: 'http-doors-take-any-protocol' },
          because: {
            en: 'The cloud’s controller gives the address. An HTTPRoute reads HTTP alone.',
            zh: '地址由云厂商的控制器给。HTTPRoute 只看得懂 HTTP。',
          },
        },
        {
          text: {
            en: 'Ten shops share one address and are told apart by host names',
            zh: '十个商店共用一个地址，靠主机名区分',
          },
          choice: 'gateway',
          wrong: { 'load-balancer': 'load-balancers-read-host-names' },
          because: {
            en: 'The host name stands in the request. A proxy has to read it; packets don’t show it to a Service.',
            zh: '主机名写在请求里，要有代理去读。Service 只看数据包，看不到它。',
          },
        },
      ],
      hints: [
        {
          en: 'Who calls, and does somebody have to read the request?',
          zh: '来访者是谁？需不需要有谁读请求？',
        },
      ],
      explanation: {
        en: 'NodePort and LoadBalancer move packets. Gateway and Ingress read requests, and stand behind one of those two themselves.',
        zh: 'NodePort 和 LoadBalancer 搬运数据包；Gateway 和 Ingress 读请求，它们自己也站在前两者之一的后面。',
      },
    },
    {
      id: 'refused-line',
      kind: 'hotspot',
      concept: 'ways-in',
      claims: ['internet-to-pod-01'],
      question: {
        en: 'The API server refuses this Service. Which line is to blame?',
        zh: 'API 服务器拒绝了这个 Service。问题出在哪一行？',
      },
      source: `apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  type: NodePort
  externalTrafficPolicy: Local
  selector: {app: shop}
  ports:
  - port: 80
    targetPort: 8080
    nodePort: 8080`,
      regions: [
        {
          text: { en: 'Line 7, the policy', zh: '第 7 行，流量策略' },
          lines: [7, 7],
          points: 0,
          misconception: 'local-is-for-load-balancers',
          because: {
            en: 'Local is allowed with NodePort as well as with LoadBalancer. With ClusterIP it is not.',
            zh: 'Local 可以用在 NodePort 上，也可以用在 LoadBalancer 上，用在 ClusterIP 上才不行。',
          },
        },
        {
          text: { en: 'Line 10, port 80', zh: '第 10 行，端口 80' },
          lines: [10, 10],
          points: 0,
          misconception: 'service-ports-are-opened-on-nodes',
          because: {
            en: 'This is the port of the ClusterIP, an address of its own. Any number will do.',
            zh: '这是 ClusterIP 的端口，ClusterIP 是独立的地址，什么号码都行。',
          },
        },
        {
          text: { en: 'Line 11, another port than line 10', zh: '第 11 行，和第 10 行不一样的端口' },
          lines: [11, 11],
          points: 0,
          misconception: 'service-ports-are-opened-on-nodes',
          because: {
            en: 'The Pod may listen where it likes. This line says where.',
            zh: 'Pod 想在哪个端口监听都可以，这一行说的就是它。',
          },
        },
        {
          text: { en: 'Line 12, the node port', zh: '第 12 行，节点端口' },
          lines: [12, 12],
          points: 1,
          because: {
            en: 'Node ports come from 30000 to 32767, so that they don’t get in the way of programs on the nodes.',
            zh: '节点端口取自 30000 到 32767，免得和节点上的程序撞上。',
          },
        },
      ],
      hints: [
        {
          en: 'Three ports: of the Service, of the Pod, of every node. For which of them is there a range?',
          zh: '三个端口：Service 的、Pod 的、每个节点的。哪一个有范围限制？',
        },
      ],
      explanation: {
        en: 'In the words of the API server: the range of valid ports is 30000-32767. A cluster may be set up with another range.',
        zh: '用 API 服务器的话说：有效端口的范围是 30000-32767。建集群时可以换成别的范围。',
      },
    },
    {
      id: 'where-local-answers',
      kind: 'multiple',
      concept: 'client-address',
      claims: ['internet-to-pod-01'],
      run: {
        nodes,
        subject: 'Service/shop',
        commands: [
          ...[
            shopService,
            shopPod('shop-a', 'node-1'),
            shopPod('shop-b', 'node-2'),
            shopPod('shop-c', 'node-4'),
            shopPod('shop-d', 'node-4'),
          ].map((command) => ({ atMs: 0, command })),
          { atMs: 10_000, command: { verb: 'failReadiness', pod: 'shop-b' } },
          { atMs: 10_000, command: { verb: 'failReadiness', pod: 'shop-d' } },
        ],
      },
      judgedAtMs: 20_000,
      question: {
        en: 'Service `shop` has node port 30080 and policy Local. Pods: `shop-a` on node-1, Ready; `shop-b` on node-2, not Ready; none on node-3; `shop-c` and `shop-d` on node-4, of which only the first is Ready. Where does port 30080 answer?',
        zh: 'Service `shop` 的节点端口是 30080，策略为 Local。Pod 有：node-1 上的 `shop-a`，就绪；node-2 上的 `shop-b`，未就绪；node-3 上没有；node-4 上的 `shop-c` 和 `shop-d`，只有前者就绪。30080 端口在哪里应答？',
      },
      choices: [
        {
          text: { en: 'node-1', zh: 'node-1' },
          happened: answers('node-1'),
          because: {
            en: 'It has a ready endpoint of its own.',
            zh: '它自己就有就绪的端点。',
          },
        },
        {
          text: { en: 'node-2', zh: 'node-2' },
          happened: answers('node-2'),
          misconception: 'running-pods-get-traffic',
          because: {
            en: 'Its only Pod is not Ready. With Local there is nobody else to ask, so packets are dropped.',
            zh: '它唯一的 Pod 没有就绪。策略是 Local，没有别处可去，包被丢弃。',
          },
        },
        {
          text: { en: 'node-3', zh: 'node-3' },
          happened: answers('node-3'),
          misconception: 'local-passes-on',
          because: {
            en: 'It may not pass on to others, and has nobody itself.',
            zh: '它不能转给别的节点，自己又没有。',
          },
        },
        {
          text: { en: 'node-4', zh: 'node-4' },
          happened: answers('node-4'),
          because: {
            en: 'One ready endpoint is enough. `shop-d` gets nothing.',
            zh: '有一个就绪的就够了，`shop-d` 分不到。',
          },
        },
      ],
      hints: [{ en: 'Ask each node: whom could you give it to?', zh: '逐个问节点：你能交给谁？' }],
      explanation: {
        en: 'With Local, what counts is a ready endpoint on the node that was called. The other nodes drop.',
        zh: '策略为 Local 时，要看被访问的节点上有没有就绪的端点。没有的节点会丢包。',
      },
    },
    {
      id: 'nobody-has-this-address',
      kind: 'single',
      concept: 'client-address',
      claims: ['internet-to-pod-01'],
      question: {
        en: 'A Service with a node port and policy Cluster; Flannel with VXLAN. The Pod on node-2 logs callers as 10.244.1.0. Whose address is that?',
        zh: '一个有节点端口、策略为 Cluster 的 Service，Flannel 用 VXLAN。node-2 上的 Pod 在日志里把来访者记成 10.244.1.0。这是谁的地址？',
      },
      choices: [
        {
          text: {
            en: 'The callers’ own, after their router has rewritten it',
            zh: '来访者自己的，不过被他们那边的路由器改写过',
          },
          correct: false,
          misconception: 'pods-always-see-the-caller',
          because: {
            en: 'A router outside does not hand out addresses of the Pod network.',
            zh: '外面的路由器不会用 Pod 网络里的地址。',
          },
        },
        {
          text: {
            en: 'That of a Pod on node-1 that took the calls first',
            zh: 'node-1 上某个先接下来的 Pod',
          },
          correct: false,
          misconception: 'node-ports-are-answered-by-pods',
          because: {
            en: 'No other Pod takes part. Rules in the kernel of node-1 passed the packets on.',
            zh: '在目的 Pod 之前没有别的 Pod 参与，是 node-1 内核里的规则转发的。',
          },
        },
        {
          text: {
            en: 'That of the device `flannel.1` on node-1',
            zh: 'node-1 上的设备 `flannel.1`',
          },
          correct: true,
          because: {
            en: 'node-1 was called, masqueraded, and sent the packets on by `flannel.1`.',
            zh: '被访问的是 node-1，它做了伪装，包从 `flannel.1` 离开。',
          },
        },
        {
          text: {
            en: 'That of the card `eth0` of node-1',
            zh: 'node-1 的网卡 `eth0`',
          },
          correct: false,
          misconception: 'pods-see-the-node-that-was-called',
          because: {
            en: 'With host-gw it would be, since the packet leaves by `eth0` there. With VXLAN it leaves by the tunnel.',
            zh: '用 host-gw 才是，那时包从 `eth0` 离开。用 VXLAN 时它从隧道离开。',
          },
        },
      ],
      hints: [
        {
          en: 'By which device does node-1 send to Pods of node-2?',
          zh: 'node-1 把包发给 node-2 的 Pod，走的是哪个设备？',
        },
      ],
      explanation: {
        en: 'Masquerading takes the address of the device by which the packet leaves. Recorded on real nodes, and often told otherwise.',
        zh: '伪装用的是包离开时所用设备的地址。这是在真实节点上录下来的，许多文章却不是这么说。',
      },
    },
    {
      id: 'keep-the-caller',
      kind: 'yaml',
      concept: 'client-address',
      claims: ['internet-to-pod-01'],
      question: {
        en: 'Fill in: the Service is to be open at a port of the nodes, and the Pods are to see the callers’ own addresses.',
        zh: '填空：这个 Service 要在节点的端口上打开，而且 Pod 要看到来访者自己的地址。',
      },
      source: `apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  type: ___
  externalTrafficPolicy: ___
  selector:
    app: shop
  ports:
  - port: 80
    targetPort: 8080`,
      blanks: [
        {
          text: 'NodePort',
          path: 'spec.type',
          accepts: ['LoadBalancer'],
          because: {
            en: 'NodePort opens a port on every node. LoadBalancer does that as well, and asks for an address.',
            zh: 'NodePort 在每个节点上打开一个端口。LoadBalancer 也会，另外还要一个地址。',
          },
          wrong: [
            {
              value: 'ClusterIP',
              misconception: 'cluster-ips-work-outside',
              because: {
                en: 'A ClusterIP opens nothing on the nodes, and the policy would be refused with it.',
                zh: 'ClusterIP 不在节点上打开任何端口，配上这个策略还会被拒绝。',
              },
            },
          ],
        },
        {
          text: 'Local',
          path: 'spec.externalTrafficPolicy',
          because: {
            en: 'The node gives only to its own Pods, so nothing has to be masqueraded.',
            zh: '节点只交给自己的 Pod，不需要地址伪装。',
          },
          wrong: [
            {
              value: 'Cluster',
              misconception: 'pods-always-see-the-caller',
              because: {
                en: 'That is the default, with which the Pods see addresses of nodes.',
                zh: '这是默认值，Pod 看到的会是节点上的地址。',
              },
            },
          ],
        },
      ],
      hints: [
        {
          en: 'The policy has two values. Under which one does no other node take part?',
          zh: '策略有两个取值。哪一个之下没有别的节点参与？',
        },
      ],
      explanation: {
        en: 'The price of Local: nodes without a ready endpoint drop. See to it that nobody sends to them.',
        zh: 'Local 的代价：没有就绪端点的节点会丢包。要保证没有谁往那里送。',
      },
    },
    {
      id: 'ingress-alone',
      kind: 'single',
      concept: 'http-doors',
      claims: ['internet-to-pod-01'],
      question: {
        en: 'In a new cluster somebody creates an Ingress for `shop.example`, and nothing else. What becomes of it?',
        zh: '在一个新集群里，有人为 `shop.example` 创建了一个 Ingress，别的什么也没装。结果会怎样？',
      },
      choices: [
        {
          text: {
            en: 'kube-proxy listens at port 80 of every node',
            zh: 'kube-proxy 在每个节点的 80 端口上监听',
          },
          correct: false,
          misconception: 'ingress-works-by-itself',
          because: {
            en: 'kube-proxy reads Services and EndpointSlices. Of an Ingress it knows nothing.',
            zh: 'kube-proxy 读的是 Service 和 EndpointSlice，它不认识 Ingress。',
          },
        },
        {
          text: {
            en: 'It is stored like any other, and no one acts on it',
            zh: '和别的对象一样存下来，没有谁去做什么',
          },
          correct: true,
          because: {
            en: 'A controller with a proxy has to be installed. Kubernetes brings none.',
            zh: '要装一个控制器和它的代理，Kubernetes 不带。',
          },
        },
        {
          text: {
            en: 'The API server refuses it until a controller is there',
            zh: '有控制器之前，API 服务器会拒绝它',
          },
          correct: false,
          misconception: 'objects-need-their-controller',
          because: {
            en: 'The kind is part of Kubernetes and is taken. The API server does not ask who will read an object.',
            zh: '这个类别属于 Kubernetes，会被接受。API 服务器不问对象由谁来读。',
          },
        },
        {
          text: {
            en: 'It works as soon as DNS leads `shop.example` to a node',
            zh: '只要 DNS 把 `shop.example` 指到某个节点，它就能用',
          },
          correct: false,
          misconception: 'a-name-opens-a-door',
          because: {
            en: 'The name leads to the node, and there nothing listens.',
            zh: '名字能指到节点，可是那里没有谁在监听。',
          },
        },
      ],
      hints: [{ en: 'An object is a wish. Who grants this one?', zh: '对象是一个愿望。这一个由谁来实现？' }],
      explanation: {
        en: 'As with LoadBalancer: the API has the wish, and something else has to fulfil it.',
        zh: '和 LoadBalancer 一样：API 里有了愿望，还要有别的东西去实现。',
      },
    },
    {
      id: 'external-ips',
      kind: 'single',
      concept: 'ways-in',
      claims: ['internet-to-pod-01'],
      question: {
        en: 'Somebody writes `externalIPs: [198.51.100.7]` into the spec of a Service. What does that do?',
        zh: '有人在 Service 的 spec 里写了 `externalIPs: [198.51.100.7]`。这有什么作用？',
      },
      choices: [
        {
          text: {
            en: 'The cloud hands this address over to the cluster',
            zh: '云厂商会把这个地址交给集群',
          },
          correct: false,
          misconception: 'external-ips-are-given',
          because: {
            en: 'Nobody is asked for it. Addresses that are given stand in the status.',
            zh: '没有谁被问过。给出来的地址写在 status 里。',
          },
        },
        {
          text: {
            en: 'It tells kubectl what to show as EXTERNAL-IP, and nothing beyond that',
            zh: '只是让 kubectl 在 EXTERNAL-IP 一列显示它，别的没有',
          },
          correct: false,
          misconception: 'external-ips-are-given',
          because: {
            en: 'It is shown there, and kube-proxy acts on it as well.',
            zh: '会显示在那里，但 kube-proxy 也会照它写规则。',
          },
        },
        {
          text: {
            en: 'Every node takes packets to it for the Service, whosever it is',
            zh: '每个节点都替 Service 收下发往它的包，不管它是谁的',
          },
          correct: true,
          because: {
            en: 'That is why it is deprecated since v1.36: who may write Services could catch the traffic of others.',
            zh: '所以从 v1.36 起它被弃用：能写 Service 的人，可以截下别人的流量。',
          },
        },
      ],
      hints: [
        {
          en: 'Spec is what somebody wants, status is what was found.',
          zh: 'spec 是有人想要的，status 是查到的。',
        },
      ],
      explanation: {
        en: 'One column of kubectl, two sources: `status.loadBalancer` is written by who gives an address, `spec.externalIPs` by who claims one.',
        zh: 'kubectl 的一列，两个来源：`status.loadBalancer` 由给地址的一方写，`spec.externalIPs` 由声称拥有的一方写。',
      },
    },
    {
      id: 'keep-the-client',
      kind: 'lab',
      concept: 'client-address',
      claims: ['internet-to-pod-01'],
      lab: 'keep-the-client',
      question: {
        en: 'Open web at port 30080 of each node, so that the Pods see their clients and no node drops any.',
        zh: '在每个节点的 30080 端口上打开 web，让 Pod 看到客户端，又没有节点丢包。',
      },
      hints: [
        {
          en: 'What has to be there before policy Local may be set?',
          zh: '设成策略 Local 之前，必须先有什么？',
        },
      ],
      explanation: {
        en: 'First a ready Pod on each node, then the door, then the policy, or the last two together. Pods are slower than rules.',
        zh: '先让每个节点都有就绪的 Pod，再开门，再改策略，后两步也可以一起。Pod 总是比规则慢。',
      },
    },
  ],
});
