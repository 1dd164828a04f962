import { Chance } from '@/lib/cluster/chance';
import type { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { isTerminating } from '@/lib/cluster/keys';
import type { Container, Manifest, StatefulSetSpec } from '@/lib/cluster/objects';
import * as t from './web';

export type Move = { readonly command: Command } | { readonly waitMs: number };

const kubeletActs = ['run', 'ready', 'ready', 'unready', 'fail', 'succeed', 'gone', 'gone'] as const;

/** What a restless user does next: drawn from a seed and from what is there. Made for `invariants.test.ts`. */
export class Walk {
  private readonly chance: Chance;

  constructor(
    seed: number,
    private readonly kubelet: 'modelled' | 'played',
  ) {
    this.chance = new Chance(seed ^ 0x5eed);
  }

  /** The set that the walk begins with. */
  first(): Manifest {
    const { chance } = this;
    const spec: Partial<StatefulSetSpec> = {
      podManagementPolicy: this.oneOf(['OrderedReady', 'OrderedReady', 'Parallel']),
      ...(chance.next() < 0.6 && { volumeClaimTemplates: t.data }),
      ...(chance.next() < 0.3 && { minReadySeconds: chance.between(1, 10) }),
      ...(chance.next() < 0.2 && { ordinals: { start: chance.between(1, 3) } }),
      ...(chance.next() < 0.4 && { persistentVolumeClaimRetentionPolicy: this.retention() }),
      ...(chance.next() < 0.4 && { updateStrategy: this.strategy() }),
      ...(chance.next() < 0.3 && { revisionHistoryLimit: chance.between(0, 2) }),
    };
    const container: Partial<Container> = {
      ...(chance.next() < 0.7 && t.probed),
      ...(chance.next() < 0.5 && { args: this.oneOf([['graceful', '3'], ['stubborn'], ['pause']]) }),
      ...(chance.next() < 0.1 && { resources: { requests: { cpu: '2' } } }),
    };
    return t.web(chance.between(0, 5), spec, { ...container });
  }

  next(cluster: Cluster): Move {
    const { chance } = this;
    if (chance.next() < 0.4) return { waitMs: this.oneOf([0, 5, 12, 40, 300, 1_000, 3_000, 12_000]) };
    if (this.kubelet === 'played' && chance.next() < 0.6) return this.play(cluster);
    const command = this.command(cluster);
    return command ? { command } : { waitMs: 100 };
  }

  private command(cluster: Cluster): Command | undefined {
    const { chance } = this;
    const pod = this.oneOf(t.pods(cluster))?.metadata.name;
    switch (chance.between(0, 13)) {
      case 0:
        return t.apply(this.first());
      case 1:
      case 2:
      case 3:
        return t.scale(chance.between(0, 5));
      case 4:
      case 5:
        return t.setImage(this.oneOf(['db:v1', 'db:v2', 'db:v3', 'db:broken']));
      case 6:
        return t.patch({ updateStrategy: { rollingUpdate: null, ...this.strategy() } });
      case 7:
        return t.patch({ persistentVolumeClaimRetentionPolicy: this.retention() });
      case 8:
        return t.patch({ minReadySeconds: chance.between(0, 8) });
      case 9:
        return this.deletion(chance.next() < 0.5 ? 'StatefulSet' : 'PersistentVolumeClaim', cluster);
      case 10:
      case 11:
        return pod === undefined ? undefined : t.deletePod(pod, this.oneOf([undefined, undefined, 0, 1, 40]));
      case 12:
        return pod === undefined
          ? undefined
          : { verb: this.oneOf(['failReadiness', 'mendReadiness'] as const), pod };
      default:
        return this.start(pod);
    }
  }

  /** Starts of the set or of one of its Pods become slow, or fast again. */
  private start(pod: string | undefined): Command | undefined {
    const isOfPod = this.chance.next() < 0.5;
    if (isOfPod && pod === undefined) return undefined;
    const of =
      isOfPod && pod !== undefined ? { kind: 'Pod', name: pod } : { kind: 'StatefulSet', name: 'web' };
    return this.chance.next() < 0.4
      ? { verb: 'mendStart', ...of }
      : { verb: 'slowStart', ...of, ms: this.oneOf([200, 2_000, 15_000]) };
  }

  private deletion(kind: string, cluster: Cluster): Command | undefined {
    const propagationPolicy = this.oneOf(['Background', 'Foreground', 'Orphan', undefined] as const);
    const name = kind === 'StatefulSet' ? 'web' : this.oneOf(t.claims(cluster));
    if (name === undefined) return undefined;
    return { verb: 'delete', kind, name, ...(propagationPolicy && { propagationPolicy }) };
  }

  /** A kubelet's word that makes sense for some Pod that is there. */
  private play(cluster: Cluster): Move {
    const act = this.oneOf([...kubeletActs]);
    const fitting = t
      .pods(cluster)
      .filter((pod) => pod.spec.nodeName && (act !== 'gone' || isTerminating(pod)));
    const pod = this.oneOf(fitting);
    return pod ? { command: t.play(act, pod.metadata.name) } : { waitMs: 50 };
  }

  private retention() {
    return {
      whenDeleted: this.oneOf(['Retain', 'Delete'] as const),
      whenScaled: this.oneOf(['Retain', 'Delete'] as const),
    };
  }

  private strategy(): StatefulSetSpec['updateStrategy'] {
    const type = this.oneOf(['RollingUpdate', 'RollingUpdate', 'OnDelete'] as const);
    if (type === 'OnDelete') return { type };
    const partition = this.oneOf([0, 0, 1, 2]);
    return { type, rollingUpdate: { partition, maxUnavailable: this.oneOf([1, 1, 2, '50%']) } };
  }

  private oneOf<Value>(values: readonly Value[]): Value {
    return values[this.chance.between(0, values.length - 1)] as Value;
  }
}
