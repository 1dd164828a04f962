import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'controllers-01',
    quote: {
      en: 'Kinds of controller: ReplicationController (RC), ReplicaSet (RS), Deployment, StatefulSet, DaemonSet, Job, CronJob.',
      zh: '控制器的种类：ReplicationController 简称RC、ReplicaSet 简称RS、Deployment、StatefullSet、DaemonSet、Job Cronjob',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'All seven are served: ReplicationController in `v1`, four in `apps/v1`, Job and CronJob in `batch/v1`. Two names are spelled StatefulSet and CronJob. The list is open: custom resources bring controllers of their own.',
      zh: '七种都还在：ReplicationController 在 `v1`，四种在 `apps/v1`，Job 和 CronJob 在 `batch/v1`。有两个名字的写法应是 StatefulSet 和 CronJob。这份清单是开放的，定制资源会带来自己的控制器。',
    },
    source:
      'kubernetes/api v0.36.3: core/v1/types.go, apps/v1/types.go, batch/v1/types.go; kubernetes/website content/en/docs/concepts/workloads/controllers/replicationcontroller.md',
  },
  {
    id: 'controllers-02',
    quote: {
      en: 'ReplicationController, ReplicaSet and Deployment are three similar controllers.',
      zh: 'ReplicationController 简称RC ReplicaSet 简称RS Deployment 上述3种控制器类似',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'The first two are twins: a number of Pods that a selector matches. A Deployment stands one storey above. It creates and scales ReplicaSets, one for each version of its template, and never a Pod.',
      zh: '前两种是孪生的：看着选择算符匹配的若干个 Pod。Deployment 高一层，它创建和扩缩的是 ReplicaSet，模板每有一个版本就有一个，自己从不创建 Pod。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/replication/replication_controller.go (a wrapper around the ReplicaSet controller); kubernetes/api apps/v1/types.go (v0.36.3, DeploymentSpec)',
  },
  {
    id: 'controllers-03',
    quote: {
      en: 'An RC makes sure that the number of replicas of a containerised app always stays as the user defined it.',
      zh: 'RC 用来确保容器应用的副本数始终保持在用户定义的副本数',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'What is counted are Pods, not containers, and the number is where the loop is heading, not what holds at each moment: while Pods start, end or are lost there are fewer or more. Without `spec.replicas` it is 1.',
      zh: '数的是 Pod，不是容器。这个数目是循环要走到的地方，并非每一刻都成立：Pod 启动、终止、失联的时候，会少几个或多几个。不写 `spec.replicas` 就是 1。',
    },
    source:
      'kubernetes/api core/v1/types.go (v0.36.3, ReplicationControllerSpec); kubernetes/website content/en/docs/concepts/workloads/controllers/replicationcontroller.md ("Multiple Replicas")',
  },
  {
    id: 'controllers-04',
    quote: {
      en: 'If a container exits abnormally, a new Pod is created automatically to replace it.',
      zh: '即如果有容器异常退出，会自动创建新的Pod来替代',
    },
    verdict: 'wrong',
    today: {
      en: 'The kubelet starts the container again in the same Pod, on the same node, with waits of 10 s, 20 s, 40 s, up to 5 minutes. The controller creates another Pod only when the Pod is gone or given up: deleted, evicted, lost with its node.',
      zh: 'kubelet 在同一节点的同一个 Pod 里重新启动容器，等待时间依次为 10 秒、20 秒、40 秒，最长 5 分钟。只有 Pod 本身没了或被放弃（被删除、被驱逐、随节点失联），控制器才会另建一个。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/pods/pod-lifecycle.md (@3842a284, "Container restart policy"); kubernetes/api core/v1/types.go, apps/v1/types.go (v0.36.3: Always is the only policy of these templates)',
  },
  {
    id: 'controllers-05',
    quote: {
      en: 'And if there are abnormally too many containers, the surplus is reclaimed automatically.',
      zh: '而如果异常多出来的容器也会自动回收',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Surplus Pods are deleted, those included that the controller adopted a moment ago. First those without a node, then Pending, not Ready, cheap by `pod-deletion-cost`, on a crowded node, Ready for a short time, restarted often, young.',
      zh: '被删除的是多出来的 Pod，刚刚收养来的也算在内。次序是：没有节点的、Pending 的、未就绪的、`pod-deletion-cost` 低的、所在节点拥挤的、就绪时间短的、重启多的、年轻的。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d, "Non-Template Pod acquisitions", "Scaling a ReplicaSet"); kubernetes/kubernetes pkg/controller/controller_utils.go (ActivePodsWithRanks); KEP-2185, KEP-2255',
  },
  {
    id: 'controllers-06',
    quote: {
      en: 'Newer Kubernetes recommends ReplicaSet in place of ReplicationController.',
      zh: '在新版k8s中建议使用ReplicaSet来代替ReplicationController',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'One step further: the recommendation is a Deployment, which keeps the ReplicaSets for you. ReplicationController is still served, for what was written long ago.',
      zh: '还要再走一步：建议用 Deployment，由它替你看着 ReplicaSet。ReplicationController 仍然提供，为的是很久以前写下的东西。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/replicationcontroller.md (opening note), replicaset.md ("When to use a ReplicaSet")',
  },
]);
