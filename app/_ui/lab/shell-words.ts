import type { Locale } from '@/lib/text';

const en = {
  failed: 'The cluster of this figure has stopped.',
  failedNote: 'What you did is kept in this page. A new cluster does it again, command by command.',
  startAgain: 'Start again',
  commit: 'Predict this',
  fork: 'Fork here',
  goals: 'Goals',
  objects: 'Objects',
  yaml: 'Write YAML',
  text: 'Lab text',
  terminal: 'kubectl',
  network: 'Network',
  stage: 'What is shown of the cluster',
  tabs: 'Beside the scene',
  sideDivider: 'Width of the column at the right',
  goalsDivider: 'Width of the column at the left',
  scoreDivider: 'Height of the score',
  promptDivider: 'Width of kubectl',
};

/** Words of the frame around a figure's parts. */
export type ShellWords = Readonly<Record<keyof typeof en, string>>;

const zh: ShellWords = {
  failed: '这张图里的集群停了。',
  failedNote: '你做过的操作都留在本页。新的集群会按顺序逐条重做。',
  startAgain: '重新启动',
  commit: '就选这一项',
  fork: '在这里分叉',
  goals: '目标',
  objects: '对象',
  yaml: '编写 YAML',
  text: '实验说明',
  terminal: 'kubectl',
  network: '网络',
  stage: '显示集群的哪一面',
  tabs: '场景旁边的内容',
  sideDivider: '右栏宽度',
  goalsDivider: '左栏宽度',
  scoreDivider: '时间谱高度',
  promptDivider: 'kubectl 宽度',
};

export const shellWords: Readonly<Record<Locale, ShellWords>> = { en, zh };

/** Keys that are there beside those of every figure. */
export const shellKeys: Readonly<Record<Locale, readonly (readonly [keys: string, says: string])[]>> = {
  en: [
    ['F', 'fork here'],
    ['A D', 'go to a future, A to D'],
    ['/', 'kubectl'],
    ['Y', 'YAML'],
    ['M', 'machine'],
  ],
  zh: [
    ['F', '在这里分叉'],
    ['A D', '去某个未来，从 A 到 D'],
    ['/', 'kubectl'],
    ['Y', 'YAML'],
    ['M', '状态机'],
  ],
};
