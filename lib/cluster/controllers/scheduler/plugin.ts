import { type Beliefs, noBeliefs } from '../../belief';
import type { NodeUse } from '../../node-use';
import { count, emptyUse } from '../../node-use';
import type { Node, Pod } from '../../objects';
import { hasEnded } from '../../pods';
import type { Reading } from '../../store';

/** A node and the Pods on it, as the scheduler judges them. The Pods may be others than those that are there. */
export class NodeView {
  private living: readonly Pod[] | undefined;

  private constructor(
    readonly node: Node,
    readonly use: Readonly<NodeUse>,
    private readonly listed: () => readonly Pod[],
  ) {}

  static of(node: Node, reading: Reading): NodeView {
    const { name } = node.metadata;
    return new NodeView(node, reading.loadOf(name), () => reading.podsOn(name));
  }

  /** Pods that have not ended; those that are going are among them. */
  get pods(): readonly Pod[] {
    this.living ??= this.listed().filter((pod) => !hasEnded(pod));
    return this.living;
  }

  /** The same node with these Pods instead. */
  with(pods: readonly Pod[]): NodeView {
    const use = emptyUse();
    for (const pod of pods) count(use, pod, 1);
    return new NodeView(this.node, use, () => pods);
  }

  label(key: string): string | undefined {
    return this.node.metadata.labels?.[key];
  }
}

/** The cluster at the moment of one decision. */
export interface Snapshot {
  readonly nodes: readonly NodeView[];
  readonly reading: Reading;
  readonly beliefs: Beliefs;
}

/** Why a node can't take a Pod, in the words of the Event. */
export interface Refusal {
  readonly plugin: string;
  readonly reasons: readonly string[];
  /** It would stay so if other Pods were removed. Upstream: UnschedulableAndUnresolvable. */
  readonly isFinal: boolean;
}

/** Looks at one node. */
export type Filter = (view: NodeView) => Omit<Refusal, 'plugin'> | undefined;
/** Points from 0 to 100 for each of the nodes. */
export type Scorer = (views: readonly NodeView[]) => readonly number[];

/**
 * One idea of what a good node is. Each function looks once at the Pod and the cluster and gives what looks at the nodes;
 * nothing when it has nothing to say about this Pod. Source: pkg/scheduler/framework (PreFilter and Filter, PreScore and Score).
 */
export interface Plugin {
  /** As upstream calls it. */
  readonly name: string;
  readonly filter?: (pod: Pod, snapshot: Snapshot) => Filter | undefined;
  readonly weight?: number;
  readonly score?: (pod: Pod, snapshot: Snapshot) => Scorer | undefined;
}

export const snapshotOf = (reading: Reading, beliefs = noBeliefs): Snapshot => ({
  reading,
  beliefs,
  nodes: reading.list<Node>('Node').map((node) => NodeView.of(node, reading)),
});

const maxScore = 100;

/** Points in proportion to the greatest; the fewer the better when `isReverse`. Source: plugins/helper DefaultNormalizeScore. */
export function normalized(points: readonly number[], isReverse = false): number[] {
  const most = Math.max(0, ...points);
  if (most === 0) return points.map(() => (isReverse ? maxScore : 0));
  return points.map((n) => {
    const share = Math.floor((maxScore * n) / most);
    return isReverse ? maxScore - share : share;
  });
}
