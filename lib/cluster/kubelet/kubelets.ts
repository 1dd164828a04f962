import type { Chance } from '../chance';
import type { KubeletCommand, ProbeCommand } from '../command';
import type { Write } from '../controllers/controller';
import type { Cause, WriteEntry } from '../journal';
import { isTerminating, keyOf } from '../keys';
import type { Node, Pod } from '../objects';
import { begin, type Later, type PodLife, probe, type Reaction, take } from './kubelet';
import { play } from './played';

/** A message on its way to the kubelet of a Pod's node. `begin` is the Pod's arrival there. */
export interface PodWork {
  readonly type: 'pod';
  readonly key: string;
  readonly uid: string;
  readonly message: Later['message'] | { readonly type: 'begin' };
  readonly because: number;
}

/** What the kubelets need from the cluster around them. */
export interface Nodes {
  readonly chance: Chance;
  nowMs(): number;
  pod(key: string): Pod | undefined;
  node(name: string): Node | undefined;
  /** Whether the node's kubelet is cut off from the API server. */
  isSilent(node: string): boolean;
  later(afterMs: number, work: PodWork): void;
  carryOut(write: Write, cause: Cause): void;
  /** Journals that a Pod's machine moved; gives the entry's sequence. */
  moved(key: string, from: string, to: string, cause: Cause): number;
}

const seesAfterMs = 6;

/** The kubelets of all nodes: one machine for each Pod that has a node, and the addresses that each node gives out. */
export class Kubelets {
  constructor(
    private readonly around: Nodes,
    private readonly lives = new Map<string, PodLife>(),
    private readonly addresses = new Map<string, number>(),
  ) {}

  copy(around: Nodes): Kubelets {
    return new Kubelets(around, new Map(this.lives), new Map(this.addresses));
  }

  lifeOf(uid: string): PodLife | undefined {
    return this.lives.get(uid);
  }

  /** Told of every write to a Pod: its node's kubelet sees it a little later. */
  see({ key, before, after }: Pick<WriteEntry, 'key' | 'before' | 'after'>, because: number): void {
    if (!after) {
      if (before) this.lives.delete(before.metadata.uid);
      return;
    }
    const pod = after as Pod;
    if (!pod.spec.nodeName) return;
    const work = { type: 'pod', key, uid: pod.metadata.uid, because } as const;
    if (!(before as Pod | undefined)?.spec.nodeName)
      this.around.later(seesAfterMs, { ...work, message: { type: 'begin' } });
    if (!isTerminating(pod)) return;
    const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
    const earlier = before && isTerminating(before) ? before.metadata.deletionGracePeriodSeconds : undefined;
    if (earlier === undefined) this.around.later(seesAfterMs, { ...work, message: { type: 'deleted' } });
    else if (graceMs < earlier * 1000)
      this.around.later(seesAfterMs + graceMs, { ...work, message: { type: 'exited', exitCode: 137 } });
  }

  /** A message is due. It is lost if its Pod is gone, or is another one of that name by now. */
  work({ key, uid, message, because }: PodWork): void {
    const pod = this.around.pod(key);
    if (pod?.metadata.uid !== uid) return;
    const cause: Cause = { by: 'kubelet', on: key, because };
    const life = this.lives.get(uid);
    if (message.type === 'begin') this.reacted(pod, begin(pod, this.surroundings(pod)), cause);
    else if (!life) return;
    else if (message.type !== 'probe')
      this.reacted(pod, take(pod, life, message, this.surroundings(pod)), cause);
    else if (life.probeAtMs === this.around.nowMs())
      this.reacted(pod, probe(pod, life, this.surroundings(pod)), cause);
  }

  /** Somebody breaks or mends a Pod's readiness probe. */
  fault(pod: Pod, { verb }: ProbeCommand, cause: Cause): void {
    const life = this.lives.get(pod.metadata.uid);
    const message = { type: verb === 'failReadiness' ? 'toldToFail' : 'toldToMend' } as const;
    if (life) this.reacted(pod, take(pod, life, message, this.surroundings(pod)), cause);
  }

  /** A played kubelet does what it is told. */
  play(pod: Pod, command: KubeletCommand, cause: Cause): void {
    const writes = play(pod, command, this.around.nowMs(), () => this.newIP(pod), this.hostIP(pod));
    for (const write of writes) this.around.carryOut(write, cause);
  }

  private reacted(pod: Pod, { life, from, writes, later }: Reaction, cause: Cause): void {
    const key = keyOf(pod);
    const { uid } = pod.metadata;
    this.lives.set(uid, life);
    const moved = from === life.state ? undefined : this.around.moved(key, from, life.state, cause);
    for (const write of writes) this.around.carryOut(write, cause);
    const because = moved ?? cause.because ?? 0;
    for (const { afterMs, message } of later)
      this.around.later(afterMs, { type: 'pod', key, uid, message, because });
  }

  private surroundings(pod: Pod) {
    const { chance } = this.around;
    return { nowMs: this.around.nowMs(), chance, hostIP: this.hostIP(pod), newIP: () => this.newIP(pod) };
  }

  private nodeOf(pod: Pod): Node | undefined {
    return this.around.node(pod.spec.nodeName ?? '');
  }

  private hostIP(pod: Pod): string | undefined {
    return this.nodeOf(pod)?.status.addresses?.find(({ type }) => type === 'InternalIP')?.address;
  }

  /** The next address of the Pod's node, from its podCIDR, a /24. */
  private newIP(pod: Pod): string {
    const node = pod.spec.nodeName ?? '';
    const n = this.addresses.get(node) ?? 0;
    this.addresses.set(node, n + 1);
    const [network = '10.244.0'] = (this.nodeOf(pod)?.spec.podCIDR ?? '').split(/\.\d+\//).filter(Boolean);
    return `${network}.${2 + (n % 253)}`;
  }
}
