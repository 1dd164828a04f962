import type { StateWords } from './state-words';

const isKept = '{subject} is as it should be: {count} of {of} Pods are Ready.';
const waits = '{subject} waits for its Pods: {count} of {of} are Ready.';
const givesUp = '{subject} gives up Pods that are too many; {count} of {of} are Ready.';
const isUpdated = '{subject} is being updated: {count} of {of} Pods are Ready.';
const isPaused = '{subject} is paused: {count} of {of} Pods are Ready.';

/** The sentence of a figure by what the machine of its object is at. */
export const en: StateWords = {
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
  beingDeleted: '{subject} is being deleted.',
  'job/running': '{subject} is at work: its Pods have not ended yet.',
  'job/creatingPods': '{subject} creates its Pods.',
  'job/backingOff': '{subject} waits before it tries again.',
  'job/suspended': '{subject} is suspended: it makes no Pods.',
  'job/failing': '{subject} is about to fail: its Pods are being deleted.',
  'cronjob/waitingForSchedule': '{subject} waits for its next time.',
  'cronjob/waitingForActiveJob': '{subject} skips a run: its last Job is not done.',
  'cronjob/suspended': '{subject} is suspended: it starts no Jobs.',
  'cronjob/missedSchedule': '{subject} has missed a time, too late to start it.',
  'horizontalpodautoscaler/steady': '{subject} has nothing to change.',
  'horizontalpodautoscaler/rescaling': '{subject} changes the number of replicas.',
  'horizontalpodautoscaler/stabilizing': '{subject} waits until its proposals agree.',
  'horizontalpodautoscaler/limited': '{subject} would go further, but a limit stops it.',
  'horizontalpodautoscaler/failedGetMetrics': '{subject} can’t read its metric and changes nothing.',
  'horizontalpodautoscaler/failedGetScale': '{subject} can’t read the size of its target.',
  'horizontalpodautoscaler/scalingDisabled': '{subject} is off: its target has 0 replicas.',
};
