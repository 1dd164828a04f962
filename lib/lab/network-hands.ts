import { vxlanPort } from '../network/flannel';

/** What can be broken in any network, on one of its nodes. */
export type NetworkHand = { readonly node: string } & (
  | { readonly kind: 'cut' | 'forwarding' }
  | { readonly kind: 'drop'; readonly packets: DroppedKind }
  | { readonly kind: 'block'; readonly port: number }
  | { readonly kind: 'mtu'; readonly device: NodeDevice; readonly bytes: number }
);

/** `vxlan`: what comes to the tunnel, UDP 8472. */
export type DroppedKind = 'vxlan' | 'icmp' | 'tcp';
export const droppedKinds: readonly DroppedKind[] = ['vxlan', 'icmp', 'tcp'];

/** Devices that a packet leaves a node through: the wire, the tunnel, the bridge of its Pods. */
export type NodeDevice = 'eth0' | 'flannel.1' | 'cni0';
export const nodeDevices: readonly NodeDevice[] = ['eth0', 'flannel.1', 'cni0'];

/** Smallest MTU that IPv4 lives with, and the one that a wire has. Source: RFC 791 section 3.1. */
export const mtuLimits = { least: 576, most: 1500 } as const;
export const portLimits = { least: 1, most: 65_535 } as const;

/** A rule at the head of the chains that a packet for the node, and one through it, passes. */
const dropping = (match: string): readonly string[] =>
  ['INPUT', 'FORWARD'].map((chain) => `iptables -I ${chain} ${match} -j DROP`);

/** What is typed on the node, as root. */
export function linesOf(hand: NetworkHand): readonly string[] {
  switch (hand.kind) {
    case 'cut':
      return ['ip link set eth0 down'];
    case 'forwarding':
      return ['sysctl net.ipv4.ip_forward=0'];
    case 'drop':
      return hand.packets === 'vxlan'
        ? [`iptables -I INPUT -p udp --dport ${vxlanPort} -j DROP`]
        : dropping(`-p ${hand.packets}`);
    case 'block':
      return dropping(`-p tcp --dport ${hand.port}`);
    case 'mtu':
      return [`ip link set ${hand.device} mtu ${hand.bytes}`];
  }
}

/** What tells a hand from others of its kind on its node. */
function aboutOf(hand: NetworkHand): readonly (string | number)[] {
  if (hand.kind === 'drop') return [hand.packets];
  if (hand.kind === 'block') return [hand.port];
  return hand.kind === 'mtu' ? [hand.device] : [];
}

/** Two hands of one id are the same one; the newer takes the place of the older. */
export const idOf = (hand: NetworkHand): string => [hand.kind, hand.node, ...aboutOf(hand)].join('/');
