import { parseArgs } from 'node:util';
import { Cluster } from '../lib/cluster/cluster';
import { journalHash } from '../lib/cluster/journal-hash';
import { interrupted } from '../lib/kubectl/line';
import { drive, Shell } from '../lib/kubectl/shell';
import { traceLine } from '../lib/lab/trace';
import { sendText } from '../lib/network/send';
import { workingFolder } from './working-folder';

const usage = `usage: npm run -s simulate -- FILE.yaml [--do "kubectl …"]… [--until 60s] [--seed N] [--nodes N] [--trace json|text] [--send "from POD to URL"]…

Applies FILE to a cluster of its own and prints what happens. Each --do is done when the cluster has come to rest after
the one before it, or at its own moment: --do "@20s kubectl delete pod web-0"; a line that waits is left alone when the moment
of the next one comes. Ends at --until, or at rest. Each --send then opens a connection
as the cluster stands and prints its packets hop by hop.`;

/** At rest: nothing was written for so long, ms. Longer than the longest probe period of the lessons. */
const restMs = 12_000;
/** A cluster that never comes to rest is left at this moment, ms. */
const longestMs = 3_600_000;

class Mistake extends Error {}

/** `60s`, `5m`, `1h`, `500ms`, `90`: milliseconds. */
function duration(text: string): number {
  const [, digits, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (digits === undefined)
    throw new Mistake(`${JSON.stringify(text)} is not a duration; write 60s, 5m or 500ms`);
  return Number(digits) * { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit as 's'];
}

function wholeNumber(flag: string, text: string, from: number, to: number): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < from || n > to)
    throw new Mistake(`--${flag} takes a whole number from ${from} to ${to}, not ${JSON.stringify(text)}`);
  return n;
}

function asked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      do: { type: 'string', multiple: true, default: [] },
      send: { type: 'string', multiple: true, default: [] },
      until: { type: 'string' },
      seed: { type: 'string', default: '1' },
      nodes: { type: 'string', default: '3' },
      trace: { type: 'string', default: 'text' },
    },
  });
  const [file, ...others] = positionals;
  if (!file || others.length) throw new Mistake(usage);
  if (values.trace !== 'text' && values.trace !== 'json')
    throw new Mistake(`--trace is json or text, not ${JSON.stringify(values.trace)}`);
  return {
    file,
    lines: values.do,
    sends: values.send,
    untilMs: values.until === undefined ? undefined : duration(values.until),
    seed: wholeNumber('seed', values.seed, 0, 4294967295),
    nodes: wholeNumber('nodes', values.nodes, 0, 1000),
    isJson: values.trace === 'json',
  };
}

/** Runs until nothing was written for a while, or until the limit. */
function rest(cluster: Cluster, limitMs: number): void {
  for (;;) {
    const quietFrom = Math.max(cluster.journal.at(-1)?.atMs ?? 0, 0);
    const next = cluster.nextDueMs;
    if (next === undefined || next > limitMs || next > quietFrom + restMs) break;
    cluster.step(limitMs);
  }
}

/** `@20s kubectl …`: the moment, if one is given, and the line. */
function timed(line: string): { readonly momentMs?: number; readonly kubectl: string } {
  const [, moment, kubectl = line] = /^@(\S+)\s+([\s\S]*)$/.exec(line) ?? [];
  return { ...(moment && { momentMs: duration(moment) }), kubectl };
}

function main(args: readonly string[]): number {
  const { file, lines, sends, untilMs, seed, nodes, isJson } = asked(args);
  const cluster = new Cluster({
    seed,
    nodes: Array.from({ length: nodes }, (_, i) => ({ name: `node-${i + 1}` })),
  });
  let failures = 0;
  let printed = cluster.journal.length;
  const print = () => {
    for (; printed < cluster.journal.length; printed++) {
      const entry = cluster.journal[printed];
      const line = entry && (isJson ? JSON.stringify(entry) : traceLine(entry));
      if (line) console.log(line);
    }
  };
  const limitMs = untilMs ?? longestMs;
  const shell = new Shell(cluster, workingFolder);
  const all = [`kubectl apply -f '${file}'`, ...lines].map(timed);
  for (const [i, { momentMs, kubectl }] of all.entries()) {
    if (momentMs !== undefined) cluster.run(Math.min(momentMs, limitMs));
    else if (cluster.commands.length) rest(cluster, limitMs);
    print();
    const line = shell.start(kubectl);
    drive(line, cluster, Math.max(cluster.nowMs, Math.min(all[i + 1]?.momentMs ?? limitMs, limitMs)));
    print();
    for (const { stream, text } of line.printed) if (stream === 'stderr') console.error(text);
    if (line.exit !== 0 && line.exit !== interrupted) failures++;
  }
  if (untilMs === undefined) rest(cluster, longestMs);
  else cluster.run(untilMs);
  print();
  for (const send of sends) {
    const hops = sendText(cluster.reading, send, {}, seed);
    console.log(isJson ? JSON.stringify({ type: 'send', send, hops }) : hops.join('\n'));
  }
  const end = {
    seed,
    atMs: cluster.nowMs,
    entries: cluster.journal.length,
    hash: journalHash(cluster.journal),
  };
  console.log(
    isJson
      ? JSON.stringify({ type: 'end', ...end })
      : `seed ${seed}, ${end.entries} entries until ${(end.atMs / 1000).toFixed(3)} s, trace ${end.hash}`,
  );
  return failures ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof Mistake || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = isUsage ? 2 : 1;
}
