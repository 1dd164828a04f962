import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Event, Node, Pod } from '@/lib/cluster/objects';

const tolerations = [{ operator: 'Exists' as const }];
const agent = {
  hostNetwork: true,
  volumes: [{ name: 'cni', hostPath: { path: '/etc/cni/net.d' } }],
};

const pod = (name: string, spec: object = {}) => ({
  verb: 'create' as const,
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { tolerations, containers: [{ name: 'main', image: 'app:v1' }], ...spec },
  },
});

const bare = () => new Cluster({ seed: 1, nodes: [{ name: 'node-1', network: 'none' }] });
const nodeOf = ({ reading }: Cluster) => reading.list<Node>('Node')[0] as Node;
const readyOf = (cluster: Cluster) => nodeOf(cluster).status.conditions.find(({ type }) => type === 'Ready');
const podOf = ({ reading }: Cluster, name: string) =>
  reading.list<Pod>('Pod').find(({ metadata }) => metadata.name === name) as Pod;

describe('a node without a network of Pods', () => {
  it('is not Ready, says why, and keeps Pods away by a taint', () => {
    const cluster = bare();
    cluster.run(1000);
    expect(readyOf(cluster)).toMatchObject({ status: 'False', reason: 'KubeletNotReady' });
    expect(readyOf(cluster)?.message).toContain('cni plugin not initialized');
    expect(nodeOf(cluster).spec.taints).toMatchObject([
      { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' },
    ]);
  });

  it('starts no Pod that needs an address of its own, and says so again and again', () => {
    const cluster = bare();
    cluster.do(pod('app'));
    cluster.run(20_000);
    expect(podOf(cluster, 'app').spec.nodeName).toBe('node-1');
    expect(podOf(cluster, 'app').status.podIP).toBeUndefined();
    const said = cluster.reading.list<Event>('Event').find(({ reason }) => reason === 'NetworkNotReady');
    expect(said?.message).toMatch(/^network is not ready: container runtime network not ready/);
    expect(said?.count ?? 1).toBeGreaterThan(5);
  });

  it('starts Pods that use the network of the node', () => {
    const cluster = bare();
    cluster.do(pod('proxy', { hostNetwork: true }));
    cluster.run(5_000);
    expect(podOf(cluster, 'proxy').status).toMatchObject({ phase: 'Running', podIP: '192.168.0.11' });
    expect(readyOf(cluster)?.status).toBe('False');
  });

  it('is Ready once a Pod runs that leaves a configuration for CNI, and stays so without it', () => {
    const cluster = bare();
    cluster.do(pod('app'));
    cluster.do(pod('agent', agent));
    cluster.run(10_000);
    expect(readyOf(cluster)?.status).toBe('True');
    expect(nodeOf(cluster).spec.taints).toBeUndefined();
    expect(podOf(cluster, 'app').status.podIP).toBe('10.244.0.2');
    cluster.do({ verb: 'delete', kind: 'Pod', name: 'agent' });
    cluster.run(60_000);
    expect(readyOf(cluster)?.status).toBe('True');
  });

  it('gets its taint back, and no network from a status that somebody writes', () => {
    const cluster = bare();
    cluster.do({
      verb: 'patch',
      kind: 'Node',
      name: 'node-1',
      type: 'merge',
      body: { spec: { taints: null } },
    });
    cluster.run(1000);
    expect(nodeOf(cluster).spec.taints).toHaveLength(1);
    cluster.do({
      verb: 'patch',
      kind: 'Node',
      name: 'node-1',
      type: 'strategic',
      subresource: 'status',
      body: { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
    });
    cluster.do(pod('app'));
    cluster.run(20_000);
    expect(podOf(cluster, 'app').status.podIP).toBeUndefined();
  });

  it('comes back from silence without one', () => {
    const cluster = bare();
    cluster.do({ verb: 'silence', node: 'node-1' });
    cluster.run(100_000);
    expect(readyOf(cluster)?.status).toBe('Unknown');
    cluster.do({ verb: 'restore', node: 'node-1' });
    expect(readyOf(cluster)).toMatchObject({ status: 'False', reason: 'KubeletNotReady' });
  });

  it('is another one in a copy of the cluster', () => {
    const cluster = bare();
    const other = cluster.copy();
    other.do(pod('agent', agent));
    other.run(10_000);
    cluster.run(10_000);
    expect([readyOf(cluster)?.status, readyOf(other)?.status]).toEqual(['False', 'True']);
  });
});
