import type { HintWords } from './hints-words';

export const zh: HintWords = {
  missing: '还缺什么',
  show: '看看还缺什么',
  unfit: '现在不适用',
  settled: '现在不缺了',
};
