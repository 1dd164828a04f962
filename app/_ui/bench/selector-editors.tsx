'use client';
import { type KeyboardEvent, useId } from 'react';
import { type EditorId, editorIds, type SelectorChoice } from '@/lib/lab/selector-board';
import { carriersOf } from '@/lib/lab/selector-text';
import { fill } from '../fill';
import styles from './selector-board.module.css';
import { isSameSet } from './selector-reading';
import type { SelectorWords } from './selector-words';
import type { Read, Reads } from './use-reads';

interface EditorsProps {
  readonly choice: SelectorChoice;
  readonly reads: Reads;
  readonly caught: Readonly<Record<EditorId, ReadonlySet<string>>>;
  readonly all: number;
  readonly words: SelectorWords;
  readonly onChoose: (part: Partial<SelectorChoice>) => void;
  readonly onLeave: () => void;
}

/** Three selectors beside each other; on a narrow figure the one that lights the board, and a switch. */
export function SelectorEditors({ choice, reads, caught, all, words, onChoose, onLeave }: EditorsProps) {
  const { texts, active } = choice;
  return (
    <div className={styles.editors}>
      {editorIds.map((id) => (
        <Editor
          key={id}
          {...{ id, words, onLeave }}
          text={texts[id]}
          isActive={id === active}
          said={saidOf(words, id, { reads, active, caught, all })}
          onFocus={() => onChoose({ active: id })}
          onText={(text) => onChoose({ active: id, texts: { ...texts, [id]: text } })}
        />
      ))}
    </div>
  );
}

/** How many Pods a field selects, who can carry it, and whether these are the Pods of the board's own. */
function saidOf(
  words: SelectorWords,
  id: EditorId,
  {
    reads,
    active,
    caught,
    all,
  }: Pick<SelectorChoice, 'active'> & Pick<EditorsProps, 'reads' | 'caught' | 'all'>,
): string {
  const isSame = id !== active && 'selector' in reads[id] && isSameSet(caught[id], caught[active]);
  return [
    fill(words.count, { count: caught[id].size, all }),
    carriedBy(words, reads[id]),
    ...(isSame ? [words.same] : []),
  ].join(' · ');
}

function carriedBy(words: SelectorWords, read: Read): string {
  if (!('selector' in read)) return words.carried.nobody;
  return carriersOf(read.selector).isEquality ? words.carried.all : words.carried.one;
}

function Editor({
  id,
  text,
  isActive,
  said,
  words,
  onFocus,
  onText,
  onLeave,
}: {
  readonly id: EditorId;
  readonly text: string;
  readonly isActive: boolean;
  readonly said: string;
  readonly words: SelectorWords;
  readonly onFocus: () => void;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const described = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  };
  return (
    <div className={styles.editor} data-active={isActive || undefined}>
      <p className={styles.form}>{words.editors[id]}</p>
      <textarea
        aria-label={fill(words.editorLabel, { form: words.editors[id] })}
        aria-describedby={described}
        value={text}
        rows={7}
        onFocus={onFocus}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        wrap="off"
      />
      <p id={described} className={styles.said}>
        {said}
      </p>
    </div>
  );
}
