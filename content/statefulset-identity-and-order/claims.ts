import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'statefulset-03',
    quote: {
      en: 'Use case 1: stable persistent storage, i.e. after a Pod is rescheduled it can still reach the same persisted data.',
      zh: '1、稳定的持久化存储，即Pod重新调度后还是能访问到相同的持久化数据',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'A Pod is never moved. What comes back is a new Pod under the old name, with a new UID, and it mounts the same claim. It can only start where that volume can be attached, and if the node falls silent it is not made before the old Pod is known to be gone.',
      zh: 'Pod 从不搬家。回来的是一个沿用旧名字的新 Pod，UID 是新的，挂载的还是同一个 PVC。它只能在这个卷挂得上的地方启动；节点失联时，要等确认旧 Pod 已经消失，才会创建它。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/pods/pod-lifecycle.md (@3842a284: a Pod is never rescheduled, only replaced); kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go (waits while a Pod is terminating); statefulset.md ("Stable Storage")',
  },
  {
    id: 'statefulset-04',
    quote: {
      en: 'This is implemented with PVCs.',
      zh: '基于PVC来实现',
    },
    verdict: 'holds',
    today: {
      en: 'Each entry of `volumeClaimTemplates` gives each Pod its own claim, named template, set, ordinal: `data-web-0`. Claims outlive scaling down and deletion unless `persistentVolumeClaimRetentionPolicy` says Delete (stable since v1.32).',
      zh: '`volumeClaimTemplates` 里的每一项都为每个 Pod 生成一个 PVC，名字由模板名、StatefulSet 名和序号组成，例如 `data-web-0`。缩容和删除之后 PVC 默认保留，除非 `persistentVolumeClaimRetentionPolicy` 设为 Delete（v1.32 起稳定）。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, VolumeClaimTemplates, PersistentVolumeClaimRetentionPolicy); KEP-1847 (stable v1.32); getPersistentVolumeClaimName in stateful_set_utils.go',
  },
  {
    id: 'statefulset-05',
    quote: {
      en: 'Use case 2: stable network identity, i.e. the Pod name and hostname stay the same after rescheduling.',
      zh: '2、稳定的网络标志，即Pod重新调度后其PodName和HostName不变',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Name and hostname stay: set name, hyphen, ordinal. The IP address and the UID do not. So clients should use the DNS name, and expect that a "no such name" may be remembered for some time (30 s in CoreDNS).',
      zh: '不变的是 Pod 名和主机名：StatefulSet 名、连字符、序号。变的是 IP 地址和 UID。客户端应当用 DNS 名字访问，并且知道“查无此名”的答复会被缓存一阵（CoreDNS 为 30 秒）。',
    },
    source:
      'kubernetes/website statefulset.md ("Stable Network ID"); kubernetes/api apps/v1/types.go (v0.36.3, template comment)',
  },
  {
    id: 'statefulset-06',
    quote: {
      en: 'This is implemented with a headless Service.',
      zh: '基于Headless Service（即没有Cluster IP的Service）来实现',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'The name itself comes from the StatefulSet controller. The headless Service that `spec.serviceName` points to adds a DNS record for each Pod. Nobody creates that Service for you, and the field is optional today.',
      zh: '名字本身来自 StatefulSet 控制器；`spec.serviceName` 指向的 Headless Service 为每个 Pod 增加一条 DNS 记录。这个 Service 要你自己创建，而且如今这个字段是可选的。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, ServiceName +optional); kubernetes/website statefulset.md ("Limitations")',
  },
  {
    id: 'statefulset-07',
    quote: {
      en: 'A headless Service is a Service without a cluster IP.',
      zh: '即没有Cluster IP的Service',
    },
    verdict: 'holds',
    today: {
      en: 'You write `clusterIP: None`. There is then no virtual address and no proxy in between: DNS answers with the addresses of the endpoints.',
      zh: '写法是 `clusterIP: None`。这样就没有虚拟 IP，中间也没有代理：DNS 直接返回各个端点的地址。',
    },
    source: 'kubernetes/api core/v1/types.go (v0.36.3, ServiceSpec.ClusterIP)',
  },
  {
    id: 'statefulset-08',
    quote: {
      en: 'Use case 3: ordered deployment and ordered scaling: Pods have an order, and deployment or scaling proceeds one by one in that order.',
      zh: '3、有序部署，有序扩展，即Pod是有顺序的，在部署或者扩展时要根据定义的顺序依次进行',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'That is `OrderedReady`, the default of `podManagementPolicy`. `Parallel` starts and removes all Pods at once, and keeps their identities. A rolling update goes the other way, from the highest ordinal down.',
      zh: '这说的是 `podManagementPolicy` 的默认值 `OrderedReady`。换成 `Parallel`，所有 Pod 同时启动、同时删除，身份照样保留。滚动更新的方向相反，从最大的序号往下走。',
    },
    source: 'kubernetes/api apps/v1/types.go (v0.36.3, PodManagementPolicyType)',
  },
  {
    id: 'statefulset-09',
    quote: {
      en: 'That is, from 0 to N-1.',
      zh: '即从0到N-1',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'By default. With `spec.ordinals.start` (stable since v1.31) the count begins elsewhere: from start to start + N - 1. The Pod carries its number in the label `apps.kubernetes.io/pod-index`.',
      zh: '默认如此。设了 `spec.ordinals.start`（v1.31 起稳定），就从 start 数到 start + N - 1。每个 Pod 的序号写在标签 `apps.kubernetes.io/pod-index` 里。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, StatefulSetOrdinals, PodIndexLabel); KEP-3335 (stable v1.31); KEP-4017 (stable v1.32)',
  },
  {
    id: 'statefulset-10',
    quote: {
      en: 'Before the next Pod runs, all previous Pods must be Running and Ready.',
      zh: '在下一个Pod运行之前所有之前的Pod必须都是Running和Ready状态',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Under `OrderedReady`, yes. With `minReadySeconds` above 0 the predecessor must even be Available: Ready for that long. One Pod that never gets there holds up every higher ordinal, and putting the old template back does not free it; the Pod has to be deleted.',
      zh: '在 `OrderedReady` 下成立。`minReadySeconds` 大于 0 时还要更严：前一个 Pod 必须 Available，也就是已经就绪满这么久。只要有一个 Pod 始终到不了，后面的序号就全部停住；把模板改回去也没用，必须删掉那个 Pod。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go (processReplica); kubernetes/kubernetes issue #67250; KEP-3541',
  },
  {
    id: 'statefulset-11',
    quote: {
      en: 'The ordering is implemented with init containers.',
      zh: '基于init containers来实现',
    },
    verdict: 'wrong',
    today: {
      en: 'Init containers order the steps inside one Pod. Between Pods it is the StatefulSet controller that keeps the order: it does not make the next one until the previous one is Running, Ready and Available.',
      zh: 'Init 容器只管一个 Pod 内部的先后。Pod 之间的顺序由 StatefulSet 控制器来守：前一个 Pod 运行、就绪并且 Available 之前，它不会创建下一个。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go (processReplica, monotonic = !allowsBurst(set)); kubernetes/api apps/v1/types.go (PodManagementPolicy) and core/v1/types.go (InitContainers), v0.36.3',
  },
  {
    id: 'statefulset-12',
    quote: {
      en: 'Use case 4: ordered scale-down.',
      zh: '4、有序收缩',
    },
    verdict: 'holds',
    today: {
      en: 'The highest ordinal goes first, and the next one only when it is gone entirely. Under `OrderedReady` the Pods that remain below must also be Running and Ready, or the scale-down waits.',
      zh: '最大的序号先走，等它完全消失才轮到下一个。在 `OrderedReady` 下，留在下面的 Pod 还必须都在运行且就绪，否则缩容就停下来等。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go (descendingOrdinal, processCondemned); kubernetes/website statefulset.md ("Deployment and Scaling Guarantees")',
  },
  {
    id: 'statefulset-13',
    quote: {
      en: 'Ordered deletion.',
      zh: '有序删除',
    },
    verdict: 'outdated',
    today: {
      en: 'The promise covers scaling down only. Once the StatefulSet object is being deleted, its controller no longer removes Pods one by one; the garbage collector takes them, in no order. If the order matters, scale to 0 first.',
      zh: '有顺序保证的只有缩容。StatefulSet 对象一旦进入删除，控制器就不再逐个处理 Pod，而由垃圾收集器删除它们，不分先后。在乎顺序，就先缩容到 0。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go (returns when set.DeletionTimestamp != nil); kubernetes/website statefulset.md ("Limitations"); copies of the v1.9-era page',
  },
  {
    id: 'statefulset-14',
    quote: {
      en: 'That is, from N-1 down to 0.',
      zh: '即从N-1到0',
    },
    verdict: 'holds',
    today: {
      en: 'True of scaling down. A rolling update walks the same way, from the highest ordinal to the `partition` (0 unless you set it).',
      zh: '缩容正是如此。滚动更新走的也是这个方向，从最大的序号到 `partition`（不设就是 0）。',
    },
    source: 'kubernetes/api apps/v1/types.go (v0.36.3, OrderedReadyPodManagement, Partition)',
  },
]);
