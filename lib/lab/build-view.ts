import type { Cluster } from '../cluster/cluster';
import { Observed } from '../cluster/controllers/statefulset/observed';
import { statefulsetRules } from '../cluster/controllers/statefulset/statefulset.machine';
import type { Entry } from '../cluster/journal';
import type { Event, Pod, StatefulSet } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { momentOf } from '../cluster/time';
import { goalStates } from './goals';
import type { LabStatement, Scenario } from './scenario';
import { claimViews, nodeViews, podViews, reservedViews, revisionOrder, serviceViews } from './scene';
import { scoreOf } from './score';
import { sentenceOf } from './sentence';
import { subjectKey } from './story';
import type { EventView, LabView, MachineView } from './view';
import { whyChain } from './why';

/** States in the order in which a sync asks, each with the rules that lead to it: read from the running machine's rules. */
const machineStates: MachineView['states'] = [...new Set(statefulsetRules.map((rule) => rule.state))].map(
  (id) => ({
    id,
    guards: statefulsetRules.filter((rule) => rule.state === id).map((rule) => rule.name),
  }),
);

/** Everything that a figure shows of a cluster at a moment. `journal` may go on beyond it: that future is drawn as known. */
export function buildView(
  scenario: Scenario | LabStatement,
  cluster: Cluster,
  journal: readonly Entry[],
  endMs: number,
  nowMs: number,
): LabView {
  const subject = subjectKey(scenario);
  const set = cluster.reading.get<StatefulSet>(subject);
  const order = revisionOrder(journal);
  const observed = set && new Observed(set, cluster.reading, cluster.nowMs);
  const reserved = reservedViews(cluster, observed, order);
  const pods = cluster.reading.list<Pod>('Pod');
  const refusal = lastRefusal(cluster);
  return {
    nowMs,
    subject: scenario.subject,
    ...(set && { set: setView(set, pods) }),
    sentence: sentenceOf(cluster, subject, observed, reserved),
    why: whyChain(cluster.journal, whyFrom(cluster, subject)),
    nodes: nodeViews(cluster),
    pods: podViews(cluster, order),
    reserved,
    claims: claimViews(cluster),
    services: serviceViews(cluster),
    ...(machineView(cluster, subject) ?? {}),
    score: scoreOf(journal, subject, nowMs, Math.max(endMs, nowMs), order, reserved),
    events: eventViews(cluster),
    failing: pods
      .filter((pod) => cluster.lifeOf(pod.metadata.uid)?.faults.readiness)
      .map((pod) => pod.metadata.name),
    ...(refusal && { refusal }),
    goals: 'goals' in scenario ? goalStates(scenario.goals, journal, scenario.openAtMs, nowMs) : [],
  };
}

const setView = ({ spec }: StatefulSet, pods: readonly Pod[]): LabView['set'] => ({
  replicas: spec.replicas,
  ready: pods.filter(isReady).length,
  policy: spec.podManagementPolicy,
  image: spec.template.spec.containers[0]?.image ?? '',
  minReadySeconds: spec.minReadySeconds ?? 0,
  whenScaled: spec.persistentVolumeClaimRetentionPolicy?.whenScaled ?? 'Retain',
});

function machineView(cluster: Cluster, subject: string): { machine: MachineView } | undefined {
  const state = cluster.stateOf('statefulset', subject);
  const entry = state && cluster.journal[state.entry];
  if (!state || entry?.type !== 'transition' || !cluster.reading.get(subject)) return undefined;
  const moved = cluster.journal.findLast(
    (e) => e.type === 'transition' && e.machine === 'statefulset' && e.key === subject && e.from !== e.to,
  );
  const last =
    moved?.type === 'transition'
      ? {
          from: moved.from,
          to: moved.to,
          guard: entry.guard,
          ...(entry.about && { about: entry.about }),
          atMs: entry.atMs,
        }
      : undefined;
  return {
    machine: {
      name: 'statefulset.machine',
      states: machineStates,
      current: state.state,
      ...(last && { last }),
    },
  };
}

/** What the sentence rests on: the last decision, or, when it waits for a Pod, how that Pod came to be as it is. */
function whyFrom(cluster: Cluster, subject: string): number | undefined {
  const state = cluster.stateOf('statefulset', subject);
  if (!state)
    return cluster.journal.findLast(
      (entry) => entry.type === 'write' && (entry.key === subject || entry.key.startsWith('Pod/')),
    )?.sequence;
  if (!state.state.startsWith('waiting') || state.about === undefined) return state.entry;
  return (
    cluster.journal.findLast(
      (entry) =>
        entry.type === 'write' &&
        entry.key === state.about &&
        isTold(entry.before as Pod | undefined, entry.after as Pod | undefined),
    )?.sequence ?? state.entry
  );
}

const isTold = (before: Pod | undefined, after: Pod | undefined): boolean =>
  !before ||
  !after ||
  isReady(before) !== isReady(after) ||
  before.status.phase !== after.status.phase ||
  before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp;

const lastRefusal = (cluster: Cluster): string | undefined => {
  const last = cluster.journal.findLast((entry) => entry.type === 'command');
  return last?.type === 'command' ? last.refused?.message : undefined;
};

const eventViews = (cluster: Cluster): EventView[] =>
  cluster.reading
    .list<Event>('Event')
    .map((event) => ({
      atMs: momentOf(event.lastTimestamp),
      type: event.type,
      reason: event.reason,
      on: `${event.involvedObject.kind}/${event.involvedObject.name}`,
      from: event.reportingComponent,
      message: event.message,
      count: event.count,
    }))
    .sort((a, b) => b.atMs - a.atMs);
