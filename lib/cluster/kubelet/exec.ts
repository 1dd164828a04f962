import type { Container, Pod } from '../objects';
import { runIn, surroundingsOf } from './files';
import type { KubeletAround, PodLife, Reaction } from './life';
import { armProbes } from './probes';
import { type Ran, run } from './program';
import { Step } from './step';
import { isAlive } from './stop';

interface Asked {
  readonly container?: string;
  readonly command: readonly string[];
}

/** The container that is asked, if it runs. */
function containerOf(step: Step, pod: Pod, { container: name }: Asked): Container | undefined {
  const container = name === undefined ? pod.spec.containers[0] : step.known.byName.get(name)?.container;
  return container && isAlive(step.container(container.name)) ? container : undefined;
}

/** What `exec` would find; nothing is done. */
export function answerOf(pod: Pod, life: PodLife, around: KubeletAround, asked: Asked): Ran | undefined {
  const step = new Step(pod, life, around);
  const container = containerOf(step, pod, asked);
  return container && run(container.image, asked.command, surroundingsOf(step, container));
}

/**
 * Runs a command in a container, as `kubectl exec` does; undefined when no such container runs. The command ends at once.
 * Without a name it is the Pod's first container.
 */
export function exec(
  pod: Pod,
  life: PodLife,
  around: KubeletAround,
  asked: Asked,
): { readonly ran: Ran; readonly reaction: Reaction } | undefined {
  const step = new Step(pod, life, around);
  const container = containerOf(step, pod, asked);
  if (!container) return undefined;
  const ran = runIn(step, container, asked.command);
  armProbes(step);
  return { ran, reaction: step.reaction };
}
