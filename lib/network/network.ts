import { Chance } from '../cluster/chance';
import { contains, networkOf as networkOfCidr, nthOf } from './address';
import { ethernetMtu, podMtu } from './flannel';
import { addressOfDevice, type Device, type Host, isLocalTo, routeOf } from './host';
import type { Ruleset } from './iptables/ruleset';
import type { NftTable } from './nftables/listing';
import { devicesOf, type NodeRules, rulesOf } from './tables';
import type { World, WorldNode, WorldPod } from './world';

/** Hosts and what connects them; packets are sent through it one at a time. */
export interface Network {
  readonly world: World;
  readonly hosts: Readonly<Record<string, Host>>;
  readonly chance: Chance;
  nowMs: number;
}

const device = (name: string, more: Omit<Device, 'name' | 'isUp'>): Device => ({
  name,
  isUp: true,
  ...more,
});

const byName = (devices: readonly Device[]): Record<string, Device> =>
  Object.fromEntries(devices.map((one) => [one.name, one]));

const loopback = device('lo', { kind: 'loopback', address: '127.0.0.1/8', mtu: 65536 });

const host = (
  of: Pick<Host, 'name' | 'kind' | 'devices' | 'routes' | 'listens' | 'listensAtHome' | 'says'>,
): Host => ({
  ...of,
  sysctl: {},
  neighbours: {},
  fdb: {},
  ruleset: {},
  connections: [],
  affinity: new Map(),
  fresh: new Set(),
  spokenTo: new Set(),
});

/** A Pod's network namespace: one for all of its containers. Source: CNI plugin bridge with host-local addresses. */
function podHost(world: World, pod: WorldPod, node: WorldNode): Host {
  const [, length = '24'] = node.podCIDR.split('/');
  const gateway = nthOf(node.podCIDR, 1);
  const eth0 = device('eth0', {
    kind: 'ethernet',
    address: `${pod.ip}/${length}`,
    mtu: podMtu(world),
    peer: { host: node.name, device: `veth-${pod.name}` },
  });
  return host({
    name: `pod-${pod.name}`,
    kind: 'pod',
    devices: byName([loopback, eth0]),
    routes: [
      `default via ${gateway} dev eth0`,
      `${node.podCIDR} dev eth0 proto kernel scope link src ${pod.ip}`,
      `${world.podNetwork} via ${gateway} dev eth0`,
    ].map(routeOf),
    listens: pod.listens,
    ...(pod.listensAtHome && { listensAtHome: pod.listensAtHome }),
    says: pod.name,
  });
}

/** Rules are written when they are asked for or changed: of the nodes of a large cluster a packet passes few. */
function withRules(host: Host, write: () => NodeRules): Host {
  let rules: { ruleset: Ruleset; nft?: NftTable } | undefined;
  const written = () => {
    rules ??= { ...write() };
    return rules;
  };
  return Object.defineProperties(host, {
    ruleset: {
      enumerable: true,
      get: () => written().ruleset,
      set: (ruleset: Ruleset) => {
        written().ruleset = ruleset;
      },
    },
    nft: { enumerable: true, get: () => written().nft },
  });
}

/** The wire that an address is on; one that is in none of the router's networks is on the first. */
function wireOf({ router }: World, address: string): string {
  const wires = router.addresses.map((line) => line.split(' '));
  const [name = 'eth0'] = wires.find(([, cidr = '']) => contains(networkOfCidr(cidr), address)) ?? [];
  return name;
}

function nodeHost(world: World, node: WorldNode): Host {
  const tables = devicesOf(world, node);
  const kinds: Record<string, Device['kind']> = {
    lo: 'loopback',
    eth0: 'ethernet',
    'flannel.1': 'vxlan',
    cni0: 'bridge',
  };
  const addresses = Object.fromEntries(tables.addresses.map((line) => line.split(' ') as [string, string]));
  const devices = Object.entries(tables.mtu).map(([name, mtu]) => {
    const address = addresses[name];
    return device(name, {
      kind: kinds[name] ?? 'port',
      mtu,
      ...(address !== undefined && { address }),
      ...(name === 'eth0' && { segment: wireOf(world, node.address) }),
      ...(name.startsWith('veth-') && { peer: { host: `pod-${name.slice(5)}`, device: 'eth0' } }),
    });
  });
  const mac = (text: string) => /mac\((.*)\)/.exec(text)?.[1] ?? '';
  const made = host({
    name: node.name,
    kind: 'node',
    devices: byName(devices),
    routes: tables.routes.map(routeOf),
    listens: node.listens ?? [],
    says: node.name,
  });
  const asNode = {
    ...made,
    neighbours: Object.fromEntries(tables.neighbours.map((line) => [line.split(' ')[0] ?? '', mac(line)])),
    fdb: Object.fromEntries(tables.fdb.map((line) => [mac(line), /dst (\S+)/.exec(line)?.[1] ?? ''])),
  };
  return withRules(asNode, () => rulesOf(world, node));
}

function routerHost(world: World): Host {
  const devices = world.router.addresses.map((line) => {
    const [name = '', address = ''] = line.split(' ');
    return device(name, { kind: 'ethernet', address, mtu: ethernetMtu, segment: name });
  });
  return host({
    name: 'router',
    kind: 'router',
    devices: byName([loopback, ...devices]),
    routes: world.router.routes.map(routeOf),
    listens: [],
    says: 'router',
  });
}

/** The port on which the host outside serves. */
const outsidePort = 80;

function outsideHost(world: World): Host {
  const wan = world.router.addresses.map((line) => line.split(' ')[1] ?? '').at(-1) ?? '';
  const [gateway = '', length = '24'] = wan.split('/');
  const eth0 = device('eth0', {
    kind: 'ethernet',
    address: `${world.outside}/${length}`,
    mtu: ethernetMtu,
    segment: wireOf(world, world.outside),
  });
  return host({
    name: 'outside',
    kind: 'outside',
    devices: byName([loopback, eth0]),
    routes: [`default via ${gateway} dev eth0`, `${nthOf(wan, 0)}/${length} dev eth0`].map(routeOf),
    listens: [outsidePort],
    says: 'outside',
  });
}

/** The network of a world, as it stands when everything has settled. */
export function networkOf(world: World, seed = 1): Network {
  const pods = world.pods.flatMap((pod) => {
    const node = world.nodes.find(({ name }) => name === pod.node);
    return node ? [podHost(world, pod, node)] : [];
  });
  const hosts = [
    ...pods,
    ...world.nodes.map((node) => nodeHost(world, node)),
    routerHost(world),
    outsideHost(world),
  ];
  return {
    world,
    hosts: Object.fromEntries(hosts.map((one) => [one.name, one])),
    chance: new Chance(seed),
    nowMs: 0,
  };
}

export const hostOf = (network: Network, name: string): Host => {
  const found = network.hosts[name];
  if (!found) throw new Error(`there is no host ${name}`);
  return found;
};

/** Which device on the same segment answers ARP for an address: any of its host's addresses will do. */
export function whoHas(network: Network, on: Device, address: string): string | undefined {
  for (const other of Object.values(network.hosts))
    for (const one of Object.values(other.devices))
      if (one.segment === on.segment && one !== on && one.isUp && isLocalTo(other, address))
        return `${other.name}/${one.name}`;
  return undefined;
}

/** Which MAC behind a node's bridge has an address: a Pod's, or the bridge's own. */
export function behindBridge(network: Network, node: Host, address: string): string | undefined {
  if (addressOfDevice(node.devices.cni0) === address) return `${node.name}/cni0`;
  for (const { peer } of Object.values(node.devices)) {
    const pod = peer && network.hosts[peer.host];
    if (pod && isLocalTo(pod, address)) return `${pod.name}/eth0`;
  }
  return undefined;
}
