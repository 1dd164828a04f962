import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Pod } from '@/lib/cluster/objects';
import {
  designOf,
  manifestOf,
  moved,
  type PodDesign,
  podAddress,
  restartsOf,
  standsOf,
  withContainer,
} from '@/lib/lab/pod-design';

const socket = (port: number, address = '', protocol: 'TCP' | 'UDP' = 'TCP') => ({ protocol, address, port });
const web: PodDesign = {
  name: 'web',
  hostNetwork: false,
  sharesProcesses: true,
  containers: [
    { name: 'a', server: socket(8080, podAddress), mounts: true },
    { name: 'b', server: socket(8080, '127.0.0.1'), mounts: false },
    { name: 'c', mounts: true },
  ],
};
const other: PodDesign = { ...web, name: 'other', containers: [{ name: 'd', mounts: false }] };

function built(...designs: readonly PodDesign[]): Cluster {
  const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] });
  for (const design of designs) cluster.do({ verb: 'apply', object: manifestOf(design, 'node-1') });
  cluster.run(3_000);
  return cluster;
}
const podIn = (cluster: Cluster, name = 'web') => cluster.reading.find('Pod', 'default', name) as Pod;

describe('a Pod of the workbench', () => {
  it('is read from the cluster as it was built', () => {
    expect(designOf(podIn(built(web)))).toEqual(web);
    expect(designOf(podIn(built({ ...web, hostNetwork: true })))).toEqual({ ...web, hostNetwork: true });
  });

  it('has servers that listen where they were told to', () => {
    const pod = podIn(built(web));
    expect(['a', 'b', 'c'].map((name) => standsOf(pod, name))).toEqual(['runs', 'runs', 'runs']);
  });

  it('shows a container that found its port taken as fallen', () => {
    const twins = withContainer(web, 'b', (one) => ({ ...one, server: socket(8080) }));
    const pod = podIn(built(twins));
    expect(standsOf(pod, 'a')).toBe('runs');
    expect(standsOf(pod, 'b')).toBe('falls');
    expect(restartsOf(pod, 'b')).toBeGreaterThan(0);
  });

  it('gives a container to another Pod, but not its last one', () => {
    const both = moved(web, other, 'b');
    expect(both?.from.containers.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(both?.to.containers.map(({ name }) => name)).toEqual(['d', 'b']);
    expect(moved(other, web, 'd')).toBeUndefined();
    expect(moved(web, other, 'nobody')).toBeUndefined();
  });
});
