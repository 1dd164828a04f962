import type { Pod } from '../objects';
import { runIn } from './files';
import type { KubeletAround, PodLife, Reaction } from './life';
import { armProbes } from './probes';
import type { Ran } from './program';
import { Step } from './step';
import { isAlive } from './stop';

/**
 * Runs a command in a container, as `kubectl exec` does; undefined when no such container runs. The command ends at once.
 * Without a name it is the Pod's first container.
 */
export function exec(
  pod: Pod,
  life: PodLife,
  around: KubeletAround,
  { container: name, command }: { readonly container?: string; readonly command: readonly string[] },
): { readonly ran: Ran; readonly reaction: Reaction } | undefined {
  const step = new Step(pod, life, around);
  const container = name === undefined ? pod.spec.containers[0] : step.known.byName.get(name)?.container;
  if (!container || !isAlive(step.container(container.name))) return undefined;
  const ran = runIn(step, container, command);
  armProbes(step);
  return { ran, reaction: step.reaction };
}
