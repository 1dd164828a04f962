import { isSame } from '../../api/merge';
import type { CronJob, CronJobStatus } from '../../objects';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import { finishedCondition } from '../job/conditions';
import type { Observed } from './observed';

/**
 * What a CronJob's status says, and what each sync says of Jobs that came to their end or out of sight.
 * Models pkg/controller/cronjob/cronjob_controllerv2.go syncCronJob (its first half), cleanupFinishedJobs (v1.37).
 */

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

const missed = (cronjob: CronJob, name: string): Write =>
  said(cronjob, 'Normal', 'MissingJob', `Active job went missing: ${name}`);

/**
 * What the sync sees of its Jobs. A deletion wakes the controller before it sees the status that it wrote itself, so that
 * with an old Job's deletion the completed one is told of twice, and a Job that is deleted as soon as it has finished is
 * missed in the list.
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
  const listed = superfluous.filter(({ metadata }) =>
    cronjob.status.active?.some(({ uid }) => uid === metadata.uid),
  );
  return [
    ...unexpected.map(({ metadata }) =>
      said(
        cronjob,
        'Warning',
        'UnexpectedJob',
        `Saw a job that the controller did not create or forgot: ${metadata.name}`,
      ),
    ),
    ...completions,
    ...(superfluous.length ? completions : []),
    ...missing.map(({ name }) => missed(cronjob, name)),
    ...listed.map(({ metadata }) => missed(cronjob, metadata.name)),
  ];
}
