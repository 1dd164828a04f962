'use client';
import dynamic from 'next/dynamic';
import type { Scenario } from '@/lib/lab/scenario';
import controls from './controls.module.css';
import styles from './figure-prompt.module.css';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';

/** It comes when it is opened. */
const Prompt = dynamic(() => import('./prompt').then(({ Prompt }) => Prompt), { ssr: false });

/** kubectl in a figure: closed, or the number of times that it was asked for. */
export interface Prompting {
  readonly isOpen: boolean;
  readonly focusOn: number;
}

/** Closes an open prompt; opens a closed one and gives it the focus. */
export const toggled = ({ isOpen, focusOn }: Prompting): Prompting =>
  isOpen ? { isOpen: false, focusOn } : asked({ isOpen, focusOn });
export const asked = ({ focusOn }: Prompting): Prompting => ({ isOpen: true, focusOn: focusOn + 1 });

/** kubectl on the figure's cluster, under the hands. Its place is kept while its script and the engine are on their way. */
export function FigurePrompt({
  lab,
  scenario,
  words,
  prompting,
  onToggle,
  onLeave,
  page,
}: {
  readonly lab: LabControl;
  readonly scenario: Scenario;
  readonly words: LabWords;
  readonly prompting: Prompting;
  readonly onToggle: () => void;
  readonly onLeave: () => void;
  /** Where the figure has the whole screen. */
  readonly page: string | undefined;
}) {
  const { isOpen, focusOn } = prompting;
  return (
    <div className={styles.prompting} data-prompt="">
      <div className={styles.row}>
        <button type="button" className={controls.button} aria-expanded={isOpen} onClick={onToggle}>
          {words.figure.prompt}
        </button>
        {page !== undefined && (
          <a className={styles.page} href={page}>
            {words.figure.wholeScreen}
          </a>
        )}
      </div>
      {isOpen && (
        <div className={styles.box}>
          {lab.status !== 'waiting' && (
            <Prompt {...{ lab, words, focusOn, onLeave }} files={Object.keys(scenario.files ?? {})} />
          )}
        </div>
      )}
    </div>
  );
}
