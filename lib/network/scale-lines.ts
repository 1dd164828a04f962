import { chainsOf } from './iptables/kube-proxy';
import { ipvsadm, virtualServers } from './ipvs';
import { nftNamesOf } from './nftables/kube-proxy';
import { listed, type NftTable } from './nftables/listing';
import { crowdedService, crowdedWorld, type Scale } from './scale';
import { tablesOf } from './tables';
import type { ServicePort, World } from './world';

/** A command on the node and what it prints; a number stands for so many lines that are left out. */
export interface Listing {
  readonly command: string;
  readonly lines: readonly (string | number)[];
}

/** Lines, elements and endpoints that are shown before some are left out. */
const shown = 3;
/** Above so many endpoints kube-proxy writes its rules without comments: the lines that are shown must be of that side. */
const largeClusterEndpoints = 1000;

/** The first lines, how many were left out, and the last. */
const folded = (first: readonly string[], total: number, last: readonly string[]): (string | number)[] => {
  const left = total - first.length - last.length;
  return [...first, ...(left > 0 ? [left] : []), ...last];
};

/**
 * The first Services of many, and the last. Only the first has all of its endpoints, for only its own chains are shown. Where
 * there are many endpoints in all, the last has as many that serve nothing: they are counted and have no rules, so that the
 * others' lines are written as they would be among all.
 */
function sampleOf(mode: Scale['mode'], services: number, endpoints: number): World {
  const head = Array.from({ length: Math.min(services, shown) }, (_, s) =>
    crowdedService(s, s === 0 ? endpoints : 1),
  );
  const servicePorts = services > shown ? [...head, crowdedService(services - 1, 1)] : head;
  const last = servicePorts.at(-1);
  const [only] = last?.endpoints ?? [];
  const isLarge = services > shown && services * endpoints > largeClusterEndpoints;
  const world = crowdedWorld(mode, 0, 0);
  if (!isLarge || !last || !only) return { ...world, servicePorts };
  const idle = Array.from({ length: largeClusterEndpoints }, () => ({
    ...only,
    ready: false,
    serving: false,
  }));
  return { ...world, servicePorts: [...servicePorts.slice(0, -1), { ...last, endpoints: [only, ...idle] }] };
}

function iptablesListings(world: World, services: number, first: ServicePort): Listing[] {
  const [node] = world.nodes;
  const nat = (node && tablesOf(world, node).ruleset.nat) ?? {};
  const rulesOf = (chain: string) => nat[chain]?.rules ?? [];
  const list = (chain: string, lines: readonly (string | number)[]): Listing => ({
    command: `iptables -t nat -S ${chain}`,
    lines: [`-N ${chain}`, ...lines],
  });
  const captures = rulesOf('KUBE-SERVICES');
  const head = captures.slice(0, Math.min(shown, services));
  const tail = captures.slice(services > shown ? -2 : -1);
  const { cluster } = chainsOf(first);
  const choices = rulesOf(cluster);
  const end = / -j (KUBE-SEP-\S+)/.exec(choices[1] ?? '')?.[1] ?? '';
  return [
    list('KUBE-SERVICES', folded(head, services + 1, tail)),
    list(cluster, folded(choices.slice(0, shown), choices.length, choices.slice(shown).slice(-1))),
    list(end, rulesOf(end)),
  ];
}

/** `{ 0 : a, 1 : b, 2 : c, 3 : d, 4 : e }` with `…` for all but the first entries and the last. */
const shortened = (rule: string): string =>
  rule.replace(/\{ (0 : .*) \}/, (whole, entries: string) => {
    const all = entries.split(', ');
    return all.length > shown + 1 ? `{ ${all.slice(0, shown).join(', ')}, …, ${all.at(-1)} }` : whole;
  });

function nftablesListings(world: World, services: number, first: ServicePort): Listing[] {
  const [node] = world.nodes;
  const nft = node && tablesOf(world, node).nft;
  const map = nft?.maps['service-ips'];
  if (!nft || !map) return [];
  const { cluster } = nftNamesOf(first);
  const list = (what: string, part: Pick<NftTable, 'maps' | 'chains'>): Listing => ({
    command: `nft list ${what}`,
    lines: listed({ ...nft, sets: {}, ...part }).filter((line) => !line.startsWith('\tcomment ')),
  });
  const chain = (name: string): Listing =>
    list(`chain ip kube-proxy ${name}`, {
      maps: {},
      chains: { [name]: { rules: (nft.chains[name]?.rules ?? []).map(shortened) } },
    });
  const head = map.elements.slice(0, Math.min(shown, services));
  const tail = services > shown ? map.elements.slice(-1) : [];
  const whole = list('map ip kube-proxy service-ips', {
    maps: { 'service-ips': { ...map, elements: [...head, ...tail] } },
    chains: {},
  });
  const left = services - head.length - tail.length;
  const from = whole.lines.findIndex((line) => String(line).includes('elements = ')) + head.length;
  const lines = left > 0 ? [...whole.lines.slice(0, from), left, ...whole.lines.slice(from)] : whole.lines;
  return [{ ...whole, lines }, chain('services'), chain(cluster)];
}

function ipvsListing(world: World, services: number, endpoints: number): Listing {
  const [node] = world.nodes;
  const servers = node ? virtualServers(world, node) : [];
  const printed = (of: typeof servers) => ipvsadm(of).slice(heads.length);
  const heads = ipvsadm([]);
  const firstLines = printed(servers.slice(0, 1)).slice(0, 1 + shown);
  const lastLine = services > 1 ? printed(servers.slice(-1)).slice(0, 1) : [];
  const ofFirst = folded([...heads, ...firstLines], heads.length + 1 + endpoints, []);
  if (services === 1) return { command: 'ipvsadm -Ln', lines: ofFirst };
  const between = services * (1 + endpoints) - firstLines.length - 1 - endpoints;
  return {
    command: 'ipvsadm -Ln',
    lines: [...heads, ...firstLines, ...(between > 0 ? [between] : []), ...lastLine, endpoints],
  };
}

/** The lines that answer for a Service in one mode: the first few, how many more there are, and the last. */
export function linesOf(mode: Scale['mode'], services: number, endpoints: number): Listing[] {
  const world = sampleOf(mode, services, endpoints);
  const [first] = world.servicePorts;
  if (!first) return [];
  if (mode === 'ipvs') return [ipvsListing(world, services, endpoints)];
  return mode === 'nftables'
    ? nftablesListings(world, services, first)
    : iptablesListings(world, services, first);
}
