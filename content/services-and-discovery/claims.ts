import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'service-discovery-01',
    quote: {
      en: 'A Service collects Pods on the condition of the labels that were put on them, as described above.',
      zh: 'Service收集Pod是通过上面提到的给Pod打的标签作为条件收集的',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Its selector knows equality alone and looks in its own namespace. A controller writes the Pods into EndpointSlices as ready, serving, terminating; normally only ready ones get traffic. A Service without a selector is filled by hand, and the older Endpoints object is deprecated since v1.33.',
      zh: '它的选择算符只认等值，只看自己的名字空间。控制器把 Pod 写进 EndpointSlice，标明 ready、serving、terminating，通常只有 ready 的才有流量。没有选择算符的 Service 要手工填写；旧的 Endpoints 对象从 v1.33 起弃用。',
    },
    source:
      'kubernetes/api core/v1/types.go (v0.36.3, ServiceSpec.Selector, PublishNotReadyAddresses) and discovery/v1/types.go (EndpointConditions); KEP-4974; KEP-0752',
  },
  {
    id: 'service-discovery-02',
    quote: {
      en: 'That a Service collects Pods is what we call service discovery.',
      zh: '我们把Service收集Pod的过程称为服务发现',
    },
    verdict: 'wrong',
    today: {
      en: 'Collecting Pods is the selection of endpoints. Service discovery is on the other side: a client finds a Service, by its DNS name (`web.default.svc.cluster.local`) or by the variables `WEB_SERVICE_HOST` and `WEB_SERVICE_PORT`, which exist only for Services that were there before the container.',
      zh: '收集 Pod 是在选择端点。服务发现是另一头的事：客户端找到 Service，靠 DNS 名（`web.default.svc.cluster.local`），或者靠变量 `WEB_SERVICE_HOST` 和 `WEB_SERVICE_PORT`；只有先于容器存在的 Service 才有这些变量。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/services-networking/service.md (@7f1bc248, "Discovering services")',
  },
  {
    id: 'pod-to-service-01',
    quote: {
      en: 'Between Pods and Services: the iptables rules of each node.',
      zh: 'Pod与Service之间的通信：各节点的Iptables规则',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'True of most clusters, since iptables is still the default of kube-proxy on Linux. With nftables (stable since v1.33) the rules are of another kind, and some network plugins do without kube-proxy.',
      zh: '对多数集群成立，因为 iptables 仍是 kube-proxy 在 Linux 上的默认模式。用 nftables（v1.33 起稳定）时是另一种规则，也有网络插件完全不用 kube-proxy。',
    },
    source:
      'kubernetes/kube-proxy config/v1alpha1/types.go (v0.36.3, ProxyMode); KEP-3866; KEP-5495; kubernetes/website content/en/docs/reference/networking/virtual-ips.md',
  },
  {
    id: 'pod-to-service-02',
    quote: {
      en: 'The network from Pod to Service is at present maintained and forwarded by iptables alone, for performance.',
      zh: 'Pod至Service的网络：目前基于性能考虑，全部为iptables维护和转发',
    },
    verdict: 'outdated',
    today: {
      en: 'That was said against the mode userspace, which is gone since v1.26. Today iptables is the mode whose rules grow with the Services, and nftables was made for that reason. kube-proxy maintains the rules, and the kernel forwards.',
      zh: '这是相对 userspace 模式说的，它在 v1.26 已经移除。如今规则随 Service 变多的恰恰是 iptables 模式，nftables 正是为此而来。维护规则的是 kube-proxy，转发的是内核。',
    },
    source:
      'KEP-3866 README (motivation); kubernetes/kube-proxy config/v1alpha1/types.go (v0.36.3); kubernetes/website content/en/docs/reference/networking/virtual-ips.md',
  },
  {
    id: 'pod-to-service-03',
    quote: { en: 'The newer version forwards by LVS.', zh: '新版的是基于LVS转发的' },
    verdict: 'outdated',
    today: {
      en: 'The mode ipvs, which uses the module of LVS, became stable in v1.11 and never the default. It is deprecated since v1.35, to be off by default in v1.40 and removed in v1.43. What follows is nftables: KEP-5343 is to make it the default.',
      zh: 'ipvs 模式用的是 LVS 的内核模块，v1.11 稳定，从来不是默认。v1.35 起弃用，计划 v1.40 默认关闭，v1.43 移除。接替它的是 nftables，KEP-5343 打算把它设为默认。',
    },
    source:
      'KEP-265 (stable v1.11); KEP-5495 README (graduation stages); KEP-3866 (stable v1.33); KEP-5343; kubernetes/website pull request 56355',
  },
]);
