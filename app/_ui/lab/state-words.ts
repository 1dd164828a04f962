import type { Sentence } from '@/lib/lab/view';
import type { LabWords } from './words';

/** Which sentence is said of a machine's state: `machine/state`, or the state alone for every machine. One without is said by its name. */
const sentenceOf = {
  'replicaset/steady': 'isKept',
  'deployment/complete': 'isKept',
  'daemonset/steady': 'isKept',
  'replicaset/waitingForReady': 'waits',
  'replicaset/waitingForAvailable': 'waits',
  'replicaset/creatingPods': 'waits',
  'deployment/waitingForReady': 'waits',
  'deployment/waitingForAvailable': 'waits',
  'deployment/waitingForReplicaSets': 'waits',
  'deployment/scaling': 'waits',
  'deployment/creatingNewReplicaSet': 'waits',
  'deployment/scalingUpNewReplicaSet': 'waits',
  'daemonset/creatingPods': 'waits',
  'daemonset/waitingForScheduling': 'waits',
  'daemonset/waitingForReady': 'waits',
  'daemonset/waitingForAvailable': 'waits',
  'daemonset/waitingForBackOff': 'waits',
  'replicaset/deletingPods': 'givesUp',
  'deployment/scalingDownNewReplicaSet': 'givesUp',
  'daemonset/deletingPods': 'givesUp',
  'deployment/scalingDownOldReplicaSets': 'isUpdated',
  'deployment/cleaningUpUnhealthyReplicas': 'isUpdated',
  'deployment/waitingForOldPodsToTerminate': 'isUpdated',
  'daemonset/rollingUpdateDeletingOldPods': 'isUpdated',
  'daemonset/rollingUpdateCreatingNewPods': 'isUpdated',
  'daemonset/rollingUpdateWaiting': 'isUpdated',
  'deployment/paused': 'isPaused',
  beingDeleted: 'beingDeleted',
  'job/running': 'jobRunning',
  'job/creatingPods': 'jobCreatingPods',
  'job/backingOff': 'jobBackingOff',
  'job/suspended': 'jobSuspended',
  'job/failing': 'jobFailing',
  'cronjob/waitingForSchedule': 'cronJobWaitingForSchedule',
  'cronjob/waitingForActiveJob': 'cronJobWaitingForActiveJob',
  'cronjob/suspended': 'cronJobSuspended',
  'cronjob/missedSchedule': 'cronJobMissedSchedule',
  'horizontalpodautoscaler/steady': 'autoscalerSteady',
  'horizontalpodautoscaler/rescaling': 'autoscalerRescaling',
  'horizontalpodautoscaler/stabilizing': 'autoscalerStabilizing',
  'horizontalpodautoscaler/limited': 'autoscalerLimited',
  'horizontalpodautoscaler/failedGetMetrics': 'autoscalerFailedGetMetrics',
  'horizontalpodautoscaler/failedGetScale': 'autoscalerFailedGetScale',
  'horizontalpodautoscaler/scalingDisabled': 'autoscalerScalingDisabled',
} as const;

/** The sentences of a subject that is no StatefulSet, in one language. */
export type StateWords = Readonly<Record<(typeof sentenceOf)[keyof typeof sentenceOf], string>>;

const isTold = (state: string): state is keyof typeof sentenceOf => Object.hasOwn(sentenceOf, state);

/** The template for what a machine is at; undefined where none fits what is known. */
function stateTemplate({ states }: LabWords, sentence: Sentence): string | undefined {
  const { key, machine, state = '', count, of } = sentence;
  if (key !== 'machine') return undefined;
  const told = [`${machine}/${state}`, state].find(isTold);
  const template = told && states[sentenceOf[told]];
  const needsCounts = template?.includes('{of}') ?? false;
  return needsCounts && (count === undefined || of === undefined) ? undefined : template;
}

/** The template of a sentence: by what a machine is at, without an object where the view names none, else by its key. */
export const templateOf = (words: LabWords, sentence: Sentence): string =>
  stateTemplate(words, sentence) ??
  (sentence.object === undefined ? words.withoutObject[sentence.key] : undefined) ??
  words.sentences[sentence.key];
