import type { PodState } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';

/** Words of the score of several futures. */
export interface FuturesWords {
  readonly label: string;
  readonly forkAt: string;
  readonly youAreIn: string;
  readonly sameMoment: string;
  readonly noCommand: string;
  readonly firstDifference: string;
  /** What one object is in two futures: `{left}` in the upper, `{right}` in the lower one. */
  readonly differs: string;
  /** Another kind of object: it has other fields, or is only in one of the two. */
  readonly fieldDiffers: string;
  readonly onlyIn: string;
  readonly moreDiffer: string;
  readonly noLonger: string;
  readonly moreLanes: string;
  readonly goTo: string;
  readonly here: string;
  readonly drop: string;
  readonly notThere: string;
  /** States of a Pod as the lower halves of "web-1: not there | Running". */
  readonly states: Readonly<Record<PodState, string>>;
}

const kubectlStates = {
  pending: 'Pending',
  creating: 'ContainerCreating',
  ready: 'Running, Ready',
  terminating: 'Terminating',
  crashLoop: 'CrashLoopBackOff',
  failed: 'Failed',
  succeeded: 'Succeeded',
  unknown: 'Unknown',
} as const;

export const futuresWords: Readonly<Record<Locale, FuturesWords>> = {
  en: {
    label: 'Futures',
    forkAt: 'fork at {seconds} s',
    youAreIn: 'you are in {name}',
    sameMoment: '{name}, at the same moment',
    noCommand: 'no command',
    firstDifference: 'first difference, {seconds} s',
    differs: '{object}: {left} | {right}',
    fieldDiffers: '{object}: {field} differs',
    onlyIn: '{object}: only in {name}',
    moreDiffer: '+{count}',
    noLonger: 'the same again now',
    moreLanes: '{count} more Pods, not drawn',
    goTo: 'Go to {name}',
    here: 'You are in {name}',
    drop: 'Drop {name}',
    notThere: 'not there',
    states: {
      ...kubectlStates,
      reserved: 'not there',
      notReady: 'Running, not Ready',
      partlyReady: 'Running, partly Ready',
      imageError: 'cannot start',
    },
  },
  zh: {
    label: '各个未来',
    forkAt: '在 {seconds} 秒处分叉',
    youAreIn: '你在 {name}',
    sameMoment: '同一时刻的 {name}',
    noCommand: '没有命令',
    firstDifference: '第一处差异，{seconds} 秒',
    differs: '{object}：{left} | {right}',
    fieldDiffers: '{object}：{field} 不同',
    onlyIn: '{object}：只在 {name} 里',
    moreDiffer: '+{count}',
    noLonger: '现在又相同了',
    moreLanes: '另有 {count} 个 Pod 未画出',
    goTo: '到 {name}',
    here: '你在 {name}',
    drop: '丢弃 {name}',
    notThere: '不存在',
    states: {
      ...kubectlStates,
      reserved: '不存在',
      ready: 'Running，就绪',
      notReady: 'Running，未就绪',
      partlyReady: 'Running，部分就绪',
      imageError: '无法启动',
    },
  },
};
