import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'hpa-01',
    quote: {
      en: 'Horizontal Pod Autoscaling (HPA for short) scales out automatically.',
      zh: 'Horizontal Pod Autoscaling（简称HPA）的功能是水平自动扩展',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Out, and in again: it writes the replica count of its target, between `minReplicas` (1 unless said) and `maxReplicas`, every 15 s. A tenth around the target changes nothing, and fewer come only after 300 s. It makes no Pod bigger and adds no node, and it needs a metrics API to ask, as a metrics-server serves it.',
      zh: '不光扩，也会缩：每 15 秒写一次目标的副本数，在 `minReplicas`（不写就是 1）和 `maxReplicas` 之间。与目标相差不超过一成就不动；要减少，得先等 300 秒。它不会把 Pod 变大，也不会添加节点，并且要有指标 API 可问，例如由 metrics-server 提供。',
    },
    source:
      'kubernetes/api autoscaling/v2/types.go (v0.36.3); kubernetes/website content/en/docs/concepts/workloads/controllers/horizontal-pod-autoscale.md ("Algorithm Details"; an older stored version, values cross-checked with the API types)',
  },
  {
    id: 'hpa-02',
    quote: {
      en: 'But HPA is only for Deployments and ReplicaSets.',
      zh: '但HPA仅适用于Deployment和ReplicaSet',
    },
    verdict: 'wrong',
    today: {
      en: 'It is for whatever has a scale subresource: Deployment, ReplicaSet, StatefulSet, ReplicationController, and custom resources that declare one. A DaemonSet has none. An HPA of one is accepted all the same, and says AbleToScale=False, FailedGetScale.',
      zh: '凡是有 scale 子资源的都行：Deployment、ReplicaSet、StatefulSet、ReplicationController，以及声明了它的自定义资源。DaemonSet 没有；指向它的 HPA 照样会被接受，只是状况里写着 AbleToScale=False、FailedGetScale。',
    },
    source:
      'kubernetes/api autoscaling/v2/types.go (v0.36.3, HorizontalPodAutoscaler); apps/v1/types.go (scale markers on StatefulSet, Deployment, ReplicaSet, none on DaemonSet); kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (scaleForResourceMappings)',
  },
  {
    id: 'hpa-03',
    quote: {
      en: 'In version v1 it supports scaling by the CPU utilization of Pods only.',
      zh: '在V1版本中仅支持根据Pod的CPU利用率扩缩容',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'That is true of the fields of `autoscaling/v1`: `targetCPUUtilizationPercentage` is its one metric, a percentage of the CPU request, and without a request there is no value. v1 is still served. Write v2; leave its metrics out, and it takes 80% of CPU.',
      zh: '就 `autoscaling/v1` 的字段而言是对的：指标只有 `targetCPUUtilizationPercentage` 一个，是相对 CPU request 的百分比，没有 request 就没有值。v1 现在还能用，但应该写 v2；v2 不写指标，默认就是 CPU 的 80%。',
    },
    source:
      'kubernetes/api autoscaling/v1/types.go and autoscaling/v2/types.go (v0.36.3); kubernetes/kubernetes issue #79365 (missing cpu request)',
  },
  {
    id: 'hpa-04',
    quote: {
      en: 'In an alpha version it supports scaling by memory and by metrics that users define.',
      zh: '在vlapha版本中，支持根据内存和用户自定义的metric扩缩容',
    },
    verdict: 'outdated',
    today: {
      en: 'It has been stable for years: `autoscaling/v2` since v1.23, and v2beta2 went with v1.26. Its metric types are Resource (CPU, memory), ContainerResource (stable since v1.30), Pods, Object and External. Of several metrics the one that asks for most decides.',
      zh: '早就稳定了：`autoscaling/v2` 从 v1.23 起稳定，v2beta2 在 v1.26 下线。指标类型有 Resource（CPU、内存）、ContainerResource（v1.30 起稳定）、Pods、Object 和 External。写了几个指标，就听要得最多的那个。',
    },
    source:
      'KEP-2702 (kubernetes/enhancements keps/sig-autoscaling/2702-graduate-hpa-api-to-GA/kep.yaml); KEP-1610; kubernetes/api autoscaling/v2/types.go (v0.36.3; only v1 and v2 directories remain); kubernetes.io deprecation guide, v1.26 section',
  },
]);
