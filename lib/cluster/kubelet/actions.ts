import type { Container } from '../objects';
import type { Job } from './life';
import { probeResult } from './probes';
import { isStartedAgain, restartsOnFailure, seenOf } from './restart';
import { isSidecar } from './spec';
import type { Step } from './step';

const start = (container: Container): Job => ({ do: 'start', container: container.name });

/**
 * What one sync does to a Pod's containers, from what the kubelet has seen of them. Models
 * pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions (v1.37).
 * Leaves out: sandboxes that are lost, ephemeral containers, resizing in place.
 */
export function actionsOf(step: Step): Job[] {
  if (step.life.sandbox === 'stopped') return [];
  const inits = initActionsOf(step);
  if (inits === 'killPod') return [{ do: 'killPod' }];
  if (!inits.isInitialized) return inits.jobs;
  const jobs: Job[] = [];
  const starts: Job[] = [];
  let kept = 0;
  for (const container of step.known.mains) {
    const life = step.container(container.name);
    if (seenOf(life) !== 'running') {
      if (isStartedAgain(step, container, life)) starts.push(start(container));
      continue;
    }
    const why = whyKilled(step, container, 'Container');
    if (!why) {
      kept++;
      continue;
    }
    const restarts = why.always || restartsOnFailure(step.pod, container);
    if (restarts) starts.push(start(container));
    jobs.push({
      do: 'kill',
      container: container.name,
      message: restarts ? `${why.message}, will be restarted` : why.message,
      graceSeconds: why.graceSeconds,
    });
  }
  if (kept === 0 && starts.length === 0) return [{ do: 'killPod' }];
  return [...jobs, ...inits.jobs, ...starts];
}

/** Its readiness probe has failed as often as it may: only where that is believed to end a container. */
const hasFailedForGood = (step: Step, name: string): boolean =>
  step.probe(name, 'readiness')?.state === 'OnHold';

interface WhyKilled {
  readonly message: string;
  readonly graceSeconds: number;
  /** Started again whatever the restart policy says. */
  readonly always?: boolean;
}

function whyKilled(
  step: Step,
  container: Container,
  what: 'Container' | 'Init container',
): WhyKilled | undefined {
  const { name } = container;
  const podGrace = step.pod.spec.terminationGracePeriodSeconds ?? 30;
  const { image } = step.container(name);
  if (image !== undefined && image !== container.image)
    return { message: `${what} ${name} definition changed`, graceSeconds: podGrace, always: true };
  const isUnready = step.is('unreadyContainerIsRestarted', false) && hasFailedForGood(step, name);
  for (const kind of ['liveness', 'startup', 'readiness'] as const) {
    const probe = container[`${kind}Probe`];
    const failed = kind === 'readiness' ? isUnready : probeResult(step, name, kind) === 'Failure';
    if (probe && failed)
      return {
        message: `${what} ${name} failed ${kind} probe`,
        graceSeconds: step.is('livenessKillsAtOnce', false)
          ? 0
          : (probe.terminationGracePeriodSeconds ?? podGrace),
      };
  }
  return undefined;
}

type InitActions = { readonly jobs: Job[]; readonly isInitialized: boolean } | 'killPod';

/**
 * The init containers, from the last to the first: the last one that was made says how far the Pod has come; sidecars before
 * it are kept running. Source: kuberuntime_container.go computeInitContainerActions (v1.37).
 */
function initActionsOf(step: Step): InitActions {
  const { inits, mains } = step.known;
  if (inits.length === 0) return { jobs: [], isInitialized: true };
  let isInitialized = mains.some(({ name }) => seenOf(step.container(name)) === 'running');
  let isPast = isInitialized;
  const kills: Job[] = [];
  const starts: number[] = [];
  for (let i = inits.length - 1; i >= 0; i--) {
    const container = inits[i] as Container;
    const seen = seenOf(step.container(container.name));
    const sidecar = isSidecar(container);
    if (seen === 'none') {
      if (isPast && sidecar) starts.push(i);
      continue;
    }
    if (isPast && !sidecar) continue;
    if (seen === 'running' && sidecar) {
      const startup = container.startupProbe && probeResult(step, container.name, 'startup');
      if (startup === undefined || startup === 'Success') {
        if (i === inits.length - 1) isInitialized = true;
        else if (!isPast) starts.push(i + 1);
      }
      const why = whyKilled(step, container, 'Init container');
      if (why) {
        kills.push({ do: 'kill', container: container.name, ...why });
        starts.push(i);
      }
    } else if (seen === 'exited') {
      const failed = step.container(container.name).context.exit?.exitCode !== 0;
      if (sidecar) starts.push(i);
      else if (failed) {
        if (!isStartedAgain(step, container, step.container(container.name))) return 'killPod';
        starts.push(i);
      } else if (i === inits.length - 1) isInitialized = true;
      else starts.push(i + 1);
    }
    isPast = true;
  }
  if (!isPast) starts.push(0);
  const ordered = starts.reverse().map((i) => start(inits[i] as Container));
  return { jobs: [...kills, ...ordered], isInitialized };
}
