import { memo } from 'react';
import type { Locale } from '@/lib/text';
import { fill } from '../lab/words';
import styles from './chart.module.css';
import { ChartDrawing } from './chart-drawing';
import { type ChartName, stateOf } from './chart-layout';
import { ChartList } from './chart-list';
import { stateNamed } from './chart-ways';
import { chartWords } from './chart-words';
import { charts } from './charts';

/** A transition with its moment and its rule in words: "33.6 s the Pod is Running and Ready". */
export interface LastTransition {
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

export interface ChartProps {
  readonly name: ChartName;
  /** A state by its full name or the last part of it; absent before the machine has begun. */
  readonly current?: string | undefined;
  readonly last?: LastTransition | undefined;
  readonly locale: Locale;
  /** Room in px: a picture that is less high grows a little. It is never made smaller. */
  readonly height?: number;
}

/**
 * A machine that runs as a statechart, laid out from the machine itself: upright in a narrow place, across in a wide one. The
 * same as a list below it.
 */
export const Chart = memo(function Chart({ name, current, last, locale, height }: ChartProps) {
  const chart = charts[name];
  const words = chartWords[locale];
  const state = stateNamed(chart, current);
  const from = stateNamed(chart, last?.from);
  const to = stateNamed(chart, last?.to);
  const said = [
    fill(words.label, { name: `${name}.machine` }),
    state && fill(words.now, { state: stateOf(state) }),
    last?.words,
  ];
  const drawing = { chart, current: state, from, to, locale, label: said.filter(Boolean).join(', '), height };
  return (
    <div className={styles.chart}>
      {last !== undefined && from !== undefined && to !== undefined && (
        <p className={styles.last}>
          <svg width={30} height={12} aria-hidden="true">
            <path d="M0 6H22" />
            <path className={styles.head} d="M30 6l-9 -5v10Z" />
          </svg>
          <span>{last.words}</span>
        </p>
      )}
      <ChartDrawing {...drawing} shape="down" />
      <ChartDrawing {...drawing} shape="wide" />
      <ChartList chart={chart} current={state} locale={locale} />
    </div>
  );
});
