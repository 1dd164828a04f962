import type { HorizontalPodAutoscaler } from '../../objects';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import {
  horizontalpodautoscalerMachine,
  horizontalpodautoscalerRules,
} from './horizontalpodautoscaler.machine';
import type { Memory } from './memory';
import { withScaleEvent } from './normalize';
import { Observed } from './observed';
import { withStatus } from './status';

/** What the controller keeps after a look. */
function memoryAfter(observed: Observed, nextSyncMs: number): Memory {
  const { memory, normalized, hpa, currentReplicas, desiredReplicas, nowMs } = observed;
  const kept = {
    ...memory,
    ...(normalized && { recommendations: normalized.recommendations }),
    nextSyncMs,
  };
  return observed.target && desiredReplicas !== currentReplicas
    ? withScaleEvent(kept, hpa.spec.behavior, currentReplicas, desiredReplicas, nowMs)
    : kept;
}

/**
 * Looks at an HPA when it is made, when its spec changes, and once each sync period.
 * Models the queue of pkg/controller/podautoscaler/horizontal.go (v1.37): a look before its time does not move the next one.
 */
export const horizontalpodautoscalerController: Controller = {
  name: 'horizontal-pod-autoscaler',
  machine: 'horizontalpodautoscaler',
  kinds: ['HorizontalPodAutoscaler'],
  delayMs: 10,
  concerns: ({ key, before, after }) =>
    after && before?.metadata.generation !== after.metadata.generation ? [key] : [],
  sync(key, context: SyncContext): SyncResult {
    const { reading, nowMs, state, flags } = context;
    const hpa = reading.get<HorizontalPodAutoscaler>(key);
    if (!hpa) return { writes: [] };
    const observed = new Observed(hpa, context);
    const result = decide(
      horizontalpodautoscalerMachine,
      horizontalpodautoscalerRules,
      state,
      observed,
      context.beliefs,
    );
    const status = withStatus(observed);
    const periodMs = flags.horizontalPodAutoscalerSyncPeriodSeconds * 1000;
    const isEarly = observed.memory.nextSyncMs > nowMs;
    const nextSyncMs = isEarly ? observed.memory.nextSyncMs : nowMs + periodMs;
    return {
      ...result,
      writes: [...result.writes, ...(status ? [{ do: 'updateStatus' as const, object: status }] : [])],
      memory: memoryAfter(observed, nextSyncMs),
      ...(!isEarly && { againAfterMs: periodMs }),
    };
  },
};
