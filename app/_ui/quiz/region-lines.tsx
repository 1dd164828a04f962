import type { KeyboardEvent } from 'react';
import type { PublicItem } from '@/lib/quiz/public';
import { fill } from '../fill';
import { withoutMarkup } from '../kit/inline-text';
import quizStyles from './quiz.module.css';
import type { ItemContext } from './quiz-item.machine';
import styles from './source.module.css';
import type { QuizWords } from './words';
import { linesOf } from './yaml-source';

interface RegionLinesProps {
  readonly context: ItemContext;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly words: QuizWords;
  readonly choose: (place: number) => void;
}

/** The text of a hotspot: its regions are buttons that stay pressed, the other lines stand between them. Arrow keys go from one to the next. */
export function RegionLines({ context, labelledBy, describedBy, words, choose }: RegionLinesProps) {
  const { item, places } = context;
  return (
    <>
      <ol
        className={styles.text}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        data-keys
        onKeyDown={moveFocus}
      >
        {chunksOf(item).map((chunk) => {
          const { from, place } = chunk;
          if (place === undefined) return <PlainLines key={from} chunk={chunk} />;
          const isChosen = places.includes(place);
          return (
            <li key={from}>
              <button
                type="button"
                className={styles.region}
                data-step
                data-chosen={isChosen}
                aria-pressed={isChosen}
                onClick={() => choose(place)}
              >
                <span className={styles.key} aria-hidden>
                  {place + 1}
                </span>
                <RegionText chunk={chunk} text={item.options[place]?.text ?? ''} words={words} />
              </button>
            </li>
          );
        })}
      </ol>
      {item.chooses === 'several' && (
        <p className={styles.status}>{fill(words.kinds.hotspot.chosen, { n: places.length })}</p>
      )}
    </>
  );
}

/** Lines that belong together: a region with its place, or lines that no region has. */
export interface Chunk {
  /** Number of the first line, from 1. */
  readonly from: number;
  readonly lines: readonly string[];
  readonly place?: number;
}

/** A text from its first line to its last, cut at its regions. */
export function chunksOf({ source = '', options }: PublicItem): readonly Chunk[] {
  const lines = linesOf(source);
  const chunks: Chunk[] = [];
  let from = 1;
  const plainUntil = (end: number) => {
    if (end > from) chunks.push({ from, lines: lines.slice(from - 1, end - 1) });
  };
  const regions = options.flatMap((option, place) => (option.lines ? [{ place, lines: option.lines }] : []));
  for (const {
    place,
    lines: [first, last],
  } of regions.sort((a, b) => a.lines[0] - b.lines[0])) {
    plainUntil(first);
    chunks.push({ from: first, lines: lines.slice(first - 1, last), place });
    from = last + 1;
  }
  plainUntil(lines.length + 1);
  return chunks;
}

export const PlainLines = ({ chunk }: { readonly chunk: Chunk }) => (
  <li className={styles.line}>
    <Lines chunk={chunk} />
  </li>
);

interface RegionTextProps {
  readonly chunk: Chunk;
  /** The region in words, for who does not see where it stands. */
  readonly text: string;
  readonly words: QuizWords;
}

export function RegionText({ chunk, text, words: { kinds } }: RegionTextProps) {
  const { from, lines } = chunk;
  const to = from + lines.length - 1;
  const { line, lines: several } = kinds.hotspot;
  return (
    <>
      <span className={quizStyles.unseen}>{fill(from === to ? line : several, { from, to })}: </span>
      <Lines chunk={chunk} />
      <span className={quizStyles.unseen}>({withoutMarkup(text)})</span>
    </>
  );
}

const Lines = ({ chunk: { from, lines } }: { readonly chunk: Chunk }) => (
  <span className={styles.lines}>
    {lines
      .map((text, index) => ({ text, number: from + index }))
      .map(({ text, number }) => (
        <span key={number} className={styles.numbered}>
          <span className={styles.number} aria-hidden>
            {number}
          </span>
          <span className={styles.code}>
            {text}
            {'\n'}
          </span>
        </span>
      ))}
  </span>
);

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')];
  const next = buttons[buttons.indexOf(event.target as HTMLElement) + by];
  if (by === 0 || next === undefined) return;
  next.focus();
  event.preventDefault();
}
