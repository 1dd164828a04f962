import type { ShellKeys, ShellWords } from './shell-words';

export const zh: ShellWords = {
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

export const keys: ShellKeys = [
  ['F', '在这里分叉'],
  ['A D', '去某个未来，从 A 到 D'],
  ['/', 'kubectl'],
  ['Y', 'YAML'],
  ['M', '状态机'],
];
