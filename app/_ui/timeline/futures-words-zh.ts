import { type FuturesWords, kubectlStates } from './futures-words';

export const zh: FuturesWords = {
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
};
