import { contains, prefixLength } from './address';
import type { Connection } from './conntrack';
import type { Ruleset } from './iptables/ruleset';
import type { NftTable } from './nftables/listing';

/** Where a device's other end is: a segment that many share, or a cable to one device. */
export interface Device {
  readonly name: string;
  readonly kind: 'loopback' | 'ethernet' | 'bridge' | 'port' | 'vxlan';
  /** With its length: `10.244.1.1/24`; a port of a bridge has none. */
  readonly address?: string;
  readonly mtu: number;
  readonly isUp: boolean;
  /** One wire that many share, by the name of the router's device on it: two networks of nodes are two wires. */
  readonly segment?: string;
  /** The other end of a veth pair. */
  readonly peer?: { readonly host: string; readonly device: string };
}

export interface Route {
  readonly prefix: string;
  readonly via?: string;
  readonly device: string;
  readonly source?: string;
  /** `blackhole`, `unreachable`, `prohibit`. */
  readonly kind?: string;
}

/**
 * A network stack: a Pod's namespace (that its containers share), a node, the router or the host outside. Its tables are
 * values that commands replace; connections and affinity are written by packets that pass.
 */
export interface Host {
  readonly name: string;
  readonly kind: 'pod' | 'node' | 'router' | 'outside';
  devices: Readonly<Record<string, Device>>;
  routes: readonly Route[];
  sysctl: Readonly<Record<string, string>>;
  /** TCP ports on which something listens, and the name that it answers with. */
  readonly listens: readonly number[] | 'any';
  /** The same at 127.0.0.1; absent when it is no other. */
  readonly listensAtHome?: readonly number[] | 'any';
  readonly says: string;
  /** Neighbours of flannel.1: address to MAC; and behind which node a MAC is. */
  neighbours: Readonly<Record<string, string>>;
  fdb: Readonly<Record<string, string>>;
  /** Only nodes have rules here. */
  ruleset: Ruleset;
  nft?: NftTable;
  connections: Connection[];
  readonly affinity: Map<string, Map<string, number>>;
  /** Neighbours behind cni0 that the node itself has spoken to: their entries need no new ARP. */
  readonly fresh: Set<string>;
  readonly spokenTo: Set<string>;
}

/** `10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink`, as `ip route` prints and takes it. */
export function routeOf(line: string): Route {
  const words = line.trim().split(/\s+/);
  const kind = /^(blackhole|unreachable|prohibit)$/.test(words[0] ?? '') ? words.shift() : undefined;
  const to = words[0] ?? 'default';
  const after = (name: string) => {
    const at = words.indexOf(name);
    return at < 0 ? undefined : words[at + 1];
  };
  const prefix = to === 'default' ? '0.0.0.0/0' : to.includes('/') ? to : `${to}/32`;
  const via = after('via');
  const source = after('src');
  return {
    prefix,
    device: after('dev') ?? '',
    ...(via !== undefined && { via }),
    ...(source !== undefined && { source }),
    ...(kind !== undefined && { kind }),
  };
}

export const addressOfDevice = (device: Device | undefined): string | undefined =>
  device?.address?.split('/')[0];

export const isLocalTo = (host: Host, address: string): boolean =>
  address.startsWith('127.') ||
  Object.values(host.devices).some((device) => addressOfDevice(device) === address);

/** The route with the longest prefix whose device is up; the first of equal ones. */
export function lookup(host: Host, destination: string): Route | undefined {
  let best: Route | undefined;
  for (const route of host.routes) {
    if (!contains(route.prefix, destination)) continue;
    if (route.kind === undefined && host.devices[route.device]?.isUp === false) continue;
    if (!best || prefixLength(route.prefix) > prefixLength(best.prefix)) best = route;
  }
  return best;
}

/** The sender's address when nothing chose one: the route's, else that of its device. */
export function sourceFor(host: Host, destination: string): string | undefined {
  if (isLocalTo(host, destination)) return destination.startsWith('127.') ? '127.0.0.1' : destination;
  const route = lookup(host, destination);
  if (!route || route.kind !== undefined) return undefined;
  return route.source ?? addressOfDevice(host.devices[route.device]);
}

/** `net.ipv4.ip_forward` and the like; what is not set is `fallback`. */
export const isSet = (host: Host, key: string, fallback: boolean): boolean =>
  host.sysctl[key] === undefined ? fallback : host.sysctl[key] !== '0';
