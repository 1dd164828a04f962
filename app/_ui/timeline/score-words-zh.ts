import type { ScoreWords } from './score-words';

export const zh: ScoreWords = {
  showAll: '显示全部 {count} 个 Pod',
  showFewer: '只显示 {count} 个 Pod',
  folded: '另有 {count} 个 Pod 没有画成一行：最早消失的，或数量太多时居中的',
  foldedOne: '另有 1 个 Pod 没有画成一行：最早消失的，或数量太多时居中的',
};
