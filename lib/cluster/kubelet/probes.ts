import type { Container, Probe } from '../objects';
import { volumesMsOf } from './environment';
import { runIn } from './files';
import { isDeleted, type ProbeKind, type ProbeLife } from './life';
import type { ProbeMessage } from './probe.machine';
import { answerMsOf, answerOf } from './probe-answer';
import { asksOthers } from './program';
import { seenOf } from './restart';
import type { Step } from './step';

/** How long a probe takes, ms. */
const takesMs = 40;

export const probeKinds = ['startup', 'liveness', 'readiness'] as const;
const initially = { startup: 'Unknown', liveness: 'Success', readiness: 'Failure' } as const;
const titles = { startup: 'Startup', liveness: 'Liveness', readiness: 'Readiness' } as const;

const specOf = (container: Container, kind: ProbeKind): Probe | undefined => container[`${kind}Probe`];
const periodMs = (probe: Probe): number => (probe.periodSeconds ?? 10) * 1000;

/**
 * The workers that probe a Pod's containers, each on its own grid of ticks from the moment at which the kubelet took the Pod on.
 * Models pkg/kubelet/prober/prober_manager.go and worker.go (v1.37). A worker whose answer can not change any more is not asked
 * again until something does.
 */
export function addProbes(step: Step): void {
  if (Object.keys(step.life.probes).length > 0) return;
  const probes: Record<string, ProbeLife> = {};
  for (const { container, isInit, isSidecar } of step.known.all) {
    if (isInit && !isSidecar) continue;
    for (const kind of probeKinds)
      if (specOf(container, kind))
        probes[`${container.name} ${kind}`] = {
          state: 'Unknown',
          context: { run: 0 },
          attempt: -1,
          originMs: step.nowMs + volumesMsOf(step.pod) + takesMs,
        };
  }
  if (Object.keys(probes).length > 0) step.set({ probes });
}

/** What holds of a container by a probe of it: undefined without one. */
export function probeResult(
  step: Step,
  name: string,
  kind: ProbeKind,
): 'Unknown' | 'Success' | 'Failure' | undefined {
  const probe = step.probe(name, kind);
  return probe && (probe.state === 'OnHold' ? 'Failure' : probe.state);
}

/** Whether a container that runs has started in the sense of its startup probe. */
export const hasStarted = (step: Step, name: string): boolean =>
  seenOf(step.container(name)) === 'running' &&
  (probeResult(step, name, 'startup') ?? 'Success') === 'Success';

/** A new instance runs: its workers begin anew. */
export function beginProbes(step: Step, container: Container): void {
  const { name } = container;
  const { attempt } = step.container(name).context;
  for (const kind of probeKinds) {
    if (!step.probe(name, kind)) continue;
    step.tellProbe(name, kind, { type: 'began', initially: initially[kind] });
    step.setProbe(name, kind, { attempt, dueMs: undefined });
    arm(step, container, kind);
  }
}

/** Something changed that probes may see: whatever rested is looked at again. */
export function armProbes(step: Step): void {
  for (const { container } of step.known.all)
    for (const kind of probeKinds) if (step.probe(container.name, kind)) arm(step, container, kind);
}

/**
 * The kubelet makes the Pod's status: a container that has started and is not ready is probed at once, and its worker's ticks
 * count from now on. Source: prober_manager.go UpdatePodStatus, the trigger by hand of worker.go run.
 */
export function triggerReadiness(step: Step): void {
  for (const { container } of step.known.all) {
    const { name } = container;
    const result = probeResult(step, name, 'readiness');
    if (result === undefined || result === 'Success' || !hasStarted(step, name)) continue;
    step.setProbe(name, 'readiness', { originMs: step.nowMs + takesMs, dueMs: undefined });
    arm(step, container, 'readiness');
  }
}

/** Whether a container waits for its readiness: the next look at it probes again. */
export const isReadinessOpen = (step: Step): boolean =>
  step.known.all.some(({ container: { name } }) => {
    const result = probeResult(step, name, 'readiness');
    return result !== undefined && result !== 'Success' && hasStarted(step, name);
  });

/** Puts the worker's next tick on the clock, if there is one that matters. */
function arm(step: Step, container: Container, kind: ProbeKind): void {
  const probe = step.probe(container.name, kind);
  const spec = specOf(container, kind);
  if (!probe || !spec || !isOpen(step, container, kind, probe)) return;
  const { nowMs } = step;
  const startedAtMs = step.container(container.name).context.startedAtMs;
  const fromMs = Math.max(
    Math.floor(startedAtMs / 1000) * 1000 + (spec.initialDelaySeconds ?? 0) * 1000,
    startedAtMs,
    nowMs,
  );
  const originMs = probe.originMs + answerMsOf(step, container, spec);
  const ticks = Math.max(0, Math.ceil((fromMs - originMs) / periodMs(spec)));
  let dueMs = originMs + ticks * periodMs(spec);
  if (dueMs === nowMs) dueMs += periodMs(spec);
  if (probe.dueMs !== undefined && probe.dueMs > nowMs && probe.dueMs <= dueMs) return;
  step.setProbe(container.name, kind, { dueMs });
  step.after(dueMs - nowMs, { type: 'probe', container: container.name, kind });
}

/** Whether the worker probes at its next tick. Source: worker.go doProbe, up to the probe. */
function isOpen(step: Step, container: Container, kind: ProbeKind, probe: ProbeLife): boolean {
  const { name } = container;
  const life = step.container(name);
  if (seenOf(life) !== 'running' || life.unseen || probe.state === 'OnHold') return false;
  if (kind !== 'readiness' && isDeleted(step.pod)) return false;
  if ((kind === 'startup') === hasStarted(step, name)) return false;
  return !isSettled(step, container, kind, probe);
}

/** The next answer would be the last one again, and nobody would hear of it. One that asks others may turn at any time. */
function isSettled(step: Step, container: Container, kind: ProbeKind, probe: ProbeLife): boolean {
  if (probe.state !== 'Success' || probe.context.last === 'failure') return false;
  if (asksOthers(specOf(container, kind)?.exec?.command ?? [])) return false;
  return answerOf(step, container, kind).succeeded;
}

export type ProbeOutcome = 'unchanged' | 'ready' | 'unready' | 'started' | 'failed';

/** A worker's tick: asks the container. Says what came of it for the Pod. */
export function probeNow(step: Step, name: string, kind: ProbeKind): ProbeOutcome {
  const probe = step.probe(name, kind);
  const container = step.specOf(name);
  const spec = specOf(container, kind);
  if (!probe || !spec || probe.dueMs !== step.nowMs) return 'unchanged';
  step.setProbe(name, kind, { dueMs: undefined });
  if (!isOpen(step, container, kind, probe)) return 'unchanged';
  const { succeeded, output } = answerOf(step, container, kind);
  if (spec.exec?.command) runIn(step, container, spec.exec.command);
  if (!succeeded) step.say(name, 'Warning', 'Unhealthy', `${titles[kind]} probe failed: ${output}`);
  const restartsUnready = step.is('unreadyContainerIsRestarted', false);
  const message: ProbeMessage = {
    type: 'probed',
    succeeded,
    kills: kind !== 'readiness' || restartsUnready,
    thresholds: {
      success: spec.successThreshold ?? 1,
      failure: step.is('oneFailedProbeIsEnough', false) ? 1 : (spec.failureThreshold ?? 3),
    },
  };
  const before = probeResult(step, name, kind);
  step.tellProbe(name, kind, message);
  const after = probeResult(step, name, kind);
  arm(step, container, kind);
  if (before === after) return 'unchanged';
  if (kind === 'readiness' && after === 'Failure' && restartsUnready) return 'failed';
  if (kind === 'readiness') return after === 'Success' ? 'ready' : 'unready';
  if (after === 'Failure') return 'failed';
  if (kind !== 'startup') return 'unchanged';
  for (const other of ['liveness', 'readiness'] as const)
    if (step.probe(name, other)) arm(step, container, other);
  return 'started';
}
