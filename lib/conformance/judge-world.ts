import { firstDifference, lacking } from './difference';
import type { WorldFlow, WorldRecording, WorldTables } from './world-recording';

/** Chains whose rules kube-proxy writes in the order of a map: they come in any order, the last but stays the last. */
const unordered = /^-A (KUBE-SERVICES|KUBE-NODEPORTS|KUBE-EXTERNAL-SERVICES|KUBE-PROXY-FIREWALL) /;
const isLast = (line: string): boolean => line.includes('must be the last');

/** The rules of `iptables-save` by table and chain. */
export function chainsOf(lines: readonly string[]): Record<string, string[]> {
  const chains: Record<string, string[]> = {};
  let table = '';
  for (const line of lines) {
    if (line.startsWith('*')) table = line;
    else if (line !== 'COMMIT' && !/CANARY|nfacct/.test(line)) {
      const name = `${table} ${/^(?:-A |:)(\S+)/.exec(line)?.[1]}`;
      chains[name] = [...(chains[name] ?? []), line];
    }
  }
  for (const [name, rules] of Object.entries(chains))
    if (rules.some((rule) => unordered.test(rule)))
      chains[name] = [...rules].sort(
        (a, b) => Number(isLast(a)) - Number(isLast(b)) || (a < b ? -1 : a > b ? 1 : 0),
      );
  return chains;
}

/** The listing of `nft` by chain, set and map: rules in order, elements in any. */
export function nftParts(lines: readonly string[]): Record<string, string[]> {
  const sorted = (elements: string) =>
    elements
      .split(',')
      .map((element) => element.trim())
      .filter(Boolean)
      .sort()
      .join(', ');
  const text = lines
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/elements = \{([^}]*)\}/g, (_, elements: string) => `elements ${sorted(elements)}`);
  const parts: Record<string, string[]> = {};
  let name = '';
  for (const line of text.split('\n')) {
    const [, kind, what] = /^(table|chain|set|map) (.*) \{$/.exec(line) ?? [];
    if (kind) {
      name = `${kind} ${what}`;
      parts[name] = [];
    } else if (line && line !== '}') parts[name] = [...(parts[name] ?? []), line];
  }
  return parts;
}

/** As `lacking`, with texts as they are. */
const missing = (wanted: readonly unknown[], got: readonly unknown[]): string[] =>
  lacking(wanted, got).map((words) => (words.startsWith('"') ? (JSON.parse(words) as string) : words));

const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

function tablesDifference(want: WorldTables, got: WorldTables | undefined): string | undefined {
  if (!got) return `no tables of ${want.node}`;
  for (const field of ['addresses', 'routes', 'neighbours', 'fdb'] as const) {
    const [lacks] = missing(want[field] ?? [], got[field] ?? []);
    if (lacks !== undefined) return `${want.node} ${field} lack ${lacks}`;
    const [more] = missing(got[field] ?? [], want[field] ?? []);
    if (more !== undefined) return `${want.node} ${field} have ${more}, which was not recorded`;
  }
  return (
    firstDifference(want.mtu, got.mtu, `${want.node} mtu`) ??
    firstDifference(chainsOf(want.iptables ?? []), chainsOf(got.iptables ?? []), `${want.node} iptables`) ??
    (want.nftables
      ? firstDifference(nftParts(want.nftables), nftParts(got.nftables ?? []), `${want.node} nftables`)
      : undefined)
  );
}

/** Rules that only a Service's own packets hit: the nodes' other traffic moves the counters of the rest, too. */
export const isCounted = (rule: string): boolean => / -A KUBE-(SVC|SEP|EXT|MARK)/.test(rule);

function flowDifference(want: WorldFlow, got: WorldFlow | undefined): string | undefined {
  if (!got) return `flow ${want.name} was not played`;
  const { name } = want;
  const [frame] = missing(want.frames ?? [], got.frames ?? []);
  if (frame) return `${name} lacks the frame ${frame}`;
  const [more] = missing(got.frames ?? [], [...(want.frames ?? []), ...(want.optional ?? [])]);
  if (more) return `${name} has the frame ${more}, which was not recorded`;
  for (const [node, rules] of Object.entries(want.rulesHit ?? {})) {
    const hit = got.rulesHit?.[node] ?? [];
    const [not] = missing(rules, hit);
    if (not !== undefined) return `${name} did not hit on ${node}: ${not}`;
    const extra = missing(hit, rules).find(isCounted);
    if (extra !== undefined) return `${name} hit on ${node}: ${extra}, which was not recorded`;
  }
  for (const [node, rows] of Object.entries(want.conntrack ?? {})) {
    const has = got.conntrack?.[node] ?? [];
    const [not] = missing(rows, has);
    if (not !== undefined) return `${name}: no conntrack row on ${node}: ${not}`;
    const [extra] = missing(has, rows);
    if (extra !== undefined) return `${name}: conntrack on ${node} has ${extra}, which was not recorded`;
  }
  return want.output === got.output
    ? undefined
    : `${name} says ${text(want.output)}, played ${text(got.output)}`;
}

/** Holds a played world against the recorded one: tables of each node, then flow by flow; the first difference in words. */
export function judgeWorld(recorded: WorldRecording, played: WorldRecording): string | undefined {
  for (const want of recorded.tablesOf) {
    const difference = tablesDifference(
      want,
      played.tablesOf.find(({ node }) => node === want.node),
    );
    if (difference) return difference;
  }
  for (const want of recorded.flows) {
    const difference = flowDifference(
      want,
      played.flows.find(({ name }) => name === want.name),
    );
    if (difference) return difference;
  }
  return undefined;
}
