import { chainsOf, isCounted, nftParts } from './judge-world';
import { type Pair, paired } from './pair';
import { frameText } from './world-frame-text';
import type { WorldFlow, WorldFrame, WorldRecording, WorldTables } from './world-recording';

/** Lines of one node, recorded beside played. */
export interface OnNode {
  readonly node: string;
  readonly pairs: readonly Pair[];
}

/** One thing that was sent: what was typed where, what it printed, and what went over which wire. */
export interface FlowTrace {
  readonly name: string;
  readonly says: string;
  /** Lines of a prompt: `router# ip route add …` before, then `pod-client$ app get …`. */
  readonly typed: readonly string[];
  readonly output: readonly Pair[];
  readonly frames: readonly Pair[];
  readonly rules: readonly OnNode[];
  /** Rules that the model's packets hit besides, and whose counters the recording does not keep. */
  readonly alsoHit: readonly OnNode[];
  readonly conntrack: readonly OnNode[];
}

/** A table of a node: its name is a key of words on the page. */
export interface TablePart {
  readonly name: 'addresses' | 'routes' | 'neighbours' | 'fdb' | 'mtu' | 'iptables' | 'nftables';
  readonly pairs: readonly Pair[];
}

export interface WorldTrace {
  readonly flows: readonly FlowTrace[];
  readonly tables: readonly { readonly node: string; readonly parts: readonly TablePart[] }[];
}

type ByNode = Readonly<Record<string, readonly string[]>>;

/** The lines of each node that either side tells of; a node without lines is left out. */
const byNode = (recorded: ByNode = {}, played: ByNode = {}): OnNode[] =>
  [...new Set([...Object.keys(recorded), ...Object.keys(played)])]
    .sort()
    .map((node) => ({ node, pairs: paired(recorded[node] ?? [], played[node] ?? []) }))
    .filter(({ pairs }) => pairs.length > 0);

const kept = (lines: ByNode = {}, keeps: (node: string, line: string) => boolean): ByNode =>
  Object.fromEntries(
    Object.entries(lines).map(([node, rules]) => [node, rules.filter((rule) => keeps(node, rule))]),
  );

const linesOf = (text: string | undefined): string[] => (text ? text.split('\n') : []);

/** Frames that may be there or not are told of where the model has them. */
function framesOf(recorded: WorldFlow, played: WorldFlow | undefined): Pair[] {
  const texts = (frames: readonly WorldFrame[] = []) => frames.map(frameText);
  const ours = texts(played?.frames);
  const optional = texts(recorded.optional).filter((text) => ours.includes(text));
  return paired([...texts(recorded.frames), ...optional], ours);
}

function flowTrace(recorded: WorldFlow, played: WorldFlow | undefined): FlowTrace {
  const isTold = (node: string, rule: string) =>
    isCounted(rule) || (recorded.rulesHit?.[node] ?? []).includes(rule);
  return {
    name: recorded.name,
    says: recorded.says ?? '',
    typed: [
      ...(recorded.setup ?? []).map((line) => line.replace(/^([^:]+): /, '$1# ')),
      `${recorded.from}$ ${recorded.cmd}`,
    ],
    output: paired(linesOf(recorded.output), linesOf(played?.output)),
    frames: framesOf(recorded, played),
    rules: byNode(recorded.rulesHit, kept(played?.rulesHit, isTold)),
    alsoHit: byNode(
      {},
      kept(played?.rulesHit, (node, rule) => !isTold(node, rule)),
    ),
    conntrack: byNode(recorded.conntrack, played?.conntrack),
  };
}

/** Chain by chain, each with its own head: rules of one chain stand beside each other. */
function partsPaired(
  recorded: Readonly<Record<string, readonly string[]>>,
  played: Readonly<Record<string, readonly string[]>>,
  head: (name: string) => readonly string[],
): Pair[] {
  const side = (parts: typeof recorded, name: string) => {
    const lines = parts[name];
    return lines ? [...head(name), ...lines] : [];
  };
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(played)])];
  return names.flatMap((name) => paired(side(recorded, name), side(played, name)));
}

function tableParts(recorded: WorldTables, played: WorldTables | undefined): TablePart[] {
  const lines = (name: 'addresses' | 'routes' | 'neighbours' | 'fdb'): TablePart => ({
    name,
    pairs: paired(recorded[name] ?? [], played?.[name] ?? []),
  });
  const mtus = ({ mtu = {} }: Pick<WorldTables, 'mtu'>) =>
    Object.entries(mtu).map(([device, bytes]) => `${device} ${bytes}`);
  const parts: TablePart[] = [
    lines('addresses'),
    lines('routes'),
    lines('neighbours'),
    lines('fdb'),
    { name: 'mtu', pairs: paired(mtus(recorded), mtus(played ?? {})) },
    {
      name: 'iptables',
      pairs: partsPaired(chainsOf(recorded.iptables ?? []), chainsOf(played?.iptables ?? []), () => []),
    },
    {
      name: 'nftables',
      pairs: recorded.nftables
        ? partsPaired(nftParts(recorded.nftables), nftParts(played?.nftables ?? []), (name) => [name])
        : [],
    },
  ];
  return parts.filter(({ pairs }) => pairs.length > 0);
}

/** A world beside what the model did with it: flow by flow, then the tables of each node, as they are judged. */
export const worldTraceOf = (recorded: WorldRecording, played: WorldRecording): WorldTrace => ({
  flows: recorded.flows.map((flow) =>
    flowTrace(
      flow,
      played.flows.find(({ name }) => name === flow.name),
    ),
  ),
  tables: recorded.tablesOf.map((tables) => ({
    node: tables.node,
    parts: tableParts(
      tables,
      played.tablesOf.find(({ node }) => node === tables.node),
    ),
  })),
});
