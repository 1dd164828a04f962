'use client';
import { useRef } from 'react';
import corner from './corner.module.css';
import { ScoreOf } from './figure-parts';
import { Fitted } from './fitted';
import styles from './full.module.css';
import { PlayerOf } from './lab-figure';
import { StageSwitch } from './network-part';
import type { Panel } from './panels';
import { shellWords } from './shell-words';
import type { LabControl } from './use-lab';
import { type Side, sides } from './use-sides';
import type { Stage } from './use-stage';
import { useWidth } from './use-width';
import type { LabWords } from './words';

/** The scene or the network, and what opens under it, as words in its corner. */
export function Corner({
  words,
  panel,
  toggle,
  stage,
}: {
  readonly words: LabWords;
  readonly panel: Panel;
  readonly toggle: (panel: Panel) => void;
  readonly stage: Stage;
}) {
  return (
    <div className={`${corner.corner} ${styles.corner}`}>
      <StageSwitch words={words} stage={stage} />
      {(['outline', 'keys'] as const).map((which) => (
        <button key={which} type="button" aria-expanded={panel === which} onClick={() => toggle(which)}>
          {which === 'keys' ? words.transport.keys : words.tabs.outline}
        </button>
      ))}
    </div>
  );
}

export function ScorePart({
  lab,
  words,
  isHeld,
}: {
  readonly lab: LabControl;
  readonly words: LabWords;
  readonly isHeld: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div className={styles.score}>
      <div ref={box} className={styles.lanes}>
        <Fitted width={width}>{(whole) => <ScoreOf {...{ lab, words, isHeld }} width={whole} />}</Fitted>
      </div>
      {!isHeld && <PlayerOf lab={lab} words={words} compact={false} />}
    </div>
  );
}

/** Which of the parts beside the scene is open where they share one column. */
export function SideTabs({
  words,
  side,
  setSide,
  has,
}: {
  readonly words: LabWords;
  readonly side: Side;
  readonly setSide: (side: Side) => void;
  readonly has: (side: Side) => boolean;
}) {
  const say = shellWords[words.locale];
  const label = { task: say.goals, objects: say.objects, yaml: say.yaml, prompt: say.terminal };
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not a form
    <div className={styles.tabs} role="group" aria-label={say.tabs}>
      {sides.filter(has).map((one) => (
        <button
          key={one}
          type="button"
          data-side={one}
          aria-pressed={side === one}
          onClick={() => setSide(one)}
        >
          {label[one]}
        </button>
      ))}
    </div>
  );
}
