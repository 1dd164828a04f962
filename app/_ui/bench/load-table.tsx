'use client';
import type { LoadChoice } from '@/lib/lab/load-choice';
import type { LoadRun } from '@/lib/lab/load-run';
import styles from './load-bench.module.css';
import { clock } from './load-layout';
import { linesOf } from './load-said';
import type { LoadWords } from './load-words';

/** The looks at which the number changed, in words: the chart for who can't see it, or wants to compare. */
export function LoadTable({
  run,
  choice,
  words,
}: {
  readonly run: LoadRun;
  readonly choice: LoadChoice;
  readonly words: LoadWords;
}) {
  const { columns } = words;
  const rows = run.looks.filter(({ before, after }) => before !== after);
  if (rows.length === 0) return <p className={styles.help}>{words.nothingChanged}</p>;
  return (
    <details className={styles.table}>
      <summary>
        {words.table} ({rows.length})
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard */}
      <section className="sideways" tabIndex={0} aria-label={words.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.time}</th>
              <th scope="col">{columns.percent}</th>
              <th scope="col">{columns.wish}</th>
              <th scope="col">{columns.replicas}</th>
              <th scope="col">{columns.says}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((look) => (
              <tr key={look.atMs}>
                <th scope="row">{clock(look.atMs)}</th>
                <td>{look.metrics.map(({ percent }) => `${percent}%`).join(', ')}</td>
                <td>{look.wish}</td>
                <td>
                  {look.before} → {look.after}
                </td>
                <td>{linesOf(look, choice, words).slice(0, -1).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
