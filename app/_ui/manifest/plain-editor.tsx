import { type KeyboardEvent, useId } from 'react';
import type { TextRefusal } from '@/lib/lab/view';
import { fill } from '../fill';
import styles from './manifest.module.css';
import type { ManifestWords } from './words';

/** A plain field with the same keys, for as long as there is no other editor. */
export function PlainEditor({
  text,
  label,
  refusals,
  words,
  write,
  apply,
  leave,
}: {
  readonly text: string;
  readonly label: string;
  readonly refusals: readonly TextRefusal[];
  readonly words: ManifestWords;
  readonly write: (text: string) => void;
  readonly apply: (text: string) => Promise<void>;
  readonly leave: () => void;
}) {
  const described = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const isApply = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isApply && event.key !== 'Escape') return;
    event.preventDefault();
    if (isApply) void apply(text);
    else leave();
  };
  return (
    <>
      <textarea
        className={styles.plain}
        aria-label={label}
        aria-describedby={described}
        aria-invalid={refusals.length > 0}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        wrap="off"
      />
      <span id={described} hidden>
        {refusals.map((refusal) => fill(words.refusal, { ...refusal })).join(' ')}
      </span>
    </>
  );
}
