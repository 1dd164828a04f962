import { defineClaimIds, defineCourse } from '@/lib/course/outline';

export default defineCourse([
  {
    title: { en: 'Pods and their keepers', zh: 'Pod 与它的看护者' },
    lessons: [
      {
        slug: 'inside-a-pod',
        title: { en: 'Inside a Pod', zh: '走进 Pod' },
        question: {
          en: 'What do two containers share, and what not?',
          zh: '同一个 Pod 里的两个容器共享什么，不共享什么？',
        },
        claims: [...defineClaimIds('pod', 1, 5), ...defineClaimIds('same-pod', 1, 2)],
        needs: [],
      },
      {
        slug: 'reconcile-loop',
        title: { en: 'Controllers: desired state meets reality', zh: '控制器：期望遇上现实' },
        question: {
          en: 'A container crashes. Same Pod or a new one?',
          zh: '容器崩溃之后，还是原来的 Pod 吗？',
        },
        claims: defineClaimIds('controllers', 1, 6),
        needs: ['inside-a-pod'],
      },
      {
        slug: 'labels-and-selectors',
        title: { en: 'Labels and selectors', zh: '标签与选择算符' },
        question: { en: 'Why does `app=Apache` select nothing?', zh: '为什么 `app=Apache` 什么也选不中？' },
        claims: defineClaimIds('replicaset', 1, 6),
        needs: ['reconcile-loop'],
      },
      {
        slug: 'deployment-rollouts',
        title: {
          en: 'Deployments: rolling out through ReplicaSets',
          zh: 'Deployment：借 ReplicaSet 滚动发布',
        },
        question: { en: 'Why does a broken rollout not roll back?', zh: '发布坏了，为什么不会自动回滚？' },
        claims: defineClaimIds('deployment', 1, 7),
        needs: ['labels-and-selectors'],
      },
      {
        slug: 'autoscaling-hpa',
        title: { en: 'HPA: changing the number of Pods', zh: 'HPA：让 Pod 的数量自己变' },
        question: { en: 'Why does TARGETS say unknown?', zh: 'TARGETS 一列为什么是 unknown？' },
        claims: defineClaimIds('hpa', 1, 4),
        needs: ['deployment-rollouts'],
      },
    ],
  },
  {
    title: { en: 'Stateful workloads', zh: '有状态的工作负载' },
    lessons: [
      {
        slug: 'stateless-or-stateful',
        title: { en: 'Stateless or stateful? The swap test', zh: '无状态还是有状态？换一个试试' },
        question: { en: 'Would a client notice a swapped replica?', zh: '换掉一个副本，客户端会察觉吗？' },
        claims: [...defineClaimIds('stateless-stateful', 1, 6), ...defineClaimIds('statefulset', 1, 2)],
        needs: ['deployment-rollouts'],
      },
      {
        slug: 'statefulset-identity-and-order',
        title: { en: 'StatefulSet: name, disk and order', zh: 'StatefulSet：名字、存储与顺序' },
        question: { en: 'Who keeps the order when one Pod is stuck?', zh: '一个 Pod 卡住时，顺序由谁来守？' },
        claims: defineClaimIds('statefulset', 3, 14),
        needs: ['stateless-or-stateful'],
      },
    ],
  },
  {
    title: { en: 'One a node, one a night', zh: '每节点一个，每晚一次' },
    lessons: [
      {
        slug: 'daemonset-node-agents',
        title: { en: 'DaemonSet: one Pod per eligible node', zh: 'DaemonSet：合格的节点各一个 Pod' },
        question: { en: 'Does a taint evict what already runs?', zh: '污点会赶走已经在运行的 Pod 吗？' },
        claims: defineClaimIds('daemonset', 1, 10),
        needs: ['labels-and-selectors'],
      },
      {
        slug: 'jobs-and-cronjobs',
        title: { en: 'Jobs and CronJobs', zh: 'Job 与 CronJob' },
        question: {
          en: 'A CronJob stood still for two hours. What runs when it goes on?',
          zh: 'CronJob 停了两小时，恢复之后会跑什么？',
        },
        claims: [...defineClaimIds('job', 1, 3), ...defineClaimIds('cronjob', 1, 3)],
        needs: ['reconcile-loop'],
      },
    ],
  },
  {
    title: { en: 'The network', zh: '网络' },
    lessons: [
      {
        slug: 'services-and-discovery',
        title: {
          en: 'Services: stable names in front of moving Pods',
          zh: 'Service：流动的 Pod 前面那个稳定的名字',
        },
        question: {
          en: 'Where is kube-proxy when a packet passes?',
          zh: '数据包经过时，kube-proxy 在哪里？',
        },
        claims: [...defineClaimIds('service-discovery', 1, 2), ...defineClaimIds('pod-to-service', 1, 3)],
        needs: ['labels-and-selectors'],
      },
      {
        slug: 'flat-pod-network',
        title: { en: 'The flat Pod network and CNI', zh: '扁平的 Pod 网络与 CNI' },
        question: { en: 'Who gives a Pod its address?', zh: 'Pod 的地址是谁给的？' },
        claims: [...defineClaimIds('network-model', 1, 6), ...defineClaimIds('same-node', 1, 2)],
        needs: ['inside-a-pod'],
      },
      {
        slug: 'across-nodes-with-flannel',
        title: {
          en: 'Across nodes: Flannel, overlay or plain routes',
          zh: '跨越节点：Flannel、覆盖网络与路由',
        },
        question: { en: 'Which 50 bytes does a packet gain?', zh: '数据包多出来的 50 字节是什么？' },
        claims: [...defineClaimIds('cross-node', 1, 6), ...defineClaimIds('flannel', 1, 5)],
        needs: ['flat-pod-network'],
      },
      {
        slug: 'in-and-out-of-the-cluster',
        title: { en: 'In and out of the cluster', zh: '进出集群' },
        question: { en: 'Whose address does the Pod see?', zh: 'Pod 看到的是谁的地址？' },
        claims: [...defineClaimIds('pod-to-internet', 1, 4), ...defineClaimIds('internet-to-pod', 1, 1)],
        needs: ['services-and-discovery', 'flat-pod-network'],
      },
    ],
  },
  {
    title: { en: 'All together', zh: '合在一起' },
    lessons: [
      {
        slug: 'capstone-lvs-squid-apache-mysql',
        title: { en: 'Capstone: LVS, Squid, Apache and MySQL', zh: '综合：LVS、Squid、Apache 与 MySQL' },
        question: { en: 'What replaces the old start-up order?', zh: '原来的启动次序，由什么来代替？' },
        claims: [...defineClaimIds('statefulset', 15, 17), ...defineClaimIds('worked-example', 1, 5)],
        needs: ['statefulset-identity-and-order', 'in-and-out-of-the-cluster'],
      },
    ],
  },
]);
