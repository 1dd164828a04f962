import { look, turnAt } from './asking';
import { factsOf, report } from './report';
import { lastStatusOf, statusOf } from './status';
import type { Step } from './step';
import { aliveOf, stopAll } from './stop';

/** The Pod is over: whatever runs is stopped. Source: kubelet.go SyncTerminatingPod. */
export function end(step: Step, graceSeconds: number): void {
  step.set({ turn: undefined, isEnding: true });
  stopAll(step, graceSeconds);
  ifAllStopped(step);
}

/** A container has ended: if it was the last of a Pod that is over, there is nothing left to stop. */
export function ifAllStopped(step: Step): void {
  const { state, isEnding } = step.life;
  if (isEnding && (state === 'Terminating' || state === 'Ending') && aliveOf(step).length === 0)
    stopped(step);
}

/** Nothing runs any more: the last word about the containers. The sandbox goes after the next look. */
function stopped(step: Step): void {
  look(step);
  step.set({ sandbox: 'stopped', turnedAtMs: step.nowMs });
  const status = statusOf(step, true);
  step.move('stopped', factsOf(step, status));
  report(step, status);
  turnAt(step, step.nextLookMs);
}

/** Source: kubelet.go SyncTerminatedPod, status_manager.go TerminatePod. */
export function remove(step: Step): void {
  const status = lastStatusOf(step);
  const facts = factsOf(step, status);
  step.move('removed', facts);
  report(step, status, true);
  if (facts.isDeleted && !step.around.isSilent)
    step.writes.push({ do: 'delete', object: step.pod, gracePeriodSeconds: 0 });
}
