'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PacketHand, PacketScenario, Send } from '@/lib/lab/packet-path';
import { firstChoice, type PacketChoice, type PacketRun, runPacket } from '@/lib/lab/packet-run';
import type { Moment, PacketUnit } from '@/lib/network/xray/view';
import { stopsOf } from '@/lib/network/xray/xray';
import { type Speed, speeds } from '../lab/figure-keys';

/** How long play stays at a stop at 1×, ms: as long as its sentence takes to read. */
const stayMs: Readonly<Record<PacketUnit, number>> = { frame: 1_200, place: 900, rule: 600 };
/** Between two steps of play for a reader who wants no movement, ms. */
const stillStepMs = 1_500;

export interface PacketControl {
  readonly choice: PacketChoice;
  readonly run: PacketRun;
  /** Index into the moments of the exchange. */
  readonly at: number;
  readonly moment: Moment | undefined;
  readonly unit: PacketUnit;
  readonly speed: Speed;
  readonly playing: boolean;
  /** Why the last line was not sent; what was sent before stays on the screen. */
  readonly refusal: string | undefined;
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
  readonly setBackend: (backend: PacketChoice['backend']) => void;
  readonly setMode: (mode: PacketChoice['mode']) => void;
  readonly toggleHand: (id: string) => void;
  /** Sends into the network as it stands. */
  readonly send: (send: Send) => void;
  /** Sends one of the path's ways, in its own cluster, set up anew. */
  readonly sendWay: (send: Send) => void;
  readonly sendAgain: () => void;
  readonly startOver: () => void;
  /** Opens with a choice that came with the address. */
  readonly open: (choice: PacketChoice) => void;
}

const bare = ({ from, line }: Send): Send => ({ from, line });

/** Hands after one was switched: of those that need a cluster of their own the newest stays. */
export function switched(scenario: PacketScenario, on: readonly string[], id: string): readonly string[] {
  if (on.includes(id)) return on.filter((each) => each !== id);
  const byId = new Map(scenario.hands.map((hand) => [hand.id, hand]));
  const others = byId.get(id)?.cluster === undefined ? on : on.filter((each) => !byId.get(each)?.cluster);
  return [...others, id];
}

/** What is sent with these hands on: what the newest of them sends, else what the reader asked for. */
function sendWith(hands: readonly PacketHand[], on: readonly string[], asked: Send): Send {
  const own = on
    .map((id) => hands.find((hand) => hand.id === id)?.send)
    .findLast((send) => send !== undefined);
  return own ? bare(own) : asked;
}

interface Shown {
  readonly choice: PacketChoice;
  /** What the reader asked for last, whatever a hand sends in its place. */
  readonly asked: Send;
  readonly at: number;
  readonly refusal?: string;
}

const opened = (choice: PacketChoice, asked: Send): Shown => ({ choice, asked, at: 0 });

/** The packets of a scenario on the screen: what was chosen, where the reader is, and playing. */
export function usePacket(scenario: PacketScenario): PacketControl {
  const [first] = useState(() => firstChoice(scenario));
  const [shown, setShown] = useState<Shown>(() => opened(first, first.sent[0] as Send));
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const [unit, setUnit] = useState<PacketUnit>('frame');
  const { choice, at, asked } = shown;
  const run = useMemo(() => runPacket(scenario, choice), [scenario, choice]);
  const stops = useMemo(() => stopsOf(run.xray, unit), [run, unit]);
  const start = stops[0] ?? 0;
  const end = stops.at(-1) ?? 0;
  const here = Math.min(Math.max(at, start), end);

  const move = useCallback((to: number) => {
    setShown((old) => ({ ...old, at: to }));
  }, []);
  const pause = useCallback(() => setPlaying(false), []);
  const seek = (to: number) => {
    setPlaying(false);
    move(to);
  };
  const step = (times = 1) => {
    const next = stops.filter((stop) => stop > here);
    seek(next[Math.min(times, next.length) - 1] ?? end);
  };
  const back = (times = 1) => {
    const before = stops.filter((stop) => stop < here);
    seek(before[Math.max(0, before.length - times)] ?? start);
  };
  usePlaying({ playing, here, stops, unit, speed, move, stop: pause });

  /** The network set up anew: the same line is sent again, and the figure goes to its start. */
  const anew = (change: Partial<PacketChoice>) => {
    setPlaying(false);
    setShown((old) => {
      const hands = change.hands ?? old.choice.hands;
      const sent = [sendWith(scenario.hands, hands, old.asked)];
      return opened({ ...old.choice, ...change, sent }, old.asked);
    });
  };
  const send = (next: Send) => {
    setPlaying(false);
    const wanted = { ...choice, sent: [...choice.sent, bare(next)] };
    const { refusal } = runPacket(scenario, wanted);
    if (refusal !== undefined) setShown({ ...shown, refusal });
    else setShown(opened(wanted, bare(next)));
  };
  return {
    choice,
    run,
    at: here,
    moment: run.xray.moments[here],
    unit,
    speed,
    playing,
    refusal: shown.refusal ?? run.refusal,
    play: () => {
      if (here >= end) move(start);
      setPlaying(true);
    },
    pause,
    step,
    back,
    toStart: () => seek(start),
    toEnd: () => seek(end),
    goTo: (packet, frame) => {
      const to = run.xray.moments.findIndex(
        (one) => one.packet === packet && one.gap === frame && one.at === 'frame',
      );
      const any = run.xray.moments.findIndex((one) => one.packet === packet);
      seek(to >= 0 ? to : Math.max(0, any));
    },
    goToRule: (place, rule) => {
      const now = run.xray.moments[here];
      const to = run.xray.moments.findIndex(
        (one) =>
          one.at === 'rule' &&
          one.packet === now?.packet &&
          one.gap === now.gap &&
          one.place === place &&
          one.rule === rule,
      );
      if (to >= 0) seek(to);
    },
    setUnit,
    setSpeed,
    faster: (by) =>
      setSpeed((old) => speeds[Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(old) + by))] ?? old),
    setBackend: (backend) => anew({ backend }),
    setMode: (mode) => anew({ mode }),
    toggleHand: (id) => anew({ hands: switched(scenario, choice.hands, id) }),
    send,
    sendWay: (way) => {
      setPlaying(false);
      setShown(opened({ ...choice, sent: [bare(way)] }, bare(way)));
    },
    sendAgain: () => send(choice.sent.at(-1) ?? asked),
    startOver: () => {
      setPlaying(false);
      setShown(opened(first, first.sent[0] as Send));
    },
    open: useCallback((wanted: PacketChoice) => {
      const last = wanted.sent.at(-1);
      if (last) setShown(opened(wanted, last));
    }, []),
  };
}

interface Playing {
  readonly playing: boolean;
  readonly here: number;
  readonly stops: readonly number[];
  readonly unit: PacketUnit;
  readonly speed: Speed;
  readonly move: (to: number) => void;
  readonly stop: () => void;
}

/** Goes from stop to stop until the last one, or until told to stop. */
function usePlaying({ playing, here, stops, unit, speed, move, stop }: Playing): void {
  useEffect(() => {
    if (!playing) return;
    const next = stops.find((one) => one > here);
    const isStill = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
    const timer = setTimeout(
      () => {
        if (next === undefined) stop();
        else move(next);
        if (next === stops.at(-1)) stop();
      },
      isStill ? stillStepMs : stayMs[unit] / speed,
    );
    return () => clearTimeout(timer);
  }, [playing, here, stops, unit, speed, move, stop]);
}
