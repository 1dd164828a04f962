'use client';
import { memo, type ReactNode, useMemo } from 'react';
import type { StepUnit } from '@/lib/lab/session';
import { IdleButton } from '../kit/idle-button';
import styles from './controls.module.css';
import { type Speed, stepUnits } from './figure-keys';
import { Icon } from './icons';
import { Player, type PlayerProps } from './player';
import { shellWords } from './shell-words';
import type { LabWords } from './words';

export interface TransportProps {
  readonly words: LabWords;
  readonly playing: boolean;
  readonly atStart: boolean;
  readonly unit: StepUnit;
  readonly speed: Speed;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Without the choice of step and speed, and without a fork. */
  readonly compact?: boolean;
  /** There is room for one more future. */
  readonly canFork?: boolean;
  /** Beside what begins anew: the button that shares this moment. */
  readonly share?: ReactNode;
  readonly on: PlayerProps<StepUnit>['on'] & {
    readonly undo: () => void;
    readonly redo: () => void;
    readonly reset: () => void;
    readonly fork?: () => void;
  };
}

/** The player of a running cluster: its steps, and its history of commands. */
export const Transport = memo(function Transport(props: TransportProps) {
  const { words, playing, atStart, unit, speed, compact, on } = props;
  const say = words.transport;
  const units = useMemo(() => stepUnits.map((value) => ({ value, label: say[value] })), [say]);
  return (
    <Player words={say} {...{ playing, atStart, unit, units, speed, compact, on }}>
      <History {...props} />
    </Player>
  );
});

function History({ words, canUndo, canRedo, canFork = false, compact, share, on }: TransportProps) {
  const say = words.transport;
  return (
    <>
      <IdleButton
        className={styles.icon}
        aria-label={say.undo}
        title={say.undo}
        isIdle={!canUndo}
        onClick={on.undo}
      >
        <Icon name="undo" />
      </IdleButton>
      <IdleButton
        className={styles.icon}
        aria-label={say.redo}
        title={say.redo}
        isIdle={!canRedo}
        onClick={on.redo}
      >
        <Icon name="redo" />
      </IdleButton>
      <button type="button" className={styles.button} onClick={on.reset}>
        {say.reset}
      </button>
      {share}
      {on.fork && !compact && (
        <IdleButton className={`${styles.button} ${styles.fork}`} isIdle={!canFork} onClick={on.fork}>
          <Icon name="fork" />
          {shellWords[words.locale].fork}
        </IdleButton>
      )}
    </>
  );
}
