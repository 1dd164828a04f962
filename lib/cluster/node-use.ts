import { controllerOf } from './keys';
import type { Container, Labels, Node, Pod, PodSpec } from './objects';
import { quantity } from './quantity';

/** Whole units, so that sums never drift: thousandths of a CPU, bytes, and resources of other names as they are counted. */
export interface Amount {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
  readonly others: ReadonlyMap<string, number>;
}

type Sum = { cpu: number; memory: number; storage: number; others: Map<string, number> };
const nothing = (): Sum => ({ cpu: 0, memory: 0, storage: 0, others: new Map() });

/** What the Pods on a node ask for together, and what else of them the scheduler asks a node for. */
export interface NodeUse {
  pods: number;
  requested: Sum;
  /** As `requested`, but a container that asks for nothing counts for a little, so that such Pods spread too. */
  scored: { cpu: number; memory: number };
  /** Pods that are not going, by the uid of their controller. */
  siblings: Map<string, number>;
  /** Ports of the node that are taken, as `protocol/address/port`. */
  hostPorts: Map<string, number>;
  /** Pods by priority. */
  priorities: Map<number, number>;
  /** How many Pods have terms of affinity or anti-affinity to other Pods. */
  affine: number;
}

export const emptyUse = (): NodeUse => ({
  pods: 0,
  requested: nothing(),
  scored: { cpu: 0, memory: 0 },
  siblings: new Map(),
  hostPorts: new Map(),
  priorities: new Map(),
  affine: 0,
});

/** What the scheduler counts for a container without requests. Source: pkg/scheduler/util/pod_resources.go. */
const assumed = { cpu: '100m', memory: '200Mi' };
const isCounted = (name: string) => !['cpu', 'memory', 'ephemeral-storage', 'pods'].includes(name);

const amount = (values: Labels | undefined): Sum => ({
  cpu: Math.round(quantity(values?.cpu) * 1000),
  memory: Math.round(quantity(values?.memory)),
  storage: Math.round(quantity(values?.['ephemeral-storage'])),
  others: new Map(
    Object.entries(values ?? {})
      .filter(([name]) => isCounted(name))
      .map(([name, value]) => [name, Math.round(quantity(value))]),
  ),
});

const combined = (a: Amount, b: Amount, how: (x: number, y: number) => number): Sum => ({
  cpu: how(a.cpu, b.cpu),
  memory: how(a.memory, b.memory),
  storage: how(a.storage, b.storage),
  others: new Map(
    [...new Set([...a.others.keys(), ...b.others.keys()])].map((name) => [
      name,
      how(a.others.get(name) ?? 0, b.others.get(name) ?? 0),
    ]),
  ),
});
const plus = (a: Amount, b: Amount): Sum => combined(a, b, (x, y) => x + y);
const most = (a: Amount, b: Amount): Sum => combined(a, b, Math.max);

const isSidecar = ({ restartPolicy }: Container): boolean => restartPolicy === 'Always';

/**
 * What a Pod asks for: its containers and sidecars run together, its init containers one after the other beside the sidecars
 * that began before them; what is asked for the Pod as a whole stands in place of that; the overhead comes on top.
 * Source: component-helpers resource PodRequests (v1.37).
 */
function podRequests(spec: PodSpec, of: (container: Container) => Amount, whole: Labels): Sum {
  let sidecars: Amount = nothing();
  let starting: Amount = nothing();
  for (const container of spec.initContainers ?? []) {
    const asked = plus(sidecars, of(container));
    starting = most(starting, asked);
    if (isSidecar(container)) sidecars = asked;
  }
  const running = spec.containers.map(of).reduce(plus, sidecars);
  const needed = most(running, starting);
  const named = amount(whole);
  const asked = {
    cpu: whole.cpu === undefined ? needed.cpu : named.cpu,
    memory: whole.memory === undefined ? needed.memory : named.memory,
    storage: needed.storage,
    others: needed.others,
  };
  return plus(asked, amount(spec.overhead as Labels | undefined));
}

interface Request {
  readonly requested: Amount;
  readonly scored: { readonly cpu: number; readonly memory: number };
  /** It asks for no CPU and no memory. */
  readonly isBestEffort: boolean;
  readonly hostPorts: readonly string[];
}

const requests = new WeakMap<PodSpec, Request>();

/** `protocol/address/port` of each port of the node that the Pod wants. Source: pkg/scheduler/util GetHostPorts. */
function hostPortsOf(spec: PodSpec): string[] {
  const init = (spec.initContainers ?? []).filter(isSidecar);
  return [...spec.containers, ...init].flatMap(({ ports = [] }) =>
    ports.flatMap((port) => {
      const { hostPort, protocol = 'TCP' } = port;
      const { hostIP = '0.0.0.0' } = port as { hostIP?: string };
      return hostPort ? [`${protocol}/${hostIP || '0.0.0.0'}/${hostPort}`] : [];
    }),
  );
}

/** What a Pod asks of its node. Remembered by its spec, which is a value. */
export function requestOf(spec: PodSpec): Request {
  const known = requests.get(spec);
  if (known) return known;
  const whole = (spec.resources as { requests?: Labels } | undefined)?.requests ?? {};
  const asked = (container: Container) => amount(container.resources?.requests);
  const counted = (container: Container) => amount({ ...assumed, ...container.resources?.requests });
  const requested = podRequests(spec, asked, whole);
  const { cpu, memory } = podRequests(spec, counted, whole);
  const request: Request = {
    requested,
    scored: { cpu, memory },
    isBestEffort: requested.cpu === 0 && requested.memory === 0,
    hostPorts: hostPortsOf(spec),
  };
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

export const priorityOf = ({ spec }: Pod): number => (spec.priority as number | undefined) ?? 0;

function add<Key>(counts: Map<Key, number>, key: Key, n: number): void {
  const sum = (counts.get(key) ?? 0) + n;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

/** Counts a Pod in (1) or out (-1). A Pod that has ended uses nothing. */
export function count(use: NodeUse, pod: Pod, sign: 1 | -1): void {
  if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') return;
  const { requested, scored, hostPorts } = requestOf(pod.spec);
  use.pods += sign;
  use.requested.cpu += sign * requested.cpu;
  use.requested.memory += sign * requested.memory;
  use.requested.storage += sign * requested.storage;
  for (const [name, n] of requested.others) add(use.requested.others, name, sign * n);
  use.scored.cpu += sign * scored.cpu;
  use.scored.memory += sign * scored.memory;
  for (const port of hostPorts) add(use.hostPorts, port, sign);
  add(use.priorities, priorityOf(pod), sign);
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
  if (podAffinity || podAntiAffinity) use.affine += sign;
  const owner = controllerOf(pod.metadata)?.uid;
  if (owner && !pod.metadata.deletionTimestamp) add(use.siblings, owner, sign);
}

export const copyUse = (use: NodeUse): NodeUse => ({
  pods: use.pods,
  requested: { ...use.requested, others: new Map(use.requested.others) },
  scored: { ...use.scored },
  siblings: new Map(use.siblings),
  hostPorts: new Map(use.hostPorts),
  priorities: new Map(use.priorities),
  affine: use.affine,
});
