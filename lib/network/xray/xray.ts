import { frameBytes } from '../bytes';
import type { Exchange } from '../exchange';
import { addressOfDevice } from '../host';
import { hostOf, type Network } from '../network';
import type { Place, Sent } from '../packet.machine';
import type { Happening } from '../walk';
import { lanesOf } from './lanes';
import { changedBytes, layersOf } from './layers';
import type { FrameView, HostSpan, Moment, PacketUnit, PacketView, PlaceView, Xray } from './view';

/** Frames and the gaps between them, gathered in one pass over what happened. */
function gathered(network: Network, happened: readonly Happening[]) {
  const frames: FrameView[] = [];
  const gaps: PlaceView[][] = [[]];
  let place: PlaceView | undefined;
  const gap = (): PlaceView[] => gaps.at(-1) ?? [];
  const update = (change: (view: PlaceView) => PlaceView) => {
    const last = gap().at(-1);
    if (last) gap().pop();
    // A place goes on behind a frame that it let pass: the rest of it belongs to the next gap.
    const view = last ?? (place && { ...bare(place) });
    if (view) gap().push(change(view));
  };
  for (const one of happened) {
    if (one.kind === 'place') {
      place = {
        place: one.place as Place,
        host: one.host,
        reads: [],
        ...(one.device !== undefined && { device: one.device }),
      };
      gap().push(place);
    } else if (one.kind === 'hook') update((view) => ({ ...view, hook: one }));
    else if (one.kind === 'read') update((view) => ({ ...view, reads: [...view.reads, one] }));
    else if (one.kind === 'frame') {
      frames.push(frameView(network, one, frames.at(-1)));
      gaps.push([]);
    }
  }
  return { frames, gaps };
}

const bare = ({ place, host, device }: PlaceView): PlaceView => ({
  place,
  host,
  reads: [],
  ...(device !== undefined && { device }),
});

function frameView(
  network: Network,
  { on, frame }: Extract<Happening, { readonly kind: 'frame' }>,
  before: FrameView | undefined,
): FrameView {
  const [host = '', device = ''] = on.split('/');
  const bytes = frameBytes(frame);
  const layers = layersOf(frame);
  const kind = hostOf(network, host).devices[device]?.kind ?? 'ethernet';
  return { host, device, kind, frame, bytes, layers, changed: changedBytes(bytes, layers, before) };
}

function hostsOf(network: Network, frames: readonly FrameView[]): HostSpan[] {
  const spans: HostSpan[] = [];
  frames.forEach(({ host: name }, at) => {
    const last = spans.at(-1);
    if (last?.host === name) spans[spans.length - 1] = { ...last, to: at };
    else {
      const { kind, devices } = hostOf(network, name);
      const address = kind === 'router' ? undefined : addressOfDevice(devices.eth0);
      spans.push({ host: name, kind, from: at, to: at, ...(address !== undefined && { address }) });
    }
  });
  return spans;
}

const startOf = ({ happened, host }: Sent): string => {
  const [first] = happened;
  return first?.kind === 'place' ? first.host : host;
};

function packetView(network: Network, sent: Sent, isBack: boolean): PacketView {
  const { frames, gaps } = gathered(network, sent.happened);
  const [first] = sent.happened;
  const from = startOf(sent);
  const loss = sent.happened.find((one) => one.kind === 'loss');
  return {
    packet: first?.kind === 'place' ? first.packet : sent.packet,
    from,
    isBack,
    leg: sent.leg ?? 0,
    frames,
    gaps,
    hosts: hostsOf(network, frames),
    lanes: lanesOf(frames, gaps),
    end: sent.end,
    ...(loss && { loss }),
  };
}

function momentsOf(packets: readonly PacketView[]): Moment[] {
  return packets.flatMap(({ gaps, frames }, packet) =>
    gaps.flatMap((places, gap): Moment[] => {
      const inPlaces = places.flatMap(({ hook }, place): Moment[] => [
        ...(hook?.asked ?? []).map((_, rule): Moment => ({ at: 'rule', packet, gap, place, rule })),
        { at: 'place', packet, gap, place },
      ]);
      return [...inPlaces, { at: gap < frames.length ? 'frame' : 'end', packet, gap }];
    }),
  );
}

/**
 * Which packets travel back: one that its sender was led to send by a packet on its way out, by the latest of the same leg
 * that came to an end with that sender. So also where both ends are on one host; what an answer causes travels out again.
 */
function waysBack(sent: Exchange['sent']): boolean[] {
  const isBack: boolean[] = [];
  sent.forEach((one, at) => {
    const cause = sent
      .slice(0, at)
      .findLastIndex(({ host, leg }) => host === startOf(one) && leg === one.leg);
    isBack.push(cause >= 0 && !isBack[cause]);
  });
  return isBack;
}

/** An exchange taken apart for the screen. The network gives the names of devices and addresses, as they stand. */
export function xrayOf(network: Network, { sent, ending }: Exchange): Xray {
  const isBack = waysBack(sent);
  const packets = sent.map((one, at) => packetView(network, one, isBack[at] === true));
  return { packets, moments: momentsOf(packets), ending };
}

const stopsAt: Readonly<Record<PacketUnit, ReadonlySet<Moment['at']>>> = {
  frame: new Set(['frame', 'end']),
  place: new Set(['place', 'frame', 'end']),
  rule: new Set(['rule', 'place', 'frame', 'end']),
};

/** Where steps of a unit come to stand: indices into the moments, rising. */
export const stopsOf = ({ moments }: Xray, unit: PacketUnit): number[] =>
  moments.flatMap(({ at }, i) => (stopsAt[unit].has(at) ? [i] : []));
