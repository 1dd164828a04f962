'use client';
import { useEffect, useRef } from 'react';
import type { Debrief as DebriefData } from '@/lib/lab/debrief';
import type { LabStatement } from '@/lib/lab/scenario';
import type { Locale } from '@/lib/text';
import styles from './debrief.module.css';
import { GoalLanes } from './debrief-lanes';
import { DebriefRowView } from './debrief-row';
import { debriefWords } from './debrief-words';
import type { SessionClient } from './session-client';
import { fill, seconds } from './words';

export interface DebriefProps {
  readonly debrief: DebriefData;
  readonly lab: LabStatement;
  readonly locale: Locale;
  readonly client: SessionClient;
  /** Commands of the shortest known solution: told by the server to who has solved the lab. */
  readonly shortest?: number | undefined;
  readonly heading: 'h2' | 'h3';
}

/** The reader's own run: how the goals stood through it, what each command caused, and whether it was needed. */
export function Debrief({ debrief, lab, locale, client, shortest, heading: Heading }: DebriefProps) {
  const say = debriefWords[locale];
  const isSolved = debrief.solvedAtMs !== undefined;
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each debrief is shown from its beginning
  useEffect(() => toTop(box.current), [debrief]);
  return (
    <section ref={box} className={styles.debrief} aria-label={say.title}>
      <Heading className={styles.title}>{say.title}</Heading>
      <Facts {...{ debrief, locale, shortest }} />
      {lab.goals.length > 0 && <GoalLanes {...{ debrief, lab, locale }} />}
      {debrief.rows.length === 0 ? (
        <p className={styles.none}>{say.none}</p>
      ) : (
        <ol className={styles.rows} aria-label={say.rows}>
          {debrief.rows.map((row, at) => (
            <DebriefRowView
              // Rows never change their order.
              // biome-ignore lint/suspicious/noArrayIndexKey: two commands of one moment may be the same
              key={at}
              {...{ row, lab, locale, client, isSolved }}
            />
          ))}
        </ol>
      )}
      {debrief.leftOut > 0 && <p className={styles.none}>{fill(say.leftOut, { count: debrief.leftOut })}</p>}
    </section>
  );
}

/** Where it stands in a column that scrolls by itself, it begins at the top of it; the page stays where it is. */
function toTop(box: HTMLElement | null): void {
  let column = box?.parentElement;
  while (column && getComputedStyle(column).overflowY !== 'auto') column = column.parentElement;
  if (!box || !column || column === document.body) return;
  column.scrollTop += box.getBoundingClientRect().top - column.getBoundingClientRect().top;
}

/** One line over all: how long it took, how few Pods were Ready, and how many commands were used. */
function Facts({ debrief, locale, shortest }: Pick<DebriefProps, 'debrief' | 'locale' | 'shortest'>) {
  const say = debriefWords[locale];
  const { openAtMs, endMs, solvedAtMs, goals, leastReady, commands: count } = debrief;
  const held = goals.filter(({ spans }) => spans.at(-1)?.state === 'holds').length;
  const facts: readonly (readonly [string, string])[] = [
    solvedAtMs === undefined
      ? [
          fill(say.notSolved, { seconds: seconds(endMs) }),
          fill(say.notSolvedIs, { count: held, of: goals.length }),
        ]
      : [
          say.solved,
          fill(say.solvedIs, {
            seconds: seconds(solvedAtMs - openAtMs),
            from: seconds(openAtMs),
            to: seconds(solvedAtMs),
          }),
        ],
    [say.least, fill(say.leastIs, { count: leastReady.ready, seconds: seconds(leastReady.atMs) })],
    [
      say.used,
      shortest === undefined
        ? count === 1
          ? say.usedOne
          : fill(say.usedIs, { count })
        : fill(say.usedOf, { count, shortest }),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
