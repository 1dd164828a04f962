import type { NodeOptions } from '../beginnings';
import type { ExecCommand, FaultCommand, KubeletCommand } from '../command';
import type { Cause, WriteEntry } from '../journal';
import { isTerminating, keyOf } from '../keys';
import type { Node, Pod } from '../objects';
import { hasEnded } from '../pods';
import { answerOf, exec } from './exec';
import { askedAgain, begin, fault, mended, take, told } from './kubelet';
import type { Disks, KubeletAround, PodLife, Reaction } from './life';
import { socketsIn } from './listening';
import { setsUpNetwork } from './node-network';
import { postStatus } from './node-status';
import type { Instance, Nodes, PodWork } from './nodes';
import { play } from './played';
import { isWorking } from './pod.machine';
import type { Ran } from './program';
import { isOutdated, isReconciled } from './reconcile';
import { looksAtMsOf } from './relist';
import type { SlowStart } from './slow-starts';
import { nodeSockets, type Socket } from './sockets';
import { Step } from './step';
import { isAlive } from './stop';
import { foundBy, tellsWhoTurned, withTurned } from './turned';

const seesAfterMs = 6;

/** The kubelets of all nodes: the life of each Pod that has a node, and the addresses that each node gives out. */
export class Kubelets {
  constructor(
    private readonly around: Nodes,
    private readonly lives = new Map<string, PodLife>(),
    private readonly addresses = new Map<string, number>(),
    private readonly withoutNetwork = new Set<string>(),
    private readonly disks = new Map<string, readonly string[]>(),
  ) {}

  copy(around: Nodes): Kubelets {
    const { lives, addresses, withoutNetwork, disks } = this;
    return new Kubelets(around, new Map(lives), new Map(addresses), new Set(withoutNetwork), new Map(disks));
  }

  /** A machine becomes a node. */
  join({ name, network }: NodeOptions): void {
    if (network === 'none') this.withoutNetwork.add(name);
    else this.withoutNetwork.delete(name);
  }

  hasNetwork(node: string): boolean {
    return !this.withoutNetwork.has(node);
  }

  lifeOf(uid: string): PodLife | undefined {
    return this.lives.get(uid);
  }

  /** Told of every write to a Pod: its node's kubelet sees it a little later. */
  see({ key, before, after }: Pick<WriteEntry, 'key' | 'before' | 'after'>, because: number): void {
    const pod = (after ?? before) as Pod;
    const { nodeName } = pod.spec;
    if (!nodeName) return;
    const send = (message: PodWork['message']) =>
      this.around.later(seesAfterMs, { type: 'pod', key, uid: pod.metadata.uid, message, because });
    if (!after) {
      this.forget(pod, send);
      return;
    }
    const old = before as Pod | undefined;
    if (!old?.spec.nodeName) {
      if (this.around.node(nodeName)) send({ type: 'begin' });
    } else if (isReconciled(pod, old)) send({ type: 'changed' });
    if (!isTerminating(pod)) return;
    const graceSeconds = pod.metadata.deletionGracePeriodSeconds ?? 0;
    const earlier = old && isTerminating(old) ? (old.metadata.deletionGracePeriodSeconds ?? 0) : undefined;
    if (earlier === undefined || graceSeconds < earlier) send({ type: 'deleted' });
  }

  /** A message is due. It is lost if its Pod is gone, or is another one of that name by now. */
  work({ key, uid, message, because }: PodWork): void {
    const cause: Cause = { by: 'kubelet', on: key, because };
    if (message.type === 'removed') {
      this.killForgotten(message.pod, cause);
      return;
    }
    const pod = this.around.pod(key);
    if (pod?.metadata.uid !== uid) return;
    const life = this.lives.get(uid);
    const around = this.surroundings(pod);
    const isHearsay = message.type === 'begin' || message.type === 'deleted' || message.type === 'changed';
    if (isHearsay && around.isSilent) return;
    if (message.type === 'begin') {
      if (!life && !hasEnded(pod)) this.reacted(pod, begin(pod, around), cause);
    } else if (life) {
      const reaction = take(pod, life, message, around);
      this.reacted(
        pod,
        message.type === 'probe' ? tellsWhoTurned(reaction, message, cause) : reaction,
        cause,
      );
    }
  }

  /** Does something to Pods. What their probes find otherwise since is its doing, whenever they ask. */
  private turning(pods: readonly Pod[], { because }: Cause, act: () => void): void {
    const lookAt = (pod: Pod) => {
      const life = this.lives.get(pod.metadata.uid);
      return life && { life, found: foundBy(new Step(pod, life, this.surroundings(pod))) };
    };
    const before = pods.map(lookAt);
    act();
    for (const [at, pod] of pods.entries()) {
      const [was, is] = [before[at], lookAt(pod)];
      if (was && is && because !== undefined)
        this.lives.set(pod.metadata.uid, withTurned(is.life, was.found, is.found, because));
    }
  }

  /** The node's kubelet can speak again: it tells what it could not, and learns what it missed. */
  heard(node: string, cause: Cause): void {
    for (const pod of this.around.pods().filter(({ spec }) => spec.nodeName === node)) {
      const key = keyOf(pod);
      const { uid } = pod.metadata;
      const because = cause.because ?? 0;
      const life = this.lives.get(uid);
      const send = (message: PodWork['message']) =>
        this.around.later(seesAfterMs, { type: 'pod', key, uid, message, because });
      const writes = life ? told(pod, life, this.surroundings(pod)) : [];
      for (const write of writes) this.around.carryOut(write, { ...cause, by: 'kubelet', on: key });
      if (!life) send({ type: 'begin' });
      else if (isOutdated(pod, life)) send({ type: 'changed' });
      if (isTerminating(pod)) send({ type: 'deleted' });
    }
  }

  /** Somebody breaks or mends what a Pod's programs answer, or ends one of them. */
  fault(pod: Pod, command: FaultCommand, cause: Cause): void {
    const life = this.lives.get(pod.metadata.uid);
    if (!life) return;
    const around = this.surroundings(pod);
    this.turning([pod], cause, () => this.reacted(pod, fault(pod, life, around, command), cause));
  }

  /** What slowed the Pod's starts is mended: those that are under way are through. */
  mended(pod: Pod, slow: SlowStart, cause: Cause): void {
    const life = this.lives.get(pod.metadata.uid);
    if (!life) return;
    const around = this.surroundings(pod);
    this.turning([pod], cause, () => this.reacted(pod, mended(pod, life, around, slow), cause));
  }

  /** Runs a command in a container; undefined when it does not run, or its node is not heard. */
  exec(pod: Pod, command: ExecCommand, cause: Cause): Ran | undefined {
    const life = this.lives.get(pod.metadata.uid);
    const around = this.surroundings(pod);
    const done = life && !around.isSilent ? exec(pod, life, around, command) : undefined;
    if (done) this.turning([pod], cause, () => this.reacted(pod, done.reaction, cause));
    return done?.ran;
  }

  /** What a command would do in a container now; nothing of it is done. */
  answerOf(pod: Pod, command: ExecCommand): Ran | undefined {
    const life = this.lives.get(pod.metadata.uid);
    const around = this.surroundings(pod);
    return life && !around.isSilent ? answerOf(pod, life, around, command) : undefined;
  }

  /** What an instance of a container wrote of its end, beyond what its exit code says; undefined when that is all. */
  wrote({ uid, container, containerID }: Instance): string | undefined {
    const { context } = this.lives.get(uid)?.containers[container] ?? {};
    return [context?.exit, context?.before].find((exit) => exit?.containerID === containerID)?.wrote;
  }

  /** A played kubelet does what it is told. */
  play(pod: Pod, command: KubeletCommand, cause: Cause): void {
    for (const write of play(pod, command, this.surroundings(pod))) this.around.carryOut(write, cause);
  }

  private reacted(pod: Pod, { life, moves, writes, later, disks }: Reaction, cause: Cause): void {
    const key = keyOf(pod);
    const { uid } = pod.metadata;
    this.lives.set(uid, life);
    let because = cause.because ?? 0;
    for (const { from, to, guard } of moves) because = this.around.moved(key, from, to, guard, cause);
    for (const write of writes) this.around.carryOut(write, cause);
    for (const { afterMs, message } of later)
      this.around.later(afterMs, { type: 'pod', key, uid, message, because });
    if (disks) this.written(pod, disks, cause);
    this.findNetwork(key, cause);
  }

  /** PersistentVolumes, or nodes, have other files now: what other Pods are asked about them may be answered otherwise. */
  private written(by: Pod, disks: Disks, cause: Cause): void {
    const others = this.around
      .pods()
      .filter(({ metadata: { uid } }) => uid !== by.metadata.uid && this.lives.has(uid))
      .filter(({ spec }) => spec.volumes?.some((volume) => volume.persistentVolumeClaim || volume.hostPath));
    this.turning(others, cause, () => {
      for (const [disk, files] of Object.entries(disks)) this.disks.set(disk, files);
      for (const pod of others) {
        const life = this.lives.get(pod.metadata.uid);
        if (life) this.reacted(pod, askedAgain(pod, life, this.surroundings(pod)), cause);
      }
    });
  }

  /** Once a Pod that sets up the network runs, its node has one: the kubelet finds that, and says it. */
  private findNetwork(key: string, cause: Cause): void {
    const pod = this.around.pod(key);
    const name = pod?.spec.nodeName ?? '';
    if (!pod || this.hasNetwork(name) || pod.status.phase !== 'Running' || !setsUpNetwork(pod)) return;
    this.withoutNetwork.delete(name);
    const node = this.nodeOf(pod);
    if (!node || this.around.isSilent(name)) return;
    for (const write of postStatus(node, this.around.nowMs())) this.around.carryOut(write, cause);
  }

  /** The object is gone. A kubelet that did not end the Pod itself ends it now; one that is cut off does not know. */
  private forget(pod: Pod, send: (message: PodWork['message']) => void): void {
    const life = this.lives.get(pod.metadata.uid);
    if (!life) return;
    const isRunning = isWorking(life.state) && Object.values(life.containers).some(isAlive);
    if (isRunning && !this.around.isSilent(pod.spec.nodeName ?? '')) send({ type: 'removed', pod });
    else this.lives.delete(pod.metadata.uid);
  }

  private killForgotten(pod: Pod, cause: Cause): void {
    const life = this.lives.get(pod.metadata.uid);
    this.lives.delete(pod.metadata.uid);
    for (const { name } of [...(pod.spec.initContainers ?? []), ...pod.spec.containers]) {
      const container = life?.containers[name];
      if (!container || !isAlive(container)) continue;
      const list = pod.spec.containers.some((one) => one.name === name) ? 'containers' : 'initContainers';
      const fieldPath = `spec.${list}{${name}}`;
      const message = `Stopping container ${name}`;
      this.around.carryOut(
        { do: 'event', on: pod, fieldPath, type: 'Normal', reason: 'Killing', message },
        cause,
      );
    }
  }

  private surroundings(pod: Pod): KubeletAround {
    const { around } = this;
    return {
      nowMs: around.nowMs(),
      chance: around.chance,
      beliefs: around.beliefs,
      hostIP: this.hostIP(pod),
      looksAtMs: looksAtMsOf(Number(this.nodeOf(pod)?.spec.podCIDR?.split('.')[2] ?? 0)),
      isSilent: around.isSilent(pod.spec.nodeName ?? ''),
      lacksNetwork: !this.hasNetwork(pod.spec.nodeName ?? ''),
      newIP: () => this.newIP(pod),
      find: around.find,
      disk: (name) => this.disks.get(name) ?? [],
      answers: (host, port) => around.answers(pod.metadata.namespace ?? 'default', host, port),
      nodeSockets: () => this.nodeSockets(pod),
      slowStart: () => around.slowStartOf(pod),
    };
  }

  /** What is listened on in the network of the Pod's node, beside the Pod itself. */
  private nodeSockets({ spec, metadata }: Pod): readonly Socket[] {
    const ofPods = this.around.pods().flatMap((other) => {
      const life = this.lives.get(other.metadata.uid);
      const isBeside = other.spec.nodeName === spec.nodeName && other.metadata.uid !== metadata.uid;
      if (!life || !isBeside || !other.spec.hostNetwork) return [];
      return Object.keys(life.containers).flatMap((name) => socketsIn({ life }, name));
    });
    return [...nodeSockets, ...ofPods];
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
