import { type ApiCommand, carryOut, request } from './api/client';
import { badRequest, notFound, refuse } from './api/refusal';
import { ApiServer } from './api/server';
import { beginnings, type NodeOptions, newNode } from './beginnings';
import { type Belief, type Beliefs, beliefsOverTime, noBeliefs } from './belief';
import { checkBeliefs } from './believable';
import { Chance } from './chance';
import type {
  Command,
  ExecCommand,
  LoadCommand,
  NodeCommand,
  Result,
  StartCommand,
  TimedCommand,
} from './command';
import { controllers } from './controllers';
import type { Controller, Outside, SyncContext, Usage, Write } from './controllers/controller';
import { DueQueue } from './due';
import { EventLimits } from './events';
import { defaultFlags, type Flags } from './flags';
import { type Cause, causedByAll, type Entry, type WriteEntry } from './journal';
import { keyFor, keyOf, kindOf } from './keys';
import { kinds } from './kinds';
import { resourceOf } from './kinds/kind';
import { Kubelets } from './kubelet/kubelets';
import type { PodLife } from './kubelet/life';
import { postStatus } from './kubelet/node-status';
import type { Instance, Nodes, PodWork } from './kubelet/nodes';
import type { Ran } from './kubelet/program';
import { type SlowStart, SlowStarts, whyNoStart } from './kubelet/slow-starts';
import { Loads, nextRoundMs, roundMs, whyNoLoad } from './loads';
import type { KubeObject, Manifest, Node, Pod } from './objects';
import { answerOfService } from './service-answer';
import { type Reading, Store } from './store';
import { Syncs, type SyncWork } from './syncs';

export interface ClusterOptions {
  readonly seed: number;
  readonly nodes: readonly NodeOptions[];
  /** `modelled`: Pods live by themselves, in time. `played`: each step of theirs is a command. */
  readonly kubelet?: 'modelled' | 'played';
  readonly flags?: Partial<Flags>;
  /** Whether a metrics-server runs, as it does unless said otherwise. */
  readonly metricsServer?: boolean;
  /** What is otherwise than in Kubernetes. A belief that no machine can have throws. */
  readonly beliefs?: readonly Belief[];
}

/** A belief begins. */
interface BeliefWork {
  readonly type: 'belief';
  readonly machine: string;
}

/** The metrics-server measures what the loads make of the Pods. */
interface RoundWork {
  readonly type: 'round';
}

type Work = SyncWork | PodWork | BeliefWork | RoundWork;

/** Where a machine stands, and what brought it there. */
export interface MachineState {
  readonly state: string;
  readonly rule: string;
  readonly about?: string;
  /** Sequence of the journal entry that says so. */
  readonly entry: number;
}

/** Machines that stand somewhere for an object, as long as it is there. */
const machines = ['pod', ...controllers.flatMap((controller) => controller.machine ?? [])];
const watchersOf = new Map<string, readonly (readonly [number, Controller])[]>();
for (const kind of new Set(controllers.flatMap((c) => c.kinds))) {
  watchersOf.set(
    kind,
    controllers.flatMap((c, i) => (c.kinds.includes(kind) ? [[i, c] as const] : [])),
  );
}

type PodCommand = Extract<Command, { readonly pod: string }>;
const isOnPod = (command: Command): command is PodCommand => 'pod' in command;
const isOnStart = (command: Command): command is StartCommand & Command =>
  command.verb === 'slowStart' || command.verb === 'mendStart';
const isOnNode = (command: Command): command is NodeCommand & Command =>
  'node' in command || command.verb === 'metrics';

/** Syncs and messages at one moment: more means that two machines answer each other for ever. */
const maxStepsPerMoment = 200_000;

/**
 * One cluster: its objects, its clock, its chance and the machines that keep it. Deterministic: the same options and the
 * same commands at the same moments make the same journal, byte for byte, wherever it runs.
 * `copy` gives a checkpoint; nothing that two copies share is ever changed.
 */
export class Cluster {
  private store = new Store();
  private due = new DueQueue<Work>();
  private syncs = new Syncs();
  private states = new Map<string, MachineState>();
  /** What controllers keep in their own memory, by machine and key: values. */
  private memories = new Map<string, unknown>();
  private limits = new EventLimits();
  /** Nodes whose kubelet is cut off, with the moment, ms. */
  private silences = new Map<string, number>();
  private slowStarts = new SlowStarts();
  private loads = new Loads();
  /** What the metrics API says, by the key of a Pod. */
  private usage = new Map<string, Usage>();
  private flags: Flags;
  private outside: Outside;
  private counters = { resourceVersion: 0, clusterIP: 0, node: 0 };
  private chance: Chance;
  private readonly believedAt: (nowMs: number) => Beliefs;
  private now = 0;
  private stepsNow = 0;
  private entries: Entry[] = [];
  private api: ApiServer;
  private kubelets: Kubelets;
  private log: TimedCommand[] = [];

  constructor(readonly options: ClusterOptions) {
    checkBeliefs(options.beliefs ?? []);
    this.believedAt = beliefsOverTime(options.beliefs ?? []);
    this.chance = new Chance(options.seed | 0);
    this.flags = { ...defaultFlags, ...options.flags };
    this.outside = this.newOutside();
    this.api = this.newApi();
    this.kubelets = new Kubelets(this.nodes());
    const cause: Cause = { by: 'cluster' };
    this.counters.node = options.nodes.length;
    for (const node of options.nodes) this.kubelets.join(node);
    for (const manifest of beginnings(options.nodes)) this.register(manifest, cause);
    for (const { machine, sinceMs = 0 } of options.beliefs ?? [])
      if (sinceMs > 0) this.due.add(sinceMs, { type: 'belief', machine });
  }

  get nowMs(): number {
    return this.now;
  }

  get reading(): Reading {
    return this.store;
  }

  /** What is otherwise than in Kubernetes at this moment. */
  get beliefs(): Beliefs {
    return this.believedAt(this.now);
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

  /** What a controller keeps of an object in its own memory, outside the API; undefined when it keeps nothing. */
  memoryOf(machine: string, key: string): unknown {
    return this.memories.get(`${machine}:${key}`);
  }

  /** The kubelet's machine of one life of a Pod, by the Pod's uid. */
  lifeOf(uid: string): PodLife | undefined {
    return this.kubelets.lifeOf(uid);
  }

  /** Does a command now. A refusal is the API server's own; it is journalled and nothing else happens. */
  do(command: Command): Result<KubeObject | undefined> {
    this.log.push({ atMs: this.now, command });
    const sequence = this.entries.length;
    const entry = { type: 'command', sequence, atMs: this.now, command, cause: { by: 'you' } } as const;
    this.entries.push(entry);
    const cause: Cause = { by: 'you', because: sequence };
    const result = this.carriedOut(command, cause);
    if (!result.ok) this.entries[sequence] = { ...entry, refused: result.status };
    return result;
  }

  private carriedOut(command: Command, cause: Cause): Result<KubeObject | undefined> {
    if (isOnPod(command)) return this.onPod(command, cause);
    if (isOnNode(command)) return this.onNode(command, cause);
    if (isOnStart(command)) return this.onStart(command, cause);
    if (command.verb === 'load') return this.onLoad(command);
    return request(this.api, command as ApiCommand, cause);
  }

  /** Does the next piece of due work, if it is due by `untilMs`. Returns false, with the clock untouched, if none is. */
  step(untilMs = Number.POSITIVE_INFINITY): boolean {
    const next = this.due.peek();
    if (!next || next.atMs > untilMs) return false;
    this.due.take();
    this.stepsNow = next.atMs > this.now ? 0 : this.stepsNow + 1;
    if (this.stepsNow > maxStepsPerMoment)
      throw new Error(
        `more than ${maxStepsPerMoment} steps at ${this.now} ms: the machines answer each other for ever`,
      );
    this.now = Math.max(this.now, next.atMs);
    const { work } = next;
    if (work.type === 'sync') this.sync(work);
    else if (work.type === 'belief') this.turn(work.machine);
    else if (work.type === 'round') this.round();
    else this.kubelets.work(work);
    return true;
  }

  /** Does everything that is due until then and leaves the clock there. */
  run(untilMs: number): void {
    while (this.step(untilMs));
    this.now = Math.max(this.now, untilMs);
  }

  /** Since when a node's kubelet has not been heard, ms; undefined while it is. */
  silentSinceMs(node: string): number | undefined {
    return this.silences.get(node);
  }

  /** By how much the starts of an object are slower, if that was said of it itself. */
  slowStartOf(object: KubeObject): SlowStart | undefined {
    return this.slowStarts.of(object);
  }

  /** By how much a Pod's containers start slower from now on, whoever of its owners that was said of. */
  slowStartAt(pod: Pod): SlowStart | undefined {
    return this.slowStarts.at(pod, this.store);
  }

  /** What the metrics API says of a Pod; undefined when it says nothing of it. */
  usageOf(podKey: string): Usage | undefined {
    return this.usage.get(podKey);
  }

  /** What a command would do in a container if it were run there now; undefined when the container does not run. */
  answerOf(command: ExecCommand & { readonly namespace?: string }): Ran | undefined {
    const pod = this.store.get<Pod>(keyFor('Pod', command.namespace ?? 'default', command.pod));
    return pod && this.kubelets.answerOf(pod, command);
  }

  /** What an instance of a container wrote of its end, beyond what its exit code says. */
  wrote(instance: Instance): string | undefined {
    return this.kubelets.wrote(instance);
  }

  /** The same cluster at the same moment, on its own from here on. */
  copy(): Cluster {
    const copy: Cluster = Object.create(Cluster.prototype);
    Object.assign(copy, this, {
      store: this.store.copy(),
      due: this.due.copy(),
      syncs: this.syncs.copy(),
      states: new Map(this.states),
      memories: new Map(this.memories),
      limits: this.limits.copy(),
      silences: new Map(this.silences),
      slowStarts: this.slowStarts.copy(),
      loads: this.loads.copy(),
      usage: new Map(this.usage),
      counters: { ...this.counters },
      chance: this.chance.copy(),
      entries: [...this.entries],
      log: [...this.log],
    });
    copy.outside = copy.newOutside();
    copy.api = copy.newApi();
    copy.kubelets = this.kubelets.copy(copy.nodes());
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
    if (!write.after) for (const machine of machines) this.forget(`${machine}:${write.key}`);
    for (const [index, controller] of watchersOf.get(kind) ?? []) {
      for (const key of controller.concerns(write, this.store, this.beliefs))
        this.ask(index, key, sequence, controller.delayAfter?.(write) ?? controller.delayMs);
    }
    if (kind === 'Pod' && this.options.kubelet !== 'played') this.kubelets.see(write, sequence);
  }

  private forget(slot: string): void {
    this.states.delete(slot);
    this.memories.delete(slot);
  }

  private ask(controller: number, key: string, because: number, afterMs: number): void {
    const added = this.syncs.ask({ controller, key }, because, this.now + afterMs);
    if (added) this.due.add(added.atMs, added.work);
  }

  /** A machine answers otherwise from now on: it looks again at whatever it decides otherwise than it would have. */
  private turn(machine: string): void {
    const { store, beliefs } = this;
    for (const [index, controller] of controllers.entries()) {
      if (controller.machine !== machine && controller.name !== `${machine}-controller`) continue;
      const objects = controller.kinds.flatMap((kind) => store.list<KubeObject>(kind));
      const keys = objects.flatMap((after) => [
        ...controller.concerns({ key: keyOf(after), after }, store, beliefs),
      ]);
      for (const key of new Set(keys)) {
        const [is, was] = [beliefs, noBeliefs].map((one) =>
          JSON.stringify(controller.sync(key, this.contextOf(controller, key, one, this.chance.copy()))),
        );
        if (is !== was) this.ask(index, key, this.entries.length - 1, controller.delayMs);
      }
    }
  }

  private contextOf(controller: Controller, key: string, beliefs: Beliefs, chance: Chance): SyncContext {
    const { machine } = controller;
    const { store: reading, now: nowMs, outside, flags } = this;
    const state = machine ? this.stateOf(machine, key)?.state : undefined;
    const memory = this.memories.get(`${machine}:${key}`);
    return { reading, nowMs, chance, outside, flags, beliefs, state, memory };
  }

  private wake(controller: number, key: string, causes: readonly number[], afterMs: number): void {
    const added = this.syncs.wake({ controller, key }, causes, this.now + afterMs);
    if (added) this.due.add(added.atMs, added.work);
  }

  private sync(work: SyncWork): void {
    const { controller: index, key } = work;
    const controller = controllers[index];
    const causes = this.syncs.take(work, this.now);
    if (!causes || !controller) return;
    const because = causes.at(-1);
    const { machine } = controller;
    const before = machine ? this.stateOf(machine, key) : undefined;
    const result = controller.sync(key, this.contextOf(controller, key, this.beliefs, this.chance));
    const { state, rule, about, writes, againAfterMs } = result;
    if (machine && result.memory !== undefined) this.memories.set(`${machine}:${key}`, result.memory);
    const [on] = key.split('#');
    const cause = {
      by: controller.name,
      on,
      ...(rule && { rule }),
      ...(because !== undefined && { because }),
    };
    causedByAll(cause, causes);
    const isSame = before?.state === state && before?.rule === rule && before?.about === about;
    if (machine && state !== undefined && rule !== undefined && (!isSame || writes.length > 0))
      this.moved(machine, key, before?.state ?? state, { state, rule, ...(about && { about }) }, cause);
    if (this.carryOutAll(writes, cause)) this.syncs.accepted(work);
    else this.wake(index, key, causes, this.syncs.refused(work));
    if (againAfterMs !== undefined) this.wake(index, key, causes, againAfterMs);
  }

  /** Does a sync's writes in order. After a refusal only the status is still told; false then. */
  private carryOutAll(writes: readonly Write[], cause: Cause): boolean {
    let isRefused = false;
    for (const write of writes)
      if (!isRefused || write.do === 'updateStatus') isRefused = !this.carryOut(write, cause) || isRefused;
    return !isRefused;
  }

  private moved(
    machine: string,
    key: string,
    from: string,
    to: Omit<MachineState, 'entry'>,
    cause: Cause,
  ): number {
    const sequence = this.entries.length;
    const { state, rule: guard, about } = to;
    const entry = { machine, key, from, to: state, guard, ...(about && { about }), cause };
    this.entries.push({ type: 'transition', sequence, atMs: this.now, ...entry });
    this.states.set(`${machine}:${key}`, { ...to, entry: sequence });
    return sequence;
  }

  private onPod(command: PodCommand, cause: Cause): Result<KubeObject | undefined> {
    const pod = this.store.get<Pod>(keyFor('Pod', command.namespace ?? 'default', command.pod));
    if (!pod) return refuse(notFound('pods', command.pod));
    if (command.verb === 'kubelet') this.kubelets.play(pod, command, { ...cause, by: 'kubelet' });
    else if (command.verb === 'exec') {
      const ran = this.kubelets.exec(pod, command, { ...cause, on: keyOf(pod) });
      if (!ran) return refuse(badRequest('container not found'));
    } else this.kubelets.fault(pod, command, { ...cause, by: 'kubelet', on: keyOf(pod) });
    return { ok: true, value: this.store.get(keyOf(pod)) };
  }

  private onNode(
    command: NodeCommand & { readonly namespace?: string },
    cause: Cause,
  ): Result<KubeObject | undefined> {
    if (command.verb === 'addNode') {
      this.kubelets.join(command.node);
      return this.register(newNode(command.node, this.counters.node++, this.now), {
        ...cause,
        by: 'kubelet',
      });
    }
    if (command.verb === 'metrics') {
      this.usage.clear();
      for (const [pod, used] of Object.entries(command.usage))
        this.usage.set(keyFor('Pod', command.namespace ?? 'default', pod), { ...used, atMs: this.now });
      return { ok: true, value: undefined };
    }
    const node = this.store.get<Node>(keyFor('Node', '', command.node));
    if (!node) return refuse(notFound('nodes', command.node));
    const isSilent = command.verb === 'silence';
    if (isSilent === this.silences.has(command.node)) return { ok: true, value: node };
    if (isSilent) this.silences.set(command.node, this.now);
    else {
      this.silences.delete(command.node);
      for (const write of postStatus(node, this.now, this.kubelets.hasNetwork(command.node)))
        this.carryOut(write, { ...cause, by: 'kubelet', on: keyOf(node) });
      this.kubelets.heard(command.node, cause);
    }
    for (const [index, controller] of controllers.entries())
      for (const key of controller.concernsSilence?.(command.node) ?? [])
        this.ask(index, key, cause.because ?? 0, controller.delayMs);
    return { ok: true, value: node };
  }

  private onStart(
    command: StartCommand & { readonly namespace?: string },
    cause: Cause,
  ): Result<KubeObject | undefined> {
    const { kind, name, namespace = 'default' } = command;
    const why = whyNoStart(command);
    if (why) return refuse(why);
    const object = this.store.find(kind, namespace, name);
    const served = kinds.get(kind);
    if (!object) return refuse(notFound(served ? resourceOf(served) : kind, name));
    if (command.verb === 'slowStart') this.slowStarts.slow(object, command.ms, cause.because ?? 0);
    else {
      const was = this.slowStarts.mend(object);
      for (const pod of was ? this.store.list<Pod>('Pod') : [])
        if (was) this.kubelets.mended(pod, was, { ...cause, by: 'kubelet', on: keyOf(pod) });
    }
    return { ok: true, value: object };
  }

  private onLoad(command: LoadCommand & { readonly namespace?: string }): Result<KubeObject | undefined> {
    const why = whyNoLoad(command);
    if (why) return refuse(why);
    if (this.loads.isEmpty) this.due.add(nextRoundMs(this.now), { type: 'round' });
    this.loads.say(command);
    return { ok: true, value: undefined };
  }

  private round(): void {
    for (const [key, usage] of this.loads.measured(this.store, this.now))
      if (usage) this.usage.set(key, usage);
      else this.usage.delete(key);
    this.due.add(this.now + roundMs, { type: 'round' });
  }

  /** Makes an object with its status, as a kubelet registers its node. */
  private register(manifest: Manifest, cause: Cause): Result<KubeObject> {
    const made = this.api.create(manifest, cause);
    return made.ok && manifest.status
      ? this.api.update({ ...made.value, status: manifest.status }, 'status', cause)
      : made;
  }

  private newOutside(): Outside {
    return {
      silentSinceMs: (node) => this.silentSinceMs(node),
      hasMetricsApi: this.options.metricsServer !== false,
      usageOf: (podKey) => this.usage.get(podKey),
    };
  }

  private carryOut(write: Write, cause: Cause): boolean {
    const { api, store, now: nowMs, limits } = this;
    return carryOut({ api, store, nowMs, limits }, write, cause);
  }

  private nodes(): Nodes {
    const cluster = this;
    return {
      get chance() {
        return cluster.chance;
      },
      get beliefs() {
        return cluster.beliefs;
      },
      nowMs: () => cluster.now,
      pod: (key) => cluster.store.get<Pod>(key),
      node: (name) => cluster.store.get<Node>(keyFor('Node', '', name)),
      isSilent: (node) => cluster.silences.has(node),
      slowStartOf: (pod) => cluster.slowStartAt(pod),
      later: (afterMs, work) => cluster.due.add(cluster.now + afterMs, work),
      carryOut: (write, cause) => cluster.carryOut(write, cause),
      pods: () => cluster.store.list<Pod>('Pod'),
      find: (kind, namespace, name) => cluster.store.find(kind, namespace, name),
      answers: (namespace, host, port) =>
        answerOfService(cluster.store, namespace, host, port) === 'answered',
      moved: (key, from, to, guard, cause) =>
        cluster.moved('pod', key, from, { state: to, rule: guard }, cause),
    };
  }
}
