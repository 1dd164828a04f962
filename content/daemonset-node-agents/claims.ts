import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'daemonset-01',
    quote: {
      en: 'A DaemonSet makes sure that a copy of a Pod runs on all nodes, or on some.',
      zh: 'DaemonSet确保全部（或者一些，可以给Node打一个污点，打了污点的Node不会被调度）Node上运行一个Pod的副本',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'One Pod for each eligible node: labels fit, taints are tolerated. A node of the control plane is not eligible by itself. The controller names the node in an affinity, the scheduler binds. During an update with `maxSurge` a node has two for a moment.',
      zh: '每个合格节点一个：标签符合，污点被容忍。控制平面节点默认不合格。控制器用亲和性写明节点，绑定由调度器来做。用 `maxSurge` 更新时，一个节点上会暂时有两个。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/daemon/daemon_controller.go (NodeShouldRunDaemonPod) and pkg/controller/daemon/util/daemonset_util.go (ReplaceDaemonSetPodNodeNameNodeAffinity); kubernetes/api apps/v1/types.go (v0.36.3, MaxSurge); KEP-548, KEP-1591',
  },
  {
    id: 'daemonset-02',
    quote: {
      en: 'A node can be given a taint, and a node with a taint is not scheduled to.',
      zh: '可以给Node打一个污点，打了污点的Node不会被调度',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Only for Pods that do not tolerate it. NoSchedule keeps new ones away and leaves those that run, NoExecute evicts them too, PreferNoSchedule is a wish. The Pods of a DaemonSet tolerate six taints of Kubernetes by themselves. To choose nodes for one set, use `nodeSelector` or affinity.',
      zh: '只对不容忍它的 Pod 有效。NoSchedule 挡住新的，留下在运行的；NoExecute 连在运行的也驱逐；PreferNoSchedule 只是倾向。DaemonSet 的 Pod 自带对六种系统污点的容忍度。只为某一个 DaemonSet 挑节点，应当用 `nodeSelector` 或亲和性。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/daemon/util/daemonset_util.go (AddOrUpdateDaemonPodTolerations); kubernetes/api core/v1/types.go (v0.36.3, TaintEffect); pkg/controller/daemon/daemon_controller.go (shouldContinueRunning)',
  },
  {
    id: 'daemonset-03',
    quote: {
      en: 'When a node joins the cluster, a Pod is added for it too.',
      zh: '当有Node加入集群时，也会为他们新增一个Pod',
    },
    verdict: 'holds',
    today: {
      en: 'For each eligible node, and without a hand on the DaemonSet. A node that becomes eligible later, by a label or because a taint goes, is treated in the same way.',
      zh: '每个合格的节点都会，不必动 DaemonSet。后来才变合格的节点（改了标签、去掉污点）也一样。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/daemonset.md (@61a05b10); kubernetes/kubernetes pkg/controller/daemon/daemon_controller.go (addNode/updateNode)',
  },
  {
    id: 'daemonset-04',
    quote: {
      en: 'When a node is removed from the cluster, these Pods are reclaimed too.',
      zh: '当有Node从集群移除时，这些Pod也会被回收',
    },
    verdict: 'holds',
    today: {
      en: 'Once its Node object is gone, the collector of lost Pods deletes them, up to a minute later. A drain is something else: it refuses while there are Pods of DaemonSets, and with `--ignore-daemonsets` it leaves them.',
      zh: 'Node 对象没了之后，Pod 垃圾收集会删除它们，最多晚一分钟左右。腾空节点则是另一回事：有 DaemonSet 的 Pod 时 drain 会拒绝，加上 `--ignore-daemonsets` 就把它们留着。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/pods/pod-lifecycle.md ("Garbage collection of Pods"); kubernetes/kubectl pkg/cmd/drain/drain.go (v0.36.3, --ignore-daemonsets)',
  },
  {
    id: 'daemonset-05',
    quote: {
      en: 'Deleting a DaemonSet deletes all Pods that it created.',
      zh: '删除DaemonSet将会删除它创建的所有Pod',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'That is the default. With `--cascade=orphan` the Pods stay, and a DaemonSet with the same selector that comes later adopts them.',
      zh: '这是默认行为。用 `--cascade=orphan` 则保留 Pod，之后选择算符相同的 DaemonSet 会收养它们。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/daemonset.md (@61a05b10); kubernetes/kubectl pkg/cmd/delete/delete_flags.go (v0.36.3: background, foreground, orphan)',
  },
  {
    id: 'daemonset-06',
    quote: {
      en: 'Typical uses of a DaemonSet: a daemon of the cluster storage.',
      zh: '使用DaemonSet的一些典型用法：\n运行集群存储Daemon',
    },
    verdict: 'holds',
    today: {
      en: 'Still one of the documented uses. Today it is mostly the node plugin of a CSI driver. Network agents and kube-proxy are the other everyday examples.',
      zh: '仍是文档列出的用途之一。今天多半是 CSI 驱动在节点上的那一半。网络插件的代理和 kube-proxy 是另外两个常见例子。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/daemonset.md (@61a05b10); flannel-io/flannel Documentation/kube-flannel.yml (v0.28.9)',
  },
  {
    id: 'daemonset-07',
    quote: {
      en: 'For example glusterd or ceph on each node.',
      zh: '例如在每个Node上运行glusterd、ceph',
    },
    verdict: 'outdated',
    today: {
      en: 'The idea lives, the examples do not. The volume type glusterfs has not worked since v1.26, cephfs and rbd since v1.31. Ceph has a CSI driver, whose node plugin is a DaemonSet.',
      zh: '想法还在，例子过时了。卷类型 glusterfs 从 v1.26 起不再可用，cephfs 和 rbd 从 v1.31 起不再可用。Ceph 现在用 CSI 驱动，它的节点插件就是一个 DaemonSet。',
    },
    source:
      'kubernetes/kubernetes pkg/api/pod/warnings.go (removed volume plugins); kubernetes/website volumes page ("glusterfs (removed)"); ceph/ceph-csi deploy/rbd/kubernetes/csi-rbdplugin.yaml (kind: DaemonSet)',
  },
  {
    id: 'daemonset-08',
    quote: {
      en: 'A daemon on each node that collects logs.',
      zh: '在每个Node上运行日志收集Daemon',
    },
    verdict: 'holds',
    today: {
      en: 'A documented use. The agent reads files of its node through `hostPath`, and to cover every node it needs a toleration for the taint of the control plane.',
      zh: '文档列出的用途。代理通过 `hostPath` 读取节点上的文件；要覆盖每个节点，还得容忍控制平面的污点。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/daemonset.md (@61a05b10); kubernetes/kubernetes issue #72017 (missing tolerations)',
  },
  {
    id: 'daemonset-09',
    quote: {
      en: 'For example fluentd or logstash.',
      zh: '例如fluentd、logstash',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: "fluentd is the image of Kubernetes' own example. The pattern fits any light agent; heavy processing, as in Logstash, mostly runs once, centrally.",
      zh: 'fluentd 正是 Kubernetes 官方示例用的镜像。轻量的节点代理都适合；像 Logstash 那样的重处理，多半集中跑一份。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/daemonset.md (@61a05b10, fluentd-elasticsearch example). The Logstash remark is common practice, not a citation',
  },
  {
    id: 'daemonset-10',
    quote: {
      en: 'A monitoring daemon on each node, for example Prometheus Node Exporter.',
      zh: '在每个Node上运行监控Daemon，例如Prometheus Node Exporter',
    },
    verdict: 'holds',
    today: {
      en: 'Unchanged: monitoring of nodes is a documented use, and Node Exporter is the usual example.',
      zh: '没有变化：节点监控是文档列出的用途，Node Exporter 是最常见的例子。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/daemonset.md (@61a05b10); kubernetes/kubernetes issue #72017 (node-exporter as DaemonSet)',
  },
]);
