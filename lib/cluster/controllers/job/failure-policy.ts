import type {
  ContainerStatus,
  OnExitCodes,
  OnPodCondition,
  Pod,
  PodFailurePolicy,
  PodFailurePolicyAction,
  PodStatus,
} from '../../objects';

/**
 * What a failed Pod means for its Job under a podFailurePolicy.
 * Models pkg/controller/job/pod_failure_policy.go matchPodFailurePolicy (v1.37).
 */
export interface Verdict {
  /** The rule's action; undefined when no rule matches. */
  readonly action: PodFailurePolicyAction | undefined;
  /** Whether the failure counts towards the limits. */
  readonly counts: boolean;
  /** Why the whole Job fails, if it does. */
  readonly failJob?: string;
}

/** The first rule that matches decides; a failure that no rule matches counts. */
export function verdictOn(policy: PodFailurePolicy | undefined, pod: Pod): Verdict {
  for (const [index, { action, onExitCodes, onPodConditions }] of (policy?.rules ?? []).entries()) {
    const what = onExitCodes
      ? exitCodeIn(pod, onExitCodes)
      : onPodConditions && conditionIn(pod, onPodConditions);
    if (!what) continue;
    if (action !== 'FailJob') return { action, counts: action !== 'Ignore' };
    return { action, counts: true, failJob: `${what} matching FailJob rule at index ${index}` };
  }
  return { action: undefined, counts: true };
}

const nameOf = ({ metadata }: Pod): string => `${metadata.namespace}/${metadata.name}`;

/** The first container that ended with such a code, in words; containers before init containers. */
function exitCodeIn(pod: Pod, on: OnExitCodes): string | undefined {
  const { containerStatuses = [], initContainerStatuses = [] } = pod.status as PodStatus & {
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
  const found = [...containerStatuses, ...initContainerStatuses].find(({ name, state }) => {
    const code = state.terminated?.exitCode;
    if (!code || (on.containerName !== undefined && on.containerName !== name)) return false;
    return on.values.includes(code) === (on.operator === 'In');
  });
  return (
    found &&
    `Container ${found.name} for pod ${nameOf(pod)} failed with exit code ${found.state.terminated?.exitCode}`
  );
}

function conditionIn(pod: Pod, patterns: readonly OnPodCondition[]): string | undefined {
  const found = pod.status.conditions?.find(({ type, status }) =>
    patterns.some((pattern) => pattern.type === type && pattern.status === status),
  );
  return found && `Pod ${nameOf(pod)} has condition ${found.type}`;
}
