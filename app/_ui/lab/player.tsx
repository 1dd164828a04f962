'use client';
import { memo, type ReactNode, useState } from 'react';
import { fill } from '../fill';
import { IdleButton } from '../kit/idle-button';
import styles from './controls.module.css';
import { type Speed, speeds } from './figure-keys';
import { Icon } from './icons';
import type { PlayerWords } from './player-words';
import { Segments } from './segments';

export interface PlayerProps<Unit extends string> {
  readonly words: PlayerWords;
  readonly playing: boolean;
  readonly atStart: boolean;
  readonly unit: Unit;
  /** What one step may go to, with its word. */
  readonly units: readonly { readonly value: Unit; readonly label: string }[];
  readonly speed: Speed;
  /** Without the choice of step and speed. */
  readonly compact?: boolean | undefined;
  readonly on: {
    readonly toStart: () => void;
    readonly back: () => void;
    readonly playOrPause: () => void;
    readonly step: () => void;
    readonly toEnd: () => void;
    readonly unit: (unit: Unit) => void;
    readonly speed: (speed: Speed) => void;
  };
  /** What takes back or begins anew, at the far end. */
  readonly children?: ReactNode;
}

const speedSign = (speed: Speed) => (speed === 0.5 ? '½' : `${speed}`);

/** The player's controls. On a phone they dock at the bottom while the figure is on the screen. */
function PlayerControls<Unit extends string>(props: PlayerProps<Unit>) {
  const { words, unit, units, speed, on, children } = props;
  const [settings, setSettings] = useState(false);
  const unitWord = units.find(({ value }) => value === unit)?.label ?? unit;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form
    <div
      className={styles.transport}
      role="group"
      aria-label={words.label}
      data-settings={settings || undefined}
    >
      <Steps {...props} />
      {!props.compact && (
        <>
          <button
            type="button"
            className={`${styles.button} ${styles.settings}`}
            aria-expanded={settings}
            onClick={() => setSettings(!settings)}
          >
            {fill(words.settings, { unit: unitWord, speed: speedSign(speed) })}
          </button>
          <div className={styles.chooser}>
            <Segments label={words.stepBy} value={unit} onChoose={on.unit} choices={units} />
            <Segments
              label={words.speed}
              value={speed}
              onChoose={on.speed}
              choices={speeds.map((value) => ({ value, label: `${speedSign(value)}×` }))}
            />
          </div>
        </>
      )}
      {children !== undefined && <div className={styles.history}>{children}</div>}
    </div>
  );
}

export const Player = memo(PlayerControls) as typeof PlayerControls;

function Steps<Unit extends string>({ words, playing, atStart, on }: PlayerProps<Unit>) {
  return (
    <div className={styles.steps}>
      <IdleButton
        className={`${styles.icon} ${styles.ends}`}
        aria-label={words.toStart}
        isIdle={atStart}
        onClick={on.toStart}
      >
        <Icon name="toStart" />
      </IdleButton>
      <IdleButton className={styles.icon} aria-label={words.back} isIdle={atStart} onClick={on.back}>
        <Icon name="back" />
      </IdleButton>
      <button
        type="button"
        className={`${styles.icon} ${styles.primary}`}
        aria-label={playing ? words.pause : words.play}
        onClick={on.playOrPause}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button type="button" className={styles.icon} aria-label={words.step} onClick={on.step}>
        <Icon name="step" />
      </button>
      <button
        type="button"
        className={`${styles.icon} ${styles.ends}`}
        aria-label={words.toEnd}
        onClick={on.toEnd}
      >
        <Icon name="toEnd" />
      </button>
    </div>
  );
}
