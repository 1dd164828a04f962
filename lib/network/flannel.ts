import { contains, networkOf, nthOf, prefixLength } from './address';
import type { World, WorldNode } from './world';

/** Bytes that a VXLAN tunnel puts around a frame: inner Ethernet 14, VXLAN 8, UDP 8, IP 20. */
export const vxlanOverhead = 50;
export const vxlanPort = 8472;
export const vni = 1;
export const ethernetMtu = 1500;

/** The length of the prefix of the nodes' network: that of the router's address in it. */
export const nodeNetworkOf = (world: World, node: WorldNode): string => {
  const shared = world.router.addresses
    .map((line) => line.split(' ').at(-1) ?? '')
    .find((cidr) => contains(networkOf(cidr), node.address));
  return networkOf(`${node.address}/${shared ? prefixLength(shared) : 24}`);
};

/** What flanneld puts into a node for the lease of another node. */
export interface RemoteLease {
  readonly route: string;
  readonly neighbour?: string;
  readonly fdb?: string;
}

/**
 * How a node reaches the Pods of another one. host-gw: a route over the other node; none where a router lies between. VXLAN:
 * a route into the tunnel over the first address of the other's subnet, that address's MAC, and where that MAC is; with
 * DirectRouting as host-gw where the nodes share a network.
 * Source: flannel v0.28.10 pkg/backend/hostgw/hostgw.go, pkg/backend/vxlan/vxlan_network.go handleSubnetEvents.
 */
export function remoteLease(world: World, node: WorldNode, other: WorldNode): RemoteLease | undefined {
  const { address, leaseAddress = address } = other;
  if (leaseAddress === '') return undefined;
  const isNeighbour = contains(nodeNetworkOf(world, node), leaseAddress);
  const plain = `${other.podCIDR} via ${leaseAddress} dev eth0`;
  if (world.backend === 'host-gw') return isNeighbour ? { route: plain } : undefined;
  if (world.isDirectRouting && isNeighbour) return { route: plain };
  const first = nthOf(other.podCIDR, 0);
  return {
    route: `${other.podCIDR} via ${first} dev flannel.1 onlink`,
    neighbour: `${first} lladdr mac(${other.name}/flannel.1) PERMANENT`,
    fdb: `mac(${other.name}/flannel.1) dst ${leaseAddress} self permanent`,
  };
}

/** The MTU of Pods: what is left inside the tunnel, or all. Flannel writes it into subnet.env for the bridge plugin. */
export const podMtu = (world: World): number =>
  world.backend === 'vxlan' ? ethernetMtu - vxlanOverhead : ethernetMtu;
