import { allocatableOf, requestOf } from '../../node-use';
import type { PodSpec } from '../../objects';
import { milliValue } from '../../quantity';
import { schedulerFacts } from './facts';
import type { Filter, NodeView, Plugin, Snapshot } from './plugin';

/**
 * Whether what a Pod asks for is left on a node. Every resource that is short is told; what a node could not give even if
 * it were empty makes the refusal final. Models plugins/noderesources/fit.go fitsRequest and least_allocated.go (v1.37).
 */
export const nodeResourcesFit: Plugin = {
  name: 'NodeResourcesFit',
  filter: ({ spec }, snapshot) => {
    const { requested } = requestOf(spec);
    const believed = believedFit(spec, snapshot);
    if (believed) return believed;
    return ({ node, use }) => {
      const has = allocatableOf(node);
      const reasons: string[] = [];
      let isFinal = false;
      const check = (asked: number, used: number, all: number, reason: string) => {
        if (asked === 0 || asked <= all - used) return;
        reasons.push(reason);
        isFinal ||= asked > all;
      };
      if (use.pods + 1 > has.pods) reasons.push('Too many pods');
      check(requested.cpu, use.requested.cpu, has.cpu, 'Insufficient cpu');
      check(requested.memory, use.requested.memory, has.memory, 'Insufficient memory');
      check(requested.storage, use.requested.storage, has.storage, 'Insufficient ephemeral-storage');
      for (const [name, asked] of requested.others)
        check(asked, use.requested.others.get(name) ?? 0, has.others.get(name) ?? 0, `Insufficient ${name}`);
      return reasons.length ? { reasons, isFinal } : undefined;
    };
  },
  weight: 1,
  score: ({ spec }) => {
    const { scored } = requestOf(spec);
    return (views) => views.map((view) => leastAllocated(view, scored));
  },
};

const cpuAsked = (spec: PodSpec, of: 'limits' | 'requests'): number =>
  spec.containers.reduce((sum, { resources }) => sum + milliValue(resources?.[of]?.cpu ?? '0'), 0);

/** What fits as it is believed, judged by the CPU alone; undefined where nothing is believed of it. */
function believedFit(spec: PodSpec, { nodes, beliefs }: Snapshot): Filter | undefined {
  const isPool = beliefs.ask(schedulerFacts, 'capacityIsOnePool', false);
  const isOfLimits = beliefs.ask(schedulerFacts, 'limitsAreAddedUp', false);
  if (!isPool && !isOfLimits) return undefined;
  const of = isOfLimits ? 'limits' : 'requests';
  const asked = cpuAsked(spec, of);
  const freeOn = ({ node, pods }: NodeView) =>
    milliValue(node.status.allocatable.cpu ?? '0') -
    pods.reduce((sum, pod) => sum + cpuAsked(pod.spec, of), 0);
  const pool = nodes.reduce((sum, view) => sum + freeOn(view), 0);
  return (view) =>
    asked <= (isPool ? pool : freeOn(view)) ? undefined : { reasons: ['Insufficient cpu'], isFinal: false };
}

/** The share of CPU and of memory that would be left, on average, in whole per cent. */
function leastAllocated(
  { node, use }: NodeView,
  asked: { readonly cpu: number; readonly memory: number },
): number {
  const has = allocatableOf(node);
  const left = (all: number, used: number) =>
    used > all || all === 0 ? 0 : Math.floor(((all - used) * 100) / all);
  const cpu = left(has.cpu, use.scored.cpu + asked.cpu);
  const memory = left(has.memory, use.scored.memory + asked.memory);
  return Math.floor((cpu + memory) / 2);
}

/**
 * A node is the better the nearer the used shares of its CPU and of its memory would be to each other. A Pod that asks for
 * nothing is not judged so. Models plugins/noderesources/balanced_allocation.go (v1.37).
 */
export const balancedAllocation: Plugin = {
  name: 'NodeResourcesBalancedAllocation',
  weight: 1,
  score: ({ spec }) => {
    const { requested, isBestEffort } = requestOf(spec);
    if (isBestEffort) return undefined;
    return (views) =>
      views.map(({ node, use }) => {
        const has = allocatableOf(node);
        if (has.cpu === 0 || has.memory === 0) return 100;
        const cpu = Math.min(1, (use.requested.cpu + requested.cpu) / has.cpu);
        const memory = Math.min(1, (use.requested.memory + requested.memory) / has.memory);
        return Math.floor((1 - Math.abs(cpu - memory) / 2) * 100);
      });
  },
};

const anyAddress = '0.0.0.0';

/** Whether two ports of a node can't be had together: one protocol, one number, and one address or every address. */
function collide(a: string, b: string): boolean {
  const [protocolA, addressA, portA] = a.split('/');
  const [protocolB, addressB, portB] = b.split('/');
  if (protocolA !== protocolB || portA !== portB) return false;
  return addressA === addressB || addressA === anyAddress || addressB === anyAddress;
}

/** Ports of the node that another Pod has. Models plugins/nodeports (v1.37). */
export const nodePorts: Plugin = {
  name: 'NodePorts',
  filter: ({ spec }) => {
    const { hostPorts } = requestOf(spec);
    if (hostPorts.length === 0) return undefined;
    return ({ use }) =>
      [...use.hostPorts.keys()].some((taken) => hostPorts.some((port) => collide(taken, port)))
        ? { reasons: ["node(s) didn't have free ports for the requested pod ports"], isFinal: false }
        : undefined;
  },
};
