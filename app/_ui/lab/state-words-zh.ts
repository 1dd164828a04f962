import type { StateWords } from './state-words';

const isKept = '{subject} 一切如愿：{of} 个 Pod 中有 {count} 个就绪。';
const waits = '{subject} 在等自己的 Pod：{of} 个中有 {count} 个就绪。';
const givesUp = '{subject} 正在移走多余的 Pod；{of} 个中有 {count} 个就绪。';
const isUpdated = '{subject} 正在更新：{of} 个 Pod 中有 {count} 个就绪。';
const isPaused = '{subject} 已暂停：{of} 个 Pod 中有 {count} 个就绪。';

/** The sentence of a figure by what the machine of its object is at. */
export const zh: StateWords = {
  'replicaset/steady': isKept,
  'deployment/complete': isKept,
  'daemonset/steady': isKept,
  'replicaset/waitingForReady': waits,
  'replicaset/waitingForAvailable': waits,
  'replicaset/creatingPods': waits,
  'deployment/waitingForReady': waits,
  'deployment/waitingForAvailable': waits,
  'deployment/waitingForReplicaSets': waits,
  'deployment/scaling': waits,
  'deployment/creatingNewReplicaSet': waits,
  'deployment/scalingUpNewReplicaSet': waits,
  'daemonset/creatingPods': waits,
  'daemonset/waitingForScheduling': waits,
  'daemonset/waitingForReady': waits,
  'daemonset/waitingForAvailable': waits,
  'daemonset/waitingForBackOff': waits,
  'replicaset/deletingPods': givesUp,
  'deployment/scalingDownNewReplicaSet': givesUp,
  'daemonset/deletingPods': givesUp,
  'deployment/scalingDownOldReplicaSets': isUpdated,
  'deployment/cleaningUpUnhealthyReplicas': isUpdated,
  'deployment/waitingForOldPodsToTerminate': isUpdated,
  'daemonset/rollingUpdateDeletingOldPods': isUpdated,
  'daemonset/rollingUpdateCreatingNewPods': isUpdated,
  'daemonset/rollingUpdateWaiting': isUpdated,
  'deployment/paused': isPaused,
  beingDeleted: '{subject} 正在被删除。',
  'job/running': '{subject} 正在干活：它的 Pod 还没有结束。',
  'job/creatingPods': '{subject} 正在创建 Pod。',
  'job/backingOff': '{subject} 等一会儿再重试。',
  'job/suspended': '{subject} 已挂起：不创建 Pod。',
  'job/failing': '{subject} 就要失败：它的 Pod 正在被删除。',
  'cronjob/waitingForSchedule': '{subject} 在等下一个时刻。',
  'cronjob/waitingForActiveJob': '{subject} 跳过了一次：上一个 Job 还没做完。',
  'cronjob/suspended': '{subject} 已挂起：不启动 Job。',
  'cronjob/missedSchedule': '{subject} 错过了一个时刻，已经来不及启动。',
  'horizontalpodautoscaler/steady': '{subject} 没有什么要改。',
  'horizontalpodautoscaler/rescaling': '{subject} 正在改副本数。',
  'horizontalpodautoscaler/stabilizing': '{subject} 在等各次建议趋于一致。',
  'horizontalpodautoscaler/limited': '{subject} 想走得更远，被一个限制拦住了。',
  'horizontalpodautoscaler/failedGetMetrics': '{subject} 读不到指标，什么也不改。',
  'horizontalpodautoscaler/failedGetScale': '{subject} 读不到目标的规模。',
  'horizontalpodautoscaler/scalingDisabled': '{subject} 已关闭：目标的副本数是 0。',
};
