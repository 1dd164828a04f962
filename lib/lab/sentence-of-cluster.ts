import type { Cluster } from '../cluster/cluster';
import type { Deployment, Job, Node, Pod } from '../cluster/objects';
import { isUnheard } from './pod-state';
import { deploymentSays, jobHas, machineSays, podIs } from './sentence-of-machine';
import type { NodeView, PodState, PodView, Sentence, WorkloadView } from './view';

/** Nobody asks of them to be Ready. */
const hasEnded = new Set<PodState>(['succeeded', 'failed', 'terminating']);
const inError = new Set<PodState>(['imageError', 'crashLoop', 'failed', 'unknown']);

/**
 * The one line of a whole cluster: nothing is there; somebody is not as asked (a workload that lacks Pods, a Pod in
 * error, a node that is not heard of, a workload whose Pods are not Ready, a Job that has failed); or all is as
 * it was asked.
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
  const silent = silentNode(cluster, nodes);
  const broken = pods.find(
    ({ state, kind, node }) =>
      inError.has(state) &&
      !(kind === 'Job' && state === 'failed') &&
      !(state === 'unknown' && node === silent?.name),
  );
  if (broken) {
    const { name: subject, state: subjectState, statusColumn: state } = broken;
    return { key: 'podInError', subject, subjectState, state };
  }
  if (silent) {
    const count = pods.filter(({ node }) => node === silent.name).length;
    return { key: 'nodeSilent', subject: silent.name, count };
  }
  const down = nodes.find(({ ready }) => !ready);
  if (down) return { key: 'nodeNotReady', subject: down.name };
  const unready = asking.find(({ wants = 0, ready, kind }) => kind !== 'Job' && ready < wants);
  if (unready) return ofWorkload(cluster, rootOf(unready, workloads), workloads, pods);
  const rollout = rolling(cluster, workloads);
  if (rollout) return rollout;
  return ofTheRest(cluster, pods, workloads);
}

/** The workload that was asked for: of a ReplicaSet its Deployment. */
const rootOf = (view: WorkloadView, workloads: readonly WorkloadView[]): WorkloadView =>
  workloads.find(({ key }) => key === view.owner) ?? view;

function silentNode(cluster: Cluster, nodes: readonly NodeView[]): NodeView | undefined {
  const unheard = new Set(
    cluster.reading
      .list<Node>('Node')
      .filter(isUnheard)
      .map(({ metadata }) => metadata.name),
  );
  return nodes.find(({ name, isSilent }) => isSilent || unheard.has(name));
}

/** A rollout that goes on while no Pod is missing: old ones are still there. */
function rolling(cluster: Cluster, workloads: readonly WorkloadView[]): Sentence | undefined {
  for (const view of workloads) {
    const deployment = view.kind === 'Deployment' ? cluster.reading.get<Deployment>(view.key) : undefined;
    const told =
      deployment && deploymentSays(deployment, machineSays(cluster, view.key, view), workloads, view.key);
    if (told && told.key !== 'machine') return told;
  }
  return undefined;
}

/** A workload whose Pods are not all Ready: how its rollout stands, which Pod it waits for, or how many of several are Ready. */
function ofWorkload(
  cluster: Cluster,
  view: WorkloadView,
  workloads: readonly WorkloadView[],
  pods: readonly PodView[],
): Sentence {
  const said = machineSays(cluster, view.key, view);
  const deployment = view.kind === 'Deployment' ? cluster.reading.get<Deployment>(view.key) : undefined;
  const told = deployment ? deploymentSays(deployment, said, workloads, view.key) : said;
  if (told.key !== 'machine') return told;
  const { name: subject, ready: count, wants: of } = view;
  const under = new Set([
    view.key,
    ...workloads.filter(({ owner }) => owner === view.key).map(({ key }) => key),
  ]);
  const unready = pods.filter(({ owner, state }) => under.has(owner ?? '') && isUnfinished(state));
  const [first, ...others] = unready;
  if (!first) return told;
  if (others.length > 0) return { key: 'starting', subject, count, ...(of !== undefined && { of }) };
  return { key: 'waitsForReady', subject, object: first.name, objectState: first.state };
}

function ofTheRest(cluster: Cluster, pods: readonly PodView[], workloads: readonly WorkloadView[]): Sentence {
  const failed = workloads.flatMap(({ kind, key }) => {
    const job = kind === 'Job' ? cluster.reading.get<Job>(key) : undefined;
    const end = job && jobHas(job);
    return end?.key === 'jobFailed' ? [end] : [];
  });
  if (failed[0]) return failed[0];
  const waiting = pods.find(({ owner, state }) => owner === undefined && isUnfinished(state));
  const pod = waiting && cluster.reading.get<Pod>(waiting.key);
  if (pod) return podIs(cluster, pod);
  const living = pods.filter(({ state }) => !hasEnded.has(state));
  if (living.length === 0) return { key: 'idle' };
  return { key: 'calm', count: living.filter(({ state }) => state === 'ready').length, of: living.length };
}

const isUnfinished = (state: PodState): boolean =>
  state === 'pending' || state === 'creating' || state === 'notReady' || state === 'partlyReady';
