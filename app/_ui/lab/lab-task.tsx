'use client';
import { useCallback, useState } from 'react';
import type { Goal, LabStatement } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { IdleButton } from '../kit/idle-button';
import { Coded } from './coded';
import { GoalMark } from './goal-mark';
import { type Check, checkRun } from './lab-check';
import { LabFigure } from './lab-figure';
import styles from './lab-task.module.css';
import { openInWorker, type SessionClient } from './session-client';
import type { Shared } from './share-of';
import { fill, type LabWords, labWords, seconds } from './words';

export interface LabTaskProps {
  readonly lab: LabStatement;
  /** Slug of the lesson, for the server's replay. */
  readonly lesson: string;
  readonly locale: Locale;
  readonly first: LabView;
  readonly number?: string;
  readonly client?: SessionClient;
  readonly share?: Shared;
}

type GoalView = LabView['goals'][number];

/** A lab: the task, its goals as they stand, hints one by one, the figure, and the server's check of the run. */
export function LabTask({ lab, lesson, locale, first, number, client: given, share }: LabTaskProps) {
  const words = labWords[locale];
  const [client] = useState(() => given ?? openInWorker(lab, first));
  const [goals, setGoals] = useState(first.goals);
  const [check, setCheck] = useState<Check | 'checking'>();
  const onView = useCallback((view: LabView) => {
    setGoals((old) => (JSON.stringify(old) === JSON.stringify(view.goals) ? old : view.goals));
  }, []);
  const send = async () => {
    setCheck('checking');
    const run = await runOf(client, lab);
    if (run === undefined) return setCheck(undefined);
    const result = await checkRun(lesson, lab.id, run.commands, run.untilMs, locale);
    setCheck(result);
    if (result.kind === 'solved') window.dispatchEvent(new CustomEvent('podium:progress'));
  };
  return (
    <section className={styles.task} aria-label={lab.title[locale]}>
      <p className={styles.title}>{lab.title[locale]}</p>
      <p className={styles.words}>
        <Coded text={lab.task[locale]} />
      </p>
      <ul className={styles.goals} aria-label={words.task.goals}>
        {lab.goals.map((goal) => (
          <GoalRow
            key={goal.id}
            goal={goal}
            view={goals.find((one) => one.id === goal.id)}
            words={words}
            locale={locale}
          />
        ))}
      </ul>
      <Hints lab={lab} words={words} locale={locale} />
      <LabFigure {...{ locale, first, number, client, onView, share }} scenario={lab} />
      <div className={styles.check}>
        <IdleButton className={styles.button} isIdle={check === 'checking'} onClick={send}>
          {words.task.check}
        </IdleButton>
        <div role="status" className={styles.result}>
          {check !== undefined && <Result check={check} lab={lab} words={words} locale={locale} />}
        </div>
      </div>
    </section>
  );
}

/**
 * The reader's commands up to the moment that is shown; before a lab opens, none up to its opening. Undefined when the engine is
 * lost, which the figure tells.
 */
export async function runOf(client: SessionClient, { openAtMs }: Pick<LabStatement, 'openAtMs'>) {
  const untilMs = Math.max(openAtMs, client.shown().view.nowMs);
  const commands = await client.ask('commands').catch(() => undefined);
  return commands && { commands: commands.filter(({ atMs }) => atMs <= untilMs), untilMs };
}

export function GoalRow({
  goal,
  view,
  words,
  locale,
}: {
  readonly goal: Goal;
  readonly view: GoalView | undefined;
  readonly words: LabWords;
  readonly locale: Locale;
}) {
  const state = view?.state ?? 'open';
  return (
    <li>
      <GoalMark state={state} />
      <span>
        <b>
          <Coded text={goal.text[locale]} />
        </b>
        <span className={styles.state}>{stateWords(words, state, view?.sinceMs)}</span>
      </span>
    </li>
  );
}

function stateWords(words: LabWords, state: GoalView['state'], sinceMs: number | undefined): string {
  if (sinceMs === undefined || state === 'open') return words.task[state];
  return fill(state === 'holds' ? words.task.since : words.task.failedAt, { seconds: seconds(sinceMs) });
}

/** Hints one by one; each stays once it was asked for. */
export function Hints({
  lab,
  words,
  locale,
}: {
  readonly lab: LabStatement;
  readonly words: LabWords;
  readonly locale: Locale;
}) {
  const [shown, setShown] = useState(0);
  const all = lab.hints.length;
  if (all === 0) return null;
  return (
    <div className={styles.hints}>
      <div aria-live="polite">
        {lab.hints.slice(0, shown).map((hint, at) => (
          <div key={hint.en} className={styles.hint}>
            <b>{fill(words.task.hintOf, { n: at + 1, of: all })}</b>
            <p>
              <Coded text={hint[locale]} />
            </p>
          </div>
        ))}
      </div>
      {shown < all && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + 1)}>
          {words.task.hint} ({shown + 1}/{all})
        </button>
      )}
    </div>
  );
}

export function Result({
  check,
  lab,
  words,
  locale,
}: {
  readonly check: Check | 'checking';
  readonly lab: LabStatement;
  readonly words: LabWords;
  readonly locale: Locale;
}) {
  const say = words.task;
  if (check === 'checking') return <p>{say.checking}</p>;
  if (check.kind === 'solved') {
    return (
      <p className={styles.solved}>
        {check.commands === 1 ? say.solvedInOne : fill(say.solvedIn, { count: check.commands })}
      </p>
    );
  }
  if (check.kind === 'unreachable') return <p>{say.unreachable}</p>;
  if (check.kind === 'differs') return <p>{fill(say.differs, { text: check.text })}</p>;
  const missed = lab.goals.flatMap((goal) => {
    const seen = check.goals.find((one) => one.id === goal.id);
    return seen === undefined || seen.state === 'holds' ? [] : [{ goal, seen }];
  });
  return (
    <>
      <p>{say.notSolved}</p>
      <ul className={styles.goals}>
        {missed.map(({ goal, seen }) => (
          <li key={goal.id}>
            <GoalMark state={seen.state} />
            <span>
              <Coded text={goal.text[locale]} />
              <span className={styles.state}>{stateWords(words, seen.state, seen.atMs)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
