import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'stateless-stateful-01',
    quote: {
      en: 'Docker is meant for stateless services above all.',
      zh: 'docker主要面对无状态服务',
    },
    verdict: 'outdated',
    today: {
      en: 'That was a habit of the early years. With claims, CSI drivers and StatefulSets, containers run databases as well. And the container need not be run by Docker: dockershim left the kubelet in v1.24, and containerd or CRI-O speak CRI. Images built with Docker run as before, for they are OCI images.',
      zh: '那是早年的习惯。有了 PVC、CSI 驱动和 StatefulSet，容器同样可以跑数据库。而且运行容器的也不必是 Docker：v1.24 起 kubelet 里没有 dockershim 了，与它用 CRI 对话的是 containerd 或 CRI-O。用 Docker 构建的镜像照样能跑，因为它们是 OCI 镜像。',
    },
    source:
      'KEP-2221 (keps/sig-node/2221-remove-dockershim, stable v1.24); Mirantis/cri-dockerd README.md; kubernetes/api apps/v1/types.go (v0.36.3, StatefulSet)',
  },
  {
    id: 'stateless-stateful-02',
    quote: {
      en: 'A stateless service is one that has no storage which must be kept at all times.',
      zh: '所谓无状态服务，就是没有对应的存储需要实时保留',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'A good beginning. Sharper is the swap: any replica can answer any request, because what must last lies elsewhere. A stateless Pod may well use a disk, as long as what is on it may be lost at any time.',
      zh: '作为起点不错。更准的说法是看能不能换：任何副本都能回答任何请求，因为必须留住的东西不在它那里。无状态的 Pod 也可以用磁盘，只要上面的东西随时丢了都没关系。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/statefulset.md ("Using StatefulSets"); content/en/docs/reference/networking/virtual-ips.md ("replicas are fungible")',
  },
  {
    id: 'stateless-stateful-03',
    quote: {
      en: 'Or one that works as before when it is taken out and put back after a while.',
      zh: '或将其摘除之后过一段时间再放回去，它依然能正常工作',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Kubernetes puts nothing back. It makes another Pod, and under a Deployment that one has another name, another UID and another address. Stateless means that no client can tell.',
      zh: 'Kubernetes 不会把原来的放回去，而是另造一个 Pod；在 Deployment 之下，名字、UID、地址全是新的。所谓无状态，就是客户端看不出差别。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/pods/pod-lifecycle.md (@3842a284, "Pods and fault recovery")',
  },
  {
    id: 'stateless-stateful-04',
    quote: {
      en: 'Apache, for example, or LVS, the scheduler that balances load.',
      zh: '例如Apache、LVS负载均衡调度器',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Apache is stateless while its pages come from the image and its sessions lie elsewhere. Sessions in its memory, or uploads on its disk, make it stateful. LVS has a table of connections in the kernel: state too, though it can grow anew.',
      zh: 'Apache 的页面来自镜像、会话存在别处的时候，它是无状态的；会话放在自己内存里，或者上传的文件放在自己盘上，它就有状态了。LVS 在内核里有一张连接表，那也是状态，只不过可以重新长出来。',
    },
    source:
      'kubernetes/website statefulset.md; the documentation of IPVS (connection table). What is said of Apache is reasoned, not quoted',
  },
  {
    id: 'stateless-stateful-05',
    quote: {
      en: 'Its counterpart are stateful services, such as mysql and MongoDB.',
      zh: '与之对应的，有状态服务的例子是：mysql、MongoDB',
    },
    verdict: 'holds',
    today: {
      en: 'The usual examples. Each replica has data of its own, and often a role. What must outlive a replacement is the data, and with a role the name too.',
      zh: '正是典型的例子。每个副本有自己的数据，往往还有自己的角色。换掉之后必须留下的是数据；有角色的，还有名字。',
    },
    source:
      'kubernetes/website content/en/docs/tasks/run-application/run-single-instance-stateful-application.md',
  },
  {
    id: 'stateless-stateful-06',
    quote: {
      en: 'Taken out of the cluster and put back, it can no longer work.',
      zh: '将其从集群中抽离出去之后再放回来就没法正常工作了',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It is so when data or identity are lost on the way. With the data on a claim the successor goes on where the other ended, and in a StatefulSet it has the old name as well. To catch up with what happened meanwhile is the work of the application.',
      zh: '如果途中丢了数据或身份，确实如此。数据放在 PVC 上，后来的 Pod 就能接着做；在 StatefulSet 里，连名字也是原来的。至于补上这段时间漏掉的数据，那是应用自己的事。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, StatefulSet comment: a network identity always maps to the same storage identity)',
  },
  {
    id: 'statefulset-01',
    quote: {
      en: 'StatefulSet was made to solve the problem of stateful services.',
      zh: 'StatefullSet 是为了解决有状态服务的问题',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It solves the part that a cluster can solve: for each replica a number, a name, a DNS record and a claim that stay. It copies no data, chooses no leader and makes no backup. That is left to the application or to an operator. (And its name has one l.)',
      zh: '它解决的是集群能解决的那一部分：每个副本固定的编号、名字、DNS 记录和 PVC。它不复制数据，不选主，也不做备份，这些要由应用自己或者 operator 来做。（名字里只有一个 l。）',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, StatefulSet comment); kubernetes/website statefulset.md ("Using StatefulSets")',
  },
  {
    id: 'statefulset-02',
    quote: {
      en: 'Deployments and ReplicaSets, on the other hand, are designed for stateless services.',
      zh: '对应Deployment和ReplicaSets是为无状态服务而设计',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'They are made for replicas that can stand in for each other. One Pod with state is fine all the same, with a claim and the strategy Recreate: the official MySQL task does it so. From two Pods on they would all share that claim.',
      zh: '它们是为可以互相顶替的副本设计的。不过单独一个有状态的 Pod 也没问题：一个 PVC，加上 Recreate 策略，官方的 MySQL 教程就是这么做的。到了两个 Pod，它们就要共用这个 PVC 了。',
    },
    source:
      'kubernetes/website content/en/docs/tasks/run-application/run-single-instance-stateful-application.md; kubernetes/website statefulset.md',
  },
]);
