import { noBeliefs } from '../../belief';
import type { Node, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, Pod } from '../../objects';
import { matchesLabels } from '../../selector';
import { schedulerFacts } from './facts';
import { normalized, type Plugin } from './plugin';

/**
 * Which nodes a Pod accepts by their labels and names, and which it likes better.
 * Models pkg/scheduler/framework/plugins/nodeaffinity and component-helpers scheduling/corev1/nodeaffinity (v1.37): the
 * nodeSelector and the required terms filter, the preferred terms score.
 * Leaves out: affinity that the scheduler's own configuration adds.
 */
export const nodeAffinityRefusal = "node(s) didn't match Pod's node affinity/selector";

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^[+-]?\d+$/.test(text) ? Number(text) : undefined;

function holds({ operator, values = [] }: NodeSelectorRequirement, value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
    case 'Lt': {
      const [has, limit] = [integer(value), integer(values[0])];
      if (has === undefined || limit === undefined) return false;
      return operator === 'Gt' ? has > limit : has < limit;
    }
    default:
      return false;
  }
}

/** Expressions look at labels, fields at the node's name. A term that says nothing matches no node. */
export function matchesTerm(term: NodeSelectorTerm, node: Node, beliefs = noBeliefs): boolean {
  const { metadata } = node;
  const { matchExpressions = [], matchFields = [] } = term;
  const says = (one: NodeSelectorRequirement) => holds(one, metadata.labels?.[one.key]);
  const isOneEnough = beliefs.ask(schedulerFacts, 'expressionsAreAlternatives', false);
  return (
    matchExpressions.length + matchFields.length > 0 &&
    (isOneEnough && matchExpressions.length > 0
      ? matchExpressions.some(says)
      : matchExpressions.every(says)) &&
    matchFields.every((one) => one.key === 'metadata.name' && holds(one, metadata.name))
  );
}

/** One of the terms must match. */
export function matchesSelector(selector: NodeSelector, node: Node, beliefs = noBeliefs): boolean {
  const says = (term: NodeSelectorTerm) => matchesTerm(term, node, beliefs);
  const isOneEnough = beliefs.ask(schedulerFacts, 'termsAreAlternatives', true);
  return isOneEnough ? selector.nodeSelectorTerms.some(says) : selector.nodeSelectorTerms.every(says);
}

/** Whether the Pod's nodeSelector and its required node affinity let it run there. */
export function matchesNode({ spec }: Pick<Pod, 'spec'>, node: Node, beliefs = noBeliefs): boolean {
  if (spec.nodeSelector && !matchesLabels(spec.nodeSelector, node.metadata.labels)) return false;
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return !required || matchesSelector(required, node, beliefs);
}

/** The weights of the preferred terms that match, together. */
export function nodePreference({ spec }: Pod, node: Node): number {
  let weight = 0;
  for (const one of spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [])
    if (matchesTerm(one.preference, node)) weight += one.weight;
  return weight;
}

const namesOfTerm = ({ matchFields = [] }: NodeSelectorTerm): ReadonlySet<string> | undefined => {
  const wanted = matchFields.filter(({ key, operator }) => key === 'metadata.name' && operator === 'In');
  const [first, ...others] = wanted.map(({ values = [] }) => values);
  return first && new Set(first.filter((name) => others.every((values) => values.includes(name))));
};

/** The names that every required term asks for; undefined when one asks for none. Nodes of other names are not looked at. */
export function requiredNames({ spec }: Pod): ReadonlySet<string> | undefined {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (!required?.nodeSelectorTerms.length) return undefined;
  const names = new Set<string>();
  for (const term of required.nodeSelectorTerms) {
    const ofTerm = namesOfTerm(term);
    if (!ofTerm) return undefined;
    for (const name of ofTerm) names.add(name);
  }
  return names;
}

export const nodeAffinity: Plugin = {
  name: 'NodeAffinity',
  filter: (pod, { beliefs }) => {
    if (!pod.spec.nodeSelector && !pod.spec.affinity?.nodeAffinity) return undefined;
    return ({ node }) =>
      matchesNode(pod, node, beliefs) ? undefined : { reasons: [nodeAffinityRefusal], isFinal: true };
  },
  weight: 2,
  score: (pod) =>
    pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution?.length
      ? (views) => normalized(views.map(({ node }) => nodePreference(pod, node)))
      : undefined,
};
