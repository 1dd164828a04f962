import type { Debrief } from '@/lib/lab/debrief';
import type { LabStatement } from '@/lib/lab/scenario';
import type { Locale } from '@/lib/text';
import { Coded } from './coded';
import styles from './debrief.module.css';
import { debriefWords } from './debrief-words';
import { fill, labWords, seconds } from './words';

interface Props {
  readonly debrief: Debrief;
  readonly lab: LabStatement;
  readonly locale: Locale;
}

/** Each goal's line through the run, in the ink of the score: hollow in progress, solid holds, dots after a cross failed. */
export function GoalLanes({ debrief: { openAtMs, endMs, goals, rows }, lab, locale }: Props) {
  const say = debriefWords[locale];
  const { task, score } = labWords[locale];
  const share = (atMs: number) => `${((atMs - openAtMs) / Math.max(1, endMs - openAtMs)) * 100}%`;
  const at = (ms: number) => fill(score.seconds, { seconds: seconds(ms) });
  return (
    <figure
      className={styles.lanes}
      aria-label={fill(say.lanes, { from: seconds(openAtMs), to: seconds(endMs) })}
    >
      <div className={styles.lane}>
        <span className={styles.you}>{say.you}</span>
        <span className={styles.ticks} aria-hidden="true">
          {[...new Set(rows.map(({ atMs }) => atMs))].map((atMs) => (
            <i key={atMs} style={{ insetInlineStart: share(atMs) }} />
          ))}
        </span>
      </div>
      {goals.map(({ id, spans }) => {
        const goal = lab.goals.find((one) => one.id === id)?.text[locale] ?? id;
        const told = spans.map(({ state, fromMs }) => `${task[state]} ${at(fromMs)}`).join(say.and);
        return (
          <div key={id} className={styles.lane}>
            <span>
              <Coded text={goal} />
            </span>
            <span
              className={styles.track}
              role="img"
              aria-label={fill(say.lane, { goal: goal.replaceAll('`', ''), spans: told })}
            >
              {spans.map(({ fromMs, toMs, state }) => (
                <i
                  key={fromMs}
                  data-state={state}
                  style={{ insetInlineStart: share(fromMs), width: share(openAtMs + toMs - fromMs) }}
                />
              ))}
            </span>
          </div>
        );
      })}
      <div className={styles.lane} aria-hidden="true">
        <span />
        <span className={styles.scale}>
          <span>{at(openAtMs)}</span>
          <span>{at(endMs)}</span>
        </span>
      </div>
    </figure>
  );
}
