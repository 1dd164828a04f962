import type { Condition, Container, ContainerStatus, Pod, PodStatus } from '../objects';
import { timestamp } from '../time';
import { isSidecar } from './spec';

type Made = Pick<Condition, 'status' | 'reason' | 'message'>;
type Statuses = ReadonlyMap<string, ContainerStatus>;
type Phase = PodStatus['phase'];

const holds: Made = { status: 'True' };
const not = (reason: string, message?: string): Made => ({
  status: 'False',
  reason,
  ...(message && { message }),
});

/** Conditions that only a kubelet writes. Source: pkg/kubelet/types/pod_status.go PodConditionByKubelet. */
const own = new Set(['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled']);

const namesOf = (containers: readonly Container[]): string => containers.map(({ name }) => name).join(' ');

/** Source: pkg/kubelet/status/generate.go GenerateContainersReadyCondition (v1.37). */
function containersReady({ spec }: Pod, statuses: Statuses, phase: Phase): Made {
  if (phase === 'Failed') return not('PodFailed');
  if (phase === 'Succeeded') return not('PodCompleted');
  const watched = [...(spec.initContainers ?? []).filter(isSidecar), ...spec.containers];
  const unready = watched.filter(({ name }) => !statuses.get(name)?.ready);
  if (unready.length === 0) return holds;
  return not('ContainersNotReady', `containers with unready status: [${namesOf(unready)}]`);
}

/** Source: generate.go GeneratePodReadyCondition: the containers, then the readiness gates. */
function ready({ spec }: Pod, conditions: readonly Condition[], containers: Made): Made {
  if (containers.status !== 'True') return containers;
  const why = (spec.readinessGates ?? []).flatMap(({ conditionType }) => {
    const gate = JSON.stringify(conditionType);
    const condition = conditions.find(({ type }) => type === conditionType);
    if (!condition) return [`corresponding condition of pod readiness gate ${gate} does not exist.`];
    return condition.status === 'True'
      ? []
      : [`the status of pod readiness gate ${gate} is not "True", but ${condition.status}`];
  });
  return why.length > 0 ? not('ReadinessGatesNotReady', why.join(', ')) : holds;
}

const hasStarted = (status: ContainerStatus | undefined): boolean =>
  !!status &&
  (status.started === true ||
    status.state.running !== undefined ||
    status.state.terminated !== undefined ||
    status.lastState?.terminated !== undefined);

/** Whether some container that is no init container has ever run. Source: pkg/kubelet/container HasAnyRegularContainerStarted. */
export const hasAnyStarted = ({ spec }: Pod, statuses: Statuses): boolean =>
  spec.containers.some(({ name }) => hasStarted(statuses.get(name)));

/** Source: generate.go GeneratePodInitializedCondition. */
function initialized(pod: Pod, statuses: Statuses, phase: Phase): Made {
  if (phase === 'Succeeded') return { status: 'True', reason: 'PodCompleted' };
  const inits = pod.spec.initContainers ?? [];
  if (inits.length === 0 || hasAnyStarted(pod, statuses)) return holds;
  const incomplete = inits.filter((container) => {
    const status = statuses.get(container.name);
    return !(isSidecar(container) ? status?.started : status?.ready);
  });
  if (incomplete.length === 0) return holds;
  return not('ContainersNotInitialized', `containers with incomplete status: [${namesOf(incomplete)}]`);
}

/** What else the conditions are made from. */
export interface ConditionFacts {
  readonly phase: Phase;
  readonly hasSandbox: boolean;
  /** The conditions of the last status, whose times of change are kept. */
  readonly before: readonly Condition[];
  readonly nowMs: number;
}

/** A Pod's conditions: those of others first, then the kubelet's own, each with the moment of its last change. */
export function conditionsOf(pod: Pod, statuses: Statuses, facts: ConditionFacts): Condition[] {
  const { phase, hasSandbox, before, nowMs } = facts;
  const others = (pod.status.conditions ?? []).filter(({ type }) => !own.has(type));
  const containers = containersReady(pod, statuses, phase);
  const { generation } = pod.metadata;
  const now = timestamp(nowMs);
  const set = (type: string, made: Made): Condition => {
    const old = before.find((c) => c.type === type);
    return {
      type,
      ...(generation !== undefined && { observedGeneration: generation }),
      ...made,
      lastTransitionTime:
        old?.status === made.status && old.lastTransitionTime ? old.lastTransitionTime : now,
    };
  };
  return [
    ...others,
    set('PodReadyToStartContainers', hasSandbox ? holds : not('PodSandboxNotReady')),
    set('Initialized', initialized(pod, statuses, phase)),
    set('Ready', ready(pod, others, containers)),
    set('ContainersReady', containers),
    set('PodScheduled', holds),
  ];
}
