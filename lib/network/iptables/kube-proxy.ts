import { contains } from '../address';
import { type Plan, planOf } from '../endpoints';
import { hashName } from '../sha256';
import { endpointName, type ServicePort, servicePortName, type World, type WorldNode } from '../world';
import type { RulesetWriter } from './ruleset';

/** Above so many endpoints kube-proxy leaves the comments of endpoints' rules out. */
const largeClusterEndpoints = 1000;

const isNew = '-m conntrack --ctstate NEW';
const say = (text: string): string => `-m comment --comment "${text}"`;

/** The chains of a port of a Service. Source: iptables/proxier.go portProtoHash and the names below it. */
export function chainsOf(port: ServicePort) {
  const hash = hashName(servicePortName(port) + port.protocol, 16);
  return {
    cluster: `KUBE-SVC-${hash}`,
    local: `KUBE-SVL-${hash}`,
    external: `KUBE-EXT-${hash}`,
    firewall: `KUBE-FW-${hash}`,
    endpoint: (endpoint: string) =>
      `KUBE-SEP-${hashName(servicePortName(port) + port.protocol + endpoint, 16)}`,
  };
}

/** What leads from the built-in chains to kube-proxy's. Source: iptables/proxier.go iptablesJumpChains; each is prepended. */
const jumps: readonly (readonly [table: string, from: string, body: string])[] = [
  [
    'filter',
    'INPUT',
    `${isNew} ${say('kubernetes externally-visible service portals')} -j KUBE-EXTERNAL-SERVICES`,
  ],
  [
    'filter',
    'FORWARD',
    `${isNew} ${say('kubernetes externally-visible service portals')} -j KUBE-EXTERNAL-SERVICES`,
  ],
  ['filter', 'INPUT', `${say('kubernetes health check service ports')} -j KUBE-NODEPORTS`],
  ['filter', 'FORWARD', `${isNew} ${say('kubernetes service portals')} -j KUBE-SERVICES`],
  ['filter', 'OUTPUT', `${isNew} ${say('kubernetes service portals')} -j KUBE-SERVICES`],
  ['filter', 'FORWARD', `${say('kubernetes forwarding rules')} -j KUBE-FORWARD`],
  ['filter', 'INPUT', `${isNew} ${say('kubernetes load balancer firewall')} -j KUBE-PROXY-FIREWALL`],
  ['filter', 'OUTPUT', `${isNew} ${say('kubernetes load balancer firewall')} -j KUBE-PROXY-FIREWALL`],
  ['filter', 'FORWARD', `${isNew} ${say('kubernetes load balancer firewall')} -j KUBE-PROXY-FIREWALL`],
  ['nat', 'OUTPUT', `${say('kubernetes service portals')} -j KUBE-SERVICES`],
  ['nat', 'PREROUTING', `${say('kubernetes service portals')} -j KUBE-SERVICES`],
  ['nat', 'POSTROUTING', `${say('kubernetes postrouting rules')} -j KUBE-POSTROUTING`],
  ['filter', 'INPUT', '-j KUBE-FIREWALL'],
  ['filter', 'OUTPUT', '-j KUBE-FIREWALL'],
];

/** The rules that are there without any Service. Left out: IPv6, nfacct counters (and so the rule for INVALID). */
function writeFixed(writer: RulesetWriter): void {
  writer.table('mangle');
  const filter = [
    'KUBE-EXTERNAL-SERVICES',
    'KUBE-FIREWALL',
    'KUBE-FORWARD',
    'KUBE-NODEPORTS',
    'KUBE-PROXY-FIREWALL',
    'KUBE-SERVICES',
  ];
  for (const chain of filter) writer.chain('filter', chain);
  for (const chain of ['KUBE-MARK-MASQ', 'KUBE-NODEPORTS', 'KUBE-POSTROUTING', 'KUBE-SERVICES'])
    writer.chain('nat', chain);
  for (const [table, from, body] of jumps) writer.prepend(table, from, body);
  writer.append(
    'filter',
    'KUBE-FIREWALL',
    `! -s 127.0.0.0/8 -d 127.0.0.0/8 ${say('block incoming localnet connections')} -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP`,
  );
  writer.append(
    'filter',
    'KUBE-FORWARD',
    `${say('kubernetes forwarding rules')} -m mark --mark 0x4000/0x4000 -j ACCEPT`,
    `${say('kubernetes forwarding conntrack rule')} -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT`,
  );
  writer.append('nat', 'KUBE-MARK-MASQ', '-j MARK --set-xmark 0x4000/0x4000');
  writer.append(
    'nat',
    'KUBE-POSTROUTING',
    '-m mark ! --mark 0x4000/0x4000 -j RETURN',
    '-j MARK --set-xmark 0x4000/0x0',
    `${say('kubernetes service traffic requiring SNAT')} -j MASQUERADE --random-fully`,
  );
}

/** What one port of a Service needs to know of where it is written. */
interface Place {
  readonly writer: RulesetWriter;
  readonly world: World;
  readonly node: WorldNode;
  readonly port: ServicePort;
  readonly plan: Plan;
  readonly hasComments: boolean;
}

/** `-d ADDRESS -p tcp -m comment … -m tcp --dport PORT`: how a rule names an address of a Service. */
const to = (port: ServicePort, address: string, comment: string, dport = port.port): string =>
  `-d ${address}/32 -p ${port.protocol} ${say(comment)} -m ${port.protocol} --dport ${dport}`;

/** Captures the addresses of a Service: in nat when there are endpoints, in filter when there are none. */
function writeCapture({ writer, port, plan }: Place): void {
  const name = servicePortName(port);
  const chains = chainsOf(port);
  const target = (fate: Plan['internalFate']) =>
    fate === 'reject' ? 'REJECT --reject-with icmp-port-unreachable' : 'DROP';
  const missing = (fate: Plan['internalFate']) =>
    fate === 'reject' ? `${name} has no endpoints` : `${name} has no local endpoints`;
  const inner = port.isInternalLocal ? chains.local : chains.cluster;
  const usesFirewall = firewalled(port, plan);
  if (plan.hasInternal)
    writer.append('nat', 'KUBE-SERVICES', `${to(port, port.clusterIP, `${name} cluster IP`)} -j ${inner}`);
  else
    writer.append(
      'filter',
      'KUBE-SERVICES',
      `${to(port, port.clusterIP, missing(plan.internalFate))} -j ${target(plan.internalFate)}`,
    );
  const external = (address: string, comment: string, chain: string) => {
    if (plan.hasEndpoints) writer.append('nat', 'KUBE-SERVICES', `${to(port, address, comment)} -j ${chain}`);
    if (!plan.hasExternal)
      writer.append(
        'filter',
        'KUBE-EXTERNAL-SERVICES',
        `${to(port, address, missing(plan.externalFate))} -j ${target(plan.externalFate)}`,
      );
  };
  for (const address of port.externalIPs) external(address, `${name} external IP`, chains.external);
  for (const address of port.loadBalancerIPs) {
    external(address, `${name} loadbalancer IP`, usesFirewall ? chains.firewall : chains.external);
    if (usesFirewall)
      writer.append(
        'filter',
        'KUBE-PROXY-FIREWALL',
        `${to(port, address, `${name} traffic not accepted by ${chains.firewall}`)} -j DROP`,
      );
  }
  if (port.nodePort !== 0) {
    const { protocol } = port;
    if (plan.hasEndpoints)
      writer.append(
        'nat',
        'KUBE-NODEPORTS',
        `-p ${protocol} ${say(name)} -m ${protocol} --dport ${port.nodePort} -j ${chains.external}`,
      );
    if (!plan.hasExternal)
      writer.append(
        'filter',
        'KUBE-EXTERNAL-SERVICES',
        `-p ${protocol} ${say(missing(plan.externalFate))} -m addrtype --dst-type LOCAL -m ${protocol} --dport ${port.nodePort} -j ${target(plan.externalFate)}`,
      );
  }
  if (port.healthCheckNodePort !== 0)
    writer.append(
      'filter',
      'KUBE-NODEPORTS',
      `-p tcp ${say(`${name} health check node port`)} -m tcp --dport ${port.healthCheckNodePort} -j ACCEPT`,
    );
}

const firewalled = (port: ServicePort, plan: Plan): boolean =>
  plan.hasEndpoints && port.loadBalancerIPs.length > 0 && port.sourceRanges.length > 0;

/** KUBE-EXT: what comes from outside, with its exceptions for Local policy, and KUBE-FW before it. */
function writeExternal({ writer, world, node, port, plan }: Place): void {
  const name = servicePortName(port);
  const chains = chainsOf(port);
  const local = '-m addrtype --src-type LOCAL';
  const add = (body: string) => writer.append('nat', chains.external, body);
  if (plan.usesExternalChain) {
    if (!port.isExternalLocal)
      add(`${say(`masquerade traffic for ${name} external destinations`)} -j KUBE-MARK-MASQ`);
    else {
      add(
        `-s ${world.podNetwork} ${say(`pod traffic for ${name} external destinations`)} -j ${chains.cluster}`,
      );
      add(`${say(`masquerade LOCAL traffic for ${name} external destinations`)} ${local} -j KUBE-MARK-MASQ`);
      add(`${say(`route LOCAL traffic for ${name} external destinations`)} ${local} -j ${chains.cluster}`);
    }
    if (plan.hasExternal) add(`-j ${port.isExternalLocal ? chains.local : chains.cluster}`);
  }
  if (firewalled(port, plan)) {
    const comment = say(`${name} loadbalancer IP`);
    const allow = (source: string) =>
      writer.append('nat', chains.firewall, `-s ${source} ${comment} -j ${chains.external}`);
    for (const range of port.sourceRanges) allow(range);
    if (port.sourceRanges.some((range) => contains(range, node.address)))
      for (const address of port.loadBalancerIPs) allow(`${address}/32`);
    const rest = say(`other traffic to ${name} will be dropped by KUBE-PROXY-FIREWALL`);
    writer.append('nat', chains.firewall, rest);
  }
}

/** 1/n as the kernel keeps what kube-proxy writes with ten digits: in units of 2^-31. Source: libxt_statistic.c. */
export function probability(n: number): string {
  const unit = 0x80000000;
  return (Math.round(Number((1 / n).toFixed(10)) * unit) / unit).toFixed(11);
}

const recent = (how: string, chain: string): string =>
  `-m recent ${how} --name ${chain} --mask 255.255.255.255 --rsource`;

/** From a chain of a Service to those of its endpoints: first who was here before, then by lot. */
function writeChoices({ writer, port, hasComments }: Place, chain: string, endpoints: Plan['cluster']): void {
  const { endpoint: chainOf } = chainsOf(port);
  const name = servicePortName(port);
  const comment = (endpoint: string) => (hasComments ? `${say(`${name} -> ${endpoint}`)} ` : '');
  const names = endpoints.map(endpointName);
  if (port.affinitySeconds !== undefined)
    for (const endpoint of names)
      writer.append(
        'nat',
        chain,
        `${comment(endpoint)}${recent(`--rcheck --seconds ${port.affinitySeconds} --reap`, chainOf(endpoint))} -j ${chainOf(endpoint)}`,
      );
  for (const [i, endpoint] of names.entries()) {
    const left = names.length - i;
    const lot = left > 1 ? `-m statistic --mode random --probability ${probability(left)} ` : '';
    writer.append('nat', chain, `${comment(endpoint)}${lot}-j ${chainOf(endpoint)}`);
  }
}

function writeEndpoints({ writer, port, plan, hasComments }: Place): void {
  const { endpoint: chainOf } = chainsOf(port);
  const comment = hasComments ? `${say(servicePortName(port))} ` : '';
  for (const endpoint of plan.reachable) {
    const chain = chainOf(endpointName(endpoint));
    const remember = port.affinitySeconds === undefined ? '' : `${recent('--set', chain)} `;
    writer.append(
      'nat',
      chain,
      `-s ${endpoint.ip}/32 ${comment}-j KUBE-MARK-MASQ`,
      `-p ${port.protocol} ${comment}${remember}-m ${port.protocol} -j DNAT --to-destination ${endpointName(endpoint)}`,
    );
  }
}

/** All rules of kube-proxy in iptables mode on one node. Source: pkg/proxy/iptables/proxier.go syncProxyRules (v1.37). */
export function writeKubeProxyRules(writer: RulesetWriter, world: World, node: WorldNode): void {
  writeFixed(writer);
  const total = world.servicePorts.reduce((sum, port) => sum + port.endpoints.length, 0);
  for (const port of world.servicePorts) {
    const plan = planOf(port, node.name);
    const place = { writer, world, node, port, plan, hasComments: total <= largeClusterEndpoints };
    const chains = chainsOf(port);
    writeCapture(place);
    if (plan.hasInternal)
      writer.append(
        'nat',
        port.isInternalLocal ? chains.local : chains.cluster,
        `! -s ${world.podNetwork} ${to(port, port.clusterIP, `${servicePortName(port)} cluster IP`)} -j KUBE-MARK-MASQ`,
      );
    writeExternal(place);
    if (plan.usesClusterChain) writeChoices(place, chains.cluster, plan.cluster);
    if (plan.usesLocalChain) writeChoices(place, chains.local, plan.local);
    writeEndpoints(place);
  }
  writer.append(
    'nat',
    'KUBE-SERVICES',
    `${say('kubernetes service nodeports; NOTE: this must be the last rule in this chain')} -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS`,
  );
}
