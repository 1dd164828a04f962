import { noBeliefs } from '../../belief';
import { factsOf } from '../../believable';
import type { Node, NodeCondition, Pod } from '../../objects';
import { isReady } from '../../pods';
import { momentOf } from '../../time';
import type { SyncContext } from '../controller';
import { evictionTaints, isNodeReady, notReady, readyOf, unreachable } from './taints';

/** Source: cmd/kube-controller-manager nodelifecycle options; the renewal is a quarter of the kubelet's lease duration. */
const monitorMs = 5_000;
const renewalMs = 10_000;
const evictionsPerZone = { everyMs: 10_000, everyMsWhenDisrupted: 100_000, largeZone: 50 } as const;
const disruptedFrom = { nodes: 3, share: 0.55 } as const;

/** Does not hold in Kubernetes: a node is given up after a while of silence. */
const facts = factsOf('node-lifecycle', ['silenceIsNoticedAtOnce']);

/** What the controller remembers of a node. */
export interface Memory {
  readonly isRegistered: boolean;
}

/** The first look of the monitor after a moment: it looks every five seconds. */
export const nextLookMs = (afterMs: number): number => (Math.floor(afterMs / monitorMs) + 1) * monitorMs;

export const isLook = (ms: number): boolean => ms % monitorMs === 0;

const sinceMs = (condition: NodeCondition | undefined): number =>
  condition?.lastTransitionTime ? momentOf(condition.lastTransitionTime) : Number.NEGATIVE_INFINITY;

const zoneOf = ({ metadata: { labels } }: Node): string =>
  `${labels?.['topology.kubernetes.io/region'] ?? ''}:${labels?.['topology.kubernetes.io/zone'] ?? ''}`;

/** What one look at a node sees. Models monitorNodeHealth, tryUpdateNodeHealth and handleDisruption (v1.37). */
export class Observed {
  readonly ready: NodeCondition | undefined;

  constructor(
    readonly node: Node,
    readonly context: SyncContext,
  ) {
    this.ready = readyOf(node);
  }

  get nowMs(): number {
    return this.context.nowMs;
  }

  get isRegistered(): boolean {
    return (this.context.memory as Memory | undefined)?.isRegistered ?? this.isFromTheBeginning;
  }

  /** The nodes that a cluster begins with were registered before it began. */
  private get isFromTheBeginning(): boolean {
    return this.nowMs < monitorMs && momentOf(this.node.metadata.creationTimestamp) === 0;
  }

  get seenAtMs(): number {
    return nextLookMs(momentOf(this.node.metadata.creationTimestamp));
  }

  /** When the controller gives a silent node up: the first look after the grace period since it was last heard of. */
  get lostAtMs(): number | undefined {
    const silentMs = this.context.outside.silentSinceMs(this.node.metadata.name);
    if (silentMs === undefined) return undefined;
    if (this.isNoticedAtOnce) return nextLookMs(silentMs);
    const renewedMs = Math.floor(silentMs / renewalMs) * renewalMs;
    const postedMs = this.ready?.status === 'Unknown' ? renewedMs : sinceMs(this.ready);
    const heardMs = Math.max(renewedMs, Math.ceil(postedMs / monitorMs) * monitorMs);
    return nextLookMs(heardMs + this.context.flags.nodeMonitorGracePeriodSeconds * 1000);
  }

  private get isNoticedAtOnce(): boolean {
    return (this.context.beliefs ?? noBeliefs).ask(facts, 'silenceIsNoticedAtOnce', false);
  }

  get isLost(): boolean {
    return this.lostAtMs !== undefined && this.nowMs >= this.lostAtMs;
  }

  /** Pods of which nobody could say otherwise once the node is silent. */
  get readyPods(): readonly Pod[] {
    return this.context.reading.podsOn(this.node.metadata.name).filter(isReady);
  }

  /** The taint by which Pods are to be evicted. */
  get wantedTaint(): string | undefined {
    if (this.ready?.status === 'False') return notReady;
    return this.ready?.status === 'Unknown' ? unreachable : undefined;
  }

  get hasEvictionTaint(): boolean {
    return evictionTaints(this.node).length > 0;
  }

  get hasWantedTaint(): boolean {
    return evictionTaints(this.node).some(({ key }) => key === this.wantedTaint);
  }

  private get nodes(): readonly Node[] {
    return this.context.reading.list<Node>('Node');
  }

  get isEveryNodeLost(): boolean {
    return !this.nodes.some(isNodeReady);
  }

  private get zone(): readonly Node[] {
    return this.nodes.filter((other) => zoneOf(other) === zoneOf(this.node));
  }

  /** More than two, and at least 55 % of the zone's nodes, but not all of them, are not Ready. */
  private get isZoneDisrupted(): boolean {
    const { zone } = this;
    const lost = zone.filter((other) => !isNodeReady(other)).length;
    return lost < zone.length && lost >= disruptedFrom.nodes && lost / zone.length >= disruptedFrom.share;
  }

  /** A small zone that is disrupted is left alone: the fault may be the controller's. */
  get areEvictionsStopped(): boolean {
    return this.isZoneDisrupted && this.zone.length <= evictionsPerZone.largeZone;
  }

  /** When the eviction taint may be changed: seen by a look, and one node of a zone every ten seconds. */
  get taintDueMs(): number {
    const seenMs = nextLookMs(sinceMs(this.ready));
    if (!this.wantedTaint || this.hasEvictionTaint) return seenMs;
    const everyMs = this.isZoneDisrupted ? evictionsPerZone.everyMsWhenDisrupted : evictionsPerZone.everyMs;
    const earlier = this.zone
      .flatMap(evictionTaints)
      .map(({ timeAdded }) => (timeAdded ? momentOf(timeAdded) + everyMs : 0));
    return Math.max(seenMs, ...earlier);
  }

  /** When to look again, though nobody may write until then. */
  get nextMs(): number | undefined {
    const moments = [
      this.isRegistered ? undefined : this.seenAtMs,
      this.ready?.status === 'Unknown' ? undefined : this.lostAtMs,
      this.wantedTaint === undefined || this.hasWantedTaint
        ? this.wantedTaint === undefined && this.hasEvictionTaint
          ? this.taintDueMs
          : undefined
        : this.taintDueMs,
    ];
    const ahead = moments.filter((ms): ms is number => ms !== undefined && ms > this.nowMs);
    return ahead.length ? Math.min(...ahead) : undefined;
  }
}
