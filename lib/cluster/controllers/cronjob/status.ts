import { isSame } from '../../api/merge';
import type { CronJob, CronJobStatus, KubeObject } from '../../objects';
import type { Write } from '../controller';
import { finishedCondition } from '../job/conditions';
import type { Observed } from './observed';

/**
 * What a CronJob's status says, and what each sync says of Jobs that came to their end or out of sight.
 * Models pkg/controller/cronjob/cronjob_controllerv2.go syncCronJob (its first half), cleanupFinishedJobs (v1.37).
 */

export const said = (on: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): Write => ({
  do: 'event',
  on,
  type,
  reason,
  message,
});

/** Writes the status, with what the rule changes of it, if it differs. */
export function statusWrite(observed: Observed, changed: CronJobStatus = {}): Write[] {
  const { cronjob, active, lastSuccessfulTime } = observed;
  const status: CronJobStatus = {
    ...cronjob.status,
    lastSuccessfulTime,
    active,
    ...changed,
  };
  const written = { ...status, active: status.active?.length ? status.active : undefined };
  return isSame(written, cronjob.status)
    ? []
    : [{ do: 'updateStatus', object: { ...cronjob, status: written } as CronJob }];
}

/**
 * What the sync sees of its Jobs. A deletion wakes the controller before it sees what it wrote itself, so that a
 * completed Job is told of a second time when an old one goes with it.
 */
export function observations(observed: Observed): Write[] {
  const { cronjob, unexpected, completed, missing, superfluous } = observed;
  const completions = completed.map((job) =>
    said(
      cronjob,
      'Normal',
      'SawCompletedJob',
      `Saw completed job: ${job.metadata.name}, condition: ${finishedCondition(job)?.type}`,
    ),
  );
  return [
    ...unexpected.map((job) =>
      said(
        cronjob,
        'Warning',
        'UnexpectedJob',
        `Saw a job that the controller did not create or forgot: ${job.metadata.name}`,
      ),
    ),
    ...completions,
    ...(superfluous.length ? completions : []),
    ...missing.map(({ name }) => said(cronjob, 'Normal', 'MissingJob', `Active job went missing: ${name}`)),
  ];
}
