'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LabShown } from '@/lib/lab/link-shown';
import type { NetworkShown } from '@/lib/lab/network-run';

/** What is looked at in a figure beside the moment: as it opens, and from then on as it is, for whoever shares it. */
export interface Looking {
  current: LabShown;
}

export interface Stage {
  readonly looking: Looking;
  /** Key of the object that is open in the beginning. */
  readonly selected: string | undefined;
  /** The network stands in the place of the scene. */
  readonly isNetwork: boolean;
  readonly setNetwork: (isShown: boolean) => void;
  /** The network as it was left, by a link or by the reader. */
  readonly left: () => NetworkShown | undefined;
  readonly onShown: (shown: NetworkShown) => void;
}

/** Which side of the cluster is shown. The network that was left for the scene comes back as it was. */
export function useStage(given?: Looking): Stage {
  const [own] = useState<Looking>({ current: {} });
  const looking = given ?? own;
  const [{ selected, network }] = useState(looking.current);
  const [isNetwork, setNetwork] = useState(network !== undefined);
  const kept = useRef(network);
  const left = useCallback(() => kept.current, []);
  const onShown = useCallback(
    (shown: NetworkShown) => {
      kept.current = shown;
      looking.current = { ...looking.current, network: shown };
    },
    [looking],
  );
  useEffect(() => {
    const { network: _, ...rest } = looking.current;
    looking.current = isNetwork && kept.current ? { ...rest, network: kept.current } : rest;
  }, [isNetwork, looking]);
  return { looking, selected, isNetwork, setNetwork, left, onShown };
}

/** Notes which object is open. */
export function useNoted(looking: Looking, selected: string | undefined): void {
  useEffect(() => {
    const { selected: _, ...rest } = looking.current;
    looking.current = selected === undefined ? rest : { ...rest, selected };
  }, [looking, selected]);
}
