import { fill } from '../fill';
import type { ItemContext, ItemSnapshot } from './quiz-item.machine';
import type { QuizWords } from './words';

/** The heading of a result, or `undefined` while the item has none. */
export function verdictOf(words: QuizWords, { value, context }: ItemSnapshot): string | undefined {
  if (value !== 'right' && value !== 'wrong' && value !== 'reopening') return undefined;
  const { item, result } = context;
  if (result === undefined || result === item.result)
    return fill(words.verdicts.known, { state: words.states[item.state] });
  if (calibrationOf(context) === 'sureAndWrong') return words.verdicts.sureAndWrong;
  if (result.correct) return words.verdicts.right;
  if (item.kind === 'order') return words.verdicts.wrongOrder;
  return result.points > 0 ? words.verdicts.partly : words.verdicts.wrong;
}

/** Whether being sure and being right did not go together; of an answer that is partly right nothing is said. */
export function calibrationOf({
  result,
  sure,
  isResultOfPage,
}: ItemContext): keyof QuizWords['calibration'] | undefined {
  if (result === undefined || !isResultOfPage) return undefined;
  if (result.correct) return sure ? undefined : 'rightNotSure';
  return sure && result.points === 0 ? 'sureAndWrong' : undefined;
}

/** What a screen reader is told of a result, wherever its focus is. */
export function spokenVerdict(words: QuizWords, snapshot: ItemSnapshot, index: number): string {
  const { result, item } = snapshot.context;
  const isNew = result !== undefined && result !== item.result;
  const verdict = isNew ? verdictOf(words, snapshot) : undefined;
  if (verdict === undefined) return '';
  return `${fill(words.announced, { n: index + 1, verdict })} ${words.saved}`;
}
