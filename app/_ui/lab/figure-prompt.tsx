'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Scenario } from '@/lib/lab/scenario';
import controls from './controls.module.css';
import styles from './figure-prompt.module.css';
import { shellWords } from './shell-words';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';
import type { Sheet } from './yaml-side';

/** It comes when it is opened. */
const Prompt = dynamic(() => import('./prompt').then(({ Prompt }) => Prompt), { ssr: false });
const YamlSide = dynamic(() => import('./yaml-side').then(({ YamlSide }) => YamlSide), { ssr: false });

/** kubectl in a figure: closed, or the number of times that it was asked for. */
export interface Prompting {
  readonly isOpen: boolean;
  readonly focusOn: number;
}

/** Closes an open prompt; opens a closed one and gives it the focus. */
export const toggled = ({ isOpen, focusOn }: Prompting): Prompting =>
  isOpen ? { isOpen: false, focusOn } : asked({ isOpen, focusOn });
export const asked = ({ focusOn }: Prompting): Prompting => ({ isOpen: true, focusOn: focusOn + 1 });

/** kubectl and a sheet for YAML on the figure's cluster, under the hands. Their place is kept while its script and the engine are on their way. */
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
  const [sheet, setSheet] = useState<Sheet & { readonly number: number }>();
  const open = (next: Sheet) => setSheet((old) => ({ ...next, number: (old?.number ?? 0) + 1 }));
  const isThere = lab.status !== 'waiting';
  return (
    <div className={styles.prompting} data-prompt="">
      <div className={styles.row}>
        <button type="button" className={controls.button} aria-expanded={isOpen} onClick={onToggle}>
          {words.figure.prompt}
        </button>
        <button
          type="button"
          className={controls.button}
          aria-expanded={sheet !== undefined}
          onClick={() => (sheet === undefined ? open({ text: '' }) : setSheet(undefined))}
        >
          {shellWords[words.locale].yaml}
        </button>
        {page !== undefined && (
          <a className={styles.page} href={page}>
            {words.figure.wholeScreen}
          </a>
        )}
      </div>
      {sheet !== undefined && (
        <div className={styles.box}>
          {isThere && (
            <YamlSide key={sheet.number} {...{ lab, words, sheet, onLeave }} focusOn={sheet.number} />
          )}
        </div>
      )}
      {isOpen && (
        <div className={styles.box}>
          {isThere && (
            <Prompt
              {...{ lab, words, focusOn, onLeave }}
              files={Object.keys(scenario.files ?? {})}
              onOpenFile={(name) => open({ name, text: scenario.files?.[name] ?? '' })}
            />
          )}
        </div>
      )}
    </div>
  );
}
