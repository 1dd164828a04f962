import type { ScoreWords } from './score-words';

export const en: ScoreWords = {
  showAll: 'Show all {count} Pods',
  showFewer: 'Show {count} Pods',
  folded: '{count} more Pods have no lane: gone the longest, or in the middle of very many',
  foldedOne: '1 more Pod has no lane: gone the longest, or in the middle of very many',
};
