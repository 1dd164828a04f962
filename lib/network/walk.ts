import type { Connection, Direction, Tracked } from './conntrack';
import { type Device, type Host, isLocalTo, lookup, sourceFor } from './host';
import { type AfterHook, type HookName, runHook } from './netfilter';
import { hostOf, type Network } from './network';
import { type Ethernet, errorPacket, type Frame, isIcmpError, type Packet } from './packet';
import { addressRow, routeRow } from './rows';
import { type Asked, hitsOf, type Lookup } from './verdict';

/** Why a packet ended before it arrived: a word for the sort, and a sentence with the numbers. */
export interface Loss {
  readonly sort:
    | 'noRoute'
    | 'tooLong'
    | 'noNeighbour'
    | 'noFdb'
    | 'deviceDown'
    | 'notForwarding'
    | 'rule'
    | 'ttl'
    | 'notForUs'
    | 'noName';
  readonly says: string;
  readonly mtu?: number;
}

/** One thing that happened on the way. */
export type Happening =
  | {
      readonly kind: 'place';
      readonly place: string;
      readonly host: string;
      readonly packet: Packet;
      readonly device?: string;
    }
  | { readonly kind: 'frame'; readonly on: string; readonly frame: Frame }
  | {
      readonly kind: 'hook';
      readonly host: string;
      readonly hook: HookName;
      readonly asked: readonly Asked[];
      readonly lookups: readonly Lookup[];
      /** The packet's connection as it stood after the hook; absent for what is INVALID or was not looked at. */
      readonly connection?: ConnectionSeen;
      readonly before: Packet;
      readonly after: Packet;
    }
  /** A row of a table was looked up: by which key, and what stands there; no row when nothing does. */
  | {
      readonly kind: 'read';
      readonly host: string;
      /** `local`: is it an address of the host; `bridge`: which port has the MAC; `arp`: who answers on the segment. */
      readonly table: 'local' | 'route' | 'neighbour' | 'arp' | 'bridge' | 'fdb';
      readonly key: string;
      readonly row?: string;
    }
  | { readonly kind: 'loss'; readonly host: string; readonly loss: Loss };

type Read = Extract<Happening, { readonly kind: 'read' }>;

/** A connection at one moment: its two tuples, and which of them the packet is. */
export interface ConnectionSeen extends Pick<Connection, 'original' | 'reply' | 'isConfirmed' | 'hasReply'> {
  readonly direction: Direction;
  readonly state: Tracked['state'];
}

/** The context of a packet's machine: where the packet is and what is known of it there. */
export interface Walk {
  readonly network: Network;
  readonly host: string;
  readonly packet: Packet;
  readonly mark: number;
  readonly tracked?: Tracked | undefined;
  readonly inDevice?: string | undefined;
  readonly outDevice?: string | undefined;
  readonly nextHop?: string | undefined;
  readonly eth?: Ethernet | undefined;
  /** The bridge decides: up into the node's stack, or across to another port. */
  readonly bridging?: 'up' | 'across' | undefined;
  readonly loss?: Loss | undefined;
  /** An error that the place where the packet ended sends back. */
  readonly answer?: { readonly host: string; readonly packet: Packet } | undefined;
  readonly happened: readonly Happening[];
}

export const here = ({ network, host }: Walk): Host => hostOf(network, host);

export const deviceNamed = (walk: Walk, name: string | undefined): Device | undefined =>
  name === undefined ? undefined : here(walk).devices[name];

export const entered = (walk: Walk, place: string): Walk => ({
  ...walk,
  happened: [
    ...walk.happened,
    {
      kind: 'place',
      place,
      host: walk.host,
      packet: walk.packet,
      ...((walk.outDevice ?? walk.inDevice) && { device: walk.outDevice ?? walk.inDevice }),
    } as Happening,
  ],
});

/** Notes a frame that passes an interface, as tcpdump there would. */
export const seen = (walk: Walk, on: string, eth: Ethernet, packet = walk.packet): Walk => ({
  ...walk,
  eth,
  happened: [...walk.happened, { kind: 'frame', on, frame: { eth, packet } }],
});

/** Notes a look into a table, before the frame or the loss that it leads to. */
export const read = (walk: Walk, table: Read['table'], key: string, row: string | undefined): Walk => ({
  ...walk,
  happened: [
    ...walk.happened,
    { kind: 'read', host: walk.host, table, key, ...(row !== undefined && { row }) },
  ],
});

export const lost = (walk: Walk, loss: Loss): Walk => ({
  ...walk,
  loss,
  happened: [...walk.happened, { kind: 'loss', host: walk.host, loss }],
});

/**
 * An ICMP error about the packet, from this host to its sender: from the address that the packet was for when that is ours,
 * else from the one that the way back begins with. None about an error. Source: Linux net/ipv4/icmp.c icmp_send.
 */
export function refusal(
  walk: Walk,
  error: { readonly type: number; readonly code: number; readonly mtu?: number },
): Walk['answer'] {
  const host = here(walk);
  if (isIcmpError(walk.packet)) return undefined;
  const src = isLocalTo(host, walk.packet.dst) ? walk.packet.dst : sourceFor(host, walk.packet.src);
  return src === undefined ? undefined : { host: host.name, packet: errorPacket(src, walk.packet, error) };
}

/** Copies, so that what later packets change of the connection does not show here. */
const connectionSeen = ({ connection, direction, state }: Tracked): ConnectionSeen => ({
  original: { ...connection.original },
  reply: { ...connection.reply },
  isConfirmed: connection.isConfirmed,
  hasReply: connection.hasReply,
  direction,
  state,
});

/** Runs a hook's rules where the packet is; a rule that ends it leaves a loss. */
export function hooked(walk: Walk, hook: HookName): Walk {
  const host = here(walk);
  const skb = {
    packet: walk.packet,
    mark: walk.mark,
    tracked: walk.tracked,
    inDevice: walk.inDevice,
    outDevice: walk.outDevice,
  };
  const after = runHook(walk.network, host, hook, skb);
  const { packet, mark, tracked, asked, lookups } = after;
  const next: Walk = {
    ...walk,
    packet,
    mark,
    tracked,
    happened: [
      ...walk.happened,
      {
        kind: 'hook',
        host: host.name,
        hook,
        asked,
        lookups,
        ...(tracked && { connection: connectionSeen(tracked) }),
        before: walk.packet,
        after: packet,
      },
    ],
  };
  return ended(next, after);
}

function ended(walk: Walk, { verdict, asked }: AfterHook): Walk {
  if (verdict.do !== 'drop' && verdict.do !== 'reject') return walk;
  const rule = hitsOf(asked).at(-1);
  const by = rule ? `${rule.table} ${rule.rule}` : 'the policy of the chain';
  const answer = verdict.do === 'reject' ? refusal(walk, { type: 3, code: 3 }) : undefined;
  const says = `${verdict.do === 'reject' ? 'rejected' : 'dropped'} by ${by}`;
  return { ...lost(walk, { sort: 'rule', says }), answer };
}

/** Whether the packet is for an address of this host: the walk with that address's row read, or undefined when it is not. */
export function readLocal(walk: Walk): Walk | undefined {
  const { dst } = walk.packet;
  return isLocalTo(here(walk), dst) ? read(walk, 'local', dst, addressRow(here(walk), dst)) : undefined;
}

/** Looks the way up: device and next hop, or a loss. */
export function routed(walk: Walk): Walk {
  const local = readLocal(walk);
  if (local) return { ...local, outDevice: 'lo', nextHop: undefined };
  const host = here(walk);
  const { dst } = walk.packet;
  const route = lookup(host, dst);
  const next = read(walk, 'route', dst, route && routeRow(host, route));
  if (!route || route.kind !== undefined) {
    const says = `${host.name} has no route to ${dst}`;
    return lost({ ...next, outDevice: undefined }, { sort: 'noRoute', says });
  }
  return { ...next, outDevice: route.device, nextHop: route.via ?? dst };
}

export const macOf = (walk: Walk, device: string): string => `${walk.host}/${device}`;
