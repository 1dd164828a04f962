import { type Beliefs, noBeliefs } from '../../belief';
import { scaledFrom } from '../../int-or-percent';
import type { Deployment } from '../../objects';
import { deploymentFacts } from './facts';

/** The Deployment with the limits of its rollout as they are believed to be; itself where nothing is believed of them. */
export function withBelievedLimits(beliefs: Beliefs, deployment: Deployment): Deployment {
  const { strategy, replicas } = deployment.spec;
  if (beliefs === noBeliefs || strategy.type !== 'RollingUpdate') return deployment;
  const is = (fact: (typeof deploymentFacts)['names'][number], truth: boolean) =>
    beliefs.ask(deploymentFacts, fact, truth);
  const { maxSurge = 0, maxUnavailable = 0 } = strategy.rollingUpdate ?? {};
  const most = scaledFrom(maxSurge, replicas, is('surgeIsRoundedUp', true) ? 'up' : 'down');
  const fewer = scaledFrom(maxUnavailable, replicas, is('unavailableIsRoundedDown', true) ? 'down' : 'up');
  const added = is('unavailableAddsToSurge', false) ? fewer : 0;
  const surge = is('surgeIsAllReplicas', false) ? replicas : most + added;
  const rollingUpdate = {
    maxSurge: is('surgeIsAllowed', true) ? surge : 0,
    maxUnavailable: is('unavailableIsAllowed', true) ? fewer : 0,
  };
  return { ...deployment, spec: { ...deployment.spec, strategy: { ...strategy, rollingUpdate } } };
}
