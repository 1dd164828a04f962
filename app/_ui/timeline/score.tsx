'use client';
import { memo, useState } from 'react';
import type { Score as ScoreView } from '@/lib/lab/view';
import { commandWords } from '../lab/command-words';
import { fill, type LabWords, seconds } from '../lab/words';
import styles from './score.module.css';
import { layoutScore, limitOf, type ScoreLayout } from './score-layout';
import { Arrows, Axis, Field, Labels, LaneRow, Names, Now } from './score-parts';
import { scoreWords } from './score-words';
import { Seekable } from './seekable';
import type { TimeScale } from './time-scale';

export interface ScoreProps {
  readonly score: ScoreView;
  /** px; the height follows from the lanes. */
  readonly width: number;
  readonly words: LabWords;
  /** Called with a moment in ms while the reader clicks or drags; without it the score is a still. */
  readonly onSeek?: (atMs: number) => void;
}

/** Everything that lives, as lanes over one time. Click or drag to go to a moment. */
export const Score = memo(function Score({ score, width, words, onSeek }: ScoreProps) {
  const [frozen, setFrozen] = useState<TimeScale>();
  const [all, setAll] = useState(false);
  const layout = layoutScore(score, width, (command) => commandWords(words, command), { frozen, all });
  return (
    <>
      <Seekable
        {...{ words, onSeek }}
        nowMs={score.nowMs}
        endMs={score.endMs}
        width={layout.width}
        scale={layout.scale}
        momentAt={(x, scale) => scale.at(x - layout.left)}
        onFrozen={setFrozen}
      >
        <Drawing {...{ layout, words }} nowMs={score.nowMs} />
      </Seekable>
      <Rest {...{ score, width, words, all }} onAll={onSeek && (() => setAll(!all))} />
    </>
  );
});

function Drawing({
  layout,
  words,
  nowMs,
}: {
  readonly layout: ScoreLayout;
  readonly words: LabWords;
  readonly nowMs: number;
}) {
  const { width, height, left, scale, axisY } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Field layout={layout} words={words} />
      <Names layout={layout} words={words} />
      <Labels layout={layout} />
      {layout.lanes.map((placed) => (
        <LaneRow key={placed.lane.key ?? placed.lane.label} placed={placed} layout={layout} />
      ))}
      {layout.notShown && (
        <text className={styles.notYet} y={layout.notShown.y + 4}>
          {fill(words.score.notShown, { count: layout.notShown.count })}
        </text>
      )}
      <Arrows layout={layout} words={words} />
      <Axis
        {...{ left, width, axisY, words }}
        ticks={scale.ticks}
        breaks={scale.segments.slice(1).map((segment) => left + segment.fromX)}
      />
      <Now
        {...{ width, axisY }}
        nowX={layout.nowX}
        text={fill(words.score.seconds, { seconds: seconds(nowMs) })}
      />
    </svg>
  );
}

/** Lanes beyond the limit behind a button, and those that the view itself leaves out in a line. */
function Rest({
  score,
  width,
  words,
  all,
  onAll,
}: Pick<ScoreProps, 'score' | 'width' | 'words'> & {
  readonly all: boolean;
  readonly onAll: (() => void) | undefined;
}) {
  const said = scoreWords[words.locale];
  const limit = limitOf(width);
  const { folded = 0, lanes } = score;
  const isLong = lanes.length > limit && onAll !== undefined;
  if (!isLong && folded === 0) return null;
  return (
    <div className={styles.rest}>
      {isLong && (
        <button type="button" aria-expanded={all} onClick={onAll}>
          {fill(all ? said.showFewer : said.showAll, { count: all ? limit : lanes.length })}
        </button>
      )}
      {folded > 0 && <p>{fill(folded === 1 ? said.foldedOne : said.folded, { count: folded })}</p>}
    </div>
  );
}
