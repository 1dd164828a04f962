import type { Locale } from '@/lib/text';
import type { RefusedWhy } from './opened';

/** The words of the pages on which a lab stands alone. `{name}` is filled in by `fill`. */
export interface LoneWords {
  /** Said in place when a link can't be opened, and what is there instead. */
  readonly refused: Readonly<Record<RefusedWhy, string>>;
  readonly insteadLab: string;
  readonly insteadCluster: string;
  readonly lab: Readonly<Record<'lab' | 'figure' | 'lesson' | 'goals' | 'side', string>>;
  readonly play: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'empty'
      | 'emptyOne'
      | 'nodes'
      | 'fewer'
      | 'more'
      | 'make'
      | 'examples'
      | 'examplesLead'
      | 'load'
      | 'write'
      | 'loaded'
      | 'made'
      | 'opened'
      | 'goBack'
      | 'here'
      | 'ofNodes'
      | 'ofNode'
      | 'fromLink'
      | 'noScript',
      string
    >
  >;
}

const en: LoneWords = {
  refused: {
    damaged: 'This link can’t be opened: it is cut short, or something in it was changed.',
    newerVersion:
      'This link was made by a newer Podium than this page. Load the page again, then open the link.',
    tooMuch:
      'This link asks for more than a figure here can hold: more than 2,000 Pods, 500 commands or 50 nodes.',
    otherLab: 'This link belongs to another lab. It opens on that lab’s page.',
  },
  insteadLab: 'Below is the lab from its beginning.',
  insteadCluster: 'Below is an empty cluster instead.',
  lab: {
    lab: 'Lab: {title}',
    figure: 'Figure: {title}',
    lesson: 'Lesson {n}',
    goals: 'Goals {n} of {of}',
    side: 'Task, goals and hints',
  },
  play: {
    title: 'A cluster without a lesson',
    lead: 'It begins empty. Type kubectl, write YAML, break what you like; every moment can be wound back, and has a link.',
    empty: 'An empty cluster of {nodes} nodes. Load an example or write `kubectl create deployment`.',
    emptyOne: 'An empty cluster of one node. Load an example or write `kubectl create deployment`.',
    nodes: 'Nodes',
    fewer: 'One node fewer',
    more: 'One node more',
    make: 'Begin anew',
    examples: 'Examples',
    examplesLead: 'Each begins with an empty cluster and real manifests.',
    load: 'Load {title}',
    write: 'Write YAML',
    loaded: 'Loaded: {title}.',
    made: 'A new cluster of {nodes} nodes.',
    opened: 'Opened from a link, as it stood at {seconds} s.',
    goBack: 'Back to the cluster before',
    here: 'is loaded',
    ofNodes: '{nodes} nodes',
    ofNode: '1 node',
    fromLink: 'A cluster from a link',
    noScript:
      'The cluster runs by a script, and scripts are off in this browser. The lessons can be read without it.',
  },
};

const zh: LoneWords = {
  refused: {
    damaged: '这个链接打不开：它被截断了，或者其中有内容被改动过。',
    newerVersion: '这个链接由更新版本的 Podium 生成。请重新加载页面，再打开链接。',
    tooMuch: '这个链接要求的内容超出了一张图的上限：2,000 个 Pod、500 条命令、50 个节点。',
    otherLab: '这个链接属于另一个实验，请在那个实验的页面上打开。',
  },
  insteadLab: '下面是这个实验的开头。',
  insteadCluster: '下面换成一个空集群。',
  lab: {
    lab: '实验：{title}',
    figure: '图：{title}',
    lesson: '第 {n} 课',
    goals: '目标 {n}/{of}',
    side: '任务、目标与提示',
  },
  play: {
    title: '没有课文的集群',
    lead: '它一开始是空的。输入 kubectl，编写 YAML，想弄坏什么都行；每个时刻都能倒回去，也都有自己的链接。',
    empty: '一个有 {nodes} 个节点的空集群。加载一个例子，或者输入 `kubectl create deployment`。',
    emptyOne: '一个只有 1 个节点的空集群。加载一个例子，或者输入 `kubectl create deployment`。',
    nodes: '节点数',
    fewer: '减少一个节点',
    more: '增加一个节点',
    make: '重新开始',
    examples: '例子',
    examplesLead: '每个例子都从空集群和真实的清单开始。',
    load: '加载：{title}',
    write: '编写 YAML',
    loaded: '已加载：{title}。',
    made: '一个有 {nodes} 个节点的新集群。',
    opened: '从链接打开，停在第 {seconds} 秒。',
    goBack: '回到之前的集群',
    here: '已加载',
    ofNodes: '{nodes} 个节点',
    ofNode: '1 个节点',
    fromLink: '来自链接的集群',
    noScript: '集群由脚本运行，而这个浏览器关闭了脚本。没有它，课文照样能读。',
  },
};

export const loneWords: Readonly<Record<Locale, LoneWords>> = { en, zh };
