import { type Beliefs, noBeliefs } from '../belief';
import { factsOf } from '../believable';
import { keyFor, keyOf, kindOf } from '../keys';
import type { Node, Pod, Taint } from '../objects';
import { withPodCondition } from '../pods';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { said } from './controller-ref';
import { decide, machineOf, type Rule } from './rules';
import { isTolerated, tolerates } from './tolerations';

/**
 * Deletes the Pods of a node that do not tolerate its NoExecute taints, or tolerate them only for so long.
 * One machine for each Pod. Models pkg/controller/tainteviction/taint_eviction.go (v1.37).
 * Leaves out: the Event that an eviction is cancelled because its Pod was deleted meanwhile.
 */
const facts = factsOf('taint-eviction', [
  /** Does not hold in Kubernetes: a taint with NoSchedule leaves the Pods alone that are there. All others do. */
  'noScheduleEvicts',
  'noExecuteEvicts',
  /** A Pod that tolerates a taint stays. */
  'tolerationCounts',
  /** `tolerationSeconds`: the Pod stays for so long, and no longer. */
  'toleratedTimeIsGiven',
  'toleratedTimeEnds',
]);

interface Planned {
  readonly atMs: number;
  /** It was carried out: the Pod is not deleted twice. */
  readonly isDone: boolean;
}

interface Observed {
  readonly pod: Pod;
  readonly taints: readonly Taint[];
  /** Nobody takes its taints away any more: what was planned stands. */
  readonly isNodeGone?: boolean;
  readonly planned: Planned | undefined;
  readonly nowMs: number;
  readonly beliefs?: Beliefs;
}

const isTolerant = ({ pod, taints, beliefs = noBeliefs }: Observed): boolean =>
  (taints.length === 0 || beliefs.ask(facts, 'tolerationCounts', true)) &&
  taints.every((taint) => isTolerated(pod.spec.tolerations, taint));

/** How long the Pod stays, seconds: the shortest of the tolerations that it needs; undefined is for ever. */
function staysSeconds({ pod, taints, beliefs = noBeliefs }: Observed): number | undefined {
  if (!beliefs.ask(facts, 'toleratedTimeEnds', true)) return undefined;
  const used = (pod.spec.tolerations ?? []).filter((one) => taints.some((taint) => tolerates(one, taint)));
  const seconds = used.flatMap(({ tolerationSeconds }) => tolerationSeconds ?? []);
  if (seconds.length === 0) return undefined;
  return beliefs.ask(facts, 'toleratedTimeIsGiven', true) ? Math.max(0, Math.min(...seconds)) : 0;
}

const isPlanned = ({ planned }: Observed): boolean => planned !== undefined && !planned.isDone;
const says = (pod: Pod, what: string): Write =>
  said(
    pod,
    'Normal',
    'TaintManagerEviction',
    `${what} deletion${what === 'Cancelling' ? ' of' : ''} Pod ${pod.metadata.namespace}/${pod.metadata.name}`,
  );
const cancels = ({ pod }: Observed): Write => says(pod, 'Cancelling');

function evicts({ pod, nowMs }: Observed): Write[] {
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'DeletionByTaintManager',
    message: 'Taint manager: deleting due to NoExecute taint',
  } as const;
  return [
    says(pod, 'Marking for'),
    { do: 'updateStatus', object: withPodCondition(pod, condition, nowMs) },
    { do: 'delete', object: pod },
  ];
}

export const taintEvictionRules: readonly Rule<Observed>[] = [
  { name: 'podWasEvicted', state: 'evicted', holds: ({ planned }) => planned?.isDone ?? false },
  {
    name: 'taintIsGone',
    state: 'cancelling',
    holds: (o) => o.taints.length === 0 && !o.isNodeGone && isPlanned(o),
    writes: (o) => [cancels(o)],
  },
  {
    name: 'taintIsNotTolerated',
    state: 'evicting',
    holds: (o) => !isTolerant(o),
    writes: (o) => [...(isPlanned(o) ? [cancels(o)] : []), ...evicts(o)],
  },
  {
    name: 'taintIsToleratedForEver',
    state: 'tolerating',
    holds: (o) => o.taints.length > 0 && staysSeconds(o) === undefined,
    writes: (o) => (isPlanned(o) ? [cancels(o)] : []),
  },
  {
    name: 'tolerationIsOver',
    state: 'evicting',
    holds: (o) => isPlanned(o) && o.nowMs >= (o.planned?.atMs ?? 0),
    writes: evicts,
  },
  {
    name: 'taintIsToleratedForAWhile',
    state: 'toleratingForAWhile',
    holds: (o) => o.taints.length > 0 || isPlanned(o),
  },
  { name: 'nodeHasNoTaint', state: 'unaffected', holds: () => true },
];

export const taintEvictionMachine = machineOf('taint-eviction', taintEvictionRules);

/** The taints that make Pods leave. */
function evicting(node: Node | undefined, beliefs: Beliefs): readonly Taint[] {
  const all = beliefs.ask(facts, 'noScheduleEvicts', false);
  const evicts = beliefs.ask(facts, 'noExecuteEvicts', true);
  return (node?.spec.taints ?? []).filter(
    ({ effect }) => (evicts && effect === 'NoExecute') || (all && effect === 'NoSchedule'),
  );
}

const noPlan: Planned | null = null;

/** What is planned after a sync: a first plan stands, however the tolerations change, until it is cancelled. */
function planAfter(state: string | undefined, observed: Observed): Planned | null {
  const { planned, nowMs } = observed;
  if (state === 'evicting' || state === 'evicted') return { atMs: nowMs, isDone: true };
  if (state !== 'toleratingForAWhile') return noPlan;
  return planned ?? { atMs: nowMs + (staysSeconds(observed) ?? 0) * 1000, isDone: false };
}

/** Taints of two nodes by what they say: when they were set does not matter. */
const saying = (node: Node | undefined, beliefs: Beliefs): string =>
  evicting(node, beliefs)
    .map(({ key, value }) => `${key}=${value}`)
    .join();

export const taintEvictionController: Controller = {
  name: 'taint-eviction-controller',
  machine: 'taint-eviction',
  kinds: ['Node', 'Pod'],
  delayMs: 8,
  concerns({ key, before, after }, reading, beliefs = noBeliefs) {
    if (kindOf(key) === 'Node') {
      if (!after || saying(before as Node, beliefs) === saying(after as Node, beliefs)) return [];
      return reading.podsOn(after.metadata.name).map(keyOf);
    }
    const [was, is] = [before as Pod | undefined, after as Pod | undefined];
    if (!is?.spec.nodeName) return [];
    if (was?.spec.nodeName === is.spec.nodeName && was.spec.tolerations === is.spec.tolerations) return [];
    const node = reading.get<Node>(keyFor('Node', '', is.spec.nodeName));
    return evicting(node, beliefs).length ? [key] : [];
  },
  sync(key, { reading, state, nowMs, memory, beliefs = noBeliefs }: SyncContext): SyncResult {
    const pod = reading.get<Pod>(key);
    if (!pod?.spec.nodeName) return { writes: [] };
    const node = reading.get<Node>(keyFor('Node', '', pod.spec.nodeName));
    const taints = evicting(node, beliefs);
    const observed: Observed = {
      isNodeGone: !node,
      pod,
      taints,
      planned: (memory as Planned | null) ?? undefined,
      nowMs,
      beliefs,
    };
    const result = decide(taintEvictionMachine, taintEvictionRules, state, observed, beliefs);
    const plan = planAfter(result.state, observed);
    const again = plan && !plan.isDone && plan.atMs > nowMs ? { againAfterMs: plan.atMs - nowMs } : {};
    const isDueNow = plan && !plan.isDone && plan.atMs <= nowMs ? { againAfterMs: 0 } : {};
    return { ...result, memory: plan, ...again, ...isDueNow };
  },
};
