import { ApiServer } from './api/server';
import { Chance } from './chance';
import type { Command, KubeletCommand, ProbeCommand, Result, TimedCommand } from './command';
import type { Controller, Write } from './controllers/controller';
import { endpointsliceController } from './controllers/endpointslice.machine';
import { garbageCollector } from './controllers/garbage-collector.machine';
import { persistentvolumeController } from './controllers/persistentvolume.machine';
import { scheduler } from './controllers/scheduler.machine';
import { statefulsetController } from './controllers/statefulset';
import { DueQueue } from './due';
import { eventFor } from './events';
import type { Cause, Entry, WriteEntry } from './journal';
import { isTerminating, keyFor, keyOf, kindOf } from './keys';
import { begin, type Later, type PodLife, probe, type Reaction, take } from './kubelet/kubelet';
import { play } from './kubelet/played';
import { notFound, refuse } from './api/refusal';
import type { Event, KubeObject, Manifest, Node, Pod } from './objects';
import { type Reading, Store } from './store';

export interface NodeOptions {
  readonly name: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly pods?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface ClusterOptions {
  readonly seed: number;
  readonly nodes: readonly NodeOptions[];
  /** `modelled`: Pods live by themselves, in time. `played`: each step of theirs is a command. */
  readonly kubelet?: 'modelled' | 'played';
}

type Work =
  | { readonly type: 'sync'; readonly controller: number; readonly key: string }
  | { readonly type: 'begin'; readonly key: string; readonly uid: string; readonly because: number }
  | { readonly type: 'pod'; readonly key: string; readonly uid: string; readonly message: Later['message']; readonly because: number };

/** Where a machine stands, and what brought it there. */
export interface MachineState {
  readonly state: string;
  readonly rule: string;
  readonly about?: string;
  /** Sequence of the journal entry that says so. */
  readonly entry: number;
}

const controllers: readonly Controller[] = [statefulsetController, persistentvolumeController, scheduler, endpointsliceController, garbageCollector];
const watchersOf = new Map<string, readonly (readonly [number, Controller])[]>();
for (const kind of new Set(controllers.flatMap((c) => c.kinds))) {
  watchersOf.set(kind, controllers.flatMap((c, i) => (c.kinds.includes(kind) ? [[i, c] as const] : [])));
}

/** Syncs and messages at one moment: more means that two machines answer each other for ever. */
const maxStepsPerMoment = 200_000;
const kubeletSeesAfterMs = 6;

/**
 * One cluster: its objects, its clock, its chance and the machines that keep it. Deterministic: the same options and the
 * same commands at the same moments make the same journal, byte for byte, wherever it runs.
 * `copy` gives a checkpoint; nothing that two copies share is ever changed.
 */
export class Cluster {
  private store = new Store();
  private due = new DueQueue<Work>();
  /** Syncs that are due, by controller and key, with the entry that asked last. */
  private asked = new Map<string, number>();
  private states = new Map<string, MachineState>();
  private lives = new Map<string, PodLife>();
  private counters = { resourceVersion: 0, clusterIP: 0 };
  private addresses = new Map<string, number>();
  private chance: Chance;
  private now = 0;
  private stepsNow = 0;
  private entries: Entry[] = [];
  private api: ApiServer;
  private log: TimedCommand[] = [];

  constructor(readonly options: ClusterOptions) {
    this.chance = new Chance(options.seed | 0);
    this.api = this.newApi();
    const cause: Cause = { by: 'cluster' };
    for (const manifest of beginnings(options.nodes)) {
      const made = this.api.create(manifest, cause);
      if (made.ok && manifest.status) this.api.update({ ...made.value, status: manifest.status }, 'status', cause);
    }
  }

  get nowMs(): number {
    return this.now;
  }

  get reading(): Reading {
    return this.store;
  }

  /** Everything that happened, in order. */
  get journal(): readonly Entry[] {
    return this.entries;
  }

  get commands(): readonly TimedCommand[] {
    return this.log;
  }

  /** When the next piece of work is due, ms; undefined when everything rests. */
  get nextDueMs(): number | undefined {
    return this.due.peek()?.atMs;
  }

  /** Where the machine of an object stands: `stateOf('statefulset', 'StatefulSet/default/web')`. */
  stateOf(machine: string, key: string): MachineState | undefined {
    return this.states.get(`${machine}:${key}`);
  }

  /** The kubelet's machine of one life of a Pod, by the Pod's uid. */
  lifeOf(uid: string): PodLife | undefined {
    return this.lives.get(uid);
  }

  /** Does a command now. A refusal is the API server's own; it is journalled and nothing else happens. */
  do(command: Command): Result<KubeObject | undefined> {
    this.log.push({ atMs: this.now, command });
    const sequence = this.entries.length;
    this.entries.push({ type: 'command', sequence, atMs: this.now, command, cause: { by: 'you' } });
    const result = this.execute(command, { by: 'you', because: sequence });
    if (!result.ok) this.entries[sequence] = { type: 'command', sequence, atMs: this.now, command, cause: { by: 'you' }, refused: result.status };
    return result;
  }

  /** Does the next piece of due work, if it is due by `untilMs`. Returns false, with the clock untouched, if none is. */
  step(untilMs = Number.POSITIVE_INFINITY): boolean {
    const next = this.due.peek();
    if (!next || next.atMs > untilMs) return false;
    this.due.take();
    this.stepsNow = next.atMs > this.now ? 0 : this.stepsNow + 1;
    if (this.stepsNow > maxStepsPerMoment) throw new Error(`more than ${maxStepsPerMoment} steps at ${this.now} ms: the machines answer each other for ever`);
    this.now = Math.max(this.now, next.atMs);
    this.work(next.work);
    return true;
  }

  /** Does everything that is due until then and leaves the clock there. */
  run(untilMs: number): void {
    while (this.step(untilMs));
    this.now = Math.max(this.now, untilMs);
  }

  /** The same cluster at the same moment, on its own from here on. */
  copy(): Cluster {
    const copy: Cluster = Object.create(Cluster.prototype);
    Object.assign(copy, this, {
      store: this.store.copy(),
      due: this.due.copy(),
      asked: new Map(this.asked),
      states: new Map(this.states),
      lives: new Map(this.lives),
      counters: { ...this.counters },
      addresses: new Map(this.addresses),
      chance: new Chance(this.chance.state),
      entries: [...this.entries],
      log: [...this.log],
    });
    copy.api = copy.newApi();
    return copy;
  }

  private newApi(): ApiServer {
    const cluster = this;
    return new ApiServer({
      get store() {
        return cluster.store;
      },
      get chance() {
        return cluster.chance;
      },
      nowMs: () => cluster.now,
      next: (counter) => ++cluster.counters[counter],
      written: (entry) => cluster.written(entry),
    });
  }

  private written(write: Omit<WriteEntry, 'sequence' | 'type' | 'atMs'>): void {
    const sequence = this.entries.length;
    this.entries.push({ type: 'write', sequence, atMs: this.now, ...write });
    const kind = kindOf(write.key);
    for (const [index, controller] of watchersOf.get(kind) ?? []) {
      for (const key of controller.concerns(write, this.store)) this.ask(index, key, sequence, controller.delayMs);
    }
    if (kind === 'Pod' && this.options.kubelet !== 'played') this.tellKubelet(write, sequence);
  }

  private ask(controller: number, key: string, because: number, afterMs: number): void {
    const slot = `${controller}:${key}`;
    if (!this.asked.has(slot)) this.due.add(this.now + afterMs, { type: 'sync', controller, key });
    this.asked.set(slot, because);
  }

  private work(work: Work): void {
    if (work.type === 'sync') this.sync(work.controller, work.key);
    else this.podWork(work);
  }

  private sync(index: number, key: string): void {
    const controller = controllers[index];
    const slot = `${index}:${key}`;
    const because = this.asked.get(slot);
    this.asked.delete(slot);
    if (!controller) return;
    const machine = `${controller.machine ?? controller.name}:${key}`;
    const before = this.states.get(machine);
    const result = controller.sync(key, { reading: this.store, nowMs: this.now, chance: this.chance, state: before?.state });
    const on = key.split('#')[0] ?? key;
    const cause: Cause = { by: controller.name, on, ...(result.rule && { rule: result.rule }), ...(because !== undefined && { because }) };
    if (result.state !== undefined && result.rule !== undefined) this.transitioned(controller, key, before, result.state, result.rule, result.about, cause, result.writes.length > 0);
    const refused = result.writes.filter((write) => !this.carryOut(write, cause)).length;
    if (refused > 0) this.ask(index, key, because ?? 0, controller.delayMs);
    if (result.againAfterMs !== undefined) this.due.add(this.now + result.againAfterMs, { type: 'sync', controller: index, key });
  }

  private transitioned(controller: Controller, key: string, before: MachineState | undefined, state: string, rule: string, about: string | undefined, cause: Cause, writes: boolean): void {
    const isSame = before?.state === state && before.rule === rule && before.about === about;
    if (!controller.machine || (isSame && !writes)) return;
    const entry = this.entries.length;
    const from = before?.state ?? state;
    this.entries.push({ type: 'transition', sequence: entry, atMs: this.now, machine: controller.machine, key, from, to: state, guard: rule, ...(about && { about }), cause });
    this.states.set(`${controller.machine}:${key}`, { state, rule, ...(about && { about }), entry });
  }

  /** False when the API server refused: somebody was faster, and the sync is asked again. */
  private carryOut(write: Write, cause: Cause): boolean {
    switch (write.do) {
      case 'create':
        return this.api.create(write.object, cause).ok;
      case 'update':
        return this.api.update(this.fresh(write.object), 'spec', cause).ok;
      case 'updateStatus':
        return this.api.update(this.fresh(write.object), 'status', cause).ok;
      case 'bind':
        return this.api.bind(write.object as Pod, write.node, cause).ok;
      case 'delete': {
        const { kind, metadata } = write.object;
        const options = { uid: metadata.uid, gracePeriodSeconds: write.gracePeriodSeconds };
        const { ok } = this.api.delete({ kind, namespace: metadata.namespace ?? '', name: metadata.name }, options, cause);
        return ok || !this.store.get(keyOf(write.object));
      }
      case 'event':
        this.recordEvent(write, cause);
        return true;
    }
  }

  /** Two writes of one sync to one object are one after the other: the second starts from what the first left. */
  private fresh(object: KubeObject): KubeObject {
    const stored = this.store.get(keyOf(object));
    if (!stored || stored.metadata.uid !== object.metadata.uid) return object;
    return { ...object, metadata: { ...object.metadata, resourceVersion: stored.metadata.resourceVersion } };
  }

  private recordEvent(write: Extract<Write, { do: 'event' }>, cause: Cause): void {
    const event = eventFor(write, cause.by, this.now, (key) => this.store.get<Event>(key));
    if ('uid' in event.metadata) this.api.update(event as Event, 'spec', cause);
    else this.api.create(event as Manifest, cause);
  }

  private execute(command: Command, cause: Cause): Result<KubeObject | undefined> {
    const namespace = command.namespace ?? 'default';
    switch (command.verb) {
      case 'apply':
        return this.api.apply(command.object, cause);
      case 'create':
        return this.api.create(command.object, cause);
      case 'scale':
        return this.api.patch({ ...command, namespace }, 'merge', { spec: { replicas: command.replicas } }, cause);
      case 'patch':
        return this.api.patch({ ...command, namespace }, command.type, command.body, cause);
      case 'delete':
        return this.api.delete({ ...command, namespace }, command, cause);
      default:
        return this.onPod(command, namespace, cause);
    }
  }

  private onPod(command: ProbeCommand | KubeletCommand, namespace: string, cause: Cause): Result<KubeObject | undefined> {
    const pod = this.store.get<Pod>(keyFor('Pod', namespace, command.pod));
    if (!pod) return refuse(notFound('pods', command.pod));
    if (command.verb === 'kubelet') {
      for (const write of play(pod, command, this.now, () => this.newIP(pod), this.hostIP(pod))) this.carryOut(write, { ...cause, by: 'kubelet' });
      return { ok: true, value: this.store.get(keyOf(pod)) };
    }
    const life = this.lives.get(pod.metadata.uid);
    const type = command.verb === 'failReadiness' ? 'toldToFail' : 'toldToMend';
    if (life) this.reacted(pod, take(pod, life, { type }, this.around(pod)), { ...cause, on: keyOf(pod) });
    return { ok: true, value: pod };
  }

  private tellKubelet({ key, before, after }: Pick<WriteEntry, 'key' | 'before' | 'after'>, because: number): void {
    if (!after) {
      if (before) this.lives.delete(before.metadata.uid);
      return;
    }
    const pod = after as Pod;
    const { uid } = pod.metadata;
    const wasBound = (before as Pod | undefined)?.spec.nodeName;
    if (pod.spec.nodeName && !wasBound) this.due.add(this.now + kubeletSeesAfterMs, { type: 'begin', key, uid, because });
    if (pod.spec.nodeName && isTerminating(pod) && !(before && isTerminating(before))) {
      this.due.add(this.now + kubeletSeesAfterMs, { type: 'pod', key, uid, message: { type: 'deleted' }, because });
    }
  }

  private podWork(work: Extract<Work, { type: 'begin' | 'pod' }>): void {
    const pod = this.store.get<Pod>(work.key);
    if (!pod || pod.metadata.uid !== work.uid) return;
    const cause: Cause = { by: 'kubelet', on: work.key, because: work.because };
    const life = this.lives.get(work.uid);
    if (work.type === 'begin') return this.reacted(pod, begin(pod, this.around(pod)), cause);
    if (!life) return;
    if (work.message.type !== 'probe') return this.reacted(pod, take(pod, life, work.message, this.around(pod)), cause);
    if (life.probeAtMs === this.now) this.reacted(pod, probe(pod, life, this.around(pod)), cause);
  }

  private reacted(pod: Pod, reaction: Reaction, cause: Cause): void {
    const key = keyOf(pod);
    const { uid } = pod.metadata;
    this.lives.set(uid, reaction.life);
    let because = cause.because ?? this.entries.length;
    if (reaction.from !== reaction.life.state) {
      because = this.entries.length;
      this.entries.push({ type: 'transition', sequence: because, atMs: this.now, machine: 'pod', key, from: reaction.from, to: reaction.life.state, guard: 'kubelet', cause });
      this.states.set(`pod:${key}`, { state: reaction.life.state, rule: 'kubelet', entry: because });
    }
    for (const write of reaction.writes) this.carryOut(write, cause);
    for (const { afterMs, message } of reaction.later) this.due.add(this.now + afterMs, { type: 'pod', key, uid, message, because });
  }

  private around(pod: Pod) {
    return { nowMs: this.now, chance: this.chance, hostIP: this.hostIP(pod), newIP: () => this.newIP(pod) };
  }

  private nodeIndex(name: string): number {
    return this.options.nodes.findIndex((node) => node.name === name);
  }

  private hostIP(pod: Pod): string | undefined {
    const index = this.nodeIndex(pod.spec.nodeName ?? '');
    return index < 0 ? undefined : `192.168.0.${11 + index}`;
  }

  private newIP(pod: Pod): string {
    const node = pod.spec.nodeName ?? '';
    const n = this.addresses.get(node) ?? 0;
    this.addresses.set(node, n + 1);
    return `10.244.${Math.max(0, this.nodeIndex(node)) & 255}.${2 + (n % 253)}`;
  }
}

/** What is there before anybody does anything: nodes, and the two storage classes of the recordings. */
function beginnings(nodes: readonly NodeOptions[]): Manifest[] {
  const classOf = (name: string, volumeBindingMode: string): Manifest => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: 'podium.dev/always', volumeBindingMode });
  return [...nodes.map(newNode), classOf('late', 'WaitForFirstConsumer'), classOf('standard', 'Immediate')];
}

function newNode(options: NodeOptions, index: number): Manifest {
  const allocatable = { cpu: options.cpu ?? '4', memory: options.memory ?? '8Gi', pods: options.pods ?? '110' };
  const node: Omit<Node, 'metadata' | 'status'> & { metadata: Manifest['metadata'] } = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: options.name, labels: { 'kubernetes.io/hostname': options.name, ...options.labels } },
    spec: { podCIDR: `10.244.${index & 255}.0/24` },
  };
  return { ...node, status: { capacity: allocatable, allocatable, conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }] } };
}
