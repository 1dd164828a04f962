import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'statefulset-15',
    quote: {
      en: 'Example of ordered deployment and ordered reclaim: nginx sends requests to Apache, and Apache queries data in MySQL.',
      zh: '有序部署和有序回收的案例：nginx将请求打到Apache，Apache再请求mysql中的数据',
    },
    verdict: 'wrong',
    today: {
      en: 'The order of a StatefulSet is one between its own replicas, copies of a single template. nginx, Apache and MySQL are three apps, so three workload objects, and no controller looks from one of them to another.',
      zh: 'StatefulSet 的顺序只存在于自己的副本之间，而副本都出自同一个模板。nginx、Apache、MySQL 是三个应用，就是三个工作负载对象，没有哪个控制器会从这一个看到那一个。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3: one Template per StatefulSetSpec, ordinals within the set); kubernetes/website statefulset.md',
  },
  {
    id: 'statefulset-16',
    quote: {
      en: 'When starting the services, MySQL has to start first, then Apache, and nginx last.',
      zh: '启动服务时，需要先启mysql、再启Apache、最后启nginx',
    },
    verdict: 'wrong',
    today: {
      en: 'Kubernetes neither asks for such an order nor keeps one; nothing like `depends_on` exists. Apply everything at once. Programs try again, readiness probes keep traffic away until they can serve, an init container may wait, and a tool outside may go step by step.',
      zh: 'Kubernetes 既不要求也不维持这样的次序，没有 `depends_on` 之类的字段。全部一次创建就行：程序自己重试，就绪探针在能服务之前挡住流量，Init 容器可以等，外部工具也可以一步步来。',
    },
    source:
      'kubernetes/api core/v1/types.go (v0.36.3, InitContainers: order inside one Pod only); gardener.cloud/docs/guides/applications/container-startup and baeldung.com/ops/kubernetes-configure-order-pod-initialization',
  },
  {
    id: 'statefulset-17',
    quote: {
      en: 'When deleting the services, the order is exactly reversed.',
      zh: '删除服务时顺序正好相反',
    },
    verdict: 'wrong',
    today: {
      en: 'There is no reverse order between workloads. Deletions run side by side, each from the moment at which it was asked for. Where the end needs an order, scale the tiers to 0 one after another; grace periods (30 s by default) and preStop hooks do the rest.',
      zh: '工作负载之间没有什么逆序。删除从提出的那一刻起各自进行，互不等待。结束也要讲次序的话，就逐层缩到 0；剩下的交给宽限期（默认 30 秒）和 preStop 回调。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/pods/pod-lifecycle.md (@3842a284, graceful termination default 30 s); kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go (order applied inside one set only)',
  },
  {
    id: 'worked-example-01',
    quote: {
      en: 'Suppose we have this cluster: LVS load balancing, 3 Squid machines, 3 Apache machines, 1 MySQL machine.',
      zh: '例如我们有如下集群：\nLVS 负载均衡\nSQUID 3台\nApache 3台\nMySQL 1台',
    },
    verdict: 'holds',
    today: {
      en: 'A premise, and a good one. Machines become Pods, each tier becomes one workload object and one Service, and tiers find each other by the names of Services, not by addresses of machines.',
      zh: '这是前提，而且是个好前提。机器变成 Pod，每一层变成一个工作负载对象加一个 Service，层与层之间靠 Service 的名字相认，不再靠机器的地址。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/services-networking/service.md (@7f1bc248, "Motivation")',
  },
  {
    id: 'worked-example-02',
    quote: {
      en: 'When deploying on Kubernetes, MySQL needs one Pod.',
      zh: '在k8s上部署时，MySQL需要一个Pod',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'One Pod, but not one without an owner: a StatefulSet of 1 with a claim template and a headless Service, or a Deployment of 1 with strategy Recreate and a claim. More replicas are not MySQL replication.',
      zh: '是一个 Pod，但不能没有属主：用 1 个副本的 StatefulSet，带申领模板和无头服务；或者 1 个副本的 Deployment，策略为 Recreate，挂一个 PVC。加副本数并不等于 MySQL 的主从复制。',
    },
    source:
      'kubernetes/website content/en/docs/tasks/run-application/run-single-instance-stateful-application.md; kubernetes/api apps/v1/types.go (v0.36.3)',
  },
  {
    id: 'worked-example-03',
    quote: {
      en: 'For the 3 Apaches, create one Deployment and set its replica count to 3.',
      zh: 'Apache 3台，可以通过创建一个Deployment，设置其副本数为3',
    },
    verdict: 'holds',
    today: {
      en: 'The right controller for web servers that are all alike: `replicas: 3`, and a Service in front. Three replicas may share a node, though; spreading them for certain takes topology spread constraints or anti-affinity.',
      zh: '对一模一样的 Web 服务器，这正是合适的控制器：`replicas: 3`，前面放一个 Service。不过三个副本可能落在同一个节点，要确保分开，得写拓扑分布约束或反亲和性。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, DeploymentSpec); kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d)',
  },
  {
    id: 'worked-example-04',
    quote: {
      en: 'The 3 Squids are handled the same way.',
      zh: 'SQUID 3台同理',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'So it is, if a cache may be lost with its Pod and any Squid may serve any visitor. Where each one has to keep its own disk cache, or needs a name that its peers know, take a StatefulSet with claim templates.',
      zh: '只要缓存可以随 Pod 一起丢，任何一个 Squid 都能服务任何访客，就是这样。如果每个都要保住自己的磁盘缓存，或者要有一个同伴认得的名字，就用带申领模板的 StatefulSet。',
    },
    source:
      'kubernetes/website statefulset.md ("Using StatefulSets"); the choice for Squid is reasoned from that page',
  },
  {
    id: 'worked-example-05',
    quote: {
      en: 'The LVS part is taken care of by the cluster itself.',
      zh: 'LVS靠集群本身',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'A Service balances at layer 4, so no LVS machine is needed. But it is not LVS: kube-proxy writes iptables rules, or nftables if you choose. Only its ipvs mode used the LVS module, and that is deprecated since v1.35. Visitors from outside still need NodePort, LoadBalancer or a Gateway.',
      zh: 'Service 自带四层负载均衡，所以不需要 LVS 机器。但那不是 LVS：kube-proxy 写的是 iptables 规则，也可以选 nftables；只有 ipvs 模式用到 LVS 的内核模块，而它从 v1.35 起已弃用。外面的访客仍然要走 NodePort、LoadBalancer 或 Gateway。',
    },
    source:
      'kubernetes/kube-proxy config/v1alpha1/types.go (v0.36.3, ProxyMode); kubernetes/website content/en/docs/reference/networking/virtual-ips.md; KEP-5495',
  },
]);
