import { type Scale, scaleOfRef } from '../../api/scale';
import type { Status } from '../../command';
import type { HorizontalPodAutoscaler, KubeObject, Pod } from '../../objects';
import { quantity } from '../../quantity';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import type { SyncContext } from '../controller';
import { type Memory, nothingRemembered } from './memory';
import { replicasForMetrics, type Together } from './metrics';
import { type Normalized, normalizedByBehavior, normalizedByDefault } from './normalize';
import type { Tolerances } from './replica-calculator';

/**
 * What one look at an HPA finds: its target, what the metrics ask for and what the limits leave of it.
 * Models the reading half of reconcileAutoscaler in pkg/controller/podautoscaler/horizontal.go (v1.37).
 */
export class Observed {
  readonly memory: Memory;
  readonly target: KubeObject | undefined;
  readonly scale: Scale | undefined;
  /** Why the scale could not be had. */
  readonly refusal: Status | undefined;
  /** The HPAs, this one among them, that select the same Pods. */
  readonly rivals: readonly HorizontalPodAutoscaler[];
  /** What the metrics say; undefined where nobody asks them. */
  readonly metrics: Together | undefined;
  readonly normalized: Normalized | undefined;

  constructor(
    readonly hpa: HorizontalPodAutoscaler,
    readonly context: Pick<SyncContext, 'reading' | 'nowMs' | 'memory' | 'outside' | 'flags' | 'beliefs'>,
  ) {
    const { reading, nowMs } = context;
    const namespace = hpa.metadata.namespace ?? '';
    const found = scaleOfRef(hpa.spec.scaleTargetRef, (kind, name) => reading.find(kind, namespace, name));
    this.target = found.ok ? found.value.target : undefined;
    this.scale = found.ok ? found.value.scale : undefined;
    this.refusal = found.ok ? undefined : found.status;
    const kept = (context.memory as Memory | undefined) ?? nothingRemembered;
    const isFirst = this.scale && kept.recommendations.length === 0;
    this.memory = isFirst
      ? { ...kept, recommendations: [{ replicas: this.currentReplicas, atMs: nowMs }] }
      : kept;
    const pods = this.asksMetrics ? podsOf(reading, namespace, this.scale) : [];
    this.rivals = this.asksMetrics ? rivalsOf(reading, hpa, pods) : [];
    this.metrics = this.asksMetrics && this.rivals.length < 2 ? this.measured(pods) : undefined;
    this.normalized = this.metrics?.replicas === undefined ? undefined : this.limited(this.metrics.replicas);
  }

  get nowMs(): number {
    return this.context.nowMs;
  }

  get currentReplicas(): number {
    return this.scale?.spec.replicas ?? 0;
  }

  get minReplicas(): number {
    return this.hpa.spec.minReplicas ?? 1;
  }

  /** Below or above the bounds, or off, nobody asks the metrics. */
  get asksMetrics(): boolean {
    const current = this.currentReplicas;
    return current > 0 && current >= this.minReplicas && current <= this.hpa.spec.maxReplicas;
  }

  get desiredReplicas(): number {
    const { maxReplicas } = this.hpa.spec;
    const current = this.currentReplicas;
    if (current === 0) return 0;
    if (current > maxReplicas) return maxReplicas;
    if (current < this.minReplicas) return this.minReplicas;
    return this.normalized?.replicas ?? current;
  }

  get rescaleReason(): string {
    const current = this.currentReplicas;
    if (current > this.hpa.spec.maxReplicas) return 'Current number of replicas above Spec.MaxReplicas';
    if (current < this.minReplicas) return 'Current number of replicas below Spec.MinReplicas';
    const wanted = this.metrics?.replicas ?? current;
    if (wanted > current) return `${this.metrics?.name} above target`;
    return wanted < current ? 'All metrics below target' : '';
  }

  private measured(pods: readonly Pod[]): Together {
    const { flags, outside, nowMs } = this.context;
    const measure = {
      pods,
      outside,
      nowMs,
      namespace: this.hpa.metadata.namespace ?? '',
      ...(this.context.beliefs && { beliefs: this.context.beliefs }),
      currentReplicas: this.currentReplicas,
      tolerances: tolerancesOf(this.hpa, flags.horizontalPodAutoscalerTolerance),
      cpuInitializationPeriodMs: flags.horizontalPodAutoscalerCpuInitializationPeriodSeconds * 1000,
      initialReadinessDelayMs: flags.horizontalPodAutoscalerInitialReadinessDelaySeconds * 1000,
    };
    return replicasForMetrics(measure, this.hpa.spec.metrics ?? []);
  }

  private limited(desiredReplicas: number): Normalized {
    const { maxReplicas, behavior } = this.hpa.spec;
    const { currentReplicas, minReplicas, memory, nowMs } = this;
    const downscaleWindowMs = this.context.flags.horizontalPodAutoscalerDownscaleStabilizationSeconds * 1000;
    const wish = {
      currentReplicas,
      desiredReplicas,
      minReplicas,
      maxReplicas,
      memory,
      nowMs,
      downscaleWindowMs,
    };
    return behavior ? normalizedByBehavior(wish, behavior) : normalizedByDefault(wish);
  }
}

/** Each direction may have its own tolerance. Source: tolerancesForHpa. */
function tolerancesOf({ spec }: HorizontalPodAutoscaler, otherwise: number): Tolerances {
  const of = (tolerance: string | undefined) =>
    tolerance === undefined ? otherwise : quantity(String(tolerance));
  return {
    scaleDown: of(spec.behavior?.scaleDown?.tolerance),
    scaleUp: of(spec.behavior?.scaleUp?.tolerance),
  };
}

function podsOf(reading: Reading, namespace: string, scale: Scale | undefined): Pod[] {
  if (!scale) return [];
  const { selector } = scale.status;
  return reading
    .list<Pod>('Pod')
    .filter(({ metadata }) => metadata.namespace === namespace && selects(selector, metadata.labels));
}

/**
 * An HPA claims the Pods of its target from its first look at them on; more than one may not.
 * Source: validateAndParseSelector, hpa_selector_store.go.
 */
function rivalsOf(
  reading: Reading,
  hpa: HorizontalPodAutoscaler,
  pods: readonly Pod[],
): HorizontalPodAutoscaler[] {
  const { namespace = '', uid } = hpa.metadata;
  return reading.list<HorizontalPodAutoscaler>('HorizontalPodAutoscaler').filter((other) => {
    if (other.metadata.uid === uid) return true;
    if (other.metadata.namespace !== namespace) return false;
    if (!other.status.conditions?.some(({ type }) => type === 'ScalingActive')) return false;
    const found = scaleOfRef(other.spec.scaleTargetRef, (kind, name) => reading.find(kind, namespace, name));
    return (
      found.ok && pods.some(({ metadata }) => selects(found.value.scale.status.selector, metadata.labels))
    );
  });
}
