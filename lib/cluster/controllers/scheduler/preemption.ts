import { priorityOf } from '../../node-use';
import type { Pod, PodDisruptionBudget } from '../../objects';
import { selects } from '../../selector';
import { momentOf } from '../../time';
import { filtersOf, refusalOf, unavailable, type Verdict, withNominated } from './placement';
import type { NodeView, Refusal, Snapshot } from './plugin';

/**
 * Pods of a lower priority give way to one that fits nowhere. Models pkg/scheduler/framework/preemption/preemption.go and
 * plugins/defaultpreemption (v1.37). Leaves out: the choice among many nodes by a sample of them.
 */
export interface Candidate {
  readonly node: string;
  /** The most important first. */
  readonly victims: readonly Pod[];
  /** How many of them a PodDisruptionBudget would have kept. */
  readonly violations: number;
}

/** Either whom to remove where, or why nobody is, in the words of the Event. */
export interface Preemption {
  readonly message: string;
  readonly candidate?: Candidate;
}

const unhelpful = 'Preemption is not helpful for scheduling';
const noVictims = 'No preemption victims found for incoming pod';

const startOf = ({ status, metadata }: Pod): number =>
  momentOf(status.startTime ?? metadata.creationTimestamp);
/** Higher priority first, then the longer running. */
const byImportance = (a: Pod, b: Pod): number => priorityOf(b) - priorityOf(a) || startOf(a) - startOf(b);

/** Parts the Pods by whether removing them, in this order, would break a budget. */
function byBudget(pods: readonly Pod[], budgets: readonly PodDisruptionBudget[]) {
  const left = new Map(budgets.map((budget) => [budget, allowedBy(budget)]));
  const [broken, kept]: [Pod[], Pod[]] = [[], []];
  for (const pod of pods) {
    const of = budgets.filter((budget) => isOf(budget, pod));
    for (const budget of of) left.set(budget, (left.get(budget) ?? 0) - 1);
    (of.some((budget) => (left.get(budget) ?? 0) < 0) ? broken : kept).push(pod);
  }
  return { broken, kept };
}

type Budget = PodDisruptionBudget & {
  readonly spec: { readonly selector?: Parameters<typeof selects>[0] };
  readonly status?: { readonly disruptionsAllowed?: number };
};
const allowedBy = (budget: PodDisruptionBudget): number => (budget as Budget).status?.disruptionsAllowed ?? 0;
const isOf = (budget: PodDisruptionBudget, { metadata }: Pod): boolean => {
  const { selector } = (budget as Budget).spec;
  return !!selector && budget.metadata.namespace === metadata.namespace && selects(selector, metadata.labels);
};

/** The fewest Pods of a node that must go for the Pod to fit; else why it would not fit even so. */
function victimsOn(pod: Pod, view: NodeView, snapshot: Snapshot): Candidate | Refusal['reasons'] {
  if (![...view.use.priorities.keys()].some((priority) => priority < priorityOf(pod))) return [noVictims];
  const lower = view.pods.filter((other) => priorityOf(other) < priorityOf(pod)).sort(byImportance);
  let staying = view.pods.filter((other) => !lower.includes(other));
  const refusalWith = (pods: readonly Pod[]): Refusal | undefined => {
    const changed = view.with(pods);
    const nodes = snapshot.nodes.map((other) => (other === view ? changed : other));
    return refusalOf(changed, filtersOf(pod, { ...snapshot, nodes }));
  };
  const refusal = refusalWith(staying);
  if (refusal) return refusal.reasons;
  const { broken, kept } = byBudget(lower, snapshot.reading.list<PodDisruptionBudget>('PodDisruptionBudget'));
  const victims: Pod[] = [];
  let violations = 0;
  for (const other of [...broken, ...kept]) {
    if (!refusalWith([...staying, other])) staying = [...staying, other];
    else {
      victims.push(other);
      if (broken.includes(other)) violations++;
    }
  }
  return { node: view.node.metadata.name, victims: victims.sort(byImportance), violations };
}

const offset = 2 ** 31;
const earliestOfTheHighest = ({ victims }: Candidate): number => {
  const highest = priorityOf(victims[0] as Pod);
  return Math.min(...victims.filter((pod) => priorityOf(pod) === highest).map(startOf));
};

/** What makes a candidate the better one, in this order; greater is better. Source: preemption.go pickOneNodeForPreemption. */
const merits: readonly ((candidate: Candidate) => number)[] = [
  ({ violations }) => -violations,
  ({ victims }) => -priorityOf(victims[0] as Pod),
  ({ victims }) => -victims.reduce((sum, pod) => sum + priorityOf(pod) + offset, 0),
  ({ victims }) => -victims.length,
  earliestOfTheHighest,
];

function best(candidates: readonly Candidate[]): Candidate | undefined {
  let left = candidates;
  for (const merit of merits) {
    const most = Math.max(...left.map(merit));
    left = left.filter((candidate) => merit(candidate) === most);
  }
  return left[0];
}

/** Why the Pod may not have others removed, if it may not. */
function ineligible(pod: Pod, { nodes }: Snapshot): string | undefined {
  if (pod.spec.preemptionPolicy === 'Never') return 'not eligible due to preemptionPolicy=Never.';
  const nominated = nodes.find(({ node }) => node.metadata.name === pod.status.nominatedNodeName);
  const isLeaving = (other: Pod) =>
    other.metadata.deletionTimestamp !== undefined && priorityOf(other) < priorityOf(pod);
  return nominated?.pods.some(isLeaving)
    ? 'not eligible due to a terminating pod on the nominated node.'
    : undefined;
}

/** Looks for a node on which others give way to a Pod that every node refused. */
export function preempt(pod: Pod, seen: Snapshot, verdicts: readonly Verdict[]): Preemption {
  const reason = ineligible(pod, seen);
  if (reason) return { message: `preemption: ${reason}` };
  const snapshot = withNominated(seen, pod);
  const found = snapshot.nodes.map((view, i) =>
    (verdicts[i]?.refusal?.isFinal ?? true) ? [unhelpful] : victimsOn(pod, view, snapshot),
  );
  const candidate = best(found.filter((one): one is Candidate => 'victims' in one && one.victims.length > 0));
  if (candidate) {
    const { node, victims } = candidate;
    const message = `found a potential placement for pod on node ${node}, preempting ${victims.length} victims`;
    return { message: `preemption: ${message}`, candidate };
  }
  const reasons = found.flatMap((one) => ('victims' in one ? [noVictims] : one));
  return { message: `preemption: ${unavailable(snapshot.nodes.length, reasons)}` };
}
