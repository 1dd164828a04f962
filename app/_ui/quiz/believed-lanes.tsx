import { memo } from 'react';
import type { Score } from '@/lib/lab/view';
import { commandWords } from '../lab/command-words';
import { fill, type LabWords, seconds } from '../lab/words';
import scoreStyles from '../timeline/score.module.css';
import { commandLabels } from '../timeline/score-labels';
import { labelColumn, layoutScore } from '../timeline/score-layout';
import { Arrows, Axis, Labels, LaneRow, Names, Now } from '../timeline/score-parts';
import { type TimeScale, ticksOf } from '../timeline/time-scale';
import styles from './believed.module.css';

interface LanesProps {
  readonly score: Score;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly partingMs: number;
  readonly width: number;
  readonly words: LabWords;
}

/** A run as lanes from where it opens to its end, with the moment at which it parts from the other one. */
export const BelievedLanes = memo(function BelievedLanes(props: LanesProps) {
  const { score, fromMs, untilMs, partingMs, width, words } = props;
  const shown = within(score, fromMs);
  const left = labelColumn(shown, width);
  const scale = windowScale(fromMs, untilMs, width - left - right);
  const say = (command: Score['commands'][number]['command']) => commandWords(words, command);
  const placed = layoutScore(shown, width, say, { frozen: scale });
  const x = (atMs: number) => left + scale.x(atMs);
  // The words of a command are whole wherever the run stands: they say what both runs answer.
  const commands = commandLabels({ commands: shown.commands, nowMs: fromMs }, x, say, width - right);
  const layout = { ...placed, commands };
  const { axisY, height } = layout;
  return (
    <div className={scoreStyles.score}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Names layout={layout} words={words} />
        <path className={styles.parting} d={`M${x(partingMs)} 18V${axisY}`} />
        <Labels layout={layout} />
        {layout.lanes.map((lane) => (
          <LaneRow key={lane.lane.key ?? lane.lane.label} placed={lane} layout={layout} />
        ))}
        <Arrows layout={layout} words={words} />
        <Axis {...{ left, width, axisY, words }} ticks={scale.ticks} breaks={[]} />
        <Now
          {...{ width, axisY }}
          nowX={layout.nowX}
          text={fill(words.score.seconds, { seconds: seconds(score.nowMs) })}
        />
      </svg>
    </div>
  );
});

/** Free at the right end of a score, px. */
const right = 4;

/** What is in the window: lanes and commands that were over before it are left out. */
function within(score: Score, fromMs: number): Score {
  const lanes = score.lanes.flatMap((lane) => {
    const spans = lane.spans.filter(({ toMs, open }) => toMs > fromMs || open);
    return spans.length > 0 || lane.waitsFor !== undefined ? [{ ...lane, spans }] : [];
  });
  const cut = (spans: Score['controller']['spans']) =>
    spans
      .filter(({ toMs }) => toMs > fromMs)
      .map((span) => ({ ...span, fromMs: Math.max(fromMs, span.fromMs) }));
  return {
    ...score,
    lanes,
    commands: score.commands.filter(({ atMs }) => atMs >= fromMs),
    controller: { ...score.controller, spans: cut(score.controller.spans) },
    ...(score.controllers && {
      controllers: score.controllers.map((one) => ({ ...one, spans: cut(one.spans) })),
    }),
  };
}

/** An even scale between two moments; what lies outside is at its ends. */
function windowScale(fromMs: number, untilMs: number, width: number): TimeScale {
  const segment = { fromMs, toMs: untilMs, fromX: 0, toX: width };
  const share = (value: number, from: number, to: number) =>
    Math.min(1, Math.max(0, (value - from) / Math.max(1, to - from)));
  return {
    endMs: untilMs,
    segments: [segment],
    ticks: ticksOf(segment, true),
    x: (atMs) => share(atMs, fromMs, untilMs) * width,
    at: (x) => fromMs + share(x, 0, width) * (untilMs - fromMs),
  };
}
