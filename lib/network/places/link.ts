import { vni, vxlanOverhead, vxlanPort } from '../flannel';
import { addressOfDevice, type Device, isSet, lookup, sourceFor } from '../host';
import { behindBridge, whoHas } from '../network';
import { defaultTtl, noMac, type Packet } from '../packet';
import { arpRow, neighbourRow, portRow, routeRow, tunnelRow } from '../rows';
import { deviceNamed, here, hooked, lost, macOf, read, refusal, routed, seen, type Walk } from '../walk';

/** What devices do with a frame: neighbours, the bridge with its ports, the tunnel, the wire. */

/** The MAC of an address, as the neighbour table of the tunnel has it or whoever has the address says. */
function neighbour(walk: Walk, device: Device, hop: string): string | undefined {
  const host = here(walk);
  if (device.kind === 'vxlan') return host.neighbours[hop];
  if (device.kind === 'bridge') return behindBridge(walk.network, host, hop);
  if (device.segment) return whoHas(walk.network, device, hop);
  const node = device.peer && walk.network.hosts[device.peer.host];
  return node && behindBridge(walk.network, node, hop);
}

/** Asks who has an address: of the tunnel the table says it, on other devices ARP does. */
function asked(walk: Walk, device: Device, hop: string): readonly [Walk, string | undefined] {
  const mac = neighbour(walk, device, hop);
  const [table, row] =
    device.kind === 'vxlan' ? (['neighbour', neighbourRow] as const) : (['arp', arpRow] as const);
  return [read(walk, table, hop, mac === undefined ? undefined : row(hop, mac)), mac];
}

/** The stack hands the packet to a device: a frame with the MAC of the next hop. */
export function transmit(walk: Walk): Walk {
  const device = deviceNamed(walk, walk.outDevice);
  const name = `${walk.host}/${walk.outDevice}`;
  if (!device?.isUp) return lost(walk, { sort: 'deviceDown', says: `${name} is down` });
  const hop = walk.nextHop ?? walk.packet.dst;
  const [next, mac] = asked(walk, device, hop);
  if (mac === undefined) {
    const nobody = lost(next, { sort: 'noNeighbour', says: `nobody on ${name} answers for ${hop}` });
    return walk.inDevice === undefined ? nobody : { ...nobody, answer: refusal(walk, { type: 3, code: 1 }) };
  }
  if (device.kind === 'bridge') here(walk).spokenTo.add(mac);
  return seen(next, name, { src: macOf(walk, device.name), dst: mac });
}

/** Both ends of a cable see the frame; whoever has the MAC takes it. */
export function wire(walk: Walk): Walk {
  const [host = '', device = ''] = (walk.eth?.dst ?? '').split('/');
  const arrived: Walk = { ...walk, host, inDevice: device, outDevice: undefined, nextHop: undefined };
  return fresh(seen(arrived, `${host}/${device}`, walk.eth ?? { src: noMac, dst: noMac }));
}

/** On another host nothing is known of a packet but its bytes. */
const fresh = (walk: Walk): Walk => ({ ...walk, mark: 0, tracked: undefined, bridging: undefined });

/** The veth pair between a Pod and its node's bridge, in either direction. */
export function veth(walk: Walk): Walk {
  const eth = walk.eth ?? { src: noMac, dst: noMac };
  if (here(walk).kind === 'pod') {
    const { peer } = deviceNamed(walk, 'eth0') ?? {};
    if (!peer) return lost(walk, { sort: 'deviceDown', says: `${walk.host}/eth0 has no other end` });
    const arrived = { ...fresh(walk), host: peer.host, inDevice: peer.device, outDevice: undefined };
    const port = here(arrived).devices[peer.device];
    if (port?.isUp === false)
      return lost(walk, { sort: 'deviceDown', says: `${peer.host}/${peer.device} is down` });
    if (isTooLongFor(walk.packet, port)) return tooLong(arrived, port);
    return seen(arrived, `${peer.host}/${peer.device}`, eth);
  }
  const port = Object.values(here(walk).devices).find(
    ({ peer, isUp }) => isUp && `${peer?.host}/eth0` === eth.dst,
  );
  const next = read(walk, 'bridge', eth.dst, port && portRow(eth.dst, port.name));
  if (!port?.peer) return lost(next, { sort: 'notForUs', says: `no port of the bridge leads to ${eth.dst}` });
  if (isTooLongFor(walk.packet, port)) return tooLong(next, port);
  const out = seen(next, `${walk.host}/${port.name}`, eth);
  const arrived = { ...fresh(out), host: port.peer.host, inDevice: 'eth0', outDevice: undefined };
  return seen(arrived, `${port.peer.host}/eth0`, eth);
}

/** A veth takes nothing longer than its MTU and a VLAN tag, and tells nobody. Source: Linux is_skb_forwardable. */
const isTooLongFor = ({ length }: Packet, device: Device | undefined): boolean =>
  device !== undefined && length > device.mtu + 4;

const tooLong = (walk: Walk, device: Device | undefined): Walk =>
  lost(walk, {
    sort: 'tooLong',
    says: `${walk.host}/${device?.name} takes ${device?.mtu} bytes, not ${walk.packet.length}, and says nothing`,
  });

/**
 * A frame comes from a Pod to the bridge. br_netfilter runs PREROUTING already here; when that changes the receiver, the
 * bridge asks for the way: another device means up into the stack, the same one means across to another port. There the
 * frame keeps the sender's MAC; it passes cni0 itself only when the neighbour's entry is not fresh. With forwarding off every
 * changed frame goes up, and falls there. A way up is noted where the stack goes it, in `routing`: the kernel looks once.
 * Source: Linux net/bridge/br_netfilter_hooks.c br_nf_pre_routing_finish, br_nf_pre_routing_finish_bridge.
 */
export function bridge(walk: Walk): Walk {
  const host = here(walk);
  const eth = walk.eth ?? { src: noMac, dst: noMac };
  const own = `${host.name}/cni0`;
  const before = { ...walk, inDevice: 'cni0', outDevice: undefined, nextHop: undefined };
  const next = callsIptables(walk) ? hooked(before, 'prerouting') : before;
  if (next.loss) return next;
  const isChanged = next.packet.dst !== walk.packet.dst;
  if (!isChanged) return eth.dst === own ? up(next, eth) : { ...next, bridging: 'across', outDevice: 'cni0' };
  const { dst } = next.packet;
  const { cni0 } = host.devices;
  const route = lookup(host, dst);
  const isAcross =
    isSet(host, 'net.ipv4.ip_forward', true) && route?.device === 'cni0' && addressOfDevice(cni0) !== dst;
  if (!cni0 || !isAcross) return up(next, { src: eth.src, dst: own });
  const [known, mac] = asked(read(next, 'route', dst, routeRow(host, route)), cni0, dst);
  if (mac === undefined)
    return lost(known, { sort: 'noNeighbour', says: `nobody on ${own} answers for ${dst}` });
  const across: Walk = { ...known, bridging: 'across', outDevice: 'cni0' };
  const shown = host.fresh.has(mac) ? across : seen(across, own, { src: own, dst: mac });
  return { ...shown, eth: { src: eth.src, dst: mac } };
}

const up = (walk: Walk, eth: { readonly src: string; readonly dst: string }): Walk => ({
  ...seen(walk, `${walk.host}/cni0`, eth),
  bridging: 'up',
});

/** Whether bridged frames are shown to iptables: br_netfilter's switch, on since kube-proxy's own start. */
export const callsIptables = (walk: Walk): boolean =>
  isSet(here(walk), 'net.bridge.bridge-nf-call-iptables', true);

/**
 * The tunnel puts the frame into UDP to the node behind which the inner MAC is. The source port is a hash of the inner
 * packet, so that one connection keeps one way. Source: Linux drivers/net/vxlan/vxlan_core.c vxlan_xmit_one.
 */
export function vxlanEncap(walk: Walk): Walk {
  const host = here(walk);
  const eth = walk.eth ?? { src: noMac, dst: noMac };
  const remote = host.fdb[eth.dst];
  const next = read(walk, 'fdb', eth.dst, remote === undefined ? undefined : tunnelRow(eth.dst, remote));
  if (remote === undefined) {
    const says = `the FDB of ${host.name}/flannel.1 does not know ${eth.dst}`;
    return lost(next, { sort: 'noFdb', says });
  }
  const outer: Packet = {
    src: sourceFor(host, remote) ?? '',
    dst: remote,
    ttl: defaultTtl,
    length: walk.packet.length + vxlanOverhead,
    isDontFragment: false,
    udp: { src: sourcePort(walk.packet), dst: vxlanPort },
    vxlan: { vni, inner: { eth, packet: walk.packet } },
  };
  return routed({ ...next, packet: outer, mark: 0, tracked: undefined, inDevice: undefined });
}

/** The kernel's flow hash, in the range of ephemeral ports; its value is not that of Linux. */
function sourcePort({ src, dst, tcp, icmp }: Packet): number {
  const text = `${src}${dst}${tcp?.src ?? icmp?.id}${tcp?.dst ?? ''}`;
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return 32_768 + (hash % 28_232);
}

/** The inner frame comes out of flannel.1 of the other node. */
export function vxlanDecap(walk: Walk): Walk {
  const { vxlan } = walk.packet;
  if (!vxlan) return walk;
  const { eth, packet } = vxlan.inner;
  const inner = fresh({ ...walk, packet, inDevice: 'flannel.1', outDevice: undefined });
  const next = seen(inner, `${walk.host}/flannel.1`, eth);
  if (eth.dst === `${walk.host}/flannel.1`) return next;
  return lost(next, { sort: 'notForUs', says: `${eth.dst} is not the MAC of ${walk.host}/flannel.1` });
}
