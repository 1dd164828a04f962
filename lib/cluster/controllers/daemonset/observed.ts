import { noBeliefs } from '../../belief';
import { isTerminating } from '../../keys';
import type { ControllerRevision, DaemonSet, Node, Pod } from '../../objects';
import { hasEnded, isAvailable, isReady } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { managedBy, orphanPods } from '../controller-ref';
import { hashOf, nextRevision, orphanRevisions, revisionLabel, revisionsOf, revisionWith } from '../history';
import { type BackOffs, delayOf } from './back-off';
import { daemonsetFacts } from './facts';
import { placementIn, targetNode } from './placement';

/** A node and the set's Pods on it or meant for it, the one that was there first first. */
export interface Place {
  readonly node: string;
  readonly shouldRun: boolean;
  readonly shouldContinue: boolean;
  readonly pods: readonly Pod[];
}

/** Scheduled before unscheduled, older before younger, then by name. Source: podByCreationTimestampAndPhase. */
const byAge = (a: Pod, b: Pod): number => {
  const scheduled = Number(!a.spec.nodeName) - Number(!b.spec.nodeName);
  if (scheduled) return scheduled;
  const [aMade, bMade] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
  if (aMade !== bMade) return aMade < bMade ? -1 : 1;
  return a.metadata.name < b.metadata.name ? -1 : 1;
};

/**
 * Everything that one sync of a DaemonSet looks at, made anew for each in one pass over its Pods and one over the nodes.
 * Models pkg/controller/daemon/daemon_controller.go getNodesToDaemonPods and constructHistory of update.go (v1.37).
 */
export class Observed {
  /** Every node, in the order in which the nodes came. */
  readonly places: readonly Place[];
  /** Pods without a node whose node to be is gone. */
  readonly homeless: readonly Pod[];
  /** Pods that the set manages and its selector finds no more; and those that it finds and nobody manages. */
  readonly strays: readonly Pod[];
  readonly orphans: readonly Pod[];
  readonly revisions: readonly ControllerRevision[];
  readonly orphanRevisions: readonly ControllerRevision[];
  /** The revision that holds the template as it is now, if it was recorded already; and the others. */
  readonly sameRevision: ControllerRevision | undefined;
  readonly oldRevisions: readonly ControllerRevision[];
  /** The number that the template of now has to have: above those of all others. */
  readonly revisionNumber: number;
  /** The recorded revision of the template of now; undefined while that is still to be recorded or renumbered. */
  readonly currentRevision: ControllerRevision | undefined;
  /** What the label of an up-to-date Pod says. */
  readonly hash: string;
  readonly minReadySeconds: number;
  /** All Pods that count, whatever their node. */
  readonly pods: readonly Pod[];
  /** Hashes of all Pods that are there, ended and going ones too. */
  readonly liveHashes: ReadonlySet<string>;

  constructor(
    readonly set: DaemonSet,
    readonly reading: Reading,
    readonly nowMs: number,
    readonly backOffs: BackOffs = {},
    readonly beliefs = noBeliefs,
  ) {
    const { selector } = set.spec;
    this.minReadySeconds = set.spec.minReadySeconds ?? 0;
    const mine = managedBy<Pod>(reading, set, 'Pod');
    const isSelected = (pod: Pod) => selects(selector, pod.metadata.labels);
    this.strays = mine.filter((pod) => !isSelected(pod));
    this.orphans = orphanPods(reading, set, (pod) => !hasEnded(pod) && isSelected(pod));
    const claimed = mine.filter(isSelected);
    this.liveHashes = new Set(claimed.map(hashIn));
    // A Pod that has ended and is going has left its place; its kubelet only has to clear up.
    this.pods = claimed.filter((pod) => !(hasEnded(pod) && isTerminating(pod)));
    const byNode = new Map<string, Pod[]>();
    for (const pod of this.pods) {
      const node = targetNode(pod);
      if (node !== undefined) byNode.set(node, [...(byNode.get(node) ?? []), pod]);
    }
    const placement = placementIn(set, beliefs);
    this.places = reading.list<Node>('Node').map((node) => {
      const { name } = node.metadata;
      return { node: name, ...placement(node), pods: (byNode.get(name) ?? []).sort(byAge) };
    });
    const nodes = new Set(this.places.map(({ node }) => node));
    this.homeless = this.pods.filter(
      (pod) => !pod.spec.nodeName && !isTerminating(pod) && !nodes.has(targetNode(pod) ?? ''),
    );
    this.revisions = revisionsOf(reading, set);
    this.orphanRevisions = orphanRevisions(reading, set, selector);
    const same = revisionWith(this.revisions, set.spec.template);
    this.sameRevision = same;
    this.oldRevisions = this.revisions.filter((revision) => revision !== same);
    this.revisionNumber = nextRevision(this.oldRevisions);
    this.currentRevision = same && same.revision >= this.revisionNumber ? same : undefined;
    this.hash = this.currentRevision?.metadata.labels?.[revisionLabel] ?? '';
  }

  get newHash(): string {
    return hashOf(this.set.spec.template, this.set.status.collisionCount);
  }

  /** What a fact is believed to be, or is. */
  is(fact: (typeof daemonsetFacts)['names'][number], truth: boolean): boolean {
    return this.beliefs.ask(daemonsetFacts, fact, truth);
  }

  isUpdated(pod: Pod): boolean {
    return hashIn(pod) === this.hash;
  }

  isAvailable(pod: Pod): boolean {
    return isAvailable(pod, this.minReadySeconds, this.nowMs);
  }

  /** Ms for which a Failed Pod of this node has to stay, if it has to. Source: failedPodsBackoffKey. */
  backOffOf(node: string): number | undefined {
    return delayOf(this.backOffs, node, this.set.status.observedGeneration ?? 0, this.nowMs);
  }

  /**
   * When the set looks again for Pods that have become Available: a whole minReadySeconds from now, as long as some Ready Pod is
   * not, whenever that will be. Source: the end of updateDaemonSetStatus.
   */
  get nextLookInMs(): number | undefined {
    const waits = this.pods.some((pod) => isReady(pod) && !this.isAvailable(pod));
    return waits ? this.minReadySeconds * 1000 : undefined;
  }
}

export const hashIn = (pod: Pod): string => pod.metadata.labels?.[revisionLabel] ?? '';
export const isAlive = (pod: Pod): boolean => !isTerminating(pod);
