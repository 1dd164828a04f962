import type { RefObject } from 'react';
import type { TextRefusal } from '@/lib/lab/view';
import { fill } from '../fill';
import type { CodeEditor } from './code-editor';
import styles from './manifest.module.css';
import type { ManifestWords } from './words';

/** How many things were refused, and the ways to them; their words too, where the editor does not show them at their lines. */
export function Refusals({
  refusals,
  words,
  atLine,
  onGo,
}: {
  readonly refusals: readonly TextRefusal[];
  readonly words: ManifestWords;
  /** The words of each refusal stand here. */
  readonly atLine: boolean;
  readonly onGo: RefObject<CodeEditor | undefined>;
}) {
  const count = refusals.length;
  return (
    <div className={styles.refusals} role="alert">
      {count > 0 && (
        <p>
          <b>{count === 1 ? words.refusedOne : fill(words.refused, { count })}</b>
          {!atLine && (
            <span>
              <button type="button" onClick={() => onGo.current?.go(-1)}>
                {words.before}
              </button>
              <button type="button" onClick={() => onGo.current?.go(1)}>
                {words.next}
              </button>
            </span>
          )}
        </p>
      )}
      {count > 0 && (
        <ol className={atLine ? styles.list : 'unseen'}>
          {refusals.map((refusal) => (
            <li key={`${refusal.line} ${refusal.text}`}>{fill(words.refusal, { ...refusal })}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
