import type { Answers } from '../../belief';
import { isTerminating } from '../../keys';
import { conditionOf, isTrue } from './conditions';
import { verdictOn } from './failure-policy';
import { total } from './intervals';
import type { Observed } from './observed';
import { successMessage } from './success-policy';

/**
 * What decides how a Job ends, in the order in which it is asked: what was decided before, then what makes it fail, then
 * what makes it succeed. Models pkg/controller/job/job_controller.go syncJob from "finishedCondition" on (v1.37).
 */
export interface Outcome {
  readonly rule: string;
  readonly type: 'FailureTarget' | 'SuccessCriteriaMet';
  readonly reason: string;
  readonly message: string;
  /** The status says so already. */
  readonly isOld: boolean;
}

interface OutcomeRule {
  readonly name: string;
  readonly type: Outcome['type'];
  readonly isOld?: boolean;
  /** Reason and message when the rule holds. */
  readonly says: (observed: Observed) => readonly [reason: string, message: string] | undefined;
}

const known =
  (type: Outcome['type']): OutcomeRule['says'] =>
  ({ job }) => {
    const condition = isTrue(job, type) ? conditionOf(job, type) : undefined;
    return condition && [condition.reason ?? '', condition.message ?? ''];
  };

const when =
  (holds: (observed: Observed) => boolean, reason: string, message: string): OutcomeRule['says'] =>
  (observed) =>
    holds(observed) ? [reason, message] : undefined;

const limitReached = 'Job has reached the specified backoff limit';

/** So many Pods may fail. */
function failuresAllowed(observed: Observed): number {
  const { backoffLimit } = observed.job.spec;
  if (observed.is('firstFailureEndsJob', false)) return 0;
  return observed.is('backoffLimitCountsPods', false) ? backoffLimit - 1 : backoffLimit;
}

/** Enough Pods have succeeded and none is active after what this sync does. */
function areCompletionsReached({ job, succeeded, active, management }: Observed): boolean {
  const { completions } = job.spec;
  const isEnough = completions === undefined ? succeeded > 0 : succeeded >= completions;
  const left = active.length - management.deletes.length + management.creates.length;
  return isEnough && left === 0;
}

export const outcomeRules: readonly OutcomeRule[] = [
  {
    name: 'successCriteriaWereMet',
    type: 'SuccessCriteriaMet',
    isOld: true,
    says: known('SuccessCriteriaMet'),
  },
  { name: 'failureTargetWasSet', type: 'FailureTarget', isOld: true, says: known('FailureTarget') },
  {
    name: 'podFailurePolicySaysFailJob',
    type: 'FailureTarget',
    says: (o) => {
      const policy = o.job.spec.podFailurePolicy;
      const failures = policy ? o.pods.filter((pod) => o.isFailed(pod)) : [];
      const message = failures
        .map((pod) => verdictOn(policy, pod).failJob)
        .find((text) => text !== undefined);
      return message === undefined ? undefined : ['PodFailurePolicy', message];
    },
  },
  {
    name: 'failedPodsExceedBackoffLimit',
    type: 'FailureTarget',
    says: when((o) => o.failed > failuresAllowed(o), 'BackoffLimitExceeded', limitReached),
  },
  {
    name: 'restartsReachBackoffLimit',
    type: 'FailureTarget',
    says: when(
      ({ restarts, job }) => restarts > 0 && restarts >= job.spec.backoffLimit,
      'BackoffLimitExceeded',
      limitReached,
    ),
  },
  {
    name: 'activeDeadlineHasPassed',
    type: 'FailureTarget',
    says: when(
      ({ deadlineInMs }) => deadlineInMs === 0,
      'DeadlineExceeded',
      'Job was active longer than specified deadline',
    ),
  },
  {
    name: 'tooManyIndexesHaveFailed',
    type: 'FailureTarget',
    says: when(
      ({ indexes, job }) =>
        total(indexes?.failed ?? []) > (job.spec.maxFailedIndexes ?? Number.POSITIVE_INFINITY),
      'MaxFailedIndexesExceeded',
      'Job has exceeded the specified maximal number of failed indexes',
    ),
  },
  {
    name: 'everyIndexHasEndedAndSomeFailed',
    type: 'FailureTarget',
    says: when(
      ({ indexes, job, succeeded }) => {
        const failed = total(indexes?.failed ?? []);
        return failed > 0 && failed + succeeded >= (job.spec.completions ?? 0);
      },
      'FailedIndexes',
      'Job has failed indexes',
    ),
  },
  {
    name: 'successPolicyIsMet',
    type: 'SuccessCriteriaMet',
    says: ({ indexes, job }) => {
      const { successPolicy, completions = 0 } = job.spec;
      const message = indexes && successMessage(successPolicy, completions, indexes.succeeded);
      return message === undefined ? undefined : ['SuccessPolicy', message];
    },
  },
  {
    name: 'completionsAreReached',
    type: 'SuccessCriteriaMet',
    says: when(areCompletionsReached, 'CompletionsReached', 'Reached expected number of succeeded pods'),
  },
];

/** A rule that is believed never to hold ends no Job. */
export function outcomeOf(observed: Observed, believed: Answers): Outcome | undefined {
  for (const { name, type, isOld = false, says } of outcomeRules) {
    const said = believed.get(name) === false ? undefined : says(observed);
    if (said) return { rule: name, type, reason: said[0], message: said[1], isOld };
  }
  return undefined;
}

/** Pods are still deleted by the rule that sees the end first; a Job that is being deleted makes and deletes none. */
export const endsByManagement = ({ outcome, job }: Observed): boolean =>
  outcome?.rule === 'completionsAreReached' && !isTerminating(job);
