import type { Locale } from '@/lib/text';

/** Words of a statechart beside the machine's own. */
export interface ChartWords {
  readonly label: string;
  readonly now: string;
  readonly anyState: string;
  readonly everyState: string;
  readonly everyBut: string;
  readonly mostStates: string;
  readonly list: string;
  readonly begins: string;
  readonly ends: string;
  readonly current: string;
  /** A way in the list: after what, by which rule, to where. */
  readonly after: string;
  readonly otherwise: string;
  readonly atOnce: string;
  readonly leadsTo: string;
}

export const chartWords: Readonly<Record<Locale, ChartWords>> = {
  en: {
    label: 'Statechart of {name}',
    now: 'now in {state}',
    anyState: 'in any state',
    everyState: 'every state',
    everyBut: 'every state but {names}',
    mostStates: 'most states',
    list: 'As a list',
    begins: 'begins here',
    ends: 'ends here',
    current: 'now',
    after: 'on {event}',
    otherwise: 'otherwise',
    atOnce: 'at once',
    leadsTo: 'to {state}',
  },
  zh: {
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
  },
};
