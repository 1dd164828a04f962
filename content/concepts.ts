import { defineConcepts } from '@/lib/course/concept';

export default defineConcepts([
  {
    id: 'pod-sharing',
    title: { en: 'What the containers of a Pod share', zh: '同一个 Pod 的容器共享什么' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'pod-localhost',
    title: { en: 'Who is reached at localhost in a Pod', zh: '在 Pod 里访问 localhost 会到哪里' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'port-conflicts',
    title: { en: 'When two programs can not have one port', zh: '两个程序什么时候不能用同一个端口' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'pod-kinds',
    title: { en: 'Which Pods somebody brings back', zh: '哪些 Pod 没了会有谁补上' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'pod-phase',
    title: { en: 'When a Pod is Pending, Running, Succeeded or Failed', zh: 'Pod 什么时候处于哪个阶段' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'restart-back-off',
    title: { en: 'When the kubelet restarts a container', zh: 'kubelet 什么时候重启容器' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'liveness-probe',
    title: { en: 'When a liveness probe restarts a container', zh: '存活探针什么时候让容器重启' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'readiness-probe',
    title: { en: 'When a Pod becomes Ready', zh: 'Pod 什么时候就绪' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'pod-termination',
    title: { en: 'How long a deleted Pod takes to end', zh: '被删除的 Pod 多久才结束' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'pod-qos',
    title: { en: 'Which QoS class a Pod gets', zh: 'Pod 属于哪个 QoS 类' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'resource-requests',
    title: { en: 'What requests mean for where a Pod fits', zh: 'requests 如何决定 Pod 放得下放不下' },
    lesson: 'inside-a-pod',
  },
  {
    id: 'two-repair-loops',
    title: { en: 'What the kubelet repairs, and what a controller does', zh: 'kubelet 修什么，控制器修什么' },
    lesson: 'reconcile-loop',
  },
  {
    id: 'workload-controllers',
    title: { en: 'Which controller keeps what', zh: '哪种控制器看着什么' },
    lesson: 'reconcile-loop',
  },
  {
    id: 'replicaset-ownership',
    title: { en: 'Which Pods a ReplicaSet counts as its own', zh: '哪些 Pod 算 ReplicaSet 自己的' },
    lesson: 'reconcile-loop',
  },
  {
    id: 'replicaset-scale-down',
    title: { en: 'Which Pod a ReplicaSet gives up first', zh: 'ReplicaSet 缩容时先删哪个 Pod' },
    lesson: 'reconcile-loop',
  },
  {
    id: 'garbage-collection',
    title: { en: 'What goes with an owner that is deleted', zh: '属主被删除时，哪些对象跟着走' },
    lesson: 'reconcile-loop',
  },
  {
    id: 'node-failure',
    title: { en: 'What happens to Pods on a lost node', zh: '节点失联之后，上面的 Pod 会怎样' },
    lesson: 'reconcile-loop',
  },
  {
    id: 'label-selectors',
    title: { en: 'What a selector matches', zh: '选择算符选中什么' },
    lesson: 'labels-and-selectors',
  },
  {
    id: 'selector-carriers',
    title: {
      en: 'Which selector which object can carry',
      zh: '哪种对象能带哪种选择算符',
    },
    lesson: 'labels-and-selectors',
  },
  {
    id: 'deployment-rollout-limits',
    title: {
      en: 'What maxSurge and maxUnavailable allow',
      zh: 'maxSurge 和 maxUnavailable 允许什么',
    },
    lesson: 'deployment-rollouts',
  },
  {
    id: 'deployment-stuck-rollout',
    title: { en: 'Where a broken rollout stops', zh: '坏掉的发布停在哪里' },
    lesson: 'deployment-rollouts',
  },
  {
    id: 'deployment-revisions',
    title: { en: 'Which ReplicaSets a Deployment keeps', zh: 'Deployment 保留哪些 ReplicaSet' },
    lesson: 'deployment-rollouts',
  },
  {
    id: 'deployment-chain',
    title: { en: 'Who makes what below a Deployment', zh: 'Deployment 之下谁创建谁' },
    lesson: 'deployment-rollouts',
  },
  {
    id: 'deployment-strategy',
    title: {
      en: 'When to roll, and when to recreate',
      zh: '什么时候滚动更新，什么时候先删再建',
    },
    lesson: 'deployment-rollouts',
  },
  {
    id: 'deployment-pause',
    title: { en: 'What a paused Deployment still does', zh: '暂停的 Deployment 还会做什么' },
    lesson: 'deployment-rollouts',
  },
  {
    id: 'pod-disruption-budgets',
    title: { en: 'Which evictions a disruption budget grants', zh: '干扰预算放行哪些驱逐' },
    lesson: 'deployment-rollouts',
  },
  {
    id: 'hpa-formula',
    title: { en: 'How many replicas the HPA asks for', zh: 'HPA 要多少个副本' },
    lesson: 'autoscaling-hpa',
  },
  {
    id: 'hpa-request',
    title: { en: 'Of what the HPA takes its percentage', zh: 'HPA 的百分比是拿什么算的' },
    lesson: 'autoscaling-hpa',
  },
  {
    id: 'hpa-pace',
    title: { en: 'How fast the HPA goes up and down', zh: 'HPA 扩得多快，缩得多慢' },
    lesson: 'autoscaling-hpa',
  },
  {
    id: 'hpa-target-kinds',
    title: { en: 'What an HPA changes, and of what kinds', zh: 'HPA 改的是什么，能改哪些类型' },
    lesson: 'autoscaling-hpa',
  },
  {
    id: 'hpa-metrics',
    title: { en: 'Which metrics an HPA takes, and which wins', zh: 'HPA 认哪些指标，听谁的' },
    lesson: 'autoscaling-hpa',
  },
  {
    id: 'hpa-and-manifest',
    title: { en: 'Who writes the number of replicas', zh: '副本数到底由谁来写' },
    lesson: 'autoscaling-hpa',
  },
  {
    id: 'swap-test',
    title: { en: 'Whether clients notice a swapped replica', zh: '换掉一个副本，客户端会不会察觉' },
    lesson: 'stateless-or-stateful',
  },
  {
    id: 'where-files-live',
    title: { en: 'How long each place keeps a file', zh: '放在不同地方的文件能留多久' },
    lesson: 'stateless-or-stateful',
  },
  {
    id: 'deployment-with-state',
    title: { en: 'How a Deployment can hold state', zh: 'Deployment 怎样存放状态' },
    lesson: 'stateless-or-stateful',
  },
  {
    id: 'statefulset-promises',
    title: { en: 'What a StatefulSet adds, and what it leaves', zh: 'StatefulSet 管什么，不管什么' },
    lesson: 'stateless-or-stateful',
  },
  {
    id: 'container-runtimes',
    title: { en: 'What runs the containers of a node', zh: '节点上由什么来运行容器' },
    lesson: 'stateless-or-stateful',
  },
  {
    id: 'statefulset-identity',
    title: { en: 'What a StatefulSet keeps of a Pod', zh: 'StatefulSet 为 Pod 保留什么' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-claims',
    title: { en: 'Which claims a StatefulSet keeps', zh: 'StatefulSet 保留哪些 PVC' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-dns',
    title: { en: 'Where a StatefulSet Pod gets its DNS name', zh: 'StatefulSet 的 Pod 从哪里得到 DNS 名字' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-order',
    title: { en: 'Who waits for whom in a StatefulSet', zh: 'StatefulSet 里谁等谁' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-available',
    title: { en: 'How Ready and Available differ', zh: '就绪和可用差在哪里' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-policy',
    title: { en: 'What Parallel changes, and what it leaves', zh: 'Parallel 改变什么，不改变什么' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-scale-down',
    title: { en: 'In which order a StatefulSet shrinks', zh: 'StatefulSet 按什么顺序缩容' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-delete',
    title: { en: 'What deleting a StatefulSet does to its Pods', zh: '删除 StatefulSet 时，它的 Pod 会怎样' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-update',
    title: { en: 'How an update goes through a StatefulSet', zh: '更新怎样走过一个 StatefulSet' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'statefulset-stuck',
    title: { en: 'What frees a stuck StatefulSet', zh: 'StatefulSet 卡住之后怎样解开' },
    lesson: 'statefulset-identity-and-order',
  },
  {
    id: 'daemonset-nodes',
    title: { en: 'On which nodes a DaemonSet runs', zh: 'DaemonSet 在哪些节点上运行' },
    lesson: 'daemonset-node-agents',
  },
  {
    id: 'daemon-workloads',
    title: { en: 'What belongs on every node', zh: '什么该在每个节点上运行' },
    lesson: 'daemonset-node-agents',
  },
  {
    id: 'update-strategies',
    title: {
      en: 'How OnDelete and DaemonSets replace Pods',
      zh: 'OnDelete 和 DaemonSet 怎样替换 Pod',
    },
    lesson: 'daemonset-node-agents',
  },
  {
    id: 'node-affinity',
    title: { en: 'Which nodes an affinity allows', zh: '节点亲和性允许哪些节点' },
    lesson: 'daemonset-node-agents',
  },
  {
    id: 'taint-eviction',
    title: { en: 'Which Pods a taint drives away', zh: '污点会赶走哪些 Pod' },
    lesson: 'daemonset-node-agents',
  },
  {
    id: 'topology-spread',
    title: { en: 'How Pods are spread over zones', zh: 'Pod 怎样分布到各个区' },
    lesson: 'daemonset-node-agents',
  },
  {
    id: 'job-completions',
    title: { en: 'How a Job works through its completions', zh: 'Job 怎样完成全部 completions' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'job-failures',
    title: { en: 'When a Job gives up', zh: 'Job 什么时候放弃' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'job-failure-policy',
    title: { en: 'Which failures a Job counts', zh: '哪些失败算在 Job 头上' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'job-logs',
    title: { en: 'Where the logs of a failed try are', zh: '失败的那次尝试，日志在哪里' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'cronjob-schedule',
    title: { en: 'When the times of a schedule come', zh: '计划上的时间什么时候到' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'job-clean-up',
    title: { en: 'When a finished Job goes away', zh: '结束的 Job 什么时候消失' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'cronjob-concurrency',
    title: { en: 'What a CronJob does when Jobs would overlap', zh: 'CronJob 的 Job 要重叠时怎么办' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'cronjob-missed-times',
    title: { en: 'Which missed times a CronJob makes good', zh: 'CronJob 会补上哪些错过的时间' },
    lesson: 'jobs-and-cronjobs',
  },
  {
    id: 'service-endpoints',
    title: { en: 'Which Pods get the traffic of a Service', zh: 'Service 的流量会到哪些 Pod' },
    lesson: 'services-and-discovery',
  },
  {
    id: 'service-discovery',
    title: { en: 'How a client finds a Service', zh: '客户端怎样找到 Service' },
    lesson: 'services-and-discovery',
  },
  {
    id: 'service-forwarding',
    title: { en: 'Who carries a packet to a Pod', zh: '谁把包送到 Pod' },
    lesson: 'services-and-discovery',
  },
  {
    id: 'kube-proxy-modes',
    title: { en: 'What each mode of kube-proxy costs', zh: 'kube-proxy 各个模式的代价' },
    lesson: 'services-and-discovery',
  },
  {
    id: 'headless-services',
    title: { en: 'What a headless Service leaves out', zh: '无头服务少了什么' },
    lesson: 'services-and-discovery',
  },
  {
    id: 'pod-network-setup',
    title: { en: 'Who provides the network of Pods, and when', zh: 'Pod 网络由谁提供，什么时候有' },
    lesson: 'flat-pod-network',
  },
  {
    id: 'pod-network-model',
    title: { en: 'What the network of Pods has to do', zh: 'Pod 网络要做到什么' },
    lesson: 'flat-pod-network',
  },
  {
    id: 'same-node-path',
    title: { en: 'How a packet gets to a Pod of the same node', zh: '数据包怎样到同一节点的 Pod' },
    lesson: 'flat-pod-network',
  },
  {
    id: 'address-ranges',
    title: { en: 'Which ranges must not overlap', zh: '哪些地址段不能重叠' },
    lesson: 'flat-pod-network',
  },
  {
    id: 'pod-subnets',
    title: { en: 'Which node has which Pod addresses', zh: '哪个节点有哪段 Pod 地址' },
    lesson: 'across-nodes-with-flannel',
  },
  {
    id: 'packets-between-nodes',
    title: { en: 'What a packet carries from node to node', zh: '数据包从节点到节点带着什么' },
    lesson: 'across-nodes-with-flannel',
  },
  {
    id: 'flannel-backends',
    title: { en: 'Which backend of Flannel fits which network', zh: '什么网络用 Flannel 的哪种后端' },
    lesson: 'across-nodes-with-flannel',
  },
  {
    id: 'cross-node-faults',
    title: { en: 'Why Pods of another node do not answer', zh: '别的节点上的 Pod 为什么不应答' },
    lesson: 'across-nodes-with-flannel',
  },
  {
    id: 'pod-egress',
    title: { en: 'How a packet gets out of the cluster and back', zh: '数据包怎样离开集群又怎样回来' },
    lesson: 'in-and-out-of-the-cluster',
  },
  {
    id: 'masquerading',
    title: { en: 'Whose source address is rewritten, and to what', zh: '谁的源地址会被改写，改成什么' },
    lesson: 'in-and-out-of-the-cluster',
  },
  {
    id: 'ways-in',
    title: { en: 'How a Pod is reached from outside', zh: '从外面怎样访问到 Pod' },
    lesson: 'in-and-out-of-the-cluster',
  },
  {
    id: 'http-doors',
    title: { en: 'What Ingress and Gateway are for', zh: 'Ingress 和 Gateway 是做什么的' },
    lesson: 'in-and-out-of-the-cluster',
  },
  {
    id: 'client-address',
    title: { en: 'Whose address a Pod sees', zh: 'Pod 看到的是谁的地址' },
    lesson: 'in-and-out-of-the-cluster',
  },
  {
    id: 'tier-objects',
    title: { en: 'Which object carries which tier', zh: '哪一层用哪种对象承载' },
    lesson: 'capstone-lvs-squid-apache-mysql',
  },
  {
    id: 'single-database',
    title: { en: 'What one database needs', zh: '一个数据库需要什么' },
    lesson: 'capstone-lvs-squid-apache-mysql',
  },
  {
    id: 'cluster-balancing',
    title: { en: 'What takes the place of a balancer', zh: '负载均衡器由什么代替' },
    lesson: 'capstone-lvs-squid-apache-mysql',
  },
  {
    id: 'start-order',
    title: { en: 'Who keeps an order between workloads', zh: '工作负载之间的次序由谁来守' },
    lesson: 'capstone-lvs-squid-apache-mysql',
  },
  {
    id: 'waiting-for-others',
    title: { en: 'What tells the cluster that a dependency is away', zh: '依赖不在时，集群怎样知道' },
    lesson: 'capstone-lvs-squid-apache-mysql',
  },
]);
