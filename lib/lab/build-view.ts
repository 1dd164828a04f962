import type { Cluster } from '../cluster/cluster';
import { Observed } from '../cluster/controllers/statefulset/observed';
import type { Entry } from '../cluster/journal';
import { kindOf } from '../cluster/keys';
import type { Event, Pod, StatefulSet } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { momentOf } from '../cluster/time';
import { fittingHints, goalStates } from './goals';
import { JournalIndex } from './journal-index';
import { machineNameOf, machineView } from './machines';
import type { LabStatement, Scenario } from './scenario';
import { claimViews, nodeViews, podViews, reservedViews, serviceViews } from './scene';
import { scoreOf } from './score';
import { podsUnder, sentenceOf } from './sentence';
import { sentenceOfCluster } from './sentence-of-cluster';
import { sentenceOfMachine } from './sentence-of-machine';
import { slowedIn } from './slowed';
import { subjectKey } from './story';
import type { EventView, LabView, Score, Sentence } from './view';
import { whyChain, whySlowed } from './why';
import { workloadViews } from './workloads';

/** What of a view a single cluster says: the session adds its futures and what was typed. */
export type ClusterView = Omit<LabView, 'futures' | 'firstDifference' | 'typed'>;
type Told = Omit<ClusterView, 'nowMs' | 'endMs' | 'score'>;

interface Known {
  readonly journal: readonly Entry[];
  readonly length: number;
  readonly isOpen: boolean;
  readonly told: Told;
}

/**
 * Draws one future again and again. What depends only on what has happened is kept until something happens: a frame in which
 * nothing but time goes on costs the score alone.
 */
export class Drawing {
  private known: Known | undefined;

  constructor(private readonly scenario: Scenario | LabStatement) {}

  /** Everything that a figure shows of a cluster at a moment. `journal` may go on beyond it: that future is drawn as known. */
  view(cluster: Cluster, journal: readonly Entry[], endMs: number, nowMs: number): ClusterView {
    const told = this.told(cluster, journal, nowMs);
    const times = { nowMs, endMs: Math.max(endMs, nowMs) };
    return { ...times, ...told, score: this.scoreWith(told, cluster, journal, times) };
  }

  score(cluster: Cluster, journal: readonly Entry[], endMs: number, nowMs: number): Score {
    const times = { nowMs, endMs: Math.max(endMs, nowMs) };
    return this.scoreWith(this.told(cluster, journal, nowMs), cluster, journal, times);
  }

  private scoreWith(
    { reserved }: Told,
    cluster: Cluster,
    journal: readonly Entry[],
    times: { readonly nowMs: number; readonly endMs: number },
  ): Score {
    return scoreOf(JournalIndex.of(journal), cluster, subjectKey(this.scenario), times, reserved);
  }

  private told(cluster: Cluster, journal: readonly Entry[], nowMs: number): Told {
    const { length } = cluster.journal;
    const isOpen = nowMs >= this.scenario.openAtMs;
    const { known } = this;
    const isSame = known?.journal === journal && known.length === length && known.isOpen === isOpen;
    if (known && isSame) return withTime(known.told, cluster, JournalIndex.of(journal));
    const told = toldOf(this.scenario, cluster, journal, nowMs);
    this.known = { journal, length, isOpen, told };
    return told;
  }
}

/** What is going goes on going while nothing else happens. */
const withTime = (told: Told, cluster: Cluster, index: JournalIndex): Told =>
  told.pods.some(({ graceUsed }) => graceUsed !== undefined)
    ? { ...told, pods: podViews(cluster, index) }
    : told;

function toldOf(
  scenario: Scenario | LabStatement,
  cluster: Cluster,
  journal: readonly Entry[],
  nowMs: number,
): Told {
  const subject = subjectKey(scenario);
  const index = JournalIndex.of(journal);
  const set =
    subject === undefined || kindOf(subject) !== 'StatefulSet'
      ? undefined
      : cluster.reading.get<StatefulSet>(subject);
  const sets = set ? [set] : subject === undefined ? cluster.reading.list<StatefulSet>('StatefulSet') : [];
  const observed = sets.map((one) => new Observed(one, cluster.reading, cluster.nowMs, cluster.beliefs));
  const reserved = observed.flatMap((one) => reservedViews(cluster, one, index));
  const pods = podViews(cluster, index);
  const nodes = nodeViews(cluster);
  const workloads = workloadViews(cluster, index);
  const services = serviceViews(cluster);
  const refusal = lastRefusal(cluster, index);
  const machine = subject === undefined ? undefined : machineView(cluster, subject, index);
  const sentence =
    subject === undefined
      ? sentenceOfCluster(cluster, pods, nodes, workloads)
      : kindOf(subject) === 'StatefulSet'
        ? sentenceOf(cluster, subject, set && observed[0], reserved, index)
        : sentenceOfMachine(cluster, subject, { index, workloads, services });
  const slow = slowedIn(cluster, index, sentence, workloads);
  return {
    ...(scenario.subject !== undefined && { subject: scenario.subject }),
    ...(set && { set: setView(set, podsUnder(cluster, subject ?? '', index)) }),
    sentence,
    why: slow
      ? whySlowed(cluster.journal, slow)
      : whyChain(
          cluster.journal,
          subject === undefined
            ? whyOfCluster(cluster, index, sentence, [...pods, ...workloads])
            : whyFrom(cluster, subject),
        ),
    nodes,
    pods,
    workloads,
    reserved,
    claims: claimViews(cluster),
    services,
    ...(machine && { machine }),
    events: eventViews(cluster),
    failing: cluster.reading
      .list<Pod>('Pod')
      .filter((pod) => cluster.lifeOf(pod.metadata.uid)?.faults.readiness)
      .map((pod) => pod.metadata.name),
    ...(refusal && { refusal }),
    ...('goals' in scenario
      ? {
          goals: goalStates(scenario.goals, journal, scenario.openAtMs, nowMs),
          fitting: fittingHints(scenario.hints, journal, nowMs),
        }
      : { goals: [] }),
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

/** What the sentence rests on: the last decision, or, when it waits for a Pod, how that Pod came to be as it is. */
function whyFrom(cluster: Cluster, subject: string): number | undefined {
  const machine = machineNameOf(kindOf(subject));
  const state = machine === undefined ? undefined : cluster.stateOf(machine, subject);
  if (machine === 'pod') return lastTold(cluster, (key) => key === subject);
  if (!state) return lastTold(cluster, (key) => key === subject || kindOf(key) === 'Pod');
  if (!state.state.startsWith('waiting') || state.about === undefined) return state.entry;
  return lastTold(cluster, (key) => key === state.about) ?? state.entry;
}

/** What the sentence of a whole cluster rests on: what happened last to whom it names, or to anybody. */
function whyOfCluster(
  cluster: Cluster,
  index: JournalIndex,
  { key, subject, machine }: Sentence,
  named: readonly { readonly key: string; readonly name: string }[],
): number | undefined {
  if (key === 'nodeSilent')
    return index.commands.findLast(
      ({ command, sequence }) =>
        sequence < cluster.journal.length && command.verb === 'silence' && command.node === subject,
    )?.sequence;
  const isOf = (one: { readonly key: string }) =>
    key === 'podInError' || key === 'podIs' ? kindOf(one.key) === 'Pod' : kindOf(one.key) !== 'Pod';
  const about =
    subject === undefined ? undefined : named.find((one) => one.name === subject && isOf(one))?.key;
  const state = about === undefined || machine === undefined ? undefined : cluster.stateOf(machine, about);
  if (state) return state.entry;
  return lastTold(cluster, (one) => (about === undefined ? isAsked(one) : one === about));
}

const lastTold = (cluster: Cluster, isMeant: (key: string) => boolean): number | undefined =>
  cluster.journal.findLast((entry) => entry.type === 'write' && isMeant(entry.key) && isTold(entry))
    ?.sequence;

const isAsked = (key: string): boolean =>
  machineNameOf(kindOf(key)) !== undefined && kindOf(key) !== 'Namespace';

/** Whether a reader would name what a write did: of a Pod its steps, of anything else that it came and went. */
function isTold(entry: Entry): boolean {
  if (entry.type !== 'write') return false;
  const { key, before, after } = entry;
  if (!before || !after) return true;
  if (before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp) return true;
  if (kindOf(key) !== 'Pod') return before.metadata.generation !== after.metadata.generation;
  const [old, now] = [before as Pod, after as Pod];
  return isReady(old) !== isReady(now) || old.status.phase !== now.status.phase;
}

const lastRefusal = (cluster: Cluster, index: JournalIndex): string | undefined =>
  index.commands.findLast(({ sequence }) => sequence < cluster.journal.length)?.refused?.message;

const toldEvents = new WeakMap<Event, EventView>();

export function eventView(event: Event): EventView {
  const known = toldEvents.get(event);
  if (known) return known;
  const view: EventView = {
    atMs: momentOf(event.lastTimestamp),
    firstAtMs: momentOf(event.firstTimestamp),
    type: event.type,
    reason: event.reason,
    on: `${event.involvedObject.kind}/${event.involvedObject.name}`,
    from: event.reportingComponent,
    message: event.message,
    count: event.count,
  };
  toldEvents.set(event, view);
  return view;
}

/** The newest Events of a cluster are told; of one object all are (`inspectObject`). */
const mostEvents = 60;

const eventViews = (cluster: Cluster): EventView[] =>
  cluster.reading
    .list<Event>('Event')
    .map(eventView)
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, mostEvents);
