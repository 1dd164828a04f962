import { Chance, fnv1a } from '../../cluster/chance';
import { Cluster } from '../../cluster/cluster';
import type { TimedCommand } from '../../cluster/command';
import { isTerminating } from '../../cluster/keys';
import type { KubeObject, Pod, Service } from '../../cluster/objects';
import { isReady } from '../../cluster/pods';
import type { Scenario } from '../scenario';
import { optionsOf } from '../story';
import { idOf, type SwapChoice, type SwapClient, swapClients } from './choice';
import { outside, programOf } from './manifests';

/**
 * What a client found. `first`: it logged in, wrote its row, asked for a page that nobody had: nothing could be there yet.
 * `elsewhere`: another replica has it, this one has not. `gone`: nobody of the name has answered for long; `empty`: there is one, and it has
 * to copy everything.
 */
export type SwapFound =
  | 'ok'
  | 'first'
  | 'refused'
  | 'cold'
  | 'loggedOut'
  | 'elsewhere'
  | 'gone'
  | 'empty'
  | 'lost';

export interface SwapRequest {
  readonly atMs: number;
  readonly client: SwapClient;
  readonly found: SwapFound;
  /** The Pod that answered, or by whose name was asked. */
  readonly pod?: string;
  /** Which Pod answered this client before, where it was another. */
  readonly before?: string;
}

export interface SwapRun {
  readonly requests: readonly SwapRequest[];
  /** Pods that the reader deleted, and the moment of the first. */
  readonly swaps: number;
  readonly swappedAtMs?: number;
  /** Pods of the program that are asked for, and the one claim that more than one of them writes to, as a real program would not. */
  readonly replicas: number;
  readonly sharesDirectory: boolean;
  readonly affinity: boolean;
}

/** The bench goes no further. */
export const longestRunMs = 600_000;
const secondMs = 1_000;
/** A name that has not answered for so long is given up, as a member of a MongoDB replica set is. */
const givenUpAfterMs = 10_000;

/**
 * What clients ask of the bench's program second by second, and what they find, up to a moment. Who answers is a ready endpoint
 * of the Service, drawn by a seeded chance as kube-proxy draws (with ClientIP the same one while it is there), or the Pod of a
 * name; what it has is read from the files of a cluster of its own, on which the commands are played and what clients leave is
 * written. Leaves out: connections (each request is a new one), replication, locks on files.
 */
export function swapRun(
  scenario: Scenario,
  commands: readonly TimedCommand[],
  choice: SwapChoice,
  untilMs: number,
): SwapRun {
  return new Stream(scenario, choice).runTo(commands, untilMs);
}

/**
 * `swapRun` for a bench that plays: it goes on from the last second that was asked for, as long as the commands up to there are the
 * same, and begins anew otherwise.
 */
export function keptSwapRun(): typeof swapRun {
  let kept: { readonly stream: Stream; readonly of: string } | undefined;
  return (scenario, commands, choice, untilMs) => {
    const of = `${scenario.id} ${scenario.seed} ${idOf(choice)}`;
    if (kept === undefined || kept.of !== of || !kept.stream.goesOn(commands, untilMs))
      kept = { stream: new Stream(scenario, choice), of };
    return kept.stream.runTo(commands, untilMs);
  };
}

/** Clients in front of one cluster, and how far they have come. */
class Stream {
  private readonly bench: Bench;
  private atMs = 0;
  private played: readonly TimedCommand[] = [];

  constructor(
    private readonly scenario: Scenario,
    choice: SwapChoice,
  ) {
    this.bench = new Bench(new Cluster(optionsOf(scenario)), choice, scenario.seed);
  }

  goesOn(commands: readonly TimedCommand[], untilMs: number): boolean {
    const past = this.inOrder(commands).filter(({ atMs }) => atMs <= this.atMs);
    return untilMs >= this.atMs && JSON.stringify(past) === JSON.stringify(this.played);
  }

  runTo(commands: readonly TimedCommand[], untilMs: number): SwapRun {
    const due = this.inOrder(commands);
    const endMs = Math.min(untilMs, longestRunMs);
    for (let atMs = this.atMs + secondMs; atMs <= endMs; atMs += secondMs) {
      for (const one of due) if (one.atMs > this.atMs && one.atMs <= atMs) this.bench.play(one);
      this.bench.ask(atMs);
      this.atMs = atMs;
    }
    this.played = due.filter(({ atMs }) => atMs <= this.atMs);
    return this.bench.told(commands.filter(({ atMs }) => atMs <= untilMs));
  }

  /** What is said at 0 s comes with the first second. */
  private inOrder(commands: readonly TimedCommand[]): readonly TimedCommand[] {
    return [...this.scenario.commands, ...commands]
      .map((one) => ({ ...one, atMs: Math.max(1, one.atMs) }))
      .sort((one, other) => one.atMs - other.atMs);
  }
}

class Bench {
  private readonly requests: SwapRequest[] = [];
  private readonly chance: Chance;
  /** Who has been given what: a client's row, an object that was fetched, a member that is known. */
  private readonly known = new Set<string>();
  private readonly members: string[] = [];
  private readonly answered = new Map<SwapClient, string>();
  private readonly lastAnswer = new Map<string, number>();
  private readonly stuck = new Map<SwapClient, string>();

  constructor(
    private readonly cluster: Cluster,
    private readonly choice: SwapChoice,
    seed: number,
  ) {
    this.chance = new Chance(fnv1a('clients', seed));
  }

  play({ atMs, command }: TimedCommand): void {
    this.cluster.run(atMs);
    this.cluster.do(command);
  }

  ask(atMs: number): void {
    this.cluster.run(atMs);
    const client = swapClients[(atMs / secondMs - 1) % swapClients.length] ?? 'A';
    const asked = this.choice.app === 'mongodb' ? this.member(atMs) : this.asClient(client, atMs);
    if (!asked) return;
    const before = this.answered.get(client);
    const isClient = this.choice.app !== 'mongodb';
    const isOther = isClient && asked.pod !== undefined && before !== undefined && asked.pod !== before;
    if (asked.pod !== undefined && asked.found !== 'refused') this.answered.set(client, asked.pod);
    this.requests.push({ atMs, client, ...asked, ...(isOther && { before }) });
  }

  told(own: readonly TimedCommand[]): SwapRun {
    const { name } = programOf(this.choice.app);
    const deleted = own.filter(({ command }) => command.verb === 'delete' && command.kind === 'Pod');
    const workload = this.find(this.choice.controller, name) as { spec?: { replicas?: number } } | undefined;
    const replicas = workload?.spec?.replicas ?? 0;
    const [first] = deleted;
    return {
      requests: [...this.requests],
      swaps: deleted.length,
      ...(first && { swappedAtMs: first.atMs }),
      replicas,
      sharesDirectory:
        this.choice.store === 'claim' && this.choice.controller === 'Deployment' && replicas > 1,
      affinity: this.hasAffinity(),
    };
  }

  /** One of the clients, at the Service or at the replica that it knows. */
  private asClient(client: SwapClient, atMs: number): Omit<SwapRequest, 'atMs' | 'client'> | undefined {
    const pod = this.answering(client);
    if (pod === undefined) return this.requests.length > 0 ? this.refusal(client, atMs) : undefined;
    this.lastAnswer.set(pod, atMs);
    return { pod, found: this.foundAt(pod, client) };
  }

  private refusal(client: SwapClient, atMs: number): { found: SwapFound; pod?: string } {
    const home = this.choice.asks === 'name' ? this.stuck.get(client) : undefined;
    return home === undefined ? { found: 'refused' } : { found: this.silence(home, atMs), pod: home };
  }

  /** What a name that does not answer is taken for. */
  private silence(pod: string, atMs: number): SwapFound {
    return atMs - (this.lastAnswer.get(pod) ?? 0) > givenUpAfterMs ? 'gone' : 'refused';
  }

  private answering(client: SwapClient): string | undefined {
    const ready = this.readyPods();
    const home = this.stuck.get(client);
    if (this.choice.asks === 'name' && home !== undefined) return ready.find((pod) => pod === home);
    if (this.hasAffinity() && home !== undefined && ready.includes(home)) return home;
    const pod = ready[this.chance.between(0, Math.max(0, ready.length - 1))];
    if (pod !== undefined) this.stuck.set(client, pod);
    return pod;
  }

  private foundAt(pod: string, client: SwapClient): SwapFound {
    const { app } = this.choice;
    if (app === 'pages') return 'ok';
    const file = this.fileOf(client);
    const keeper = this.keeperOf(pod);
    const has = keeper === undefined ? undefined : this.has(keeper, file);
    if (keeper === undefined || has === undefined) return 'refused';
    if (has) return 'ok';
    const isFirst = !this.known.has(file);
    this.known.add(file);
    if (isFirst) {
      this.write(keeper, file);
      return 'first';
    }
    if (app === 'mysql') return this.isElsewhere(pod, file) ? 'elsewhere' : 'lost';
    this.write(keeper, file);
    return app === 'squid' ? 'cold' : 'loggedOut';
  }

  /** Members of a database ask each other by name, in turn. Whoever has no data copies it, which is their own work. */
  private member(atMs: number): Omit<SwapRequest, 'atMs' | 'client'> | undefined {
    const file = this.fileOf('A');
    const ready = this.readyPods();
    const joining = ready.find((pod) => !this.members.includes(pod));
    if (joining !== undefined) {
      this.members.push(joining);
      this.lastAnswer.set(joining, atMs);
      if (!this.has(joining, file)) this.write(joining, file);
      return { found: 'first', pod: joining };
    }
    const pod = this.members[(atMs / secondMs) % Math.max(1, this.members.length)];
    if (pod === undefined) return undefined;
    if (!ready.includes(pod)) return { found: this.silence(pod, atMs), pod };
    this.lastAnswer.set(pod, atMs);
    if (this.has(pod, file)) return { found: 'ok', pod };
    this.write(pod, file);
    return { found: 'empty', pod };
  }

  private fileOf(client: SwapClient): string {
    const { app, store } = this.choice;
    const { directory } = store === 'outside' ? outside : programOf(app);
    return `${directory}/${app === 'mongodb' ? 'oplog' : client}`;
  }

  /** Who has the file: the Pod that answers, or the one of the service outside. */
  private keeperOf(pod: string): string | undefined {
    return this.choice.store === 'outside' ? this.readyOf(outside.name)[0] : pod;
  }

  /** Undefined when the container does not run. */
  private has(pod: string, file: string): boolean | undefined {
    const ran = this.cluster.answerOf({ verb: 'exec', pod, command: ['/app', 'test', file] });
    return ran && ran.exitCode === 0;
  }

  private write(pod: string, file: string): void {
    this.cluster.do({ verb: 'exec', pod, command: ['/app', 'touch', file] });
  }

  private isElsewhere(pod: string, file: string): boolean {
    return this.readyPods().some((other) => other !== pod && this.has(other, file));
  }

  private readyPods = (): readonly string[] => this.readyOf(programOf(this.choice.app).name);

  /** Ready endpoints of a Service, by their Pods' names. */
  private readyOf(name: string): readonly string[] {
    const slices = this.list('EndpointSlice').filter(
      ({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name,
    ) as unknown as readonly Slice[];
    return slices
      .flatMap(({ endpoints }) => endpoints ?? [])
      .flatMap(({ conditions, targetRef }) => (conditions?.ready && targetRef ? [targetRef.name] : []))
      .filter((pod) => this.isThere(pod))
      .sort();
  }

  private isThere(name: string): boolean {
    const pod = this.find('Pod', name) as Pod | undefined;
    return pod !== undefined && isReady(pod) && !isTerminating(pod);
  }

  private hasAffinity(): boolean {
    const service = this.find('Service', programOf(this.choice.app).name) as Service | undefined;
    return (service?.spec as { sessionAffinity?: string } | undefined)?.sessionAffinity === 'ClientIP';
  }

  private list(kind: string): readonly KubeObject[] {
    return this.cluster.reading.list(kind);
  }

  private find(kind: string, name: string): KubeObject | undefined {
    return this.list(kind).find(({ metadata }) => metadata.name === name);
  }
}

interface Slice {
  readonly endpoints?: readonly {
    readonly conditions?: { readonly ready?: boolean };
    readonly targetRef?: { readonly name: string };
  }[];
}
