'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PacketHand, PacketScenario, Send } from '@/lib/lab/packet-path';
import { firstChoice, type PacketChoice, type PacketRun, runPacket } from '@/lib/lab/packet-run';
import { choiceInAddress } from './packet-link';
import { type PacketStops, useStops } from './use-stops';

export interface PacketControl extends PacketStops {
  readonly choice: PacketChoice;
  readonly run: PacketRun;
  /** Why the last line was not sent; what was sent before stays on the screen. */
  readonly refusal: string | undefined;
  readonly setBackend: (backend: PacketChoice['backend']) => void;
  readonly setMode: (mode: PacketChoice['mode']) => void;
  readonly toggleHand: (id: string) => void;
  /** Sends into the network as it stands. */
  readonly send: (send: Send) => void;
  /** Sends one of the path's ways, in its own cluster, set up anew. */
  readonly sendWay: (send: Send) => void;
  readonly sendAgain: () => void;
  readonly startOver: () => void;
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

/** At its start: the last line that was sent is what was asked for, unless a hand sends in its place. */
const opened = (choice: PacketChoice, asked = choice.sent.at(-1) as Send): Shown => ({
  choice,
  asked,
  at: 0,
});

/** The packets of a scenario on the screen: what was chosen, where the reader is, and playing. */
export function usePacket(scenario: PacketScenario): PacketControl {
  const [first] = useState(() => firstChoice(scenario));
  const [shown, setShown] = useState<Shown>(() => opened(first));
  const { choice, at, asked } = shown;
  const run = useMemo(() => runPacket(scenario, choice), [scenario, choice]);
  const move = useCallback((to: number) => setShown((old) => ({ ...old, at: to })), []);
  const stops = useStops(run, at, move);
  // Only now: the server, which knows no choice, has drawn the first one.
  useEffect(() => {
    const wanted = choiceInAddress(scenario);
    if (wanted) setShown(opened(wanted));
  }, [scenario]);

  /** The network set up anew: the same line is sent again, and the figure goes to its start. */
  const anew = (change: Partial<PacketChoice>) => {
    const wanted = { ...choice, ...change };
    setShown(opened({ ...wanted, sent: [sendWith(scenario.hands, wanted.hands, asked)] }, asked));
  };
  const send = (next: Send) => {
    const wanted = { ...choice, sent: [...choice.sent, bare(next)] };
    const { refusal } = runPacket(scenario, wanted);
    setShown(refusal === undefined ? opened(wanted) : { ...shown, refusal });
  };
  return {
    ...stops,
    choice,
    run,
    refusal: shown.refusal ?? run.refusal,
    setBackend: (backend) => anew({ backend }),
    setMode: (mode) => anew({ mode }),
    toggleHand: (id) => anew({ hands: switched(scenario, choice.hands, id) }),
    send,
    sendWay: (way) => setShown(opened({ ...choice, sent: [bare(way)] })),
    sendAgain: () => send(choice.sent.at(-1) ?? asked),
    startOver: () => setShown(opened(first)),
  };
}
