import { type Beliefs, noBeliefs } from '../../belief';
import type { Chance } from '../../chance';
import { isTerminating } from '../../keys';
import type { Node, PersistentVolumeClaim, Pod } from '../../objects';
import { withPodCondition } from '../../pods';
import type { Reading } from '../../store';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import { machineOf, type Rule } from '../rules';
import { chosenOf, judge, unavailable, type Verdict } from './placement';
import { snapshotOf } from './plugin';
import { type Candidate, preempt } from './preemption';
import { claimsToReserve, claimTrouble, isWaitingForVolumes, reserve } from './volume-binding';

/**
 * Chooses a node for a Pod: filters, scores, makes room if it must, reserves volumes, binds. One machine for each Pod.
 * Models pkg/scheduler/schedule_one.go (v1.37).
 * Leaves out: the queue's back-off (a Pod that fits nowhere is tried again as soon as something changes that may help),
 * other profiles, extenders, Pods that are scheduled as a group.
 */
const ownName = 'default-scheduler';

/** What DynamicResources says after the filters when it was not asked before them, as a claim had stopped the Pod there. */
const unlooked = 'not found';

/** What one sync sees; each part is worked out when a rule first asks for it. */
export class Observed {
  private judged: readonly Verdict[] | undefined;
  private chosenNode: string | undefined;
  private isChosen = false;
  private outcome: { readonly message: string; readonly candidate?: Candidate } | undefined;

  constructor(
    readonly pod: Pod,
    readonly reading: Reading,
    readonly nowMs: number,
    private readonly chance: Chance,
    private readonly beliefs: Beliefs = noBeliefs,
  ) {}

  get verdicts(): readonly Verdict[] {
    this.judged ??= this.claimTrouble ? [] : judge(this.pod, snapshotOf(this.reading, this.beliefs));
    return this.judged;
  }

  get claimTrouble(): string | undefined {
    return claimTrouble(this.pod, this.reading);
  }

  get gates(): readonly unknown[] {
    return (this.pod.spec.schedulingGates as readonly unknown[] | undefined) ?? [];
  }

  get chosen(): string | undefined {
    if (!this.isChosen) this.chosenNode = chosenOf(this.verdicts, this.chance);
    this.isChosen = true;
    return this.chosenNode;
  }

  get unreserved(): readonly PersistentVolumeClaim[] {
    return claimsToReserve(this.pod, this.reading);
  }

  get isWaitingForVolumes(): boolean {
    return isWaitingForVolumes(this.pod, this.reading);
  }

  /** Why no node takes the Pod, and whom it may have removed. */
  get failure(): { readonly message: string; readonly candidate?: Candidate } {
    this.outcome ??= this.fail();
    return this.outcome;
  }

  private fail(): { readonly message: string; readonly candidate?: Candidate } {
    const { pod, claimTrouble: trouble } = this;
    const snapshot = snapshotOf(this.reading, this.beliefs);
    const n = snapshot.nodes.length;
    if (n === 0) return { message: 'no nodes available to schedule pods' };
    const words = unavailable(n, trouble ?? this.verdicts.flatMap(({ refusal }) => refusal?.reasons ?? []));
    if (trouble) return { message: `${words} ${unlooked}` };
    const result = preempt(pod, snapshot, this.verdicts);
    const { candidate } = result;
    return { message: `${words} ${result.message}`, ...(candidate && { candidate }) };
  }
}

const conditionOf = (pod: Pod) => pod.status.conditions?.find(({ type }) => type === 'PodScheduled');

/** Says why, unless it was said; with the node that is being cleared for the Pod, if there is one. */
function unschedulable({ pod, nowMs }: Observed, message: string, nominatedNodeName?: string): Write[] {
  const isSame = conditionOf(pod)?.message === message && pod.status.nominatedNodeName === nominatedNodeName;
  if (isSame) return [];
  const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message } as const;
  const told = withPodCondition(pod, condition, nowMs);
  return [
    said(pod, 'Warning', 'FailedScheduling', message),
    { do: 'updateStatus', object: { ...told, status: { ...told.status, nominatedNodeName } } as Pod },
  ];
}

const isKept = ({ failure }: Observed): boolean =>
  failure.message.includes('a terminating pod on the nominated');

function evict(victim: Pod, { pod, nowMs }: Observed, node: string): Write[] {
  if (isTerminating(victim)) return [];
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'PreemptionByScheduler',
    message: `${ownName}: preempting to accommodate a higher priority pod`,
  } as const;
  return [
    { do: 'updateStatus', object: withPodCondition(victim, condition, nowMs) },
    { do: 'delete', object: victim },
    said(victim, 'Normal', 'Preempted', `Preempted by pod ${pod.metadata.uid} on node ${node}`),
  ];
}

const gated = {
  type: 'PodScheduled',
  status: 'False',
  reason: 'SchedulingGated',
  message: 'Scheduling is blocked due to non-empty scheduling gates',
} as const;

export const schedulerRules: readonly Rule<Observed>[] = [
  {
    name: 'isBoundOrGoing',
    state: 'done',
    holds: ({ pod }) => pod.spec.nodeName !== undefined || isTerminating(pod),
  },
  {
    name: 'hasAnotherScheduler',
    state: 'ignored',
    holds: ({ pod }) => (pod.spec.schedulerName ?? ownName) !== ownName,
  },
  {
    name: 'schedulingGatesAreLeft',
    state: 'gated',
    holds: ({ gates }) => gates.length > 0,
    writes: ({ pod, nowMs }) =>
      conditionOf(pod)?.reason === gated.reason
        ? []
        : [{ do: 'updateStatus', object: withPodCondition(pod, gated, nowMs) }],
  },
  {
    name: 'othersGiveWay',
    state: 'preempting',
    holds: (o) => !o.chosen && o.failure.candidate !== undefined,
    writes: (o) => {
      const { message, candidate } = o.failure;
      if (!candidate) return [];
      const { node, victims } = candidate;
      return [...unschedulable(o, message, node), ...victims.flatMap((victim) => evict(victim, o, node))];
    },
  },
  {
    name: 'noNodeFits',
    state: 'unschedulable',
    holds: ({ chosen }) => !chosen,
    writes: (o) =>
      unschedulable(o, o.failure.message, isKept(o) ? o.pod.status.nominatedNodeName : undefined),
  },
  {
    name: 'claimWaitsForNode',
    state: 'reservingVolumes',
    holds: ({ unreserved }) => unreserved.length > 0,
    writes: ({ unreserved, reading, chosen }) => {
      const node = reading.find<Node>('Node', '', chosen ?? '');
      return node ? unreserved.map((claim) => reserve(claim, node, reading)) : [];
    },
  },
  {
    name: 'volumeIsNotBound',
    state: 'waitingForVolumes',
    holds: (o) => o.isWaitingForVolumes,
  },
  {
    name: 'nodeFits',
    state: 'binding',
    holds: () => true,
    writes: ({ pod, chosen }) => [
      { do: 'bind', object: pod, node: chosen ?? '' },
      said(
        pod,
        'Normal',
        'Scheduled',
        `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${chosen}`,
      ),
    ],
  },
];

export const schedulerMachine = machineOf('scheduler', schedulerRules);
