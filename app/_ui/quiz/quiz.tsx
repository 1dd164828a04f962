'use client';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Locale } from '@/lib/text';
import { answerQueue } from './answer-queue';
import { ItemMarks } from './item-marks';
import { newSubmission } from './new-submission';
import styles from './quiz.module.css';
import { quizApi } from './quiz-api';
import { QuizItem } from './quiz-item';
import { actOnKey } from './quiz-keys';
import { nextIndex, QuizRun, type QuizState } from './quiz-run';
import { Summary } from './summary';
import { useNearScreen } from './use-near-screen';
import { spokenVerdict } from './verdict';
import { waitingAnswers } from './waiting-answers';
import type { QuizWords } from './words';

export interface QuizProps {
  /** Slug of the lesson. */
  readonly lesson: string;
  readonly locale: Locale;
  readonly words: QuizWords;
}

/**
 * The quiz of a lesson: fetched when it comes near the screen, judged on the server. An answer that could not be sent is
 * kept in this browser until it is. After each judged answer the window gets `podium:progress`.
 */
export function Quiz(props: QuizProps) {
  return <LessonQuiz key={`${props.locale}/${props.lesson}`} {...props} />;
}

function LessonQuiz({ lesson, locale, words }: QuizProps) {
  const root = useRef<HTMLElement>(null);
  const [{ run, waiting }] = useState(() => {
    const waiting = waitingAnswers(lesson);
    const parts = { lesson, api: quizApi(lesson, locale), waiting, queue: answerQueue, newSubmission };
    return { waiting, run: new QuizRun(parts) };
  });
  const state = useSyncExternalStore(run.subscribe, run.state, run.state);
  useEffect(() => run.start(), [run]);
  useNearScreen(root, waiting.hasAny, run.load);
  useFocusAfterAction(root, state.focus);

  const shown = state.items[state.current];
  return (
    <section
      ref={root}
      className={styles.quiz}
      aria-label={words.quiz}
      onKeyDown={(event) => actOnKey(event, shown, run)}
    >
      {state.phase === 'ready' && state.items.length === 0 ? (
        <p className={styles.note}>{words.nothing}</p>
      ) : state.phase === 'ready' ? (
        <>
          <ItemMarks items={state.items} current={state.current} words={words} show={run.show} />
          {shown === undefined ? (
            <Summary items={state.items} words={words} show={run.show} />
          ) : (
            <QuizItem
              key={`${shown.context.item.id}/${shown.context.item.tryNumber}`}
              snapshot={shown}
              isLast={nextIndex(state.items, state.current) >= state.items.length}
              lesson={lesson}
              locale={locale}
              words={words}
              run={run}
            />
          )}
        </>
      ) : (
        <NotReady phase={state.phase} words={words} load={run.load} />
      )}
      <p className={styles.unseen} role="status">
        {shown === undefined ? '' : spokenVerdict(words, shown, state.current)}
      </p>
    </section>
  );
}

type NotReadyProps = {
  readonly phase: 'idle' | 'loading' | 'failed';
  readonly words: QuizWords;
  readonly load: () => Promise<void>;
};

function NotReady({ phase, words, load }: NotReadyProps) {
  if (phase === 'failed') {
    return (
      <div className={styles.failure} role="alert">
        <p>{words.notLoaded}</p>
        <button type="button" className={styles.button} onClick={() => void load()}>
          {words.loadAgain}
        </button>
      </div>
    );
  }
  return (
    <div className={styles.frame}>
      {phase === 'loading' && <p className={styles.starting}>{words.starting}</p>}
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
    </div>
  );
}

/**
 * Brings the focus to where the reader's own action leads. A result that comes while the reader is elsewhere on the page
 * takes no focus. Whether the reader is here is followed by events, for a button that goes away takes the focus with it.
 */
function useFocusAfterAction(root: React.RefObject<HTMLElement | null>, focus: QuizState['focus']) {
  const isInside = useRef(false);
  useEffect(() => {
    const follow = (event: Event) => {
      isInside.current = event.target instanceof Node && root.current?.contains(event.target) === true;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, [root]);
  useLayoutEffect(() => {
    if (focus === undefined || !isInside.current) return;
    root.current?.querySelector<HTMLElement>(`[data-focus="${focus.to}"]`)?.focus();
  }, [root, focus]);
}
