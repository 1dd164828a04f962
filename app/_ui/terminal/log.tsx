'use client';
import { memo } from 'react';
import type { Typed, TypedText } from '@/lib/lab/view';
import { fill } from '../fill';
import { Sideways } from '../kit/sideways';
import { seconds } from '../lab/words';
import { type ForkBlock, type LineBlock, linesOf } from './blocks';
import styles from './terminal.module.css';
import type { TerminalWords } from './words';

/** Lines of one output that are drawn; the newest stay. */
const mostLines = 2_000;
/** Typed lines that are drawn; the newest stay. */
const mostBlocks = 200;

interface LogProps {
  readonly blocks: readonly (LineBlock | ForkBlock)[];
  readonly words: TerminalWords;
}

/** What was typed and what it printed, from the top. */
export function Log({ blocks, words }: LogProps) {
  return (
    <div role="log" aria-live="off" aria-label={words.log}>
      {blocks.slice(-mostBlocks).map((block) =>
        block.kind === 'fork' ? (
          <p key={`fork ${block.name}`} className={styles.fork}>
            {forkText(words, block)}
          </p>
        ) : (
          <Entry
            key={block.typed.id}
            typed={block.typed}
            count={block.printed.length}
            interrupted={block.interrupted}
            words={words}
          />
        ),
      )}
    </div>
  );
}

export const forkText = (words: TerminalWords, { name, atMs }: ForkBlock) =>
  fill(words.forked, { name, seconds: seconds(atMs) });

/** A line and the first `count` pieces of what it printed; drawn again only when one more has come. */
const Entry = memo(function Entry({
  typed,
  count,
  interrupted,
  words,
}: {
  readonly typed: Typed;
  readonly count: number;
  readonly interrupted: boolean;
  readonly words: TerminalWords;
}) {
  const lines = linesOf(typed.printed.slice(0, count));
  const left = lines.length - mostLines;
  return (
    <div className={styles.entry}>
      <p className={styles.typed}>
        <span className={styles.dollar}>$ </span>
        <b>{typed.line}</b>
      </p>
      {left > 0 && <p className={styles.said}>{fill(words.moreAbove, { count: left })}</p>}
      {lines.length > 0 && (
        <Output lines={lines.slice(-mostLines)} label={fill(words.output, { line: typed.line })} />
      )}
      {interrupted && <p className={styles.typed}>^C</p>}
    </div>
  );
}, sameEntry);

interface EntryProps {
  readonly typed: Typed;
  readonly count: number;
  readonly interrupted: boolean;
  readonly words: TerminalWords;
}

function sameEntry(a: EntryProps, b: EntryProps): boolean {
  return (
    a.words === b.words &&
    a.count === b.count &&
    a.interrupted === b.interrupted &&
    (a.typed === b.typed ||
      (a.typed.line === b.typed.line && sameStart(a.typed.printed, b.typed.printed, a.count)))
  );
}

const sameStart = (a: readonly TypedText[], b: readonly TypedText[], count: number): boolean => {
  for (let at = 0; at < count; at++) if (a[at] !== b[at] && a[at]?.text !== b[at]?.text) return false;
  return true;
};

/** An output keeps its columns: where it is too wide it moves sideways in itself. */
const Output = ({ lines, label }: { readonly lines: readonly string[]; readonly label: string }) => (
  <Sideways as="pre" className={styles.output} label={label}>
    {inkedOutput(lines.join('\n'))}
  </Sideways>
);

/** A cell of a table in which kubectl says that something is wrong. */
const trouble =
  /(?<=\s{2}|^)((?:Init:)?(?:CrashLoopBackOff|ImagePullBackOff|ErrImagePull|InvalidImageName|CreateContainerConfigError|CreateContainerError|OOMKilled|Error|Failed|Evicted|NotReady|Unknown|Warning))(?=\s{2}|$)/gm;

/** The text as it was printed, with cells that tell of trouble in bold. */
const inkedOutput = (text: string) =>
  text.split(trouble).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
    at % 2 === 1 ? <b key={at}>{part}</b> : part,
  );
