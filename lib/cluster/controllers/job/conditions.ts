import type { Job, JobCondition } from '../../objects';
import { timestamp } from '../../time';

/**
 * Conditions of a Job. FailureTarget and SuccessCriteriaMet say what it will come to as soon as that is sure; Failed and
 * Complete follow when all its Pods have ended and are counted.
 * Models pkg/controller/job/job_controller.go newCondition, ensureJobConditionStatus and job/util/utils.go (v1.37).
 */

export type JobConditionType = 'Suspended' | 'FailureTarget' | 'SuccessCriteriaMet' | 'Complete' | 'Failed';

export const conditionOf = ({ status }: Job, type: JobConditionType): JobCondition | undefined =>
  status.conditions?.find((condition) => condition.type === type);

export const isTrue = (job: Job, type: JobConditionType): boolean =>
  conditionOf(job, type)?.status === 'True';

/** Whether the Job is at its end, and which; only the first of the two counts. */
export const finishedCondition = ({ status }: Job): JobCondition | undefined =>
  status.conditions?.find(
    ({ type, status: is }) => (type === 'Complete' || type === 'Failed') && is === 'True',
  );

export const newCondition = (
  type: JobConditionType,
  status: 'True' | 'False',
  reason: string,
  message: string,
  nowMs: number,
): JobCondition => ({
  type,
  status,
  lastProbeTime: timestamp(nowMs),
  lastTransitionTime: timestamp(nowMs),
  reason,
  message,
});

const says = (a: JobCondition, b: JobCondition): boolean =>
  a.status === b.status && a.reason === b.reason && a.message === b.message;

/** The conditions with this one in them: in its old place, or at the end. False where there was nothing adds nothing. */
export function withCondition(
  conditions: readonly JobCondition[],
  condition: JobCondition,
): readonly JobCondition[] {
  const old = conditions.find(({ type }) => type === condition.type);
  if (!old) return condition.status === 'False' ? conditions : [...conditions, condition];
  return says(old, condition) ? conditions : conditions.map((one) => (one === old ? condition : one));
}
