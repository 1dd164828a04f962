import { factsOf } from '../../believable';

/** What is often believed of a CronJob's runs. It does not hold in Kubernetes. */
export const cronjobFacts = factsOf('cronjob', [
  /** A run that Forbid skips is lost: it isn't started when the Job before it has ended. */
  'skippedRunIsLost',
]);
