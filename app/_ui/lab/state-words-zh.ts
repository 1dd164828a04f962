import type { StateWords } from './state-words';

/** The sentence of a figure by what the machine of its object is at. */
export const zh: StateWords = {
  isKept: '{subject} 一切如愿：{of} 个 Pod 中有 {count} 个就绪。',
  waits: '{subject} 在等自己的 Pod：{of} 个中有 {count} 个就绪。',
  givesUp: '{subject} 正在移走多余的 Pod；{of} 个中有 {count} 个就绪。',
  isUpdated: '{subject} 正在更新：{of} 个 Pod 中有 {count} 个就绪。',
  isPaused: '{subject} 已暂停：{of} 个 Pod 中有 {count} 个就绪。',
  beingDeleted: '{subject} 正在被删除。',
  jobRunning: '{subject} 正在干活：它的 Pod 还没有结束。',
  jobCreatingPods: '{subject} 正在创建 Pod。',
  jobBackingOff: '{subject} 等一会儿再重试。',
  jobSuspended: '{subject} 已挂起：不创建 Pod。',
  jobFailing: '{subject} 就要失败：它的 Pod 正在被删除。',
  cronJobWaitingForSchedule: '{subject} 在等下一个时刻。',
  cronJobWaitingForActiveJob: '{subject} 跳过了一次：上一个 Job 还没做完。',
  cronJobSuspended: '{subject} 已挂起：不启动 Job。',
  cronJobMissedSchedule: '{subject} 错过了一个时刻，已经来不及启动。',
  autoscalerSteady: '{subject} 没有什么要改。',
  autoscalerRescaling: '{subject} 正在改副本数。',
  autoscalerStabilizing: '{subject} 在等各次建议趋于一致。',
  autoscalerLimited: '{subject} 想走得更远，被一个限制拦住了。',
  autoscalerFailedGetMetrics: '{subject} 读不到指标，什么也不改。',
  autoscalerFailedGetScale: '{subject} 读不到目标的规模。',
  autoscalerScalingDisabled: '{subject} 已关闭：目标的副本数是 0。',
};
