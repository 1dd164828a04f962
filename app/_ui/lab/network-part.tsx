'use client';
import dynamic from 'next/dynamic';
import { Suspense } from 'react';
import { speaking } from '../language/language';
import type { LabControl } from './use-lab';
import { useWorld } from './use-world';
import type { LabWords } from './words';

/** The packets' model is some 100 kB: it comes when somebody opens the network. */
const NetworkView = speaking(
  'packet',
  dynamic(() => import('../network/network-view').then((module) => module.NetworkView), { ssr: false }),
);

/** The network of the cluster at the shown moment, in the place of the scene. */
export function NetworkPart({
  lab,
  words,
  onClose,
}: {
  readonly lab: LabControl;
  readonly words: LabWords;
  readonly onClose: () => void;
}) {
  const world = useWorld(lab);
  return (
    world && (
      <Suspense>
        <NetworkView world={world} locale={words.locale} onClose={onClose} />
      </Suspense>
    )
  );
}
