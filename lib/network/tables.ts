import { nthOf, prefixLength } from './address';
import { ethernetMtu, nodeNetworkOf, podMtu, remoteLease } from './flannel';
import { writeFlannelRules } from './iptables/flannel';
import { writeKubeProxyRules } from './iptables/kube-proxy';
import { type Ruleset, RulesetWriter } from './iptables/ruleset';
import { nftTableOf } from './nftables/kube-proxy';
import type { NftTable } from './nftables/listing';
import type { World, WorldNode } from './world';

/** What stands in a node's kernel: the values that guards of the packet's machine read. */
export interface NodeTables extends NodeDevices, NodeRules {}

/** Devices and ways, which flanneld and the bridge plugin set up. */
export interface NodeDevices {
  readonly node: string;
  /** `eth0 192.168.0.11/24`: devices with their addresses. */
  readonly addresses: readonly string[];
  readonly routes: readonly string[];
  /** Of flannel.1: which MAC an address has, and behind which node a MAC is. */
  readonly neighbours: readonly string[];
  readonly fdb: readonly string[];
  readonly mtu: Readonly<Record<string, number>>;
}

/** Rules, which flanneld and kube-proxy write. */
export interface NodeRules {
  readonly ruleset: Ruleset;
  readonly nft?: NftTable;
}

/** The tables of a node: addresses and kernel routes, what flanneld and the bridge plugin set up, what kube-proxy wrote. */
export const tablesOf = (world: World, node: WorldNode): NodeTables => ({
  ...devicesOf(world, node),
  ...rulesOf(world, node),
});

export function rulesOf(world: World, node: WorldNode): NodeRules {
  const writer = new RulesetWriter();
  if (world.mode === 'iptables') writeKubeProxyRules(writer, world, node);
  writeFlannelRules(writer, world, node);
  return {
    ruleset: writer.ruleset,
    ...(world.mode === 'nftables' && { nft: nftTableOf(world, node) }),
  };
}

/** The bridge is made with the first Pod of a node. It masquerades nothing itself: flanneld delegates with ipMasq off. */
export function devicesOf(world: World, node: WorldNode): NodeDevices {
  const pods = world.pods.filter((pod) => pod.node === node.name);
  const isTunnel = world.backend === 'vxlan';
  const hasBridge = pods.length > 0;
  const gateway = nthOf(node.podCIDR, 1);
  const network = nodeNetworkOf(world, node);
  const leases = world.nodes
    .filter((other) => other.name !== node.name)
    .map((other) => remoteLease(world, node, other));
  const present = <T>(list: readonly (T | undefined)[]): T[] => list.filter((item) => item !== undefined);
  const mtu = podMtu(world);
  return {
    node: node.name,
    addresses: [
      'lo 127.0.0.1/8',
      `eth0 ${node.address}/${prefixLength(network)}`,
      ...(isTunnel ? [`flannel.1 ${nthOf(node.podCIDR, 0)}/32`] : []),
      ...(hasBridge ? [`cni0 ${gateway}/${prefixLength(node.podCIDR)}`] : []),
    ],
    routes: [
      `default via ${node.gateway} dev eth0`,
      ...(hasBridge ? [`${node.podCIDR} dev cni0 proto kernel scope link src ${gateway}`] : []),
      ...present(leases.map((lease) => lease?.route)),
      `${network} dev eth0 proto kernel scope link src ${node.address}`,
    ].sort((a, b) => Number(b.startsWith('default')) - Number(a.startsWith('default')) || (a < b ? -1 : 1)),
    neighbours: present(leases.map((lease) => lease?.neighbour)),
    fdb: present(leases.map((lease) => lease?.fdb)),
    mtu: {
      lo: 65536,
      eth0: ethernetMtu,
      ...(isTunnel && { 'flannel.1': mtu }),
      ...(hasBridge && { cni0: mtu }),
      ...Object.fromEntries(pods.map((pod) => [`veth-${pod.name}`, mtu])),
    },
  };
}
