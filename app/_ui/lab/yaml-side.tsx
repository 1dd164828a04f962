'use client';
import { useEffect, useRef, useState } from 'react';
import type { TextRefusal } from '@/lib/lab/view';
import { ManifestEditor } from '../manifest/manifest-editor';
import { manifestWords } from '../manifest/words';
import styles from './full.module.css';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';

/** A text that is laid before the reader to be changed: none at first, an object's, a file's. */
export interface Sheet {
  readonly text: string;
  readonly name?: string;
}

/** Manifests written on a lab's cluster. What is refused stands at its line until the text is applied again. */
export function YamlSide({
  lab,
  sheet: { text, name },
  focusOn,
  onLeave,
  words,
}: {
  readonly lab: Pick<LabControl, 'applyText'>;
  readonly sheet: Sheet;
  /** Each time that this number grows the editor takes the focus. */
  readonly focusOn: number;
  readonly onLeave: () => void;
  readonly words: LabWords;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState<readonly TextRefusal[]>([]);
  useEffect(() => {
    if (focusOn > 0) box.current?.querySelector<HTMLElement>('textarea, [contenteditable]')?.focus();
  }, [focusOn]);
  return (
    <div ref={box} className={styles.pane}>
      <ManifestEditor
        {...{ text, refusals, onLeave }}
        {...(name !== undefined && { name })}
        onApply={async (applied) => setRefusals((await lab.applyText(applied)).refusals)}
        words={manifestWords[words.locale]}
      />
    </div>
  );
}
