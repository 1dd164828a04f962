import type { Container, Pod } from '../objects';
import { type ContainerLife, type Exit, isDeleted } from './life';
import type { Step } from './step';

/** What the kubelet knows of a container's newest instance. */
export type Seen = 'none' | 'running' | 'exited';

export const seenOf = ({ context }: ContainerLife): Seen =>
  context.attempt < 0 ? 'none' : context.exit ? 'exited' : 'running';

/** The newest instance that is known to have ended. */
export const lastExitOf = ({ context }: ContainerLife): Exit | undefined => context.exit ?? context.before;

/** The same where a belief may say otherwise. */
export function isStartedAgain(
  step: Pick<Step, 'pod' | 'is'>,
  container: Container,
  life: ContainerLife,
): boolean {
  const exit = seenOf(life) === 'exited' ? life.context.exit : undefined;
  if (exit && life.context.attempt >= 1 && step.is('oneRestartIsTheLast', false)) return false;
  if (exit?.exitCode === 0 && step.is('exitWith0IsTheEnd', false)) return false;
  return isRestarted(step.pod, container, life);
}

/** Source: pkg/apis/core ContainerRestartRule; pkg/kubelet/container/helpers.go (v1.37). */
function isRestartedByRule(container: Container, exitCode: number): boolean {
  return (container.restartPolicyRules ?? []).some(({ action, exitCodes }) => {
    const isListed = exitCodes?.values?.includes(exitCode) ?? false;
    return action === 'Restart' && (exitCodes?.operator === 'NotIn' ? !isListed : isListed);
  });
}

/** Whether the rules allow that this container is started again after it failed. */
export const restartsOnFailure = (pod: Pod, container?: Container): boolean =>
  (container?.restartPolicy ?? pod.spec.restartPolicy) !== 'Never';

/**
 * Whether an instance that is not running is to be followed by another. A container's own policy and rules come before the
 * Pod's. Models pkg/kubelet/container/helpers.go ShouldContainerBeRestarted (v1.37).
 * Leaves out: the action RestartAllContainers.
 */
export function isRestarted(pod: Pod, container: Container, life: ContainerLife): boolean {
  if (isDeleted(pod)) return false;
  const seen = seenOf(life);
  if (seen !== 'exited') return seen === 'none';
  const exitCode = life.context.exit?.exitCode ?? 0;
  if (isRestartedByRule(container, exitCode)) return true;
  switch (container.restartPolicy ?? pod.spec.restartPolicy ?? 'Always') {
    case 'Never':
      return false;
    case 'OnFailure':
      return exitCode !== 0;
    default:
      return true;
  }
}
