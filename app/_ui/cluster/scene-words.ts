import type { Locale } from '@/lib/text';

const en = {
  label: 'Scene: nodes are rows, Pods fill them from the left',
  wantsHas: 'wants {wants}, has {has}',
  has: 'has {has}',
  going: 'being deleted',
  more: 'and {count} more',
  endpoints: '{count} of {of} endpoints',
  silent: 'silent',
  unowned: 'no owner',
  noPods: 'No Pods yet',
};

/** Words of the scene of a whole cluster; those of one set's picture stand in the figure's own dictionary. */
export type SceneWords = Readonly<Record<keyof typeof en, string>>;

const zh: SceneWords = {
  label: '场景：行是节点，Pod 从左边排起',
  wantsHas: '期望 {wants}，现有 {has}',
  has: '现有 {has}',
  going: '正在删除',
  more: '另有 {count} 个',
  endpoints: '{of} 个中有 {count} 个端点',
  silent: '失联',
  unowned: '无属主',
  noPods: '还没有 Pod',
};

export const sceneWords: Readonly<Record<Locale, SceneWords>> = { en, zh };
