import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'cross-node-01',
    quote: {
      en: 'Communication between the Pods: an overlay network.',
      zh: '各Pod之间的通信：Overlay Network',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'An overlay is one way and not the definition. VXLAN is Flannel’s default; host-gw and the networks of many clouds use plain routes, and Pods of one node need neither.',
      zh: '覆盖网络只是办法之一，不是定义。Flannel 默认用 VXLAN；host-gw 和许多云上的网络用的是普通路由；同一节点上的 Pod 两者都不需要。',
    },
    source:
      'flannel-io/flannel Documentation/backends.md (Aug 2026); docs.cloud.google.com routes-based-cluster page',
  },
  {
    id: 'cross-node-02',
    quote: {
      en: 'Communication between Pods falls into cases: Pod1 and Pod2 are not on the same machine; a Pod’s address is in the same subnet as docker0.',
      zh: '各Pod之间通信分为：\nPod1与Pod2不在同一台机器，Pod的地址时与docker0在同一个网段的',
    },
    verdict: 'outdated',
    today: {
      en: 'docker0 has no part in the traffic of Pods. With Flannel’s usual plugins the bridge is `cni0`, and a Pod’s address comes from the range of its node, such as 10.244.1.0/24. Other plugins use no bridge.',
      zh: 'docker0 和 Pod 的流量无关。用 Flannel 常用的那套插件，网桥是 `cni0`，Pod 的地址出自节点的那一段，例如 10.244.1.0/24。别的插件可能根本不用网桥。',
    },
    source:
      'containernetworking/plugins plugins/main/bridge/bridge.go (defaultBrName = "cni0", v1.9.1 era); flannel-io/cni-plugin flannel_linux.go (delegate type bridge, host-local); KEP-2221',
  },
  {
    id: 'cross-node-03',
    quote: {
      en: 'But the subnet of docker0 and the host’s network card are two entirely different IP subnets.',
      zh: '但docker0网段与宿主机网卡是两个完全不同的IP网段',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Read `cni0` for docker0. The Pods’ range must not overlap the network of the nodes. Only where a cloud gives Pods addresses of its own network is there no such line.',
      zh: '把 docker0 读作 `cni0`。Pod 的网段不能和节点的网络重叠。只有云直接把自家网络的地址分给 Pod 时，才没有这条界线。',
    },
    source:
      'kubeadm create-cluster page (Pod network must not overlap host networks); containernetworking/plugins plugins/main/bridge/bridge.go; docs.cloud.google.com routes-based-cluster page',
  },
  {
    id: 'cross-node-04',
    quote: {
      en: 'And communication between different nodes can only go by the hosts’ physical network cards.',
      zh: '并且不同Node之间的通信只能通过宿主机物理网卡进行',
    },
    verdict: 'holds',
    today: {
      en: 'It leaves by the node’s own card: inside UDP between the nodes’ addresses (port 8472 on Linux), or routed as it is with host-gw. A firewall between nodes has to let that through.',
      zh: '数据包从节点自己的网卡出去：要么装在节点地址之间的 UDP 里（Linux 上是端口 8472），要么像 host-gw 那样原样路由。节点之间的防火墙必须放行。',
    },
    source:
      'flannel-io/flannel Documentation/backends.md (Aug 2026); pkg/backend/hostgw/hostgw.go; flannel issue #871 (UDP blocked by a security group)',
  },
  {
    id: 'cross-node-05',
    quote: {
      en: 'Associate the Pod’s IP with the IP of the node it is on, and through this association let Pods reach each other.',
      zh: '将Pod的IP和所在Node的IP关联起来，通过这个关联让Pod之间互相访问',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'The idea is right; the association is one for each node, not for each Pod. flanneld reads the range and the address of every Node object and writes, for each remote node, a route, a neighbour and an FDB entry, with host-gw the route alone.',
      zh: '思路是对的，但关联是每个节点一份，不是每个 Pod 一份。flanneld 从每个 Node 对象读出网段和地址，为每个远端节点写一条路由、一条邻居、一条 FDB；host-gw 只写路由。',
    },
    source:
      'flannel-io/flannel pkg/backend/vxlan/vxlan.go (design notes), pkg/backend/hostgw/hostgw.go, pkg/subnet/kube/kube.go (Node.Spec.PodCIDR); kubernetes/api core/v1/types.go (v0.36.3, NodeSpec.PodCIDR)',
  },
  {
    id: 'cross-node-06',
    quote: {
      en: 'Flannel is the technology that does this.',
      zh: 'Flannel就是实现该功能的技术',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It is one of many plugins that do. flanneld only brings packets from node to node; NetworkPolicy needs a further controller.',
      zh: '它是能做这件事的众多插件之一。flanneld 只负责让数据包从节点到节点；NetworkPolicy 需要另外的控制器。',
    },
    source: 'flannel-io/flannel README.md and Documentation/netpol.md (Aug 2026)',
  },
  {
    id: 'flannel-01',
    quote: {
      en: 'Flannel was designed by the CoreOS team for Kubernetes.',
      zh: 'Flannel是CoreOS团队针对k8s设计的',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'The origin is right: CoreOS, July 2014. It has long been kept by a community under flannel-io, and runs without Kubernetes too, with etcd.',
      zh: '出身没错：CoreOS，2014 年 7 月。如今它早已由 flannel-io 社区维护，也可以不用 Kubernetes，配合 etcd 使用。',
    },
    source:
      'flannel-io/flannel git history (first commit 2014-07-10), README.md at v0.1.0, NOTICE at v0.5.0, OWNERS and README.md at Aug 2026',
  },
  {
    id: 'flannel-02',
    quote: {
      en: '... a network planning service.',
      zh: '的一个网络规划服务',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'That describes half of it: each node has one range out of the cluster’s, a /24 by default, and the leases are kept in the Kubernetes API or in etcd. The other half writes routes, and rules for packets that leave the Pod network.',
      zh: '这说的是它的一半：每个节点从集群网段里得到一段，默认是 /24，租约存在 Kubernetes API 或 etcd 里。另一半则去写路由，还有数据包离开 Pod 网络时用的规则。',
    },
    source: 'flannel-io/flannel Documentation/configuration.md and README.md (Aug 2026)',
  },
  {
    id: 'flannel-03',
    quote: {
      en: 'Its function is to give the Docker containers created on the different hosts of the cluster virtual IP addresses that are unique in the whole cluster.',
      zh: '它的功能是让集群中的不同节点主机创建的Docker容器都具有全集群唯一的虚拟IP地址',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'True of Pods: an address belongs to a Pod, its containers share it, and no Docker is needed. Each node has its own range; the plugin host-local picks the address out of it.',
      zh: '说的若是 Pod，结论成立：地址属于 Pod，容器共用，也不需要 Docker。每个节点有自己的一段，具体哪个地址由 host-local 插件来挑。',
    },
    source:
      'flannel-io/flannel README.md ("does not control how containers are networked to the host"); flannel-io/cni-plugin README.md and flannel_linux.go (host-local)',
  },
  {
    id: 'flannel-04',
    quote: {
      en: 'And it can also build an overlay network between these IP addresses.',
      zh: '而且它还能在这些IP地址之间建立一个覆盖网络（Overlay Network）',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'With `vxlan` (the default: in the kernel, network number 1, UDP 8472) or `wireguard` (encrypted) it does. `host-gw` has routes alone and needs nodes on one wire; `udp` is for debugging.',
      zh: '用 `vxlan`（默认：在内核里，网络编号 1，UDP 8472）或 `wireguard`（加密）是这样。`host-gw` 只有路由，要求节点在同一段网线上；`udp` 只供调试。',
    },
    source: 'flannel-io/flannel Documentation/backends.md and Documentation/kube-flannel.yml (Aug 2026)',
  },
  {
    id: 'flannel-05',
    quote: {
      en: 'Through this overlay network the packet is passed on to the target container as it is.',
      zh: '通过这个覆盖网络，将数据包原封不动地传递到目标容器内',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'The inner packet keeps its two Pod addresses: nothing is translated between Pods. Its TTL falls. The wrapping takes 50 bytes, so of the 1,500 that a wire takes, 1,450 are left for a Pod.',
      zh: '内层数据包的两个 Pod 地址不变，Pod 之间不做转换；变小的是 TTL。外面这层占 50 字节，所以网线能走 1500 时，留给 Pod 的是 1450。',
    },
    source:
      'flannel-io/flannel pkg/backend/vxlan/vxlan_network.go (encapOverhead = 50), Documentation/running.md (FLANNEL_MTU=1450), pkg/trafficmngr/iptables/iptables.go (Pod-to-Pod traffic returns before MASQUERADE)',
  },
]);
