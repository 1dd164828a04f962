import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Cluster } from '../lib/cluster/cluster';
import type { Manifest, Pod } from '../lib/cluster/objects';
import { isReady } from '../lib/cluster/pods';
import { Timeline } from '../lib/lab/timeline';
import { benchFace } from './bench-face';
import { benchKubectl } from './bench-kubectl';
import { main } from './steps/fault.mjs';

const usage = `usage: npm run -s bench -- cluster [--large] [--alone]
       npm run -s bench -- kubectl
       npm run -s bench -- face [--frames] [--answers] [--scripts]

cluster prints what the model costs, side by side in one run; judges nothing. --large adds 10,000 Pods, --alone leaves out the
nearest neighbour (@ngrok/webernetes), which takes about a minute. kubectl prints what its lines cost on 1,000 Pods.
face prints what figures cost in a browser, from the production build: frames, the first answer, scripts; all or the named.`;

const workload = (kind: string, replicas: number, image = 'app:v1', spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    ...spec,
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image }] } },
  },
});

const nodesFor = (replicas: number) =>
  Array.from({ length: Math.max(3, Math.ceil(replicas / 90)) }, (_, i) => ({
    name: `node-${i + 1}`,
    cpu: '64',
    memory: '256Gi',
  }));

interface Cost {
  readonly what: string;
  readonly pods: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly heapMiB: number;
  readonly note?: string;
}

const collect = () => (globalThis as { gc?: () => void }).gc?.();

/** Processor time of this process and all its threads, wall time, and what stays on the heap. */
async function measured(
  what: string,
  pods: number,
  work: () => string | undefined | Promise<string | undefined>,
) {
  collect();
  const heap = process.memoryUsage().heapUsed;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const note = await work();
  const { user, system } = process.cpuUsage(cpu);
  const cost: Cost = {
    what,
    pods,
    cpuMs: (user + system) / 1000,
    wallMs: performance.now() - began,
    heapMiB: (process.memoryUsage().heapUsed - heap) / 2 ** 20,
    ...(note && { note }),
  };
  show(cost);
  return cost;
}

function show({ what, pods, cpuMs, wallMs, heapMiB, note }: Cost): void {
  const cells = [pods, cpuMs.toFixed(0), wallMs.toFixed(0), heapMiB.toFixed(0)];
  console.log(`${what.padEnd(44)}${cells.map((cell) => String(cell).padStart(10)).join('')}  ${note ?? ''}`);
}

const readyPods = (cluster: Cluster) => cluster.reading.list<Pod>('Pod').filter(isReady).length;

function untilReady(
  cluster: Cluster,
  pods: number,
  isDone: () => boolean = () => readyPods(cluster) >= pods,
): string {
  const limitMs = cluster.nowMs + 600_000;
  let checkAtMs = cluster.nowMs;
  while (cluster.step(limitMs)) {
    if (cluster.nowMs < checkAtMs) continue;
    if (isDone()) break;
    checkAtMs = cluster.nowMs + 100;
  }
  return `${readyPods(cluster)} Ready at ${(cluster.nowMs / 1000).toFixed(1)} s, ${cluster.journal.length} entries`;
}

function started(manifest: Manifest, replicas: number): Cluster {
  const cluster = new Cluster({ seed: 1, nodes: nodesFor(replicas) });
  cluster.do({ verb: 'apply', object: manifest });
  return cluster;
}

const deployment = (replicas: number) =>
  measured('Deployment to all Ready', replicas, () =>
    untilReady(started(workload('Deployment', replicas), replicas), replicas),
  );

async function rollingUpdate(replicas: number): Promise<Cost> {
  const cluster = started(workload('Deployment', replicas), replicas);
  untilReady(cluster, replicas);
  return measured('rolling update of a Deployment', replicas, () => {
    cluster.do({ verb: 'apply', object: workload('Deployment', replicas, 'app:v2') });
    const isNew = (pod: Pod) => pod.spec.containers[0]?.image === 'app:v2' && isReady(pod);
    const isDone = () => {
      const pods = cluster.reading.list<Pod>('Pod');
      return pods.length === replicas && pods.every(isNew);
    };
    return untilReady(cluster, replicas, isDone);
  });
}

const parallelSet = (replicas: number) =>
  measured('StatefulSet (Parallel) to all Ready', replicas, () => {
    const spec = { serviceName: 'web', podManagementPolicy: 'Parallel' };
    return untilReady(started(workload('StatefulSet', replicas, 'app:v1', spec), replicas), replicas);
  });

/** Going back to events here and there in a journal of at least 10,000. */
function rewinds(events: number): void {
  const replicas = Math.ceil(events / 11);
  const commands = [
    { atMs: 0, command: { verb: 'apply' as const, object: workload('Deployment', replicas) } },
  ];
  const timeline = new Timeline({ seed: 1, nodes: nodesFor(replicas) }, commands);
  timeline.at(30_000);
  const { length } = timeline.journal;
  const times: number[] = [];
  let at = 7;
  for (let i = 0; i < 1_000; i++) {
    at = (at * 48271) % 2147483647;
    const began = performance.now();
    timeline.atEntry(at % length);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const percentile = (p: number) => times[Math.floor((times.length - 1) * p)]?.toFixed(1);
  console.log(
    `\nrewind to any of ${length} events, 1,000 times: p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, worst ${percentile(1)} ms`,
  );
}

async function size(): Promise<void> {
  const bundle = async (contents: string) => {
    const result = await build({
      stdin: { contents, resolveDir: '.', loader: 'ts' },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    return gzipSync(result.outputFiles[0]?.contents ?? '').length / 1000;
  };
  const ours = await bundle("export { Cluster } from './lib/cluster/cluster'");
  const theirs = await bundle("export { Cluster } from '@ngrok/webernetes'");
  console.log(
    `the engine, minified and gzipped: ${ours.toFixed(1)} kB; @ngrok/webernetes: ${theirs.toFixed(1)} kB`,
  );
}

type Neighbour = typeof import('@ngrok/webernetes');

/** The package's files are made for a bundler, so it is bundled before Node can load it. */
async function loadNeighbour(): Promise<Neighbour> {
  const folder = mkdtempSync(path.join(tmpdir(), 'podium-bench-'));
  const outfile = path.join(folder, 'webernetes.mjs');
  try {
    await build({
      stdin: { contents: "export * from '@ngrok/webernetes'", resolveDir: '.' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    });
    return (await import(pathToFileURL(outfile).href)) as Neighbour;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same Deployment on the nearest neighbour, as fast as it goes. */
async function neighbour(replicas: number): Promise<Cost> {
  const { BaseImage, Cluster: Webernetes } = await loadNeighbour();
  class Pause extends BaseImage {
    static readonly imageName = 'app';
    static readonly imageVersion = 'v1';
    override async exec(
      context: Parameters<InstanceType<Neighbour['BaseImage']>['exec']>[0],
    ): Promise<number> {
      return await context.waitUntilKilled();
    }
  }
  const cluster = new Webernetes({ nodes: nodesFor(replicas).length });
  cluster.registerImage(Pause);
  await cluster.init();
  const ready = new Set<string>();
  const cost = await measured('@ngrok/webernetes 0.3.5: the same Deployment', replicas, async () => {
    const informer = cluster.informer('pods', (_type, pod) => {
      const isUp = pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
      if (isUp && pod.metadata?.labels?.app === 'web') ready.add(pod.metadata.name ?? '');
    });
    await cluster.apply([workload('Deployment', replicas)] as never);
    while (ready.size < replicas) await new Promise((resolve) => setTimeout(resolve, 20));
    await informer.stop();
    return `${ready.size} Ready`;
  });
  await cluster.close();
  return cost;
}

async function cluster(flags: ReadonlySet<string>): Promise<void> {
  console.log(
    `${''.padEnd(44)}${['Pods', 'CPU ms', 'wall ms', 'heap MiB'].map((cell) => cell.padStart(10)).join('')}`,
  );
  for (const replicas of [10, 100]) await deployment(replicas);
  const ours = await deployment(1_000);
  await rollingUpdate(1_000);
  await parallelSet(1_000);
  if (flags.has('--large')) {
    const large = await deployment(10_000);
    console.log(`10,000 Pods cost ${(large.cpuMs / ours.cpuMs).toFixed(1)} times the CPU of 1,000`);
  }
  if (!flags.has('--alone')) {
    const theirs = await neighbour(1_000);
    const again = await deployment(1_000);
    const best = Math.min(ours.cpuMs, again.cpuMs);
    console.log(
      `the same 1,000 Pods cost @ngrok/webernetes ${(theirs.cpuMs / best).toFixed(0)} times the CPU, ${(theirs.wallMs / again.wallMs).toFixed(0)} times the time, ${(theirs.heapMiB / again.heapMiB).toFixed(0)} times the memory`,
    );
  }
  rewinds(10_000);
  await size();
}

const [what, ...flags] = process.argv.slice(2);
if (what === 'cluster') await cluster(new Set(flags));
else if (what === 'kubectl') process.exitCode = benchKubectl() ? 0 : 1;
else if (what === 'face') await main(() => benchFace(flags));
else {
  console.error(usage);
  process.exitCode = 2;
}
