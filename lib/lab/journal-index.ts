import { revisionLabel } from '../cluster/controllers/history';
import type { CommandEntry, Entry, TransitionEntry, WriteEntry } from '../cluster/journal';
import { controllerOf, isTerminating, keyFor, kindOf, nameOf, namespaceOf } from '../cluster/keys';
import type { KubeObject, Node, Pod, StatefulSet } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { momentOf } from '../cluster/time';
import { graceUsedAt } from './grace';
import { isUnheard, onUnheardNode, podStateOf } from './pod-state';
import type { LaneSpan, PodState, Score } from './view';

type ControllerSpan = Score['controller']['spans'][number];
export interface OpenSpan extends Omit<LaneSpan, 'toMs' | 'open'> {
  /** As it was written last. */
  pod: Pod;
}

/** A Pod's name through time, over all the Pods that had it. */
export interface LaneRecord {
  readonly key: string;
  ordinal?: number;
  /** The controller that has it, or had it last. */
  owner?: string;
  /** Of what it had until now; what goes on stands in `open`. */
  readonly spans: LaneSpan[];
  open?: OpenSpan;
}

const indexes = new WeakMap<readonly Entry[], JournalIndex>();

/**
 * What a journal tells, sorted for whoever draws it: lanes, states of machines, revisions, owners, commands. A journal only
 * grows, so each entry is read once, when somebody asks after it has come.
 */
export class JournalIndex {
  /** By key of a ReplicaSet or ControllerRevision: which of its owner's it is, in the order of first making. */
  readonly revisions = new Map<string, number>();
  readonly lanes = new Map<string, LaneRecord>();
  /** The controller that has an object, or had it last, by keys. */
  readonly owners = new Map<string, string>();
  readonly commands: CommandEntry[] = [];
  /** How many Pods a StatefulSet wanted from when on, oldest first, by key. */
  readonly sizes = new Map<string, { readonly atMs: number; readonly replicas: number }[]>();
  /** When an object was made that is there or was there last: sequences, by key. */
  readonly madeAt = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly transitions = new Map<string, TransitionEntry[]>();
  private readonly states = new Map<string, ControllerSpan[]>();
  private readonly slots = new Map<string, Set<string>>();
  private readonly unheard = new Set<string>();
  private read = 0;

  /** The index of a journal up to its end. */
  static of(journal: readonly Entry[]): JournalIndex {
    const index = indexes.get(journal) ?? new JournalIndex();
    indexes.set(journal, index);
    for (; index.read < journal.length; index.read++) index.take(journal[index.read] as Entry);
    return index;
  }

  /** What a machine did for an object, oldest first. */
  transitionsOf(machine: string, key: string): readonly TransitionEntry[] {
    return this.transitions.get(`${machine}:${key}`) ?? [];
  }

  /** Where a machine stood for an object, up to `endMs`. */
  statesOf(machine: string, key: string, endMs: number): ControllerSpan[] {
    return (this.states.get(`${machine}:${key}`) ?? [])
      .map((span) => (span.toMs === Number.POSITIVE_INFINITY ? { ...span, toMs: endMs } : span))
      .filter((span) => span.toMs > span.fromMs || span.toMs === endMs);
  }

  /** Whether an object is, or was last, in what another one has, through any number of owners. */
  isUnder(key: string, owner: string): boolean {
    let at: string | undefined = key;
    for (let depth = 0; at !== undefined && depth < deepest; depth++) {
      if (at === owner) return true;
      at = this.owners.get(at);
    }
    return false;
  }

  /** 1 for a Pod of its owner's first revision; 1 as well for one whose owner has none. */
  revisionOf(pod: Pod): number {
    const owner = controllerOf(pod.metadata);
    const namespace = pod.metadata.namespace ?? '';
    if (!owner) return 1;
    if (owner.kind === 'ReplicaSet')
      return this.revisions.get(keyFor('ReplicaSet', namespace, owner.name)) ?? 1;
    const hash = pod.metadata.labels?.[revisionLabel] ?? '';
    const named = owner.kind === 'DaemonSet' ? `${owner.name}-${hash}` : hash;
    return this.revisions.get(keyFor('ControllerRevision', namespace, named)) ?? 1;
  }

  private take(entry: Entry): void {
    if (entry.type === 'command') this.commands.push(entry);
    else if (entry.type === 'transition') this.moved(entry);
    else this.wrote(entry);
  }

  private moved(entry: TransitionEntry): void {
    const slot = `${entry.machine}:${entry.key}`;
    append(this.transitions, slot, entry);
    const spans = this.states.get(slot) ?? [];
    this.states.set(slot, spans);
    const slots = this.slots.get(entry.key);
    if (slots) slots.add(slot);
    else this.slots.set(entry.key, new Set([slot]));
    const last = spans.at(-1);
    if (last?.state === entry.to && last.toMs === Number.POSITIVE_INFINITY) {
      spans[spans.length - 1] = { ...last, times: last.times + 1 };
      return;
    }
    close(spans, entry.atMs);
    spans.push({ fromMs: entry.atMs, toMs: Number.POSITIVE_INFINITY, state: entry.to, times: 1 });
  }

  private wrote(entry: WriteEntry): void {
    const { key, before, after, atMs } = entry;
    const kind = kindOf(key);
    if (kind === 'Event') return;
    if (after && !before) this.made(kind, key, after, entry.sequence);
    if (after && after.metadata.ownerReferences !== before?.metadata.ownerReferences) {
      const owner = ownerKeyOf(after);
      if (owner !== undefined) this.owners.set(key, owner);
    }
    if (!after) for (const slot of this.slots.get(key) ?? []) close(this.states.get(slot) ?? [], atMs);
    if (kind === 'StatefulSet' && after) this.sized(key, after as StatefulSet, atMs);
    if (kind === 'Pod') this.lived(entry);
    else if (kind === 'Node') this.heard(nameOf(key), !!after && isUnheard(after as Node), atMs);
  }

  private made(kind: string, key: string, object: KubeObject, sequence: number): void {
    this.madeAt.set(key, sequence);
    if ((kind !== 'ReplicaSet' && kind !== 'ControllerRevision') || this.revisions.has(key)) return;
    const owner = controllerOf(object.metadata);
    const keeper = owner ? keyFor(owner.kind, namespaceOf(key), owner.name) : key;
    const count = (this.counts.get(keeper) ?? 0) + 1;
    this.counts.set(keeper, count);
    this.revisions.set(key, count);
  }

  private sized(key: string, { spec: { replicas = 1 } }: StatefulSet, atMs: number): void {
    if (this.sizes.get(key)?.at(-1)?.replicas !== replicas) append(this.sizes, key, { atMs, replicas });
  }

  private lived({ key, before, after, atMs }: WriteEntry): void {
    const [old, now] = [before as Pod | undefined, after as Pod | undefined];
    const lane: LaneRecord = this.lanes.get(key) ?? { key, spans: [] };
    if (!old && now) {
      this.lanes.set(key, lane);
      const ordinal = ordinalFromName(now);
      if (ordinal !== undefined) lane.ordinal = ordinal;
    }
    const owner = this.owners.get(key);
    if (owner !== undefined) lane.owner = owner;
    this.advance(lane, now, now && this.stateOf(now), atMs, old);
  }

  private stateOf(pod: Pod): PodState {
    const state = podStateOf(pod);
    return this.unheard.has(pod.spec.nodeName ?? '') ? onUnheardNode(state) : state;
  }

  private advance(
    lane: LaneRecord,
    pod: Pod | undefined,
    state: PodState | undefined,
    atMs: number,
    before: Pod | undefined,
  ): void {
    const { open } = lane;
    if (open && pod && open.state === state && open.pod.metadata.uid === pod.metadata.uid) {
      open.pod = pod;
      return;
    }
    if (open) lane.spans.push(closed(open, atMs, false));
    if (pod && state) {
      const revision = this.revisionOf(pod);
      const wasReady = state === 'terminating' && { wasReady: !!before && isReady(before) };
      lane.open = { fromMs: atMs, state, revision, pod, ...wasReady };
    } else delete lane.open;
  }

  /** Of a node that falls silent or is heard again: what is shown of its Pods changes though nobody writes them. */
  private heard(node: string, isSilent: boolean, atMs: number): void {
    if (isSilent === this.unheard.has(node)) return;
    if (isSilent) this.unheard.add(node);
    else this.unheard.delete(node);
    for (const lane of this.lanes.values())
      if (lane.open?.pod.spec.nodeName === node)
        this.advance(lane, lane.open.pod, this.stateOf(lane.open.pod), atMs, lane.open.pod);
  }
}

/** Owners above owners that are followed. */
const deepest = 8;

function append<Value>(lists: Map<string, Value[]>, at: string, value: Value): void {
  const list = lists.get(at);
  if (list) list.push(value);
  else lists.set(at, [value]);
}

function close(spans: ControllerSpan[], atMs: number): void {
  const last = spans.at(-1);
  if (last) spans[spans.length - 1] = { ...last, toMs: Math.min(last.toMs, atMs) };
}

export const ordinalFromName = (pod: Pod): number | undefined => {
  const index = pod.metadata.labels?.['apps.kubernetes.io/pod-index'];
  return index === undefined ? undefined : Number(index);
};

/** A span as it is drawn up to a moment. */
export function closed({ pod, ...span }: OpenSpan, toMs: number, isOpen: boolean): LaneSpan {
  const grace =
    isTerminating(pod) && span.state === 'terminating'
      ? { graceFrom: 0, graceTo: isOpen ? graceUsed(pod, toMs) : 1 }
      : {};
  return { ...span, ...grace, toMs, open: isOpen };
}

interface Grace {
  readonly endsMs: number;
  readonly lengthMs: number;
}

const graces = new WeakMap<Pod, Grace>();

/** When the grace period of a Pod ends, and how long it is; of no length where there is none. */
export function graceOf(pod: Pod): Grace {
  const known = graces.get(pod);
  if (known) return known;
  const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = pod.metadata;
  const grace = deletionTimestamp
    ? { endsMs: momentOf(deletionTimestamp), lengthMs: deletionGracePeriodSeconds * 1000 }
    : { endsMs: 0, lengthMs: 0 };
  graces.set(pod, grace);
  return grace;
}

/** Share of the grace period that is over, 0 to 1. */
export const graceUsed = (pod: Pod, nowMs: number): number => {
  const { endsMs, lengthMs } = graceOf(pod);
  return graceUsedAt(endsMs, lengthMs, nowMs);
};

/** Key of the controller that has an object. */
export const ownerKeyOf = (object: KubeObject): string | undefined => {
  const owner = controllerOf(object.metadata);
  return owner && keyFor(owner.kind, object.metadata.namespace ?? '', owner.name);
};
