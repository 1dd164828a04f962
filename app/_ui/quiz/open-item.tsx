import type { PublicItem } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { Choices } from './choices';
import { LabLink } from './lab-link';
import { MatchRows } from './match-rows';
import { NumberField } from './number-field';
import { OrderRows } from './order-rows';
import styles from './quiz.module.css';
import type { ItemSnapshot } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import { RegionLines } from './region-lines';
import type { QuizWords } from './words';
import { YamlBlanks } from './yaml-blanks';

interface OpenItemProps {
  readonly snapshot: ItemSnapshot;
  readonly lesson: string;
  readonly locale: Locale;
  /** Ids of the question and of what is said of the answer. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/** What the reader does about an item that is not judged yet. */
export function OpenItem(props: OpenItemProps) {
  const { words, snapshot } = props;
  const { item } = snapshot.context;
  const note = noteOf(props);
  return (
    <>
      {item.tryNumber > 1 && (
        <p className={styles.note}>{fill(tryWord(item, words), { n: item.tryNumber })}</p>
      )}
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <Answering {...props} />
    </>
  );
}

function tryWord(item: PublicItem, words: QuizWords): string {
  if (item.isGenerated) return words.otherVariant;
  return isShuffled(item) ? words.tryNumber : words.kinds.tryNumber;
}

/** Whether the next try shows its parts in another order. */
function isShuffled({ kind, source }: PublicItem): boolean {
  if (kind === 'hotspot') return source === undefined;
  return kind !== 'numeric' && kind !== 'yaml' && kind !== 'lab';
}

function noteOf({ snapshot, words }: OpenItemProps): string | undefined {
  const { kind, chooses, source } = snapshot.context.item;
  const { match, yaml, hotspot, lab } = words.kinds;
  switch (kind) {
    case 'multiple':
      return words.chooseAll;
    case 'match':
      return match.note;
    case 'yaml':
      return yaml.note;
    case 'hotspot':
      if (source === undefined) return chooses === 'several' ? words.chooseAll : undefined;
      return chooses === 'several' ? hotspot.several : hotspot.one;
    case 'lab':
      return lab.note;
    default:
      return undefined;
  }
}

function Answering({ snapshot, lesson, locale, labelledBy, describedBy, words, run }: OpenItemProps) {
  const { context, value } = snapshot;
  const { item } = context;
  const shared = { context, labelledBy, describedBy, words, run };
  switch (item.kind) {
    case 'order':
      return <OrderRows {...{ context, labelledBy, words, run }} isLocked={value !== 'open'} />;
    case 'match':
      return <MatchRows {...shared} />;
    case 'numeric':
      return <NumberField {...shared} />;
    case 'yaml':
      return <YamlBlanks {...shared} />;
    case 'lab':
      return <LabLink {...{ lesson, locale, words }} lab={item.lab ?? ''} />;
    case 'hotspot':
      if (item.source !== undefined)
        return <RegionLines {...{ context, labelledBy, describedBy, words }} choose={run.choose} />;
  }
  return <Choices {...{ context, labelledBy, describedBy }} choose={run.choose} />;
}
