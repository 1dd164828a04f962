import type { TablePart } from '@/lib/conformance/world-trace';
import type { Locale } from '@/lib/text';

export interface TruthWords {
  readonly title: string;
  readonly lead: string;
  readonly measured: string;
  readonly howMeasured: string;
  readonly group: string;
  readonly equal: string;
  readonly of: string;
  readonly recordings: string;
  readonly model: string;
  readonly modelLead: string;
  readonly modelled: string;
  readonly leftOut: string;
  readonly holds: string;
  readonly differs: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly world: Readonly<
    Record<
      | 'flows'
      | 'howRead'
      | 'output'
      | 'silent'
      | 'frames'
      | 'noFrames'
      | 'rules'
      | 'alsoHit'
      | 'whyAlsoHit'
      | 'conntrack'
      | 'tables'
      | 'equal'
      | 'entries',
      string
    > & { readonly parts: Readonly<Record<TablePart['name'], string>> }
  >;
  readonly trace: Readonly<
    Record<
      | 'title'
      | 'noScript'
      | 'playing'
      | 'missing'
      | 'failed'
      | 'sameHere'
      | 'otherHere'
      | 'raw'
      | 'back'
      | 'kubernetes'
      | 'seed'
      | 'hash'
      | 'entries'
      | 'result'
      | 'equal'
      | 'step'
      | 'at'
      | 'what'
      | 'recorded'
      | 'played'
      | 'nothing'
      | 'refused'
      | 'how'
      | 'model'
      | 'lines'
      | 'columns',
      string
    >
  >;
}

const en: TruthWords = {
  title: 'How far to trust it',
  lead: 'One model of a cluster stands behind every picture, every prompt and every grade. Here is what it was held against, and where it ends.',
  measured: 'Held against real Kubernetes',
  howMeasured:
    'A recording says what a real control plane, a real kubelet, both, or the network of real nodes did, step by step. The model gets the same steps, plays them on its own clock, and what it did is compared with what was recorded. This table is made from the run of the tests.',
  group: 'What ran',
  equal: 'Equal',
  of: '{passed} of {count}',
  recordings: 'Recordings',
  model: 'What is modelled, and what is not',
  modelLead:
    'What stands under “left out” does nothing: the field is kept and shown, and no machine reads it.',
  modelled: 'Modelled',
  leftOut: 'Left out',
  holds: 'equal',
  differs: 'differs',
  groups: {
    cronjob: 'CronJob',
    daemonset: 'DaemonSet',
    deployment: 'Deployment',
    hpa: 'HorizontalPodAutoscaler',
    job: 'Job',
    replicaset: 'ReplicaSet',
    replicationcontroller: 'ReplicationController',
    scheduling: 'Scheduling',
    service: 'Service',
    statefulset: 'StatefulSet',
    pods: 'One Pod’s life, with a real kubelet',
    stories: 'Controllers and kubelet together, left alone',
    kubectl: 'kubectl, line by line',
    'kubectl-own': 'kubectl, more lines',
    network: 'Packets on three nodes: Flannel and kube-proxy, frame by frame',
  },
  world: {
    flows: 'What was sent',
    howRead:
      'Three nodes with flanneld and kube-proxy on real kernels, captured on every interface. Each part says what was typed and where, what it printed, and each frame with its interface, its size and its addresses; of an answered request its SYN and SYN-ACK. A port that a kernel chose is written EPHEMERAL.',
    output: 'What {name} printed',
    silent: 'Printed nothing.',
    frames: 'Frames, in order of time',
    noFrames: 'No frame left.',
    rules: 'Rules of iptables that it hit on {node}',
    alsoHit: 'Rules that it hit besides in the model',
    whyAlsoHit:
      'The nodes’ other traffic moves the counters of these rules as well, so that the recording could not tell whose hits they were.',
    conntrack: 'Connections that {node} remembers',
    tables: 'What stands on each node',
    equal: '{equal} of {count} equal',
    entries: '{count} frames',
    parts: {
      addresses: 'Addresses',
      routes: 'Routes',
      neighbours: 'Neighbours of flannel.1',
      fdb: 'FDB of flannel.1',
      mtu: 'MTU of each device',
      iptables: 'iptables, chain by chain',
      nftables: 'nftables, table kube-proxy',
    },
  },
  trace: {
    title: 'A recording',
    noScript: 'A recording is played in your browser, which needs JavaScript.',
    playing: 'Playing …',
    missing: 'There is no recording of this name. Choose one from the list of all recordings.',
    failed: 'The recording could not be fetched. Look at your connection and load the page again.',
    sameHere: 'your browser made the same trace as the tests',
    otherHere: 'your browser made another trace than the tests: please tell us',
    raw: 'As recorded',
    back: 'All recordings',
    kubernetes: 'Kubernetes',
    seed: 'Seed',
    hash: 'Trace',
    entries: '{count} entries',
    result: 'Result',
    equal: 'The model did what Kubernetes did.',
    step: 'Step {n}',
    at: '{seconds} s',
    what: 'Step',
    recorded: 'Kubernetes',
    played: 'Podium',
    nothing: 'nothing',
    refused: 'refused: {message}',
    how: 'How the model came to it',
    model: 'What was done',
    lines: '{count} lines of its trace',
    columns: 'What kubectl shows',
  },
};

const zh: TruthWords = {
  title: '可以相信到什么程度',
  lead: '每一幅图、每一行命令、每一次评分的背后，都是同一个集群模型。这里写明它与什么对照过，又止于何处。',
  measured: '与真实的 Kubernetes 对照',
  howMeasured:
    '一份录制记下真实的控制平面、真实的 kubelet、二者一起，或真实节点的网络逐步做了什么。模型得到同样的步骤，按自己的时钟运行，再把它所做的与录制的逐项比较。下表由测试运行生成。',
  group: '运行了什么',
  equal: '一致',
  of: '{count} 份中的 {passed} 份',
  recordings: '录制',
  model: '模拟了什么，没有模拟什么',
  modelLead: '列在“没有模拟”之下的内容不起作用：字段会保存并显示，但没有状态机读取它。',
  modelled: '模拟了',
  leftOut: '没有模拟',
  holds: '一致',
  differs: '不一致',
  groups: {
    cronjob: 'CronJob',
    daemonset: 'DaemonSet',
    deployment: 'Deployment',
    hpa: 'HorizontalPodAutoscaler',
    job: 'Job',
    replicaset: 'ReplicaSet',
    replicationcontroller: 'ReplicationController',
    scheduling: '调度',
    service: 'Service',
    statefulset: 'StatefulSet',
    pods: '一个 Pod 的一生（真实的 kubelet）',
    stories: '控制器与 kubelet 一起，无人干预',
    kubectl: 'kubectl，逐行',
    'kubectl-own': 'kubectl，更多命令行',
    network: '三个节点上的数据包：Flannel 与 kube-proxy，逐帧',
  },
  world: {
    flows: '发送了什么',
    howRead:
      '三个节点，在真实的内核上运行 flanneld 与 kube-proxy，每个接口都抓了包。每一部分写明在哪里输入了什么、打印了什么，以及每一帧所在的接口、大小和地址；得到应答的请求只保留 SYN 和 SYN-ACK。由内核选择的端口写作 EPHEMERAL。',
    output: '{name} 打印的内容',
    silent: '什么也没有打印。',
    frames: '各帧，按时间先后',
    noFrames: '没有一帧离开。',
    rules: '在 {node} 上命中的 iptables 规则',
    alsoHit: '模型中还命中的规则',
    whyAlsoHit: '节点的其他流量也会使这些规则的计数器增加，录制无法分辨命中来自谁。',
    conntrack: '{node} 记住的连接',
    tables: '每个节点上有什么',
    equal: '{count} 行中的 {equal} 行一致',
    entries: '{count} 帧',
    parts: {
      addresses: '地址',
      routes: '路由',
      neighbours: 'flannel.1 的邻居表',
      fdb: 'flannel.1 的 FDB',
      mtu: '各设备的 MTU',
      iptables: 'iptables，逐链',
      nftables: 'nftables，表 kube-proxy',
    },
  },
  trace: {
    title: '一份录制',
    noScript: '录制在你的浏览器里播放，需要 JavaScript。',
    playing: '正在播放……',
    missing: '没有这个名字的录制。请从全部录制中选一份。',
    failed: '没能取到这份录制。请检查网络，再重新加载页面。',
    sameHere: '你的浏览器得到了与测试相同的轨迹',
    otherHere: '你的浏览器得到的轨迹与测试的不同：请告诉我们',
    raw: '录制原文',
    back: '全部录制',
    kubernetes: 'Kubernetes',
    seed: '种子',
    hash: '轨迹',
    entries: '{count} 条记录',
    result: '结果',
    equal: '模型所做的与 Kubernetes 所做的一致。',
    step: '第 {n} 步',
    at: '{seconds} 秒',
    what: '步骤',
    recorded: 'Kubernetes',
    played: 'Podium',
    nothing: '无',
    refused: '被拒绝：{message}',
    how: '模型如何得到它',
    model: '做了什么',
    lines: '轨迹 {count} 行',
    columns: 'kubectl 显示的内容',
  },
};

export const truthWords: Readonly<Record<Locale, TruthWords>> = { en, zh };
