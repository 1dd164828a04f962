'use client';
import dynamic from 'next/dynamic';
import { Suspense, useState } from 'react';
import { speaking } from '../language/language';
import styles from './network-part.module.css';
import { shellWords } from './shell-words';
import type { LabControl } from './use-lab';
import type { Stage } from './use-stage';
import { useWorld } from './use-world';
import type { LabWords } from './words';

const Waiting = () => <div className={styles.waiting} />;

/** The packets' model is some 100 kB: it comes when somebody opens the network. */
const NetworkView = speaking(
  'packet',
  dynamic(() => import('../network/network-view').then((module) => module.NetworkView), {
    ssr: false,
    loading: Waiting,
  }),
);

/** The network of the cluster at the shown moment, in the place of the scene. */
export function NetworkPart({
  lab,
  words,
  stage,
  onClose,
}: {
  readonly lab: LabControl;
  readonly words: LabWords;
  readonly stage: Stage;
  readonly onClose: () => void;
}) {
  const world = useWorld(lab);
  const [opening] = useState(stage.left);
  if (world === undefined) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <NetworkView locale={words.locale} onShown={stage.onShown} {...{ world, opening, onClose }} />
    </Suspense>
  );
}

/** The scene or the network, as two words of which one is chosen. */
export function StageSwitch({
  words,
  stage: { isNetwork, setNetwork },
}: {
  readonly words: LabWords;
  readonly stage: Pick<Stage, 'isNetwork' | 'setNetwork'>;
}) {
  const say = shellWords[words.locale];
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, not a form
    <div role="group" aria-label={say.stage} className={styles.switch}>
      <button type="button" aria-pressed={!isNetwork} onClick={() => setNetwork(false)}>
        {words.tabs.scene}
      </button>
      <button type="button" aria-pressed={isNetwork} onClick={() => setNetwork(true)}>
        {say.network}
      </button>
    </div>
  );
}
