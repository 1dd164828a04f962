'use client';
import type { BelievedPlay } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { IdleButton } from '../kit/idle-button';
import controls from '../lab/controls.module.css';
import { Icon } from '../lab/icons';
import { LiveText } from '../lab/live-text';
import { speaking } from '../language/language';
import styles from './believed.module.css';
import { useFilm } from './believed-film';
import { momentText, stateText } from './believed-said';
import { BelievedSide } from './believed-side';
import { believedWords } from './believed-words';
import { type Reel, useReel } from './use-believed';

export interface BelievedRunsProps {
  readonly run: BelievedPlay;
  readonly locale: Locale;
}

/**
 * A run as it is and as somebody believes it to be, side by side, up to where they part and a little further. Opens at the
 * difference; one transport plays both. What each does there is said in words, which need no engine.
 */
export const BelievedRuns = speaking('believed', Runs);

function Runs({ run, locale }: BelievedRunsProps) {
  const words = believedWords[locale];
  const { status, film, retry } = useFilm(run);
  const reel = useReel(film, run.parting.atMs);
  const frame = film?.[reel.at];
  const isParting = film !== undefined && reel.at === reel.parting;
  const moment = frame && momentText(locale, frame.atMs, run.parting, isParting);
  const side = (which: 'truth' | 'believed') => (
    <BelievedSide side={which} {...{ run, locale, frame, isParting }} />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div role="group" className={styles.runs} aria-label={words.label} onKeyDown={reel.onKeyDown}>
      <div className={styles.sides}>
        {side('truth')}
        {side('believed')}
      </div>
      {status === 'failed' ? (
        <div className={styles.failed} role="alert">
          <p>{words.failed}</p>
          <button type="button" className={controls.button} onClick={retry}>
            {words.retry}
          </button>
        </div>
      ) : (
        <Transport {...{ reel, locale }} isReady={film !== undefined} moment={moment ?? words.starting} />
      )}
      <LiveText
        text={
          frame === undefined || reel.isPlaying
            ? ''
            : fill(words.said, {
                moment: moment ?? '',
                truth: stateText(locale, frame.truth, 'truth'),
                believed: stateText(locale, frame.believed, 'believed'),
              })
        }
      />
    </div>
  );
}

interface TransportProps {
  readonly reel: Reel;
  readonly locale: Locale;
  readonly isReady: boolean;
  readonly moment: string;
}

function Transport({ reel, locale, isReady, moment }: TransportProps) {
  const words = believedWords[locale];
  const { at, last, parting, isPlaying, go, play } = reel;
  const playWord = isPlaying ? words.pause : at >= last && last > 0 ? words.again : words.play;
  return (
    <div className={styles.transport}>
      <IdleButton className={controls.primary} isIdle={!isReady} onClick={play}>
        <Icon name={isPlaying ? 'pause' : 'play'} />
        {playWord}
      </IdleButton>
      <IdleButton
        className={controls.icon}
        aria-label={words.back}
        title={words.back}
        isIdle={!isReady || at === 0}
        onClick={() => go(at - 1)}
      >
        <Icon name="back" />
      </IdleButton>
      <IdleButton
        className={controls.icon}
        aria-label={words.step}
        title={words.step}
        isIdle={!isReady || at >= last}
        onClick={() => go(at + 1)}
      >
        <Icon name="step" />
      </IdleButton>
      <IdleButton
        className={controls.button}
        isIdle={!isReady || (at === parting && !isPlaying)}
        onClick={() => go(parting)}
      >
        {words.toDifference}
      </IdleButton>
      <p className={styles.moment}>{moment}</p>
    </div>
  );
}
