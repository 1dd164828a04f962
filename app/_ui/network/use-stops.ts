'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PacketRun } from '@/lib/lab/packet-run';
import type { Moment, PacketUnit, Xray } from '@/lib/network/xray/view';
import { stopsOf } from '@/lib/network/xray/xray';
import { type Speed, speeds } from '../lab/figure-keys';

/** How long play stays at a stop at 1×, ms: as long as its sentence takes to read. */
const stayMs: Readonly<Record<PacketUnit, number>> = { frame: 1_200, place: 900, rule: 600 };
/** Between two steps of play for a reader who wants no movement, ms. */
const stillStepMs = 1_500;

/** Where the reader is among the moments of a run, and what goes from there. */
export interface PacketStops {
  /** Index into the moments of the exchange. */
  readonly at: number;
  readonly moment: Moment | undefined;
  readonly unit: PacketUnit;
  readonly speed: Speed;
  readonly playing: boolean;
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: (times?: number) => void;
  readonly back: (times?: number) => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** To a frame of a packet. */
  readonly goTo: (packet: number, frame: number) => void;
  /** To a rule of the gap where the packet is. */
  readonly goToRule: (place: number, rule: number) => void;
  readonly setUnit: (unit: PacketUnit) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly faster: (by: 1 | -1) => void;
}

/** Steps and play over the moments of one exchange. Play ends with it: another one begins at rest. */
export function useStops(
  { xray }: Pick<PacketRun, 'xray'>,
  wanted: number,
  move: (to: number) => void,
): PacketStops {
  const [played, setPlayed] = useState<Xray>();
  const [speed, setSpeed] = useState<Speed>(1);
  const [unit, setUnit] = useState<PacketUnit>('frame');
  const { moments } = xray;
  const stops = useMemo(() => stopsOf(xray, unit), [xray, unit]);
  const start = stops[0] ?? 0;
  const end = stops.at(-1) ?? 0;
  const at = Math.min(Math.max(wanted, start), end);
  const playing = played === xray;
  const pause = useCallback(() => setPlayed(undefined), []);
  usePlaying({ playing, at, stops, unit, speed, move, pause });
  const seek = (to: number) => {
    pause();
    move(to);
  };
  const seekFirst = (isIt: (one: Moment) => boolean): boolean => {
    const to = moments.findIndex(isIt);
    if (to >= 0) seek(to);
    return to >= 0;
  };
  return {
    at,
    moment: moments[at],
    ...{ unit, speed, playing, pause, setUnit, setSpeed },
    play: () => {
      if (at >= end) move(start);
      setPlayed(xray);
    },
    step: (times = 1) => {
      const next = stops.filter((stop) => stop > at);
      seek(next[Math.min(times, next.length) - 1] ?? end);
    },
    back: (times = 1) => {
      const before = stops.filter((stop) => stop < at);
      seek(before[Math.max(0, before.length - times)] ?? start);
    },
    toStart: () => seek(start),
    toEnd: () => seek(end),
    goTo: (packet, frame) =>
      seekFirst((one) => one.packet === packet && one.gap === frame && one.at === 'frame') ||
      seekFirst((one) => one.packet === packet),
    goToRule: (place, rule) => seekFirst(isRuleOf(moments[at], place, rule)),
    faster: (by) =>
      setSpeed((old) => speeds[Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(old) + by))] ?? old),
  };
}

const isRuleOf = (now: Moment | undefined, place: number, rule: number) => (one: Moment) =>
  one.at === 'rule' &&
  one.packet === now?.packet &&
  one.gap === now.gap &&
  one.place === place &&
  one.rule === rule;

interface Playing extends Pick<PacketStops, 'playing' | 'at' | 'unit' | 'speed' | 'pause'> {
  readonly stops: readonly number[];
  readonly move: (to: number) => void;
}

/** Goes from stop to stop until the last one, or until told to stop. */
function usePlaying({ playing, at, stops, unit, speed, move, pause }: Playing): void {
  useEffect(() => {
    if (!playing) return;
    const next = stops.find((one) => one > at);
    const isStill = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
    const go = () => {
      if (next !== undefined) move(next);
      if (next === undefined || next === stops.at(-1)) pause();
    };
    const timer = setTimeout(go, isStill ? stillStepMs : stayMs[unit] / speed);
    return () => clearTimeout(timer);
  }, [playing, at, stops, unit, speed, move, pause]);
}
