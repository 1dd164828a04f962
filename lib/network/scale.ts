import { Chance } from '../cluster/chance';
import { addressOf, nthOf, numberOf } from './address';
import { track } from './conntrack';
import { walkChain } from './iptables/walk';
import { virtualServers } from './ipvs';
import { walkBaseChain } from './nftables/walk';
import { tcpPacket } from './packet';
import { tablesOf } from './tables';
import type { Decision, InHook, Surroundings } from './verdict';
import type { ServicePort, World, WorldNode } from './world';

/** A cluster of many Services, to feel what grows: rules that stand, and what one new connection is held against. */
export interface Scale {
  readonly mode: World['mode'];
  /** Lines of the table as it is listed. */
  readonly rules: number;
  /** Rules held against the first packet of a connection to the last Service. */
  readonly asked: number;
  /** Looks into a map, a set or a hash table. */
  readonly lookups: number;
}

const first: WorldNode = {
  name: 'node-1',
  address: '192.168.0.11',
  podCIDR: '10.244.1.0/24',
  gateway: '192.168.0.1',
};

/** One of the Services of a crowded world, from 0. */
export const crowdedService = (s: number, endpoints: number): ServicePort => ({
  namespace: 'default',
  service: `s${s + 1}`,
  portName: '',
  protocol: 'tcp',
  clusterIP: nthOf('10.96.0.0/16', s + 10),
  port: 80,
  nodePort: 0,
  externalIPs: [],
  loadBalancerIPs: [],
  sourceRanges: [],
  isExternalLocal: false,
  isInternalLocal: false,
  healthCheckNodePort: 0,
  endpoints: Array.from({ length: endpoints }, (_, e) => ({
    ip: addressOf(numberOf('10.244.2.0') + 2 + ((s * endpoints + e) % 60_000)),
    port: 8080,
    node: 'node-2',
    ready: true,
    serving: true,
    terminating: false,
  })),
});

/** A world of one node with so many Services. */
export const crowdedWorld = (mode: World['mode'], services: number, endpoints: number): World => ({
  backend: 'vxlan',
  isDirectRouting: false,
  mode,
  podNetwork: '10.244.0.0/16',
  serviceNetwork: '10.96.0.0/16',
  nodes: [first],
  pods: [],
  servicePorts: Array.from({ length: services }, (_, s) => crowdedService(s, endpoints)),
  router: { addresses: ['eth0 192.168.0.1/24'], routes: [] },
  outside: '203.0.113.9',
});

/** Counts for one mode: a SYN to the Service whose rule stands last. */
export function scaleOf(mode: World['mode'], services: number, endpoints: number, seed = 1): Scale {
  const world = crowdedWorld(mode, services, endpoints);
  const to = world.servicePorts.at(-1)?.clusterIP ?? '';
  if (mode === 'ipvs') {
    const servers = virtualServers(world, first);
    const rules = servers.reduce((sum, { realServers }) => sum + 1 + realServers.length, 0);
    return { mode, rules, asked: 0, lookups: 1 };
  }
  const tables = tablesOf(world, first);
  const packet = tcpPacket('10.244.1.2', to, { src: 40_000, dst: 80, flags: 'S' });
  const skb: InHook = { packet, mark: 0, tracked: track([], packet), inDevice: 'cni0' };
  const around: Surroundings = {
    isLocal: () => false,
    chance: new Chance(seed),
    nowMs: 0,
    affinity: new Map(),
  };
  const { nft, ruleset } = tables;
  const nat = ruleset.nat ?? {};
  const decision: Decision = nft
    ? walkBaseChain(nft, 'nat-prerouting', skb, around)
    : walkChain('nat', nat, 'PREROUTING', skb, around);
  const inNft = nft
    ? Object.values(nft.chains).reduce((sum, { rules }) => sum + rules.length, 0) +
      Object.values(nft.maps).reduce((sum, { elements }) => sum + elements.length, 0)
    : 0;
  const inIptables = Object.values(nat).reduce((sum, { rules }) => sum + rules.length, 0);
  return {
    mode,
    rules: nft ? inNft : inIptables,
    asked: decision.asked.length,
    lookups: decision.lookups.length,
  };
}
