import type { CronJob, Job, JobSpec } from '../../cluster/objects';
import { humanDuration } from '../../cluster/printed/duration';
import { selectorText } from '../../cluster/selector';
import { momentOf } from '../../cluster/time';
import { describerOf } from './describer';
import type { Page } from './page';
import { podTemplate } from './template';
import { boolText, controllerText, dateText } from './values';
import { labelled, named } from './workloads';

const unset = '<unset>';

/** From this length on a list of indexes ends at its next comma. */
const longestIndexes = 50;

/** Source: pkg/describe capIndexesListOrNone. */
function indexesText(indexes = ''): string {
  const at = indexes.indexOf(',', longestIndexes);
  return at < 0 ? indexes || '<none>' : `${indexes.slice(0, at + 1)}...`;
}

/** Models describeJob (v1.37). */
export const job = describerOf<Job>((page, object) => {
  const { metadata, spec, status } = object;
  named(page, object);
  page.field(0, 'Selector', spec.selector ? selectorText(spec.selector) : '');
  labelled(page, object);
  const owner = controllerText(metadata);
  if (owner) page.field(0, 'Controlled By', owner);
  if (spec.parallelism !== undefined) page.field(0, 'Parallelism', spec.parallelism);
  page.field(0, 'Completions', spec.completions ?? unset);
  if (spec.completionMode) page.field(0, 'Completion Mode', spec.completionMode);
  if (spec.suspend !== undefined) page.field(0, 'Suspend', spec.suspend);
  if (spec.backoffLimit !== undefined) page.field(0, 'Backoff Limit', spec.backoffLimit);
  if (spec.ttlSecondsAfterFinished !== undefined)
    page.field(0, 'TTL Seconds After Finished', spec.ttlSecondsAfterFinished);
  times(page, status);
  if (spec.activeDeadlineSeconds !== undefined)
    page.field(0, 'Active Deadline Seconds', `${spec.activeDeadlineSeconds}s`);
  const { active = 0, ready, succeeded = 0, failed = 0 } = status;
  const isReady = ready === undefined ? '' : ` (${ready} Ready)`;
  page.field(0, 'Pods Statuses', `${active} Active${isReady} / ${succeeded} Succeeded / ${failed} Failed`);
  if (spec.completionMode === 'Indexed')
    page.field(0, 'Completed Indexes', indexesText(status.completedIndexes));
  podTemplate(page, spec.template);
});

function times(page: Page, { startTime, completionTime }: Job['status']): void {
  if (startTime) page.field(0, 'Start Time', dateText(startTime));
  if (completionTime) page.field(0, 'Completed At', dateText(completionTime));
  if (startTime && completionTime)
    page.field(0, 'Duration', humanDuration(momentOf(completionTime) - momentOf(startTime)));
}

/** Models describeCronJob. */
export const cronJob = describerOf<CronJob>((page, object) => {
  const { spec, status } = object;
  named(page, object);
  labelled(page, object);
  page.field(0, 'Schedule', spec.schedule);
  page.field(0, 'Concurrency Policy', spec.concurrencyPolicy);
  page.field(0, 'Suspend', spec.suspend === undefined ? unset : boolText(spec.suspend));
  page.field(0, 'Time Zone', spec.timeZone ?? unset);
  page.field(0, 'Successful Job History Limit', spec.successfulJobsHistoryLimit ?? unset);
  page.field(0, 'Failed Job History Limit', spec.failedJobsHistoryLimit ?? unset);
  const { startingDeadlineSeconds } = spec;
  page.field(
    0,
    'Starting Deadline Seconds',
    startingDeadlineSeconds === undefined ? unset : `${startingDeadlineSeconds}s`,
  );
  jobTemplate(page, spec.jobTemplate.spec as Partial<JobSpec>);
  page.field(0, 'Last Schedule Time', status.lastScheduleTime ? dateText(status.lastScheduleTime) : unset);
  page.field(0, 'Active Jobs', (status.active ?? []).map(({ name }) => name).join(', ') || '<none>');
});

/** Source: describeJobTemplate. */
function jobTemplate(page: Page, spec: Partial<JobSpec>): void {
  page.field(0, 'Selector', spec.selector ? selectorText(spec.selector) : unset);
  page.field(0, 'Parallelism', spec.parallelism ?? unset);
  page.field(0, 'Completions', spec.completions ?? unset);
  if (spec.activeDeadlineSeconds !== undefined)
    page.field(0, 'Active Deadline Seconds', `${spec.activeDeadlineSeconds}s`);
  if (spec.template) podTemplate(page, spec.template);
}
