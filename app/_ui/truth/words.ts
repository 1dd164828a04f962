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
    'A recording says what a real control plane, a real kubelet or both did, step by step. The model gets the same steps, plays them on its own clock, and what it did is compared with what was recorded. This table is made from the run of the tests.',
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
    at: 'At',
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
  lead: '每一幅图、每一次提示符、每一次评分的背后，都是同一个集群模型。这里写明它与什么对照过，又止于何处。',
  measured: '与真实的 Kubernetes 对照',
  howMeasured:
    '一份录制记下真实的控制平面、真实的 kubelet 或二者一起逐步做了什么。模型得到同样的步骤，按自己的时钟运行，再把它所做的与录制的逐项比较。下表由测试运行生成。',
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
    at: '时刻',
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
