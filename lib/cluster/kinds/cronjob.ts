import { atLeastZero, type FieldError, invalidValue, required, unsupported } from '../api/refusal';
import type { CronJob, CronJobSpec, JobTemplate } from '../objects';
import { parseSchedule } from '../schedule/parse';
import { offsetOf } from '../schedule/zones';
import { defaultedFailurePolicy } from './job';
import { jobSpecErrors } from './job-spec';
import { defineKind } from './kind';
import { defaultedTemplate } from './workload';

/** The Job's name is the CronJob's with `-` and ten digits; it may have 63 characters. */
const longestName = 52;

const defaultedJobTemplate = (template: JobTemplate): JobTemplate => ({
  ...template,
  spec: {
    ...template?.spec,
    ...defaultedFailurePolicy(template?.spec ?? {}),
    template: defaultedTemplate(template?.spec?.template),
  },
});

/** Source: pkg/apis/batch/v1/defaults.go SetDefaults_CronJob. */
const defaultedSpec = (spec: CronJobSpec): CronJobSpec => ({
  ...spec,
  concurrencyPolicy: spec.concurrencyPolicy || 'Allow',
  suspend: spec.suspend ?? false,
  successfulJobsHistoryLimit: spec.successfulJobsHistoryLimit ?? 3,
  failedJobsHistoryLimit: spec.failedJobsHistoryLimit ?? 1,
  jobTemplate: defaultedJobTemplate(spec.jobTemplate),
});

function scheduleErrors(schedule: string | undefined, mayNameZone: boolean, timeZone?: string): FieldError[] {
  const field = 'spec.schedule';
  if (!schedule) return [];
  const parsed = parseSchedule(schedule);
  const errors = 'problem' in parsed ? [invalidValue(field, schedule, parsed.problem)] : [];
  if (schedule.includes('TZ') && !mayNameZone)
    errors.push(
      invalidValue(field, schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead'),
    );
  else if (schedule.includes('TZ') && timeZone !== undefined)
    errors.push(
      invalidValue(field, schedule, 'cannot use both timeZone field and TZ or CRON_TZ in schedule'),
    );
  return errors;
}

/** Parts of a zone's name. Source: validTimeZoneCharacters. */
const zonePart = /^[A-Za-z.\-_0-9+]{1,14}$/;

function timeZoneErrors(timeZone: string | undefined): FieldError[] {
  if (timeZone === undefined) return [];
  const wrong = (detail: string) => invalidValue('spec.timeZone', timeZone, detail);
  if (!timeZone) return [wrong('timeZone must be nil or non-empty string')];
  const unknown = wrong(`unknown time zone ${timeZone}`);
  const isOdd = (part: string) =>
    part === '.' || part === '..' || part.startsWith('-') || !zonePart.test(part);
  if (timeZone.split('/').some(isOdd)) return [unknown];
  const isLocal = timeZone.toLowerCase() === 'local';
  const detail = 'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones';
  return [
    ...(isLocal ? [wrong(detail)] : []),
    ...(timeZone === 'Local' || offsetOf(timeZone) !== undefined ? [] : [unknown]),
  ];
}

const policies = ['Allow', 'Forbid', 'Replace'] as const;

function jobTemplateErrors({ spec }: JobTemplate): FieldError[] {
  const at = 'spec.jobTemplate.spec';
  const errors = jobSpecErrors(spec, at);
  if (spec.selector)
    errors.push(invalidValue(`${at}.selector`, spec.selector, '`selector` will be auto-generated'));
  if (spec.manualSelector) errors.push(unsupported(`${at}.manualSelector`, true, ['nil', 'false']));
  return errors;
}

function specErrors(spec: CronJobSpec, before?: CronJobSpec): FieldError[] {
  const isNewZone = !before || before.timeZone !== spec.timeZone;
  return [
    ...scheduleErrors(spec.schedule, before?.schedule.includes('TZ') ?? false, spec.timeZone),
    ...atLeastZero('spec.startingDeadlineSeconds', spec.startingDeadlineSeconds),
    ...(isNewZone ? timeZoneErrors(spec.timeZone) : []),
    ...(policies.includes(spec.concurrencyPolicy)
      ? []
      : [unsupported('spec.concurrencyPolicy', spec.concurrencyPolicy, policies)]),
    ...jobTemplateErrors(spec.jobTemplate),
    ...atLeastZero('spec.successfulJobsHistoryLimit', spec.successfulJobsHistoryLimit),
    ...atLeastZero('spec.failedJobsHistoryLimit', spec.failedJobsHistoryLimit),
    // What upstream's declarations find comes last.
    ...(spec.schedule ? [] : [required('spec.schedule')]),
  ];
}

const nameErrors = ({ metadata }: CronJob): FieldError[] =>
  metadata.name.length > longestName
    ? [invalidValue('metadata.name', metadata.name, `must be no more than ${longestName} characters`)]
    : [];

/** Models pkg/apis/batch/validation ValidateCronJobCreate, ValidateCronJobUpdate (v1.37). */
export const cronjob = defineKind<CronJob>({
  kind: 'CronJob',
  apiVersion: 'batch/v1',
  plural: 'cronjobs',
  defaulted: (object) => ({
    ...object,
    spec: defaultedSpec(object.spec ?? ({} as CronJobSpec)),
    status: object.status ?? {},
  }),
  validateCreate: (object) => [...specErrors(object.spec), ...nameErrors(object)],
  validateUpdate: (object, before) => specErrors(object.spec, before.spec),
});
