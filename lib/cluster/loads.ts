import { badRequest } from './api/refusal';
import type { Amounts, LoadCommand, Status } from './command';
import type { Usage } from './controllers/controller';
import { controllerOf, isTerminating, keyOf } from './keys';
import type { KubeObject, Pod } from './objects';
import { isReady } from './pods';
import { milliValue, quantity } from './quantity';
import type { Reading } from './store';

/** A metrics-server measures so often. Source: --metric-resolution in the manifests of metrics-server. */
export const roundMs = 15_000;
/** When in a round: between two looks of an HPA that was made as the cluster began. */
const phaseMs = 10_000;

/** The moment of the next round, ms. */
export const nextRoundMs = (nowMs: number): number =>
  Math.floor((nowMs - phaseMs) / roundMs + 1) * roundMs + phaseMs;

type Load = LoadCommand & { readonly namespace: string };
type Listing = Pick<Reading, 'list' | 'find'>;

/** A Pod's ReplicaSet and its Deployment. */
const mostOwners = 2;

const amountsIn = ({ shared, each = {} }: LoadCommand): readonly Amounts[] => [
  shared,
  ...Object.values(each),
];

/** Why a load makes no sense, whatever objects there are; undefined when it does. */
export function whyNoLoad(command: LoadCommand): Status | undefined {
  const wrong = amountsIn(command)
    .flatMap(({ cpu, memory }) => [cpu, memory])
    .find((text) => text !== undefined && !(quantity(text) >= 0));
  return wrong === undefined ? undefined : badRequest(`a load is a quantity from 0 up, not ${wrong}`);
}

function isUnder(pod: Pod, { kind, name, namespace }: Load, reading: Listing): boolean {
  if (pod.metadata.namespace !== namespace) return false;
  let object: KubeObject | undefined = pod;
  for (let i = 0; object && i <= mostOwners; i++) {
    if (object.kind === kind && object.metadata.name === name) return true;
    const owner = controllerOf(object.metadata);
    object = owner && reading.find<KubeObject>(owner.kind, namespace, owner.name);
  }
  return false;
}

/** Clients reach Pods that are Ready and not on their way out, as an EndpointSlice lists them. */
const works = (pod: Pod): boolean => isReady(pod) && !isTerminating(pod);

interface Numbers {
  readonly cpuMilli: number;
  readonly bytes: number | undefined;
}

const numbersOf = ({ cpu, memory }: Amounts = {}): Numbers => ({
  cpuMilli: cpu === undefined ? 0 : milliValue(cpu),
  bytes: memory === undefined ? undefined : quantity(memory),
});

const share = ({ cpuMilli, bytes }: Numbers, of: number): Numbers => ({
  cpuMilli: cpuMilli / of,
  bytes: bytes === undefined ? undefined : bytes / of,
});

const sum = (all: readonly Numbers[]): Numbers => {
  const known = all.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
  return {
    cpuMilli: all.reduce((total, { cpuMilli }) => total + cpuMilli, 0),
    bytes: known.length === 0 ? undefined : known.reduce((total, bytes) => total + bytes, 0),
  };
};

const written = ({ cpuMilli, bytes }: Numbers): Amounts => ({
  cpu: `${Math.round(cpuMilli)}m`,
  ...(bytes !== undefined && { memory: `${Math.round(bytes / 1024)}Ki` }),
});

/** What one Pod uses when its share of the work is this. */
function usageOf({ spec }: Pod, { each = {} }: Load, own: Numbers, atMs: number): Usage {
  const containers = spec.containers.map(({ name }, at) => {
    const besides = numbersOf(each[name]);
    return [name, at === 0 ? sum([own, besides]) : besides] as const;
  });
  return {
    ...written(sum(containers.map(([, numbers]) => numbers))),
    containers: Object.fromEntries(containers.map(([name, numbers]) => [name, written(numbers)])),
    atMs,
  };
}

/**
 * The work that comes to workloads, by whom it comes to. What a Pod uses follows from it anew in each round of the metrics-server:
 * the more Pods share the work, the less each has. A Pod is measured as it stands at that moment, not over the time before it.
 */
export class Loads {
  constructor(private readonly said = new Map<string, Load>()) {}

  copy(): Loads {
    return new Loads(new Map(this.said));
  }

  get isEmpty(): boolean {
    return this.said.size === 0;
  }

  say(command: LoadCommand & { readonly namespace?: string }): void {
    const { kind, name, namespace = 'default' } = command;
    this.said.set(`${kind}/${namespace}/${name}`, { ...command, namespace });
  }

  /** What a round finds, by the key of a Pod: every Pod under a workload with a load, undefined where it does not run. */
  measured(reading: Listing, atMs: number): ReadonlyMap<string, Usage | undefined> {
    const found = new Map<string, Usage | undefined>();
    for (const load of this.said.values()) {
      const pods = reading.list<Pod>('Pod').filter((pod) => isUnder(pod, load, reading));
      const workers = pods.filter(works).length;
      const own = share(numbersOf(load.shared), Math.max(workers, 1));
      for (const pod of pods)
        found.set(
          keyOf(pod),
          pod.status.phase === 'Running'
            ? usageOf(pod, load, works(pod) ? own : numbersOf(), atMs)
            : undefined,
        );
    }
    return found;
  }
}
