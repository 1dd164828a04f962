import { controllerOf } from './keys';
import type { Container, Node, Pod, PodSpec } from './objects';
import { quantity } from './quantity';

/** Whole units, so that sums never drift: thousandths of a CPU, bytes. */
export interface Amount {
  readonly cpu: number;
  readonly memory: number;
}

/** What the Pods on a node ask for together. */
export interface NodeUse {
  pods: number;
  requested: { cpu: number; memory: number };
  /** As `requested`, but a container that asks for nothing counts for a little, so that such Pods spread too. */
  scored: { cpu: number; memory: number };
  /** Pods by the uid of their controller. */
  siblings: Map<string, number>;
}

export const emptyUse = (): NodeUse => ({
  pods: 0,
  requested: { cpu: 0, memory: 0 },
  scored: { cpu: 0, memory: 0 },
  siblings: new Map(),
});

/** What the scheduler counts for a container without requests. Source: pkg/scheduler/util/pod_resources.go. */
const assumed: Amount = { cpu: 100, memory: 200 * 2 ** 20 };

interface Request {
  readonly requested: Amount;
  readonly scored: Amount;
}

const requests = new WeakMap<PodSpec, Request>();
const amount = (values: Readonly<Record<string, string>> | undefined): Amount => ({
  cpu: Math.round(quantity(values?.cpu) * 1000),
  memory: Math.round(quantity(values?.memory)),
});

const sum = (containers: readonly Container[], of: (container: Container) => Amount): Amount => {
  const total = { cpu: 0, memory: 0 };
  for (const container of containers) {
    const { cpu, memory } = of(container);
    total.cpu += cpu;
    total.memory += memory;
  }
  return total;
};

/** What a Pod asks for. Remembered by its spec, which is a value. */
export function requestOf(spec: PodSpec): Request {
  const known = requests.get(spec);
  if (known) return known;
  const asked = (container: Container) => amount(container.resources?.requests);
  const counted = (container: Container): Amount => {
    const { cpu, memory } = asked(container);
    return { cpu: cpu || assumed.cpu, memory: memory || assumed.memory };
  };
  const request = { requested: sum(spec.containers, asked), scored: sum(spec.containers, counted) };
  requests.set(spec, request);
  return request;
}

const allocatables = new WeakMap<Node['status'], Amount & { readonly pods: number }>();

export function allocatableOf({ status }: Node): Amount & { readonly pods: number } {
  const known = allocatables.get(status);
  if (known) return known;
  const allocatable = { ...amount(status.allocatable), pods: quantity(status.allocatable.pods) };
  allocatables.set(status, allocatable);
  return allocatable;
}

/** Counts a Pod in (1) or out (-1). A Pod that has ended uses nothing. */
export function count(use: NodeUse, pod: Pod, sign: 1 | -1): void {
  if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') return;
  const { requested, scored } = requestOf(pod.spec);
  use.pods += sign;
  use.requested.cpu += sign * requested.cpu;
  use.requested.memory += sign * requested.memory;
  use.scored.cpu += sign * scored.cpu;
  use.scored.memory += sign * scored.memory;
  const owner = controllerOf(pod.metadata)?.uid;
  if (owner) use.siblings.set(owner, (use.siblings.get(owner) ?? 0) + sign);
}

export const copyUse = (use: NodeUse): NodeUse => ({
  pods: use.pods,
  requested: { ...use.requested },
  scored: { ...use.scored },
  siblings: new Map(use.siblings),
});
