import type { Cluster } from '../cluster/cluster';
import type { Node } from '../cluster/objects';
import { isUnheard } from './pod-state';
import { machineSays } from './sentence-of-machine';
import type { NodeView, PodState, PodView, Sentence, WorkloadView } from './view';

const inError = new Set<PodState>(['imageError', 'crashLoop', 'failed', 'unknown']);

/**
 * The one line of a whole cluster: nothing is there; somebody is not as asked (a workload that lacks Pods, a Pod in error, a
 * node that is not heard of, a workload whose Pods are not Ready); or all is as it was asked.
 */
export function sentenceOfCluster(
  cluster: Cluster,
  pods: readonly PodView[],
  nodes: readonly NodeView[],
  workloads: readonly WorkloadView[],
): Sentence {
  if (pods.length === 0 && workloads.length === 0) return { key: 'emptyCluster', count: nodes.length };
  const asking = workloads.filter(({ wants, scales }) => wants !== undefined && scales === undefined);
  const lacking = asking.find(({ wants = 0, has }) => has < wants);
  if (lacking) return { key: 'lacksPods', subject: lacking.name, count: lacking.has, of: lacking.wants ?? 0 };
  const broken = pods.find(
    (pod) => inError.has(pod.state) && !(pod.kind === 'Job' && pod.state === 'failed'),
  );
  if (broken)
    return {
      key: 'podInError',
      subject: broken.name,
      subjectState: broken.state,
      state: broken.statusColumn,
    };
  const unheard = new Set(
    cluster.reading
      .list<Node>('Node')
      .filter(isUnheard)
      .map(({ metadata }) => metadata.name),
  );
  const silent = nodes.find(({ name, isSilent }) => isSilent || unheard.has(name));
  if (silent) {
    const count = pods.filter(({ node }) => node === silent.name).length;
    return { key: 'nodeSilent', subject: silent.name, count };
  }
  const down = nodes.find(({ ready }) => !ready);
  if (down) return { key: 'nodeNotReady', subject: down.name };
  const unready = asking.find(({ wants = 0, ready, kind }) => kind !== 'Job' && ready < wants);
  if (unready) return machineSays(cluster, unready.key, unready);
  const waiting = pods.find(({ owner, state }) => owner === undefined && isUnfinished(state));
  if (waiting)
    return {
      key: 'podIs',
      subject: waiting.name,
      subjectState: waiting.state,
      state: waiting.statusColumn,
    };
  const living = pods.filter(({ state }) => state !== 'succeeded' && state !== 'failed');
  return { key: 'calm', count: living.filter(({ state }) => state === 'ready').length, of: living.length };
}

const isUnfinished = (state: PodState): boolean =>
  state === 'pending' || state === 'creating' || state === 'notReady' || state === 'partlyReady';
