import type { Container } from '../objects';
import { programIn } from './files';
import type { SlowStart } from './slow-starts';
import type { Step } from './step';
import { isAlive } from './stop';

/** Sees to it that the instance that is being started takes its time, and says how much, ms. Init containers but for sidecars never do. */
export function slowDown(step: Step, container: Container): number {
  const known = step.known.byName.get(container.name);
  const by = known?.isInit && !known.isSidecar ? undefined : step.around.slowStart();
  step.setContainer(container.name, { slowed: by && { untilMs: step.nowMs + by.ms, by } });
  return by?.ms ?? 0;
}

/**
 * What slowed the starts is mended: those that it slows are through now, and a program that ends has its own time from now on.
 * Probes ask all the while: the next tick finds it.
 */
export function hasten(step: Step, mended: SlowStart): void {
  for (const { container } of step.known.all) {
    const { name } = container;
    const life = step.container(name);
    const { slowed, context } = life;
    if (slowed?.by.of !== mended.of) continue;
    step.setContainer(name, { slowed: undefined });
    if (slowed.untilMs <= step.nowMs || !isAlive(life)) continue;
    const { ends } = programIn(step, container);
    if (ends && Number.isFinite(ends.afterMs)) {
      const { afterMs, exitCode, reason } = ends;
      const exit = { exitCode, ...(reason && { reason }) };
      step.after(afterMs, { type: 'exited', container: name, attempt: context.attempt, ...exit });
    }
  }
}
