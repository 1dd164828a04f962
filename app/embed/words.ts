import type { Locale } from '@/lib/text';

/** A figure, lab or question of a lesson; or a cluster that a link holds. */
export type WidgetKind = 'figure' | 'lab' | 'prediction' | 'cluster';

/** The words of a widget. `{name}` is filled in by `fill`. */
export interface EmbedWords {
  readonly show: Readonly<Record<WidgetKind, string>>;
  /** What is behind the button, in one line; of a figure it is its caption. */
  readonly about: Readonly<Record<Exclude<WidgetKind, 'figure'> | 'bench', string>>;
  readonly cluster: string;
  readonly lesson: string;
  readonly whole: string;
  readonly leave: string;
  /** How one leaves; `{key}` becomes the key. */
  readonly how: string;
  readonly kept: string;
  readonly noScript: string;
}

const en: EmbedWords = {
  show: {
    figure: 'Run the figure',
    lab: 'Open the lab',
    prediction: 'Show the question',
    cluster: 'Run the cluster',
  },
  about: {
    lab: 'A lab with {goals} goals, on a cluster that runs here.',
    bench: 'You choose, and the cluster that comes of it runs here.',
    prediction: 'A question with {choices} choices; the cluster answers it.',
    cluster: 'Nodes, Pods and all that was done with them: it runs here, and you have the hands.',
  },
  cluster: 'A cluster in your hands',
  lesson: 'The whole lesson',
  whole: 'Whole screen',
  leave: 'Leave the figure',
  how: '{key} leaves the figure',
  kept: 'Nothing is kept here.',
  noScript: 'The cluster runs by a script, and scripts are off here. The lesson can be read without it.',
};

const zh: EmbedWords = {
  show: { figure: '运行这张图', lab: '打开实验', prediction: '显示问题', cluster: '运行集群' },
  about: {
    lab: '一个有 {goals} 个目标的实验，集群就在这里运行。',
    bench: '由你来选，选出来的集群就在这里运行。',
    prediction: '一个有 {choices} 个选项的问题，由集群来回答。',
    cluster: '节点、Pod 和对它们做过的一切：就在这里运行，由你动手。',
  },
  cluster: '一个由你动手的集群',
  lesson: '阅读整课',
  whole: '全屏',
  leave: '离开这张图',
  how: '按 {key} 离开这张图',
  kept: '这里不保存任何内容。',
  noScript: '集群由脚本运行，而这里关闭了脚本。没有它，课文照样能读。',
};

export const embedWords: Readonly<Record<Locale, EmbedWords>> = { en, zh };
