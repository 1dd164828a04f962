import type { PublicItem } from '@/lib/quiz/public';
import styles from './quiz.module.css';
import { isWritten } from './quiz-item.machine';
import type { QuizWords } from './words';
import { blankCount } from './yaml-source';

type KeyHint = readonly [keys: readonly string[], word: string];

/** Which keys do what with an item, beside its buttons. */
export function KeyHints({
  item,
  words: { keys, kinds },
}: {
  readonly item: PublicItem;
  readonly words: QuizWords;
}) {
  return (
    <ul className={styles.keys} aria-label={keys.label}>
      {keysOf(item, keys, kinds.keys).map(([pressed, word]) => (
        <li key={word}>
          {pressed.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {word}
        </li>
      ))}
    </ul>
  );
}

function keysOf(
  item: PublicItem,
  keys: QuizWords['keys'],
  more: QuizWords['kinds']['keys'],
): readonly KeyHint[] {
  if (item.kind === 'order')
    return [
      [['Space'], keys.pick],
      [['↑', '↓'], keys.move],
      [['Esc'], keys.back],
    ];
  const always: readonly KeyHint[] = [
    ...(isWritten(item) || item.kind === 'match' ? [[['Esc'], more.leave] as const] : []),
    [['S'], keys.sure],
    [['Enter'], keys.answer],
    ...(item.hintCount > 0 ? [[['H'], keys.hint] as const] : []),
  ];
  return [...ownKeys(item, keys, more), ...always];
}

const digits = (count: number) => Array.from({ length: Math.min(count, 9) }, (_, at) => String(at + 1));

function ownKeys(
  item: PublicItem,
  keys: QuizWords['keys'],
  more: QuizWords['kinds']['keys'],
): readonly KeyHint[] {
  const { kind, options, stems = [], source = '' } = item;
  switch (kind) {
    case 'match':
      return [
        [digits(stems.length), more.row],
        [['↑', '↓'], more.value],
      ];
    case 'numeric':
      return [];
    case 'yaml':
      return [[digits(blankCount(source)), more.field]];
    case 'hotspot':
      return [
        [digits(options.length), keys.choose],
        ...(source === '' ? [] : [[['↑', '↓'], more.line] as const]),
      ];
    default:
      return [[digits(options.length), keys.choose]];
  }
}
