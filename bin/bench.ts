import { performance } from 'node:perf_hooks';
import { Cluster } from '../lib/cluster/cluster';
import type { Manifest, Pod } from '../lib/cluster/objects';
import { isReady } from '../lib/cluster/pods';

/** `npm run -s bench -- cluster`: what a StatefulSet of n Pods costs, side by side in one run. Prints, judges nothing. */
const setOf = (replicas: number): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'web' },
  spec: {
    replicas,
    serviceName: 'web',
    podManagementPolicy: 'Parallel',
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'db:v1' }] },
    },
  },
});

function measure(replicas: number): void {
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const nodes = Array.from({ length: Math.ceil(replicas / 100) }, (_, i) => ({
    name: `node-${i + 1}`,
    cpu: '64',
    memory: '256Gi',
  }));
  const cluster = new Cluster({ seed: 1, nodes });
  cluster.do({ verb: 'apply', object: setOf(replicas) });
  while (cluster.step(3_600_000) && cluster.nowMs < 60_000);
  const ready = cluster.reading.list<Pod>('Pod').filter(isReady).length;
  const { user, system } = process.cpuUsage(cpu);
  const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const row = [
    replicas,
    ready,
    cluster.nowMs / 1000,
    cluster.journal.length,
    (performance.now() - began).toFixed(0),
    ((user + system) / 1000).toFixed(0),
    heap.toFixed(0),
  ];
  console.log(row.map((cell) => String(cell).padStart(12)).join(''));
}

console.log(
  ['Pods', 'Ready', 'model s', 'journal', 'wall ms', 'CPU ms', 'heap MiB']
    .map((cell) => cell.padStart(12))
    .join(''),
);
for (const replicas of [10, 100, 1000]) measure(replicas);
if (process.argv.includes('--large')) measure(10_000);
