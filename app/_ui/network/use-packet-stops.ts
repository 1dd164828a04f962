'use client';
import { useMemo, useState } from 'react';
import type { PacketRun } from '@/lib/lab/packet-run';
import type { Moment, PacketUnit } from '@/lib/network/xray/view';
import { stopsOf } from '@/lib/network/xray/xray';
import { type Stops, useStops } from '../lab/use-stops';

const stayMs: Readonly<Record<PacketUnit, number>> = { frame: 1_200, place: 900, rule: 600 };

/** Where the reader is among the moments of an exchange, and what goes from there. */
export interface PacketStops extends Omit<Stops, 'seek'> {
  readonly moment: Moment | undefined;
  readonly unit: PacketUnit;
  /** To a frame of a packet. */
  readonly goTo: (packet: number, frame: number) => void;
  /** To a rule of the gap where the packet is. */
  readonly goToRule: (place: number, rule: number) => void;
  readonly setUnit: (unit: PacketUnit) => void;
}

/** Steps and play over the moments of one exchange. */
export function usePacketStops(
  { xray }: Pick<PacketRun, 'xray'>,
  wanted: number,
  move: (to: number) => void,
): PacketStops {
  const [unit, setUnit] = useState<PacketUnit>('frame');
  const { moments } = xray;
  const stops = useMemo(() => stopsOf(xray, unit), [xray, unit]);
  const { seek, ...playing } = useStops({ run: xray, stops, wanted, move, stayMs: stayMs[unit] });
  const seekFirst = (isIt: (one: Moment) => boolean): boolean => {
    const to = moments.findIndex(isIt);
    if (to >= 0) seek(to);
    return to >= 0;
  };
  return {
    ...playing,
    moment: moments[playing.at],
    ...{ unit, setUnit },
    goTo: (packet, frame) =>
      seekFirst((one) => one.packet === packet && one.gap === frame && one.at === 'frame') ||
      seekFirst((one) => one.packet === packet),
    goToRule: (place, rule) => seekFirst(isRuleOf(moments[playing.at], place, rule)),
  };
}

const isRuleOf = (now: Moment | undefined, place: number, rule: number) => (one: Moment) =>
  one.at === 'rule' &&
  one.packet === now?.packet &&
  one.gap === now.gap &&
  one.place === place &&
  one.rule === rule;
