import type { HintWords } from './hints-words';

export const en: HintWords = {
  missing: 'What is missing',
  show: 'Show what is missing',
  unfit: 'does not fit now',
  settled: 'not missing now',
};
