'use client';
import { memo, useState } from 'react';
import type { StepUnit } from '@/lib/lab/session';
import styles from './controls.module.css';
import { type Speed, speeds, stepUnits } from './figure-keys';
import { Icon } from './icons';
import { Segments } from './segments';
import { fill, type LabWords } from './words';

export interface TransportProps {
  readonly words: LabWords;
  readonly playing: boolean;
  readonly atStart: boolean;
  readonly unit: StepUnit;
  readonly speed: Speed;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Without the choice of step and speed. */
  readonly compact?: boolean;
  readonly on: {
    readonly toStart: () => void;
    readonly back: () => void;
    readonly playOrPause: () => void;
    readonly step: () => void;
    readonly toEnd: () => void;
    readonly undo: () => void;
    readonly redo: () => void;
    readonly reset: () => void;
    readonly unit: (unit: StepUnit) => void;
    readonly speed: (speed: Speed) => void;
  };
}

const speedSign = (speed: Speed) => (speed === 0.5 ? '½' : `${speed}`);

/** The player's controls. On a phone they dock at the bottom while the figure is on the screen. */
export const Transport = memo(function Transport(props: TransportProps) {
  const { words, unit, speed, on } = props;
  const [settings, setSettings] = useState(false);
  const say = words.transport;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form
    <div
      className={styles.transport}
      role="group"
      aria-label={say.label}
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
            {fill(say.settings, { unit: say[unit], speed: speedSign(speed) })}
          </button>
          <div className={styles.chooser}>
            <Segments
              label={say.stepBy}
              value={unit}
              onChoose={on.unit}
              choices={stepUnits.map((value) => ({ value, label: say[value] }))}
            />
            <Segments
              label={say.speed}
              value={speed}
              onChoose={on.speed}
              choices={speeds.map((value) => ({ value, label: `${speedSign(value)}×` }))}
            />
          </div>
        </>
      )}
      <History {...props} />
    </div>
  );
});

function Steps({ words, playing, atStart, on }: TransportProps) {
  const say = words.transport;
  return (
    <div className={styles.steps}>
      <button
        type="button"
        className={`${styles.icon} ${styles.ends}`}
        aria-label={say.toStart}
        disabled={atStart}
        onClick={on.toStart}
      >
        <Icon name="toStart" />
      </button>
      <button
        type="button"
        className={styles.icon}
        aria-label={say.back}
        disabled={atStart}
        onClick={on.back}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className={`${styles.icon} ${styles.primary}`}
        aria-label={playing ? say.pause : say.play}
        onClick={on.playOrPause}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button type="button" className={styles.icon} aria-label={say.step} onClick={on.step}>
        <Icon name="step" />
      </button>
      <button
        type="button"
        className={`${styles.icon} ${styles.ends}`}
        aria-label={say.toEnd}
        onClick={on.toEnd}
      >
        <Icon name="toEnd" />
      </button>
    </div>
  );
}

function History({ words, canUndo, canRedo, on }: TransportProps) {
  const say = words.transport;
  return (
    <div className={styles.history}>
      <button
        type="button"
        className={styles.icon}
        aria-label={say.undo}
        title={say.undo}
        disabled={!canUndo}
        onClick={on.undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className={styles.icon}
        aria-label={say.redo}
        title={say.redo}
        disabled={!canRedo}
        onClick={on.redo}
      >
        <Icon name="redo" />
      </button>
      <button type="button" className={styles.button} onClick={on.reset}>
        {say.reset}
      </button>
    </div>
  );
}
