import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { type Condition, decides, holds } from '@/lib/lab/condition';
import { gapOf } from '@/lib/lab/gap';
import { GapLog } from '@/lib/lab/gap-log';

const node = (n: number) => ({
  name: `node-${n}`,
  address: `192.168.0.${10 + n}`,
  podCIDR: `10.244.${n}.0/24`,
});
const pod = (name: string, nodeName: string): Command => ({
  verb: 'create',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { nodeName, containers: [{ name: 'c', image: 'app:v1', command: ['/app', 'serve', '8080'] }] },
  },
});
const annotate = (address: string | null): Command => ({
  verb: 'patch',
  kind: 'Node',
  name: 'node-2',
  type: 'merge',
  body: { metadata: { annotations: { 'flannel.alpha.coreos.com/public-ip': address } } },
});

const reaches = (from: string, to: string, is = true, port = 8080): Condition => ({
  reaches: { from, to, port },
  is,
});

const cluster = new Cluster({ seed: 1, nodes: [node(1), node(2)] });
cluster.do(pod('client', 'node-1'));
cluster.do(pod('near', 'node-1'));
cluster.do(pod('far', 'node-2'));
cluster.run(5_000);
cluster.do(annotate('10.0.2.15'));
cluster.run(10_000);
cluster.do(annotate('192.168.0.12'));
cluster.run(15_000);
cluster.do({ verb: 'delete', kind: 'Pod', name: 'near', gracePeriodSeconds: 0 } as Command);
cluster.run(60_000);

const turns = (condition: Condition) =>
  GapLog.of(cluster.journal, [condition])
    .turnsOf(0)
    .map(({ atMs, holds: is }) => [is, atMs] as const);

describe('whether a Pod reaches another', () => {
  it('turns with the lease of the other node, at the moment at which it is written', () => {
    expect(turns(reaches('client', 'far')).slice(-3)).toEqual([
      [true, expect.any(Number)],
      [false, 5_000],
      [true, 10_000],
    ]);
    expect(turns(reaches('client', 'near')).filter(([, atMs]) => atMs >= 5_000 && atMs <= 10_000)).toEqual(
      [],
    );
  });

  it('ends when a lease has no address, and takes a node that says nothing at its own', () => {
    const other = cluster.copy();
    const isSo = () => holds(reaches('client', 'far'), other.reading);
    other.do(annotate('far away'));
    expect(isSo()).toBe(false);
    other.do(annotate(null));
    expect(isSo()).toBe(true);
    other.do({
      verb: 'patch',
      kind: 'Node',
      name: 'node-2',
      type: 'merge',
      body: { metadata: { annotations: { 'flannel.alpha.coreos.com/kube-subnet-manager': 'true' } } },
    });
    expect(isSo()).toBe(false);
  });

  it('ends with the Pod, and needs somebody who listens', () => {
    expect(holds(reaches('client', 'near'), cluster.reading)).toBe(false);
    expect(holds(reaches('client', 'far', true, 81), cluster.reading)).toBe(false);
    expect(holds(reaches('client', 'far', false, 81), cluster.reading)).toBe(true);
  });

  it('is decided by nodes and Pods alone', () => {
    const isDecided = decides(reaches('client', 'far'));
    expect(['Node//node-2', 'Pod/default/x', 'Service/default/x'].map(isDecided)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('lacks an answer of the Pod that is asked, or has one too many', () => {
    const lack = { about: 'reaches', key: 'Pod/default/near', from: 'client' } as const;
    expect(gapOf(reaches('client', 'near'), cluster.reading)).toEqual([{ ...lack, wanted: true }]);
    expect(gapOf({ not: reaches('client', 'near', false) }, cluster.reading)).toEqual([
      { ...lack, wanted: true },
    ]);
    expect(gapOf(reaches('client', 'far', false), cluster.reading)).toEqual([
      { ...lack, key: 'Pod/default/far', wanted: false },
    ]);
  });
});
