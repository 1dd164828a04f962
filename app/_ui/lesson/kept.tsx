import { useState } from 'react';
import { useWaiting } from '@/app/_ui/quiz/use-waiting';
import { counted } from '@/app/_ui/review/reader-dates';
import type { Locale } from '@/lib/text';
import { Erase } from './erase';
import { exportAddress, saveFile } from './exported';
import styles from './kept.module.css';
import { KeptTables } from './kept-tables';
import type { KeptWords } from './knowledge-words';

interface KeptProps {
  readonly locale: Locale;
  readonly words: KeptWords;
  readonly onErased: () => void;
}

/** Taking everything along, and deleting everything. */
export function Kept({ locale, words, onErased }: KeptProps) {
  return (
    <section className={styles.kept} aria-labelledby="kept">
      <h2 id="kept">{words.title}</h2>
      <p className={styles.lead}>{words.lead}</p>
      <ExportAll locale={locale} words={words} />
      <KeptTables locale={locale} words={words} />
      <div className={styles.erase}>
        <p>{words.eraseLead}</p>
        <Erase locale={locale} words={words} onErased={onErased} />
      </div>
    </section>
  );
}

function ExportAll({ locale, words }: Omit<KeptProps, 'onErased'>) {
  const [state, setState] = useState<'idle' | 'exporting' | 'exported' | 'exportFailed'>('idle');
  const { answers } = useWaiting();
  const save = async () => {
    setState('exporting');
    setState((await saveFile(exportAddress(locale), 'podium.json')) ? 'exported' : 'exportFailed');
  };
  return (
    <div className={styles.export}>
      <button
        type="button"
        className={styles.button}
        aria-disabled={state === 'exporting'}
        onClick={() => state !== 'exporting' && void save()}
      >
        {words.export}
      </button>
      <p role="status" data-failed={state === 'exportFailed' || undefined}>
        {state === 'idle' ? '' : words[state]}
      </p>
      {answers > 0 && <p className={styles.note}>{counted(locale, words.notInFile, answers)}</p>}
    </div>
  );
}
