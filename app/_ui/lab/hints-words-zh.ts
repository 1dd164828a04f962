import type { HintWords } from './hints-words';

export const zh: HintWords = {
  missing: '还缺什么',
  show: '看看还缺什么',
  unfit: '现在不适用',
  settled: '现在不缺了',
  lost: '这样下去已经无法解决：有一个必须时刻成立的目标{moment}。请撤销弄坏它的操作，或者回到那之前，换一种做法。“{reset}”则从头开始。',
  moment: '在 {seconds} 秒失守',
};
