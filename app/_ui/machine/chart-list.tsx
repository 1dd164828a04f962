import type { Locale } from '@/lib/text';
import { fill } from '../lab/words';
import styles from './chart.module.css';
import { stateOf } from './chart-layout';
import { chartWords } from './chart-words';
import type { Chart } from './charts';
import { ruleWords, stateWords } from './rule-words';

/** A chart as text: each state, what it means, and its ways on in the order in which they are asked. */
export function ChartList({
  chart,
  current,
  locale,
}: {
  readonly chart: Chart;
  readonly current: string | undefined;
  readonly locale: Locale;
}) {
  const words = chartWords[locale];
  const { name, states, arrows } = chart;
  const hasCommon = arrows.some(({ from }) => from === '');
  return (
    <details className={styles.list}>
      <summary>{words.list}</summary>
      <ul>
        {hasCommon && (
          <li>
            {words.anyState}
            <Ways chart={chart} from="" locale={locale} />
          </li>
        )}
        {states.map(({ id, isInitial, isFinal, hasParts }) => {
          const marks = [isInitial && words.begins, isFinal && words.ends, id === current && words.current];
          const said = marks.filter((one) => one !== false).join(', ');
          return (
            <li key={id} aria-current={id === current ? 'step' : undefined}>
              <b>{hasParts ? id : stateOf(id)}</b>
              {said && ` (${said})`} {stateWords(locale, name, id)}
              <Ways chart={chart} from={id} locale={locale} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Ways({
  chart,
  from,
  locale,
}: {
  readonly chart: Chart;
  readonly from: string;
  readonly locale: Locale;
}) {
  const words = chartWords[locale];
  const ways = chart.arrows.filter((arrow) => arrow.from === from);
  if (ways.length === 0) return null;
  return (
    <ul>
      {ways.map(({ event, guard, to }) => {
        const rule = guard ? ruleWords(locale, chart.name, guard) : undefined;
        const left = ways.length > 1 && event === undefined ? words.otherwise : words.atOnce;
        const after = event && fill(words.after, { event });
        const when = [after, rule ?? (event ? undefined : left)].filter(Boolean);
        return (
          <li key={`${event} ${guard} ${to}`}>
            {when.join(locale === 'zh' ? '，' : ', ')}
            {locale === 'zh' ? '：' : ': '}
            {fill(words.leadsTo, { state: stateOf(to) })}
          </li>
        );
      })}
    </ul>
  );
}
