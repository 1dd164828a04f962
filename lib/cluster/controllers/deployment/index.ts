import { isSame } from '../../api/merge';
import { type Beliefs, noBeliefs } from '../../belief';
import { controllerOf, keyFor, kindOf, namespaceOf, ownerKeys } from '../../keys';
import type { Deployment, KubeObject } from '../../objects';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import { deploymentFictions, deploymentMachine, deploymentRules } from './deployment.machine';
import { deploymentFacts } from './facts';
import { isRecreated, Observed } from './observed';
import { countsOf, progressCheckInMs } from './status';

const kind = 'Deployment';
const tells = new Map([...deploymentRules, ...deploymentFictions].map((rule) => [rule.name, rule.tells]));

/** Deployments that may adopt a ReplicaSet which nobody manages. Source: getDeploymentsForReplicaSet. */
const adopters = (replicaSet: KubeObject, namespace: string, reading: Reading): string[] =>
  reading
    .list<Deployment>(kind)
    .filter(
      ({ metadata, spec }) =>
        metadata.namespace === namespace && selects(spec.selector, replicaSet.metadata.labels),
    )
    .map(({ metadata }) => keyFor(kind, namespace, metadata.name));

/** A Pod that is gone lets a Deployment go on that recreates. Source: deletePod. */
function recreatedWithout(pod: KubeObject, reading: Reading, beliefs: Beliefs): string[] {
  const owner = controllerOf(pod.metadata);
  if (owner?.kind !== 'ReplicaSet') return [];
  const [key] = ownerKeys(kind, reading.find('ReplicaSet', pod.metadata.namespace ?? '', owner.name));
  const deployment = key && reading.get<Deployment>(key);
  const isAsked = deployment && beliefs.ask(deploymentFacts, 'oldPodsGoFirst', isRecreated(deployment));
  return isAsked ? [key] : [];
}

/** Models pkg/controller/deployment/deployment_controller.go: which writes wake which Deployment, and what one sync does. */
export const deploymentController: Controller = {
  name: 'deployment-controller',
  machine: 'deployment',
  kinds: [kind, 'ReplicaSet', 'Pod'],
  delayMs: 10,
  concerns({ key, before, after }, reading, beliefs = noBeliefs) {
    switch (kindOf(key)) {
      case kind:
        return [key];
      case 'Pod':
        return before && !after ? recreatedWithout(before, reading, beliefs) : [];
      default: {
        const owners = [...ownerKeys(kind, before), ...ownerKeys(kind, after)];
        return owners.length || !after || controllerOf(after.metadata)
          ? owners
          : adopters(after, namespaceOf(key), reading);
      }
    }
  },
  sync(key, { reading, nowMs, state, beliefs }: SyncContext): SyncResult {
    const deployment = reading.get<Deployment>(key);
    if (!deployment) return { writes: [] };
    const observed = new Observed(deployment, reading, nowMs, beliefs);
    const result = decide(deploymentMachine, deploymentRules, state, observed, beliefs);
    const told = tells.get(result.rule ?? '');
    if (told === 'nothing') return result;
    const status = told === 'counts' ? countsOf(observed) : observed.rolloutStatus;
    if (!isSame(status, deployment.status)) {
      const object = { ...deployment, status } as Deployment;
      return { ...result, writes: [...result.writes, { do: 'updateStatus', object }] };
    }
    return told === 'counts'
      ? result
      : { ...result, againAfterMs: progressCheckInMs(deployment, status, nowMs) };
  },
};
