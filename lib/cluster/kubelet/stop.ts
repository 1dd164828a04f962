import type { Container } from '../objects';
import { programIn } from './files';
import { runHook } from './hooks';
import type { ContainerLife } from './life';
import type { Step } from './step';

/** A container gets at least so many seconds to end. Source: kuberuntime_container.go minimumGracePeriodInSeconds. */
const leastSeconds = 2;
/** From a program's end to the kubelet's knowledge of it, ms. */
const takesMs = [40, 90] as const;

/** Whether an instance of it runs, whatever the kubelet knows. */
export const isAlive = ({ context, unseen }: ContainerLife): boolean =>
  context.attempt >= 0 && context.exit === undefined && unseen === undefined;

export const aliveOf = (step: Step): readonly Container[] =>
  step.known.all.flatMap(({ container }) => (isAlive(step.container(container.name)) ? [container] : []));

/**
 * Begins to stop a container: its preStop hook, its turn among others, SIGTERM, and SIGKILL when the grace is over.
 * Models pkg/kubelet/kuberuntime/kuberuntime_container.go killContainer (v1.37).
 */
export function stop(
  step: Step,
  container: Container,
  how: { readonly message?: string; readonly graceSeconds: number; readonly after?: readonly string[] },
): void {
  const { name, lifecycle } = container;
  const { graceSeconds, after = [] } = how;
  step.say(name, 'Normal', 'Killing', how.message ?? `Stopping container ${name}`);
  const base = { graceSeconds, sinceMs: step.nowMs, after };
  if (!lifecycle?.preStop || graceSeconds <= 0) {
    step.setContainer(name, { stopping: { ...base, stage: 'waiting' } });
    signalInTurn(step, container);
    return;
  }
  const ran = runHook(step, container, lifecycle.preStop);
  const isTooLong = ran.afterMs > graceSeconds * 1000;
  if (ran.failed !== undefined && !isTooLong)
    step.say(name, 'Warning', 'FailedPreStopHook', 'PreStopHook failed');
  step.setContainer(name, { stopping: { ...base, stage: 'preStop', isHookOpen: isTooLong } });
  const { attempt } = step.container(name).context;
  step.after(Math.min(ran.afterMs, graceSeconds * 1000), { type: 'stop', container: name, attempt });
}

/** Stops everything that runs. Sidecars wait for the containers that are none, and for the sidecars after them. */
export function stopAll(step: Step, graceSeconds: number): void {
  const alive = aliveOf(step);
  for (const container of alive) {
    const after = step.known.hasSidecars ? prerequisitesOf(step, container, alive) : [];
    stop(step, container, { graceSeconds: Math.max(graceSeconds, leastSeconds), after });
  }
}

/** Source: kuberuntime_termination_order.go newTerminationOrdering. */
function prerequisitesOf(step: Step, container: Container, alive: readonly Container[]): string[] {
  if (!step.known.byName.get(container.name)?.isSidecar) return [];
  const { all } = step.known;
  const at = all.findIndex((known) => known.container === container);
  return all
    .slice(at + 1)
    .filter((known) => (!known.isInit || known.isSidecar) && alive.includes(known.container))
    .map((known) => known.container.name);
}

/** The next stage is due: the hook is through, or there is no grace left to wait for others. */
export function goOn(step: Step, name: string, attempt: number): void {
  const life = step.container(name);
  if (!life.stopping || life.context.attempt !== attempt || !isAlive(life)) return;
  const container = step.specOf(name);
  if (life.stopping.stage === 'waiting') signal(step, container);
  if (life.stopping.stage !== 'preStop') return;
  step.setContainer(name, {
    stopping: { ...life.stopping, ...spent(step, life.stopping), stage: 'waiting' },
  });
  signalInTurn(step, container);
}

/** What is left of a grace period: whole seconds that went by are gone. */
const spent = (
  step: Step,
  { graceSeconds, sinceMs }: { readonly graceSeconds: number; readonly sinceMs: number },
) => ({
  graceSeconds: graceSeconds - Math.floor((step.nowMs - sinceMs) / 1000),
  sinceMs: step.nowMs,
});

/** SIGTERM if nothing has to end before it, or else when that has, or when there is no grace left. */
function signalInTurn(step: Step, container: Container): void {
  const { stopping, context } = step.container(container.name);
  if (!stopping) return;
  const { graceSeconds, after } = stopping;
  const { name } = container;
  if (graceSeconds <= 0 || !after.some((one) => isAlive(step.container(one)))) signal(step, container);
  else step.after(graceSeconds * 1000, { type: 'stop', container: name, attempt: context.attempt });
}

/** A container has ended: those that waited for it may be next. */
export function letOthersEnd(step: Step): void {
  for (const { container } of step.known.all) {
    const life = step.container(container.name);
    if (life.stopping?.stage === 'waiting' && isAlive(life)) signalIfDue(step, container);
  }
}

function signalIfDue(step: Step, container: Container): void {
  const { stopping } = step.container(container.name);
  if (stopping?.after.every((name) => !isAlive(step.container(name)))) signal(step, container);
}

function signal(step: Step, container: Container): void {
  const { name } = container;
  const { stopping, context } = step.container(name);
  if (!stopping) return;
  const left = spent(step, stopping);
  step.setContainer(name, { stopping: { ...stopping, ...left, stage: 'signalled' } });
  const graceMs = Math.max(left.graceSeconds, leastSeconds) * 1000;
  const { onTerm } = programIn(step, container);
  const { afterMs, exitCode } =
    onTerm && onTerm.afterMs <= graceMs ? onTerm : { afterMs: graceMs, exitCode: 137 };
  const { attempt } = context;
  step.after(afterMs + step.between(takesMs), { type: 'exited', container: name, attempt, exitCode });
}
