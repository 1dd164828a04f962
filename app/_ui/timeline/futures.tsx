'use client';
import { memo, useState } from 'react';
import type { FutureName, FutureView, LabView } from '@/lib/lab/view';
import { commandWords } from '../lab/command-words';
import { fill, type LabWords, seconds } from '../lab/words';
import { comparedOf, differenceWords } from './difference-words';
import type { ForkScale } from './fork-scale';
import styles from './futures.module.css';
import { type FuturesLayout, layoutFutures } from './futures-layout';
import { differencePlace, FirstDifference, Fork, Future, NotYetRun, Past } from './futures-parts';
import { futuresWords } from './futures-words';
import score from './score.module.css';
import { Axis, Now } from './score-parts';
import { Seekable } from './seekable';

export interface FuturesProps {
  /** Two to four, in the order of their names; all over the same time. */
  readonly futures: readonly FutureView[];
  readonly firstDifference?: LabView['firstDifference'];
  readonly nowMs: number;
  /** px; the height follows from the futures. */
  readonly width: number;
  readonly words: LabWords;
  /** Without it the picture is a still. */
  readonly onSeek?: (atMs: number) => void;
  readonly onGoTo?: (name: FutureName) => void;
  readonly onDrop?: (name: FutureName) => void;
}

/**
 * The score of several futures: what they have in common once, then a bracket, then one under the other over one time, with a
 * dotted line where the one that the reader is in parts from the one that it was forked from.
 */
export const Futures = memo(function Futures(props: FuturesProps) {
  const { futures, firstDifference, nowMs, width, words, onSeek } = props;
  const [frozen, setFrozen] = useState<ForkScale>();
  const layout = layoutFutures(futures, nowMs, width, (command) => commandWords(words, command), frozen);
  const differs = firstDifference && differsOf(firstDifference, layout, props);
  return (
    <div className={styles.futures}>
      <Seekable
        {...{ nowMs, words, onSeek }}
        endMs={Math.max(nowMs, ...futures.map((future) => future.score.endMs))}
        width={layout.width}
        scale={layout.scale}
        momentAt={(x, scale) => scale.at(x - layout.left)}
        onFrozen={setFrozen}
      >
        <Drawing {...{ layout, words, futures, nowMs, differs }} />
      </Seekable>
      {differs && (
        <p className={differs.textX === undefined ? styles.differs : 'unseen'}>
          {differs.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      <Choose {...props} />
    </div>
  );
});

function differsOf(
  { atMs, objects }: NonNullable<LabView['firstDifference']>,
  layout: FuturesLayout,
  { words: { locale }, futures, nowMs }: FuturesProps,
): Differs {
  const lines = [
    fill(futuresWords[locale].firstDifference, { seconds: seconds(atMs) }),
    ...(nowMs >= atMs ? [differenceWords(locale, { atMs, objects }, futures, nowMs)] : []),
  ];
  const x = layout.left + layout.scale.xAfter(atMs);
  return { x, lines, textX: differencePlace(x, lines, layout) };
}

interface DrawingProps {
  readonly layout: FuturesLayout;
  readonly words: LabWords;
  readonly futures: readonly FutureView[];
  readonly nowMs: number;
  readonly differs: Differs | undefined;
}
interface Differs {
  readonly x: number;
  readonly lines: readonly string[];
  /** Where the words stand in the drawing; below it where that has no room. */
  readonly textX: number | undefined;
}

function Drawing({ layout, words, futures, nowMs, differs }: DrawingProps) {
  const { width, height, left, axisY, scale, blocks } = layout;
  const [upper, lower] = (comparedOf(futures) ?? []).map((future) =>
    blocks.find(({ name }) => name === future.name),
  );
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <NotYetRun layout={layout} />
      <Past layout={layout} words={words} />
      {blocks.map((block) => (
        <Future key={block.name} {...{ block, layout, words }} />
      ))}
      {layout.brackets.map((bracket, at) => (
        <Fork
          key={`${bracket.atMs} ${bracket.fromY}`}
          {...{ bracket, words }}
          isFirst={at === 0 && layout.past !== undefined}
        />
      ))}
      {layout.hidden > 0 && (
        <text className={score.notYet} y={layout.hiddenY}>
          {fill(futuresWords[words.locale].moreLanes, { count: layout.hidden })}
        </text>
      )}
      {differs && upper && lower && <FirstDifference {...differs} {...{ upper, lower }} />}
      <Axis
        {...{ left, width, axisY, words }}
        ticks={scale.ticks}
        breaks={scale.breaks.map((x) => left + x)}
      />
      <Now
        {...{ width, axisY }}
        nowX={layout.nowX}
        text={fill(words.score.seconds, { seconds: seconds(nowMs) })}
      />
    </svg>
  );
}

/** A button a future to go there, and one to drop it. */
function Choose({ futures, words, onGoTo, onDrop }: FuturesProps) {
  const said = futuresWords[words.locale];
  if (onGoTo === undefined && onDrop === undefined) return null;
  return (
    <ul className={styles.choose} aria-label={said.label}>
      {futures.map(({ name, isHere }) => (
        <li key={name}>
          {onGoTo && (
            <button
              type="button"
              data-go-to={name}
              aria-current={isHere || undefined}
              onClick={() => !isHere && onGoTo(name)}
            >
              {fill(isHere ? said.here : said.goTo, { name })}
            </button>
          )}
          {onDrop && futures.length > 1 && (
            <button type="button" data-drop={name} onClick={() => onDrop(name)}>
              {fill(said.drop, { name })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
