import { vxlanPort } from '../flannel';
import { isSet } from '../host';
import { noMac, type Packet } from '../packet';
import { deviceNamed, here, hooked, lost, readLocal, refusal, routed, seen, type Walk } from '../walk';

/** What the IP layer of a host does with a packet, place by place. Source: Linux net/ipv4/ip_{input,forward,output}.c. */

const tooLong = (packet: Packet, mtu: number): boolean => packet.length > mtu && packet.isDontFragment;

/** A process of this host sends: the route is looked up; a packet longer than the device's MTU does not leave. */
export function sendOut(walk: Walk): Walk {
  const next = routed(walk);
  const mtu = deviceNamed(next, next.outDevice)?.mtu ?? Number.POSITIVE_INFINITY;
  if (next.loss || !tooLong(next.packet, mtu)) return next;
  const says = `${next.packet.length} bytes do not fit into the MTU ${mtu} of ${next.host}/${next.outDevice}`;
  return lost(next, { sort: 'tooLong', says, mtu });
}

/** OUTPUT of a node: when a rule changes the receiver, the way is looked up again. */
export function natOutput(walk: Walk): Walk {
  const next = hooked(walk, 'output');
  return next.loss || next.packet.dst === walk.packet.dst ? next : routed(next);
}

export const natPrerouting = (walk: Walk): Walk => hooked(walk, 'prerouting');

export const natPostrouting = (walk: Walk): Walk => hooked(walk, 'postrouting');

export const input = (walk: Walk): Walk => (here(walk).kind === 'node' ? hooked(walk, 'input') : walk);

/** Is the packet for this host, is forwarding on, is there a way, is the TTL left, does it fit? */
export function routing(walk: Walk): Walk {
  const host = here(walk);
  const local = readLocal(walk);
  if (local) return { ...local, outDevice: undefined };
  if (!isSet(host, 'net.ipv4.ip_forward', host.kind === 'node' || host.kind === 'router'))
    return lost(walk, { sort: 'notForwarding', says: `ip_forward is 0 on ${host.name}` });
  const next = routed(walk);
  if (next.loss) return { ...next, answer: refusal(walk, { type: 3, code: 0 }) };
  if (walk.packet.ttl <= 1) {
    const answer = refusal(walk, { type: 11, code: 0 });
    return { ...lost(next, { sort: 'ttl', says: `the TTL ended on ${host.name}` }), answer };
  }
  const mtu = deviceNamed(next, next.outDevice)?.mtu ?? Number.POSITIVE_INFINITY;
  if (tooLong(next.packet, mtu)) {
    const says = `${next.packet.length} bytes do not fit into the MTU ${mtu} of ${host.name}/${next.outDevice}`;
    const answer = refusal(walk, { type: 3, code: 4, mtu });
    return { ...lost(next, { sort: 'tooLong', says, mtu }), answer };
  }
  return { ...next, packet: { ...next.packet, ttl: next.packet.ttl - 1 } };
}

/** FORWARD, for what is routed and for what the bridge passes across (when br_netfilter calls iptables). */
export const forward = (walk: Walk): Walk => (here(walk).kind === 'node' ? hooked(walk, 'forward') : walk);

/** What goes to an address of the host itself comes back over lo, once. */
export function loopback(walk: Walk): Walk {
  const next = seen(walk, `${walk.host}/lo`, { src: noMac, dst: noMac });
  return { ...next, inDevice: 'lo', outDevice: undefined };
}

/** Whether the socket of the tunnel takes it: VXLAN's UDP port on a node whose device is up. */
export const isForTunnel = (walk: Walk): boolean =>
  walk.packet.udp?.dst === vxlanPort &&
  walk.packet.vxlan !== undefined &&
  here(walk).devices['flannel.1']?.isUp === true;
