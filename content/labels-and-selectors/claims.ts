import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'replicaset-01',
    quote: {
      en: 'A ReplicaSet and a ReplicationController do not differ in essence.',
      zh: 'ReplicaSet和ReplicationController没有本质的不同',
    },
    verdict: 'holds',
    today: {
      en: 'One program does the work of both: the controller for ReplicationControllers is that for ReplicaSets behind an adapter. As objects they are two kinds in two API groups, `v1` and `apps/v1`, and their selectors have different forms.',
      zh: '干活的是同一份程序：ReplicationController 的控制器就是 ReplicaSet 的控制器，外面套了一层转换。作为对象，它们是两种类型，分属 `v1` 和 `apps/v1`，选择算符的写法也不同。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/replication/replication_controller.go (header comment), conversion.go',
  },
  {
    id: 'replicaset-02',
    quote: {
      en: 'A ReplicaSet supports set-based selectors.',
      zh: 'ReplicaSet支持集合式的selector',
    },
    verdict: 'holds',
    today: {
      en: 'Its `spec.selector` has two parts, `matchLabels` and `matchExpressions` with In, NotIn, Exists and DoesNotExist; all of it must hold. It has to match the labels of the template, and in `apps/v1` it can never be changed.',
      zh: '它的 `spec.selector` 有两部分：`matchLabels`，以及带 In、NotIn、Exists、DoesNotExist 的 `matchExpressions`，全部都要成立。它必须匹配模板里的标签；在 `apps/v1` 里，创建之后不能再改。',
    },
    source:
      'kubernetes/apimachinery pkg/apis/meta/v1/types.go (v0.36.3, LabelSelector); kubernetes/kubernetes pkg/apis/apps/validation/validation.go; issue #50808 (immutability)',
  },
  {
    id: 'replicaset-03',
    quote: {
      en: 'This set-based selector can be understood as follows (with the example app: apache, version: v1).',
      zh: '这个集合式的selector可以这样理解：',
    },
    verdict: 'wrong',
    today: {
      en: 'The example is equality-based: two pairs, and a Pod needs both. Set-based is a condition on a set of values or on the key itself: `app in (apache,nginx)`, `version notin (v2)`, or that there is no key `canary`.',
      zh: '那个例子是等值式的：两个键值对，Pod 都要有。集合式说的是值属于某个集合，或者键本身在不在：`app in (apache,nginx)`、`version notin (v2)`，或者没有 `canary` 这个键。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/overview/working-with-objects/labels.md ("Set-based requirement"); kubernetes/apimachinery pkg/apis/meta/v1/types.go (v0.36.3)',
  },
  {
    id: 'replicaset-04',
    quote: {
      en: 'When a Pod is created it can be given a number of marks, app: apache and version: v1 for instance.',
      zh: '创建Pod的时候，可以给Pod打一系列标记例如：\napp: apache\nversion: v1',
    },
    verdict: 'holds',
    today: {
      en: 'They stand in `metadata.labels`; a controller copies them from its template. They can be changed on a living Pod too, at any time, and that may take the Pod away from its ReplicaSet.',
      zh: '它们写在 `metadata.labels` 里；控制器创建的 Pod 从模板抄来。运行中的 Pod 也随时可以改标签，一改就可能脱离它的 ReplicaSet。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d, "Isolating Pods from a ReplicaSet"); content/en/docs/concepts/overview/working-with-objects/labels.md',
  },
  {
    id: 'replicaset-05',
    quote: {
      en: 'Through labels a ReplicaSet can manage Pods as a set (it picks those whose app is Apache and whose version is v1).',
      zh: 'ReplicaSet支持通过标签（选中app为Apache、version为v1的Pod）对Pod进行集合式管理',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It does pick by both labels. But `Apache` is not `apache`: written as in the note, nothing is picked. And what it picks are candidates; whose a Pod is stands in `metadata.ownerReferences`, and one that has a controller already is left alone.',
      zh: '按这两个标签选，没有问题。但 `Apache` 不是 `apache`，照笔记这样写，什么也选不中。而且选中的只是候选：Pod 归谁，写在 `metadata.ownerReferences` 里；已经有控制器的，不会再动。',
    },
    source:
      'kubernetes/apimachinery pkg/apis/meta/v1/types.go (v0.36.3, LabelSelector); kubernetes/website content/en/docs/concepts/workloads/controllers/replicaset.md (@89830d6d, "How a ReplicaSet works")',
  },
  {
    id: 'replicaset-06',
    quote: {
      en: 'But an RC does not support this.',
      zh: '但RC不支持',
    },
    verdict: 'wrong',
    today: {
      en: 'This very example it does support: `selector: {app: apache, version: v1}` is a map, and all its pairs must be there. What it has no words for are In, NotIn, Exists and DoesNotExist. A Service has the same form and the same limit.',
      zh: '恰恰这个例子它支持：`selector: {app: apache, version: v1}` 是一个映射，其中的键值对全部都要有。它说不出来的是 In、NotIn、Exists 和 DoesNotExist。Service 的写法和限制都一样。',
    },
    source:
      'kubernetes/api core/v1/types.go (v0.36.3, ReplicationControllerSpec.Selector map[string]string); kubernetes/website content/en/docs/concepts/overview/working-with-objects/labels.md ("Service and ReplicationController")',
  },
]);
