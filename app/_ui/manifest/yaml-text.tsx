'use client';
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { fill } from '../fill';
import styles from './manifest.module.css';
import { editableText, keptLines } from './server-fields';
import type { ManifestWords } from './words';
import { type Inked, inkOf } from './yaml-ink';

/** An object's YAML to read: inked, with line numbers, and what the server keeps folded away. */
export function YamlText({
  yaml,
  name,
  onEdit,
  words,
}: {
  readonly yaml: string;
  readonly name: string;
  /** Told the text as one would write it. */
  readonly onEdit?: ((text: string) => void) | undefined;
  readonly words: ManifestWords;
}) {
  const [isFolded, setIsFolded] = useState(true);
  const { lines, inked, kept } = useMemo(() => {
    const lines = yaml.replace(/\n$/, '').split('\n');
    return { lines, inked: inkOf(lines), kept: keptLines(lines) };
  }, [yaml]);
  const shown = [...lines.keys()].filter((at) => !isFolded || !kept.has(at));
  return (
    <div className={styles.read}>
      <div className={styles.readBar}>
        {onEdit !== undefined && (
          <button type="button" className={styles.edit} onClick={() => onEdit(editableText(yaml))}>
            {words.yaml.edit}
          </button>
        )}
        {kept.size > 0 && (
          <button type="button" aria-expanded={!isFolded} onClick={() => setIsFolded(!isFolded)}>
            {isFolded ? words.yaml.unfold : words.yaml.fold}
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach it */}
      <section className={styles.yaml} tabIndex={0} aria-label={fill(words.yaml.label, { name })}>
        <pre>
          {shown.map((at, place) => {
            const left = at - (shown[place - 1] ?? -1) - 1;
            return (
              <Fragment key={`${at}`}>
                {left > 0 && <Folded count={left} words={words} />}
                <span className={styles.row}>
                  <Line text={lines[at] ?? ''} inked={inked[at] ?? []} />
                  {'\n'}
                </span>
              </Fragment>
            );
          })}
        </pre>
      </section>
    </div>
  );
}

function Folded({ count, words }: { readonly count: number; readonly words: ManifestWords }) {
  return (
    <span className={styles.folded}>
      {count === 1 ? words.yaml.foldedOne : fill(words.yaml.folded, { count })}
      {'\n'}
    </span>
  );
}

function Line({ text, inked }: { readonly text: string; readonly inked: readonly Inked[] }): ReactNode {
  let at = 0;
  const parts: ReactNode[] = [];
  for (const { from, to, ink } of inked) {
    parts.push(
      text.slice(at, from),
      <span key={from} className={styles[ink]}>
        {text.slice(from, to)}
      </span>,
    );
    at = to;
  }
  return [...parts, text.slice(at)];
}
