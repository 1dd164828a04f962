'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PacketHand, PacketScenario, Send } from '@/lib/lab/packet-path';
import { firstChoice, isSameSend, type PacketChoice, type PacketRun, runPacket } from '@/lib/lab/packet-run';
import { choiceInAddress } from './packet-link';
import { type PacketStops, usePacketStops } from './use-packet-stops';

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

/** What the newest of these hands sends in place of what was asked for; undefined when none of them does. */
function sentBy(hands: readonly PacketHand[], on: readonly string[]): Send | undefined {
  const own = on
    .map((id) => hands.find((hand) => hand.id === id)?.send)
    .findLast((send) => send !== undefined);
  return own && bare(own);
}

/**
 * What is sent when the hands that were on become `on`: what a hand that was switched on sends; what was asked for, when the
 * line was that of a hand that is off now; else the last line again.
 */
function sendWith(
  hands: readonly PacketHand[],
  { hands: before, sent }: Pick<PacketChoice, 'hands' | 'sent'>,
  on: readonly string[],
  asked: Send,
): Send {
  const last = sent.at(-1) ?? asked;
  const switchedOn = sentBy(
    hands,
    on.filter((id) => !before.includes(id)),
  );
  if (switchedOn) return switchedOn;
  const isOf = (ids: readonly string[]) =>
    ids.some((id) => hands.some(({ id: one, send }) => one === id && send && isSameSend(send, last)));
  return isOf(before) && !isOf(on) ? (sentBy(hands, on) ?? asked) : last;
}

interface Shown {
  readonly choice: PacketChoice;
  /** What the reader asked for last, whatever a hand sends in its place: a hand that is switched off gives it back. */
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

/** As a link has it: what was asked for before a hand's own line it does not say, so that is the path's first way. */
function openedByLink(scenario: PacketScenario, choice: PacketChoice): Shown {
  const last = choice.sent.at(-1);
  const own = sentBy(scenario.hands, choice.hands);
  const isOwn = last !== undefined && own !== undefined && isSameSend(own, last);
  return isOwn ? opened(choice, firstChoice(scenario).sent[0]) : opened(choice);
}

/** The packets of a scenario on the screen: what was chosen, where the reader is, and playing. */
export function usePacket(scenario: PacketScenario): PacketControl {
  const [first] = useState(() => firstChoice(scenario));
  const [shown, setShown] = useState<Shown>(() => opened(first));
  const { choice, at, asked } = shown;
  const run = useMemo(() => runPacket(scenario, choice), [scenario, choice]);
  const move = useCallback((to: number) => setShown((old) => ({ ...old, at: to })), []);
  const stops = usePacketStops(run, at, move);
  // Only now: the server, which knows no choice, has drawn the first one.
  useEffect(() => {
    const wanted = choiceInAddress(scenario);
    if (wanted) setShown(openedByLink(scenario, wanted));
  }, [scenario]);

  /** The network set up anew: the same line is sent again, and the figure goes to its start. */
  const anew = (change: Partial<PacketChoice>) => {
    const wanted = { ...choice, ...change };
    const sent = [sendWith(scenario.hands, choice, wanted.hands, asked)];
    setShown(opened({ ...wanted, sent }, asked));
  };
  const send = (next: Send, wasAsked: Send = bare(next)) => {
    const wanted = { ...choice, sent: [...choice.sent, bare(next)] };
    const { refusal } = runPacket(scenario, wanted);
    setShown(refusal === undefined ? opened(wanted, wasAsked) : { ...shown, refusal });
  };
  return {
    ...stops,
    choice,
    run,
    refusal: shown.refusal ?? run.refusal,
    setBackend: (backend) => anew({ backend }),
    setMode: (mode) => anew({ mode }),
    toggleHand: (id) => anew({ hands: switched(scenario, choice.hands, id) }),
    send: (next) => send(next),
    sendWay: (way) => setShown(opened({ ...choice, sent: [bare(way)] })),
    sendAgain: () => send(choice.sent.at(-1) ?? asked, asked),
    startOver: () => setShown(opened(first)),
  };
}
