import 'server-only';
import type { Condition } from '@/lib/lab/condition';
import { defineQuiz } from '@/lib/quiz/authored';

const reaches = (from: string, to: string, is = true): Condition => ({
  reaches: { from, to, port: 8080 },
  is,
});

/** The items of lesson 12. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'asked-from-the-lost-node',
      kind: 'predict',
      concept: 'cross-node-faults',
      claims: ['cross-node-05'],
      run: { scenario: 'wrong-card' },
      judgedAtMs: 15_000,
      question: {
        en: 'node-2 has told the other nodes a wrong address of itself. This time far, on node-2, does the asking: it asks near on node-1 and three on node-3. Who answers far?',
        zh: 'node-2 把自己的错误地址告诉了别的节点。这回由 node-2 上的 far 去访问：node-1 上的 near 和 node-3 上的 three。谁会应答 far？',
      },
      choices: [
        {
          text: {
            en: 'Both: far sends by the tables of node-2, and those are right',
            zh: '两个都会：far 用的是 node-2 的表，那些表没有错',
          },
          happened: { all: [reaches('far', 'near'), reaches('far', 'three')] },
          misconception: 'ready-nodes-carry-pod-traffic',
          because: {
            en: 'The question arrives indeed. The answer is sent by the tables of node-1 and node-3, and those lead astray.',
            zh: '请求确实送到了。应答走的是 node-1 和 node-3 的表，那里的路是错的。',
          },
        },
        {
          text: {
            en: 'Neither: the answers go astray',
            zh: '都不会：应答走错了路，回不来',
          },
          happened: { all: [reaches('far', 'near', false), reaches('far', 'three', false)] },
          because: {
            en: 'A connection needs both directions. Every way to node-2 is wrong, so nothing comes back to far.',
            zh: '一条连接要两个方向都通。通往 node-2 的路全错了，所以没有东西回得到 far。',
          },
        },
        {
          text: {
            en: 'three alone, since node-1 is where the fault shows',
            zh: '只有 three，毛病是在 node-1 上看到的',
          },
          happened: { all: [reaches('far', 'near', false), reaches('far', 'three')] },
          misconception: 'nodes-agree-in-pairs',
          because: {
            en: 'All nodes read the same annotation of node-2. For node-3 it is as wrong as for node-1.',
            zh: '所有节点读的都是 node-2 的同一条注解。对 node-3 也一样是错的。',
          },
        },
      ],
      hints: [
        {
          en: 'Whose tables does a question use, and whose does its answer?',
          zh: '请求用的是谁的表，应答用的又是谁的表？',
        },
      ],
      explanation: {
        en: 'A lease is read by all the others, so one wrong lease cuts its node off in both directions. The other nodes go on among themselves.',
        zh: '一份租约，别的节点都在读。所以一份错了，这个节点两个方向都断；其余节点之间照常。',
      },
    },
    {
      id: 'which-table',
      kind: 'match',
      concept: 'pod-subnets',
      claims: ['cross-node-05', 'flannel-02'],
      question: {
        en: 'node-1 has a packet for 10.244.2.7, with the VXLAN backend. Where does it find the answer to each question?',
        zh: 'node-1 上有一个发往 10.244.2.7 的包，后端是 VXLAN。下面每个问题的答案在哪里？',
      },
      choices: [
        { id: 'route', text: { en: 'In a route', zh: '路由' } },
        { id: 'neighbour', text: { en: 'In the neighbour table', zh: '邻居表' } },
        { id: 'fdb', text: { en: 'In the FDB of flannel.1', zh: 'flannel.1 的 FDB' } },
        { id: 'nowhere', text: { en: 'Nowhere on node-1', zh: 'node-1 上没有' } },
      ],
      stems: [
        {
          text: { en: 'By which device does it leave?', zh: '从哪个设备出去？' },
          choice: 'route',
          wrong: { nowhere: 'wire-knows-pods', fdb: 'flannel-keeps-a-row-per-pod' },
          because: {
            en: 'The range 10.244.2.0/24 leads into flannel.1.',
            zh: '10.244.2.0/24 这一段指向 flannel.1。',
          },
        },
        {
          text: { en: 'Which MAC does the inner frame go to?', zh: '内层帧发往哪个 MAC？' },
          choice: 'neighbour',
          wrong: { nowhere: 'flanneld-carries-packets', route: 'flannel-keeps-a-row-per-pod' },
          because: {
            en: 'flanneld has written down the MAC of the other node’s flannel.1. Nobody asks by ARP.',
            zh: 'flanneld 已经写下对方 flannel.1 的 MAC，不用 ARP 去问。',
          },
        },
        {
          text: { en: 'To which node’s address is it wrapped?', zh: '外层发往哪个节点的地址？' },
          choice: 'fdb',
          wrong: { nowhere: 'wire-knows-pods', route: 'host-gw-goes-through-routers' },
          because: {
            en: 'The FDB says behind which node a MAC is to be found.',
            zh: 'FDB 里写着这个 MAC 在哪个节点后面。',
          },
        },
        {
          text: { en: 'Is there a Pod with this address at all?', zh: '到底有没有这个地址的 Pod？' },
          choice: 'nowhere',
          wrong: { route: 'flannel-keeps-a-row-per-pod', fdb: 'flannel-keeps-a-row-per-pod' },
          because: {
            en: 'node-1 knows ranges. Only node-2 knows which addresses of its range are taken.',
            zh: 'node-1 只知道网段。这一段里哪些地址在用，只有 node-2 知道。',
          },
        },
      ],
      hints: [
        {
          en: 'Figure 12.3 shows the tables in the order in which they are read.',
          zh: '图 12.3 按查的顺序列出了这些表。',
        },
      ],
      explanation: {
        en: 'Three rows for each remote node, whatever number of Pods it has: where to, to which MAC, behind which node.',
        zh: '每个远端节点三行，不管上面有多少 Pod：往哪里去、发给哪个 MAC、在哪个节点后面。',
      },
    },
    {
      id: 'rows-for-forty-nodes',
      kind: 'numeric',
      concept: 'pod-subnets',
      claims: ['cross-node-05'],
      question: {
        en: 'A cluster has 40 nodes with 30 Pods each and the VXLAN backend. How many FDB entries has flanneld written for flannel.1 of one node?',
        zh: '一个集群有 40 个节点，每个节点 30 个 Pod，后端是 VXLAN。flanneld 在一个节点的 flannel.1 上写了多少条 FDB？',
      },
      answer: 39,
      because: {
        en: 'One for each other node. How many Pods they have does not matter.',
        zh: '别的节点每个一条。上面有多少 Pod 无关紧要。',
      },
      wrong: [
        {
          answer: 1170,
          misconception: 'flannel-keeps-a-row-per-pod',
          because: {
            en: 'That would be one for each remote Pod. A row stands for the range of a node.',
            zh: '那是每个远端 Pod 一条。一行代表的是一个节点的网段。',
          },
        },
        {
          answer: 1200,
          misconception: 'flannel-keeps-a-row-per-pod',
          because: {
            en: 'That is the number of all Pods. A row stands for the range of a node, and Pods of this node need none.',
            zh: '那是所有 Pod 的数目。一行代表一个节点的网段，本节点的 Pod 也不需要。',
          },
        },
        {
          answer: 40,
          because: {
            en: 'Nearly: for its own Pods a node needs no tunnel.',
            zh: '差一点：去自己的 Pod 不用隧道。',
          },
        },
      ],
      hints: [
        {
          en: 'Which three rows were new when node-4 joined in Figure 12.3?',
          zh: '图 12.3 里 node-4 加入时，新增的是哪三行？',
        },
      ],
      explanation: {
        en: 'The tables grow with the nodes and not with the Pods. So creating a Pod is quick: no other node has to hear of it.',
        zh: '表随节点增长，不随 Pod 增长。所以创建 Pod 很快：别的节点都不用知道。',
      },
    },
    {
      id: 'headers-in-order',
      kind: 'order',
      concept: 'packets-between-nodes',
      claims: ['flannel-04', 'flannel-05'],
      question: {
        en: 'Pod client sends a TCP segment to a Pod on another node. Put in order what stands in the bytes on the wire between the nodes, from the first byte on.',
        zh: 'Pod client 向另一个节点上的 Pod 发一个 TCP 段。节点之间的网线上，从第一个字节起依次是什么？',
      },
      steps: [
        { id: 'vxlan', text: { en: 'VXLAN, network number 1', zh: 'VXLAN，网络编号 1' } },
        { id: 'inner-ip', text: { en: 'IP, from Pod to Pod', zh: 'IP，从 Pod 到 Pod' } },
        { id: 'outer-ip', text: { en: 'IP, from node to node', zh: 'IP，从节点到节点' } },
        { id: 'tcp', text: { en: 'TCP, to port 8080', zh: 'TCP，发往端口 8080' } },
        {
          id: 'inner-ethernet',
          text: { en: 'Ethernet, from flannel.1 to flannel.1', zh: '以太网，从 flannel.1 到 flannel.1' },
        },
        { id: 'udp', text: { en: 'UDP, to port 8472', zh: 'UDP，发往端口 8472' } },
      ],
      before: [
        ['outer-ip', 'udp'],
        ['udp', 'vxlan'],
        ['vxlan', 'inner-ethernet'],
        ['inner-ethernet', 'inner-ip'],
        ['inner-ip', 'tcp'],
      ],
      turned: [
        { pair: ['inner-ip', 'outer-ip'], misconception: 'wire-knows-pods' },
        { pair: ['tcp', 'udp'], misconception: 'wire-knows-pods' },
      ],
      hints: [
        {
          en: 'What the first machine on the way has to read stands in front.',
          zh: '路上第一台机器要读的东西，放在最前面。',
        },
      ],
      explanation: {
        en: 'A whole frame, with its own Ethernet header, lies in the UDP packet as a letter lies in a bigger envelope.',
        zh: '一个完整的帧，连同自己的以太网首部，装在 UDP 包里，好比信封套在更大的信封里。',
      },
    },
    {
      id: 'what-stays-on-the-way',
      kind: 'multiple',
      concept: 'packets-between-nodes',
      claims: ['flannel-05', 'cross-node-04'],
      question: {
        en: 'A packet of Pod client on node-1 arrives at Pod far on node-2, over VXLAN. Which of these does far read in it as client wrote it?',
        zh: 'node-1 上的 Pod client 发的一个包，经 VXLAN 到了 node-2 上的 Pod far。下面哪些，far 读到的和 client 写的一样？',
      },
      choices: [
        {
          text: { en: 'The source address', zh: '源地址' },
          correct: true,
          because: {
            en: 'far sees 10.244.1.2. Pod addresses are not translated on the way.',
            zh: 'far 看到的是 10.244.1.2。Pod 的地址一路上不做转换。',
          },
        },
        {
          text: { en: 'The time to live (TTL)', zh: '生存时间（TTL）' },
          correct: false,
          misconception: 'an-overlay-is-one-switch',
          because: {
            en: 'It falls by one at each node that routes the packet: 64 becomes 62.',
            zh: '每经过一个为它做路由的节点就减一：64 变成 62。',
          },
        },
        {
          text: { en: 'The TCP destination port', zh: 'TCP 目的端口' },
          correct: true,
          because: {
            en: 'What is inside is carried as it is. 8472 is the port of the wrapping alone.',
            zh: '里面的东西原样送达。8472 只是外面那层的端口。',
          },
        },
        {
          text: { en: 'The MAC addresses of the frame', zh: '帧的 MAC 地址' },
          correct: false,
          misconception: 'an-overlay-is-one-switch',
          because: {
            en: 'A frame reaches to the next hop. far gets one that the bridge of node-2 has written.',
            zh: '一个帧只到下一跳。far 收到的帧是 node-2 的网桥那一端写的。',
          },
        },
      ],
      hints: [
        {
          en: 'Follow the lanes of Figure 12.3 from left to right: which values stay one piece?',
          zh: '在图 12.3 里从左到右看各条线：哪些值始终是一整段？',
        },
      ],
      explanation: {
        en: 'Unchanged means: no address and no port is rewritten. Frames and the TTL change, as at every router.',
        zh: '“原封不动”说的是：地址和端口都不改写。帧和 TTL 会变，经过任何路由器都是如此。',
      },
    },
    {
      id: 'mtu-of-a-jumbo-wire',
      kind: 'numeric',
      concept: 'packets-between-nodes',
      claims: ['flannel-05'],
      question: {
        en: 'All wires and cards of a network take IP packets of 9,000 bytes. Which MTU does a Pod get with Flannel’s VXLAN backend?',
        zh: '一个网络的网线和网卡都能走 9000 字节的 IP 包。用 Flannel 的 VXLAN 后端，Pod 的 MTU 是多少？',
      },
      answer: 8950,
      units: [
        { name: 'bytes', times: 1 },
        { name: 'B', times: 1 },
      ],
      because: {
        en: '9,000 less 20 for IP, 8 for UDP, 8 for VXLAN and 14 for the inner Ethernet header.',
        zh: '9000 减去 IP 的 20、UDP 的 8、VXLAN 的 8 和内层以太网首部的 14。',
      },
      wrong: [
        {
          answer: 9000,
          misconception: 'wrapping-takes-no-room',
          because: {
            en: 'Then a full packet would be 9,050 bytes long with its wrapping, and would not fit.',
            zh: '那样，装满的包套上外层就有 9050 字节，走不了。',
          },
        },
        {
          answer: 1450,
          misconception: 'pod-mtu-is-a-constant',
          because: {
            en: 'That is the number for wires of 1,500. flanneld subtracts 50 from the MTU of its card.',
            zh: '那是 1500 的网线对应的数。flanneld 用自己网卡的 MTU 减 50。',
          },
        },
        {
          answer: 8936,
          misconception: 'wrapping-takes-no-room',
          because: {
            en: 'The outer Ethernet header does not count: an MTU is the length of the IP packet.',
            zh: '外层以太网首部不计入：MTU 说的是 IP 包的长度。',
          },
        },
      ],
      hints: [
        { en: 'Which four headers stand in the table of 50 bytes?', zh: '50 字节的那张表里是哪四个首部？' },
      ],
      explanation: {
        en: 'The wrapping costs 50 bytes whatever the size of the wire. With host-gw Pods would get the 9,000.',
        zh: '不管网线多大，外面那层都占 50 字节。用 host-gw 的话，Pod 能拿到 9000。',
      },
    },
    {
      id: 'flanneld-is-stopped',
      kind: 'single',
      concept: 'packets-between-nodes',
      claims: ['flannel-02', 'cross-node-06'],
      question: {
        en: 'On node-1 flanneld ends and is not started again. Nothing else changes. What becomes of the packets from Pods of node-1 to Pods of node-2?',
        zh: 'node-1 上的 flanneld 退出了，没有再启动，别的都没变。node-1 的 Pod 发给 node-2 的 Pod 的数据包会怎样？',
      },
      choices: [
        {
          text: { en: 'They are lost from now on', zh: '从此全部丢失' },
          correct: false,
          misconception: 'flanneld-carries-packets',
          because: {
            en: 'They never passed through flanneld. The kernel wraps them, by tables that are still there.',
            zh: '它们本来就不经过 flanneld。套外层的是内核，用的表还在。',
          },
        },
        {
          text: {
            en: 'They arrive until the lease of node-2 runs out, a day later',
            zh: '一天之后 node-2 的租约到期，在那之前能到',
          },
          correct: false,
          misconception: 'flanneld-carries-packets',
          because: {
            en: 'In Kubernetes leases stand in the Node objects and do not run out. The kernel’s rows have no end either.',
            zh: '在 Kubernetes 里租约写在 Node 对象上，不会到期。内核里的那几行也没有期限。',
          },
        },
        {
          text: { en: 'They arrive as before, by the rows that are there', zh: '和以前一样，照已有的表送到' },
          correct: true,
          because: {
            en: 'Routes, neighbours and FDB stay in the kernel. What is missing is news of nodes that come, go or change.',
            zh: '路由、邻居和 FDB 都留在内核里。少了的是消息：哪些节点来了、走了、变了。',
          },
        },
      ],
      hints: [
        {
          en: 'Was flanneld among the stops of Figure 12.3?',
          zh: '图 12.3 的各站里，有 flanneld 吗？',
        },
      ],
      explanation: {
        en: 'flanneld is a clerk, not a carrier: it writes tables. That is why it may be updated while traffic goes on.',
        zh: 'flanneld 是记账的，不是搬运的：它只写表。所以更新它的时候，流量照常。',
      },
    },
    {
      id: 'tcp-is-open',
      kind: 'single',
      concept: 'cross-node-faults',
      claims: ['cross-node-04'],
      question: {
        en: 'New cluster in a cloud, Flannel with its defaults. All nodes and Pods are Ready. Pods of one node reach each other, Pods of different nodes never do. The firewall admits all TCP between the nodes. What do you look at first?',
        zh: '云上的新集群，Flannel 用默认设置，节点和 Pod 全都就绪。同一节点的 Pod 互通，不同节点的从来不通。防火墙放行了节点之间的全部 TCP。你先看哪里？',
      },
      choices: [
        {
          text: {
            en: 'Whether the firewall admits UDP 8472 as well',
            zh: '防火墙是不是也放行了 UDP 8472',
          },
          correct: true,
          because: {
            en: 'Whatever Pods speak, between nodes it is UDP to port 8472. TCP rules say nothing about it.',
            zh: '不管 Pod 之间说什么，到了节点之间都是发往 8472 的 UDP。TCP 的规则管不到它。',
          },
        },
        {
          text: {
            en: 'The program in the Pods, for the network is open',
            zh: 'Pod 里的程序，网络已经是通的',
          },
          correct: false,
          misconception: 'tcp-between-nodes-is-enough',
          because: {
            en: 'The program answers on its own node. And the network is open for TCP alone.',
            zh: '同一节点上它应答了。而网络只对 TCP 开放。',
          },
        },
        {
          text: {
            en: 'kube-proxy, since Ready nodes carry Pod traffic',
            zh: 'kube-proxy，节点既然就绪，流量就该能过',
          },
          correct: false,
          misconception: 'ready-nodes-carry-pod-traffic',
          because: {
            en: 'Ready is said by kubelets over TCP. No packet of a Pod was tried. kube-proxy has no part in Pod addresses.',
            zh: 'Ready 是 kubelet 通过 TCP 报告的，没有谁拿 Pod 的包试过。Pod 地址也不关 kube-proxy 的事。',
          },
        },
        {
          text: {
            en: 'The routes of the cloud: its routers have to know each Pod',
            zh: '云上的路由：它的路由器得认识每个 Pod',
          },
          correct: false,
          misconception: 'wire-knows-pods',
          because: {
            en: 'With VXLAN they see nodes only. That is what the tunnel is for.',
            zh: '用 VXLAN 时它们只看得到节点，隧道就是为此而设的。',
          },
        },
      ],
      hints: [
        { en: 'Which protocol did the wire see in Figure 12.3?', zh: '图 12.3 里，网线看到的是哪种协议？' },
      ],
      explanation: {
        en: '"Same node works, other node does not" points at what lies between the nodes: UDP 8472 for VXLAN.',
        zh: '“同一节点通，别的节点不通”，指向的是节点之间的东西：对 VXLAN 来说就是 UDP 8472。',
      },
    },
    {
      id: 'two-rows-of-machines',
      kind: 'single',
      concept: 'flannel-backends',
      claims: ['cross-node-01', 'flannel-04'],
      question: {
        en: 'Two rows of machines, each row on one wire, a router between the rows. Within a row no byte is to be wasted, and between rows Pods have to reach each other too. You can’t change the router. What do you set?',
        zh: '两排机器，每排各在一段网线上，两排之间有路由器。同一排之内不想多花一个字节，两排之间的 Pod 也要互通。路由器你改不了。怎么设？',
      },
      choices: [
        {
          text: {
            en: '`host-gw`: the router knows all of the nodes',
            zh: '`host-gw`：路由器认识所有节点',
          },
          correct: false,
          misconception: 'host-gw-goes-through-routers',
          because: {
            en: 'The packet would carry Pod addresses, and of those the router knows nothing. A next hop has to be on the wire.',
            zh: '包里写的是 Pod 地址，路由器并不认识。下一跳必须在同一段网线上。',
          },
        },
        {
          text: { en: '`vxlan` with `DirectRouting`', zh: '`vxlan` 加 `DirectRouting`' },
          correct: true,
          because: {
            en: 'Plain routes within a row, the tunnel between the rows.',
            zh: '同排走普通路由，两排之间走隧道。',
          },
        },
        {
          text: {
            en: '`vxlan` alone, since Pods need an overlay',
            zh: '只用 `vxlan`，Pod 离不开覆盖网络',
          },
          correct: false,
          misconception: 'pod-networks-need-an-overlay',
          because: {
            en: 'It works and wraps every packet, those within a row too.',
            zh: '能用，但每个包都要套一层，同一排之内也不例外。',
          },
        },
        {
          text: {
            en: '`udp`: flanneld finds the way',
            zh: '`udp`：让 flanneld 找路',
          },
          correct: false,
          misconception: 'flanneld-carries-packets',
          because: {
            en: 'It leads every packet through a program. That is for debugging.',
            zh: '它让每个包都经过一个程序，只供调试。',
          },
        },
      ],
      hints: [{ en: 'Try all three in Figure 12.4.', zh: '在图 12.4 里把三种都试一遍。' }],
      explanation: {
        en: 'A route is enough where the next hop is on the same wire. Elsewhere the packet needs wrapping, or routers that know the ranges.',
        zh: '下一跳在同一段网线上时，一条路由就够。否则要么套一层，要么路由器得认识这些网段。',
      },
    },
    {
      id: 'a-policy-and-flannel',
      kind: 'single',
      concept: 'cross-node-faults',
      claims: ['cross-node-06'],
      question: {
        en: 'In a cluster with Flannel alone somebody creates a NetworkPolicy that forbids all traffic to Pod far. What happens to a packet from client to far?',
        zh: '集群里只有 Flannel。有人创建了一个 NetworkPolicy，禁止一切去往 Pod far 的流量。client 发给 far 的包会怎样？',
      },
      choices: [
        {
          text: { en: 'It is dropped on node-2 by flanneld', zh: '在 node-2 上被 flanneld 丢弃' },
          correct: false,
          misconception: 'flannel-enforces-policies',
          because: {
            en: 'flanneld does not read policies, and packets don’t pass through it.',
            zh: 'flanneld 不读这种策略，包也不经过它。',
          },
        },
        {
          text: {
            en: 'There is none: the API server refuses the policy',
            zh: '没有这回事：API 服务器会拒绝这个策略',
          },
          correct: false,
          misconception: 'flannel-enforces-policies',
          because: {
            en: 'The API server takes any valid policy. It does not ask who will enforce it.',
            zh: '策略只要合法，API 服务器就收下，不问由谁执行。',
          },
        },
        {
          text: { en: 'It arrives: nobody enforces the policy', zh: '照样送到：没有谁执行这个策略' },
          correct: true,
          because: {
            en: 'The object is there and has no effect. That takes a policy controller beside flanneld, or another plugin.',
            zh: '对象在那里，但不起作用。要在 flanneld 之外再装策略控制器，或者换一种插件。',
          },
        },
      ],
      hints: [{ en: 'What does flanneld write?', zh: 'flanneld 写的是些什么？' }],
      explanation: {
        en: 'An object in the API is a wish. For NetworkPolicy it is the plugin’s business to fulfil it, and Flannel’s does not.',
        zh: 'API 里的对象是一个愿望。NetworkPolicy 要由插件来实现，而 Flannel 不做。',
      },
    },
    {
      id: 'the-wrong-row',
      kind: 'hotspot',
      concept: 'cross-node-faults',
      claims: ['cross-node-05', 'cross-node-03'],
      question: {
        en: 'node-2 has 192.168.0.12 and the range 10.244.2.0/24, node-3 has 192.168.0.13 and 10.244.3.0/24. No Pod of node-1 reaches a Pod of node-3. Which row of node-1 is to blame?',
        zh: 'node-2 是 192.168.0.12，网段 10.244.2.0/24；node-3 是 192.168.0.13，网段 10.244.3.0/24。node-1 的 Pod 都到不了 node-3 的 Pod。问题在 node-1 的哪一行？',
      },
      source: `10.244.1.0/24 dev cni0 proto kernel scope link src 10.244.1.1
10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink
10.244.3.0/24 via 10.244.3.0 dev flannel.1 onlink
10.244.3.0 lladdr node-3/flannel.1 PERMANENT
node-2/flannel.1 dst 192.168.0.12 self permanent
node-3/flannel.1 dst 192.168.0.12 self permanent`,
      regions: [
        {
          text: { en: 'Line 1, the route to the bridge', zh: '第 1 行，去网桥的路由' },
          lines: [1, 1],
          points: 0,
          misconception: 'docker-gives-pods-their-addresses',
          because: {
            en: 'That is the way to the Pods of node-1 itself. It has nothing to do with node-3.',
            zh: '这是去 node-1 自己的 Pod 的路，和 node-3 无关。',
          },
        },
        {
          text: { en: 'Line 3, the route to node-3’s range', zh: '第 3 行，去 node-3 网段的路由' },
          lines: [3, 3],
          points: 0,
          misconception: 'pod-networks-need-an-overlay',
          because: {
            en: 'The range and the tunnel are right. 10.244.3.0 is the address of flannel.1 on node-3.',
            zh: '网段和隧道都对。10.244.3.0 是 node-3 上 flannel.1 的地址。',
          },
        },
        {
          text: { en: 'Line 5, the FDB entry of node-2', zh: '第 5 行，node-2 的 FDB' },
          lines: [5, 5],
          points: 0,
          misconception: 'one-bad-lease-cuts-everybody',
          because: {
            en: 'It is right, and it concerns node-2 alone.',
            zh: '它是对的，而且只关系到 node-2。',
          },
        },
        {
          text: { en: 'Line 6, the FDB entry of node-3', zh: '第 6 行，node-3 的 FDB' },
          lines: [6, 6],
          points: 1,
          because: {
            en: 'The packet is wrapped for node-2. There nobody has the inner MAC, and it is dropped.',
            zh: '包会套上发往 node-2 的外层。那里没有谁有内层的 MAC，于是被丢弃。',
          },
        },
      ],
      hints: [
        {
          en: 'Go through the three questions for 10.244.3.2: which device, which MAC, which node?',
          zh: '拿 10.244.3.2 依次问那三个问题：哪个设备、哪个 MAC、哪个节点？',
        },
      ],
      explanation: {
        en: 'Each remote node has its three rows, and a fault in one of them cuts off that node alone.',
        zh: '每个远端节点有自己的三行，哪一行错了，断的只是那个节点。',
      },
    },
    {
      id: 'ping-and-no-dns',
      kind: 'single',
      concept: 'cross-node-faults',
      claims: ['cross-node-04'],
      question: {
        en: 'A Pod pings the Pods of CoreDNS on another node with success. Its DNS questions to the same addresses get no answer. CoreDNS answers Pods of its own node. What is the likely cause?',
        zh: '一个 Pod 能 ping 通另一个节点上的 CoreDNS Pod，发往同样地址的 DNS 查询却没有应答。CoreDNS 会应答自己节点上的 Pod。最可能的原因是什么？',
      },
      choices: [
        {
          text: {
            en: 'CoreDNS is broken and must be restarted',
            zh: 'CoreDNS 坏了，要重启',
          },
          correct: false,
          misconception: 'silent-dns-is-a-dns-fault',
          because: {
            en: 'It answers on its own node. A restart changes nothing between the nodes.',
            zh: '它在自己的节点上会应答。重启改变不了节点之间的事。',
          },
        },
        {
          text: {
            en: 'The tunnel’s port is shut',
            zh: '隧道的端口被封了',
          },
          correct: false,
          misconception: 'ping-goes-beside-the-tunnel',
          because: {
            en: 'Then ping would fail as well: it goes through the same tunnel.',
            zh: '那样 ping 也不会通：它走的是同一条隧道。',
          },
        },
        {
          text: {
            en: 'Checksums that the card should fill in inside the tunnel',
            zh: '隧道里该由网卡填的校验和没有填',
          },
          correct: true,
          because: {
            en: 'The packets arrive with a wrong checksum and are thrown away. Ping has no UDP checksum.',
            zh: '包到了，但校验和不对，被丢弃。ping 没有 UDP 校验和。',
          },
        },
        {
          text: {
            en: 'TCP is blocked between the nodes by a firewall',
            zh: '节点之间的 TCP 被防火墙挡住了',
          },
          correct: false,
          misconception: 'tcp-between-nodes-is-enough',
          because: {
            en: 'No TCP is seen between the nodes, whatever Pods speak. And ping arrives.',
            zh: '不管 Pod 说什么，节点之间看到的都不是 TCP。何况 ping 是通的。',
          },
        },
      ],
      hints: [
        {
          en: 'Both go through the tunnel. What has a UDP packet that an echo request has not?',
          zh: '两者都走隧道。UDP 包有什么是 echo 请求没有的？',
        },
      ],
      explanation: {
        en: 'If small ICMP arrives and UDP does not, look at checksum offload on `flannel.1` before you look at DNS.',
        zh: '小的 ICMP 到得了，UDP 到不了，先看 `flannel.1` 的校验和卸载，再看 DNS。',
      },
    },
    {
      id: 'flannel-today',
      kind: 'multiple',
      concept: 'pod-subnets',
      claims: ['flannel-01', 'flannel-02', 'flannel-03', 'cross-node-02', 'cross-node-03'],
      question: {
        en: 'Which of these hold for a cluster of today with Flannel and its usual plugins?',
        zh: '今天的集群，用 Flannel 和它常用的插件。下面哪些成立？',
      },
      choices: [
        {
          text: { en: 'Pods hang on the bridge docker0', zh: 'Pod 接在网桥 docker0 上' },
          correct: false,
          misconception: 'docker-gives-pods-their-addresses',
          because: {
            en: 'The bridge is called `cni0`. Docker need not be on the node.',
            zh: '网桥叫 `cni0`。节点上不必有 Docker。',
          },
        },
        {
          text: {
            en: 'Each node has a range of its own for its Pods',
            zh: '每个节点有自己的一段 Pod 地址',
          },
          correct: true,
          because: {
            en: 'It stands in `spec.podCIDR` of its Node object, usually a /24.',
            zh: '写在 Node 对象的 `spec.podCIDR` 里，通常是 /24。',
          },
        },
        {
          text: {
            en: 'A new Pod gets the next address that is free in the whole cluster',
            zh: '新的 Pod 得到全集群下一个空闲的地址',
          },
          correct: false,
          misconception: 'pod-addresses-come-from-one-pool',
          because: {
            en: 'The plugin on its node takes one out of the node’s range and asks nobody.',
            zh: '节点上的插件从本节点那一段里取一个，不问任何人。',
          },
        },
        {
          text: {
            en: 'The range of the Pods may overlap that of the nodes',
            zh: 'Pod 的网段可以和节点的网段重叠',
          },
          correct: false,
          misconception: 'wrapping-translates-addresses',
          because: {
            en: 'Nothing is translated between the two, so a route has to tell them apart by the address.',
            zh: '两者之间不做转换，路由要靠地址本身把它们分开。',
          },
        },
        {
          text: { en: 'It began at CoreOS', zh: '它诞生于 CoreOS' },
          correct: true,
          because: {
            en: 'In July 2014. Today a community keeps it.',
            zh: '2014 年 7 月。今天由社区维护。',
          },
        },
      ],
      hints: [
        {
          en: 'Look at the first table of the lesson, the one of the Node objects.',
          zh: '看这一课的第一张表，Node 对象的那张。',
        },
      ],
      explanation: {
        en: 'The notes are right about the idea, and speak of Docker where today a Pod and a plugin stand.',
        zh: '笔记的思路是对的，只是说到 Docker 的地方，今天是 Pod 和插件。',
      },
    },
    {
      id: 'find-the-wrong-address',
      kind: 'lab',
      concept: 'pod-subnets',
      claims: ['cross-node-05'],
      lab: 'find-the-wrong-address',
      question: {
        en: 'Make far on node-2 answer client again, and cut off nobody else.',
        zh: '让 node-2 上的 far 重新应答 client，别的 Pod 一个也不断开。',
      },
      hints: [
        {
          en: 'Which node’s own words about itself do the others read?',
          zh: '别的节点读的，是哪个节点关于自己的说法？',
        },
      ],
      explanation: {
        en: 'The lease of node-2 stands in its annotation. The other flannelds read the new address and replace their FDB entry at once.',
        zh: 'node-2 的租约写在它的注解里。别的 flanneld 读到新地址，马上替换自己的那条 FDB。',
      },
    },
  ],
});
