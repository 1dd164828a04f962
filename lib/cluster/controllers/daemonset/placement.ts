import { type Beliefs, noBeliefs } from '../../belief';
import { templateGeneration } from '../../kinds/daemonset';
import type { DaemonSet, Node, NodeSelector, Pod, PodTemplate, Toleration } from '../../objects';
import { revisionLabel } from '../history';
import { matchesNode } from '../scheduler/node-affinity';
import { isTolerated } from '../tolerations';
import { daemonsetFacts } from './facts';

/**
 * Which nodes run a DaemonSet's Pod, and how a Pod is made for one of them.
 * Models pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod and pkg/controller/daemon/util/daemonset_util.go (v1.37).
 */

const forTaint = (key: string, effect: string): Toleration => ({
  key: `node.kubernetes.io/${key}`,
  operator: 'Exists',
  effect,
});

const always: readonly Toleration[] = [
  forTaint('not-ready', 'NoExecute'),
  forTaint('unreachable', 'NoExecute'),
  forTaint('disk-pressure', 'NoSchedule'),
  forTaint('memory-pressure', 'NoSchedule'),
  forTaint('pid-pressure', 'NoSchedule'),
  forTaint('unschedulable', 'NoSchedule'),
];
const onHostNetwork = forTaint('network-unavailable', 'NoSchedule');

const isForSame = (a: Toleration, b: Toleration): boolean =>
  a.key === b.key &&
  a.effect === b.effect &&
  a.operator === b.operator &&
  (a.value ?? '') === (b.value ?? '');

/**
 * The template's tolerations and those that every daemon has: a sick node keeps its Pod, a cordoned one gets its Pod.
 * One of the template's own for the very same taint gives way. Source: AddOrUpdateDaemonPodTolerations.
 */
export function daemonTolerations({ spec }: PodTemplate): Toleration[] {
  const added = spec.hostNetwork === true ? [...always, onHostNetwork] : always;
  const kept = (spec.tolerations ?? []).map((own) => added.find((one) => isForSame(one, own)) ?? own);
  return [...kept, ...added.filter((one) => !kept.includes(one))];
}

/** `shouldRun`: a node without the Pod gets one. `shouldContinue`: a Pod that is there may stay. */
export interface Placement {
  readonly shouldRun: boolean;
  readonly shouldContinue: boolean;
}

/** What a set's template says of nodes, made once for a look at many. */
export function placementIn({ spec }: DaemonSet, beliefs = noBeliefs): (node: Node) => Placement {
  const template = believedTemplate(spec.template, beliefs);
  const tolerations = daemonTolerations(template);
  const nodeName = template.spec.nodeName;
  return (node) => {
    const isExcluded = nodeName && nodeName !== node.metadata.name;
    if (isExcluded || !matchesNode(template, node, beliefs))
      return { shouldRun: false, shouldContinue: false };
    const refused = (node.spec.taints ?? []).filter(
      (taint) => taint.effect !== 'PreferNoSchedule' && !isTolerated(tolerations, taint),
    );
    return {
      shouldRun: refused.length === 0,
      shouldContinue: !refused.some(({ effect }) => effect === 'NoExecute'),
    };
  };
}

/** The template that somebody has in mind who believes otherwise of nodes: taken at its word it comes to what they believe. */
function believedTemplate(template: PodTemplate, beliefs: Beliefs): PodTemplate {
  if (beliefs === noBeliefs) return template;
  const { nodeSelector, tolerations = [], ...spec } = template.spec;
  const isForAll = beliefs.ask(daemonsetFacts, 'tolerationIsForEveryValue', false);
  const kept = isForAll
    ? tolerations.map(({ key }): Toleration => ({ ...(key && { key }), operator: 'Exists' }))
    : tolerations;
  const added: Toleration[] = beliefs.ask(daemonsetFacts, 'taintsAreAsked', true)
    ? []
    : [{ operator: 'Exists' }];
  const isAsked = beliefs.ask(daemonsetFacts, 'nodeSelectorIsAsked', true);
  return {
    ...template,
    spec: {
      ...spec,
      ...(nodeSelector && isAsked && { nodeSelector }),
      ...(kept.length + added.length > 0 && { tolerations: [...kept, ...added] }),
    },
  };
}

/** Only the node of this name. Source: ReplaceDaemonSetPodNodeNameNodeAffinity. */
const onlyNode = (name: string): NodeSelector => ({
  nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
});

/** The template of the Pod for one node: the scheduler binds it there and nowhere else. Source: CreatePodTemplate. */
export function templateFor(set: DaemonSet, hash: string, node: string, beliefs = noBeliefs): PodTemplate {
  const template = believedTemplate(set.spec.template, beliefs);
  const generation = set.metadata.annotations?.[templateGeneration];
  const { affinity } = template.spec;
  return {
    ...template,
    metadata: {
      ...template.metadata,
      labels: {
        ...template.metadata?.labels,
        [revisionLabel]: hash,
        ...(generation && { 'pod-template-generation': generation }),
      },
    },
    spec: {
      ...template.spec,
      tolerations: daemonTolerations(template),
      affinity: {
        ...affinity,
        nodeAffinity: {
          ...affinity?.nodeAffinity,
          requiredDuringSchedulingIgnoredDuringExecution: onlyNode(node),
        },
      },
    },
  };
}

/** The node that a Pod is on or is meant for; undefined when it doesn't say. Source: GetTargetNodeName. */
export function targetNode({ spec }: Pod): string | undefined {
  if (spec.nodeName) return spec.nodeName;
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const field = required?.nodeSelectorTerms
    .flatMap(({ matchFields }) => matchFields ?? [])
    .find(({ key, operator }) => key === 'metadata.name' && operator === 'In');
  return field?.values?.length === 1 ? field.values[0] : undefined;
}
