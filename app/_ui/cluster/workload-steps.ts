import type { WorkloadView } from '@/lib/lab/view';

export interface Step {
  readonly workload: WorkloadView;
  /** Steps to the right, counted over what is shown. */
  readonly depth: number;
  /** Index of the step that it hangs from. */
  readonly from?: number;
}
export interface Steps {
  readonly shown: readonly Step[];
  /** How many are left out. */
  readonly folded: number;
}

/** More workloads than this fold. */
export const mostSteps = 6;

/** What it asks for as it is said; of an HPA without metrics what kubectl says. Undefined where no number is asked for. */
export const wantsSaid = ({ kind, wants }: WorkloadView): number | string | undefined =>
  wants ?? (kind === 'HorizontalPodAutoscaler' ? '<unknown>' : undefined);

/** Where a machine has nothing to do: not worth a word. */
const atRest: ReadonlySet<string> = new Set(['steady', 'complete', 'idle', 'kept', 'waitingForSchedule']);

export const restless = ({ state }: WorkloadView): string | undefined =>
  state === undefined || atRest.has(state) ? undefined : state;

/**
 * Ownership as steps: what owns comes before what it owns, an HPA before what it scales. Of more than six those are shown that
 * have or want Pods, in their order, and always the selected one with what it hangs from.
 */
export function stepsOf(workloads: readonly WorkloadView[], selected: string | undefined): Steps {
  const scaler = new Map(
    workloads.flatMap(({ key, scales }) => (scales === undefined ? [] : [[scales, key]])),
  );
  const keys = new Set(workloads.map(({ key }) => key));
  const above = ({ key, owner }: WorkloadView): string | undefined =>
    owner !== undefined && keys.has(owner) ? owner : scaler.get(key);
  const byKey = new Map(workloads.map((one) => [one.key, one]));
  const wanted = new Set<string>();
  for (
    let at = byKey.get(selected ?? '');
    at !== undefined && !wanted.has(at.key);
    at = byKey.get(above(at) ?? '')
  )
    wanted.add(at.key);
  const isBusy = ({ has, wants = 0, isGoing }: WorkloadView) => has > 0 || wants > 0 || isGoing;
  const weight = (one: WorkloadView) => (wanted.has(one.key) ? 2 : isBusy(one) ? 1 : 0);
  const chosen = new Set(
    [...workloads]
      .sort((a, b) => weight(b) - weight(a))
      .slice(0, mostSteps)
      .map(({ key }) => key),
  );
  const shown: Step[] = [];
  for (const workload of workloads.filter(({ key }) => chosen.has(key))) {
    const from = shown.findIndex((step) => step.workload.key === above(workload));
    const owner = shown[from];
    shown.push(owner === undefined ? { workload, depth: 0 } : { workload, depth: owner.depth + 1, from });
  }
  return { shown, folded: workloads.length - shown.length };
}
