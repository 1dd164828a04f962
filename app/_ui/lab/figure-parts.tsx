'use client';
import type { LabView } from '@/lib/lab/view';
import { Scene, type SceneProps } from '../cluster/scene';
import { Machine } from '../machine/machine';
import { Futures } from '../timeline/futures';
import { Score } from '../timeline/score';
import styles from './figure.module.css';
import { Fitted } from './fitted';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';

/** Room of the machine and of the gap before it, beside the scene, px. */
const machineRoom = 396;
const sideBySideFrom = 900;
const compactGap = 40;

/** A compact figure gives the scene a little less than half of its width, and the score the rest. */
const compactParts = (whole: number) => {
  const scene = Math.round((whole - compactGap) * 0.48);
  return { scene, score: whole - compactGap - scene };
};

type Selecting = Pick<SceneProps, 'selected' | 'onSelect' | 'onDelete'>;

export function SceneAt({
  width,
  view,
  words,
  compact,
  isAlone,
  ...selecting
}: Selecting & {
  readonly width: number | undefined;
  readonly view: LabView;
  readonly words: LabWords;
  readonly compact?: boolean;
  /** No machine stands beside it. */
  readonly isAlone?: boolean;
}) {
  const beside = (whole: number) =>
    compact ? compactParts(whole).scene : isAlone ? whole : whole - machineRoom;
  return (
    <Fitted width={width}>
      {(whole) => (
        <Scene
          view={view}
          words={words}
          width={whole >= sideBySideFrom ? beside(whole) : whole}
          {...selecting}
        />
      )}
    </Fitted>
  );
}

export function ScoreAt({
  width,
  compact,
  ...parts
}: ScoreParts & { readonly width: number | undefined; readonly compact?: boolean }) {
  const widthOf = (whole: number) => (compact && whole >= sideBySideFrom ? compactParts(whole).score : whole);
  return <Fitted width={width}>{(whole) => <ScoreOf {...parts} width={widthOf(whole)} />}</Fitted>;
}

export interface ScoreParts {
  readonly lab: Pick<LabControl, 'view' | 'seek'> & Partial<Pick<LabControl, 'goTo' | 'drop'>>;
  readonly words: LabWords;
  /** A still: no moment can be gone to. */
  readonly isHeld: boolean;
}

/** The score of one future, or of several under each other. */
export function ScoreOf({ lab, words, isHeld, width }: ScoreParts & { readonly width: number }) {
  const { view, seek, goTo, drop } = lab;
  const onSeek = isHeld ? {} : { onSeek: seek };
  if (view.futures.length < 2) return <Score score={view.score} {...{ width, words }} {...onSeek} />;
  const { futures, firstDifference, nowMs } = view;
  return (
    <Futures
      {...{ futures, firstDifference, nowMs, width, words }}
      {...onSeek}
      {...(!isHeld && goTo && { onGoTo: (name) => void goTo(name).catch(lost) })}
      {...(!isHeld && drop && { onDrop: (name) => void drop(name).catch(lost) })}
    />
  );
}

/** A lost engine is told of in its place. */
const lost = () => undefined;

export function MachineOf({ view, words }: { readonly view: LabView; readonly words: LabWords }) {
  if (view.machine === undefined) return <p className={styles.noMachine}>{words.machine.none}</p>;
  return <Machine machine={view.machine} height={392} words={words} />;
}
