import type { HostSpan, PacketView } from '@/lib/network/xray/view';

/** A host with its ground; the Pods of a node stand in the node's band. */
export interface Band {
  readonly host: string;
  readonly isPod: boolean;
  readonly address?: string;
  readonly x: number;
  readonly width: number;
}

/** What joins two columns; between hosts that are no Pods it is a wire. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly isWire: boolean;
}

const bandGap = 26;

/** What a host is called says what it is, when none of its devices saw the packet. */
const kindByName = (host: string): HostSpan['kind'] =>
  host.startsWith('pod-') ? 'pod' : host === 'router' || host === 'outside' ? host : 'node';

/** Hosts with the one where the packet was lost, though it was not seen there. */
function hostsWithLoss({ frames, hosts, from, loss }: PacketView): readonly HostSpan[] {
  const at = frames.length;
  const seen = at === 0 ? [] : hosts;
  if (!loss && at > 0) return seen;
  const host = loss?.host ?? from;
  const last = seen.at(-1);
  if (last?.host === host) return [...seen.slice(0, -1), { ...last, to: at }];
  const known = hosts.find((one) => one.host === host);
  return [...seen, { kind: kindByName(host), ...known, host, from: at, to: at }];
}

/** A Pod joins the node that comes after it, or that came before. */
function joined(hosts: readonly HostSpan[]): HostSpan[] {
  const bands: HostSpan[] = [];
  for (const one of hosts) {
    const last = bands.at(-1);
    if (last?.kind === 'pod' && one.kind === 'node') bands[bands.length - 1] = { ...one, from: last.from };
    else if (last?.kind === 'node' && one.kind === 'pod') bands[bands.length - 1] = { ...last, to: one.to };
    else bands.push(one);
  }
  return bands;
}

/** The drawing from its first column to its last, px; `x` is the middle of a column, also between two. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly x: (slot: number) => number;
}

/** Every host that the packet passed, in the order in which it came to them. */
export function bandsOf(packet: PacketView, { left, right, pitch, x }: Edges): Band[] {
  return joined(hostsWithLoss(packet)).map(({ host, kind, address, from, to }) => {
    const ends = [x(from), x(to)];
    const start = Math.min(...ends) - pitch / 2;
    const stop = Math.max(...ends) + pitch / 2;
    const inset = bandGap / 2;
    const bandX = start <= left + 1 ? left : start + inset;
    return {
      host,
      isPod: kind === 'pod',
      ...(address !== undefined && { address }),
      x: bandX,
      width: (stop >= right - 1 ? right : stop - inset) - bandX,
    };
  });
}

/** Half the length of the line of a host that no frame left, px. */
const stump = 34;

export function linksOf(packet: PacketView, x: (slot: number) => number): Link[] {
  const hosts = hostsWithLoss(packet);
  const bands = joined(hosts);
  const bandAt = (slot: number) => bands.findIndex(({ from, to }) => from <= slot && slot <= to);
  const last = packet.frames.length - (packet.loss ? 0 : 1);
  if (packet.frames.length === 0) return [{ from: x(0) - stump, to: x(0) + stump, isWire: false }];
  return Array.from({ length: last }, (_, i) => {
    const [from = 0, to = 0] = [x(i), x(i + 1)].sort((a, b) => a - b);
    return { from, to, isWire: bandAt(i) !== bandAt(i + 1) };
  });
}
