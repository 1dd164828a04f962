import type { Locale } from '@/lib/text';

/** Words of a score that the figure's own words do not have. */
export interface ScoreWords {
  readonly showAll: string;
  readonly showFewer: string;
  /** Of Pods that the view itself leaves out. */
  readonly folded: string;
  readonly foldedOne: string;
}

export const scoreWords: Readonly<Record<Locale, ScoreWords>> = {
  en: {
    showAll: 'Show all {count} Pods',
    showFewer: 'Show {count} Pods',
    folded: '{count} more Pods have no lane: gone the longest, or in the middle of very many',
    foldedOne: '1 more Pod has no lane: gone the longest, or in the middle of very many',
  },
  zh: {
    showAll: '显示全部 {count} 个 Pod',
    showFewer: '只显示 {count} 个 Pod',
    folded: '另有 {count} 个 Pod 没有画成一行：最早消失的，或数量太多时居中的',
    foldedOne: '另有 1 个 Pod 没有画成一行：最早消失的，或数量太多时居中的',
  },
};
