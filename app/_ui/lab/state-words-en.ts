import type { StateWords } from './state-words';

/** The sentence of a figure by what the machine of its object is at. */
export const en: StateWords = {
  isKept: '{subject} is as it should be: {count} of {of} Pods are Ready.',
  waits: '{subject} waits for its Pods: {count} of {of} are Ready.',
  givesUp: '{subject} gives up Pods that are too many; {count} of {of} are Ready.',
  isUpdated: '{subject} is being updated: {count} of {of} Pods are Ready.',
  isPaused: '{subject} is paused: {count} of {of} Pods are Ready.',
  beingDeleted: '{subject} is being deleted.',
  jobRunning: '{subject} is at work: its Pods have not ended yet.',
  jobCreatingPods: '{subject} creates its Pods.',
  jobBackingOff: '{subject} waits before it tries again.',
  jobSuspended: '{subject} is suspended: it makes no Pods.',
  jobFailing: '{subject} is about to fail: its Pods are being deleted.',
  cronJobWaitingForSchedule: '{subject} waits for its next time.',
  cronJobWaitingForActiveJob: '{subject} skips a run: its last Job is not done.',
  cronJobSuspended: '{subject} is suspended: it starts no Jobs.',
  cronJobMissedSchedule: '{subject} has missed a time, too late to start it.',
  autoscalerSteady: '{subject} has nothing to change.',
  autoscalerRescaling: '{subject} changes the number of replicas.',
  autoscalerStabilizing: '{subject} waits until its proposals agree.',
  autoscalerLimited: '{subject} would go further, but a limit stops it.',
  autoscalerFailedGetMetrics: '{subject} can’t read its metric and changes nothing.',
  autoscalerFailedGetScale: '{subject} can’t read the size of its target.',
  autoscalerScalingDisabled: '{subject} is off: its target has 0 replicas.',
};
