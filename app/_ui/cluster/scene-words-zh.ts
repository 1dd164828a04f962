import type { SceneWords } from './scene-words';

export const zh: SceneWords = {
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
