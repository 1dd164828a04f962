import 'server-only';
import { defineMisconceptions } from '@/lib/quiz/misconception';

/** What is believed of Kubernetes and is not so, by concept. Wrong choices name these by their ids. */
export default defineMisconceptions([
  {
    id: 'pause-mounts-the-volumes',
    concept: 'pod-sharing',
    text: {
      en: 'The pause container mounts the volumes for all containers of the Pod.',
      zh: '卷由 pause 容器挂载，供 Pod 里所有容器使用。',
    },
  },
  {
    id: 'pods-volumes-are-in-every-container',
    concept: 'pod-sharing',
    text: {
      en: 'A volume of the Pod is seen by each of its containers.',
      zh: 'Pod 里声明了的卷，每个容器都看得到。',
    },
  },
  {
    id: 'containers-of-a-pod-share-files',
    concept: 'pod-sharing',
    text: { en: 'The containers of a Pod have one file system.', zh: '同一个 Pod 的容器共用一个文件系统。' },
  },
  {
    id: 'each-container-has-an-address',
    concept: 'pod-sharing',
    text: {
      en: 'Each container of a Pod has an address of its own.',
      zh: 'Pod 里每个容器各有自己的 IP 地址。',
    },
  },
  {
    id: 'containers-of-a-pod-see-each-others-processes',
    concept: 'pod-sharing',
    text: {
      en: 'The containers of a Pod see each other’s processes.',
      zh: '同一个 Pod 的容器看得到彼此的进程。',
    },
  },
  {
    id: 'pause-is-one-of-the-containers',
    concept: 'pod-sharing',
    text: {
      en: 'pause is one of the Pod’s containers and is listed with them.',
      zh: 'pause 是 Pod 的容器之一，会和其他容器一起列出来。',
    },
  },
  {
    id: 'localhost-is-the-node',
    concept: 'pod-localhost',
    text: { en: 'In a container localhost is the node.', zh: '容器里的 localhost 就是节点。' },
  },
  {
    id: 'localhost-is-the-container',
    concept: 'pod-localhost',
    text: {
      en: 'In a container localhost reaches that container alone.',
      zh: '容器里的 localhost 只能到达这个容器自己。',
    },
  },
  {
    id: 'whoever-listens-is-reached',
    concept: 'pod-localhost',
    text: {
      en: 'Whatever listens in a Pod is reached at the Pod’s address.',
      zh: 'Pod 里只要有程序在监听，用 Pod 的地址就访问得到。',
    },
  },
  {
    id: 'localhost-passes-the-network',
    concept: 'pod-localhost',
    text: {
      en: 'Packets to localhost pass the node’s bridge and its rules.',
      zh: '发往 localhost 的包会经过节点的网桥和规则。',
    },
  },
  {
    id: 'duplicate-ports-are-refused',
    concept: 'port-conflicts',
    text: {
      en: 'The API server refuses a Pod that names a port twice.',
      zh: '一个端口写两遍的 Pod 会被 API 服务器拒绝。',
    },
  },
  {
    id: 'container-ports-open-ports',
    concept: 'port-conflicts',
    text: {
      en: '`containerPort` opens a port, and without it the port is closed.',
      zh: '`containerPort` 打开端口，不写的端口就是关着的。',
    },
  },
  {
    id: 'ports-are-unique-on-a-node',
    concept: 'port-conflicts',
    text: {
      en: 'Two Pods on one node can’t both listen on port 80.',
      zh: '同一个节点上的两个 Pod 不能都监听 80 端口。',
    },
  },
  {
    id: 'ports-are-numbers-alone',
    concept: 'port-conflicts',
    text: {
      en: 'One port number can be used once, whatever the protocol and the address.',
      zh: '一个端口号只能用一次，不管协议和地址。',
    },
  },
  {
    id: 'one-port-serves-two-programs',
    concept: 'port-conflicts',
    text: {
      en: 'Two programs that listen on one port share what comes.',
      zh: '两个程序监听同一个端口，会分着接收请求。',
    },
  },
  {
    id: 'newer-program-takes-the-port',
    concept: 'port-conflicts',
    text: { en: 'Who starts later takes the port over.', zh: '后启动的程序会把端口抢过去。' },
  },
  {
    id: 'wildcard-leaves-loopback-free',
    concept: 'port-conflicts',
    text: {
      en: 'A server on all addresses leaves 127.0.0.1 free for another one.',
      zh: '监听全部地址的服务器，不占 127.0.0.1。',
    },
  },
  {
    id: 'host-network-pods-keep-their-ports',
    concept: 'port-conflicts',
    text: {
      en: 'Pods with `hostNetwork` have ports of their own, as others have.',
      zh: '用 `hostNetwork` 的 Pod，端口也和别的 Pod 一样各归各。',
    },
  },
  {
    id: 'bare-pods-come-back',
    concept: 'pod-kinds',
    text: {
      en: 'A Pod made by hand is made again when it is deleted or its node dies.',
      zh: '手工创建的 Pod 被删除或节点没了，会重新出现。',
    },
  },
  {
    id: 'bare-pods-are-not-restarted',
    concept: 'pod-kinds',
    text: {
      en: 'Without a controller nobody restarts the containers of a Pod.',
      zh: '没有控制器，Pod 的容器倒下就没有谁来重启。',
    },
  },
  {
    id: 'mirror-pods-are-the-pods',
    concept: 'pod-kinds',
    text: {
      en: 'Who deletes a static Pod in the API stops its program.',
      zh: '在 API 里删掉静态 Pod，它的程序就停了。',
    },
  },
  {
    id: 'statefulset-shrinks-from-the-lowest',
    concept: 'statefulset-scale-down',
    text: {
      en: 'A StatefulSet gives up its lowest ordinals first.',
      zh: 'StatefulSet 缩容时先删除序号最小的 Pod。',
    },
    belief: { machine: 'statefulset', rule: 'lowestOrdinalGoesFirst', holds: true },
  },
  {
    id: 'statefulset-deletes-side-by-side',
    concept: 'statefulset-scale-down',
    text: {
      en: 'Scaling down deletes all surplus Pods at the same time.',
      zh: '缩容时多余的 Pod 会同时被删除。',
    },
    belief: { machine: 'statefulset', rule: 'podsAreOrdered', holds: false },
  },
  {
    id: 'partition-holds-back-the-highest',
    concept: 'statefulset-update',
    text: {
      en: 'A partition of 2 updates the Pods 0 and 1 and holds back the rest.',
      zh: '分区值为 2 时，更新的是 0 号和 1 号，其余的不更新。',
    },
    belief: { machine: 'statefulset', rule: 'partitionIsOfTheLowest', holds: true },
  },
  {
    id: 'claims-go-with-their-pods',
    concept: 'statefulset-claims',
    text: {
      en: 'When a Pod is scaled away, its claim goes with it.',
      zh: '缩容删掉一个 Pod，它的 PVC 也会一起删除。',
    },
    belief: { machine: 'statefulset', rule: 'claimGoesWithPod', holds: true },
  },
  {
    id: 'claims-are-never-deleted',
    concept: 'statefulset-claims',
    text: {
      en: 'Nothing but a human ever deletes the claims of a StatefulSet.',
      zh: '除了人，没有谁会删除 StatefulSet 的 PVC。',
    },
  },
  {
    id: 'each-new-pod-gets-a-new-claim',
    concept: 'statefulset-claims',
    text: {
      en: 'A Pod that comes back gets a new claim beside the old one.',
      zh: 'Pod 再次出现时，会在旧的 PVC 之外得到一个新的。',
    },
  },
  {
    id: 'statefulset-order-is-only-for-the-start',
    concept: 'statefulset-order',
    text: {
      en: 'The order counts only when the set starts; later a Pod that is not Ready holds up nothing.',
      zh: '顺序只在启动时才算数，之后某个 Pod 未就绪并不会挡住什么。',
    },
    belief: { machine: 'statefulset', rule: 'unreadyPodIsWaitedFor', holds: false },
  },
  {
    id: 'parallel-waits-for-ready',
    concept: 'statefulset-order',
    text: {
      en: 'Parallel too waits until the Pods that are there are Ready.',
      zh: 'Parallel 也要等已有的 Pod 都就绪。',
    },
    belief: { machine: 'statefulset', rule: 'podsAreOrdered', holds: true },
  },
  {
    id: 'only-the-direct-predecessor-counts',
    concept: 'statefulset-order',
    text: {
      en: 'A Pod waits for the ordinal right below it and for no other.',
      zh: 'Pod 只等紧挨着它的前一个序号，不管其他的。',
    },
  },
  {
    id: 'unready-pods-do-not-count',
    concept: 'statefulset-order',
    text: {
      en: 'A Pod that is not Ready does not count as one of the set.',
      zh: '未就绪的 Pod 不算在 StatefulSet 里。',
    },
  },
  {
    id: 'max-surge-rounds-down',
    concept: 'deployment-rollout-limits',
    text: { en: 'A percentage of maxSurge is rounded down.', zh: 'maxSurge 的百分比向下取整。' },
    belief: { machine: 'deployment', rule: 'surgeIsRoundedUp', holds: false },
  },
  {
    id: 'max-unavailable-rounds-up',
    concept: 'deployment-rollout-limits',
    text: { en: 'A percentage of maxUnavailable is rounded up.', zh: 'maxUnavailable 的百分比向上取整。' },
    belief: { machine: 'deployment', rule: 'unavailableIsRoundedDown', holds: false },
  },
  {
    id: 'rollout-keeps-the-count',
    concept: 'deployment-rollout-limits',
    text: {
      en: 'During a rollout there are never more Pods than replicas.',
      zh: '更新过程中，Pod 永远不会多于副本数。',
    },
    belief: { machine: 'deployment', rule: 'surgeIsAllowed', holds: false },
  },
  {
    id: 'surge-and-unavailable-add-up',
    concept: 'deployment-rollout-limits',
    text: {
      en: 'maxSurge and maxUnavailable together say how many Pods may be added.',
      zh: 'maxSurge 和 maxUnavailable 加起来，就是可以多出的 Pod 数。',
    },
    belief: { machine: 'deployment', rule: 'unavailableAddsToSurge', holds: true },
  },
  {
    id: 'rollout-doubles-the-pods',
    concept: 'deployment-rollout-limits',
    text: {
      en: 'A rollout starts a whole second set of Pods beside the first.',
      zh: '更新会在旧的之外再启动完整的一套 Pod。',
    },
    belief: { machine: 'deployment', rule: 'surgeIsAllReplicas', holds: true },
  },
  {
    id: 'rollout-waits-before-it-deletes',
    concept: 'deployment-rollout-limits',
    text: {
      en: 'No old Pod goes before a new one is Ready, whatever maxUnavailable says.',
      zh: '不管 maxUnavailable 是多少，新的 Pod 就绪之前，旧的一个都不会走。',
    },
    belief: { machine: 'deployment', rule: 'unavailableIsAllowed', holds: false },
  },
  {
    id: 'surge-takes-pods-away',
    concept: 'deployment-rollout-limits',
    text: {
      en: 'Each Pod that maxSurge adds replaces an old one at once.',
      zh: 'maxSurge 每多出一个 Pod，马上就顶掉一个旧的。',
    },
  },
  {
    id: 'rollout-recreates',
    concept: 'deployment-strategy',
    text: {
      en: 'A rolling update first deletes the old Pods and then makes new ones.',
      zh: '滚动更新先删掉旧的 Pod，再创建新的。',
    },
    belief: { machine: 'deployment', rule: 'oldPodsGoFirst', holds: true },
  },
  {
    id: 'rollout-ignores-readiness',
    concept: 'deployment-stuck-rollout',
    text: {
      en: 'A rollout goes on whether or not the new Pods become Ready.',
      zh: '不管新的 Pod 是否就绪，更新都会继续。',
    },
    belief: { machine: 'deployment', rule: 'newPodsHaveToBeAvailable', holds: false },
  },
  {
    id: 'every-change-makes-a-replicaset',
    concept: 'deployment-revisions',
    text: {
      en: 'Every change of the template makes another ReplicaSet, also one that was there before.',
      zh: '每次改模板都会多一个 ReplicaSet，哪怕这个模板以前用过。',
    },
  },
  {
    id: 'old-replicasets-are-deleted',
    concept: 'deployment-revisions',
    text: {
      en: 'When a rollout is complete, the old ReplicaSet is deleted.',
      zh: '更新完成之后，旧的 ReplicaSet 会被删除。',
    },
    belief: { machine: 'deployment', rule: 'historyIsKept', holds: false },
  },
  {
    id: 'history-limit-counts-the-current-one',
    concept: 'deployment-revisions',
    text: {
      en: 'revisionHistoryLimit counts the current ReplicaSet too.',
      zh: 'revisionHistoryLimit 把当前的 ReplicaSet 也算在内。',
    },
    belief: { machine: 'deployment', rule: 'currentReplicaSetIsHistory', holds: true },
  },
  {
    id: 'history-is-kept-for-ever',
    concept: 'deployment-revisions',
    text: {
      en: 'A Deployment keeps all its earlier ReplicaSets.',
      zh: 'Deployment 会保留以前所有的 ReplicaSet。',
    },
    belief: { machine: 'deployment', rule: 'historyIsTooLong', holds: false },
  },
  {
    id: 'scale-down-spares-unready-pods',
    concept: 'replicaset-scale-down',
    text: {
      en: 'Whether a Pod is Ready plays no part in which one is deleted.',
      zh: '删除哪个 Pod，与它是否就绪无关。',
    },
    belief: { machine: 'replicaset', rule: 'unreadyPodGoesFirst', holds: false },
  },
  {
    id: 'scale-down-takes-the-oldest',
    concept: 'replicaset-scale-down',
    text: { en: 'Scaling down deletes the Pod that has run longest.', zh: '缩容删除运行时间最长的 Pod。' },
    belief: { machine: 'replicaset', rule: 'oldestPodGoesFirst', holds: true },
  },
  {
    id: 'high-deletion-cost-goes-first',
    concept: 'replicaset-scale-down',
    text: {
      en: 'The Pod with the highest deletion cost is deleted first.',
      zh: '删除开销最大的 Pod 最先被删除。',
    },
    belief: { machine: 'replicaset', rule: 'highestCostGoesFirst', holds: true },
  },
  {
    id: 'scale-down-is-random',
    concept: 'replicaset-scale-down',
    text: { en: 'Which Pod is deleted is chance.', zh: '删除哪个 Pod 是随机的。' },
  },
  {
    id: 'selector-requirements-are-alternatives',
    concept: 'label-selectors',
    text: { en: 'It is enough when one of the requirements holds.', zh: '只要满足其中一项要求就够了。' },
  },
  {
    id: 'missing-label-matches',
    concept: 'label-selectors',
    text: {
      en: 'A Pod that lacks the label is matched by In, or not by NotIn.',
      zh: '没有这个标签的 Pod，In 也能选中，NotIn 反而选不中。',
    },
  },
  {
    id: 'two-labels-make-a-set',
    concept: 'selector-carriers',
    text: {
      en: 'A selector with two labels is a set-based one.',
      zh: '选择算符里写了两个标签，就是集合式的。',
    },
  },
  {
    id: 'rc-selects-one-label',
    concept: 'selector-carriers',
    text: {
      en: 'A ReplicationController can select by one label alone.',
      zh: 'ReplicationController 只能按一个标签选择。',
    },
  },
  {
    id: 'services-take-expressions',
    concept: 'selector-carriers',
    text: {
      en: 'A Service and a ReplicationController can select with In or DoesNotExist.',
      zh: 'Service 和 ReplicationController 也能用 In 或 DoesNotExist 来选。',
    },
  },
  {
    id: 'selectors-can-be-edited',
    concept: 'selector-carriers',
    text: {
      en: 'The selector of a ReplicaSet can be changed later.',
      zh: 'ReplicaSet 的选择算符以后可以改。',
    },
  },
  {
    id: 'template-labels-are-free',
    concept: 'selector-carriers',
    text: {
      en: 'The labels of the template need not match the selector.',
      zh: '模板里的标签不必匹配选择算符。',
    },
  },
  {
    id: 'selectors-name-pods',
    concept: 'selector-carriers',
    text: {
      en: 'A selector can list Pods by their names.',
      zh: '选择算符可以按名字列出 Pod。',
    },
  },
  {
    id: 'labels-alone-decide-ownership',
    concept: 'replicaset-ownership',
    text: {
      en: 'Whose Pod it is depends on its labels alone: controllers with the same selector share it.',
      zh: 'Pod 归谁只看标签：选择算符相同的控制器共用这些 Pod。',
    },
  },
  {
    id: 'daemonset-runs-on-every-node',
    concept: 'daemonset-nodes',
    text: {
      en: 'A DaemonSet runs on every node, whatever its taints.',
      zh: '不管有什么污点，DaemonSet 在每个节点上都运行。',
    },
    belief: { machine: 'daemonset', rule: 'taintsAreAsked', holds: false },
  },
  {
    id: 'daemonset-ignores-node-selector',
    concept: 'daemonset-nodes',
    text: { en: 'A node selector does not bind a DaemonSet.', zh: '节点选择算符对 DaemonSet 不起作用。' },
    belief: { machine: 'daemonset', rule: 'nodeSelectorIsAsked', holds: false },
  },
  {
    id: 'toleration-matches-any-value',
    concept: 'daemonset-nodes',
    text: {
      en: 'A toleration with the right key tolerates every value and effect.',
      zh: '容忍度只要 key 对，任何值和效果都能容忍。',
    },
    belief: { machine: 'daemonset', rule: 'tolerationIsForEveryValue', holds: true },
  },
  {
    id: 'backoff-limit-counts-pods',
    concept: 'job-failures',
    text: {
      en: 'backoffLimit is the number of Pods that a Job makes at most.',
      zh: 'backoffLimit 是 Job 最多创建的 Pod 数。',
    },
    belief: { machine: 'job', rule: 'backoffLimitCountsPods', holds: true },
  },
  {
    id: 'job-does-not-retry',
    concept: 'job-failures',
    text: {
      en: 'A Job makes one Pod for each completion and no more.',
      zh: 'Job 为每个 completion 只创建一个 Pod，不会更多。',
    },
    belief: { machine: 'job', rule: 'firstFailureEndsJob', holds: true },
  },
  {
    id: 'restart-never-means-no-retry',
    concept: 'job-failures',
    text: {
      en: 'restartPolicy Never means that a failed Job is not tried again.',
      zh: 'restartPolicy 设为 Never，Job 失败后就不再重试。',
    },
    belief: { machine: 'job', rule: 'firstFailureEndsJob', holds: true },
  },
  {
    id: 'backoff-limit-is-per-completion',
    concept: 'job-failures',
    text: {
      en: 'Each completion has a backoffLimit of its own.',
      zh: '每个 completion 各有一份 backoffLimit。',
    },
  },
  {
    id: 'job-runs-one-by-one',
    concept: 'job-completions',
    text: { en: 'A Job runs its Pods one after another.', zh: 'Job 的 Pod 是一个接一个运行的。' },
    belief: { machine: 'job', rule: 'podsRunOneByOne', holds: true },
  },
  {
    id: 'job-runs-all-at-once',
    concept: 'job-completions',
    text: {
      en: 'A Job starts a Pod for every completion at once.',
      zh: 'Job 会为所有 completion 同时启动 Pod。',
    },
    belief: { machine: 'job', rule: 'podsRunAllAtOnce', holds: true },
  },
  {
    id: 'job-last-round-is-free',
    concept: 'job-completions',
    text: {
      en: 'The completions that are left after full rounds take no time of their own.',
      zh: '排满几轮之后剩下的 completion 不另外花时间。',
    },
  },
  {
    id: 'forbid-still-creates',
    concept: 'cronjob-concurrency',
    text: {
      en: 'Forbid still creates a Job at every time, which then waits.',
      zh: 'Forbid 每到时间还是会创建 Job，只是让它等着。',
    },
    belief: { machine: 'cronjob', rule: 'activeJobForbidsAnother', holds: false },
  },
  {
    id: 'forbid-drops-skipped-times',
    concept: 'cronjob-concurrency',
    text: {
      en: 'A time that Forbid skips is lost until the next time of the schedule.',
      zh: 'Forbid 跳过的那次就没有了，要等下一个计划时间。',
    },
    belief: { machine: 'cronjob', rule: 'skippedRunIsLost', holds: true },
  },
  {
    id: 'long-job-stops-the-schedule',
    concept: 'cronjob-concurrency',
    text: {
      en: 'A Job that runs longer than the interval stops the schedule.',
      zh: 'Job 运行的时间超过间隔，后面的计划就停了。',
    },
    belief: { machine: 'cronjob', rule: 'longJobStopsSchedule', holds: true },
  },
  {
    id: 'cronjob-runs-when-created',
    concept: 'cronjob-concurrency',
    text: {
      en: 'A CronJob starts its first Job when it is created.',
      zh: 'CronJob 一创建就启动第一个 Job。',
    },
    belief: { machine: 'cronjob', rule: 'firstRunComesAtOnce', holds: true },
  },
  {
    id: 'every-missed-time-is-made-good',
    concept: 'cronjob-missed-times',
    text: { en: 'Each missed time is made good by a Job of its own.', zh: '错过的每一次都会各补一个 Job。' },
  },
  {
    id: 'suspended-times-are-forgotten',
    concept: 'cronjob-missed-times',
    text: {
      en: 'Times that pass while a CronJob is suspended do not count as missed.',
      zh: '挂起期间过去的时间不算错过。',
    },
    belief: { machine: 'cronjob', rule: 'suspendedRunIsLost', holds: true },
  },
  {
    id: 'starting-deadline-is-ignored',
    concept: 'cronjob-missed-times',
    text: {
      en: 'The latest missed time is always made good, however late.',
      zh: '不管晚了多久，最近错过的那次总会补上。',
    },
    belief: { machine: 'cronjob', rule: 'startingDeadlineHasPassed', holds: false },
  },
  {
    id: 'hpa-rounds-down',
    concept: 'hpa-formula',
    text: { en: 'The autoscaler rounds its result down.', zh: '自动扩缩器把结果向下取整。' },
    belief: { machine: 'horizontalpodautoscaler', rule: 'resultIsRoundedUp', holds: false },
  },
  {
    id: 'hpa-adds-one-at-a-time',
    concept: 'hpa-formula',
    text: { en: 'The autoscaler adds one Pod at a time.', zh: '自动扩缩器一次只加一个 Pod。' },
    belief: { machine: 'horizontalpodautoscaler', rule: 'onePodComesAtATime', holds: true },
  },
  {
    id: 'hpa-formula-has-no-bounds',
    concept: 'hpa-formula',
    text: {
      en: 'The autoscaler always sets what the formula says.',
      zh: '公式算出多少，自动扩缩器就设多少。',
    },
  },
  {
    id: 'hpa-compares-with-the-request',
    concept: 'hpa-formula',
    text: {
      en: 'The autoscaler compares usage with the request, not with the target.',
      zh: '自动扩缩器拿使用量和请求值比，而不是和目标值比。',
    },
    belief: { machine: 'horizontalpodautoscaler', rule: 'requestIsTheTarget', holds: true },
  },
  {
    id: 'hpa-waits-for-full-use',
    concept: 'hpa-formula',
    text: {
      en: 'The autoscaler acts only when the Pods use all that they request.',
      zh: 'Pod 把请求的资源都用满了，自动扩缩器才动作。',
    },
    belief: { machine: 'horizontalpodautoscaler', rule: 'fullUseIsWaitedFor', holds: true },
  },
  {
    id: 'percentage-is-of-the-limit',
    concept: 'hpa-request',
    text: {
      en: 'The percentage of an HPA is one of the limit.',
      zh: 'HPA 的百分比是相对 limit 算的。',
    },
  },
  {
    id: 'percentage-is-of-the-node',
    concept: 'hpa-request',
    text: {
      en: 'The percentage of an HPA is one of the node’s CPU.',
      zh: 'HPA 的百分比是相对节点 CPU 算的。',
    },
  },
  {
    id: 'unknown-is-a-broken-metrics-server',
    concept: 'hpa-request',
    text: {
      en: 'Unknown in TARGETS means that the metrics-server is broken.',
      zh: 'TARGETS 里的 unknown 说明 metrics-server 坏了。',
    },
  },
  {
    id: 'unknown-means-idle',
    concept: 'hpa-request',
    text: {
      en: 'Unknown in TARGETS means that the Pods have nothing to do.',
      zh: 'TARGETS 里的 unknown 说明 Pod 没事可做。',
    },
  },
  {
    id: 'containers-without-request-are-left-out',
    concept: 'hpa-request',
    text: {
      en: 'A container without a request is left out of the percentage.',
      zh: '没写 request 的容器不计入百分比。',
    },
  },
  {
    id: 'hpa-shrinks-at-once',
    concept: 'hpa-pace',
    text: {
      en: 'When the load falls, the HPA takes Pods away at its next look.',
      zh: '负载一降，HPA 下一次检查就减少 Pod。',
    },
  },
  {
    id: 'hpa-shrinks-one-by-one',
    concept: 'hpa-pace',
    text: {
      en: 'An HPA that shrinks takes its Pods away one after the other.',
      zh: 'HPA 缩容时一个一个地减。',
    },
  },
  {
    id: 'window-holds-back-growth',
    concept: 'hpa-pace',
    text: {
      en: 'The five minutes hold back scaling up as well.',
      zh: '那五分钟的窗口，扩容时也要等。',
    },
  },
  {
    id: 'hpa-only-for-deployments',
    concept: 'hpa-target-kinds',
    text: {
      en: 'An HPA can scale Deployments and ReplicaSets only.',
      zh: 'HPA 只能用于 Deployment 和 ReplicaSet。',
    },
  },
  {
    id: 'hpa-of-daemonset-is-refused',
    concept: 'hpa-target-kinds',
    text: {
      en: 'The API server refuses an HPA whose target can’t be scaled.',
      zh: '目标不能扩缩的 HPA，API 服务器会拒绝。',
    },
  },
  {
    id: 'hpa-scales-daemonsets',
    concept: 'hpa-target-kinds',
    text: {
      en: 'An HPA puts more than one Pod of a DaemonSet on a busy node.',
      zh: '节点忙的时候，HPA 会让 DaemonSet 在上面多跑几个 Pod。',
    },
  },
  {
    id: 'hpa-adds-nodes',
    concept: 'hpa-target-kinds',
    text: {
      en: 'An HPA adds nodes when they are full.',
      zh: '节点满了，HPA 会添加节点。',
    },
  },
  {
    id: 'hpa-resizes-pods',
    concept: 'hpa-target-kinds',
    text: {
      en: 'An HPA gives the Pods more CPU when they need it.',
      zh: 'Pod 不够用时，HPA 会给它们更多 CPU。',
    },
  },
  {
    id: 'hpa-stops-at-full-nodes',
    concept: 'hpa-target-kinds',
    text: {
      en: 'An HPA asks for no more Pods than the nodes have room for.',
      zh: '节点放得下几个，HPA 才要几个 Pod。',
    },
  },
  {
    id: 'memory-needs-alpha',
    concept: 'hpa-metrics',
    text: {
      en: 'Memory and metrics of one’s own need an alpha version of the API.',
      zh: '内存和自定义指标要用 alpha 版的 API。',
    },
  },
  {
    id: 'v1-takes-memory',
    concept: 'hpa-metrics',
    text: {
      en: 'autoscaling/v1 has a field for memory, too.',
      zh: 'autoscaling/v1 里也有内存的字段。',
    },
  },
  {
    id: 'first-metric-counts',
    concept: 'hpa-metrics',
    text: {
      en: 'With several metrics the first one counts.',
      zh: '写了几个指标，只看第一个。',
    },
  },
  {
    id: 'metrics-are-averaged',
    concept: 'hpa-metrics',
    text: {
      en: 'With several metrics the mean of what they ask for is taken.',
      zh: '写了几个指标，取它们算出来的平均数。',
    },
  },
  {
    id: 'metrics-are-added',
    concept: 'hpa-metrics',
    text: {
      en: 'With several metrics what they ask for is added up.',
      zh: '写了几个指标，把算出来的数加在一起。',
    },
  },
  {
    id: 'custom-metrics-are-resources',
    concept: 'hpa-metrics',
    text: {
      en: 'Type Resource measures whatever a program counts.',
      zh: 'Resource 类型可以量程序自己数的任何东西。',
    },
  },
  {
    id: 'manifest-replicas-are-harmless',
    concept: 'hpa-and-manifest',
    text: {
      en: 'A number of replicas left in the manifest does no harm beside an HPA.',
      zh: '有了 HPA，清单里留着 replicas 也没关系。',
    },
  },
  {
    id: 'hpa-catches-up-with-more',
    concept: 'hpa-and-manifest',
    text: {
      en: 'After a drop the HPA asks for more than before, to make good for it.',
      zh: '数目被拉下来之后，HPA 会要得比原来更多，把缺的补上。',
    },
  },
  {
    id: 'back-off-stays-the-same',
    concept: 'restart-back-off',
    text: {
      en: 'The kubelet restarts a failing container at a fixed interval.',
      zh: 'kubelet 按固定的间隔重启失败的容器。',
    },
    belief: { machine: 'kubelet', rule: 'restartIsHeldBackLonger', holds: false },
  },
  {
    id: 'failed-pods-are-replaced',
    concept: 'restart-back-off',
    text: {
      en: 'A Pod whose container fails is replaced by another Pod; containers are not restarted.',
      zh: '容器失败，Pod 就会被另一个 Pod 替换；容器不会被重启。',
    },
  },
  {
    id: 'kubelet-gives-up',
    concept: 'restart-back-off',
    text: {
      en: 'The kubelet restarts a container once and then gives up.',
      zh: 'kubelet 重启一次容器就放弃了。',
    },
    belief: { machine: 'kubelet', rule: 'oneRestartIsTheLast', holds: true },
  },
  {
    id: 'first-probe-waits-a-period',
    concept: 'liveness-probe',
    text: {
      en: 'The first probe comes a whole period after the initial delay.',
      zh: '初始延迟之后，还要再过一个周期才有第一次探测。',
    },
  },
  {
    id: 'first-probe-when-the-delay-ends',
    concept: 'liveness-probe',
    text: {
      en: 'The first probe comes at the moment at which the initial delay ends.',
      zh: '初始延迟一结束，就在那一刻做第一次探测。',
    },
  },
  {
    id: 'one-failed-probe-restarts',
    concept: 'liveness-probe',
    text: { en: 'One failed probe is enough for a restart.', zh: '探测失败一次就会重启。' },
    belief: { machine: 'kubelet', rule: 'oneFailedProbeIsEnough', holds: true },
  },
  {
    id: 'liveness-kills-at-once',
    concept: 'liveness-probe',
    text: {
      en: 'A failed liveness probe kills the container without a grace period.',
      zh: '存活探针失败会直接杀掉容器，没有宽限期。',
    },
    belief: { machine: 'kubelet', rule: 'livenessKillsAtOnce', holds: true },
  },
  {
    id: 'grace-period-is-always-waited',
    concept: 'liveness-probe',
    text: {
      en: 'The grace period is waited for to its end, even if the program has ended.',
      zh: '就算程序已经结束，也要等满宽限期。',
    },
  },
  {
    id: 'initial-delay-is-within-the-period',
    concept: 'liveness-probe',
    text: {
      en: 'The initial delay is no more than a part of the first period.',
      zh: '初始延迟只是第一个周期里的一段。',
    },
  },
  {
    id: 'one-label-of-the-selector-is-enough',
    concept: 'service-endpoints',
    text: {
      en: 'One label of the Service selector is enough.',
      zh: 'Service 的选择算符只要满足一个标签就够了。',
    },
    belief: { machine: 'endpointslice', rule: 'oneLabelIsEnough', holds: true },
  },
  {
    id: 'running-pods-get-traffic',
    concept: 'service-endpoints',
    text: { en: 'A Pod gets traffic as soon as it is Running.', zh: 'Pod 一运行就有流量。' },
    belief: { machine: 'endpointslice', rule: 'runningPodIsEndpoint', holds: true },
  },
  {
    id: 'terminating-pods-stay-ready',
    concept: 'service-endpoints',
    text: {
      en: 'A Pod that is Terminating stays ready in the EndpointSlice while its probe succeeds.',
      zh: 'Pod 处于 Terminating 时，只要探针成功，在 EndpointSlice 里就仍然是 ready。',
    },
    belief: { machine: 'endpointslice', rule: 'goingPodStaysReady', holds: true },
  },
  {
    id: 'pdb-rounds-down',
    concept: 'pod-disruption-budgets',
    text: { en: 'A percentage of a budget is rounded down.', zh: '预算的百分比向下取整。' },
    belief: { machine: 'disruption', rule: 'percentageIsRoundedUp', holds: false },
  },
  {
    id: 'pdb-ignores-unready-pods',
    concept: 'pod-disruption-budgets',
    text: { en: 'Pods that are not Ready do not use up the budget.', zh: '未就绪的 Pod 不占用预算。' },
    belief: { machine: 'disruption', rule: 'unreadyPodsUseItUp', holds: false },
  },
  {
    id: 'min-available-is-what-may-go',
    concept: 'pod-disruption-budgets',
    text: {
      en: 'minAvailable says how many Pods may be taken away.',
      zh: 'minAvailable 说的是可以拿走几个 Pod。',
    },
    belief: { machine: 'disruption', rule: 'minAvailableIsWhatMayGo', holds: true },
  },
  {
    id: 'pdb-does-not-hold-voluntary-evictions',
    concept: 'pod-disruption-budgets',
    text: {
      en: 'A budget holds back nothing as long as the Pods are healthy.',
      zh: '只要 Pod 都健康，预算就不会拦住什么。',
    },
    belief: { machine: 'disruption', rule: 'healthyPodsMayAllGo', holds: true },
  },
  {
    id: 'uid-stays-with-the-name',
    concept: 'statefulset-identity',
    text: {
      en: 'A Pod that comes back under its name is the same Pod: UID and address stay.',
      zh: 'Pod 用原来的名字回来，就是同一个 Pod：UID 和 IP 地址都不变。',
    },
  },
  {
    id: 'successor-goes-to-the-same-node',
    concept: 'statefulset-identity',
    text: {
      en: 'A Pod that comes back runs on the node on which it ran.',
      zh: 'Pod 重新创建之后，仍在原来的节点上运行。',
    },
  },
  {
    id: 'controller-makes-the-service',
    concept: 'statefulset-dns',
    text: {
      en: 'The StatefulSet controller makes the Service that serviceName names.',
      zh: 'serviceName 写的那个 Service 由 StatefulSet 控制器创建。',
    },
  },
  {
    id: 'service-name-is-checked',
    concept: 'statefulset-dns',
    text: {
      en: 'The Service has to be there before the StatefulSet.',
      zh: 'Service 必须先于 StatefulSet 存在。',
    },
  },
  {
    id: 'scheduler-keeps-the-order',
    concept: 'statefulset-order',
    text: {
      en: 'The next Pod is there already and waits: the scheduler or an init container holds it back.',
      zh: '下一个 Pod 已经创建，只是在等：由调度器或 Init 容器拦着它。',
    },
  },
  {
    id: 'ready-is-available',
    concept: 'statefulset-available',
    text: { en: 'Ready and Available are the same.', zh: '就绪和可用是一回事。' },
  },
  {
    id: 'min-ready-seconds-holds-traffic',
    concept: 'statefulset-available',
    text: {
      en: 'minReadySeconds keeps traffic away from a new Pod.',
      zh: 'minReadySeconds 让新的 Pod 暂时没有流量。',
    },
  },
  {
    id: 'parallel-drops-identity',
    concept: 'statefulset-policy',
    text: {
      en: 'With Parallel the Pods of a set are alike, as those of a Deployment.',
      zh: '用了 Parallel，StatefulSet 的 Pod 就和 Deployment 的一样，没有区别。',
    },
  },
  {
    id: 'policy-can-be-changed',
    concept: 'statefulset-policy',
    text: {
      en: 'The Pod management policy can be changed while the set lives.',
      zh: 'StatefulSet 运行期间可以改 Pod 管理策略。',
    },
  },
  {
    id: 'deletion-keeps-the-order',
    concept: 'statefulset-delete',
    text: {
      en: 'Deleting the set deletes its Pods one by one, from the highest ordinal.',
      zh: '删除 StatefulSet 时，Pod 会从最大的序号开始一个一个删除。',
    },
    belief: { machine: 'garbage-collector', rule: 'podsGoOneByOne', holds: true },
  },
  {
    id: 'deleted-set-leaves-its-pods',
    concept: 'statefulset-delete',
    text: {
      en: 'The Pods run on when their StatefulSet is deleted.',
      zh: '删除 StatefulSet 之后，它的 Pod 照样运行。',
    },
    belief: { machine: 'garbage-collector', rule: 'ownerIsGone', holds: false },
  },
  {
    id: 'reverting-replaces-pods',
    concept: 'statefulset-stuck',
    text: {
      en: 'Setting the old template again replaces the Pods that are broken.',
      zh: '把模板改回去，坏掉的 Pod 就会被换掉。',
    },
    belief: { machine: 'statefulset', rule: 'unreadyPodIsWaitedFor', holds: false },
  },
  {
    id: 'statefulset-has-a-deadline',
    concept: 'statefulset-stuck',
    text: {
      en: 'A StatefulSet gives up a rollout after a deadline.',
      zh: 'StatefulSet 的更新超过期限就会放弃。',
    },
  },
  {
    id: 'statefulset-updates-from-the-lowest',
    concept: 'statefulset-update',
    text: { en: 'An update begins at the lowest ordinal.', zh: '更新从最小的序号开始。' },
    belief: { machine: 'statefulset', rule: 'lowestOrdinalIsUpdatedFirst', holds: true },
  },
  {
    id: 'successor-comes-before-the-old-pod-goes',
    concept: 'statefulset-update',
    text: {
      en: 'The new Pod is created before the old one is gone.',
      zh: '旧的 Pod 消失之前，新的就已经创建了。',
    },
  },
  {
    id: 'waiting-for-restart-is-pending',
    concept: 'pod-phase',
    text: {
      en: 'A Pod whose container waits for its restart is Pending.',
      zh: '容器在等重启的 Pod 是 Pending。',
    },
  },
  {
    id: 'any-container-keeps-the-pod-running',
    concept: 'pod-phase',
    text: {
      en: 'A Pod stays Running although none of its containers will run again.',
      zh: '容器都不会再运行了，Pod 也还是 Running。',
    },
  },
  {
    id: 'exit-0-ends-every-pod',
    concept: 'pod-phase',
    text: {
      en: 'A container that exits with 0 ends the Pod, whatever the restart policy.',
      zh: '不管重启策略是什么，容器以 0 退出，Pod 就结束了。',
    },
    belief: { machine: 'kubelet', rule: 'exitWith0IsTheEnd', holds: true },
  },
  {
    id: 'a-failed-container-fails-the-pod',
    concept: 'pod-phase',
    text: {
      en: 'A Pod has failed as soon as one of its containers has.',
      zh: '只要有一个容器失败，Pod 就是 Failed。',
    },
  },
  {
    id: 'requests-alone-guarantee',
    concept: 'pod-qos',
    text: {
      en: 'Requests for cpu and memory make a Pod Guaranteed.',
      zh: 'cpu 和 memory 都写了 requests，就是 Guaranteed。',
    },
  },
  {
    id: 'limits-without-requests-are-burstable',
    concept: 'pod-qos',
    text: {
      en: 'Limits without requests make a Pod Burstable.',
      zh: '只写 limits 不写 requests，就是 Burstable。',
    },
  },
  {
    id: 'one-container-without-resources-is-best-effort',
    concept: 'pod-qos',
    text: {
      en: 'A Pod is BestEffort when one of its containers says nothing of resources.',
      zh: '只要有一个容器没写资源，Pod 就是 BestEffort。',
    },
  },
  {
    id: 'ready-after-the-initial-delay',
    concept: 'readiness-probe',
    text: { en: 'A Pod is Ready when its initial delay is over.', zh: '初始延迟一过，Pod 就是就绪的。' },
  },
  {
    id: 'running-is-ready',
    concept: 'readiness-probe',
    text: { en: 'A Pod is Ready as soon as it runs.', zh: 'Pod 一运行就是就绪的。' },
    belief: { machine: 'kubelet', rule: 'runningContainerIsReady', holds: true },
  },
  {
    id: 'kubelet-waits-for-the-program',
    concept: 'pod-termination',
    text: {
      en: 'The kubelet waits until the program has ended by itself.',
      zh: 'kubelet 会一直等到程序自己结束。',
    },
  },
  {
    id: 'delete-can-not-shorten-the-grace-period',
    concept: 'pod-termination',
    text: { en: 'Only the Pod says how long the grace period is.', zh: '宽限期多长，只由 Pod 自己决定。' },
  },
  {
    id: 'deleted-pods-are-gone-at-once',
    concept: 'pod-termination',
    text: { en: 'A deleted Pod is gone at once.', zh: 'Pod 一删除就立刻消失。' },
  },
  {
    id: 'cluster-capacity-is-one-pool',
    concept: 'resource-requests',
    text: {
      en: 'What is free on all nodes together can be used by any Pod.',
      zh: '所有节点上空闲的资源加起来，任何 Pod 都能用。',
    },
    belief: { machine: 'scheduler', rule: 'capacityIsOnePool', holds: true },
  },
  {
    id: 'scheduler-looks-at-usage',
    concept: 'resource-requests',
    text: { en: 'The scheduler looks at how busy nodes are.', zh: '调度器看的是节点有多忙。' },
    belief: { machine: 'scheduler', rule: 'NodeResourcesFit', holds: false },
  },
  {
    id: 'scheduler-adds-up-limits',
    concept: 'resource-requests',
    text: { en: 'The scheduler adds up limits.', zh: '调度器把 limits 加起来算。' },
    belief: { machine: 'scheduler', rule: 'limitsAreAddedUp', holds: true },
  },
  {
    id: 'all-node-selector-terms-have-to-hold',
    concept: 'node-affinity',
    text: {
      en: 'All terms of nodeSelectorTerms have to hold.',
      zh: 'nodeSelectorTerms 里的每一项都必须满足。',
    },
    belief: { machine: 'scheduler', rule: 'termsAreAlternatives', holds: false },
  },
  {
    id: 'expressions-of-a-term-are-alternatives',
    concept: 'node-affinity',
    text: { en: 'One expression of a term is enough.', zh: '一项之内满足一个表达式就够了。' },
    belief: { machine: 'scheduler', rule: 'expressionsAreAlternatives', holds: true },
  },
  {
    id: 'taints-are-only-for-new-pods',
    concept: 'taint-eviction',
    text: { en: 'A taint never touches Pods that run already.', zh: '污点从不影响已经在运行的 Pod。' },
    belief: { machine: 'taint-eviction', rule: 'noExecuteEvicts', holds: false },
  },
  {
    id: 'tolerated-for-a-while-is-not-tolerated',
    concept: 'taint-eviction',
    text: {
      en: 'A Pod with tolerationSeconds is evicted at once, and NoSchedule evicts too.',
      zh: '有 tolerationSeconds 的 Pod 也会马上被驱逐，NoSchedule 也会驱逐。',
    },
    belief: { machine: 'taint-eviction', rule: 'toleratedTimeIsGiven', holds: false },
  },
  {
    id: 'toleration-seconds-never-end',
    concept: 'taint-eviction',
    text: { en: 'A toleration with seconds lasts for ever.', zh: '写了秒数的容忍度永远有效。' },
    belief: { machine: 'taint-eviction', rule: 'toleratedTimeEnds', holds: false },
  },
  {
    id: 'taints-empty-the-node',
    concept: 'taint-eviction',
    text: { en: 'A taint takes all Pods from the node.', zh: '污点会赶走节点上所有的 Pod。' },
    belief: { machine: 'taint-eviction', rule: 'tolerationCounts', holds: false },
  },
  {
    id: 'replicaset-counts-only-what-it-made',
    concept: 'replicaset-ownership',
    text: { en: 'A ReplicaSet counts only Pods that it has made.', zh: 'ReplicaSet 只数自己创建的 Pod。' },
    belief: { machine: 'replicaset', rule: 'orphanMatchesSelector', holds: false },
  },
  {
    id: 'replicaset-owns-every-pod',
    concept: 'replicaset-ownership',
    text: {
      en: 'A ReplicaSet takes every Pod, whatever its labels.',
      zh: '不管标签是什么，ReplicaSet 都会收养这个 Pod。',
    },
    belief: { machine: 'replicaset', rule: 'labelsAreAsked', holds: false },
  },
  {
    id: 'adopted-pods-are-never-deleted',
    concept: 'replicaset-ownership',
    text: { en: 'A controller never deletes Pods that it has adopted.', zh: '控制器不会删除收养来的 Pod。' },
    belief: { machine: 'replicaset', rule: 'adoptedPodMayGo', holds: false },
  },
  {
    id: 'released-pods-are-deleted',
    concept: 'replicaset-ownership',
    text: { en: 'A Pod that leaves the selector is deleted.', zh: '不再匹配选择算符的 Pod 会被删除。' },
    belief: { machine: 'replicaset', rule: 'podThatLeavesIsDeleted', holds: true },
  },
  {
    id: 'owner-reference-decides-the-count',
    concept: 'replicaset-ownership',
    text: {
      en: 'A ReplicaSet counts the Pods that once were its own.',
      zh: '曾经属于 ReplicaSet 的 Pod，它会一直算在内。',
    },
  },
  {
    id: 'owner-keeps-its-pods-whatever-their-labels',
    concept: 'replicaset-ownership',
    text: {
      en: 'A Pod stays with its ReplicaSet when its labels change.',
      zh: '标签改了，Pod 仍然属于它的 ReplicaSet。',
    },
    belief: { machine: 'replicaset', rule: 'podHasLeftSelector', holds: false },
  },
  {
    id: 'orphans-are-never-adopted',
    concept: 'garbage-collection',
    text: { en: 'What was orphaned is never adopted again.', zh: '孤儿对象再也不会被收养。' },
    belief: { machine: 'deployment', rule: 'orphanMatchesSelector', holds: false },
  },
  {
    id: 'pods-outlive-their-owner',
    concept: 'garbage-collection',
    text: {
      en: 'Pods run on as they were when their owner is deleted.',
      zh: '属主删除之后，Pod 照原样继续运行。',
    },
    belief: { machine: 'garbage-collector', rule: 'ownerIsGone', holds: false },
  },
  {
    id: 'orphan-deletes-too',
    concept: 'garbage-collection',
    text: { en: 'Orphan deletes the dependents too.', zh: 'Orphan 也会删除从属对象。' },
    belief: { machine: 'garbage-collector', rule: 'orphaningDeletes', holds: true },
  },
  {
    id: 'statefulset-creates-side-by-side',
    concept: 'statefulset-order',
    text: {
      en: 'OrderedReady creates the Pods side by side and only names them in order.',
      zh: 'OrderedReady 是同时创建 Pod 的，只是名字有顺序。',
    },
    belief: { machine: 'statefulset', rule: 'podsAreOrdered', holds: false },
  },
  {
    id: 'statefulset-starts-from-the-highest',
    concept: 'statefulset-order',
    text: { en: 'A set starts with its highest ordinal.', zh: 'StatefulSet 从最大的序号开始启动。' },
    belief: { machine: 'statefulset', rule: 'highestOrdinalStartsFirst', holds: true },
  },
  {
    id: 'on-delete-updates-the-rest-too',
    concept: 'update-strategies',
    text: {
      en: 'With OnDelete one deleted Pod is enough to start the update of all.',
      zh: '用 OnDelete，删一个 Pod 就会带动全部更新。',
    },
    belief: { machine: 'statefulset', rule: 'oneUpdatedPodUpdatesAll', holds: true },
  },
  {
    id: 'daemonset-rounds-as-a-deployment',
    concept: 'update-strategies',
    text: {
      en: 'A DaemonSet rounds maxUnavailable down, as a Deployment does.',
      zh: 'DaemonSet 的 maxUnavailable 和 Deployment 一样向下取整。',
    },
    belief: { machine: 'daemonset', rule: 'unavailableIsRoundedUp', holds: false },
  },
  {
    id: 'daemonset-starts-new-pods-first',
    concept: 'update-strategies',
    text: {
      en: 'A DaemonSet starts the new Pod of a node before the old one goes.',
      zh: 'DaemonSet 先在节点上启动新的 Pod，旧的才走。',
    },
    belief: { machine: 'daemonset', rule: 'newPodComesFirst', holds: true },
  },
  {
    id: 'daemonset-updates-all-nodes-at-once',
    concept: 'update-strategies',
    text: { en: 'A DaemonSet updates all nodes at once.', zh: 'DaemonSet 会同时更新所有节点。' },
    belief: { machine: 'daemonset', rule: 'limitIsAsked', holds: false },
  },
  {
    id: 'daemonset-updates-one-by-one',
    concept: 'update-strategies',
    text: {
      en: 'A DaemonSet always updates one node after the other.',
      zh: 'DaemonSet 总是一个节点一个节点地更新。',
    },
    belief: { machine: 'daemonset', rule: 'updateGoesOneByOne', holds: true },
  },
  {
    id: 'pause-stops-scaling',
    concept: 'deployment-pause',
    text: { en: 'A paused Deployment does not scale.', zh: '暂停的 Deployment 不能扩缩容。' },
    belief: { machine: 'deployment', rule: 'pauseStopsEverything', holds: true },
  },
  {
    id: 'pause-holds-back-nothing',
    concept: 'deployment-pause',
    text: { en: 'A pause does not hold back a changed template.', zh: '暂停挡不住模板的修改。' },
  },
  {
    id: 'paused-deployment-scales-with-the-new-template',
    concept: 'deployment-pause',
    text: {
      en: 'Pods that are added while paused come from the new template.',
      zh: '暂停期间新增的 Pod 用的是新模板。',
    },
  },
  {
    id: 'ttl-counts-from-creation',
    concept: 'job-clean-up',
    text: {
      en: 'ttlSecondsAfterFinished counts from the creation of the Job.',
      zh: 'ttlSecondsAfterFinished 从 Job 创建时算起。',
    },
    belief: { machine: 'ttl-after-finished', rule: 'timeRunsFromCreation', holds: true },
  },
  {
    id: 'ttl-counts-from-the-first-pod',
    concept: 'job-clean-up',
    text: {
      en: 'ttlSecondsAfterFinished counts from the end of the first Pod.',
      zh: 'ttlSecondsAfterFinished 从第一个 Pod 结束时算起。',
    },
  },
  {
    id: 'finished-jobs-are-deleted-at-once',
    concept: 'job-clean-up',
    text: { en: 'A finished Job is deleted at once.', zh: 'Job 一结束就会被删除。' },
    belief: { machine: 'ttl-after-finished', rule: 'timeIsNotUp', holds: false },
  },
  {
    id: 'active-deadline-is-per-pod',
    concept: 'job-failures',
    text: {
      en: 'activeDeadlineSeconds holds for each Pod by itself.',
      zh: 'activeDeadlineSeconds 对每个 Pod 分别计算。',
    },
    belief: { machine: 'job', rule: 'deadlineIsOfTheJob', holds: false },
  },
  {
    id: 'deadline-lets-the-running-pod-finish',
    concept: 'job-failures',
    text: {
      en: 'The Pod that runs when the deadline passes may finish.',
      zh: '到期时正在运行的 Pod 可以运行完。',
    },
  },
  {
    id: 'failed-job-loses-its-completions',
    concept: 'job-failures',
    text: { en: 'A Job that fails counts no completions.', zh: 'Job 失败了，就不算任何 completion。' },
  },
  {
    id: 'pdb-grants-one-at-a-time',
    concept: 'pod-disruption-budgets',
    text: { en: 'A budget lets one Pod go at a time.', zh: '预算一次只放走一个 Pod。' },
  },
  {
    id: 'spread-is-only-a-wish',
    concept: 'topology-spread',
    text: { en: 'Topology spread never keeps a Pod Pending.', zh: '拓扑分布约束从不会让 Pod 一直 Pending。' },
    belief: { machine: 'scheduler', rule: 'PodTopologySpread', holds: false },
  },
  {
    id: 'spread-means-equal',
    concept: 'topology-spread',
    text: { en: 'All zones must have the same number of Pods.', zh: '各可用区的 Pod 数必须相同。' },
    belief: { machine: 'scheduler', rule: 'spreadMeansEqual', holds: true },
  },
  {
    id: 'max-skew-is-a-maximum',
    concept: 'topology-spread',
    text: {
      en: 'maxSkew is the most Pods that a zone may have.',
      zh: 'maxSkew 是一个可用区最多能有的 Pod 数。',
    },
    belief: { machine: 'scheduler', rule: 'maxSkewIsTheMost', holds: true },
  },
  {
    id: 'schedule-anyway-holds-back',
    concept: 'topology-spread',
    text: {
      en: 'ScheduleAnyway keeps Pods Pending as well.',
      zh: 'ScheduleAnyway 也会让 Pod 一直 Pending。',
    },
    belief: { machine: 'scheduler', rule: 'scheduleAnywayHoldsBack', holds: true },
  },
  {
    id: 'lost-nodes-are-noticed-at-once',
    concept: 'node-failure',
    text: { en: 'A node that is cut off is called lost at once.', zh: '节点一断开，马上就会被判为失联。' },
    belief: { machine: 'node-lifecycle', rule: 'silenceIsNoticedAtOnce', holds: true },
  },
  {
    id: 'pods-leave-with-the-taint',
    concept: 'node-failure',
    text: {
      en: 'Pods leave as soon as their node is tainted as unreachable.',
      zh: '节点一加上不可达的污点，Pod 就会离开。',
    },
    belief: { machine: 'taint-eviction', rule: 'toleratedTimeIsGiven', holds: false },
  },
  {
    id: 'restart-keeps-the-containers-files',
    concept: 'two-repair-loops',
    text: {
      en: 'What a program wrote in its container is there after a restart.',
      zh: '程序写在容器里的东西，重启之后还在。',
    },
  },
  {
    id: 'restarts-count-pods',
    concept: 'two-repair-loops',
    text: { en: 'RESTARTS counts how often a Pod was replaced.', zh: 'RESTARTS 数的是 Pod 被换过几次。' },
  },
  {
    id: 'kubelet-replaces-pods',
    concept: 'two-repair-loops',
    text: { en: 'The kubelet makes a new Pod when one is gone.', zh: 'Pod 没了，kubelet 会创建一个新的。' },
  },
  {
    id: 'kubelet-only-reports',
    concept: 'two-repair-loops',
    text: {
      en: 'A kubelet reports what it sees and leaves repairs to others.',
      zh: 'kubelet 只报告看到的情况，修复由别人来做。',
    },
  },
  {
    id: 'replicas-hold-at-every-moment',
    concept: 'two-repair-loops',
    text: {
      en: 'At every moment there are as many Pods as `spec.replicas` says.',
      zh: '任何时刻，Pod 的数目都等于 `spec.replicas`。',
    },
  },
  {
    id: 'deployment-makes-pods',
    concept: 'workload-controllers',
    text: { en: 'A Deployment creates its Pods itself.', zh: 'Deployment 自己创建 Pod。' },
  },
  {
    id: 'replicaset-updates-its-pods',
    concept: 'workload-controllers',
    text: {
      en: 'When the template of a ReplicaSet changes, its Pods change.',
      zh: 'ReplicaSet 的模板变了，它的 Pod 也会跟着变。',
    },
  },
  {
    id: 'replicaset-is-in-core',
    concept: 'workload-controllers',
    text: {
      en: 'ReplicaSet belongs to the API group `v1`, as Pods do.',
      zh: 'ReplicaSet 和 Pod 一样属于 `v1`。',
    },
  },
  {
    id: 'replicationcontroller-is-current',
    concept: 'workload-controllers',
    text: {
      en: 'The ReplicationController is what one writes today.',
      zh: '今天该写的是 ReplicationController。',
    },
  },
  {
    id: 'selector-must-name-every-label',
    concept: 'workload-controllers',
    text: {
      en: 'A selector has to name every label of the Pods.',
      zh: '选择算符必须写出 Pod 的每一个标签。',
    },
  },
  {
    id: 'failed-rollout-rolls-back',
    concept: 'deployment-stuck-rollout',
    text: {
      en: 'A rollout that fails is rolled back by itself.',
      zh: '失败的发布会自动回滚。',
    },
    belief: { machine: 'deployment', rule: 'stuckRolloutIsUndone', holds: true },
  },
  {
    id: 'available-means-rolled-out',
    concept: 'deployment-stuck-rollout',
    text: {
      en: 'Available True, or all Pods created, means that the new version serves.',
      zh: 'Available 为 True，或者 Pod 都创建了，就表示新版本在服务。',
    },
  },
  {
    id: 'scaling-makes-a-replicaset',
    concept: 'deployment-revisions',
    text: {
      en: 'Scaling a Deployment makes another ReplicaSet.',
      zh: 'Deployment 扩缩容会多出一个 ReplicaSet。',
    },
  },
  {
    id: 'every-edit-is-a-rollout',
    concept: 'deployment-revisions',
    text: {
      en: 'Whatever is changed in a Deployment starts a rollout.',
      zh: '改 Deployment 的任何地方都会引起一次发布。',
    },
  },
  {
    id: 'undo-goes-further-back',
    concept: 'deployment-revisions',
    text: {
      en: 'Each further undo goes one revision further back.',
      zh: '每多撤销一次，就多退一个修订版本。',
    },
  },
  {
    id: 'undo-works-once',
    concept: 'deployment-revisions',
    text: {
      en: 'After an undo there is nothing left to undo.',
      zh: '撤销过一次，就没有什么可撤销了。',
    },
  },
  {
    id: 'owned-replicasets-keep-what-is-edited',
    concept: 'deployment-chain',
    text: {
      en: 'A ReplicaSet keeps what is set on it by hand, whoever owns it.',
      zh: '不管属主是谁，手工改过的 ReplicaSet 都会保持改后的样子。',
    },
  },
  {
    id: 'replicaset-keeps-its-first-template',
    concept: 'deployment-chain',
    text: {
      en: 'A ReplicaSet makes all its Pods from the template that it was created with.',
      zh: 'ReplicaSet 的所有 Pod 都用它创建时的模板。',
    },
  },
  {
    id: 'kubectl-rolling-update-exists',
    concept: 'deployment-chain',
    text: {
      en: 'Pods are replaced with `kubectl rolling-update`.',
      zh: '替换 Pod 用 `kubectl rolling-update`。',
    },
  },
  {
    id: 'limits-are-totals',
    concept: 'deployment-rollout-limits',
    text: {
      en: 'maxSurge and maxUnavailable say how many Pods there may be in all.',
      zh: 'maxSurge 和 maxUnavailable 说的是一共可以有几个 Pod。',
    },
  },
  {
    id: 'rolling-update-fits-one-disk',
    concept: 'deployment-strategy',
    text: {
      en: 'A rolling update works with one ReadWriteOnce disk.',
      zh: '用一块 ReadWriteOnce 的磁盘也能滚动更新。',
    },
  },
  {
    id: 'daemonset-covers-control-planes',
    concept: 'daemonset-nodes',
    text: {
      en: 'A DaemonSet includes the nodes of the control plane by itself.',
      zh: 'DaemonSet 默认就包括控制平面节点。',
    },
    belief: { machine: 'daemonset', rule: 'taintsAreAsked', holds: false },
  },
  {
    id: 'daemonset-has-replicas',
    concept: 'daemon-workloads',
    text: {
      en: 'A DaemonSet has one Pod unless more are asked for.',
      zh: '没有另外说明，DaemonSet 就只有一个 Pod。',
    },
  },
  {
    id: 'daemonset-bypasses-scheduler',
    concept: 'daemon-workloads',
    text: { en: 'The Pods of a DaemonSet pass by the scheduler.', zh: 'DaemonSet 的 Pod 不经过调度器。' },
  },
  {
    id: 'full-nodes-are-not-eligible',
    concept: 'daemonset-nodes',
    text: {
      en: 'A node without room is not eligible for a DaemonSet.',
      zh: '没有空位的节点，对 DaemonSet 来说不合格。',
    },
  },
  {
    id: 'cordon-keeps-daemons-away',
    concept: 'daemonset-nodes',
    text: {
      en: 'A cordoned node gets no Pods of a DaemonSet.',
      zh: '被隔离的节点不会再有 DaemonSet 的 Pod。',
    },
  },
  {
    id: 'misscheduled-is-a-scheduler-fault',
    concept: 'daemonset-nodes',
    text: { en: 'Misscheduled Pods are a fault of the scheduler.', zh: 'misscheduled 说明调度器出了错。' },
  },
  {
    id: 'labels-are-asked-only-when-placed',
    concept: 'daemonset-nodes',
    text: {
      en: 'The Pod of a DaemonSet stays when its node loses the label.',
      zh: '节点失去标签，DaemonSet 的 Pod 仍会留下。',
    },
  },
  {
    id: 'drain-takes-everything',
    concept: 'taint-eviction',
    text: { en: 'A drained node has no Pods left.', zh: '腾空之后，节点上一个 Pod 也没有。' },
  },
  {
    id: 'daemonset-never-doubles',
    concept: 'update-strategies',
    text: {
      en: 'A node never has two Pods of one DaemonSet.',
      zh: '一个节点上绝不会有同一个 DaemonSet 的两个 Pod。',
    },
  },
  {
    id: 'what-watches-nodes-runs-on-each',
    concept: 'daemon-workloads',
    text: {
      en: 'Whatever has to do with nodes runs on each of them.',
      zh: '凡是和节点有关的程序，都该在每个节点上运行。',
    },
  },
  {
    id: 'in-tree-volumes-still-work',
    concept: 'daemon-workloads',
    text: {
      en: 'Kubernetes itself still mounts glusterfs, cephfs and rbd.',
      zh: 'glusterfs、cephfs、rbd 卷，Kubernetes 自己还能挂载。',
    },
  },
  {
    id: 'removed-volumes-are-refused',
    concept: 'daemon-workloads',
    text: {
      en: 'The API server refuses volume types whose code was removed.',
      zh: '代码已移除的卷类型，API 服务器会拒绝。',
    },
  },
  {
    id: 'pod-networks-need-an-overlay',
    concept: 'flannel-backends',
    text: {
      en: 'A Pod network needs an overlay.',
      zh: 'Pod 网络离不开覆盖网络。',
    },
  },
  {
    id: 'host-gw-goes-through-routers',
    concept: 'flannel-backends',
    text: {
      en: 'host-gw reaches any node that has an address.',
      zh: '只要节点有地址，host-gw 都到得了。',
    },
  },
  {
    id: 'flannel-keeps-a-row-per-pod',
    concept: 'pod-subnets',
    text: {
      en: 'Flannel keeps one route for each Pod.',
      zh: 'Flannel 为每个 Pod 记一条路由。',
    },
  },
  {
    id: 'pod-addresses-come-from-one-pool',
    concept: 'pod-subnets',
    text: {
      en: 'Pods get the next free address of the whole cluster.',
      zh: 'Pod 拿到的是全集群下一个空闲地址。',
    },
  },
  {
    id: 'docker-gives-pods-their-addresses',
    concept: 'pod-subnets',
    text: {
      en: 'Docker and its bridge docker0 give Pods their addresses.',
      zh: 'Pod 的地址由 Docker 和它的网桥 docker0 分配。',
    },
  },
  {
    id: 'flanneld-carries-packets',
    concept: 'packets-between-nodes',
    text: {
      en: 'Every packet between nodes passes through flanneld.',
      zh: '节点之间的每个包都经过 flanneld。',
    },
  },
  {
    id: 'wrapping-translates-addresses',
    concept: 'packets-between-nodes',
    text: {
      en: 'Between nodes a Pod’s address is replaced by its node’s.',
      zh: '在节点之间，Pod 的地址会换成节点的地址。',
    },
  },
  {
    id: 'wrapping-takes-no-room',
    concept: 'packets-between-nodes',
    text: {
      en: 'Pods have the MTU of the wire.',
      zh: 'Pod 的 MTU 和网线一样。',
    },
  },
  {
    id: 'pod-mtu-is-a-constant',
    concept: 'packets-between-nodes',
    text: {
      en: 'The MTU of Pods is 1,450 in every network.',
      zh: '不管什么网络，Pod 的 MTU 都是 1450。',
    },
  },
  {
    id: 'wire-knows-pods',
    concept: 'packets-between-nodes',
    text: {
      en: 'Switches and routers know where each Pod is.',
      zh: '交换机和路由器知道每个 Pod 在哪里。',
    },
  },
  {
    id: 'flannel-enforces-policies',
    concept: 'cross-node-faults',
    text: {
      en: 'Flannel enforces NetworkPolicies.',
      zh: 'NetworkPolicy 由 Flannel 执行。',
    },
  },
  {
    id: 'tcp-between-nodes-is-enough',
    concept: 'cross-node-faults',
    text: {
      en: 'Pods reach each other when TCP is open between the nodes.',
      zh: '节点之间放行了 TCP，Pod 就能互通。',
    },
  },
  {
    id: 'silent-dns-is-a-dns-fault',
    concept: 'cross-node-faults',
    text: {
      en: 'When DNS fails and ping works, DNS is broken.',
      zh: 'ping 通而 DNS 不通，就是 DNS 坏了。',
    },
  },
  {
    id: 'ready-nodes-carry-pod-traffic',
    concept: 'cross-node-faults',
    text: {
      en: 'Where all nodes and Pods are Ready, the Pods reach each other.',
      zh: '节点和 Pod 都就绪，Pod 之间就一定通。',
    },
  },
  {
    id: 'one-bad-lease-cuts-everybody',
    concept: 'cross-node-faults',
    text: {
      en: 'One wrong lease brings the whole overlay down.',
      zh: '一份租约错了，整个覆盖网络就断了。',
    },
  },
  {
    id: 'an-overlay-is-one-switch',
    concept: 'packets-between-nodes',
    text: {
      en: 'With an overlay all Pods are on one switch, and nobody routes between them.',
      zh: '有了覆盖网络，所有 Pod 就在同一台交换机上，中间没有路由。',
    },
  },
  {
    id: 'nodes-agree-in-pairs',
    concept: 'pod-subnets',
    text: {
      en: 'Each pair of nodes agrees on the way between them.',
      zh: '节点两两商量好彼此之间的路。',
    },
  },
  {
    id: 'ping-goes-beside-the-tunnel',
    concept: 'cross-node-faults',
    text: { en: 'Ping between Pods does not use the tunnel.', zh: 'Pod 之间的 ping 不走隧道。' },
  },
  {
    id: 'job-runs-exactly-once',
    concept: 'job-completions',
    text: { en: 'A Job runs its program exactly once.', zh: 'Job 的程序恰好运行一次。' },
  },
  {
    id: 'job-guarantees-success',
    concept: 'job-completions',
    text: { en: 'A Job tries until it has succeeded.', zh: 'Job 会一直试到成功为止。' },
  },
  {
    id: 'never-restarts-in-place',
    concept: 'job-logs',
    text: {
      en: 'Under Never a failed container is restarted in its Pod.',
      zh: '在 Never 之下，失败的容器会在原来的 Pod 里重启。',
    },
  },
  {
    id: 'limit-is-never-overrun',
    concept: 'job-failures',
    text: {
      en: 'There are never more failures than backoffLimit + 1.',
      zh: '失败的次数不会超过 backoffLimit + 1。',
    },
  },
  {
    id: 'job-tries-every-completion',
    concept: 'job-completions',
    text: {
      en: 'A Job tries each of its completions at least once.',
      zh: '每个 completion，Job 至少会试一次。',
    },
  },
  {
    id: 'on-failure-makes-pods',
    concept: 'job-logs',
    text: {
      en: 'Under OnFailure each try is a Pod of its own.',
      zh: '在 OnFailure 之下，每次尝试都是单独的 Pod。',
    },
  },
  {
    id: 'on-failure-keeps-the-logs',
    concept: 'job-logs',
    text: {
      en: 'Under OnFailure the Pod and its logs stay when the Job has failed.',
      zh: '在 OnFailure 之下，Job 失败后 Pod 和日志还留着。',
    },
  },
  {
    id: 'pods-outlive-their-job',
    concept: 'job-clean-up',
    text: { en: 'The Pods of a Job stay when the Job is deleted.', zh: 'Job 被删除，它的 Pod 仍会留下。' },
  },
  {
    id: 'every-failure-counts-alike',
    concept: 'job-failure-policy',
    text: {
      en: 'Every failure uses up a retry, whatever its cause.',
      zh: '不管什么原因，每次失败都用掉一次重试。',
    },
  },
  {
    id: 'ignore-gives-up',
    concept: 'job-failure-policy',
    text: {
      en: 'Ignore in a podFailurePolicy means that a Pod is given up.',
      zh: 'podFailurePolicy 里的 Ignore，意思是放弃这个 Pod。',
    },
  },
  {
    id: 'jobs-allow-always',
    concept: 'job-logs',
    text: {
      en: 'The Pods of a Job may have restartPolicy Always.',
      zh: 'Job 的 Pod 可以用 restartPolicy Always。',
    },
  },
  {
    id: 'forbid-queues-missed-times',
    concept: 'cronjob-missed-times',
    text: { en: 'Forbid lets every skipped time wait for its turn.', zh: 'Forbid 会让跳过的每一次都排队。' },
  },
  {
    id: 'overlap-is-always-harmful',
    concept: 'cronjob-concurrency',
    text: { en: 'Jobs of one CronJob must never overlap.', zh: '同一个 CronJob 的 Job 绝不能重叠。' },
  },
  {
    id: 'replace-lets-the-old-one-finish',
    concept: 'cronjob-concurrency',
    text: { en: 'Replace lets the running Job finish first.', zh: 'Replace 会先让正在跑的 Job 做完。' },
  },
  {
    id: 'cronjob-waits-by-itself',
    concept: 'cronjob-concurrency',
    text: {
      en: 'Without a policy a CronJob waits for its running Job.',
      zh: '不写策略，CronJob 也会等正在跑的 Job。',
    },
  },
  {
    id: 'forbid-ends-the-old-one',
    concept: 'cronjob-concurrency',
    text: { en: 'Forbid ends the running Job.', zh: 'Forbid 会结束正在跑的 Job。' },
  },
  {
    id: 'cronjob-has-one-shot-dates',
    concept: 'cronjob-schedule',
    text: { en: 'A CronJob can be given one date.', zh: 'CronJob 可以只写某一个日期。' },
  },
  {
    id: 'schedule-is-in-local-time',
    concept: 'cronjob-schedule',
    text: { en: 'A schedule goes by the clock of whoever wrote it.', zh: '计划按写它的人的钟来算。' },
  },
  {
    id: 'hundred-missed-times-stop-it',
    concept: 'cronjob-missed-times',
    text: {
      en: 'After more than 100 missed times a CronJob starts nothing any more.',
      zh: '错过超过 100 次，CronJob 就再也不启动了。',
    },
  },
  {
    id: 'hundred-is-a-cap',
    concept: 'cronjob-missed-times',
    text: { en: 'Up to 100 missed times are made good.', zh: '错过的时间最多补 100 个。' },
  },
  {
    id: 'network-cards-route',
    concept: 'pod-egress',
    text: {
      en: 'The network card chooses the way of a packet.',
      zh: '包走哪条路，由网卡来选。',
    },
  },
  {
    id: 'network-programs-carry-packets',
    concept: 'pod-egress',
    text: {
      en: 'Each packet passes through flanneld or kube-proxy.',
      zh: '每个包都要经过 flanneld 或 kube-proxy。',
    },
  },
  {
    id: 'senders-choose-the-whole-way',
    concept: 'pod-egress',
    text: {
      en: 'Who sends a packet chooses its whole way.',
      zh: '整条路都由发送方选定。',
    },
  },
  {
    id: 'rewriting-comes-before-routing',
    concept: 'pod-egress',
    text: {
      en: 'The source is rewritten before the way is chosen.',
      zh: '先改写源地址，再选路。',
    },
  },
  {
    id: 'kubernetes-masquerades',
    concept: 'masquerading',
    text: {
      en: 'Kubernetes itself masquerades what Pods send out.',
      zh: 'Pod 发出去的包，由 Kubernetes 自己做地址伪装。',
    },
  },
  {
    id: 'private-addresses-rewrite-themselves',
    concept: 'masquerading',
    text: {
      en: 'Private addresses are rewritten without any rule.',
      zh: '私有地址不用规则也会被改写。',
    },
  },
  {
    id: 'private-sources-stay-inside',
    concept: 'masquerading',
    text: {
      en: 'A packet with a private source can not leave the node.',
      zh: '源地址是私有地址的包出不了节点。',
    },
  },
  {
    id: 'pod-addresses-are-known-outside',
    concept: 'masquerading',
    text: {
      en: 'Pods’ addresses can be seen and answered on the internet.',
      zh: 'Pod 的地址在外网看得到，也能应答。',
    },
  },
  {
    id: 'packets-carry-their-gateway',
    concept: 'masquerading',
    text: {
      en: 'A packet has the address of its gateway as its source.',
      zh: '包的源地址就是它的网关。',
    },
  },
  {
    id: 'whatever-leaves-a-node-is-rewritten',
    concept: 'masquerading',
    text: {
      en: 'Every packet that leaves a node gets the node’s address.',
      zh: '凡是离开节点的包都会换成节点的地址。',
    },
  },
  {
    id: 'masquerading-is-for-the-internet-alone',
    concept: 'masquerading',
    text: {
      en: 'Only packets to the internet are masqueraded.',
      zh: '只有发往外网的包才做地址伪装。',
    },
  },
  {
    id: 'replies-need-a-rule',
    concept: 'masquerading',
    text: {
      en: 'Replies are turned back by a rule of their own.',
      zh: '应答要靠一条专门的规则改回来。',
    },
  },
  {
    id: 'cluster-ips-work-outside',
    concept: 'ways-in',
    text: {
      en: 'A ClusterIP can be reached from outside.',
      zh: 'ClusterIP 从外面也能访问。',
    },
  },
  {
    id: 'cluster-ip-is-not-enough-inside',
    concept: 'ways-in',
    text: {
      en: 'Inside the cluster, too, a Service needs a node port.',
      zh: '在集群里面，Service 也需要节点端口。',
    },
  },
  {
    id: 'load-balancer-brings-all-or-nothing',
    concept: 'ways-in',
    text: {
      en: 'Without an address a LoadBalancer Service can’t be reached.',
      zh: '没有分到地址，LoadBalancer 类型的 Service 就访问不了。',
    },
  },
  {
    id: 'load-balancers-read-host-names',
    concept: 'http-doors',
    text: {
      en: 'A Service of type LoadBalancer tells host names apart.',
      zh: 'LoadBalancer 类型的 Service 能区分主机名。',
    },
  },
  {
    id: 'http-doors-take-any-protocol',
    concept: 'http-doors',
    text: {
      en: 'Ingress and HTTPRoute take any protocol.',
      zh: 'Ingress 和 HTTPRoute 什么协议都能接。',
    },
  },
  {
    id: 'service-ports-are-opened-on-nodes',
    concept: 'ways-in',
    text: {
      en: '`port` and `targetPort` are opened on the nodes.',
      zh: '`port` 和 `targetPort` 会在节点上打开。',
    },
  },
  {
    id: 'ingress-works-by-itself',
    concept: 'http-doors',
    text: {
      en: 'An Ingress works without a controller.',
      zh: '没有控制器，Ingress 也能工作。',
    },
  },
  {
    id: 'objects-need-their-controller',
    concept: 'http-doors',
    text: {
      en: 'The API server refuses objects that nobody reads.',
      zh: '没有谁会读的对象，API 服务器会拒绝。',
    },
  },
  {
    id: 'external-ips-are-given',
    concept: 'ways-in',
    text: {
      en: '`spec.externalIPs` is what stands below EXTERNAL-IP, and no more.',
      zh: '`spec.externalIPs` 就是 EXTERNAL-IP 那一列，没有别的。',
    },
  },
  {
    id: 'local-is-for-load-balancers',
    concept: 'client-address',
    text: {
      en: 'Policy Local is for the type LoadBalancer alone.',
      zh: '策略 Local 只能用于 LoadBalancer 类型。',
    },
  },
  {
    id: 'local-passes-on',
    concept: 'client-address',
    text: {
      en: 'With policy Local, too, a node passes on to other nodes.',
      zh: '策略是 Local，节点也会转给别的节点。',
    },
  },
  {
    id: 'pods-always-see-the-caller',
    concept: 'client-address',
    text: {
      en: 'A Pod always sees the address of who called.',
      zh: 'Pod 总能看到来访者的地址。',
    },
  },
  {
    id: 'node-ports-are-answered-by-pods',
    concept: 'client-address',
    text: {
      en: 'A node port is served by a Pod on that node.',
      zh: '节点端口由那个节点上的 Pod 接待。',
    },
  },
  {
    id: 'pods-see-the-node-that-was-called',
    concept: 'client-address',
    text: {
      en: 'A Pod sees the address at which the node was called.',
      zh: 'Pod 看到的是被访问的那个节点的地址。',
    },
  },
  {
    id: 'discovery-is-selection',
    concept: 'service-discovery',
    text: {
      en: 'Service discovery is that a Service finds its Pods.',
      zh: '服务发现就是 Service 找到自己的 Pod。',
    },
  },
  {
    id: 'environment-follows-services',
    concept: 'service-discovery',
    text: {
      en: 'The variables of a running container follow the Services.',
      zh: '正在运行的容器，环境变量会跟着 Service 变。',
    },
  },
  {
    id: 'dns-is-fixed-at-start',
    concept: 'service-discovery',
    text: {
      en: 'A Pod knows only Services that were there before it.',
      zh: 'Pod 只认识比它先有的 Service。',
    },
  },
  {
    id: 'dns-knows-endpoints',
    concept: 'service-discovery',
    text: {
      en: 'The name of a Service resolves only when Pods are Ready.',
      zh: '有 Pod 就绪，Service 的名字才解析得出来。',
    },
  },
  {
    id: 'selectors-cross-namespaces',
    concept: 'service-endpoints',
    text: {
      en: 'A Service selects Pods in every namespace.',
      zh: 'Service 会选中所有名字空间里的 Pod。',
    },
  },
  {
    id: 'labels-ignore-case',
    concept: 'label-selectors',
    text: {
      en: 'Capital letters do not matter in labels.',
      zh: '标签不分大小写。',
    },
  },
  {
    id: 'refused-means-no-endpoints',
    concept: 'service-endpoints',
    text: {
      en: 'A refused connection means that there are no endpoints.',
      zh: '连接被拒绝，就说明没有端点。',
    },
  },
  {
    id: 'service-port-is-the-pods-port',
    concept: 'service-endpoints',
    text: {
      en: 'The port of a Service has to be that of its Pods.',
      zh: 'Service 的端口必须和 Pod 的端口相同。',
    },
  },
  {
    id: 'packets-pass-kube-proxy',
    concept: 'service-forwarding',
    text: {
      en: 'The packets of a Service pass through kube-proxy.',
      zh: 'Service 的包要经过 kube-proxy。',
    },
  },
  {
    id: 'rules-follow-by-themselves',
    concept: 'service-forwarding',
    text: {
      en: 'The rules know new endpoints without kube-proxy.',
      zh: '没有 kube-proxy，规则也会知道新的端点。',
    },
  },
  {
    id: 'kube-proxy-answers-names',
    concept: 'service-forwarding',
    text: {
      en: 'kube-proxy answers for the names of Services.',
      zh: 'Service 的名字由 kube-proxy 来回答。',
    },
  },
  {
    id: 'cluster-ip-answers-ping',
    concept: 'service-forwarding',
    text: {
      en: 'A ClusterIP that works answers a ping.',
      zh: 'ClusterIP 正常，就 ping 得通。',
    },
  },
  {
    id: 'cluster-ip-is-on-a-device',
    concept: 'service-forwarding',
    text: {
      en: 'Some device has the ClusterIP.',
      zh: '有某个设备拥有 ClusterIP。',
    },
  },
  {
    id: 'pod-reaches-itself-by-its-service',
    concept: 'service-forwarding',
    text: {
      en: 'A Pod can always reach itself through its Service.',
      zh: 'Pod 总能经自己的 Service 访问到自己。',
    },
  },
  {
    id: 'service-leaves-the-asker-out',
    concept: 'service-forwarding',
    text: {
      en: 'A Service never sends a Pod to itself.',
      zh: 'Service 不会把 Pod 的请求送回它自己。',
    },
  },
  {
    id: 'ipvs-is-the-modern-default',
    concept: 'kube-proxy-modes',
    text: {
      en: 'ipvs, or LVS, is the modern default of kube-proxy.',
      zh: 'ipvs（LVS）是 kube-proxy 新的默认模式。',
    },
  },
  {
    id: 'nftables-is-iptables',
    concept: 'kube-proxy-modes',
    text: {
      en: 'nftables mode is an old name of iptables mode.',
      zh: 'nftables 模式是 iptables 模式的旧称。',
    },
  },
  {
    id: 'every-packet-asks-the-rules',
    concept: 'kube-proxy-modes',
    text: {
      en: 'Every packet is held against the rules.',
      zh: '每个包都要和规则比对。',
    },
  },
  {
    id: 'used-rules-move-to-the-front',
    concept: 'kube-proxy-modes',
    text: {
      en: 'Rules that are used move to the front.',
      zh: '用过的规则会排到前面。',
    },
  },
  {
    id: 'headless-translates-ports',
    concept: 'headless-services',
    text: {
      en: 'A headless Service translates its port into targetPort.',
      zh: '无头服务会把 port 换成 targetPort。',
    },
  },
  {
    id: 'headless-means-no-dns',
    concept: 'headless-services',
    text: {
      en: 'A headless Service has no address to be asked for.',
      zh: '无头服务没有可以访问的地址。',
    },
  },
  {
    id: 'kubelets-set-up-the-network',
    concept: 'pod-network-setup',
    text: {
      en: 'The kubelet sets up the network of its node.',
      zh: '节点的网络由 kubelet 设置。',
    },
  },
  {
    id: 'a-name-opens-a-door',
    concept: 'ways-in',
    text: {
      en: 'A name in DNS is enough to let requests in.',
      zh: '有了 DNS 名字，请求就进得来。',
    },
  },
  {
    id: 'kubernetes-ships-a-network',
    concept: 'pod-network-setup',
    text: {
      en: 'Kubernetes brings a network of Pods along.',
      zh: 'Kubernetes 自带 Pod 网络。',
    },
  },
  {
    id: 'coredns-pending-is-broken',
    concept: 'pod-network-setup',
    text: {
      en: 'A Pending CoreDNS is badly configured.',
      zh: 'CoreDNS 处于 Pending，说明它的配置有问题。',
    },
  },
  {
    id: 'network-comes-before-kubernetes',
    concept: 'pod-network-setup',
    text: {
      en: 'The network of Pods has to be there before Kubernetes is installed.',
      zh: '要先有 Pod 网络，才能安装 Kubernetes。',
    },
  },
  {
    id: 'tolerated-pods-start',
    concept: 'pod-network-setup',
    text: {
      en: 'Whatever the scheduler lets onto a node starts there.',
      zh: '调度器放到节点上的，就能在那里启动。',
    },
  },
  {
    id: 'nothing-runs-without-a-network',
    concept: 'pod-network-setup',
    text: {
      en: 'Without a network of Pods no Pod runs at all.',
      zh: '没有 Pod 网络，什么 Pod 都运行不了。',
    },
  },
  {
    id: 'network-agents-wait-for-the-network',
    concept: 'pod-network-setup',
    text: {
      en: 'Network agents run once the nodes are Ready.',
      zh: '节点就绪之后，网络插件的代理才会运行。',
    },
  },
  {
    id: 'control-plane-gives-addresses',
    concept: 'pod-network-setup',
    text: {
      en: 'The control plane gives Pods their addresses when it places them.',
      zh: 'Pod 的地址由控制平面在放置时分配。',
    },
  },
  {
    id: 'pod-traffic-is-natted',
    concept: 'pod-network-model',
    text: {
      en: 'Between nodes, packets of Pods carry the addresses of nodes or their ports.',
      zh: '跨节点时，Pod 的数据包要换成节点的地址或端口。',
    },
  },
  {
    id: 'flat-is-one-wire',
    concept: 'pod-network-model',
    text: {
      en: 'A flat network means that all Pods share one wire.',
      zh: '网络扁平，就是所有 Pod 接在同一段网线上。',
    },
  },
  {
    id: 'only-google-has-a-flat-network',
    concept: 'pod-network-model',
    text: {
      en: 'Outside of Google’s cloud a flat network has to be an overlay.',
      zh: '离开谷歌的云，扁平网络就只能是覆盖网络。',
    },
  },
  {
    id: 'docker0-carries-pods',
    concept: 'same-node-path',
    text: {
      en: 'Pods of a node are joined by docker0.',
      zh: '同一节点上的 Pod 由 docker0 连接。',
    },
  },
  {
    id: 'overlay-carries-everything',
    concept: 'same-node-path',
    text: {
      en: 'Every packet between Pods goes through the overlay.',
      zh: 'Pod 之间的每个包都走覆盖网络。',
    },
  },
  {
    id: 'same-range-is-same-network',
    concept: 'address-ranges',
    text: {
      en: 'Who has addresses of one range is in one network.',
      zh: '地址在同一段里，就在同一个网络里。',
    },
  },
  {
    id: 'ranges-differ-by-their-first-numbers',
    concept: 'address-ranges',
    text: {
      en: 'Ranges that begin with other numbers do not overlap.',
      zh: '开头的数字不同，地址段就不重叠。',
    },
  },
  {
    id: 'pod-ranges-are-nobody-elses-business',
    concept: 'address-ranges',
    text: {
      en: 'Addresses of Pods can be chosen freely, since nobody outside sees them.',
      zh: 'Pod 的地址外面看不到，所以怎么选都行。',
    },
  },
  {
    id: 'stateful-means-a-disk',
    concept: 'swap-test',
    text: {
      en: 'Whatever uses a disk is stateful.',
      zh: '只要用到磁盘，就是有状态的。',
    },
  },
  {
    id: 'apache-is-stateless',
    concept: 'swap-test',
    text: {
      en: 'Some programs, Apache among them, are stateless however they are set up.',
      zh: '有些程序，比如 Apache，不管怎么配置都是无状态的。',
    },
  },
  {
    id: 'same-pod-comes-back',
    concept: 'swap-test',
    text: {
      en: 'A Pod that is replaced comes back as the Pod that it was.',
      zh: '被替换的 Pod 会原样回来。',
    },
  },
  {
    id: 'replaced-pods-stay-gone',
    concept: 'swap-test',
    text: {
      en: 'A Pod that somebody deleted is not made good.',
      zh: '有人删掉的 Pod 不会再补上。',
    },
  },
  {
    id: 'affinity-passes-the-swap',
    concept: 'swap-test',
    text: {
      en: 'Session affinity keeps a session beyond the Pod that has it.',
      zh: '有了会话亲和性，Pod 没了会话也还在。',
    },
  },
  {
    id: 'replicas-share-what-they-have',
    concept: 'swap-test',
    text: {
      en: 'Replicas know of each other what they have in memory.',
      zh: '副本之间会共享各自内存里的东西。',
    },
  },
  {
    id: 'own-layer-outlives-a-restart',
    concept: 'where-files-live',
    text: {
      en: 'What a container wrote to its own layer is there after its restart.',
      zh: '容器写在自己那一层的东西，重启之后还在。',
    },
  },
  {
    id: 'emptydir-outlives-the-pod',
    concept: 'where-files-live',
    text: {
      en: 'The successor of a Pod finds what was in its emptyDir.',
      zh: '后来的 Pod 能看到原来 emptyDir 里的东西。',
    },
  },
  {
    id: 'emptydir-goes-with-the-container',
    concept: 'where-files-live',
    text: {
      en: 'An emptyDir is emptied when a container restarts.',
      zh: '容器一重启，emptyDir 就空了。',
    },
  },
  {
    id: 'claim-goes-with-its-pod',
    concept: 'where-files-live',
    text: {
      en: 'A claim is gone, or of no use, without the Pod that mounted it.',
      zh: '挂载它的 Pod 没了，PVC 也就没了或没用了。',
    },
  },
  {
    id: 'a-claim-works-unmounted',
    concept: 'where-files-live',
    text: {
      en: 'A claim keeps the data of Pods that do not mount it.',
      zh: 'Pod 不挂载 PVC，数据也会存在那里。',
    },
  },
  {
    id: 'removed-state-is-lost',
    concept: 'where-files-live',
    text: {
      en: 'Stateful software that was removed can never go on where it stopped.',
      zh: '有状态的软件一旦摘除，就再也接不上。',
    },
  },
  {
    id: 'deployments-hold-no-state',
    concept: 'deployment-with-state',
    text: {
      en: 'A Deployment can not be used for anything with state.',
      zh: '有状态的东西都不能用 Deployment。',
    },
  },
  {
    id: 'replicas-get-claims-of-their-own',
    concept: 'deployment-with-state',
    text: {
      en: 'Each replica of a Deployment gets a claim of its own.',
      zh: 'Deployment 的每个副本各有一个 PVC。',
    },
  },
  {
    id: 'rolling-is-fine-for-one-directory',
    concept: 'deployment-with-state',
    text: {
      en: 'A rolling update never has two programs on one directory.',
      zh: '滚动更新不会让两个程序用同一个目录。',
    },
  },
  {
    id: 'statefulset-replicates',
    concept: 'statefulset-promises',
    text: {
      en: 'A StatefulSet copies data to its replicas.',
      zh: 'StatefulSet 会把数据复制给各个副本。',
    },
  },
  {
    id: 'statefulset-backs-up',
    concept: 'statefulset-promises',
    text: {
      en: 'A StatefulSet makes backups of its claims.',
      zh: 'StatefulSet 会备份自己的 PVC。',
    },
  },
  {
    id: 'statefulset-chooses-a-leader',
    concept: 'statefulset-promises',
    text: {
      en: 'A StatefulSet chooses the primary and fails over.',
      zh: 'StatefulSet 会选主，也会做故障切换。',
    },
  },
  {
    id: 'kubernetes-needs-docker',
    concept: 'container-runtimes',
    text: {
      en: 'Kubernetes needs Docker on its nodes.',
      zh: 'Kubernetes 的节点上要有 Docker。',
    },
  },
  {
    id: 'docker-images-stopped-working',
    concept: 'container-runtimes',
    text: {
      en: 'Images built with Docker stopped running when dockershim went.',
      zh: 'dockershim 移除之后，用 Docker 构建的镜像就不能跑了。',
    },
  },
  {
    id: 'containers-are-for-stateless',
    concept: 'container-runtimes',
    text: {
      en: 'Containers are for stateless software only.',
      zh: '容器只适合无状态的软件。',
    },
  },
  {
    id: 'pods-keep-machine-addresses',
    concept: 'tier-objects',
    text: {
      en: 'Pods can take over the addresses of the machines that they replace.',
      zh: 'Pod 可以沿用它所代替的机器的地址。',
    },
  },
  {
    id: 'deployment-pods-are-addressed-by-name',
    concept: 'tier-objects',
    text: {
      en: 'The Pods of a Deployment are found by their own names.',
      zh: 'Deployment 的 Pod 可以用各自的名字来访问。',
    },
  },
  {
    id: 'replicas-mean-nodes',
    concept: 'tier-objects',
    text: { en: 'Three replicas stand on three nodes.', zh: '三个副本就在三个节点上。' },
  },
  {
    id: 'wanted-is-always-there',
    concept: 'tier-objects',
    text: {
      en: 'As many replicas as are wanted run at every moment.',
      zh: '要几个副本，任何时刻就有几个在运行。',
    },
  },
  {
    id: 'what-serves-alike-keeps-nothing',
    concept: 'tier-objects',
    text: {
      en: 'What can serve anybody has nothing on its disk worth keeping.',
      zh: '谁来都能服务的程序，磁盘上就没有值得保留的东西。',
    },
  },
  {
    id: 'one-disk-serves-all-replicas',
    concept: 'tier-objects',
    text: { en: 'The replicas of a workload share one disk.', zh: '同一个工作负载的副本共用一块磁盘。' },
  },
  {
    id: 'a-pod-with-a-claim-is-enough',
    concept: 'single-database',
    text: { en: 'A Pod with a claim comes back by itself.', zh: '挂着 PVC 的 Pod 会自己回来。' },
  },
  {
    id: 'rows-come-back-with-the-pod',
    concept: 'single-database',
    text: { en: 'A Pod that is made again has its old data.', zh: '重新创建的 Pod 会带着原来的数据。' },
  },
  {
    id: 'replicas-share-their-rows',
    concept: 'single-database',
    text: {
      en: 'More replicas of a database are a database cluster.',
      zh: '数据库的副本数加上去，就成了数据库集群。',
    },
  },
  {
    id: 'inside-needs-a-node-port',
    concept: 'cluster-balancing',
    text: { en: 'Pods reach other Pods by a port of the nodes.', zh: 'Pod 之间要通过节点的端口来访问。' },
  },
  {
    id: 'cluster-ip-is-the-new-vip',
    concept: 'cluster-balancing',
    text: {
      en: 'A ClusterIP is for the outside what LVS’s address was.',
      zh: 'ClusterIP 对外面来说就相当于 LVS 的那个地址。',
    },
  },
  {
    id: 'lvs-moves-as-a-pod',
    concept: 'cluster-balancing',
    text: { en: 'LVS has to be moved into the cluster, too.', zh: 'LVS 也要搬进集群。' },
  },
  {
    id: 'services-balance-by-lvs',
    concept: 'cluster-balancing',
    text: { en: 'The load balancing of Services is LVS.', zh: 'Service 的负载均衡就是 LVS。' },
  },
  {
    id: 'statefulset-orders-apps',
    concept: 'start-order',
    text: {
      en: 'A StatefulSet starts different programs one after another.',
      zh: 'StatefulSet 会依次启动不同的程序。',
    },
  },
  {
    id: 'kubernetes-has-depends-on',
    concept: 'start-order',
    text: { en: 'A manifest can name what has to run before it.', zh: '清单里可以写明谁要先运行。' },
  },
  {
    id: 'needs-hold-back-starts',
    concept: 'start-order',
    text: {
      en: 'A Pod is not started before what it needs is Ready.',
      zh: '所依赖的还没有就绪，Pod 就不会启动。',
    },
  },
  {
    id: 'ready-comes-after-traffic',
    concept: 'start-order',
    text: { en: 'Pods are used before they are Ready.', zh: 'Pod 就绪之前就已经在用了。' },
  },
  {
    id: 'deletion-runs-backwards',
    concept: 'start-order',
    text: {
      en: 'What is deleted together goes in the reverse of the order of its start.',
      zh: '一起删除的东西，会按启动的逆序消失。',
    },
  },
  {
    id: 'kubelet-watches-dependencies',
    concept: 'waiting-for-others',
    text: {
      en: 'The kubelet knows when what a Pod needs is there.',
      zh: 'Pod 依赖的东西一到，kubelet 就知道。',
    },
  },
  {
    id: 'crash-loops-need-a-human',
    concept: 'waiting-for-others',
    text: {
      en: 'A Pod in CrashLoopBackOff has to be started by hand.',
      zh: 'CrashLoopBackOff 的 Pod 要由人来启动。',
    },
  },
  {
    id: 'one-wait-is-enough',
    concept: 'waiting-for-others',
    text: {
      en: 'An init container that has waited keeps watch from then on.',
      zh: '等过一次的 Init 容器，之后还会一直把关。',
    },
  },
  {
    id: 'ready-knows-dependencies',
    concept: 'waiting-for-others',
    text: {
      en: 'Ready means that everything that the Pod needs answers.',
      zh: '就绪表示 Pod 依赖的一切都有应答。',
    },
  },
  {
    id: 'unready-pods-are-restarted',
    concept: 'waiting-for-others',
    text: { en: 'A failed readiness probe restarts the container.', zh: '就绪探针失败，容器就会重启。' },
  },
  {
    id: 'unready-pods-are-replaced',
    concept: 'waiting-for-others',
    text: {
      en: 'A Pod that is not Ready is replaced by its controller.',
      zh: '未就绪的 Pod 会被控制器换掉。',
    },
  },
]);
