import { fill } from '../fill';
import type { ItemSnapshot } from './quiz-item.machine';
import type { QuizWords } from './words';

/** The heading of a result, or `undefined` while the item has none. */
export function verdictOf(words: QuizWords, { value, context }: ItemSnapshot): string | undefined {
  if (value !== 'right' && value !== 'wrong' && value !== 'reopening') return undefined;
  const { item, result, sure, isResultOfPlaces } = context;
  if (result === undefined || result === item.result)
    return fill(words.verdicts.known, { state: words.states[item.state] });
  if (result.correct) return words.verdicts.right;
  if (item.kind === 'order') return words.verdicts.wrongOrder;
  if (result.points > 0) return words.verdicts.partly;
  return sure && isResultOfPlaces ? words.verdicts.sureAndWrong : words.verdicts.wrong;
}

/** What a screen reader is told of a result, wherever its focus is. */
export function spokenVerdict(words: QuizWords, snapshot: ItemSnapshot, index: number): string {
  const { result, item } = snapshot.context;
  const isNew = result !== undefined && result !== item.result;
  const verdict = isNew ? verdictOf(words, snapshot) : undefined;
  if (verdict === undefined) return '';
  return `${fill(words.announced, { n: index + 1, verdict })} ${words.saved}`;
}
