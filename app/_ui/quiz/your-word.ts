import { fill } from '../fill';
import type { ItemContext } from './quiz-item.machine';
import type { QuizWords } from './words';

/** What is said at the part of a result that the reader gave. */
export function yourWord({ sure, isResultOfPage }: ItemContext, { marks }: QuizWords): string {
  if (!isResultOfPage) return marks.yours;
  return sure ? marks.yoursSure : marks.yoursNotSure;
}

/** The same at a region, which may be beside the true place. */
export const yourRegion = (context: ItemContext, words: QuizWords, isNear: boolean): string => {
  const yours = yourWord(context, words);
  return isNear ? fill(words.kinds.hotspot.yoursNear, { yours }) : yours;
};
