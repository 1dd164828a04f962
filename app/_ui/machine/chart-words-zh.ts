import type { ChartWords } from './chart-words';

export const zh: ChartWords = {
  label: '{name} 的状态图',
  now: '现在处于 {state}',
  anyState: '在任何状态下',
  everyState: '每个状态',
  everyBut: '除 {names} 外的各个状态',
  mostStates: '大多数状态',
  list: '以列表显示',
  begins: '从这里开始',
  ends: '在这里结束',
  current: '现在',
  after: '收到 {event} 时',
  otherwise: '否则',
  atOnce: '立即',
  leadsTo: '到 {state}',
  unnamed: '某个 Pod',
};
