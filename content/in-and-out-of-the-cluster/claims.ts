import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'pod-to-internet-01',
    quote: {
      en: 'From a Pod to the internet: the Pod sends a request, the routing table is looked up, and the packet is forwarded to the card of the host.',
      zh: 'Pod到外网：Pod向外网发送请求，查找路由表，转发数据包到宿主机的网卡',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'There are two tables: the Pod’s own leads to its gateway (`cni0` with a bridge), the node’s to the device towards the outside. Forwarding must be on, and the chain FORWARD must let the packet pass; Flannel adds rules that do.',
      zh: '要查两张表：Pod 自己的路由表指向它的网关（用网桥时就是 `cni0`），节点的路由表再指向对外的设备。转发要开着，FORWARD 链也要放行，Flannel 会加上放行的规则。',
    },
    source:
      'flannel-io/cni-plugin flannel_linux.go (isGateway); flannel-io/flannel Documentation/kube-flannel.yml (isDefaultGateway), Documentation/configuration.md (--iptables-forward-rules)',
  },
  {
    id: 'pod-to-internet-02',
    quote: {
      en: 'When the card of the host has finished choosing the route, iptables performs Masquerade.',
      zh: '宿主机网卡完成路由选择后，iptables执行Masquerade',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'The order is right, the actor is not: the node’s kernel chooses the route, not the card. The rule is in nat POSTROUTING and comes from the network add-on (flanneld `--ip-masq`, `ipMasq` of the bridge plugin) or from ip-masq-agent. Destinations in the cluster are spared.',
      zh: '先后没错，主语不对：选路的是节点的内核，不是网卡。规则在 nat 表的 POSTROUTING，由网络插件（flanneld 的 `--ip-masq`、bridge 插件的 `ipMasq`）或 ip-masq-agent 写入。目的地在集群之内的不做伪装。',
    },
    source:
      'flannel-io/flannel pkg/trafficmngr/iptables/iptables.go; flannel-io/cni-plugin flannel_linux.go (ipMasq); kubernetes-sigs/ip-masq-agent README.md',
  },
  {
    id: 'pod-to-internet-03',
    quote: {
      en: 'The source IP is changed to the IP of the host’s card.',
      zh: '把源IP更改为宿主机网卡的IP',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It becomes the address of the device by which the packet leaves, and as a rule the port changes too (`--random-fully`). Replies are rewritten back from memory. For destinations that are spared, and in networks that route Pods themselves, the Pod’s address stays.',
      zh: '改成的是数据包离开时所用设备的地址，端口通常也一起变（`--random-fully`）。应答按记录改回来。对免于伪装的目的地，以及自己就能路由到 Pod 的网络，Pod 的地址保持不变。',
    },
    source:
      'flannel-io/flannel pkg/trafficmngr/iptables/iptables.go (MASQUERADE --random-fully); kubernetes-sigs/ip-masq-agent README.md',
  },
  {
    id: 'pod-to-internet-04',
    quote: {
      en: 'Then the request is sent to the server on the internet.',
      zh: '然后向外网服务器发送请求',
    },
    verdict: 'holds',
    today: {
      en: 'The server sees the node, or whatever rewrites after it: a home router, a NAT gateway of the cloud. A NetworkPolicy for egress can stop the packet before all that, if something in the cluster enforces policies.',
      zh: '服务器看到的是节点，或者之后又改写了一次的设备：家里的路由器、云上的 NAT 网关。如果集群里有组件执行 NetworkPolicy，出站策略可以在这之前就把包拦下。',
    },
    source: 'kubernetes-sigs/ip-masq-agent README.md; flannel-io/flannel Documentation/netpol.md',
  },
  {
    id: 'internet-to-pod-01',
    quote: {
      en: 'Access to a Pod from outside: Service',
      zh: '外网访问Pod：Service',
    },
    verdict: 'cut-off',
    today: {
      en: 'Not through each Service: a ClusterIP is unknown outside. NodePort opens 30000 to 32767 on every node, LoadBalancer adds an address that a controller gives, and for HTTP there is the Gateway API (Ingress works on, frozen). `externalTrafficPolicy: Local` keeps the caller’s address.',
      zh: '不是任何 Service 都行：ClusterIP 在外面没有人认识。NodePort 在每个节点上开一个 30000 到 32767 的端口，LoadBalancer 再加一个由控制器给的地址，HTTP 则用 Gateway API（Ingress 还能用，但已冻结）。`externalTrafficPolicy: Local` 会保留来访者的地址。',
    },
    source:
      'kubernetes/api core/v1/types.go (v0.36.3, ServiceSpec.Type, ExternalTrafficPolicy); KEP-3668 README; kubernetes/website content/en/blog/_posts/2025/2025-11-12-ingress-nginx-retirement.md',
  },
]);
