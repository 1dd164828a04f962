import { factsOf } from '../../believable';

/** What a Job's rules rest on and what is often believed otherwise. Only the last one holds in Kubernetes. */
export const jobFacts = factsOf('job', [
  /** `backoffLimit` is the number of Pods, not of retries. */
  'backoffLimitCountsPods',
  'firstFailureEndsJob',
  'podsRunOneByOne',
  'podsRunAllAtOnce',
  /** The active deadline is that of the whole Job. */
  'deadlineIsOfTheJob',
]);
