'use client';

import { useState } from 'react';
import { fill } from '@/app/_ui/fill';
import type { ClassView } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { classApi } from './class-api';
import { Field, Part, Refused, Sure } from './parts';
import type { ClassWords } from './words';

interface SettingsProps {
  readonly view: ClassView;
  readonly locale: Locale;
  readonly words: ClassWords;
  readonly onChange: (view: ClassView) => void;
}

/** Another name, and the end of the class. */
export function ClassSettings({ view, locale, words, onChange }: SettingsProps) {
  const say = words.teach;
  const [name, setName] = useState(view.name);
  const [said, setSaid] = useState<{ readonly isDone: boolean; readonly text: string }>();
  const rename = async () => {
    const told = await classApi.rename(locale, view.id, name);
    if (told.ok) {
      onChange(told.value);
      setName(told.value.name);
    }
    setSaid(
      told.ok
        ? { isDone: true, text: say.renamed }
        : { isDone: false, text: told.message ?? words.asked.unreachable },
    );
  };
  const end = async () => {
    const told = await classApi.end(locale, view.id);
    if (!told.ok) return told.message ?? words.asked.unreachable;
    window.location.hash = '';
    return undefined;
  };
  return (
    <div className={styles.noPrint}>
      <Part title={say.settings} id="settings">
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <Field label={say.name} value={name} onChange={setName} maxLength={80} />
          <Refused message={said?.isDone === false ? said.text : undefined} />
          <div className={styles.row}>
            <button type="submit" className={styles.button}>
              {say.rename}
            </button>
            <span role="status">{said?.isDone && said.text}</span>
          </div>
        </form>
        <div className={styles.end}>
          <p className={styles.lead}>{say.deleteLead}</p>
          <Sure
            label={say.delete}
            question={fill(say.deleteAsk, { name: view.name })}
            yes={say.yesDelete}
            no={say.keep}
            onYes={end}
          />
        </div>
      </Part>
    </div>
  );
}
