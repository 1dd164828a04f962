import { Cluster } from '@/lib/cluster/cluster';
import type { TimedCommand } from '@/lib/cluster/command';
import { journalHash } from '@/lib/cluster/journal-hash';
import { data, deletePod, deleteSet, probed, scale, setImage, threeNodes, web } from './web';

/** A day in the life of `web`: everything that chance has a part in. Free of Node's APIs, for a browser to run, too. */
export const trace: {
  readonly seed: number;
  readonly nodes: typeof threeNodes;
  readonly commands: readonly TimedCommand[];
  readonly untilMs: number;
} = {
  seed: 2026,
  nodes: threeNodes,
  commands: [
    {
      atMs: 0,
      command: {
        verb: 'apply',
        object: {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'web' },
          spec: { clusterIP: 'None', selector: { app: 'web' }, ports: [{ port: 80 }] },
        },
      },
    },
    {
      atMs: 0,
      command: { verb: 'apply', object: web(3, { volumeClaimTemplates: data, minReadySeconds: 2 }, probed) },
    },
    { atMs: 15_000, command: setImage('db:v2') },
    { atMs: 17_500, command: { verb: 'failReadiness', pod: 'web-0' } },
    { atMs: 30_000, command: { verb: 'mendReadiness', pod: 'web-0' } },
    { atMs: 60_000, command: deletePod('web-1') },
    { atMs: 60_001, command: deletePod('web-9') },
    { atMs: 75_000, command: scale(5) },
    { atMs: 100_000, command: scale(1) },
    { atMs: 120_000, command: deleteSet('Foreground') },
  ],
  untilMs: 180_000,
};

/** Runs the trace from its beginning; the journal's hash. */
export function traceHash(): string {
  const cluster = new Cluster(trace);
  for (const { atMs, command } of trace.commands) {
    cluster.run(atMs);
    cluster.do(command);
  }
  cluster.run(trace.untilMs);
  return journalHash(cluster.journal);
}

/** What `traceHash` gives, in Node and in every browser. A change of the model's behaviour changes it, on purpose. */
export const recordedTraceHash = '1b8e2928ab3f3a';
