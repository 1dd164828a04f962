import { Cluster } from '@/lib/cluster/cluster';
import type { TimedCommand } from '@/lib/cluster/command';
import type { Entry } from '@/lib/cluster/journal';
import { data, deletePod, deleteSet, probed, scale, setImage, threeNodes, web } from './web';

/** JSON with the keys of every object in order, and nothing for what is undefined: equal texts mean equal values. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/**
 * 53 bits over the UTF-16 units of a text, as 14 hexadecimal digits. Integer arithmetic only, so it is the same in every
 * engine. Source: cyrb53, a public-domain mixing of two 32-bit multiplications.
 */
export function hash53(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}

export const journalHash = (journal: readonly Entry[]): string => hash53(canonicalJson(journal));

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
export const recordedTraceHash = '1c4b553827ebdd';
