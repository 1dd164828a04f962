import type { AnswerResult } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { InlineText } from '../kit/inline-text';
import { progressIn, useProgress } from '../lesson/progress-store';
import styles from './lab-link.module.css';
import quizStyles from './quiz.module.css';
import { Sign } from './sign';
import type { QuizWords } from './words';

interface LabLinkProps {
  readonly lesson: string;
  readonly lab: string;
  readonly locale: Locale;
  readonly words: QuizWords;
}

/** The address of a lab that fills the screen: its lesson, two hyphens, its id (lib/course/figures.ts). */
export const labAddress = (locale: Locale, lesson: string, lab: string) => `/${locale}/lab/${lesson}--${lab}`;

/** A lab item: the way to its lab, and what the server knows of it. */
export function LabLink({ lesson, lab, locale, words }: LabLinkProps) {
  const view = useProgress();
  const isSolved = progressIn(view, lesson).labs.includes(lab);
  const state = isSolved ? 'solved' : view.status === 'ready' ? 'toCome' : view.status;
  const { open, state: label, states } = words.kinds.lab;
  return (
    <div className={styles.lab}>
      <a
        className={`${quizStyles.button} ${quizStyles.primary} ${styles.link}`}
        href={labAddress(locale, lesson, lab)}
        data-step
      >
        {open}
      </a>
      <p className={styles.state} role="status">
        {fill(label, { state: states[state] })}
      </p>
    </div>
  );
}

interface JudgedGoalsProps {
  readonly goals: NonNullable<AnswerResult['goals']>;
  readonly words: QuizWords;
}

/** The goals of a lab after its run was judged. */
export function JudgedGoals({ goals, words: { kinds } }: JudgedGoalsProps) {
  return (
    <>
      <h5 className={styles.title}>{kinds.lab.goals}</h5>
      <ul className={styles.goals}>
        {goals.map(({ text, met }) => (
          <li key={text}>
            <Sign isRight={met} title={met ? kinds.lab.met : kinds.lab.notMet} />
            <span>
              <InlineText text={text} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
