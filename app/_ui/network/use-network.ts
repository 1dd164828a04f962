'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { idOf, type NetworkHand } from '@/lib/lab/network-hands';
import {
  memoryAfter,
  type NetworkRun,
  type NetworkSetup,
  type NetworkShown,
  runInWorld,
} from '@/lib/lab/network-run';
import { firstSend } from '@/lib/lab/network-targets';
import type { Send } from '@/lib/lab/packet-path';
import { builtOf } from '@/lib/lab/packet-run';
import type { Memory } from '@/lib/network/memory';
import type { World } from '@/lib/network/world';
import type { Xray } from '@/lib/network/xray/view';
import { type PacketStops, usePacketStops } from './use-packet-stops';

export interface NetworkControl extends PacketStops {
  readonly setup: NetworkSetup;
  /** What is looked through; undefined as long as nobody can send. */
  readonly sent: Send | undefined;
  readonly count: number;
  readonly run: NetworkRun;
  readonly refusal: string | undefined;
  readonly setBackend: (backend: NetworkSetup['backend']) => void;
  readonly setMode: (mode: NetworkSetup['mode']) => void;
  /** Does it; one of the same id is replaced. */
  readonly break: (hand: NetworkHand) => void;
  readonly mend: (hand: NetworkHand) => void;
  readonly send: (send: Send) => void;
  readonly sendAgain: () => void;
  readonly startOver: () => void;
}

interface Shown extends NetworkShown {
  /** What the hosts remembered when the last line was sent. */
  readonly before?: Memory;
  readonly refusal?: string;
}

function opened(world: World, shown?: NetworkShown): Shown {
  if (shown !== undefined) {
    const before = memoryAfter(world, shown.setup, shown.sent.slice(0, -1));
    return { ...shown, ...(before && { before }) };
  }
  const first = firstSend(world);
  return { setup: { ...builtOf(world), hands: [] }, sent: first ? [first] : [], at: 0 };
}

/** Nothing that is drawn differs. */
const isSame = (a: Xray, b: Xray): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const isAtEnd = ({ moments }: Xray, at: number): boolean => moments.length > 0 && at >= moments.length - 1;

/**
 * A line sent through the network of a cluster that lives. When the world is another one, the line is sent again, with what the
 * hosts remembered when it was sent first. As long as its way stays the same nothing moves; on another way the reader is at
 * its start again, or at its end, for who looked at the end. It opens as `opening` says; `onShown` must stay the same function.
 */
export function useNetwork(
  world: World,
  opening?: NetworkShown,
  onShown?: (shown: NetworkShown) => void,
): NetworkControl {
  const [shown, setShown] = useState<Shown>(() => opened(world, opening));
  const { setup, before, at } = shown;
  const sent = shown.sent.at(-1);
  const made = useMemo(() => runInWorld(world, setup, sent, before), [world, setup, sent, before]);
  const [seen, setSeen] = useState(made.xray);
  const isOther = useMemo(() => !isSame(seen, made.xray), [seen, made.xray]);
  if (isOther) {
    setSeen(made.xray);
    setShown({ ...shown, at: isAtEnd(seen, at) ? made.xray.moments.length - 1 : 0 });
  }
  if (sent === undefined && world.nodes.length > 0) setShown({ ...opened(world), setup });
  const xray = isOther ? made.xray : seen;
  const run = useMemo(() => ({ ...made, xray }), [made, xray]);
  const move = useCallback((to: number) => setShown((old) => ({ ...old, at: to })), []);
  const stops = usePacketStops(run, at, move);
  useEffect(() => {
    if (shown.sent.length > 0) onShown?.({ setup: shown.setup, sent: shown.sent, at: stops.at });
  }, [shown.setup, shown.sent, stops.at, onShown]);

  const change = (wanted: Partial<Shown>) => {
    const { refusal: _, ...rest } = shown;
    setShown({ ...rest, at: 0, ...wanted });
  };
  /** Built in another way it is another network: its hosts remember nothing. */
  const build = (built: Partial<NetworkSetup>) => {
    const { before: _, refusal: __, ...rest } = shown;
    setShown({ ...rest, setup: { ...setup, ...built }, sent: rest.sent.slice(-1), at: 0 });
  };
  const handsWithout = (hand: NetworkHand) => setup.hands.filter((one) => idOf(one) !== idOf(hand));
  const send = ({ from, line }: Send) => {
    const next = { from, line };
    const { refusal } = runInWorld(world, setup, next, made.after);
    if (refusal !== undefined) setShown({ ...shown, refusal });
    else change({ sent: [...shown.sent, next], before: made.after });
  };
  return {
    ...stops,
    setup,
    sent,
    count: shown.sent.length,
    run,
    refusal: shown.refusal ?? run.refusal,
    setBackend: (backend) => build({ backend }),
    setMode: (mode) => build({ mode }),
    break: (hand) => change({ setup: { ...setup, hands: [...handsWithout(hand), hand] } }),
    mend: (hand) => change({ setup: { ...setup, hands: handsWithout(hand) } }),
    send,
    sendAgain: () => sent && send(sent),
    startOver: () => setShown(opened(world)),
  };
}
