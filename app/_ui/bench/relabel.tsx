'use client';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Command } from '@/lib/cluster/command';
import { labelsOfLine, lineOfLabels, relabelling } from '@/lib/lab/selector-text';
import type { PodView } from '@/lib/lab/view';
import { fill } from '../fill';
import styles from './selector-board.module.css';
import type { SelectorWords } from './selector-words';

/** A line of labels, and whether it is one. Keys that act in the figure write here. */
export function LabelLine({
  label,
  value,
  wrong,
  onText,
}: {
  readonly label: string;
  readonly value: string;
  /** Said when the line is no list of pairs. */
  readonly wrong: string;
  readonly onText: (text: string) => void;
}) {
  const isWrong = labelsOfLine(value) === undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') event.stopPropagation();
  };
  return (
    <label className={styles.line}>
      <span>{label}</span>
      <input
        type="text"
        value={value}
        aria-invalid={isWrong}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
      />
      {isWrong && (
        <span role="status" className={styles.wrong}>
          {wrong}
        </span>
      )}
    </label>
  );
}

/** Changes the labels of one Pod, as `kubectl label` does. */
export function Relabel({
  pod,
  words,
  act,
}: {
  readonly pod: PodView | undefined;
  readonly words: SelectorWords;
  readonly act: (command: Command) => void;
}) {
  if (!pod) return <p className={styles.hint}>{words.relabel.hint}</p>;
  // The line begins anew with another Pod, and when the labels have become others.
  const now = lineOfLabels(pod.labels);
  return <RelabelOne key={`${pod.key} ${now}`} {...{ pod, words, act, now }} />;
}

function RelabelOne({
  pod,
  words,
  act,
  now,
}: {
  readonly pod: PodView;
  readonly words: SelectorWords;
  readonly act: (command: Command) => void;
  readonly now: string;
}) {
  const [line, setLine] = useState(now);
  const to = labelsOfLine(line);
  const labels = to && relabelling(pod.labels ?? {}, to);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (labels)
      act({ verb: 'patch', kind: 'Pod', name: pod.name, type: 'merge', body: { metadata: { labels } } });
  };
  return (
    <form className={styles.relabel} onSubmit={onSubmit}>
      <LabelLine
        label={fill(words.relabel.label, { pod: pod.name })}
        value={line}
        wrong={words.relabel.notPairs}
        onText={setLine}
      />
      <button type="submit" className={styles.button} aria-disabled={labels === undefined || undefined}>
        {fill(words.relabel.act, { pod: pod.name })}
      </button>
    </form>
  );
}
