'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Goal, LabStatement } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { IdleButton } from '../kit/idle-button';
import { Coded } from './coded';
import { GoalMark } from './goal-mark';
import { Hints } from './hints';
import type { Check } from './lab-check';
import { LabFigure } from './lab-figure';
import styles from './lab-task.module.css';
import { GapLines } from './lack';
import { lackWords } from './lack-words';
import { MomentLink } from './moment-link';
import { openInWorker, type SessionClient } from './session-client';
import type { Shared } from './share-of';
import { useCheck } from './use-check';
import { useShown } from './use-shown';
import { fill, type LabWords, labWords, seconds } from './words';

/** It comes with the first check. */
export const Debrief = dynamic(() => import('./debrief').then(({ Debrief }) => Debrief));

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

/** A lab: the task, its goals as they stand, hints one by one, the figure, the server's check of the run and its debrief. */
export function LabTask({ lab, lesson, locale, first, number, client: given, share }: LabTaskProps) {
  const words = labWords[locale];
  const [client] = useState(() => given ?? openInWorker(lab, first));
  const goals = useShown(client, (view) => view.goals) ?? first.goals;
  const fitting = useShown(client, (view) => view.fitting);
  const { check, debrief, send } = useCheck({ client, lesson, lab, locale });
  return (
    <section className={styles.task} aria-label={lab.title[locale]}>
      <p className={styles.title}>{lab.title[locale]}</p>
      <p className={styles.words}>
        <Coded text={lab.task[locale]} />
      </p>
      <Goals {...{ lab, goals, locale, client }} />
      <Hints {...{ lab, goals, fitting, locale, client }} />
      <LabFigure {...{ locale, first, number, client, share }} scenario={lab} isTyping />
      <div className={styles.check}>
        <IdleButton className={styles.button} isIdle={check === 'checking'} onClick={send}>
          {words.task.check}
        </IdleButton>
        <div role="status" className={styles.result}>
          {check !== undefined && <Result check={check} lab={lab} words={words} locale={locale} />}
        </div>
      </div>
      {debrief && <Debrief {...{ debrief, lab, locale, client }} shortest={shortestOf(check)} heading="h3" />}
    </section>
  );
}

/** What the server told of the shortest solution, if the run solved the lab. */
export const shortestOf = (check: Check | 'checking' | undefined): number | undefined =>
  check !== undefined && check !== 'checking' && check.kind === 'solved' ? check.shortest : undefined;

/** The goals of a lab, each as it stands, with what is missing where it does not hold. */
export function Goals({
  lab,
  goals,
  locale,
  client,
}: {
  readonly lab: LabStatement;
  readonly goals: LabView['goals'];
  readonly locale: Locale;
  readonly client: SessionClient | undefined;
}) {
  return (
    <ul className={styles.goals} aria-label={labWords[locale].task.goals}>
      {lab.goals.map((goal) => (
        <GoalRow key={goal.id} {...{ goal, locale, client }} view={goals.find(({ id }) => id === goal.id)} />
      ))}
    </ul>
  );
}

function GoalRow({
  goal,
  view,
  locale,
  client,
}: {
  readonly goal: Goal;
  readonly view: GoalView | undefined;
  readonly locale: Locale;
  readonly client: SessionClient | undefined;
}) {
  const { state = 'open', sinceMs, gap = [] } = view ?? {};
  const said = stateWords(labWords[locale], state, sinceMs);
  return (
    <li>
      <GoalMark state={state} />
      <div>
        <b>
          <Coded text={goal.text[locale]} />
        </b>
        <span className={styles.state}>
          {sinceMs === undefined ? (
            said
          ) : (
            <MomentLink atMs={sinceMs} client={client} isInText>
              {said}
            </MomentLink>
          )}
        </span>
        {state === 'failed' && gap.length > 0 && (
          <span className={styles.state}>{lackWords[locale].asItFailed}</span>
        )}
        {gap.length > 0 && <GapLines {...{ gap, locale, client }} />}
      </div>
    </li>
  );
}

function stateWords(words: LabWords, state: GoalView['state'], sinceMs: number | undefined): string {
  if (sinceMs === undefined || state === 'open') return words.task[state];
  return fill(state === 'holds' ? words.task.since : words.task.failedAt, { seconds: seconds(sinceMs) });
}

export function Result({
  check,
  lab,
  words,
  locale,
  isBrief,
}: {
  readonly check: Check | 'checking';
  readonly lab: LabStatement;
  readonly words: LabWords;
  readonly locale: Locale;
  /** The goals stand elsewhere: how many of them hold is enough. */
  readonly isBrief?: boolean;
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
  if (check.kind === 'later') return <p>{check.text}</p>;
  if (check.kind === 'differs') return <p>{fill(say.differs, { text: check.text })}</p>;
  const missed = lab.goals.flatMap((goal) => {
    const seen = check.goals.find((one) => one.id === goal.id);
    return seen === undefined || seen.state === 'holds' ? [] : [{ goal, seen }];
  });
  if (isBrief)
    return (
      <p>{fill(say.notSolvedBrief, { held: lab.goals.length - missed.length, of: lab.goals.length })}</p>
    );
  return (
    <>
      <p>{say.notSolved}</p>
      <ul className={styles.goals}>
        {missed.map(({ goal, seen }) => (
          <li key={goal.id}>
            <GoalMark state={seen.state} />
            <span>
              <Coded text={goal.text[locale]} />
              <span className={styles.state}>{stateWords(words, seen.state, seen.sinceMs)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
