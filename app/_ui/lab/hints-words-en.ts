import type { HintWords } from './hints-words';

export const en: HintWords = {
  missing: 'What is missing',
  show: 'Show what is missing',
  unfit: 'does not fit now',
  settled: 'not missing now',
  lost: 'This run can’t be solved any more: a goal that has to hold at every moment failed {moment}. Undo what broke it, or go back to before that and do something else. “{reset}” begins anew.',
  moment: 'at {seconds} s',
};
