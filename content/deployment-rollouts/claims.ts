import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'deployment-01',
    quote: { en: 'A ReplicaSet can be used on its own.', zh: '虽然ReplicaSet可以独立使用' },
    verdict: 'holds',
    today: {
      en: 'It is an object of `apps/v1` like any other. It suits what never gets a new version, or what brings an updater of its own.',
      zh: '它就是 `apps/v1` 里的一种普通对象。适合永远不换版本的程序，或者自带更新办法的程序。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d, "When to use a ReplicaSet")',
  },
  {
    id: 'deployment-02',
    quote: {
      en: 'All the same it is recommended to let a Deployment manage the ReplicaSets.',
      zh: '但一般还是建议使用Deployment来自动管理ReplicaSet',
    },
    verdict: 'holds',
    today: {
      en: 'The advice stands. Write the Deployment, and leave the ReplicaSets below it alone: what you change there by hand is set back.',
      zh: '建议依旧。写 Deployment，别去动它下面的 ReplicaSet：手工改的会被改回去。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d, "Deployment (recommended)")',
  },
  {
    id: 'deployment-03',
    quote: {
      en: 'Then there is no need to worry about incompatibility with other mechanisms.',
      zh: '这样就无需担心根其他机制的不兼容问题',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Nothing is incompatible, something is missing: a ReplicaSet has no strategy, no revisions (10 are kept), no undo, no pause, no deadline (600 s). And one conflict remains with a Deployment too: an HPA (lesson 5) and a `replicas` in the manifest overwrite each other.',
      zh: '不是不兼容，而是没有：ReplicaSet 没有策略，没有修订版本（保留 10 个），不能撤销，不能暂停，也没有期限（600 秒）。有一处冲突，用了 Deployment 也还在：HPA（第 5 课）和清单里的 `replicas` 会互相覆盖。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, DeploymentSpec); kubernetes/kubernetes issues #25238 and #66385',
  },
  {
    id: 'deployment-04',
    quote: {
      en: 'For example, a ReplicaSet does not support rolling-update.',
      zh: '比如ReplicaSet不支持rolling-update',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'A changed template serves the Pods that come later; those that are there stay as they are. The command `kubectl rolling-update`, which the notes may mean, worked on ReplicationControllers and was removed in v1.18.',
      zh: '改过的模板只用于以后创建的 Pod，已有的保持原样。笔记也许指的是 `kubectl rolling-update` 命令，它只用于 ReplicationController，v1.18 时移除。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d, "Deleting just a ReplicaSet"); kubernetes/kubectl pkg/cmd/rollingupdate (present at v0.17.0, absent at v0.18.0)',
  },
  {
    id: 'deployment-05',
    quote: { en: 'But a Deployment does.', zh: '但Deployment支持' },
    verdict: 'holds',
    today: {
      en: '`RollingUpdate` is the default, with `maxSurge` 25% (rounded up) and `maxUnavailable` 25% (rounded down); the other strategy is `Recreate`. How fast it goes is up to readiness and `minReadySeconds`.',
      zh: '默认策略就是 `RollingUpdate`，`maxSurge` 为 25%（向上取整），`maxUnavailable` 为 25%（向下取整）；另一种策略是 `Recreate`。走得多快，要看就绪情况和 `minReadySeconds`。',
    },
    source: 'kubernetes/api apps/v1/types.go (v0.36.3, DeploymentStrategy, RollingUpdateDeployment)',
  },
  {
    id: 'deployment-06',
    quote: { en: 'How they relate: a Deployment creates ReplicaSets.', zh: '关系：deployment创建RS' },
    verdict: 'holds',
    today: {
      en: 'One for each different Pod template, told apart by the label `pod-template-hash`. The old ones stay with 0 replicas, up to `revisionHistoryLimit` of them (10). Another `spec.replicas` makes none.',
      zh: '每个不同的 Pod 模板一个，靠标签 `pod-template-hash` 区分。旧的以 0 个副本留着，最多 `revisionHistoryLimit` 个（10）。只改 `spec.replicas` 不会多出来。',
    },
    source:
      'kubernetes/api apps/v1/types.go (v0.36.3, DefaultDeploymentUniqueLabelKey, RevisionHistoryLimit)',
  },
  {
    id: 'deployment-07',
    quote: { en: 'And a ReplicaSet creates Pods.', zh: 'RS创建pod' },
    verdict: 'holds',
    today: {
      en: 'Its controller writes the Pod objects, with itself as their owner. The scheduler then finds each a node, and the kubelet there starts the containers.',
      zh: '它的控制器写下 Pod 对象，属主是它自己。之后由调度器给每个 Pod 找节点，由那里的 kubelet 启动容器。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d, "How a ReplicaSet works"); content/en/docs/concepts/workloads/pods/pod-lifecycle.md (@3842a284)',
  },
]);
