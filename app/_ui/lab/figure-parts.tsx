'use client';
import type { LabView } from '@/lib/lab/view';
import { useByPodName } from '../cluster/by-pod-name';
import { Scene, type SceneProps } from '../cluster/scene';
import { Machine } from '../machine/machine';
import { Score } from '../timeline/score';
import styles from './figure.module.css';
import { Fitted } from './fitted';
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
  ...selecting
}: Selecting & {
  readonly width: number | undefined;
  readonly view: LabView;
  readonly words: LabWords;
  readonly compact?: boolean;
}) {
  const beside = (whole: number) => (compact ? compactParts(whole).scene : whole - machineRoom);
  const byName = useByPodName(selecting);
  return (
    <Fitted width={width}>
      {(whole) => (
        <Scene
          view={view}
          words={words}
          width={whole >= sideBySideFrom ? beside(whole) : whole}
          selected={selecting.selected}
          {...byName}
        />
      )}
    </Fitted>
  );
}

export function ScoreAt({
  width,
  view,
  words,
  compact,
  onSeek,
}: {
  readonly width: number | undefined;
  readonly view: LabView;
  readonly words: LabWords;
  readonly compact?: boolean;
  readonly onSeek?: (atMs: number) => void;
}) {
  const widthOf = (whole: number) => (compact && whole >= sideBySideFrom ? compactParts(whole).score : whole);
  return (
    <Fitted width={width}>
      {(whole) => (
        <Score score={view.score} width={widthOf(whole)} words={words} {...(onSeek && { onSeek })} />
      )}
    </Fitted>
  );
}

export function MachineOf({ view, words }: { readonly view: LabView; readonly words: LabWords }) {
  if (view.machine === undefined) return <p className={styles.noMachine}>{words.machine.none}</p>;
  return <Machine machine={view.machine} height={392} words={words} />;
}
