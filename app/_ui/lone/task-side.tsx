'use client';
import { Coded } from '@/app/_ui/lab/coded';
import { GoalRow, Hints } from '@/app/_ui/lab/lab-task';
import task from '@/app/_ui/lab/lab-task.module.css';
import { labWords } from '@/app/_ui/lab/words';
import type { LabStatement } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import styles from './lone.module.css';

/** What a lab asks, its goals as they stand, and its hints. */
export function TaskSide({
  lab,
  goals,
  locale,
}: {
  readonly lab: LabStatement;
  readonly goals: LabView['goals'];
  readonly locale: Locale;
}) {
  const words = labWords[locale];
  return (
    <>
      <p className={styles.task}>
        <Coded text={lab.task[locale]} />
      </p>
      <ul className={task.goals} aria-label={words.task.goals}>
        {lab.goals.map((goal) => (
          <GoalRow key={goal.id} {...{ goal, words, locale }} view={goals.find(({ id }) => id === goal.id)} />
        ))}
      </ul>
      <Hints {...{ lab, words, locale }} />
    </>
  );
}
