import { contains } from '../address';
import { type Plan, planOf } from '../endpoints';
import { hashName } from '../sha256';
import { endpointName, type ServicePort, servicePortName, type World, type WorldNode } from '../world';
import type { NftChain, NftElement, NftSet, NftTable } from './listing';

const mark = 'meta mark set meta mark | 0x00004000';
const triple = 'ip daddr . meta l4proto . th dport';
const pair = 'meta l4proto . th dport';
const tripleType = 'ipv4_addr . inet_proto . inet_service : verdict';
const pairType = 'inet_proto . inet_service : verdict';

/** nft takes names of at most 256 letters; the longest prefix may have 16. Source: nftables/proxier.go hashAndTruncate. */
const longestBase = 240;

function hashed(name: string): string {
  const long = `${hashName(name, 8)}-${name}`;
  return long.length > longestBase ? `${long.slice(0, longestBase - 3)}...` : long;
}

/** The names of a port of a Service. Source: nftables/proxier.go servicePortChainNameBase, …EndpointChainNameBase. */
export function nftNamesOf(port: ServicePort) {
  const { namespace, service, protocol, portName } = port;
  const base = `${namespace}/${service}/${protocol}/${portName}`;
  const endpoint = (name: string) => hashed(`${base}__${name.replace(':', '/')}`);
  return {
    cluster: `service-${hashed(base)}`,
    local: `local-${hashed(base)}`,
    external: `external-${hashed(base)}`,
    firewall: `firewall-${hashed(base)}`,
    endpoint: (name: string) => `endpoint-${endpoint(name)}`,
    affinity: (name: string) => `affinity-${endpoint(name)}`,
  };
}

/** Seconds as nft prints a time: `3h`, `10m`, `1h30m`. */
export function nftTime(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ] as const;
  let left = seconds;
  let text = '';
  for (const [unit, size] of units) {
    const n = Math.floor(left / size);
    if (n > 0) text += `${n}${unit}`;
    left -= n * size;
  }
  return text || '0s';
}

/** The chains that hang on the hooks, and what each jumps to. Source: nftablesBaseChains, nftablesJumpChains. */
const hook = (kind: string, at: string, priority: string, ...rules: string[]): NftChain => ({
  base: `type ${kind} hook ${at} priority ${priority}; policy accept;`,
  rules,
});

function fixedChains(world: World): Record<string, NftChain> {
  const services = 'ct state new jump service-endpoints-check';
  const clusterIPs = 'ct state new jump cluster-ips-check';
  const chain = (...rules: string[]): NftChain => ({ rules });
  return {
    'filter-prerouting-pre-dnat': hook(
      'filter',
      'prerouting',
      'dstnat - 10',
      'ct state new jump firewall-check',
    ),
    'filter-output-pre-dnat': hook('filter', 'output', '-110', 'ct state new jump firewall-check'),
    'filter-input': hook('filter', 'input', 'filter', 'ct state new jump nodeport-endpoints-check', services),
    'filter-forward': hook('filter', 'forward', 'filter', services, clusterIPs),
    'filter-output': hook('filter', 'output', 'filter', services, clusterIPs),
    'nat-prerouting': hook('nat', 'prerouting', 'dstnat', 'jump services'),
    'nat-output': hook('nat', 'output', '-100', 'jump services'),
    'nat-postrouting': hook('nat', 'postrouting', 'srcnat', 'jump masquerading'),
    'nodeport-endpoints-check': chain(`ip daddr @nodeport-ips ${pair} vmap @no-endpoint-nodeports`),
    'service-endpoints-check': chain(`${triple} vmap @no-endpoint-services`),
    'firewall-check': chain(`${triple} vmap @firewall-ips`),
    services: chain(
      `ip daddr @cluster-ips ip saddr != ${world.podNetwork} ${mark} comment "masquerade clusterIP traffic from outside cluster"`,
      `${triple} vmap @service-ips`,
      `ip daddr @nodeport-ips ${pair} vmap @service-nodeports`,
    ),
    masquerading: chain(
      'meta mark & 0x00004000 != 0x00000000 meta mark set meta mark ^ 0x00004000 masquerade fully-random',
      'ct status dnat ip saddr . ip daddr . meta l4proto . th dport @hairpin-connections masquerade fully-random',
    ),
    'cluster-ips-check': chain(
      'ip daddr @cluster-ips reject comment "Reject traffic to invalid ports of ClusterIPs"',
      `ip daddr ${world.serviceNetwork} drop comment "Drop traffic to unallocated ClusterIPs"`,
    ),
    'reject-chain': {
      comment: 'helper for @no-endpoint-services / @no-endpoint-nodeports',
      rules: ['reject'],
    },
  };
}

/** What is collected over all ports of all Services. */
interface Collected {
  readonly world: World;
  readonly node: WorldNode;
  readonly chains: Record<string, NftChain>;
  readonly sets: Record<string, NftSet>;
  readonly serviceIPs: NftElement[];
  readonly nodePorts: NftElement[];
  readonly noServices: NftElement[];
  readonly noNodePorts: NftElement[];
  readonly firewall: NftElement[];
  readonly hairpins: Set<string>;
  readonly clusterIPs: Set<string>;
}

const verdictOf = (fate: Plan['internalFate']): string => (fate === 'drop' ? 'drop' : 'goto reject-chain');

/** The elements of the maps: which address leads to which chain. Source: nftables/proxier.go syncProxyRules. */
function collectElements(all: Collected, port: ServicePort, plan: Plan): void {
  const names = nftNamesOf(port);
  const comment = servicePortName(port);
  const key = (address: string) => `${address} . ${port.protocol} . ${port.port}`;
  all.clusterIPs.add(port.clusterIP);
  for (const { ip, port: number, node } of plan.reachable)
    if (node === all.node.name) all.hairpins.add(`${ip} . ${ip} . ${port.protocol} . ${number}`);
  if (plan.hasInternal)
    all.serviceIPs.push({
      key: key(port.clusterIP),
      verdict: `goto ${port.isInternalLocal ? names.local : names.cluster}`,
    });
  else all.noServices.push({ key: key(port.clusterIP), comment, verdict: verdictOf(plan.internalFate) });
  for (const address of [...port.externalIPs, ...port.loadBalancerIPs]) {
    if (plan.hasEndpoints) all.serviceIPs.push({ key: key(address), verdict: `goto ${names.external}` });
    if (!plan.hasExternal)
      all.noServices.push({ key: key(address), comment, verdict: verdictOf(plan.externalFate) });
  }
  if (hasFirewall(port))
    for (const address of port.loadBalancerIPs)
      all.firewall.push({ key: key(address), verdict: `goto ${names.firewall}` });
  if (port.nodePort !== 0) {
    const door = `${port.protocol} . ${port.nodePort}`;
    if (plan.hasEndpoints) all.nodePorts.push({ key: door, verdict: `goto ${names.external}` });
    if (!plan.hasExternal)
      all.noNodePorts.push({ key: door, comment, verdict: verdictOf(plan.externalFate) });
  }
}

const hasFirewall = (port: ServicePort): boolean =>
  port.loadBalancerIPs.length > 0 && port.sourceRanges.length > 0;

function externalRules(world: World, port: ServicePort, plan: Plan): string[] {
  const names = nftNamesOf(port);
  const toCluster = `goto ${names.cluster}`;
  const first = port.isExternalLocal
    ? [
        `ip saddr ${world.podNetwork} ${toCluster} comment "short-circuit pod traffic"`,
        `fib saddr type local ${mark} comment "masquerade local traffic"`,
        `fib saddr type local ${toCluster} comment "short-circuit local traffic"`,
      ]
    : [`${mark} comment "masquerade"`];
  return plan.hasExternal ? [...first, port.isExternalLocal ? `goto ${names.local}` : toCluster] : first;
}

/** Source: writeServiceToEndpointDNATs, writeServiceToEndpointJumps. */
function choiceRules(port: ServicePort, endpoints: Plan['cluster']): string[] {
  const names = nftNamesOf(port);
  const list = (of: (endpoint: Plan['cluster'][number]) => string) =>
    endpoints.map((endpoint, i) => `${i} : ${of(endpoint)}`).join(', ');
  const lot = `numgen random mod ${endpoints.length}`;
  if (port.affinitySeconds !== undefined) {
    const chain = (endpoint: Plan['cluster'][number]) => `goto ${names.endpoint(endpointName(endpoint))}`;
    return [
      ...endpoints.map(
        (endpoint) => `ip saddr @${names.affinity(endpointName(endpoint))} ${chain(endpoint)}`,
      ),
      `${lot} vmap { ${list(chain)} }`,
    ];
  }
  const [only] = endpoints;
  if (endpoints.length === 1 && only) return [`meta l4proto ${port.protocol} dnat to ${endpointName(only)}`];
  const map = list(({ ip, port: number }) => `${ip} . ${number}`);
  return [`meta l4proto ${port.protocol} dnat ip to ${lot} map { ${map} }`];
}

function collectChains(all: Collected, port: ServicePort, plan: Plan): void {
  const names = nftNamesOf(port);
  const { chains, sets, world, node } = all;
  if (plan.usesClusterChain) chains[names.cluster] = { rules: choiceRules(port, plan.cluster) };
  if (plan.usesLocalChain) chains[names.local] = { rules: choiceRules(port, plan.local) };
  if (plan.usesExternalChain) chains[names.external] = { rules: externalRules(world, port, plan) };
  if (hasFirewall(port)) {
    const isNode = port.sourceRanges.some((range) => contains(range, node.address));
    const sources = [...port.sourceRanges, ...(isNode ? port.loadBalancerIPs : [])];
    chains[names.firewall] = { rules: [`ip saddr != { ${sources.join(', ')} } drop`] };
  }
  const seconds = port.affinitySeconds;
  if (seconds === undefined) return;
  for (const endpoint of plan.reachable) {
    const name = endpointName(endpoint);
    const set = names.affinity(name);
    const more = ['size 65535', 'flags dynamic,timeout', `timeout ${nftTime(seconds)}`];
    sets[set] = { type: 'ipv4_addr', more, elements: [] };
    chains[names.endpoint(name)] = {
      rules: [`update @${set} { ip saddr }`, `meta l4proto ${port.protocol} dnat to ${name}`],
    };
  }
}

/** The table of kube-proxy in nftables mode on one node. Source: pkg/proxy/nftables/proxier.go (v1.37). */
export function nftTableOf(world: World, node: WorldNode): NftTable {
  const all: Collected = {
    world,
    node,
    chains: fixedChains(world),
    sets: {},
    serviceIPs: [],
    nodePorts: [],
    noServices: [],
    noNodePorts: [],
    firewall: [],
    hairpins: new Set(),
    clusterIPs: new Set(),
  };
  for (const port of world.servicePorts) {
    const plan = planOf(port, node.name);
    collectElements(all, port, plan);
    collectChains(all, port, plan);
  }
  const map = (type: string, comment: string, elements: readonly NftElement[]) => ({
    type,
    comment,
    elements,
  });
  const fate = (what: string) => `vmap to drop or reject packets to ${what} with no endpoints`;
  return {
    name: 'kube-proxy',
    comment: 'rules for kube-proxy',
    sets: {
      'hairpin-connections': {
        type: 'ipv4_addr . ipv4_addr . inet_proto . inet_service',
        comment: 'service hairpin connections',
        elements: [...all.hairpins],
      },
      'cluster-ips': {
        type: 'ipv4_addr',
        comment: 'Active ClusterIPs',
        elements: [...all.clusterIPs],
      },
      'nodeport-ips': {
        type: 'ipv4_addr',
        comment: 'IPs that accept NodePort traffic',
        elements: [node.address],
      },
      ...all.sets,
    },
    maps: {
      'no-endpoint-services': map(tripleType, fate('services'), all.noServices),
      'no-endpoint-nodeports': map(pairType, fate('service nodeports'), all.noNodePorts),
      'firewall-ips': map(
        tripleType,
        'destinations that are subject to LoadBalancerSourceRanges',
        all.firewall,
      ),
      'service-ips': map(tripleType, 'ClusterIP, ExternalIP and LoadBalancer IP traffic', all.serviceIPs),
      'service-nodeports': map(pairType, 'NodePort traffic', all.nodePorts),
    },
    chains: all.chains,
  };
}
