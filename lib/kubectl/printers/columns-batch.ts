import type { CronJob, Job, KubeObject } from '../../cluster/objects';
import { humanDuration } from '../../cluster/printed/duration';
import { jobColumns } from '../../cluster/printed/workloads';
import { momentOf } from '../../cluster/time';
import { ageOf } from './age';
import { ageColumn, type ColumnOf, columnsFor, nameColumn } from './column';
import { containerColumns, formatSelector } from './columns-workloads';

/** How long a Job ran, or runs. */
function durationOf({ status }: Job, nowMs: number): string {
  if (!status.startTime) return '';
  const until = status.completionTime ? momentOf(status.completionTime) : nowMs;
  return humanDuration(until - momentOf(status.startTime));
}

/** A CronJob's containers are two templates deep. */
const within = ({ isWide, name, of }: ColumnOf): ColumnOf => ({
  name,
  ...(isWide && { isWide }),
  of: (object, nowMs) => of((object as CronJob).spec.jobTemplate as unknown as KubeObject, nowMs),
});

export const batch: Readonly<Record<string, readonly ColumnOf[]>> = {
  Job: [
    nameColumn,
    { name: 'Status', of: (object) => jobColumns(object)[0] ?? '' },
    { name: 'Completions', of: (object) => jobColumns(object)[1] ?? '' },
    ...columnsFor<Job>([{ name: 'Duration', of: durationOf }]),
    ageColumn,
    ...containerColumns,
    ...columnsFor<Job>([{ name: 'Selector', isWide: true, of: ({ spec }) => formatSelector(spec.selector) }]),
  ],
  CronJob: [
    nameColumn,
    ...columnsFor<CronJob>([
      { name: 'Schedule', of: ({ spec }) => spec.schedule },
      { name: 'Timezone', of: ({ spec }) => spec.timeZone ?? '<none>' },
      { name: 'Suspend', of: ({ spec }) => (spec.suspend ? 'True' : 'False') },
      { name: 'Active', of: ({ status }) => String(status?.active?.length ?? 0) },
      {
        name: 'Last Schedule',
        of: ({ status }, nowMs) =>
          status?.lastScheduleTime ? ageOf(status.lastScheduleTime, nowMs) : '<none>',
      },
    ]),
    ageColumn,
    ...containerColumns.map(within),
    ...columnsFor<CronJob>([
      { name: 'Selector', isWide: true, of: ({ spec }) => formatSelector(spec.jobTemplate.spec.selector) },
    ]),
  ],
};
