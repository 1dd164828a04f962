import { inverted, type Tuple } from '@/lib/network/conntrack';
import type { Host } from '@/lib/network/host';
import type { ConnectionSeen, Happening } from '@/lib/network/walk';
import type { Moment, PacketView, PlaceView } from '@/lib/network/xray/view';
import { decides } from './decides';

/** What of a packet's way is behind a moment, at it, and to come. */
export type Phase = 'past' | 'now' | 'later';

type Hook = Extract<Happening, { readonly kind: 'hook' }>;

/** Of a place in the moment's gap: frames and ends stand behind all of their gap. */
export function phaseOfPlace({ at, place = 0 }: Moment, of: number): Phase {
  if (at === 'frame' || at === 'end') return 'past';
  return of < place ? 'past' : of === place ? 'now' : 'later';
}

/** Of a rule in the moment's gap: with its place all of them are asked. */
export function phaseOfRule(moment: Moment, place: number, rule: number): Phase {
  const phase = phaseOfPlace(moment, place);
  if (phase !== 'now') return phase;
  if (moment.at !== 'rule') return 'past';
  const now = moment.rule ?? 0;
  return rule < now ? 'past' : rule === now ? 'now' : 'later';
}

/** The places behind a moment and at it, each once, with the gap that it belongs to last. */
export function passedPlaces(packet: PacketView, moment: Moment): (PlaceView & { readonly gap: number })[] {
  const passed: (PlaceView & { readonly gap: number })[] = [];
  packet.gaps.slice(0, moment.gap + 1).forEach((places, gap) => {
    places.forEach((view, i) => {
      if (gap === moment.gap && phaseOfPlace(moment, i) === 'later') return;
      // A place that let a frame pass goes on in the next gap.
      if (i === 0 && passed.at(-1)?.place === view.place) passed.pop();
      passed.push({ ...view, gap });
    });
  });
  return passed;
}

/** Where the packet is at a moment. */
export function hostAt(packet: PacketView, moment: Moment): string {
  if (moment.at === 'frame') return packet.frames[moment.gap]?.host ?? packet.from;
  if (moment.at === 'end' && packet.loss) return packet.loss.host;
  const place = moment.place ?? 0;
  const view = packet.gaps[moment.gap]?.[place];
  return view?.host ?? passedPlaces(packet, moment).at(-1)?.host ?? packet.from;
}

/** `node` when nothing says otherwise. */
export const kindOf = (packet: PacketView, host: string): Host['kind'] =>
  packet.hosts.find((span) => span.host === host)?.kind ?? 'node';

const isSame = (a: Tuple, b: Tuple): boolean => JSON.stringify(a) === JSON.stringify(b);

/** As it stood before a hook: a first packet's row still mirrors itself on the side that the hook decides. */
function beforeHook({ connection }: Hook, earlier: ConnectionSeen | undefined): ConnectionSeen | undefined {
  if (!connection) return earlier;
  const { original, state, direction } = connection;
  if (earlier && isSame(earlier.original, original)) return earlier;
  if (state !== 'NEW' || direction !== 'original') return connection;
  return { ...connection, reply: inverted(original), isConfirmed: false };
}

/** What conntrack of a host has of a packet: after a look without a connection the packet is INVALID there. */
export interface Tracking {
  readonly hasLooked: boolean;
  readonly connection?: ConnectionSeen | undefined;
}

/** Into the tunnel and out of it: another packet, of which nothing is known yet. */
const tunnels: ReadonlySet<string> = new Set(['vxlanEncap', 'vxlanDecap']);

/** The connection as the packet's host knows it at a moment: as it stood after the latest hook, or before the rule that decides. */
export function trackingAt(packet: PacketView, moment: Moment): Tracking {
  const host = hostAt(packet, moment);
  let seen: Tracking = { hasLooked: false };
  packet.gaps.slice(0, moment.gap + 1).forEach((places, gap) => {
    places.forEach(({ place, host: where, hook }, i) => {
      const phase = gap < moment.gap ? 'past' : phaseOfPlace(moment, i);
      if (where !== host || phase === 'later') return;
      if (tunnels.has(place)) seen = { hasLooked: false };
      if (!hook) return;
      const isBefore =
        phase === 'now' &&
        moment.at === 'rule' &&
        hook.asked.some((asked, rule) => rule > (moment.rule ?? 0) && decides(asked));
      const { connection } = seen;
      seen = {
        hasLooked: true,
        connection: isBefore ? beforeHook(hook, connection) : (hook.connection ?? connection),
      };
    });
  });
  return seen;
}
