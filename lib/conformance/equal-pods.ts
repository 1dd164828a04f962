import { inCanonicalOrder } from './difference';
import type { After, CaseRecording, CaseStep, Done } from './recording';

/**
 * Which of several equal Pods of one owner is chosen is chance in Kubernetes. So a Pod that no step names for itself loses
 * its number when two traces are compared: it counts among its owner's, by its state. Source: the conformance README, `cases/`.
 */

type Traced = Pick<CaseRecording, 'nodes' | 'observe' | 'steps'>;

/** A step in which equal Pods have one name, and what has no order is sorted. */
export interface ComparableStep extends Omit<CaseStep, 'done' | 'events'> {
  readonly done?: readonly string[];
  readonly events: NonNullable<CaseStep['events']>;
}

/** What decides which Pods are equal; the recording says it for both traces. */
export interface Equality {
  /** Whether a DaemonSet's Pods differ by their node. */
  readonly byNode: boolean;
  /** The steps that name their object, in words. */
  readonly named: string;
}

export const equalityOf = (recorded: Traced): Equality => ({
  byNode: nodesMatter(recorded),
  named: recorded.steps
    .filter((step) => !step.do.any)
    .map((step) => JSON.stringify(step.do))
    .join(' '),
});

/** Whether the case is about which node: it shows nodes, begins with nodes that differ, or does something to one. */
const nodesMatter = ({ nodes = [], observe, steps }: Traced): boolean =>
  !!observe?.node ||
  nodes.some((node) => node.labels || node.taints || node.cpu) ||
  steps.some(
    ({ do: step }) => step.node || step.addNode || step.removeNode || step.silence || step.nodeReady,
  );

export const linesOf = (done: Done): readonly string[] => ('anyOrder' in done ? done.anyOrder : done);

export function comparable(trace: Traced, equality: Equality): ComparableStep[] {
  const unnamed = numberedPods(trace).filter((alias) => !patternOf([alias]).test(equality.named));
  const pattern = unnamed.length > 0 ? patternOf(unnamed) : undefined;
  const groupOf = (alias: string): string => {
    const owner = alias.slice(0, alias.lastIndexOf('#') + 1);
    return equality.byNode ? owner : owner.replace(/@.*(?=#)/, '');
  };
  const say = (text: string): string => (pattern ? text.replaceAll(pattern, groupOf) : text);
  return trace.steps.map(({ done, ...step }) => ({
    ...step,
    ...(done && { done: linesOf(done).map(say) }),
    events: (step.events ?? []).map((event) => renamed(event, say) as typeof event),
    after: withoutNumbers(step.after ?? {}, say),
  }));
}

/** Every numbered Pod that a trace mentions. */
function numberedPods({ steps }: Traced): string[] {
  const found = steps.flatMap(({ after, done, events = [] }) => [
    ...Object.keys(after?.Pod ?? {}),
    ...linesOf(done ?? []).flatMap((line) => /^\S+ Pod\/(.*)$/.exec(line)?.[1] ?? []),
    ...events.flatMap(({ on }) => (on.startsWith('Pod/') ? on.slice('Pod/'.length) : [])),
  ]);
  return [...new Set(found)].filter((alias) => alias.includes('#'));
}

function patternOf(aliases: readonly string[]): RegExp {
  const literal = [...aliases]
    .sort((a, b) => b.length - a.length)
    .map((alias) => alias.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?:${literal.join('|')})(?![0-9])`, 'g');
}

/** Pods of one name become the list of their states; which endpoint comes first is no promise. */
function withoutNumbers(after: After, say: (text: string) => string): After {
  const { Pod: pods, EndpointSlice: slices, ...others } = after;
  const kinds: Record<string, Record<string, object>> = renamed(others, say) as typeof kinds;
  if (pods) {
    const groups: Record<string, object[]> = {};
    const shown: Record<string, object> = {};
    for (const [alias, state] of Object.entries(pods)) {
      const name = say(alias);
      if (name === alias) shown[name] = renamed(state, say) as object;
      else groups[name] = [...(groups[name] ?? []), renamed(state, say) as object];
    }
    for (const [name, states] of Object.entries(groups)) shown[name] = inCanonicalOrder(states);
    kinds.Pod = shown;
  }
  if (slices) {
    const sorted = Object.entries(slices).map(([name, slice]) => {
      const { endpoints = [] } = slice as { endpoints?: readonly object[] };
      const said = renamed(endpoints, say) as object[];
      return [say(name), { ...(renamed(slice, say) as object), endpoints: inCanonicalOrder(said) }];
    });
    kinds.EndpointSlice = Object.fromEntries(sorted);
  }
  return kinds;
}

function renamed(value: unknown, say: (text: string) => string): unknown {
  if (typeof value === 'string') return say(value);
  if (Array.isArray(value)) return value.map((one) => renamed(one, say));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [say(key), renamed(one, say)]));
}
