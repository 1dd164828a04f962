import type { Cluster } from '../cluster/cluster';
import { kindOf, nameOf } from '../cluster/keys';
import type { HorizontalPodAutoscaler, Pod, Service } from '../cluster/objects';
import { matchesLabels } from '../cluster/selector';
import { closed, type JournalIndex, type LaneRecord } from './journal-index';
import { machineNameOf } from './machines';
import type { ControllerLane, Lane, ReservedView, Score } from './view';

/** More lanes than this are not shown as long as Pods among them are gone; more Pods than `living` never. */
const mostLanes = { withGone: 24, living: 100 } as const;

/** Every Pod's life as a lane, the machines' states above them, the commands on top, up to where the cluster was run. */
export function scoreOf(
  index: JournalIndex,
  cluster: Cluster,
  subject: string | undefined,
  { nowMs, endMs }: { readonly nowMs: number; readonly endMs: number },
  reserved: readonly ReservedView[],
): Score {
  const controllers = controllerLanes(index, cluster, subject, endMs);
  const { lanes, folded } = lanesOf(index, cluster, subject, endMs, reserved);
  const first = controllers[0];
  return {
    nowMs,
    endMs,
    commands: index.commands.map(({ atMs, command, refused }) => ({
      atMs,
      command,
      ...(refused && { refused: refused.message }),
    })),
    controller: { label: first?.label ?? '', spans: first?.spans ?? [] },
    ...(controllers.length > 0 && { controllers }),
    lanes,
    ...(folded > 0 && { folded }),
  };
}

/** The subject's machine, and below a Deployment its newest ReplicaSet's, below a CronJob its newest Job's, below an HPA its target's. */
function controllerLanes(
  index: JournalIndex,
  cluster: Cluster,
  subject: string | undefined,
  endMs: number,
): ControllerLane[] {
  if (subject === undefined) return [];
  const keys = [subject];
  const target = targetOf(cluster, subject);
  if (target !== undefined) keys.push(target);
  const newest = newestUnder(index, cluster, target ?? subject);
  if (newest !== undefined) keys.push(newest);
  return keys.flatMap((key) => {
    const machine = machineNameOf(kindOf(key));
    if (machine === undefined) return [];
    const label = `${kindOf(key)} ${nameOf(key)}`;
    return [{ label, machine, key, spans: index.statesOf(machine, key, endMs) }];
  });
}

/** What an HPA scales, as it stands. */
export function targetOf(cluster: Cluster, key: string): string | undefined {
  if (kindOf(key) !== 'HorizontalPodAutoscaler') return undefined;
  const found = cluster.reading.get<HorizontalPodAutoscaler>(key);
  if (!found) return undefined;
  const { kind, name } = found.spec.scaleTargetRef;
  return `${kind}/${found.metadata.namespace ?? ''}/${name}`;
}

const worksThrough: Readonly<Record<string, string>> = { Deployment: 'ReplicaSet', CronJob: 'Job' };

function newestUnder(index: JournalIndex, cluster: Cluster, owner: string): string | undefined {
  const kind = worksThrough[kindOf(owner)];
  if (kind === undefined) return undefined;
  let newest: { readonly key: string; readonly made: number } | undefined;
  for (const [key, made] of index.madeAt)
    if (
      kindOf(key) === kind &&
      index.owners.get(key) === owner &&
      made < cluster.journal.length &&
      made > (newest?.made ?? -1)
    )
      newest = { key, made };
  return newest?.key;
}

/** Which lanes belong to a subject: Pods of all that it owns, what a Service selects, a Pod itself; without one, all. */
function isOf(index: JournalIndex, cluster: Cluster, subject: string | undefined) {
  if (subject === undefined) return () => true;
  const kind = kindOf(subject);
  if (kind === 'Service') {
    const selector = cluster.reading.get<Service>(subject)?.spec.selector;
    const keys = new Set(
      cluster.reading
        .list<Pod>('Pod')
        .filter(({ metadata }) => selector && matchesLabels(selector, metadata.labels))
        .map(({ metadata }) => `Pod/${metadata.namespace ?? ''}/${metadata.name}`),
    );
    return ({ key, open }: LaneRecord) =>
      keys.has(key) || (!!selector && !!open && matchesLabels(selector, open.pod.metadata.labels));
  }
  const root = targetOf(cluster, subject) ?? subject;
  // A Pod that nobody ever had stands in a set's figure: it may be one that the set is to adopt.
  const takesOrphans = kind === 'StatefulSet';
  return ({ key, owner }: LaneRecord) =>
    index.isUnder(key, root) || (takesOrphans && owner === undefined && kind === 'StatefulSet');
}

function lanesOf(
  index: JournalIndex,
  cluster: Cluster,
  subject: string | undefined,
  endMs: number,
  reserved: readonly ReservedView[],
): { readonly lanes: Lane[]; readonly folded: number } {
  const belongs = isOf(index, cluster, subject);
  const places = new Map(reserved.map((place) => [place.name, place]));
  const records: LaneRecord[] = [...index.lanes.values()].filter(belongs);
  const named = new Set(records.map(({ key }) => nameOf(key)));
  for (const { name, ordinal } of reserved)
    if (!named.has(name)) records.push({ key: `Pod/default/${name}`, ordinal, spans: [] });
  const { kept, folded } = fold(records, places);
  const inOrder = kept.sort(
    (a, b) => (a.ordinal ?? Number.MAX_SAFE_INTEGER) - (b.ordinal ?? Number.MAX_SAFE_INTEGER),
  );
  return { lanes: inOrder.map((record) => laneOf(record, places.get(nameOf(record.key)), endMs)), folded };
}

/** Those that live stay, then the latest of those that are gone; of very many that live, both ends. */
function fold(records: readonly LaneRecord[], places: ReadonlyMap<string, ReservedView>) {
  if (records.length <= mostLanes.withGone) return { kept: [...records], folded: 0 };
  const lives = (record: LaneRecord) => !!record.open || places.has(nameOf(record.key));
  const living = records.filter(lives);
  if (living.length > mostLanes.living) {
    const half = mostLanes.living / 2;
    const kept = [...living.slice(0, half), ...living.slice(-half)];
    return { kept, folded: records.length - kept.length };
  }
  const gone = records
    .filter((record) => !lives(record))
    .sort((a, b) => (b.spans.at(-1)?.toMs ?? 0) - (a.spans.at(-1)?.toMs ?? 0));
  const latest = new Set(gone.slice(0, Math.max(0, mostLanes.withGone - living.length)));
  const kept = records.filter((record) => lives(record) || latest.has(record));
  return { kept, folded: records.length - kept.length };
}

function laneOf(
  { key, ordinal, spans, open }: LaneRecord,
  place: ReservedView | undefined,
  endMs: number,
): Lane {
  const all = open ? [...spans, closed(open, endMs, true)] : [...spans];
  const waits = place?.waitsFor;
  const sinceMs = Math.max(all.at(-1)?.toMs ?? 0, waits?.sinceMs ?? 0);
  return {
    label: nameOf(key),
    key,
    ...(ordinal !== undefined && { ordinal }),
    spans: all,
    ...(waits && { waitsFor: { lane: waits.pod, sinceMs, until: waits.until } }),
  };
}
